/* The driver's own types and entry points. */
#pragma once

#include <ntddk.h>
#include <wdf.h>

#include "../public.h"

#include <wdk/wdf/context.h>

typedef struct DEVICE_CONTEXT {
    ULONG prepared, entered; /* how often */
    ULONG files;             /* open now */
    LONG ended;              /* how often one was closed */
} DEVICE_CONTEXT;
WDK_DEVICE_CONTEXT(DEVICE_CONTEXT, device_of);

DRIVER_INITIALIZE DriverEntry;
NTSTATUS PiecesQueueCreate(WDFDEVICE Device);
