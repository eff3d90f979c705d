/*
 * Timers of the driver as a whole: one that some function sets and none cancels, in a driver that can be unloaded; and
 * one that is cancelled, but whose DPC nobody waits for. Timers are told apart by lasting_name.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

struct timer {
    const char *name, *dpc;                    /* dpc: of its DPC, or NULL */
    const struct instruction *set, *cancelled; /* the first of each */
    const struct function *setter, *canceller;
    bool periodic, has_dpc, looked_at, known; /* known: to functions that do more than set and cancel it */
};

/* What a DPC calls. */
struct routine {
    const char *dpc;
    const struct function *function;
};

enum { MOST_TIMERS = 32, MOST_DEPTH = 6 };
struct timers {
    struct timer items[MOST_TIMERS];
    struct routine routines[MOST_TIMERS];
    uint32_t count, routine_count;
    bool unclear;        /* somebody cancels one that is not known */
    bool flushes;        /* waits for all DPCs, somewhere */
    bool unloads, waits; /* the driver can be unloaded; waits for something, somewhere */
};

static bool is_number(const struct operand *o, int64_t number)
{
    return o->kind == OPERAND_VALUE && value_is_number(o->value) && o->value.offset == number;
}

static struct timer *timer_of(struct timers *all, const char *name)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (!strcmp(all->items[i].name, name))
            return &all->items[i];
    if (all->count == MOST_TIMERS)
        return NULL;
    all->items[all->count].name = name;
    return &all->items[all->count++];
}

static void note_set(struct timer *t, const struct engine *e, const struct function *f, const struct instruction *in,
                     uint32_t period, uint32_t dpc)
{
    if (in->operand_count > dpc)
        t->dpc = lasting_name(e, f, &in->operands[dpc]);
    if (!t->set) {
        t->set = in;
        t->setter = f;
    }
    t->periodic |= period && in->operand_count > period && !is_number(&in->operands[period], 0);
    t->has_dpc |= in->operand_count > dpc && !is_number(&in->operands[dpc], 0);
}

static void note_cancelled(struct timer *t, const struct function *f, const struct instruction *in)
{
    if (!t->cancelled) {
        t->cancelled = in;
        t->canceller = f;
    }
    t->looked_at |= in->used;
}

static void note_routine(struct timers *all, const struct engine *e, const struct function *f,
                         const struct instruction *in)
{
    const struct operand *routine = in->operand_count > 1 ? &in->operands[1] : NULL;
    const char *name = routine ? lasting_name(e, f, &in->operands[0]) : NULL;
    const struct node *n = routine && routine->kind == OPERAND_VALUE ? constant_at(f, routine->value) : NULL;
    if (!name || !n || n->kind != NODE_FUNCTION || all->routine_count == MOST_TIMERS)
        return;
    all->routines[all->routine_count++] = (struct routine){name, e->p->functions[n->a]};
}

/* It may tell somebody who waits that it has run. */
static bool signals(const struct function *f, int depth)
{
    static const char *const words[] = {"SetEvent", "PulseEvent", "Release", "Complete", "Wake"};
    if (!f->defined || depth > MOST_DEPTH)
        return true;
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        const struct function *k = in->op == OP_CALL ? in->callee : NULL;
        if (in->op == OP_CALL && !k)
            return true;
        for (size_t w = 0; k && k->contract && w < sizeof words / sizeof *words; w++)
            if (strstr(k->name, words[w]) && !strstr(k->name, "Lock"))
                return true;
        if (k && !k->contract && strncmp(k->name, "llvm.", 5) != 0 && signals(k, depth + 1))
            return true;
    }
    return false;
}

/* Somebody may wait for its DPC in another way than by KeFlushQueuedDpcs. */
static bool is_waited_for(const struct timers *all, const struct timer *t)
{
    const struct function *routine = NULL;
    for (uint32_t i = 0; t->dpc && i < all->routine_count; i++)
        if (!strcmp(all->routines[i].dpc, t->dpc)) {
            if (signals(all->routines[i].function, 0))
                return all->waits;
            routine = all->routines[i].function;
        }
    return all->flushes || (!routine && all->waits);
}

/* Somebody else gets the timer's address. */
static void note_others(struct timers *all, const struct engine *e, const struct function *f,
                        const struct instruction *in)
{
    for (uint32_t i = 0; i < in->operand_count; i++) {
        const char *name = in->operands[i].width == 64 ? lasting_name(e, f, &in->operands[i]) : NULL;
        struct timer *t = name ? timer_of(all, name) : NULL;
        if (t)
            t->known = true;
    }
}

static void look_at_call(struct timers *all, const struct engine *e, const struct function *f,
                         const struct instruction *in)
{
    static const struct {
        const char *name;
        uint32_t period, dpc;
    } setters[] = {{"KeSetTimer", 0, 2}, {"KeSetTimerEx", 2, 3}, {"KeSetCoalescableTimer", 2, 4}};
    const struct function *k = in->callee;
    const struct contract *c = k ? k->contract : NULL;
    for (uint32_t i = 0; c && i < c->effect_count; i++)
        all->waits |= c->effects[i].verb == VERB_WAITS;
    all->flushes |= k && (!strcmp(k->name, "KeFlushQueuedDpcs") || !strncmp(k->name, "KeRemoveQueueDpc", 16));
    if (k && (!strcmp(k->name, "KeFlushQueuedDpcs") || !strcmp(k->name, "IoReleaseRemoveLockAndWaitEx") ||
              !strcmp(k->name, "ExWaitForRundownProtectionRelease")))
        all->waits = true;
    if (k && !strcmp(k->name, "KeInitializeDpc"))
        note_routine(all, e, f, in);
    all->unloads |= k && !strcmp(k->name, "WdfDriverCreate");
    const char *name = in->operand_count && k ? lasting_name(e, f, &in->operands[0]) : NULL;
    for (size_t i = 0; k && i < sizeof setters / sizeof *setters; i++)
        if (!strcmp(k->name, setters[i].name)) {
            struct timer *t = name ? timer_of(all, name) : NULL;
            if (t)
                note_set(t, e, f, in, setters[i].period, setters[i].dpc);
            return;
        }
    if (k && !strcmp(k->name, "KeCancelTimer")) {
        struct timer *t = name ? timer_of(all, name) : NULL;
        all->unclear |= !t;
        if (t)
            note_cancelled(t, f, in);
    } else if (!k || strncmp(k->name, "KeInitializeTimer", 17) != 0) {
        note_others(all, e, f, in);
    }
}

static void tell(struct engine *e, const char *code, const struct function *f, const struct instruction *in,
                 const char *claim, const char *label, const char *help)
{
    finding_label(e->findings, finding_add(e->findings, code, in->place, f, NULL, claim), label, help);
}

static void judge(struct engine *e, const struct timers *all, const struct timer *t)
{
    if (!t->set || !all->unloads || all->unclear || t->known)
        return;
    const char *name = first_argument(e, t->set);
    if (!name)
        return;
    if (!t->cancelled && (t->periodic || !all->waits))
        tell(e, CODE_CHK9002, t->setter, t->set, arena_format(e->arena, "%s is set, and nothing cancels it", name),
             t->has_dpc ? "goes off, and calls its DPC, when the driver is gone" : "goes off when the driver is gone",
             t->has_dpc ? "call KeCancelTimer and KeFlushQueuedDpcs before its memory goes, and in the Unload routine"
                        : "call KeCancelTimer before its memory goes");
    else if (t->cancelled && t->has_dpc && !t->looked_at && !is_waited_for(all, t))
        tell(e, CODE_CHK9002, t->canceller, t->cancelled,
             arena_format(e->arena, "%s is cancelled, and nothing waits for its DPC", name),
             "the DPC may be queued or run already, and goes on",
             "call KeFlushQueuedDpcs after it, before memory that the DPC uses is freed");
}

void timers_end(struct engine *e)
{
    struct timers all = {0};
    for (uint32_t i = 0; i < e->p->function_count; i++) {
        const struct function *f = e->p->functions[i];
        all.unloads |= f->role && !strcmp(f->role->name, "DRIVER_UNLOAD");
        for (uint32_t k = 0; f->defined && !f->from_kit && k < f->instruction_count; k++)
            if (f->instructions[k].op == OP_CALL)
                look_at_call(&all, e, f, &f->instructions[k]);
    }
    for (uint32_t i = 0; i < all.count; i++)
        judge(e, &all, &all.items[i]);
}
