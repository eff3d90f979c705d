/* Processors, as NDIS numbers them for receive-side scaling. Facts: the public reference. */
#ifndef WDK_NDIS_PROCESSOR_H
#define WDK_NDIS_PROCESSOR_H
#include "base.h"
#include <ntddndis.h>

#ifdef __cplusplus
extern "C" {
#endif

#define NDIS_MAX_PROCESSOR_COUNT 64

typedef struct _NDIS_PROCESSOR_INFO {
    ULONG CpuNumber;
    ULONG PhysicalPackageId;
    ULONG CoreId;
    ULONG HyperThreadID;
} NDIS_PROCESSOR_INFO, *PNDIS_PROCESSOR_INFO;

typedef struct _NDIS_SYSTEM_PROCESSOR_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_PROCESSOR_VENDOR ProcessorVendor;
    ULONG NumPhysicalPackages;
    ULONG NumCores;
    ULONG NumCoresPerPhysicalPackage;
    ULONG MaxHyperThreadingCpusPerCore;
    ULONG RssBaseCpu;
    ULONG RssCpuCount;
    PUCHAR RssProcessors;
    NDIS_PROCESSOR_INFO CpuInfo[NDIS_MAX_PROCESSOR_COUNT];
} NDIS_SYSTEM_PROCESSOR_INFO, *PNDIS_SYSTEM_PROCESSOR_INFO;
#define NDIS_SYSTEM_PROCESSOR_INFO_REVISION_1 1
#define NDIS_SIZEOF_SYSTEM_PROCESSOR_INFO_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_SYSTEM_PROCESSOR_INFO, CpuInfo)

_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisGetProcessorInformation(_Inout_ PNDIS_SYSTEM_PROCESSOR_INFO SystemProcessorInfo);
#if NDIS_SUPPORT_NDIS620
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.1.7600")
NDIS_STATUS NdisGetProcessorInformationEx(
    _In_opt_ NDIS_HANDLE NdisHandle, _Out_writes_bytes_to_opt_(*Size, *Size) PNDIS_SYSTEM_PROCESSOR_INFO_EX SystemProcessorInfo,
    _Inout_ PSIZE_T Size);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.1.7600")
NDIS_STATUS NdisGetRssProcessorInformation(
    _In_ NDIS_HANDLE NdisHandle, _Out_writes_bytes_to_opt_(*Size, *Size) PNDIS_RSS_PROCESSOR_INFO RssProcessorInfo,
    _Inout_ PSIZE_T Size);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.1.7600")
NDIS_STATUS NdisGetHypervisorInfo(_Inout_ PNDIS_HYPERVISOR_INFO HypervisorInfo);
#endif
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
ULONG NdisSystemProcessorCount(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.1.7600")
ULONG NdisSystemActiveProcessorCount(_Out_opt_ PKAFFINITY ActiveProcessors);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.1.7600")
USHORT NdisActiveGroupCount(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.1.7600")
USHORT NdisMaxGroupCount(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.1.7600")
ULONG NdisGroupMaxProcessorCount(_In_ USHORT Group);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.1.7600")
ULONG NdisGroupActiveProcessorCount(_In_ USHORT Group);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.1.7600")
KAFFINITY NdisGroupActiveProcessorMask(_In_ USHORT Group);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.1.7600")
PROCESSOR_NUMBER NdisCurrentGroupAndProcessor(VOID);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.1.7600")
ULONG NdisCurrentProcessorIndex(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.1.7600")
NTSTATUS NdisProcessorIndexToNumber(_In_ ULONG ProcIndex, _Out_ PPROCESSOR_NUMBER ProcNumber);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.1.7600")
ULONG NdisProcessorNumberToIndex(_In_ PROCESSOR_NUMBER ProcNumber);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisGetCurrentProcessorCpuUsage(_Out_ PULONG pCpuUsage);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.1.2600")
VOID NdisGetCurrentProcessorCounts(_Out_ PULONG pIdleCount, _Out_ PULONG pKernelAndUser, _Out_ PULONG pIndex);

#ifdef __cplusplus
}
#endif
#endif
