/* Sources of tests/check/fixtures: the cards of `cwdk check --html`, by source. */
#include "gallery.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/report/html.h"

#include <stdlib.h>
#include <string.h>

static const char card_begin[] = "<details class=\"card\"", details[] = "<details", details_end[] = "</details>";

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Behind the element that begins at `card`, which has others of its kind in it. Texts on the page are escaped, so that
 * these are tags. NULL where it does not end. */
static const char *end_of(const char *card)
{
    size_t depth = 0;
    for (const char *p = card; (p = strchr(p, '<')); p++) {
        if (begins(p, details))
            depth++;
        else if (begins(p, details_end) && --depth == 0)
            return p + strlen(details_end);
    }
    return NULL;
}

/* The text between two marks of a card, with its tags. */
static const char *between(struct site *s, const char *html, const char *from, const char *to)
{
    const char *at = strstr(html, from), *end = at ? strstr(at + strlen(from), to) : NULL;
    return end ? arena_substring(s->a, at + strlen(from), (size_t)(end - at - (ptrdiff_t)strlen(from))) : "";
}

static struct sheet *sheet_of(struct site *s, const char *file)
{
    struct gallery *g = s->gallery;
    const char *name = arena_substring(s->a, file, strcspn(file, "."));
    for (size_t i = 0; i < g->sheet_count; i++)
        if (strcmp(g->sheets[i].name, name) == 0)
            return &g->sheets[i];
    g->sheets = memory_resize(g->sheets, g->sheet_count + 1, sizeof *g->sheets);
    g->sheets[g->sheet_count] =
        (struct sheet){.name = name,
                       .page = arena_format(s->a, "gallery/check/%s.html", name),
                       .title = gallery_title(s, name),
                       .about = gallery_about(s, arena_format(s->a, "tests/check/fixtures/%s", file))};
    return &g->sheets[g->sheet_count++];
}

/* The source that a card is of: where it was found, or, where that is in a header, the step that leads there. Sources
 * are those beside the manifest, so their names have no folder. */
static const char *file_of(struct site *s, const char *html)
{
    static const char *const marks[] = {"<span class=\"where mono\">", "<span class=\"dim mono\">"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (const char *p = html; (p = strstr(p, marks[i]));) {
            p += strlen(marks[i]);
            const size_t length = strcspn(p, ":<");
            if (length && !memchr(p, '/', length))
                return arena_substring(s->a, p, length);
        }
    return NULL;
}

/* The card without the folder that the kit lies in here. */
static const char *without_kit(struct site *s, const char *html)
{
    const char *kit = path_absolute(s->a, s->kit);
    struct text card = {0};
    for (const char *at; kit && (at = strstr(html, kit)); html = at + strlen(kit) + (at[strlen(kit)] == '/'))
        text_add(&card, html, (size_t)(at - html));
    text_put(&card, html);
    const char *made = arena_string(s->a, card.data);
    text_free(&card);
    return made;
}

static void add_card(struct site *s, const char *whole)
{
    const char *html = without_kit(s, whole), *file = file_of(s, html);
    if (!file) {
        diag_error(s->d, NULL, diag_in_file("check.html"), "a finding of the page is of no source");
        return;
    }
    struct sheet *x = sheet_of(s, file);
    const char *code = between(s, html, "<span class=\"code", "</span>");
    x->cards = memory_resize(x->cards, x->count + 1, sizeof *x->cards);
    x->cards[x->count++] = (struct card){.html = html,
                                         .code = code + strcspn(code, ">") + (strchr(code, '>') != NULL),
                                         .claim = between(s, html, "<span class=\"claim\">", "</span>")};
}

void sheets_find(struct site *s)
{
    struct bytes text;
    const char *path = path_join(s->a, s->found, "check.html");
    if (!path_is_file(path) || !file_read(path, s->a, &text, s->d))
        return;
    for (const char *p = (const char *)text.data; (p = strstr(p, card_begin));) {
        const char *end = end_of(p);
        if (!end) {
            diag_error(s->d, NULL, diag_in_file(path), "a finding of the page does not end");
            return;
        }
        add_card(s, arena_substring(s->a, p, (size_t)(end - p)));
        p = end;
    }
    for (size_t i = 0; i < s->gallery->sheet_count; i++) {
        struct sheet *x = &s->gallery->sheets[i];
        const struct code_entry *code = code_find(x->cards[0].code);
        if (!*x->about && code)
            x->about = arena_format(s->a, "%s.", prose_title(s, code->title));
    }
    if (!s->gallery->sheet_count)
        diag_error(s->d, NULL, diag_in_file(path), "the page has no findings");
}

/* The page has opened its first; here it is the first of each source. */
static void put_card(struct text *out, const char *html, bool open)
{
    static const char opened[] = " open";
    const char *end = html + strcspn(html, ">");
    const bool was = end - html > (ptrdiff_t)strlen(opened) && begins(end - strlen(opened), opened);
    text_add(out, html, (size_t)(end - html) - (was ? strlen(opened) : 0));
    text_format(out, "%s%s\n", open ? opened : "", end);
}

void sheet_write(struct site *s, const struct sheet *x)
{
    struct text body = {0};
    for (size_t i = 0; i < x->count; i++)
        put_card(&body, x->cards[i].html, i == 0);
    const char *about = arena_format(s->a, "%s%s%zu finding%s, each with the path that leads to it.", x->about,
                                     *x->about ? " " : "", x->count, x->count == 1 ? "" : "s");
    gallery_page(s, x->page, x->title, about, "cwdk check", &body);
    search_add(s, x->page, arena_format(s->a, "cwdk check: %s", x->title), "Finding", x->about);
    text_free(&body);
}
