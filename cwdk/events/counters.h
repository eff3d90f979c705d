/*
 * Counter manifests: what ctrpp makes for a kernel-mode provider of performance counters, a header with the calls that
 * register counter sets and add instances, and a string table with their names.
 *
 * Source of facts: the public schema of counter manifests and the public reference of Pcw routines, which shows the
 * calls ctrpp generates.
 */
#ifndef CWDK_EVENTS_COUNTERS_H
#define CWDK_EVENTS_COUNTERS_H

#include "cwdk/host/file.h"

struct counters_output {
    const char *header;  /* text */
    const char *symbols; /* a header with GUIDs and numbers alone */
    const char *script;
};

/* `prefix` (may be NULL) comes before the names of all functions and variables. All in the arena. False after
 * reporting. */
bool counters_compile(const char *path, const char *prefix, struct arena *a, struct counters_output *out,
                      struct diag *d);

#endif
