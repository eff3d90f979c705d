/* Network drivers: [DefaultInstall.NetDrivers], what it adds, and the sections of the components.
 *
 * The directives of a NetDriver package have no public reference. What is checked here is what the texts of InfVerif's
 * rules tell by themselves; docs/inf.md names the rules that they do not tell enough of. */
#include "cwdk/inf/check.h"

#include <string.h>
#include <strings.h>

enum { REG_ROOT, REG_SUBKEY, REG_NAME, REG_DATA = 4, MODIFYING_FILTER = 2 };

/* [a-z0-9_]+ */
static bool is_identifier(const char *text)
{
    return *text && !text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_")];
}

static bool is_net_directive(const struct inf_line *line)
{
    return line->key && (inf_same(line->key->value, "AddNetFilter") || inf_same(line->key->value, "AddNetProtocol"));
}

static void check_identifier(struct check *c, const struct inf_line *line)
{
    const char *id = inf_field_value(line, 0);
    const struct diag_place place = inf_place_of_field(c->inf, line->fields);
    if (!is_identifier(id))
        check_report(c, CODE_INF2412, place,
                     "component identifier '%s' has other characters than a to z, 0 to 9 and underscore", id);
    if (!strncasecmp(id, "ms_", 3) || !strncasecmp(id, "vms_", 4))
        check_report(c, CODE_INF2415, place, "component identifier '%s' begins as those of Windows itself do", id);
}

static void check_filter_class(struct check *c, const struct inf_section *component)
{
    for (const struct inf_line *line = inf_line(component, "FilterClass"); line;
         line = inf_line_next(component, line, "FilterClass")) {
        const char *class = inf_field_value(line, 0);
        if (line->count != 1)
            check_report(c, CODE_INF2403, inf_place_of_line(c->inf, line), "FilterClass takes one field; it has %zu",
                         line->count);
        else if (!is_identifier(class))
            check_report(c, CODE_INF2414, inf_place_of_field(c->inf, line->fields),
                         "FilterClass '%s' has other characters than a to z, 0 to 9 and underscore", class);
    }
}

static void check_added(struct check *c, const struct inf_section *drivers)
{
    for (size_t i = 0; i < drivers->count; i++) {
        const struct inf_line *line = &drivers->lines[i];
        if (!is_net_directive(line))
            continue;
        if (line->count != 2 || !*inf_field_value(line, 0) || !*inf_field_value(line, 1)) {
            check_report(c, CODE_INF2400, inf_place_of_line(c->inf, line),
                         "%s takes a component identifier and the component's section", line->key->value);
            continue;
        }
        check_identifier(c, line);
        const struct inf_section *component = inf_section(c->inf, inf_field_value(line, 1));
        if (component)
            check_filter_class(c, component);
    }
}

static bool adds_something(const struct inf_section *drivers)
{
    for (size_t i = 0; i < drivers->count; i++)
        if (is_net_directive(&drivers->lines[i]))
            return true;
    return inf_line(drivers, "Needs"); /* beyond what this INF tells */
}

/* A package of class NetDriver adds something wherever it installs. */
static void check_drivers_present(struct check *c)
{
    bool installs = false;
    for (size_t i = 0; i < c->walk.count; i++) {
        const struct inf_use *use = c->walk.uses[i];
        if (use->kind != INF_KIND_INSTALL || use->from || !use->section || !inf_same(use->base, "DefaultInstall"))
            continue;
        installs = true;
        const char *name = arena_format(c->arena, "%s.NetDrivers", use->section->name);
        const struct inf_section *drivers = inf_section(c->inf, name);
        if (!drivers || !adds_something(drivers))
            check_report(c, CODE_INF2420, inf_place_of_section(c->inf, drivers ? drivers : use->section),
                         "a NetDriver package wants [%s] with AddNetFilter or AddNetProtocol", name);
    }
    const struct inf_section *version = inf_section(c->inf, "Version");
    if (!installs)
        check_report(c, CODE_INF2420, inf_place_of_section(c->inf, version),
                     "a NetDriver package wants [DefaultInstall.NT%s.NetDrivers] with AddNetFilter or AddNetProtocol",
                     inf_arch_name(c->arch));
}

/* What the AddReg sections of a network component say under HKR,Ndi. */
struct ndi {
    bool filter_class;
    const struct inf_line *modifying; /* FilterType = 2 */
};

static struct ndi ndi_of(const struct inf_section *list)
{
    struct ndi ndi = {0};
    int64_t number;
    for (size_t i = 0; i < list->count; i++) {
        const struct inf_line *line = &list->lines[i];
        if (!inf_same(inf_field_value(line, REG_ROOT), "HKR") || !inf_same(inf_field_value(line, REG_SUBKEY), "Ndi"))
            continue;
        ndi.filter_class |= inf_same(inf_field_value(line, REG_NAME), "FilterClass");
        if (inf_same(inf_field_value(line, REG_NAME), "FilterType") &&
            inf_number(inf_field_value(line, REG_DATA), &number) && number == MODIFYING_FILTER)
            ndi.modifying = line;
    }
    return ndi;
}

/* A network component of the older kind: its instance is named by a GUID, and a modifying filter has a class.
 * `lists` has an entry for each section of the INF. */
static void check_component(struct check *c, const struct inf_section *install, const struct ndi *lists)
{
    const struct inf_line *id = inf_line(install, "NetCfgInstanceId");
    if (id && !check_is_guid(inf_field_value(id, 0)))
        check_report(c, CODE_INF2411, inf_place_of_line(c->inf, id), "NetCfgInstanceId '%s' is no GUID",
                     inf_field_value(id, 0));
    const struct inf_line *modifying = NULL;
    for (const struct inf_line *line = inf_line(install, "AddReg"); line; line = inf_line_next(install, line, "AddReg"))
        for (size_t f = 0; f < line->count; f++) {
            const struct inf_section *list = inf_section(c->inf, line->fields[f].value);
            if (list && lists[list - c->inf->sections].filter_class)
                return;
            if (list && lists[list - c->inf->sections].modifying)
                modifying = lists[list - c->inf->sections].modifying;
        }
    if (modifying)
        check_report(c, CODE_INF2418, inf_place_of_line(c->inf, modifying),
                     "[%s] installs a modifying filter (FilterType 2) without a FilterClass", install->name);
}

static void check_components(struct check *c)
{
    struct ndi *lists = arena_array(c->arena, c->inf->count + 1, sizeof *lists);
    for (size_t i = 0; i < c->inf->count; i++)
        lists[i] = ndi_of(&c->inf->sections[i]);
    for (size_t i = 0; i < c->walk.count && c->reported <= INF_FINDINGS_LIMIT; i++)
        if (c->walk.uses[i]->section && c->walk.uses[i]->kind == INF_KIND_INSTALL)
            check_component(c, c->walk.uses[i]->section, lists);
}

void check_network(struct check *c)
{
    const char *class = inf_value(c->inf, "Version", "Class");
    const bool net_driver = class && inf_same(class, "NetDriver");
    if (net_driver)
        check_drivers_present(c);
    if (class && (inf_same(class, "NetService") || inf_same(class, "NetTrans") || inf_same(class, "NetClient")))
        check_components(c);
    for (size_t i = 0; i < c->walk.count && c->reported <= INF_FINDINGS_LIMIT; i++) {
        const struct inf_use *use = c->walk.uses[i];
        if (!use->section || use->kind != INF_KIND_NETDRIVERS)
            continue;
        if (!net_driver && inf_same(use->base, "DefaultInstall"))
            check_report(c, CODE_INF2405, inf_place_of_section(c->inf, use->section),
                         "[%s] is for packages of class NetDriver alone", use->section->name);
        check_added(c, use->section);
    }
}
