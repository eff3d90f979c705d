/*
 * Shadow memory: what of memory instrumented drivers may touch. docs/verifier.md. Off, and of no cost, until the first
 * instrumented driver is loaded.
 */
#ifndef NTSIM_VERIFIER_SHADOW_H
#define NTSIM_VERIFIER_SHADOW_H

#include "ntsim/verifier/vf.h"

extern ULONG64 vf_shadow; /* the address of the shadow; 0: there is none */

/* Before a driver's first instruction: gives it what its instrumentation calls, if it has any. */
void vf_instrument(const struct machine_image *image);

/* `size` bytes are touched by nobody, for the reason `why` (of instrumentation.h), and by anybody. The former's begin
 * is a multiple of 8. */
void vf_poison(const VOID *address, SIZE_T size, UCHAR why);
void vf_unpoison(const VOID *address, SIZE_T size);
/* Frames are left without returning: of the stack between the two nothing remains. */
void vf_stack_left(ULONG64 from, ULONG64 to);

#endif
