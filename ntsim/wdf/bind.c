/* The loader of frameworks: what wdfldr.sys exports. It binds drivers to the one framework there is, this one. */
#include "ntsim/wdf/fx.h"

#include <stdbool.h>

enum { NEWEST_MINOR = 33 };

static struct fx_globals *clients;

/* The name of the service ends the path of its key; the globals keep it in ASCII, as log lines want it. */
static void name_client(struct fx_globals *globals, PCUNICODE_STRING path)
{
    const ULONG length = path->Length / sizeof(WCHAR);
    ULONG start = length;
    while (start > 0 && path->Buffer[start - 1] != L'\\')
        start--;
    ULONG at = 0;
    for (; start + at < length && at < WDF_DRIVER_GLOBALS_NAME_LEN - 1; at++)
        globals->Public.DriverName[at] = (CHAR)path->Buffer[start + at];
    /* The tag of the driver's pool: the first four letters of its name. */
    ULONG tag = 0;
    for (ULONG i = 0; i < 4; i++)
        tag |= (ULONG)(UCHAR)(i < at ? globals->Public.DriverName[i] : ' ') << (8 * i);
    globals->Public.DriverTag = tag;
}

__declspec(dllexport) NTSTATUS NTAPI WdfVersionBind(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                                                    PWDF_BIND_INFO BindInfo, PWDF_COMPONENT_GLOBALS *ComponentGlobals)
{
    if (!DriverObject || !RegistryPath || !BindInfo || !BindInfo->FuncTable || !ComponentGlobals)
        return STATUS_INVALID_PARAMETER;
    if (BindInfo->Size < sizeof(WDF_BIND_INFO) || BindInfo->Version.Major != 1)
        return STATUS_INVALID_PARAMETER;
    /* A driver of a newer version may say that an older framework will do. */
    BOOLEAN newer = BindInfo->Version.Minor > NEWEST_MINOR || BindInfo->FuncCount > fx_function_count;
    if (BindInfo->Size >= sizeof(WDF_BIND_INFO2)) {
        const PWDF_BIND_INFO2 extended = (PWDF_BIND_INFO2)BindInfo;
        if (newer && (!extended->MinimumVersionRequired || *extended->MinimumVersionRequired > NEWEST_MINOR))
            return STATUS_REVISION_MISMATCH;
        if (extended->ClientVersionHigherThanFramework)
            *extended->ClientVersionHigherThanFramework = newer;
        if (newer && extended->FuncCountPtr)
            *extended->FuncCountPtr = fx_function_count;
    } else if (newer) {
        return STATUS_REVISION_MISMATCH;
    }
    struct fx_globals *globals = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*globals), FX_TAG);
    if (!globals)
        return STATUS_INSUFFICIENT_RESOURCES;
    globals->DriverObject = DriverObject;
    globals->Minor = BindInfo->Version.Minor;
    globals->Next = clients;
    clients = globals;
    name_client(globals, RegistryPath);
    *BindInfo->FuncTable = BindInfo->FuncCount ? (WDFFUNC)fx_gated_functions(globals) : (WDFFUNC)fx_functions;
    BindInfo->Module = NULL;
    *ComponentGlobals = (WDF_COMPONENT_GLOBALS)&globals->Public;
    return STATUS_SUCCESS;
}

__declspec(dllexport) NTSTATUS NTAPI WdfVersionUnbind(PUNICODE_STRING RegistryPath, PWDF_BIND_INFO BindInfo,
                                                      WDF_COMPONENT_GLOBALS *ComponentGlobals)
{
    struct fx_globals *globals = fx_globals_of((PWDF_DRIVER_GLOBALS)ComponentGlobals);
    /* Where DriverEntry has failed after WdfDriverCreate, the driver object is still there. */
    if (globals->Driver)
        fx_delete(&globals->Driver->Object);
    for (struct fx_globals **link = &clients; *link; link = &(*link)->Next)
        if (*link == globals) {
            *link = globals->Next;
            if (globals->Functions)
                ExFreePoolWithTag(globals->Functions, FX_TAG);
            ExFreePoolWithTag(globals, FX_TAG);
            return STATUS_SUCCESS;
        }
    return STATUS_INVALID_PARAMETER;
}

/* --- class extensions --- */

static struct fx_class_library {
    WDF_CLASS_LIBRARY_INFO Info;
    UNICODE_STRING Name; /* of its service, which is that of the class */
    struct fx_class_library *Next;
} *class_libraries;

__declspec(dllexport) NTSTATUS NTAPI WdfRegisterClassLibrary(PWDF_CLASS_LIBRARY_INFO ClassLibraryInfo,
                                                             PUNICODE_STRING SourceLibraryServiceName,
                                                             PCUNICODE_STRING ClassLibraryDeviceName)
{
    /* A path in the registry, or the name alone. */
    UNICODE_STRING name = *SourceLibraryServiceName;
    for (USHORT i = name.Length / sizeof(WCHAR); i > 0; i--)
        if (name.Buffer[i - 1] == L'\\') {
            name.Buffer += i;
            name.Length -= (USHORT)(i * sizeof(WCHAR));
            break;
        }
    struct fx_class_library *library = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*library) + name.Length, FX_TAG);
    if (!library)
        return STATUS_INSUFFICIENT_RESOURCES;
    library->Info = *ClassLibraryInfo;
    library->Name = (UNICODE_STRING){name.Length, name.Length, (PWCHAR)(library + 1)};
    RtlCopyMemory(library->Name.Buffer, name.Buffer, name.Length);
    library->Next = class_libraries;
    class_libraries = library;
    return library->Info.ClassLibraryInitialize ? library->Info.ClassLibraryInitialize() : STATUS_SUCCESS;
}

static struct fx_class_library *find_class(const WDF_CLASS_BIND_INFO *info)
{
    UNICODE_STRING name;
    RtlInitUnicodeString(&name, info->ClassName);
    for (struct fx_class_library *library = class_libraries; library; library = library->Next)
        if (RtlEqualUnicodeString(&library->Name, &name, TRUE) && library->Info.Version.Major == info->Version.Major &&
            library->Info.Version.Minor >= info->Version.Minor)
            return library;
    return NULL;
}

/* An extension is a driver that has registered itself; none of Windows' is part of this system. */
__declspec(dllexport) NTSTATUS NTAPI WdfVersionBindClass(PWDF_BIND_INFO BindInfo, PWDF_COMPONENT_GLOBALS Globals,
                                                         PWDF_CLASS_BIND_INFO ClassBindInfo)
{
    const struct fx_class_library *library = find_class(ClassBindInfo);
    return library ? library->Info.ClassLibraryBindClient(ClassBindInfo, Globals) : STATUS_NOT_FOUND;
}

__declspec(dllexport) VOID NTAPI WdfVersionUnbindClass(PWDF_BIND_INFO BindInfo, PWDF_COMPONENT_GLOBALS Globals,
                                                       PWDF_CLASS_BIND_INFO ClassBindInfo)
{
    const struct fx_class_library *library = find_class(ClassBindInfo);
    if (library)
        library->Info.ClassLibraryUnbindClient(ClassBindInfo, Globals);
}

__declspec(dllexport) NTSTATUS NTAPI WdfRegisterLibrary(PWDF_LIBRARY_INFO LibraryInfo, PUNICODE_STRING ServicePath,
                                                        PCUNICODE_STRING LibraryDeviceName)
{
    return STATUS_NOT_SUPPORTED;
}

__declspec(dllexport) NTSTATUS NTAPI WdfLdrQueryInterface(PWDF_INTERFACE_HEADER LoaderInterface)
{
    return LoaderInterface ? STATUS_NOINTERFACE : STATUS_INVALID_PARAMETER;
}

__declspec(dllexport) NTSTATUS NTAPI WdfLdrDiagnosticsValueByNameAsULONG(PCUNICODE_STRING ValueName, PULONG Value)
{
    return STATUS_OBJECT_NAME_NOT_FOUND;
}

struct fx_globals *fx_globals_by_driver(PDRIVER_OBJECT driver_object)
{
    struct fx_globals *globals = clients;
    while (globals && globals->DriverObject != driver_object)
        globals = globals->Next;
    return globals;
}

__declspec(dllexport) bool SimFrameworkLacksDriver(const void *driver_object)
{
    const struct fx_globals *globals = fx_globals_by_driver((PDRIVER_OBJECT)driver_object);
    return globals && !globals->UserMode && !globals->Driver;
}
