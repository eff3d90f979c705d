/*
 * What rules about the driver's end have in common: whether it can be unloaded, and which functions something leads to
 * that is not its start. rules_left.c has it made and passes it on.
 */
#ifndef CWDK_CHECK_LEFT_H
#define CWDK_CHECK_LEFT_H

#include "cwdk/check/trace.h"

struct left {
    struct engine *e;
    struct trace trace;
    bool *reached; /* by function: something leads there that is not the start of the driver or of a device */
};

void left_begin(struct left *l, struct engine *e);
void left_free(struct left *l);
/* The driver can be unloaded: what it leaves is left. */
bool left_unloads(const struct left *l);
/* Windows, or somebody who is not known, calls it when the driver and its device run. */
bool left_is_root(const struct function *f);
/* Marks, by function, all that those with `root` lead to, and them. */
void left_reach(const struct program *p, bool (*root)(const struct function *), bool *reached);

/* rules_threads.c: threads and work items that nothing waits for. */
void threads_end(const struct left *l);
/* rules_kept.c: memory in places that nothing frees it from. */
void kept_end(const struct left *l);

#endif
