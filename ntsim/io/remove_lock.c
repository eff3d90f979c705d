/* Remove locks. The tags are kept in checked drivers (DBG) only, where the lock has room for them; here they are not.
 */
#include "ntsim/io/iop.h"
#include "ntsim/verifier/notes.h"

VOID IoInitializeRemoveLockEx(PIO_REMOVE_LOCK Lock, ULONG AllocateTag, ULONG MaxLockedMinutes, ULONG HighWatermark,
                              ULONG RemlockSize)
{
    IO_REMOVE_LOCK_COMMON_BLOCK *common = &Lock->Common;
    common->Removed = FALSE;
    common->IoCount = 1;
    KeInitializeEvent(&common->RemoveEvent, SynchronizationEvent, FALSE);
    vf_note_new(Lock, "the remove lock was initialized at");
}

/* Each request comes here, so only the call itself is kept. */
static void note(PIO_REMOVE_LOCK lock, const char *title, PVOID caller)
{
    if (vf_on)
        vf_note_at(lock, title, FALSE, vf_stack_of_routine((ULONG64)caller - 1));
}

NTSTATUS IoAcquireRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, PCSTR File, ULONG Line, ULONG RemlockSize)
{
    if (RemoveLock->Common.Removed)
        return STATUS_DELETE_PENDING;
    RemoveLock->Common.IoCount++;
    note(RemoveLock, "it was acquired last at", _ReturnAddress());
    return STATUS_SUCCESS;
}

VOID IoReleaseRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize)
{
    LONG left = --RemoveLock->Common.IoCount;
    if (left < 0)
        ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, 0x2001, (ULONG64)RemoveLock, (ULONG64)Tag, 0, NULL,
                     "a remove lock is released more often than it was acquired");
    note(RemoveLock, "it was released last at", _ReturnAddress());
    if (left == 0)
        KeSetEvent(&RemoveLock->Common.RemoveEvent, IO_NO_INCREMENT, FALSE);
}

/* Gives back the caller's hold and the one that was there from the start, and waits for all others. */
VOID IoReleaseRemoveLockAndWaitEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize)
{
    RemoveLock->Common.Removed = TRUE;
    RemoveLock->Common.IoCount--;
    vf_note(RemoveLock, "it was released for the device's removal at");
    if (--RemoveLock->Common.IoCount > 0)
        KeWaitForSingleObject(&RemoveLock->Common.RemoveEvent, Executive, KernelMode, FALSE, NULL);
}
