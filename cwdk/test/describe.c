/* What Windows would do with a driver's INF: which service has which image, and which devices get it. */
#include "cwdk/test/test.h"
#include "cwdk/host/file.h"
#include "cwdk/inf/inf.h"

#include <string.h>

enum { ASSOCIATED_SERVICE = 2 };

static const struct inf_target target = {.arch = INF_ARCH_AMD64, .version = {10, 0, 26100}, .product_type = 1};

/* The file name at the end of a ServiceBinary such as %13%\echo.sys. */
static const char *binary_name(const struct inf *inf, const char *section)
{
    const char *binary = inf_value(inf, section, "ServiceBinary");
    const char *slash = binary ? strrchr(binary, '\\') : NULL;
    return slash ? slash + 1 : binary;
}

static const struct inf_section *suffix_section(const struct inf *inf, const struct inf_section *install,
                                                const char *suffix, struct arena *a)
{
    return inf_section(inf, arena_format(a, "%s.%s", install->name, suffix));
}

/* Sections of Windows' own INFs that packages need, and the service that they bring. */
static const char *service_of_needs(const struct inf_section *section, const char *const (*known)[2], size_t count)
{
    const struct inf_line *line = section ? inf_line(section, "Needs") : NULL;
    for (; line; line = inf_line_next(section, line, "Needs"))
        for (size_t i = 0; i < line->count; i++)
            for (size_t j = 0; j < count; j++)
                if (inf_same(line->fields[i].value, known[j][0]))
                    return known[j][1];
    return NULL;
}

/* The service of the function driver, which another INF may name; the first where none is called that; or NULL. */
static const char *function_service(const struct inf *inf, const struct inf_section *install, struct arena *a)
{
    static const char *const functions[][2] = {
        {"MsHidKmdf.NT.Services", "mshidkmdf"},
        {"MsHidUmdf.NT.Services", "mshidumdf"},
        {"WUDFRD.NT.Services", "WUDFRd"},
    };
    const struct inf_section *section = suffix_section(inf, install, "Services", a);
    const struct inf_line *line = section ? inf_line(section, "AddService") : NULL, *first = line;
    for (; line; line = inf_line_next(section, line, "AddService")) {
        int64_t flags = 0;
        if (inf_number(inf_field_value(line, 1), &flags) && (flags & ASSOCIATED_SERVICE))
            return inf_field_value(line, 0);
    }
    const char *needed = service_of_needs(section, functions, sizeof functions / sizeof *functions);
    return needed ? needed : first ? inf_field_value(first, 0) : NULL;
}

/* REG_SZ, REG_EXPAND_SZ, REG_BINARY and REG_DWORD of AddReg, by its flags; 0 for the others. */
static unsigned value_type(const char *flags)
{
    int64_t number = 0;
    if (*flags && !inf_number(flags, &number))
        return 0;
    switch (number & 0xFFFF0001) {
    case 0:
        return 1;
    case 0x00020000:
        return 2;
    case 1:
        return 3;
    case 0x00010001:
        return 4;
    default:
        return 0;
    }
}

/* "0x1", or bytes in several fields. */
static void put_bytes(const struct inf_line *value, struct text *out)
{
    for (size_t i = 4; i < value->count; i++)
        text_format(out, "%s%s", i > 4 ? "," : "", value->fields[i].value);
}

static void put_value(const struct inf_line *value, const char *record, const char *owner, struct text *out)
{
    const unsigned type = value_type(inf_field_value(value, 3));
    if (!type || !inf_same(inf_field_value(value, 0), "HKR") || !*inf_field_value(value, 2))
        return;
    text_format(out, "%s\t%s\t%s\t%s\t%u\t", record, owner, inf_field_value(value, 1), inf_field_value(value, 2), type);
    if (type == 3)
        put_bytes(value, out);
    else
        text_put(out, inf_field_value(value, 4));
    text_put(out, "\n");
}

/* What the AddReg lines of a section say: a service's, or a device's .HW. */
static void put_values(const struct inf *inf, const struct inf_section *section, const char *record, const char *owner,
                       struct text *out)
{
    const struct inf_line *line = section ? inf_line(section, "AddReg") : NULL;
    for (; line; line = inf_line_next(section, line, "AddReg")) {
        for (size_t i = 0; i < line->count; i++) {
            const struct inf_section *list = inf_section(inf, line->fields[i].value);
            for (size_t j = 0; list && j < list->count; j++)
                put_value(&list->lines[j], record, owner, out);
        }
    }
}

static void put_driver(const struct inf *inf, const char *name, const char *section, const struct test_service *service,
                       struct arena *a, struct text *out)
{
    const char *binary = binary_name(inf, section);
    if (!binary || strcasecmp(binary, path_name(service->image)) != 0)
        return;
    const char *record = arena_format(a, "driver\t%s\t%s\n", name, service->loaded);
    if (!out->data || !strstr(out->data, record)) {
        text_put(out, record);
        put_values(inf, inf_section(inf, section), "value", name, out);
    }
}

/* Each service of an install section whose image is one of those that were built; user-mode services, too. */
static void put_services(const struct inf *inf, const struct inf_section *install, const struct test_service *service,
                         struct arena *a, struct text *out)
{
    const struct inf_section *section = suffix_section(inf, install, "Services", a);
    const struct inf_line *line = section ? inf_line(section, "AddService") : NULL;
    for (; line; line = inf_line_next(section, line, "AddService"))
        put_driver(inf, inf_field_value(line, 0), inf_field_value(line, 2), service, a, out);
    section = suffix_section(inf, install, "Wdf", a);
    line = section ? inf_line(section, "UmdfService") : NULL;
    for (; line; line = inf_line_next(section, line, "UmdfService"))
        put_driver(inf, inf_field_value(line, 0), inf_field_value(line, 1), service, a, out);
}

/* The user-mode drivers of a device, from the bottom up; or NULL. */
static const struct inf_line *user_drivers(const struct inf *inf, const struct inf_section *install, struct arena *a)
{
    const struct inf_section *section = suffix_section(inf, install, "Wdf", a);
    const struct inf_line *order = section ? inf_line(section, "UmdfServiceOrder") : NULL;
    return order || !section ? order : inf_line(section, "UmdfService");
}

/* UmdfServiceOrder lists drivers; UmdfService has one, and the section that installs it. */
static size_t user_driver_count(const struct inf_line *line)
{
    return inf_same(line->key->value, "UmdfServiceOrder") ? line->count : 1;
}

/* In the place of the reflector its user-mode drivers. */
static void put_filter(struct text *out, const char *level, const char *id, const char *service,
                       const struct inf_line *user)
{
    if (!user || !inf_same(service, "WUDFRd")) {
        text_format(out, "%s\t%s\t%s\n", level, id, service);
        return;
    }
    for (size_t i = 0; i < user_driver_count(user); i++)
        text_format(out, "%s\t%s\t%s\n", level, id, user->fields[i].value);
}

static void put_device_value(const struct inf_line *value, const char *id, struct text *out)
{
    const char *name = inf_field_value(value, 2);
    if (inf_same(name, "Security"))
        text_format(out, "security\t%s\t%s\n", id, inf_field_value(value, 4));
    else if (inf_same(name, "DeviceCharacteristics"))
        text_format(out, "characteristics\t%s\t%s\n", id, inf_field_value(value, 4));
}

/* What AddReg of the .HW section sets: UpperFilters and LowerFilters, and what the system reads of a device. */
static void put_device_registry(const struct inf *inf, const struct inf_section *install, const char *id,
                                const struct inf_line *user, struct arena *a, struct text *out)
{
    const struct inf_section *hardware = suffix_section(inf, install, "HW", a);
    const struct inf_line *line = hardware ? inf_line(hardware, "AddReg") : NULL;
    for (; line; line = inf_line_next(hardware, line, "AddReg")) {
        for (size_t i = 0; i < line->count; i++) {
            const struct inf_section *list = inf_section(inf, line->fields[i].value);
            for (size_t j = 0; list && j < list->count; j++) {
                const struct inf_line *value = &list->lines[j];
                const char *name = inf_field_value(value, 2);
                const bool upper = inf_same(name, "UpperFilters");
                if (!upper && !inf_same(name, "LowerFilters")) {
                    put_device_value(value, id, out);
                    continue;
                }
                for (size_t k = 4; k < value->count; k++)
                    put_filter(out, upper ? "upper" : "lower", id, value->fields[k].value, user);
            }
        }
    }
}

/* AddFilter of the .Filters section: NAME, flags, section with FilterLevel or FilterPosition. */
static void put_declared_filters(const struct inf *inf, const struct inf_section *install, const char *id,
                                 const struct inf_line *user, struct arena *a, struct text *out)
{
    static const char *const lower[][2] = {{"WUDFRD_LowerFilter.NT.Filters", "WUDFRd"}};
    const struct inf_section *filters = suffix_section(inf, install, "Filters", a);
    const struct inf_line *line = filters ? inf_line(filters, "AddFilter") : NULL;
    for (; line; line = inf_line_next(filters, line, "AddFilter")) {
        const char *position = inf_value(inf, inf_field_value(line, 2), "FilterPosition");
        put_filter(out, position && inf_same(position, "Lower") ? "lower" : "upper", id, inf_field_value(line, 0),
                   user);
    }
    const char *needed = service_of_needs(filters, lower, 1);
    if (needed)
        put_filter(out, "lower", id, needed, user);
}

static const struct inf *read_inf(const struct test_service *service, struct arena *a)
{
    struct diag ignored = {0};
    const struct inf *inf = service->inf ? inf_read(service->inf, a, &ignored) : NULL;
    diag_free(&ignored);
    return inf;
}

static void put_services_of_inf(const struct inf *inf, const struct test_service *service, struct arena *a,
                                struct text *out)
{
    const size_t before = out->size;
    size_t count = 0;
    const struct inf_device *devices = inf ? inf_devices(inf, INF_ARCH_AMD64, a, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct inf_section *install = inf_install_section(inf, devices[i].install, &target);
        if (install)
            put_services(inf, install, service, a, out);
    }
    const struct inf_section *plain = inf ? inf_install_section(inf, "DefaultInstall", &target) : NULL;
    if (plain)
        put_services(inf, plain, service, a, out);
    if (out->size == before) /* no INF tells: the service has the name of its file */
        text_format(out, "driver\t%.*s\t%s\n",
                    (int)(strlen(path_name(service->image)) - strlen(path_extension(service->image))),
                    path_name(service->image), service->loaded);
}

static void put_device(const struct inf *inf, const struct inf_device *device, struct arena *a, struct text *out)
{
    const struct inf_section *install = inf_install_section(inf, device->install, &target);
    const char *service = install ? function_service(inf, install, a) : NULL;
    const struct inf_line *user = install ? user_drivers(inf, install, a) : NULL;
    const bool by_user = user && (!service || inf_same(service, "WUDFRd"));
    if (!service && !user)
        return;
    text_format(out, "device\t%s\t%s\t%s\n", device->hardware_id, by_user ? inf_field_value(user, 0) : service,
                device->description);
    for (size_t i = 1; by_user && i < user_driver_count(user); i++)
        put_filter(out, "upper", device->hardware_id, user->fields[i].value, NULL);
    put_device_registry(inf, install, device->hardware_id, user, a, out);
    put_declared_filters(inf, install, device->hardware_id, user, a, out);
    put_values(inf, suffix_section(inf, install, "HW", a), "setting", device->hardware_id, out);
    const struct inf_section *wdf = suffix_section(inf, install, "Wdf", a);
    const char *neither = wdf ? inf_value(inf, wdf->name, "UmdfMethodNeitherAction") : NULL;
    if (user && neither && inf_same(neither, "Copy"))
        text_format(out, "setting\t%s\tWUDF\tMethodNeitherAction\t4\t1\n", device->hardware_id);
}

static void put_devices(const struct inf *inf, struct arena *a, struct text *out)
{
    size_t count = 0;
    const struct inf_device *devices = inf ? inf_devices(inf, INF_ARCH_AMD64, a, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        put_device(inf, &devices[i], a, out);
}

bool test_describe(const struct test_service *services, size_t count, size_t subject, struct arena *a, struct text *out,
                   struct diag *d)
{
    const struct inf *inf = read_inf(&services[subject], a);
    (void)d;
    put_services_of_inf(inf, &services[subject], a, out);
    for (size_t i = 0; i < count; i++)
        if (i != subject)
            put_services_of_inf(read_inf(&services[i], a), &services[i], a, out);
    put_devices(inf, a, out);
    for (size_t i = 0; i < count; i++)
        if (i != subject)
            put_devices(read_inf(&services[i], a), a, out);
    return true;
}
