/* The sources as LLVM bitcode, for the checker. */
#include "cwdk/build/build.h"
#include "cwdk/build/plan.h"
#include "cwdk/build/run.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/text.h"

#include <string.h>

static bool write_graph(const struct plan *plan, struct diag *d)
{
    struct text ninja = {0};
    graph_write_bitcode(plan, &ninja);
    const bool ok =
        file_write_if_changed(path_join(plan->arena, plan->root, plan->ninja), ninja.data, ninja.size, 0644, d);
    text_free(&ninja);
    return ok;
}

/* The lists of a project, while they grow. */
struct lists {
    struct arguments files, sources;
    const char *const **commands;
    bool *safe;
};

static void add_unit(const struct plan *plan, const struct unit *unit, struct lists *l)
{
    for (size_t i = 0; i < unit->source_count; i++) {
        const struct unit_source *source = &unit->sources[i];
        struct arguments command = {.arena = plan->arena};
        compdb_command(plan, unit, source, &command);
        if (unsaved_counts(plan, source)) { /* before "--" and the source */
            const char *const end[] = {command.items[command.count - 2], command.items[command.count - 1], NULL};
            command.count -= 2;
            unsaved_options(plan, &command);
            arguments_add_all(&command, "", end);
        }
        l->commands[l->files.count] = (const char *const *)command.items;
        l->safe[l->files.count] = unit->project->safe;
        arguments_add(&l->files, path_join(plan->arena, plan->root, graph_bitcode(plan, source)));
        arguments_add(&l->sources, source->source->path);
    }
}

static void add_files(const struct plan *plan, const struct unit *unit, struct lists *l)
{
    size_t count = 1;
    for (size_t i = 0; i < plan->unit_count; i++)
        count += plan->units[i].source_count;
    l->commands = arena_array(plan->arena, count, sizeof *l->commands);
    l->safe = arena_array(plan->arena, count, sizeof *l->safe);
    add_unit(plan, unit, l);
    for (const char *const *library = unit->references; library && *library; library++)
        for (size_t i = 0; i < plan->unit_count; i++) {
            const struct unit *other = &plan->units[i];
            if (other != unit && other->arch == unit->arch && !strcmp(other->result, *library))
                add_unit(plan, other, l);
        }
}

bool build_bitcode(const struct build_options *options, struct arena *a, struct build_bitcode *out, struct diag *d)
{
    struct plan plan;
    struct run_result run;
    *out = (struct build_bitcode){0};
    if (!plan_make(options, a, &plan, d))
        return false;
    plan.ninja = options->unsaved_count ? UNSAVED_FOLDER "/check.ninja" : TARGET_FOLDER "/check.ninja";
    if (!tools_check(&plan, d) || !target_prepare(&plan, d) || !target_write_overlay(&plan, d) ||
        !unsaved_write(&plan, d) || !write_graph(&plan, d) || !compdb_refresh(&plan, d) || !run_ninja(&plan, &run, d))
        return false;
    out->root = plan.root;
    out->prefix = plan.prefix;
    out->home = plan.home;
    out->interrupted = run.interrupted;
    if (run.interrupted)
        return false;
    if (run.failed.count || run.status)
        return report_failed_run(&plan, &run, d);
    out->projects = arena_array(a, plan.unit_count + 1, sizeof *out->projects);
    for (size_t i = 0; i < plan.unit_count; i++) {
        const struct unit *unit = &plan.units[i];
        struct lists lists = {.files.arena = a, .sources.arena = a};
        if (unit->arch != ARCH_AMD64)
            continue;
        if (unit->rust)
            diag_note(d, CODE_RST0003, diag_in_file(plan_relative(&plan, unit->project->rust)),
                      "what %s has in Rust is not read: the rules are those of C", unit->project->name);
        if (!unit->source_count && unit->rust)
            continue;
        add_files(&plan, unit, &lists);
        out->projects[out->project_count++] =
            (struct bitcode_project){.name = unit->project->name,
                                     .kernel_mode = unit->project->kernel_mode,
                                     .is_driver = unit->package_folder,
                                     .folder = path_join(a, plan.root, unit->object_folder),
                                     .files = lists.files.items,
                                     .sources = lists.sources.items,
                                     .commands = lists.commands,
                                     .safe = lists.safe,
                                     .is_safe = unit->project->safe};
    }
    return true;
}
