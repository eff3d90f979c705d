/*
 * Data races: what orders one step of a driver before another, and accesses that nothing orders. docs/verifier.md.
 *
 * Who runs is a strand: a thread, or a processor's DPCs. An object hands on what is ordered: who releases it has done
 * all before that; who acquires it does all after. Interrupt service routines count as what they interrupt.
 */
#ifndef NTSIM_VERIFIER_RACES_H
#define NTSIM_VERIFIER_RACES_H

#include <ntifs.h>

/* Off, and of no cost but a test of it, until an instrumented driver is loaded for a run whose schedule is explored. */
extern BOOLEAN vf_racing;

void vf_races_begin(void);

void vf_race_release(const volatile VOID *object);
void vf_race_acquire(const volatile VOID *object);
/* The running strand has done all before what that thread does next; `thread` acquires an object. */
void vf_race_wake(PKTHREAD thread);
void vf_race_acquire_by(PKTHREAD thread, const volatile VOID *object);
/* All that threads have done was before what the running one does: a driver is unloaded. */
void vf_race_join_threads(void);
/* The same for all that DPCs have done: those that were queued have been waited for. */
void vf_race_join_dpcs(void);
/* Until it is called with NULL, what is released is what that object has; time goes by on whichever thread. */
void vf_race_act_for(const volatile VOID *object);

#define VF_RELEASE(object)                                                                                             \
    do {                                                                                                               \
        if (vf_racing)                                                                                                 \
            vf_race_release(object);                                                                                   \
    } while (0)
#define VF_ACQUIRE(object)                                                                                             \
    do {                                                                                                               \
        if (vf_racing)                                                                                                 \
            vf_race_acquire(object);                                                                                   \
    } while (0)

/* A driver touches memory, in the code that goes on at `code`; `place` is there, or in what it has called. */
struct vf_place;
void vf_access(ULONG64 address, ULONG64 size, BOOLEAN write, PVOID code, const struct vf_place *place);
/* The memory is another's from now on. */
void vf_race_forget(ULONG64 begin, SIZE_T size);

#endif
