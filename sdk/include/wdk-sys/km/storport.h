/*
 * Storport, the port driver for host bus adapters. A driver includes this or srb.h: both describe an adapter's configuration, each
 * as its own port driver has it.
 */
#ifndef WDK_STORPORT_H
#define WDK_STORPORT_H
#define _NTSTORPORT_
#define _NTSRB_

#include "storport/request.h"
#include "storport/port.h"
#include "storport/functions.h"
#include "storport/power.h"
#include "storport/extended.h"
#include "storport/services.h"
#include "storport/telemetry.h"

/* The entry point of a miniport. */
typedef ULONG sp_DRIVER_INITIALIZE(_In_ PVOID DriverObject, _In_ PVOID RegistryPath);

#endif
