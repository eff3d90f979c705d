/* The driver's own types and entry points. */
#pragma once

#include <ntddk.h>
#include <wdf.h>

#include "../public.h"

#include <wdk/wdf/cancel.h>
#include <wdk/wdf/context.h>
#include <wdk/wdf/request.h>

typedef struct DEVICE_CONTEXT {
    ULONG prepared, entered; /* how often */
    ULONG files;             /* open now */
    LONG ended;              /* how often one was closed */
    wdk_parked parked;       /* a request that waits for another */
    wdk_request taker;       /* the other, while `taking` is queued */
    WDFWORKITEM taking;
    WDFQUEUE manual;
    ULONG interrupts; /* objects with a context that is right */
} DEVICE_CONTEXT;
WDK_DEVICE_CONTEXT(DEVICE_CONTEXT, device_of);

DRIVER_INITIALIZE DriverEntry;
NTSTATUS PiecesQueueCreate(WDFDEVICE Device);
