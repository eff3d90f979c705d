/*
 * The verifier's view of pageable memory: blocks of paged pool, and sections of drivers whose names begin with PAGE,
 * are closed when the IRQL is raised to DISPATCH_LEVEL, so that it is seen who touches them there (docs/verifier.md).
 */
#ifndef NTSIM_VERIFIER_PAGED_H
#define NTSIM_VERIFIER_PAGED_H

#include "ntsim/verifier/vf.h"

/* A block of paged pool whose pages are its own; they are to go, or to be used otherwise. */
void vf_paged_pool(PVOID pages, SIZE_T size, PVOID block, SIZE_T block_size, vf_stack allocated);
void vf_paged_pool_goes(PVOID block);
/* A driver's image has been loaded; it is unloaded, or pageable code or data of it is locked, which are left alone from
 * then on. */
void vf_paged_image(const struct machine_image *image);
void vf_paged_image_goes(const struct machine_image *image);
/* Pages are locked, and unlocked as often: meanwhile they are not paged out. */
void vf_paged_lock(PVOID address, SIZE_T size, BOOLEAN lock);

/* Pieces that are open, and need not be. */
extern ULONG vf_paged_open;
void vf_close_paged(void);
/* The IRQL has come to DISPATCH_LEVEL or above from below. */
static inline void vf_raised(void)
{
    if (vf_paged_open)
        vf_close_paged();
}

/* A page fault: whether it is one of what is closed here, and open now. */
BOOLEAN vf_paged_fault(const struct machine_trap *trap);

#endif
