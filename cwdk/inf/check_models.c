/* Manufacturers and models, decorations, and the sections that install without a device. */
#include "cwdk/inf/check.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The first build that understood build numbers in decorations. */
#define FIRST_BUILD ((struct inf_version){10, 0, 14310})

static void check_decoration(struct check *c, const struct inf_models *m)
{
    const struct inf_decoration *d = &m->decoration;
    const struct diag_place place =
        m->target ? inf_place_of_field(c->inf, m->target) : inf_place_of_line(c->inf, m->manufacturer);
    if (m->target && strstr(m->target->value, "$ARCH$")) {
        if (check_report(c, CODE_INF1274, place, "$ARCH$ was not replaced by an architecture"))
            diag_help(c->diag, "stamp the file first: cwdk stamp INPUT OUTPUT --arch amd64");
        return;
    }
    if (m->target && !m->decoration_valid) {
        check_report(c, CODE_INF1287, place,
                     "'%s' is no valid decoration; expected NT[architecture][.major[.minor[.product type[.suite mask"
                     "[.build]]]]]",
                     m->target->value);
        return;
    }
    if (d->version.build && inf_version_compare(d->version, FIRST_BUILD) < 0)
        check_report(c, CODE_INF1288, place,
                     "'%s' has a build number, which systems before 10.0.14310 do not understand", d->text);
    if (!d->arch && check_report(c, CODE_INF2010, place,
                                 "models section [%s] has no architecture and counts for x86 alone", m->section_name))
        diag_help(c->diag, "write NTamd64 or NTarm64, and name the section so");
    if (d->product_type || d->suite_mask)
        check_warn(c, CODE_INF1307, place, "'%s' selects by product type or suite, which desktop editions alone do",
                   d->text);
}

static void check_device(struct check *c, const struct inf_device *device)
{
    const struct inf *inf = c->inf;
    if (!*device->install)
        check_report(c, CODE_INF1271, inf_place_of_line(inf, device->line), "the model has no install section");
    if (!device->line->count || !*device->hardware_id)
        check_report(c, CODE_INF1229, inf_place_of_line(inf, device->line), "the model has no hardware id");
}

static void ignore_variant(void *context, const struct inf_section *section, const struct inf_decoration *decoration)
{
    (void)context;
    (void)section;
    (void)decoration;
}

static void check_default_install(void *context, const struct inf_section *section,
                                  const struct inf_decoration *decoration)
{
    struct check *c = context;
    if (!decoration->arch)
        check_report(c, CODE_INF1421, inf_place_of_section(c->inf, section),
                     "[%s] has no architecture; write [DefaultInstall.NTamd64] or the like", section->name);
}

/* LegacyUninstall = 1 stands in the section or, as in some of Microsoft's samples, in its .Services. */
static bool says_legacy(const struct inf *inf, const struct inf_section *section)
{
    char name[INF_SECTION_LIMIT * 4 + 16];
    snprintf(name, sizeof name, "%s.Services", section->name);
    const struct inf_section *const places[] = {section, inf_section(inf, name)};
    for (size_t i = 0; i < 2; i++) {
        int64_t legacy;
        const struct inf_line *line = inf_line(places[i], "LegacyUninstall");
        if (line && inf_number(inf_field_value(line, 0), &legacy) && legacy == 1)
            return true;
    }
    return false;
}

bool check_legacy_uninstall(const struct check *c, const struct inf_use *use)
{
    for (; use; use = use->from)
        if (use->kind == INF_KIND_UNINSTALL && says_legacy(c->inf, use->section))
            return true;
    return false;
}

static void check_default_uninstall(void *context, const struct inf_section *section,
                                    const struct inf_decoration *decoration)
{
    struct check *c = context;
    if (!decoration->arch)
        check_report(c, CODE_INF1421, inf_place_of_section(c->inf, section),
                     "[%s] has no architecture; write [DefaultUninstall.NTamd64] or the like", section->name);
    if (!says_legacy(c->inf, section))
        check_report(c, CODE_INF1422, inf_place_of_section(c->inf, section),
                     "[%s] needs LegacyUninstall = 1: Windows uninstalls a primitive driver without it", section->name);
}

void check_models(struct check *c)
{
    const struct inf *inf = c->inf;
    const struct inf_section *manufacturers = inf_section(inf, "Manufacturer");
    size_t model_count, device_count;
    for (size_t i = 0; manufacturers && i < manufacturers->count; i++) {
        const struct inf_line *line = &manufacturers->lines[i];
        if (!*inf_field_value(line, 0))
            check_report(c, CODE_INF1011, inf_place_of_line(inf, line), "the manufacturer has no models section");
    }
    const struct inf_models *models = inf_models(inf, c->arena, &model_count);
    for (size_t i = 0; i < model_count; i++) {
        const struct inf_models *m = &models[i];
        check_decoration(c, m);
        if (m->section)
            continue;
        c->missing_section = true; /* or not known, where the decoration is invalid */
        if (!m->decoration_valid)
            continue;
        if (check_report(c, CODE_INF1203,
                         m->target ? inf_place_of_field(inf, m->target) : inf_place_of_line(inf, m->manufacturer),
                         "models section [%s] is not there", m->section_name)) {
            const char *near = check_nearest_section(c, m->section_name);
            if (near)
                diag_help(c->diag, "nearest is [%s]", near);
        }
    }
    const struct inf_device *devices = inf_devices(inf, INF_ARCH_NONE, c->arena, &device_count);
    for (size_t i = 0; i < device_count; i++)
        check_device(c, &devices[i]);

    const size_t defaults = inf_install_variants(inf, "DefaultInstall", INF_ARCH_NONE, check_default_install, c);
    inf_install_variants(inf, "DefaultUninstall", INF_ARCH_NONE, check_default_uninstall, c);
    if (defaults && manufacturers)
        check_report(c, CODE_INF1212, inf_place_of_section(inf, manufacturers),
                     "an INF with [Manufacturer] may not have [DefaultInstall], too");
    if (c->missing_section || device_count || defaults)
        return;
    if (inf_section(inf, "Version") &&
        !inf_install_variants(inf, "ClassInstall32", INF_ARCH_NONE, ignore_variant, NULL) &&
        !(model_count && strstr(models[0].section_name, "$ARCH$"))) {
        c->missing_section = true;
        check_report(c, CODE_INF1297,
                     manufacturers ? inf_place_of_section(inf, manufacturers) : diag_in_file(inf->path),
                     "the INF installs no device and has no [DefaultInstall.NTarch]");
    }
}
