/*
 * Finding the calls of trace functions in a source.
 */
#ifndef CWDK_WPP_SCAN_H
#define CWDK_WPP_SCAN_H

#include "cwdk/wpp/config.h"

struct wpp_call {
    const struct wpp_function *function;
    unsigned line; /* of the function's name, which is where __LINE__ is taken */
    const char *arguments[WPP_PARAMETERS];
    size_t count;
    struct wpp_call *next;
};

/* The calls of the configured functions in `text`, in order; marks the functions as used. What stands in comments,
 * strings and
 * `#if 0` is passed over, and so are declarations. Returns false after reporting. */
bool wpp_scan(struct wpp_config *c, const char *file, const char *text, size_t size, struct wpp_call **out);

#endif
