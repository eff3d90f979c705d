/* What happened before a finding: the run once more, with a trace. */
#include "cwdk/host/file.h"
#include "cwdk/test/record.h"

#include <string.h>

enum { MOST_BEFORE = 240, MOST_AFTER = 24 };

static bool is_end(const struct test_event *event, const struct report_finding *finding)
{
    static const char *const types[] = {"finding", "stop", "hang", "loop", "failure", "crash", "error"};
    return strcmp(event->type, types[finding->kind]) == 0 &&
           (finding->kind != REPORT_FINDING ||
            (strcmp(event->fields[0], finding->code) == 0 && strcmp(event->fields[1], finding->claim) == 0));
}

/* The path of an image of which the run has told a frame, or NULL. */
static const char *image_path(const struct test_run *run, const char *name, size_t length)
{
    for (size_t i = 0; i < run->count; i++)
        if (strcmp(run->events[i].type, "frame") == 0 && strlen(run->events[i].fields[1]) == length &&
            strncmp(run->events[i].fields[1], name, length) == 0)
            return run->events[i].fields[0];
    return NULL;
}

/* "shop.sys+0x1a40" by its name: "Expire". */
static const char *name_of(const struct test_run *run, const char *name, struct arena *a)
{
    const char *plus = strstr(name, "+0x");
    const char *path = plus ? image_path(run, name, (size_t)(plus - name)) : NULL;
    if (!path)
        return name;
    const struct test_event address = {.type = "", .fields = {plus + 3}};
    struct test_frame frame = {.image = "", .path = path, .offset = test_event_address(&address, 0), .exact = true};
    test_symbolize(&frame, 1, a);
    return *frame.symbol ? frame.symbol : name;
}

static bool moment_of(const struct test_run *run, const struct test_event *event, const struct report_finding *finding,
                      struct report_moment *out, struct arena *a)
{
    *out = (struct report_moment){.phase = 'i', .lane = "", .id = "", .name = "", .time = out->time};
    if (strcmp(event->type, "trace") == 0) {
        out->phase = *event->fields[0] && strchr("BEiCbe", *event->fields[0]) ? *event->fields[0] : 'i';
        out->lane = event->fields[1];
        out->id = event->fields[2];
        out->time = test_event_number(event, 3);
        out->name = name_of(run, event->fields[4], a);
    } else if (strcmp(event->type, "begin") == 0) {
        out->lane = "test";
        out->name = event->fields[0];
        out->time = test_event_number(event, 1);
    } else if (strcmp(event->type, "print") == 0) {
        out->lane = "debug output";
        out->name = event->fields[1];
        out->time = test_event_number(event, 0);
    } else if (strcmp(event->type, "branch") == 0) {
        out->phase = '?';
        out->name = event->fields[2];
    } else if (is_end(event, finding)) {
        out->phase = '!';
        out->name = *finding->code ? finding->code : finding->claim;
    } else {
        return false;
    }
    out->lane = record_utf8(out->lane, a);
    out->name = record_utf8(out->name, a);
    return true;
}

/* The copies of the run that are not the finding's own are left out. */
static size_t moments_of(const struct test_run *run, const struct report_finding *finding, struct report_moment *out,
                         size_t *at, struct arena *a)
{
    size_t count = 0;
    uint64_t time = 0;
    *at = SIZE_MAX;
    for (size_t i = 0; i < run->count; i++) {
        if (*at != SIZE_MAX && strcmp(run->events[i].type, "merge") == 0)
            break;
        out[count].time = time;
        if (!moment_of(run, &run->events[i], finding, &out[count], a))
            continue;
        time = out[count].time;
        if (out[count].phase == '!') {
            if (*at != SIZE_MAX)
                continue;
            *at = count;
        }
        count++;
        if (*at != SIZE_MAX && count > *at + MOST_AFTER)
            break;
    }
    return count;
}

/* Ids of requests are addresses: numbers in the order in which they come are as good, and read better. */
static void number_ids(struct report_moment *moments, size_t count, struct arena *a)
{
    const char **ids = arena_array(a, count + 1, sizeof *ids);
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        if (!*moments[i].id)
            continue;
        while (at < known && strcmp(ids[at], moments[i].id) != 0)
            at++;
        if (at == known)
            ids[known++] = moments[i].id;
        moments[i].id = arena_format(a, "%zu", at + 1);
    }
}

static const char *schedule_of(const struct test_case *test, struct arena *a)
{
    const struct test_event *decisions = test_event_find(&test->run, "decisions");
    return decisions ? arena_format(a, "follow:%s", decisions->fields[1]) : NULL;
}

bool record_picture(struct recorder *r, const struct test_subject *subject, const struct test_case *test,
                    struct report_finding *finding, struct diag *d)
{
    struct test_host_options host = *r->host;
    struct arguments arguments = {.arena = r->a};
    struct test_run run;
    size_t at;
    host.trace = true;
    host.coverage = false;
    host.shard = (struct shard){0};
    host.branch = finding->met->number;
    if (!*finding->met->cause) {
        host.mode = TEST_PLAIN;
        const char *follow = schedule_of(test, r->a);
        host.schedule = follow ? follow : test_event_find(&test->run, "schedules") ? NULL : host.schedule;
    }
    test_host_arguments(r->kit, subject, &host, &arguments);
    arguments_format(&arguments, "--tests=%s", subject->library);
    arguments_format(&arguments, "--test=%s", test->name);
    if (!test_host_run(&arguments, r->a, &run, d))
        return false;
    struct report_moment *moments = arena_array(r->a, run.count + 2, sizeof *moments);
    const size_t count = moments_of(&run, finding, moments, &at, r->a);
    if (at == SIZE_MAX)
        return true;
    const size_t first = at > MOST_BEFORE ? at - MOST_BEFORE : 0;
    finding->moments = moments + first;
    finding->moment_count = count - first;
    number_ids(finding->moments, finding->moment_count, r->a);
    return true;
}
