/*
 * Branches: the run splits into one that goes on as it would, and, before it, a copy of this process in which
 * something goes wrong here. The copy runs to its end, so each branch starts from the very same state, and the run
 * as a whole is deterministic. A branch never splits again.
 *
 * In a branch a check of the test that does not hold ends the test, but not the run: files are closed, devices
 * unplugged, drivers unloaded, since what the driver leaves behind shows only then.
 */
#ifndef NTSIM_RUN_BRANCH_H
#define NTSIM_RUN_BRANCH_H

#include "ntsim/machine/machine.h"

#include <stdbool.h>

enum branch_mode { BRANCH_NONE, BRANCH_FAULTS, BRANCH_STORM };

/* `only`: the number of the one branch to take, from 1; 0: all. */
void branch_start(enum branch_mode mode, uint64_t only);
/* Whether the run splits. */
bool branch_watching(void);
/* Whether this process is a branch. */
bool branch_taken(void);
/* The verifier's code for who waits for ever in one. */
const char *branch_code(void);
/* storm.c: from now on there are storms; and a step of the test, `what`, before which the storms come. */
void storm_start(void);
void storm_step(const char *what);
/* True in the branch. `what` (which stays) and `how` say what goes wrong, the frames where. `again`: at the same call
 * as the branch before. */
bool branch_take(const char *what, const char *how, bool again, const uint64_t *frames, uint32_t count);

/* Calls body(context). Where a check fails in a branch while it runs, it is left; false then. */
bool branch_guard(void (*body)(void *context), void *context);
/* Whether the code with that frame pointer is the test, called by body, with nothing of the system between. */
bool branch_in_test(uint64_t frame);
/* Leaves the body, where this is a branch and who calls is called by the body directly; otherwise returns. */
void branch_leave(uint64_t frame);

#endif
