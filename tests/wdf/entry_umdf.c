/* Plays the UMDF host process to WdfDriverStubUm.lib. EXPECTED_FUNCTIONS comes from versions.tsv. */
#include <windows.h>
#include <wdf.h>
#include <wdfldr.h>
#include "story.h"

/* The host's driver object: the unload routine is at 136, after 17 pointers' worth of other things. */
struct host_driver {
    ULONG Size;
    ULONG Flags;
    PVOID Fields[16];
    VOID(NTAPI *DriverUnload)(struct host_driver *driver);
    PVOID MajorFunction[28];
};
_Static_assert(__builtin_offsetof(struct host_driver, DriverUnload) == 136, "DriverUnload of DRIVER_OBJECT_UM");

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
    .Size = sizeof(first_class), .ClassName = (PWCHAR)L"One", .Version = {1, 0, 0}};
__declspec(allocate(".kmdfclassbind$b")) WDF_CLASS_BIND_INFO2 second_class = {
    .V1 = {.Size = sizeof(second_class),
           .ClassName = (PWCHAR)L"Two",
           .Version = {1, 0, 0},
           .ClientBindClass = bind_itself,
           .ClientUnbindClass = unbind_itself}};

static int context_mark;
static const WDFFUNC table[1];
static WDF_DRIVER_GLOBALS globals;
static NTSTATUS bind_result, second_class_result, entry_result;
static PWDF_BIND_INFO bound;

static NTSTATUS NTAPI version_bind(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS *component)
{
    told(context == &context_mark ? "bind" : "bind-with-wrong-context");
    bound = info;
    if (NT_SUCCESS(bind_result)) {
        *(const WDFFUNC **)info->FuncTable = table;
        *component = (PWDF_COMPONENT_GLOBALS)&globals;
    }
    return bind_result;
}

static NTSTATUS NTAPI version_unbind(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS component)
{
    told(context == &context_mark && info == bound && component == (PWDF_COMPONENT_GLOBALS)&globals ? "unbind"
                                                                                                    : "unbind-of-what");
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI version_bind_class(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS component,
                                         PWDF_CLASS_BIND_INFO class)
{
    told(context != &context_mark || info != bound || component != (PWDF_COMPONENT_GLOBALS)&globals ? "class-of-what"
         : class == &first_class                                                                    ? "+one"
                                                                                                    : "+two");
    return class == &second_class.V1 ? second_class_result : STATUS_SUCCESS;
}

static VOID NTAPI version_unbind_class(PVOID context, PWDF_BIND_INFO info, PWDF_COMPONENT_GLOBALS component,
                                       PWDF_CLASS_BIND_INFO class)
{
    told(context != &context_mark || info != bound || component != (PWDF_COMPONENT_GLOBALS)&globals ? "class-of-what"
         : class == &first_class                                                                    ? "-one"
                                                                                                    : "-two");
}

NTSTATUS NTAPI DriverEntry(struct _DRIVER_OBJECT *DriverObject, PUNICODE_STRING RegistryPath)
{
    (void)DriverObject;
    told(RegistryPath->Length == 6 && WdfFunctions == table && WdfDriverGlobals == &globals ? "entry"
                                                                                            : "entry-too-early");
    return entry_result;
}

static VOID NTAPI framework_unload(struct host_driver *driver)
{
    (void)driver;
    told("unload");
}

int main(void)
{
    WDF_LOADER_INTERFACE_UM host = {
        sizeof(host), version_bind, version_unbind, version_bind_class, version_unbind_class, NULL, 0};
    struct host_driver driver = {.Size = sizeof(driver), .DriverUnload = framework_unload};
    UNICODE_STRING path = {6, 6, (PWSTR)L"Key"};

    globals.DisplaceDriverUnload = TRUE;
    check(FxDriverEntryUm(&host, &context_mark, &driver, &path) == STATUS_SUCCESS, "the driver starts");
    check_story("bind +one itself: +two type entry",
                "bound first, then class extensions and shared context types, then DriverEntry");
    check(bound->Version.Major == UMDF_VERSION_MAJOR && bound->Version.Minor == UMDF_VERSION_MINOR,
          "asks for its version");
    check(bound->FuncCount == EXPECTED_FUNCTIONS, "asks for as many functions as that version has");
#if WDF_MINOR >= 25
    check(bound->Size == sizeof(WDF_BIND_INFO2), "passes the second form of the record");
    check(*((PWDF_BIND_INFO2)bound)->MinimumVersionRequired == UMDF_VERSION_MINOR, "needs the version it is built for");
    check(((PWDF_BIND_INFO2)bound)->FuncCountPtr == &WdfFunctionCount, "gets to know how many functions there are");
#else
    check(bound->Size == sizeof(WDF_BIND_INFO), "passes the first form of the record");
#endif
    check(WDF_GET_CONTEXT_TYPE_INFO(SHARED_CONTEXT)->UniqueType == &shared_identity,
          "the shared type has its identity");
    check(driver.DriverUnload != framework_unload, "stands before the framework's unload routine");
    driver.DriverUnload(&driver);
    check_story("unload -one itself: -two unbind",
                "unloads the framework, then unbinds class extensions and framework");

    globals.DisplaceDriverUnload = FALSE;
    driver.DriverUnload = NULL;
    check(FxDriverEntryUm(&host, &context_mark, &driver, &path) == STATUS_SUCCESS && driver.DriverUnload == NULL,
          "leaves the unload routine alone when the framework says so");
    story[0] = 0;

    entry_result = STATUS_UNSUCCESSFUL;
    check(FxDriverEntryUm(&host, &context_mark, &driver, &path) == STATUS_UNSUCCESSFUL,
          "DriverEntry's failure is passed on");
    check_story("bind +one itself: +two type entry -one itself: -two unbind", "a driver that fails is unbound");

    second_class_result = STATUS_NOT_FOUND;
    check(FxDriverEntryUm(&host, &context_mark, &driver, &path) == STATUS_NOT_FOUND,
          "a class extension's failure is passed on");
    check_story("bind +one itself: +two -one unbind", "and what was bound is unbound");

    host.VersionBindClass = NULL;
    check(FxDriverEntryUm(&host, &context_mark, &driver, &path) == STATUS_NOT_SUPPORTED,
          "a loader without class extensions cannot start a driver that has some");
    check_story("bind unbind", "which is unbound");

    bind_result = STATUS_REVISION_MISMATCH;
    check(FxDriverEntryUm(&host, &context_mark, &driver, &path) == STATUS_REVISION_MISMATCH,
          "the loader's failure is passed on");
    check_story("bind", "a driver that was not bound is not entered");

    host.Size = 16;
    check(FxDriverEntryUm(&host, &context_mark, &driver, &path) == STATUS_INVALID_PARAMETER,
          "a loader with too small a table is refused");
    check(FxDriverEntryUm(NULL, &context_mark, &driver, &path) == STATUS_INVALID_PARAMETER, "and so is none");
    check_story("", "without a call");
    printf("1..%d\n", checks);
    return failures != 0;
}
