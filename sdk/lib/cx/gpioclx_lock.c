/* gpioclxstub.lib: the lock of a bank's interrupts. */
#include <ntddk.h>
#include <wdf.h>
#include <gpioclx.h>

extern const ULONG GpioClxFunctionCount;
const ULONG GpioClxFunctionCount = GpioClxFunctionTableNumEntriesWithLocks;

typedef VOID(NTAPI *PFN_LOCK)(PGPIO_DRIVER_GLOBALS, PVOID, BANK_ID);

VOID GPIO_CLX_AcquireInterruptLock(PVOID Context, BANK_ID BankId)
{
    GPIO_CALL(PFN_LOCK, GPIO_CLX_AcquireInterruptLock, Context, BankId);
}

VOID GPIO_CLX_ReleaseInterruptLock(PVOID Context, BANK_ID BankId)
{
    GPIO_CALL(PFN_LOCK, GPIO_CLX_ReleaseInterruptLock, Context, BankId);
}
