/*
 * Exploring schedules: the run is gone on with again and again from its first choice, each time with other decisions,
 * until one fails or there are no more. Then it goes on for good, in this process and with all events: with the fewest
 * decisions that make it fail, or with none.
 */
#ifndef NTSIM_RUN_EXPLORE_H
#define NTSIM_RUN_EXPLORE_H

#include "ntsim/run/session.h"

/* "pct:COUNT" or "exhaustive:SWITCHES", or "exhaustive:SWITCHES:every"; false: it is neither. Changes the options'
 * schedule to one that asks. */
bool explore_parse(const char *text, struct machine_schedule *out);
/* Before the machine boots, where the schedule is one of those. `bug_check` is the stop that the test wants, or 0. */
bool explore_begin(const struct session_options *options, uint32_t bug_check);
/* The run has come to its end; a run that is one of many does not return. */
void explore_end(void);

#endif
