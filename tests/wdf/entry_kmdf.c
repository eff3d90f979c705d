/* Plays wdfldr.sys to WdfDriverEntry.lib, in a user-mode program. EXPECTED_FUNCTIONS comes from versions.tsv. */
#include <ntddk.h>
#include <wdf.h>
#include <wdfminiport.h>
#include <wdfldr.h>
#include "story.h"

DRIVER_INITIALIZE DriverEntry;
DRIVER_INITIALIZE FxDriverEntry;
NTSTATUS NTAPI version_bind_class(PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS component, PWDF_CLASS_BIND_INFO class);
VOID NTAPI version_unbind_class(PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS component, PWDF_CLASS_BIND_INFO class);

typedef struct _SHARED_CONTEXT {
    ULONG Value;
} SHARED_CONTEXT;

static const WDF_OBJECT_CONTEXT_TYPE_INFO shared_identity;
PCWDF_OBJECT_CONTEXT_TYPE_INFO SHARED_CONTEXT_EXTERNAL_INIT_FUNCTION(VOID);
PCWDF_OBJECT_CONTEXT_TYPE_INFO SHARED_CONTEXT_EXTERNAL_INIT_FUNCTION(VOID)
{
    told("type");
    return &shared_identity;
}
WDF_DECLARE_SHARED_CONTEXT_TYPE_WITH_NAME(SHARED_CONTEXT, get_shared)

static WDFFUNC table[EXPECTED_FUNCTIONS];
static WDF_DRIVER_GLOBALS globals;
static NTSTATUS bind_result, second_class_result, entry_result;
static PWDF_BIND_INFO bound;
static DRIVER_OBJECT driver;
static WCHAR path_text[400];

/* Two class extensions: one that the loader binds, one that binds itself and has the longer record. */
static NTSTATUS NTAPI bind_itself(PFN_WDF_VERSION_BIND_CLASS bind, PWDF_BIND_INFO info,
                                  PWDF_COMPONENT_GLOBALS component, PWDF_CLASS_BIND_INFO class)
{
    told("itself:");
    return bind(info, component, class);
}

static VOID NTAPI unbind_itself(PFN_WDF_VERSION_UNBIND_CLASS unbind, PWDF_BIND_INFO info,
                                PWDF_COMPONENT_GLOBALS component, PWDF_CLASS_BIND_INFO class)
{
    told("itself:");
    unbind(info, component, class);
}

#pragma section(".kmdfclassbind$b", read, write)
__declspec(allocate(".kmdfclassbind$b")) WDF_CLASS_BIND_INFO first_class = {
    .Size = sizeof(first_class), .ClassName = L"One", .Version = {1, 0, 0}};
__declspec(allocate(".kmdfclassbind$b")) WDF_CLASS_BIND_INFO2 second_class = {
    .V1 = {.Size = sizeof(second_class),
           .ClassName = L"Two",
           .Version = {1, 0, 0},
           .ClientBindClass = bind_itself,
           .ClientUnbindClass = unbind_itself}};

/* The loader's exports, where the stub's imports look for them. The stub takes the address of two of them, too. */
static NTSTATUS NTAPI version_bind(PDRIVER_OBJECT DriverObject, PUNICODE_STRING path, PWDF_BIND_INFO info,
                                   PWDF_COMPONENT_GLOBALS *component)
{
    told(DriverObject == &driver && path->Length == 6 && path->Buffer != path_text ? "bind" : "bind-of-what");
    bound = info;
    if (NT_SUCCESS(bind_result)) {
        *(const WDFFUNC **)info->FuncTable = table;
        *component = (PWDF_COMPONENT_GLOBALS)&globals;
    }
    return bind_result;
}

static NTSTATUS NTAPI version_unbind(PUNICODE_STRING path, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS component)
{
    told(path->Length == 6 && path->Buffer[0] == L'K' && info == bound && component == (PWDF_COMPONENT_GLOBALS)&globals
             ? "unbind"
             : "unbind-of-what");
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI version_bind_class(PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS component, PWDF_CLASS_BIND_INFO class)
{
    told(info != bound || component != (PWDF_COMPONENT_GLOBALS)&globals ? "class-of-what"
         : class == &first_class                                        ? "+one"
                                                                        : "+two");
    return class == &second_class.V1 ? second_class_result : STATUS_SUCCESS;
}

VOID NTAPI version_unbind_class(PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS component, PWDF_CLASS_BIND_INFO class)
{
    told(info != bound || component != (PWDF_COMPONENT_GLOBALS)&globals ? "class-of-what"
         : class == &first_class                                        ? "-one"
                                                                        : "-two");
}

#pragma comment(linker, "/alternatename:WdfVersionBindClass=version_bind_class")
#pragma comment(linker, "/alternatename:WdfVersionUnbindClass=version_unbind_class")
PVOID __imp_WdfVersionBind = (PVOID)version_bind;
PVOID __imp_WdfVersionUnbind = (PVOID)version_unbind;
PVOID __imp_WdfVersionBindClass = (PVOID)version_bind_class;
PVOID __imp_WdfVersionUnbindClass = (PVOID)version_unbind_class;

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    (void)RegistryPath;
    if (DriverObject == NULL) {
        told("library-entry");
    } else {
        told(WdfFunctions == table && WdfDriverGlobals == &globals ? "entry" : "entry-too-early");
    }
    return entry_result;
}

static VOID NTAPI framework_unload(PDRIVER_OBJECT DriverObject)
{
    told(DriverObject == &driver ? "unload" : "unload-of-what");
}

static VOID NTAPI framework_miniport_unload(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDRIVER handle)
{
    told(DriverGlobals == &globals && handle == (WDFDRIVER)&driver ? "miniport-unload" : "unload-of-what");
}

int main(void)
{
    UNICODE_STRING path = {6, sizeof(path_text), path_text};

    path_text[0] = L'K';
    table[WdfDriverMiniportUnloadTableIndex] = (WDFFUNC)framework_miniport_unload;
    driver.DriverUnload = framework_unload;
    globals.DisplaceDriverUnload = TRUE;

    check(FxDriverEntry(&driver, &path) == STATUS_SUCCESS, "the driver starts");
    check_story("bind +one itself: +two type entry",
                "bound, then classes, then shared context types, then DriverEntry");
    check(bound->Version.Major == 1 && bound->Version.Minor == KMDF_VERSION_MINOR, "asks for its version");
    check(bound->FuncCount == EXPECTED_FUNCTIONS, "asks for as many functions as that version has");
#if WDF_MINOR >= 25
    check(bound->Size == sizeof(WDF_BIND_INFO2), "passes the second form of the record");
    check(*((PWDF_BIND_INFO2)bound)->MinimumVersionRequired == WDF_MINIMUM_MINOR, "says what it needs at least");
    check(((PWDF_BIND_INFO2)bound)->StructTable == &WdfStructures, "gets to know the sizes of structures");
#else
    check(bound->Size == sizeof(WDF_BIND_INFO), "passes the first form of the record");
#endif
    check(WDF_GET_CONTEXT_TYPE_INFO(SHARED_CONTEXT)->UniqueType == &shared_identity,
          "the shared type has its identity");
    check(driver.DriverUnload != framework_unload, "stands before the framework's unload routine");
    path_text[0] = 0;
    driver.DriverUnload(&driver);
    check_story("unload -one itself: -two unbind",
                "unloads the framework, then the classes, then unbinds, with its own copy of the path");
    path_text[0] = L'K';

    globals.DisplaceDriverUnload = FALSE;
    driver.DriverUnload = NULL;
    check(FxDriverEntry(&driver, &path) == STATUS_SUCCESS && driver.DriverUnload == NULL,
          "leaves the unload routine alone when the framework says so");
    story[0] = 0;
    WdfDriverMiniportUnload((WDFDRIVER)&driver);
    check_story("miniport-unload -one itself: -two unbind", "a miniport ends its use of the framework itself");

    entry_result = STATUS_UNSUCCESSFUL;
    check(FxDriverEntry(&driver, &path) == STATUS_UNSUCCESSFUL, "DriverEntry's failure is passed on");
    check_story("bind +one itself: +two type entry -one itself: -two unbind", "a driver that fails is unbound");

    second_class_result = STATUS_NOT_SUPPORTED;
    check(FxDriverEntry(&driver, &path) == STATUS_NOT_SUPPORTED, "a class extension's failure is passed on");
    check_story("bind +one itself: +two -one unbind", "what was bound before it is unbound");

    second_class.V1.Size = 7;
    check(FxDriverEntry(&driver, &path) == STATUS_INVALID_IMAGE_FORMAT, "what is no class record is not taken for one");
    check_story("bind +one -one unbind", "and the driver does not start");
    second_class.V1.Size = sizeof(second_class);

    bind_result = STATUS_REVISION_MISMATCH;
    check(FxDriverEntry(&driver, &path) == STATUS_REVISION_MISMATCH, "the loader's failure is passed on");
    check_story("bind", "a driver that was not bound is not entered");

    path.Length = sizeof(path_text);
    check(FxDriverEntry(&driver, &path) == STATUS_NAME_TOO_LONG, "a path that does not fit is refused");
    check_story("", "without a call");
    entry_result = STATUS_SUCCESS;
    check(FxDriverEntry(NULL, &path) == STATUS_SUCCESS, "without a driver object it is a library");
    check_story("library-entry", "that nobody binds");
    printf("1..%d\n", checks);
    return failures != 0;
}
