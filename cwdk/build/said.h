/*
 * What a compiler said in one step, taken apart into its diagnostics.
 */
#ifndef CWDK_BUILD_SAID_H
#define CWDK_BUILD_SAID_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

enum said_kind {
    SAID_OTHER, /* lines that belong to no diagnostic: "2 errors generated." */
    SAID_WARNING,
    SAID_ERROR, /* a fatal one, too */
};

/* One diagnostic with all its lines: the includes before it, the source below it, its notes. */
struct said {
    const char *text; /* as it came, with colours and line ends */
    size_t size;
    enum said_kind kind;
    struct diag_place place;
    const char *message; /* without colours: "unknown type name 'X'" */
    const char *source;  /* the source line that clang shows below it; "" where it shows none */
    struct said *next;
};

/* The diagnostics of `block` in order. Everything is in the arena but `text`, which points into the block. */
struct said *said_read(struct arena *a, const char *block);

#endif
