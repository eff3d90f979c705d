/* The document out of JSON, which may come from anywhere: whatever does not fit is refused with its place. */
#include "cwdk/diag/codes.h"
#include "cwdk/report/names.h"
#include "cwdk/report/report.h"
#include "ntsim/run/shard.h"

#include <jansson.h>
#include <string.h>

/* `where` is the path of the object that is read: "runs[0].tests[3]". */
/* More than that is no report of a driver. */
enum { MOST_RUNS = 1000, MOST_SOURCES = 20000, MOST_MOMENTS = 4096, MOST_SWITCHES = 10000 };

struct reader {
    const char *name, *where;
    struct arena *a;
    struct diag *d;
    bool bad; /* and reported */
};

static bool refuse(struct reader *r, const char *key, const char *wanted)
{
    if (!r->bad)
        diag_error(r->d, CODE_RPT0002, diag_in_file(r->name), "%s%s%s: %s is expected", r->where,
                   *r->where && *key ? "." : "", key, wanted);
    r->bad = true;
    return false;
}

/* --- values --- */

static const char *string_of(struct reader *r, const json_t *value, const char *key)
{
    if (!json_is_string(value)) {
        refuse(r, key, "a string");
        return "";
    }
    return arena_string(r->a, json_string_value(value));
}

static uint64_t number_of(struct reader *r, const json_t *value, const char *key)
{
    if (!json_is_integer(value) || json_integer_value(value) < 0) {
        refuse(r, key, "a number that is not negative");
        return 0;
    }
    return (uint64_t)json_integer_value(value);
}

static const char *text(struct reader *r, const json_t *object, const char *key)
{
    return string_of(r, json_object_get(object, key), key);
}

static uint64_t number(struct reader *r, const json_t *object, const char *key)
{
    return number_of(r, json_object_get(object, key), key);
}

static bool truth(struct reader *r, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_boolean(value) ? json_is_true(value) : refuse(r, key, "true or false");
}

static const json_t *list(struct reader *r, const json_t *object, const char *key, size_t *count)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_array(value))
        refuse(r, key, "a list");
    *count = r->bad ? 0 : json_array_size(value);
    return value;
}

static struct report_place place(struct reader *r, const json_t *object)
{
    return (struct report_place){text(r, object, "file"), number(r, object, "line")};
}

/* --- lists --- */

/* Reads each object of a list into `items`, which has room for `count` of `size` bytes. */
static void *objects(struct reader *r, const json_t *object, const char *key, size_t size, size_t *count,
                     void (*read)(struct reader *, const json_t *, void *))
{
    size_t all;
    const json_t *values = list(r, object, key, &all);
    const char *outer = r->where;
    char *items = arena_array(r->a, all + 1, size);
    for (size_t i = 0; i < all && !r->bad; i++) {
        r->where = arena_format(r->a, "%s%s%s[%zu]", outer, *outer ? "." : "", key, i);
        if (!json_is_object(json_array_get(values, i)))
            refuse(r, "", "an object");
        else
            read(r, json_array_get(values, i), items + i * size);
    }
    r->where = outer;
    *count = all;
    return items;
}

static const char **strings(struct reader *r, const json_t *object, const char *key, size_t *count)
{
    const json_t *values = list(r, object, key, count);
    const char **items = arena_array(r->a, *count + 1, sizeof *items);
    for (size_t i = 0; i < *count && !r->bad; i++)
        items[i] = string_of(r, json_array_get(values, i), key);
    return items;
}

/* Each greater than the one before, from 1 to `most`. */
static uint64_t *numbers(struct reader *r, const json_t *object, const char *key, uint64_t most, size_t *count)
{
    const json_t *values = list(r, object, key, count);
    uint64_t *items = arena_array(r->a, *count + 1, sizeof *items);
    for (size_t i = 0; i < *count && !r->bad; i++) {
        items[i] = number_of(r, json_array_get(values, i), key);
        if (items[i] < 1 || items[i] > most || (i && items[i] <= items[i - 1]))
            refuse(r, key, "a list of shards that ascends");
    }
    return items;
}

/* --- the parts --- */

static void read_frame(struct reader *r, const json_t *o, void *out)
{
    *(struct report_frame *)out = (struct report_frame){.image = text(r, o, "image"),
                                                        .symbol = text(r, o, "symbol"),
                                                        .offset = number(r, o, "offset"),
                                                        .place = place(r, o)};
}

static void read_stack(struct reader *r, const json_t *o, void *out)
{
    struct report_stack *stack = out;
    stack->title = text(r, o, "title");
    stack->frames = objects(r, o, "frames", sizeof *stack->frames, &stack->count, read_frame);
}

static void read_switch(struct reader *r, const json_t *o, void *out)
{
    enum { MOST_PROCESSORS = 64 };
    struct report_switch *one = out;
    *one = (struct report_switch){.from = number(r, o, "from"),
                                  .to = number(r, o, "to"),
                                  .irql = number(r, o, "irql"),
                                  .thread = truth(r, o, "thread"),
                                  .point = text(r, o, "point"),
                                  .symbol = text(r, o, "symbol"),
                                  .place = place(r, o)};
    if (one->from >= MOST_PROCESSORS || (!one->thread && one->to > REPORT_ANOTHER_THREAD))
        refuse(r, "from", "a processor below 64");
}

static void read_moments(struct reader *r, const json_t *object, struct report_finding *out)
{
    enum { FIELDS = 5 };
    const json_t *values = list(r, object, "moments", &out->moment_count);
    if (out->moment_count > MOST_MOMENTS)
        refuse(r, "moments", "a shorter list");
    out->moments = arena_array(r->a, out->moment_count + 1, sizeof *out->moments);
    for (size_t i = 0; i < out->moment_count && !r->bad; i++) {
        const json_t *value = json_array_get(values, i);
        const char *phase = json_string_value(json_array_get(value, 0));
        if (json_array_size(value) != FIELDS || !phase || strlen(phase) != 1 || !strchr("BEiCbe!?", *phase)) {
            refuse(r, "moments", "a list of phase, lane, id, name and time");
            return;
        }
        out->moments[i] = (struct report_moment){.phase = *phase,
                                                 .lane = string_of(r, json_array_get(value, 1), "moments"),
                                                 .id = string_of(r, json_array_get(value, 2), "moments"),
                                                 .name = string_of(r, json_array_get(value, 3), "moments"),
                                                 .time = number_of(r, json_array_get(value, 4), "moments")};
    }
}

static void read_met(struct reader *r, const json_t *o, void *out)
{
    *(struct report_met *)out = (struct report_met){.suite = text(r, o, "suite"),
                                                    .test = text(r, o, "test"),
                                                    .test_number = number(r, o, "test-number"),
                                                    .number = number(r, o, "number"),
                                                    .cause = text(r, o, "cause"),
                                                    .replay = text(r, o, "replay")};
}

static void read_finding(struct reader *r, const json_t *o, void *out)
{
    struct report_finding *finding = out;
    const char *kind = text(r, o, "kind");
    size_t at = 0;
    while (at < REPORT_KINDS && strcmp(kind_names[at], kind) != 0)
        at++;
    if (at == REPORT_KINDS) {
        refuse(r, "kind", "one of finding, stop, hang, loop, check, crash, error");
        at = 0;
    }
    *finding = (struct report_finding){.kind = (enum report_kind)at,
                                       .code = text(r, o, "code"),
                                       .claim = text(r, o, "claim"),
                                       .key = text(r, o, "key"),
                                       .irql = number(r, o, "irql"),
                                       .place = place(r, o)};
    finding->notes = strings(r, o, "notes", &finding->note_count);
    finding->stacks = objects(r, o, "stacks", sizeof *finding->stacks, &finding->stack_count, read_stack);
    finding->switches = objects(r, o, "switches", sizeof *finding->switches, &finding->switch_count, read_switch);
    finding->met = objects(r, o, "met", sizeof *finding->met, &finding->met_count, read_met);
    if (finding->switch_count > MOST_SWITCHES)
        refuse(r, "switches", "a shorter list");
    read_moments(r, o, finding);
    if (!finding->met_count)
        refuse(r, "met", "a list that is not empty");
}

static void read_schedules(struct reader *r, const json_t *o, struct report_schedules *out)
{
    size_t count;
    const json_t *drawn = list(r, o, "drawn", &count);
    *out = (struct report_schedules){.result = text(r, o, "result"),
                                     .runs = number(r, o, "runs"),
                                     .choices = number(r, o, "choices"),
                                     .bound = number(r, o, "bound"),
                                     .processors = number(r, o, "processors")};
    if (count != REPORT_DEPTHS)
        refuse(r, "drawn", "a list of two numbers");
    for (size_t i = 0; i < REPORT_DEPTHS && !r->bad; i++)
        out->drawn[i] = number_of(r, json_array_get(drawn, i), "drawn");
}

static void read_test(struct reader *r, const json_t *o, void *out)
{
    struct report_test *test = out;
    const json_t *schedules = json_object_get(o, "schedules");
    *test = (struct report_test){.suite = text(r, o, "suite"),
                                 .name = text(r, o, "name"),
                                 .number = number(r, o, "number"),
                                 .place = place(r, o),
                                 .passed = truth(r, o, "passed"),
                                 .reason = text(r, o, "reason"),
                                 .time = number(r, o, "time"),
                                 .branches = number(r, o, "branches"),
                                 .bad = number(r, o, "bad"),
                                 .all = number(r, o, "all"),
                                 .schedules.result = ""};
    if (schedules && !json_is_object(schedules))
        refuse(r, "schedules", "an object");
    if (schedules && !r->bad)
        read_schedules(r, schedules, &test->schedules);
}

static void read_site(struct reader *r, const json_t *o, void *out)
{
    *(struct report_site *)out = (struct report_site){.what = text(r, o, "what"),
                                                      .symbol = text(r, o, "symbol"),
                                                      .place = place(r, o),
                                                      .offset = number(r, o, "offset"),
                                                      .count = number(r, o, "count"),
                                                      .bad = number(r, o, "bad")};
}

static void read_cover(struct reader *r, const json_t *o, void *out)
{
    struct report_cover *cover = out;
    cover->file = text(r, o, "file");
    const json_t *values = list(r, o, "lines", &cover->count);
    cover->lines = arena_array(r->a, cover->count + 1, sizeof *cover->lines);
    for (size_t i = 0; i < cover->count && !r->bad; i++) {
        const json_t *value = json_array_get(values, i), *function = json_array_get(value, 2);
        struct report_line *line = &cover->lines[i];
        *line = (struct report_line){number_of(r, json_array_get(value, 0), "lines"),
                                     number_of(r, json_array_get(value, 1), "lines"),
                                     function ? string_of(r, function, "lines") : ""};
        if (i && line->line <= line[-1].line)
            refuse(r, "lines", "a list that ascends");
    }
}

static void read_run(struct reader *r, const json_t *o, void *out)
{
    struct report_run *run = out;
    *run = (struct report_run){
        .command = text(r, o, "command"), .mode = text(r, o, "mode"), .shards = number(r, o, "shards")};
    if (run->shards > SHARD_MOST)
        refuse(r, "shards", "a number of shards");
    run->drivers = strings(r, o, "drivers", &run->driver_count);
    run->have = numbers(r, o, "have", run->shards, &run->have_count);
    run->tests = objects(r, o, "tests", sizeof *run->tests, &run->test_count, read_test);
    run->findings = objects(r, o, "findings", sizeof *run->findings, &run->finding_count, read_finding);
    run->sites = objects(r, o, "sites", sizeof *run->sites, &run->site_count, read_site);
    run->covers = objects(r, o, "coverage", sizeof *run->covers, &run->cover_count, read_cover);
}

static void read_source(struct reader *r, const json_t *o, void *out)
{
    *(struct report_source *)out = (struct report_source){text(r, o, "file"), text(r, o, "text")};
}

static bool is_report(struct reader *r, const json_t *root)
{
    const char *format = json_string_value(json_object_get(root, "format"));
    const json_t *version = json_object_get(root, "version");
    if (!format || strcmp(format, REPORT_FORMAT) != 0) {
        diag_error(r->d, CODE_RPT0001, diag_in_file(r->name), "%s is no report of `cwdk test --report`", r->name);
        return false;
    }
    if (!json_is_integer(version) || json_integer_value(version) != REPORT_VERSION) {
        diag_error(r->d, CODE_RPT0001, diag_in_file(r->name), "%s is a report of another version of cwdk", r->name);
        diag_help(r->d, "this one reads version %d", REPORT_VERSION);
        return false;
    }
    return true;
}

/* What a parser quotes of the file may be anything. */
static void clean(char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < 0x20 || (unsigned char)*text > 0x7E)
            *text = '?';
}

bool report_read(const char *name, const char *content, size_t size, struct arena *a, struct report *out,
                 struct diag *d)
{
    struct reader r = {.name = name, .where = "", .a = a, .d = d};
    json_error_t error;
    json_t *root = json_loadb(content, size, JSON_REJECT_DUPLICATES, &error);
    *out = (struct report){0};
    if (!root) {
        clean(error.text);
        const struct diag_place at = {name, (unsigned)(error.line > 0 ? error.line : 0),
                                      (unsigned)(error.column > 0 ? error.column : 0)};
        return diag_error(d, CODE_RPT0001, at, "%s is no JSON: %s", name, error.text);
    }
    if (is_report(&r, root)) {
        out->runs = objects(&r, root, "runs", sizeof *out->runs, &out->run_count, read_run);
        out->sources = objects(&r, root, "sources", sizeof *out->sources, &out->source_count, read_source);
    } else {
        r.bad = true;
    }
    if (out->run_count > MOST_RUNS || out->source_count > MOST_SOURCES)
        refuse(&r, out->run_count > MOST_RUNS ? "runs" : "sources", "a shorter list");
    json_decref(root);
    return !r.bad;
}
