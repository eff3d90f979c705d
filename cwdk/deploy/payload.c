/* What of a package matters to its target: the service, the image, the device. */
#include "cwdk/deploy/deploy.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/inf/inf.h"
#include "cwdk/project/project.h"

#include <string.h>
#include <strings.h>

enum { ASSOCIATED_SERVICE = 2 }; /* flag of AddService: of the function driver */

/* The only file of the folder with that extension; `count` says how many there are. */
static const char *file_with(const char *folder, const char *extension, struct arena *a, size_t *count)
{
    struct diag ignored = {0};
    const char *found = NULL;
    *count = 0;
    for (char **name = folder_list(folder, a, NULL, &ignored); name && *name; name++)
        if (!strcasecmp(path_extension(*name), extension)) {
            found = found ? found : *name;
            ++*count;
        }
    diag_free(&ignored);
    return found;
}

bool deploy_is_package(const char *folder)
{
    static const char *const projects[] = {".vcxproj", ".sln", ".yaml", ".inx"};
    struct arena a = {0};
    size_t count, drivers;
    file_with(folder, ".sys", &a, &drivers);
    bool package = path_is_folder(folder) && drivers;
    for (size_t i = 0; package && i < sizeof projects / sizeof *projects; i++) {
        file_with(folder, projects[i], &a, &count);
        package = !count;
    }
    arena_free(&a);
    return package;
}

/* The line of the service that the device's install section adds, the function driver's first. */
static const struct inf_line *service_line(const struct inf *inf, const struct inf_section *install, struct arena *a)
{
    const struct inf_section *section = inf_section(inf, arena_format(a, "%s.Services", install->name));
    const struct inf_line *first = section ? inf_line(section, "AddService") : NULL;
    for (const struct inf_line *line = first; line; line = inf_line_next(section, line, "AddService")) {
        int64_t flags = 0;
        if (inf_number(inf_field_value(line, 1), &flags) && (flags & ASSOCIATED_SERVICE))
            return line;
    }
    return first;
}

static bool read_inf(const char *path, enum inf_arch arch, struct arena *a, struct deploy_payload *out, struct diag *d)
{
    const struct inf_target system = {.arch = arch, .version = {10, 0, 26100}, .product_type = 1};
    const struct inf *inf = inf_read(path, a, d);
    size_t count = 0;
    if (!inf)
        return false;
    const struct inf_device *devices = inf_devices(inf, arch, a, &count);
    const struct inf_section *install = count ? inf_install_section(inf, devices[0].install, &system) : NULL;
    if (!install)
        install = inf_install_section(inf, "DefaultInstall", &system);
    const struct inf_line *line = install ? service_line(inf, install, a) : NULL;
    if (!line)
        return diag_error(d, CODE_DEP0003, diag_in_file(path), "the INF installs no service for %s",
                          inf_arch_name(arch));
    const char *binary = inf_value(inf, inf_field_value(line, 2), "ServiceBinary");
    const char *name = binary ? strrchr(binary, '\\') : NULL;
    out->service = inf_field_value(line, 0);
    out->image = name ? name + 1 : binary ? binary : out->image;
    for (size_t i = 0; i < count && !out->hardware_id; i++)
        if (!strncasecmp(devices[i].hardware_id, "root\\", 5))
            out->hardware_id = devices[i].hardware_id;
    return true;
}

bool deploy_payload_read(const char *folder, struct arena *a, struct deploy_payload *out, struct diag *d)
{
    size_t infs, images, certificates;
    const char *inf = file_with(folder, ".inf", a, &infs);
    struct bytes content;
    struct binary binary;
    enum inf_arch arch;
    *out = (struct deploy_payload){.folder = folder, .image = file_with(folder, ".sys", a, &images)};
    if (!images || infs > 1 || (!infs && images > 1))
        return diag_error(d, CODE_DEP0003, diag_in_file(folder), "%s has %zu .inf and %zu .sys files", folder, infs,
                          images);
    const char *path = path_join(a, folder, out->image);
    if (!file_read(path, a, &content, d) || !binary_read(content, path, a, &binary, d))
        return false;
    out->inf = inf;
    out->certificate = file_with(folder, ".cer", a, &certificates);
    out->arch = binary.architecture;
    out->model = binary.model;
    out->service = arena_substring(a, out->image, strlen(out->image) - strlen(path_extension(out->image)));
    if (!inf_arch_parse(out->arch, &arch))
        return diag_error(d, CODE_DEP0004, diag_in_file(path), "%s is for %s, which no target is", out->image,
                          out->arch);
    if (inf && !read_inf(path_join(a, folder, inf), arch, a, out, d))
        return false;
    if (!project_name_valid(out->service))
        return diag_error(d, CODE_DEP0003, diag_in_file(folder), "'%s' is no name of a service", out->service);
    if (strchr(out->image, '/') || !path_is_file(path_join(a, folder, out->image)))
        return diag_error(d, CODE_DEP0003, diag_in_file(folder), "the service's image %s is not in the package",
                          out->image);
    return true;
}

bool deploy_copy_package(const char *from, const char *to, struct arena *a, struct diag *d)
{
    if (!folder_make(to, d))
        return false;
    char **names = folder_list(from, a, NULL, d);
    bool ok = names != NULL;
    for (; ok && *names; names++) {
        const char *source = path_join(a, from, *names), *target = path_join(a, to, *names);
        ok = path_is_folder(source) ? deploy_copy_package(source, target, a, d) : file_copy(source, target, d);
    }
    return ok;
}
