/*
 * The names of the kit's headers, as sdk/reference derives them when the kit is built: what `cwdk explain NAME` shows,
 * and what `cwdk build` compares a missing name with.
 */
#ifndef CWDK_REFERENCE_REFERENCE_H
#define CWDK_REFERENCE_REFERENCE_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

struct reference_name {
    const char *name;
    const char *kind;   /* "function", "struct", "constant" … */
    const char *header; /* that a source includes for it */
    const char *page;   /* name of the page that tells about it; "" where there is none */
    const char *text;   /* of what has no page: its value or definition */
};

struct reference {
    struct reference_name *names; /* sorted by name */
    size_t count;
};

/* Reads names.tsv of the kit at `home` into the arena. Reports ENV0004 where the kit has none. */
bool reference_load(struct reference *r, const char *home, struct arena *a, struct diag *d);

/* The entry of that name, or the only one that differs from it in case alone; NULL where there is none. */
const struct reference_name *reference_find(const struct reference *r, const char *name);

#define REFERENCE_NEAREST 5
/* The names nearest to `name` by letters to add, drop, replace or exchange, best first, at most REFERENCE_NEAREST.
 * Names that have little in common with it are not near. Returns how many. */
size_t reference_nearest(const struct reference *r, const char *name,
                         const struct reference_name *out[REFERENCE_NEAREST]);

/* The page as Markdown, in the arena; NULL after reporting. */
const char *reference_page(const char *home, const char *page, struct arena *a, struct diag *d);

#endif
