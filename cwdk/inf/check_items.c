/* The smaller things an INF installs: WDF settings, interfaces, filters, components, software, COM servers, events,
 * WMI. */
#include "cwdk/inf/check.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static void check_guid(struct check *c, const struct inf_line *line, size_t field)
{
    const char *guid = inf_field_value(line, field);
    if (!check_is_guid(guid))
        check_report(c, CODE_INF1019, inf_place_of_line(c->inf, line),
                     "%s has the malformed GUID '%s'; expected {XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}",
                     line->key->value, guid);
}

/* ---- WDF ---- */

static void check_framework_version(struct check *c, const struct inf_use *use, const char *service,
                                    const char *directive, const char *key, size_t parts)
{
    const struct inf_line *line = inf_line(use->section, key);
    const char *value = line ? inf_field_value(line, 0) : "";
    if (!*value) {
        check_report(c, CODE_INF1084,
                     line ? inf_place_of_line(c->inf, line) : inf_place_of_section(c->inf, use->section),
                     "%s %s wants %s in [%s]", directive, service, key, use->section->name);
        return;
    }
    if (*value == '$') {
        if (check_report(c, CODE_INF0205, inf_place_of_field(c->inf, line->fields), "%s was not replaced by a version",
                         value))
            diag_help(c->diag, "stamp the file first: cwdk stamp INPUT OUTPUT --kmdf 1.33");
        return;
    }
    unsigned version[4];
    size_t dots = 0;
    for (const char *p = value; *p; p++)
        dots += *p == '.';
    if (!inf_version_parse(value, version) || dots + 1 < 2 || dots + 1 > parts) {
        check_report(c, CODE_INF1260, inf_place_of_field(c->inf, line->fields), "%s has the malformed version '%s'",
                     key, value);
        return;
    }
    if (use->kind == INF_KIND_UMDF && version[0] == 1)
        check_report(c, CODE_INF1402, inf_place_of_field(c->inf, line->fields),
                     "UMDF %s is a thing of the past; port the driver to UMDF 2", value);
}

/* Does the install section that the WDF section belongs to add a service of that name, or need services of Windows? */
static bool service_present(const struct check *c, const struct inf_use *wdf, const char *service)
{
    const struct inf_section *root = check_root(wdf);
    char name[INF_SECTION_LIMIT * 4 + 16];
    snprintf(name, sizeof name, "%s.Services", root->name);
    const struct inf_section *services = inf_section(c->inf, name);
    if (!services || inf_line(services, "Needs"))
        return true; /* reported as 1296, or beyond what this INF tells */
    for (const struct inf_line *line = inf_line(services, "AddService"); line;
         line = inf_line_next(services, line, "AddService"))
        if (inf_same(inf_field_value(line, 0), service))
            return true;
    return false;
}

static bool in_order(const struct inf_section *section, const char *service)
{
    for (const struct inf_line *line = inf_line(section, "UmdfServiceOrder"); line;
         line = inf_line_next(section, line, "UmdfServiceOrder"))
        for (size_t f = 0; f < line->count; f++)
            if (inf_same(line->fields[f].value, service))
                return true;
    return false;
}

static void check_wdf(struct check *c, const struct inf_use *use)
{
    const struct inf_section *section = use->section;
    for (size_t i = 0; i < section->count; i++) {
        const struct inf_line *line = &section->lines[i];
        const bool kmdf = line->key && inf_same(line->key->value, "KmdfService");
        const bool umdf = line->key && inf_same(line->key->value, "UmdfService");
        if (!kmdf && !umdf)
            continue;
        const char *service = inf_field_value(line, 0);
        if (!*inf_field_value(line, 1))
            check_report(c, CODE_INF1005, inf_place_of_line(c->inf, line), "%s %s names no section", line->key->value,
                         service);
        if (kmdf && !service_present(c, use, service))
            check_report(c, CODE_INF2501, inf_place_of_line(c->inf, line),
                         "KmdfService refers to service %s, which this install section does not add", service);
        if (umdf && !inf_line(section, "UmdfServiceOrder") && !inf_line(section, "Needs"))
            check_report(c, CODE_INF1084, inf_place_of_line(c->inf, line),
                         "UmdfService %s wants UmdfServiceOrder in [%s]", service, section->name);
        else if (umdf && inf_line(section, "UmdfServiceOrder") && !in_order(section, service))
            check_report(c, CODE_INF1400, inf_place_of_line(c->inf, line),
                         "UMDF service %s does not stand in UmdfServiceOrder", service);
        const struct inf_section *settings = inf_section(c->inf, inf_field_value(line, 1));
        const struct inf_use settings_use = {.kind = kmdf ? INF_KIND_KMDF : INF_KIND_UMDF, .section = settings};
        if (settings)
            check_framework_version(c, &settings_use, service, line->key->value,
                                    kmdf ? "KmdfLibraryVersion" : "UmdfLibraryVersion", kmdf ? 2 : 3);
    }
}

/* ---- Filters, components, software, COM ---- */

static void check_filter(struct check *c, const struct inf_section *section)
{
    const struct inf_line *level = inf_line(section, "FilterLevel"), *position = inf_line(section, "FilterPosition");
    if (level && position)
        check_report(c, CODE_INF1087, inf_place_of_line(c->inf, position),
                     "FilterPosition and FilterLevel exclude each other");
    if (!level && !position)
        check_report(c, CODE_INF1084, inf_place_of_section(c->inf, section),
                     "AddFilter wants FilterLevel or FilterPosition in [%s]", section->name);
    if (position && !inf_same(inf_field_value(position, 0), "Upper") &&
        !inf_same(inf_field_value(position, 0), "Lower"))
        check_report(c, CODE_INF1081, inf_place_of_line(c->inf, position),
                     "FilterPosition has the invalid value '%s'; expected Upper or Lower",
                     inf_field_value(position, 0));
}

static void check_component(struct check *c, const struct inf_section *section)
{
    const struct inf_line *line = inf_line(section, "ComponentIDs");
    if (!line || !*inf_field_value(line, 0)) {
        check_report(c, CODE_INF1289, inf_place_of_section(c->inf, section),
                     "component section [%s] has no ComponentIDs", section->name);
        return;
    }
    for (size_t f = 0; f < line->count; f++)
        if (strpbrk(line->fields[f].value, "\\,"))
            check_report(c, CODE_INF1150, inf_place_of_field(c->inf, &line->fields[f]),
                         "component id '%s' has a backslash or comma in it", line->fields[f].value);
}

static void check_software(struct check *c, const struct inf_section *section)
{
    static const char *const wanted[] = {NULL, "SoftwareBinary", "SoftwareID"};
    const struct inf_line *line = inf_line(section, "SoftwareType"), *binary = inf_line(section, "SoftwareBinary");
    int64_t type;
    if (!line || !inf_number(inf_field_value(line, 0), &type) || type < 1 || type > 2) {
        check_report(c, line ? CODE_INF1081 : CODE_INF1289,
                     line ? inf_place_of_line(c->inf, line) : inf_place_of_section(c->inf, section),
                     line ? "SoftwareType in [%s] must be 1 or 2" : "software section [%s] has no SoftwareType",
                     section->name);
        return;
    }
    if (!inf_line(section, wanted[type]))
        check_report(c, CODE_INF1142, inf_place_of_section(c->inf, section), "SoftwareType %d wants %s in [%s]",
                     (int)type, wanted[type], section->name);
    int64_t dirid;
    const char *rest;
    const char *path = binary ? inf_field_value(binary, 0) : "";
    if (binary && (*path == '\\' || (isalpha((unsigned char)*path) && path[1] == ':') ||
                   (check_split_dirid(path, &dirid, &rest) && dirid != 13)))
        check_report(c, CODE_INF1141, inf_place_of_field(c->inf, binary->fields),
                     "SoftwareBinary '%s' must lie in the driver package; give a relative path, or one below %%13%%",
                     path);
}

static void check_com_class(struct check *c, const struct inf_section *section)
{
    static const char *const models[] = {"Apartment", "Free", "Both", "Neutral"};
    const struct inf_line *line = inf_line(section, "ThreadingModel");
    for (size_t i = 0; line && i < sizeof models / sizeof *models; i++)
        if (inf_same(models[i], inf_field_value(line, 0)))
            return;
    if (line)
        check_report(c, CODE_INF1160, inf_place_of_line(c->inf, line),
                     "'%s' is no threading model; expected Apartment, Free, Both or Neutral", inf_field_value(line, 0));
}

static void check_wmi(struct check *c, const struct inf_section *section)
{
    const struct inf_line *line = inf_line(section, "Security");
    const char *bad;
    if (line && !check_sddl(inf_field_value(line, 0), &bad))
        check_report(c, CODE_INF0116, inf_place_of_field(c->inf, line->fields),
                     "the security descriptor is malformed at '%.40s'", bad);
}

/* ---- All ---- */

static void check_guids(struct check *c, const struct inf_section *section)
{
    static const struct {
        const char *directive;
        size_t field;
    } guids[] = {{"AddInterface", 0},  {"WMIInterface", 0}, {"AddEventProvider", 0},
                 {"AddAutoLogger", 1}, {"AddComClass", 0},  {"AddAutoLoggerProvider", 0}};
    for (size_t i = 0; i < section->count; i++)
        for (size_t n = 0; section->lines[i].key && n < sizeof guids / sizeof *guids; n++)
            if (inf_same(section->lines[i].key->value, guids[n].directive))
                check_guid(c, &section->lines[i], guids[n].field);
}

void check_items(struct check *c)
{
    for (size_t i = 0; i < c->walk.count && c->reported <= INF_FINDINGS_LIMIT; i++) {
        const struct inf_use *use = c->walk.uses[i];
        if (!use->section)
            continue;
        switch (use->kind) {
        case INF_KIND_WDF:
            check_wdf(c, use);
            break;
        case INF_KIND_INTERFACES:
        case INF_KIND_WMI:
        case INF_KIND_EVENTS:
        case INF_KIND_COM_SERVER:
        case INF_KIND_AUTOLOGGER:
            check_guids(c, use->section);
            break;
        case INF_KIND_FILTER:
            if (inf_version_compare(c->lowest, FIRST_ADD_FILTER) < 0)
                check_report(c, CODE_INF1199, inf_place_of_line(c->inf, use->line),
                             "AddFilter works from Windows 10.0.18362 on, but the INF serves %u.%u.%u, too",
                             c->lowest.major, c->lowest.minor, c->lowest.build);
            check_filter(c, use->section);
            break;
        case INF_KIND_COMPONENT:
            check_component(c, use->section);
            break;
        case INF_KIND_SOFTWARE_ITEM:
            check_software(c, use->section);
            break;
        case INF_KIND_COM_CLASS:
            check_com_class(c, use->section);
            break;
        case INF_KIND_WMI_INTERFACE:
            check_wmi(c, use->section);
            break;
        default:
            break;
        }
    }
}
