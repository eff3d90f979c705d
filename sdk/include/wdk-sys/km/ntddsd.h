/* ntddsd.h: drivers of SD cards, on the bus driver sdbus.sys. */
#ifndef WDK_NTDDSD_H
#define WDK_NTDDSD_H
#include <wdm.h>
#include <sddef.h>

#ifdef __cplusplus
extern "C" {
#endif
typedef _Function_class_(SDBUS_CALLBACK_ROUTINE) _IRQL_requires_same_
VOID SDBUS_CALLBACK_ROUTINE(_In_ PVOID CallbackRoutineContext, _In_ ULONG InterruptType);
typedef SDBUS_CALLBACK_ROUTINE *PSDBUS_CALLBACK_ROUTINE;

typedef struct _SDBUS_INTERFACE_PARAMETERS {
    USHORT Size;
    USHORT Reserved;
    PDEVICE_OBJECT TargetObject;
    BOOLEAN DeviceGeneratesInterrupts;
    BOOLEAN CallbackAtDpcLevel;
    PSDBUS_CALLBACK_ROUTINE CallbackRoutine;
    PVOID CallbackRoutineContext;
} SDBUS_INTERFACE_PARAMETERS, *PSDBUS_INTERFACE_PARAMETERS;

typedef NTSTATUS (*PSDBUS_INITIALIZE_INTERFACE_ROUTINE)(
    _In_ PVOID Context, _In_ PSDBUS_INTERFACE_PARAMETERS InterfaceParameters);
typedef NTSTATUS (*PSDBUS_ACKNOWLEDGE_INT_ROUTINE)(_In_ PVOID Context);

typedef struct _SDBUS_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PSDBUS_INITIALIZE_INTERFACE_ROUTINE InitializeInterface;
    PSDBUS_ACKNOWLEDGE_INT_ROUTINE AcknowledgeInterrupt;
} SDBUS_INTERFACE_STANDARD, *PSDBUS_INTERFACE_STANDARD;

typedef enum {
    SDRF_GET_PROPERTY = 0,
    SDRF_SET_PROPERTY = 1,
    SDRF_DEVICE_COMMAND = 2,
} SD_REQUEST_FUNCTION;

typedef enum {
    SDP_MEDIA_CHANGECOUNT = 0,
    SDP_MEDIA_STATE = 1,
    SDP_WRITE_PROTECTED = 2,
    SDP_FUNCTION_NUMBER = 3,
    SDP_FUNCTION_TYPE = 4,
    SDP_BUS_DRIVER_VERSION = 5,
    SDP_BUS_WIDTH = 6,
    SDP_BUS_CLOCK = 7,
    SDP_BUS_INTERFACE_CONTROL = 8,
    SDP_HOST_BLOCK_LENGTH = 9,
    SDP_FUNCTION_BLOCK_LENGTH = 10,
    SDP_FN0_BLOCK_LENGTH = 11,
    SDP_FUNCTION_INT_ENABLE = 12,
} SDBUS_PROPERTY;

typedef enum {
    SDPMS_NO_MEDIA = 0,
    SDPMS_MEDIA_INSERTED = 1,
} SDPROP_MEDIA_STATE;

/* ResponseData.Type3 and the erase request, whose types the reference does not describe, are left out. */
typedef struct _SDBUS_REQUEST_PACKET {
    SD_REQUEST_FUNCTION RequestFunction;
    PVOID UserContext[3];
    ULONG_PTR Information;
    union {
        UCHAR AsUCHAR[16];
        ULONG AsULONG[4];
    } ResponseData;
    UCHAR ResponseLength;
    UCHAR Reserved;
    USHORT Flags;
    union {
        struct {
            SDBUS_PROPERTY Property;
            PVOID Buffer;
            ULONG Length;
        } GetSetProperty;
        struct {
            SDCMD_DESCRIPTOR CmdDesc;
            ULONG Argument;
            PMDL Mdl;
            ULONG Length;
        } DeviceCommand;
        struct {
            ULONG Frequency;
        } MmcSoftReset;
        struct {
            PIRP IrpToHpi;
        } MmcHpi;
    } Parameters;
} SDBUS_REQUEST_PACKET, *PSDBUS_REQUEST_PACKET;

/* sdbus.lib, a static library, is not in the kit: a call of these fails to link. */
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_
NTSTATUS SdBusOpenInterface(
    _In_ PDEVICE_OBJECT Pdo, _Out_ PSDBUS_INTERFACE_STANDARD InterfaceStandard, _In_ USHORT Size, _In_ USHORT Version);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_
NTSTATUS SdBusSubmitRequest(_In_ PVOID InterfaceContext, _In_ PSDBUS_REQUEST_PACKET Packet);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_
NTSTATUS SdBusSubmitRequestAsync(
    _In_ PVOID InterfaceContext, _In_ PSDBUS_REQUEST_PACKET Packet, _In_ PIRP Irp,
    _In_ PIO_COMPLETION_ROUTINE CompletionRoutine, _In_ PVOID UserContext);

#ifdef __cplusplus
}
#endif
#endif
