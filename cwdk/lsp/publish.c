/* Findings as diagnostics, and what can be done about them. */
#include "cwdk/host/file.h"
#include "cwdk/lsp/lsp.h"

#include <ctype.h>
#include <string.h>

char *lsp_uri(struct arena *a, const char *path)
{
    struct text t = {0};
    text_put(&t, "file://");
    for (; *path; path++)
        if (isalnum((unsigned char)*path) || strchr("/-._~", *path))
            text_add(&t, path, 1);
        else
            text_format(&t, "%%%02X", (unsigned char)*path);
    char *uri = arena_string(a, t.data);
    text_free(&t);
    return uri;
}

static int digit(char c)
{
    const char *digits = "0123456789abcdef", *at = strchr(digits, tolower((unsigned char)c));
    return c && at ? (int)(at - digits) : -1;
}

char *lsp_path(struct arena *a, const char *uri)
{
    static const char scheme[] = "file://";
    if (strncmp(uri, scheme, sizeof scheme - 1) != 0)
        return NULL;
    uri += sizeof scheme - 1;
    if (!strncmp(uri, "localhost/", 10))
        uri += 9;
    if (*uri != '/')
        return NULL;
    char *path = arena_string(a, uri), *out = path;
    for (const char *c = uri; *c; c++) {
        if (*c != '%') {
            *out++ = *c;
            continue;
        }
        const int high = digit(c[1]), low = high < 0 ? -1 : digit(c[2]);
        if (low < 0 || !(high || low))
            return NULL;
        *out++ = (char)(high * 16 + low);
        c += 2;
    }
    *out = 0;
    return path;
}

unsigned lsp_column(const char *line, size_t length, size_t bytes)
{
    unsigned units = 0;
    for (size_t i = 0; i < bytes && i < length; i++) {
        const unsigned char c = (unsigned char)line[i];
        units += (c & 0xC0) != 0x80; /* not in the midst of a character */
        units += c >= 0xF0;          /* two units for what lies beyond the first 65,536 */
    }
    return units;
}

/* Sources by name, read once. */
struct reader {
    struct arena *arena;
    const json_t *texts; /* that are not saved, by path */
    const char *name;
    struct bytes content;
};

static const char *line_of(struct reader *r, const char *name, size_t number, size_t *length)
{
    struct diag unread = {0};
    *length = 0;
    if (!r->name || strcmp(r->name, name) != 0) {
        const char *text = json_string_value(json_object_get(r->texts, name));
        r->name = name;
        r->content = (struct bytes){(const uint8_t *)text, text ? strlen(text) : 0};
        if (!text && !file_read(name, r->arena, &r->content, &unread))
            r->content = (struct bytes){(const uint8_t *)"", 0};
        diag_free(&unread);
    }
    const char *line = (const char *)r->content.data, *end = line + r->content.size;
    for (; number && line < end; number--) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        line = newline ? newline + 1 : end;
    }
    *length = strcspn(line, "\r\n");
    return line;
}

static json_t *position(size_t line, unsigned column)
{
    return json_pack("{sI sI}", "line", (json_int_t)line, "character", (json_int_t)column);
}

static size_t number_of(const json_t *object, const char *key)
{
    const json_int_t number = json_integer_value(json_object_get(object, key));
    return number > 0 && number < INT32_MAX ? (size_t)number : 0;
}

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* Where a finding or a step of its path is; lines and columns of reports count from 1. */
static json_t *range(struct reader *r, const json_t *place)
{
    const size_t number = number_of(place, "line"), line = number ? number - 1 : 0;
    const size_t from = number_of(place, "column"), to = number_of(place, "end");
    size_t length;
    const char *text = line_of(r, text_of(place, "file"), line, &length);
    const size_t first = from ? from - 1 : 0, last = to > from ? to - 1 : length;
    return json_pack("{so so}", "start", position(line, lsp_column(text, length, first)), "end",
                     position(line, lsp_column(text, length, last > first ? last : first)));
}

static json_t *related(struct reader *r, const json_t *path)
{
    json_t *list = json_array();
    for (size_t i = 0; i < json_array_size(path); i++) {
        const json_t *step = json_array_get(path, i);
        json_array_append_new(list, json_pack("{s{ss so} so}", "location", "uri",
                                              lsp_uri(r->arena, text_of(step, "file")), "range", range(r, step),
                                              "message", json_sprintf("%zu. %s", i + 1, text_of(step, "text"))));
    }
    return list;
}

enum { SEVERITY_ERROR = 1, SEVERITY_WARNING = 2 };

static json_t *diagnostic(struct reader *r, const json_t *finding)
{
    const bool warning = !strcmp(text_of(finding, "level"), "warning");
    json_t *message = json_sprintf("%s: %s\nhelp: %s", text_of(finding, "claim"), text_of(finding, "label"),
                                   text_of(finding, "help"));
    return json_pack("{so si ss ss so so}", "range", range(r, finding), "severity",
                     warning ? SEVERITY_WARNING : SEVERITY_ERROR, "source", "cwdk", "code", text_of(finding, "code"),
                     "message", message, "relatedInformation", related(r, json_object_get(finding, "path")));
}

/* The list of a file, which is made where there is none. */
static json_t *list_of(json_t *by_file, const char *uri)
{
    if (!json_object_get(by_file, uri))
        json_object_set_new(by_file, uri, json_array());
    return json_object_get(by_file, uri);
}

json_t *lsp_publish(const json_t *findings, json_t *shown, const json_t *texts, struct arena *a)
{
    if (!json_is_array(findings))
        return NULL;
    struct reader r = {.arena = a, .texts = texts};
    json_t *by_file = json_object(), *list = json_array();
    for (void *at = json_object_iter(shown); at; at = json_object_iter_next(shown, at))
        list_of(by_file, json_object_iter_key(at));
    for (size_t i = 0; i < json_array_size(findings); i++) {
        const json_t *finding = json_array_get(findings, i);
        const char *file = text_of(finding, "file");
        if (*file == '/')
            json_array_append_new(list_of(by_file, lsp_uri(a, file)), diagnostic(&r, finding));
    }
    json_object_clear(shown);
    for (void *at = json_object_iter(by_file); at; at = json_object_iter_next(by_file, at)) {
        const char *uri = json_object_iter_key(at);
        json_t *diagnostics = json_object_iter_value(at);
        if (json_array_size(diagnostics))
            json_object_set_new(shown, uri, json_true());
        json_array_append_new(list, json_pack("{ss s{ss sO}}", "method", "textDocument/publishDiagnostics", "params",
                                              "uri", uri, "diagnostics", diagnostics));
    }
    json_decref(by_file);
    return list;
}

/* The comment that allows it, above the line; the reason is left to whoever writes it, as the checker demands one. */
static json_t *allow_action(json_t *diagnostic_given, const char *uri, const char *path, struct arena *a)
{
    const json_t *start = json_object_get(json_object_get(diagnostic_given, "range"), "start");
    const size_t line = number_of(start, "line");
    const char *code = text_of(diagnostic_given, "code");
    struct reader r = {.arena = a};
    size_t length;
    const char *text = line_of(&r, path, line, &length);
    const size_t indent = strspn(text, " \t");
    const char *comment = arena_format(a, "%.*s// cwdk: allow(%s) \n", (int)(indent < length ? indent : 0), text, code);
    json_t *edit =
        json_pack("{s{so so} ss}", "range", "start", position(line, 0), "end", position(line, 0), "newText", comment);
    return json_pack("{so ss s[O] s{s{s[o]}}}", "title", json_sprintf("Allow %s here: write the reason", code), "kind",
                     "quickfix", "diagnostics", diagnostic_given, "edit", "changes", uri, edit);
}

json_t *lsp_actions(const json_t *params, struct arena *a)
{
    json_t *list = json_array();
    const char *uri = text_of(json_object_get(params, "textDocument"), "uri"), *path = lsp_path(a, uri);
    const json_t *all = json_object_get(json_object_get(params, "context"), "diagnostics");
    for (size_t i = 0; path && i < json_array_size(all); i++) {
        json_t *given = json_array_get(all, i);
        const char *code = text_of(given, "code");
        const bool rule = !strncmp(code, "CHK", 3) && code[3] != '0'; /* CHK0: of comments themselves */
        if (rule && strspn(code + 3, "0123456789") == strlen(code + 3) && !strcmp(text_of(given, "source"), "cwdk"))
            json_array_append_new(list, allow_action(given, uri, path, a));
    }
    return list;
}
