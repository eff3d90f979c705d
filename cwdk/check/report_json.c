/* Findings for programs: our own JSON, and SARIF 2.1.0 (the OASIS standard of that name). */
#include "cwdk/check/finding.h"
#include "cwdk/diag/codes.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#define SARIF_SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

/* As the user sees it from where they stand. */
static json_t *file_name(const struct findings *f, uint32_t file)
{
    const char *name = f->files[file];
    return *name == '/' ? json_string(name) : json_sprintf("%s%s", f->prefix, name);
}

static json_t *fingerprint(const struct finding *x)
{
    return json_sprintf("%016llx", (unsigned long long)x->fingerprint);
}

static const char *level(const struct finding *x)
{
    return x->warning ? "warning" : "error";
}

static void set(json_t *object, const char *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

json_t *finding_place(struct findings *f, struct place place)
{
    json_t *o = json_object();
    set(o, "file", file_name(f, place.file));
    set(o, "line", json_integer(place.line));
    set(o, "column", json_integer(place.column));
    return o;
}

static json_t *finding_json(struct findings *f, const struct finding *x)
{
    json_t *o = finding_place(f, x->place), *path = json_array();
    set(o, "end", json_integer((json_int_t)finding_end(f, x)));
    set(o, "code", json_string(x->code));
    set(o, "level", json_string(level(x)));
    set(o, "claim", json_string(x->claim));
    set(o, "label", json_string(x->label ? x->label : ""));
    set(o, "help", json_string(x->help ? x->help : ""));
    set(o, "function", json_string(x->function));
    set(o, "fingerprint", fingerprint(x));
    for (size_t i = 0; i < x->step_count; i++) {
        json_t *step = finding_place(f, x->steps[i].place);
        set(step, "text", json_string(x->steps[i].text));
        set(step, "depth", json_integer((json_int_t)x->steps[i].depth));
        json_array_append_new(path, step);
    }
    set(o, "path", path);
    return o;
}

json_t *finding_baseline(struct findings *f, const struct finding *x)
{
    json_t *o = json_object();
    set(o, "fingerprint", fingerprint(x));
    set(o, "code", json_string(x->code));
    set(o, "file", file_name(f, x->place.file));
    set(o, "function", json_string(x->function));
    set(o, "claim", json_string(x->claim));
    return o;
}

json_t *findings_json(struct findings *f)
{
    json_t *list = json_array();
    for (size_t i = 0; i < f->count; i++)
        if (f->items[i].fate == FATE_TOLD)
            json_array_append_new(list, finding_json(f, &f->items[i]));
    return list;
}

static json_t *message(const char *text)
{
    return json_pack("{ss}", "text", text);
}

static json_t *location(struct findings *f, struct place place)
{
    json_t *region = json_pack("{sI}", "startLine", (json_int_t)place.line);
    if (place.column)
        set(region, "startColumn", json_integer(place.column));
    return json_pack("{s{s{so}so}}", "physicalLocation", "artifactLocation", "uri", file_name(f, place.file), "region",
                     region);
}

static json_t *code_flows(struct findings *f, const struct finding *x)
{
    json_t *list = json_array();
    for (size_t i = 0; i < x->step_count; i++) {
        json_t *at = location(f, x->steps[i].place);
        set(at, "message", message(x->steps[i].text));
        json_array_append_new(list, json_pack("{sosI}", "location", at, "nestingLevel", (json_int_t)x->steps[i].depth));
    }
    return json_pack("[{s[{so}]}]", "threadFlows", "locations", list);
}

json_t *findings_sarif_results(struct findings *f)
{
    json_t *results = json_array();
    for (size_t i = 0; i < f->count; i++) {
        const struct finding *x = &f->items[i];
        json_t *text = json_sprintf("%s: %s. %s.", x->claim, x->label ? x->label : "", x->help ? x->help : "");
        json_t *o = json_pack("{ss ss s{so} s[o] s{so}}", "ruleId", x->code, "level", level(x), "message", "text", text,
                              "locations", location(f, x->place), "partialFingerprints", "cwdk/v1", fingerprint(x));
        if (x->fate != FATE_TOLD)
            set(o, "suppressions",
                json_pack("[{ss ss}]", "kind", x->fate == FATE_ALLOWED ? "inSource" : "external", "justification",
                          x->reason));
        if (x->step_count)
            set(o, "codeFlows", code_flows(f, x));
        json_array_append_new(results, o);
    }
    return results;
}

json_t *findings_sarif(json_t *results, json_t *drivers, const char *version)
{
    json_t *rules = json_array();
    for (size_t i = 0; code_at(i); i++) {
        const struct code_entry *c = code_at(i);
        if (!strncmp(c->id, "CHK", 3) || !strncmp(c->id, "SAF", 3))
            json_array_append_new(rules, json_pack("{ss s{ss} s{ss}}", "id", c->id, "shortDescription", "text",
                                                   c->title, "help", "text", c->text));
    }
    return json_pack("{ss ss s[{s{s{ss ss so}} ss so s{so}}]}", "$schema", SARIF_SCHEMA, "version", "2.1.0", "runs",
                     "tool", "driver", "name", "cwdk check", "version", version, "rules", rules, "columnKind",
                     "utf16CodeUnits", "results", results, "properties", "drivers", drivers);
}
