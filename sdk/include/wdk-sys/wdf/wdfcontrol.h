/* wdfcontrol.h: control devices, which have no place in the PnP tree */
#ifndef _WDFCONTROL_H_
#define _WDFCONTROL_H_

typedef _Function_class_(EVT_WDF_DEVICE_SHUTDOWN_NOTIFICATION) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
VOID NTAPI EVT_WDF_DEVICE_SHUTDOWN_NOTIFICATION(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SHUTDOWN_NOTIFICATION *PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION;

typedef enum _WDF_DEVICE_SHUTDOWN_FLAGS {
    WdfDeviceShutdown = 0x01,
    WdfDeviceLastChanceShutdown = 0x02,
} WDF_DEVICE_SHUTDOWN_FLAGS;

#if WDF_KMDF

typedef PWDFDEVICE_INIT (NTAPI *PFN_WDFCONTROLDEVICEINITALLOCATE)(
    PWDF_DRIVER_GLOBALS, WDFDRIVER, CONST UNICODE_STRING *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE PWDFDEVICE_INIT WdfControlDeviceInitAllocate(
    _In_ WDFDRIVER Driver, _In_ CONST UNICODE_STRING *SDDLString)
{
    return WDF_CALL(PFN_WDFCONTROLDEVICEINITALLOCATE, WdfControlDeviceInitAllocate, Driver, SDDLString);
}

typedef VOID (NTAPI *PFN_WDFCONTROLDEVICEINITSETSHUTDOWNNOTIFICATION)(
    PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT, PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION, UCHAR);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfControlDeviceInitSetShutdownNotification(
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION Notification,
    _In_ UCHAR Flags)
{
    WDF_CALL(
        PFN_WDFCONTROLDEVICEINITSETSHUTDOWNNOTIFICATION, WdfControlDeviceInitSetShutdownNotification,
        DeviceInit, Notification, Flags);
}

typedef VOID (NTAPI *PFN_WDFCONTROLFINISHINITIALIZING)(PWDF_DRIVER_GLOBALS, WDFDEVICE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfControlFinishInitializing(_In_ WDFDEVICE Device)
{
    WDF_CALL(PFN_WDFCONTROLFINISHINITIALIZING, WdfControlFinishInitializing, Device);
}

#else
WDF_UNAVAILABLE(WdfControlDeviceInitAllocate, "KMDF");
WDF_UNAVAILABLE(WdfControlDeviceInitSetShutdownNotification, "KMDF");
WDF_UNAVAILABLE(WdfControlFinishInitializing, "KMDF");
#endif

#endif
