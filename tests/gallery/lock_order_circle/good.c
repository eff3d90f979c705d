/* There is one order of the three. */
#include "../gallery.h"

static KGUARDED_MUTEX A, B, C;

static VOID One(VOID)
{
    KeAcquireGuardedMutex(&A);
    KeAcquireGuardedMutex(&B);
    KeReleaseGuardedMutex(&B);
    KeReleaseGuardedMutex(&A);
}

static VOID Two(VOID)
{
    KeAcquireGuardedMutex(&B);
    KeAcquireGuardedMutex(&C);
    KeReleaseGuardedMutex(&C);
    KeReleaseGuardedMutex(&B);
}

static VOID Three(VOID)
{
    KeAcquireGuardedMutex(&A);
    KeAcquireGuardedMutex(&C);
    KeReleaseGuardedMutex(&C);
    KeReleaseGuardedMutex(&A);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KeInitializeGuardedMutex(&A);
    KeInitializeGuardedMutex(&B);
    KeInitializeGuardedMutex(&C);
    One();
    Two();
    Three();
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
