/* A driver with a mistake beside its twin without. */
#include "gallery.h"

#include <string.h>

struct lines {
    const char **items;
    bool *alone; /* the other has no such line there */
    size_t count;
};

static struct lines split(struct site *s, const char *text)
{
    struct lines l = {0};
    for (const char *p = text; *p; p++)
        l.count += *p == '\n';
    l.items = arena_array(s->a, l.count + 1, sizeof *l.items);
    l.alone = arena_array(s->a, l.count + 1, sizeof *l.alone);
    for (size_t i = 0; i < l.count; i++) {
        const size_t length = strcspn(text, "\n");
        l.items[i] = arena_substring(s->a, text, length);
        text += length + 1;
    }
    return l;
}

/* The longest common subsequence; the lines that are not of it are alone. */
static void compare(struct site *s, struct lines *a, struct lines *b)
{
    const size_t width = b->count + 1;
    unsigned *best = arena_array(s->a, (a->count + 1) * width, sizeof *best);
    for (size_t i = a->count; i-- > 0;)
        for (size_t k = b->count; k-- > 0;) {
            const unsigned down = best[(i + 1) * width + k], right = best[i * width + k + 1];
            best[i * width + k] = strcmp(a->items[i], b->items[k]) == 0 ? best[(i + 1) * width + k + 1] + 1
                                  : down > right                        ? down
                                                                        : right;
        }
    for (size_t i = 0, k = 0; i < a->count || k < b->count;) {
        if (i < a->count && k < b->count && strcmp(a->items[i], b->items[k]) == 0) {
            i++;
            k++;
        } else if (k == b->count || (i < a->count && best[(i + 1) * width + k] >= best[i * width + k + 1])) {
            a->alone[i++] = true;
        } else {
            b->alone[k++] = true;
        }
    }
}

static void put(struct site *s, struct text *out, const struct lines *l, const char *class, const char *title,
                const char *page)
{
    text_format(out, "<figure><figcaption>%s</figcaption><pre class=\"source\" tabindex=\"0\"><code>", title);
    for (size_t i = 0; i < l->count; i++) {
        text_format(out, "<span%s%s%s><i>%zu</i>", l->alone[i] ? " class=\"" : "", l->alone[i] ? class : "",
                    l->alone[i] ? "\"" : "", i + 1);
        code_put(s, out, "c", l->items[i], page);
        text_put(out, "\n</span>");
    }
    text_put(out, "</code></pre></figure>\n");
}

void twins_put(struct site *s, struct text *out, const char *bad, const char *good, const char *page)
{
    struct lines a = split(s, bad), b = split(s, good);
    compare(s, &a, &b);
    text_put(out, "<div class=\"twins\">\n");
    put(s, out, &a, "less", "Wrong", page);
    put(s, out, &b, "more-line", "Right", page);
    text_put(out, "</div>\n");
}
