/* What all NDIS drivers use: strings, memory, events, locks' records, work items. Facts: the public reference. */
#ifndef WDK_NDIS_BASE_H
#define WDK_NDIS_BASE_H
#include <ntddk.h>
#include <ndis/version.h>
#include <ndis/types.h>
#include <ndis/objectheader.h>
#include <netevent.h>
#include <netpnp.h>

#include "status.h"

#define WDK_NDIS(since) WDK_EXPORT("ndis.sys", since)

#ifdef __cplusplus
extern "C" {
#endif

typedef UNICODE_STRING NDIS_STRING, *PNDIS_STRING;
typedef STRING NDIS_ANSI_STRING, *PNDIS_ANSI_STRING;
typedef PHYSICAL_ADDRESS NDIS_PHYSICAL_ADDRESS, *PNDIS_PHYSICAL_ADDRESS;
typedef CM_PARTIAL_RESOURCE_LIST NDIS_RESOURCE_LIST, *PNDIS_RESOURCE_LIST;
typedef ULONG NDIS_ERROR_CODE, *PNDIS_ERROR_CODE;
typedef MDL NDIS_BUFFER, *PNDIS_BUFFER;

/* For NdisWriteErrorLogEntry. */
#define NDIS_ERROR_CODE_RESOURCE_CONFLICT EVENT_NDIS_RESOURCE_CONFLICT
#define NDIS_ERROR_CODE_OUT_OF_RESOURCES EVENT_NDIS_OUT_OF_RESOURCE
#define NDIS_ERROR_CODE_HARDWARE_FAILURE EVENT_NDIS_HARDWARE_FAILURE
#define NDIS_ERROR_CODE_ADAPTER_NOT_FOUND EVENT_NDIS_ADAPTER_NOT_FOUND
#define NDIS_ERROR_CODE_INTERRUPT_CONNECT EVENT_NDIS_INTERRUPT_CONNECT
#define NDIS_ERROR_CODE_DRIVER_FAILURE EVENT_NDIS_DRIVER_FAILURE
#define NDIS_ERROR_CODE_BAD_VERSION EVENT_NDIS_BAD_VERSION
#define NDIS_ERROR_CODE_TIMEOUT EVENT_NDIS_TIMEOUT
#define NDIS_ERROR_CODE_NETWORK_ADDRESS EVENT_NDIS_NETWORK_ADDRESS
#define NDIS_ERROR_CODE_UNSUPPORTED_CONFIGURATION EVENT_NDIS_UNSUPPORTED_CONFIGURATION
#define NDIS_ERROR_CODE_INVALID_VALUE_FROM_ADAPTER EVENT_NDIS_INVALID_VALUE_FROM_ADAPTER
#define NDIS_ERROR_CODE_MISSING_CONFIGURATION_PARAMETER EVENT_NDIS_MISSING_CONFIGURATION_PARAMETER
#define NDIS_ERROR_CODE_BAD_IO_BASE_ADDRESS EVENT_NDIS_BAD_IO_BASE_ADDRESS
#define NDIS_ERROR_CODE_RECEIVE_SPACE_SMALL EVENT_NDIS_RECEIVE_SPACE_SMALL
#define NDIS_ERROR_CODE_ADAPTER_DISABLED EVENT_NDIS_ADAPTER_DISABLED

#define NDIS_STRING_CONST(text) {sizeof(L"" text) - sizeof(WCHAR), sizeof(L"" text), (PWSTR)L"" text}

/* Whether a DriverEntry or a pageable routine may be thrown away or paged out. */
#define NDIS_INIT_FUNCTION(function) alloc_text(INIT, function)
#define NDIS_PAGABLE_FUNCTION(function) alloc_text(PAGE, function)
#define NDIS_PAGEABLE_FUNCTION(function) alloc_text(PAGE, function)

typedef struct _REFERENCE {
    KSPIN_LOCK SpinLock;
    USHORT ReferenceCount;
    BOOLEAN Closing;
} REFERENCE, *PREFERENCE;

typedef struct _BINARY_DATA {
    USHORT Length;
    _Field_size_bytes_(Length) PVOID Buffer;
} BINARY_DATA;

typedef struct _NDIS_PHYSICAL_ADDRESS_UNIT {
    NDIS_PHYSICAL_ADDRESS PhysicalAddress;
    UINT Length;
} NDIS_PHYSICAL_ADDRESS_UNIT, *PNDIS_PHYSICAL_ADDRESS_UNIT;

#define NDIS_PHYSICAL_ADDRESS_CONST(low, high) {{(ULONG)(low), (LONG)(high)}}
#define NdisGetPhysicalAddressHigh(address) ((address).HighPart)
#define NdisGetPhysicalAddressLow(address) ((address).LowPart)
#define NdisSetPhysicalAddressHigh(address, value) ((address).HighPart = (value))
#define NdisSetPhysicalAddressLow(address, value) ((address).LowPart = (value))

typedef enum _NDIS_INTERFACE_TYPE {
    NdisInterfaceInternal = Internal,
    NdisInterfaceIsa = Isa,
    NdisInterfaceEisa = Eisa,
    NdisInterfaceMca = MicroChannel,
    NdisInterfaceTurboChannel = TurboChannel,
    NdisInterfacePci = PCIBus,
    NdisInterfacePcMcia = PCMCIABus,
    NdisInterfaceCBus = CBus,
    NdisInterfaceMPIBus = MPIBus,
    NdisInterfaceMPSABus = MPSABus,
    NdisInterfaceProcessorInternal = ProcessorInternal,
    NdisInterfaceInternalPowerBus = InternalPowerBus,
    NdisInterfacePNPISABus = PNPISABus,
    NdisInterfacePNPBus = PNPBus,
    NdisInterfaceUSB,
    NdisInterfaceIrda,
    NdisInterface1394,
    NdisMaximumInterfaceType
} NDIS_INTERFACE_TYPE, *PNDIS_INTERFACE_TYPE;
#define NdisInterruptLevelSensitive LevelSensitive
#define NdisInterruptLatched Latched
typedef KINTERRUPT_MODE NDIS_INTERRUPT_MODE, *PNDIS_INTERRUPT_MODE;

typedef enum _NDIS_PROCESSOR_TYPE {
    NdisProcessorX86,
    NdisProcessorMips,
    NdisProcessorAlpha,
    NdisProcessorPpc,
    NdisProcessorAmd64,
    NdisProcessorIA64,
    NdisProcessorArm,
    NdisProcessorArm64
} NDIS_PROCESSOR_TYPE, *PNDIS_PROCESSOR_TYPE;

typedef enum _NDIS_ENVIRONMENT_TYPE {
    NdisEnvironmentWindows,
    NdisEnvironmentWindowsNt
} NDIS_ENVIRONMENT_TYPE, *PNDIS_ENVIRONMENT_TYPE;

typedef enum _NDIS_PARAMETER_TYPE {
    NdisParameterInteger,
    NdisParameterHexInteger,
    NdisParameterString,
    NdisParameterMultiString,
    NdisParameterBinary
} NDIS_PARAMETER_TYPE, *PNDIS_PARAMETER_TYPE;

/* Any NDIS object that a driver allocates through NDIS. */
typedef struct _NDIS_GENERIC_OBJECT {
    NDIS_OBJECT_HEADER Header;
    PVOID Caller;
    PVOID CallersCaller;
    PDRIVER_OBJECT DriverObject;
} NDIS_GENERIC_OBJECT, *PNDIS_GENERIC_OBJECT;
#define NDIS_GENERIC_OBJECT_REVISION_1 1
#define NDIS_SIZEOF_GENERIC_OBJECT_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_GENERIC_OBJECT, DriverObject)

_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
PNDIS_GENERIC_OBJECT NdisAllocateGenericObject(
    _In_opt_ PDRIVER_OBJECT DriverObject, _In_ ULONG Tag, _In_ USHORT Size);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeGenericObject(_In_ PNDIS_GENERIC_OBJECT NdisObject);

/* Handlers that a driver registers besides its main ones begin alike. */
typedef NDIS_OBJECT_HEADER NDIS_DRIVER_OPTIONAL_HANDLERS, *PNDIS_DRIVER_OPTIONAL_HANDLERS;

/* A driver's say on options while it registers. */
typedef _Function_class_(SET_OPTIONS) _IRQL_requires_(PASSIVE_LEVEL)
NDIS_STATUS SET_OPTIONS(_In_ NDIS_HANDLE NdisDriverHandle, _In_ NDIS_HANDLE DriverContext);
typedef SET_OPTIONS *SET_OPTIONS_HANDLER;
typedef SET_OPTIONS FILTER_SET_OPTIONS, *FILTER_SET_OPTIONS_HANDLER;
typedef SET_OPTIONS MINIPORT_SET_OPTIONS, *MINIPORT_SET_OPTIONS_HANDLER;
typedef SET_OPTIONS PROTOCOL_SET_OPTIONS, *PROTOCOL_SET_OPTIONS_HANDLER;
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisSetOptionalHandlers(
    _In_ NDIS_HANDLE NdisHandle, _In_ PNDIS_DRIVER_OPTIONAL_HANDLERS OptionalHandlers);

/* Memory. */
#define NDIS_MEMORY_CONTIGUOUS 0x00000001
#define NDIS_MEMORY_NONCACHED 0x00000002
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
__drv_allocatesMem(Mem) PVOID NdisAllocateMemoryWithTagPriority(
    _In_ NDIS_HANDLE NdisHandle, _In_ UINT Length, _In_ ULONG Tag, _In_ EX_POOL_PRIORITY Priority);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisAllocateMemoryWithTag(
    _At_(*VirtualAddress, __drv_allocatesMem(Mem)) _Outptr_result_bytebuffer_(Length) PVOID *VirtualAddress,
    _In_ UINT Length, _In_ ULONG Tag);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisFreeMemory(_In_ __drv_freesMem(Mem) PVOID VirtualAddress, _In_ UINT Length, _In_ UINT MemoryFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.2.9200")
VOID NdisFreeMemoryWithTag(_In_ __drv_freesMem(Mem) PVOID VirtualAddress, _In_ ULONG Tag);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.2.9200")
VOID NdisFreeMemoryWithTagPriority(
    _In_ NDIS_HANDLE NdisHandle, _In_ __drv_freesMem(Mem) PVOID VirtualAddress, _In_ ULONG Tag);

#define NdisMoveMemory(destination, source, length) RtlCopyMemory(destination, source, length)
#define NdisCopyMemory(destination, source, length) RtlCopyMemory(destination, source, length)
#define NdisZeroMemory(destination, length) RtlZeroMemory(destination, length)
#define NdisFillMemory(destination, length, fill) RtlFillMemory(destination, length, fill)
#define NdisEqualMemory(first, second, length) RtlEqualMemory(first, second, length)
#define NdisRetrieveUlong(destination, source) RtlRetrieveUlong(destination, source)
#define NdisStoreUlong(destination, value) RtlStoreUlong(destination, value)
#define NdisMoveMappedMemory(destination, source, length) RtlCopyMemory(destination, source, length)
#define NdisZeroMappedMemory(destination, length) RtlZeroMemory(destination, length)
#define NdisMoveToMappedMemory(destination, source, length) NdisMoveMappedMemory(destination, source, length)
#define NdisMoveFromMappedMemory(destination, source, length) NdisMoveMappedMemory(destination, source, length)

#define NdisInitializeNPagedLookasideList(list, allocate, free, flags, size, tag, depth) \
    ExInitializeNPagedLookasideList(list, allocate, free, flags, size, tag, depth)
#define NdisDeleteNPagedLookasideList(list) ExDeleteNPagedLookasideList(list)
#define NdisAllocateFromNPagedLookasideList(list) ExAllocateFromNPagedLookasideList(list)
#define NdisFreeToNPagedLookasideList(list, entry) ExFreeToNPagedLookasideList(list, entry)

/* Strings. */
#define NdisInitUnicodeString(destination, source) RtlInitUnicodeString(destination, source)
#define NdisInitAnsiString(destination, source) RtlInitAnsiString(destination, source)
#define NdisEqualString(first, second, insensitive) RtlEqualUnicodeString(first, second, insensitive)
#define NdisEqualUnicodeString(first, second, insensitive) RtlEqualUnicodeString(first, second, insensitive)
#define NdisAnsiStringToUnicodeString(destination, source) RtlAnsiStringToUnicodeString(destination, source, FALSE)
#define NdisUnicodeStringToAnsiString(destination, source) RtlUnicodeStringToAnsiString(destination, source, FALSE)
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisUpcaseUnicodeString(_Out_ PUNICODE_STRING DestinationString, _In_ PUNICODE_STRING SourceString);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisInitializeString(
    _Out_ _At_(Destination->Buffer, __drv_allocatesMem(Mem)) PNDIS_STRING Destination, _In_ PUCHAR Source);
#define NdisFreeString(string) NdisFreeMemory((string).Buffer, (string).MaximumLength, 0)

/* The system. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.1.2600")
UINT NdisGetVersion(VOID);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
PVOID NdisGetRoutineAddress(_In_ PNDIS_STRING NdisRoutineName);
#define NdisGetSharedDataAlignment() KeGetRecommendedSharedDataAlignment()
#define NdisGetCurrentSystemTime(time) KeQuerySystemTime(time)
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisGetSystemUpTimeEx(_Out_ PLARGE_INTEGER pSystemUpTime);
#define NdisStallExecution(microseconds) KeStallExecutionProcessor(microseconds)
_IRQL_requires_max_(APC_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisMSleep(_In_ ULONG MicrosecondsToSleep);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisWriteEventLogEntry(
    _In_ PVOID LogHandle, _In_ NDIS_STATUS EventCode, _In_ ULONG UniqueEventValue, _In_ USHORT NumStrings,
    _In_opt_ PVOID StringsList, _In_ ULONG DataSize, _In_reads_bytes_opt_(DataSize) PVOID Data);
#define NDIS_CURRENT_IRQL() KeGetCurrentIrql()
#define NDIS_RAISE_IRQL_TO_DISPATCH(irql) (*(irql) = KeRaiseIrqlToDpcLevel())
#define NDIS_LOWER_IRQL(old, current)                                                                                  \
    {                                                                                                                  \
        if ((old) != (current))                                                                                        \
            KeLowerIrql(old);                                                                                          \
    }

/* Reading and writing registers and ports. */
#define NdisReadRegisterUchar(from, to) (*(to) = READ_REGISTER_UCHAR((volatile UCHAR *)(from)))
#define NdisReadRegisterUshort(from, to) (*(to) = READ_REGISTER_USHORT((volatile USHORT *)(from)))
#define NdisReadRegisterUlong(from, to) (*(to) = READ_REGISTER_ULONG((volatile ULONG *)(from)))
#define NdisWriteRegisterUchar(to, value) WRITE_REGISTER_UCHAR((volatile UCHAR *)(to), value)
#define NdisWriteRegisterUshort(to, value) WRITE_REGISTER_USHORT((volatile USHORT *)(to), value)
#define NdisWriteRegisterUlong(to, value) WRITE_REGISTER_ULONG((volatile ULONG *)(to), value)
#define NdisRawReadPortUchar(port, to) (*(to) = READ_PORT_UCHAR((PUCHAR)(port)))
#define NdisRawReadPortUshort(port, to) (*(to) = READ_PORT_USHORT((PUSHORT)(port)))
#define NdisRawReadPortUlong(port, to) (*(to) = READ_PORT_ULONG((PULONG)(port)))
#define NdisRawReadPortBufferUchar(port, buffer, count) READ_PORT_BUFFER_UCHAR((PUCHAR)(port), (PUCHAR)(buffer), count)
#define NdisRawReadPortBufferUshort(port, buffer, count) \
    READ_PORT_BUFFER_USHORT((PUSHORT)(port), (PUSHORT)(buffer), count)
#define NdisRawReadPortBufferUlong(port, buffer, count) READ_PORT_BUFFER_ULONG((PULONG)(port), (PULONG)(buffer), count)
#define NdisRawWritePortUchar(port, value) WRITE_PORT_UCHAR((PUCHAR)(port), (UCHAR)(value))
#define NdisRawWritePortUshort(port, value) WRITE_PORT_USHORT((PUSHORT)(port), (USHORT)(value))
#define NdisRawWritePortUlong(port, value) WRITE_PORT_ULONG((PULONG)(port), (ULONG)(value))
#define NdisRawWritePortBufferUchar(port, buffer, count) \
    WRITE_PORT_BUFFER_UCHAR((PUCHAR)(port), (PUCHAR)(buffer), count)
#define NdisRawWritePortBufferUshort(port, buffer, count) \
    WRITE_PORT_BUFFER_USHORT((PUSHORT)(port), (PUSHORT)(buffer), count)
#define NdisRawWritePortBufferUlong(port, buffer, count) \
    WRITE_PORT_BUFFER_ULONG((PULONG)(port), (PULONG)(buffer), count)

#ifdef __cplusplus
}
#endif
#endif
