/* Its interrupt service routine waits for a millisecond. */
#include <ntifs.h>
static NTSTATUS Start(PDEVICE_OBJECT Device);
static VOID Delete(PDEVICE_OBJECT Device);
#define GALLERY_STARTS  Start
#define GALLERY_DELETES Delete
#include "../gallery_pnp.h"

enum { VECTOR = 0x50, LEVEL = 5 };

static PKINTERRUPT Interrupt;

static KSERVICE_ROUTINE Serve;

static BOOLEAN Serve(PKINTERRUPT Self, PVOID Context)
{
    KeStallExecutionProcessor(1000); /* VRF0107 */
    return TRUE;
}

static NTSTATUS Start(PDEVICE_OBJECT Device)
{
    return IoConnectInterrupt(&Interrupt, Serve, Device, NULL, VECTOR, LEVEL, LEVEL, Latched, FALSE, 1, FALSE);
}

static VOID Delete(PDEVICE_OBJECT Device)
{
    IoDisconnectInterrupt(Interrupt);
    IoDeleteDevice(Device);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_SUCCESS;
}
