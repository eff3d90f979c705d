/* Runs of schedules, one after the other; then the one that is told of. */
#include "ntsim/run/explore.h"

#include "ntsim/run/event.h"
#include "ntsim/run/plans.h"
#include "ntsim/run/report.h"
#include "ntsim/run/snapshot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    MOST_CHOICES = 1 << 20, /* that are recorded of a run; later ones stay */
    MOST_SHRINKING = 5000,  /* runs */
    MOST_BOUND = 15,
    LEAST_DEPTH = 2,
    MOST_DEPTH = 3,
    LEARNING = 16,   /* drawn schedules that every shard runs: how long they get says where those after them switch */
    PROGRESS = 1000, /* runs */
    MOST_FRAMES = 48
};

/* What a run tells the process that explores. */
struct outcome {
    uint64_t count, length;
    bool ended;
    char failure[256]; /* what it was; "": none */
    struct machine_choice record[MOST_CHOICES];
};

enum stage { STAGE_OFF, STAGE_BEFORE, STAGE_RUN, STAGE_LAST };

static struct {
    enum stage stage;
    bool exhaustive, every; /* every: no schedule is left out because it comes to the same as another */
    uint64_t left_out;
    uint64_t count; /* of runs wanted, or the bound of switches */
    uint64_t seed;
    unsigned processors;
    uint32_t bug_check;
    bool by_priority;
    struct pct pct;
    struct decisions decisions;
    uint64_t runs, length;
    struct shard shard;
    uint64_t own, failed;           /* runs of this shard; the number of the one that failed */
    uint64_t drawn[MOST_DEPTH + 1]; /* own runs, by their depth */
    struct outcome *outcome;
} explorer;

/* --- what a run says --- */

static void put_failure(const char *text)
{
    if (!*explorer.outcome->failure)
        snprintf(explorer.outcome->failure, sizeof(explorer.outcome->failure), "%s", text);
}

/* Failures are told apart by these fields. */
static void told(const char *type, const char *fields, va_list arguments)
{
    static const struct {
        const char *type;
        unsigned fields; /* a bit each */
    } failures[] = {{"failure", 7}, {"stop", 1}, {"hang", 0}, {"loop", 0}, {"crash", 1}, {"error", 1}, {"finding", 1}};
    char text[256];
    size_t used = (size_t)snprintf(text, sizeof(text), "%s", type), at = 0;
    while (at < sizeof(failures) / sizeof(*failures) && strcmp(failures[at].type, type) != 0)
        at++;
    if (at == sizeof(failures) / sizeof(*failures))
        return;
    for (unsigned i = 0; fields[i]; i++) {
        const char *string = fields[i] == 's' ? va_arg(arguments, const char *) : NULL;
        const uint64_t number = fields[i] == 's' ? 0 : va_arg(arguments, uint64_t);
        if (i == 0 && strcmp(type, "stop") == 0 && explorer.bug_check && number == explorer.bug_check) {
            explorer.outcome->ended = true;
            return;
        }
        if (!((failures[at].fields >> i) & 1) || used >= sizeof(text))
            continue;
        if (fields[i] == 's')
            used += (size_t)snprintf(text + used, sizeof(text) - used, " %s", string ? string : "");
        else
            used += (size_t)snprintf(text + used, sizeof(text) - used, " %llx", (unsigned long long)number);
    }
    put_failure(text);
}

/* --- a run --- */

/* True in the run itself; then false. Its outcome is there. */
static bool go_on(void)
{
    int signal;
    explorer.outcome->count = explorer.outcome->length = 0;
    explorer.outcome->ended = false;
    explorer.outcome->failure[0] = 0;
    watchdog_request(false);
    switch (snapshot_go_on(&signal)) {
    case SNAPSHOT_CHILD:
        explorer.stage = STAGE_RUN;
        event_divert(told);
        if (session_options.seconds)
            watchdog_start(session_options.seconds);
        return true;
    case SNAPSHOT_FAILED:
        event("error", "s", "this system gives no process for a schedule");
        report_exit();
    default:
        if (signal)
            put_failure("crash");
        else if (!explorer.outcome->ended)
            put_failure("exit");
        if (++explorer.runs % PROGRESS == 0)
            event("progress", "d", explorer.runs);
        if (explorer.outcome->length > explorer.length)
            explorer.length = explorer.outcome->length;
        return false;
    }
}

static bool run_decisions(const struct decisions *decisions)
{
    explorer.by_priority = false;
    explorer.decisions = *decisions;
    return go_on();
}

static bool has_failed(void)
{
    return explorer.outcome->failure[0];
}

/* --- strategies: true in a run --- */

/* Which schedules there are depends on the seed alone: on no shard, and after the first few on no other schedule. */
static bool explore_by_priority(void)
{
    uint64_t length = 0;
    if (run_decisions(&(struct decisions){0}))
        return true;
    explorer.own = shard_owns(0, explorer.shard);
    explorer.failed = 1;
    for (uint64_t i = 1; i < explorer.count && !has_failed(); i++) {
        const uint32_t depth = LEAST_DEPTH + i % (MOST_DEPTH - LEAST_DEPTH + 1);
        const bool own = shard_owns(i, explorer.shard);
        if (i <= LEARNING)
            length = explorer.length;
        else if (!own)
            continue;
        explorer.by_priority = true;
        pct_begin(&explorer.pct, explorer.seed, i, depth, length);
        if (go_on())
            return true;
        explorer.own += own;
        explorer.drawn[depth] += own;
        explorer.failed = i + 1;
    }
    return false;
}

static bool explore_all(bool *complete)
{
    struct search *search = search_begin((uint32_t)explorer.count);
    struct decisions row;
    *complete = false;
    if (search)
        search_shard(search, explorer.shard);
    if (search && explorer.every)
        search_without_reduction(search);
    while (search && search_next(search, &row)) {
        if (run_decisions(&row))
            return true;
        explorer.own += row.count || shard_owns(0, explorer.shard);
        explorer.failed = explorer.runs;
        if (has_failed())
            break;
        search_learn(search, explorer.outcome->record, explorer.outcome->count);
    }
    *complete = search && search_is_complete(search);
    explorer.left_out = search ? search_left_out(search) : 0;
    if (search)
        search_end(search);
    return false;
}

/* --- shrinking --- */

static uint64_t count_switches(void)
{
    uint64_t result = 0;
    for (uint64_t i = 0; i < explorer.outcome->count; i++)
        result += plan_is_switch(&explorer.outcome->record[i]);
    return result;
}

/* Leaves out decisions, ever fewer at once, as long as the same failure comes. True in a run; `failing` is as short as
 * was found. */
static bool shrink(struct decisions *failing)
{
    char failure[sizeof(explorer.outcome->failure)];
    uint64_t runs = 0;
    struct machine_decision *fewer = calloc(failing->count + 1, sizeof(*fewer));
    memcpy(failure, explorer.outcome->failure, sizeof(failure));
    for (uint64_t part = (failing->count + 1) / 2; fewer && failing->count && part && runs < MOST_SHRINKING;) {
        bool shrunk = false;
        for (uint64_t from = 0; from < failing->count && !shrunk && runs < MOST_SHRINKING; from += part, runs++) {
            struct decisions candidate = {.list = fewer};
            for (uint64_t i = 0; i < failing->count; i++)
                if (i < from || i >= from + part)
                    fewer[candidate.count++] = failing->list[i];
            if (run_decisions(&candidate))
                return true;
            const struct outcome *outcome = explorer.outcome;
            if (strcmp(outcome->failure, failure) != 0)
                continue;
            const uint64_t count = count_switches();
            if (count < failing->count) {
                failing->count = decisions_of(outcome->record, outcome->count, failing->list);
                shrunk = true;
            }
        }
        if (!shrunk || part > failing->count)
            part = part > failing->count && failing->count ? (failing->count + 1) / 2 : part / 2;
    }
    free(fewer);
    return false;
}

/* --- the end --- */

static void put_chances(char *text, size_t size)
{
    size_t used = 0;
    for (uint32_t depth = LEAST_DEPTH; depth <= MOST_DEPTH; depth++) {

        used += (size_t)snprintf(text + used, size - used, "%sa mistake that takes %u orderings: at least %.3g%%",
                                 used ? "; " : "", depth,
                                 100 * pct_chance(explorer.processors, explorer.length, depth, explorer.drawn[depth]));
    }
}

static void tell_decisions(const struct decisions *decisions)
{
    size_t size = decisions->count * 48 + 1, used = 0;
    char *text = calloc(1, size);
    for (uint64_t i = 0; text && i < decisions->count; i++)
        used += (size_t)snprintf(text + used, size - used, "%s%llu=%u", i ? "," : "",
                                 (unsigned long long)decisions->list[i].number, decisions->list[i].chosen);
    event("decisions", "ds", (uint64_t)explorer.processors, text ? text : "");
    free(text);
}

/* At the first choice. It returns in each run, and at last in the one that is told of. */
static void explore(void)
{
    bool complete = false;
    char text[256] = "";
    struct decisions last = {0};
    if (explorer.exhaustive ? explore_all(&complete) : explore_by_priority())
        return;
    const uint64_t runs = explorer.runs;
    if (has_failed()) {
        const struct outcome *outcome = explorer.outcome;
        struct machine_decision *list = calloc(outcome->count + 1, sizeof(*list));
        last.list = list;
        last.count = list ? decisions_of(outcome->record, outcome->count, list) : 0;
        if (shrink(&last))
            return;
        event("schedules", "sdddsd", "failed", explorer.failed, explorer.length, explorer.runs - runs, "",
              explorer.own);
        tell_decisions(&last);
    } else {
        for (uint64_t depth = LEAST_DEPTH; !explorer.exhaustive && depth <= MOST_DEPTH; depth++)
            event("chance", "ddd", depth, (uint64_t)explorer.processors, explorer.drawn[depth]);
        if (!explorer.exhaustive)
            put_chances(text, sizeof(text));
        else if (explorer.left_out)
            snprintf(text, sizeof(text), "reduced");
        event("schedules", "sdddsd",
              !explorer.exhaustive ? "priorities"
              : complete           ? "all"
                                   : "cut",
              explorer.own, explorer.length, explorer.count, text, explorer.own);
    }
    explorer.by_priority = false;
    explorer.decisions = last;
    explorer.stage = STAGE_LAST;
}

/* --- choices --- */

typedef uint32_t(MACHINE_ABI walk_stack)(const struct machine_context *context, uint64_t *frames, uint32_t max);

/* Where the code that is left stands, and what it was about to do. */
static void tell_switch(const struct machine_choice *choice, const struct machine_context *where)
{
    static uint64_t frames[MOST_FRAMES];
    walk_stack *const walk = (walk_stack *)(uintptr_t)machine_system_function("SimWalkStack");
    const uint32_t count = walk ? walk(where, frames, MOST_FRAMES) : 0;
    event("switch", "ddddd", choice->number, (uint64_t)choice->processor, (uint64_t)choice->chosen,
          (uint64_t)choice->point, (uint64_t)choice->irql);
    if (choice->point == MACHINE_POINT_CALL)
        report_frame(choice->object);
    for (uint32_t i = 0; i < count; i++) {
        const struct machine_image *image = machine_image_at(frames[i]);
        if (!image || !image->of_system)
            report_frame(frames[i] - 1);
    }
}

__attribute__((used)) static uint32_t MACHINE_ABI decide(const struct machine_context *where,
                                                         const struct machine_choice *choice)
{
    if (explorer.stage == STAGE_BEFORE)
        explore();
    uint32_t chosen =
        explorer.by_priority ? pct_choose(&explorer.pct, choice) : decisions_choose(&explorer.decisions, choice);
    struct outcome *outcome = explorer.outcome;
    if (explorer.stage == STAGE_RUN) {
        outcome->length++;
        if (outcome->count == MOST_CHOICES) {
            chosen = plan_stay(choice);
        } else {
            outcome->record[outcome->count] = *choice;
            outcome->record[outcome->count++].chosen = (uint8_t)chosen;
        }
    } else if (chosen != plan_stay(choice)) {
        struct machine_choice made = *choice;
        made.chosen = (uint8_t)chosen;
        tell_switch(&made, where);
    }
    return chosen;
}

#define CHOICE_STACK   0x40000
#define TEXT_OF(macro) TEXT_OF_(macro)
#define TEXT_OF_(text) #text
/* Kernel stacks are small, and what lies on them is the driver's affair. */
__attribute__((used)) static _Alignas(16) char choice_stack[CHOICE_STACK];

/* machine_schedule.choose: gives `decide` the registers of who calls, from which its stack can be walked. */
static __attribute__((naked)) uint32_t MACHINE_ABI choose(void *context, const struct machine_choice *choice)
{
    __asm__("subq $0x208, %rsp\n\t"
            "movq %rbx, 0x38(%rsp)\n\t"
            "movq %rbp, 0x48(%rsp)\n\t"
            "movq %rsi, 0x50(%rsp)\n\t"
            "movq %rdi, 0x58(%rsp)\n\t"
            "movq %r12, 0x80(%rsp)\n\t"
            "movq %r13, 0x88(%rsp)\n\t"
            "movq %r14, 0x90(%rsp)\n\t"
            "movq %r15, 0x98(%rsp)\n\t"
            "leaq 0x210(%rsp), %rax\n\t"
            "movq %rax, 0x40(%rsp)\n\t"
            "movq 0x208(%rsp), %rax\n\t"
            "movq %rax, 0xA0(%rsp)\n\t"
            "leaq 0x20(%rsp), %rcx\n\t"
            "movq %rsp, %rbx\n\t"
            "leaq choice_stack+" TEXT_OF(CHOICE_STACK) "-0x20(%rip), %rsp\n\t"
                                                       "callq decide\n\t"
                                                       "movq %rbx, %rsp\n\t"
                                                       "movq 0x38(%rsp), %rbx\n\t"
                                                       "addq $0x208, %rsp\n\t"
                                                       "retq");
}

_Static_assert(offsetof(struct machine_context, rbx) == 0x18 && offsetof(struct machine_context, rsp) == 0x20 &&
                   offsetof(struct machine_context, rbp) == 0x28 && offsetof(struct machine_context, r12) == 0x60 &&
                   offsetof(struct machine_context, rip) == 0x80 && sizeof(struct machine_context) <= 0x1E8,
               "choose writes it");

/* --- begin and end --- */

bool explore_parse(const char *text, struct machine_schedule *out)
{
    static const char *const names[] = {"pct:", "exhaustive:"};
    for (int i = 0; i < 2; i++) {
        const size_t length = strlen(names[i]);
        char *end;
        if (strncmp(text, names[i], length) != 0)
            continue;
        if (text[length] < '0' || text[length] > '9')
            return false;
        explorer.count = strtoull(text + length, &end, 10);
        explorer.exhaustive = i == 1;
        explorer.every = explorer.exhaustive && strcmp(end, ":every") == 0;
        if (explorer.every)
            end += strlen(end);
        explorer.stage = STAGE_BEFORE;
        *out = (struct machine_schedule){.policy = MACHINE_ASK, .choose = choose};
        return !*end && (i == 0 ? explorer.count > 0 : explorer.count <= MOST_BOUND);
    }
    return false;
}

bool explore_begin(const struct session_options *options, uint32_t bug_check)
{
    if (explorer.stage == STAGE_OFF)
        return true;
    explorer.seed = options->seed;
    explorer.processors = options->processors;
    explorer.shard = options->shard;
    explorer.bug_check = bug_check;
    explorer.outcome = snapshot_shared(sizeof(*explorer.outcome));
    return explorer.outcome;
}

void explore_end(void)
{
    if (explorer.stage == STAGE_RUN) {
        if (explorer.bug_check)
            put_failure("no stop");
        explorer.outcome->ended = true;
        _exit(0);
    }
    if (explorer.stage == STAGE_BEFORE) {
        const uint64_t own = shard_owns(0, explorer.shard);
        event("schedules", "sdddsd", "all", own, (uint64_t)0, explorer.count, "", own);
    }
}
