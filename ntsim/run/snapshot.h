/*
 * The run as it stands, to be gone on with more than once: a fork server. Each way of going on is a process that shares
 * with its parent all memory that it does not change. What children tell the parent lies in memory that both share.
 */
#ifndef NTSIM_RUN_SNAPSHOT_H
#define NTSIM_RUN_SNAPSHOT_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed memory that is shared with the children; NULL: there is none. */
void *snapshot_shared(size_t size);

enum snapshot { SNAPSHOT_CHILD, SNAPSHOT_ENDED, SNAPSHOT_FAILED };

/* Returns in the child, which goes on and ends its process, and then in the parent, with the signal that the child died
 * of, or 0. SNAPSHOT_FAILED: the system gives no process. */
enum snapshot snapshot_go_on(int *signal);

#endif
