/*
 * WdfDriverStubUm.lib: the one export of a UMDF 2 driver, through which the host process starts it.
 *
 * FxDriverEntryUm asks the host's loader for the framework that the driver was built for, then calls the driver's own
 * DriverEntry. Compiled once for each version of the framework.
 */
#define WDF_STUB
#include <windows.h>
#include <wdf.h>
#include <wdfldr.h>

DRIVER_INITIALIZE DriverEntry;

#define ENTRY_COMPONENT L"UmdfLibrary"
#define ENTRY_VERSION   {UMDF_VERSION_MAJOR, UMDF_VERSION_MINOR, 0}
#include "bind_info.h"
#include "records.h"

/* The host's driver object, as far as the stub needs it: the framework's fxldrum.h has the whole. */
typedef struct driver_object_um {
    ULONG Size;
    ULONG Flags;
    UNICODE_STRING DriverName;
    PVOID FxDriver;
    PVOID DriverLoadContext;
    PVOID ThreadPoolEnv[9];
    PVOID ThreadPoolGroup;
    LONG IfrSequenceNumber;
    PVOID AddDevice;
    VOID(NTAPI *DriverUnload)(struct driver_object_um *DriverObject);
} driver_object_um;

static WDF_LOADER_INTERFACE_UM loader;
static PVOID loader_context;
static VOID(NTAPI *unload_of_framework)(driver_object_um *DriverObject);

static VOID unbind(VOID)
{
    if (loader.VersionUnbind != NULL) {
        (VOID) loader.VersionUnbind(loader_context, BIND_INFO, (PWDF_COMPONENT_GLOBALS)WdfDriverGlobals);
    }
}

/* In DriverUnload's place: the framework ends first, with the driver's EvtDriverUnload, then its loader lets go. */
static VOID NTAPI unload(driver_object_um *DriverObject)
{
    if (unload_of_framework != NULL) {
        unload_of_framework(DriverObject);
    }
    unbind();
}

NTSTATUS FxDriverEntryUm(PVOID LoaderInterface, PVOID Context, PVOID DriverObject, PUNICODE_STRING RegistryPath)
{
    const WDF_LOADER_INTERFACE_UM *host = LoaderInterface;
    driver_object_um *driver = DriverObject;
    NTSTATUS status;

    if (host == NULL || host->Size < sizeof(*host) || host->VersionBind == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    /*
     * Class extensions of user mode are not supported: their libraries leave records, and a driver that has any must
     * not start with function tables that nobody filled.
     */
    if (next_class(section_pointer(classes_begin), section_pointer(classes_end)) != section_pointer(classes_end)) {
        return STATUS_NOT_SUPPORTED;
    }
    loader = *host;
    loader_context = Context;

    status = loader.VersionBind(loader_context, BIND_INFO, (PWDF_COMPONENT_GLOBALS *)&WdfDriverGlobals);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = init_types();
    if (NT_SUCCESS(status)) {
        status = DriverEntry((PDRIVER_OBJECT)DriverObject, RegistryPath);
    }
    if (!NT_SUCCESS(status)) {
        unbind();
        return status;
    }
    if (WdfDriverGlobals->DisplaceDriverUnload && driver != NULL && driver->Size >= sizeof(*driver)) {
        unload_of_framework = driver->DriverUnload;
        driver->DriverUnload = unload;
    }
    return STATUS_SUCCESS;
}
