/* Cancels the timer, and waits for its DPC, before the device goes. */
#include <ntifs.h>

static VOID Delete(PDEVICE_OBJECT Device);
static KDEFERRED_ROUTINE Ring;
#define GALLERY_DELETES Delete
#include "../gallery_pnp.h"

typedef struct BELL {
    KTIMER Timer;
    KDPC Dpc;
    ULONG Rings;
} BELL;

static VOID Delete(PDEVICE_OBJECT Device)
{
    GALLERY *Gallery = Device->DeviceExtension;
    BELL *Bell = Gallery->First;
    if (Bell) {
        KeCancelTimer(&Bell->Timer);
        KeFlushQueuedDpcs();
        ExFreePoolWithTag(Bell, GALLERY_TAG);
    }
    IoDeleteDevice(Device);
}

static VOID Ring(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
    BELL *Bell = Context;
    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Argument1);
    UNREFERENCED_PARAMETER(Argument2);
    Bell->Rings++;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    GALLERY *Gallery = Device->DeviceExtension;
    const LARGE_INTEGER Due = {.QuadPart = -500000};
    UNREFERENCED_PARAMETER(Irp);
    UNREFERENCED_PARAMETER(Step);
    BELL *Bell = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Bell), GALLERY_TAG);
    if (!Bell)
        return STATUS_INSUFFICIENT_RESOURCES;
    Gallery->First = Bell;
    KeInitializeTimer(&Bell->Timer);
    KeInitializeDpc(&Bell->Dpc, Ring, Bell);
    KeSetTimer(&Bell->Timer, Due, &Bell->Dpc);
    return STATUS_SUCCESS;
}
