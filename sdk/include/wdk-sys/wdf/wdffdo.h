/* wdffdo.h: function and filter devices */
#ifndef _WDFFDO_H_
#define _WDFFDO_H_

typedef _Function_class_(EVT_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS(
    _In_ WDFDEVICE Device, _In_ WDFIORESREQLIST IoResourceRequirementsList);
typedef EVT_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS *PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS;

typedef _Function_class_(EVT_WDF_DEVICE_REMOVE_ADDED_RESOURCES) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_DEVICE_REMOVE_ADDED_RESOURCES(
    _In_ WDFDEVICE Device, _In_ WDFCMRESLIST ResourcesRaw, _In_ WDFCMRESLIST ResourcesTranslated);
typedef EVT_WDF_DEVICE_REMOVE_ADDED_RESOURCES *PFN_WDF_DEVICE_REMOVE_ADDED_RESOURCES;

typedef struct _WDF_FDO_EVENT_CALLBACKS {
    ULONG Size;
    PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS EvtDeviceFilterAddResourceRequirements;
    PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS EvtDeviceFilterRemoveResourceRequirements;
    PFN_WDF_DEVICE_REMOVE_ADDED_RESOURCES EvtDeviceRemoveAddedResources;
} WDF_FDO_EVENT_CALLBACKS, *PWDF_FDO_EVENT_CALLBACKS;

WDF_INLINE VOID WDF_FDO_EVENT_CALLBACKS_INIT(_Out_ PWDF_FDO_EVENT_CALLBACKS Callbacks)
{
    WDF_CLEAR_SIZED(WDF_FDO_EVENT_CALLBACKS, Callbacks);
}

#if WDF_KMDF

typedef PDEVICE_OBJECT (NTAPI *PFN_WDFFDOINITWDMGETPHYSICALDEVICE)(PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PDEVICE_OBJECT WdfFdoInitWdmGetPhysicalDevice(_In_ PWDFDEVICE_INIT DeviceInit)
{
    return WDF_CALL(PFN_WDFFDOINITWDMGETPHYSICALDEVICE, WdfFdoInitWdmGetPhysicalDevice, DeviceInit);
}

#else
WDF_UNAVAILABLE(WdfFdoInitWdmGetPhysicalDevice, "KMDF");
#endif

typedef NTSTATUS (NTAPI *PFN_WDFFDOINITOPENREGISTRYKEY)(
    PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT, ULONG, ACCESS_MASK, PWDF_OBJECT_ATTRIBUTES, WDFKEY *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfFdoInitOpenRegistryKey(
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ ULONG DeviceInstanceKeyType, _In_ ACCESS_MASK DesiredAccess,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes, _Out_ WDFKEY *Key)
{
    return WDF_CALL(
        PFN_WDFFDOINITOPENREGISTRYKEY, WdfFdoInitOpenRegistryKey, DeviceInit, DeviceInstanceKeyType,
        DesiredAccess, KeyAttributes, Key);
}

typedef NTSTATUS (NTAPI *PFN_WDFFDOINITQUERYPROPERTY)(
    PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT, DEVICE_REGISTRY_PROPERTY, ULONG, PVOID, PULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfFdoInitQueryProperty(
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ ULONG BufferLength,
    _Out_writes_bytes_all_opt_(BufferLength) PVOID PropertyBuffer, _Out_ PULONG ResultLength)
{
    return WDF_CALL(
        PFN_WDFFDOINITQUERYPROPERTY, WdfFdoInitQueryProperty, DeviceInit, DeviceProperty, BufferLength,
        PropertyBuffer, ResultLength);
}

typedef NTSTATUS (NTAPI *PFN_WDFFDOINITALLOCANDQUERYPROPERTY)(
    PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT, DEVICE_REGISTRY_PROPERTY, POOL_TYPE, PWDF_OBJECT_ATTRIBUTES,
    WDFMEMORY *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfFdoInitAllocAndQueryProperty(
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty,
    _In_ _Strict_type_match_ POOL_TYPE PoolType, _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes,
    _Out_ WDFMEMORY *PropertyMemory)
{
    return WDF_CALL(
        PFN_WDFFDOINITALLOCANDQUERYPROPERTY, WdfFdoInitAllocAndQueryProperty, DeviceInit, DeviceProperty,
        PoolType, PropertyMemoryAttributes, PropertyMemory);
}

typedef NTSTATUS (NTAPI *PFN_WDFFDOINITQUERYPROPERTYEX)(
    PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT, PWDF_DEVICE_PROPERTY_DATA, ULONG, PVOID, PULONG, PDEVPROPTYPE);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfFdoInitQueryPropertyEx(
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty, _In_ ULONG BufferLength,
    _Out_ PVOID PropertyBuffer, _Out_ PULONG ResultLength, _Out_ PDEVPROPTYPE Type)
{
    return WDF_CALL(
        PFN_WDFFDOINITQUERYPROPERTYEX, WdfFdoInitQueryPropertyEx, DeviceInit, DeviceProperty, BufferLength,
        PropertyBuffer, ResultLength, Type);
}

typedef NTSTATUS (NTAPI *PFN_WDFFDOINITALLOCANDQUERYPROPERTYEX)(
    PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT, PWDF_DEVICE_PROPERTY_DATA, POOL_TYPE, PWDF_OBJECT_ATTRIBUTES,
    WDFMEMORY *, PDEVPROPTYPE);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfFdoInitAllocAndQueryPropertyEx(
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty,
    _In_ _Strict_type_match_ POOL_TYPE PoolType, _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes,
    _Out_ WDFMEMORY *PropertyMemory, _Out_ PDEVPROPTYPE Type)
{
    return WDF_CALL(
        PFN_WDFFDOINITALLOCANDQUERYPROPERTYEX, WdfFdoInitAllocAndQueryPropertyEx, DeviceInit,
        DeviceProperty, PoolType, PropertyMemoryAttributes, PropertyMemory, Type);
}

#if WDF_KMDF

typedef VOID (NTAPI *PFN_WDFFDOINITSETEVENTCALLBACKS)(
    PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT, PWDF_FDO_EVENT_CALLBACKS);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfFdoInitSetEventCallbacks(
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_FDO_EVENT_CALLBACKS FdoEventCallbacks)
{
    WDF_CALL(PFN_WDFFDOINITSETEVENTCALLBACKS, WdfFdoInitSetEventCallbacks, DeviceInit, FdoEventCallbacks);
}

#else
WDF_UNAVAILABLE(WdfFdoInitSetEventCallbacks, "KMDF");
#endif

typedef VOID (NTAPI *PFN_WDFFDOINITSETFILTER)(PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfFdoInitSetFilter(_In_ PWDFDEVICE_INIT DeviceInit)
{
    WDF_CALL(PFN_WDFFDOINITSETFILTER, WdfFdoInitSetFilter, DeviceInit);
}

#if WDF_KMDF

typedef VOID (NTAPI *PFN_WDFFDOINITSETDEFAULTCHILDLISTCONFIG)(
    PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT, PWDF_CHILD_LIST_CONFIG, PWDF_OBJECT_ATTRIBUTES);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfFdoInitSetDefaultChildListConfig(
    _Inout_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_CHILD_LIST_CONFIG Config,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES DefaultChildListAttributes)
{
    WDF_CALL(
        PFN_WDFFDOINITSETDEFAULTCHILDLISTCONFIG, WdfFdoInitSetDefaultChildListConfig, DeviceInit, Config,
        DefaultChildListAttributes);
}

typedef NTSTATUS (NTAPI *PFN_WDFFDOQUERYFORINTERFACE)(
    PWDF_DRIVER_GLOBALS, WDFDEVICE, LPCGUID, PINTERFACE, USHORT, USHORT, PVOID);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfFdoQueryForInterface(
    _In_ WDFDEVICE Fdo, _In_ LPCGUID InterfaceType, _Out_ PINTERFACE Interface, _In_ USHORT Size,
    _In_ USHORT Version, _In_opt_ PVOID InterfaceSpecificData)
{
    return WDF_CALL(
        PFN_WDFFDOQUERYFORINTERFACE, WdfFdoQueryForInterface, Fdo, InterfaceType, Interface, Size, Version,
        InterfaceSpecificData);
}

typedef WDFCHILDLIST (NTAPI *PFN_WDFFDOGETDEFAULTCHILDLIST)(PWDF_DRIVER_GLOBALS, WDFDEVICE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFCHILDLIST WdfFdoGetDefaultChildList(_In_ WDFDEVICE Fdo)
{
    return WDF_CALL(PFN_WDFFDOGETDEFAULTCHILDLIST, WdfFdoGetDefaultChildList, Fdo);
}

typedef NTSTATUS (NTAPI *PFN_WDFFDOADDSTATICCHILD)(PWDF_DRIVER_GLOBALS, WDFDEVICE, WDFDEVICE);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfFdoAddStaticChild(_In_ WDFDEVICE Fdo, _In_ WDFDEVICE Child)
{
    return WDF_CALL(PFN_WDFFDOADDSTATICCHILD, WdfFdoAddStaticChild, Fdo, Child);
}

typedef VOID (NTAPI *PFN_WDFFDOLOCKSTATICCHILDLISTFORITERATION)(PWDF_DRIVER_GLOBALS, WDFDEVICE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfFdoLockStaticChildListForIteration(_In_ WDFDEVICE Fdo)
{
    WDF_CALL(PFN_WDFFDOLOCKSTATICCHILDLISTFORITERATION, WdfFdoLockStaticChildListForIteration, Fdo);
}

typedef WDFDEVICE (NTAPI *PFN_WDFFDORETRIEVENEXTSTATICCHILD)(
    PWDF_DRIVER_GLOBALS, WDFDEVICE, WDFDEVICE, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFDEVICE WdfFdoRetrieveNextStaticChild(
    _In_ WDFDEVICE Fdo, _In_opt_ WDFDEVICE PreviousChild, _In_ ULONG Flags)
{
    return WDF_CALL(
        PFN_WDFFDORETRIEVENEXTSTATICCHILD, WdfFdoRetrieveNextStaticChild, Fdo, PreviousChild, Flags);
}

typedef VOID (NTAPI *PFN_WDFFDOUNLOCKSTATICCHILDLISTFROMITERATION)(PWDF_DRIVER_GLOBALS, WDFDEVICE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfFdoUnlockStaticChildListFromIteration(_In_ WDFDEVICE Fdo)
{
    WDF_CALL(PFN_WDFFDOUNLOCKSTATICCHILDLISTFROMITERATION, WdfFdoUnlockStaticChildListFromIteration, Fdo);
}

#else
WDF_UNAVAILABLE(WdfFdoInitSetDefaultChildListConfig, "KMDF");
WDF_UNAVAILABLE(WdfFdoQueryForInterface, "KMDF");
WDF_UNAVAILABLE(WdfFdoGetDefaultChildList, "KMDF");
WDF_UNAVAILABLE(WdfFdoAddStaticChild, "KMDF");
WDF_UNAVAILABLE(WdfFdoLockStaticChildListForIteration, "KMDF");
WDF_UNAVAILABLE(WdfFdoRetrieveNextStaticChild, "KMDF");
WDF_UNAVAILABLE(WdfFdoUnlockStaticChildListFromIteration, "KMDF");
#endif

#endif
