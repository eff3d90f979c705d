/* Copies of the run for the verifier's search for double fetches (ntsim/verifier/fetches.c). */
#ifndef NTSIM_RUN_FETCHES_H
#define NTSIM_RUN_FETCHES_H

/* From now on; for runs that take no branches, and follow one schedule. */
void fetches_start(void);

#endif
