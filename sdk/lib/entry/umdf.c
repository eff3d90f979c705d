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

/*
 * Class extensions of user mode are not supported: their libraries leave records here, and a driver that has any must
 * not start with function tables that nobody filled.
 */
#pragma section(".kmdfclassbind$a", read, write)
#pragma section(".kmdfclassbind$c", read, write)
#pragma section(".kmdftypeinit$a", read, write)
#pragma section(".kmdftypeinit$c", read, write)
#pragma comment(linker, "/merge:.kmdfclassbind=.data")
#pragma comment(linker, "/merge:.kmdftypeinit=.data")

__declspec(allocate(".kmdfclassbind$a")) static PVOID classes_begin[2] = {NULL};
__declspec(allocate(".kmdfclassbind$c")) static PVOID classes_end[2] = {NULL};
__declspec(allocate(".kmdftypeinit$a")) static PVOID types_begin[2] = {NULL};
__declspec(allocate(".kmdftypeinit$c")) static PVOID types_end[2] = {NULL};

/* To the compiler the markers are two-element arrays of NULLs; this makes it forget where a pointer came from. */
static PVOID *section_pointer(PVOID *marker)
{
    __asm__ volatile("" : "+r"(marker));
    return marker;
}

static WDF_LOADER_INTERFACE_UM loader;
static PVOID loader_context;
static VOID(NTAPI *unload_of_framework)(driver_object_um *DriverObject);

/* The linker aligns records with zeros, and a record's first word, its size, is never zero. */
static PVOID *next_record(PVOID *at, PVOID *end)
{
    while (at < end && *at == NULL) {
        at++;
    }
    return at;
}

/* Context types that the driver shares with another learn their identity from that one. */
static NTSTATUS init_types(VOID)
{
    const ULONG size = sizeof(WDF_OBJECT_CONTEXT_TYPE_INFO);

    PVOID *end = section_pointer(types_end);

    for (PVOID *at = next_record(section_pointer(types_begin), end); at < end;
         at = next_record(at + size / sizeof(*at), end)) {
        PWDF_OBJECT_CONTEXT_TYPE_INFO type = (PWDF_OBJECT_CONTEXT_TYPE_INFO)at;

        if (type->Size != size || size > (ULONG_PTR)end - (ULONG_PTR)at) {
            return STATUS_INVALID_IMAGE_FORMAT;
        }
        if (type->EvtDriverGetUniqueContextType != NULL) {
            type->UniqueType = type->EvtDriverGetUniqueContextType();
            if (type->UniqueType == NULL) {
                return STATUS_INVALID_IMAGE_FORMAT;
            }
        }
    }
    return STATUS_SUCCESS;
}

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
    if (next_record(section_pointer(classes_begin), section_pointer(classes_end)) < section_pointer(classes_end)) {
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
