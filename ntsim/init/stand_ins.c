/* Until their owners have them: each function goes from here as it comes to its own place. */
#include "ntsim/ke/ki.h"
KPROCESSOR_MODE ExGetPreviousMode(VOID)
{
    return ki_current_thread()->PreviousMode;
}
PMDL IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota, PIRP Irp)
{
    KeBugCheck(1);
}
VOID IoFreeMdl(PMDL Mdl)
{
}
VOID MmProbeAndLockPages(PMDL m, KPROCESSOR_MODE a, LOCK_OPERATION o)
{
}
VOID MmUnlockPages(PMDL m)
{
}
VOID ProbeForRead(const volatile VOID *a, SIZE_T l, ULONG al)
{
}
VOID ProbeForWrite(volatile VOID *a, SIZE_T l, ULONG al)
{
}
EXCEPTION_DISPOSITION __C_specific_handler(struct _EXCEPTION_RECORD *a, void *b, struct _CONTEXT *c,
                                           struct _DISPATCHER_CONTEXT *d)
{
    return 1;
}
VOID ExQueueWorkItem(PWORK_QUEUE_ITEM i, WORK_QUEUE_TYPE t)
{
}
int memcmp(const void *a, const void *b, size_t n)
{
    const unsigned char *x = a, *y = b;
    for (; n--; x++, y++)
        if (*x != *y)
            return *x - *y;
    return 0;
}
VOID RtlFreeUnicodeString(PUNICODE_STRING s)
{
}
NTSTATUS PoCallDriver(PDEVICE_OBJECT d, PIRP i)
{
    return IofCallDriver(d, i);
}
VOID PoStartNextPowerIrp(PIRP i)
{
}
