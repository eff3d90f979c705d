/* What install sections and their like may hold: known directives in the right place, nothing that the mode forbids. */
#include "cwdk/inf/check.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Directives that name no section. */
static const char *const of_install[] = {
    "Include", "Needs",      "CopyINF",         "DriverVer",       "FeatureScore", "ExcludeID",
    "Reboot",  "OptionDesc", "Characteristics", "LegacyUninstall", NULL,
};
static const char *const of_services[] = {"Include", "Needs", "DelService", NULL};
static const char *const of_service[] = {
    "DisplayName",        "Description",    "ServiceType",      "StartType",    "ErrorControl",
    "ServiceBinary",      "StartName",      "LoadOrderGroup",   "Dependencies", "Security",
    "RequiredPrivileges", "ServiceSidType", "DelayedAutoStart", "BootFlags",    NULL,
};
static const char *const of_kmdf[] = {"KmdfLibraryVersion", NULL};
static const char *const of_umdf[] = {
    "UmdfLibraryVersion",      "DriverCLSID",
    "ServiceBinary",           "UmdfExtensions",
    "UmdfHostProcessSharing",  "UmdfDirectHardwareAccess",
    "UmdfRegisterAccessMode",  "UmdfFileObjectPolicy",
    "UmdfFsContextUsePolicy",  "UmdfKernelModeClientPolicy",
    "UmdfMethodNeitherAction", "UmdfImpersonationLevel",
    "UmdfDispatcher",          NULL,
};
static const char *const of_wdf[] = {"Include", "Needs", "UmdfServiceOrder", NULL};
static const char *const of_others[] = {"Include", "Needs", NULL};

/* Where sections are named, for the nearest name. */
static const char *const naming[] = {
    "CopyFiles",    "DelFiles",     "RenFiles",   "AddReg",           "DelReg",          "BitReg",      "AddProperty",
    "DelProperty",  "LogConfig",    "AddService", "AddInterface",     "KmdfService",     "UmdfService", "AddComponent",
    "AddSoftware",  "AddFilter",    "AddTrigger", "AddEventProvider", "AddComServer",    "AddComClass", "WMIInterface",
    "ProfileItems", "RegisterDlls", "UpdateInis", "UnregisterDlls",   "AddPowerSetting", NULL,
};

/* Operations that the modes forbid. */
static const struct legacy {
    const char *directive;
    const char *code;
} legacy[] = {
    {"DelFiles", CODE_INF1308},       {"DelReg", CODE_INF1308},       {"RenFiles", CODE_INF1308},
    {"DelService", CODE_INF1308},     {"DelProperty", CODE_INF1308},  {"BitReg", CODE_INF1307},
    {"Ini2Reg", CODE_INF1307},        {"UpdateInis", CODE_INF1307},   {"UpdateIniFields", CODE_INF1307},
    {"LogConfig", CODE_INF1307},      {"ProfileItems", CODE_INF1307}, {"RegisterDlls", CODE_INF1301},
    {"UnregisterDlls", CODE_INF1301},
};

static const char *const *others_of(enum inf_kind kind)
{
    switch (kind) {
    case INF_KIND_INSTALL:
    case INF_KIND_UNINSTALL:
    case INF_KIND_CLASS_INSTALL:
        return of_install;
    case INF_KIND_SERVICES:
        return of_services;
    case INF_KIND_SERVICE:
        return of_service;
    case INF_KIND_KMDF:
        return of_kmdf;
    case INF_KIND_UMDF:
        return of_umdf;
    case INF_KIND_WDF:
        return of_wdf;
    default:
        return of_others;
    }
}

static bool in_list(const char *const *list, const char *name)
{
    for (; *list; list++)
        if (inf_same(*list, name))
            return true;
    return false;
}

/* The directive that an unknown one may be a slip of the pen for, in a section of that kind. */
static const char *nearest_directive(enum inf_kind kind, const char *name)
{
    const char *fitting[sizeof naming / sizeof *naming];
    size_t count = 0;
    for (const char *const *p = naming; *p; p++)
        if (inf_directive_known(kind, *p))
            fitting[count++] = *p;
    fitting[count] = NULL;
    const char *near = check_nearest(name, others_of(kind));
    return near ? near : check_nearest(name, fitting);
}

static void check_directive(struct check *c, const struct inf_use *use, const struct inf_line *line)
{
    const char *name = line->key->value;
    const struct diag_place place = inf_place_of_field(c->inf, line->key);
    if (inf_directive_known(use->kind, name) || in_list(others_of(use->kind), name))
        return;
    const bool elsewhere = in_list(naming, name) || inf_same(name, "DelService");
    if (elsewhere && use->kind <= INF_KIND_FILTERS) {
        if (check_report(c, CODE_INF1290, place, "%s has no effect in %s section [%s]", name, inf_kind_name(use->kind),
                         use->section->name) &&
            use->kind == INF_KIND_INSTALL)
            diag_help(c->diag, "some directives belong into [%s.Services], [%s.HW], [%s.Wdf] and the like",
                      use->section->name, use->section->name, use->section->name);
        return;
    }
    const char *near = nearest_directive(use->kind, name);
    if (near && check_report(c, CODE_INF0115, place, "%s is no directive that Windows knows in a %s section", name,
                             inf_kind_name(use->kind)))
        diag_help(c->diag, "did you mean %s?", near);
}

static void check_legacy(struct check *c, const struct inf_use *use, const struct inf_line *line)
{
    for (size_t i = 0; i < sizeof legacy / sizeof *legacy; i++)
        if (inf_same(legacy[i].directive, line->key->value) && !check_legacy_uninstall(c, use))
            check_report(c, legacy[i].code, inf_place_of_field(c->inf, line->key),
                         legacy[i].code == CODE_INF1301 ? "%s is no longer supported"
                         : legacy[i].code == CODE_INF1308
                             ? "%s takes something away; a driver package only adds, and Windows cleans up"
                             : "%s is performed by desktop editions of Windows alone",
                         legacy[i].directive);
}

static void check_empty(struct check *c, const struct inf_use *use, const struct inf_line *line)
{
    static const char *const lists[] = {"CopyFiles", "DelFiles",    "RenFiles",    "AddReg", "DelReg",
                                        "BitReg",    "AddProperty", "DelProperty", "Needs",  NULL};
    if (!in_list(lists, line->key->value))
        return;
    for (size_t f = 0; f < line->count; f++)
        if (*line->fields[f].value)
            return;
    check_report(c, CODE_INF1005, inf_place_of_field(c->inf, line->key), "%s in [%s] names no section",
                 line->key->value, use->section->name);
}

static void check_copy_inf(struct check *c, const struct inf_line *line)
{
    for (size_t f = 0; f < line->count; f++) {
        const char *name = line->fields[f].value;
        const size_t length = strlen(name);
        if (length < 5 || strcasecmp(name + length - 4, ".inf") != 0)
            check_report(c, CODE_INF1110, inf_place_of_field(c->inf, &line->fields[f]),
                         "CopyINF copies INF files alone, and '%s' is none", name);
    }
}

static void check_feature_score(struct check *c, const struct inf_line *line)
{
    const char *score = inf_field_value(line, 0);
    if (score[0] == '0' && (score[1] == 'x' || score[1] == 'X'))
        score += 2;
    const size_t length = strlen(score);
    if (length < 1 || length > 2 || strspn(score, "0123456789abcdefABCDEF") != length)
        check_report(c, CODE_INF1245, inf_place_of_field(c->inf, line->fields),
                     "'%s' is no feature score; expected a hexadecimal byte, 00 to FF", inf_field_value(line, 0));
}

/* [X.Services] needs sections whose names end in .Services, too, and so on. */
static void check_suffix(struct check *c, const struct inf_use *use)
{
    if (!use->directive || strcmp(use->directive, "Needs") != 0 || !use->field)
        return;
    const char *wanted = inf_kind_suffix(use->kind);
    for (enum inf_kind kind = INF_KIND_SERVICES; kind <= INF_KIND_FILTERS; kind++) {
        const char *suffix = inf_kind_suffix(kind);
        const size_t length = strlen(use->name), end = strlen(suffix);
        if (length <= end || !inf_same(use->name + length - end, suffix))
            continue;
        if (kind != use->kind)
            check_report(c, CODE_INF1312, inf_place_of_field(c->inf, use->field),
                         "[%s] needs [%s], whose suffix is another", use->from->section->name, use->name);
        return;
    }
    if (wanted)
        check_report(c, CODE_INF1313, inf_place_of_field(c->inf, use->field),
                     "[%s] needs [%s], whose name should end in %s", use->from->section->name, use->name, wanted);
}

/* ---- Services for each device ---- */

struct service_search {
    struct check *check;
    const struct inf_device *device;
};

static void check_device_services(void *context, const struct inf_section *section,
                                  const struct inf_decoration *decoration)
{
    struct service_search *search = context;
    struct check *c = search->check;
    (void)decoration;
    char name[INF_SECTION_LIMIT * 4 + 16];
    snprintf(name, sizeof name, "%s.Services", section->name);
    const struct inf_section *services = inf_section(c->inf, name);
    if (services && (inf_line(services, "AddService") || inf_line(services, "Needs")))
        return;
    const struct diag_place place =
        services ? inf_place_of_section(c->inf, services) : inf_place_of_section(c->inf, section);
    if (check_report(c, CODE_INF1296, place, "device %s gets no service: [%s] %s", search->device->hardware_id, name,
                     services ? "adds none" : "is not there")) {
        const char *near = services ? NULL : check_nearest_section(c, name);
        if (near)
            diag_help(c->diag, "nearest is [%s]", near);
        else
            diag_help(c->diag, "a device that needs no driver has AddService = ,2 there");
    }
}

static void check_devices(struct check *c)
{
    size_t count;
    const struct inf_device *devices = inf_devices(c->inf, c->arch, c->arena, &count);
    struct service_search search = {.check = c};
    for (size_t i = 0; i < count && !c->extension && c->reported <= INF_FINDINGS_LIMIT; i++) {
        search.device = &devices[i];
        if (*devices[i].install)
            inf_install_variants(c->inf, devices[i].install, c->arch, check_device_services, &search);
    }
}

static void check_section(struct check *c, const struct inf_use *use)
{
    if (use->kind == INF_KIND_COINSTALLERS)
        check_report(c, CODE_INF1303, inf_place_of_section(c->inf, use->section),
                     "[%s] installs a co-installer, which Windows no longer runs", use->section->name);
    if (use->kind == INF_KIND_FACTDEF || use->kind == INF_KIND_LOGCONFIGOVERRIDE)
        check_report(c, CODE_INF1307, inf_place_of_section(c->inf, use->section),
                     "[%s] is performed by desktop editions of Windows alone", use->section->name);
    for (size_t i = 0; i < use->section->count; i++) {
        const struct inf_line *line = &use->section->lines[i];
        if (!line->key)
            continue;
        check_directive(c, use, line);
        check_legacy(c, use, line);
        check_empty(c, use, line);
        if (use->kind == INF_KIND_INSTALL && inf_same(line->key->value, "CopyINF"))
            check_copy_inf(c, line);
        if (use->kind == INF_KIND_INSTALL && inf_same(line->key->value, "FeatureScore"))
            check_feature_score(c, line);
    }
}

void check_install(struct check *c)
{
    for (size_t i = 0; i < c->walk.count && c->reported <= INF_FINDINGS_LIMIT; i++) {
        const struct inf_use *use = c->walk.uses[i];
        if (use->kind <= INF_KIND_FILTERS)
            check_suffix(c, use);
        if (use->section && use->kind < INF_KIND_ADDREG)
            check_section(c, use);
    }
    check_devices(c);
}
