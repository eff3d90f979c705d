/* From sources to findings. */
#include "cwdk/cmd/analysis.h"
#include "cwdk/profile/profile.h"

/* What the rules of the safe profile say about the sources that are held to them. */
static bool check_profile(const struct build_bitcode *built, const struct bitcode_project *project, struct arena *a,
                          struct check_options *with, struct diag *d)
{
    size_t count = 0, held = 0;
    struct safety found;
    while (project->files[count])
        count++;
    struct profile_source *sources = arena_array(a, count + 1, sizeof *sources);
    for (size_t i = 0; i < count; i++)
        if (project->safe[i])
            sources[held++] = (struct profile_source){project->sources[i], project->commands[i]};
    if (!held)
        return true;
    if (!profile_run(built->root, sources, held, a, &found, d))
        return false;
    struct check_extra *extra = arena_array(a, found.finding_count + 1, sizeof *extra);
    for (size_t i = 0; i < found.finding_count; i++) {
        const struct profile_finding *f = &found.findings[i];
        extra[i] = (struct check_extra){f->code,     f->place.file, f->place.line, f->place.column,
                                        f->function, f->claim,      f->label,      f->help};
    }
    with->extra = extra;
    with->extra_count = found.finding_count;
    return true;
}

bool analysis_run(const struct build_options *options, const struct policy *policy, struct arena *a,
                  struct analysis *out, struct diag *d)
{
    struct build_bitcode *built = &out->built;
    if (!build_bitcode(options, a, built, d))
        return false;
    out->results = arena_array(a, built->project_count + 1, sizeof *out->results);
    for (size_t i = 0; i < built->project_count; i++) {
        const struct bitcode_project *project = &built->projects[i];
        struct check_options with = {.name = project->name,
                                     .files = project->files,
                                     .root = built->root,
                                     .prefix = built->prefix,
                                     .home = built->home};
        if (project->is_driver && check_profile(built, project, a, &with, d))
            check_run(&with, a, &out->results[i], d);
    }
    check_triage(out->results, built->project_count, policy);
    return true;
}
