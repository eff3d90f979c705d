/* The order of the checks, and what each of them came to. */
#include "cwdk/package/package.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/package/checks.h"
#include "cwdk/sign/verify.h"

#include <string.h>
#include <strings.h>

/* --- reading --- */

static bool list_files(struct package *p, const char *below, unsigned depth, struct arena *a, struct diag *d)
{
    const char *folder = *below ? path_join(a, p->folder, below) : p->folder;
    size_t count;
    char **names = folder_list(folder, a, &count, d);
    if (!names)
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *path = *below ? path_join(a, below, names[i]) : names[i];
        if (path_is_folder(path_join(a, p->folder, path))) {
            if (depth == PACKAGE_DEPTH_LIMIT)
                return diag_error(d, CODE_PKG1004, diag_in_file(folder), "folders are nested more than %d deep",
                                  PACKAGE_DEPTH_LIMIT);
            if (!list_files(p, path, depth + 1, a, d))
                return false;
            continue;
        }
        if (p->file_count == PACKAGE_FILES_LIMIT)
            return diag_error(d, CODE_PKG1004, diag_in_file(p->folder), "the folder has more than %d files",
                              PACKAGE_FILES_LIMIT);
        p->files[p->file_count++] = path;
    }
    return true;
}

static bool has_extension(const char *path, const char *extension)
{
    return !strcasecmp(path_extension(path), extension);
}

static size_t read_infs(struct package *p, struct arena *a, struct diag *d)
{
    size_t seen = 0;
    p->infs = arena_array(a, p->file_count + 1, sizeof *p->infs);
    for (size_t i = 0; i < p->file_count; i++) {
        if (strchr(p->files[i], '/') || !has_extension(p->files[i], ".inf"))
            continue;
        struct inf *inf = inf_read(path_join(a, p->folder, p->files[i]), a, d);
        seen++;
        if (inf)
            p->infs[p->inf_count++] = inf;
    }
    return seen;
}

static void read_binaries(struct package *p, struct arena *a, struct diag *d)
{
    p->binaries = arena_array(a, p->file_count + 1, sizeof *p->binaries);
    for (size_t i = 0; i < p->file_count; i++) {
        const char *name = p->files[i], *path = path_join(a, p->folder, name);
        const bool named = has_extension(name, ".sys") || has_extension(name, ".dll") || has_extension(name, ".exe");
        struct bytes content;
        if (!file_read(path, a, &content, d) || (!named && !pe_recognise(content.data, content.size)))
            continue;
        struct package_binary *binary = &p->binaries[p->binary_count];
        binary->name = name;
        if (binary_read(content, path, a, &binary->binary, d))
            p->binary_count++;
    }
}

/* --- the table of checks --- */

struct before {
    size_t errors, warnings;
};

static struct before now(const struct diag *d)
{
    return (struct before){d->errors, d->warnings};
}

static void record(struct package *p, const char *key, const char *title, struct before before, const struct diag *d,
                   const char *detail)
{
    const enum package_state state = d->errors > before.errors       ? PACKAGE_FAILED
                                     : d->warnings > before.warnings ? PACKAGE_WARNED
                                                                     : PACKAGE_PASSED;
    p->checks[p->check_count++] = (struct package_check){key, title, state, detail};
}

static void not_run(struct package *p, const char *key, const char *title, const char *why)
{
    p->checks[p->check_count++] = (struct package_check){key, title, PACKAGE_NOT_RUN, why};
}

static void verify_infs(struct package *p, enum inf_mode mode, struct arena *a, struct diag *d)
{
    const struct inf_verify options = {.mode = mode, .arch = INF_ARCH_NONE};
    const struct before before = now(d);
    const char *title = arena_format(a, "INF rules, %s", inf_mode_name(mode));
    if (!p->inf_count) {
        not_run(p, "inf_rules", title, "the INF could not be read");
        return;
    }
    for (size_t i = 0; i < p->inf_count; i++)
        inf_verify(p->infs[i], &options, d);
    record(p, "inf_rules", title, before, d, arena_format(a, "%zu INF", p->inf_count));
}

static void verify_exports(struct package *p, const struct package_options *options, struct arena *a, struct diag *d)
{
    struct export_table table;
    const struct before before = now(d);
    const bool read =
        options->exports ? export_table_read_file(options->exports, a, &table, d) : export_table_read(a, &table, d);
    const char *detail;
    if (!read)
        not_run(p, "imports", "imports", "the kit's table of exports is missing");
    else if (package_check_imports(p, &table, a, d, &detail) || d->warnings > before.warnings)
        record(p, "imports", "imports", before, d, detail);
    else
        not_run(p, "imports", "imports", detail);
}

static void verify_signatures(struct package *p, const struct package_options *options, struct arena *a, struct diag *d)
{
    const struct verify_trust trust = {.certificates = options->trust, .system = options->trust_system};
    const struct before before = now(d);
    struct verify_summary summary = {0};
    verify_package(p->folder, &trust, &summary, d);
    const char *good = arena_format(a, "%s, %s, %s, %s, %s", package_count(a, summary.catalogs, "catalog", "catalogs"),
                                    package_count(a, summary.members, "member", "members"),
                                    package_count(a, summary.files, "file", "files"),
                                    package_count(a, summary.images, "signed image", "signed images"),
                                    package_count(a, summary.pages, "page hash", "page hashes"));
    const char *basis = options->trust || options->trust_system
                            ? "signer trusted as asked"
                            : "signer taken from the package itself: this proves wholeness, not origin";
    record(p, "signatures", "signatures and catalogs", before, d,
           d->errors > before.errors ? arena_format(a, "found good: %s", good)
                                     : arena_format(a, "%s; %s", good, basis));
}

bool package_verify(const struct package_options *options, struct arena *a, struct package *out, struct diag *d)
{
    *out = (struct package){.folder = options->folder};
    if (!path_is_folder(options->folder)) {
        diag_error(d, CODE_ENV0001, diag_in_file(options->folder), "%s is no folder", options->folder);
        diag_help(d, "name the folder of a finished package, such as target/amd64/dev/NAME-package");
        return false;
    }
    out->files = arena_array(a, PACKAGE_FILES_LIMIT, sizeof *out->files);
    if (!list_files(out, "", 0, a, d))
        return false;

    struct before before = now(d);
    const size_t infs = read_infs(out, a, d);
    if (!infs) {
        diag_error(d, CODE_PKG1001, diag_in_file(options->folder), "there is no .inf file in the folder");
        return false;
    }
    record(out, "inf_syntax", "INF syntax", before, d, arena_format(a, "%zu INF", infs));
    verify_infs(out, options->mode, a, d);

    before = now(d);
    record(out, "files", "files", before, d, package_check_files(out, a, d));
    before = now(d);
    read_binaries(out, a, d);
    record(out, "binaries", "binaries are whole", before, d, arena_format(a, "%zu read", out->binary_count));
    if (!out->binary_count) {
        static const char *const left_out[][2] = {{"architecture", "architecture"},
                                                  {"imports", "imports"},
                                                  {"framework", "framework version"},
                                                  {"hardening", "hardening"}};
        for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
            not_run(out, left_out[i][0], left_out[i][1], "the package has no binary that could be read");
    } else {
        before = now(d);
        record(out, "architecture", "architecture", before, d, package_check_architectures(out, a, d));
        verify_exports(out, options, a, d);
        before = now(d);
        record(out, "framework", "framework version", before, d, package_check_frameworks(out, a, d));
        before = now(d);
        record(out, "hardening", "hardening", before, d, package_check_hardening(out, a, d));
    }
    verify_signatures(out, options, a, d);
    return true;
}
