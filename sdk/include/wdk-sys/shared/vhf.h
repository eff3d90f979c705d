/* vhf.h: Virtual HID Framework, HID devices made by a driver. */
#ifndef WDK_VHF_H
#define WDK_VHF_H
#include <hidclass.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef PVOID VHFHANDLE, *PVHFHANDLE;
typedef PVOID VHFOPERATIONHANDLE, *PVHFOPERATIONHANDLE;

typedef _Function_class_(EVT_VHF_READY_FOR_NEXT_READ_REPORT) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID EVT_VHF_READY_FOR_NEXT_READ_REPORT(_In_ PVOID VhfClientContext);
typedef EVT_VHF_READY_FOR_NEXT_READ_REPORT *PEVT_VHF_READY_FOR_NEXT_READ_REPORT;
typedef _Function_class_(EVT_VHF_ASYNC_OPERATION) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID EVT_VHF_ASYNC_OPERATION(
    _In_ PVOID VhfClientContext, _In_ VHFOPERATIONHANDLE VhfOperationHandle, _In_opt_ PVOID VhfOperationContext,
    _In_ PHID_XFER_PACKET HidTransferPacket);
typedef EVT_VHF_ASYNC_OPERATION *PEVT_VHF_ASYNC_OPERATION;
typedef _Function_class_(EVT_VHF_CLEANUP) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID EVT_VHF_CLEANUP(_In_ PVOID VhfClientContext);
typedef EVT_VHF_CLEANUP *PEVT_VHF_CLEANUP;

typedef struct _VHF_CONFIG {
    ULONG Size;
    PVOID VhfClientContext;
    ULONG OperationContextSize;
#if defined(_KERNEL_MODE) || defined(_NTDDK_) || defined(_WDMDDK_)
    PDEVICE_OBJECT DeviceObject;
#else
    HANDLE FileHandle;
#endif
    USHORT VendorID;
    USHORT ProductID;
    USHORT VersionNumber;
    GUID ContainerID;
    USHORT InstanceIDLength;
    _Field_size_bytes_opt_(InstanceIDLength) PWSTR InstanceID;
    USHORT ReportDescriptorLength;
    _Field_size_full_(ReportDescriptorLength) PUCHAR ReportDescriptor;
    PEVT_VHF_READY_FOR_NEXT_READ_REPORT EvtVhfReadyForNextReadReport;
    PEVT_VHF_ASYNC_OPERATION EvtVhfAsyncOperationGetFeature;
    PEVT_VHF_ASYNC_OPERATION EvtVhfAsyncOperationSetFeature;
    PEVT_VHF_ASYNC_OPERATION EvtVhfAsyncOperationWriteReport;
    PEVT_VHF_ASYNC_OPERATION EvtVhfAsyncOperationGetInputReport;
    PEVT_VHF_CLEANUP EvtVhfCleanup;
    USHORT HardwareIDsLength;
    _Field_size_bytes_opt_(HardwareIDsLength) PWSTR HardwareIDs;
} VHF_CONFIG, *PVHF_CONFIG;

FORCEINLINE VOID VHF_CONFIG_INIT(_Out_ PVHF_CONFIG Config,
#if defined(_KERNEL_MODE) || defined(_NTDDK_) || defined(_WDMDDK_)
    _In_ PDEVICE_OBJECT DeviceObject,
#else
    _In_ HANDLE FileHandle,
#endif
    _In_ USHORT ReportDescriptorLength, _In_reads_bytes_(ReportDescriptorLength) PUCHAR ReportDescriptor)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
#if defined(_KERNEL_MODE) || defined(_NTDDK_) || defined(_WDMDDK_)
    Config->DeviceObject = DeviceObject;
#else
    Config->FileHandle = FileHandle;
#endif
    Config->ReportDescriptorLength = ReportDescriptorLength;
    Config->ReportDescriptor = ReportDescriptor;
}

/* vhfkm.lib is a static library: it opens vhf.sys by request. In user mode these are exports of vhfum.dll. */
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_
NTSTATUS VhfCreate(_In_ PVHF_CONFIG VhfConfig, _Out_ VHFHANDLE *VhfHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_
NTSTATUS VhfStart(_In_ VHFHANDLE VhfHandle);
VOID VhfDelete(_In_ VHFHANDLE VhfHandle, _In_ BOOLEAN Wait);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_
NTSTATUS VhfReadReportSubmit(_In_ VHFHANDLE VhfHandle, _In_ PHID_XFER_PACKET HidTransferPacket);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_
NTSTATUS VhfAsyncOperationComplete(_In_ VHFOPERATIONHANDLE VhfOperationHandle, _In_ NTSTATUS CompletionStatus);

#ifdef __cplusplus
}
#endif
#endif
