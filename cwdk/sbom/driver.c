/* The bill of a driver package, read off what is in it. */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/inf/inf.h"
#include "cwdk/inspect/binary.h"
#include "cwdk/pdb/pdb.h"
#include "cwdk/sbom/sbom.h"
#include "cwdk/sbom/spdx.h"

#include <string.h>
#include <strings.h>

enum { DEPTH_LIMIT = 8 }; /* folders in folders */

struct bill {
    const struct sbom_driver *options;
    struct spdx spdx;
    struct arena arena;
    struct diag *diag;
    const char *driver; /* its id */
    const char *version, *provider;
    const char **files; /* names in the package, sorted within each folder */
    size_t count, room;
};

static bool list_files(struct bill *b, const char *below, unsigned depth)
{
    struct arena *a = &b->arena;
    const char *folder = *below ? path_join(a, b->options->package, below) : b->options->package;
    char **names = folder_list(folder, a, NULL, b->diag);
    if (!names)
        return false;
    for (; *names; names++) {
        const char *name = *below ? path_join(a, below, *names) : *names, *path = path_join(a, folder, *names);
        if (path_is_folder(path)) {
            if (depth < DEPTH_LIMIT && !list_files(b, name, depth + 1))
                return false;
            continue;
        }
        if (b->count == b->room) {
            b->room = b->room ? 2 * b->room : 16;
            const char **more = arena_array(a, b->room, sizeof *more);
            if (b->count)
                memcpy(more, b->files, b->count * sizeof *more);
            b->files = more;
        }
        b->files[b->count++] = name;
    }
    return true;
}

static const char *windows_module(struct bill *b, const char *name, const char *version, const char *purpose)
{
    return spdx_package(&b->spdx,
                        &(struct spdx_package){.name = text_clean(&b->arena, name),
                                               .version = version,
                                               .supplier = "Organization: Microsoft Corporation",
                                               .purpose = purpose,
                                               .comment = "A part of Windows, which the package does not bring"});
}

/* The head comes first, since the driver's package is called by it. */
static bool read_head(struct bill *b, struct inf **infs, size_t *inf_count)
{
    struct arena *a = &b->arena;
    *inf_count = 0;
    for (size_t i = 0; i < b->count; i++) {
        if (strchr(b->files[i], '/') || strcasecmp(path_extension(b->files[i]), ".inf") != 0)
            continue;
        struct inf *inf = inf_read(path_join(a, b->options->package, b->files[i]), a, b->diag);
        if (!inf)
            return false;
        infs[(*inf_count)++] = inf;
        const struct inf_section *section = inf_section(inf, "Version");
        const struct inf_line *line = section ? inf_line(section, "DriverVer") : NULL;
        if (!b->version && line && *inf_field_value(line, 1))
            b->version = inf_field_value(line, 1);
        const char *provider = inf_value(inf, "Version", "Provider");
        if (!b->provider && provider && *provider)
            b->provider = provider;
    }
    if (*inf_count)
        return true;
    return diag_error(b->diag, CODE_PKG1001, diag_in_file(b->options->package),
                      "there is no .inf file in %s, so it is no driver package", b->options->package);
}

/* INFs of Windows that ours take sections from. */
static void add_includes(struct bill *b, const struct inf *inf)
{
    for (size_t i = 0; i < inf->line_count; i++) {
        const struct inf_line *line = &inf->lines[i];
        if (!line->key || !inf_same(line->key->value, "Include"))
            continue;
        for (size_t f = 0; f < line->count; f++)
            if (*inf_field_value(line, f))
                spdx_relate(&b->spdx, b->driver, "DEPENDS_ON",
                            windows_module(b, inf_field_value(line, f), NULL, "INSTALL"));
    }
}

static const char *last_name(const char *path)
{
    const char *slash = strrchr(path, '\\');
    return path_name(slash ? slash + 1 : path);
}

static bool is_import(const struct pdb_module *m)
{
    return !strncmp(m->name, "Import:", 7) || !strcasecmp(path_extension(m->name), ".sys") ||
           !strcasecmp(path_extension(m->name), ".dll") || !strcasecmp(path_extension(m->name), ".exe");
}

static void add_module(struct bill *b, const struct pdb_module *m)
{
    const bool is_library = !strcasecmp(path_extension(m->object), ".lib") && !is_import(m);
    /* The kit's libraries go by the link in target/. */
    const bool is_ours = strstr(m->object, ".kit\\sdk\\lib\\") || strstr(m->object, ".kit/sdk/lib/");
    const char *name = text_clean(&b->arena, last_name(m->object));
    if (is_library)
        spdx_relate(&b->spdx, b->driver, "STATIC_LINK",
                    spdx_package(&b->spdx, &(struct spdx_package){.name = name,
                                                                  .version = is_ours ? b->options->kit_version : NULL,
                                                                  .licence = is_ours ? "MIT" : NULL,
                                                                  .purpose = "LIBRARY"}));
    if (is_ours)
        spdx_relate(&b->spdx, b->driver, "BUILD_TOOL_OF",
                    spdx_package(&b->spdx, &(struct spdx_package){.name = "cwdk",
                                                                  .version = b->options->kit_version,
                                                                  .licence = "MIT",
                                                                  .purpose = "APPLICATION"}));
    if (!m->compiler || is_library)
        return;
    const char *space = strrchr(m->compiler, ' ');
    const bool has_version = !strncmp(m->compiler, "LLVM ", 5) && space[1] >= '0' && space[1] <= '9';
    spdx_relate(
        &b->spdx, b->driver, "BUILD_TOOL_OF",
        spdx_package(&b->spdx, &(struct spdx_package){.name = has_version ? "LLVM" : text_clean(&b->arena, m->compiler),
                                                      .version = has_version ? text_clean(&b->arena, space + 1) : NULL,
                                                      .licence = strncmp(m->compiler, "LLVM", 4) != 0
                                                                     ? NULL
                                                                     : "Apache-2.0 WITH LLVM-exception",
                                                      .purpose = "APPLICATION"}));
}

/* True where that folder has the image's PDB. */
static bool read_symbols(struct bill *b, const struct binary *binary, const char *folder)
{
    struct arena *a = &b->arena;
    const char *path = path_join(a, folder, binary_pdb_name(binary));
    struct bytes content;
    struct pdb pdb;
    if (!path_is_file(path) || !file_read(path, a, &content, b->diag) || !pdb_read(content, path, a, &pdb, b->diag) ||
        !binary_pdb_matches(binary, &pdb))
        return false;
    for (uint32_t i = 0; i < pdb.module_count; i++)
        add_module(b, &pdb.modules[i]);
    return true;
}

static void find_symbols(struct bill *b, const struct binary *binary)
{
    struct arena *a = &b->arena;
    const char *package = path_absolute(a, b->options->package);
    bool found = binary->has_pdb && (read_symbols(b, binary, path_folder(a, binary->path)) ||
                                     read_symbols(b, binary, path_folder(a, package)));
    for (const char *const *folder = b->options->symbols; binary->has_pdb && !found && folder && *folder; folder++)
        found = read_symbols(b, binary, *folder);
    if (found)
        return;
    diag_warning(b->diag, CODE_SBM2001, diag_in_file(binary->path),
                 "the PDB of this image is not there: the bill has neither its compiler nor its static libraries");
    diag_help(b->diag, "put it beside the package's folder, or name its folder by --symbols");
}

static bool add_image(struct bill *b, const char *name)
{
    struct arena *a = &b->arena;
    const char *path = path_join(a, b->options->package, name);
    struct bytes content;
    struct binary binary;
    if (!file_read(path, a, &content, b->diag) || !binary_read(content, path, a, &binary, b->diag))
        return false;
    for (size_t i = 0; i < binary.import_count; i++)
        spdx_relate(&b->spdx, b->driver, "DYNAMIC_LINK", windows_module(b, binary.imports[i].module, NULL, "LIBRARY"));
    if (binary.framework_major)
        spdx_relate(&b->spdx, b->driver, "DEPENDS_ON",
                    windows_module(b, binary_model_name(binary.model),
                                   arena_format(a, "%u.%u", binary.framework_major, binary.framework_minor),
                                   "FRAMEWORK"));
    find_symbols(b, &binary);
    return true;
}

static bool is_image(const char *name)
{
    const char *extension = path_extension(name);
    return !strcasecmp(extension, ".sys") || !strcasecmp(extension, ".dll") || !strcasecmp(extension, ".exe");
}

/* "echo" of ".../echo-package/". */
static const char *package_name(struct arena *a, const char *folder)
{
    static const char ending[] = "-package";
    const char *absolute = path_absolute(a, folder), *name = path_name(absolute ? absolute : folder);
    const size_t length = strlen(name), cut = sizeof ending - 1;
    return length > cut && !strcmp(name + length - cut, ending) ? arena_substring(a, name, length - cut) : name;
}

static bool fill(struct bill *b)
{
    struct arena *a = &b->arena;
    size_t inf_count;
    if (!list_files(b, "", 0))
        return false;
    struct inf **infs = arena_array(a, b->count + 1, sizeof(struct inf *));
    if (!read_head(b, infs, &inf_count))
        return false;
    const char *name = package_name(a, b->options->package);
    b->driver = spdx_package(
        &b->spdx, &(struct spdx_package){
                      .name = text_clean(a, name),
                      .version = b->version ? text_clean(a, b->version) : NULL,
                      .supplier = b->provider ? arena_format(a, "Organization: %s", text_clean(a, b->provider)) : NULL,
                      .purpose = "INSTALL"});
    for (size_t i = 0; i < b->count; i++)
        if (!spdx_file(&b->spdx, b->driver, b->options->package, b->files[i], b->diag) ||
            (is_image(b->files[i]) && !add_image(b, b->files[i])))
            return false;
    for (size_t i = 0; i < inf_count; i++)
        add_includes(b, infs[i]);
    return spdx_end(&b->spdx, arena_format(a, "%s%s%s", name, b->version ? "-" : "", b->version ? b->version : ""),
                    b->driver, arena_format(a, "Tool: cwdk-%s", b->options->kit_version), b->options->created,
                    b->options->output, b->diag);
}

const char *sbom_default_output(const char *package, struct arena *a)
{
    const char *absolute = path_absolute(a, package), *name = package_name(a, package);
    return absolute ? path_join(a, path_folder(a, absolute), arena_format(a, "%s.spdx.json", name))
                    : arena_format(a, "%s.spdx.json", name);
}

bool sbom_write_driver(const struct sbom_driver *options, struct diag *d)
{
    struct bill bill = {.options = options, .diag = d};
    if (!path_is_folder(options->package))
        return diag_error(d, CODE_ENV0001, diag_in_file(options->package), "%s is no folder", options->package);
    spdx_begin(&bill.spdx, &bill.arena);
    const bool ok = fill(&bill);
    spdx_drop(&bill.spdx);
    arena_free(&bill.arena);
    return ok;
}
