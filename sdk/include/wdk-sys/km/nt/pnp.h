/* Plug and Play: device properties, interfaces, notifications. */
#ifndef WDK_NT_PNP_H
#define WDK_NT_PNP_H

#include "io_types.h"
#include <devpropdef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _DEVICE_INSTALL_STATE {
    InstallStateInstalled,
    InstallStateNeedsReinstall,
    InstallStateFailedInstall,
    InstallStateFinishInstall
} DEVICE_INSTALL_STATE, *PDEVICE_INSTALL_STATE;
typedef enum _DEVICE_REMOVAL_POLICY {
    RemovalPolicyExpectNoRemoval = 1,
    RemovalPolicyExpectOrderlyRemoval = 2,
    RemovalPolicyExpectSurpriseRemoval = 3
} DEVICE_REMOVAL_POLICY, *PDEVICE_REMOVAL_POLICY;
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS IoGetDeviceProperty(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ ULONG BufferLength,
    _Out_writes_bytes_opt_(BufferLength) PVOID PropertyBuffer,
    _Deref_out_range_(<=, BufferLength) PULONG ResultLength);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS IoGetDevicePropertyData(
    _In_ PDEVICE_OBJECT Pdo, _In_ const DEVPROPKEY *PropertyKey, _In_ LCID Lcid, _Reserved_ ULONG Flags,
    _In_ ULONG Size, _Out_ PVOID Data, _Out_ PULONG RequiredSize, _Out_ PDEVPROPTYPE Type);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS IoSetDevicePropertyData(
    _In_ PDEVICE_OBJECT Pdo, _In_ const DEVPROPKEY *PropertyKey, _In_ LCID Lcid, _In_ ULONG Flags,
    _In_ DEVPROPTYPE Type, _In_ ULONG Size, _In_opt_ PVOID Data);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS IoOpenDeviceRegistryKey(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ ULONG DevInstKeyType, _In_ ACCESS_MASK DesiredAccess,
    _Out_ PHANDLE DeviceRegKey);
typedef enum _DRIVER_REGKEY_TYPE { DriverRegKeyParameters, DriverRegKeyPersistentState, DriverRegKeySharedPersistentState } DRIVER_REGKEY_TYPE, *PDRIVER_REGKEY_TYPE;
typedef enum _DRIVER_DIRECTORY_TYPE { DriverDirectoryImage, DriverDirectoryData, DriverDirectorySharedData } DRIVER_DIRECTORY_TYPE, *PDRIVER_DIRECTORY_TYPE;
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.17134")
NTSTATUS IoOpenDriverRegistryKey(
    _In_ PDRIVER_OBJECT DriverObject, _In_ DRIVER_REGKEY_TYPE RegKeyType, _In_ ACCESS_MASK DesiredAccess,
    _Reserved_ ULONG Flags, _Out_ PHANDLE DriverRegKey);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.17134")
NTSTATUS IoGetDriverDirectory(
    _In_ PDRIVER_OBJECT DriverObject, _In_ DRIVER_DIRECTORY_TYPE DirectoryType, _In_ ULONG Flags,
    _Out_ PHANDLE DriverDirectoryHandle);

/* Device interfaces. */
#define DEVICE_INTERFACE_INCLUDE_NONACTIVE 0x00000001
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS IoRegisterDeviceInterface(
    _In_ PDEVICE_OBJECT PhysicalDeviceObject, _In_ const GUID *InterfaceClassGuid,
    _In_opt_ PUNICODE_STRING ReferenceString,
    _Out_ _When_(return == 0, _At_(SymbolicLinkName->Buffer, __drv_allocatesMem(Mem))) PUNICODE_STRING SymbolicLinkName);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS IoSetDeviceInterfaceState(_In_ PUNICODE_STRING SymbolicLinkName, _In_ BOOLEAN Enable);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS IoOpenDeviceInterfaceRegistryKey(
    _In_ PUNICODE_STRING SymbolicLinkName, _In_ ACCESS_MASK DesiredAccess,
    _Out_ PHANDLE DeviceInterfaceRegKey);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS IoGetDeviceInterfaces(
    _In_ const GUID *InterfaceClassGuid, _In_opt_ PDEVICE_OBJECT PhysicalDeviceObject, _In_ ULONG Flags,
    _Outptr_result_nullonfailure_ _At_(*SymbolicLinkList, _When_(return == 0, __drv_allocatesMem(Mem))) PZZWSTR *SymbolicLinkList);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS IoGetDeviceInterfaceAlias(
    _In_ PUNICODE_STRING SymbolicLinkName, _In_ const GUID *AliasInterfaceClassGuid,
    _Out_ _When_(return == 0, _At_(AliasSymbolicLinkName->Buffer, __drv_allocatesMem(Mem))) PUNICODE_STRING AliasSymbolicLinkName);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.2.9200")
NTSTATUS IoSetDeviceInterfacePropertyData(
    _In_ PUNICODE_STRING SymbolicLinkName, _In_ const DEVPROPKEY *PropertyKey, _In_ LCID Lcid,
    _In_ ULONG Flags, _In_ DEVPROPTYPE Type, _In_ ULONG Size, _In_reads_bytes_opt_(Size) PVOID Data);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("6.2.9200")
NTSTATUS IoGetDeviceInterfacePropertyData(
    _In_ PUNICODE_STRING SymbolicLinkName, _In_ const DEVPROPKEY *PropertyKey, _In_ LCID Lcid,
    _Reserved_ ULONG Flags, _In_ ULONG Size, _Out_writes_bytes_to_opt_(Size, *RequiredSize) PVOID Data,
    _Out_ PULONG RequiredSize, _Out_ PDEVPROPTYPE Type);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID IoInvalidateDeviceRelations(_In_ PDEVICE_OBJECT DeviceObject, _In_ DEVICE_RELATION_TYPE Type);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID IoInvalidateDeviceState(_In_ PDEVICE_OBJECT PhysicalDeviceObject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID IoRequestDeviceEject(_In_ PDEVICE_OBJECT PhysicalDeviceObject);

/* Notifications. */
typedef enum _IO_NOTIFICATION_EVENT_CATEGORY {
    EventCategoryReserved,
    EventCategoryHardwareProfileChange,
    EventCategoryDeviceInterfaceChange,
    EventCategoryTargetDeviceChange,
    EventCategoryKernelSoftRestart
} IO_NOTIFICATION_EVENT_CATEGORY;
#define PNPNOTIFY_DEVICE_INTERFACE_INCLUDE_EXISTING_INTERFACES 0x00000001
typedef _Function_class_(DRIVER_NOTIFICATION_CALLBACK_ROUTINE) _IRQL_requires_same_ _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS DRIVER_NOTIFICATION_CALLBACK_ROUTINE(_In_ PVOID NotificationStructure, _Inout_opt_ PVOID Context);
typedef DRIVER_NOTIFICATION_CALLBACK_ROUTINE *PDRIVER_NOTIFICATION_CALLBACK_ROUTINE;
typedef struct _PLUGPLAY_NOTIFICATION_HEADER {
    USHORT Version;
    USHORT Size;
    GUID Event;
} PLUGPLAY_NOTIFICATION_HEADER, *PPLUGPLAY_NOTIFICATION_HEADER;
typedef struct _HWPROFILE_CHANGE_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
} HWPROFILE_CHANGE_NOTIFICATION, *PHWPROFILE_CHANGE_NOTIFICATION;
typedef struct _DEVICE_INTERFACE_CHANGE_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
    GUID InterfaceClassGuid;
    PUNICODE_STRING SymbolicLinkName;
} DEVICE_INTERFACE_CHANGE_NOTIFICATION, *PDEVICE_INTERFACE_CHANGE_NOTIFICATION;
typedef struct _TARGET_DEVICE_REMOVAL_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
    PFILE_OBJECT FileObject;
} TARGET_DEVICE_REMOVAL_NOTIFICATION, *PTARGET_DEVICE_REMOVAL_NOTIFICATION;
typedef struct _TARGET_DEVICE_CUSTOM_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
    PFILE_OBJECT FileObject;
    LONG NameBufferOffset;
    UCHAR CustomDataBuffer[1];
} TARGET_DEVICE_CUSTOM_NOTIFICATION, *PTARGET_DEVICE_CUSTOM_NOTIFICATION;
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS IoRegisterPlugPlayNotification(
    _In_ IO_NOTIFICATION_EVENT_CATEGORY EventCategory, _In_ ULONG EventCategoryFlags,
    _In_opt_ PVOID EventCategoryData, _In_ PDRIVER_OBJECT DriverObject,
    _In_ PDRIVER_NOTIFICATION_CALLBACK_ROUTINE CallbackRoutine, _Inout_opt_ __drv_aliasesMem PVOID Context,
    _Outptr_result_nullonfailure_ _At_(*NotificationEntry, _When_(return == 0, __drv_allocatesMem(Mem))) PVOID *NotificationEntry);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoUnregisterPlugPlayNotification(_In_ __drv_freesMem(Pool) PVOID NotificationEntry);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS IoUnregisterPlugPlayNotificationEx(_In_ PVOID NotificationEntry);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoReportTargetDeviceChange(_In_ PDEVICE_OBJECT PhysicalDeviceObject, _In_ PVOID NotificationStructure);
typedef _Function_class_(DEVICE_CHANGE_COMPLETE_CALLBACK) _IRQL_requires_same_ _IRQL_requires_(PASSIVE_LEVEL)
VOID DEVICE_CHANGE_COMPLETE_CALLBACK(_Inout_opt_ PVOID Context);
typedef DEVICE_CHANGE_COMPLETE_CALLBACK *PDEVICE_CHANGE_COMPLETE_CALLBACK;
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoReportTargetDeviceChangeAsynchronous(
    _In_ PDEVICE_OBJECT PhysicalDeviceObject, _In_ PVOID NotificationStructure,
    _In_opt_ PDEVICE_CHANGE_COMPLETE_CALLBACK Callback, _In_opt_ PVOID Context);
#define IoAdjustPagingPathCount(Count, Increment)                                                                      \
    ((Increment) ? (VOID)InterlockedIncrement(Count) : (VOID)InterlockedDecrement(Count))

#ifdef __cplusplus
}
#endif
#endif
