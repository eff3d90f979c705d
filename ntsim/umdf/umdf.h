/*
 * Inside wudfx02000.dll, which plays the host process of UMDF 2 drivers and gives them UMDF's table of functions. The
 * devices are those of wdf01000.sys: a function of UMDF is the same function of KMDF at another place of the table,
 * except where ntsim/umdf has one of its own.
 *
 * Sources of behaviour: the public documentation of UMDF 2, and microsoft/Windows-Driver-Frameworks.
 */
#ifndef NTSIM_UMDF_UMDF_H
#define NTSIM_UMDF_UMDF_H

#include <ntifs.h>

#include <wdf.h>

#include <wdfldr.h>

#include "ntsim/umdf/table.h"

/* The driver object of a user-mode driver, as the host makes it and the entry stub reads it: fxldrum.h. */
struct um_driver_object {
    ULONG Size;
    ULONG Flags;
    UNICODE_STRING DriverName;
    PVOID FxDriver;
    PVOID DriverLoadContext;
    PVOID ThreadPoolEnvironment[9];
    PVOID ThreadPoolGroup;
    LONG IfrSequenceNumber;
    PVOID AddDevice;
    VOID(NTAPI *DriverUnload)(struct um_driver_object *driver);
};

_Static_assert(FIELD_OFFSET(struct um_driver_object, DriverUnload) == 136, "as the entry stub has it");

/* A driver, which lives as long as its driver object. */
struct um_driver {
    struct um_driver_object Object; /* what DriverEntry gets for a driver object */
    PDRIVER_OBJECT Kernel;
    PDRIVER_UNLOAD UnloadFramework;
};

/* Of wdf01000.sys: says that a client is a user-mode driver. */
__declspec(dllimport) void SimWdfSetUserMode(PWDF_DRIVER_GLOBALS globals);
/* The same: whether a user-mode driver says that it has initiated a request. */
__declspec(dllimport) void SimWdfSetInitiated(WDFREQUEST request, BOOLEAN initiated);
__declspec(dllimport) BOOLEAN SimWdfIsInitiated(WDFREQUEST request);
/* Of ntoskrnl.exe: the address of an exported name, or NULL. */
__declspec(dllimport) PVOID SimFindExport(const char *module, const char *name);

/* A function of KMDF, to call: KERNEL_FUNCTION(WAITLOCKCREATE, WaitLockCreate)(globals, ...). */
#define KERNEL_FUNCTION(upper, name) ((PFN_WDF##upper)SimWdfFunction(Wdf##name##TableIndex))

#endif
