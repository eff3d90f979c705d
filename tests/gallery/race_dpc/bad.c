/* A thread and a DPC change the same state, and the thread takes no lock. */
#include "../gallery.h"

static KDEFERRED_ROUTINE Finish;
static KDPC Dpc;
static KSPIN_LOCK Lock;
static ULONG Left;

static VOID Finish(PKDPC This, PVOID Context, PVOID First, PVOID Second)
{
    KeAcquireSpinLockAtDpcLevel(&Lock);
    Left--; /* VRF0601 */
    KeReleaseSpinLockFromDpcLevel(&Lock);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KeInitializeSpinLock(&Lock);
    KeInitializeDpc(&Dpc, Finish, NULL);
    KeSetTargetProcessorDpc(&Dpc, 1);
    KeInsertQueueDpc(&Dpc, NULL, NULL);
    Left += 2;
    KeFlushQueuedDpcs();
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
