/* One check from beginning to end. */
#include "cwdk/check/cache.h"
#include "cwdk/check/check.h"
#include "cwdk/check/family.h"
#include "cwdk/host/file.h"

#include <stdlib.h>
#include <string.h>

static bool analyse(const struct check_options *options, struct arena *a, struct check_result *out, struct diag *d)
{
    *out = (struct check_result){.name = options->name};
    struct program *p = arena_alloc(a, sizeof *p);
    p->arena = a;
    p->home = options->home;
    p->prefix = options->prefix;
    p->contracts = contracts_load(options->home, a, d);
    if (!p->contracts)
        return false;
    const bool ok = program_load(p, options->files, options->jobs, d);
    if (ok) {
        struct findings *f = arena_alloc(a, sizeof *f);
        *f = (struct findings){.arena = a,
                               .p = p,
                               .root = options->root,
                               .prefix = options->prefix,
                               .home = options->home,
                               .unsaved = options->unsaved,
                               .unsaved_count = options->unsaved_count};
        struct engine e = {.p = p, .findings = f, .arena = a, .jobs = options->jobs, .cache = options->cache};
        program_finish(p);
        roles_find(&e);
        owners_find(&e);
        f->files = p->files;
        f->file_count = p->file_count;
        engine_run(&e);
        routines_judge(&e);
        stack_judge(&e);
        checks_judge(&e);
        findings_sort(f);
        f->p = NULL;
        out->findings = f;
        out->functions = p->order_count;
        out->analysed = e.analysed;
        out->bounded = e.bounded;
        out->bounded_first = e.first_bounded ? e.first_bounded->name : NULL;
    }
    program_free(p);
    return ok;
}

static void add_extra(const struct check_options *options, struct check_result *out)
{
    findings_add_extra(out->findings, options->extra, options->extra_count);
    findings_sort(out->findings);
}

bool check_recall(const struct check_options *options, struct arena *a, struct check_result *out)
{
    const char *key = options->cache ? cache_key(options, a) : NULL;
    if (!key || !cache_read(options, key, a, out))
        return false;
    add_extra(options, out);
    return true;
}

bool check_run(const struct check_options *options, struct arena *a, struct check_result *out, struct diag *d)
{
    const char *key = options->cache ? cache_key(options, a) : NULL;
    if (!analyse(options, a, out, d))
        return false;
    if (key)
        cache_write(options, key, out, a);
    add_extra(options, out);
    return true;
}

void check_print(const struct check_result *result, bool colour, FILE *out)
{
    findings_text(result->findings, out, colour);
}

void check_set_prefix(struct check_result *result, const char *prefix)
{
    result->findings->prefix = prefix;
}

void check_collect_baseline(const struct check_result *result, json_t *list)
{
    struct findings *f = result->findings;
    for (size_t i = 0; f && i < f->count; i++)
        if (f->items[i].fate != FATE_ALLOWED && !f->items[i].warning)
            json_array_append_new(list, finding_baseline(f, &f->items[i]));
}

bool check_write_baseline(json_t *list, const char *path, struct diag *d)
{
    json_t *document = json_pack("{si so}", "baseline", 1, "findings", list);
    char *text = json_dumps(document, JSON_INDENT(1));
    json_decref(document);
    const size_t size = strlen(text);
    text[size] = '\n'; /* in place of its NUL */
    const bool ok = file_write(path, text, size + 1, 0644, d);
    free(text);
    return ok;
}

struct check_collection check_collection_new(enum check_format format)
{
    return (struct check_collection){format, json_array(), json_array()};
}

/* Those that are proven need no look: only their number is told. */
static json_t *checks_json(const struct check_result *result)
{
    json_t *left = json_array();
    for (size_t i = 0; i < result->left; i++)
        json_array_append_new(left, finding_place(result->findings, result->places[i]));
    return json_pack("{sI sI sI so}", "proven", (json_int_t)result->proven, "runTime", (json_int_t)result->left,
                     "sureToFail", (json_int_t)result->failing, "runTimePlaces", left);
}

static json_t *driver_json(const struct check_result *result)
{
    json_t *o = json_pack("{ss sI sI sI sI sI sI}", "name", result->name, "functions", (json_int_t)result->functions,
                          "bounded", (json_int_t)result->bounded, "findings", (json_int_t)result->errors, "warnings",
                          (json_int_t)result->warnings, "allowed", (json_int_t)result->allowed, "known",
                          (json_int_t)result->known);
    if (result->proven + result->left + result->failing)
        json_object_set_new(o, "checks", checks_json(result));
    return o;
}

void check_collect(const struct check_result *result, struct check_collection *to)
{
    json_t *more =
        to->format == CHECK_SARIF ? findings_sarif_results(result->findings) : findings_json(result->findings);
    json_array_extend(to->findings, more);
    json_decref(more);
    json_array_append_new(to->drivers, driver_json(result));
}

void check_print_collected(const struct check_collection *all, const char *version, FILE *out)
{
    json_t *document = all->format == CHECK_SARIF ? findings_sarif(all->findings, all->drivers, version)
                                                  : json_pack("{ss so so}", "version", version, "drivers", all->drivers,
                                                              "findings", all->findings);
    json_dumpf(document, out, JSON_INDENT(2));
    fputc('\n', out);
    json_decref(document);
}
