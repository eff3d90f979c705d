/* One build from beginning to end. */
#include "cwdk/build/build.h"
#include "cwdk/build/disk.h"
#include "cwdk/build/places.h"
#include "cwdk/build/plan.h"
#include "cwdk/build/run.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* The mark of a folder that holds nothing but what can be made again (bford.info/cachedir); `cwdk clean` asks for it.
 */
static const char cache_tag[] = "Signature: 8a477f597d28d172789f06886806bc55\n"
                                "# This folder was made by cwdk build; `cwdk clean` removes it.\n";

static bool make_target(const struct plan *plan, struct diag *d)
{
    return folder_make(plan->target, d) && file_write_if_changed(path_join(plan->arena, plan->target, "CACHEDIR.TAG"),
                                                                 cache_tag, sizeof cache_tag - 1, 0644, d);
}

/* One build at a time in a target folder: ninja itself does not guard it. The lock goes with the process. */
static bool lock_target(const struct plan *plan, struct diag *d)
{
    const char *path = path_join(plan->arena, plan->target, ".lock");
    const int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (fd < 0)
        return diag_error(d, CODE_ENV0002, diag_in_file(path), "cannot write %s: %s", path, strerror(errno));
    if (!flock(fd, LOCK_EX | LOCK_NB))
        return true;
    fputs("waiting for another cwdk build in this folder\n", plan->options->output);
    fflush(plan->options->output);
    while (flock(fd, LOCK_EX))
        if (errno != EINTR)
            return diag_error(d, CODE_ENV0002, diag_in_file(path), "cannot lock %s: %s", path, strerror(errno));
    return true;
}

static bool write_text(const char *path, struct text *content, struct diag *d)
{
    const bool ok = file_write_if_changed(path, content->data, content->size, 0644, d);
    text_free(content);
    return ok;
}

static bool prune_stages(const struct plan *plan, struct diag *d)
{
    for (size_t i = 0; i < plan->unit_count; i++)
        if (!package_prune_stage(plan, &plan->units[i], d))
            return false;
    return true;
}

static bool prune_packages(const struct plan *plan, struct diag *d)
{
    for (size_t i = 0; i < plan->unit_count; i++)
        if (!package_prune(plan, &plan->units[i], d))
            return false;
    return true;
}

bool target_prepare(const struct plan *plan, struct diag *d)
{
    return make_target(plan, d) && lock_target(plan, d);
}

bool target_write_overlay(const struct plan *plan, struct diag *d)
{
    struct text overlay = {0};
    overlay_write(plan, &overlay);
    return write_text(path_join(plan->arena, plan->root, OVERLAY_FILE), &overlay, d);
}

/* Where the file system has no links the kit's libraries go by their own names (graph.c). */
static void link_kit(const struct plan *plan)
{
    char now[PATH_MAX];
    const char *link = path_join(plan->arena, plan->root, KIT_LINK);
    const ssize_t length = readlink(link, now, sizeof now);
    if (length == (ssize_t)strlen(plan->home) && !memcmp(now, plan->home, (size_t)length))
        return;
    unlink(link);
    if (symlink(plan->home, link))
        unlink(link);
}

static bool write_files(struct plan *plan, struct diag *d)
{
    struct text ninja = {0}, database = {0};
    if (!target_write_overlay(plan, d))
        return false;
    link_kit(plan);
    if (!graph_write(plan, &ninja, d) || !prune_stages(plan, d)) {
        text_free(&ninja);
        return false;
    }
    if (!write_text(path_join(plan->arena, plan->target, "build.ninja"), &ninja, d))
        return false;
    if (plan->options->instrument != INSTRUMENT_NOT) /* what editors show is what ships */
        return true;
    compdb_write(plan, &database);
    return write_text(path_join(plan->arena, plan->root, "compile_commands.json"), &database, d);
}

static bool below(const char *path, const char *folder)
{
    const size_t length = folder ? strlen(folder) : 0;
    return length && !strncmp(path, folder, length) && path[length] == '/';
}

/* The list that ninja gave for a failed step begins with `file`. */
static bool begins(const char *outputs, const char *file)
{
    const size_t length = strlen(file);
    return !strncmp(outputs, file, length) && (!outputs[length] || outputs[length] == ' ');
}

static bool makes(const struct unit *unit, const char *outputs)
{
    return below(outputs, unit->object_folder) || (unit->rust && below(outputs, unit->rust->crates)) ||
           below(outputs, unit->package_folder) || begins(outputs, unit->result);
}

static bool failed(const struct unit *unit, const struct run_result *run)
{
    for (size_t i = 0; i < run->failed.count; i++)
        if (makes(unit, run->failed.items[i]))
            return true;
    return false;
}

/* "echo (amd64, arm64), echo_2 (arm64)" */
static size_t list_failed(const struct plan *plan, const struct run_result *run, struct text *names)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->unit_count; i++) {
        const struct unit *unit = &plan->units[i];
        bool named = !failed(unit, run);
        for (size_t j = 0; j < i && !named; j++)
            named = !strcmp(plan->units[j].project->name, unit->project->name) && failed(&plan->units[j], run);
        if (named)
            continue;
        text_format(names, "%s%s (", count++ ? ", " : "", unit->project->name);
        const char *separator = "";
        for (size_t j = i; j < plan->unit_count; j++) {
            if (strcmp(plan->units[j].project->name, unit->project->name) != 0 || !failed(&plan->units[j], run))
                continue;
            text_format(names, "%s%s", separator, arch_name(plan->units[j].arch));
            separator = ", ";
        }
        text_put(names, ")");
    }
    return count;
}

/* Each project once, whatever architectures it is built for. */
static size_t count_projects(const struct plan *plan)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->unit_count; i++) {
        bool counted = false;
        for (size_t j = 0; j < i && !counted; j++)
            counted = !strcmp(plan->units[j].project->name, plan->units[i].project->name);
        count += !counted;
    }
    return count;
}

/* Findings in what is built come before a wrong key or file; a lack of the machine before both. */
static enum cwdk_status status_of(const struct run_result *run)
{
    return run->environment ? CWDK_ENVIRONMENT : run->findings || !run->usage ? CWDK_FINDINGS : CWDK_USAGE;
}

static bool report_full_disk(const struct plan *plan, struct diag *d)
{
    disk_tidy(plan);
    diag_error(d, CODE_ENV0002, diag_in_file(plan->target), "no space is left on the disk of %s", plan->target);
    diag_help(d, "make room there and build again: what was finished is kept");
    return false;
}

static bool report_failure(const struct plan *plan, const struct run_result *run, struct diag *d)
{
    hints_add(plan, run, d);
    struct text names = {0};
    text_put(&names, "");
    const size_t count = list_failed(plan, run, &names), all = count_projects(plan);
    diag_error(d, CODE_BLD1001, diag_nowhere(), "%zu of %zu project%s failed to build: %s", count, all,
               all == 1 ? "" : "s", names.data);
    text_free(&names);
    return false;
}

/* ninja stopped for a reason of its own. */
static bool report_complaint(const struct plan *plan, const struct run_result *run, struct diag *d)
{
    static const char *const of_the_disk[] = {"Permission denied", "Read-only file system", "No space left",
                                              "Not a directory"};
    for (size_t i = 0; run->complaint && i < sizeof of_the_disk / sizeof *of_the_disk; i++)
        if (strstr(run->complaint, of_the_disk[i]))
            return diag_error(d, CODE_ENV0002, diag_in_file(plan->target), "cannot write below %s: %s", plan->target,
                              run->complaint);
    return diag_error(d, CODE_BLD0005, diag_nowhere(), "ninja stopped: %s",
                      run->complaint ? run->complaint : "it gave no reason");
}

bool report_failed_run(const struct plan *plan, const struct run_result *run, struct diag *d)
{
    if (run->failed.count)
        return run->disk_full ? report_full_disk(plan, d) : report_failure(plan, run, d);
    return report_complaint(plan, run, d);
}

static void collect_artifacts(const struct plan *plan, struct build_result *out)
{
    out->artifacts = arena_array(plan->arena, plan->unit_count + 1, sizeof *out->artifacts);
    for (size_t i = 0; i < plan->unit_count; i++) {
        const struct unit *unit = &plan->units[i];
        struct stat info;
        if (stat(path_join(plan->arena, plan->root, unit->result), &info))
            continue;
        const bool driver = unit->package_folder;
        out->artifacts[out->artifact_count++] =
            (struct build_artifact){.project = unit->project->name,
                                    .arch = unit->arch,
                                    .path = places_from_here(plan, unit->result),
                                    .size = (uint64_t)info.st_size,
                                    .is_driver = driver,
                                    .is_signed = driver && plan->options->sign_mode == SIGN_TEST,
                                    .note = driver && !unit->inf ? "no INF, so no catalog" : NULL};
    }
}

static bool build_once(struct plan *plan, struct run_result *run, struct diag *d)
{
    instrument_read_merging(plan);
    return write_files(plan, d) && run_ninja(plan, run, d);
}

bool build_run(const struct build_options *options, struct arena *a, struct build_result *out, struct diag *d)
{
    *out = (struct build_result){0};
    struct plan plan;
    struct run_result run;
    if (!plan_make(options, a, &plan, d) || !tools_check(&plan, d) || !target_prepare(&plan, d) ||
        !ready_check(&plan, d) || !build_once(&plan, &run, d))
        return false;
    if (run.duplicates && !run.interrupted && (!instrument_note_merging(&plan, d) || !build_once(&plan, &run, d)))
        return false;
    out->root = plan.root;
    out->interrupted = run.interrupted;
    if (run.interrupted)
        return false;
    out->status = status_of(&run);
    if (run.failed.count || run.status)
        return report_failed_run(&plan, &run, d);
    if (!prune_packages(&plan, d))
        return false;
    if (options->verify_signatures && options->sign_mode == SIGN_TEST && !verify_results(&plan, d))
        return false;
    collect_artifacts(&plan, out);
    return true;
}

bool build_clean(const char *path, struct arena *a, const char **removed, struct diag *d)
{
    *removed = NULL;
    const char *given = path_absolute(a, path);
    if (!given)
        return diag_error(d, CODE_ENV0001, diag_in_file(path), "there is no %s", path);
    const char *folder = path_is_folder(given) ? given : path_folder(a, given);
    const char *target = path_join(a, folder, TARGET_FOLDER);
    struct stat info;
    if (lstat(target, &info))
        return true;
    struct bytes tag;
    struct diag unread = {0};
    const bool ours = S_ISDIR(info.st_mode) && file_read(path_join(a, target, "CACHEDIR.TAG"), a, &tag, &unread) &&
                      tag.size == sizeof cache_tag - 1 && !memcmp(tag.data, cache_tag, tag.size);
    diag_free(&unread);
    if (!ours) {
        diag_error(d, CODE_BLD0004, diag_in_file(target), "%s was not made by cwdk build", target);
        diag_help(d, "remove it yourself if you do not need what is in there");
        return false;
    }
    *removed = target;
    return path_remove(target, d);
}
