/*
 * What is stopped and not waited for: a timer, a DPC or an interrupt goes no further, but its callback may run still,
 * on another processor, and what it uses is freed or unmapped. Judged over the whole driver, by the names that fields
 * and globals have in every function. Source of facts: the public documentation of the functions.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_MADE = 32, MOST_EVENTS = 64, MOST_DEPTH = 3 };

/* A timer or DPC, and the routine that it calls; of timers: whether some function starts it, and one waits for its end.
 */
struct made {
    const char *name;
    const struct function *routine;
    bool periodic, started, settled;
};

enum event_kind { STOPPED, WAITED, FREED };

struct event {
    enum event_kind kind;
    const char *name;             /* of what is stopped, of the field or global that leads to what is freed */
    const struct instruction *in; /* that does it */
    const struct function *in_function;
    uint32_t top; /* the instruction of the function that is looked at which does, or calls what does */
};

/* Names of what has none of its own: all DPCs of interrupts, the device with its extension. */
static const char interrupt[] = "interrupt", device[] = "device";

struct stopped {
    struct engine *e;
    struct made made[MOST_MADE];
    uint32_t made_count;
    const struct function *queued[MOST_MADE]; /* DPC routines that interrupts queue */
    uint32_t queued_count;
    bool *leads; /* by function: it, or something that it calls, has an event */
    struct event events[MOST_EVENTS];
    uint32_t event_count;
};

static const char *name_of(const struct instruction *in)
{
    return in->op == OP_CALL && in->callee ? in->callee->name : "";
}

static bool is_zero(const struct operand *o)
{
    return o->kind == OPERAND_VALUE && value_is_number(o->value) && !o->value.offset;
}

static bool is_local(const struct function *f, const struct operand *o)
{
    return o->kind == OPERAND_INSTRUCTION && f->instructions[o->index].op == OP_LOCAL;
}

/* The name of a handle or pointer; of a variable, that of what is stored into it, or of what it is stored into. */
static const char *lasting(const struct engine *e, const struct function *f, const struct operand *o)
{
    const char *name = lasting_name(e, f, o);
    const struct instruction *load = o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
    const struct operand *variable = load && load->op == OP_LOAD ? &load->operands[0] : o;
    if (name || !is_local(f, variable))
        return name;
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        if (in->op != OP_STORE)
            continue;
        const struct operand *from = &in->operands[0];
        const bool into = is_local(f, &in->operands[1]) && in->operands[1].index == variable->index;
        const struct instruction *read = from->kind == OPERAND_INSTRUCTION ? &f->instructions[from->index] : NULL;
        const bool out = read && read->op == OP_LOAD && is_local(f, &read->operands[0]) &&
                         read->operands[0].index == variable->index;
        const char *other = into && !is_zero(from) ? lasting_name(e, f, from)
                            : out                  ? lasting_name(e, f, &in->operands[1])
                                                   : NULL;
        if (name && other && strcmp(name, other) != 0)
            return NULL;
        name = other ? other : name;
    }
    return name;
}

static const struct function *function_at(const struct engine *e, const struct function *f, const struct operand *o)
{
    const struct node *n = o->kind == OPERAND_VALUE ? constant_at(f, o->value) : NULL;
    return n && n->kind == NODE_FUNCTION ? e->p->functions[n->a] : NULL;
}

/* The instruction that named a callback of that role last before the object is made; NULL: none. */
static const struct instruction *named_before(const struct engine *e, const struct function *f, uint32_t index,
                                              const char *role, const struct function **callback)
{
    while (index--) {
        const struct instruction *in = &f->instructions[index];
        for (uint32_t i = 0; i < in->operand_count; i++) {
            *callback = function_at(e, f, &in->operands[i]);
            if (*callback && (*callback)->role && !strcmp((*callback)->role->name, role))
                return in;
        }
    }
    return NULL;
}

static void add_made(struct stopped *all, const char *name, const struct function *routine, bool periodic)
{
    if (name && routine && all->made_count < MOST_MADE)
        all->made[all->made_count++] = (struct made){name, routine, periodic, false, false};
}

static void note_made(struct stopped *all, const struct function *f, uint32_t index)
{
    const struct instruction *in = &f->instructions[index];
    const char *name = name_of(in);
    const bool timer = !strcmp(name, "WdfTimerCreate");
    if ((timer || !strcmp(name, "WdfDpcCreate")) && in->operand_count > 2) {
        const struct function *callback = NULL;
        const struct instruction *named =
            named_before(all->e, f, index, timer ? "EVT_WDF_TIMER" : "EVT_WDF_DPC", &callback);
        if (named)
            add_made(all, lasting(all->e, f, &in->operands[2]), callback, strstr(name_of(named), "_PERIODIC") != NULL);
    } else if (!strcmp(name, "KeInitializeDpc") && in->operand_count > 1) {
        add_made(all, lasting(all->e, f, &in->operands[0]), function_at(all->e, f, &in->operands[1]), false);
    }
}

/* A timer is started, or its end waited for, here. */
static void note_use(struct stopped *all, const struct function *f, const struct instruction *in)
{
    const char *called = name_of(in);
    const bool starts = !strcmp(called, "WdfTimerStart"),
               settles = !strcmp(called, "WdfObjectDelete") ||
                         (!strcmp(called, "WdfTimerStop") && in->operand_count > 1 && !is_zero(&in->operands[1]));
    if (!starts && !settles)
        return;
    const char *name = lasting(all->e, f, &in->operands[0]);
    const bool any = !name && !strcmp(called, "WdfTimerStop");
    for (uint32_t i = 0; i < all->made_count; i++)
        if (any || (name && !strcmp(all->made[i].name, name))) {
            all->made[i].started |= starts;
            all->made[i].settled |= settles;
        }
}

static void add_queued(struct stopped *all, const struct function *routine)
{
    if (all->queued_count < MOST_MADE)
        all->queued[all->queued_count++] = routine;
}

static void note_queued(struct stopped *all, const struct function *f, const struct instruction *in)
{
    const char *name = name_of(in);
    const char *dpc =
        !strcmp(name, "KeInsertQueueDpc") && in->operand_count ? lasting(all->e, f, &in->operands[0]) : NULL;
    for (uint32_t i = 0; dpc && strchr(dpc, '+') && i < all->made_count; i++)
        if (!strcmp(all->made[i].name, dpc))
            add_queued(all, all->made[i].routine);
    for (uint32_t i = 0; !strcmp(name, "IoRequestDpc") && i < all->e->p->function_count; i++) {
        const struct function *k = all->e->p->functions[i];
        if (k->role && !strcmp(k->role->name, "IO_DPC_ROUTINE"))
            add_queued(all, k);
    }
}

static bool waits(const struct instruction *in)
{
    static const char *const names[] = {"KeFlushQueuedDpcs",
                                        "IoReleaseRemoveLockAndWaitEx",
                                        "ExWaitForRundownProtectionRelease",
                                        "WdfTimerStop",
                                        "WdfDpcCancel",
                                        "WdfObjectDelete",
                                        "WdfInterruptDisable",
                                        NULL};
    const struct function *k = in->callee;
    if (!k || (!k->defined && !k->contract && strncmp(k->name, "llvm.", 5) != 0))
        return true; /* whatever it does */
    for (uint32_t i = 0; k->contract && i < k->contract->effect_count; i++)
        if (k->contract->effects[i].verb == VERB_WAITS)
            return true;
    if (text_is_one_of(k->name, names))
        return true;
    return strstr(k->name, "Synchronously") != NULL;
}

/* What the call does, if it is an event; its name, or NULL. */
static const char *event_of(const struct stopped *all, const struct function *f, const struct instruction *in,
                            enum event_kind *kind)
{
    const char *name = name_of(in);
    const bool first = in->operand_count > 0;
    *kind = STOPPED;
    if (first && in->operand_count > 1 && !in->used && is_zero(&in->operands[1]) &&
        (!strcmp(name, "WdfTimerStop") || !strcmp(name, "WdfDpcCancel")))
        return lasting(all->e, f, &in->operands[0]);
    if (first && !strcmp(name, "KeRemoveQueueDpc") && !in->used)
        return lasting(all->e, f, &in->operands[0]);
    if (!strcmp(name, "IoDisconnectInterrupt") || !strcmp(name, "IoDisconnectInterruptEx"))
        return interrupt;
    *kind = FREED;
    if (!strcmp(name, "IoDeleteDevice"))
        return device;
    if (first &&
        (!strncmp(name, "ExFreePool", 10) || !strncmp(name, "MmUnmapIoSpace", 14) || !strcmp(name, "IoFreeMdl")))
        return lasting(all->e, f, &in->operands[0]);
    *kind = WAITED;
    return in->op == OP_CALL && waits(in) ? "" : NULL;
}

static void collect(struct stopped *all, const struct function *f, int depth, uint32_t top)
{
    for (uint32_t i = 0; i < f->instruction_count && all->event_count < MOST_EVENTS; i++) {
        const struct instruction *in = &f->instructions[i];
        enum event_kind kind;
        const char *name = in->op == OP_CALL ? event_of(all, f, in, &kind) : NULL;
        const uint32_t at = depth ? top : i;
        if (name)
            all->events[all->event_count++] = (struct event){kind, name, in, f, at};
        else if (in->op == OP_CALL && in->callee && all->leads[in->callee->id] && depth < MOST_DEPTH)
            collect(all, in->callee, depth + 1, at);
    }
}

const struct instruction *field_read(const struct engine *e, const struct function *f, const char *field, int depth)
{
    const struct instruction *there = NULL;
    for (uint32_t i = 0; i < f->instruction_count && !there; i++) {
        const struct instruction *in = &f->instructions[i];
        const struct function *k = in->op == OP_CALL ? in->callee : NULL;
        const char *read = in->op == OP_LOAD ? lasting_name(e, f, &in->operands[0]) : NULL;
        if (read && !strcmp(read, field))
            return in;
        if (k && k->defined && !k->from_kit && depth)
            there = field_read(e, k, field, depth - 1);
    }
    return there;
}

/* The function, or what it calls, acquires a lock. */
static bool locks(const struct function *f, int depth)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct function *k = f->instructions[i].op == OP_CALL ? f->instructions[i].callee : NULL;
        for (uint32_t x = 0; k && k->contract && x < k->contract->effect_count; x++)
            if (k->contract->effects[x].verb == VERB_ACQUIRES || k->contract->effects[x].verb == VERB_TRIES)
                return true;
        if (k && k->defined && !k->from_kit && depth && locks(k, depth - 1))
            return true;
    }
    return false;
}

static uint32_t block_of(const struct function *f, uint32_t index)
{
    uint32_t i = 0;
    while (i + 1 < f->block_count && (index < f->blocks[i].first || index >= f->blocks[i].first + f->blocks[i].count))
        i++;
    return i;
}

/* Some way leads from the one instruction to the other. */
static bool reaches(const struct function *f, uint32_t from, uint32_t to)
{
    const uint32_t start = block_of(f, from), goal = block_of(f, to);
    if (start == goal && from < to)
        return true;
    bool *seen = memory_new((size_t)f->block_count + 1, sizeof *seen);
    uint32_t *list = memory_new((size_t)f->block_count + 1, sizeof *list), count = 1;
    list[0] = start;
    for (uint32_t i = 0; i < count && !seen[goal]; i++) {
        const struct block *b = &f->blocks[list[i]];
        const struct instruction *last = b->count ? &f->instructions[b->first + b->count - 1] : NULL;
        for (uint32_t k = 0; last && k < last->target_count; k++)
            if (!seen[last->targets[k]]) {
                seen[last->targets[k]] = true;
                list[count++] = last->targets[k];
            }
    }
    const bool there = seen[goal];
    free(seen);
    free(list);
    return there;
}

static bool follows(const struct function *f, const struct event *a, const struct event *b)
{
    return a->top == b->top ? a < b : reaches(f, a->top, b->top);
}

static bool is_waited_for(const struct stopped *all, const struct function *f, const struct event *stop,
                          const struct event *gone)
{
    for (uint32_t i = 0; i < all->event_count; i++) {
        const struct event *w = &all->events[i];
        if (w->kind == WAITED && follows(f, stop, w) && follows(f, w, gone))
            return true;
    }
    return false;
}

/* The routine that may run still and uses what goes; NULL: none. */
static const struct function *user_of(const struct stopped *all, const struct event *stop, const struct event *gone)
{
    if (stop->name == interrupt) {
        for (uint32_t i = 0; i < all->queued_count; i++)
            if (gone->name == device || field_read(all->e, all->queued[i], gone->name, MOST_DEPTH))
                return all->queued[i];
        return NULL;
    }
    for (uint32_t i = 0; gone->name != device && i < all->made_count; i++)
        if (!strcmp(all->made[i].name, stop->name) && field_read(all->e, all->made[i].routine, gone->name, MOST_DEPTH))
            return all->made[i].routine;
    return NULL;
}

/* `stop` is NULL where nothing waits for it anywhere. */
static void report(struct engine *e, const struct event *stop, const struct event *gone, const struct function *user)
{
    struct arena *a = e->arena;
    const bool queued = stop && (stop->name == interrupt || !strncmp(name_of(stop->in), "Ke", 2));
    const char *argument = gone->name == device ? NULL : first_argument(e, gone->in);
    finding_label(e->findings,
                  finding_add(e->findings, CODE_CHK9011, gone->in->place, gone->in_function, NULL,
                              arena_format(a, "%s goes while %s may run",
                                           argument               ? argument
                                           : gone->name == device ? "the device"
                                                                  : "the memory",
                                           user->name)),
                  stop ? arena_format(a, "%s uses it, and %s does not wait for it", user->name, name_of(stop->in))
                       : arena_format(a, "%s uses it, again and again, and nothing waits for its end", user->name),
                  queued ? "call KeFlushQueuedDpcs before"
                  : stop ? "have the call that stops it wait (TRUE), at PASSIVE_LEVEL"
                         : "call WdfTimerStop with TRUE before: timers are there for longer than the hardware");
}

/* The hardware goes, while a periodic timer goes on until the device is deleted. */
static void judge_release(struct stopped *all, const struct function *f)
{
    for (uint32_t i = 0; i < all->event_count; i++) {
        const struct event *gone = &all->events[i];
        bool waited = gone->kind != FREED;
        for (uint32_t k = 0; k < all->event_count; k++)
            waited |= all->events[k].kind != FREED && follows(f, &all->events[k], gone);
        for (uint32_t k = 0; !waited && k < all->made_count; k++) {
            const struct made *m = &all->made[k];
            if (m->periodic && m->started && !m->settled && field_read(all->e, m->routine, gone->name, MOST_DEPTH)) {
                report(all->e, NULL, gone, m->routine);
                break;
            }
        }
    }
}

static void judge(struct stopped *all, const struct function *f)
{
    all->event_count = 0;
    collect(all, f, 0, 0);
    if (f->role && !strcmp(f->role->name, "EVT_WDF_DEVICE_RELEASE_HARDWARE"))
        judge_release(all, f);
    for (uint32_t i = 0; i < all->event_count; i++)
        for (uint32_t k = 0; all->events[i].kind == STOPPED && k < all->event_count; k++) {
            const struct event *stop = &all->events[i], *gone = &all->events[k];
            if (gone->kind != FREED || stop->top == gone->top || !follows(f, stop, gone) ||
                is_waited_for(all, f, stop, gone))
                continue;
            const struct function *user = user_of(all, stop, gone);
            if (user && !(gone->name != device && locks(user, MOST_DEPTH) && locks(f, MOST_DEPTH)))
                report(all->e, stop, gone, user);
        }
}

static bool is_service_routine(const struct function *f)
{
    return f->role &&
           (!strcmp(f->role->name, "KSERVICE_ROUTINE") || !strcmp(f->role->name, "KMESSAGE_SERVICE_ROUTINE"));
}

/* Which functions lead to an event; false where there is nothing to look for. */
static bool look(struct stopped *all)
{
    const struct program *p = all->e->p;
    bool stops = false;
    for (uint32_t i = 0; i < p->order_count; i++) {
        const struct function *f = p->order[i];
        for (uint32_t k = 0; f->defined && !f->from_kit && k < f->instruction_count; k++) {
            const struct instruction *in = &f->instructions[k];
            enum event_kind kind;
            if (in->op != OP_CALL)
                continue;
            note_made(all, f, k);
            const char *name = event_of(all, f, in, &kind);
            stops |= name && kind == STOPPED;
            all->leads[f->id] |= name != NULL || (in->callee && all->leads[in->callee->id]);
        }
    }
    for (uint32_t i = 0; all->made_count && i < p->order_count; i++)
        for (uint32_t k = 0; !p->order[i]->from_kit && k < p->order[i]->instruction_count; k++)
            note_use(all, p->order[i], &p->order[i]->instructions[k]);
    return stops || all->made_count;
}

void stopped_end(struct engine *e)
{
    struct stopped all = {.e = e};
    const struct program *p = e->p;
    all.leads = memory_new((size_t)p->function_count + 1, sizeof *all.leads);
    if (look(&all)) {
        for (uint32_t i = 0; i < p->function_count; i++)
            for (uint32_t k = 0; is_service_routine(p->functions[i]) && k < p->functions[i]->instruction_count; k++)
                note_queued(&all, p->functions[i], &p->functions[i]->instructions[k]);
        for (uint32_t i = 0; i < p->function_count; i++)
            if (p->functions[i]->defined && !p->functions[i]->from_kit && all.leads[i])
                judge(&all, p->functions[i]);
    }
    free(all.leads);
}
