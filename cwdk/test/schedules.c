/* What exploring schedules has found: how many there were, and how to get to the one that failed. */
#include "cwdk/test/test.h"

#include <stdlib.h>
#include <string.h>

#define INDENT "        "

enum { MOST_PROCESSORS = 64, ANOTHER_THREAD = 64, POINT_THREAD = 14 };

/* In the order of enum machine_point (ntsim/machine/services.h). */
static const char *const points[] = {
    "about to call",
    "about to take a spin lock",
    "after releasing a lock",
    "after lowering its IRQL",
    "about to wait",
    "after setting an event",
    "after changing an interlocked list",
    "after queuing a DPC or taking it back",
    "after setting a timer or taking it back",
    "while time goes by",
    "after touching a device's register",
    "as an interrupt comes",
    "about to touch memory",
    "which cannot go on",
};

/* The driver's source line, or the test's, where that is known. */
static const char *place_of(const struct test_frame *frames, size_t from, size_t count, struct arena *a)
{
    for (size_t i = from; i < count; i++)
        if (*frames[i].place)
            return arena_format(a, "%s (%s)", frames[i].place, frames[i].symbol);
    return from < count ? arena_format(a, "%s!%s", frames[from].image, frames[from].symbol) : "";
}

const char *test_point_text(uint64_t point, const char *called, struct arena *a)
{
    if (point == 0 && *called)
        return arena_format(a, "%s %s", points[0], called);
    return point < sizeof points / sizeof *points ? points[point] : "";
}

static void put_switch(const struct test_run *run, const struct test_event *event, size_t number,
                       const char *left[MOST_PROCESSORS], struct arena *a, struct text *out)
{
    struct test_frame *frames;
    const uint64_t from = test_event_number(event, 1) % MOST_PROCESSORS, to = test_event_number(event, 2),
                   point = test_event_number(event, 3);
    if (point == POINT_THREAD) {
        text_format(out, INDENT "  %2zu  processor %llu takes number %llu of the threads that are ready\n", number,
                    (unsigned long long)from, (unsigned long long)to + 1);
        return;
    }
    const size_t count = test_frames(run, (size_t)(event - run->events) + 1, true, a, &frames);
    const char *place = place_of(frames, point == 0, count, a);
    text_format(out, INDENT "  %2zu  processor %llu, at IRQL %s, is left", number, (unsigned long long)from,
                event->fields[4]);
    if (*place)
        text_format(out, " at %s,", place);
    text_format(out, " %s\n", test_point_text(point, point == 0 && count ? frames[0].symbol : "", a));
    left[from] = place;
    if (to == ANOTHER_THREAD)
        text_put(out, INDENT "      another thread of its priority goes on there\n");
    else if (left[to % MOST_PROCESSORS] && *left[to % MOST_PROCESSORS])
        text_format(out, INDENT "      processor %llu goes on at %s\n", (unsigned long long)to,
                    left[to % MOST_PROCESSORS]);
    else
        text_format(out, INDENT "      processor %llu goes on\n", (unsigned long long)to);
}

static void put_failed(const struct test_run *run, const struct test_event *event, uint64_t seed, const char *options,
                       struct arena *a, struct text *out)
{
    const struct test_event *decisions = test_event_find(run, "decisions");
    const char *left[MOST_PROCESSORS] = {0};
    size_t switches = 0;
    for (size_t i = 0; i < run->count; i++)
        switches += strcmp(run->events[i].type, "switch") == 0;
    text_format(out, INDENT "schedule %s of those tried fails, with %zu switch%s after shrinking it in %s runs:\n",
                event->fields[1], switches, switches == 1 ? "" : "es", event->fields[3]);
    switches = 0;
    for (size_t i = 0; i < run->count; i++)
        if (strcmp(run->events[i].type, "switch") == 0)
            put_switch(run, &run->events[i], ++switches, left, a, out);
    if (decisions)
        text_format(out, INDENT "replay it with --seed %llu --processors %s%s --replay %s\n", (unsigned long long)seed,
                    decisions->fields[0], options, *decisions->fields[1] ? decisions->fields[1] : "none");
}

void test_schedules_report(const struct test_run *run, uint64_t seed, const char *options, struct arena *a,
                           struct text *out)
{
    const struct test_event *event = test_event_find(run, "schedules");
    if (!event)
        return;
    const char *result = event->fields[0], *runs = event->fields[1], *choices = event->fields[2];
    if (strcmp(result, "failed") == 0)
        put_failed(run, event, seed, options, a, out);
    else if (strcmp(result, "priorities") == 0)
        text_format(out, INDENT "%s schedules, up to %s choices in each; the chance to have met %s\n", runs, choices,
                    event->fields[4]);
    else if (strcmp(choices, "0") == 0)
        text_put(out, INDENT "there is one schedule: nowhere could anything else have gone on\n");
    else if (strcmp(result, "all") == 0)
        text_format(out, INDENT "all %s schedules with at most %s switches, up to %s choices in each%s\n", runs,
                    event->fields[3], choices, *event->fields[4] ? ", but for those that come to the same" : "");
    else
        text_format(out,
                    INDENT "%s schedules with at most %s switches, up to %s choices in each; there are more than "
                           "memory holds\n",
                    runs, event->fields[3], choices);
}
