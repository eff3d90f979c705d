/* Inside the verifier: locks that are held, and the order in which they are taken. */
#ifndef NTSIM_VERIFIER_LOCKS_H
#define NTSIM_VERIFIER_LOCKS_H

#include "ntsim/verifier/vf.h"

enum vf_lock_kind {
    VF_SPIN,
    VF_QUEUED_SPIN,
    VF_READ_SPIN,
    VF_WRITE_SPIN,
    VF_CANCEL_SPIN,
    VF_INTERRUPT_SPIN,
    VF_CALLBACK_SPIN, /* what the framework serialises callbacks with */
    VF_FAST_MUTEX,
    VF_GUARDED_MUTEX,
    VF_MUTEX,
    VF_RESOURCE,
    VF_PUSH_LOCK,
    VF_WDF_SPIN,
    VF_WDF_WAIT,
    VF_CALLBACK_WAIT,
};

struct vf_held {
    PVOID Lock, Owner; /* a processor or a thread */
    enum vf_lock_kind Kind;
    KIRQL Irql; /* before */
    vf_stack Stack;
    ULONG64 Sequence;
};

/* --- locks.c --- */

/* "the spin lock" */
const char *vf_lock_name(enum vf_lock_kind kind);
BOOLEAN vf_is_spin(enum vf_lock_kind kind);
/* The next one that the running code holds, from *index on; NULL: no more. */
const struct vf_held *vf_held_here(ULONG *index);
void vf_take(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind);

/* --- lock_order.c --- */

/* What is known of a lock as long as its memory is there. */
struct vf_lock_node {
    PVOID Lock;
    enum vf_lock_kind Kind;
    BOOLEAN Uncertain; /* who holds it is not always known */
    vf_stack Stack;    /* where it was first taken */
    ULONG64 Released;  /* where it was last given back: within the call */
    ULONG FirstEdge;   /* index + 1 */
    ULONG Mark;
};

/* The node of a lock that is taken; a new one where there was none. NULL: there is no room. */
struct vf_lock_node *vf_lock_node(PVOID lock, enum vf_lock_kind kind, vf_stack stack);
struct vf_lock_node *vf_known_lock(PVOID lock);
/* The lock is about to be taken by who holds what vf_held_here tells: a finding where others took them in another
 * order. */
void vf_order(PVOID lock, enum vf_lock_kind kind, vf_stack stack);
void vf_forget_locks(ULONG64 begin, SIZE_T size);

#endif
