/* Between the verifier's own files: user memory that a driver reads twice in one request (fetches.c). */
#ifndef NTSIM_VERIFIER_FETCHES_H
#define NTSIM_VERIFIER_FETCHES_H

#include "ntsim/verifier/user_rules.h"

/* The request is under way that has to do with memory of no request's. */
void vf_fetch_request(const IRP *irp);
/* The driver is about to do that; the memory is open. */
void vf_fetch(const struct vf_user_access *access);
/* The request has ended; `room` is for the bytes that it returns in a buffer of the I/O manager's. */
void vf_fetch_done(const IRP *irp, SIZE_T room);
/* Something was found, or the system is about to stop. */
void vf_fetch_found(const char *code);
void vf_fetch_stopped(ULONG code);

/* Copies of the run, for one purpose at a time, as sim_fetch_host has them. FALSE: there is none. vf_copy_tell does not
 * return. */
struct sim_fetch_plan;
struct sim_fetch_outcome;
BOOLEAN vf_copy_begin(struct sim_fetch_plan *plan);
BOOLEAN vf_copy_run(const struct sim_fetch_plan *plan, struct sim_fetch_outcome *outcome);
void vf_copy_drop(void);
void vf_copy_tell(const struct sim_fetch_outcome *outcome);

#endif
