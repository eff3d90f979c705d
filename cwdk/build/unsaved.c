/* Texts that somebody is editing: the compiler reads them in place of the files, by a virtual file system overlay. */
#include "cwdk/build/build.h"
#include "cwdk/build/plan.h"
#include "cwdk/host/file.h"
#include "cwdk/host/text.h"

#include <string.h>

bool unsaved_write(const struct plan *plan, struct diag *d)
{
    const struct build_options *options = plan->options;
    struct text yaml = {0};
    if (!options->unsaved_count)
        return true;
    const char *folder = path_join(plan->arena, plan->root, UNSAVED_FOLDER);
    bool ok = folder_make(folder, d);
    text_put(&yaml, "{\"version\": 0, \"use-external-names\": false, \"roots\": [");
    for (size_t i = 0; i < options->unsaved_count && ok; i++) {
        const struct unsaved *u = &options->unsaved[i];
        const char *copy = arena_format(plan->arena, "%s/%016llx", folder, (unsigned long long)text_hash64(u->path));
        ok = file_write_if_changed(copy, u->text, strlen(u->text), 0644, d);
        text_put(&yaml, i ? "\n, {\"type\": \"file\", \"name\": " : "\n{\"type\": \"file\", \"name\": ");
        text_put_json_string(&yaml, u->path);
        text_put(&yaml, ", \"external-contents\": ");
        text_put_json_string(&yaml, copy);
        /* The compiler runs again where this file has changed. */
        text_format(&yaml, "} # %016llx", (unsigned long long)text_hash64(u->text));
    }
    text_put(&yaml, "\n]}\n");
    ok = ok && file_write_if_changed(path_join(plan->arena, plan->root, UNSAVED_FILE), yaml.data, yaml.size, 0644, d);
    text_free(&yaml);
    return ok;
}

static bool is_source(const struct plan *plan, const char *path)
{
    for (size_t i = 0; i < plan->unit_count; i++)
        for (size_t k = 0; k < plan->units[i].source_count; k++)
            if (!strcmp(path_join(plan->arena, plan->root, plan->units[i].sources[k].path), path))
                return true;
    return false;
}

bool unsaved_counts(const struct plan *plan, const struct unit_source *source)
{
    for (size_t i = 0; i < plan->options->unsaved_count; i++) {
        const char *path = plan->options->unsaved[i].path;
        if (!strcmp(path_join(plan->arena, plan->root, source->path), path) || !is_source(plan, path))
            return true;
    }
    return false;
}

void unsaved_options(const struct plan *plan, struct arguments *out)
{
    arguments_add(out, "-Xclang");
    arguments_format(out, "-ivfsoverlay%s", path_join(out->arena, plan->root, UNSAVED_FILE));
}
