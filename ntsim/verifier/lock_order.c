/*
 * The order in which locks are taken: a graph, with an edge from each lock to those that were taken while it was held.
 * A cycle is a deadlock that waits for its day, whether it has happened or not; unless all who go along it hold one
 * more lock, which lets only one of them at a time.
 */
#include "ntsim/verifier/locks.h"

enum { NODES = 1024, SLOTS = 2048, EDGES = 4096, PAGES = 1024, GATES = 4, LONGEST = 5 };

struct edge {
    struct vf_lock_node *To;
    ULONG Next;           /* of the same lock, index + 1 */
    vf_stack Held, Taken; /* where the one was taken, and the other while it was held */
    PVOID Gates[GATES];   /* others that were held then */
};

static struct vf_lock_node nodes[NODES];
static struct vf_lock_node *slots[SLOTS];
static ULONG node_count, edge_count, mark;
static struct edge edges[EDGES];
static UCHAR pages[PAGES]; /* which pages may have locks */

static ULONG slot_of(const VOID *lock)
{
    return (ULONG)(((ULONG64)lock * 0x9E3779B97F4A7C15ull) >> 44) % SLOTS;
}

static UCHAR *page_of(ULONG64 address)
{
    return &pages[(address >> PAGE_SHIFT) % PAGES];
}

struct vf_lock_node *vf_known_lock(PVOID lock)
{
    for (ULONG at = slot_of(lock); slots[at]; at = (at + 1) % SLOTS)
        if (slots[at]->Lock == lock)
            return slots[at];
    return NULL;
}

struct vf_lock_node *vf_lock_node(PVOID lock, enum vf_lock_kind kind, vf_stack stack)
{
    struct vf_lock_node *node = vf_known_lock(lock);
    if (node || node_count == NODES)
        return node;
    node = &nodes[node_count++];
    *node = (struct vf_lock_node){.Lock = lock, .Kind = kind, .Stack = stack};
    ULONG at = slot_of(lock);
    while (slots[at])
        at = (at + 1) % SLOTS;
    slots[at] = node;
    *page_of((ULONG64)lock) = 1;
    return node;
}

/* The node stays for the edges' sake, and is nobody's. */
void vf_forget_locks(ULONG64 begin, SIZE_T size)
{
    BOOLEAN any = FALSE;
    for (ULONG64 page = begin & ~(ULONG64)(PAGE_SIZE - 1); page < begin + size && !any; page += PAGE_SIZE)
        any = *page_of(page);
    for (ULONG i = 0; i < node_count && any; i++)
        if ((ULONG64)nodes[i].Lock - begin < size) {
            nodes[i].Lock = (PVOID)(ULONG_PTR)1; /* no address of a lock */
            nodes[i].FirstEdge = 0;
        }
}

static struct edge *find_edge(const struct vf_lock_node *from, const struct vf_lock_node *to)
{
    for (ULONG i = from->FirstEdge; i; i = edges[i - 1].Next)
        if (edges[i - 1].To == to)
            return &edges[i - 1];
    return NULL;
}

/* --- cycles --- */

static BOOLEAN has_gate(const struct edge *edge, PVOID gate)
{
    for (ULONG i = 0; i < GATES; i++)
        if (edge->Gates[i] == gate)
            return TRUE;
    return FALSE;
}

/* Whether one lock was held along all of the path, and at the closing edge. */
static BOOLEAN is_gated(const struct edge *closing, struct edge *const *path, ULONG length)
{
    for (ULONG i = 0; i < GATES && closing->Gates[i]; i++) {
        BOOLEAN all = TRUE;
        for (ULONG j = 0; j < length; j++)
            all &= has_gate(path[j], closing->Gates[i]);
        if (all)
            return TRUE;
    }
    return FALSE;
}

static void tell(const struct edge *closing, const struct vf_lock_node *taken, struct edge *const *path, ULONG length)
{
    struct vf_related related[1 + 2 * LONGEST];
    ULONG count = 0;
    related[count++] = (struct vf_related){"while the other was held, which was acquired at", closing->Held};
    for (ULONG i = 0; i < length; i++) {
        related[count++] = (struct vf_related){i ? "then, on the way round, a lock was acquired at"
                                                 : "in the other order: this one was acquired at",
                                               path[i]->Held};
        related[count++] = (struct vf_related){"and while it was held the next one at", path[i]->Taken};
    }
    vf_find("VRF0209", closing->Taken, related, count,
            "%s is acquired here in another order than elsewhere: %lu locks are acquired in a circle",
            vf_lock_name(taken->Kind), length + 1);
}

/* Depth first, from a lock to `goal`. */
static BOOLEAN search(struct vf_lock_node *from, const struct vf_lock_node *goal, const struct edge *closing,
                      const struct vf_lock_node *taken, struct edge **path, ULONG length)
{
    if (length == LONGEST)
        return FALSE;
    from->Mark = mark;
    for (ULONG i = from->FirstEdge; i; i = edges[i - 1].Next) {
        struct edge *edge = &edges[i - 1];
        path[length] = edge;
        if (edge->To == goal) {
            if (is_gated(closing, path, length + 1))
                continue;
            tell(closing, taken, path, length + 1);
            return TRUE;
        }
        if (edge->To->Mark != mark && search(edge->To, goal, closing, taken, path, length + 1))
            return TRUE;
    }
    return FALSE;
}

static void add_edge(struct vf_lock_node *from, struct vf_lock_node *to, const struct vf_held *held, vf_stack stack)
{
    if (edge_count == EDGES)
        return;
    struct edge *edge = &edges[edge_count++];
    const struct vf_held *other;
    ULONG gates = 0;
    *edge = (struct edge){.To = to, .Next = from->FirstEdge, .Held = held->Stack, .Taken = stack};
    for (ULONG i = 0; gates < GATES && (other = vf_held_here(&i)) != NULL;)
        if (other->Lock != from->Lock && other->Lock != to->Lock)
            edge->Gates[gates++] = other->Lock;
    from->FirstEdge = edge_count;
    struct edge *path[LONGEST];
    mark++;
    search(to, from, edge, to, path, 0);
}

void vf_order(PVOID lock, enum vf_lock_kind kind, vf_stack stack)
{
    const struct vf_held *held;
    for (ULONG i = 0; (held = vf_held_here(&i)) != NULL;) {
        if (held->Lock == lock || (held->Kind == VF_READ_SPIN && kind == VF_READ_SPIN))
            continue;
        struct vf_lock_node *from = vf_lock_node(held->Lock, held->Kind, held->Stack),
                            *to = vf_lock_node(lock, kind, stack);
        if (from && to && !find_edge(from, to))
            add_edge(from, to, held, stack);
    }
}
