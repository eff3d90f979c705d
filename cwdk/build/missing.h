/*
 * Names that nothing declares: one diagnostic for each instead of all that the compiler says about it and after it.
 *
 * A missing name is one that clang does not know and that has the looks of Windows' interface, or is a name of the
 * kit's headers. What follows from it is held back: after an unknown type everything that is not about a missing name
 * itself, after an unknown function or constant what is said about the same line or about names declared there. A name
 * that is the driver's own affair (lower case, or near to one of the source's) stays with clang's words.
 */
#ifndef CWDK_BUILD_MISSING_H
#define CWDK_BUILD_MISSING_H

#include "cwdk/build/plan.h"
#include "cwdk/reference/reference.h"

struct missing_name {
    const char *name, *suggestion; /* suggestion: clang's, or NULL */
    bool header;                   /* the name of an include */
    struct diag_place place;       /* the first */
    struct arguments places;       /* "file:line" of all */
    struct missing_name *next;
};

/* What all steps of a build lack. Zero-initialise it but for `plan`. */
struct missing {
    const struct plan *plan;
    struct reference reference;
    bool loaded;
    struct missing_name *first, **last;
    size_t held_back;         /* errors */
    struct arguments sources; /* in which they are */
};

/* Appends to `out` what is to be shown of the block that a failed step said, and remembers the names it lacks. */
void missing_filter(struct missing *m, const char *block, struct text *out);

/* One error for each name, and a note about what was held back. */
void missing_report(const struct missing *m, struct diag *d);

#endif
