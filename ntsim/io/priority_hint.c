/* How urgent a request is. */
#include "ntsim/io/iop.h"

/* Three bits of the flags, the hint and one. */
enum { PRIORITY_SHIFT = 17, PRIORITY_MASK = 7 << PRIORITY_SHIFT };

NTSTATUS IoSetIoPriorityHint(PIRP Irp, IO_PRIORITY_HINT PriorityHint)
{
    if ((ULONG)PriorityHint >= MaxIoPriorityTypes)
        return STATUS_INVALID_PARAMETER;
    Irp->Flags = (Irp->Flags & ~(ULONG)PRIORITY_MASK) | (((ULONG)PriorityHint + 1) << PRIORITY_SHIFT);
    return STATUS_SUCCESS;
}

IO_PRIORITY_HINT IoGetIoPriorityHint(PIRP Irp)
{
    ULONG hint = (Irp->Flags & PRIORITY_MASK) >> PRIORITY_SHIFT;
    return hint ? (IO_PRIORITY_HINT)(hint - 1) : IoPriorityNormal;
}
