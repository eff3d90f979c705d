/*
 * What is made before anything is compiled: headers, resource scripts and binary resources out of message files, event
 * and counter manifests, and MOF. One folder a unit has them all; sources and resources see it.
 */
#include "cwdk/build/plan.h"
#include "cwdk/build/ninja.h"
#include "cwdk/host/file.h"

#include <string.h>
#include <strings.h>

static const char *made(const struct plan *plan, const struct unit *unit, const char *name)
{
    return name ? arena_format(plan->arena, "%s/%s", unit->generated_folder, name) : NULL;
}

void generate_name(const struct plan *plan, struct unit *unit)
{
    const struct project *p = unit->project;
    unit->generated_folder = arena_format(plan->arena, "%s/generated", unit->object_folder);
    unit->generated = arena_array(plan->arena, p->generated_count + 1, sizeof *unit->generated);
    unit->generated_count = p->generated_count;
    for (size_t i = 0; i < p->generated_count; i++) {
        const struct project_generated *g = &p->generated[i];
        unit->generated[i] = (struct unit_generated){.source = g,
                                                     .input = plan_relative(plan, g->input),
                                                     .header = made(plan, unit, g->header),
                                                     .script = made(plan, unit, g->script),
                                                     .binary = made(plan, unit, g->binary)};
    }
}

void generate_rules(struct text *t)
{
    text_put(t, "rule generate\n"
                "  command = $cwdk $maker $options -o $folder $in\n"
                "  description = $arch $maker $in\n"
                "  restat = 1\n\n");
}

/* Message tables of several files would overwrite one another. */
static bool is_only_message_file(const struct unit *unit)
{
    size_t files = 0;
    for (size_t i = 0; i < unit->generated_count; i++)
        files += unit->generated[i].source->kind == GENERATE_MESSAGES;
    return files < 2;
}

static void write_edge(const struct plan *plan, const struct unit *unit, const struct unit_generated *g, struct text *t)
{
    static const char *const commands[] = {[GENERATE_MESSAGES] = "messages",
                                           [GENERATE_EVENTS] = "events",
                                           [GENERATE_COUNTERS] = "counters",
                                           [GENERATE_MOF] = "mof"};
    struct arguments outputs = {.arena = plan->arena}, options = {.arena = plan->arena};
    const char *inputs[] = {g->input, NULL}, *tool[] = {plan->self, NULL}, *folder[] = {unit->generated_folder, NULL};
    const char *const results[] = {g->header, g->script, g->binary};
    static const char *const result_options[] = {"header", "script", "binary"};
    arguments_add_all(&options, "", g->source->options);
    for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
        if (!results[i])
            continue;
        arguments_add(&outputs, results[i]);
        arguments_format(&options, "--%s=%s", result_options[i], path_name(results[i]));
    }
    if (g->source->kind == GENERATE_MESSAGES && !is_only_message_file(unit) && !arguments_have(&options, "--unique"))
        arguments_add(&options, "--unique");
    ninja_edge(t, &(struct ninja_edge){
                      .rule = "generate", .outputs = outputs.items, .inputs = inputs, .implicit_inputs = tool});
    ninja_variable(t, "  ", "arch", arch_name(unit->arch));
    ninja_variable(t, "  ", "maker", commands[g->source->kind]);
    ninja_words(t, "  ", "folder", folder);
    ninja_words(t, "  ", "options", options.items);
}

void generate_edges(const struct plan *plan, const struct unit *unit, struct text *t)
{
    for (size_t i = 0; i < unit->generated_count; i++)
        write_edge(plan, unit, &unit->generated[i], t);
}

void generate_headers(const struct unit *unit, struct arguments *files)
{
    for (size_t i = 0; i < unit->generated_count; i++)
        if (unit->generated[i].header)
            arguments_add(files, unit->generated[i].header);
}

void generate_resources(const struct unit *unit, struct arguments *files)
{
    for (size_t i = 0; i < unit->generated_count; i++) {
        if (unit->generated[i].script)
            arguments_add(files, unit->generated[i].script);
        if (unit->generated[i].binary)
            arguments_add(files, unit->generated[i].binary);
    }
}

const char *generate_find(const struct unit *unit, const char *name)
{
    for (size_t i = 0; i < unit->generated_count; i++) {
        const char *const results[] = {unit->generated[i].script, unit->generated[i].binary};
        for (size_t j = 0; j < sizeof results / sizeof *results; j++)
            if (results[j] && !strcasecmp(path_name(results[j]), name))
                return results[j];
    }
    return NULL;
}

/* A script of the project includes the one that is made, or names the tables that belong to it. */
static bool names_script(const struct plan *plan, const char *text, const struct unit_generated *g)
{
    static const char *const ends[] = {".rc", "_MSG", "TEMP.BIN"};
    const char *name = path_name(g->script), *stem = arena_substring(plan->arena, name, strlen(name) - 3);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strcasestr(text, arena_format(plan->arena, "%s%s", stem, ends[i])))
            return true;
    return false;
}

bool generate_is_linked(const struct plan *plan, const struct unit *unit, const struct unit_generated *g)
{
    if (!g->script || !g->source->linked)
        return false;
    for (const char *const *script = unit->project->resources; script && *script; script++) {
        struct bytes content;
        struct diag unread = {0};
        const bool readable = file_read(*script, plan->arena, &content, &unread);
        diag_free(&unread);
        if (readable && names_script(plan, (const char *)content.data, g))
            return false;
    }
    return true;
}
