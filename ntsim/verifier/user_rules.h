/* Between the verifier's own files: accesses of drivers to user memory. */
#ifndef NTSIM_VERIFIER_USER_RULES_H
#define NTSIM_VERIFIER_USER_RULES_H

#include "ntsim/verifier/user.h"

/* Memory of one allocation of user mode's. */
struct vf_user_piece {
    ULONG64 Begin, Size;
    const char *What; /* "input buffer of the request" */
    const IRP *Irp;   /* NULL: whichever is under way */
    PEPROCESS Process;
    ULONG Faults;
    BOOLEAN Closed, Opened; /* Opened: for an instruction */
    BOOLEAN Written;        /* by a driver */
};

struct vf_user_access {
    const struct vf_user_piece *Piece;
    ULONG64 Address, Size;
    ULONG Access; /* MACHINE_TOUCH_... */
    vf_stack Stack;
    BOOLEAN Copies; /* by a function that copies for the driver */
    const struct machine_context *Context;
};

/* --- user_memory.c --- */
enum { VF_USER_PIECES = 64 };
/* The pieces, by number below VF_USER_PIECES; NULL: there is none of that number. */
struct vf_user_piece *vf_user_piece(ULONG number);
void vf_user_open(struct vf_user_piece *piece);
/* Changes these bits of a byte of user memory, if it is a piece's. */
void vf_user_change(ULONG64 address, UCHAR bits);

/* --- user_rules.c --- */
/* The driver is about to do that: where, and after what, it may not. */
void vf_user_judge(const struct vf_user_access *access);
/* Probes of the bytes were made for another request. */
void vf_user_forget_probes(ULONG64 begin, SIZE_T size);

/* user_memory.c: whether a driver's code does what faults there, by itself or by a function that copies for it
 * (by_copy); `stack` is from there. */
BOOLEAN vf_is_by_driver(const struct machine_context *context, vf_stack *stack, BOOLEAN *by_copy);

#endif
