/* Its interrupt service routine asks for a DPC, which is waited for before the device goes. */
#include <ntifs.h>
static NTSTATUS Start(PDEVICE_OBJECT Device);
static VOID Delete(PDEVICE_OBJECT Device);
#define GALLERY_STARTS  Start
#define GALLERY_DELETES Delete
#include "../gallery_pnp.h"

enum { VECTOR = 0x50, LEVEL = 5 };

static PKINTERRUPT Interrupt;

static KSERVICE_ROUTINE Serve;
static KDEFERRED_ROUTINE Later;

static VOID Later(PKDPC Self, PVOID Context, PVOID First, PVOID Second)
{
    KeStallExecutionProcessor(50);
}

static BOOLEAN Serve(PKINTERRUPT Self, PVOID Context)
{
    GALLERY *Gallery = Context;
    KeInsertQueueDpc(&Gallery->Dpc, NULL, NULL);
    return TRUE;
}

static NTSTATUS Start(PDEVICE_OBJECT Device)
{
    GALLERY *Gallery = Device->DeviceExtension;
    KeInitializeDpc(&Gallery->Dpc, Later, NULL);
    return IoConnectInterrupt(&Interrupt, Serve, Gallery, NULL, VECTOR, LEVEL, LEVEL, Latched, FALSE, 1, FALSE);
}

static VOID Delete(PDEVICE_OBJECT Device)
{
    IoDisconnectInterrupt(Interrupt);
    KeFlushQueuedDpcs();
    IoDeleteDevice(Device);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_SUCCESS;
}
