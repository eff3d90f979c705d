/* The report of a verified package: JSON, and the table with the verdict. */
#include "cwdk/package/checks.h"

#include <string.h>

static const char *const states[] = {"passed", "warned", "failed", "not_run"};

static json_t *diagnostics(const struct diag *d, struct arena *a)
{
    static const char *const severities[] = {"note", "warning", "error"};
    json_t *list = json_array();
    for (size_t i = 0; i < d->count; i++) {
        const struct diag_entry *e = &d->entries[i];
        json_t *entry = json_pack("{ss ss* ss ss* ss*}", "severity", severities[e->severity], "code", e->code,
                                  "message", text_clean(a, e->message), "help", e->help ? text_clean(a, e->help) : NULL,
                                  "file", e->place.file ? text_clean(a, e->place.file) : NULL);
        if (e->place.line)
            json_object_set_new(entry, "line", json_integer(e->place.line));
        if (e->place.line && e->place.column)
            json_object_set_new(entry, "column", json_integer(e->place.column));
        json_array_append_new(list, entry);
    }
    return list;
}

json_t *package_document(const struct package *package, const struct diag *d)
{
    struct arena arena = {0};
    json_t *checks = json_array(), *infs = json_array(), *binaries = json_array();
    for (size_t i = 0; i < package->check_count; i++) {
        const struct package_check *c = &package->checks[i];
        json_array_append_new(checks, json_pack("{ss ss ss ss*}", "key", c->key, "title", c->title, "state",
                                                states[c->state], "detail", c->detail));
    }
    for (size_t i = 0; i < package->inf_count; i++)
        json_array_append_new(infs, json_string(text_clean(&arena, package->infs[i]->path)));
    for (size_t i = 0; i < package->binary_count; i++) {
        const struct binary *b = &package->binaries[i].binary;
        json_t *entry = json_pack("{ss ss ss}", "file", text_clean(&arena, package->binaries[i].name), "architecture",
                                  b->architecture, "model", binary_model_name(b->model));
        if (b->framework_major)
            json_object_set_new(entry, "framework", json_sprintf("%u.%u", b->framework_major, b->framework_minor));
        json_array_append_new(binaries, entry);
    }
    json_t *document =
        json_pack("{ss ss sI sI so so so so}", "package", text_clean(&arena, package->folder), "verdict",
                  d->errors ? "failed" : "passed", "errors", (json_int_t)d->errors, "warnings", (json_int_t)d->warnings,
                  "infs", infs, "binaries", binaries, "checks", checks, "diagnostics", diagnostics(d, &arena));
    arena_free(&arena);
    return document;
}

void package_print(const struct package *package, const struct diag *d, FILE *out)
{
    static const char *const words[] = {"ok", "warn", "FAIL", "-"};
    struct arena arena = {0};
    size_t made = 0;
    for (size_t i = 0; i < package->check_count; i++) {
        const struct package_check *c = &package->checks[i];
        made += c->state != PACKAGE_NOT_RUN;
        fprintf(out, "  %-4s  %-24s %s%s\n", words[c->state], c->title,
                c->state == PACKAGE_NOT_RUN ? "not checked: " : "", c->detail ? c->detail : "");
    }
    fprintf(out, "%s: %s; %zu of %zu checks made, %s, %s\n", package->folder, d->errors ? "failed" : "passed", made,
            package->check_count, package_count(&arena, d->errors, "error", "errors"),
            package_count(&arena, d->warnings, "warning", "warnings"));
    arena_free(&arena);
}
