/*
 * WdfDriverStubUm.lib: the one export of a UMDF 2 driver, through which the host process starts it.
 *
 * FxDriverEntryUm asks the host's loader for the framework that the driver was built for, binds the class extensions
 * that it was linked with, then calls the driver's own DriverEntry. Compiled once for each version of the framework.
 */
#define WDF_STUB
#include <windows.h>
#include <wdf.h>
#include <wdfldr.h>

DRIVER_INITIALIZE DriverEntry;

#define ENTRY_COMPONENT L"UmdfLibrary"
#define ENTRY_VERSION   {UMDF_VERSION_MAJOR, UMDF_VERSION_MINOR, 0}
#include "bind_info.h"

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

static NTSTATUS NTAPI version_bind_class(PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS Globals,
                                         PWDF_CLASS_BIND_INFO Class)
{
    if (loader.VersionBindClass == NULL) {
        return STATUS_NOT_SUPPORTED;
    }
    return loader.VersionBindClass(loader_context, Info, Globals, Class);
}

static VOID NTAPI version_unbind_class(PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS Globals, PWDF_CLASS_BIND_INFO Class)
{
    if (loader.VersionUnbindClass != NULL) {
        loader.VersionUnbindClass(loader_context, Info, Globals, Class);
    }
}

#define ENTRY_INIT
#define GLOBALS              ((PWDF_COMPONENT_GLOBALS)WdfDriverGlobals)
#define VERSION_BIND_CLASS   version_bind_class
#define VERSION_UNBIND_CLASS version_unbind_class
#include "records.h"

static VOID unbind(VOID)
{
    unbind_classes();
    if (loader.VersionUnbind != NULL) {
        (VOID) loader.VersionUnbind(loader_context, BIND_INFO, GLOBALS);
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
    loader = *host;
    loader_context = Context;

    status = loader.VersionBind(loader_context, BIND_INFO, (PWDF_COMPONENT_GLOBALS *)&WdfDriverGlobals);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = bind_classes();
    if (NT_SUCCESS(status)) {
        status = init_types();
    }
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
