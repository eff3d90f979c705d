/* Power management. */
#ifndef WDK_NT_PO_H
#define WDK_NT_PO_H

#include "io_types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef _Function_class_(REQUEST_POWER_COMPLETE) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID REQUEST_POWER_COMPLETE(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ UCHAR MinorFunction, _In_ POWER_STATE PowerState,
    _In_opt_ PVOID Context, _In_ PIO_STATUS_BLOCK IoStatus);
typedef REQUEST_POWER_COMPLETE *PREQUEST_POWER_COMPLETE;
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS PoRequestPowerIrp(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ UCHAR MinorFunction, _In_ POWER_STATE PowerState,
    _In_opt_ PREQUEST_POWER_COMPLETE CompletionFunction, _In_opt_ __drv_aliasesMem PVOID Context,
    _Outptr_opt_ PIRP *Irp);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS PoCallDriver(_In_ PDEVICE_OBJECT DeviceObject, _Inout_ __drv_aliasesMem PIRP Irp);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID PoStartNextPowerIrp(_Inout_ PIRP Irp);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
POWER_STATE PoSetPowerState(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ POWER_STATE_TYPE Type, _In_ POWER_STATE State);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
PULONG PoRegisterDeviceForIdleDetection(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ ULONG ConservationIdleTime, _In_ ULONG PerformanceIdleTime,
    _In_ DEVICE_POWER_STATE State);
#define PoSetDeviceBusy(IdlePointer) ((VOID)(*(IdlePointer) = 0))
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
VOID PoSetDeviceBusyEx(_Inout_ PULONG IdlePointer);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
VOID PoStartDeviceBusy(_Inout_ PULONG IdlePointer);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
VOID PoEndDeviceBusy(_Inout_ PULONG IdlePointer);
typedef ULONG EXECUTION_STATE, *PEXECUTION_STATE;
#define ES_SYSTEM_REQUIRED ((ULONG)0x00000001)
#define ES_DISPLAY_REQUIRED ((ULONG)0x00000002)
#define ES_USER_PRESENT ((ULONG)0x00000004)
#define ES_AWAYMODE_REQUIRED ((ULONG)0x00000040)
#define ES_CONTINUOUS ((ULONG)0x80000000)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID PoSetSystemState(_In_ EXECUTION_STATE Flags);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
PVOID PoRegisterSystemState(_Inout_opt_ PVOID StateHandle, _In_ EXECUTION_STATE Flags);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID PoUnregisterSystemState(_Inout_ PVOID StateHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.0.6001")
BOOLEAN PoGetSystemWake(_In_ PIRP Irp);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.0.6001")
VOID PoSetSystemWake(_Inout_ PIRP Irp);

/* Power requests: reasons to stay awake. */
typedef enum _POWER_REQUEST_TYPE {
    PowerRequestDisplayRequired,
    PowerRequestSystemRequired,
    PowerRequestAwayModeRequired,
    PowerRequestExecutionRequired
} POWER_REQUEST_TYPE, *PPOWER_REQUEST_TYPE;
typedef struct _COUNTED_REASON_CONTEXT {
    ULONG Version;
    ULONG Flags;
    union {
        struct {
            UNICODE_STRING ResourceFileName;
            USHORT ResourceReasonId;
            ULONG StringCount;
            _Field_size_(StringCount) PUNICODE_STRING ReasonStrings;
        };
        UNICODE_STRING SimpleString;
    };
} COUNTED_REASON_CONTEXT, *PCOUNTED_REASON_CONTEXT;
#define DIAGNOSTIC_REASON_VERSION 0
#define DIAGNOSTIC_REASON_SIMPLE_STRING 0x00000001
#define DIAGNOSTIC_REASON_DETAILED_STRING 0x00000002
#define DIAGNOSTIC_REASON_NOT_SPECIFIED 0x80000000
#define DIAGNOSTIC_REASON_INVALID_FLAGS                                                                                \
    (~(DIAGNOSTIC_REASON_SIMPLE_STRING | DIAGNOSTIC_REASON_DETAILED_STRING | DIAGNOSTIC_REASON_NOT_SPECIFIED))
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS PoCreatePowerRequest(
    _Outptr_ PVOID *PowerRequest, _In_ PDEVICE_OBJECT DeviceObject, _In_ PCOUNTED_REASON_CONTEXT Context);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS PoSetPowerRequest(_Inout_ PVOID PowerRequest, _In_ POWER_REQUEST_TYPE Type);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS PoClearPowerRequest(_Inout_ PVOID PowerRequest, _In_ POWER_REQUEST_TYPE Type);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
VOID PoDeletePowerRequest(_Inout_ PVOID PowerRequest);

/* Argument1 of a callback on \Callback\PowerState. */
#define PO_CB_SYSTEM_POWER_POLICY 0
#define PO_CB_AC_STATUS 1
#define PO_CB_BUTTON_COLLISION 2
#define PO_CB_SYSTEM_STATE_LOCK 3
#define PO_CB_LID_SWITCH_STATE 4
#define PO_CB_PROCESSOR_POWER_POLICY 5

/* Power settings of the user. */
typedef _Function_class_(POWER_SETTING_CALLBACK) _IRQL_requires_same_ _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS POWER_SETTING_CALLBACK(
    _In_ LPCGUID SettingGuid, _In_reads_bytes_(ValueLength) PVOID Value, _In_ ULONG ValueLength,
    _Inout_opt_ PVOID Context);
typedef POWER_SETTING_CALLBACK *PPOWER_SETTING_CALLBACK;
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS PoRegisterPowerSettingCallback(
    _In_opt_ PDEVICE_OBJECT DeviceObject, _In_ LPCGUID SettingGuid, _In_ PPOWER_SETTING_CALLBACK Callback,
    _In_opt_ PVOID Context, _Outptr_opt_ PVOID *Handle);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS PoUnregisterPowerSettingCallback(_Inout_ PVOID Handle);

#ifdef __cplusplus
}
#endif
#endif
