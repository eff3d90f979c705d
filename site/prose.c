/* What the tool prints, paragraphs and examples, as HTML. */
#include "site.h"
#include "cwdk/report/html.h"

#include <ctype.h>
#include <string.h>

void prose_put(struct site *s, struct text *out, const char *text, size_t length, const char *page)
{
    const char *end = text + length;
    for (bool code = false; text < end; code = !code) {
        const char *quote = memchr(text, '`', (size_t)(end - text));
        /* one that is not closed is itself */
        if (!code && quote && !memchr(quote + 1, '`', (size_t)(end - quote - 1)))
            quote = NULL;
        const char *part = arena_substring(s->a, text, (size_t)((quote ? quote : end) - text));
        if (code)
            code_put_word(s, out, part, page);
        else
            html_text(out, part);
        text = quote ? quote + 1 : end;
    }
}

enum line { LINE_EMPTY, LINE_PROSE, LINE_ITEM, LINE_EXAMPLE, LINE_END };

static bool begins(const char *line, const char *word)
{
    return strncmp(line, word, strlen(word)) == 0;
}

/* Continuations of an item are indented by two. */
static enum line kind_of(const char *line, enum line before)
{
    if (!*line)
        return LINE_END;
    if (*line == '\n')
        return LINE_EMPTY;
    if (begins(line, "- "))
        return LINE_ITEM;
    if (before == LINE_ITEM && begins(line, "  ") && line[2] != ' ')
        return LINE_ITEM;
    return *line == ' ' || begins(line, "Bad:") || begins(line, "Good:") ? LINE_EXAMPLE : LINE_PROSE;
}

static const char *const verdicts[][2] = {{"bad", "Bad:"},   {"good", "Good:"}, {"bad", "bad:"},
                                          {"good", "good:"}, {"bad", "bad "},   {"good", "good "}};

/* An example's line; the words "bad" and "good" stand out. */
static void put_example(struct site *s, struct text *out, const char *line, size_t length, const char *page)
{
    const char *end = line + length;
    while (line < end) {
        const char *at = NULL;
        size_t which = 0;
        for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
            const char *word = verdicts[i][1];
            const char *found = memmem(line, (size_t)(end - line), word, strlen(word));
            const bool alone = found && (found == line || found[-1] == ' ');
            const bool spaced = found && strspn(line, " ") == (size_t)(found - line);
            if (alone && (word[strlen(word) - 1] == ':' || spaced) && (!at || found < at)) {
                at = found;
                which = i;
            }
        }
        code_put(s, out, "c", arena_substring(s->a, line, (size_t)((at ? at : end) - line)), page);
        if (!at)
            return;
        text_format(out, "<b class=\"%s-word\">%s</b>", verdicts[which][0], verdicts[which][1]);
        line = at + strlen(verdicts[which][1]);
    }
}

static void close_block(struct text *out, enum line kind)
{
    text_put(out, kind == LINE_PROSE     ? "</p>\n"
                  : kind == LINE_ITEM    ? "</li></ul>\n"
                  : kind == LINE_EXAMPLE ? "</code></pre>\n"
                                         : "");
}

/* An empty line between two examples is of them. */
static bool is_within(const char *line)
{
    line += strspn(line, "\n");
    return kind_of(line, LINE_EXAMPLE) == LINE_EXAMPLE;
}

/* By how much all lines of an example that begins there are indented. */
static size_t indent_of(const char *line)
{
    size_t least = strspn(line, " ");
    for (; kind_of(line, LINE_EXAMPLE) == LINE_EXAMPLE || (*line == '\n' && is_within(line)); line += *line == '\n') {
        const size_t indent = strspn(line, " ");
        if (*line != '\n' && indent < least)
            least = indent;
        line += strcspn(line, "\n");
    }
    return least;
}

void prose_put_all(struct site *s, struct text *out, const char *text, const char *page)
{
    enum line open = LINE_EMPTY;
    size_t indent = 0;
    for (;;) {
        enum line kind = kind_of(text, open);
        if (kind == LINE_EMPTY && open == LINE_EXAMPLE && is_within(text))
            kind = LINE_EXAMPLE;
        if (kind == LINE_EXAMPLE && open != LINE_EXAMPLE)
            indent = indent_of(text);
        const size_t length = strcspn(text, "\n"), skipped = kind == LINE_EXAMPLE && length ? indent : 0;
        if (kind != open) {
            close_block(out, open);
            text_put(out, kind == LINE_PROSE     ? "<p>"
                          : kind == LINE_ITEM    ? "<ul><li>"
                          : kind == LINE_EXAMPLE ? "<pre class=\"block\" tabindex=\"0\"><code>"
                                                 : "");
        } else if (kind == LINE_ITEM && *text == '-') {
            text_put(out, "</li><li>");
        } else if (kind != LINE_EMPTY) {
            text_put(out, "\n");
        }
        open = kind;
        if (kind == LINE_END)
            return;
        if (kind == LINE_EXAMPLE)
            put_example(s, out, text + skipped, length - skipped, page);
        else if (kind == LINE_ITEM)
            prose_put(s, out, text + 2, length - 2, page);
        else
            prose_put(s, out, text, length, page);
        text += length + (text[length] == '\n');
    }
}

const char *prose_title(struct site *s, const char *text)
{
    char *title = arena_string(s->a, text);
    size_t small = 0;
    while (islower((unsigned char)title[small]))
        small++;
    if (!title[small] || strchr(" ,", title[small]))
        *title = (char)toupper((unsigned char)*title);
    return title;
}
