/* The reader: from text to sections, lines and fields, as SetupAPI splits them. */
#include "cwdk/diag/codes.h"
#include "cwdk/inf/encoding.h"
#include "cwdk/inf/inf.h"
#include "cwdk/inf/names.h"
#include "cwdk/inf/strings.h"
#include "cwdk/inf/walk.h"

#include <stdlib.h>
#include <string.h>

#define CONTROL_Z 0x1A /* ends the text, as it did for DOS */

/* A line while the sections it may be merged into are still growing. */
struct raw_line {
    uint32_t section, first_field, field_count, line, column;
    bool has_key; /* the first field is the key */
};

struct raw_section {
    const char *name;
    uint32_t line, column, body;
    unsigned parts;
    size_t line_count;
};

struct reader {
    const char *p, *end, *start;
    uint32_t line, column;
    const char *path;
    struct arena *arena;
    struct diag *diag;
    size_t errors;
    size_t stray; /* lines before the first section */

    char *piece; /* the field being read: bounded, see put() */
    size_t piece_size, piece_solid, piece_characters;

    struct inf_field *fields;
    size_t field_count, field_capacity;
    struct raw_line *lines;
    size_t line_count, line_capacity;
    struct raw_section *sections;
    size_t section_count, section_capacity;
    uint32_t section; /* the open one, or INF_NAME_NONE */
    bool literal;     /* the open one is [Strings] */
    struct inf_names *names;
};

#define GROW(array, count, capacity)                                                                                   \
    do {                                                                                                               \
        if ((count) == (capacity)) {                                                                                   \
            (capacity) = (capacity) ? (capacity) * 2 : 64;                                                             \
            (array) = memory_resize((array), (capacity), sizeof *(array));                                             \
        }                                                                                                              \
    } while (0)

static struct diag_place here(const struct reader *r)
{
    return (struct diag_place){r->path, r->line, r->column};
}

static void step(struct reader *r)
{
    if (*r->p == '\n') {
        r->line++;
        r->column = 1;
    } else if ((*r->p & 0xC0) != 0x80) {
        r->column++;
    }
    r->p++;
}

static bool at_end(const struct reader *r)
{
    return r->p == r->end;
}

static bool at_line_end(const struct reader *r)
{
    return at_end(r) || *r->p == '\n' || (*r->p == '\r' && r->p + 1 < r->end && r->p[1] == '\n');
}

static void next_line(struct reader *r)
{
    if (!at_end(r) && *r->p == '\r')
        step(r);
    if (!at_end(r))
        step(r);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

/* The length of the blank at the place, 0 where none is. Windows counts the no-break and the ideographic space, too. */
static size_t blank_length(const char *p, const char *end)
{
    if (p < end && is_blank(*p))
        return 1;
    if (end - p >= 2 && !memcmp(p, "\xC2\xA0", 2))
        return 2;
    return end - p >= 3 && !memcmp(p, "\xE3\x80\x80", 3) ? 3 : 0;
}

static void skip_blanks(struct reader *r)
{
    for (size_t length; !at_line_end(r) && (length = blank_length(r->p, r->end)) != 0;)
        while (length--)
            step(r);
}

static void skip_line(struct reader *r)
{
    while (!at_line_end(r))
        step(r);
}

/* ---- One field ---- */

static void put(struct reader *r, char c, bool solid)
{
    r->piece_characters += (c & 0xC0) != 0x80;
    if (r->piece_characters <= INF_FIELD_LIMIT)
        r->piece[r->piece_size++] = c;
    if (solid)
        r->piece_solid = r->piece_size;
}

/* What stands behind the quote, up to its partner on the same line. */
static void read_quoted(struct reader *r)
{
    const struct diag_place open = here(r);
    step(r);
    for (; !at_line_end(r); step(r)) {
        if (*r->p != '"') {
            put(r, *r->p, true);
            continue;
        }
        if (r->p + 1 == r->end || r->p[1] != '"') {
            step(r);
            r->piece_solid = r->piece_size;
            return;
        }
        step(r);
        put(r, '"', true);
    }
    r->errors++;
    diag_error(r->diag, CODE_INF0105, open, "the string that opens here is not closed on its line");
    diag_help(r->diag, "close it with \"; a quotation mark inside a string is written twice (\"\")");
}

/* Backslashes with nothing but blanks and a comment behind them join the next line. */
static bool read_continuation(struct reader *r)
{
    const char *p = r->p;
    while (p < r->end && (*p == '\\' || is_blank(*p)))
        p++;
    if (p < r->end && *p != '\n' && *p != ';')
        return false;
    const struct diag_place place = here(r);
    skip_line(r);
    if (at_end(r)) {
        r->errors++;
        diag_error(r->diag, CODE_INF0108, place, "the last line asks for a continuation, but the file ends");
        return true;
    }
    next_line(r);
    skip_blanks(r);
    return true;
}

/* The end of a %token% without blanks, in which a semicolon begins no comment; NULL where there is none. */
static const char *token_end(const struct reader *r)
{
    for (const char *p = r->p + 1; p < r->end; p++) {
        if (*p == '%')
            return p + 1;
        if (is_blank(*p) || *p == '\n' || *p == '"' || *p == ',' || *p == '=')
            return NULL;
    }
    return NULL;
}

/* Reads up to a separator: a comma, an "=" where one may stand, a comment, the line's end. Appends the field.
 */
static void read_field(struct reader *r, bool key_possible)
{
    skip_blanks(r);
    struct inf_field field = {.line = r->line, .column = r->column, .literal = r->literal};
    const char *const start = r->p, *solid_end = r->p;
    r->piece_size = r->piece_solid = r->piece_characters = 0;
    while (!at_line_end(r) && *r->p != ',' && *r->p != ';' && !(key_possible && *r->p == '=')) {
        if (*r->p == '"') {
            field.quoted = true;
            read_quoted(r);
            solid_end = r->p;
        } else if (*r->p == '\\' && read_continuation(r)) {
            if (!r->piece_size && !field.quoted) {
                field.line = r->line;
                field.column = r->column;
            }
        } else {
            const char *token = *r->p == '%' ? token_end(r) : NULL;
            do {
                const size_t blank = blank_length(r->p, r->end);
                for (size_t n = blank ? blank : 1; n; n--) {
                    put(r, *r->p, !blank);
                    step(r);
                }
                if (!blank)
                    solid_end = r->p;
            } while (token && r->p < token);
        }
    }
    if (r->piece_characters > INF_FIELD_LIMIT) {
        r->errors++;
        diag_error(r->diag, CODE_INF0109, (struct diag_place){r->path, field.line, field.column},
                   "the field has %zu characters; Windows reads fields of up to %d", r->piece_characters,
                   INF_FIELD_LIMIT);
    }
    field.offset = (uint32_t)(start - r->start);
    field.length = (uint32_t)(solid_end - start);
    field.text = field.value = arena_substring(r->arena, r->piece, r->piece_solid);
    GROW(r->fields, r->field_count, r->field_capacity);
    r->fields[r->field_count++] = field;
}

/* ---- One line ---- */

static void read_entry(struct reader *r)
{
    const struct diag_place place = here(r);
    struct raw_line line = {
        .section = r->section, .first_field = (uint32_t)r->field_count, .line = r->line, .column = r->column};
    read_field(r, true);
    if (!at_line_end(r) && *r->p == '=') {
        line.has_key = true;
        if (!r->fields[line.first_field].length) {
            r->errors++;
            diag_error(r->diag, CODE_INF0112, place, "there is no name before '='");
        }
        step(r);
        read_field(r, false);
    }
    while (!at_line_end(r) && *r->p == ',') {
        if (r->field_count - line.first_field >= INF_LINE_FIELDS_LIMIT) {
            r->errors++;
            diag_error(r->diag, CODE_INF0110, place, "the line has more than %d fields", INF_LINE_FIELDS_LIMIT);
            break;
        }
        step(r);
        read_field(r, false);
    }
    skip_line(r);
    line.field_count = (uint32_t)(r->field_count - line.first_field);
    if (r->section == INF_NAME_NONE) {
        if (!r->stray++) {
            diag_warning(r->diag, CODE_INF0107, place, "text before the first [section] is ignored");
            diag_help(r->diag, "a comment begins with a semicolon");
        }
        return;
    }
    GROW(r->lines, r->line_count, r->line_capacity);
    r->lines[r->line_count++] = line;
    r->sections[r->section].line_count++;
}

static void open_section(struct reader *r, const char *name, struct diag_place place)
{
    const uint32_t number = inf_names_put(r->names, name, (uint32_t)r->section_count, r->arena);
    if (number == r->section_count) {
        GROW(r->sections, r->section_count, r->section_capacity);
        r->sections[r->section_count++] = (struct raw_section){
            .name = name, .line = place.line, .column = place.column, .body = (uint32_t)(r->p - r->start)};
    }
    r->sections[number].parts++;
    r->section = number;
    r->literal = inf_is_strings_section(name);
}

static void read_section_name(struct reader *r)
{
    const struct diag_place open = here(r);
    step(r);
    const char *const start = r->p;
    size_t characters = 0;
    for (; !at_line_end(r) && *r->p != ']'; step(r))
        characters += (*r->p & 0xC0) != 0x80;
    const char *const end = r->p;
    if (at_line_end(r)) {
        r->errors++;
        diag_error(r->diag, CODE_INF0106, open, "the section name that opens here is not closed with ']'");
    } else {
        step(r);
        skip_blanks(r);
        if (!at_line_end(r) && *r->p != ';') {
            diag_warning(r->diag, CODE_INF0113, here(r), "text behind a section's name is ignored");
            diag_help(r->diag, "put it on a line of its own, or behind a semicolon");
        }
        skip_line(r);
    }
    if (characters > INF_SECTION_LIMIT) {
        r->errors++;
        diag_error(r->diag, CODE_INF0111, open, "the section's name has %zu characters; Windows allows %d", characters,
                   INF_SECTION_LIMIT);
    }
    const size_t kept = characters > INF_SECTION_LIMIT ? 0 : (size_t)(end - start);
    next_line(r);
    open_section(r, arena_substring(r->arena, start, kept), open);
}

static bool report_nul(struct reader *r)
{
    const char *nul = memchr(r->start, 0, (size_t)(r->end - r->start));
    if (!nul)
        return true;
    while (r->p < nul)
        step(r);
    return diag_error(r->diag, CODE_INF0104, here(r), "there is a NUL character in the text");
}

static void read_all(struct reader *r)
{
    while (!at_end(r) && *r->p != CONTROL_Z) {
        if (r->errors >= INF_ERROR_LIMIT) {
            diag_error(r->diag, CODE_INF0110, here(r), "more than %d errors; the rest was not read", INF_ERROR_LIMIT);
            return;
        }
        skip_blanks(r);
        if (at_end(r))
            return;
        if (at_line_end(r))
            next_line(r);
        else if (*r->p == ';')
            skip_line(r);
        else if (*r->p == '[')
            read_section_name(r);
        else if (*r->p != CONTROL_Z)
            read_entry(r);
    }
}

/* ---- Putting it together ---- */

/* Sorts the lines by section, keeps their order within it, and points everything at its final place. */
static struct inf_section *assemble(struct reader *r, struct inf *inf, struct inf_field *fields)
{
    struct inf_section *sections = arena_array(r->arena, r->section_count, sizeof *sections);
    struct inf_line *lines = arena_array(r->arena, r->line_count, sizeof *lines);
    size_t next = 0;
    for (size_t i = 0; i < r->section_count; i++) {
        const struct raw_section *raw = &r->sections[i];
        sections[i] = (struct inf_section){.name = raw->name,
                                           .lines = lines + next,
                                           .line = raw->line,
                                           .column = raw->column,
                                           .parts = raw->parts,
                                           .body = raw->body};
        next += raw->line_count;
    }
    for (size_t i = 0; i < r->line_count; i++) {
        const struct raw_line *raw = &r->lines[i];
        struct inf_section *section = &sections[raw->section];
        lines[(size_t)(section->lines - lines) + section->count++] =
            (struct inf_line){.key = raw->has_key ? fields + raw->first_field : NULL,
                              .fields = fields + raw->first_field + raw->has_key,
                              .count = raw->field_count - raw->has_key,
                              .line = raw->line,
                              .column = raw->column};
    }
    inf->sections = sections;
    inf->count = r->section_count;
    inf->lines = lines;
    inf->line_count = r->line_count;
    inf->section_names = r->names;
    return sections;
}

/* Long sections are searched by an index of their keys, so that a hostile file cannot make us slow. */
static void index_keys(struct inf_section *sections, size_t count, struct arena *a)
{
    enum { LONG = 32 };
    for (size_t i = 0; i < count; i++) {
        const struct inf_section *s = &sections[i];
        if (s->count < LONG)
            continue;
        struct inf_names *keys = arena_alloc(a, sizeof *keys);
        for (size_t n = 0; n < s->count; n++)
            if (s->lines[n].key)
                inf_names_put(keys, s->lines[n].key->value, (uint32_t)n, a);
        sections[i].keys = keys;
    }
}

struct inf *inf_parse(const char *path, struct bytes content, struct arena *a, struct diag *d)
{
    const size_t errors_before = d->errors;
    struct inf_text text;
    if (!inf_decode(path, content, a, &text, d))
        return NULL;
    struct inf *inf = arena_alloc(a, sizeof *inf);
    *inf = (struct inf){.path = arena_string(a, path),
                        .encoding = text.encoding,
                        .byte_order_mark = text.byte_order_mark,
                        .repaired = text.repaired,
                        .text = text.utf8,
                        .size = text.size};
    struct reader r = {.p = text.utf8,
                       .start = text.utf8,
                       .end = text.utf8 + text.size,
                       .line = 1,
                       .column = 1,
                       .path = inf->path,
                       .arena = a,
                       .diag = d,
                       .piece = memory_new(INF_FIELD_LIMIT + 1, 4),
                       .section = INF_NAME_NONE,
                       .names = arena_alloc(a, sizeof(struct inf_names))};
    if (report_nul(&r)) {
        read_all(&r);
        struct inf_field *fields = arena_copy(a, r.fields, r.field_count * sizeof *r.fields);
        struct inf_section *sections = assemble(&r, inf, fields);
        inf_resolve(inf, fields, r.field_count, a, d);
        index_keys(sections, inf->count, a);
        inf_index_decorated(inf, a);
    }
    free(r.piece);
    free(r.fields);
    free(r.lines);
    free(r.sections);
    return d->errors == errors_before ? inf : NULL;
}

struct inf *inf_read(const char *path, struct arena *a, struct diag *d)
{
    struct bytes content;
    return file_read(path, a, &content, d) ? inf_parse(path, content, a, d) : NULL;
}
