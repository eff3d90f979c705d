/*
 * wdfldr.h: how a driver, its frameworks and the loader of the frameworks find each other.
 *
 * In kernel mode the loader is wdfldr.sys and these are its exports. In user mode it is the host process, which hands
 * the driver a table of functions. Drivers do not call any of this themselves: the entry stub (sdk/lib/entry) does.
 *
 * Sources: fxldr.h and fxldrum.h of microsoft/Windows-Driver-Frameworks for the framework's side; the class extension
 * records and the user-mode loader's table as other implementations of those interfaces publish them.
 */
#ifndef WDK_WDFLDR_H
#define WDK_WDFLDR_H

#include <wdk_export.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef ULONG WDF_MAJOR_VERSION;
typedef ULONG WDF_MINOR_VERSION;
typedef ULONG WDF_BUILD_NUMBER;

typedef PVOID WDF_COMPONENT_GLOBALS, *PWDF_COMPONENT_GLOBALS;
typedef VOID (*WDFFUNC)(VOID);
typedef size_t *WDF_STRUCT_INFO;

typedef struct _WDF_VERSION {
    WDF_MAJOR_VERSION Major;
    WDF_MINOR_VERSION Minor;
    WDF_BUILD_NUMBER Build;
} WDF_VERSION;

/* What a driver asks for. The loader fills in *FuncTable and Module. */
typedef struct _WDF_BIND_INFO {
    ULONG Size;
    PWCHAR Component;
    WDF_VERSION Version;
    ULONG FuncCount;
    WDFFUNC *FuncTable; /* of the driver's pointer to the table, its WdfFunctions_MMmmm */
    PVOID Module;
} WDF_BIND_INFO, *PWDF_BIND_INFO;

/* From version 25 on: the driver may be content with an older framework, and learns here what that one has. */
typedef struct _WDF_BIND_INFO2 {
    WDF_BIND_INFO V1; /* V1.Size is the size of the whole */
    WDF_MINOR_VERSION *MinimumVersionRequired;
    BOOLEAN *ClientVersionHigherThanFramework;
    ULONG *FuncCountPtr;
    ULONG *StructCountPtr;
    WDF_STRUCT_INFO *StructTable;
} WDF_BIND_INFO2, *PWDF_BIND_INFO2;

/*
 * Class extensions: frameworks for one kind of device, on top of the framework. The library that a driver links for
 * one puts such a record into the section .kmdfclassbind$b, where the entry stub finds it.
 */
typedef struct _WDF_CLASS_BIND_INFO *PWDF_CLASS_BIND_INFO;

typedef NTSTATUS(NTAPI *PFN_WDF_VERSION_BIND_CLASS)(PWDF_BIND_INFO, PWDF_COMPONENT_GLOBALS, PWDF_CLASS_BIND_INFO);
typedef VOID(NTAPI *PFN_WDF_VERSION_UNBIND_CLASS)(PWDF_BIND_INFO, PWDF_COMPONENT_GLOBALS, PWDF_CLASS_BIND_INFO);
typedef NTSTATUS(NTAPI *PFN_WDF_CLIENT_BIND_CLASS)(PFN_WDF_VERSION_BIND_CLASS, PWDF_BIND_INFO,
                                                   PWDF_COMPONENT_GLOBALS, PWDF_CLASS_BIND_INFO);
typedef VOID(NTAPI *PFN_WDF_CLIENT_UNBIND_CLASS)(PFN_WDF_VERSION_UNBIND_CLASS, PWDF_BIND_INFO,
                                                 PWDF_COMPONENT_GLOBALS, PWDF_CLASS_BIND_INFO);

typedef struct _WDF_CLASS_VERSION {
    WDF_MAJOR_VERSION Major;
    WDF_MINOR_VERSION Minor;
    WDF_BUILD_NUMBER Build;
} WDF_CLASS_VERSION;

typedef struct _WDF_CLASS_BIND_INFO {
    ULONG Size;
    PWCHAR ClassName;
    WDF_CLASS_VERSION Version;
    WDFFUNC *FunctionTable;
    ULONG FunctionTableCount;
    PVOID ClassBindInfo;
    PFN_WDF_CLIENT_BIND_CLASS ClientBindClass;     /* NULL: bind with WdfVersionBindClass */
    PFN_WDF_CLIENT_UNBIND_CLASS ClientUnbindClass; /* NULL: unbind with WdfVersionUnbindClass */
    PVOID ClassModule;
} WDF_CLASS_BIND_INFO;

typedef struct _WDF_CLASS_BIND_INFO2 {
    WDF_CLASS_BIND_INFO V1; /* V1.Size is the size of the whole */
    WDF_MINOR_VERSION *MinimumVersionRequired;
    BOOLEAN *ClientVersionHigherThanFramework;
    ULONG *FuncCountPtr;
    ULONG *StructCountPtr;
    WDF_STRUCT_INFO *StructTable;
} WDF_CLASS_BIND_INFO2, *PWDF_CLASS_BIND_INFO2;

/* The other side: what a framework, and a class extension, tells the loader of itself. */
typedef struct _WDF_LIBRARY_INFO {
    ULONG Size;
    NTSTATUS(*LibraryCommission)(VOID);
    NTSTATUS(*LibraryDecommission)(VOID);
    NTSTATUS(*LibraryRegisterClient)(PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS *Globals, PVOID *Context);
    NTSTATUS(*LibraryUnregisterClient)(PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS Globals);
    WDF_VERSION Version;
} WDF_LIBRARY_INFO, *PWDF_LIBRARY_INFO;

typedef struct _WDF_CLASS_LIBRARY_INFO {
    ULONG Size;
    WDF_CLASS_VERSION Version;
    NTSTATUS(*ClassLibraryInitialize)(VOID);
    VOID(*ClassLibraryDeinitialize)(VOID);
    NTSTATUS(*ClassLibraryBindClient)(PWDF_CLASS_BIND_INFO Info, PWDF_COMPONENT_GLOBALS Globals);
    VOID(*ClassLibraryUnbindClient)(PWDF_CLASS_BIND_INFO Info, PWDF_COMPONENT_GLOBALS Globals);
} WDF_CLASS_LIBRARY_INFO, *PWDF_CLASS_LIBRARY_INFO;

typedef struct _WDF_INTERFACE_HEADER {
    const GUID *InterfaceType;
    ULONG InterfaceSize;
} WDF_INTERFACE_HEADER, *PWDF_INTERFACE_HEADER;

#if defined(UMDF_VERSION_MINOR)

/* What the host process gives to FxDriverEntryUm, with a context that goes back with every call. */
typedef struct _WDF_LOADER_INTERFACE_UM {
    ULONG Size;
    NTSTATUS(NTAPI *VersionBind)(PVOID Context, PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS *Globals);
    NTSTATUS(NTAPI *VersionUnbind)(PVOID Context, PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS Globals);
    NTSTATUS(NTAPI *VersionBindClass)(PVOID Context, PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS Globals,
                                      PWDF_CLASS_BIND_INFO Class);
    VOID(NTAPI *VersionUnbindClass)(PVOID Context, PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS Globals,
                                    PWDF_CLASS_BIND_INFO Class);
    PVOID Diagnostics;
    ULONG Flags;
} WDF_LOADER_INTERFACE_UM, *PWDF_LOADER_INTERFACE_UM;

#else

#define WDFLDR WDK_EXPORT("wdfldr.sys", "")

_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDFLDR NTSTATUS NTAPI WdfVersionBind(
    _In_ PDRIVER_OBJECT DriverObject, _In_ PUNICODE_STRING RegistryPath, _Inout_ PWDF_BIND_INFO BindInfo,
    _Out_ PWDF_COMPONENT_GLOBALS *ComponentGlobals);

_IRQL_requires_max_(PASSIVE_LEVEL)
WDFLDR NTSTATUS NTAPI WdfVersionUnbind(
    _In_ PUNICODE_STRING RegistryPath, _In_ PWDF_BIND_INFO BindInfo, _In_ PWDF_COMPONENT_GLOBALS ComponentGlobals);

_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDFLDR NTSTATUS NTAPI WdfVersionBindClass(
    _In_ PWDF_BIND_INFO BindInfo, _In_ PWDF_COMPONENT_GLOBALS Globals, _Inout_ PWDF_CLASS_BIND_INFO ClassBindInfo);

_IRQL_requires_max_(PASSIVE_LEVEL)
WDFLDR VOID NTAPI WdfVersionUnbindClass(
    _In_ PWDF_BIND_INFO BindInfo, _In_ PWDF_COMPONENT_GLOBALS Globals, _In_ PWDF_CLASS_BIND_INFO ClassBindInfo);

_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDFLDR NTSTATUS NTAPI WdfRegisterLibrary(
    _In_ PWDF_LIBRARY_INFO LibraryInfo, _In_ PUNICODE_STRING ServicePath, _In_ PCUNICODE_STRING LibraryDeviceName);

_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDFLDR NTSTATUS NTAPI WdfRegisterClassLibrary(
    _In_ PWDF_CLASS_LIBRARY_INFO ClassLibraryInfo, _In_ PUNICODE_STRING SourceLibraryServiceName,
    _In_ PCUNICODE_STRING ClassLibraryDeviceName);

_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDFLDR NTSTATUS NTAPI WdfLdrQueryInterface(_Inout_ PWDF_INTERFACE_HEADER LoaderInterface);

_IRQL_requires_max_(PASSIVE_LEVEL)
WDFLDR NTSTATUS NTAPI WdfLdrDiagnosticsValueByNameAsULONG(_In_ PCUNICODE_STRING ValueName, _Out_ PULONG Value);

#endif

#ifdef __cplusplus
}
#endif

#endif
