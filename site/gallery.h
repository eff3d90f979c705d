/* The gallery's parts: what runs of wrong drivers have found (exhibits), and what the checker found in sources
 * (sheets). */
#ifndef SITE_GALLERY_H
#define SITE_GALLERY_H

#include "cwdk/report/report.h"
#include "site.h"

enum { MOST_FINDINGS = 4, CODE_SIZE = 8 };

/* A driver of tests/gallery. */
struct exhibit {
    const char *name, *page;
    const char *about; /* the first sentence of its source */
    const char *title; /* of the code of its first finding */
    const struct report *report;
    const struct report_finding *findings[MOST_FINDINGS];
    size_t count;
};

/* A card of the page that `cwdk check --html` has written, as HTML. */
struct card {
    const char *html, *code, *claim;
};

/* The cards of a source of tests/check/fixtures. */
struct sheet {
    const char *name, *page, *title, *about;
    struct card *cards;
    size_t count;
};

struct gallery {
    struct exhibit *exhibits; /* by the code of the first finding */
    size_t exhibit_count;
    struct sheet *sheets;
    size_t sheet_count;
};

/* The comment that begins a source, on one line; "". */
const char *gallery_about(struct site *s, const char *source);
/* "pool_leak" as "Pool leak". */
const char *gallery_title(struct site *s, const char *name);
/* Writes a page of the gallery: `about` stands above the body, `of` in the line above the title. */
void gallery_page(struct site *s, const char *path, const char *title, const char *about, const char *of,
                  const struct text *body);

/* exhibit.c */
void exhibits_find(struct site *s);
void exhibit_write(struct site *s, const struct exhibit *x);
const struct exhibit *exhibit_named(struct site *s, const char *name);
/* Its first finding: what is claimed, the lines, the stack, the pictures. */
void exhibit_put(struct site *s, struct text *out, const struct exhibit *x, const char *page);
/* sheet.c */
void sheets_find(struct site *s);
void sheet_write(struct site *s, const struct sheet *x);
/* twins.c: two texts beside each other, what only one of them has marked. */
void twins_put(struct site *s, struct text *out, const char *bad, const char *good, const char *page);

#endif
