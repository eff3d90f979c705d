/* wdfdriver.h: the driver object */
#ifndef _WDFDRIVER_H_
#define _WDFDRIVER_H_

typedef enum _WDF_DRIVER_INIT_FLAGS {
    WdfDriverInitNonPnpDriver = 0x00000001,
    WdfDriverInitNoDispatchOverride = 0x00000002,
    WdfVerifyOn = 0x00000004,
    WdfVerifierOn = 0x00000008,
#if WDF_SINCE(23, 23)
    WdfDriverInitCompanion = 0x00000010,
#endif
} WDF_DRIVER_INIT_FLAGS;

#define WDF_TRACE_ID ('TRAC')

typedef _Function_class_(EVT_WDF_DRIVER_DEVICE_ADD) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_DRIVER_DEVICE_ADD(_In_ WDFDRIVER Driver, _Inout_ PWDFDEVICE_INIT DeviceInit);
typedef EVT_WDF_DRIVER_DEVICE_ADD *PFN_WDF_DRIVER_DEVICE_ADD;

typedef _Function_class_(EVT_WDF_DRIVER_UNLOAD) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
VOID NTAPI EVT_WDF_DRIVER_UNLOAD(_In_ WDFDRIVER Driver);
typedef EVT_WDF_DRIVER_UNLOAD *PFN_WDF_DRIVER_UNLOAD;

typedef _Function_class_(EVT_WDF_TRACE_CALLBACK) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_TRACE_CALLBACK(
    _In_ UCHAR minorFunction, _In_opt_ PVOID dataPath, _In_ ULONG bufferLength,
    _Inout_updates_bytes_(bufferLength) PVOID buffer, _In_ PVOID context, _Out_ PULONG size);
typedef EVT_WDF_TRACE_CALLBACK *PFN_WDF_TRACE_CALLBACK;

typedef struct _WDF_DRIVER_CONFIG {
    ULONG Size;
    PFN_WDF_DRIVER_DEVICE_ADD EvtDriverDeviceAdd;
    PFN_WDF_DRIVER_UNLOAD EvtDriverUnload;
    ULONG DriverInitFlags;
    ULONG DriverPoolTag;
} WDF_DRIVER_CONFIG, *PWDF_DRIVER_CONFIG;

WDF_INLINE VOID WDF_DRIVER_CONFIG_INIT(
    _Out_ PWDF_DRIVER_CONFIG Config, _In_opt_ PFN_WDF_DRIVER_DEVICE_ADD EvtDriverDeviceAdd)
{
    WDF_CLEAR_SIZED(WDF_DRIVER_CONFIG, Config);
    Config->EvtDriverDeviceAdd = EvtDriverDeviceAdd;
}

typedef struct _WDF_DRIVER_VERSION_AVAILABLE_PARAMS {
    ULONG Size;
    ULONG MajorVersion;
    ULONG MinorVersion;
} WDF_DRIVER_VERSION_AVAILABLE_PARAMS, *PWDF_DRIVER_VERSION_AVAILABLE_PARAMS;

WDF_INLINE VOID WDF_DRIVER_VERSION_AVAILABLE_PARAMS_INIT(
    _Out_ PWDF_DRIVER_VERSION_AVAILABLE_PARAMS Params, _In_ ULONG MajorVersion, _In_ ULONG MinorVersion)
{
    WDF_CLEAR_SIZED(WDF_DRIVER_VERSION_AVAILABLE_PARAMS, Params);
    Params->MajorVersion = MajorVersion;
    Params->MinorVersion = MinorVersion;
}

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE WDFDRIVER WdfGetDriver(VOID)
{
    return WdfDriverGlobals->Driver;
}

#if WDF_SINCE(WDF_NEVER, 23)

WDF_INLINE VOID WDF_DRIVER_CONFIG_COMPANION_INIT(
    _Out_ PWDF_DRIVER_CONFIG Config, _In_opt_ PFN_WDF_DRIVER_DEVICE_ADD EvtDriverDeviceAdd)
{
    WDF_DRIVER_CONFIG_INIT(Config, EvtDriverDeviceAdd);
    Config->DriverInitFlags |= WdfDriverInitCompanion;
}

#endif

typedef NTSTATUS (NTAPI *PFN_WDFDRIVERCREATE)(
    PWDF_DRIVER_GLOBALS, PDRIVER_OBJECT, PCUNICODE_STRING, PWDF_OBJECT_ATTRIBUTES, PWDF_DRIVER_CONFIG,
    WDFDRIVER *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfDriverCreate(
    _In_ PDRIVER_OBJECT DriverObject, _In_ PCUNICODE_STRING RegistryPath,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES DriverAttributes, _In_ PWDF_DRIVER_CONFIG DriverConfig,
    _Out_opt_ WDFDRIVER *Driver)
{
    return WDF_CALL(
        PFN_WDFDRIVERCREATE, WdfDriverCreate, DriverObject, RegistryPath, DriverAttributes, DriverConfig,
        Driver);
}

typedef PWSTR (NTAPI *PFN_WDFDRIVERGETREGISTRYPATH)(PWDF_DRIVER_GLOBALS, WDFDRIVER);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE PWSTR WdfDriverGetRegistryPath(_In_ WDFDRIVER Driver)
{
    return WDF_CALL(PFN_WDFDRIVERGETREGISTRYPATH, WdfDriverGetRegistryPath, Driver);
}

#if WDF_KMDF

typedef PDRIVER_OBJECT (NTAPI *PFN_WDFDRIVERWDMGETDRIVEROBJECT)(PWDF_DRIVER_GLOBALS, WDFDRIVER);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PDRIVER_OBJECT WdfDriverWdmGetDriverObject(_In_ WDFDRIVER Driver)
{
    return WDF_CALL(PFN_WDFDRIVERWDMGETDRIVEROBJECT, WdfDriverWdmGetDriverObject, Driver);
}

#else
WDF_UNAVAILABLE(WdfDriverWdmGetDriverObject, "KMDF");
#endif

typedef NTSTATUS (NTAPI *PFN_WDFDRIVEROPENPARAMETERSREGISTRYKEY)(
    PWDF_DRIVER_GLOBALS, WDFDRIVER, ACCESS_MASK, PWDF_OBJECT_ATTRIBUTES, WDFKEY *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfDriverOpenParametersRegistryKey(
    _In_ WDFDRIVER Driver, _In_ ACCESS_MASK DesiredAccess, _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes,
    _Out_ WDFKEY *Key)
{
    return WDF_CALL(
        PFN_WDFDRIVEROPENPARAMETERSREGISTRYKEY, WdfDriverOpenParametersRegistryKey, Driver, DesiredAccess,
        KeyAttributes, Key);
}

#if WDF_KMDF

typedef WDFDRIVER (NTAPI *PFN_WDFWDMDRIVERGETWDFDRIVERHANDLE)(PWDF_DRIVER_GLOBALS, PDRIVER_OBJECT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFDRIVER WdfWdmDriverGetWdfDriverHandle(_In_ PDRIVER_OBJECT DriverObject)
{
    return WDF_CALL(PFN_WDFWDMDRIVERGETWDFDRIVERHANDLE, WdfWdmDriverGetWdfDriverHandle, DriverObject);
}

typedef NTSTATUS (NTAPI *PFN_WDFDRIVERREGISTERTRACEINFO)(
    PWDF_DRIVER_GLOBALS, PDRIVER_OBJECT, PFN_WDF_TRACE_CALLBACK, PVOID);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfDriverRegisterTraceInfo(
    _In_ PDRIVER_OBJECT DriverObject, _In_ PFN_WDF_TRACE_CALLBACK EvtTraceCallback, _In_ PVOID ControlBlock)
{
    return WDF_CALL(
        PFN_WDFDRIVERREGISTERTRACEINFO, WdfDriverRegisterTraceInfo, DriverObject, EvtTraceCallback,
        ControlBlock);
}

#else
WDF_UNAVAILABLE(WdfWdmDriverGetWdfDriverHandle, "KMDF");
WDF_UNAVAILABLE(WdfDriverRegisterTraceInfo, "KMDF");
#endif

typedef NTSTATUS (NTAPI *PFN_WDFDRIVERRETRIEVEVERSIONSTRING)(PWDF_DRIVER_GLOBALS, WDFDRIVER, WDFSTRING);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfDriverRetrieveVersionString(_In_ WDFDRIVER Driver, _In_ WDFSTRING String)
{
    return WDF_CALL(PFN_WDFDRIVERRETRIEVEVERSIONSTRING, WdfDriverRetrieveVersionString, Driver, String);
}

typedef BOOLEAN (NTAPI *PFN_WDFDRIVERISVERSIONAVAILABLE)(
    PWDF_DRIVER_GLOBALS, WDFDRIVER, PWDF_DRIVER_VERSION_AVAILABLE_PARAMS);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE BOOLEAN WdfDriverIsVersionAvailable(
    _In_ WDFDRIVER Driver, _In_ PWDF_DRIVER_VERSION_AVAILABLE_PARAMS VersionAvailableParams)
{
    return WDF_CALL(
        PFN_WDFDRIVERISVERSIONAVAILABLE, WdfDriverIsVersionAvailable, Driver, VersionAvailableParams);
}

#if WDF_SINCE(25, 25)

typedef NTSTATUS (NTAPI *PFN_WDFDRIVERERRORREPORTAPIMISSING)(
    PWDF_DRIVER_GLOBALS, WDFDRIVER, PCWSTR, ULONG, BOOLEAN);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL + 1)
WDF_INLINE NTSTATUS WdfDriverErrorReportApiMissing(
    _In_ WDFDRIVER Driver, _In_opt_ PCWSTR FrameworkExtensionName, _In_ ULONG ApiIndex,
    _In_ BOOLEAN DoesApiReturnNtstatus)
{
    return WDF_CALL(
        PFN_WDFDRIVERERRORREPORTAPIMISSING, WdfDriverErrorReportApiMissing, Driver, FrameworkExtensionName,
        ApiIndex, DoesApiReturnNtstatus);
}

typedef NTSTATUS (NTAPI *PFN_WDFDRIVEROPENPERSISTENTSTATEREGISTRYKEY)(
    PWDF_DRIVER_GLOBALS, WDFDRIVER, ACCESS_MASK, PWDF_OBJECT_ATTRIBUTES, WDFKEY *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfDriverOpenPersistentStateRegistryKey(
    _In_ WDFDRIVER Driver, _In_ ACCESS_MASK DesiredAccess, _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes,
    _Out_ WDFKEY *Key)
{
    return WDF_CALL(
        PFN_WDFDRIVEROPENPERSISTENTSTATEREGISTRYKEY, WdfDriverOpenPersistentStateRegistryKey, Driver,
        DesiredAccess, KeyAttributes, Key);
}

#else
WDF_UNAVAILABLE(WdfDriverErrorReportApiMissing, "KMDF 1.25 or UMDF 2.25 and later");
WDF_UNAVAILABLE(WdfDriverOpenPersistentStateRegistryKey, "KMDF 1.25 or UMDF 2.25 and later");
#endif

#if WDF_SINCE(WDF_NEVER, 27)

typedef NTSTATUS (NTAPI *PFN_WDFDRIVERRETRIEVEDRIVERDATADIRECTORYSTRING)(
    PWDF_DRIVER_GLOBALS, WDFDRIVER, WDFSTRING);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfDriverRetrieveDriverDataDirectoryString(_In_ WDFDRIVER Driver, _In_ WDFSTRING String)
{
    return WDF_CALL(
        PFN_WDFDRIVERRETRIEVEDRIVERDATADIRECTORYSTRING, WdfDriverRetrieveDriverDataDirectoryString, Driver,
        String);
}

#else
WDF_UNAVAILABLE(WdfDriverRetrieveDriverDataDirectoryString, "UMDF 2.27 and later");
#endif

#endif
