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

void check_collect(const struct check_result *result, enum check_format format, json_t *list)
{
    json_t *more = format == CHECK_SARIF ? findings_sarif_results(result->findings) : findings_json(result->findings);
    json_array_extend(list, more);
    json_decref(more);
}

void check_print_collected(json_t *list, enum check_format format, const char *version, FILE *out)
{
    json_t *document = format == CHECK_SARIF ? findings_sarif(list, version)
                                             : json_pack("{ss so}", "version", version, "findings", list);
    json_dumpf(document, out, JSON_INDENT(2));
    fputc('\n', out);
    json_decref(document);
}
