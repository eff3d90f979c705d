/* Entries of AddReg and DelReg sections: roots, types, data, and what the modes allow. */
#include "cwdk/inf/check.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define FLG_ADDREG_BINVALUETYPE 0x00000001
#define FLG_ADDREG_DELVAL       0x00000004
#define FLG_ADDREG_APPEND       0x00000008
#define TYPE_MASK               0xFFFF0001u
#define TYPE_BINARY             0x00000001
#define TYPE_MULTI_SZ           0x00010000
#define TYPE_EXPAND_SZ          0x00020000
#define TYPE_DWORD              0x00010001
#define TYPE_QWORD              0x000B0001

enum { ROOT, SUBKEY, NAME, FLAGS, DATA };

static bool starts_with(const char *text, const char *prefix)
{
    const size_t length = strlen(prefix);
    return !strncasecmp(text, prefix, length) && (!text[length] || text[length] == '\\');
}

static bool root_valid(const char *root)
{
    return inf_same(root, "HKR") || inf_same(root, "HKLM") || inf_same(root, "HKCR") || inf_same(root, "HKCU") ||
           inf_same(root, "HKU");
}

/* COM classes and media foundation transforms are registered globally even by universal drivers. */
static bool universal_exception(const char *root, const char *subkey)
{
    if (inf_same(root, "HKCR"))
        return true;
    return inf_same(root, "HKLM") &&
           (starts_with(subkey, "SOFTWARE\\Classes") ||
            starts_with(subkey, "SOFTWARE\\Microsoft\\Windows Media Foundation") ||
            starts_with(subkey, "SOFTWARE\\WOW6432Node\\Microsoft\\Windows Media Foundation") ||
            starts_with(subkey, "SOFTWARE\\WOW3232Node\\Microsoft\\Windows Media Foundation"));
}

static void check_root_key(struct check *c, const struct inf_line *line, const char *directive)
{
    const char *root = inf_field_value(line, ROOT), *subkey = inf_field_value(line, SUBKEY);
    const struct diag_place place = inf_place_of_line(c->inf, line);
    if (!root_valid(root)) {
        check_report(c, CODE_INF1224, place, "'%s' is no root of the registry; expected HKR, HKLM, HKCR, HKCU or HKU",
                     root);
        return;
    }
    if (inf_same(root, "HKR"))
        return;
    if (inf_same(root, "HKLM") && starts_with(subkey, "SYSTEM") && !starts_with(subkey, "SYSTEM\\CurrentControlSet"))
        check_report(c, CODE_INF1222, place, "HKLM\\%s may not be changed; below SYSTEM only CurrentControlSet may",
                     subkey);
    if (!universal_exception(root, subkey))
        check_report(c, CODE_INF1304, place, "%s changes %s\\%s, which is not relative to the device (HKR)", directive,
                     root, subkey);
    check_report(c, CODE_INF1321, place, "%s changes %s\\%s; an isolated driver keeps to HKR", directive, root, subkey);
}

/* ---- Type and data ---- */

static bool is_byte(const char *text)
{
    if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
        text += 2;
    const size_t length = strlen(text);
    return length >= 1 && length <= 2 && strspn(text, "0123456789abcdefABCDEF") == length;
}

static void check_data(struct check *c, const struct inf_line *line, uint32_t type)
{
    const size_t count = line->count > DATA ? line->count - DATA : 0;
    for (size_t i = DATA; type == TYPE_BINARY && i < line->count; i++)
        if (!is_byte(line->fields[i].value) && !(count == 1 && !*line->fields[i].value)) {
            check_report(c, CODE_INF1267, inf_place_of_field(c->inf, &line->fields[i]),
                         "'%s' is no byte; expected 00 to FF", line->fields[i].value);
            return;
        }
    if ((type != TYPE_DWORD && type != TYPE_QWORD) || count != 1)
        return;
    const char *text = line->fields[DATA].value;
    const bool negative = *text == '-';
    int64_t number;
    char *end;
    const bool quad = type == TYPE_QWORD && !negative && strncasecmp(text, "0x", 2) == 0 &&
                      (strtoull(text, &end, 16), end != text + 2 && !*end);
    if (*text && !quad &&
        (!inf_number(text, &number) || (type == TYPE_DWORD && (number > UINT32_MAX || number < INT32_MIN))))
        check_report(c, CODE_INF1268, inf_place_of_field(c->inf, &line->fields[DATA]), "'%s' is no %d-bit number", text,
                     type == TYPE_DWORD ? 32 : 64);
}

static void check_flags(struct check *c, const struct inf_line *line)
{
    const char *text = inf_field_value(line, FLAGS);
    int64_t flags = 0;
    if (*text && !inf_number(text, &flags)) {
        if (*text != '%') /* an undefined string is reported as such */
            check_report(c, CODE_INF1268, inf_place_of_field(c->inf, &line->fields[FLAGS]),
                         "the flags '%s' are no number", text);
        return;
    }
    const uint32_t type = (uint32_t)flags & TYPE_MASK;
    if (type & ~1u && !(type & FLG_ADDREG_BINVALUETYPE) && type != TYPE_MULTI_SZ && type != TYPE_EXPAND_SZ) {
        check_report(c, CODE_INF1264, inf_place_of_field(c->inf, &line->fields[FLAGS]),
                     "flags %s name a type of their own, which wants bit 0 (FLG_ADDREG_BINVALUETYPE), too", text);
        return;
    }
    if (flags & FLG_ADDREG_APPEND) {
        if (type != TYPE_MULTI_SZ)
            check_report(c, CODE_INF1265, inf_place_of_field(c->inf, &line->fields[FLAGS]),
                         "flags %s append to a value that is no REG_MULTI_SZ", text);
        else
            check_report(c, CODE_INF1305, inf_place_of_field(c->inf, &line->fields[FLAGS]),
                         "appending to a REG_MULTI_SZ depends on what is there already");
    }
    if (flags & FLG_ADDREG_DELVAL)
        check_report(c, CODE_INF1308, inf_place_of_field(c->inf, &line->fields[FLAGS]),
                     "flags %s delete a value; a driver package only adds, and Windows cleans up", text);
    else
        check_data(c, line, type);
}

/* ---- Special values ---- */

static void check_system_path(struct check *c, const struct inf_line *line)
{
    static const struct {
        int64_t dirid;
        const char *instead;
    } paths[] = {{10, "%%SystemRoot%%"}, {11, "%%SystemRoot%%\\System32"}, {12, "%%SystemRoot%%\\System32\\drivers"}};
    for (size_t f = DATA; f < line->count; f++) {
        int64_t dirid;
        const char *rest;
        if (!check_split_dirid(line->fields[f].value, &dirid, &rest))
            continue;
        for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
            if (paths[i].dirid == dirid &&
                check_report(c, CODE_INF1258, inf_place_of_field(c->inf, &line->fields[f]),
                             "the path '%s' is resolved when the package is added, perhaps for another Windows",
                             line->fields[f].value))
                diag_help(c->diag, "write %s and the type REG_EXPAND_SZ (0x00020000)", paths[i].instead);
    }
}

static void check_entry(struct check *c, const struct inf_line *line, const struct inf_use *holder)
{
    const char *root = inf_field_value(line, ROOT), *subkey = inf_field_value(line, SUBKEY);
    const char *name = inf_field_value(line, NAME), *bad;
    check_root_key(c, line, "AddReg");
    check_flags(c, line);
    check_system_path(c, line);
    if (!inf_same(root, "HKR"))
        return;
    if (holder->kind == INF_KIND_SERVICE && !starts_with(subkey, "Parameters"))
        check_report(c, CODE_INF1323, inf_place_of_line(c->inf, line),
                     "a service keeps its settings below HKR,Parameters, not in '%s'", subkey);
    const bool device = holder->kind == INF_KIND_HW || holder->kind == INF_KIND_INSTALL;
    /* Systems before AddFilter have no other way. */
    if (device && !*subkey && (inf_same(name, "UpperFilters") || inf_same(name, "LowerFilters"))) {
        (inf_version_compare(c->lowest, FIRST_ADD_FILTER) < 0 ? check_warn : check_report)(
            c, CODE_INF1329, inf_place_of_line(c->inf, line),
            "%s is set by AddReg; filters are added by AddFilter in [%s.Filters]", name, holder->base);
        if (c->extension)
            check_report(c, CODE_INF1384, inf_place_of_line(c->inf, line),
                         "%s is set by AddReg; the order among extensions is not certain", name);
    }
    if (device && !*subkey && inf_same(name, "CoInstallers32"))
        check_report(c, CODE_INF1303, inf_place_of_line(c->inf, line),
                     "CoInstallers32 registers a co-installer, which Windows no longer runs");
    if (holder->kind == INF_KIND_HW && !*subkey && inf_same(name, "Security") && !*inf_field_value(line, FLAGS) &&
        line->count > DATA && !check_sddl(inf_field_value(line, DATA), &bad))
        check_report(c, CODE_INF0116, inf_place_of_field(c->inf, &line->fields[DATA]),
                     "the security descriptor is malformed at '%.40s'", bad);
}

static void check_descriptor_section(struct check *c, const struct inf_section *list)
{
    char name[INF_SECTION_LIMIT * 4 + 16];
    snprintf(name, sizeof name, "%s.security", list->name);
    const struct inf_section *security = inf_section(c->inf, name);
    const char *bad;
    for (size_t i = 0; security && i < security->count; i++)
        if (!check_sddl(inf_field_value(&security->lines[i], 0), &bad))
            check_report(c, CODE_INF0116, inf_place_of_line(c->inf, &security->lines[i]),
                         "the security descriptor is malformed at '%.40s'", bad);
}

void check_registry(struct check *c)
{
    /* A list that two sections of one kind add has the same meaning for both. */
    uint64_t *seen = arena_array(c->arena, c->inf->count, sizeof *seen);
    for (size_t i = 0; i < c->walk.count && c->reported <= INF_FINDINGS_LIMIT; i++) {
        const struct inf_use *holder = c->walk.uses[i];
        if (holder->section && (holder->kind == INF_KIND_ADDREG || holder->kind == INF_KIND_COPYFILES))
            check_descriptor_section(c, holder->section);
        if (!holder->section || !inf_directive_known(holder->kind, "AddReg"))
            continue;
        for (size_t n = 0; n < holder->section->count; n++) {
            const struct inf_line *line = &holder->section->lines[n];
            const bool deletes = line->key && inf_same(line->key->value, "DelReg");
            if (!deletes && !(line->key && inf_same(line->key->value, "AddReg")))
                continue;
            for (size_t f = 0; f < line->count; f++) {
                const struct inf_section *list = inf_section(c->inf, line->fields[f].value);
                const uint64_t bit = UINT64_C(1) << (deletes ? INF_KIND_DELREG : holder->kind);
                if (!list || seen[list - c->inf->sections] & bit)
                    continue;
                seen[list - c->inf->sections] |= bit;
                for (size_t e = 0; e < list->count; e++) {
                    if (deletes)
                        check_root_key(c, &list->lines[e], "DelReg");
                    else
                        check_entry(c, &list->lines[e], holder);
                }
            }
        }
    }
}
