/* Display drivers: where their binaries lie, and how their service starts.
 *
 * Of the rules' texts only "a path under DIRID" and "a service's value" are public; that these are ServiceBinary, the
 * user-mode drivers' names and StartType = 3 is what Microsoft's pages about display INFs show. */
#include "cwdk/inf/check.h"

#include <string.h>

/* Before version 1709 nothing ran from the driver store. */
#define FIRST_RUN_FROM_STORE ((struct inf_version){10, 0, 16299})

enum { DRIVER_STORE = 13, KERNEL_DRIVER = 1, DEMAND_START = 3, REG_NAME = 2, REG_DATA = 4 };

static bool under_store(const char *path)
{
    int64_t dirid;
    const char *rest;
    return check_split_dirid(path + (*path == '"'), &dirid, &rest) && dirid == DRIVER_STORE;
}

static void check_service(struct check *c, const struct inf_section *service)
{
    int64_t number;
    const struct inf_line *type = inf_line(service, "ServiceType"), *start = inf_line(service, "StartType");
    const struct inf_line *binary = inf_line(service, "ServiceBinary");
    if (!type || !inf_number(inf_field_value(type, 0), &number) || number != KERNEL_DRIVER)
        return;
    if (start && inf_number(inf_field_value(start, 0), &number) && number != DEMAND_START)
        check_report(c, CODE_INF2602, inf_place_of_line(c->inf, start),
                     "the service of a display driver starts on demand, StartType = 3, not %lld", (long long)number);
    if (binary && inf_version_compare(c->lowest, FIRST_RUN_FROM_STORE) >= 0 && !under_store(inf_field_value(binary, 0)))
        check_report(c, CODE_INF2600, inf_place_of_line(c->inf, binary),
                     "ServiceBinary '%s' of a display driver is not under directory id 13", inf_field_value(binary, 0));
}

static bool names_user_mode_driver(const char *value)
{
    return inf_same(value, "UserModeDriverName") || inf_same(value, "UserModeDriverNameWow") ||
           inf_same(value, "OpenGLDriverName") || inf_same(value, "OpenGLDriverNameWow");
}

static void check_settings(struct check *c, const struct inf_section *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct inf_line *line = &list->lines[i];
        const char *name = inf_field_value(line, REG_NAME);
        if (!inf_same(inf_field_value(line, 0), "HKR") || !names_user_mode_driver(name))
            continue;
        for (size_t f = REG_DATA; f < line->count; f++)
            if (*line->fields[f].value && !under_store(line->fields[f].value))
                check_report(c, CODE_INF2601, inf_place_of_field(c->inf, &line->fields[f]),
                             "%s '%s' is not under directory id 13", name, line->fields[f].value);
    }
}

void check_display(struct check *c)
{
    const char *class = inf_value(c->inf, "Version", "Class");
    if (!class || !inf_same(class, "Display"))
        return;
    const bool from_store = inf_version_compare(c->lowest, FIRST_RUN_FROM_STORE) >= 0;
    for (size_t i = 0; i < c->walk.count && c->reported <= INF_FINDINGS_LIMIT; i++) {
        const struct inf_use *use = c->walk.uses[i];
        if (use->section && use->kind == INF_KIND_SERVICE)
            check_service(c, use->section);
        else if (use->section && use->kind == INF_KIND_ADDREG && from_store)
            check_settings(c, use->section);
    }
}
