/* wdfminiport.h: use of the framework under another port driver */
#ifndef _WDFMINIPORT_H_
#define _WDFMINIPORT_H_

#if WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFDEVICEMINIPORTCREATE)(
    PWDF_DRIVER_GLOBALS, WDFDRIVER, PWDF_OBJECT_ATTRIBUTES, PDEVICE_OBJECT, PDEVICE_OBJECT, PDEVICE_OBJECT,
    WDFDEVICE *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfDeviceMiniportCreate(
    _In_ WDFDRIVER Driver, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ PDEVICE_OBJECT DeviceObject,
    _In_opt_ PDEVICE_OBJECT AttachedDeviceObject, _In_opt_ PDEVICE_OBJECT Pdo, _Out_ WDFDEVICE *Device)
{
    return WDF_CALL(
        PFN_WDFDEVICEMINIPORTCREATE, WdfDeviceMiniportCreate, Driver, Attributes, DeviceObject,
        AttachedDeviceObject, Pdo, Device);
}

#else
WDF_UNAVAILABLE(WdfDeviceMiniportCreate, "KMDF");
#endif

#if WDF_KMDF

typedef VOID (NTAPI *PFN_WDFDRIVERMINIPORTUNLOAD)(PWDF_DRIVER_GLOBALS, WDFDRIVER);

/* For drivers whose port driver owns DriverUnload: called there, it ends the driver's use of the framework. */
WDF_INLINE VOID WdfDriverMiniportUnload(_In_ WDFDRIVER Driver)
{
    ((PFN_WDFDRIVERMINIPORTUNLOAD)WdfDriverMiniportUnloadOverride)(WdfDriverGlobals, Driver);
}

#endif

#endif
