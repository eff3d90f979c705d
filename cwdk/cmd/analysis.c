/* From sources to findings. */
#include "cwdk/cmd/analysis.h"
#include "cwdk/host/file.h"
#include "cwdk/profile/profile.h"

#include <sys/wait.h>
#include <unistd.h>

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

/* Several drivers are analysed at a time, each in a process that leaves what it finds in the driver's folder. */
static void analyse_beside(struct check_options *with, const bool *wanted, size_t count, unsigned jobs, struct arena *a)
{
    unsigned running = 0, all = 0;
    for (size_t i = 0; i < count; i++)
        all += wanted[i];
    fflush(NULL);
    for (size_t i = 0; i < count; i++) {
        if (!wanted[i])
            continue;
        if (running == jobs && wait(NULL) > 0)
            running--;
        const pid_t child = fork();
        if (child == 0) {
            struct diag unsaid = {0};
            struct check_result result;
            with[i].jobs = jobs > all ? jobs / all : 1;
            check_run(&with[i], a, &result, &unsaid);
            _exit(0);
        }
        running += child > 0;
    }
    while (running && wait(NULL) > 0)
        running--;
}

static unsigned jobs_of(const struct build_options *options)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return options->jobs ? options->jobs : processors > 0 ? (unsigned)processors : 1;
}

bool analysis_run(const struct build_options *options, const struct policy *policy, struct arena *a,
                  struct analysis *out, struct diag *d)
{
    struct build_bitcode *built = &out->built;
    if (!build_bitcode(options, a, built, d))
        return false;
    const size_t count = built->project_count;
    struct check_options *with = arena_array(a, count + 1, sizeof *with);
    bool *wanted = arena_array(a, count + 1, sizeof *wanted);
    size_t wanted_count = 0;
    out->results = arena_array(a, count + 1, sizeof *out->results);
    for (size_t i = 0; i < count; i++) {
        const struct bitcode_project *project = &built->projects[i];
        with[i] = (struct check_options){.name = project->name,
                                         .files = project->files,
                                         .root = built->root,
                                         .prefix = built->prefix,
                                         .home = built->home,
                                         .cache = path_join(a, project->folder, "check.json"),
                                         .unsaved = options->unsaved,
                                         .unsaved_count = options->unsaved_count,
                                         .jobs = jobs_of(options)};
        wanted[i] = project->is_driver && check_profile(built, project, a, &with[i], d) &&
                    !check_recall(&with[i], a, &out->results[i]);
        wanted_count += wanted[i];
    }
    if (wanted_count > 1 && jobs_of(options) > 1)
        analyse_beside(with, wanted, count, jobs_of(options), a);
    for (size_t i = 0; i < count; i++)
        if (wanted[i] && !check_recall(&with[i], a, &out->results[i]))
            check_run(&with[i], a, &out->results[i], d);
    check_triage(out->results, count, policy);
    return true;
}
