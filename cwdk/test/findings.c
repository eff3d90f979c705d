/* What the verifier has found: a claim, where it was done, and what led to it. */
#include "cwdk/test/test.h"

#include <string.h>

#define INDENT "        "

const struct test_event *test_finding_next(const struct test_run *run, const struct test_event *last)
{
    for (const struct test_event *event = last ? last + 1 : run->events; event < run->events + run->count; event++)
        if (strcmp(event->type, "finding") == 0)
            return event;
    return NULL;
}

static size_t put_stack(const struct test_run *run, size_t first, struct arena *a, struct text *out)
{
    struct test_frame *frames;
    const size_t count = test_frames(run, first, true, a, &frames);
    for (size_t i = 0; i < count; i++)
        test_frame_put(out, i, &frames[i]);
    return first + count;
}

void test_findings_report(const struct test_run *run, struct arena *a, struct text *out)
{
    const struct test_event *finding = NULL;
    while ((finding = test_finding_next(run, finding))) {
        text_format(out, INDENT "%s: %s, at IRQL %s (cwdk explain %s)\n", finding->fields[0], finding->fields[1],
                    finding->fields[2], finding->fields[0]);
        size_t next = put_stack(run, (size_t)(finding - run->events) + 1, a, out);
        for (; next < run->count && strcmp(run->events[next].type, "related") == 0;
             next = put_stack(run, next + 1, a, out))
            text_format(out, INDENT "%s\n", run->events[next].fields[0]);
    }
}

static bool is_header(const char *place)
{
    const char *dot = strrchr(place, '.');
    return dot && strncmp(dot, ".h:", 3) == 0;
}

/* The first frame that has a line, and is neither the system's nor the host's; in a source, if there is one. */
const char *test_place_after(const struct test_run *run, const struct test_event *event, bool exact, struct arena *a)
{
    struct test_frame *frames;
    const char *place = "";
    const size_t count = test_frames(run, (size_t)(event - run->events) + 1, exact, a, &frames);
    for (size_t i = 0; i < count; i++) {
        if (!*frames[i].place || strstr(frames[i].path, "/share/cwdk/ntsim/"))
            continue;
        if (!is_header(frames[i].place))
            return frames[i].place;
        if (!*place)
            place = frames[i].place;
    }
    return place;
}

const char *test_finding_place(const struct test_run *run, const struct test_event *finding, struct arena *a)
{
    return test_place_after(run, finding, true, a);
}
