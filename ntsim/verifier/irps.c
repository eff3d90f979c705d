/*
 * Requests on their way: who is in a dispatch routine with which IRP, and where IRPs were completed. What a dispatch
 * routine returns must fit what it did with its IRP.
 */
#include "ntsim/verifier/irps.h"

#include "ntsim/ke/ki.h"

enum { COMPLETED = 1024 };

static struct vf_dispatch *active;
static struct {
    const IRP *Irp;
    vf_stack Stack;
} completed[COMPLETED];

static ULONG slot_of(const IRP *irp)
{
    return (ULONG)((ULONG64)irp >> 4 ^ (ULONG64)irp >> PAGE_SHIFT) % COMPLETED;
}

vf_stack vf_completed_at(const IRP *irp)
{
    return completed[slot_of(irp)].Irp == irp ? completed[slot_of(irp)].Stack : 0;
}

void vf_enter_dispatch(struct vf_dispatch *dispatch, PIRP irp, PIO_STACK_LOCATION location)
{
    if (!vf_on)
        return;
    for (struct vf_dispatch *outer = active; outer; outer = outer->Next)
        outer->Passed |= outer->Irp == irp;
    completed[slot_of(irp)].Irp = NULL; /* it is sent, so it is no longer complete */
    *dispatch = (struct vf_dispatch){.Irp = irp, .Location = location, .Next = active};
    active = dispatch;
}

void vf_completing(PIRP irp, vf_stack stack)
{
    completed[slot_of(irp)].Irp = irp;
    completed[slot_of(irp)].Stack = stack;
    for (struct vf_dispatch *dispatch = active; dispatch; dispatch = dispatch->Next)
        if (dispatch->Irp == irp && !dispatch->Passed && !dispatch->Completed) {
            dispatch->Completed = TRUE;
            dispatch->Marked = (dispatch->Location->Control & SL_PENDING_RETURNED) != 0;
            dispatch->Status = irp->IoStatus.Status;
            dispatch->Stack = stack;
        }
}

static void unlink(const struct vf_dispatch *dispatch)
{
    struct vf_dispatch **link = &active;
    while (*link && *link != dispatch)
        link = &(*link)->Next;
    if (*link)
        *link = dispatch->Next;
}

void vf_leave_dispatch(struct vf_dispatch *dispatch, NTSTATUS status, PVOID routine)
{
    if (!vf_on)
        return;
    unlink(dispatch);
    if (dispatch->Passed || !vf_is_driver_itself(routine))
        return;
    const vf_stack where = vf_stack_of_routine((ULONG64)routine);
    const struct vf_related related = {"the IRP was completed at", dispatch->Stack};
    const BOOLEAN pending = status == STATUS_PENDING;
    const BOOLEAN marked =
        dispatch->Completed ? dispatch->Marked : (dispatch->Location->Control & SL_PENDING_RETURNED) != 0;
    if (pending && !marked)
        vf_find("VRF0308", where, &related, 1,
                "the dispatch routine returns STATUS_PENDING, and has not marked its IRP pending");
    else if (!pending && marked)
        vf_find("VRF0309", where, &related, 1,
                "the dispatch routine has marked its IRP pending, and returns status 0x%08lX instead of STATUS_PENDING",
                (ULONG)status);
    else if (!pending && !dispatch->Completed)
        vf_find(
            "VRF0307", where, NULL, 0,
            "the dispatch routine returns status 0x%08lX, and its IRP is neither completed, nor passed on, nor pending",
            (ULONG)status);
    else if (!pending && status != dispatch->Status)
        vf_find("VRF0310", where, &related, 1,
                "the dispatch routine returns status 0x%08lX, and has completed its IRP with 0x%08lX", (ULONG)status,
                (ULONG)dispatch->Status);
}
