/*
 * The parameters of bug check WDK_BUG_CHECK, with which a driver of the safe layer ends where a check fails
 * (sdk/include/wdk/panic.h).
 */
#ifndef CWDK_PANIC_PANIC_H
#define CWDK_PANIC_PANIC_H

#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <stdint.h>

#define PANIC_BUG_CHECK 0x57444B21u

struct panic {
    const char *what;        /* a sentence without its full stop */
    const char *meanings[2]; /* of the values, "" where there is none */
    uint64_t values[2];
    char file[9];  /* the first eight characters of its name */
    uint32_t hash; /* text_hash of the whole name, as sdk/lib/panic/parameters.h computes it */
    unsigned line;
};

/* False: these are not the parameters of such a bug check. */
bool panic_decode(const uint64_t parameters[4], struct panic *out);

/* The files below `folder` that it may be: those whose name has the beginning and the hash. NULL-terminated, in order.
 * Hidden folders and target/ are not searched. */
const char **panic_files(const struct panic *p, const char *folder, struct arena *a);

/* "an index beyond the end: the index is 9, the number of elements 8; queue.c:45" */
const char *panic_text(const struct panic *p, struct arena *a);

#endif
