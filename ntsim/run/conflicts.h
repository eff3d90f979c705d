/*
 * Which steps of a run depend on what others do meanwhile.
 *
 * A switch may be put off past a step where nobody, while its agent is left right behind the step, touches what the
 * step touches, unless both only look (search.c). Runs show where that is not so. Memory is looked at in units of 8
 * bytes; what calls of the system do with memory that they are given is taken for 64 bytes, changed, from each of their
 * first four arguments on.
 */
#ifndef NTSIM_RUN_CONFLICTS_H
#define NTSIM_RUN_CONFLICTS_H

#include "ntsim/machine/services.h"

#include <stdbool.h>

struct conflicts;

/* NULL: no memory. */
struct conflicts *conflicts_begin(void);
void conflicts_end(struct conflicts *conflicts);
/* What a whole run was. True where it shows something that no run before it has shown, or where memory has ended: then
 * every step depends on all others. */
bool conflicts_learn(struct conflicts *conflicts, const struct machine_choice *record, uint64_t count);
/* Whether the step after this choice depends on nothing, as far as the runs have shown. */
bool conflicts_is_alone(const struct conflicts *conflicts, const struct machine_choice *choice);
/* Whether `next` is the point after the step of `choice`, with the same alternatives, and nothing in between. */
bool conflicts_comes_again(const struct machine_choice *choice, const struct machine_choice *next);

#endif
