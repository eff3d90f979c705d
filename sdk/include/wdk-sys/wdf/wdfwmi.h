/* wdfwmi.h: WMI providers and instances */
#ifndef _WDFWMI_H_
#define _WDFWMI_H_

typedef enum _WDF_WMI_PROVIDER_CONTROL {
    WdfWmiControlInvalid = 0,
    WdfWmiEventControl,
    WdfWmiInstanceControl,
} WDF_WMI_PROVIDER_CONTROL;

typedef enum _WDF_WMI_PROVIDER_FLAGS {
    WdfWmiProviderEventOnly = 0x0001,
    WdfWmiProviderExpensive = 0x0002,
    WdfWmiProviderTracing = 0x0004,
    WdfWmiProviderValidFlags = WdfWmiProviderEventOnly | WdfWmiProviderExpensive | WdfWmiProviderTracing,
} WDF_WMI_PROVIDER_FLAGS;

typedef _Function_class_(EVT_WDF_WMI_INSTANCE_QUERY_INSTANCE) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_WMI_INSTANCE_QUERY_INSTANCE(
    _In_ WDFWMIINSTANCE WmiInstance, _In_ ULONG OutBufferSize,
    _Out_writes_bytes_to_(OutBufferSize, *BufferUsed) PVOID OutBuffer, _Out_ PULONG BufferUsed);
typedef EVT_WDF_WMI_INSTANCE_QUERY_INSTANCE *PFN_WDF_WMI_INSTANCE_QUERY_INSTANCE;

typedef _Function_class_(EVT_WDF_WMI_INSTANCE_SET_INSTANCE) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_WMI_INSTANCE_SET_INSTANCE(
    _In_ WDFWMIINSTANCE WmiInstance, _In_ ULONG InBufferSize,
    _In_reads_bytes_(InBufferSize) PVOID InBuffer);
typedef EVT_WDF_WMI_INSTANCE_SET_INSTANCE *PFN_WDF_WMI_INSTANCE_SET_INSTANCE;

typedef _Function_class_(EVT_WDF_WMI_INSTANCE_SET_ITEM) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_WMI_INSTANCE_SET_ITEM(
    _In_ WDFWMIINSTANCE WmiInstance, _In_ ULONG DataItemId, _In_ ULONG InBufferSize,
    _In_reads_bytes_(InBufferSize) PVOID InBuffer);
typedef EVT_WDF_WMI_INSTANCE_SET_ITEM *PFN_WDF_WMI_INSTANCE_SET_ITEM;

typedef _Function_class_(EVT_WDF_WMI_INSTANCE_EXECUTE_METHOD) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_WMI_INSTANCE_EXECUTE_METHOD(
    _In_ WDFWMIINSTANCE WmiInstance, _In_ ULONG MethodId, _In_ ULONG InBufferSize, _In_ ULONG OutBufferSize,
    _When_(InBufferSize >= OutBufferSize, _Inout_updates_bytes_(InBufferSize))
    _When_(InBufferSize < OutBufferSize, _Inout_updates_bytes_(OutBufferSize)) PVOID Buffer,
    _Out_ PULONG BufferUsed);
typedef EVT_WDF_WMI_INSTANCE_EXECUTE_METHOD *PFN_WDF_WMI_INSTANCE_EXECUTE_METHOD;

typedef _Function_class_(EVT_WDF_WMI_PROVIDER_FUNCTION_CONTROL) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_WMI_PROVIDER_FUNCTION_CONTROL(
    _In_ WDFWMIPROVIDER WmiProvider, _In_ WDF_WMI_PROVIDER_CONTROL Control, _In_ BOOLEAN Enable);
typedef EVT_WDF_WMI_PROVIDER_FUNCTION_CONTROL *PFN_WDF_WMI_PROVIDER_FUNCTION_CONTROL;

typedef struct _WDF_WMI_PROVIDER_CONFIG {
    ULONG Size;
    GUID Guid;
    ULONG Flags;
    ULONG MinInstanceBufferSize;
    PFN_WDF_WMI_PROVIDER_FUNCTION_CONTROL EvtWmiProviderFunctionControl;
} WDF_WMI_PROVIDER_CONFIG, *PWDF_WMI_PROVIDER_CONFIG;

WDF_INLINE VOID WDF_WMI_PROVIDER_CONFIG_INIT(_Out_ PWDF_WMI_PROVIDER_CONFIG Config, _In_ CONST GUID *Guid)
{
    WDF_CLEAR_SIZED(WDF_WMI_PROVIDER_CONFIG, Config);
    Config->Guid = *Guid;
}

typedef struct _WDF_WMI_INSTANCE_CONFIG {
    ULONG Size;
    WDFWMIPROVIDER Provider;
    PWDF_WMI_PROVIDER_CONFIG ProviderConfig;
    BOOLEAN UseContextForQuery;
    BOOLEAN Register;
    PFN_WDF_WMI_INSTANCE_QUERY_INSTANCE EvtWmiInstanceQueryInstance;
    PFN_WDF_WMI_INSTANCE_SET_INSTANCE EvtWmiInstanceSetInstance;
    PFN_WDF_WMI_INSTANCE_SET_ITEM EvtWmiInstanceSetItem;
    PFN_WDF_WMI_INSTANCE_EXECUTE_METHOD EvtWmiInstanceExecuteMethod;
} WDF_WMI_INSTANCE_CONFIG, *PWDF_WMI_INSTANCE_CONFIG;

#if WDF_KMDF

WDF_INLINE VOID WDF_WMI_INSTANCE_CONFIG_INIT_PROVIDER(
    _Out_ PWDF_WMI_INSTANCE_CONFIG Config, _In_ WDFWMIPROVIDER Provider)
{
    WDF_CLEAR_SIZED(WDF_WMI_INSTANCE_CONFIG, Config);
    Config->Provider = Provider;
}

WDF_INLINE VOID WDF_WMI_INSTANCE_CONFIG_INIT_PROVIDER_CONFIG(
    _Out_ PWDF_WMI_INSTANCE_CONFIG Config, _In_ PWDF_WMI_PROVIDER_CONFIG ProviderConfig)
{
    WDF_CLEAR_SIZED(WDF_WMI_INSTANCE_CONFIG, Config);
    Config->ProviderConfig = ProviderConfig;
}

/* Writes a counted string as WMI blocks hold it: its length in bytes, then its characters. */
WDF_INLINE NTSTATUS WDF_WMI_BUFFER_APPEND_STRING(
    _Out_writes_bytes_(BufferLength) PVOID Buffer, _In_ ULONG BufferLength, _In_ PCUNICODE_STRING String,
    _Out_ PULONG RequiredSize)
{
    PUSHORT length = (PUSHORT)Buffer;

    *RequiredSize = (ULONG)sizeof(*length) + String->Length;
    if (BufferLength < *RequiredSize) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    *length = String->Length;
    RtlCopyMemory(length + 1, String->Buffer, String->Length);
    return STATUS_SUCCESS;
}

typedef NTSTATUS (NTAPI *PFN_WDFWMIPROVIDERCREATE)(
    PWDF_DRIVER_GLOBALS, WDFDEVICE, PWDF_WMI_PROVIDER_CONFIG, PWDF_OBJECT_ATTRIBUTES, WDFWMIPROVIDER *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfWmiProviderCreate(
    _In_ WDFDEVICE Device, _In_ PWDF_WMI_PROVIDER_CONFIG WmiProviderConfig,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES ProviderAttributes, _Out_ WDFWMIPROVIDER *WmiProvider)
{
    return WDF_CALL(
        PFN_WDFWMIPROVIDERCREATE, WdfWmiProviderCreate, Device, WmiProviderConfig, ProviderAttributes,
        WmiProvider);
}

typedef WDFDEVICE (NTAPI *PFN_WDFWMIPROVIDERGETDEVICE)(PWDF_DRIVER_GLOBALS, WDFWMIPROVIDER);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFDEVICE WdfWmiProviderGetDevice(_In_ WDFWMIPROVIDER WmiProvider)
{
    return WDF_CALL(PFN_WDFWMIPROVIDERGETDEVICE, WdfWmiProviderGetDevice, WmiProvider);
}

typedef BOOLEAN (NTAPI *PFN_WDFWMIPROVIDERISENABLED)(
    PWDF_DRIVER_GLOBALS, WDFWMIPROVIDER, WDF_WMI_PROVIDER_CONTROL);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfWmiProviderIsEnabled(
    _In_ WDFWMIPROVIDER WmiProvider, _In_ WDF_WMI_PROVIDER_CONTROL ProviderControl)
{
    return WDF_CALL(PFN_WDFWMIPROVIDERISENABLED, WdfWmiProviderIsEnabled, WmiProvider, ProviderControl);
}

typedef ULONGLONG (NTAPI *PFN_WDFWMIPROVIDERGETTRACINGHANDLE)(PWDF_DRIVER_GLOBALS, WDFWMIPROVIDER);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ULONGLONG WdfWmiProviderGetTracingHandle(_In_ WDFWMIPROVIDER WmiProvider)
{
    return WDF_CALL(PFN_WDFWMIPROVIDERGETTRACINGHANDLE, WdfWmiProviderGetTracingHandle, WmiProvider);
}

typedef NTSTATUS (NTAPI *PFN_WDFWMIINSTANCECREATE)(
    PWDF_DRIVER_GLOBALS, WDFDEVICE, PWDF_WMI_INSTANCE_CONFIG, PWDF_OBJECT_ATTRIBUTES, WDFWMIINSTANCE *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfWmiInstanceCreate(
    _In_ WDFDEVICE Device, _In_ PWDF_WMI_INSTANCE_CONFIG InstanceConfig,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES InstanceAttributes, _Out_opt_ WDFWMIINSTANCE *Instance)
{
    return WDF_CALL(
        PFN_WDFWMIINSTANCECREATE, WdfWmiInstanceCreate, Device, InstanceConfig, InstanceAttributes,
        Instance);
}

typedef NTSTATUS (NTAPI *PFN_WDFWMIINSTANCEREGISTER)(PWDF_DRIVER_GLOBALS, WDFWMIINSTANCE);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfWmiInstanceRegister(_In_ WDFWMIINSTANCE WmiInstance)
{
    return WDF_CALL(PFN_WDFWMIINSTANCEREGISTER, WdfWmiInstanceRegister, WmiInstance);
}

typedef VOID (NTAPI *PFN_WDFWMIINSTANCEDEREGISTER)(PWDF_DRIVER_GLOBALS, WDFWMIINSTANCE);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfWmiInstanceDeregister(_In_ WDFWMIINSTANCE WmiInstance)
{
    WDF_CALL(PFN_WDFWMIINSTANCEDEREGISTER, WdfWmiInstanceDeregister, WmiInstance);
}

typedef WDFDEVICE (NTAPI *PFN_WDFWMIINSTANCEGETDEVICE)(PWDF_DRIVER_GLOBALS, WDFWMIINSTANCE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFDEVICE WdfWmiInstanceGetDevice(_In_ WDFWMIINSTANCE WmiInstance)
{
    return WDF_CALL(PFN_WDFWMIINSTANCEGETDEVICE, WdfWmiInstanceGetDevice, WmiInstance);
}

typedef WDFWMIPROVIDER (NTAPI *PFN_WDFWMIINSTANCEGETPROVIDER)(PWDF_DRIVER_GLOBALS, WDFWMIINSTANCE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFWMIPROVIDER WdfWmiInstanceGetProvider(_In_ WDFWMIINSTANCE WmiInstance)
{
    return WDF_CALL(PFN_WDFWMIINSTANCEGETPROVIDER, WdfWmiInstanceGetProvider, WmiInstance);
}

typedef NTSTATUS (NTAPI *PFN_WDFWMIINSTANCEFIREEVENT)(PWDF_DRIVER_GLOBALS, WDFWMIINSTANCE, ULONG, PVOID);
_Must_inspect_result_ _IRQL_requires_max_(APC_LEVEL)
WDF_INLINE NTSTATUS WdfWmiInstanceFireEvent(
    _In_ WDFWMIINSTANCE WmiInstance, _In_opt_ ULONG EventDataSize,
    _In_reads_bytes_opt_(EventDataSize) PVOID EventData)
{
    return WDF_CALL(
        PFN_WDFWMIINSTANCEFIREEVENT, WdfWmiInstanceFireEvent, WmiInstance, EventDataSize, EventData);
}

#else
WDF_UNAVAILABLE(WdfWmiProviderCreate, "KMDF");
WDF_UNAVAILABLE(WdfWmiProviderGetDevice, "KMDF");
WDF_UNAVAILABLE(WdfWmiProviderIsEnabled, "KMDF");
WDF_UNAVAILABLE(WdfWmiProviderGetTracingHandle, "KMDF");
WDF_UNAVAILABLE(WdfWmiInstanceCreate, "KMDF");
WDF_UNAVAILABLE(WdfWmiInstanceRegister, "KMDF");
WDF_UNAVAILABLE(WdfWmiInstanceDeregister, "KMDF");
WDF_UNAVAILABLE(WdfWmiInstanceGetDevice, "KMDF");
WDF_UNAVAILABLE(WdfWmiInstanceGetProvider, "KMDF");
WDF_UNAVAILABLE(WdfWmiInstanceFireEvent, "KMDF");
#endif

#endif
