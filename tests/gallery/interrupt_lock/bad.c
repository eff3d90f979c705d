/* Synchronises with its interrupt, whose lock it holds already. */
#include "../gallery.h"

static KSERVICE_ROUTINE Service;
static KSYNCHRONIZE_ROUTINE Change;

static PKINTERRUPT Interrupt;

static BOOLEAN Service(PKINTERRUPT Which, PVOID Context)
{
    return FALSE;
}

static BOOLEAN Change(PVOID Context)
{
    return TRUE;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    const NTSTATUS Status = IoConnectInterrupt(&Interrupt, Service, NULL, NULL, 0x51, 5, 5, Latched, FALSE, 1, FALSE);
    if (!NT_SUCCESS(Status))
        return Status;
    const KIRQL Irql = KeAcquireInterruptSpinLock(Interrupt);
    KeSynchronizeExecution(Interrupt, Change, NULL); /* VRF0201 */
    KeReleaseInterruptSpinLock(Interrupt, Irql);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    if (Interrupt)
        IoDisconnectInterrupt(Interrupt);
}
