/* The findings of one run: what the verifier told, and how it ended. */
#include "cwdk/diag/codes.h"
#include "cwdk/test/record.h"

#include <stdlib.h>
#include <string.h>

enum { ANOTHER_THREAD = 64, POINT_CALL = 0, POINT_THREAD = 14, MOST_NOTES = 64, MOST_STACKS = 64 };

static struct report_finding *add(struct recorder *r, const struct report_finding *finding)
{
    struct report_run *run = r->report->runs;
    if (run->finding_count == r->finding_room) {
        const size_t room = r->finding_room ? 2 * r->finding_room : 16;
        struct report_finding *more = arena_array(r->a, room, sizeof *more);
        if (r->finding_room)
            memcpy(more, run->findings, r->finding_room * sizeof *more);
        run->findings = more;
        r->finding_room = room;
    }
    run->findings[run->finding_count] = *finding;
    return &run->findings[run->finding_count++];
}

/* --- stacks --- */

/* What is neither a driver nor of the system is the test. */
static const char *image_of(const struct test_frame *frame, struct arena *a)
{
    const char *dot = strrchr(frame->image, '.');
    return dot && (!strcmp(dot, ".sys") || !strcmp(dot, ".dll") || !strcmp(dot, ".exe")) ? record_utf8(frame->image, a)
                                                                                         : "";
}

static struct report_stack stack_after(struct recorder *r, const struct test_run *run, const struct test_event *event,
                                       const char *title, bool exact)
{
    struct test_frame *frames;
    struct report_stack stack = {.title = record_utf8(title, r->a)};
    stack.count = test_frames(run, (size_t)(event - run->events) + 1, exact, r->a, &frames);
    stack.frames = arena_array(r->a, stack.count + 1, sizeof *stack.frames);
    for (size_t i = 0; i < stack.count; i++) {
        struct report_frame *frame = &stack.frames[i];
        *frame = (struct report_frame){.image = image_of(&frames[i], r->a),
                                       .symbol = record_utf8(frames[i].symbol, r->a),
                                       .offset = frames[i].offset,
                                       .place = record_place(r, frames[i].place)};
        record_source(r, frame->place.file);
    }
    return stack;
}

/* The first line of the driver, in a source if there is one. */
static struct report_place place_of(const struct report_finding *finding)
{
    struct report_place header = {.file = ""};
    for (size_t i = 0; i < finding->stack_count; i++) {
        for (size_t j = 0; j < finding->stacks[i].count; j++) {
            const struct report_frame *frame = &finding->stacks[i].frames[j];
            const char *dot = strrchr(frame->place.file, '.');
            if (report_is_system(frame))
                continue;
            if (!dot || strcmp(dot, ".h") != 0)
                return frame->place;
            if (!*header.file)
                header = frame->place;
        }
        if (*header.file)
            return header;
    }
    return header;
}

/* --- the kinds --- */

void record_note(struct recorder *r, struct report_finding *finding, const char *note)
{
    if (!finding->notes)
        finding->notes = arena_array(r->a, MOST_NOTES, sizeof *finding->notes);
    if (finding->note_count < MOST_NOTES)
        finding->notes[finding->note_count++] = record_utf8(note, r->a);
}

static void add_stack(struct recorder *r, struct report_finding *finding, const struct test_run *run,
                      const struct test_event *event, const char *title, bool exact)
{
    if (!finding->stacks)
        finding->stacks = arena_array(r->a, MOST_STACKS, sizeof *finding->stacks);
    const struct report_stack stack = stack_after(r, run, event, title, exact);
    if (stack.count && finding->stack_count < MOST_STACKS)
        finding->stacks[finding->stack_count++] = stack;
}

static void fill_finding(struct recorder *r, const struct test_run *run, const struct test_event *event,
                         struct report_finding *out)
{
    out->kind = REPORT_FINDING;
    out->code = event->fields[0];
    out->claim = event->fields[1];
    out->irql = test_event_number(event, 2);
    add_stack(r, out, run, event, "", true);
    for (const struct test_event *next = event + 1; next < run->events + run->count; next++) {
        if (strcmp(next->type, "related") == 0)
            add_stack(r, out, run, next, next->fields[0], true);
        else if (strcmp(next->type, "frame") != 0)
            break;
    }
}

static void fill_stop(struct recorder *r, const struct test_run *run, const struct test_event *event,
                      struct report_finding *out)
{
    const uint32_t code = (uint32_t)test_event_address(event, 0);
    const char *meaning = test_bug_check_meaning(code);
    out->kind = REPORT_STOP;
    out->irql = test_event_number(event, 5);
    if (code && meaning)
        record_note(r, out, meaning);
    for (unsigned i = 0; code && i < 4; i++)
        record_note(r, out,
                    arena_format(r->a, "parameter %u: 0x%llx%s%s", i + 1,
                                 (unsigned long long)test_event_address(event, i + 1),
                                 *test_bug_check_parameter(code, i) ? ", " : "", test_bug_check_parameter(code, i)));
    if (*event->fields[6])
        record_note(r, out, event->fields[6]);
    add_stack(r, out, run, event, "", false);
}

static void fill_hang(struct recorder *r, const struct test_run *run, const struct test_event *event,
                      struct report_finding *out)
{
    out->kind = REPORT_HANG;
    record_note(r, out, event->fields[0]);
    for (; event < run->events + run->count; event++)
        if (strcmp(event->type, "thread") == 0)
            add_stack(r, out, run, event, event->fields[0], false);
}

static void fill_check(struct recorder *r, const struct test_run *run, const struct test_event *event,
                       struct report_finding *out)
{
    out->kind = REPORT_CHECK;
    out->place = record_place(r, arena_format(r->a, "%s:%s", event->fields[0], event->fields[1]));
    if (*event->fields[3] || *event->fields[4]) {
        record_note(r, out, arena_format(r->a, "actual: %s", test_status_text(r->kit, event->fields[3], r->a)));
        record_note(r, out, arena_format(r->a, "expected: %s", test_status_text(r->kit, event->fields[4], r->a)));
    }
    add_stack(r, out, run, event, "", false);
}

/* How a run ends that is no finding of the verifier. */
static bool fill_end(struct recorder *r, const struct test_run *run, bool of_branch, struct report_finding *out)
{
    const struct test_event *event;
    if ((event = test_event_find(run, "stop"))) {
        fill_stop(r, run, event, out);
    } else if ((event = test_event_find(run, "hang"))) {
        fill_hang(r, run, event, out);
    } else if ((event = test_event_find(run, "loop"))) {
        out->kind = REPORT_LOOP;
        out->irql = test_event_number(event, 0);
        record_note(r, out, arena_format(r->a, "a request has taken %s s of processor time", event->fields[1]));
        add_stack(r, out, run, event, "", false);
    } else if ((event = test_event_find(run, "crash"))) {
        out->kind = REPORT_CRASH;
        add_stack(r, out, run, event, "", false);
    } else if (!of_branch && (event = test_event_find(run, "failure"))) {
        fill_check(r, run, event, out);
    } else {
        out->kind = REPORT_ERROR;
    }
    return true;
}

/* --- schedules --- */

static void add_switches(struct recorder *r, const struct test_run *run, struct report_finding *out)
{
    size_t count = 0;
    for (size_t i = 0; i < run->count; i++)
        count += strcmp(run->events[i].type, "switch") == 0;
    if (!count || !test_event_find(run, "schedules"))
        return;
    out->switches = arena_array(r->a, count + 1, sizeof *out->switches);
    for (size_t i = 0; i < run->count; i++) {
        const struct test_event *event = &run->events[i];
        if (strcmp(event->type, "switch") != 0)
            continue;
        const uint64_t point = test_event_number(event, 3);
        struct report_switch *one = &out->switches[out->switch_count++];
        *one = (struct report_switch){.from = test_event_number(event, 1) % ANOTHER_THREAD,
                                      .to = test_event_number(event, 2),
                                      .irql = test_event_number(event, 4),
                                      .thread = point == POINT_THREAD,
                                      .point = "",
                                      .symbol = "",
                                      .place.file = ""};
        if (one->thread)
            continue;
        const struct report_stack stack = stack_after(r, run, event, "", true);
        const size_t first = point == POINT_CALL && stack.count;
        one->point = test_point_text(point, first ? stack.frames[0].symbol : "", r->a);
        for (size_t j = first; j < stack.count; j++) {
            if (!*stack.frames[j].place.file)
                continue;
            one->place = stack.frames[j].place;
            one->symbol = stack.frames[j].symbol;
            break;
        }
    }
}

/* --- all of them --- */

static struct report_met *met_of(struct recorder *r, const struct test_case *test, const char *suite, uint64_t number,
                                 const struct test_branch *branch)
{
    const struct test_event *schedules = test_event_find(&test->run, "schedules"),
                            *decisions = test_event_find(&test->run, "decisions");
    struct report_met *met = arena_alloc(r->a, sizeof *met);
    *met = (struct report_met){.suite = suite, .test = test->name, .test_number = number, .cause = ""};
    const char *replay = arena_format(r->a, "test . %s %s", test->name, r->options->replay);
    if (branch) {
        met->number = branch->number;
        met->cause =
            record_utf8(arena_format(r->a, "%s %s", branch->what, test_status_text(r->kit, branch->how, r->a)), r->a);
        replay = arena_format(r->a, "%s --%s=%llu", replay, r->host->mode == TEST_STORM ? "storm" : "faults",
                              (unsigned long long)branch->number);
    } else if (schedules && strcmp(schedules->fields[0], "failed") == 0) {
        met->number = test_event_number(schedules, 1);
        if (decisions)
            replay = arena_format(r->a, "%s --processors %s --replay %s", replay, decisions->fields[0],
                                  *decisions->fields[1] ? decisions->fields[1] : "none");
    }
    met->replay = replay;
    return met;
}

/* Where something was made to go wrong. */
static void add_cause(struct recorder *r, const struct test_branch *branch, const struct report_met *met,
                      struct report_finding *out)
{
    if (branch)
        add_stack(r, out, &branch->run, branch->run.events, arena_format(r->a, "%s at", met->cause), true);
}

static void finish(struct recorder *r, struct report_finding *finding, const struct test_case *test)
{
    finding->code = record_utf8(finding->code, r->a);
    finding->claim = record_utf8(finding->claim, r->a);
    if (!*finding->place.file)
        finding->place = place_of(finding);
    if (!*finding->place.file)
        finding->place = (struct report_place){record_file(r, test->file), test->line};
    record_source(r, finding->place.file);
    finding->key = report_key(finding, r->a);
    add(r, finding);
}

void record_findings(struct recorder *r, const struct test_case *test, const char *suite, uint64_t number,
                     const struct test_branch *branch)
{
    const struct test_run *run = branch ? &branch->run : &test->run;
    const struct report_met *met = met_of(r, test, suite, number, branch);
    const struct report_finding empty = {.code = "", .claim = "", .place.file = "", .met_count = 1};
    const struct test_event *event = NULL;
    bool any = false;
    while ((event = test_finding_next(run, event))) {
        struct report_finding finding = empty;
        finding.met = arena_copy(r->a, met, sizeof *met);
        fill_finding(r, run, event, &finding);
        add_switches(r, run, &finding);
        add_cause(r, branch, met, &finding);
        finish(r, &finding, test);
        any = true;
    }
    if (any && (branch || !test_event_find(run, "failure")))
        return;
    struct report_finding finding = empty;
    finding.met = arena_copy(r->a, met, sizeof *met);
    fill_end(r, run, branch != NULL, &finding);
    if (any && finding.kind != REPORT_CHECK)
        return;
    finding.code = branch ? branch->code : "";
    finding.claim = branch ? branch->reason : test->reason;
    add_switches(r, run, &finding);
    add_cause(r, branch, met, &finding);
    finish(r, &finding, test);
}
