/* A thread and a DPC change the same stateunder a lock. */
#include "../gallery.h"

static KDEFERRED_ROUTINE Finish;
static KDPC Dpc;
static KSPIN_LOCK Lock;
static ULONG Left;

static VOID Finish(PKDPC This, PVOID Context, PVOID First, PVOID Second)
{
    KeAcquireSpinLockAtDpcLevel(&Lock);
    Left--;
    KeReleaseSpinLockFromDpcLevel(&Lock);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KIRQL Irql;
    KeInitializeSpinLock(&Lock);
    KeInitializeDpc(&Dpc, Finish, NULL);
    KeSetTargetProcessorDpc(&Dpc, 1);
    KeInsertQueueDpc(&Dpc, NULL, NULL);
    KeAcquireSpinLock(&Lock, &Irql);
    Left += 2;
    KeReleaseSpinLock(&Lock, Irql);
    KeFlushQueuedDpcs();
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
