/* [Version], the encoding, [Strings], and repetitions of what may stand once. */
#include "cwdk/inf/check.h"

#include "cwdk/inf/strings.h"

#include <string.h>
#include <strings.h>

#define CLASS_NAME_LIMIT 31

static void check_encoding(struct check *c)
{
    const struct inf *inf = c->inf;
    const struct diag_place place = diag_in_file(inf->path);
    if (inf->encoding == INF_UTF16BE || inf->encoding == INF_UTF8) {
        check_report(c, CODE_INF1003, place, "the file is encoded as %s; Windows wants UTF-16 LE or ANSI",
                     inf->encoding == INF_UTF8 ? "UTF-8" : "UTF-16 BE");
        return;
    }
    if (inf->encoding != INF_ANSI)
        return;
    for (size_t i = 0; i < inf->line_count; i++) {
        const struct inf_line *line = &inf->lines[i];
        for (size_t f = 0; f < line->count; f++) {
            for (const char *p = line->fields[f].text; *p; p++) {
                if (!((unsigned char)*p & 0x80))
                    continue;
                if (check_report(c, CODE_INF0114, inf_place_of_field(inf, &line->fields[f]),
                                 "the field has characters beyond ASCII in a file without Unicode encoding"))
                    diag_help(c->diag, "save the file as UTF-16 LE with a byte order mark");
                return;
            }
        }
    }
}

/* ---- [Version] ---- */

/* The line of a directive that has a value; reports `code` where it lacks. */
static const struct inf_line *required(struct check *c, const struct inf_section *version, const char *key,
                                       const char *code)
{
    const struct inf_line *line = inf_line(version, key);
    if (line && *inf_field_value(line, 0))
        return line;
    const struct diag_place place = line ? inf_place_of_line(c->inf, line) : inf_place_of_section(c->inf, version);
    check_report(c, code, place, "[Version] has no %s", key);
    return NULL;
}

static void check_class(struct check *c, const struct inf_section *version)
{
    const struct inf_line *name_line = required(c, version, "Class", CODE_INF1234);
    const struct inf_line *guid_line = required(c, version, "ClassGuid", CODE_INF1234);
    const char *name = name_line ? inf_field_value(name_line, 0) : NULL;
    const char *guid = guid_line ? inf_field_value(guid_line, 0) : NULL;
    if (name && strlen(name) > CLASS_NAME_LIMIT)
        check_report(c, CODE_INF1286, inf_place_of_field(c->inf, name_line->fields),
                     "the class name has %zu characters; at most %d are allowed", strlen(name), CLASS_NAME_LIMIT);
    if (guid && !check_is_guid(guid)) {
        check_report(c, CODE_INF1010, inf_place_of_field(c->inf, guid_line->fields),
                     "ClassGuid '%s' is malformed; expected {XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}", guid);
        return;
    }
    if (!name || !guid)
        return;
    const struct device_class *by_name = class_by_name(name), *by_guid = class_by_guid(guid);
    if (by_guid && !inf_same(by_guid->name, name))
        check_report(c, CODE_INF1280, inf_place_of_field(c->inf, name_line->fields),
                     "class %s does not belong to that ClassGuid, which is the one of %s", name, by_guid->name);
    else if (by_name && !inf_same(by_name->guid, guid))
        check_report(c, CODE_INF1281, inf_place_of_field(c->inf, guid_line->fields),
                     "ClassGuid %s does not belong to class %s, whose is %s", guid, name, by_name->guid);
    else if (by_guid && by_guid->use == CLASS_RESERVED)
        check_report(c, CODE_INF1284, inf_place_of_field(c->inf, name_line->fields),
                     "class %s is reserved for Windows itself", name);
    else if (by_guid && by_guid->use == CLASS_SAMPLE)
        check_warn(c, CODE_INF1284, inf_place_of_field(c->inf, name_line->fields),
                   "class %s is for sample drivers; choose the class of your device before you ship", name);
    if (by_guid && by_guid->use != CLASS_SAMPLE) {
        for (size_t i = 0; i < c->inf->count; i++) {
            const struct inf_section *s = &c->inf->sections[i];
            if (!strncasecmp(s->name, "ClassInstall32", 14) && (!s->name[14] || s->name[14] == '.'))
                check_report(c, CODE_INF1285, inf_place_of_section(c->inf, s),
                             "[%s] would redefine class %s, which Windows defines", s->name, name);
        }
    }
}

static void check_driver_ver(struct check *c, const struct inf_section *version)
{
    const struct inf_line *line = required(c, version, "DriverVer", CODE_INF1233);
    if (!line)
        return;
    struct inf_driver_ver parsed;
    const char *date = inf_field_value(line, 0), *number = inf_field_value(line, 1);
    if (!inf_date_parse(date, &parsed))
        check_report(c, CODE_INF1218, inf_place_of_field(c->inf, line->fields), "'%s' is no date; expected mm/dd/yyyy",
                     date);
    if (!inf_version_parse(number, parsed.version))
        check_report(c, CODE_INF1217, inf_place_of_field(c->inf, &line->fields[line->count > 1]),
                     "'%s' is no driver version; expected w.x.y.z, each number up to 65535", number);
    else if (!(parsed.version[0] | parsed.version[1] | parsed.version[2] | parsed.version[3]))
        check_report(c, CODE_INF1217, inf_place_of_field(c->inf, &line->fields[1]),
                     "a driver's version may not be 0.0.0.0");
}

static void check_catalogs(struct check *c, const struct inf_section *version)
{
    size_t count;
    const struct inf_catalog *catalogs = inf_catalogs(c->inf, c->arena, &count);
    if (!count && check_report(c, CODE_INF1233, inf_place_of_section(c->inf, version), "[Version] has no CatalogFile"))
        diag_help(c->diag, "without it the package cannot be signed: CatalogFile = NAME.cat");
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(catalogs[i].name);
        if (length < 5 || strcasecmp(catalogs[i].name + length - 4, ".cat") != 0 || strpbrk(catalogs[i].name, "\\/:*?"))
            check_report(c, CODE_INF1214, inf_place_of_line(c->inf, catalogs[i].line),
                         "'%s' is no name of a catalog; expected filename.cat", catalogs[i].name);
    }
}

static void check_extension(struct check *c, const struct inf_section *version)
{
    const struct inf_line *line = inf_line(version, "ExtensionId");
    if (line && !check_is_guid(inf_field_value(line, 0)))
        check_report(c, CODE_INF1380, inf_place_of_field(c->inf, line->fields),
                     "ExtensionId '%s' is malformed; expected {XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}",
                     inf_field_value(line, 0));
    if (c->extension && !line)
        check_report(c, CODE_INF1381, inf_place_of_section(c->inf, version),
                     "an INF of class Extension needs an ExtensionId in [Version]");
}

static void check_provider(struct check *c, const struct inf_section *version)
{
    const struct inf_line *line = required(c, version, "Provider", CODE_INF1234);
    if (line && !strncasecmp(inf_field_value(line, 0), "Microsoft", 9))
        check_report(c, CODE_INF1204, inf_place_of_field(c->inf, line->fields),
                     "the provider may not be '%s'; it is whoever wrote the INF", inf_field_value(line, 0));
}

void check_version(struct check *c)
{
    const struct inf *inf = c->inf;
    check_encoding(c);
    const struct inf_section *version = inf_section(inf, "Version");
    if (!version) {
        if (check_report(c, CODE_INF1001, diag_in_file(inf->path), "there is no section [Version]")) {
            const char *near = check_nearest_section(c, "Version");
            if (near)
                diag_help(c->diag, "nearest is [%s]", near);
        }
        return;
    }
    const struct inf_line *signature = inf_line(version, "Signature");
    const char *value = signature ? inf_field_value(signature, 0) : "";
    if (!inf_same(value, "$WINDOWS NT$") && !inf_same(value, "$CHICAGO$"))
        check_report(c, CODE_INF1001,
                     signature ? inf_place_of_line(inf, signature) : inf_place_of_section(inf, version),
                     "[Version] must have Signature = \"$WINDOWS NT$\"");
    check_class(c, version);
    check_provider(c, version);
    check_driver_ver(c, version);
    check_catalogs(c, version);
    check_extension(c, version);

    const struct inf_line *lockdown = inf_line(version, "PnpLockdown");
    int64_t locked = 0;
    if (!lockdown || !inf_number(inf_field_value(lockdown, 0), &locked) || locked != 1)
        check_report(c, CODE_INF1324, lockdown ? inf_place_of_line(inf, lockdown) : inf_place_of_section(inf, version),
                     "[Version] should have PnpLockdown = 1, which protects the installed files");
    for (const char *const *old = (const char *const[]){"DriverPackageDisplayName", "DriverPackageType", NULL}; *old;
         old++) {
        const struct inf_line *line = inf_line(version, *old);
        if (line)
            check_report(c, CODE_INF2009, inf_place_of_line(inf, line), "%s is obsolete and will be ignored", *old);
    }
}

/* ---- [Strings] ---- */

static void check_tokens(struct check *c, const struct inf_field *field)
{
    struct inf_token token;
    for (const char *p = field->text; !field->literal && inf_token_next(p, &token); p = token.end) {
        char name[512];
        if (!token.length || token.length >= sizeof name)
            continue;
        memcpy(name, token.name, token.length);
        name[token.length] = 0;
        if (inf_string(c->inf, name))
            continue;
        int64_t dirid;
        if (inf_number(name, &dirid)) {
            if (!check_dirid_known(dirid) && !(dirid >= 32768 && dirid <= 65535))
                check_report(c, CODE_INF1242, inf_place_of_field(c->inf, field),
                             "%%%s%% is no directory that Windows knows", name);
            continue;
        }
        if (check_report(c, CODE_INF1235, inf_place_of_field(c->inf, field),
                         "string %%%s%% is not defined in [Strings]", name))
            diag_help(c->diag, "define it there; for a literal %%%s%% write %%%%%s%%%%", name, name);
    }
}

static void check_languages(struct check *c)
{
    const struct inf_section *base = inf_section(c->inf, "Strings");
    for (size_t i = 0; base && i < c->inf->count; i++) {
        const struct inf_section *s = &c->inf->sections[i];
        if (s == base || !inf_is_strings_section(s->name) || s->count == base->count)
            continue;
        if (!check_report(c, CODE_INF1295, inf_place_of_section(c->inf, s), "[%s] has %zu strings, but [%s] has %zu",
                          s->name, s->count, base->name, base->count))
            continue;
        for (size_t n = 0; n < base->count; n++) {
            if (base->lines[n].key && !inf_line(s, base->lines[n].key->value)) {
                diag_help(c->diag, "'%s', for one, is missing", base->lines[n].key->value);
                break;
            }
        }
    }
}

void check_strings(struct check *c)
{
    for (size_t i = 0; i < c->inf->line_count && c->reported <= INF_FINDINGS_LIMIT; i++) {
        const struct inf_line *line = &c->inf->lines[i];
        if (line->key)
            check_tokens(c, line->key);
        for (size_t f = 0; f < line->count; f++)
            check_tokens(c, &line->fields[f]);
    }
    check_languages(c);
}
