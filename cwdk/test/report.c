/* What is told of a failed test. */
#include "cwdk/test/test.h"
#include "cwdk/host/file.h"

#include <string.h>

#define INDENT "        "

static void put_seconds(struct text *out, uint64_t ticks)
{
    text_format(out, "%llu.%06llu", (unsigned long long)ticks / 10000000, (unsigned long long)ticks / 10 % 1000000);
}

/* Each line of a text, indented. */
static void put_lines(struct text *out, const char *prefix, const char *text)
{
    while (*text) {
        const size_t length = strcspn(text, "\r\n");
        text_format(out, "%s%.*s\n", prefix, (int)length, text);
        text += length;
        text += strspn(text, "\r");
        text += *text == '\n';
    }
}

void test_report_output(const struct test_run *run, struct text *out)
{
    for (size_t i = 0; i < run->count; i++) {
        const struct test_event *event = &run->events[i];
        if (strcmp(event->type, "print") != 0)
            continue;
        struct text prefix = {0};
        text_put(&prefix, INDENT "  ");
        put_seconds(&prefix, test_event_number(event, 0));
        text_put(&prefix, "  ");
        put_lines(out, prefix.data, event->fields[1]);
        text_free(&prefix);
    }
}

/* --- stacks --- */

/* The frames that stand together from `first` on. */
static size_t count_frames(const struct test_run *run, size_t first)
{
    size_t count = 0;
    while (first + count < run->count && strcmp(run->events[first + count].type, "frame") == 0)
        count++;
    return count;
}

void test_frame_put(struct text *out, size_t number, const struct test_frame *frame)
{
    text_format(out, INDENT "  %2zu  ", number);
    if (*frame->image)
        text_format(out, "%s!", frame->image);
    if (*frame->symbol)
        text_put(out, frame->symbol);
    else
        text_format(out, "%s0x%llx", *frame->image ? "+" : "", (unsigned long long)frame->offset);
    text_format(out, "%s%s\n", *frame->place ? "  " : "", frame->place);
}

/* What the simulator itself does to stop. */
static bool is_last_step(const struct test_frame *frame)
{
    static const char *const names[] = {"ki_bug_check", "KeBugCheckEx", "SimStopMissing", "fail", "sim_fail"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(frame->symbol, names[i]) == 0)
            return true;
    return false;
}

static struct test_frame frame_of(const struct test_event *event, bool exact)
{
    return (struct test_frame){
        .path = event->fields[0], .image = event->fields[1], .offset = test_event_address(event, 2), .exact = exact};
}

/* All frames of the run at once, so that each image is asked once. Those of the verifier lie within calls. */
static void learn(const struct test_run *run, struct arena *a)
{
    struct test_frame *frames = arena_array(a, run->count + 1, sizeof *frames);
    size_t count = 0;
    bool exact = false, first = true;
    for (size_t i = 0; i < run->count; i++) {
        const struct test_event *event = &run->events[i];
        if (strcmp(event->type, "frame") != 0) {
            exact = strcmp(event->type, "finding") == 0 || strcmp(event->type, "related") == 0 ||
                    strcmp(event->type, "switch") == 0;
            first = true;
            continue;
        }
        frames[count++] = frame_of(event, exact || first);
        first = false;
    }
    test_symbolize(frames, count, a);
}

size_t test_frames(const struct test_run *run, size_t first, bool exact, struct arena *a, struct test_frame **out)
{
    const size_t count = count_frames(run, first);
    struct test_frame *frames = *out = arena_array(a, count + 1, sizeof *frames);
    learn(run, a);
    for (size_t i = 0; i < count; i++)
        frames[i] = frame_of(&run->events[first + i], exact || i == 0);
    test_symbolize(frames, count, a);
    return count;
}

static void put_stack(struct text *out, const struct test_run *run, size_t first, struct arena *a)
{
    struct test_frame *frames;
    const size_t count = test_frames(run, first, false, a, &frames);
    size_t skipped = 0;
    while (skipped + 1 < count && is_last_step(&frames[skipped]))
        skipped++;
    for (size_t i = skipped; i < count; i++)
        test_frame_put(out, i - skipped, &frames[i]);
}

static void put_stack_after(struct text *out, const struct test_run *run, const struct test_event *event,
                            struct arena *a)
{
    const size_t first = (size_t)(event - run->events) + 1;
    if (count_frames(run, first) == 0)
        return;
    text_put(out, INDENT "stack:\n");
    put_stack(out, run, first, a);
}

/* --- the ends --- */

static void put_meaning(struct text *out, uint32_t code)
{
    const char *meaning = test_bug_check_meaning(code);
    if (meaning)
        text_format(out, INDENT "%s\n", meaning);
}

static void put_bug_check(struct text *out, const struct test_run *run, const struct test_event *event, struct arena *a)
{
    const uint32_t code = (uint32_t)test_event_address(event, 0);
    if (code) {
        put_meaning(out, code);
        for (unsigned i = 0; i < 4; i++)
            text_format(out, INDENT "  parameter %u: 0x%llx%s%s\n", i + 1,
                        (unsigned long long)test_event_address(event, i + 1),
                        *test_bug_check_parameter(code, i) ? "  " : "", test_bug_check_parameter(code, i));
        if (*event->fields[6])
            text_format(out, INDENT "  %s\n", event->fields[6]);
    }
    text_format(out, INDENT "at IRQL %s\n", event->fields[5]);
    put_stack_after(out, run, event, a);
}

static void put_loop(struct text *out, const struct test_run *run, const struct test_event *event, struct arena *a)
{
    const bool dispatch = test_event_number(event, 0) >= 2;
    if (dispatch)
        put_meaning(out, 0x133);
    text_format(out,
                INDENT
                "a request has taken %s s of processor time at IRQL %s and does not end (--timeout gives it more)\n",
                event->fields[1], event->fields[0]);
    put_stack_after(out, run, event, a);
}

static void put_hang(struct text *out, const struct test_run *run, const struct test_event *event, struct arena *a)
{
    text_format(out, INDENT "%s\n", event->fields[0]);
    for (size_t i = (size_t)(event - run->events) + 1; i < run->count; i++) {
        if (strcmp(run->events[i].type, "thread") != 0)
            continue;
        text_format(out, INDENT "%s\n", run->events[i].fields[0]);
        put_stack(out, run, i + 1, a);
    }
}

static void put_failure(struct text *out, const struct test_kit *kit, const struct test_run *run,
                        const struct test_event *event, struct arena *a)
{
    if (*event->fields[0])
        text_format(out, INDENT "%s:%s\n", event->fields[0], event->fields[1]);
    if (*event->fields[3] || *event->fields[4]) {
        text_format(out, INDENT "  actual:   %s\n", test_status_text(kit, event->fields[3], a));
        text_format(out, INDENT "  expected: %s\n", test_status_text(kit, event->fields[4], a));
    }
    put_stack_after(out, run, event, a);
}

void test_report(const struct test_kit *kit, const struct test_case *test, struct arena *a, struct text *out)
{
    const struct test_run *run = &test->run;
    const struct test_event *event;
    test_findings_report(run, a, out);
    if ((event = test_event_find(run, "failure")))
        put_failure(out, kit, run, event, a);
    if ((event = test_event_find(run, "stop")))
        put_bug_check(out, run, event, a);
    if ((event = test_event_find(run, "hang")))
        put_hang(out, run, event, a);
    if ((event = test_event_find(run, "loop")))
        put_loop(out, run, event, a);
    if ((event = test_event_find(run, "crash")))
        put_stack_after(out, run, event, a);
    if (test_event_find(run, "print")) {
        text_put(out, INDENT "debug output of the driver:\n");
        test_report_output(run, out);
    }
    if (*run->output) {
        text_put(out, INDENT "output of the test:\n");
        put_lines(out, INDENT "  ", run->output);
    }
}
