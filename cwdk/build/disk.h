/*
 * What the build does about a full disk.
 */
#ifndef CWDK_BUILD_DISK_H
#define CWDK_BUILD_DISK_H

#include "cwdk/build/plan.h"

/* Whether a step that failed and said so failed for want of space. */
bool disk_is_to_blame(const struct plan *plan, const char *said);

/* Removes what such steps left below target/: empty files and the tools' temporary ones. */
void disk_tidy(const struct plan *plan);

#endif
