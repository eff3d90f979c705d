/* A miniport's hardware: interrupts, ports, DMA, shared memory, configuration space. Facts: the public reference. */
#ifndef WDK_NDIS_HARDWARE_H
#define WDK_NDIS_HARDWARE_H
#include "indicate.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Interrupts. */
typedef enum _NDIS_INTERRUPT_TYPE {
    NDIS_CONNECT_LINE_BASED = 1,
    NDIS_CONNECT_MESSAGE_BASED
} NDIS_INTERRUPT_TYPE, *PNDIS_INTERRUPT_TYPE;

/* How much an interrupt's DPC may indicate (the fourth argument of the handlers, since NDIS 6.20). */
typedef struct _NDIS_RECEIVE_THROTTLE_PARAMETERS {
    _In_ ULONG MaxNblsToIndicate;
    _Out_ ULONG MoreNblsPending : 1;
} NDIS_RECEIVE_THROTTLE_PARAMETERS, *PNDIS_RECEIVE_THROTTLE_PARAMETERS;
#define NDIS_INDICATE_ALL_NBLS (~0ul)

typedef _Function_class_(MINIPORT_ISR) _IRQL_requires_min_(DISPATCH_LEVEL) _IRQL_requires_same_
BOOLEAN MINIPORT_ISR(
    _In_ NDIS_HANDLE MiniportInterruptContext, _Out_ PBOOLEAN QueueDefaultInterruptDpc, _Out_ PULONG TargetProcessors);
typedef MINIPORT_ISR MINIPORT_INTERRUPT, *MINIPORT_ISR_HANDLER, *MINIPORT_INTERRUPT_HANDLER;
typedef _Function_class_(MINIPORT_INTERRUPT_DPC) _IRQL_requires_(DISPATCH_LEVEL) _IRQL_requires_same_
VOID MINIPORT_INTERRUPT_DPC(
    _In_ NDIS_HANDLE MiniportInterruptContext, _In_ PVOID MiniportDpcContext, _In_ PVOID ReceiveThrottleParameters,
    _In_ PVOID NdisReserved2);
typedef MINIPORT_INTERRUPT_DPC *MINIPORT_INTERRUPT_DPC_HANDLER;
typedef _Function_class_(MINIPORT_DISABLE_INTERRUPT) _IRQL_requires_same_
VOID MINIPORT_DISABLE_INTERRUPT(_In_ NDIS_HANDLE MiniportInterruptContext);
typedef MINIPORT_DISABLE_INTERRUPT *MINIPORT_DISABLE_INTERRUPT_HANDLER;
typedef _Function_class_(MINIPORT_ENABLE_INTERRUPT) _IRQL_requires_same_
VOID MINIPORT_ENABLE_INTERRUPT(_In_ NDIS_HANDLE MiniportInterruptContext);
typedef MINIPORT_ENABLE_INTERRUPT *MINIPORT_ENABLE_INTERRUPT_HANDLER;
typedef _Function_class_(MINIPORT_MSI_ISR) _IRQL_requires_min_(DISPATCH_LEVEL) _IRQL_requires_same_
BOOLEAN MINIPORT_MSI_ISR(
    _In_ NDIS_HANDLE MiniportInterruptContext, _In_ ULONG MessageId, _Out_ PBOOLEAN QueueDefaultInterruptDpc,
    _Out_ PULONG TargetProcessors);
typedef MINIPORT_MSI_ISR MINIPORT_MESSAGE_INTERRUPT, *MINIPORT_MSI_ISR_HANDLER, *MINIPORT_MESSAGE_INTERRUPT_HANDLER;
typedef _Function_class_(MINIPORT_MESSAGE_INTERRUPT_DPC) _IRQL_requires_(DISPATCH_LEVEL) _IRQL_requires_same_
VOID MINIPORT_MESSAGE_INTERRUPT_DPC(
    _In_ NDIS_HANDLE MiniportInterruptContext, _In_ ULONG MessageId, _In_ PVOID MiniportDpcContext,
    _In_ PVOID ReceiveThrottleParameters, _In_ PVOID NdisReserved2);
typedef MINIPORT_MESSAGE_INTERRUPT_DPC *MINIPORT_MESSAGE_INTERRUPT_DPC_HANDLER;
typedef _Function_class_(MINIPORT_DISABLE_MESSAGE_INTERRUPT) _IRQL_requires_same_
VOID MINIPORT_DISABLE_MESSAGE_INTERRUPT(_In_ NDIS_HANDLE MiniportInterruptContext, _In_ ULONG MessageId);
typedef MINIPORT_DISABLE_MESSAGE_INTERRUPT *MINIPORT_DISABLE_MESSAGE_INTERRUPT_HANDLER;
typedef _Function_class_(MINIPORT_ENABLE_MESSAGE_INTERRUPT) _IRQL_requires_same_
VOID MINIPORT_ENABLE_MESSAGE_INTERRUPT(_In_ NDIS_HANDLE MiniportInterruptContext, _In_ ULONG MessageId);
typedef MINIPORT_ENABLE_MESSAGE_INTERRUPT *MINIPORT_ENABLE_MESSAGE_INTERRUPT_HANDLER;
typedef _Function_class_(MINIPORT_SYNCHRONIZE_INTERRUPT) _IRQL_requires_same_
BOOLEAN MINIPORT_SYNCHRONIZE_INTERRUPT(_In_ NDIS_HANDLE SynchronizeContext);
typedef MINIPORT_SYNCHRONIZE_INTERRUPT *MINIPORT_SYNCHRONIZE_INTERRUPT_HANDLER;
typedef MINIPORT_SYNCHRONIZE_INTERRUPT MINIPORT_SYNCHRONIZE_MESSAGE_INTERRUPT, *MINIPORT_SYNCHRONIZE_MESSAGE_INTERRUPT_HANDLER;

typedef struct _NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS {
    _In_ NDIS_OBJECT_HEADER Header;
    _In_ MINIPORT_ISR_HANDLER InterruptHandler;
    _In_ MINIPORT_INTERRUPT_DPC_HANDLER InterruptDpcHandler;
    _In_ MINIPORT_DISABLE_INTERRUPT_HANDLER DisableInterruptHandler;
    _In_ MINIPORT_ENABLE_INTERRUPT_HANDLER EnableInterruptHandler;
    _In_ BOOLEAN MsiSupported;
    _In_ BOOLEAN MsiSyncWithAllMessages;
    _In_ MINIPORT_MSI_ISR_HANDLER MessageInterruptHandler;
    _In_ MINIPORT_MESSAGE_INTERRUPT_DPC_HANDLER MessageInterruptDpcHandler;
    _In_ MINIPORT_DISABLE_MESSAGE_INTERRUPT_HANDLER DisableMessageInterruptHandler;
    _In_ MINIPORT_ENABLE_MESSAGE_INTERRUPT_HANDLER EnableMessageInterruptHandler;
    _Out_ NDIS_INTERRUPT_TYPE InterruptType;
    _Out_ PIO_INTERRUPT_MESSAGE_INFO MessageInfoTable;
} NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS, *PNDIS_MINIPORT_INTERRUPT_CHARACTERISTICS;
#define NDIS_MINIPORT_INTERRUPT_REVISION_1 1
#define NDIS_SIZEOF_MINIPORT_INTERRUPT_CHARACTERISTICS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS, MessageInfoTable)

_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisMRegisterInterruptEx(
    _In_ NDIS_HANDLE MiniportAdapterHandle, _In_ NDIS_HANDLE MiniportInterruptContext,
    _In_ PNDIS_MINIPORT_INTERRUPT_CHARACTERISTICS MiniportInterruptCharacteristics,
    _Out_ PNDIS_HANDLE NdisInterruptHandle);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisMDeregisterInterruptEx(_In_ NDIS_HANDLE NdisInterruptHandle);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.0.6000")
ULONG NdisMQueueDpc(
    _In_ NDIS_HANDLE NdisInterruptHandle, _In_ ULONG MessageId, _In_ ULONG TargetProcessors,
    _In_opt_ PVOID MiniportDpcContext);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.1.7600")
KAFFINITY NdisMQueueDpcEx(
    _In_ NDIS_HANDLE NdisInterruptHandle, _In_ ULONG MessageId, _In_ PGROUP_AFFINITY TargetProcessors,
    _In_opt_ PVOID MiniportDpcContext);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.0.6000")
BOOLEAN NdisMSynchronizeWithInterruptEx(
    _In_ NDIS_HANDLE NdisInterruptHandle, _In_ ULONG MessageId,
    _In_ MINIPORT_SYNCHRONIZE_INTERRUPT_HANDLER SynchronizeFunction, _In_ PVOID SynchronizeContext);

#if NDIS_SUPPORT_NDIS61
typedef enum _NDIS_MSIX_TABLE_OPERATION {
    NdisMSIXTableConfigSetTableEntry,
    NdisMSIXTableConfigMaskTableEntry,
    NdisMSIXTableConfigUnmaskTableEntry,
    NdisMSIXTableConfigMax
} NDIS_MSIX_TABLE_OPERATION, *PNDIS_MSIX_TABLE_OPERATION;
typedef struct _NDIS_MSIX_CONFIG_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    NDIS_MSIX_TABLE_OPERATION ConfigOperation;
    ULONG TableEntry;
    ULONG MessageNumber;
} NDIS_MSIX_CONFIG_PARAMETERS, *PNDIS_MSIX_CONFIG_PARAMETERS;
#define NDIS_MSIX_CONFIG_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_MSIX_CONFIG_PARAMETERS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_MSIX_CONFIG_PARAMETERS, MessageNumber)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6001")
NDIS_STATUS NdisMConfigMSIXTableEntry(
    _In_ NDIS_HANDLE NdisMiniportHandle, _In_ PNDIS_MSIX_CONFIG_PARAMETERS MSIXConfigParameters);
#endif

/* I/O ports and memory. */
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisMRegisterIoPortRange(
    _Outptr_ PVOID *PortOffset, _In_ NDIS_HANDLE MiniportAdapterHandle, _In_ UINT InitialPort, _In_ UINT NumberOfPorts);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisMDeregisterIoPortRange(
    _In_ NDIS_HANDLE MiniportAdapterHandle, _In_ UINT InitialPort, _In_ UINT NumberOfPorts, _In_ PVOID PortOffset);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisMMapIoSpace(
    _Outptr_result_bytebuffer_(Length) PVOID *VirtualAddress, _In_ NDIS_HANDLE MiniportAdapterHandle,
    _In_ NDIS_PHYSICAL_ADDRESS PhysicalAddress, _In_ UINT Length);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisMUnmapIoSpace(
    _In_ NDIS_HANDLE MiniportAdapterHandle, _In_reads_bytes_(Length) PVOID VirtualAddress, _In_ UINT Length);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.0.6000")
ULONG NdisMGetBusData(
    _In_ NDIS_HANDLE NdisMiniportHandle, _In_ ULONG WhichSpace, _In_ ULONG Offset,
    _Out_writes_bytes_to_(Length, return) PVOID Buffer, _In_ ULONG Length);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.0.6000")
ULONG NdisMSetBusData(
    _In_ NDIS_HANDLE NdisMiniportHandle, _In_ ULONG WhichSpace, _In_ ULONG Offset, _In_reads_bytes_(Length) PVOID Buffer,
    _In_ ULONG Length);

/* Scatter-gather DMA. */
typedef _Function_class_(MINIPORT_PROCESS_SG_LIST) _IRQL_requires_(DISPATCH_LEVEL) _IRQL_requires_same_
VOID MINIPORT_PROCESS_SG_LIST(
    _In_ PDEVICE_OBJECT pDO, _In_ PVOID Reserved, _In_ PSCATTER_GATHER_LIST pSGL, _In_ PVOID Context);
typedef MINIPORT_PROCESS_SG_LIST *MINIPORT_PROCESS_SG_LIST_HANDLER;
typedef _Function_class_(MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE) _IRQL_requires_(PASSIVE_LEVEL)
VOID MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE(
    _In_ NDIS_HANDLE MiniportAdapterContext, _In_ PVOID VirtualAddress, _In_ PNDIS_PHYSICAL_ADDRESS PhysicalAddress,
    _In_ ULONG Length, _In_ PVOID Context);
typedef MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE *MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE_HANDLER;
#define NDIS_SG_DMA_64_BIT_ADDRESS 0x00000001
#define NDIS_SG_DMA_V3_HAL_API 0x00000002
#define NDIS_SG_DMA_HYBRID_DMA 0x00000004
typedef struct _NDIS_SG_DMA_DESCRIPTION {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    ULONG MaximumPhysicalMapping;
    MINIPORT_PROCESS_SG_LIST_HANDLER ProcessSGListHandler;
    MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE_HANDLER SharedMemAllocateCompleteHandler;
    ULONG ScatterGatherListSize;
} NDIS_SG_DMA_DESCRIPTION, *PNDIS_SG_DMA_DESCRIPTION;
#define NDIS_SG_DMA_DESCRIPTION_REVISION_1 1
#define NDIS_SG_DMA_DESCRIPTION_REVISION_2 2
#define NDIS_SIZEOF_SG_DMA_DESCRIPTION_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_SG_DMA_DESCRIPTION, ScatterGatherListSize)
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisMRegisterScatterGatherDma(
    _In_ NDIS_HANDLE MiniportAdapterHandle, _Inout_ PNDIS_SG_DMA_DESCRIPTION DmaDescription,
    _Out_ PNDIS_HANDLE NdisMiniportDmaHandle);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisMDeregisterScatterGatherDma(_In_ NDIS_HANDLE NdisMiniportDmaHandle);
#define NDIS_SG_LIST_WRITE_TO_DEVICE 0x000000001
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisMAllocateNetBufferSGList(
    _In_ NDIS_HANDLE NdisMiniportDmaHandle, _In_ PNET_BUFFER NetBuffer, _In_ PVOID Context, _In_ ULONG Flags,
    _In_reads_bytes_opt_(ScatterGatherListBufferSize) PVOID ScatterGatherListBuffer, _In_ ULONG ScatterGatherListBufferSize);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisMFreeNetBufferSGList(
    _In_ NDIS_HANDLE NdisMiniportDmaHandle, _In_ PSCATTER_GATHER_LIST pSGL, _In_ PNET_BUFFER NetBuffer);

/* Memory that driver and adapter share. */
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisMAllocateSharedMemory(
    _In_ NDIS_HANDLE MiniportAdapterHandle, _In_ ULONG Length, _In_ BOOLEAN Cached,
    _Outptr_result_bytebuffer_(Length) PVOID *VirtualAddress, _Out_ PNDIS_PHYSICAL_ADDRESS PhysicalAddress);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisMAllocateSharedMemoryAsyncEx(
    _In_ NDIS_HANDLE MiniportDmaHandle, _In_ ULONG Length, _In_ BOOLEAN Cached, _In_ PVOID Context);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisMFreeSharedMemory(
    _In_ NDIS_HANDLE MiniportAdapterHandle, _In_ ULONG Length, _In_ BOOLEAN Cached, _In_ PVOID VirtualAddress,
    _In_ NDIS_PHYSICAL_ADDRESS PhysicalAddress);

#if NDIS_SUPPORT_NDIS620
typedef enum _NDIS_SHARED_MEMORY_USAGE {
    NdisSharedMemoryUsageUndefined,
    NdisSharedMemoryUsageXmit,
    NdisSharedMemoryUsageXmitHeader,
    NdisSharedMemoryUsageXmitData,
    NdisSharedMemoryUsageReceive,
    NdisSharedMemoryUsageReceiveLookahead,
    NdisSharedMemoryUsageReceivePostLookahead,
    NdisSharedMemoryUsageReceiveHeader,
    NdisSharedMemoryUsageReceiveData,
    NdisSharedMemoryUsageOther,
    NdisSharedMemoryUsageMax
} NDIS_SHARED_MEMORY_USAGE, *PNDIS_SHARED_MEMORY_USAGE;
#define NDIS_SHARED_MEM_PARAMETERS_CONTIGUOUS 0x00000001
#define NDIS_SHARED_MEM_PARAMETERS_CONTIGOUS NDIS_SHARED_MEM_PARAMETERS_CONTIGUOUS
typedef struct _NDIS_SHARED_MEMORY_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_HANDLE SharedMemoryHandle;
    NODE_REQUIREMENT PreferredNode;
    NDIS_SHARED_MEMORY_USAGE Usage;
    ULONG Length;
    PVOID VirtualAddress;
    ULONG SGListBufferLength;
    PSCATTER_GATHER_LIST SGListBuffer;
#if NDIS_SUPPORT_NDIS630
    NDIS_NIC_SWITCH_VPORT_ID VPortId;
#endif
} NDIS_SHARED_MEMORY_PARAMETERS, *PNDIS_SHARED_MEMORY_PARAMETERS;
#define NDIS_SHARED_MEMORY_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_SHARED_MEMORY_PARAMETERS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_SHARED_MEMORY_PARAMETERS, SGListBuffer)
#if NDIS_SUPPORT_NDIS630
#define NDIS_SHARED_MEMORY_PARAMETERS_REVISION_2 2
#define NDIS_SIZEOF_SHARED_MEMORY_PARAMETERS_REVISION_2 RTL_SIZEOF_THROUGH_FIELD(NDIS_SHARED_MEMORY_PARAMETERS, VPortId)
#endif
_Must_inspect_result_ _IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.1.7600")
NDIS_STATUS NdisAllocateSharedMemory(
    _In_ NDIS_HANDLE NdisHandle, _In_ PNDIS_SHARED_MEMORY_PARAMETERS SharedMemoryParameters,
    _Out_ PNDIS_HANDLE pAllocationHandle);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.1.7600")
VOID NdisFreeSharedMemory(_In_ NDIS_HANDLE NdisHandle, _In_ NDIS_HANDLE AllocationHandle);

typedef _Function_class_(ALLOCATE_SHARED_MEMORY) _IRQL_requires_(PASSIVE_LEVEL)
NDIS_STATUS ALLOCATE_SHARED_MEMORY(
    _In_ NDIS_HANDLE ProviderContext, _In_ PNDIS_SHARED_MEMORY_PARAMETERS SharedMemoryParameters,
    _Out_ PNDIS_HANDLE pSharedMemoryProviderContext);
typedef ALLOCATE_SHARED_MEMORY *ALLOCATE_SHARED_MEMORY_HANDLER;
typedef ALLOCATE_SHARED_MEMORY NDIS_ALLOCATE_SHARED_MEMORY, *NDIS_ALLOCATE_SHARED_MEMORY_HANDLER;
typedef _Function_class_(FREE_SHARED_MEMORY) _IRQL_requires_(PASSIVE_LEVEL)
VOID FREE_SHARED_MEMORY(_In_ NDIS_HANDLE ProviderContext, _In_ NDIS_HANDLE SharedMemoryProviderContext);
typedef FREE_SHARED_MEMORY *FREE_SHARED_MEMORY_HANDLER;
typedef FREE_SHARED_MEMORY NDIS_FREE_SHARED_MEMORY, *NDIS_FREE_SHARED_MEMORY_HANDLER;
typedef struct _NDIS_SHARED_MEMORY_PROVIDER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_HANDLE ProviderContext;
    ALLOCATE_SHARED_MEMORY_HANDLER AllocateSharedMemoryHandler;
    FREE_SHARED_MEMORY_HANDLER FreeSharedMemoryHandler;
} NDIS_SHARED_MEMORY_PROVIDER_CHARACTERISTICS, *PNDIS_SHARED_MEMORY_PROVIDER_CHARACTERISTICS;
#define NDIS_SHARED_MEMORY_PROVIDER_CHARACTERISTICS_REVISION_1 1
#define NDIS_SIZEOF_SHARED_MEMORY_PROVIDER_CHARACTERISTICS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_SHARED_MEMORY_PROVIDER_CHARACTERISTICS, FreeSharedMemoryHandler)
#define NDIS_SHARED_MEMORY_PROVIDER_CHAR_SUPPORTS_PF_VPORTS 0x00000001

typedef _Function_class_(NDIS_PROCESS_SG_LIST) _IRQL_requires_(DISPATCH_LEVEL) _IRQL_requires_same_
VOID NDIS_PROCESS_SG_LIST(
    _In_ PDEVICE_OBJECT pDO, _In_ PVOID Reserved, _In_ PSCATTER_GATHER_LIST pSGL, _In_ PVOID Context);
typedef NDIS_PROCESS_SG_LIST *NDIS_PROCESS_SG_LIST_HANDLER;
typedef struct _NDIS_SCATTER_GATHER_LIST_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_RECEIVE_QUEUE_ID QueueId;
    NDIS_SHARED_MEMORY_USAGE SharedMemoryUsage;
    PMDL Mdl;
    PVOID CurrentVa;
    ULONG Length;
    NDIS_PROCESS_SG_LIST_HANDLER ProcessSGListHandler;
    PVOID Context;
    PSCATTER_GATHER_LIST ScatterGatherListBuffer;
    ULONG ScatterGatherListBufferSize;
    ULONG ScatterGatherListBufferSizeNeeded;
} NDIS_SCATTER_GATHER_LIST_PARAMETERS, *PNDIS_SCATTER_GATHER_LIST_PARAMETERS;
#define NDIS_SCATTER_GATHER_LIST_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_SCATTER_GATHER_LIST_PARAMETERS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_SCATTER_GATHER_LIST_PARAMETERS, ScatterGatherListBufferSizeNeeded)
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("6.1.7600")
NDIS_STATUS NdisBuildScatterGatherList(
    _In_ NDIS_HANDLE NdisHandle, _In_ PNDIS_SCATTER_GATHER_LIST_PARAMETERS SGListParameters);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("6.1.7600")
VOID NdisFreeScatterGatherList(
    _In_ NDIS_HANDLE NdisHandle, _In_ PSCATTER_GATHER_LIST ScatterGatherListBuffer, _In_ BOOLEAN WriteToDevice);
#endif

/* Slave DMA. */
typedef struct _NDIS_DMA_DESCRIPTION {
    BOOLEAN DemandMode;
    BOOLEAN AutoInitialize;
    BOOLEAN DmaChannelSpecified;
    DMA_WIDTH DmaWidth;
    DMA_SPEED DmaSpeed;
    ULONG DmaPort;
    ULONG DmaChannel;
} NDIS_DMA_DESCRIPTION, *PNDIS_DMA_DESCRIPTION;
#define NDIS_DMA_24BITS 0
#define NDIS_DMA_32BITS 1
#define NDIS_DMA_64BITS 2
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisMRegisterDmaChannel(
    _Out_ PNDIS_HANDLE MiniportDmaHandle, _In_ NDIS_HANDLE MiniportAdapterHandle, _In_ UINT DmaChannel,
    _In_ BOOLEAN Dma32BitAddresses, _In_ PNDIS_DMA_DESCRIPTION DmaDescription, _In_ ULONG MaximumLength);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisMDeregisterDmaChannel(_In_ NDIS_HANDLE MiniportDmaHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
ULONG NdisMReadDmaCounter(_In_ NDIS_HANDLE MiniportDmaHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NDIS("5.1.2600")
ULONG NdisMGetDmaAlignment(_In_ NDIS_HANDLE MiniportAdapterHandle);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisSetupDmaTransfer(
    _Out_ PNDIS_STATUS Status, _In_ PNDIS_HANDLE NdisDmaHandle, _In_ PNDIS_BUFFER Buffer, _In_ ULONG Offset,
    _In_ ULONG Length, _In_ BOOLEAN WriteToDevice);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCompleteDmaTransfer(
    _Out_ PNDIS_STATUS Status, _In_ PNDIS_HANDLE NdisDmaHandle, _In_ PNDIS_BUFFER Buffer, _In_ ULONG Offset,
    _In_ ULONG Length, _In_ BOOLEAN WriteToDevice);
#define NdisMSetupDmaTransfer(status, dma, buffer, offset, length, write) \
    NdisSetupDmaTransfer(status, (PNDIS_HANDLE)(dma), buffer, offset, length, write)
#define NdisMCompleteDmaTransfer(status, dma, buffer, offset, length, write) \
    NdisCompleteDmaTransfer(status, (PNDIS_HANDLE)(dma), buffer, offset, length, write)

#if NDIS_SUPPORT_NDIS630
/* Virtual functions (SR-IOV). */
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.2.9200")
NDIS_STATUS NdisMEnableVirtualization(
    _In_ NDIS_HANDLE NdisMiniportHandle, _In_ USHORT NumVFs, _In_ BOOLEAN EnableVirtualization,
    _In_ BOOLEAN EnableMigration, _In_ BOOLEAN EnableMigrationInterrupt);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.2.9200")
NDIS_STATUS NdisMGetVirtualFunctionLocation(
    _In_ NDIS_HANDLE NdisMiniportHandle, _In_ NDIS_SRIOV_FUNCTION_ID VFId, _Out_ PUSHORT SegmentNumber,
    _Out_ PUCHAR BusNumber, _Out_ PUCHAR FunctionNumber);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.2.9200")
ULONG NdisMGetVirtualFunctionBusData(
    _In_ NDIS_HANDLE NdisMiniportHandle, _In_ NDIS_SRIOV_FUNCTION_ID VFId, _Out_writes_bytes_(Length) PVOID Buffer,
    _In_ ULONG Offset, _In_ ULONG Length);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.2.9200")
ULONG NdisMSetVirtualFunctionBusData(
    _In_ NDIS_HANDLE NdisMiniportHandle, _In_ NDIS_SRIOV_FUNCTION_ID VFId, _In_reads_bytes_(Length) PVOID Buffer,
    _In_ ULONG Offset, _In_ ULONG Length);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.2.9200")
NDIS_STATUS NdisMQueryProbedBars(_In_ NDIS_HANDLE NdisMiniportHandle, _Out_writes_(6) PULONG BaseRegisterValues);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.2.9200")
VOID NdisMInvalidateConfigBlock(
    _In_ NDIS_HANDLE NdisMiniportHandle, _In_ NDIS_SRIOV_FUNCTION_ID VFId, _In_ ULONGLONG BlockMask);
_IRQL_requires_max_(APC_LEVEL) WDK_NDIS("6.2.9200")
ULONG NdisMReadConfigBlock(
    _In_ NDIS_HANDLE NdisMiniportHandle, _In_ ULONG BlockId, _Out_writes_bytes_(Length) PVOID Buffer, _In_ ULONG Length);
_IRQL_requires_max_(APC_LEVEL) WDK_NDIS("6.2.9200")
NDIS_STATUS NdisMWriteConfigBlock(
    _In_ NDIS_HANDLE NdisMiniportHandle, _In_ ULONG BlockId, _In_reads_bytes_(Length) PVOID Buffer, _In_ ULONG Length);
#define NDIS_MAKE_RID(segment, bus, function) \
    (((ULONG)(segment) << 16) | ((ULONG)(bus) << 8) | ((ULONG)(function)))
#define NDIS_RID_GET_SEGMENT_NUMBER(rid) (((rid) >> 16) & 0xFFFF)
#define NDIS_RID_GET_BUS_NUMBER(rid) (((rid) >> 8) & 0xFF)
#define NDIS_RID_GET_FUNCTION_NUMBER(rid) ((rid) & 0xFF)
#endif

/* NDIS ports. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisMAllocatePort(
    _In_ NDIS_HANDLE NdisMiniportHandle, _Inout_ PNDIS_PORT_CHARACTERISTICS PortCharacteristics);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisMFreePort(_In_ NDIS_HANDLE NdisMiniportHandle, _In_ NDIS_PORT_NUMBER PortNumber);

#ifdef __cplusplus
}
#endif
#endif
