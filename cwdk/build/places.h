/*
 * Names of files in messages, as they are usable where the user stands.
 */
#ifndef CWDK_BUILD_PLACES_H
#define CWDK_BUILD_PLACES_H

#include "cwdk/build/plan.h"

/* What goes before a name relative to `root`: "" where the user stands in it, "sub/" where it lies below, else the
 * whole root with a slash. */
const char *places_prefix(struct arena *a, const char *root);

/* A name relative to the root as seen from where the user stands. */
const char *places_from_here(const struct plan *plan, const char *path);

/* A line that a step said, with the place it names seen from there; a place in a stamped INF becomes that in its INX.
 */
const char *places_rewrite(const struct plan *plan, const char *line);

#endif
