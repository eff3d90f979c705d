/* Pool. */
#include "ntsim/ke/ki.h"

PVOID ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag)
{
    return ki_services->map(ROUND_TO_PAGES(NumberOfBytes), false);
}

VOID ExFreePoolWithTag(PVOID P, ULONG Tag)
{
}

DECLSPEC_NORETURN VOID ExRaiseStatus(NTSTATUS Status)
{
    KeBugCheckEx(KMODE_EXCEPTION_NOT_HANDLED, (ULONG_PTR)Status, 0, 0, 0);
}
