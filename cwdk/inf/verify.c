/* The order of verification, and how loud each rule is in each mode. */
#include "cwdk/inf/check.h"

#include <stdarg.h>
#include <string.h>

static const char *const mode_names[] = {"desktop", "universal", "windows"};

enum level { NONE, WARNING, ERROR };

/* Codes that are not an error in every mode: desktop, universal, windows. */
static const struct severity {
    const char *code;
    enum level levels[3];
} severities[] = {
    {CODE_INF0114, {WARNING, WARNING, WARNING}}, {CODE_INF0115, {WARNING, WARNING, WARNING}},
    {CODE_INF1205, {WARNING, WARNING, WARNING}}, {CODE_INF1231, {WARNING, ERROR, ERROR}},
    {CODE_INF1251, {WARNING, WARNING, WARNING}}, {CODE_INF1252, {WARNING, WARNING, WARNING}},
    {CODE_INF1304, {WARNING, ERROR, NONE}},      {CODE_INF1305, {WARNING, ERROR, ERROR}},
    {CODE_INF1306, {WARNING, ERROR, NONE}},      {CODE_INF1307, {WARNING, ERROR, ERROR}},
    {CODE_INF1308, {WARNING, ERROR, ERROR}},     {CODE_INF1321, {NONE, NONE, ERROR}},
    {CODE_INF1322, {NONE, NONE, ERROR}},         {CODE_INF1323, {NONE, NONE, ERROR}},
    {CODE_INF1324, {WARNING, WARNING, ERROR}},   {CODE_INF1329, {NONE, NONE, ERROR}},
    {CODE_INF1331, {WARNING, ERROR, ERROR}},     {CODE_INF1332, {WARNING, ERROR, ERROR}},
    {CODE_INF1333, {WARNING, ERROR, ERROR}},     {CODE_INF1384, {WARNING, WARNING, WARNING}},
    {CODE_INF1402, {NONE, NONE, ERROR}},         {CODE_INF2009, {WARNING, WARNING, WARNING}},
    {CODE_INF2010, {WARNING, WARNING, WARNING}}, {CODE_INF2083, {WARNING, WARNING, WARNING}},
    {CODE_INF2084, {WARNING, WARNING, ERROR}},   {CODE_INF2660, {NONE, NONE, ERROR}},
    {CODE_INF2661, {NONE, NONE, ERROR}},         {CODE_INF2662, {NONE, NONE, ERROR}},
    {CODE_INF2663, {NONE, NONE, ERROR}},
};

const char *inf_mode_name(enum inf_mode mode)
{
    return mode_names[mode];
}

bool inf_mode_parse(const char *text, enum inf_mode *out)
{
    for (unsigned i = 0; i < 3; i++) {
        if (inf_same(mode_names[i], text)) {
            *out = (enum inf_mode)i;
            return true;
        }
    }
    return false;
}

static enum level level_of(const char *code, enum inf_mode mode)
{
    for (size_t i = 0; i < sizeof severities / sizeof *severities; i++)
        if (severities[i].code == code)
            return severities[i].levels[mode];
    return ERROR;
}

static bool said_before(const struct check *c, const char *code, struct diag_place place, const char *message)
{
    for (size_t i = c->diag->count - c->reported; i < c->diag->count; i++) {
        const struct diag_entry *entry = &c->diag->entries[i];
        if (entry->code == code && entry->place.line == place.line && entry->place.column == place.column &&
            !strcmp(entry->message, message))
            return true;
    }
    return false;
}

__attribute__((format(printf, 5, 0))) static bool report(struct check *c, enum level level, const char *code,
                                                         struct diag_place place, const char *format, va_list arguments)
{
    if (level == NONE || c->reported > INF_FINDINGS_LIMIT)
        return false;
    const char *message = arena_vformat(c->arena, format, arguments);
    if (said_before(c, code, place, message))
        return false;
    if (c->reported++ == INF_FINDINGS_LIMIT) {
        diag_note(c->diag, NULL, diag_in_file(c->inf->path), "more than %d findings; the rest is not shown",
                  INF_FINDINGS_LIMIT);
        return false;
    }
    if (level == ERROR) {
        c->errors++;
        diag_error(c->diag, code, place, "%s", message);
    } else {
        diag_warning(c->diag, code, place, "%s", message);
    }
    return true;
}

bool check_report(struct check *c, const char *code, struct diag_place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const bool said = report(c, level_of(code, c->mode), code, place, format, arguments);
    va_end(arguments);
    return said;
}

bool check_warn(struct check *c, const char *code, struct diag_place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const bool said = report(c, level_of(code, c->mode) == NONE ? NONE : WARNING, code, place, format, arguments);
    va_end(arguments);
    return said;
}

const struct inf_section *check_root(const struct inf_use *use)
{
    while (use->from)
        use = use->from;
    return use->section;
}

bool inf_verify(const struct inf *inf, const struct inf_verify *options, struct diag *d)
{
    struct arena arena = {0};
    struct check c = {.inf = inf, .mode = options->mode, .diag = d, .arena = &arena};
    const char *class = inf_value(inf, "Version", "Class");
    c.extension = class && inf_same(class, "Extension");
    check_version(&c);
    check_strings(&c);
    check_models(&c);
    check_disks(&c);
    check_sections(&c);
    for (unsigned arch = INF_ARCH_X86; arch <= INF_ARCH_ARM64; arch++) {
        size_t count;
        if (options->arch && options->arch != (enum inf_arch)arch)
            continue;
        inf_targets(inf, (enum inf_arch)arch, &arena, &count);
        if (!count && !options->arch)
            continue;
        c.arch = (enum inf_arch)arch;
        c.lowest = (struct inf_version){0};
        inf_lowest_version(inf, c.arch, &c.lowest);
        c.walk = inf_walk(inf, c.arch, &arena);
        c.files = inf_files_of_walk(inf, &c.walk, c.arch, &arena, &c.file_count);
        check_install(&c);
        check_files(&c);
        check_services(&c);
        check_registry(&c);
        check_items(&c);
        check_network(&c);
        check_display(&c);
        check_camera(&c);
        check_audio(&c);
        check_conflicts(&c);
        check_events(&c);
    }
    arena_free(&arena);
    return !c.errors;
}
