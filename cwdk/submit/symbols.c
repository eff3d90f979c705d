/* The PDB of each image: there, and of the very build. */
#include "cwdk/diag/codes.h"
#include "cwdk/pdb/pdb.h"
#include "cwdk/submit/rules.h"

#include <string.h>
#include <strings.h>

struct search {
    const struct package_binary *binary;
    const char *name;
    const char *other; /* a PDB of that name that is of another build */
    struct pdb other_pdb;
    const char *path; /* the one that fits */
    struct bytes content;
};

/* False where the PDB cannot be understood, which was reported. */
static bool look_in(struct search *s, const char *folder, struct arena *a, struct diag *d)
{
    const char *path = path_join(a, folder, s->name);
    struct bytes content;
    struct pdb pdb;
    if (!path_is_file(path))
        return true;
    if (!file_read(path, a, &content, d) || !pdb_read(content, path, a, &pdb, d))
        return false;
    if (binary_pdb_matches(&s->binary->binary, &pdb)) {
        s->path = path;
        s->content = content;
    } else if (!s->other) {
        s->other = path;
        s->other_pdb = pdb;
    }
    return true;
}

static bool is_driver(const struct package_binary *binary)
{
    return binary->binary.model != BINARY_NO_DRIVER || !strcasecmp(path_extension(binary->name), ".sys");
}

static void report_missing(const struct search *s, const char *image, struct arena *a, struct diag *d)
{
    const struct pe_codeview *wanted = &s->binary->binary.pdb;
    if (s->other) {
        diag_error(d, CODE_SUB2002, diag_in_file(s->other),
                   "%s is of another build: %s has PDB %s, age %u; this is %s, age %u", s->other, image,
                   text_guid(a, wanted->guid), wanted->age, text_guid(a, s->other_pdb.guid),
                   s->other_pdb.has_dbi ? s->other_pdb.image_age : s->other_pdb.age);
        diag_help(d, "take the PDB that the linker wrote together with %s, or build both anew", path_name(image));
        return;
    }
    diag_report(d, is_driver(s->binary) ? DIAG_ERROR : DIAG_WARNING, CODE_SUB2001, diag_in_file(image),
                "there is no %s, the symbols of %s", text_clean(a, s->name), s->binary->name);
    diag_help(d, "put it beside the image or beside the package's folder, or name its folder by --symbols");
}

static void add(struct submit_driver *driver, const char *name, struct bytes content)
{
    for (size_t i = 0; i < driver->file_count; i++)
        if (!strcasecmp(driver->files[i].name, name))
            return;
    driver->files[driver->file_count++] = (struct submit_file){name, content};
}

static void add_of(struct submit_driver *driver, const struct package_binary *binary, const char *const *folders,
                   struct arena *a, struct diag *d)
{
    const char *image = path_join(a, driver->path, binary->name), *package = path_absolute(a, driver->path);
    if (!binary->binary.has_pdb) {
        diag_report(d, is_driver(binary) ? DIAG_ERROR : DIAG_WARNING, CODE_SUB2003, diag_in_file(image),
                    "%s names no PDB: it was linked without symbols", binary->name);
        diag_help(d, "link it with /debug");
        return;
    }
    struct search s = {.binary = binary, .name = binary_pdb_name(&binary->binary)};
    bool ok = look_in(&s, path_folder(a, image), a, d);
    if (ok && !s.path)
        ok = look_in(&s, driver->path, a, d);
    if (ok && !s.path && package)
        ok = look_in(&s, path_folder(a, package), a, d);
    for (; ok && !s.path && folders && *folders; folders++)
        ok = look_in(&s, *folders, a, d);
    if (!ok)
        return;
    if (!s.path) {
        report_missing(&s, image, a, d);
        return;
    }
    const char *slash = strrchr(binary->name, '/');
    const char *beside = slash ? arena_substring(a, binary->name, (size_t)(slash + 1 - binary->name)) : "";
    add(driver, arena_format(a, "%s/%s%s", driver->folder, beside, s.name), s.content);
}

void submit_add_symbols(struct submit_driver *driver, const char *const *folders, struct arena *a, struct diag *d)
{
    for (size_t i = 0; i < driver->package.binary_count; i++)
        add_of(driver, &driver->package.binaries[i], folders, a, d);
}
