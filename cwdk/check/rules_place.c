/* Calls of an interface that are wrong where they are made, or with what they are given: places.def and the table here.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

enum place_rule { NEVER, ONLY };

static const struct {
    const char *function;
    enum place_rule rule;
    const char *role, *why, *help;
} places[] = {
#define PLACE(...) {__VA_ARGS__},
#include "cwdk/check/places.def"
#undef PLACE
};
enum { PLACES = sizeof places / sizeof *places };

/* Arguments that are a number, and one that is not allowed: equal to it, above it, or with all its bits. */
static const struct {
    const char *function;
    uint32_t argument;
    enum { EQUAL, ABOVE, WITH } wrong; /* WITH: all of its bits are set */
    int64_t number;
    const char *claim, *label, *help;
} arguments[] = {
    {"NdisAllocateMemoryWithTagPriority", 2, EQUAL, 0, "memory is allocated without a tag",
     "nobody can tell whose it is", "give a tag of the driver's own"},
    {"KeStallExecutionProcessor", 0, ABOVE, 50, "the processor is stalled for more than 50 microseconds",
     "nothing else runs there meanwhile", "wait with KeDelayExecutionThread or NdisMSleep, or in a timer"},
    {"ExAllocateTimer", 2, WITH, 0xC /* EX_TIMER_HIGH_RESOLUTION, EX_TIMER_NO_WAKE */,
     "a timer is to be of high resolution, and not to wake the processor", "stops the system: these exclude each other",
     "ask for one of the two"},
    {"StorPortNotification", 0, EQUAL, 15 /* GetExtendedFunctionTable */, "a notification that miniports may not send",
     "of the port driver's own", "call the StorPort function that is wanted by its name"},
};

static void report(struct run *r, struct state *s, const char *code, const struct instruction *in, const char *claim,
                   const char *label, const char *help)
{
    struct finding *f = finding_add(r->e->findings, code, in->place, r->p->owner_by_id[in->id], s->step, claim);
    finding_label(r->e->findings, f, label, help);
}

/* What the function is called as decides; where only its callers know that, they are asked. */
static void judge_place(struct run *r, struct state *s, uint32_t row, const struct instruction *in)
{
    if (!r->role) {
        summary_use(r, s, USE_PLACE, value_number((int64_t)in->id * PLACES + row), 0, in, s->step);
        return;
    }
    const bool there = !strcmp(r->role->name, places[row].role);
    if (there == (places[row].rule == ONLY))
        return;
    report(r, s, CODE_CHK9101, in,
           arena_format(r->e->arena,
                        there ? "%s is called in a callback of type %s"
                              : "%s is called elsewhere than in a callback of type %s",
                        places[row].function, places[row].role),
           places[row].why, places[row].help);
}

static bool is_wrong(size_t row, struct range range)
{
    const int64_t number = arguments[row].number;
    switch (arguments[row].wrong) {
    case EQUAL:
        return range.low == number && range.high == number;
    case ABOVE:
        return range.low > number;
    default:
        return range.low == range.high && (range.low & number) == number;
    }
}

static void look_at_arguments(struct run *r, struct state *s, const struct call *c)
{
    for (size_t i = 0; i < sizeof arguments / sizeof *arguments; i++) {
        if (arguments[i].argument >= c->count || strcmp(c->callee->name, arguments[i].function) != 0)
            continue;
        const struct range range = state_range(r->p, s, c->arguments[arguments[i].argument]);
        if (is_wrong(i, range))
            report(r, s, CODE_CHK9102, c->in, arguments[i].claim, arguments[i].label, arguments[i].help);
    }
}

/* The status of a request that a miniport completes has to be one: 0 says that it goes on. */
static void look_at_completion(struct run *r, struct state *s, const struct call *c)
{
    enum { KIND = 0, REQUEST = 2, COMPLETE = 0, SRB_STATUS = 3 };
    if (strcmp(c->callee->name, "StorPortNotification") != 0 || c->count <= REQUEST || !c->arguments[REQUEST].base ||
        !value_is_number(c->arguments[KIND]) || c->arguments[KIND].offset != COMPLETE)
        return;
    const struct value srb = c->arguments[REQUEST];
    const struct cell *status = state_cell(s, srb.base, srb.offset + SRB_STATUS);
    if (status && status->width == 8 && value_is_number(status->value) && !status->value.offset)
        report(r, s, CODE_CHK9103, c->in, "a request is completed with SRB_STATUS_PENDING",
               "that says that it is under way", "set SrbStatus to what became of it before");
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->callee || r->f->from_kit)
        return true;
    for (uint32_t i = 0; i < PLACES; i++)
        if (!strcmp(c->callee->name, places[i].function))
            judge_place(r, s, i, c->in);
    look_at_arguments(r, s, c);
    look_at_completion(r, s, c);
    return true;
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    (void)subject;
    if (u->kind != USE_PLACE)
        return true;
    const struct step *before = s->step;
    path_step(r, s, STEP_INSIDE, in)->inside = u->step;
    judge_place(r, s, (uint32_t)(u->subject.offset % PLACES), r->p->by_id[u->instruction]);
    s->step = before;
    return true;
}

const struct family family_place = {.name = "place", .call = call, .use = use};
