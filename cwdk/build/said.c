/* clang's text format: PLACE: error: MESSAGE, the source line, carets, notes in the same form. */
#include "cwdk/build/said.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

char *said_plain(struct arena *a, const char *line)
{
    char *result = arena_string(a, line), *out = result;
    for (const char *p = line; *p;) {
        if (p[0] == '\033' && p[1] == '[') {
            p += 2;
            p += strcspn(p, "ABCDEFGHJKSTfmsu");
            p += *p != 0;
        } else {
            *out++ = *p++;
        }
    }
    *out = 0;
    return result;
}

/* "FILE:LINE:COLUMN: " before `end`; false where there is none. */
static bool read_place(struct arena *a, const char *line, const char *end, struct diag_place *place)
{
    const char *p = end - 2; /* on the last colon */
    if (p <= line || *p != ':')
        return false;
    const char *column = p;
    while (column > line && isdigit((unsigned char)column[-1]))
        column--;
    if (column == p || column - 1 <= line || column[-1] != ':')
        return false;
    const char *number = column - 1;
    while (number > line && isdigit((unsigned char)number[-1]))
        number--;
    if (number == column - 1 || number - 1 <= line || number[-1] != ':')
        return false;
    *place = (struct diag_place){.file = arena_substring(a, line, (size_t)(number - 1 - line)),
                                 .line = (unsigned)strtoul(number, NULL, 10),
                                 .column = (unsigned)strtoul(column, NULL, 10)};
    return true;
}

enum line_kind { LINE_OTHER, LINE_ERROR, LINE_WARNING, LINE_NOTE, LINE_INCLUDED };

/* The kind of a plain line; of a diagnostic's first line also its place and message. */
static enum line_kind read_line(struct arena *a, const char *line, struct said *out)
{
    static const struct {
        const char *word;
        enum line_kind kind;
    } words[] = {{": fatal error: ", LINE_ERROR},
                 {": error: ", LINE_ERROR},
                 {": warning: ", LINE_WARNING},
                 {": note: ", LINE_NOTE}};
    if (!strncmp(line, "In file included from ", 22))
        return LINE_INCLUDED;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *found = strstr(line, words[i].word);
        if (found && read_place(a, line, found + 2, &out->place)) {
            out->message = arena_string(a, found + strlen(words[i].word));
            return words[i].kind;
        }
    }
    return !strncmp(line, "fatal error: ", 13) ? LINE_ERROR : LINE_OTHER;
}

static struct said *append(struct arena *a, struct said ***last, const char *text)
{
    struct said *s = arena_alloc(a, sizeof *s);
    *s = (struct said){.text = text, .message = "", .source = ""};
    **last = s;
    *last = &s->next;
    return s;
}

/* " 12 | source" as clang shows it; the text behind the bar. */
static const char *shown_source(const char *line)
{
    const char *p = line + strspn(line, " ");
    const size_t digits = strspn(p, "0123456789");
    p += digits;
    return digits && !strncmp(p, " | ", 3) ? p + 3 : NULL;
}

struct said *said_read(struct arena *a, const char *block)
{
    struct said *first = NULL, **last = &first, *current = NULL;
    bool open = false; /* the lines before a diagnostic, which tell where it was included from */
    while (*block) {
        const size_t length = strcspn(block, "\n");
        const char *line = said_plain(a, arena_substring(a, block, length));
        struct said head = {.message = line};
        const enum line_kind kind = read_line(a, line, &head);
        const char *source = shown_source(line);
        if (kind == LINE_INCLUDED || kind == LINE_ERROR || kind == LINE_WARNING) {
            if (!open)
                current = append(a, &last, block);
            open = kind == LINE_INCLUDED;
            if (!open) {
                current->kind = kind == LINE_ERROR ? SAID_ERROR : SAID_WARNING;
                current->place = head.place;
                current->message = head.message;
            }
        } else if (kind == LINE_OTHER && strstr(line, " generated.") && isdigit((unsigned char)*line)) {
            current = append(a, &last, block);
        } else if (!current) {
            current = append(a, &last, block);
        } else if (source && !*current->source && kind == LINE_OTHER) {
            current->source = source;
        }
        const size_t whole = length + (block[length] == '\n');
        current->size = (size_t)(block + whole - current->text);
        block += whole;
    }
    return first;
}
