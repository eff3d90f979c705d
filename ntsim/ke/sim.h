/*
 * What Ke tells the host: exports of ntoskrnl.exe that are no names of Windows, in plain types.
 */
#ifndef NTSIM_KE_SIM_H
#define NTSIM_KE_SIM_H

#include "ntsim/machine/services.h"

enum { SIM_WAIT_OBJECTS = 4 };

struct sim_thread {
    uint64_t id, address, start; /* of KTHREAD and the thread's first function */
    uint32_t priority, state;    /* enum ki_thread_state */
    uint32_t wait_count;         /* all of them, even where `objects` has no room */
    bool wait_all, current;
    bool on_processor, in_dpc, spins; /* it is a processor's current thread: what that one does */
    uint32_t processor, irql;         /* where on_processor is set */
    int64_t due;                      /* 100 ns since the start at which the wait times out, or -1 */
    struct {
        uint64_t address, owner; /* of a mutex: its owner's KTHREAD */
        uint32_t type;           /* enum ki_object */
    } objects[SIM_WAIT_OBJECTS];
    struct machine_context context; /* where it will go on, or the run has hung; rip 0: not known */
};

/* The thread number `index`, the test's first; false past the last. */
typedef bool(MACHINE_ABI sim_thread_at)(uint32_t index, struct sim_thread *thread);
/* The virtual time, 100 ns since the start. Reading it takes none. */
typedef uint64_t(MACHINE_ABI sim_time_now)(void);

#endif
