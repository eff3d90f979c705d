/* What guards the package's binaries, and what would keep Windows from loading them. */
#include "cwdk/package/checks.h"
#include "cwdk/diag/codes.h"

#include <string.h>

/* What is wrong with a guard that is missing. */
static const struct {
    const char *key;
    const char *code;
    bool kernel_error; /* in kernel mode Windows refuses the image, always or with memory integrity on */
} rules[] = {
    {"no_writable_code", CODE_PKG2007, true},
    {"checksum", CODE_PKG2009, true},
    {"pdb_path_bare", CODE_PKG2010, false},
};

static void missing(const struct package_binary *binary, const struct guard *guard, struct diag *d)
{
    const struct diag_place place = diag_in_file(binary->binary.path);
    const bool kernel = binary->binary.image.subsystem == PE_SUBSYSTEM_NATIVE;
    const char *code = CODE_PKG2008;
    enum diag_severity severity = DIAG_WARNING;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (!strcmp(guard->key, rules[i].key)) {
            code = rules[i].code;
            severity = rules[i].kernel_error && kernel ? DIAG_ERROR : DIAG_WARNING;
        }
    diag_report(d, severity, code, place, "%s lacks %s%s%s", binary->name, guard->title, guard->detail ? ": " : "",
                guard->detail ? guard->detail : "");
}

bool package_check_hardening(const struct package *package, struct arena *a, struct diag *d, const char **detail)
{
    size_t rows = 0;
    for (size_t i = 0; i < package->binary_count; i++) {
        const struct package_binary *binary = &package->binaries[i];
        size_t count;
        const struct guard *guards = binary_guards(&binary->binary, a, &count);
        for (size_t g = 0; g < count; g++) {
            /* Any change makes the checksum wrong: of a file that was changed after signing that is no news. */
            if (binary->file->changed && !strcmp(guards[g].key, "checksum"))
                continue;
            rows += guards[g].state != GUARD_NOT_APPLICABLE;
            if (guards[g].state == GUARD_NO)
                missing(binary, &guards[g], d);
        }
        if (binary->binary.image.subsystem == PE_SUBSYSTEM_NATIVE && binary->binary.image.section_alignment < 4096)
            diag_error(d, CODE_PKG2007, diag_in_file(binary->binary.path),
                       "%s has sections aligned to %u bytes; memory integrity needs whole pages (4096)", binary->name,
                       binary->binary.image.section_alignment);
    }
    *detail = arena_format(a, "%s of %s", package_count(a, rows, "property", "properties"),
                           package_count(a, package->binary_count, "binary", "binaries"));
    return rows;
}
