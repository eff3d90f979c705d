/* Copies of a run in which something goes wrong: taking them out of the events, judging them, telling of them. */
#include "cwdk/test/test.h"
#include "cwdk/diag/codes.h"

#include <string.h>

#define INDENT "        "

/* --- taking apart --- */

static size_t count_events(const struct test_run *run, const char *type)
{
    size_t count = 0;
    for (size_t i = 0; i < run->count; i++)
        count += strcmp(run->events[i].type, type) == 0;
    return count;
}

/* A branch's events, which begin with "branch", are those of the run up to "merge"; they stay where they are. */
static size_t take_branch(const struct test_run *run, size_t first, struct test_branch *out)
{
    const struct test_event *event = &run->events[first];
    size_t end = first + 1;
    while (end < run->count && strcmp(run->events[end].type, "merge") != 0)
        end++;
    *out = (struct test_branch){.number = test_event_number(event, 0),
                                .ordinal = test_event_number(event, 1),
                                .what = event->fields[2],
                                .how = event->fields[3]};
    out->run = (struct test_run){.events = run->events + first, .count = end - first, .output = ""};
    out->run.status = end < run->count ? (int)test_event_number(&run->events[end], 0) : run->status;
    out->run.stuck = end == run->count && run->stuck;
    return end < run->count ? end + 1 : end;
}

static void take_branches(struct test_case *test, struct arena *a)
{
    const struct test_run all = test->run;
    struct test_event *rest = arena_array(a, all.count + 1, sizeof *rest);
    test->branches = arena_array(a, count_events(&all, "branch") + 1, sizeof *test->branches);
    test->run.events = rest;
    test->run.count = 0;
    for (size_t i = 0; i < all.count;) {
        if (strcmp(all.events[i].type, "branch") == 0)
            i = take_branch(&all, i, &test->branches[test->branch_count++]);
        else if (strcmp(all.events[i++].type, "skip") == 0)
            test->skipped++;
        else
            rest[test->run.count++] = all.events[i - 1];
    }
    if (test->branch_count && test->branches[test->branch_count - 1].run.stuck)
        test->run.stuck = false;
}

/* --- judging --- */

static bool is_driver(const struct test_event *frame)
{
    return strstr(frame->fields[0], ".sys") && !strstr(frame->fields[0], "/share/cwdk/ntsim/");
}

/* The event that says how it ended, with frames after it. */
static const struct test_event *end_of(const struct test_run *run)
{
    static const char *const types[] = {"finding", "stop", "loop", "hang"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        const struct test_event *event = test_event_find(run, types[i]);
        if (event)
            return event;
    }
    return NULL;
}

/* The same for branches that end the same way at the same place. */
static const char *likeness(const struct test_branch *branch, struct arena *a)
{
    const struct test_event *end = end_of(&branch->run), *last = branch->run.events + branch->run.count;
    const struct test_event *frame = end ? end + 1 : last;
    while (frame < last && strcmp(frame->type, "frame") == 0 && !is_driver(frame))
        frame++;
    const bool known = frame < last && strcmp(frame->type, "frame") == 0;
    return arena_format(a, "%s|%s|%s|%s", branch->reason, end ? end->type : "", known ? frame->fields[0] : "",
                        known ? frame->fields[2] : "");
}

static const char *code_of(const struct test_branch *branch, enum test_mode mode)
{
    const struct test_event *end = end_of(&branch->run);
    if (end && strcmp(end->type, "finding") == 0)
        return end->fields[0];
    const bool waits = !end || strcmp(end->type, "hang") == 0;
    if (mode == TEST_STORM)
        return waits ? CODE_VRF0712 : CODE_VRF0711;
    return waits ? CODE_VRF0702 : CODE_VRF0701;
}

/* In the driver where it ended, or a thread of its waits, else where it went wrong. */
static const char *place_of(const struct test_branch *branch, struct arena *a)
{
    const struct test_event *event = end_of(&branch->run), *last = branch->run.events + branch->run.count;
    const bool found = event && strcmp(event->type, "finding") == 0;
    const char *place = event ? test_place_after(&branch->run, event, found, a) : "";
    for (; event && event < last && !*place; event++)
        if (strcmp(event->type, "thread") == 0)
            place = test_place_after(&branch->run, event, false, a);
    return *place ? place : test_finding_place(&branch->run, branch->run.events, a);
}

/* Of the first `count` of this test's branches, and those of the tests before. */
static bool find_like(const struct test_case *test, size_t count, struct test_branch *one)
{
    for (const struct test_case *at = test; at; at = at->before)
        for (size_t i = 0; i < (at == test ? count : at->branch_count); i++) {
            const struct test_branch *before = &at->branches[i];
            if (!before->likeness || before->like || strcmp(before->likeness, one->likeness) != 0)
                continue;
            one->like = before->number;
            one->like_test = at == test ? NULL : at->name;
            one->place = before->place;
            return true;
        }
    return false;
}

static void judge(const struct test_kit *kit, enum test_mode mode, const struct test_case *test,
                  struct test_branch *one, struct arena *a)
{
    struct test_case copy = {
        .name = test->name, .file = test->file, .line = test->line, .bug_check = test->bug_check, .run = one->run};
    copy.is_branch = true;
    test_judge(kit, &copy, a);
    one->reason = copy.reason;
    if (!one->reason)
        return;
    one->code = code_of(one, mode);
    one->likeness = likeness(one, a);
    if (!find_like(test, (size_t)(one - test->branches), one))
        one->place = place_of(one, a);
}

const char *test_mode_noun(enum test_mode mode, bool many)
{
    if (mode == TEST_STORM)
        return many ? "storms" : "storm";
    return many ? "faults" : "fault";
}

void test_branches(const struct test_kit *kit, enum test_mode mode, struct test_case *test, struct arena *a)
{
    const struct test_branch *first = NULL;
    size_t bad = 0;
    take_branches(test, a);
    for (size_t i = 0; i < test->branch_count; i++) {
        struct test_branch *one = &test->branches[i];
        judge(kit, mode, test, one, a);
        if (one->reason && !first)
            first = one;
        bad += one->reason != NULL;
    }
    test->bad_branches = bad;
    test_judge(kit, test, a);
    test->run_passed = test->passed;
    if (test->passed && first) {
        test->passed = false;
        test->reason = arena_format(a, "%zu of %zu %s end badly: %s", bad, test->branch_count,
                                    test_mode_noun(mode, true), first->reason);
    }
}

/* --- telling --- */

static const char *count_word(uint64_t number, struct arena *a)
{
    const uint64_t tens = number % 100, ones = number % 10;
    const char *end = ones == 1 && tens != 11   ? "st"
                      : ones == 2 && tens != 12 ? "nd"
                      : ones == 3 && tens != 13 ? "rd"
                                                : "th";
    return arena_format(a, "%llu%s", (unsigned long long)number, end);
}

static void put_alike(const struct test_case *test, const struct test_branch *one, struct text *out)
{
    size_t alike = 0;
    for (size_t i = 0; i < test->branch_count; i++)
        if (test->branches[i].like == one->number && !test->branches[i].like_test)
            text_format(out, alike++ ? ", %llu" : INDENT "the same: %llu",
                        (unsigned long long)test->branches[i].number);
    if (alike)
        text_put(out, "\n");
}

static void put_branch(const struct test_kit *kit, enum test_mode mode, const struct test_case *test,
                       const struct test_branch *one, struct arena *a, struct text *out)
{
    const struct test_case copy = {.name = test->name, .file = test->file, .line = test->line, .run = one->run};
    struct test_frame *frames;
    const size_t count = test_frames(&one->run, 1, true, a, &frames);
    text_format(out, INDENT "%s %llu: %s %s", test_mode_noun(mode, false), (unsigned long long)one->number, one->what,
                test_status_text(kit, one->how, a));
    if (one->ordinal)
        text_format(out, ", the %s time at", count_word(one->ordinal, a));
    text_put(out, "\n");
    for (size_t i = 0; i < count; i++)
        test_frame_put(out, i, &frames[i]);
    if (strncmp(one->reason, one->code, strlen(one->code)) != 0)
        text_format(out, INDENT "%s: %s", one->code, one->reason);
    else
        text_format(out, INDENT "%s", one->reason);
    text_format(out, " (cwdk explain %s; alone: --%s=%llu)\n", one->code, mode == TEST_STORM ? "storm" : "faults",
                (unsigned long long)one->number);
    test_report(kit, &copy, a, out);
    put_alike(test, one, out);
}

/* Those that end as some of an earlier test: there the report is. */
static void put_known(enum test_mode mode, const struct test_case *test, struct text *out)
{
    for (size_t i = 0; i < test->branch_count; i++) {
        const struct test_branch *one = &test->branches[i];
        size_t j = 0;
        while (j < i && (!test->branches[j].like_test || test->branches[j].like != one->like ||
                         strcmp(test->branches[j].like_test, one->like_test ? one->like_test : "") != 0))
            j++;
        if (one->like_test && j == i)
            text_format(out, INDENT "%s %llu: %s, as %s %llu of %s\n", test_mode_noun(mode, false),
                        (unsigned long long)one->number, one->reason, test_mode_noun(mode, false),
                        (unsigned long long)one->like, one->like_test);
    }
}

void test_branches_report(const struct test_kit *kit, enum test_mode mode, const struct test_case *test,
                          struct arena *a, struct text *out)
{
    for (size_t i = 0; i < test->branch_count; i++)
        if (test->branches[i].reason && !test->branches[i].like)
            put_branch(kit, mode, test, &test->branches[i], a, out);
    put_known(mode, test, out);
}

/* --- how many --- */

void test_sites_add(struct test_sites *sites, const struct test_case *test, struct arena *a)
{
    for (size_t i = 0; i < test->branch_count; i++) {
        const struct test_branch *one = &test->branches[i];
        const struct test_event *frame = one->run.count > 1 ? one->run.events + 1 : one->run.events;
        size_t at = 0;
        sites->branches++;
        sites->bad += one->reason != NULL;
        while (at < sites->count &&
               (strcmp(sites->offsets[at], frame->fields[2]) != 0 || strcmp(sites->names[at], one->what) != 0))
            at++;
        if (at < sites->count)
            continue;
        if (sites->count == sites->capacity) {
            const size_t capacity = sites->capacity ? sites->capacity * 2 : 64;
            const char **names = arena_array(a, capacity, sizeof *names);
            const char **offsets = arena_array(a, capacity, sizeof *offsets);
            if (sites->count) {
                memcpy(names, sites->names, sites->count * sizeof *names);
                memcpy(offsets, sites->offsets, sites->count * sizeof *offsets);
            }
            sites->names = names;
            sites->offsets = offsets;
            sites->capacity = capacity;
        }
        sites->names[sites->count] = one->what;
        sites->offsets[sites->count++] = frame->fields[2];
    }
}
