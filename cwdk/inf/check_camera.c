/* Cameras: Windows' own video drivers are taken by Include and Needs, and then wholly.
 *
 * Which sections belong to which INF of Windows, and that USBVideo.NT wants .Services and .HW, too, is what Microsoft's
 * page about INF files for USB cameras shows (providing-a-uvc-inf-file). */
#include "cwdk/inf/check.h"

#include <string.h>
#include <strings.h>

static const struct {
    const char *binary, *inf;
} windows_drivers[] = {{"usbvideo.sys", "usbvideo.inf"}, {"ks.sys", "ks.inf"}};

/* Sections whose names begin so stand in that INF. */
static const struct {
    const char *prefix, *inf;
} windows_sections[] = {{"KS.", "ks.inf"}, {"KSCAPTUR.", "kscaptur.inf"}, {"USBVideo.", "usbvideo.inf"}};

static bool has_value(const struct inf_section *section, const char *directive, const char *value)
{
    for (const struct inf_line *line = inf_line(section, directive); line;
         line = inf_line_next(section, line, directive))
        for (size_t f = 0; f < line->count; f++)
            if (inf_same(line->fields[f].value, value))
                return true;
    return false;
}

static void check_binary(struct check *c, const char *path, struct diag_place place)
{
    const char *slash = strrchr(path, '\\'), *name = slash ? slash + 1 : path;
    for (size_t i = 0; i < sizeof windows_drivers / sizeof *windows_drivers; i++)
        if (inf_same(name, windows_drivers[i].binary))
            check_report(c, CODE_INF2650, place, "%s is Windows' own; take it from %s by Include and Needs", name,
                         windows_drivers[i].inf);
}

/* Which of windows_sections' INFs the section includes, a bit each; remembered for the one asked about last. */
static unsigned included(const struct inf_section *section, const struct inf_section **last, unsigned *bits)
{
    if (section == *last)
        return *bits;
    *last = section;
    *bits = 0;
    for (size_t i = 0; i < sizeof windows_sections / sizeof *windows_sections; i++)
        *bits |= (unsigned)has_value(section, "Include", windows_sections[i].inf) << i;
    return *bits;
}

static void check_included(struct check *c, const struct inf_use *use, unsigned bits)
{
    for (size_t i = 0; i < sizeof windows_sections / sizeof *windows_sections; i++)
        if (!strncasecmp(use->name, windows_sections[i].prefix, strlen(windows_sections[i].prefix)) && !(bits >> i & 1))
            check_report(c, CODE_INF2651, inf_place_of_field(c->inf, use->field),
                         "[%s] stands in %s, which [%s] does not include", use->name, windows_sections[i].inf,
                         use->from->section->name);
}

/* [X] needs USBVideo.NT: then [X.Services] and [X.HW] need theirs. Where the package brings a driver of its own
 * instead, it is no matter of Windows' sections. */
static void check_whole(struct check *c, const struct inf_section *install)
{
    static const char *const parts[] = {"Services", "HW"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *name = arena_format(c->arena, "%s.%s", install->name, parts[i]);
        const char *wanted = arena_format(c->arena, "USBVideo.NT.%s", parts[i]);
        const struct inf_section *section = inf_section(c->inf, name);
        if (section && (has_value(section, "Needs", wanted) || inf_line(section, "AddService")))
            continue;
        check_report(c, CODE_INF2652, inf_place_of_section(c->inf, section ? section : install),
                     "[%s] takes USBVideo.NT, so [%s] needs %s", install->name, name, wanted);
    }
}

void check_camera(struct check *c)
{
    const char *class = inf_value(c->inf, "Version", "Class");
    if (!class || !inf_same(class, "Camera"))
        return;
    const struct inf_section *last = NULL;
    unsigned bits = 0;
    for (size_t i = 0; i < c->walk.count && c->reported <= INF_FINDINGS_LIMIT; i++) {
        const struct inf_use *use = c->walk.uses[i];
        if (use->directive && !strcmp(use->directive, "Needs") && !use->section)
            check_included(c, use, included(use->from->section, &last, &bits));
        if (!use->section)
            continue;
        const struct inf_line *binary = use->kind == INF_KIND_SERVICE ? inf_line(use->section, "ServiceBinary") : NULL;
        if (binary)
            check_binary(c, inf_field_value(binary, 0), inf_place_of_line(c->inf, binary));
        if (use->kind == INF_KIND_INSTALL && has_value(use->section, "Needs", "USBVideo.NT"))
            check_whole(c, use->section);
    }
}
