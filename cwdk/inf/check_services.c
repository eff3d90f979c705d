/* Services: how they are added, what their sections must say, and that their binaries are in the package. */
#include "cwdk/inf/check.h"

#include "cwdk/inf/names.h"

#include <string.h>
#include <strings.h>

#define SPSVCINST_ASSOCSERVICE 0x2
#define SPSVCINST_KNOWN        0x3FFFF
#define SERVICE_DISABLED       4
#define SERVICE_SYSTEM_START   1
#define SERVICE_WIN32          0x30

/* The number of a directive; reports where it lacks or is none within the limit. */
static bool number_of(struct check *c, const struct inf_section *section, const char *key, int64_t limit, int64_t *out)
{
    const struct inf_line *line = inf_line(section, key);
    if (!line || !*inf_field_value(line, 0)) {
        check_report(c, CODE_INF1289, line ? inf_place_of_line(c->inf, line) : inf_place_of_section(c->inf, section),
                     "service section [%s] has no %s", section->name, key);
        return false;
    }
    if (inf_number(inf_field_value(line, 0), out) && *out >= 0 && *out <= limit)
        return true;
    check_report(c, CODE_INF1081, inf_place_of_field(c->inf, line->fields), "%s has the invalid value '%s'", key,
                 inf_field_value(line, 0));
    return false;
}

/* The path without quotes around it and arguments behind it. Quotes that the INF doubled stand in the value. */
static char *image_path(struct check *c, const char *binary)
{
    if (*binary == '"') {
        const char *close = strchr(binary + 1, '"');
        return arena_substring(c->arena, binary + 1, close ? (size_t)(close - binary - 1) : strlen(binary + 1));
    }
    return arena_substring(c->arena, binary, strcspn(binary, " "));
}

/* "13\\sub\\x.sys" for every copied file. */
static struct inf_names *copied_paths(struct check *c)
{
    struct inf_names *paths = arena_alloc(c->arena, sizeof *paths);
    for (size_t i = 0; i < c->file_count; i++) {
        const struct inf_file *file = &c->files[i];
        const char *subdir = file->subdir + strspn(file->subdir, "\\");
        size_t length = strlen(subdir);
        while (length && subdir[length - 1] == '\\')
            length--;
        inf_names_put(
            paths,
            arena_format(c->arena, "%u\\%.*s%s%s", file->dirid, (int)length, subdir, length ? "\\" : "", file->target),
            (uint32_t)i, c->arena);
    }
    return paths;
}

static bool is_copied_to(const struct check *c, int64_t dirid, const char *path)
{
    char key[INF_FIELD_LIMIT * 4 + 32];
    snprintf(key, sizeof key, "%lld\\%s", (long long)dirid, path);
    return inf_names_find(c->copied, key) != INF_NAME_NONE;
}

/* Directories below others: 10\System32 is 11, 11\drivers is 12. */
static bool is_copied(const struct check *c, int64_t dirid, const char *path)
{
    if (is_copied_to(c, dirid, path))
        return true;
    if (dirid == 10 && !strncasecmp(path, "System32\\", 9))
        return is_copied(c, 11, path + 9);
    if (dirid == 11 && !strncasecmp(path, "drivers\\", 8))
        return is_copied(c, 12, path + 8);
    return false;
}

/* Drivers of Windows that packages used to name as their own. */
static bool is_inbox(const char *name)
{
    return inf_same(name, "WUDFRd.sys") || inf_same(name, "mshidkmdf.sys") || inf_same(name, "mshidumdf.sys");
}

static void check_binary(struct check *c, const struct inf_section *section)
{
    const struct inf_line *line = inf_line(section, "ServiceBinary");
    const char *binary = line ? inf_field_value(line, 0) : "";
    if (!*binary) {
        check_report(c, CODE_INF1289, line ? inf_place_of_line(c->inf, line) : inf_place_of_section(c->inf, section),
                     "service section [%s] has no ServiceBinary", section->name);
        return;
    }
    int64_t dirid;
    const char *rest;
    const char *path = image_path(c, binary);
    const struct diag_place place = inf_place_of_field(c->inf, line->fields);
    if (!*path) {
        check_report(c, CODE_INF1254, place, "ServiceBinary '%s' names no file", binary);
        return;
    }
    if (!check_split_dirid(path, &dirid, &rest)) {
        /* an undefined string is reported as such */
        if (*path != '%' &&
            check_report(c, CODE_INF2085, place, "ServiceBinary '%s' is no path below a directory id", binary))
            diag_help(c->diag, "write %%13%%\\NAME.sys for a file of the driver package");
        return;
    }
    if (c->missing_list || is_copied(c, dirid, rest))
        return;
    const bool inbox = dirid == 12 && is_inbox(rest);
    if (!(inbox && inf_version_compare(c->lowest, FIRST_WINDOWS_11) < 0 ? check_warn : check_report)(
            c, CODE_INF2084, place, "ServiceBinary '%s' is no file that this INF copies (for %s)", path,
            inf_arch_name(c->arch)))
        return;
    if (inbox) {
        diag_help(c->diag, "take the service of Windows by Include and Needs; cwdk explain INF2084");
        return;
    }
    const char *near = NULL;
    for (size_t i = 0; i < c->file_count && !near; i++)
        near = check_nearest(rest, (const char *const[]){c->files[i].target, NULL});
    if (strchr(binary, ' ') && *binary != '"')
        diag_help(c->diag, "a path with spaces wants three quotation marks on each side: \"\"\"%%13%%\\...\"\"\"");
    else if (near)
        diag_help(c->diag, "the nearest is %s: compare name and directory", near);
}

static void check_security(struct check *c, const struct inf_section *section)
{
    const struct inf_line *line = inf_line(section, "Security");
    const char *bad;
    if (line && !check_sddl(inf_field_value(line, 0), &bad))
        check_report(c, CODE_INF0116, inf_place_of_field(c->inf, line->fields),
                     "the security descriptor is malformed at '%.40s'", bad);
}

static void check_service(struct check *c, const struct inf_section *section, const char *name, bool associated)
{
    int64_t type, start, control;
    const bool has_type = number_of(c, section, "ServiceType", 0xFFF, &type);
    const bool has_start = number_of(c, section, "StartType", SERVICE_DISABLED, &start);
    number_of(c, section, "ErrorControl", 3, &control);
    check_binary(c, section);
    check_security(c, section);
    if (has_start && start == SERVICE_DISABLED && associated)
        check_report(c, CODE_INF1251, inf_place_of_section(c->inf, section),
                     "service %s is the device's driver, but disabled (StartType = 4)", name);
    if (has_start && has_type && start <= SERVICE_SYSTEM_START && type & SERVICE_WIN32)
        check_report(c, CODE_INF1252, inf_place_of_section(c->inf, section),
                     "service %s is a program (ServiceType = %lld) and cannot start with the kernel (StartType = %lld)",
                     name, (long long)type, (long long)start);
}

static bool read_flags(struct check *c, const struct inf_line *line, int64_t *flags)
{
    const char *text = inf_field_value(line, 1);
    *flags = 0;
    if (!*text)
        return true;
    if (!inf_number(text, flags)) {
        check_report(c, CODE_INF1082, inf_place_of_field(c->inf, &line->fields[1]),
                     "AddService has the flags '%s', which are no number", text);
        return false;
    }
    if (*flags & ~(int64_t)SPSVCINST_KNOWN)
        check_report(c, CODE_INF1083, inf_place_of_field(c->inf, &line->fields[1]),
                     "AddService has flags that Windows does not know: %s", text);
    return true;
}

static void check_event_log_type(struct check *c, const struct inf_line *line)
{
    const char *type = inf_field_value(line, 4);
    if (*type && !inf_same(type, "System") && !inf_same(type, "Application") && !inf_same(type, "Security"))
        check_report(c, CODE_INF1250, inf_place_of_field(c->inf, &line->fields[4]),
                     "'%s' is no event log; expected System, Application or Security", type);
}

static void check_add_service(struct check *c, const struct inf_line *line, const char **associated,
                              const struct inf_section *services)
{
    const char *name = inf_field_value(line, 0), *section_name = inf_field_value(line, 2);
    int64_t flags;
    if (!read_flags(c, line, &flags))
        return;
    check_event_log_type(c, line);
    if (!*name) {
        if (!(flags & SPSVCINST_ASSOCSERVICE))
            check_report(c, CODE_INF1253, inf_place_of_line(c->inf, line),
                         "AddService without a name has a meaning with flag 2 only (no driver needed)");
        else if (*section_name)
            check_report(c, CODE_INF1272, inf_place_of_field(c->inf, &line->fields[2]),
                         "service section [%s] is ignored, since AddService names no service", section_name);
    } else if (!*section_name) {
        check_report(c, CODE_INF1005, inf_place_of_line(c->inf, line), "AddService %s names no service section", name);
    }
    if (flags & SPSVCINST_ASSOCSERVICE) {
        if (c->extension && *name)
            check_report(c, CODE_INF1383, inf_place_of_line(c->inf, line),
                         "an extension INF cannot make %s the device's driver (flag 2)", name);
        if (*associated && !inf_same(*associated, name))
            check_report(c, CODE_INF1211, inf_place_of_line(c->inf, line),
                         "[%s] makes both %s and %s the device's driver (flag 2)", services->name,
                         **associated ? *associated : "(none)", *name ? name : "(none)");
        *associated = name;
    }
    const struct inf_section *section = *name ? inf_section(c->inf, section_name) : NULL;
    if (section)
        check_service(c, section, name, flags & SPSVCINST_ASSOCSERVICE);
}

void check_services(struct check *c)
{
    c->copied = copied_paths(c);
    for (size_t i = 0; i < c->walk.count && c->reported <= INF_FINDINGS_LIMIT; i++) {
        const struct inf_use *use = c->walk.uses[i];
        if (!use->section || use->kind != INF_KIND_SERVICES)
            continue;
        const char *associated = NULL;
        for (size_t n = 0; n < use->section->count; n++) {
            const struct inf_line *line = &use->section->lines[n];
            if (line->key && inf_same(line->key->value, "AddService"))
                check_add_service(c, line, &associated, use->section);
        }
    }
}
