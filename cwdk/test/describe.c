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

/* The AddService line of the function driver, or of the first service where none is called that. */
static const struct inf_line *function_service(const struct inf *inf, const struct inf_section *install,
                                               struct arena *a)
{
    const struct inf_section *section = suffix_section(inf, install, "Services", a);
    const struct inf_line *line = section ? inf_line(section, "AddService") : NULL, *first = line;
    for (; line; line = inf_line_next(section, line, "AddService")) {
        int64_t flags = 0;
        if (inf_number(inf_field_value(line, 1), &flags) && (flags & ASSOCIATED_SERVICE))
            return line;
    }
    return first;
}

/* REG_SZ, REG_EXPAND_SZ and REG_DWORD of AddReg, by its flags; 0 for the others. */
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
    case 0x00010001:
        return 4;
    default:
        return 0;
    }
}

static void put_values(const struct inf *inf, const char *section_name, const char *service, struct text *out)
{
    const struct inf_section *section = inf_section(inf, section_name);
    const struct inf_line *line = section ? inf_line(section, "AddReg") : NULL;
    for (; line; line = inf_line_next(section, line, "AddReg")) {
        for (size_t i = 0; i < line->count; i++) {
            const struct inf_section *list = inf_section(inf, line->fields[i].value);
            for (size_t j = 0; list && j < list->count; j++) {
                const struct inf_line *value = &list->lines[j];
                const unsigned type = value_type(inf_field_value(value, 3));
                if (type && inf_same(inf_field_value(value, 0), "HKR") && *inf_field_value(value, 2))
                    text_format(out, "value\t%s\t%s\t%s\t%u\t%s\n", service, inf_field_value(value, 1),
                                inf_field_value(value, 2), type, inf_field_value(value, 4));
            }
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
        put_values(inf, section, name, out);
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

static void put_filter(struct text *out, const char *level, const char *id, const char *service)
{
    text_format(out, "%s\t%s\t%s\n", level, id, service);
}

/* UpperFilters and LowerFilters that AddReg of the .HW section sets. */
static void put_registry_filters(const struct inf *inf, const struct inf_section *install, const char *id,
                                 struct arena *a, struct text *out)
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
                if (!upper && !inf_same(name, "LowerFilters"))
                    continue;
                for (size_t k = 4; k < value->count; k++)
                    put_filter(out, upper ? "upper" : "lower", id, value->fields[k].value);
            }
        }
    }
}

/* AddFilter of the .Filters section: NAME, flags, section with FilterLevel or FilterPosition. */
static void put_declared_filters(const struct inf *inf, const struct inf_section *install, const char *id,
                                 struct arena *a, struct text *out)
{
    const struct inf_section *filters = suffix_section(inf, install, "Filters", a);
    const struct inf_line *line = filters ? inf_line(filters, "AddFilter") : NULL;
    for (; line; line = inf_line_next(filters, line, "AddFilter")) {
        const char *position = inf_value(inf, inf_field_value(line, 2), "FilterPosition");
        put_filter(out, position && inf_same(position, "Lower") ? "lower" : "upper", id, inf_field_value(line, 0));
    }
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

/* The user-mode drivers of a device, from the bottom up, where the reflector is its function driver; else NULL. */
static const struct inf_line *user_drivers(const struct inf *inf, const struct inf_section *install,
                                           const struct inf_line *service, struct arena *a)
{
    const struct inf_section *section = suffix_section(inf, install, "Wdf", a);
    if (!section || (service && !inf_same(inf_field_value(service, 0), "WUDFRd")))
        return NULL;
    const struct inf_line *order = inf_line(section, "UmdfServiceOrder");
    return order ? order : inf_line(section, "UmdfService");
}

static void put_device(const struct inf *inf, const struct inf_device *device, struct arena *a, struct text *out)
{
    const struct inf_section *install = inf_install_section(inf, device->install, &target);
    const struct inf_line *service = install ? function_service(inf, install, a) : NULL;
    const struct inf_line *user = install ? user_drivers(inf, install, service, a) : NULL;
    if (!service && !user)
        return;
    text_format(out, "device\t%s\t%s\t%s\n", device->hardware_id, inf_field_value(user ? user : service, 0),
                device->description);
    for (size_t i = 1; user && inf_same(user->key->value, "UmdfServiceOrder") && i < user->count; i++)
        put_filter(out, "upper", device->hardware_id, user->fields[i].value);
    put_registry_filters(inf, install, device->hardware_id, a, out);
    put_declared_filters(inf, install, device->hardware_id, a, out);
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
