/*
 * WdfDriverEntry.lib: the entry point of a KMDF driver's image.
 *
 * FxDriverEntry asks wdfldr.sys for the framework that the driver was built for, binds the class extensions that it
 * was linked with, then calls the driver's own DriverEntry. When the driver goes, it gives all of that back, in reverse
 * order. Compiled once for each version of the framework.
 */
#define WDF_STUB
#include <ntddk.h>
#include <wdf.h>
#include <wdfminiport.h>
#include <wdfldr.h>

/* Code and data that the kernel may throw away once the driver runs. */
#define ENTRY_INIT __attribute__((section("INIT")))

void __security_init_cookie(void);

DRIVER_INITIALIZE DriverEntry;
DRIVER_INITIALIZE FxDriverEntry;

#define ENTRY_COMPONENT L"KmdfLibrary"
#define ENTRY_VERSION   {KMDF_VERSION_MAJOR, KMDF_VERSION_MINOR, 0}
#include "bind_info.h"

#define GLOBALS              ((PWDF_COMPONENT_GLOBALS)WdfDriverGlobals)
#define VERSION_BIND_CLASS   WdfVersionBindClass
#define VERSION_UNBIND_CLASS WdfVersionUnbindClass

#include "records.h"

/* The longest service name is 256 characters, and the key of the services stands before it. */
static WCHAR registry_path_buffer[320];
static UNICODE_STRING registry_path = {0, sizeof(registry_path_buffer), registry_path_buffer};

static DRIVER_UNLOAD *unload_of_framework;

static VOID unbind(VOID)
{
    unbind_classes();
    (VOID) WdfVersionUnbind(&registry_path, BIND_INFO, GLOBALS);
}

/* In DriverUnload's place: the framework ends first, with the driver's EvtDriverUnload, then its loader lets go. */
static VOID NTAPI unload(PDRIVER_OBJECT DriverObject)
{
    if (unload_of_framework != NULL) {
        unload_of_framework(DriverObject);
    }
    unbind();
}

/* The same for a driver whose DriverUnload is another's: it calls this through WdfDriverMiniportUnload. */
static VOID NTAPI unload_miniport(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDRIVER Driver)
{
    ((PFN_WDFDRIVERMINIPORTUNLOAD)WdfFunctions[WdfDriverMiniportUnloadTableIndex])(DriverGlobals, Driver);
    unbind();
}

WDFFUNC WdfDriverMiniportUnloadOverride = (WDFFUNC)unload_miniport;

ENTRY_INIT NTSTATUS NTAPI FxDriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    NTSTATUS status;

    __security_init_cookie();

    /* Without a driver object there is nothing to bind: the image was loaded as a library of another driver. */
    if (DriverObject == NULL) {
        return DriverEntry(DriverObject, RegistryPath);
    }

    /* Unbinding needs the path, which the caller takes back. */
    if (RegistryPath->Length > registry_path.MaximumLength) {
        return STATUS_NAME_TOO_LONG;
    }
    registry_path.Length = RegistryPath->Length;
    RtlCopyMemory(registry_path.Buffer, RegistryPath->Buffer, RegistryPath->Length);

    status = WdfVersionBind(DriverObject, &registry_path, BIND_INFO, (PWDF_COMPONENT_GLOBALS *)&WdfDriverGlobals);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = bind_classes();
    if (NT_SUCCESS(status)) {
        status = init_types();
    }
    if (NT_SUCCESS(status)) {
        status = DriverEntry(DriverObject, RegistryPath);
    }
    if (!NT_SUCCESS(status)) {
        unbind();
        return status;
    }

    /*
     * The framework says whether the driver object's unload routine is its own. It is not for drivers that keep their
     * own dispatch routines, and there is none for legacy drivers that did not ask to be unloadable.
     */
    if (WdfDriverGlobals->DisplaceDriverUnload) {
        unload_of_framework = DriverObject->DriverUnload;
        DriverObject->DriverUnload = unload;
    }
    return STATUS_SUCCESS;
}
