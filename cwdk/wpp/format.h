/*
 * Format strings of trace calls.
 */
#ifndef CWDK_WPP_FORMAT_H
#define CWDK_WPP_FORMAT_H

#include "cwdk/wpp/config.h"

struct wpp_value {
    const struct wpp_type *type;
    const char *text; /* the expression it comes from */
};

/* Reads `format` (the inside of a string literal) and appends a value for each of its specifications that takes one;
 * the expressions are taken from `given` from *used on. Reports WPP1003 where there are too few, or a specification is
 * unknown. */
bool wpp_read_format(struct wpp_config *c, const char *format, const char *const *given, size_t given_count,
                     size_t *used, struct diag_place place, struct wpp_value *values, size_t *count);

/* The inside of one or several string literals, joined; NULL where the text is anything else. A macro behind the first
 * literal, whose text is not known here, stands there by its name. */
const char *wpp_literal(struct arena *a, const char *text);

/* The characters that the inside of a string literal stands for. Stops at a NUL. */
char *wpp_decode(struct arena *a, const char *inside);

#endif
