/* Asks a memory object for the context of a timer, and uses what it gets. */
#include "../gallery_kmdf.h"

typedef struct {
    ULONG Ticks;
} TIMER_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(TIMER_CONTEXT, GetTimerContext)

typedef struct {
    ULONG Used;
} MEMORY_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(MEMORY_CONTEXT, GetMemoryContext)

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WDF_OBJECT_ATTRIBUTES Attributes;
    WDFMEMORY Memory;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&Attributes, MEMORY_CONTEXT);
    NTSTATUS Status = WdfMemoryCreate(&Attributes, NonPagedPoolNx, GALLERY_TAG, 16, &Memory, NULL);
    if (NT_SUCCESS(Status)) {
        TIMER_CONTEXT *Context = GetTimerContext(Memory);
        Context->Ticks++; /* VRF0510 */
        WdfObjectDelete(Memory);
    }
    WdfRequestComplete(Request, Status);
}

static VOID Unload(VOID)
{
}
