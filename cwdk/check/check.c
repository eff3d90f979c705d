/* One check from beginning to end. */
#include "cwdk/check/check.h"
#include "cwdk/check/engine.h"

bool check_run(const struct check_options *options, struct arena *a, struct check_result *out, struct diag *d)
{
    *out = (struct check_result){0};
    struct program *p = arena_alloc(a, sizeof *p);
    p->arena = a;
    p->home = options->home;
    p->prefix = options->prefix;
    p->contracts = contracts_load(options->home, a, d);
    if (!p->contracts)
        return false;
    bool ok = true;
    for (const char *const *file = options->files; *file && ok; file++)
        ok = program_load(p, *file, d);
    if (ok) {
        struct findings *f = arena_alloc(a, sizeof *f);
        *f = (struct findings){.arena = a, .p = p, .root = options->root};
        struct engine e = {.p = p, .findings = f, .arena = a};
        program_finish(p);
        roles_find(&e);
        engine_run(&e);
        findings_add_extra(f, options->extra, options->extra_count);
        findings_sort(f);
        out->findings = f;
        out->functions = p->order_count;
        out->bounded = e.bounded;
        out->bounded_first = e.first_bounded ? e.first_bounded->name : NULL;
    }
    if (!ok)
        program_free(p);
    return ok;
}

size_t check_count(const struct check_result *result)
{
    return result->findings->count;
}

void check_print(const struct check_result *result, bool colour, FILE *out)
{
    findings_text(result->findings, out, colour);
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

void check_free(struct check_result *result)
{
    if (result->findings)
        program_free(result->findings->p);
    result->findings = NULL;
}
