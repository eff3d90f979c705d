/* Data that most places access with one lock held, and one without. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* What holds where a function begins. */
struct entry {
    uint64_t all, any;
    bool concurrent, unclear; /* as in struct record */
    uint8_t contexts;         /* enum runner, of whoever calls it */
};

struct guarded {
    struct engine *e;
    const struct record *whole; /* accesses and calls of all functions, in the driver's locks */
    struct entry *entries;      /* by function */
};

/* Called while nobody else can be there: before the device is in use, or after. */
static bool is_alone(const struct run *r)
{
    static const char *const roles[] = {"DRIVER_INITIALIZE",
                                        "DRIVER_ADD_DEVICE",
                                        "DRIVER_UNLOAD",
                                        "EVT_WDF_DRIVER_DEVICE_ADD",
                                        "EVT_WDF_DRIVER_UNLOAD",
                                        "EVT_WDF_OBJECT_CONTEXT_CLEANUP",
                                        "EVT_WDF_OBJECT_CONTEXT_DESTROY",
                                        "EVT_WDF_DEVICE_PREPARE_HARDWARE",
                                        "EVT_WDF_DEVICE_RELEASE_HARDWARE",
                                        "EVT_WDF_DEVICE_D0_ENTRY",
                                        "EVT_WDF_DEVICE_D0_EXIT",
                                        "EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT",
                                        "EVT_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP",
                                        "EVT_WDF_DEVICE_SURPRISE_REMOVAL",
                                        "EVT_WDF_DEVICE_FILE_CREATE",
                                        NULL};
    enum { MAJOR_PNP = 0x1b };
    return r->role && (text_is_one_of(r->role->name, roles) || r->major == MAJOR_PNP);
}

/* Windows holds a lock around it that is none of ours. */
static bool is_serialized(const struct run *r)
{
    static const char *const roles[] = {"DRIVER_STARTIO", "DRIVER_CANCEL", NULL};
    return r->role && (role_is_interrupt(r->role) || text_is_one_of(r->role->name, roles) ||
                       (r->e->scopes && !strncmp(r->role->name, "EVT_WDF_", 8)));
}

static uint64_t bit_of(struct engine *e, struct record *k, uint64_t key)
{
    for (uint32_t i = 0; i < k->lock_count; i++)
        if (k->locks[i] == key)
            return UINT64_C(1) << i;
    if (!key || k->lock_count == MOST_LOCKS)
        return 0;
    if (!k->locks)
        k->locks = arena_array(e->arena, MOST_LOCKS, sizeof *k->locks);
    k->locks[k->lock_count] = key;
    return UINT64_C(1) << k->lock_count++;
}

/* Of a structure or union without a name: nothing says that it is the same in two functions. */
static bool is_nameless(const char *record)
{
    return !strncmp(record, "anon", 4) || !strncmp(record, "union.", 6);
}

/* The data that an operand is the address of, by a name that is the same in every function; NULL: not known. */
static const char *field_of(const struct run *r, const struct operand *o, struct place *place)
{
    const struct function *f = r->f;
    const char *record = NULL;
    int64_t offset = 0;
    while (o->kind == OPERAND_INSTRUCTION && f->instructions[o->index].op == OP_ADDRESS) {
        const struct instruction *in = &f->instructions[o->index];
        if (in->operand_count > 1 && record && !is_nameless(record))
            break;
        if (in->record) {
            if ((!record || is_nameless(record)) && place)
                *place = in->place;
            record = in->record;
            offset = in->field + (in->operand_count == 1 ? offset : 0);
        } else {
            offset = in->operand_count == 1 ? offset + in->size : 0;
        }
        o = &in->operands[0];
    }
    if (o->kind == OPERAND_VALUE && o->value.base) {
        const struct node *n = constant_at(f, o->value);
        if (n->kind != NODE_GLOBAL || r->p->globals[n->a].constant)
            return NULL;
        offset += o->value.offset;
        return arena_format(r->e->arena, "%s %lld", r->p->globals[n->a].name, (long long)offset);
    }
    if (!record || is_nameless(record))
        return NULL;
    return arena_format(r->e->arena, "%s+%lld", record, (long long)offset);
}

/* Nobody else knows the memory yet. */
static bool is_private(const struct run *r, const struct state *s, struct value address)
{
    node_id object = value_object(&r->p->nodes, address.base);
    if (node_at(r->p, object)->kind == NODE_LOCAL)
        return true;
    for (int i = 0; i < 2; i++) {
        for (uint32_t k = 0; object && k < s->thing_count; k++)
            if (s->things[k].subject.base == object && s->things[k].own && class_is_whole(s->things[k].class))
                return true;
        if (node_at(r->p, object)->kind != NODE_CONTEXT)
            return false;
        object = node_at(r->p, object)->x.base;
    }
    return false;
}

static struct visit *visit_at(struct run *r, struct visits *v, const struct instruction *in)
{
    const size_t number = (size_t)(in - r->f->instructions);
    if (!v->at)
        v->at = arena_array(r->e->arena, r->f->instruction_count, sizeof *v->at);
    if (!v->at[number]) {
        v->items = record_room(r->e->arena, v->items, v->count, &v->room, sizeof *v->items);
        v->items[v->count++] = (struct visit){.in = in, .function = r->f, .all = ANY_LOCK};
        v->at[number] = v->count;
    }
    return &v->items[v->at[number] - 1];
}

static struct visit *visit(struct run *r, const struct state *s, struct visits *v, const struct instruction *in)
{
    struct visit *x = visit_at(r, v, in);
    uint64_t held = 0;
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (!class_table[t->class].lock)
            continue;
        const uint64_t bit = t->class == CLASS_OBJECT_LOCK ? 0 : bit_of(r->e, r->e->record, t->key);
        if (t->status == STATUS_HAD) {
            held |= bit;
            x->any |= bit ? bit : ANY_LOCK;
        } else if (t->given) {
            x->released |= bit ? bit : ANY_LOCK;
        }
    }
    x->all &= held;
    if (r->role)
        x->by_windows = true;
    else
        x->by_driver = true;
    if (is_serialized(r))
        x->any = ANY_LOCK;
    return x;
}

static bool access(struct run *r, struct state *s, struct value address, unsigned width, bool write,
                   const struct instruction *in)
{
    (void)width;
    if (r->f->from_kit || in->op == OP_SET || in->op == OP_COPY || is_alone(r) || is_private(r, s, address))
        return true;
    const uint32_t number = in->op == OP_STORE ? 1 : 0;
    const char *field = number < in->operand_count ? field_of(r, &in->operands[number], NULL) : NULL;
    if (!field)
        return true;
    struct visit *v = visit(r, s, &r->e->record->accesses, in);
    v->write |= write;
    v->field = field;
    if ((in->op != OP_LOAD && in->op != OP_STORE) || in->is_volatile) /* atomic, or meant to be looked at so */
        v->any = ANY_LOCK;
    return true;
}

/* Locks by other means than those whose effects are known: which, and until when, is not known. */
static bool locks_otherwise(const struct run *r, const struct call *c)
{
    static const char *const words[] = {"Acquire", "Lock", "KeWaitFor", "Enter", "Synchroni", NULL};
    for (uint32_t i = 0; c->contract && i < c->contract->effect_count; i++)
        if (class_table[c->contract->effects[i].class].lock)
            return false;
    const struct summary *m = summary_of(r, c->callee);
    for (uint32_t i = 0; m && i < m->outcome_count; i++)
        for (uint32_t k = 0; k < m->outcomes[i].state->thing_count; k++)
            if (class_table[m->outcomes[i].state->things[k].class].lock)
                return false;
    if (strstr(c->callee->name, "RemoveLock") || strstr(c->callee->name, "Interlocked") ||
        strstr(c->callee->name, "Initialize") || strstr(c->callee->name, "LockCreate"))
        return false;
    for (const char *const *w = words; *w; w++)
        if (strstr(c->callee->name, *w))
            return true;
    return false;
}

/* The inline functions of lists change the head that they are given. */
static void look_at_list(struct run *r, struct state *s, const struct call *c)
{
    static const char *const names[] = {"InsertHeadList", "InsertTailList", "RemoveHeadList",
                                        "RemoveTailList", "IsListEmpty",    NULL};
    if (!c->count || !text_is_one_of(c->callee->name, names) || is_private(r, s, c->arguments[0]))
        return;
    const char *field = field_of(r, &c->in->operands[0], NULL);
    if (!field)
        return;
    struct visit *v = visit(r, s, &r->e->record->accesses, c->in);
    v->write = strcmp(c->callee->name, "IsListEmpty") != 0;
    v->field = field;
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    struct record *k = r->e->record;
    if (r->f->from_kit || !c->callee)
        return true;
    k->unclear |= locks_otherwise(r, c);
    if (is_alone(r))
        return true;
    look_at_list(r, s, c);
    const bool fresh = c->count && c->arguments[0].base && is_private(r, s, c->arguments[0]) &&
                       node_at(r->p, value_object(&r->p->nodes, c->arguments[0].base))->kind != NODE_LOCAL;
    if (c->callee->defined && !c->callee->from_kit && !fresh)
        visit(r, s, &k->calls, c->in)->callee = c->callee;
    return true;
}

static void begin(struct run *r, struct state *s)
{
    (void)s;
    const bool unknown = !r->role && !r->f->role && (r->f->address_taken || !r->f->called);
    r->e->record->concurrent |= unknown || (r->role && !is_alone(r));
}

static void finish(struct run *r)
{
    r->e->record->unclear |= r->bounded;
}

const struct family family_guarded = {
    .name = "guarded", .begin = begin, .access = access, .call = call, .finish = finish};

/* From the locks of one function to those of the driver; for one that has no bit there, `otherwise`. */
static uint64_t translated(struct engine *e, const struct record *k, uint64_t set, uint64_t otherwise)
{
    uint64_t out = 0;
    for (uint32_t i = 0; i < k->lock_count && set != ANY_LOCK; i++)
        if (set >> i & 1) {
            const uint64_t bit = bit_of(e, e->whole, k->locks[i]);
            out |= bit ? bit : otherwise;
        }
    return set == ANY_LOCK ? ANY_LOCK : out;
}

static void take(struct engine *e, const struct record *k, const struct visits *from, struct visits *to)
{
    for (uint32_t i = 0; i < from->count; i++) {
        struct visit v = from->items[i];
        v.all = translated(e, k, v.all, 0);
        v.any = translated(e, k, v.any, ANY_LOCK);
        v.released = translated(e, k, v.released, ANY_LOCK);
        to->items = record_room(e->arena, to->items, to->count, &to->room, sizeof *to->items);
        to->items[to->count++] = v;
    }
}

void guarded_take(struct engine *e, const struct record *k)
{
    for (uint32_t i = 0; i < k->lock_count; i++)
        bit_of(e, e->whole, k->locks[i]);
    take(e, k, &k->accesses, &e->whole->accesses);
    take(e, k, &k->calls, &e->whole->calls);
}

/* What runs a function, as far as it interrupts the others or they run beside it. */
enum runner { IN_ISR = 1, IN_DPC = 2, IN_DISPATCH = 4, IN_QUEUE = 8, IN_WORK = 16, IN_THREAD = 32, IN_PARALLEL = 64 };

static uint8_t context_of(const struct engine *e, const struct function *f)
{
    static const struct {
        const char *role;
        enum runner runner;
    } table[] = {{"KSERVICE_ROUTINE", IN_ISR},
                 {"KMESSAGE_SERVICE_ROUTINE", IN_ISR},
                 {"EVT_WDF_INTERRUPT_ISR", IN_ISR},
                 {"KDEFERRED_ROUTINE", IN_DPC},
                 {"IO_DPC_ROUTINE", IN_DPC},
                 {"IO_TIMER_ROUTINE", IN_DPC},
                 {"EVT_WDF_INTERRUPT_DPC", IN_DPC},
                 {"EVT_WDF_DPC", IN_DPC},
                 {"EVT_WDF_TIMER", IN_DPC},
                 {"DRIVER_DISPATCH", IN_DISPATCH},
                 {"EVT_WDF_IO_QUEUE_IO_READ", IN_QUEUE},
                 {"EVT_WDF_IO_QUEUE_IO_WRITE", IN_QUEUE},
                 {"EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL", IN_QUEUE},
                 {"EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL", IN_QUEUE},
                 {"EVT_WDF_IO_QUEUE_IO_DEFAULT", IN_QUEUE},
                 {"EVT_WDF_WORKITEM", IN_WORK},
                 {"IO_WORKITEM_ROUTINE", IN_WORK},
                 {"IO_WORKITEM_ROUTINE_EX", IN_WORK},
                 {"KSTART_ROUTINE", IN_THREAD}};
    for (size_t i = 0; f->role && i < sizeof table / sizeof *table; i++)
        if (!strcmp(f->role->name, table[i].role))
            return (uint8_t)(table[i].runner | (table[i].runner == IN_QUEUE && e->parallel[f->id] ? IN_PARALLEL : 0));
    return 0;
}

static uint8_t contexts_of(const struct guarded *g, const struct visit *v)
{
    return (uint8_t)((v->by_driver ? g->entries[v->function->id].contexts : 0) |
                     (v->by_windows ? context_of(g->e, v->function) : 0));
}

/* Callers and their locks: what a visit holds in all, and whether it may happen beside others. */
static bool whole_visit(const struct guarded *g, const struct visit *v, uint64_t *all, uint64_t *any)
{
    const struct entry *in = &g->entries[v->function->id];
    const bool by_driver = v->by_driver && in->concurrent;
    *all = v->all;
    *any = v->any | (in->unclear ? ANY_LOCK : 0);
    if (by_driver) {
        if (!v->by_windows)
            *all |= in->all & ~v->released;
        *any |= in->any;
    }
    return by_driver || v->by_windows;
}

static void spread(const struct guarded *g)
{
    const struct program *p = g->e->p;
    for (uint32_t i = 0; i < p->function_count; i++) {
        const struct record *k = p->functions[i]->record;
        g->entries[i] = (struct entry){.concurrent = k && k->concurrent, .unclear = k && k->unclear};
        g->entries[i].all = g->entries[i].concurrent ? 0 : ANY_LOCK;
    }
    for (bool again = true; again;) {
        again = false;
        for (uint32_t i = 0; i < g->whole->calls.count; i++) {
            uint64_t all, any;
            if (!whole_visit(g, &g->whole->calls.items[i], &all, &any))
                continue;
            struct entry *to = &g->entries[g->whole->calls.items[i].callee->id];
            const struct entry before = *to;
            to->all &= all;
            to->any |= any;
            to->concurrent = true;
            to->contexts |= contexts_of(g, &g->whole->calls.items[i]);
            again |= before.contexts != to->contexts;
            again |= before.all != to->all || before.any != to->any || !before.concurrent;
        }
    }
}

/* The accesses of one field that stand on one line. */
struct spot {
    const char *field;
    struct function *function;
    const struct instruction *in;
    uint64_t all, any;
    uint8_t contexts;
    bool write, update; /* update: what is written depends on what was there */
};

static int by_field(const void *a, const void *b)
{
    const struct spot *x = a, *y = b;
    const int order = strcmp(x->field, y->field);
    if (order)
        return order;
    if (x->in->place.file != y->in->place.file)
        return x->in->place.file < y->in->place.file ? -1 : 1;
    if (x->in->place.line != y->in->place.line)
        return x->in->place.line < y->in->place.line ? -1 : 1;
    return x->in->id < y->in->id ? -1 : x->in->id > y->in->id;
}

static const char *name_of_field(struct engine *e, const struct spot *s)
{
    const struct run r = {.e = e, .p = e->p, .f = s->function};
    const char *space = strchr(s->field, ' ');
    if (space && !strcmp(space, " 0")) /* of a global, all of it */
        return arena_format(e->arena, "`%s`", arena_substring(e->arena, s->field, (size_t)(space - s->field)));
    struct place place = {0};
    size_t length, n = 0;
    const char *given = s->in->op == OP_CALL ? first_argument(e, s->in) : NULL;
    if (given)
        return given;
    field_of(&r, &s->in->operands[s->in->op == OP_STORE ? 1 : 0], &place);
    if (!place.line && s->in->op == OP_LOAD)
        place = s->in->place;
    const char *line = source_line(e->findings, place.file, place.line, &length);
    if (line && place.column && place.column <= length) {
        line += place.column - 1;
        while (isalnum((unsigned char)line[n]) || line[n] == '_')
            n++;
    }
    if (n)
        return arena_format(e->arena, "`%s`", arena_substring(e->arena, line, n));
    return space ? arena_format(e->arena, "`%s`", arena_substring(e->arena, s->field, (size_t)(space - s->field)))
                 : "the field";
}

static void report(struct engine *e, const struct spot *odd, const struct spot *spots, uint32_t count, uint32_t lock)
{
    enum { MOST_STEPS = 6 };
    struct arena *a = e->arena;
    const char *field = name_of_field(e, odd), *guard = lock_name(e, e->whole->locks[lock]);
    struct finding *f = finding_add(e->findings, CODE_CHK5005, odd->in->place, odd->function, NULL,
                                    arena_format(a, "%s is %s without %s, which guards it elsewhere", field,
                                                 odd->write ? "written" : "read", guard));
    finding_label(e->findings, f, arena_format(a, "%s is not held here", guard),
                  "acquire the lock around it; where nobody else can be there, say so in a comment that allows it");
    f->steps = arena_array(a, MOST_STEPS, sizeof *f->steps);
    f->step_count = 0;
    for (uint32_t i = 0; i < count && f->step_count < MOST_STEPS; i++)
        if (spots[i].all >> lock & 1)
            f->steps[f->step_count++] = (struct finding_step){
                .place = spots[i].in->place,
                .text = arena_format(a, "%s is %s with the lock held, in %s", field,
                                     spots[i].write ? "written" : "read", spots[i].function->name)};
}

/* How many places of a field hold a lock, and how many do not. */
struct share {
    uint32_t with, without;
    bool write, apart; /* one that holds it writes; they are in several functions */
};

static struct share share_of(const struct spot *spots, uint32_t count, uint32_t lock)
{
    struct share s = {0};
    const struct function *first = NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (spots[i].all >> lock & 1) {
            s.with++;
            s.write |= spots[i].write;
            s.apart |= first && first != spots[i].function;
            first = first ? first : spots[i].function;
        } else if (!(spots[i].any >> lock & 1)) {
            s.without++;
        }
    }
    return s;
}

/* The structure that a name of data begins with, its length; that of a global is none. */
static size_t structure_of(const char *field)
{
    const size_t length = strcspn(field, "+");
    return field[length] ? length : 0;
}

/* A lock guards what lies beside it: what else is accessed while it is held, mostly elements of lists, may be the
 * accessor's own at other times. */
static bool lies_beside(struct engine *e, uint32_t lock, const char *field)
{
    const struct lock_place *place = lock_place(e, e->whole->locks[lock]);
    if (!place)
        return false;
    const struct run r = {.e = e, .p = e->p, .f = place->function};
    const struct instruction *in = place->in;
    const struct operand *o = &in->operands[0];
    if (o->kind == OPERAND_INSTRUCTION && r.f->instructions[o->index].op == OP_LOAD) /* a handle */
        o = &r.f->instructions[o->index].operands[0];
    const char *name = field_of(&r, o, NULL);
    const size_t length = structure_of(field);
    return name && structure_of(name) == length && !strncmp(name, field, length);
}

static void judge(struct engine *e, const struct spot *spots, uint32_t count)
{
    enum { LEAST = 4, OF = 5, GUARDED = 4 };
    for (uint32_t lock = 0; lock < e->whole->lock_count; lock++) {
        if (!lies_beside(e, lock, spots->field))
            continue;
        const struct share s = share_of(spots, count, lock);
        if (!s.without || !s.write || s.with + s.without < LEAST ||
            (s.without > 1 && s.with * OF < (s.with + s.without) * GUARDED))
            continue;
        for (uint32_t i = 0; i < count; i++)
            if ((s.apart || spots[i].write) && !(spots[i].any >> lock & 1) && !(spots[i].all >> lock & 1))
                report(e, &spots[i], spots, count, lock);
        return;
    }
}

/* The instruction that makes an operand, but for changes of its width. */
static const struct instruction *maker_of(const struct function *f, const struct operand *o)
{
    while (o->kind == OPERAND_INSTRUCTION && f->instructions[o->index].op == OP_CAST)
        o = &f->instructions[o->index].operands[0];
    return o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
}

static bool same_address(const struct function *f, const struct operand *x, const struct operand *y, int depth)
{
    enum { DEEPEST = 8 };
    if (x->kind != y->kind || depth > DEEPEST)
        return false;
    if (x->kind == OPERAND_VALUE)
        return value_same(x->value, y->value);
    if (x->kind != OPERAND_INSTRUCTION || x->index == y->index)
        return x->index == y->index;
    const struct instruction *a = &f->instructions[x->index], *b = &f->instructions[y->index];
    bool same = a->op == b->op && (a->op == OP_ADDRESS || a->op == OP_LOAD || a->op == OP_CAST) && a->size == b->size &&
                a->operand_count == b->operand_count;
    for (uint32_t i = 0; same && i < a->operand_count; i++)
        same = same_address(f, &a->operands[i], &b->operands[i], depth + 1);
    return same;
}

/* d->count++, d->flags |= bit, and lists. */
static bool is_update(const struct function *f, const struct instruction *in)
{
    if (in->op == OP_CALL)
        return true;
    const struct instruction *made = in->op == OP_STORE ? maker_of(f, &in->operands[0]) : NULL;
    if (!made || made->op != OP_BINARY)
        return false;
    for (uint32_t i = 0; i < made->operand_count; i++) {
        const struct instruction *from = maker_of(f, &made->operands[i]);
        if (from && from->op == OP_LOAD && same_address(f, &from->operands[0], &in->operands[1], 0))
            return true;
    }
    return false;
}

/* One of the two runs at a higher level, so that it comes in the midst of the other, or beside it. */
static bool at_once(uint8_t x, uint8_t y)
{
    enum { PASSIVE = IN_DISPATCH | IN_QUEUE | IN_WORK | IN_THREAD };
    return (x & IN_ISR && y & (IN_DPC | PASSIVE)) || (y & IN_ISR && x & (IN_DPC | PASSIVE)) ||
           (x & IN_DPC && y & PASSIVE) || (y & IN_DPC && x & PASSIVE) || x & y & IN_PARALLEL;
}

static void report_update(struct engine *e, const struct spot *here, const struct spot *there)
{
    struct arena *a = e->arena;
    const char *name = name_of_field(e, here);
    struct finding *f = finding_add(e->findings, CODE_CHK5009, here->in->place, here->function, NULL,
                                    arena_format(a, "%s is changed without a lock, and %s may do so at the same time",
                                                 name, there->function->name));
    finding_label(e->findings, f, "one of the two changes may be lost",
                  "have both under one lock, or use an interlocked function in both places");
    const char *how = here->contexts & there->contexts & IN_PARALLEL ? "for several requests at a time"
                      : there->contexts & IN_ISR                     ? "for an interrupt"
                      : there->contexts & IN_DPC                     ? "as a DPC"
                                                                     : "below its level";
    f->steps = arena_array(a, 1, sizeof *f->steps);
    f->steps[0] = (struct finding_step){
        .place = there->in->place,
        .text = arena_format(a, "%s is changed in %s, which runs %s", name, there->function->name, how)};
    f->step_count = 1;
}

static void judge_updates(struct engine *e, const struct spot *spots, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; !spots[i].any && spots[i].update && k < count; k++)
            if ((k != i || spots[k].contexts & IN_PARALLEL) && spots[k].update &&
                at_once(spots[i].contexts, spots[k].contexts)) {
                report_update(e, &spots[i], &spots[k]);
                break;
            }
}

/* One a line, sorted by field. */
static uint32_t merge(struct spot *spots, uint32_t count)
{
    uint32_t out = 0;
    qsort(spots, count, sizeof *spots, by_field);
    for (uint32_t i = 0; i < count; i++) {
        struct spot *last = out ? &spots[out - 1] : NULL;
        if (last && !strcmp(last->field, spots[i].field) && last->in->place.file == spots[i].in->place.file &&
            last->in->place.line == spots[i].in->place.line) {
            last->all &= spots[i].all;
            last->any |= spots[i].any;
            last->write |= spots[i].write;
            last->update |= spots[i].update;
            last->contexts |= spots[i].contexts;
        } else {
            spots[out++] = spots[i];
        }
    }
    return out;
}

void guarded_end(struct engine *e)
{
    const struct visits *accesses = &e->whole->accesses;
    const struct guarded g = {e, e->whole, arena_array(e->arena, (size_t)e->p->function_count + 1, sizeof *g.entries)};
    struct spot *spots = memory_new((size_t)accesses->count + 1, sizeof *spots);
    uint32_t count = 0;
    spread(&g);
    for (uint32_t i = 0; i < accesses->count; i++) {
        const struct visit *v = &accesses->items[i];
        struct spot s = {.field = v->field, .function = v->function, .in = v->in, .write = v->write};
        if (!whole_visit(&g, v, &s.all, &s.any))
            continue;
        s.contexts = contexts_of(&g, v);
        s.update = v->write && is_update(v->function, v->in);
        spots[count++] = s;
    }
    count = merge(spots, count);
    for (uint32_t i = 0, from = 0; i < count; i++)
        if (i + 1 == count || strcmp(spots[i].field, spots[i + 1].field) != 0) {
            judge(e, &spots[from], i + 1 - from);
            judge_updates(e, &spots[from], i + 1 - from);
            from = i + 1;
        }
    free(spots);
}
