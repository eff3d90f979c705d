/*
 * The verifier, for the other parts of the system: docs/verifier.md.
 *
 * All that is here may be called at any IRQL; nothing waits, nothing fails. Where the run is not verified (vf_on is
 * FALSE) nothing is captured and nothing found.
 */
#ifndef NTSIM_VERIFIER_VF_H
#define NTSIM_VERIFIER_VF_H

#include "ntsim/machine/services.h"

#include <ntifs.h>

#include <stdarg.h>

extern BOOLEAN vf_on;

/* --- stack.c --- */

/* A stack that was captured: a number that stands for the same frames wherever it is met. 0: none is known. */
typedef ULONG vf_stack;

enum { VF_FRAMES = 24 };

/* Where code stands: all that is needed to find its callers. */
struct vf_place {
    ULONG64 Pc, Sp, Fp; /* rip, rsp, rbp */
};

/* The stack from a place that a call returns to, or that code is at. */
vf_stack vf_capture(const struct vf_place *place);
/* The stack of who calls this: from the function of the system that the driver called. */
static inline __attribute__((always_inline)) vf_stack vf_here(void)
{
    struct vf_place here;
    if (!vf_on)
        return 0;
    __asm__ volatile("leaq 0(%%rip), %0\n\tmovq %%rsp, %1\n\tmovq %%rbp, %2"
                     : "=&r"(here.Pc), "=&r"(here.Sp), "=&r"(here.Fp));
    return vf_capture(&here);
}
/* Whether code there is a driver's; FALSE where nothing is verified. An address of the system's kernel is none. */
BOOLEAN vf_is_driver(const VOID *address);
/* The same, but for the frameworks, whose own objects are not the driver's. */
BOOLEAN vf_is_driver_itself(const VOID *address);
/* The same stack without the functions of the system that it begins with. */
vf_stack vf_without_system(vf_stack stack);
/* From where the processor stopped. */
vf_stack vf_capture_context(const struct machine_context *context);
/* One made of a single place, such as a routine's first instruction. */
vf_stack vf_stack_of_routine(ULONG64 address);
/* The frames: addresses within the calls, not after them. */
ULONG vf_frames(vf_stack stack, const ULONG64 **frames);

/* --- finding.c --- */

struct vf_related {
    const char *Title; /* "the block was allocated at" */
    vf_stack Stack;
};

/*
 * Tells of a mistake, once for each code and place: `stack` is where it was made; `related`, `count` of them, what led
 * to it; those without a stack are left out. The claim is a sentence without a full stop, and what it says must not
 * depend on addresses. The test has failed from then on; who called goes on, or stops the system as before.
 */
void vf_find(const char *code, vf_stack stack, const struct vf_related *related, ULONG count, const char *claim, ...)
    __attribute__((format(printf, 5, 6)));
void vf_find_list(const char *code, vf_stack stack, const struct vf_related *related, ULONG count, const char *claim,
                  va_list arguments);

/* --- stops.c --- */

/* The system is about to stop with that code, at that place: a finding, where it is a driver's mistake that no rule has
 * told of. */
void vf_stopped(ULONG code, const ULONG64 parameters[4], const struct machine_context *context, const char *message);

/* --- framework.c --- */

/* The system is about to stop since memory at `address` was touched at that place. Near NULL it may be one that the
 * framework has returned. */
void vf_touched(ULONG64 address, const struct machine_context *context);

/* --- gate.c --- */

struct vf_call;

/* What a driver imports, or calls through a framework's table. */
struct vf_gate {
    PVOID Target;
    ULONG Flags; /* of enum vf_gate_flags */
    UCHAR MinIrql, MaxIrql;
    USHORT Parameter; /* where the first documented parameter stands: 1 behind the framework's globals */
    const char *Name;
    const char *Module;
    const struct machine_image *Importer;                               /* NULL: it has been unloaded */
    void (*Limit)(const ULONG64 *arguments, KIRQL *least, KIRQL *most); /* NULL: MinIrql and MaxIrql always hold */
    void (*Rule)(const struct vf_call *call);                           /* sees each call; NULL: there is none */
    const void *RuleData;
    struct vf_gate *Next; /* free ones */
};

enum vf_gate_flags { VF_GATE_WATCHED = 1 /* the hooks are to see its calls */ };

/* A call that is about to be made. The arguments may be changed. */
struct vf_call {
    const struct vf_gate *Gate;
    ULONG64 *Arguments; /* all of them, in order; floating-point ones are elsewhere */
    struct vf_place Caller;
    ULONG64 Result; /* where the hook makes the call not happen */
};

/* Sees every call of drivers, in the thread that makes it, at its IRQL. FALSE: the function is not called, and the
 * driver gets Result. */
typedef BOOLEAN vf_hook(struct vf_call *call);

/* From now on, for all gates, also those to come. There is room for VF_HOOKS. */
enum { VF_HOOKS = 8 };
void vf_add_hook(vf_hook *hook);

/* The gate before a function of the system; the function itself where there is none to be. Names must stay as long as
 * the importer. Exported to the machine and the frameworks as SimGate and so on: sim.h. */
PVOID vf_gate_for(const struct machine_image *importer, const char *module, const char *name, PVOID function);
/* The same for a function that a driver asks for by its name, which is copied. */
PVOID vf_gate_by_name(const char *name, PVOID function);
/* The gate that this address is the entry of, or NULL. */
const struct vf_gate *vf_gate_at(ULONG64 address);

/* --- locks.c --- */

/* Around a call of a driver's routine. What it has acquired it must release, and the IRQL must be as before. `what`:
 * "the dispatch routine". vf_leave_checked stops the system where the IRQL is another. */
struct vf_callback {
    ULONG64 Sequence;
    ULONG Regions;
    KIRQL Irql;
};
void vf_enter(struct vf_callback *callback);
void vf_leave(const struct vf_callback *callback, const char *what, PVOID routine);
void vf_leave_checked(const struct vf_callback *callback, const char *what, PVOID routine);
/* The running thread ends. */
void vf_thread_ends(void);
/* Memory is freed: locks in it must not be held, and are forgotten. */
void vf_memory_goes(ULONG64 begin, SIZE_T size);

/* --- stack_limit.c --- */

/* The running code has come to the end of its kernel stack, which has so many bytes. */
void vf_stack_used_up(const struct machine_context *context, SIZE_T size);

/* --- pageable.c --- */

/* Whether code there may be paged out. */
BOOLEAN vf_is_pageable(ULONG64 pc);
/* The driver there has locked pageable code of its own. */
void vf_code_is_locked(const VOID *address);

/* --- statuses.c --- */

/* A routine of a driver has returned that, and nobody is told. `what`: "the callback". */
void vf_status_lost(NTSTATUS status, const char *what, PVOID routine);

/* --- limits.c --- */

struct vf_limit {
    const char *Name;
    UCHAR Min, Max;
    void (*Limit)(const ULONG64 *arguments, KIRQL *least, KIRQL *most);
};
/* What the headers say about the function's IRQL; NULL: nothing. */
const struct vf_limit *vf_find_limit(const char *name);

#endif
