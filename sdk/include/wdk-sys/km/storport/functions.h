/*
 * The routines that storport.sys exports, and access to registers and ports, which is the kernel's own. Facts: the public reference
 * (storport.h).
 */
#ifndef WDK_STORPORT_FUNCTIONS_H
#define WDK_STORPORT_FUNCTIONS_H

#include "port.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _STOR_SCATTER_GATHER_ELEMENT {
    STOR_PHYSICAL_ADDRESS PhysicalAddress;
    ULONG Length;
    ULONG_PTR Reserved;
} STOR_SCATTER_GATHER_ELEMENT, *PSTOR_SCATTER_GATHER_ELEMENT;
typedef struct _STOR_SCATTER_GATHER_LIST {
    ULONG NumberOfElements;
    ULONG_PTR Reserved;
    _Field_size_(NumberOfElements) STOR_SCATTER_GATHER_ELEMENT List[];
} STOR_SCATTER_GATHER_LIST, *PSTOR_SCATTER_GATHER_LIST;

WDK_EXPORT("storport.sys", "5.2.3790")
ULONG StorPortInitialize(_In_ PVOID Argument1, _In_ PVOID Argument2,
    _In_ PHW_INITIALIZATION_DATA HwInitializationData, _In_opt_ PVOID HwContext);
WDK_EXPORT("storport.sys", "5.2.3790")
VOID StorPortNotification(_In_ SCSI_NOTIFICATION_TYPE NotificationType, _In_ PVOID HwDeviceExtension, ...);
WDK_EXPORT("storport.sys", "5.2.3790")
VOID StorPortLogError(_In_ PVOID HwDeviceExtension, _In_opt_ PSCSI_REQUEST_BLOCK Srb, _In_ UCHAR PathId,
    _In_ UCHAR TargetId, _In_ UCHAR Lun, _In_ ULONG ErrorCode, _In_ ULONG UniqueId);
WDK_EXPORT("storport.sys", "5.2.3790")
VOID StorPortCompleteRequest(_In_ PVOID HwDeviceExtension, _In_ UCHAR PathId, _In_ UCHAR TargetId, _In_ UCHAR Lun,
    _In_ UCHAR SrbStatus);
WDK_EXPORT("storport.sys", "5.2.3790")
VOID StorPortDebugPrint(_In_ ULONG DebugPrintLevel, _In_z_ _Printf_format_string_ PCSTR DebugMessage, ...);

/* The bus, registers, memory that the device sees. */
WDK_EXPORT("storport.sys", "5.2.3790")
ULONG StorPortGetBusData(_In_ PVOID DeviceExtension, _In_ ULONG BusDataType, _In_ ULONG SystemIoBusNumber,
    _In_ ULONG SlotNumber, _Out_writes_bytes_(Length) PVOID Buffer, _In_ ULONG Length);
WDK_EXPORT("storport.sys", "5.2.3790")
ULONG StorPortSetBusDataByOffset(_In_ PVOID DeviceExtension, _In_ ULONG BusDataType, _In_ ULONG SystemIoBusNumber,
    _In_ ULONG SlotNumber, _In_reads_bytes_(Length) PVOID Buffer, _In_ ULONG Offset, _In_ ULONG Length);
WDK_EXPORT("storport.sys", "5.2.3790")
PVOID StorPortGetDeviceBase(_In_ PVOID HwDeviceExtension, _In_ INTERFACE_TYPE BusType, _In_ ULONG SystemIoBusNumber,
    _In_ STOR_PHYSICAL_ADDRESS IoAddress, _In_ ULONG NumberOfBytes, _In_ BOOLEAN InIoSpace);
WDK_EXPORT("storport.sys", "5.2.3790")
VOID StorPortFreeDeviceBase(_In_ PVOID HwDeviceExtension, _In_ PVOID MappedAddress);
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortValidateRange(_In_ PVOID HwDeviceExtension, _In_ INTERFACE_TYPE BusType, _In_ ULONG SystemIoBusNumber,
    _In_ STOR_PHYSICAL_ADDRESS IoAddress, _In_ ULONG NumberOfBytes, _In_ BOOLEAN InIoSpace);
WDK_EXPORT("storport.sys", "5.2.3790")
PVOID StorPortGetUncachedExtension(_In_ PVOID HwDeviceExtension, _In_ PPORT_CONFIGURATION_INFORMATION ConfigInfo,
    _In_ ULONG NumberOfBytes);
WDK_EXPORT("storport.sys", "5.2.3790")
STOR_PHYSICAL_ADDRESS StorPortGetPhysicalAddress(_In_ PVOID HwDeviceExtension, _In_opt_ PSCSI_REQUEST_BLOCK Srb,
    _In_ PVOID VirtualAddress, _Out_ ULONG *Length);
WDK_EXPORT("storport.sys", "5.2.3790")
PVOID StorPortGetVirtualAddress(_In_ PVOID HwDeviceExtension, _In_ STOR_PHYSICAL_ADDRESS PhysicalAddress);
WDK_EXPORT("storport.sys", "5.2.3790")
PSTOR_SCATTER_GATHER_LIST StorPortGetScatterGatherList(_In_ PVOID DeviceExtension, _In_ PSCSI_REQUEST_BLOCK Srb);
WDK_EXPORT("storport.sys", "5.2.3790")
PVOID StorPortGetLogicalUnit(_In_ PVOID HwDeviceExtension, _In_ UCHAR PathId, _In_ UCHAR TargetId, _In_ UCHAR Lun);
WDK_EXPORT("storport.sys", "5.2.3790")
PSCSI_REQUEST_BLOCK StorPortGetSrb(_In_ PVOID DeviceExtension, _In_ UCHAR PathId, _In_ UCHAR TargetId, _In_ UCHAR Lun,
    _In_ LONG QueueTag);
WDK_EXPORT("storport.sys", "5.2.3790")
STOR_PHYSICAL_ADDRESS StorPortConvertUlongToPhysicalAddress(_In_ ULONG_PTR UlongAddress);
WDK_EXPORT("storport.sys", "5.2.3790")
VOID StorPortMoveMemory(_Out_writes_bytes_(Length) PVOID WriteBuffer, _In_reads_bytes_(Length) PVOID ReadBuffer,
    _In_ ULONG Length);

/* Queues: a busy adapter or unit gets nothing until so many requests are completed, or until it is ready. */
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortPause(_In_ PVOID HwDeviceExtension, _In_ ULONG Timeout);
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortResume(_In_ PVOID HwDeviceExtension);
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortPauseDevice(_In_ PVOID HwDeviceExtension, _In_ UCHAR PathId, _In_ UCHAR TargetId, _In_ UCHAR Lun,
    _In_ ULONG Timeout);
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortResumeDevice(_In_ PVOID HwDeviceExtension, _In_ UCHAR PathId, _In_ UCHAR TargetId, _In_ UCHAR Lun);
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortBusy(_In_ PVOID HwDeviceExtension, _In_ ULONG RequestsToComplete);
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortReady(_In_ PVOID HwDeviceExtension);
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortDeviceBusy(_In_ PVOID HwDeviceExtension, _In_ UCHAR PathId, _In_ UCHAR TargetId, _In_ UCHAR Lun,
    _In_ ULONG RequestsToComplete);
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortDeviceReady(_In_ PVOID HwDeviceExtension, _In_ UCHAR PathId, _In_ UCHAR TargetId, _In_ UCHAR Lun);
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortSetDeviceQueueDepth(_In_ PVOID HwDeviceExtension, _In_ UCHAR PathId, _In_ UCHAR TargetId,
    _In_ UCHAR Lun, _In_ ULONG Depth);

/* Synchronization and time. */
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortSynchronizeAccess(_In_ PVOID HwDeviceExtension,
    _In_ PSTOR_SYNCHRONIZED_ACCESS SynchronizedAccessRoutine, _In_opt_ PVOID Context);
WDK_EXPORT("storport.sys", "5.2.3790")
VOID StorPortStallExecution(_In_ ULONG Delay);
_IRQL_requires_max_(HIGH_LEVEL) WDK_EXPORT("storport.sys", "5.2.3790")
VOID StorPortQuerySystemTime(_Out_ PLARGE_INTEGER CurrentTime);

/* The registry. Type is MINIPORT_REG_*; Global: the driver's parameters, or else those of the adapter's number. */
#define MINIPORT_REG_SZ 1
#define MINIPORT_REG_BINARY 3
#define MINIPORT_REG_DWORD 4
WDK_EXPORT("storport.sys", "5.2.3790")
PUCHAR StorPortAllocateRegistryBuffer(_In_ PVOID HwDeviceExtension, _In_ PULONG Length);
WDK_EXPORT("storport.sys", "5.2.3790")
VOID StorPortFreeRegistryBuffer(_In_ PVOID HwDeviceExtension, _In_ PUCHAR Buffer);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortRegistryRead(_In_ PVOID HwDeviceExtension, _In_ PUCHAR ValueName, _In_ ULONG Global, _In_ ULONG Type,
    _In_ PUCHAR Buffer, _In_ PULONG BufferLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortRegistryWrite(_In_ PVOID HwDeviceExtension, _In_ PUCHAR ValueName, _In_ ULONG Global, _In_ ULONG Type,
    _In_ PUCHAR Buffer, _In_ ULONG BufferLength);
WDK_EXPORT("storport.sys", "5.2.3790")
BOOLEAN StorPortReadDriverRegistry(_In_ PVOID DriverObject, _In_ PUCHAR ValueName, _Inout_ PULONG ValueDataLength,
    _In_ ULONG ValueType, _Out_ PVOID ValueData);

/* Conversions that are Windows' own inlines. */
#define StorPortConvertPhysicalAddressToUlong(Address) ((ULONG)((Address).LowPart))
#define StorPortConvertPhysicalAddressToULongPtr(Address) ((ULONG_PTR)((Address).QuadPart))
FORCEINLINE STOR_PHYSICAL_ADDRESS StorPortConvertUlong64ToPhysicalAddress(_In_ ULONG64 UlongAddress)
{
    STOR_PHYSICAL_ADDRESS address;
    address.QuadPart = (LONGLONG)UlongAddress;
    return address;
}
FORCEINLINE ULONG64 StorPortConvertPhysicalAddressToUlong64(_In_ STOR_PHYSICAL_ADDRESS Address)
{
    return (ULONG64)Address.QuadPart;
}
#define StorPortCopyMemory(d, s, l) RtlCopyMemory((d), (s), (l))

/* Registers and ports. `h` is the device extension, which Storport on 64 bits does not need. */
#define StorPortReadPortUchar(h, p) READ_PORT_UCHAR(p)
#define StorPortReadPortUshort(h, p) READ_PORT_USHORT(p)
#define StorPortReadPortUlong(h, p) READ_PORT_ULONG(p)
#define StorPortReadPortBufferUchar(h, p, b, c) READ_PORT_BUFFER_UCHAR(p, b, c)
#define StorPortReadPortBufferUshort(h, p, b, c) READ_PORT_BUFFER_USHORT(p, b, c)
#define StorPortReadPortBufferUlong(h, p, b, c) READ_PORT_BUFFER_ULONG(p, b, c)
#define StorPortWritePortUchar(h, p, v) WRITE_PORT_UCHAR(p, v)
#define StorPortWritePortUshort(h, p, v) WRITE_PORT_USHORT(p, v)
#define StorPortWritePortUlong(h, p, v) WRITE_PORT_ULONG(p, v)
#define StorPortWritePortBufferUchar(h, p, b, c) WRITE_PORT_BUFFER_UCHAR(p, b, c)
#define StorPortWritePortBufferUshort(h, p, b, c) WRITE_PORT_BUFFER_USHORT(p, b, c)
#define StorPortWritePortBufferUlong(h, p, b, c) WRITE_PORT_BUFFER_ULONG(p, b, c)
#define StorPortReadRegisterUchar(h, r) READ_REGISTER_UCHAR(r)
#define StorPortReadRegisterUshort(h, r) READ_REGISTER_USHORT(r)
#define StorPortReadRegisterUlong(h, r) READ_REGISTER_ULONG(r)
#define StorPortReadRegisterUlong64(h, r) READ_REGISTER_ULONG64(r)
#define StorPortReadRegisterBufferUchar(h, r, b, c) READ_REGISTER_BUFFER_UCHAR(r, b, c)
#define StorPortReadRegisterBufferUshort(h, r, b, c) READ_REGISTER_BUFFER_USHORT(r, b, c)
#define StorPortReadRegisterBufferUlong(h, r, b, c) READ_REGISTER_BUFFER_ULONG(r, b, c)
#define StorPortReadRegisterBufferUlong64(h, r, b, c) READ_REGISTER_BUFFER_ULONG64(r, b, c)
#define StorPortWriteRegisterUchar(h, r, v) WRITE_REGISTER_UCHAR(r, v)
#define StorPortWriteRegisterUshort(h, r, v) WRITE_REGISTER_USHORT(r, v)
#define StorPortWriteRegisterUlong(h, r, v) WRITE_REGISTER_ULONG(r, v)
#define StorPortWriteRegisterUlong64(h, r, v) WRITE_REGISTER_ULONG64(r, v)
#define StorPortWriteRegisterBufferUchar(h, r, b, c) WRITE_REGISTER_BUFFER_UCHAR(r, b, c)
#define StorPortWriteRegisterBufferUshort(h, r, b, c) WRITE_REGISTER_BUFFER_USHORT(r, b, c)
#define StorPortWriteRegisterBufferUlong(h, r, b, c) WRITE_REGISTER_BUFFER_ULONG(r, b, c)
#define StorPortWriteRegisterBufferUlong64(h, r, b, c) WRITE_REGISTER_BUFFER_ULONG64(r, b, c)

#if DBG
#define DebugPrint(x) StorPortDebugPrint x
#else
#define DebugPrint(x)
#endif

#ifdef __cplusplus
}
#endif
#endif
