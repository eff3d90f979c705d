/* The queue's callbacks are serialised, and the timer that counts with them is not. */
#define GALLERY_SCOPE WdfSynchronizationScopeQueue
#define GALLERY_LEVEL WdfExecutionLevelDispatch
#include "../gallery_kmdf.h"

static EVT_WDF_TIMER Tick;
static volatile LONG Counter;
static WDFTIMER Timer; /* of the one queue: made once */

static VOID Tick(WDFTIMER This)
{
    Counter = Counter + 1; /* VRF0601 */
}

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WDF_OBJECT_ATTRIBUTES Attributes;
    WDF_TIMER_CONFIG Config;
    WDF_OBJECT_ATTRIBUTES_INIT(&Attributes);
    Attributes.ParentObject = WdfRequestGetIoQueue(Request);
    WDF_TIMER_CONFIG_INIT(&Config, Tick);
    Config.AutomaticSerialization = FALSE;
    const NTSTATUS Status = Timer ? STATUS_SUCCESS : WdfTimerCreate(&Config, &Attributes, &Timer);
    if (NT_SUCCESS(Status)) {
        WdfTimerStart(Timer, -100);
        KeStallExecutionProcessor(50);
        Counter = Counter + 1;
    }
    WdfRequestComplete(Request, Status);
}

static VOID Unload(VOID)
{
}
