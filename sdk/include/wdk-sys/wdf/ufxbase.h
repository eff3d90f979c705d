/* ufxbase.h: what clients of the USB function extension (UFX) share with it. */
#ifndef WDK_UFXBASE_H
#define WDK_UFXBASE_H
#include <wdm.h>
#include <wdf.h>
#include <devioctl.h>
#include <usbfnbase.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct UFXDEVICE__ *UFXDEVICE;
typedef struct UFXENDPOINT__ *UFXENDPOINT;
typedef struct _UFXENDPOINT_INIT *PUFXENDPOINT_INIT;

typedef struct _UFX_GLOBALS *PUFX_GLOBALS;
typedef VOID (*PFN_UFX_CLASS)(VOID);
extern PFN_UFX_CLASS UfxClassFunctions[];
extern PUFX_GLOBALS UfxGlobals;

/* The order that the public reference gives. */
typedef enum _UFX_CLASS_FUNCTIONS {
    UfxFdoInitIndex = 0,
    UfxDeviceCreateIndex,
    UfxDeviceEventCompleteIndex,
    UfxDeviceNotifyHardwareReadyIndex,
    UfxDeviceNotifyAttachIndex,
    UfxDeviceNotifyDetachIndex,
    UfxDeviceNotifySuspendIndex,
    UfxDeviceNotifyResumeIndex,
    UfxDeviceNotifyResetIndex,
    UfxDevicePortDetectCompleteIndex,
    UfxDeviceProprietaryChargerDetectCompleteIndex,
    UfxDeviceNotifyHardwareFailureIndex,
    UfxDeviceIoControlIndex,
    UfxDeviceIoInternalControlIndex,
    UfxEndpointCreateIndex,
    UfxEndpointInitSetEventCallbacksIndex,
    UfxEndpointNotifySetupIndex,
    UfxEndpointGetTransferQueueIndex,
    UfxEndpointGetCommandQueueIndex,
    UfxDevicePortDetectCompleteExIndex,
    UfxDeviceNotifyFinalExitIndex,
    UfxFunctionsMax,
} UFX_CLASS_FUNCTIONS;

#define UFX_CALL(pfn, name, ...) ((pfn)UfxClassFunctions[name##Index])(UfxGlobals, ##__VA_ARGS__)

typedef struct _UFX_DEVICE_CAPABILITIES {
    ULONG Size;
    USB_DEVICE_SPEED MaxSpeed;
    ULONG RemoteWakeSignalDelay;
    BOOLEAN PdcpSupported;
    USHORT InEndpointBitmap;
    USHORT OutEndpointBitmap;
    BOOLEAN SharesConnectors;
    ULONG GroupId;
} UFX_DEVICE_CAPABILITIES, *PUFX_DEVICE_CAPABILITIES;

typedef struct _UFX_HARDWARE_FAILURE_CONTEXT {
    ULONG Size;
    ULONG ExceptionCode;
    UCHAR Data[1];
} UFX_HARDWARE_FAILURE_CONTEXT, *PUFX_HARDWARE_FAILURE_CONTEXT;

typedef enum _USBFN_ACTION {
    UsbfnActionNone = 0,
    UsbfnActionNoCad,
    UsbfnActionDetectProprietaryCharger,
} USBFN_ACTION, *PUSBFN_ACTION;

#define IOCTL_INTERNAL_USBFN_DESCRIPTOR_UPDATE \
    CTL_CODE(FILE_DEVICE_BUS_EXTENDER, 0x100, METHOD_IN_DIRECT, FILE_READ_DATA | FILE_WRITE_DATA)

#ifdef __cplusplus
}
#endif
#endif
