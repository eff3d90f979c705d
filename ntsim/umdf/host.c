/* The host process, as far as drivers see it: it loads them, binds them to the framework, starts and unloads them. */
#include "ntsim/umdf/umdf.h"

#include "ntsim/machine/services.h"

enum { PROCESS_DETACH = 0, PROCESS_ATTACH = 1, NEWEST_MINOR = 33 };

typedef int NTAPI dll_entry(PVOID instance, ULONG reason, PVOID reserved);
typedef NTSTATUS NTAPI driver_entry_um(PVOID interface, PVOID context, PVOID driver, PUNICODE_STRING path);

/* What wdfldr.h declares for the user-mode side. */
struct loader_interface {
    ULONG Size;
    NTSTATUS(NTAPI *VersionBind)(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS *globals);
    NTSTATUS(NTAPI *VersionUnbind)(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS globals);
    NTSTATUS(NTAPI *VersionBindClass)(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS globals,
                                      PWDF_CLASS_BIND_INFO class);
    VOID(NTAPI *VersionUnbindClass)(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS globals,
                                    PWDF_CLASS_BIND_INFO class);
    PVOID Diagnostics;
    ULONG Flags;
};

static const char extension_id, table_id;

static NTSTATUS check_version(PWDF_BIND_INFO info)
{
    if (info->Size < sizeof(*info) || !info->FuncTable || info->Version.Major != 2)
        return STATUS_INVALID_PARAMETER;
    const BOOLEAN newer = info->Version.Minor > NEWEST_MINOR || info->FuncCount > um_function_count;
    const PWDF_BIND_INFO2 extended = info->Size >= sizeof(WDF_BIND_INFO2) ? (PWDF_BIND_INFO2)info : NULL;
    if (newer && (!extended || !extended->MinimumVersionRequired || *extended->MinimumVersionRequired > NEWEST_MINOR))
        return STATUS_REVISION_MISMATCH;
    if (extended && extended->ClientVersionHigherThanFramework)
        *extended->ClientVersionHigherThanFramework = newer;
    if (newer && extended->FuncCountPtr)
        *extended->FuncCountPtr = um_function_count;
    return STATUS_SUCCESS;
}

/* The framework gets a client of its own kind; then the driver's table is exchanged for UMDF's. */
static NTSTATUS NTAPI version_bind(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS *globals)
{
    struct um_driver *driver = context;
    const WDFFUNC *kernel_functions;
    WDF_BIND_INFO kernel = {
        .Size = sizeof(kernel),
        .Component = info->Component,
        .Version = {1, info->Version.Minor < NEWEST_MINOR ? info->Version.Minor : NEWEST_MINOR, 0},
        .FuncTable = (WDFFUNC *)&kernel_functions,
    };
    WDFFUNC *table;
    NTSTATUS status = check_version(info);
    if (NT_SUCCESS(status)) /* it stays as long as the driver */
        status = IoAllocateDriverObjectExtension(driver->Kernel, (PVOID)&table_id, um_function_count * sizeof(*table),
                                                 (PVOID *)&table);
    if (NT_SUCCESS(status))
        status = WdfVersionBind(driver->Kernel, &driver->Kernel->DriverExtension->ServiceKeyName, &kernel, globals);
    if (!NT_SUCCESS(status))
        return status;
    SimWdfSetUserMode((PWDF_DRIVER_GLOBALS)*globals);
    um_fill_table(driver->Kernel->DriverStart, table);
    *info->FuncTable = (WDFFUNC)table;
    info->Module = NULL;
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI version_unbind(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS globals)
{
    struct um_driver *driver = context;
    return WdfVersionUnbind(&driver->Kernel->DriverExtension->ServiceKeyName, info, globals);
}

static NTSTATUS NTAPI bind_class(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS globals,
                                 PWDF_CLASS_BIND_INFO class)
{
    return WdfVersionBindClass(info, globals, class);
}

static VOID NTAPI unbind_class(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS globals,
                               PWDF_CLASS_BIND_INFO class)
{
    WdfVersionUnbindClass(info, globals, class);
}

static int call_dll(PDRIVER_OBJECT kernel, ULONG reason)
{
    const struct machine_image *image = kernel->DriverSection;
    return ((dll_entry *)image->entry)(image->base, reason, NULL);
}

/* The entry stub has put its own routine in the place of this one, and calls it. */
static VOID NTAPI unload_framework(struct um_driver_object *object)
{
    const struct um_driver *driver = CONTAINING_RECORD(object, struct um_driver, Object);
    if (driver->UnloadFramework)
        driver->UnloadFramework(driver->Kernel);
}

static VOID NTAPI unload(PDRIVER_OBJECT kernel)
{
    struct um_driver *driver = IoGetDriverObjectExtension(kernel, (PVOID)&extension_id);
    driver->Object.DriverUnload(&driver->Object);
    call_dll(kernel, PROCESS_DETACH);
}

/* In the place of DriverEntry, for DLLs that export FxDriverEntryUm. */
__declspec(dllexport) NTSTATUS NTAPI SimUserDriverEntry(PDRIVER_OBJECT kernel, PUNICODE_STRING path)
{
    static struct loader_interface interface = {
        .Size = sizeof(interface),
        .VersionBind = version_bind,
        .VersionUnbind = version_unbind,
        .VersionBindClass = bind_class,
        .VersionUnbindClass = unbind_class,
    };
    const struct machine_image *image = kernel->DriverSection;
    driver_entry_um *const entry = (driver_entry_um *)SimFindExport(image->name, "FxDriverEntryUm");
    struct um_driver *driver;
    NTSTATUS status = IoAllocateDriverObjectExtension(kernel, (PVOID)&extension_id, sizeof(*driver), (PVOID *)&driver);
    if (!NT_SUCCESS(status))
        return status;
    driver->Object.Size = sizeof(driver->Object);
    driver->Object.DriverName = kernel->DriverExtension->ServiceKeyName;
    driver->Object.DriverUnload = unload_framework;
    driver->Kernel = kernel;
    if (!call_dll(kernel, PROCESS_ATTACH))
        return STATUS_DLL_INIT_FAILED;
    status = entry(&interface, driver, &driver->Object, path);
    if (!NT_SUCCESS(status)) {
        call_dll(kernel, PROCESS_DETACH);
        return status;
    }
    driver->UnloadFramework = kernel->DriverUnload;
    kernel->DriverUnload = unload;
    return STATUS_SUCCESS;
}
