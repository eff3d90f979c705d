/* Stamping by splicing replacements into the decoded text. */
#include "cwdk/inf/stamp.h"

#include "cwdk/diag/codes.h"
#include "cwdk/host/date.h"
#include "cwdk/host/text.h"
#include "cwdk/inf/encoding.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct edit {
    size_t offset, length; /* what is replaced */
    const char *text;
};

struct stamper {
    const struct inf *inf;
    const struct inf_stamp *options;
    struct arena *arena;
    struct diag *diag;
    struct edit *edits;
    size_t count, capacity;
};

bool inf_stamp_environment(struct inf_stamp *options, struct diag *d)
{
    time_t date;
    bool fixed;
    if (!date_of_build(&date, &fixed, d))
        return false;
    if (fixed)
        options->now = (struct timespec){.tv_sec = date};
    else
        clock_gettime(CLOCK_REALTIME, &options->now);
    if (!options->date)
        options->date = getenv("STAMPINF_DATE");
    if (!options->version)
        options->version = getenv("STAMPINF_VERSION");
    return true;
}

static void add_edit(struct stamper *s, size_t offset, size_t length, const char *text)
{
    if (s->count == s->capacity) {
        s->capacity = s->capacity ? s->capacity * 2 : 16;
        s->edits = memory_resize(s->edits, s->capacity, sizeof *s->edits);
    }
    s->edits[s->count++] = (struct edit){offset, length, text};
}

/* ---- DriverVer and CatalogFile ---- */

static const char *driver_ver(struct stamper *s)
{
    const struct inf_stamp *options = s->options;
    struct tm now;
    char *date, *version;
    gmtime_r(&options->now.tv_sec, &now);
    if (!options->date || !strcmp(options->date, "*"))
        date = arena_format(s->arena, "%02d/%02d/%04d", now.tm_mon + 1, now.tm_mday, now.tm_year + 1900);
    else
        date = arena_string(s->arena, options->date);
    /* Midnight would give 0.0.0.0, which no driver may have (INF1217). */
    const long milliseconds = options->now.tv_nsec / 1000000;
    const bool midnight = !now.tm_hour && !now.tm_min && !now.tm_sec && !milliseconds;
    if (!options->version || !strcmp(options->version, "*"))
        version =
            arena_format(s->arena, "%d.%d.%d.%ld", now.tm_hour, now.tm_min, now.tm_sec, midnight ? 1 : milliseconds);
    else
        version = arena_string(s->arena, options->version);

    struct inf_driver_ver parsed;
    bool valid = true;
    if (!inf_date_parse(date, &parsed))
        valid = diag_error(s->diag, CODE_INF0202, diag_nowhere(), "'%s' is no date; expected mm/dd/yyyy", date);
    if (!inf_version_parse(version, parsed.version))
        valid = diag_error(s->diag, CODE_INF0203, diag_nowhere(),
                           "'%s' is no driver version; expected w.x.y.z, each number up to 65535", version);
    return valid ? arena_format(s->arena, "%s,%s", date, version) : NULL;
}

/* The line end that the section's header has, which new lines get, too. */
static const char *line_end(const struct inf *inf, const struct inf_section *section)
{
    const uint32_t body = section->body;
    if (body >= 2 && inf->text[body - 1] == '\n')
        return inf->text[body - 2] == '\r' ? "\r\n" : "\n";
    return "\r\n";
}

/* Puts `value` in place of everything behind "key =", or adds the line below the section's header. */
static void set(struct stamper *s, const struct inf_section *section, const char *key, const char *value)
{
    const struct inf_line *line = inf_line(section, key);
    if (line) {
        const struct inf_field *first = &line->fields[0], *last = &line->fields[line->count - 1];
        const size_t end = last->offset + last->length;
        const bool comment_follows = s->inf->text[end] == ';';
        add_edit(s, first->offset, end - first->offset, comment_follows ? arena_format(s->arena, "%s ", value) : value);
        return;
    }
    const char *end = line_end(s->inf, section);
    const bool header_open = s->inf->text[section->body - 1] != '\n'; /* the file ends with it */
    add_edit(s, section->body, 0,
             arena_format(s->arena, "%s%s = %s%s", header_open ? end : "", key, value, header_open ? "" : end));
}

static bool catalog_name_valid(const char *name)
{
    const size_t length = strlen(name);
    if (length < 5 || strcasecmp(name + length - 4, ".cat") != 0)
        return false;
    for (const char *p = name; *p; p++)
        if (!isalnum((unsigned char)*p) && !strchr("-_.+ ", *p))
            return false;
    return true;
}

static bool has_catalog(const struct inf_section *version)
{
    for (size_t i = 0; version && i < version->count; i++)
        if (version->lines[i].key && !strncasecmp(version->lines[i].key->value, "CatalogFile", 11))
            return true;
    return false;
}

static bool stamp_directives(struct stamper *s)
{
    const char *name = s->options->section ? s->options->section : "Version";
    const struct inf_section *section = inf_section(s->inf, name);
    const struct inf_section *version = inf_section(s->inf, "Version");
    if (!section)
        return diag_error(s->diag, CODE_INF0201, diag_in_file(s->inf->path),
                          "there is no section [%s] to put DriverVer into", name);
    const char *value = driver_ver(s);
    const char *catalog = s->options->catalog;
    if (!catalog && !has_catalog(version))
        catalog = s->options->default_catalog;
    if (catalog && !catalog_name_valid(catalog))
        return diag_error(s->diag, CODE_INF0206, diag_nowhere(),
                          "'%s' is no name for a catalog; expected letters, digits and -_.+ with .cat at the end",
                          catalog);
    if (catalog && !version)
        return diag_error(s->diag, CODE_INF0201, diag_in_file(s->inf->path),
                          "there is no section [Version] to put CatalogFile into");
    if (!value)
        return false;
    set(s, section, "DriverVer", value);
    if (catalog)
        set(s, version, "CatalogFile", catalog);
    return true;
}

/* ---- Tokens ---- */

/* "1.33" -> 1, 33; "2.33.0" -> 2, 33. */
static bool framework_version(struct stamper *s, const char *text, const char *which, unsigned parts, unsigned *major,
                              unsigned *minor)
{
    unsigned third = 0;
    char rest;
    const int found = sscanf(text, "%2u.%3u.%5u%c", major, minor, &third, &rest);
    if ((unsigned)found == parts || (found == 2 && parts == 3))
        return true;
    return diag_error(s->diag, CODE_INF0204, diag_nowhere(), "'%s' is no %s version; expected %s", text, which,
                      parts == 2 ? "major.minor, such as 1.33" : "major.minor.service, such as 2.33.0");
}

struct token {
    const char *name;
    const char *value; /* NULL: not given */
    const char *option;
};

static bool make_tokens(struct stamper *s, struct token tokens[5])
{
    const struct inf_stamp *options = s->options;
    const char *kmdf_file = NULL, *umdf_file = NULL;
    unsigned major, minor;
    if (options->kmdf) {
        if (!framework_version(s, options->kmdf, "KMDF", 2, &major, &minor))
            return false;
        kmdf_file = arena_format(s->arena, "%02u%03u", major, minor);
    }
    if (options->umdf) {
        if (!framework_version(s, options->umdf, "UMDF", 3, &major, &minor))
            return false;
        umdf_file = arena_format(s->arena, "%02u%03u", major, minor);
    }
    const char *arch = options->arch ? inf_arch_name(options->arch) : NULL;
    if (arch && options->decoration)
        arch = arena_format(s->arena, "%s.%s", arch, options->decoration);
    const struct token all[5] = {
        {"$ARCH$", arch, "--arch"},
        {"$KMDFVERSION$", options->kmdf, "--kmdf"},
        {"$KMDFCOINSTALLERVERSION$", kmdf_file, "--kmdf"},
        {"$UMDFVERSION$", options->umdf, "--umdf"},
        {"$UMDFCOINSTALLERVERSION$", umdf_file, "--umdf"},
    };
    memcpy(tokens, all, sizeof all);
    return true;
}

static bool is_replaced(const struct stamper *s, size_t directives, size_t offset)
{
    for (size_t i = 0; i < directives; i++)
        if (offset >= s->edits[i].offset && offset < s->edits[i].offset + s->edits[i].length)
            return true;
    return false;
}

static bool stamp_tokens(struct stamper *s)
{
    struct token tokens[5];
    if (!make_tokens(s, tokens))
        return false;
    const size_t directives = s->count;
    const char *const text = s->inf->text;
    bool quoted = false, complete = true, reported[5] = {false};
    unsigned line = 1, column = 1;
    for (size_t i = 0; i < s->inf->size; i++) {
        if (text[i] == '\n') {
            quoted = false;
            line++;
            column = 1;
            continue;
        }
        if (text[i] == '"')
            quoted = !quoted;
        if (text[i] == ';' && !quoted)
            i += strcspn(text + i, "\n") - 1;
        for (size_t t = 0; text[i] == '$' && t < 5; t++) {
            const size_t length = strlen(tokens[t].name);
            if (strncmp(text + i, tokens[t].name, length) != 0 || is_replaced(s, directives, i))
                continue;
            if (tokens[t].value) {
                add_edit(s, i, length, tokens[t].value);
            } else if (!reported[t]) {
                reported[t] = true;
                complete = diag_error(s->diag, CODE_INF0205, (struct diag_place){s->inf->path, line, column},
                                      "the file asks for %s, but no value is given", tokens[t].name);
                diag_help(s->diag, "give it with %s", tokens[t].option);
            }
            i += length - 1;
            column += (unsigned)length - 1;
            break;
        }
        column += (text[i] & 0xC0) != 0x80;
    }
    return complete;
}

/* ---- The whole ---- */

static int by_offset(const void *a, const void *b)
{
    const struct edit *x = a, *y = b;
    return (x->offset > y->offset) - (x->offset < y->offset);
}

static struct inf_text splice(struct stamper *s)
{
    const struct inf *inf = s->inf;
    struct inf_text out = {
        .encoding = inf->encoding, .byte_order_mark = inf->byte_order_mark, .repaired = inf->repaired};
    size_t room = inf->size + 1, from = 0;
    for (size_t i = 0; i < s->count; i++)
        room += strlen(s->edits[i].text);
    out.utf8 = arena_alloc(s->arena, room);
    if (s->count)
        qsort(s->edits, s->count, sizeof *s->edits, by_offset);
    for (size_t i = 0; i <= s->count; i++) {
        const struct edit last = {inf->size, 0, ""};
        const struct edit *edit = i < s->count ? &s->edits[i] : &last;
        memcpy(out.utf8 + out.size, inf->text + from, edit->offset - from);
        out.size += edit->offset - from;
        memcpy(out.utf8 + out.size, edit->text, strlen(edit->text));
        out.size += strlen(edit->text);
        from = edit->offset + edit->length;
    }
    return out;
}

/* The first of `texts` that `at` begins with, or NULL. */
static const char *text_at(const char *const *texts, const char *at, const char *end)
{
    for (; *texts; texts++) {
        const size_t length = strcspn(*texts, "=");
        if (length && (size_t)(end - at) >= length && !memcmp(at, *texts, length))
            return *texts;
    }
    return NULL;
}

/* Puts NEW in the place of each TEXT, in one pass: what was put in is not looked at again. */
static void replace_texts(struct stamper *s, struct inf_text *text)
{
    struct text out = {0};
    const char *end = text->utf8 + text->size;
    for (const char *p = text->utf8; p < end;) {
        const char *found = text_at(s->options->texts, p, end);
        const size_t length = found ? strcspn(found, "=") : 1;
        if (found)
            text_put(&out, found + length + 1);
        else
            text_add(&out, p, 1);
        p += length;
    }
    text->utf8 = arena_alloc(s->arena, out.size + 1);
    if (out.size)
        memcpy(text->utf8, out.data, out.size);
    text->size = out.size;
    text_free(&out);
}

bool inf_stamp(const char *path, struct bytes content, const struct inf_stamp *options, struct arena *a,
               struct bytes *out, struct diag *d)
{
    const struct inf *inf = inf_parse(path, content, a, d);
    if (!inf)
        return false;
    struct stamper s = {.inf = inf, .options = options, .arena = a, .diag = d};
    bool done = stamp_directives(&s) && stamp_tokens(&s);
    if (done) {
        struct inf_text text = splice(&s);
        if (options->texts && text.size)
            replace_texts(&s, &text);
        done = inf_encode(&text, a, out) || diag_error(d, CODE_INF0207, diag_in_file(path),
                                                       "what is put in cannot be written in the file's encoding");
    }
    free(s.edits);
    return done;
}

bool inf_stamp_file(const char *input, const char *output, const struct inf_stamp *options, struct diag *d)
{
    struct arena arena = {0};
    struct bytes content, stamped;
    const bool done = file_read(input, &arena, &content, d) &&
                      inf_stamp(input, content, options, &arena, &stamped, d) &&
                      file_write_if_changed(output, stamped.data, stamped.size, 0644, d);
    arena_free(&arena);
    return done;
}
