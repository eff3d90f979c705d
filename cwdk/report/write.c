/* The document as JSON. */
#include "cwdk/report/names.h"
#include "cwdk/report/report.h"

#include <jansson.h>
#include <stdlib.h>

static void set(json_t *object, const char *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

static json_t *text(const char *value)
{
    json_t *made = json_string(value);
    return made ? made : json_string("");
}

static json_t *number(uint64_t value)
{
    return json_integer(value > INT64_MAX ? INT64_MAX : (json_int_t)value);
}

static void set_place(json_t *object, struct report_place place)
{
    set(object, "file", text(place.file));
    set(object, "line", number(place.line));
}

static json_t *frame_json(const struct report_frame *frame)
{
    json_t *o = json_object();
    set(o, "image", text(frame->image));
    set(o, "symbol", text(frame->symbol));
    set(o, "offset", number(frame->offset));
    set_place(o, frame->place);
    return o;
}

static json_t *stack_json(const struct report_stack *stack)
{
    json_t *o = json_object(), *frames = json_array();
    for (size_t i = 0; i < stack->count; i++)
        json_array_append_new(frames, frame_json(&stack->frames[i]));
    set(o, "title", text(stack->title));
    set(o, "frames", frames);
    return o;
}

static json_t *switch_json(const struct report_switch *one)
{
    json_t *o = json_object();
    set(o, "from", number(one->from));
    set(o, "to", number(one->to));
    set(o, "irql", number(one->irql));
    set(o, "thread", json_boolean(one->thread));
    set(o, "point", text(one->point));
    set(o, "symbol", text(one->symbol));
    set_place(o, one->place);
    return o;
}

/* An array, since there are many: phase, lane, id, name, time. */
static json_t *moment_json(const struct report_moment *moment)
{
    json_t *list = json_array();
    json_array_append_new(list, json_stringn(&moment->phase, 1));
    json_array_append_new(list, text(moment->lane));
    json_array_append_new(list, text(moment->id));
    json_array_append_new(list, text(moment->name));
    json_array_append_new(list, number(moment->time));
    return list;
}

static json_t *met_json(const struct report_met *met)
{
    json_t *o = json_object();
    set(o, "suite", text(met->suite));
    set(o, "test", text(met->test));
    set(o, "test-number", number(met->test_number));
    set(o, "number", number(met->number));
    set(o, "cause", text(met->cause));
    set(o, "replay", text(met->replay));
    return o;
}

static json_t *finding_json(const struct report_finding *finding)
{
    json_t *o = json_object(), *notes = json_array(), *stacks = json_array(), *switches = json_array(),
           *moments = json_array(), *met = json_array();
    for (size_t i = 0; i < finding->note_count; i++)
        json_array_append_new(notes, text(finding->notes[i]));
    for (size_t i = 0; i < finding->stack_count; i++)
        json_array_append_new(stacks, stack_json(&finding->stacks[i]));
    for (size_t i = 0; i < finding->switch_count; i++)
        json_array_append_new(switches, switch_json(&finding->switches[i]));
    for (size_t i = 0; i < finding->moment_count; i++)
        json_array_append_new(moments, moment_json(&finding->moments[i]));
    for (size_t i = 0; i < finding->met_count; i++)
        json_array_append_new(met, met_json(&finding->met[i]));
    set(o, "kind", text(kind_names[finding->kind]));
    set(o, "code", text(finding->code));
    set(o, "claim", text(finding->claim));
    set(o, "key", text(finding->key));
    set(o, "irql", number(finding->irql));
    set_place(o, finding->place);
    set(o, "notes", notes);
    set(o, "stacks", stacks);
    set(o, "switches", switches);
    set(o, "moments", moments);
    set(o, "met", met);
    return o;
}

static json_t *schedules_json(const struct report_schedules *schedules)
{
    json_t *o = json_object(), *drawn = json_array();
    for (size_t i = 0; i < REPORT_DEPTHS; i++)
        json_array_append_new(drawn, number(schedules->drawn[i]));
    set(o, "result", text(schedules->result));
    set(o, "runs", number(schedules->runs));
    set(o, "choices", number(schedules->choices));
    set(o, "bound", number(schedules->bound));
    set(o, "processors", number(schedules->processors));
    set(o, "drawn", drawn);
    return o;
}

static json_t *test_json(const struct report_test *test)
{
    json_t *o = json_object();
    set(o, "suite", text(test->suite));
    set(o, "name", text(test->name));
    set(o, "number", number(test->number));
    set_place(o, test->place);
    set(o, "passed", json_boolean(test->passed));
    set(o, "reason", text(test->reason));
    set(o, "time", number(test->time));
    set(o, "branches", number(test->branches));
    set(o, "bad", number(test->bad));
    set(o, "all", number(test->all));
    if (*test->schedules.result)
        set(o, "schedules", schedules_json(&test->schedules));
    return o;
}

static json_t *site_json(const struct report_site *site)
{
    json_t *o = json_object();
    set(o, "what", text(site->what));
    set(o, "symbol", text(site->symbol));
    set_place(o, site->place);
    set(o, "offset", number(site->offset));
    set(o, "count", number(site->count));
    set(o, "bad", number(site->bad));
    return o;
}

/* Lines are arrays: number, count, and the function that begins there. */
static json_t *cover_json(const struct report_cover *cover)
{
    json_t *o = json_object(), *lines = json_array();
    for (size_t i = 0; i < cover->count; i++) {
        json_t *line = json_array();
        json_array_append_new(line, number(cover->lines[i].line));
        json_array_append_new(line, number(cover->lines[i].count));
        if (*cover->lines[i].function)
            json_array_append_new(line, text(cover->lines[i].function));
        json_array_append_new(lines, line);
    }
    set(o, "file", text(cover->file));
    set(o, "lines", lines);
    return o;
}

static json_t *run_json(const struct report_run *run)
{
    json_t *o = json_object(), *drivers = json_array(), *have = json_array(), *tests = json_array(),
           *findings = json_array(), *sites = json_array(), *covers = json_array();
    for (size_t i = 0; i < run->driver_count; i++)
        json_array_append_new(drivers, text(run->drivers[i]));
    for (size_t i = 0; i < run->have_count; i++)
        json_array_append_new(have, number(run->have[i]));
    for (size_t i = 0; i < run->test_count; i++)
        json_array_append_new(tests, test_json(&run->tests[i]));
    for (size_t i = 0; i < run->finding_count; i++)
        json_array_append_new(findings, finding_json(&run->findings[i]));
    for (size_t i = 0; i < run->site_count; i++)
        json_array_append_new(sites, site_json(&run->sites[i]));
    for (size_t i = 0; i < run->cover_count; i++)
        json_array_append_new(covers, cover_json(&run->covers[i]));
    set(o, "command", text(run->command));
    set(o, "mode", text(run->mode));
    set(o, "drivers", drivers);
    set(o, "shards", number(run->shards));
    set(o, "have", have);
    set(o, "tests", tests);
    set(o, "findings", findings);
    set(o, "sites", sites);
    set(o, "coverage", covers);
    return o;
}

static json_t *source_json(const struct report_source *source)
{
    json_t *o = json_object();
    set(o, "file", text(source->file));
    set(o, "text", text(source->text));
    return o;
}

void report_write(const struct report *report, struct text *out)
{
    json_t *root = json_object(), *runs = json_array(), *sources = json_array();
    for (size_t i = 0; i < report->run_count; i++)
        json_array_append_new(runs, run_json(&report->runs[i]));
    for (size_t i = 0; i < report->source_count; i++)
        json_array_append_new(sources, source_json(&report->sources[i]));
    set(root, "format", text(REPORT_FORMAT));
    set(root, "version", number(REPORT_VERSION));
    set(root, "runs", runs);
    set(root, "sources", sources);
    char *dumped = json_dumps(root, JSON_COMPACT);
    if (!dumped)
        memory_exhausted();
    text_put(out, dumped);
    text_put(out, "\n");
    free(dumped);
    json_decref(root);
}
