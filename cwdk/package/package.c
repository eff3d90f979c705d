/* The order of the checks, and what each of them came to. */
#include "cwdk/package/package.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/package/checks.h"
#include "cwdk/sign/verify.h"

#include <string.h>
#include <strings.h>

/* --- reading --- */

static bool has_extension(const char *path, const char *extension)
{
    return !strcasecmp(path_extension(path), extension);
}

static bool is_inf(const char *name)
{
    return !strchr(name, '/') && has_extension(name, ".inf");
}

/* Said before the whole tree is walked: what was named may be the root of the disk. */
static bool has_inf(const char *folder, struct arena *a, struct diag *d)
{
    char **names = folder_list(folder, a, NULL, d);
    if (!names)
        return false;
    for (; *names; names++)
        if (is_inf(*names))
            return true;
    diag_error(d, CODE_PKG1001, diag_in_file(folder), "%s is no driver package: there is no .inf file at its top",
               folder);
    diag_help(d, "a package is the folder with an INF and the files that it copies; `cwdk build` makes "
                 "target/ARCH/PROFILE/NAME-package");
    return false;
}

static bool too_large(const char *folder, const char *how, struct diag *d)
{
    diag_error(d, CODE_PKG1004, diag_in_file(folder), "%s, too much for a driver package", how);
    diag_help(d, "a package is the folder with an INF and the files that it copies, and nothing else");
    return false;
}

/* A link to a folder is listed as a file, and not followed: it may lead to a folder above. */
static bool list_files(struct package *p, const char *below, unsigned depth, struct arena *a, struct diag *d)
{
    const char *folder = *below ? path_join(a, p->folder, below) : p->folder;
    size_t count;
    char **names = folder_list(folder, a, &count, d);
    if (!names)
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *name = *below ? path_join(a, below, names[i]) : names[i], *path = path_join(a, p->folder, name);
        if (path_is_folder(path) && !path_is_link(path)) {
            if (depth == PACKAGE_DEPTH_LIMIT)
                return too_large(folder, arena_format(a, "folders are nested more than %d deep", PACKAGE_DEPTH_LIMIT),
                                 d);
            if (!list_files(p, name, depth + 1, a, d))
                return false;
            continue;
        }
        if (p->file_count == PACKAGE_FILES_LIMIT)
            return too_large(p->folder, arena_format(a, "the folder has more than %d files", PACKAGE_FILES_LIMIT), d);
        p->files[p->file_count++].name = name;
    }
    return true;
}

static bool read_file(const struct package *p, struct package_file *file, struct arena *a, struct diag *d)
{
    const char *path = path_join(a, p->folder, file->name);
    if (path_is_folder(path))
        diag_error(d, CODE_ENV0001, diag_in_file(path),
                   "cannot read %s: it is a link to a folder, and a package holds its files itself", path);
    file->faulty = path_is_folder(path) || !file_read(path, a, &file->content, d);
    return !file->faulty;
}

static size_t read_infs(struct package *p, struct arena *a, struct diag *d)
{
    size_t seen = 0;
    p->infs = arena_array(a, p->file_count + 1, sizeof *p->infs);
    for (size_t i = 0; i < p->file_count; i++) {
        struct package_file *file = &p->files[i];
        if (!is_inf(file->name))
            continue;
        seen++;
        struct inf *inf =
            read_file(p, file, a, d) ? inf_parse(path_join(a, p->folder, file->name), file->content, a, d) : NULL;
        if (inf)
            p->infs[p->inf_count++] = inf;
        else
            p->infs_faulty = file->faulty = true;
    }
    return seen;
}

static void read_files(struct package *p, struct arena *a, struct diag *d)
{
    for (size_t i = 0; i < p->file_count; i++)
        if (!is_inf(p->files[i].name))
            read_file(p, &p->files[i], a, d);
}

/* What is wrong inside of an image is held back until it is known whether the image was changed after it was signed. */
static struct diag *read_binaries(struct package *p, struct arena *a)
{
    struct diag *held = arena_array(a, p->file_count + 1, sizeof *held);
    p->binaries = arena_array(a, p->file_count + 1, sizeof *p->binaries);
    for (size_t i = 0; i < p->file_count; i++) {
        struct package_file *file = &p->files[i];
        const bool named =
            has_extension(file->name, ".sys") || has_extension(file->name, ".dll") || has_extension(file->name, ".exe");
        if (file->faulty || (!named && !pe_recognise(file->content.data, file->content.size)))
            continue;
        struct package_binary *binary = &p->binaries[p->binary_count];
        *binary = (struct package_binary){.name = file->name, .file = file};
        file->faulty = !binary_read(file->content, path_join(a, p->folder, file->name), a, &binary->binary, &held[i]);
        p->binary_count += !file->faulty;
    }
    return held;
}

/* Of an image that was changed it has been said where; nothing follows from what the change broke. */
static void release_binaries(struct package *p, struct diag *held, struct diag *d)
{
    size_t kept = 0;
    for (size_t i = 0; i < p->file_count; i++) {
        if (!p->files[i].changed)
            diag_move(&held[i], d);
        diag_free(&held[i]);
    }
    for (size_t i = 0; i < p->binary_count; i++)
        if (p->binaries[i].binary.sound)
            p->binaries[kept++] = p->binaries[i];
    p->binary_count = kept;
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

/* A check that had nothing to look at did not pass. */
static void record_looked(struct package *p, const char *key, const char *title, struct before before,
                          const struct diag *d, bool looked, const char *detail)
{
    if (looked || d->errors > before.errors || d->warnings > before.warnings)
        record(p, key, title, before, d, detail);
    else
        not_run(p, key, title, detail);
}

static bool is_missing_section(const char *code)
{
    return code == CODE_INF1203 || code == CODE_INF1261 || code == CODE_INF1287 || code == CODE_INF1297;
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
    const size_t begun = d->count;
    for (size_t i = 0; i < p->inf_count; i++)
        inf_verify(p->infs[i], &options, d);
    for (size_t i = begun; i < d->count; i++)
        p->infs_faulty |= is_missing_section(d->entries[i].code);
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
    else
        record_looked(p, "imports", "imports", before, d, package_check_imports(p, &table, a, d, &detail), detail);
}

static const char *const *known_files(const struct package *p, struct arena *a)
{
    const char **known = arena_array(a, p->file_count + p->missing_count + 1, sizeof *known);
    size_t count = 0;
    for (size_t i = 0; i < p->file_count; i++)
        if (p->files[i].faulty)
            known[count++] = p->files[i].name;
    for (size_t i = 0; i < p->missing_count; i++)
        known[count++] = p->missing[i];
    return known;
}

static void mark_changed(struct package *p, const char *const *changed)
{
    for (; changed && *changed; changed++)
        for (size_t i = 0; i < p->file_count; i++)
            p->files[i].changed |= !strcmp(p->files[i].name, *changed);
}

static void verify_signatures(struct package *p, const struct package_options *options, struct arena *a, struct diag *d)
{
    const struct verify_request request = {.folder = p->folder,
                                           .trust = {.certificates = options->trust, .system = options->trust_system},
                                           .known = known_files(p, a)};
    const struct before before = now(d);
    struct verify_summary summary = {0};
    const bool good = verify_package(&request, a, &summary, d);
    mark_changed(p, summary.changed);
    const char *found = arena_format(a, "%s, %s, %s, %s, %s", package_count(a, summary.catalogs, "catalog", "catalogs"),
                                     package_count(a, summary.members, "member", "members"),
                                     package_count(a, summary.files, "file", "files"),
                                     package_count(a, summary.images, "signed image", "signed images"),
                                     package_count(a, summary.pages, "page hash", "page hashes"));
    const char *basis = options->trust || options->trust_system
                            ? "signer trusted as asked"
                            : "signer taken from the package itself: this proves wholeness, not origin";
    const char *title = "signatures and catalogs";
    if (!good && d->errors == before.errors)
        not_run(p, "signatures", title,
                arena_format(a, "files that the catalog vouches for are faulty; found good: %s", found));
    else
        record(p, "signatures", title, before, d,
               good ? arena_format(a, "%s; %s", found, basis) : arena_format(a, "found good: %s", found));
}

static void verify_binaries(struct package *p, const struct package_options *options, struct arena *a, struct diag *d)
{
    static const char *const left_out[][2] = {{"architecture", "architecture"},
                                              {"imports", "imports"},
                                              {"framework", "framework version"},
                                              {"hardening", "hardening"}};
    const char *detail;
    for (size_t i = 0; !p->binary_count && i < sizeof left_out / sizeof *left_out; i++)
        not_run(p, left_out[i][0], left_out[i][1], "the package has no binary that could be read");
    if (!p->binary_count)
        return;
    struct before before = now(d);
    bool looked = package_check_architectures(p, a, d, &detail);
    record_looked(p, "architecture", "architecture", before, d, looked, detail);
    verify_exports(p, options, a, d);
    before = now(d);
    looked = package_check_frameworks(p, a, d, &detail);
    record_looked(p, "framework", "framework version", before, d, looked, detail);
    before = now(d);
    looked = package_check_hardening(p, a, d, &detail);
    record_looked(p, "hardening", "hardening", before, d, looked, detail);
}

bool package_verify(const struct package_options *options, struct arena *a, struct package *out, struct diag *d)
{
    *out = (struct package){.folder = options->folder};
    if (!path_is_folder(options->folder)) {
        diag_error(d, CODE_ENV0001, diag_in_file(options->folder), "%s is no folder", options->folder);
        diag_help(d, "name the folder of a finished package, such as target/amd64/dev/NAME-package");
        return false;
    }
    if (!verify_trust_usable(&(struct verify_trust){.certificates = options->trust}, a, d) ||
        !has_inf(options->folder, a, d))
        return false;
    out->files = arena_array(a, PACKAGE_FILES_LIMIT, sizeof *out->files);
    if (!list_files(out, "", 0, a, d))
        return false;

    const char *detail;
    struct before before = now(d);
    const size_t infs = read_infs(out, a, d);
    record(out, "inf_syntax", "INF syntax", before, d, arena_format(a, "%zu INF", infs));
    verify_infs(out, options->mode, a, d);

    before = now(d);
    read_files(out, a, d);
    const bool looked = package_check_files(out, a, d, &detail);
    record_looked(out, "files", "files", before, d, looked, detail);
    struct diag *held = read_binaries(out, a);
    verify_signatures(out, options, a, d);
    before = now(d);
    release_binaries(out, held, d);
    record_looked(out, "binaries", "binaries are whole", before, d, out->binary_count,
                  out->binary_count ? arena_format(a, "%zu read", out->binary_count)
                                    : "the package has no binary that could be read");
    verify_binaries(out, options, a, d);
    return true;
}
