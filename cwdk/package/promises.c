/* What the INFs of a package promise for one of its files: on which Windows versions it is installed. */
#include "cwdk/package/checks.h"

#include <string.h>
#include <strings.h>

bool package_serves(const struct inf *inf, enum inf_arch arch)
{
    struct inf_version lowest;
    return inf_lowest_version(inf, arch, &lowest);
}

const struct inf_file *package_request(const struct inf *inf, const char *file, enum inf_arch arch, struct arena *a)
{
    size_t count;
    const struct inf_file *files = inf_files(inf, arch, a, &count);
    for (size_t i = 0; i < count; i++)
        if (!strcasecmp(files[i].path, file))
            return &files[i];
    return NULL;
}

/* True where one of the section's CopyFiles lines asks for the file. */
static bool copies(const struct inf_section *section, const struct inf_file *file)
{
    if (!section)
        return false;
    for (const struct inf_line *line = inf_line(section, "CopyFiles"); line;
         line = inf_line_next(section, line, "CopyFiles"))
        for (size_t i = 0; i < line->count; i++) {
            const char *value = inf_field_value(line, i);
            if (*value == '@' ? inf_same(value + 1, file->source) || inf_same(value + 1, file->target)
                              : file->section && inf_same(value, file->section->name))
                return true;
        }
    return false;
}

/* The first build that a decoration lets in. Windows runs on ARM64 since version 1709 of Windows 10. */
static struct windows_version promised(const struct inf_decoration *decoration, enum inf_arch arch)
{
    static const struct windows_version first_arm64 = {10, 0, 16299};
    struct windows_version v = {decoration->version.major, decoration->version.minor, decoration->version.build};
    v = decoration->has_version ? windows_version_first(v) : (struct windows_version){0};
    return arch == INF_ARCH_ARM64 && windows_version_compare(v, first_arm64) < 0 ? first_arm64 : v;
}

struct list {
    struct promise *items;
    size_t count;
};

static void add(struct list *list, const struct inf *inf, const struct inf_decoration *decoration, enum inf_arch arch,
                struct diag_place place)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].inf == inf && inf_same(list->items[i].decoration, decoration->text))
            return;
    list->items[list->count++] = (struct promise){inf, decoration->text, arch, promised(decoration, arch), place};
}

/* Promises of the models sections whose devices' install sections copy the file themselves. */
static void from_devices(struct list *list, const struct inf *inf, const struct inf_file *file, enum inf_arch arch,
                         struct arena *a)
{
    size_t count;
    const struct inf_device *devices = inf_devices(inf, arch, a, &count);
    for (size_t i = 0; i < count; i++) {
        const struct inf_models *models = devices[i].models;
        const struct inf_target target = {
            .arch = arch,
            .version = models->decoration.has_version ? models->decoration.version : (struct inf_version){10, 0, 0},
            .product_type = models->decoration.product_type ? models->decoration.product_type : 1,
        };
        if (copies(inf_install_section(inf, devices[i].install, &target), file))
            add(list, inf, &models->decoration, arch,
                models->target ? inf_place_of_field(inf, models->target)
                               : inf_place_of_line(inf, models->manufacturer));
    }
}

/* Where the file comes by another way (Needs, DefaultInstall, a class installer), each decoration promises it. */
static void from_all(struct list *list, const struct inf *inf, enum inf_arch arch, struct arena *a)
{
    size_t targets, models_count;
    const struct inf_decoration *decorations = inf_targets(inf, arch, a, &targets);
    const struct inf_models *models = inf_models(inf, a, &models_count);
    for (size_t i = 0; i < targets; i++) {
        struct diag_place place = diag_in_file(inf->path);
        const char *name = arena_format(a, "DefaultInstall%s%s", *decorations[i].text ? "." : "", decorations[i].text);
        if (inf_section(inf, name))
            place = inf_place_of_section(inf, inf_section(inf, name));
        for (size_t m = 0; m < models_count; m++)
            if (inf_same(models[m].decoration.text, decorations[i].text))
                place = models[m].target ? inf_place_of_field(inf, models[m].target)
                                         : inf_place_of_line(inf, models[m].manufacturer);
        add(list, inf, &decorations[i], arch, place);
    }
}

struct promise *package_promises(const struct package *package, const char *file, enum inf_arch arch, struct arena *a,
                                 size_t *count)
{
    struct list list = {0};
    size_t most = 0;
    for (size_t i = 0; i < package->inf_count; i++) {
        size_t models, targets;
        inf_models(package->infs[i], a, &models);
        inf_targets(package->infs[i], arch, a, &targets);
        most += models + targets;
    }
    list.items = arena_array(a, most, sizeof *list.items);
    for (size_t i = 0; i < package->inf_count; i++) {
        const struct inf *inf = package->infs[i];
        const struct inf_file *request = package_serves(inf, arch) ? package_request(inf, file, arch, a) : NULL;
        const size_t before = list.count;
        if (!request)
            continue;
        from_devices(&list, inf, request, arch, a);
        if (list.count == before)
            from_all(&list, inf, arch, a);
    }
    *count = list.count;
    return list.items;
}
