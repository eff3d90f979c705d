/* Collects what a package's INF says into a catalog. */
#include "cwdk/catalog/package.h"
#include "cwdk/catalog/os.h"
#include "cwdk/diag/codes.h"

#include <string.h>

struct gathering {
    struct arena *arena;
    struct diag *diag;
    const struct package_catalog_options *options;
    const struct inf *inf;
    const char *inf_name; /* in the folder */
    struct catalog_file *files;
    size_t count;
};

static bool has_extension(const char *name, const char *extension)
{
    return inf_same(path_extension(name), extension);
}

static bool is_catalog_of(const struct gathering *g, const char *name)
{
    size_t count;
    const struct inf_catalog *catalogs = inf_catalogs(g->inf, g->arena, &count);
    for (size_t i = 0; i < count; i++)
        if (inf_same(catalogs[i].name, name))
            return true;
    const char *output = g->options->output;
    return output && !strcmp(path_name(output), name);
}

/* The file's real spelling below the folder, found without regard to case, or NULL. */
static const char *find(const struct gathering *g, const char *path)
{
    const char *found = "";
    while (*path) {
        const size_t length = strcspn(path, "/");
        const char *part = arena_substring(g->arena, path, length);
        const char *folder = *found ? path_join(g->arena, g->options->folder, found) : g->options->folder;
        if (!path_is_folder(folder))
            return NULL;
        char **names = folder_list(folder, g->arena, NULL, g->diag);
        while (names && *names && !inf_same(*names, part))
            names++;
        if (!names || !*names)
            return NULL;
        found = *found ? path_join(g->arena, found, *names) : *names;
        path += length + (path[length] == '/');
    }
    return found;
}

static bool add(struct gathering *g, const char *relative)
{
    struct catalog_file *file = &g->files[g->count];
    file->path = path_join(g->arena, g->options->folder, relative);
    file->name = path_name(relative);
    if (!file_read(file->path, g->arena, &file->content, g->diag))
        return false;
    g->count++;
    return true;
}

/* The INF and every file that it copies, each once. */
static bool gather(struct gathering *g, const char ***relative_paths)
{
    size_t count;
    const struct inf_file *wanted = inf_files(g->inf, g->options->arch, g->arena, &count);
    g->files = arena_array(g->arena, count + 1, sizeof *g->files);
    const char **paths = arena_array(g->arena, count + 2, sizeof *paths);
    size_t used = 0;
    bool ok = add(g, g->inf_name);
    paths[used++] = g->inf_name;
    for (size_t i = 0; i < count; i++) {
        const struct diag_place place =
            wanted[i].field ? inf_place_of_field(g->inf, wanted[i].field) : diag_in_file(g->inf->path);
        const char *relative = find(g, wanted[i].path);
        if (!relative) {
            ok = diag_error(g->diag, CODE_CAT1001, place, "the INF copies '%s', which is not in %s", wanted[i].path,
                            g->options->folder);
            diag_help(g->diag,
                      "add the file to the package (in a cwdk.yaml: package-files: [%s]), or take it out of the INF",
                      path_name(wanted[i].path));
            continue;
        }
        bool seen = false;
        for (size_t p = 0; p < used; p++)
            seen |= !strcmp(paths[p], relative);
        if (seen)
            continue;
        paths[used++] = relative;
        ok = add(g, relative) && ok;
    }
    *relative_paths = paths;
    return ok;
}

/* Names every file below the folder that the INF does not copy: the catalog is without it. */
static bool warn_of_unlisted(struct gathering *g, const char *relative_folder, const char **listed)
{
    const char *folder =
        *relative_folder ? path_join(g->arena, g->options->folder, relative_folder) : g->options->folder;
    char **names = folder_list(folder, g->arena, NULL, g->diag);
    bool ok = names;
    for (; names && *names; names++) {
        const char *relative = *relative_folder ? path_join(g->arena, relative_folder, *names) : *names;
        const char *path = path_join(g->arena, g->options->folder, relative);
        if (path_is_folder(path) && !path_is_link(path)) {
            ok = warn_of_unlisted(g, relative, listed) && ok;
            continue;
        }
        bool expected = has_extension(*names, ".cer") || (!*relative_folder && is_catalog_of(g, *names));
        for (const char **p = listed; !expected && *p; p++)
            expected = !strcmp(*p, relative);
        if (!expected) {
            diag_warning(g->diag, CODE_CAT1002, diag_in_file(path),
                         "%s is in the package, but the INF does not copy it: the catalog leaves it out", relative);
            diag_help(g->diag, "list it under [SourceDisksFiles] and CopyFiles in %s, or remove it", g->inf_name);
        }
    }
    return ok;
}

/* The INF's path: as given, or the only one in the folder. */
static const char *choose_inf(const struct package_catalog_options *options, struct arena *a, struct diag *d)
{
    if (options->inf)
        return options->inf;
    const char *found = NULL;
    char **names = folder_list(options->folder, a, NULL, d);
    if (!names)
        return NULL;
    for (; *names; names++) {
        if (!has_extension(*names, ".inf"))
            continue;
        if (found) {
            diag_error(d, CODE_CAT1003, diag_in_file(options->folder), "there are several INFs: %s and %s", found,
                       *names);
            diag_help(d, "say which one with --inf");
            return NULL;
        }
        found = *names;
    }
    if (!found) {
        diag_error(d, CODE_CAT1003, diag_in_file(options->folder), "there is no INF in %s", options->folder);
        return NULL;
    }
    return path_join(a, options->folder, found);
}

static bool same_folder(const char *a, const char *b, struct arena *arena)
{
    const char *left = path_absolute(arena, a), *right = path_absolute(arena, b);
    return left && right && !strcmp(left, right);
}

static const char *choose_output(struct gathering *g)
{
    if (g->options->output)
        return g->options->output;
    const char *name = inf_catalog_for(g->inf, g->options->arch);
    size_t count;
    const struct inf_catalog *catalogs = inf_catalogs(g->inf, g->arena, &count);
    if (!name && g->options->arch == INF_ARCH_NONE && count == 1)
        name = catalogs[0].name;
    if (!name || !*name) {
        diag_error(g->diag, CODE_CAT1004, diag_in_file(g->inf->path), "the INF names no catalog");
        diag_help(g->diag, "add `CatalogFile = NAME.cat` to its [Version] section");
        return NULL;
    }
    if (strpbrk(name, "/\\") || *name == '.') {
        diag_error(g->diag, CODE_CAT1004, diag_in_file(g->inf->path), "the catalog's name '%s' is not that of a file",
                   name);
        return NULL;
    }
    return path_join(g->arena, g->options->folder, name);
}

/* Hardware and compatible ids of every device, in the order of the INF. */
static const char **hardware_ids(struct gathering *g)
{
    size_t count, total = 0;
    const struct inf_device *devices = inf_devices(g->inf, g->options->arch, g->arena, &count);
    for (size_t i = 0; i < count; i++) {
        total++;
        for (const char **id = devices[i].compatible_ids; id && *id; id++)
            total++;
    }
    const char **ids = arena_array(g->arena, total + 1, sizeof *ids);
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        if (devices[i].hardware_id && *devices[i].hardware_id)
            ids[used++] = devices[i].hardware_id;
        for (const char **id = devices[i].compatible_ids; id && *id; id++)
            ids[used++] = *id;
    }
    return ids;
}

static bool choose_os(struct gathering *g, struct os_list *os)
{
    if (g->options->os)
        return os_parse(g->options->os, g->arena, os, g->diag);
    if (os_from_inf(g->inf, g->options->arch, g->arena, os))
        return true;
    diag_error(g->diag, CODE_CAT1008, diag_in_file(g->inf->path), "the INF serves no Windows 10 or later%s%s",
               g->options->arch == INF_ARCH_NONE ? "" : " on ",
               g->options->arch == INF_ARCH_NONE ? "" : inf_arch_name(g->options->arch));
    diag_help(g->diag, "decorate its models section, as in [Standard.NTamd64.10.0...16299], or choose with --os");
    return false;
}

bool package_catalog_write(const struct package_catalog_options *options, struct arena *a, const char **written,
                           struct diag *d)
{
    struct gathering g = {.arena = a, .diag = d, .options = options};
    if (!path_is_folder(options->folder))
        return diag_error(d, CODE_ENV0001, diag_in_file(options->folder), "%s is not a folder", options->folder);
    const char *inf_path = choose_inf(options, a, d);
    g.inf = inf_path ? inf_read(inf_path, a, d) : NULL;
    if (!g.inf)
        return false;
    g.inf_name = path_name(inf_path);
    if (!same_folder(path_folder(a, inf_path), options->folder, a))
        return diag_error(d, CODE_CAT1003, diag_in_file(inf_path), "%s is not in the package's folder %s", inf_path,
                          options->folder);

    const char *output = choose_output(&g);
    const char **paths;
    struct os_list os;
    const bool served = choose_os(&g, &os);
    bool ok = gather(&g, &paths) && output && served;
    /* An INF for other systems copies nothing on this one, which does not make its files strangers. */
    ok = served && warn_of_unlisted(&g, "", paths) && ok;
    if (!ok)
        return false;

    const struct catalog_request request = {
        .version = options->version      ? options->version
                   : os.before_windows_8 ? CATALOG_V1
                                         : CATALOG_V2,
        .time = options->time,
        .files = g.files,
        .file_count = g.count,
        .os = os.attribute,
        .os_attr = os.kernels,
        .hardware_ids = hardware_ids(&g),
    };
    struct bytes content;
    if (!catalog_encode(&request, a, &content, d) ||
        !file_write_if_changed(output, content.data, content.size, 0644, d))
        return false;
    if (written)
        *written = output;
    return true;
}
