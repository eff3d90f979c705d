/*
 * nfccx.h: NfcCx, the class extension of NFC controllers that speak NCI (UMDF 2, NfcCxStub.lib).
 *
 * Names, records and numbers are those of the public reference; the order of the functions and the two newest ones are
 * those of the extension itself, which is open source (microsoft/NFC-Class-Extension-Driver, MIT).
 */
#ifndef WDK_NFCCX_H
#define WDK_NFCCX_H
#include <windows.h>
#include <winioctl.h>
#include <wdf.h>

#define IOCTL_NFCCX_WRITE_PACKET CTL_CODE(FILE_DEVICE_NFP, 0x1000, METHOD_BUFFERED, FILE_ANY_ACCESS)

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _NFCCX_DRIVER_GLOBALS {
    ULONG Reserved;
} NFCCX_DRIVER_GLOBALS, *PNFCCX_DRIVER_GLOBALS;

typedef VOID (*PFN_NFC_CX)(VOID);
extern PFN_NFC_CX NfccxFunctions[];
extern PNFCCX_DRIVER_GLOBALS NfccxDriverGlobals;
#define NFCCX_CALL(pfn, name, ...) ((pfn)NfccxFunctions[name##TableIndex])(NfccxDriverGlobals, ##__VA_ARGS__)

/* An extension refuses a driver that asks for more functions than it has: without the last two it asks for nine. */
typedef enum _NFCCXFUNCENUM {
    NfcCxDeviceInitConfigTableIndex = 0,
    NfcCxDeviceInitializeTableIndex = 1,
    NfcCxDeviceDeinitializeTableIndex = 2,
    NfcCxHardwareEventTableIndex = 3,
    NfcCxNciReadNotificationTableIndex = 4,
    NfcCxSetRfDiscoveryConfigTableIndex = 5,
    NfcCxSetLlcpConfigTableIndex = 6,
    NfcCxRegisterSequenceHandlerTableIndex = 7,
    NfcCxUnregisterSequenceHandlerTableIndex = 8,
    NfccxFunctionTableNumEntries = 9,
    NfcCxReleaseHardwareControlTableIndex = 9,
    NfcCxReacquireHardwareControlTableIndex = 10,
    NfccxFunctionTableNumEntriesWithControl = 11,
} NFCCXFUNCENUM;

typedef enum _NFC_CX_DRIVER_FLAGS {
    NFC_CX_DRIVER_DISABLE_WTD_TIMER = 0x0001,
    NFC_CX_DRIVER_DISABLE_NFCEE_DISCOVERY = 0x0002,
    NFC_CX_DRIVER_DISABLE_RECOVERY_MODE = 0x0004,
    NFC_CX_DRIVER_DISABLE_HOST_CARD_EMULATION = 0x0010,
    NFC_CX_DRIVER_HCI_NETWORK_PER_NFCEE = 0x0020,
    NFC_CX_DRIVER_DISABLE_NFCEE_ACTION_NTF = 0x0040,
    NFC_CX_DRIVER_ENABLE_EEPROM_WRITE_PROTECTION = 0x0080,
    NFC_CX_DRIVER_ISODEP_RNAK_PRESENCE_CHK_SUPPORTED = 0x0100,
    NFC_CX_DRIVER_RF_ROUTING_POWER_SUB_STATES_SUPPORTED = 0x0200,
    NFC_CX_DRIVER_SKIP_DEVICE_STOP_IDLE = 0x0400,
    NFC_CX_DRIVER_POWER_AND_LINK_CONTROL_SUPPORTED = 0x0800,
} NFC_CX_DRIVER_FLAGS, *PNFC_CX_DRIVER_FLAGS;

typedef enum _NFC_CX_TRANSPORT_TYPE {
    NFC_CX_TRANSPORT_I2C = 0,
    NFC_CX_TRANSPORT_SPI = 1,
    NFC_CX_TRANSPORT_UART = 2,
    NFC_CX_TRANSPORT_CUSTOM = 0xFF,
} NFC_CX_TRANSPORT_TYPE, *PNFC_CX_TRANSPORT_TYPE;

typedef enum _NFC_CX_DEVICE_MODE {
    NFC_CX_DEVICE_MODE_NCI,
    NFC_CX_DEVICE_MODE_DTA,
    NFC_CX_DEVICE_MODE_RAW,
} NFC_CX_DEVICE_MODE, *PNFC_CX_DEVICE_MODE;

typedef enum _NFC_CX_HOST_ACTION {
    HostActionStart,
    HostActionStop,
    HostActionRestart,
    HostActionUnload,
} NFC_CX_HOST_ACTION, *PNFC_CX_HOST_ACTION;

typedef enum _NFC_CX_POLL_MODE_CONFIG {
    NFC_CX_POLL_NFC_A = 0x01,
    NFC_CX_POLL_NFC_B = 0x02,
    NFC_CX_POLL_NFC_F_212 = 0x04,
    NFC_CX_POLL_NFC_F_424 = 0x08,
    NFC_CX_POLL_NFC_15693 = 0x10,
    NFC_CX_POLL_NFC_ACTIVE = 0x20,
    NFC_CX_POLL_NFC_A_KOVIO = 0x40,
    NFC_CX_POLL_DEFAULT = NFC_CX_POLL_NFC_A | NFC_CX_POLL_NFC_B | NFC_CX_POLL_NFC_F_212 | NFC_CX_POLL_NFC_F_424,
} NFC_CX_POLL_MODE_CONFIG, *PNFC_CX_POLL_MODE_CONFIG;

typedef enum _NFC_CX_NFCIP_MODE_CONFIG {
    NFC_CX_NFCIP_NFC_A = 0x01,
    NFC_CX_NFCIP_NFC_F_212 = 0x02,
    NFC_CX_NFCIP_NFC_F_424 = 0x04,
    NFC_CX_NFCIP_NFC_ACTIVE = 0x08,
    NFC_CX_NFCIP_NFC_ACTIVE_A = 0x10,
    NFC_CX_NFCIP_NFC_ACTIVE_F_212 = 0x20,
    NFC_CX_NFCIP_NFC_ACTIVE_F_424 = 0x40,
    NFC_CX_NFCIP_DEFAULT = NFC_CX_NFCIP_NFC_A | NFC_CX_NFCIP_NFC_F_212 | NFC_CX_NFCIP_NFC_F_424,
} NFC_CX_NFCIP_MODE_CONFIG, *PNFC_CX_NFCIP_MODE_CONFIG;

typedef enum _NFC_CX_NFCIP_TGT_MODE_CONFIG {
    NFC_CX_NFCIP_TGT_NFC_A = 0x01,
    NFC_CX_NFCIP_TGT_NFC_F = 0x02,
    NFC_CX_NFCIP_TGT_NFC_ACTIVE_A = 0x04,
    NFC_CX_NFCIP_TGT_NFC_ACTIVE_F = 0x08,
    NFC_CX_NFCIP_TGT_DEFAULT = NFC_CX_NFCIP_TGT_NFC_A | NFC_CX_NFCIP_TGT_NFC_F,
} NFC_CX_NFCIP_TGT_MODE_CONFIG, *PNFC_CX_NFCIP_TGT_MODE_CONFIG;

typedef enum _NFC_CX_CE_MODE_CONFIG {
    NFC_CX_CE_NFC_A = 0x01,
    NFC_CX_CE_NFC_B = 0x02,
    NFC_CX_CE_NFC_F = 0x04,
    NFC_CX_CE_DEFAULT = NFC_CX_CE_NFC_A | NFC_CX_CE_NFC_B | NFC_CX_CE_NFC_F,
} NFC_CX_CE_MODE_CONFIG, *PNFC_CX_CE_MODE_CONFIG;

typedef enum _NFC_CX_POLL_BAILOUT_CONFIG {
    NFC_CX_POLL_BAILOUT_DEFAULT = 0x00,
    NFC_CX_POLL_BAILOUT_NFC_A = 0x01,
    NFC_CX_POLL_BAILOUT_NFC_B = 0x02,
} NFC_CX_POLL_BAILOUT_CONFIG, *PNFC_CX_POLL_BAILOUT_CONFIG;

typedef enum _NFC_CX_SEQUENCE {
    SequencePreInit,
    SequenceInitComplete,
    SequencePreRfDiscStart,
    SequenceRfDiscStartComplete,
    SequencePreRfDiscStop,
    SequenceRfDiscStopComplete,
    SequencePreNfceeDisc,
    SequenceNfceeDiscComplete,
    SequencePreShutdown,
    SequenceShutdownComplete,
    SequencePreRecovery,
    SequenceRecoveryComplete,
    SequenceMaximum,
} NFC_CX_SEQUENCE, *PNFC_CX_SEQUENCE;

/* Flags with which a sequence handler completes. */
#define NFC_CX_SEQUENCE_PRE_INIT_FLAG_SKIP_CONFIG    0x1
#define NFC_CX_SEQUENCE_PRE_INIT_FLAG_FORCE_CONFIG   0x2
#define NFC_CX_SEQUENCE_INIT_COMPLETE_FLAG_REDO      0x1
#define NFC_CX_SEQUENCE_PRE_NFCEE_DISC_FLAG_SKIP     0x1
#define NFC_CX_SEQUENCE_PRE_SHUTDOWN_FLAG_SKIP_RESET 0x1

typedef _Function_class_(EVT_NFC_CX_WRITE_NCI_PACKET) _IRQL_requires_same_
VOID EVT_NFC_CX_WRITE_NCI_PACKET(_In_ WDFDEVICE Device, _In_ WDFREQUEST Request);
typedef EVT_NFC_CX_WRITE_NCI_PACKET *PFN_NFC_CX_WRITE_NCI_PACKET;
typedef _Function_class_(EVT_NFC_CX_DEVICE_IO_CONTROL) _IRQL_requires_same_
VOID EVT_NFC_CX_DEVICE_IO_CONTROL(
    _In_ WDFDEVICE Device, _In_ WDFREQUEST Request, _In_ size_t OutputBufferLength, _In_ size_t InputBufferLength,
    _In_ ULONG IoControlCode);
typedef EVT_NFC_CX_DEVICE_IO_CONTROL *PFN_NFC_CX_DEVICE_IO_CONTROL;
typedef _Function_class_(EVT_NFC_CX_SEQUENCE_COMPLETION_ROUTINE) _IRQL_requires_same_
VOID EVT_NFC_CX_SEQUENCE_COMPLETION_ROUTINE(
    _In_ WDFDEVICE Device, _In_ NTSTATUS Status, _In_ ULONG Flags, _In_opt_ WDFCONTEXT Context);
typedef EVT_NFC_CX_SEQUENCE_COMPLETION_ROUTINE *PFN_NFC_CX_SEQUENCE_COMPLETION_ROUTINE;
typedef _Function_class_(EVT_NFC_CX_SEQUENCE_HANDLER) _IRQL_requires_same_
VOID EVT_NFC_CX_SEQUENCE_HANDLER(
    _In_ WDFDEVICE Device, _In_ NFC_CX_SEQUENCE Sequence, _In_ PFN_NFC_CX_SEQUENCE_COMPLETION_ROUTINE CompletionRoutine,
    _In_opt_ WDFCONTEXT CompletionContext);
typedef EVT_NFC_CX_SEQUENCE_HANDLER *PFN_NFC_CX_SEQUENCE_HANDLER;

typedef struct _NFC_CX_CLIENT_CONFIG {
    ULONG Size;
    WDF_TRI_STATE IsPowerPolicyOwner;
    ULONG PowerIdleTimeout; /* milliseconds */
    WDF_POWER_POLICY_IDLE_TIMEOUT_TYPE PowerIdleType;
    NFC_CX_TRANSPORT_TYPE BusType;
    ULONG DriverFlags; /* NFC_CX_DRIVER_FLAGS */
    NFC_CX_DEVICE_MODE DeviceMode;
    PFN_NFC_CX_WRITE_NCI_PACKET EvtNfcCxWriteNciPacket;
    PFN_NFC_CX_DEVICE_IO_CONTROL EvtNfcCxDeviceIoControl;
} NFC_CX_CLIENT_CONFIG, *PNFC_CX_CLIENT_CONFIG;

typedef struct _NFC_CX_HARDWARE_EVENT {
    NTSTATUS HardwareStatus;
    NFC_CX_HOST_ACTION HostAction;
} NFC_CX_HARDWARE_EVENT, *PNFC_CX_HARDWARE_EVENT;

typedef struct _NFC_CX_RF_DISCOVERY_CONFIG {
    ULONG Size;
    USHORT TotalDuration; /* milliseconds */
    ULONG PollConfig;     /* NFC_CX_POLL_MODE_CONFIG */
    UCHAR NfcIPMode;      /* NFC_CX_NFCIP_MODE_CONFIG */
    UCHAR NfcIPTgtMode;   /* NFC_CX_NFCIP_TGT_MODE_CONFIG */
    UCHAR NfcCEMode;      /* NFC_CX_CE_MODE_CONFIG */
    UCHAR BailoutConfig;  /* NFC_CX_POLL_BAILOUT_CONFIG */
} NFC_CX_RF_DISCOVERY_CONFIG, *PNFC_CX_RF_DISCOVERY_CONFIG;
typedef const NFC_CX_RF_DISCOVERY_CONFIG *PCNFC_CX_RF_DISCOVERY_CONFIG;

typedef struct _NFC_CX_LLCP_CONFIG {
    ULONG Size;
    USHORT Miu;        /* bytes */
    UCHAR LinkTimeout; /* tens of milliseconds */
    UCHAR RecvWindowSize;
} NFC_CX_LLCP_CONFIG, *PNFC_CX_LLCP_CONFIG;
typedef const NFC_CX_LLCP_CONFIG *PCNFC_CX_LLCP_CONFIG;

#define NFC_CX_POWER_IDLE_TIMEOUT_DEFAULT 1000
#define NFC_CX_TOTAL_DURATION_DEFAULT     300
#define NFC_CX_LLCP_MIU_DEFAULT           1024
#define NFC_CX_LLCP_LTO_DEFAULT           100
#define NFC_CX_LLCP_RECV_WINDOW_SIZE      5

FORCEINLINE VOID NFC_CX_CLIENT_CONFIG_INIT(_Out_ PNFC_CX_CLIENT_CONFIG Config, _In_ NFC_CX_TRANSPORT_TYPE BusType)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
    Config->IsPowerPolicyOwner = WdfUseDefault;
    Config->PowerIdleTimeout = NFC_CX_POWER_IDLE_TIMEOUT_DEFAULT;
    Config->PowerIdleType = DriverManagedIdleTimeout;
    Config->BusType = BusType;
}

FORCEINLINE VOID NFC_CX_RF_DISCOVERY_CONFIG_INIT(_Out_ PNFC_CX_RF_DISCOVERY_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
    Config->TotalDuration = NFC_CX_TOTAL_DURATION_DEFAULT;
    Config->PollConfig = NFC_CX_POLL_DEFAULT;
    Config->NfcIPMode = NFC_CX_NFCIP_DEFAULT;
    Config->NfcIPTgtMode = NFC_CX_NFCIP_TGT_DEFAULT;
    Config->NfcCEMode = NFC_CX_CE_DEFAULT;
    Config->BailoutConfig = NFC_CX_POLL_BAILOUT_DEFAULT;
}

FORCEINLINE VOID NFC_CX_LLCP_CONFIG_INIT(_Out_ PNFC_CX_LLCP_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
    Config->Miu = NFC_CX_LLCP_MIU_DEFAULT;
    Config->LinkTimeout = NFC_CX_LLCP_LTO_DEFAULT;
    Config->RecvWindowSize = NFC_CX_LLCP_RECV_WINDOW_SIZE;
}

typedef NTSTATUS (NTAPI *PFN_NFCCXDEVICEINITCONFIG)(PNFCCX_DRIVER_GLOBALS, PWDFDEVICE_INIT, PNFC_CX_CLIENT_CONFIG);
_Must_inspect_result_
WDF_INLINE NTSTATUS NfcCxDeviceInitConfig(_Inout_ PWDFDEVICE_INIT DeviceInit, _In_ PNFC_CX_CLIENT_CONFIG Config)
{
    return NFCCX_CALL(PFN_NFCCXDEVICEINITCONFIG, NfcCxDeviceInitConfig, DeviceInit, Config);
}
typedef NTSTATUS (NTAPI *PFN_NFCCXDEVICEINITIALIZE)(PNFCCX_DRIVER_GLOBALS, WDFDEVICE);
_Must_inspect_result_
WDF_INLINE NTSTATUS NfcCxDeviceInitialize(_In_ WDFDEVICE Device)
{
    return NFCCX_CALL(PFN_NFCCXDEVICEINITIALIZE, NfcCxDeviceInitialize, Device);
}
typedef NTSTATUS (NTAPI *PFN_NFCCXDEVICEDEINITIALIZE)(PNFCCX_DRIVER_GLOBALS, WDFDEVICE);
_Must_inspect_result_
WDF_INLINE NTSTATUS NfcCxDeviceDeinitialize(_In_ WDFDEVICE Device)
{
    return NFCCX_CALL(PFN_NFCCXDEVICEDEINITIALIZE, NfcCxDeviceDeinitialize, Device);
}
typedef NTSTATUS (NTAPI *PFN_NFCCXHARDWAREEVENT)(PNFCCX_DRIVER_GLOBALS, WDFDEVICE, PNFC_CX_HARDWARE_EVENT);
_Must_inspect_result_
WDF_INLINE NTSTATUS NfcCxHardwareEvent(_In_ WDFDEVICE Device, _In_ PNFC_CX_HARDWARE_EVENT HardwareEvent)
{
    return NFCCX_CALL(PFN_NFCCXHARDWAREEVENT, NfcCxHardwareEvent, Device, HardwareEvent);
}
typedef NTSTATUS (NTAPI *PFN_NFCCXNCIREADNOTIFICATION)(PNFCCX_DRIVER_GLOBALS, WDFDEVICE, WDFMEMORY);
_Must_inspect_result_
WDF_INLINE NTSTATUS NfcCxNciReadNotification(_In_ WDFDEVICE Device, _In_ WDFMEMORY Memory)
{
    return NFCCX_CALL(PFN_NFCCXNCIREADNOTIFICATION, NfcCxNciReadNotification, Device, Memory);
}
typedef NTSTATUS (NTAPI *PFN_NFCCXSETRFDISCOVERYCONFIG)(PNFCCX_DRIVER_GLOBALS, WDFDEVICE, PCNFC_CX_RF_DISCOVERY_CONFIG);
_Must_inspect_result_
WDF_INLINE NTSTATUS NfcCxSetRfDiscoveryConfig(_In_ WDFDEVICE Device, _In_ PCNFC_CX_RF_DISCOVERY_CONFIG Config)
{
    return NFCCX_CALL(PFN_NFCCXSETRFDISCOVERYCONFIG, NfcCxSetRfDiscoveryConfig, Device, Config);
}
typedef NTSTATUS (NTAPI *PFN_NFCCXSETLLCPCONFIG)(PNFCCX_DRIVER_GLOBALS, WDFDEVICE, PCNFC_CX_LLCP_CONFIG);
_Must_inspect_result_
WDF_INLINE NTSTATUS NfcCxSetLlcpConfig(_In_ WDFDEVICE Device, _In_ PCNFC_CX_LLCP_CONFIG Config)
{
    return NFCCX_CALL(PFN_NFCCXSETLLCPCONFIG, NfcCxSetLlcpConfig, Device, Config);
}
typedef NTSTATUS (NTAPI *PFN_NFCCXREGISTERSEQUENCEHANDLER)(
    PNFCCX_DRIVER_GLOBALS, WDFDEVICE, NFC_CX_SEQUENCE, PFN_NFC_CX_SEQUENCE_HANDLER);
_Must_inspect_result_
WDF_INLINE NTSTATUS NfcCxRegisterSequenceHandler(
    _In_ WDFDEVICE Device, _In_ NFC_CX_SEQUENCE Sequence, _In_ PFN_NFC_CX_SEQUENCE_HANDLER EvtNfcCxSequenceHandler)
{
    return NFCCX_CALL(PFN_NFCCXREGISTERSEQUENCEHANDLER, NfcCxRegisterSequenceHandler, Device, Sequence, EvtNfcCxSequenceHandler);
}
typedef NTSTATUS (NTAPI *PFN_NFCCXUNREGISTERSEQUENCEHANDLER)(PNFCCX_DRIVER_GLOBALS, WDFDEVICE, NFC_CX_SEQUENCE);
_Must_inspect_result_
WDF_INLINE NTSTATUS NfcCxUnregisterSequenceHandler(_In_ WDFDEVICE Device, _In_ NFC_CX_SEQUENCE Sequence)
{
    return NFCCX_CALL(PFN_NFCCXUNREGISTERSEQUENCEHANDLER, NfcCxUnregisterSequenceHandler, Device, Sequence);
}

/* Functions of the library, so that a driver that calls them is bound to an extension that has them. */
_Must_inspect_result_ NTSTATUS NfcCxReleaseHardwareControl(_In_ WDFDEVICE Device);
_Must_inspect_result_ NTSTATUS NfcCxReacquireHardwareControl(_In_ WDFDEVICE Device);

#ifdef __cplusplus
}
#endif
#endif
