/* Files: where they come from, where they go, and that two do not go to one place. */
#include "cwdk/inf/check.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DRIVER_STORE 13

/* ---- [SourceDisksFiles], [SourceDisksNames], [DestinationDirs] ---- */

static bool is_section(const struct inf_section *s, const char *name)
{
    const size_t length = strlen(name);
    return !strncasecmp(s->name, name, length) && (!s->name[length] || s->name[length] == '.');
}

static bool disk_listed(const struct inf *inf, const char *id, enum inf_arch arch)
{
    for (unsigned any = INF_ARCH_X86; !arch && any <= INF_ARCH_ARM64; any++)
        if (inf_disk_entry(inf, id, (enum inf_arch)any))
            return true;
    return inf_disk_entry(inf, id, arch) != NULL;
}

static void check_source_entry(struct check *c, const struct inf_section *section, const struct inf_line *line,
                               enum inf_arch arch)
{
    const char *file = line->key->value, *disk = inf_field_value(line, 0);
    const size_t length = strlen(file);
    int64_t id;
    if (length > 4 && !strcasecmp(file + length - 4, ".cat"))
        check_report(c, CODE_INF1213, inf_place_of_field(c->inf, line->key),
                     "catalog %s does not belong into [%s]; CatalogFile in [Version] names it", file, section->name);
    if (length > 2 && file[length - 1] == '_')
        check_report(c, CODE_INF1231, inf_place_of_field(c->inf, line->key),
                     "%s is the name of a compressed file; give the uncompressed one", file);
    if (!inf_number(disk, &id))
        check_report(c, CODE_INF1008, inf_place_of_line(c->inf, line), "%s has no valid disk id ('%s') in [%s]", file,
                     disk, section->name);
    else if (!disk_listed(c->inf, disk, arch))
        check_report(c, CODE_INF1273, inf_place_of_field(c->inf, line->fields),
                     "%s is on disk %s, which [SourceDisksNames] does not list", file, disk);
}

static void check_source_section(struct check *c, const struct inf_section *section)
{
    enum inf_arch arch = INF_ARCH_NONE;
    if (section->name[16] == '.')
        inf_arch_parse(section->name + 17, &arch);
    for (size_t i = 0; i < section->count; i++)
        if (section->lines[i].key)
            check_source_entry(c, section, &section->lines[i], arch);
}

static void check_destination(struct check *c, const struct inf_line *line)
{
    int64_t dirid;
    const char *text = inf_field_value(line, 0);
    if (!inf_number(text, &dirid))
        check_report(c, CODE_INF1243, inf_place_of_field(c->inf, &line->fields[0]),
                     "'%s' is no directory id; expected a number such as 13", text);
    else if (dirid >= 32768 && dirid <= 65535)
        check_report(c, CODE_INF1241, inf_place_of_field(c->inf, &line->fields[0]),
                     "directory id %s is for setup programs to define; a driver package cannot use it", text);
    else if (!check_dirid_known(dirid))
        check_report(c, CODE_INF1242, inf_place_of_field(c->inf, &line->fields[0]),
                     "directory id %s is none that Windows knows", text);
}

void check_disks(struct check *c)
{
    const struct inf_section *dirs = inf_section(c->inf, "DestinationDirs");
    for (size_t i = 0; i < c->inf->count; i++)
        if (is_section(&c->inf->sections[i], "SourceDisksFiles"))
            check_source_section(c, &c->inf->sections[i]);
    for (size_t i = 0; dirs && i < dirs->count; i++)
        if (dirs->lines[i].key)
            check_destination(c, &dirs->lines[i]);
}

/* ---- Each copied file ---- */

static bool path_valid(const char *path)
{
    if (*path == '\\' || *path == '/' || strpbrk(path, ":*?<>|\""))
        return false;
    for (const char *p = path; *p;) {
        const size_t length = strcspn(p, "\\/");
        if (length == 2 && p[0] == '.' && p[1] == '.')
            return false;
        p += length + (p[length] != 0);
    }
    return true;
}

/* The same folder but for the kind of slash and slashes at the ends. */
static bool same_folder(const char *a, const char *b)
{
    for (;;) {
        while ((*a == '\\' || *a == '/') && (a[1] == 0 || a[1] == *a))
            a++;
        while ((*b == '\\' || *b == '/') && (b[1] == 0 || b[1] == *b))
            b++;
        const char x = *a == '/' ? '\\' : *a, y = *b == '/' ? '\\' : *b;
        if (!x || !y)
            return x == y;
        if (strncasecmp(&x, &y, 1) != 0)
            return false;
        a++;
        b++;
    }
}

static const char *without_slash(const char *path)
{
    return path + strspn(path, "\\/.");
}

static bool is_inf(const struct inf_file *file)
{
    const size_t length = strlen(file->source);
    return length > 4 && !strcasecmp(file->source + length - 4, ".inf");
}

static void check_listed(struct check *c, const struct inf_file *file)
{
    const struct inf_line *entry = inf_source_entry(c->inf, file->source, c->arch, NULL);
    const char *disk = entry ? inf_field_value(entry, 0) : "";
    if (*disk && disk_listed(c->inf, disk, INF_ARCH_NONE) && !disk_listed(c->inf, disk, c->arch))
        check_report(c, CODE_INF1273, inf_place_of_field(c->inf, entry->fields),
                     "%s is on disk %s, which [SourceDisksNames] does not list for %s", file->source, disk,
                     inf_arch_name(c->arch));
    if (entry || is_inf(file))
        return;
    if (!check_report(c, CODE_INF1230, inf_place_of_field(c->inf, file->field),
                      "file %s is not listed in [SourceDisksFiles] (for %s)", file->source, inf_arch_name(c->arch)))
        return;
    const char *near = NULL, *names[2] = {NULL, NULL};
    for (size_t i = 0; i < c->inf->count && !near; i++) {
        const struct inf_section *s = &c->inf->sections[i];
        for (size_t n = 0; is_section(s, "SourceDisksFiles") && n < s->count && n < NEAR_CANDIDATES && !near; n++) {
            names[0] = s->lines[n].key ? s->lines[n].key->value : NULL;
            near = names[0] ? check_nearest(file->source, names) : NULL;
        }
    }
    if (near && !inf_same(near, file->source))
        diag_help(c->diag, "nearest is %s", near);
}

/* A file in the driver store keeps the name and the folder it has in the package. */
static void check_driver_store(struct check *c, const struct inf_file *file)
{
    const struct inf_line *entry = inf_source_entry(c->inf, file->source, c->arch, NULL);
    const char *subdir = entry ? inf_field_value(entry, 1) : "";
    const struct diag_place place = inf_place_of_field(c->inf, file->field);
    if (!inf_same(file->source, file->target))
        check_report(c, CODE_INF1100, place, "%s may not be renamed to %s in the driver store (dirid 13)", file->source,
                     file->target);
    else if (!same_folder(without_slash(subdir), without_slash(file->subdir)) &&
             !same_folder(file->folder, without_slash(file->subdir)))
        check_report(c, CODE_INF1100, place,
                     "%s lies in '%s' of the package, but is to go to '%s' of the driver store (dirid 13)",
                     file->source, subdir, file->subdir);
}

/* Directories that every edition has. */
static bool is_universal_destination(const struct inf_file *file)
{
    switch (file->dirid) {
    case 11:
    case 12:
    case DRIVER_STORE:
        return true;
    case 10:
        return *without_slash(file->subdir) != 0;
    default:
        return false;
    }
}

static void check_file(struct check *c, const struct inf_file *file)
{
    const struct diag_place place = inf_place_of_field(c->inf, file->field);
    check_listed(c, file);
    if (!path_valid(file->source) || !path_valid(file->target) || !path_valid(without_slash(file->subdir)) ||
        !path_valid(file->path))
        check_report(c, CODE_INF1015, place, "'%s' or where it lies or goes is no valid relative path", file->source);
    if (is_inf(file) && !file->listed)
        return;
    if (!file->dirid) {
        const struct inf_section *dirs = inf_section(c->inf, "DestinationDirs");
        if (!inf_line(dirs, file->section->name) && !inf_line(dirs, "DefaultDestDir")) /* else its value is at fault */
            check_report(c, CODE_INF1275, place, "[DestinationDirs] does not say where the files of [%s] go",
                         file->section->name);
        return;
    }
    if (file->dirid == DRIVER_STORE)
        check_driver_store(c, file);
    else
        check_report(c, CODE_INF1322, place,
                     "%s goes to directory %u; an isolated driver stays in the driver store (dirid 13)", file->target,
                     file->dirid);
    if (!is_universal_destination(file))
        check_report(c, CODE_INF1306, place, "%s goes to directory %u, which only desktop editions have", file->target,
                     file->dirid);
}

/* ---- All together ---- */

struct destination {
    const struct inf_file *file;
    size_t order;
};

static int compare_destination(const struct inf_file *a, const struct inf_file *b)
{
    if (a->dirid != b->dirid)
        return a->dirid < b->dirid ? -1 : 1;
    const int order = strcasecmp(a->subdir, b->subdir);
    return order ? order : strcasecmp(a->target, b->target);
}

static int by_destination(const void *a, const void *b)
{
    const struct destination *x = a, *y = b;
    const int order = compare_destination(x->file, y->file);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static void check_collisions(struct check *c)
{
    struct destination *all = arena_array(c->arena, c->file_count, sizeof *all);
    for (size_t i = 0; i < c->file_count; i++)
        all[i] = (struct destination){&c->files[i], i};
    if (c->file_count)
        qsort(all, c->file_count, sizeof *all, by_destination);
    for (size_t i = 1; i < c->file_count; i++) {
        const struct inf_file *a = all[i - 1].file, *b = all[i].file;
        if (compare_destination(a, b) == 0 && !inf_same(a->path, b->path) && a->dirid != DRIVER_STORE && a->dirid)
            check_report(c, CODE_INF1330, inf_place_of_field(c->inf, b->field),
                         "%s and %s are both copied to %s in directory %u", a->source, b->source, b->target, b->dirid);
    }
}

/* DelFiles and RenFiles on the driver store, and access rights for it. */
static void check_lists(struct check *c)
{
    const struct inf_section *dirs = inf_section(c->inf, "DestinationDirs");
    for (size_t i = 0; i < c->walk.count; i++) {
        const struct inf_use *use = c->walk.uses[i];
        if (!use->section || use->kind < INF_KIND_COPYFILES || use->kind > INF_KIND_RENFILES)
            continue;
        const struct inf_line *dir = inf_line(dirs, use->section->name);
        if (!dir)
            dir = inf_line(dirs, "DefaultDestDir");
        int64_t dirid = 0;
        const bool in_store = dir && inf_number(inf_field_value(dir, 0), &dirid) && dirid == DRIVER_STORE;
        if (in_store && use->kind != INF_KIND_COPYFILES)
            check_report(c, CODE_INF1102, inf_place_of_field(c->inf, use->field),
                         "%s cannot be used on the driver store (dirid 13)", use->directive);
        char name[INF_SECTION_LIMIT * 4 + 16];
        snprintf(name, sizeof name, "%s.security", use->section->name);
        const struct inf_section *security = inf_section(c->inf, name);
        if (security && in_store)
            check_report(c, CODE_INF1101, inf_place_of_section(c->inf, security),
                         "files of the driver store (dirid 13) cannot have a security descriptor of their own");
        for (size_t n = 0; use->kind == INF_KIND_COPYFILES && n < use->section->count; n++) {
            const struct inf_line *line = &use->section->lines[n];
            if (!*inf_field_value(line, 0) || line->key)
                check_report(c, CODE_INF1229, inf_place_of_line(c->inf, line), "the entry of [%s] names no file",
                             use->section->name);
        }
    }
}

void check_files(struct check *c)
{
    for (size_t i = 0; i < c->file_count && c->reported <= INF_FINDINGS_LIMIT; i++)
        check_file(c, &c->files[i]);
    check_lists(c);
    check_collisions(c);
}
