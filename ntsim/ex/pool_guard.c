/*
 * Guarded blocks. The first few blocks of less than a page that each place allocates get a page of their own, with
 * nothing mapped around it: three of four end where the page ends, every fourth begins where it begins. So an access
 * beside the block faults, and one after it was freed does, too, since its address is never given out again. What is
 * known of a block stays, live or freed, and explains the fault.
 */
#include "ntsim/ex/pool.h"

#include "ntsim/ke/ki.h"

enum { MOST = 4096, SLOTS = 8192, A_PLACE = 8, PLACES = 1 << 16, AROUND = 1 << 16 /* empty space beside a mapping */ };

struct guarded {
    struct pool_header Header;
    PUCHAR Body, Pages;
    SIZE_T Mapped;
};

static struct guarded guarded[MOST];
static ULONG count;
static USHORT by_page[SLOTS]; /* index + 1 of the one whose block begins in the page */
static UCHAR spent[PLACES];   /* by stack */

static USHORT *slot_of(const VOID *block)
{
    const ULONG64 page = (ULONG64)block >> PAGE_SHIFT;
    ULONG at = (ULONG)((page * 0x9E3779B97F4A7C15ull) >> 40) % SLOTS;
    while (by_page[at] && (ULONG64)guarded[by_page[at] - 1].Body >> PAGE_SHIFT != page)
        at = (at + 1) % SLOTS;
    return &by_page[at];
}

BOOLEAN pool_guard_spend(vf_stack stack)
{
    if (!stack || count == MOST || spent[stack % PLACES] >= A_PLACE)
        return FALSE;
    spent[stack % PLACES]++;
    return TRUE;
}

static struct guarded *add(PUCHAR body, PUCHAR pages, SIZE_T mapped)
{
    struct guarded *block = &guarded[count];
    block->Body = body;
    block->Pages = pages;
    block->Mapped = mapped;
    *slot_of(body) = (USHORT)++count;
    return block;
}

struct pool_header *pool_guard(SIZE_T size, BOOLEAN cache_aligned, vf_stack stack, PUCHAR *body)
{
    const SIZE_T grain = cache_aligned ? 64 : POOL_GRAIN;
    if (size == 0 || size >= PAGE_SIZE || !pool_guard_spend(stack))
        return NULL;
    PUCHAR page = ki_services->map(PAGE_SIZE, false);
    if (!page)
        return NULL;
    *body = spent[stack % PLACES] % 4 ? page + PAGE_SIZE - ((size + grain - 1) & ~(grain - 1)) : page;
    pool_fill(page, page + PAGE_SIZE, POOL_RED_ZONE);
    struct guarded *block = add(*body, page, PAGE_SIZE);
    block->Header.Class = POOL_GUARDED;
    return &block->Header;
}

struct pool_header *pool_guarded_at(PVOID block)
{
    if (!count)
        return NULL;
    const USHORT found = *slot_of(block);
    return found && guarded[found - 1].Body == block ? &guarded[found - 1].Header : NULL;
}

PUCHAR pool_guard_body(const struct pool_header *header)
{
    return CONTAINING_RECORD(header, struct guarded, Header)->Body;
}

PUCHAR pool_guard_damage(const struct pool_header *header)
{
    const struct guarded *block = CONTAINING_RECORD(header, struct guarded, Header);
    PUCHAR end = block->Body + header->Size;
    PUCHAR behind = pool_find_other(end, block->Pages + block->Mapped, POOL_RED_ZONE);
    if (behind)
        return behind;
    for (PUCHAR at = block->Body; at > block->Pages; at--) /* the nearest is where it began */
        if (at[-1] != POOL_RED_ZONE)
            return at - 1;
    return NULL;
}

void pool_guard_free(struct pool_header *header)
{
    const struct guarded *block = CONTAINING_RECORD(header, struct guarded, Header);
    header->Magic = POOL_FREED;
    ki_services->unmap(block->Pages, block->Mapped);
}

void pool_guard_remember(const struct pool_header *header, PUCHAR body, SIZE_T size)
{
    if (count == MOST)
        return;
    struct guarded *block = add(body, body, size);
    block->Header = *header;
    block->Header.Magic = POOL_FREED;
    block->Header.Class = POOL_GUARDED;
}

/* The nearest block whose pages, or the empty space beside them, have the address. */
static const struct guarded *near(ULONG64 address)
{
    const struct guarded *best = NULL;
    ULONG64 least = AROUND;
    for (ULONG i = 0; i < count; i++) {
        const ULONG64 begin = (ULONG64)guarded[i].Body, end = begin + guarded[i].Header.Size;
        const ULONG64 distance = address < begin ? begin - address : address < end ? 0 : address - end + 1;
        if (distance < least) {
            least = distance;
            best = &guarded[i];
        }
    }
    return best;
}

void pool_explain_fault(const struct machine_trap *trap)
{
    if (!vf_on)
        return;
    const struct guarded *block = near(trap->address);
    const struct pool_header *header = block ? &block->Header : pool_live_near(trap->address, AROUND);
    if (!header)
        return;
    const struct vf_related related[] = {{"the block was allocated at", header->Allocated},
                                         {"it was freed at", header->Magic == POOL_FREED ? header->Freed : 0}};
    const vf_stack stack = vf_capture_context(&trap->context);
    const char *what = trap->access == MACHINE_WRITE ? "written" : trap->access == MACHINE_EXECUTE ? "run" : "read";
    const ULONG64 begin = (ULONG64)(block ? block->Body : (PUCHAR)(header + 1)), end = begin + header->Size;
    if (header->Magic == POOL_FREED && trap->address >= begin && trap->address < end)
        vf_find("VRF0003", stack, related, 2,
                "byte %llu of a block of %llu bytes of pool is %s after the block was freed", trap->address - begin,
                header->Size, what);
    else if (trap->address >= end)
        vf_find("VRF0001", stack, related, 2, "the byte %llu behind the end of a block of %llu bytes of pool%s is %s",
                trap->address - end, header->Size, header->Magic == POOL_FREED ? ", which was freed," : "", what);
    else
        vf_find("VRF0002", stack, related, 2, "the byte %llu before the begin of a block of %llu bytes of pool%s is %s",
                begin - trap->address, header->Size, header->Magic == POOL_FREED ? ", which was freed," : "", what);
}
