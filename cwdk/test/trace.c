/*
 * The Chrome trace event format. A test is a process of it; lanes are its threads. Virtual time stands still while code
 * runs, so the events within one moment are set 10 ns apart, in their order.
 */
#include "cwdk/test/test.h"
#include "cwdk/host/file.h"

#include <stdlib.h>
#include <string.h>

struct writer {
    struct text json;
    const char *lanes[64];
    unsigned lane_count;
    unsigned process;
    double time; /* of the last event, in microseconds */
    bool any;
};

static void begin_event(struct writer *w, const char *phase, const char *name, unsigned lane)
{
    text_put(&w->json, w->any ? ",\n" : "\n");
    w->any = true;
    text_format(&w->json, "{\"ph\": \"%s\", \"pid\": %u, \"tid\": %u, \"name\": ", phase, w->process, lane);
    text_put_json_string(&w->json, name);
}

static void name_lane(struct writer *w, const char *kind, unsigned lane, const char *name)
{
    begin_event(w, "M", kind, lane);
    text_put(&w->json, ", \"args\": {\"name\": ");
    text_put_json_string(&w->json, name);
    text_put(&w->json, "}}");
}

static unsigned lane_of(struct writer *w, const char *name)
{
    for (unsigned i = 0; i < w->lane_count; i++)
        if (strcmp(w->lanes[i], name) == 0)
            return i + 1;
    if (w->lane_count == sizeof w->lanes / sizeof *w->lanes)
        return w->lane_count;
    w->lanes[w->lane_count++] = name;
    name_lane(w, "thread_name", w->lane_count, name);
    return w->lane_count;
}

static double next_time(struct writer *w, uint64_t ticks)
{
    const double time = (double)ticks / 10;
    w->time = time > w->time ? time : w->time + 0.01;
    return w->time;
}

static void put_event(struct writer *w, const struct test_event *event)
{
    static const char driver[] = "debug output", test[] = "test";
    const char *lane = driver, *phase = "i", *name = event->fields[1], *id = "";
    uint64_t ticks = test_event_number(event, 0);
    if (strcmp(event->type, "begin") == 0) {
        lane = test;
        name = event->fields[0];
        ticks = test_event_number(event, 1);
    } else if (strcmp(event->type, "trace") == 0) {
        phase = event->fields[0];
        lane = event->fields[1];
        id = event->fields[2];
        ticks = test_event_number(event, 3);
        name = event->fields[4];
    } else if (strcmp(event->type, "print") != 0) {
        return;
    }
    if (*phase == 'C') {
        begin_event(w, phase, lane, 0);
        text_format(&w->json, ", \"ts\": %.2f, \"args\": {\"IRQL\": %s}}", next_time(w, ticks), name);
        return;
    }
    const unsigned number = lane_of(w, lane);
    begin_event(w, phase, name, number);
    text_format(&w->json, ", \"ts\": %.2f", next_time(w, ticks));
    if (*phase == 'i')
        text_put(&w->json, ", \"s\": \"t\"");
    if (*id) {
        text_put(&w->json, ", \"cat\": \"request\", \"id\": ");
        text_put_json_string(&w->json, id);
    }
    text_put(&w->json, "}");
}

bool test_trace_write(const char *path, const struct test_suite *suites, size_t count, struct diag *d)
{
    struct writer w = {0};
    text_put(&w.json, "{\"displayTimeUnit\": \"ns\", \"traceEvents\": [");
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < suites[i].count; j++) {
            const struct test_run *run = &suites[i].cases[j].run;
            w.process++;
            w.lane_count = 0;
            w.time = 0;
            name_lane(&w, "process_name", 0, suites[i].cases[j].name);
            for (size_t k = 0; k < run->count; k++)
                put_event(&w, &run->events[k]);
        }
    }
    text_put(&w.json, "\n]}\n");
    const bool written = file_write(path, w.json.data, w.json.size, 0644, d);
    text_free(&w.json);
    return written;
}
