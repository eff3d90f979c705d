/* Gives the reference back before. */
#include "../gallery_kmdf.h"

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WDFMEMORY Memory;
    if (NT_SUCCESS(WdfRequestRetrieveInputMemory(Request, &Memory))) {
        WdfObjectReference(Memory);
        WdfObjectDereference(Memory);
    }
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
