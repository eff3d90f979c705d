/* What two install sections set differently for one machine: registry values and services.
 *
 * Windows may carry out every section before a device is there, so the order is chance. Compared are install sections
 * of one models section that have the same decoration, since these surely meet on one system. Values below a device's
 * own key (HKR) never meet. */
#include "cwdk/inf/check.h"

#include "cwdk/inf/names.h"

#include <stdlib.h>
#include <string.h>

enum { ROOT, SUBKEY, NAME, FLAGS, DATA };

#define NEEDS_DEPTH 4
#define WORK_LIMIT  1000000 /* fields looked at; a file with more to compare is no work of a person */

/* FLG_ADDREG_DELVAL, _APPEND, _KEYONLY, _OVERWRITEONLY, _KEYONLY_COMMON, _DELREG_BIT: no plain setting of a value */
#define FLAGS_OTHERWISE 0xA03C

struct setting {
    const struct inf_section *install; /* the root it belongs to */
    const struct inf_section *section; /* of a service: its own section */
    const struct inf_line *line;       /* AddReg entry, or AddService */
};

struct conflicts {
    struct check *check;
    struct inf_names names;
    struct setting *settings;
    size_t count, capacity, work;
    const struct inf_section *install; /* the root looked at now */
    const char *group;                 /* what roots that can meet have in common */
};

static bool same_value(const char *a, const char *b)
{
    int64_t x, y;
    return !strcmp(a, b) || (inf_number(a, &x) && inf_number(b, &y) && x == y);
}

/* Notes the setting; the one that another install section made under the same name, or NULL. */
static const struct setting *note(struct conflicts *k, const char *name, struct setting setting)
{
    if (k->work >= WORK_LIMIT)
        return NULL;
    const uint32_t found = inf_names_put(&k->names, name, (uint32_t)k->count, k->check->arena);
    if (found == k->count) {
        if (k->count == k->capacity) {
            k->capacity = k->capacity ? k->capacity * 2 : 64;
            k->settings = memory_resize(k->settings, k->capacity, sizeof *k->settings);
        }
        k->settings[k->count++] = setting;
        return NULL;
    }
    const struct setting *first = &k->settings[found];
    return first->install == setting.install || first->line == setting.line ? NULL : first;
}

/* ---- Registry values ---- */

static int64_t flags_of(const struct inf_line *line)
{
    int64_t flags;
    return inf_number(inf_field_value(line, FLAGS), &flags) ? flags : 0;
}

static bool same_entry(const struct inf_line *a, const struct inf_line *b)
{
    if (flags_of(a) != flags_of(b))
        return false;
    const size_t count = a->count > b->count ? a->count : b->count;
    for (size_t f = DATA; f < count; f++) {
        const char *x = inf_field_value(a, f), *y = inf_field_value(b, f);
        if (!(flags_of(a) & 1 ? same_value(x, y) || inf_same(x, y) : !strcmp(x, y)))
            return false;
    }
    return true;
}

/* An entry of a list; `service` is whose HKR it is, or NULL for a device's. */
static void add_entry(struct conflicts *k, const struct inf_line *line, const char *service)
{
    const char *root = inf_field_value(line, ROOT), *subkey = inf_field_value(line, SUBKEY);
    const char *name = inf_field_value(line, NAME);
    k->work += line->count + 1;
    const bool relative = inf_same(root, "HKR");
    if (!*root || (relative && !service) || flags_of(line) & FLAGS_OTHERWISE || line->count <= FLAGS)
        return;
    const char *key =
        arena_format(k->check->arena, "%s|%s|%s\\%s|%s", k->group, relative ? service : "", root, subkey, name);
    const struct setting *first = note(k, key, (struct setting){k->install, NULL, line});
    if (!first || same_entry(first->line, line))
        return;
    const struct diag_place place = inf_place_of_line(k->check->inf, line);
    if (relative)
        check_report(k->check, CODE_INF1332, place,
                     "registry value '%s\\%s\\%s' of service %s is set differently for [%s] and [%s]", root, subkey,
                     name, service, first->install->name, k->install->name);
    else
        check_report(k->check, CODE_INF1331, place, "registry value '%s\\%s\\%s' is set differently for [%s] and [%s]",
                     root, subkey, name, first->install->name, k->install->name);
}

static void add_lists(struct conflicts *k, const struct inf_section *holder, const char *service)
{
    for (const struct inf_line *line = inf_line(holder, "AddReg"); line; line = inf_line_next(holder, line, "AddReg")) {
        for (size_t f = 0; f < line->count; f++, k->work++) {
            const struct inf_section *list = inf_section(k->check->inf, line->fields[f].value);
            for (size_t i = 0; list && i < list->count && k->work < WORK_LIMIT; i++)
                add_entry(k, &list->lines[i], service);
        }
    }
}

/* ---- Services ---- */

/* The directive in which two service sections differ, or NULL. */
static const char *difference(struct conflicts *k, const struct inf_section *a, const struct inf_section *b)
{
    static const char *const directives[] = {"ServiceType",  "StartType", "ErrorControl",   "ServiceBinary",
                                             "Dependencies", "StartName", "LoadOrderGroup", "Security"};
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++) {
        const struct inf_line *x = inf_line(a, directives[i]), *y = inf_line(b, directives[i]);
        const size_t count = (x ? x->count : 0) > (y ? y->count : 0) ? x->count : y ? y->count : 0;
        for (size_t f = 0; f < count; f++, k->work++) {
            const char *left = x ? inf_field_value(x, f) : "", *right = y ? inf_field_value(y, f) : "";
            if (!inf_same(left, right) && !same_value(left, right))
                return directives[i];
        }
    }
    return NULL;
}

static void add_services(struct conflicts *k, const struct inf_section *services)
{
    for (const struct inf_line *line = inf_line(services, "AddService"); line;
         line = inf_line_next(services, line, "AddService")) {
        k->work += line->count + 1;
        const char *name = inf_field_value(line, 0);
        const struct inf_section *section = inf_section(k->check->inf, inf_field_value(line, 2));
        if (!*name || !section)
            continue;
        const char *key = arena_format(k->check->arena, "%s|%s", k->group, name);
        const struct setting *first = note(k, key, (struct setting){k->install, section, line});
        const char *differs = first ? difference(k, first->section, section) : NULL;
        if (differs && check_report(k->check, CODE_INF1333, inf_place_of_line(k->check->inf, line),
                                    "service %s is configured differently for [%s] and [%s]", name,
                                    first->install->name, k->install->name))
            diag_help(k->check->diag, "%s differs between [%s] and [%s]", differs, first->section->name, section->name);
        add_lists(k, section, name);
    }
}

/* ---- All ---- */

static void add_section(struct conflicts *k, const struct inf_section *section, bool services, unsigned depth)
{
    if (!section || k->work >= WORK_LIMIT)
        return;
    k->work++;
    if (services)
        add_services(k, section);
    else
        add_lists(k, section, NULL);
    const struct inf_line *needs = depth ? inf_line(section, "Needs") : NULL;
    for (size_t f = 0; needs && f < needs->count; f++)
        add_section(k, inf_section(k->check->inf, needs->fields[f].value), services, depth - 1);
}

static const struct inf_section *suffixed(const struct conflicts *k, const char *suffix)
{
    return inf_section(k->check->inf, arena_format(k->check->arena, "%s%s", k->install->name, suffix));
}

void check_conflicts(struct check *c)
{
    struct conflicts k = {.check = c};
    uint32_t *owners = arena_array(c->arena, c->inf->line_count + 1, sizeof *owners);
    for (size_t s = 0; s < c->inf->count; s++)
        for (size_t i = 0; i < c->inf->sections[s].count; i++)
            owners[&c->inf->sections[s].lines[i] - c->inf->lines] = (uint32_t)s;
    for (size_t i = 0; i < c->walk.count && c->reported <= INF_FINDINGS_LIMIT; i++) {
        const struct inf_use *use = c->walk.uses[i];
        if (use->kind != INF_KIND_INSTALL || use->from || !use->line || !use->section)
            continue;
        k.install = use->section;
        k.group = arena_format(c->arena, "%u%s", (unsigned)owners[use->line - c->inf->lines],
                               use->section->name + strlen(use->base));
        add_section(&k, use->section, false, NEEDS_DEPTH);
        add_section(&k, suffixed(&k, inf_kind_suffix(INF_KIND_HW)), false, NEEDS_DEPTH);
        add_section(&k, suffixed(&k, inf_kind_suffix(INF_KIND_SERVICES)), true, NEEDS_DEPTH);
    }
    free(k.settings);
}
