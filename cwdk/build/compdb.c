/* compile_commands.json: how clangd and other tools learn to read a source. Format: "JSON Compilation Database" of
 * Clang. */
#include "cwdk/build/plan.h"

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
