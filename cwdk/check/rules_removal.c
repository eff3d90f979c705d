/* Remove locks: who uses a device holds its lock, releases it once on each way, and uses it no more. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <string.h>

enum { STACK_LOCATION = 0xB8, EXTENSION = 0x40 }; /* of an IRP, and of a device object, on amd64 */
enum { MAJOR_PNP = 0x1B, MINOR_REMOVE = 2, MINOR_AT = 1, PENDING = 0x103 };

static const char *name_of(const struct call *c)
{
    return !c->callee ? "" : c->contract ? c->contract->name : c->callee->name;
}

static bool is_dispatch(const struct run *r)
{
    return r->role && !strncmp(r->role->name, "DRIVER_DISPATCH", 15) && r->f->parameter_count > 1;
}

static struct value parameter(struct run *r, uint32_t number)
{
    return value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 64, .a = number}));
}

/* A hold of a lock: each tag is another one. */
static struct value hold_of(struct run *r, struct value lock, struct value tag)
{
    if (!lock.base)
        return lock;
    return value_of(nodes_get(
        &r->p->nodes, (struct node){.kind = NODE_CONTEXT, .width = 64, .b = CONTEXT_HOLD, .x = lock, .y = tag}));
}

static struct value lock_of(const struct run *r, struct value hold)
{
    return node_at(r->p, hold.base)->x;
}

static const char *name_of_lock(struct run *r, struct state *s, struct value lock)
{
    return name_of_value(r, s, lock, "the remove lock");
}

static void released(struct run *r, struct state *s, struct value hold, const struct instruction *in,
                     const struct step *inside)
{
    const struct thing *t = state_thing(s, hold, CLASS_REMOVE_LOCK);
    const bool late = t && t->status == STATUS_TAKEN;
    if (late || (t && t->status == STATUS_ENDED))
        thing_report(
            r, s, t, CODE_CHK9005, in, inside,
            arena_format(r->e->arena, "%s is released, but it is not held", name_of_lock(r, s, lock_of(r, hold))),
            late ? "it could not be acquired on this path, or was waited for"
                 : "already released on this path, with that tag",
            "release it as often as it was acquired");
    if (!t && value_is_given(r->p, hold.base))
        summary_use(r, s, USE_RELEASES, hold, 0, in, inside ? inside : s->step);
}

/* Some other request than to remove the device is what the routine is called for. */
static bool is_other_request(struct run *r, struct state *s, const struct instruction *in)
{
    if (!is_dispatch(r) || r->major < 0)
        return false;
    if (r->major != MAJOR_PNP)
        return true;
    const struct value irp = parameter(r, 1);
    const struct value location = memory_load(r, s, (struct value){irp.base, STACK_LOCATION}, 64, in);
    if (!location.base)
        return false;
    const struct value minor = memory_load(r, s, (struct value){location.base, location.offset + MINOR_AT}, 8, in);
    const struct range range = state_range(r->p, s, minor);
    return range.low > MINOR_REMOVE || range.high < MINOR_REMOVE;
}

/* It lies in the extension of the device that the routine is called for, or is that. */
static bool is_of_device(struct run *r, struct value lock)
{
    const struct node *n = node_at(r->p, lock.base);
    return n->kind == NODE_INITIAL && n->x.base == parameter(r, 0).base && n->x.offset == EXTENSION;
}

static void waits(struct run *r, struct state *s, struct value lock, const struct instruction *in,
                  const struct step *inside)
{
    if (!r->role && value_is_given(r->p, lock.base))
        summary_use(r, s, USE_LAST, lock, 0, in, inside ? inside : s->step);
    else if (is_of_device(r, lock) && is_other_request(r, s, in))
        thing_report(r, s, NULL, CODE_CHK9007, in, inside,
                     arena_format(r->e->arena, "%s is released for the last time, and the device stays",
                                  name_of_lock(r, s, lock)),
                     "nobody can acquire it again",
                     "call IoReleaseRemoveLock here, and this one for IRP_MN_REMOVE_DEVICE");
}

static void forget_locks(struct state *s)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].class != CLASS_REMOVE_LOCK || s->things[i].status != STATUS_HAD)
            s->things[out++] = s->things[i];
    s->thing_count = out;
}

/* Somebody else may release it later: a routine that was queued, or a function that is not known. */
static bool hands_on(const struct call *c)
{
    static const char *const starts[] = {
        "IoQueueWorkItem", "ExQueueWorkItem",         "PoRequestPowerIrp", "PsCreateSystemThread",
        "KeSetTimer",      "KeSetCoalescableTimer",   "KeInsert",          "IoStartPacket",
        "IoCsq",           "IoSetCompletionRoutineEx"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (!strncmp(name_of(c), starts[i], strlen(starts[i])))
            return true;
    bool knows = false;
    for (uint32_t i = 0; i < c->count; i++)
        knows |= c->in->operands[i].width == 64 && c->arguments[i].base;
    return knows && (!c->callee || (!c->callee->defined && !c->callee->contract));
}

/* The structure that an operand is a field of, or was read from, as a number; 0: not known. */
static uint64_t record_of(const struct function *f, const struct operand *o)
{
    const struct instruction *in = o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
    if (in && in->op == OP_LOAD)
        in = in->operands[0].kind == OPERAND_INSTRUCTION ? &f->instructions[in->operands[0].index] : NULL;
    return in && in->op == OP_ADDRESS && in->record ? text_hash64(in->record) : 0;
}

/* A lock that lies in such a structure is acquired, or an IRP sent on without. */
static void note_way(struct run *r, enum lock_way way, uint64_t record, const struct instruction *in,
                     const struct step *step)
{
    lock_used(r->e->record, r->e->arena, (struct lock_use){record, in, r->f, step, (uint8_t)way});
}

static bool has_hold(const struct run *r, const struct state *s, node_id extension)
{
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].class == CLASS_REMOVE_LOCK && lock_of(r, s->things[i].subject).base == extension)
            return true;
    return false;
}

/* An IRP goes to a device that the extension knows. */
static void look_at_extension(struct run *r, struct state *s, struct value extension, uint32_t id,
                              const struct instruction *in, const struct step *inside)
{
    if (has_hold(r, s, extension.base))
        return;
    if (!r->role && value_is_given(r->p, extension.base)) {
        summary_use(r, s, USE_SENDS, extension, 0, r->p->by_id[id], inside ? inside : s->step);
    } else if (is_dispatch(r) && is_of_device(r, extension)) {
        const struct step *before = s->step;
        if (inside)
            path_step(r, s, STEP_INSIDE, in)->inside = inside;
        const struct instruction *sent = r->p->by_id[id];
        note_way(r, WAY_BARE, record_of(r->p->owner_by_id[id], &sent->operands[0]), in, s->step);
        s->step = before;
    }
}

/* The device below is known from what the lock guards. */
static void look_at_sending(struct run *r, struct state *s, struct value device, const struct instruction *in)
{
    const struct node *n = node_at(r->p, device.base);
    for (uint32_t i = 0; n->kind == NODE_INITIAL && i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (t->class != CLASS_REMOVE_LOCK || t->status != STATUS_ENDED || t->given ||
            lock_of(r, t->subject).base != n->x.base)
            continue;
        thing_report(r, s, t, CODE_CHK9006, in, NULL, "an IRP is sent on after the remove lock was released",
                     "the device below may be gone by now", "release it after the call, or in the completion routine");
        return;
    }
}

static void release(struct run *r, struct state *s, struct value hold, const struct instruction *in)
{
    const struct thing *t = state_thing(s, hold, CLASS_REMOVE_LOCK);
    if (t && t->status == STATUS_SHARED) /* held more than once, it is not followed */
        return;
    released(r, s, hold, in, NULL);
    thing_mark(r, s, hold, CLASS_REMOVE_LOCK, STATUS_ENDED, in, NULL);
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const char *name = name_of(c);
    if (r->f->from_kit)
        return true;
    if (hands_on(c))
        forget_locks(s);
    if (c->count > 1 && !strcmp(name, "IoReleaseRemoveLockEx")) {
        release(r, s, hold_of(r, c->arguments[0], c->arguments[1]), c->in);
    } else if (c->count > 1 && !strcmp(name, "IoReleaseRemoveLockAndWaitEx")) {
        waits(r, s, c->arguments[0], c->in, NULL);
        thing_mark(r, s, hold_of(r, c->arguments[0], c->arguments[1]), CLASS_REMOVE_LOCK, STATUS_TAKEN, c->in, NULL);
    } else if (c->count > 1 &&
               (!strcmp(name, "IofCallDriver") || !strcmp(name, "IoCallDriver") || !strcmp(name, "PoCallDriver"))) {
        look_at_sending(r, s, c->arguments[0], c->in);
        const struct node *n = node_at(r->p, c->arguments[0].base);
        if (n->kind == NODE_INITIAL)
            look_at_extension(r, s, value_of(n->x.base), c->in->id, c->in, NULL);
    }
    return true;
}

static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    if (r->f->from_kit || c->count < 2 || strcmp(name_of(c), "IoAcquireRemoveLockEx") != 0)
        return;
    const struct value hold = hold_of(r, c->arguments[0], c->arguments[1]);
    const struct thing *t = state_thing(s, hold, CLASS_REMOVE_LOCK);
    note_way(r, WAY_HELD, record_of(r->f, &c->in->operands[0]), c->in, NULL);
    const bool again = t && (t->status == STATUS_HAD || t->status == STATUS_SHARED);
    const bool failed = state_range(r->p, s, result).low < 0;
    if (!failed || !again)
        thing_mark(r, s, hold, CLASS_REMOVE_LOCK,
                   failed  ? STATUS_TAKEN
                   : again ? STATUS_SHARED
                           : STATUS_HAD,
                   c->in, NULL);
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind == USE_RELEASES)
        released(r, s, subject, in, u->step);
    else if (u->kind == USE_LAST)
        waits(r, s, subject, in, u->step);
    else if (u->kind == USE_SENDS)
        look_at_extension(r, s, subject, u->instruction, in, u->step);
    return true;
}

/* Released with another tag: careless, but released. */
static bool has_other_tag(const struct run *r, const struct state *s, struct value hold)
{
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].class == CLASS_REMOVE_LOCK && s->things[i].status != STATUS_HAD && s->things[i].given &&
            value_same(lock_of(r, s->things[i].subject), lock_of(r, hold)))
            return true;
    return false;
}

static void report_held(struct run *r, struct state *s, const struct thing *t, const struct instruction *in)
{
    struct instruction there = *in;
    there.place = way_out(r, s, in);
    if (has_other_tag(r, s, t->subject))
        return;
    thing_report(
        r, s, t, CODE_CHK9004, &there, NULL,
        arena_format(r->e->arena, "%s is not released on this path", name_of_lock(r, s, lock_of(r, t->subject))),
        "the device can never be removed: who removes it waits for this",
        "call IoReleaseRemoveLock on each way out after it was acquired");
}

/* The IRP is over, and nobody will be called who could release the lock for it. */
static bool is_done(struct run *r, const struct state *s)
{
    const struct value irp = parameter(r, 1);
    const struct thing *t = state_thing(s, irp, CLASS_IRP);
    const struct cell *skipped = state_cell(s, irp.base, IRP_SKIPPED);
    if (!t)
        return false;
    return t->status == STATUS_ENDED ||
           (t->status != STATUS_HAD && skipped && value_is_number(skipped->value) && skipped->value.offset);
}

static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    for (uint32_t i = 0; is_dispatch(r) && i < s->thing_count; i++)
        if (s->things[i].class == CLASS_REMOVE_LOCK)
            note_way(r, WAY_HELD, 0, in, NULL);
    if (!is_dispatch(r) || (value_is_number(result) && result.offset == PENDING) || !is_done(r, s))
        return;
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].class == CLASS_REMOVE_LOCK && s->things[i].status == STATUS_HAD)
            report_held(r, s, &s->things[i], in);
}

static bool releases_elsewhere(const struct run *r, struct value lock)
{
    for (uint32_t i = 0; i < r->exit_count; i++) {
        const struct thing *t = state_thing(r->exits[i].state, lock, CLASS_REMOVE_LOCK);
        if (t && t->status == STATUS_ENDED && !t->given)
            return true;
    }
    return false;
}

/* A function that releases what it acquires, but not where it fails. */
static void finish(struct run *r)
{
    for (uint32_t i = 0; !r->role && i < r->exit_count; i++) {
        struct state *s = r->exits[i].state;
        const enum result_class class = result_class(r, s, r->exits[i].value);
        if (class != RESULT_NEGATIVE && class != RESULT_NONE)
            continue;
        for (uint32_t k = 0; k < s->thing_count; k++)
            if (s->things[k].class == CLASS_REMOVE_LOCK && s->things[k].status == STATUS_HAD &&
                releases_elsewhere(r, s->things[k].subject))
                report_held(r, s, &s->things[k], r->exits[i].at);
    }
}

static bool acquires(const struct record *k, const struct function *f)
{
    for (uint32_t i = 0; i < k->use_count; i++)
        if (k->uses[i].function == f && k->uses[i].way == WAY_HELD)
            return true;
    return false;
}

/* Handles are open while these come, and a device that has one is not removed. */
static bool has_handle(const struct function *f)
{
    enum { CREATE = 1 << 0x00, CLOSE = 1 << 0x02, CLEANUP = 1 << 0x12 };
    return f->majors && !(f->majors & ~(uint32_t)(CREATE | CLOSE | CLEANUP));
}

/* Sends an IRP on from a structure with a lock that somebody acquires, but not this routine. */
static bool is_bare(const struct record *k, const struct lock_use *u)
{
    if (u->way != WAY_BARE || !u->key || has_handle(u->function) || acquires(k, u->function))
        return false;
    for (uint32_t i = 0; i < k->use_count; i++)
        if (k->uses[i].way == WAY_HELD && k->uses[i].key == u->key)
            return true;
    return false;
}

void removal_end(struct engine *e)
{
    const struct record *k = e->whole;
    const struct function *with = NULL;
    uint32_t held = 0, bare = 0;
    for (uint32_t i = 0; i < e->p->function_count; i++) {
        const struct function *f = e->p->functions[i];
        if (f->role && !strncmp(f->role->name, "DRIVER_DISPATCH", 15) && acquires(k, f) && held++ == 0)
            with = f;
    }
    for (uint32_t i = 0; i < k->use_count; i++)
        bare += is_bare(k, &k->uses[i]);
    for (uint32_t i = 0; held > 1 && held > bare && i < k->use_count; i++) {
        const struct lock_use *u = &k->uses[i];
        if (!is_bare(k, u))
            continue;
        struct arena *a = e->arena;
        finding_label(
            e->findings,
            finding_add(e->findings, CODE_CHK9014, u->in->place, u->function, u->step,
                        arena_format(a, "%s sends an IRP on without the remove lock, which other routines acquire",
                                     u->function->name)),
            arena_format(a, "nobody waits for this before the device goes; %s acquires the lock", with->name),
            "call IoAcquireRemoveLock first, fail the IRP where that fails, and release the lock when the IRP is done");
    }
}

const struct family family_removal = {
    .name = "removal", .call = call, .after = after, .use = use, .end = end, .finish = finish};
