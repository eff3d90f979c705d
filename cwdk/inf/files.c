/* The files of a package: where the INF says they lie and where they go. */
#include "cwdk/inf/walk.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Finds a key in [NAME.arch], then in [NAME]. */
static const struct inf_line *by_arch(const struct inf *inf, const char *name, enum inf_arch arch, const char *key,
                                      const struct inf_section **section)
{
    char decorated[64];
    snprintf(decorated, sizeof decorated, "%s.%s", name, inf_arch_name(arch));
    const struct inf_section *candidates[] = {arch ? inf_section(inf, decorated) : NULL, inf_section(inf, name)};
    for (size_t i = 0; i < 2; i++) {
        const struct inf_line *line = inf_line(candidates[i], key);
        if (line) {
            if (section)
                *section = candidates[i];
            return line;
        }
    }
    return NULL;
}

const struct inf_line *inf_source_entry(const struct inf *inf, const char *file, enum inf_arch arch,
                                        const struct inf_section **section)
{
    return by_arch(inf, "SourceDisksFiles", arch, file, section);
}

const struct inf_line *inf_disk_entry(const struct inf *inf, const char *id, enum inf_arch arch)
{
    return by_arch(inf, "SourceDisksNames", arch, id, NULL);
}

/* Joins folders as an INF spells them to one with '/', without empty parts and dots. */
static char *join_folder(struct arena *a, const char *disk, const char *subdir, const char *name)
{
    const char *const parts[] = {disk, subdir, name};
    char *out = arena_alloc(a, strlen(disk) + strlen(subdir) + strlen(name) + 4);
    size_t size = 0;
    for (size_t i = 0; i < 3; i++) {
        for (const char *p = parts[i]; *p;) {
            const size_t length = strcspn(p, "\\/");
            if (length && !(length == 1 && *p == '.')) {
                if (size)
                    out[size++] = '/';
                memcpy(out + size, p, length);
                size += length;
            }
            p += length + (p[length] != 0);
        }
    }
    return out;
}

struct file_list {
    const struct inf *inf;
    struct arena *arena;
    enum inf_arch arch;
    struct inf_file *items;
    size_t count, capacity;
};

static void add_file(struct file_list *list, struct inf_file file, const char *list_section)
{
    const struct inf *inf = list->inf;
    const struct inf_line *entry = inf_source_entry(inf, file.source, list->arch, NULL);
    const struct inf_line *disk = entry ? inf_disk_entry(inf, inf_field_value(entry, 0), list->arch) : NULL;
    file.listed = entry != NULL;
    file.path = join_folder(list->arena, disk ? inf_field_value(disk, 3) : "", entry ? inf_field_value(entry, 1) : "",
                            file.source);
    const char *slash = strrchr(file.path, '/');
    file.folder = slash ? arena_substring(list->arena, file.path, (size_t)(slash - file.path)) : "";
    file.subdir = "";
    const struct inf_section *dirs = inf_section(inf, "DestinationDirs");
    const struct inf_line *dir = list_section ? inf_line(dirs, list_section) : NULL;
    if (!dir)
        dir = inf_line(dirs, "DefaultDestDir");
    int64_t dirid;
    if (dir && inf_number(inf_field_value(dir, 0), &dirid) && dirid > 0 && dirid <= UINT32_MAX) {
        file.dirid = (unsigned)dirid;
        file.subdir = inf_field_value(dir, 1);
    }
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 16;
        list->items = memory_resize(list->items, list->capacity, sizeof *list->items);
    }
    list->items[list->count++] = file;
}

/* [file-list]: target[,source[,unused[,flags]]] */
static void add_list(struct file_list *list, const struct inf_section *section)
{
    for (size_t i = 0; i < section->count; i++) {
        const struct inf_line *line = &section->lines[i];
        const char *target = inf_field_value(line, 0), *source = inf_field_value(line, 1);
        if (!*target || line->key)
            continue;
        add_file(list,
                 (struct inf_file){.source = *source ? source : target,
                                   .target = target,
                                   .field = &line->fields[*source ? 1 : 0],
                                   .section = section},
                 section->name);
    }
}

/* CopyFiles=@file and CopyINF=file.inf in a section of directives. */
static void add_direct(struct file_list *list, const struct inf_section *section)
{
    for (size_t i = 0; i < section->count; i++) {
        const struct inf_line *line = &section->lines[i];
        if (!line->key)
            continue;
        const bool copy_files = inf_same(line->key->value, "CopyFiles");
        if (!copy_files && !inf_same(line->key->value, "CopyINF"))
            continue;
        for (size_t f = 0; f < line->count; f++) {
            const char *name = line->fields[f].value;
            if (!*name || (copy_files && (*name != '@' || !name[1])))
                continue;
            name += copy_files;
            add_file(list,
                     (struct inf_file){.source = name, .target = name, .field = &line->fields[f], .section = section},
                     NULL);
        }
    }
}

struct inf_file *inf_files_of_walk(const struct inf *inf, const struct inf_walk *walk, enum inf_arch arch,
                                   struct arena *a, size_t *count)
{
    struct file_list list = {.inf = inf, .arena = a, .arch = arch};
    for (size_t i = 0; i < walk->count; i++) {
        const struct inf_use *use = walk->uses[i];
        if (!use->section)
            continue;
        if (use->kind == INF_KIND_COPYFILES)
            add_list(&list, use->section);
        else if (inf_directive_known(use->kind, "CopyFiles"))
            add_direct(&list, use->section);
    }
    struct inf_file *files = arena_copy(a, list.items, list.count * sizeof *list.items);
    *count = list.count;
    free(list.items);
    return files;
}

static int by_path(const void *a, const void *b)
{
    const struct inf_file *x = a, *y = b;
    const int order = strcasecmp(x->path, y->path);
    return order ? order : (x->field->offset > y->field->offset) - (x->field->offset < y->field->offset);
}

struct inf_file *inf_files(const struct inf *inf, enum inf_arch arch, struct arena *a, size_t *count)
{
    const struct inf_walk walk = inf_walk(inf, arch, a);
    size_t all;
    struct inf_file *files = inf_files_of_walk(inf, &walk, arch, a, &all);
    if (all)
        qsort(files, all, sizeof *files, by_path);
    *count = 0;
    for (size_t i = 0; i < all; i++)
        if (!i || !inf_same(files[i].path, files[*count - 1].path))
            files[(*count)++] = files[i];
    return files;
}
