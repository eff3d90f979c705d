/*
 * Scheduling points, and who decides what happens at them.
 *
 * A point is a place in a driver's run where another processor may go on while this one stays as it is, at its IRQL and
 * with what it holds; or where a processor that cannot go on has to be followed by another. Where there is more than
 * one alternative, that is a choice: it has a number, the policy decides it, and it is recorded (ke/sim.h). The same
 * driver, test, seed and decisions give the same choices.
 *
 * Under the cooperative policy points cost a test of ki_preemptive and nothing is recorded.
 *
 * Points are places of drivers only: the system's own code goes from one to the next as if it were one instruction.
 * So who calls ki_scheduling_point must be called by a driver, and have nothing of the system half done.
 */
#ifndef NTSIM_KE_SCHEDULE_H
#define NTSIM_KE_SCHEDULE_H

#include "ntsim/ke/ki.h"

struct ki_policy {
    /* Which of the alternatives comes next: a processor's number, or MACHINE_ANOTHER_THREAD. */
    ULONG (*Choose)(const struct machine_choice *choice);
};

/* --- policies.c --- */
/* NULL: the cooperative one. */
const struct ki_policy *ki_policy_of(const struct machine_schedule *schedule, ULONG64 seed);

/* --- schedule.c --- */
/* Points are choices: the policy is not the cooperative one. */
extern BOOLEAN ki_preemptive;
void ki_init_schedule(const struct machine_schedule *schedule, ULONG64 seed);
/* For ki_preemptive only. */
void ki_scheduling_point(enum machine_point kind, const volatile VOID *object);
/* The same where it is known what the step after the point touches: see struct machine_choice. */
struct ki_step {
    BOOLEAN Writes, Local;
    ULONG Size;
    ULONG64 Arguments[4];
};
void ki_scheduling_step(enum machine_point kind, const volatile VOID *object, const struct ki_step *of);
/* Something is touched that no point is told of: from now on steps are not known to be independent of each other. */
void ki_touched_untold(void);
/* Memory is freed, whoever frees it. */
void ki_freed(ULONG64 begin, SIZE_T size);
/* A processor that can go on while this one, which is idle or waits, cannot; itself where `thread` is set and it has
 * one. NULL: there is none. */
struct ki_processor *ki_choose_next(BOOLEAN thread);
/* Which of so many ready threads is taken. For ki_preemptive only. */
ULONG ki_choose_thread(ULONG count);
/* Which processor of these gets the interrupt. */
struct ki_processor *ki_choose_target(KAFFINITY processors, ULONG vector);
/* The address is not one of the system's code. */
BOOLEAN ki_is_of_driver(PVOID address);

/* The gates of drivers' imports (ntsim/verifier) are points, so that functions need none of their own at their start.
 */
extern BOOLEAN ki_gated;

/* For a function that drivers call: last in it, and first in it. */
#define KI_POINT(kind, object)                                                                                         \
    do {                                                                                                               \
        if (ki_preemptive && ki_is_of_driver(_ReturnAddress()))                                                        \
            ki_scheduling_point(kind, object);                                                                         \
    } while (0)
#define KI_POINT_BEFORE(kind, object)                                                                                  \
    do {                                                                                                               \
        if (ki_preemptive && !ki_gated && ki_is_of_driver(_ReturnAddress()))                                           \
            ki_scheduling_point(kind, object);                                                                         \
    } while (0)

#endif
