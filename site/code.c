/* Code on pages: coloured, with links from names to what is told about them. */
#include "site.h"
#include "cwdk/diag/codes.h"
#include "cwdk/report/html.h"

#include <ctype.h>
#include <string.h>

enum { SHORT = 20 };

static void put_part(struct text *out, const char *text, size_t length)
{
    struct text part = {0};
    text_add(&part, text, length);
    html_text(out, length ? part.data : "");
    text_free(&part);
}

static void put_as(struct text *out, const char *class, const char *text, size_t length)
{
    text_format(out, "<span class=\"%s\">", class);
    put_part(out, text, length);
    text_put(out, "</span>");
}

static bool is_keyword(const char *word, size_t length)
{
    static const char *const words[] = {
        "auto",   "break",  "case",   "char",     "const",     "continue", "default",       "do",
        "double", "else",   "enum",   "extern",   "float",     "for",      "goto",          "if",
        "inline", "int",    "long",   "return",   "register",  "short",    "signed",        "sizeof",
        "static", "struct", "switch", "typedef",  "union",     "unsigned", "void",          "volatile",
        "while",  "_Bool",  "__try",  "__except", "__finally", "__leave",  "static_assert",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == length && memcmp(words[i], word, length) == 0)
            return true;
    return false;
}

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (isalnum((unsigned char)text[length]) || text[length] == '_')
        length++;
    return length;
}

static size_t quoted_length(const char *text)
{
    size_t length = 1;
    while (text[length] && text[length] != *text && text[length] != '\n')
        length += text[length] == '\\' && text[length + 1] ? 2 : 1;
    return length + (text[length] == *text);
}

static size_t comment_length(const char *text)
{
    if (text[1] == '/')
        return strcspn(text, "\n");
    const char *end = strstr(text + 2, "*/");
    return end ? (size_t)(end + 2 - text) : strlen(text);
}

/* Short words in small letters are names of many things. */
static const char *known_name(struct site *s, const char *word, size_t length)
{
    const char *safe = safe_page(s, word, length);
    bool capital = false;
    if (safe)
        return safe;
    for (size_t i = 0; i < length; i++)
        capital |= isupper((unsigned char)word[i]) != 0;
    return length > 2 && capital ? api_page(s, word, length) : NULL;
}

static void put_name(struct site *s, struct text *out, const char *word, size_t length, const char *page)
{
    const char *to = known_name(s, word, length);
    if (to && strcmp(to, page) != 0) {
        link_begin(out, page, to, "n");
        put_part(out, word, length);
        text_put(out, "</a>");
    } else {
        put_part(out, word, length);
    }
}

static void put_c(struct site *s, struct text *out, const char *text, const char *page)
{
    for (bool begins = true; *text;) {
        size_t length = 1;
        if (isalpha((unsigned char)*text) || *text == '_') {
            length = word_length(text);
            if (is_keyword(text, length))
                put_as(out, "k", text, length);
            else if ((text[length] == '"' || text[length] == '\'') && length == 1)
                put_as(out, "s", text, length += quoted_length(text + length));
            else
                put_name(s, out, text, length, page);
        } else if (isdigit((unsigned char)*text)) {
            put_as(out, "d", text, length = word_length(text));
        } else if (*text == '"' || *text == '\'') {
            put_as(out, "s", text, length = quoted_length(text));
        } else if (*text == '/' && (text[1] == '/' || text[1] == '*')) {
            put_as(out, "c", text, length = comment_length(text));
        } else if (*text == '#' && begins) {
            length = 1 + strspn(text + 1, " ");
            length += word_length(text + length);
            put_as(out, "p", text, length);
        } else {
            put_part(out, text, 1);
        }
        begins = *text == '\n' || (begins && *text == ' ');
        text += length;
    }
}

/* What a person types is told from what is answered. */
static void put_console(struct text *out, const char *text)
{
    while (*text) {
        const size_t length = strcspn(text, "\n");
        if (strncmp(text, "$ ", 2) == 0) {
            const char *remark = memmem(text, length, "  # ", strlen("  # "));
            const size_t said = remark ? (size_t)(remark - text) : length;
            text_put(out, "<span class=\"prompt\">$ </span><b>");
            put_part(out, text + 2, said - 2);
            text_put(out, "</b>");
            if (remark)
                put_as(out, "c", remark, length - said);
        } else {
            put_part(out, text, length);
        }
        text += length;
        if (*text) {
            text_put(out, "\n");
            text++;
        }
    }
}

void code_put(struct site *s, struct text *out, const char *language, const char *text, const char *page)
{
    if (strcmp(language, "c") == 0)
        put_c(s, out, text, page);
    else if (strcmp(language, "console") == 0)
        put_console(out, text);
    else
        html_text(out, text);
}

void code_put_word(struct site *s, struct text *out, const char *word, const char *page)
{
    const size_t length = strlen(word);
    const size_t name = word_length(word);
    const char *to = name == length || word[name] == '(' ? known_name(s, word, name) : NULL;
    if (!to)
        to = code_page(s, word);
    if (!to && strncmp(word, "cwdk ", 5) == 0)
        to = command_page(s, arena_substring(s->a, word + 5, strcspn(word + 5, " ")));
    if (to && strcmp(to, page) == 0)
        to = NULL;
    if (to)
        link_begin(out, page, to, NULL);
    /* words such as --list are not broken at their dashes */
    text_put(out, length < SHORT ? "<code class=\"short\">" : "<code>");
    html_text(out, word);
    text_put(out, to ? "</code></a>" : "</code>");
}
