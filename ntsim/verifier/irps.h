/* The verifier's view of IRPs, for the I/O manager. All may be called at any IRQL up to DISPATCH_LEVEL. */
#ifndef NTSIM_VERIFIER_IRPS_H
#define NTSIM_VERIFIER_IRPS_H

#include "ntsim/verifier/vf.h"

/* A call of a dispatch routine, on the caller's stack. */
struct vf_dispatch {
    PIRP Irp;
    PIO_STACK_LOCATION Location;
    struct vf_dispatch *Next;
    BOOLEAN Passed;            /* the IRP went on to another driver */
    BOOLEAN Completed, Marked; /* by who has not passed it; Marked: pending, by then */
    NTSTATUS Status;           /* with which it was completed */
    vf_stack Stack;
};

void vf_enter_dispatch(struct vf_dispatch *dispatch, PIRP irp, PIO_STACK_LOCATION location);
void vf_leave_dispatch(struct vf_dispatch *dispatch, NTSTATUS status, PVOID routine);
/* The IRP is about to be completed; `stack` is where. */
void vf_completing(PIRP irp, vf_stack stack);
/* Where an IRP with that address was last completed; 0: not since it was last sent. */
vf_stack vf_completed_at(const IRP *irp);

/* --- returned.c --- */

/* What memory looks like that nobody has written. */
enum { VF_PATTERN_BUFFER = 0x5DE91BA7, VF_PATTERN_STACK = 0x6BD3E95B, VF_PATTERN_POOL = (LONG)0xCDCDCDCD };
/* In a copy of the run they are others: these bits are. */
extern ULONG vf_pattern_flip;
/* A buffer of the I/O manager's, from there on; what the next call finds on the stack. */
void vf_fill(PVOID buffer, SIZE_T size);
void vf_fill_stack(void);
/* A completed IRP's system buffer is about to be copied to the user's, which has `room`: how many bytes. */
SIZE_T vf_check_returned(PIRP irp, SIZE_T room);
/* The same of memory that the driver writes to by itself: by its address, or by the memory list of a completed IRP. */
void vf_check_written(const IRP *irp, const VOID *buffer, SIZE_T size);
void vf_check_direct(PIRP irp);

/* --- uninitialised.c --- */

/* The request for which the run was copied, or NULL. */
extern const IRP *vf_patterns_watched;
/* An IRP is about to be given to the first driver; it has ended, with nothing of it given back. */
void vf_patterns_begin(const IRP *irp);
void vf_patterns_done(const IRP *irp, SIZE_T room);

#endif
