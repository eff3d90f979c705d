/* Until their owners have them: each function goes from here as it comes to its own place. */
#include "ntsim/ke/ki.h"
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
NTSTATUS PoCallDriver(PDEVICE_OBJECT d, PIRP i)
{
    return IofCallDriver(d, i);
}
VOID PoStartNextPowerIrp(PIRP i)
{
}
