/* The files that the INFs ask for against those that are there, and the architecture of each binary. */
#include "cwdk/package/checks.h"
#include "cwdk/diag/codes.h"

#include <string.h>
#include <strings.h>

static const enum inf_arch architectures[] = {INF_ARCH_X86, INF_ARCH_AMD64, INF_ARCH_ARM, INF_ARCH_ARM64};
enum { ARCHITECTURES = sizeof architectures / sizeof *architectures };

/* Its number, or that of the files where it is not there. */
static size_t find(const struct package *package, const char *path)
{
    size_t i = 0;
    while (i < package->file_count && strcasecmp(package->files[i].name, path) != 0)
        i++;
    return i;
}

static bool has_extension(const char *path, const char *extension)
{
    const char *dot = strrchr(path, '.');
    return dot && !strcasecmp(dot, extension);
}

/* Names that belong to a package without any INF copying them: the INFs, their catalogs, certificates. */
static bool belongs(const struct package *package, const char *file, struct arena *a)
{
    if (has_extension(file, ".inf") || has_extension(file, ".cer") || has_extension(file, ".crt"))
        return true;
    for (size_t i = 0; i < package->inf_count; i++) {
        size_t count;
        const struct inf_catalog *catalogs = inf_catalogs(package->infs[i], a, &count);
        for (size_t c = 0; c < count; c++)
            if (!strcasecmp(catalogs[c].name, file))
                return true;
    }
    return false;
}

/* Marks what the INF copies, and adds what is not there to the missing. */
static size_t check_copied(struct package *package, const struct inf *inf, bool *wanted, struct arena *a,
                           struct diag *d)
{
    size_t count;
    const struct inf_file *files = inf_files(inf, INF_ARCH_NONE, a, &count);
    const char **missing = arena_array(a, package->missing_count + count + 1, sizeof *missing);
    if (package->missing_count)
        memcpy(missing, package->missing, package->missing_count * sizeof *missing);
    package->missing = missing;
    for (size_t f = 0; f < count; f++) {
        const size_t there = find(package, files[f].path);
        if (there < package->file_count) {
            wanted[there] = true;
            continue;
        }
        missing[package->missing_count++] = files[f].path;
        diag_error(d, CODE_PKG1002, inf_place_of_field(inf, files[f].field),
                   "the INF copies %s, but the package has no such file", files[f].path);
        diag_help(d, "add the file, or take it out of [%s] and [SourceDisksFiles]",
                  files[f].section ? files[f].section->name : "the file list");
    }
    return count;
}

bool package_check_files(struct package *package, struct arena *a, struct diag *d, const char **detail)
{
    size_t asked = 0;
    bool *wanted = arena_array(a, package->file_count + 1, sizeof *wanted);
    for (size_t i = 0; i < package->inf_count; i++)
        asked += check_copied(package, package->infs[i], wanted, a, d);
    for (size_t i = 0; i < package->file_count; i++) {
        const struct package_file *file = &package->files[i];
        /* An INF that was not understood may copy it. */
        if (!wanted[i] && !file->faulty && !package->infs_faulty && !belongs(package, file->name, a))
            diag_warning(d, CODE_PKG1003, diag_in_file(path_join(a, package->folder, file->name)),
                         "no INF of the package copies %s", file->name);
    }
    *detail = asked ? arena_format(a, "%zu copied by the INF, %zu in the folder", asked, package->file_count)
              : package->infs_faulty ? "what the INF copies is not known"
                                     : "the INF copies no file";
    return asked;
}

/* A program of user mode may be emulated; a driver cannot be. */
static bool fits(const struct binary *binary, enum inf_arch arch)
{
    return binary->model == BINARY_NO_DRIVER || !strcmp(binary->architecture, inf_arch_name(arch));
}

bool package_check_architectures(const struct package *package, struct arena *a, struct diag *d, const char **detail)
{
    size_t compared = 0;
    for (size_t b = 0; b < package->binary_count; b++)
        for (size_t i = 0; i < package->inf_count; i++)
            for (size_t n = 0; n < ARCHITECTURES; n++) {
                const struct package_binary *binary = &package->binaries[b];
                const struct inf *inf = package->infs[i];
                const struct inf_file *file = package_serves(inf, architectures[n])
                                                  ? package_request(inf, binary->name, architectures[n], a)
                                                  : NULL;
                if (!file)
                    continue;
                compared++;
                if (fits(&binary->binary, architectures[n]))
                    continue;
                diag_error(d, CODE_PKG2001, inf_place_of_field(inf, file->field),
                           "%s is built for %s, but the INF installs it on %s", binary->name,
                           binary->binary.architecture, inf_arch_name(architectures[n]));
                diag_help(d, "build it for %s, or name another file for that architecture in a section decorated NT%s",
                          inf_arch_name(architectures[n]), inf_arch_name(architectures[n]));
            }
    *detail = arena_format(a, "%s, %s by the INF", package_count(a, package->binary_count, "binary", "binaries"),
                           package_count(a, compared, "installation", "installations"));
    return compared;
}

const char *package_count(struct arena *a, size_t count, const char *one, const char *many)
{
    return arena_format(a, "%zu %s", count, count == 1 ? one : many);
}
