/* From the roots of an INF through every directive that names a section. */
#include "cwdk/inf/walk.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define BIT(kind) (UINT64_C(1) << INF_KIND_##kind)

/* Sections that may copy, delete and rename files and change the registry. */
#define FILE_KINDS                                                                                                     \
    (BIT(INSTALL) | BIT(UNINSTALL) | BIT(CLASS_INSTALL) | BIT(INTERFACE_CLASS) | BIT(COINSTALLERS) | BIT(INTERFACE))
#define REGISTRY_KINDS (FILE_KINDS | BIT(HW) | BIT(SERVICE) | BIT(EVENT_LOG))
#define ROOT_KINDS     (BIT(INSTALL) | BIT(UNINSTALL) | BIT(CLASS_INSTALL))
#define ALL_FIELDS     (-1)

/* A directive, the kinds of section that hold it, the field that names a section, and what that section is.
 */
static const struct rule {
    const char *directive;
    uint64_t holders;
    int field;
    enum inf_kind target;
} rules[] = {
    {"CopyFiles", FILE_KINDS, ALL_FIELDS, INF_KIND_COPYFILES},
    {"DelFiles", FILE_KINDS, ALL_FIELDS, INF_KIND_DELFILES},
    {"RenFiles", FILE_KINDS, ALL_FIELDS, INF_KIND_RENFILES},
    {"AddReg", REGISTRY_KINDS, ALL_FIELDS, INF_KIND_ADDREG},
    {"DelReg", REGISTRY_KINDS, ALL_FIELDS, INF_KIND_DELREG},
    {"BitReg", REGISTRY_KINDS, ALL_FIELDS, INF_KIND_BITREG},
    {"UpdateInis", FILE_KINDS, ALL_FIELDS, INF_KIND_INI},
    {"UpdateIniFields", FILE_KINDS, ALL_FIELDS, INF_KIND_INI},
    {"Ini2Reg", FILE_KINDS, ALL_FIELDS, INF_KIND_INI},
    {"AddProperty", BIT(INSTALL) | BIT(CLASS_INSTALL) | BIT(INTERFACE) | BIT(INTERFACE_CLASS), ALL_FIELDS,
     INF_KIND_ADDPROPERTY},
    {"DelProperty", BIT(INSTALL) | BIT(CLASS_INSTALL) | BIT(INTERFACE) | BIT(INTERFACE_CLASS), ALL_FIELDS,
     INF_KIND_DELPROPERTY},
    {"LogConfig", BIT(INSTALL) | BIT(LOGCONFIGOVERRIDE) | BIT(FACTDEF), ALL_FIELDS, INF_KIND_LOGCONFIG},
    {"ProfileItems", ROOT_KINDS, ALL_FIELDS, INF_KIND_PROFILEITEMS},
    {"RegisterDlls", ROOT_KINDS, ALL_FIELDS, INF_KIND_REGISTERDLLS},
    {"UnregisterDlls", ROOT_KINDS, ALL_FIELDS, INF_KIND_REGISTERDLLS},
    {"AddPowerSetting", BIT(INSTALL), ALL_FIELDS, INF_KIND_POWERSETTING},
    {"AddService", BIT(SERVICES), 2, INF_KIND_SERVICE},
    {"AddService", BIT(SERVICES), 3, INF_KIND_EVENT_LOG},
    {"AddTrigger", BIT(SERVICE), ALL_FIELDS, INF_KIND_TRIGGER},
    {"FailureActions", BIT(SERVICE), 0, INF_KIND_FAILURE_ACTIONS},
    {"AddInterface", BIT(INTERFACES), 2, INF_KIND_INTERFACE},
    {"WMIInterface", BIT(WMI), 2, INF_KIND_WMI_INTERFACE},
    {"KmdfService", BIT(WDF), 1, INF_KIND_KMDF},
    {"UmdfService", BIT(WDF), 1, INF_KIND_UMDF},
    {"AddComponent", BIT(COMPONENTS), 2, INF_KIND_COMPONENT},
    {"AddSoftware", BIT(SOFTWARE), 2, INF_KIND_SOFTWARE_ITEM},
    {"AddEventProvider", BIT(EVENTS), 1, INF_KIND_EVENT_PROVIDER},
    {"AddAutoLogger", BIT(EVENTS), 2, INF_KIND_AUTOLOGGER},
    {"UpdateAutoLogger", BIT(EVENTS), 1, INF_KIND_AUTOLOGGER},
    {"AddAutoLoggerProvider", BIT(AUTOLOGGER), 1, INF_KIND_AUTOLOGGER_PROVIDER},
    {"AddChannel", BIT(EVENT_PROVIDER), 2, INF_KIND_CHANNEL},
    {"AddComServer", BIT(COM), 2, INF_KIND_COM_SERVER},
    {"AddComClass", BIT(COM_SERVER), 2, INF_KIND_COM_CLASS},
    {"AddFilter", BIT(FILTERS), 2, INF_KIND_FILTER},
    {"AddNetFilter", BIT(NETDRIVERS), 1, INF_KIND_NET_COMPONENT},
    {"AddNetProtocol", BIT(NETDRIVERS), 1, INF_KIND_NET_COMPONENT},
};
#define RULE_COUNT (sizeof rules / sizeof *rules)

static const char *const suffixes[] = {
    ".Services", ".HW",         ".CoInstallers", ".Interfaces", ".FactDef", ".LogConfigOverride", ".WMI",
    ".Wdf",      ".Components", ".Software",     ".Events",     ".COM",     ".NetDrivers",        ".Filters",
};

static const char *const kind_names[INF_KIND_COUNT] = {
    [INF_KIND_INSTALL] = "install",
    [INF_KIND_UNINSTALL] = "uninstall",
    [INF_KIND_CLASS_INSTALL] = "class install",
    [INF_KIND_INTERFACE_CLASS] = "interface class",
    [INF_KIND_SERVICES] = "services",
    [INF_KIND_HW] = "hardware",
    [INF_KIND_COINSTALLERS] = "co-installers",
    [INF_KIND_INTERFACES] = "interfaces",
    [INF_KIND_FACTDEF] = "factory defaults",
    [INF_KIND_LOGCONFIGOVERRIDE] = "log config override",
    [INF_KIND_WMI] = "WMI",
    [INF_KIND_WDF] = "WDF",
    [INF_KIND_COMPONENTS] = "components",
    [INF_KIND_SOFTWARE] = "software",
    [INF_KIND_EVENTS] = "events",
    [INF_KIND_COM] = "COM",
    [INF_KIND_NETDRIVERS] = "network drivers",
    [INF_KIND_FILTERS] = "filters",
    [INF_KIND_SERVICE] = "service",
    [INF_KIND_EVENT_LOG] = "event log",
    [INF_KIND_INTERFACE] = "interface",
    [INF_KIND_KMDF] = "KMDF service",
    [INF_KIND_UMDF] = "UMDF service",
    [INF_KIND_COMPONENT] = "component",
    [INF_KIND_SOFTWARE_ITEM] = "software item",
    [INF_KIND_EVENT_PROVIDER] = "event provider",
    [INF_KIND_CHANNEL] = "event channel",
    [INF_KIND_COM_SERVER] = "COM server",
    [INF_KIND_COM_CLASS] = "COM class",
    [INF_KIND_FILTER] = "filter",
    [INF_KIND_NET_COMPONENT] = "network component",
    [INF_KIND_WMI_INTERFACE] = "WMI interface",
    [INF_KIND_TRIGGER] = "service trigger",
    [INF_KIND_FAILURE_ACTIONS] = "failure actions",
    [INF_KIND_AUTOLOGGER] = "autologger",
    [INF_KIND_AUTOLOGGER_PROVIDER] = "autologger provider",
    [INF_KIND_ADDREG] = "AddReg",
    [INF_KIND_DELREG] = "DelReg",
    [INF_KIND_BITREG] = "BitReg",
    [INF_KIND_COPYFILES] = "CopyFiles",
    [INF_KIND_DELFILES] = "DelFiles",
    [INF_KIND_RENFILES] = "RenFiles",
    [INF_KIND_ADDPROPERTY] = "AddProperty",
    [INF_KIND_DELPROPERTY] = "DelProperty",
    [INF_KIND_POWERSETTING] = "AddPowerSetting",
    [INF_KIND_SECURITY] = "security",
    [INF_KIND_LOGCONFIG] = "LogConfig",
    [INF_KIND_REGISTERDLLS] = "RegisterDlls",
    [INF_KIND_PROFILEITEMS] = "ProfileItems",
    [INF_KIND_INI] = "ini file",
};

struct walker {
    const struct inf *inf;
    struct arena *arena;
    enum inf_arch arch;
    uint64_t *seen; /* per section: the kinds already met */
    struct inf_use **uses;
    size_t count, capacity;

    struct inf_use use; /* what variant() is to add */
};

const char *inf_kind_suffix(enum inf_kind kind)
{
    return kind >= INF_KIND_SERVICES && kind <= INF_KIND_FILTERS ? suffixes[kind - INF_KIND_SERVICES] : NULL;
}

const char *inf_kind_name(enum inf_kind kind)
{
    return kind_names[kind];
}

bool inf_directive_known(enum inf_kind kind, const char *directive)
{
    for (size_t i = 0; i < RULE_COUNT; i++)
        if (rules[i].holders >> kind & 1 && inf_same(rules[i].directive, directive))
            return true;
    return false;
}

static void add(struct walker *w, struct inf_use use)
{
    if (use.section) {
        uint64_t *seen = &w->seen[use.section - w->inf->sections];
        if (*seen >> use.kind & 1)
            return;
        *seen |= UINT64_C(1) << use.kind;
    }
    if (w->count == w->capacity) {
        w->capacity = w->capacity ? w->capacity * 2 : 64;
        w->uses = memory_resize(w->uses, w->capacity, sizeof(struct inf_use *));
    }
    w->uses[w->count++] = arena_copy(w->arena, &use, sizeof use);
}

static void variant(void *context, const struct inf_section *section, const struct inf_decoration *decoration)
{
    struct walker *w = context;
    struct inf_use use = w->use;
    (void)decoration;
    use.section = section;
    use.base = use.name;
    use.name = section->name;
    add(w, use);
}

static void add_variants(struct walker *w, struct inf_use use)
{
    w->use = use;
    if (!inf_install_variants(w->inf, use.name, w->arch, variant, w) && use.line)
        add(w, use);
}

static void add_roots(struct walker *w)
{
    size_t count;
    const struct inf_device *devices = inf_devices(w->inf, w->arch, w->arena, &count);
    for (size_t i = 0; i < count; i++)
        if (*devices[i].install)
            add_variants(w, (struct inf_use){.kind = INF_KIND_INSTALL,
                                             .name = devices[i].install,
                                             .line = devices[i].line,
                                             .field = devices[i].line->fields,
                                             .directive = "Models"});
    add_variants(w, (struct inf_use){.kind = INF_KIND_INSTALL, .name = "DefaultInstall"});
    add_variants(w, (struct inf_use){.kind = INF_KIND_UNINSTALL, .name = "DefaultUninstall"});
    add_variants(w, (struct inf_use){.kind = INF_KIND_CLASS_INSTALL, .name = "ClassInstall32"});
    const struct inf_section *classes = inf_section(w->inf, "InterfaceInstall32");
    for (size_t i = 0; classes && i < classes->count; i++)
        if (classes->lines[i].count)
            add_variants(w, (struct inf_use){.kind = INF_KIND_INTERFACE_CLASS,
                                             .name = inf_field_value(&classes->lines[i], 0),
                                             .line = &classes->lines[i],
                                             .field = classes->lines[i].fields,
                                             .directive = "InterfaceInstall32"});
}

/* [NAME.Services] and its like for an install section that was met. */
static void add_suffixed(struct walker *w, const struct inf_use *use)
{
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        char name[INF_FIELD_LIMIT * 4 + 32];
        snprintf(name, sizeof name, "%s%s", use->section->name, suffixes[i]);
        const struct inf_section *section = inf_section(w->inf, name);
        if (section)
            add(w, (struct inf_use){.kind = (enum inf_kind)(INF_KIND_SERVICES + i),
                                    .name = section->name,
                                    .section = section,
                                    .from = use,
                                    .base = use->base});
    }
}

static void add_reference(struct walker *w, const struct inf_use *from, const struct inf_line *line, size_t field,
                          enum inf_kind kind, const char *directive)
{
    const char *name = inf_field_value(line, field);
    if (!*name || (kind == INF_KIND_COPYFILES && *name == '@'))
        return;
    add(w, (struct inf_use){.kind = kind,
                            .name = name,
                            .section = inf_section(w->inf, name),
                            .from = from,
                            .line = line,
                            .field = &line->fields[field],
                            .directive = directive,
                            .base = from->base});
}

static void follow(struct walker *w, const struct inf_use *use)
{
    if (use->kind == INF_KIND_INSTALL || use->kind == INF_KIND_UNINSTALL || use->kind == INF_KIND_CLASS_INSTALL)
        add_suffixed(w, use);
    if (use->kind >= INF_KIND_ADDREG)
        return;
    for (size_t i = 0; i < use->section->count; i++) {
        const struct inf_line *line = &use->section->lines[i];
        if (!line->key)
            continue;
        if (inf_same(line->key->value, "Needs")) {
            for (size_t f = 0; f < line->count; f++)
                add_reference(w, use, line, f, use->kind, "Needs");
            continue;
        }
        for (size_t n = 0; n < RULE_COUNT; n++) {
            const struct rule *rule = &rules[n];
            if (!(rule->holders >> use->kind & 1) || !inf_same(rule->directive, line->key->value))
                continue;
            if (rule->field != ALL_FIELDS)
                add_reference(w, use, line, (size_t)rule->field, rule->target, rule->directive);
            for (size_t f = 0; rule->field == ALL_FIELDS && f < line->count; f++)
                add_reference(w, use, line, f, rule->target, rule->directive);
        }
    }
}

struct inf_walk inf_walk(const struct inf *inf, enum inf_arch arch, struct arena *a)
{
    struct walker w = {.inf = inf, .arena = a, .arch = arch};
    w.seen = arena_array(a, inf->count + 1, sizeof *w.seen);
    add_roots(&w);
    for (size_t i = 0; i < w.count; i++)
        if (w.uses[i]->section)
            follow(&w, w.uses[i]);
    struct inf_walk walk = {arena_copy(a, w.uses, w.count * sizeof(struct inf_use *)), w.count};
    free(w.uses);
    return walk;
}
