/*
 * Inside Ex: what its locks share, and how it tells of drivers' mistakes. exp_wait is for APC_LEVEL and below, the rest
 * for DISPATCH_LEVEL too. Nothing is allocated and nothing fails.
 */
#ifndef NTSIM_EX_EXP_H
#define NTSIM_EX_EXP_H

#include "ntsim/ex/ex.h"
#include "ntsim/ex/sim.h"
#include "ntsim/ke/ki.h"
#include "ntsim/verifier/vf.h"

/*
 * Threads that wait for a lock which has no room to keep them: they stand in one list, in the order of their coming,
 * each with its record on its own stack. Who releases the lock gives it to whom it is for, then wakes that one.
 */
struct exp_waiter {
    LIST_ENTRY Entry;
    PVOID Lock;
    PKTHREAD Thread;
    BOOLEAN Shared;
    KEVENT Granted;
};

/* Waits until exp_grant; the caller has said in the lock that it is contended. */
void exp_wait(PVOID lock, BOOLEAN shared, KWAIT_REASON reason);
/* The first that waits for the lock, from `after` on (NULL: of all); NULL: none does. */
struct exp_waiter *exp_next_waiter(PVOID lock, struct exp_waiter *after);
/* The waiter goes on, when the caller's IRQL and priority let it; its record is gone from then on. */
void exp_grant(struct exp_waiter *waiter);

/* --- check.c --- */
/* Memory goes that was allocated there (0: it is no pool): a bug check where something in it is still in use. */
void exp_check_memory(ULONG64 begin, SIZE_T size, vf_stack allocated);

/* --- resource.c, lookaside.c: the first in that range, or NULL --- */
PVOID exp_find_resource(ULONG64 begin, SIZE_T size);
PVOID exp_find_lookaside(ULONG64 begin, SIZE_T size);

/* --- pool.c --- */
/* Pool for who calls at that address; NULL or (`raise`) an exception where there is none. */
PVOID exp_allocate(POOL_TYPE type, SIZE_T size, ULONG tag, BOOLEAN raise, PVOID caller);
void exp_free(PVOID block, ULONG tag, PVOID caller);
/* What was freed must not have been written. */
void pool_check_quarantine(void);
void exp_find_leaks(const char *name, ULONG64 base, SIZE_T size);
uint64_t SimPoolLeaks(uint64_t base, uint64_t size, sim_pool_callback *callback, void *context);

/* Whether normal kernel APCs cannot come to the running thread. */
static inline BOOLEAN exp_apcs_are_disabled(void)
{
    PKTHREAD thread = ki_current_thread();
    return thread->KernelApcDisable || thread->SpecialApcDisable || ki_current_processor()->Irql >= APC_LEVEL;
}

/* What Driver Verifier finds: bug check 0xC4. The simulated machine verifies every driver. */
static inline DECLSPEC_NORETURN void exp_violation(ULONG64 kind, ULONG64 p2, ULONG64 p3, ULONG64 p4,
                                                   const char *message)
{
    ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, kind, p2, p3, p4, NULL, message);
}

#endif
