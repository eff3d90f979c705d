/* HTML's frame and its pieces. */
#include "cwdk/report/html.h"
#include "cwdk/diag/codes.h"

#include <openssl/evp.h>
#include <string.h>

static const char style[] = {
#include "style.css.inc"
};
static const char script[] = {
#include "script.js.inc"
};

void html_text(struct text *out, const char *text)
{
    while (*text) {
        const size_t plain = strcspn(text, "&<>\"'");
        text_add(out, text, plain);
        text += plain;
        if (*text)
            text_format(out, "&#%d;", *text++);
    }
}

void html_short(struct text *out, const char *text, size_t most)
{
    char part[256];
    size_t length = strlen(text);
    if (length <= most || most >= sizeof part) {
        html_text(out, text);
        return;
    }
    length = most;
    while (length && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    memcpy(part, text, length);
    part[length] = 0;
    html_text(out, part);
    text_put(out, "\xE2\x80\xA6");
}

/* What a policy names an inline style or script by. */
static void put_hash(struct text *out, const char *content)
{
    unsigned char digest[EVP_MAX_MD_SIZE], base64[2 * EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (!EVP_Digest(content, strlen(content), digest, &size, EVP_sha256(), NULL))
        memory_exhausted();
    EVP_EncodeBlock(base64, digest, (int)size);
    text_format(out, "'sha256-%s'", (const char *)base64);
}

void html_begin(struct text *out, const char *title)
{
    text_put(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; "
                  "form-action 'none'; style-src ");
    put_hash(out, style);
    text_put(out, "; script-src ");
    put_hash(out, script);
    text_put(out, "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html_text(out, title);
    text_put(out, "</title>\n<style>");
    text_put(out, style);
    text_put(out, "</style>\n</head>\n<body>\n");
}

void html_end(struct text *out)
{
    text_put(out, "<script>");
    text_put(out, script);
    text_put(out, "</script>\n</body>\n</html>\n");
}

void html_place(struct text *out, struct report_place place)
{
    html_text(out, *place.file ? place.file : "?");
    if (place.line)
        text_format(out, ":%llu", (unsigned long long)place.line);
}

/* The line of that number in a text; NULL: it has fewer. */
static const char *find_line(const char *text, uint64_t number)
{
    for (uint64_t line = 1; text && line < number; line++) {
        text = strchr(text, '\n');
        text = text ? text + 1 : NULL;
    }
    return text;
}

const char *html_line_text(const struct report *report, struct report_place place, struct arena *a)
{
    const struct report_source *source = *place.file ? report_source(report, place.file) : NULL;
    const char *line = source && place.line ? find_line(source->text, place.line) : NULL;
    return line ? arena_trimmed(a, line, strcspn(line, "\r\n")) : "";
}

void html_lines(struct text *out, const char *text, uint64_t marked, const char *mark, struct arena *a)
{
    enum { AROUND = 4 };
    const uint64_t first = marked > AROUND ? marked - AROUND : 1;
    if (!marked || !find_line(text, marked))
        return;
    const char *line = find_line(text, first);
    text_put(out, "<pre class=\"source\" tabindex=\"0\"><code>");
    for (uint64_t number = first; line && *line && number <= marked + AROUND; number++) {
        const size_t length = strcspn(line, "\r\n");
        text_format(out, "<span%s%s%s><i>%llu</i>", number == marked ? " class=\"" : "", number == marked ? mark : "",
                    number == marked ? "\"" : "", (unsigned long long)number);
        html_text(out, arena_substring(a, line, length));
        text_put(out, "\n</span>");
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    text_put(out, "</code></pre>\n");
}

void html_excerpt(struct text *out, const struct report *report, struct report_place place, const char *mark,
                  struct arena *a)
{
    const struct report_source *source = *place.file ? report_source(report, place.file) : NULL;
    if (source)
        html_lines(out, source->text, place.line, mark, a);
}

void html_meaning(struct text *out, const char *code)
{
    const struct code_entry *entry = *code ? code_find(code) : NULL;
    if (!entry)
        return;
    text_format(out, "<details class=\"more\"><summary>What %s means: ", entry->id);
    html_text(out, entry->title);
    text_put(out, "</summary>\n<pre class=\"said\">");
    html_text(out, entry->text);
    text_put(out, "</pre></details>\n");
}
