/* What the verifier exports to the machine and to the frameworks; names begin with Sim. */
#ifndef NTSIM_VERIFIER_SIM_H
#define NTSIM_VERIFIER_SIM_H

#include "ntsim/machine/services.h"

/* The gate before `function`, which `importer` imports by that name, or `function` where there is to be none. The names
 * stay as long as the importer is loaded. SimFrameworkGate: for an entry of a framework's table, whose functions get
 * the framework's globals first; `limits`: the IRQLs that the headers state hold for it. SimGatesGone: the importer is
 * about to be unloaded. */
typedef void *(MACHINE_ABI sim_gate)(const struct machine_image *importer, const char *module, const char *name,
                                     void *function);
typedef void *(MACHINE_ABI sim_framework_gate)(const void *driver_start, const char *name, void *function, bool limits);
typedef void(MACHINE_ABI sim_gates_gone)(const struct machine_image *importer);

/* Around a call of a driver's routine by a framework: it must release what it acquires, and return at the same IRQL.
 * `state` is kept between the two. `what`: "the queue's callback"; `routine` NULL: it is not known. */
struct sim_callback {
    uint64_t state[3];
};
typedef void(MACHINE_ABI sim_enter_callback)(struct sim_callback *callback);
typedef void(MACHINE_ABI sim_leave_callback)(const struct sim_callback *callback, const char *what, void *routine);

/*
 * For double fetches (fetches.c) and bytes that nobody wrote (uninitialised.c): copies of the run, made while a request
 * is under way. The functions are called on any stack. `snapshot` copies the run; it returns in the run itself, with
 * plan->taken false, and in each copy that goes on, with its plan; false: there is none. `run` lets a copy go on, and
 * says how the request ended there; false: that is not known. `drop`: no more copies are wanted. `end` is for a copy,
 * which has come to the end, and does not return.
 */
enum { SIM_FETCH_UNKNOWN, SIM_FETCH_COMPLETED, SIM_FETCH_STOPPED };
enum { SIM_FETCH_BYTES = 16 };
struct sim_fetch_plan {
    uint64_t address, size;            /* user memory that is to change */
    uint32_t number;                   /* before which read since the copy was made; 0: at once */
    uint8_t bits;                      /* of each byte that change */
    uint32_t offsets[SIM_FETCH_BYTES]; /* of bytes that are to be told; the copy has other patterns then */
    bool taken;
};
struct sim_fetch_outcome {
    uint32_t ended;
    int32_t status;
    uint32_t stop;
    uint64_t information, output, findings; /* the last two: hashes */
    uint8_t bytes[SIM_FETCH_BYTES];         /* at the offsets */
};
struct sim_fetch_host {
    bool(MACHINE_ABI *snapshot)(void *context, struct sim_fetch_plan *plan);
    bool(MACHINE_ABI *run)(void *context, const struct sim_fetch_plan *plan, struct sim_fetch_outcome *outcome);
    void(MACHINE_ABI *drop)(void *context);
    void(MACHINE_ABI *end)(void *context, const struct sim_fetch_outcome *outcome);
    void *context;
};
typedef void(MACHINE_ABI sim_watch_fetches)(const struct sim_fetch_host *host);

/* A test has got memory of user mode for itself, which drivers may be told of in their requests. */
typedef void(MACHINE_ABI sim_user_memory_got)(void *address, uint64_t size);

/* For the frameworks' own rules. SimStack: of who calls, a number (0: nothing is verified); SimStackOfRoutine: one of a
 * routine alone; SimCompletedAt: where an IRP was completed, if it has not been sent since. SimFind: vf_find of vf.h.
 */
struct sim_related {
    const char *title;
    uint32_t stack;
};
typedef uint32_t(MACHINE_ABI sim_stack)(void);
typedef uint32_t(MACHINE_ABI sim_stack_of_routine)(const void *routine);
typedef uint32_t(MACHINE_ABI sim_completed_at)(const void *irp);
typedef void(MACHINE_ABI sim_find)(const char *code, uint32_t stack, const struct sim_related *related, uint32_t count,
                                   const char *claim, ...);
/* Exported by the framework: the driver has bound to it, and has not created its driver object there. */
typedef bool(MACHINE_ABI sim_framework_lacks_driver)(const void *driver_object);

/* A lock that serialises callbacks, and that the driver holds meanwhile. `waits`: one of PASSIVE_LEVEL; `by_driver`: it
 * asks for the lock itself, and not by a callback, whose order is the framework's affair. */
typedef void(MACHINE_ABI sim_take_lock)(void *lock, bool waits, bool by_driver);
typedef void(MACHINE_ABI sim_give_lock)(void *lock, bool waits);

/* Exported by the framework: tells of the driver that has an IRP and does not complete it. FALSE: none of its. */
typedef bool(MACHINE_ABI sim_framework_lost)(const void *irp, const void *device_object, const char *code);

/* A call of a driver that may fail; `how`: "returns NULL", with "status:c000009a" for a status. */
struct sim_fault {
    const char *name, *how;
    const uint64_t *frames; /* of the call, the innermost first */
    uint32_t count, way;    /* 0: the first way in which this call may fail */
};
/* From now on `ask` is called for each way in which a call of a driver may fail, before it is made; on the stack of
 * the driver, calling nothing of the system. Where it returns true the call fails so, and it is not called again. */
typedef bool(MACHINE_ABI sim_ask_fault)(void *context, const struct sim_fault *fault);
typedef void(MACHINE_ABI sim_watch_faults)(sim_ask_fault *ask, void *context);

/* Whole pages in which nothing stands but which stacks there are: what a run adds to them may stay when all else is
 * taken back. Room for many more is made. */
struct sim_range {
    void *begin;
    uint64_t size;
};
typedef void(MACHINE_ABI sim_keep_stacks)(struct sim_range ranges[2]);

#endif
