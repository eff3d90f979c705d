/* clang's text format: PLACE: error: MESSAGE, the source line, carets, notes in the same form. */
#include "cwdk/build/said.h"
#include "cwdk/host/complaint.h"

#include <ctype.h>
#include <string.h>

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
        if (found && complaint_place(a, line, found, &out->place)) {
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
        const char *line = complaint_plain(a, arena_substring(a, block, length));
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
