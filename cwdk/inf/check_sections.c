/* Sections as such: repeated, unused, referred to but missing, in two roles at once; entries that repeat. */
#include "cwdk/inf/check.h"

#include "cwdk/inf/names.h"
#include "cwdk/inf/strings.h"

#include <string.h>
#include <strings.h>

/* Sections that Windows finds by name, whatever else the INF says; with a decoration, too. */
static const char *const well_known[] = {
    "Version",         "Manufacturer",   "SourceDisksNames",    "SourceDisksFiles",
    "DestinationDirs", "ControlFlags",   "SignatureAttributes", "InterfaceInstall32",
    "DeviceInstall32", "DefaultInstall", "DefaultUninstall",    "ClassInstall32",
    "DriverVer",       "InstallConfig",  "WellKnownIDs",        NULL,
};

static bool is_well_known(const char *name)
{
    if (inf_is_strings_section(name))
        return true;
    for (const char *const *known = well_known; *known; known++) {
        const size_t length = strlen(*known);
        if (!strncasecmp(name, *known, length) && (!name[length] || name[length] == '.'))
            return true;
    }
    return false;
}

static bool ends_with(const char *name, const char *end)
{
    const size_t n = strlen(name), m = strlen(end);
    return n > m && inf_same(name + n - m, end);
}

/* Class installers have directives of their own that name sections (Events and DeviceData of cameras and scanners), and
 * network classes have [X.Remove] and [X.Remove.Services]. What a network component may hold is not public. */
static void mark_class_specific(const struct check *c, const struct inf_walk *walk, bool *used)
{
    for (size_t i = 0; i < walk->count; i++) {
        const struct inf_use *use = walk->uses[i];
        if (!use->section || (use->kind > INF_KIND_FILTERS && use->kind != INF_KIND_NET_COMPONENT))
            continue;
        for (size_t n = 0; n < use->section->count; n++) {
            const struct inf_line *line = &use->section->lines[n];
            if (!line->key || inf_directive_known(use->kind, line->key->value))
                continue;
            for (size_t f = 0; f < line->count; f++) {
                const struct inf_section *named = inf_section(c->inf, line->fields[f].value);
                if (named)
                    used[named - c->inf->sections] = true;
            }
        }
        for (int services = 0; use->kind == INF_KIND_INSTALL && services < 2; services++) {
            char name[INF_SECTION_LIMIT * 4 + 32];
            snprintf(name, sizeof name, "%s.Remove%s", use->section->name, services ? ".Services" : "");
            const struct inf_section *removal = inf_section(c->inf, name);
            if (removal)
                used[removal - c->inf->sections] = true;
        }
    }
}

/* LIST.security and models of any decoration count as used. */
static void check_unused(struct check *c, const struct inf_walk *walk)
{
    const struct inf *inf = c->inf;
    bool *used = arena_array(c->arena, inf->count, sizeof *used);
    for (size_t i = 0; i < walk->count; i++)
        if (walk->uses[i]->section)
            used[walk->uses[i]->section - inf->sections] = true;
    mark_class_specific(c, walk, used);
    size_t count;
    const struct inf_models *models = inf_models(inf, c->arena, &count);
    for (size_t i = 0; i < count; i++)
        if (models[i].section)
            used[models[i].section - inf->sections] = true;
    struct inf_names manufacturers = {0};
    const struct inf_section *section = inf_section(inf, "Manufacturer");
    for (size_t i = 0; section && i < section->count; i++)
        inf_names_put(&manufacturers, inf_field_value(&section->lines[i], 0), 0, c->arena);
    for (size_t i = 0; i < inf->count; i++) {
        const struct inf_section *s = &inf->sections[i];
        /* an undecorated, empty models section keeps systems before Windows XP away */
        if (used[i] || is_well_known(s->name) ||
            (!s->count && inf_names_find(&manufacturers, s->name) != INF_NAME_NONE))
            continue;
        if (ends_with(s->name, ".security")) {
            char *list = arena_substring(c->arena, s->name, strlen(s->name) - 9);
            const struct inf_section *owner = inf_section(inf, list);
            if (owner && used[owner - inf->sections])
                continue;
        }
        check_report(c, CODE_INF2083, inf_place_of_section(inf, s), "section [%s] is used by nothing", s->name);
    }
}

/* ---- References ---- */

static void help_with_name(struct check *c, const char *name)
{
    const char *near = check_nearest_section(c, name);
    if (near)
        diag_help(c->diag, "nearest is [%s]", near);
}

/* A section that Needs names may stand in an INF of Windows, which Include names. */
static void check_needed(struct check *c, const struct inf_use *use)
{
    if (inf_line(use->from->section, "Include"))
        return;
    if (check_report(c, CODE_INF1315, inf_place_of_field(c->inf, use->field),
                     "Needs asks for section [%s], which is not in this INF, and [%s] includes no other", use->name,
                     use->from->section->name))
        help_with_name(c, use->name);
}

static void check_missing(struct check *c, const struct inf_use *use)
{
    const struct diag_place place =
        use->field ? inf_place_of_field(c->inf, use->field) : inf_place_of_line(c->inf, use->line);
    bool said;
    if (!strcmp(use->directive, "Needs")) {
        check_needed(c, use);
        return;
    }
    if (!strcmp(use->directive, "Models"))
        said = check_report(c, CODE_INF1261, place, "install section [%s] of the device is not there", use->name);
    else if (use->kind == INF_KIND_SERVICE)
        said = check_report(c, CODE_INF2006, place, "service section [%s] is not there", use->name);
    else
        said = check_report(c, CODE_INF1203, place, "section [%s] is not there, but %s refers to it", use->name,
                            use->directive);
    c->missing_section = true;
    c->missing_list |= use->kind == INF_KIND_COPYFILES;
    if (said)
        help_with_name(c, use->name);
}

/* Lists of files, and lists of registry entries: near enough in form that one for two directives is merely odd. */
static unsigned family(enum inf_kind kind)
{
    switch (kind) {
    case INF_KIND_COPYFILES:
    case INF_KIND_DELFILES:
    case INF_KIND_RENFILES:
        return 1;
    case INF_KIND_ADDREG:
    case INF_KIND_DELREG:
    case INF_KIND_BITREG:
        return 2;
    case INF_KIND_ADDPROPERTY:
    case INF_KIND_DELPROPERTY:
        return 3;
    default:
        return 0;
    }
}

static void check_roles(struct check *c, const struct inf_walk *walk)
{
    const struct inf_use **first = arena_array(c->arena, c->inf->count, sizeof(struct inf_use *));
    for (size_t i = 0; i < walk->count; i++) {
        const struct inf_use *use = walk->uses[i];
        if (!use->section || !use->field)
            continue;
        const struct inf_use **before = &first[use->section - c->inf->sections];
        if (!*before) {
            *before = use;
            continue;
        }
        if ((*before)->kind == use->kind || use->kind < INF_KIND_SERVICES || (*before)->kind < INF_KIND_SERVICES)
            continue;
        const unsigned of_before = family((*before)->kind), of_use = family(use->kind);
        if (of_before && of_before == of_use)
            check_report(c, CODE_INF1205, inf_place_of_field(c->inf, use->field), "section [%s] serves both %s and %s",
                         use->section->name, (*before)->directive, use->directive);
        else
            check_report(c, CODE_INF1206, inf_place_of_field(c->inf, use->field),
                         "%s refers to section [%s], which is a %s section", use->directive, use->section->name,
                         inf_kind_name((*before)->kind));
    }
}

/* ---- Repetitions ---- */

static void check_repeated_sections(struct check *c)
{
    for (size_t i = 0; i < c->inf->count; i++)
        if (c->inf->sections[i].parts > 1)
            check_report(c, CODE_INF1209, inf_place_of_section(c->inf, &c->inf->sections[i]),
                         "section [%s] is opened %u times; Windows merges the parts", c->inf->sections[i].name,
                         c->inf->sections[i].parts);
}

/* Every key once. */
static void check_unique_keys(struct check *c, const struct inf_section *section, const char *code,
                              const char *const *keys)
{
    struct inf_names seen = {0};
    for (size_t i = 0; section && i < section->count; i++) {
        const struct inf_line *line = &section->lines[i];
        bool watched = line->key && !keys;
        for (const char *const *key = keys; line->key && key && *key; key++)
            watched |= inf_same(*key, line->key->value);
        if (!watched)
            continue;
        const uint32_t number = inf_names_put(&seen, line->key->value, (uint32_t)i, c->arena);
        const struct inf_line *before = &section->lines[number];
        const uint32_t first = before->line;
        if (number == i)
            continue;
        /* the same again is untidy, but means one thing */
        const bool same =
            !inf_same(line->key->value, "DriverVer") && inf_same(inf_field_value(before, 0), inf_field_value(line, 0));
        if (code == CODE_INF1088)
            (same ? check_warn : check_report)(c, code, inf_place_of_field(c->inf, line->key),
                                               "%s stands in [%s] a second time; the first is on line %u",
                                               line->key->value, section->name, first);
        else
            check_report(c, code, inf_place_of_field(c->inf, line->key),
                         "'%s' stands in [%s] a second time; the first is on line %u", line->key->value, section->name,
                         first);
    }
}

static const char *const once_in_version[] = {"Signature",   "Class",       "ClassGuid",   "Provider", "DriverVer",
                                              "CatalogFile", "PnpLockdown", "ExtensionId", NULL};
static const char *const once_in_service[] = {"ServiceType",   "StartType",      "ErrorControl",
                                              "ServiceBinary", "LoadOrderGroup", "StartName",
                                              "DisplayName",   "Description",    NULL};

static void check_repetitions(struct check *c, const struct inf_walk *walk)
{
    check_repeated_sections(c);
    check_unique_keys(c, inf_section(c->inf, "Version"), CODE_INF1088, once_in_version);
    check_unique_keys(c, inf_section(c->inf, "DestinationDirs"), CODE_INF1294, NULL);
    for (size_t i = 0; i < c->inf->count; i++) {
        const struct inf_section *s = &c->inf->sections[i];
        if (inf_is_strings_section(s->name) || !strncasecmp(s->name, "SourceDisks", 11))
            check_unique_keys(c, s, CODE_INF1294, NULL);
    }
    for (size_t i = 0; i < walk->count; i++)
        if (walk->uses[i]->section && walk->uses[i]->kind == INF_KIND_SERVICE)
            check_unique_keys(c, walk->uses[i]->section, CODE_INF1088, once_in_service);
}

void check_sections(struct check *c)
{
    const struct inf_walk walk = inf_walk(c->inf, INF_ARCH_NONE, c->arena);
    check_repetitions(c, &walk);
    for (size_t i = 0; i < walk.count && c->reported <= INF_FINDINGS_LIMIT; i++)
        if (!walk.uses[i]->section)
            check_missing(c, walk.uses[i]);
    check_roles(c, &walk);
    if (!c->missing_section)
        check_unused(c, &walk);
}
