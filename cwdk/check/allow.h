/*
 * Comments that allow what a rule forbids, on one line and for a reason:
 *
 *     // cwdk: allow(CHK1003) the object's cleanup callback frees it
 *
 * Behind code the comment is about that line. On a line of its own it is about the statement that follows, up to its
 * first `;`, `{` or `}`. Several rules are separated by commas.
 */
#ifndef CWDK_CHECK_ALLOW_H
#define CWDK_CHECK_ALLOW_H

#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct allow {
    uint32_t line, column; /* where its comment's `cwdk:` stands, from 1 */
    uint32_t first, last;  /* the lines that it is about; 0: none follows */
    const char **codes;    /* in upper case, ended by NULL; NULL where the comment cannot be understood */
    const char *reason;    /* "" where there is none */
    bool used;
};

struct allows {
    struct allow *items; /* in the order of the text */
    size_t count;
};

/* Reads the comments of a C source. `text` ends with a NUL at `size`; it may hold anything. */
void allows_read(const char *text, size_t size, struct arena *a, struct allows *out);
bool allow_names(const struct allow *allow, const char *code);

#endif
