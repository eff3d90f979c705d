/* The drivers to run: built, and laid out so that the image and its symbols are found together. */
#include "cwdk/test/test.h"
#include "cwdk/build/build.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/home.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

bool test_kit_find(struct arena *a, struct test_kit *kit, struct diag *d)
{
    kit->home = home_folder(a, d);
    if (!kit->home)
        return false;
    const char *prefix = path_folder(a, path_folder(a, kit->home));
    kit->host = path_join(a, prefix, "libexec/cwdk/ntsim-host");
    kit->system = path_join(a, kit->home, "ntsim");
    const char *const needed[] = {kit->host, path_join(a, kit->system, "ntoskrnl.exe"),
                                  path_join(a, kit->system, "include/ntsim/ntsim.h")};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        if (path_exists(needed[i]))
            continue;
        diag_error(d, CODE_ENV0004, diag_nowhere(), "the simulator's file %s is missing", needed[i]);
        diag_help(d, "install the kit as a whole: cmake --install build, or run build/bin/cwdk where it was built");
        return false;
    }
    return true;
}

/* `link` leads to `file`, whatever it was before. */
static bool make_link(const char *file, const char *link, struct diag *d)
{
    if (unlink(link) && errno != ENOENT)
        return diag_error(d, CODE_ENV0002, diag_in_file(link), "cannot replace %s: %s", link, strerror(errno));
    if (symlink(file, link))
        return diag_error(d, CODE_ENV0002, diag_in_file(link), "cannot make %s: %s", link, strerror(errno));
    return true;
}

static const char *with_extension(struct arena *a, const char *path, const char *extension)
{
    return arena_format(a, "%.*s%s", (int)(strlen(path) - strlen(path_extension(path))), path, extension);
}

/* Links to the image and its PDB in the work folder; returns the image's. */
static const char *lay_out(const char *image, const char *pdb, const char *work, struct arena *a, struct diag *d)
{
    const char *link = path_join(a, work, path_name(image));
    if (!folder_make(work, d) || !make_link(image, link, d))
        return NULL;
    if (pdb && path_exists(pdb) && !make_link(pdb, path_join(a, work, path_name(pdb)), d))
        return NULL;
    return link;
}

static const char **list_sources(const char *folder, size_t *count, struct arena *a, struct diag *d)
{
    struct arguments list = {.arena = a};
    char **names = path_is_folder(folder) ? folder_list(folder, a, NULL, d) : NULL;
    for (size_t i = 0; names && names[i]; i++)
        if (strcmp(path_extension(names[i]), ".c") == 0)
            arguments_add(&list, path_join(a, folder, names[i]));
    *count = list.count;
    return list.items;
}

static bool write_record(const struct test_service *services, size_t count, size_t index, const char *path,
                         struct arena *a, struct diag *d)
{
    struct text record = {0};
    text_put(&record, "");
    const bool fine = test_describe(services, count, index, a, &record, d) &&
                      file_write_if_changed(path, record.data, record.size, 0644, d);
    text_free(&record);
    return fine;
}

static const struct project *find_project(const struct project_set *set, const char *name)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->items[i]->name, name) == 0)
            return set->items[i];
    return NULL;
}

/* The package's INF: the one that the project names first, stamped. */
static const char *package_inf(const char *package, const struct project *project, struct arena *a)
{
    struct diag ignored = {0};
    const char *first = project->infs && project->infs[0] ? project->infs[0] : NULL;
    const char *named = first ? path_join(a, package, with_extension(a, path_name(first), ".inf")) : NULL;
    const char *found = named && path_exists(named) ? named : NULL;
    char **names = found ? NULL : folder_list(package, a, NULL, &ignored);
    for (size_t i = 0; names && names[i] && !found; i++)
        if (strcasecmp(path_extension(names[i]), ".inf") == 0)
            found = path_join(a, package, names[i]);
    diag_free(&ignored);
    return found;
}

/* One driver of the build; false with an error. */
static bool add_subject(const struct build_artifact *artifact, const struct project *project, const char *root,
                        struct test_service *service, struct test_subject *subject, struct arena *a, struct diag *d)
{
    const char *image = path_absolute(a, artifact->path);
    if (!image)
        return diag_error(d, CODE_ENV0001, diag_in_file(artifact->path), "cannot read %s", artifact->path);
    const char *package = path_folder(a, image), *output = path_folder(a, package);
    const char *pdb = path_join(a, output, with_extension(a, path_name(image), ".pdb"));
    *subject = (struct test_subject){.name = project->name,
                                     .folder = project->folder,
                                     .root = root,
                                     .includes = project->includes,
                                     .work = path_join(a, path_join(a, output, "tests"), project->name)};
    subject->objects = arena_format(a, "target/amd64/%s/obj/%s", path_name(output), project->name);
    subject->image = lay_out(image, pdb, subject->work, a, d);
    subject->record = path_join(a, subject->work, "driver.txt");
    subject->library = path_join(a, subject->work, arena_format(a, "%s-tests.so", project->name));
    *service = (struct test_service){
        .project = project->name, .image = image, .inf = package_inf(package, project, a), .loaded = subject->image};
    return subject->image;
}

static enum cwdk_status build_status(const struct build_result *result, const struct diag *d)
{
    if (result->status)
        return result->status;
    for (size_t i = 0; i < d->count; i++)
        if (d->entries[i].severity == DIAG_ERROR && d->entries[i].code && !strncmp(d->entries[i].code, "BLD1", 4))
            return CWDK_FINDINGS;
    return CWDK_USAGE;
}

bool test_subjects(const struct build_options *build, const struct test_kit *kit, bool with_tests, struct arena *a,
                   struct test_subject **out, size_t *count, enum cwdk_status *status, struct diag *d)
{
    const char *path = build->path;
    const struct project_configuration wanted = {
        .arch = ARCH_AMD64, .profile = build->profile, .name = build->configuration};
    struct build_options options = *build;
    options.output = stderr;
    options.archs[ARCH_AMD64] = options.archs_named = true;
    options.progress = isatty(STDERR_FILENO);
    struct build_result result = {0};
    struct project_set set;
    (void)kit;
    *status = CWDK_USAGE;
    if (!build_run(&options, a, &result, d)) {
        *status = build_status(&result, d);
        return false;
    }
    if (!project_read_partial(path, wanted, a, &set, d))
        return false;
    struct test_service *services = arena_array(a, result.artifact_count + 1, sizeof *services);
    struct test_subject *subjects = arena_array(a, result.artifact_count + 1, sizeof *subjects);
    size_t built = 0;
    for (size_t i = 0; i < result.artifact_count; i++) {
        const struct project *project = find_project(&set, result.artifacts[i].project);
        if (project && result.artifacts[i].is_driver)
            built += add_subject(&result.artifacts[i], project, set.root, &services[built], &subjects[built], a, d);
    }
    *count = 0;
    for (size_t i = 0; i < built && !d->errors; i++) {
        size_t sources = 0;
        struct test_subject subject = subjects[i];
        subject.sources = list_sources(path_join(a, subject.folder, "tests"), &sources, a, d);
        if (with_tests && !sources)
            continue;
        if (write_record(services, built, i, subject.record, a, d))
            subjects[(*count)++] = subject;
    }
    *out = subjects;
    if (!d->errors && !*count) {
        diag_error(d, built ? CODE_TST0001 : CODE_TST0002, diag_in_file(path),
                   built ? "there are no tests below %s" : "there is no driver at %s that the simulator can run", path);
        if (built)
            diag_help(d,
                      "write them in tests/*.c beside the driver's cwdk.yaml or .vcxproj; `cwdk new` makes an example");
    }
    return !d->errors;
}

bool test_subject_of_file(const char *file, const char *work, struct arena *a, struct test_subject *out, struct diag *d)
{
    *out = (struct test_subject){.work = work};
    const char *image = path_absolute(a, file);
    if (!image || path_is_folder(image))
        return diag_error(d, CODE_ENV0001, diag_in_file(file), "cannot read %s", file);
    const char *name = with_extension(a, path_name(image), "");
    *out = (struct test_subject){.name = name, .folder = path_folder(a, image), .work = work};
    const char *beside = with_extension(a, image, ".pdb");
    const char *pdb = path_join(a, path_folder(a, path_folder(a, image)), path_name(beside)); /* beside the package */
    out->image = path_exists(beside) || !path_exists(pdb) ? image : lay_out(image, pdb, work, a, d);
    out->record = path_join(a, work, "driver.txt");
    if (!out->image)
        return false;
    const char *inf = with_extension(a, image, ".inf");
    const struct test_service service = {
        .project = name, .image = image, .inf = path_exists(inf) ? inf : NULL, .loaded = out->image};
    return write_record(&service, 1, 0, out->record, a, d);
}
