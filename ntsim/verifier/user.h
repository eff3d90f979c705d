/*
 * The verifier's view of user memory, for the I/O manager and Mm: what a driver gets by the user's own address is
 * closed while its request is under way, so that each access is seen (docs/verifier.md). Nothing here does anything
 * where the run is not verified.
 */
#ifndef NTSIM_VERIFIER_USER_H
#define NTSIM_VERIFIER_USER_H

#include "ntsim/verifier/vf.h"

/* How many pieces of user memory are watched: where it is 0 the functions below need not be called. */
extern ULONG vf_user_pieces;

/* The driver gets this buffer of the request by its address. `what`: "input buffer". */
void vf_user_buffer(const IRP *irp, PVOID buffer, SIZE_T size, const char *what);
/* A request begins: what user mode may point to from its buffers is closed, too. */
void vf_user_request(const IRP *irp);
/* It has ended, with nothing of it given back yet; `room` is what its buffer of the I/O manager returns at most. */
void vf_user_done(const IRP *irp, SIZE_T room);
/* It was looked whether these bytes lie in user mode. */
void vf_user_probed(const volatile VOID *address, SIZE_T size);
/* These bytes are locked, or secured: they may be touched from here on until their request ends. */
void vf_user_locked(const VOID *address, SIZE_T size);

#endif
