/* compile_commands.json: how clangd and other tools learn to read a source. Format: "JSON Compilation Database" of
 * Clang. */
#include "cwdk/build/plan.h"
#include "cwdk/host/file.h"

#include <string.h>

static void put_member(struct text *t, const char *name, const char *value)
{
    text_format(t, "    \"%s\": ", name);
    text_put_json_string(t, value);
}

void compdb_command(const struct plan *plan, const struct unit *unit, const struct unit_source *source,
                    struct arguments *command)
{
    arguments_add(command, "clang-19");
    arguments_add(command, "--driver-mode=cl");
    flags_compile(plan, unit, command);
    flags_source(plan, unit, source, command);
    arguments_add(command, "/c");
    arguments_format(command, "/Fo%s", source->object);
    arguments_add(command, "--");
    arguments_add(command, source->path);
}

static void put_entry(const struct plan *plan, const struct unit *unit, const struct unit_source *source,
                      struct text *t)
{
    struct arguments command = {.arena = plan->arena};
    compdb_command(plan, unit, source, &command);
    text_put(t, "  {\n");
    put_member(t, "directory", plan->root);
    text_put(t, ",\n");
    put_member(t, "file", source->path);
    text_put(t, ",\n");
    put_member(t, "output", source->object);
    text_put(t, ",\n    \"arguments\": [");
    for (size_t i = 0; i < command.count; i++) {
        text_put(t, i ? ", " : "");
        text_put_json_string(t, command.items[i]);
    }
    text_put(t, "]\n  }");
}

void compdb_write(const struct plan *plan, struct text *t)
{
    bool first = true;
    text_put(t, "[");
    for (size_t i = 0; i < plan->unit_count; i++) {
        const struct unit *unit = &plan->units[i];
        for (size_t j = 0; j < unit->source_count; j++) {
            text_put(t, first ? "\n" : ",\n");
            put_entry(plan, unit, &unit->sources[j], t);
            first = false;
        }
    }
    text_put(t, "\n]\n");
}

/* Whether the database has every source of the plan as it is compiled now. */
static bool is_fresh(const struct plan *plan, const char *database)
{
    struct text entry = {0};
    bool fresh = true;
    for (size_t i = 0; i < plan->unit_count && fresh; i++)
        for (size_t j = 0; j < plan->units[i].source_count && fresh; j++) {
            text_clear(&entry);
            put_entry(plan, &plan->units[i], &plan->units[i].sources[j], &entry);
            fresh = strstr(database, entry.data);
        }
    text_free(&entry);
    return fresh;
}

bool compdb_refresh(const struct plan *plan, struct diag *d)
{
    const char *path = path_join(plan->arena, plan->root, "compile_commands.json");
    struct bytes there;
    struct diag unread = {0};
    const bool fresh =
        path_is_file(path) && file_read(path, plan->arena, &there, &unread) && is_fresh(plan, (const char *)there.data);
    diag_free(&unread);
    if (fresh)
        return true;
    struct text t = {0};
    compdb_write(plan, &t);
    const bool ok = file_write_if_changed(path, t.data, t.size, 0644, d);
    text_free(&t);
    return ok;
}
