/* Memory that survives a kernel soft restart (KSR). Facts: the public reference. */
#ifndef WDK_NT_KSR_H
#define WDK_NT_KSR_H

#include "io.h"

#ifdef __cplusplus
extern "C" {
#endif

_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.19041")
NTSTATUS IoReserveKsrPersistentMemory(
    _In_ PDRIVER_OBJECT DriverObject, _In_opt_ PDEVICE_OBJECT PhysicalDeviceObject, _In_ SIZE_T Size, _In_ ULONG Flags,
    _Outptr_ PVOID *DataHandle);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.19041")
NTSTATUS IoFreeKsrPersistentMemory(_In_ PVOID DataHandle);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.19041")
NTSTATUS IoQueryKsrPersistentMemorySize(
    _In_ PDRIVER_OBJECT DriverObject, _In_opt_ PDEVICE_OBJECT PhysicalDeviceObject, _Out_ PSIZE_T BufferSize);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.19041")
NTSTATUS IoAcquireKsrPersistentMemory(
    _In_ PDRIVER_OBJECT DriverObject, _In_opt_ PDEVICE_OBJECT PhysicalDeviceObject,
    _Out_writes_bytes_(*Size) PVOID Buffer, _Inout_ PSIZE_T Size);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.19041")
NTSTATUS IoWriteKsrPersistentMemory(
    _In_ PVOID DataHandle, _In_reads_bytes_(Size) PVOID Buffer, _In_ SIZE_T Size);

#ifdef __cplusplus
}
#endif
#endif
