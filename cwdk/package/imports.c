/* Does every import exist, and on every Windows that the INF promises? And does the framework version? */
#include "cwdk/package/checks.h"
#include "cwdk/diag/codes.h"

#include <string.h>

static enum inf_arch architecture(const struct binary *binary)
{
    enum inf_arch arch = INF_ARCH_NONE;
    inf_arch_parse(binary->architecture, &arch);
    return arch;
}

/* "Windows 10, version 1809 (10.0.17763)", or "any Windows". */
static const char *told(struct windows_version v, struct arena *a)
{
    char text[WINDOWS_VERSION_TEXT];
    return v.major ? arena_format(a, "%s (%s)", windows_version_name(v), windows_version_format(v, text))
                   : windows_version_name(v);
}

/* A decoration that lets in `since` and later only, for the help line. */
static const char *remedy(const struct promise *promise, struct windows_version since, struct arena *a)
{
    static const struct windows_version first_with_build = {10, 0, 14310};
    const char *arch = inf_arch_name(promise->arch);
    if (windows_version_compare(since, first_with_build) >= 0)
        return arena_format(a, "NT%s.%u.%u...%u", arch, since.major, since.minor, since.build);
    return arena_format(a, "NT%s.%u.%u", arch, since.major, since.minor);
}

static const char *spelled(const struct promise *promise)
{
    return *promise->decoration ? promise->decoration : "a section without decoration";
}

struct tally {
    size_t imports, unknown_age, by_ordinal, unchecked;
};

static void check_age(const struct package_binary *binary, const struct export_row *row, const struct promise *promises,
                      size_t count, struct arena *a, struct diag *d)
{
    for (size_t i = 0; i < count; i++) {
        if (windows_version_compare(row->since, promises[i].lowest) <= 0)
            continue;
        diag_error(d, CODE_PKG2003, promises[i].place,
                   "%s imports %s, which %s has from %s on, but %s installs it on %s%s", binary->name,
                   text_clean(a, row->name), row->module, told(row->since, a), spelled(&promises[i]),
                   told(promises[i].lowest, a), promises[i].lowest.major ? " too" : "");
        diag_help(d, "write %s here, or do without %s (MmGetSystemRoutineAddress finds it where it exists)",
                  remedy(&promises[i], row->since, a), text_clean(a, row->name));
    }
}

static void check_binary(const struct package *package, const struct package_binary *binary,
                         const struct export_table *table, struct tally *tally, struct arena *a, struct diag *d)
{
    const struct binary *b = &binary->binary;
    const struct diag_place place = diag_in_file(b->path);
    size_t count;
    const struct promise *promises = package_promises(package, binary->name, architecture(b), a, &count);
    const char *unknown = "";
    for (size_t i = 0; i < b->import_count; i++) {
        const struct binary_import *import = &b->imports[i];
        const char *module = text_clean(a, import->module), *name = import->name ? text_clean(a, import->name) : NULL;
        if (!export_module_known(table, import->module)) {
            tally->unchecked++;
            /* Once a module. Of user mode the table cannot have all; the word on the check tells what was left out. */
            if (b->image.subsystem == PE_SUBSYSTEM_NATIVE && strcmp(unknown, import->module) != 0)
                diag_warning(d, CODE_PKG2006, place, "%s imports from %s, whose exports this kit does not know",
                             binary->name, module);
            unknown = import->module;
            continue;
        }
        if (!name) {
            tally->by_ordinal++;
            continue;
        }
        tally->imports++;
        const struct export_row *row = export_find(table, import->module, import->name, b->architecture);
        if (!row) {
            diag_error(d, CODE_PKG2002, place, "%s imports %s from %s, which has no such export that this kit knows",
                       binary->name, name, module);
            diag_help(d, "Windows refuses to load a driver with an import that it cannot find");
        } else if (!row->since.major) {
            tally->unknown_age++;
        } else {
            check_age(binary, row, promises, count, a, d);
        }
    }
}

bool package_check_imports(const struct package *package, const struct export_table *table, struct arena *a,
                           struct diag *d, const char **detail)
{
    struct tally tally = {0};
    for (size_t i = 0; i < package->binary_count; i++)
        check_binary(package, &package->binaries[i], table, &tally, a, d);
    const size_t left_out = tally.unchecked + tally.by_ordinal;
    if (!tally.imports && left_out) {
        *detail = arena_format(a, "all %zu are from modules that the table of exports does not have", left_out);
        return false;
    }
    if (!tally.imports) {
        *detail = "no binary imports anything";
        return false;
    }
    const char *text = arena_format(a, "%zu looked up in the table of exports", tally.imports);
    if (tally.unknown_age)
        text = arena_format(a, "%s, %zu of them without a known first version", text, tally.unknown_age);
    if (tally.unchecked)
        text = arena_format(a, "%s; %zu from modules that are not in it not checked", text, tally.unchecked);
    if (tally.by_ordinal)
        text = arena_format(a, "%s; %zu by ordinal not checked", text, tally.by_ordinal);
    *detail = text;
    return true;
}

/* --- frameworks --- */

/* KmdfLibraryVersion and UmdfLibraryVersion of the INFs that install the binary. */
static void compare_directive(const struct package *package, const struct package_binary *binary, struct arena *a,
                              struct diag *d)
{
    const struct binary *b = &binary->binary;
    const char *key = b->model == BINARY_KMDF ? "KmdfLibraryVersion" : "UmdfLibraryVersion";
    const char *built = arena_format(a, "%u.%u", b->framework_major, b->framework_minor);
    for (size_t i = 0; i < package->inf_count; i++) {
        const struct inf *inf = package->infs[i];
        if (!package_request(inf, binary->name, architecture(b), a))
            continue;
        for (size_t s = 0; s < inf->count; s++)
            for (const struct inf_line *line = inf_line(&inf->sections[s], key); line;
                 line = inf_line_next(&inf->sections[s], line, key)) {
                const char *said = inf_field_value(line, 0);
                const size_t length = strlen(built);
                if (!strncmp(said, built, length) && (!said[length] || said[length] == '.'))
                    continue;
                diag_warning(d, CODE_PKG2005, inf_place_of_line(inf, line), "%s = %s, but %s is built for %s %s", key,
                             said, binary->name, binary_model_name(b->model), built);
                diag_help(d, "write %s = %s%s, or leave the version to `cwdk build`, which stamps it", key, built,
                          b->model == BINARY_UMDF ? ".0" : "");
            }
    }
}

static bool compare_promises(const struct package *package, const struct package_binary *binary, struct arena *a,
                             struct diag *d)
{
    const struct binary *b = &binary->binary;
    struct windows_version since;
    if (!framework_since(binary_framework(b->model), b->framework_major, b->framework_minimum, &since))
        return false;
    size_t count;
    const struct promise *promises = package_promises(package, binary->name, architecture(b), a, &count);
    for (size_t i = 0; i < count; i++) {
        if (windows_version_compare(since, promises[i].lowest) <= 0)
            continue;
        unsigned major, minor;
        diag_error(d, CODE_PKG2004, promises[i].place,
                   "%s needs %s %u.%u, which %s is the first to have, but %s installs it on %s%s", binary->name,
                   binary_model_name(b->model), b->framework_major, b->framework_minimum, told(since, a),
                   spelled(&promises[i]), told(promises[i].lowest, a), promises[i].lowest.major ? " too" : "");
        if (framework_newest(binary_framework(b->model), promises[i].lowest, &major, &minor))
            diag_help(d, "write %s here, or build for %s %u.%u", remedy(&promises[i], since, a),
                      binary_model_name(b->model), major, minor);
        else
            diag_help(d, "write %s here", remedy(&promises[i], since, a));
    }
    return true;
}

bool package_check_frameworks(const struct package *package, struct arena *a, struct diag *d, const char **detail)
{
    size_t drivers = 0, unknown = 0;
    for (size_t i = 0; i < package->binary_count; i++) {
        const struct package_binary *binary = &package->binaries[i];
        if (binary_framework(binary->binary.model) == FRAMEWORK_NONE)
            continue;
        drivers++;
        if (!binary->binary.framework_major || !compare_promises(package, binary, a, d))
            unknown++;
        if (binary->binary.framework_major)
            compare_directive(package, binary, a, d);
    }
    *detail = package_count(a, drivers, "driver", "drivers");
    if (!drivers)
        *detail = "the package has no KMDF or UMDF driver";
    else if (unknown)
        *detail = arena_format(a, "%s, %zu with a version that is not known", *detail, unknown);
    return drivers;
}
