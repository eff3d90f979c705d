/* wdfdmatransaction.h: DMA transactions */
#ifndef _WDFDMATRANSACTION_H_
#define _WDFDMATRANSACTION_H_

#if WDF_KMDF

typedef _Function_class_(EVT_WDF_PROGRAM_DMA) _IRQL_requires_same_ _IRQL_requires_(DISPATCH_LEVEL)
BOOLEAN NTAPI EVT_WDF_PROGRAM_DMA(
    _In_ WDFDMATRANSACTION Transaction, _In_ WDFDEVICE Device, _In_ WDFCONTEXT Context,
    _In_ WDF_DMA_DIRECTION Direction, _In_ PSCATTER_GATHER_LIST SgList);
typedef EVT_WDF_PROGRAM_DMA *PFN_WDF_PROGRAM_DMA;

typedef _Function_class_(EVT_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL) _IRQL_requires_same_
_IRQL_requires_(DISPATCH_LEVEL)
BOOLEAN NTAPI EVT_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ WDFDEVICE Device, _In_ PVOID Context, _In_opt_ PMDL Mdl,
    _In_ size_t Offset, _In_ size_t Length);
typedef EVT_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL *PFN_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL;

typedef _Function_class_(EVT_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE) _IRQL_requires_same_
_IRQL_requires_(DISPATCH_LEVEL)
VOID NTAPI EVT_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE(
    _In_ WDFDMATRANSACTION Transaction, _In_ WDFDEVICE Device, _In_ WDFCONTEXT Context,
    _In_ WDF_DMA_DIRECTION Direction, _In_ DMA_COMPLETION_STATUS Status);
typedef EVT_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE *PFN_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE;

typedef _Function_class_(EVT_WDF_RESERVE_DMA) _IRQL_requires_same_ _IRQL_requires_(DISPATCH_LEVEL)
VOID NTAPI EVT_WDF_RESERVE_DMA(_In_ WDFDMATRANSACTION DmaTransaction, _In_ PVOID Context);
typedef EVT_WDF_RESERVE_DMA *PFN_WDF_RESERVE_DMA;

typedef NTSTATUS (NTAPI *PFN_WDFDMATRANSACTIONCREATE)(
    PWDF_DRIVER_GLOBALS, WDFDMAENABLER, PWDF_OBJECT_ATTRIBUTES, WDFDMATRANSACTION *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfDmaTransactionCreate(
    _In_ WDFDMAENABLER DmaEnabler, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFDMATRANSACTION *DmaTransaction)
{
    return WDF_CALL(
        PFN_WDFDMATRANSACTIONCREATE, WdfDmaTransactionCreate, DmaEnabler, Attributes, DmaTransaction);
}

typedef NTSTATUS (NTAPI *PFN_WDFDMATRANSACTIONINITIALIZE)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, PFN_WDF_PROGRAM_DMA, WDF_DMA_DIRECTION, PMDL, PVOID, size_t);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfDmaTransactionInitialize(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction,
    _In_ WDF_DMA_DIRECTION DmaDirection, _In_ PMDL Mdl, _In_ PVOID VirtualAddress, _In_ size_t Length)
{
    return WDF_CALL(
        PFN_WDFDMATRANSACTIONINITIALIZE, WdfDmaTransactionInitialize, DmaTransaction, EvtProgramDmaFunction,
        DmaDirection, Mdl, VirtualAddress, Length);
}

typedef NTSTATUS (NTAPI *PFN_WDFDMATRANSACTIONINITIALIZEUSINGOFFSET)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, PFN_WDF_PROGRAM_DMA, WDF_DMA_DIRECTION, PMDL, size_t, size_t);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfDmaTransactionInitializeUsingOffset(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction,
    _In_ WDF_DMA_DIRECTION DmaDirection, _In_ PMDL Mdl, _In_ size_t Offset, _In_ size_t Length)
{
    return WDF_CALL(
        PFN_WDFDMATRANSACTIONINITIALIZEUSINGOFFSET, WdfDmaTransactionInitializeUsingOffset, DmaTransaction,
        EvtProgramDmaFunction, DmaDirection, Mdl, Offset, Length);
}

typedef NTSTATUS (NTAPI *PFN_WDFDMATRANSACTIONINITIALIZEUSINGREQUEST)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, WDFREQUEST, PFN_WDF_PROGRAM_DMA, WDF_DMA_DIRECTION);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfDmaTransactionInitializeUsingRequest(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ WDFREQUEST Request,
    _In_ PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction, _In_ WDF_DMA_DIRECTION DmaDirection)
{
    return WDF_CALL(
        PFN_WDFDMATRANSACTIONINITIALIZEUSINGREQUEST, WdfDmaTransactionInitializeUsingRequest,
        DmaTransaction, Request, EvtProgramDmaFunction, DmaDirection);
}

typedef NTSTATUS (NTAPI *PFN_WDFDMATRANSACTIONEXECUTE)(PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, WDFCONTEXT);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfDmaTransactionExecute(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_opt_ WDFCONTEXT Context)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONEXECUTE, WdfDmaTransactionExecute, DmaTransaction, Context);
}

typedef NTSTATUS (NTAPI *PFN_WDFDMATRANSACTIONRELEASE)(PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION);
_Success_(TRUE) _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfDmaTransactionRelease(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONRELEASE, WdfDmaTransactionRelease, DmaTransaction);
}

typedef BOOLEAN (NTAPI *PFN_WDFDMATRANSACTIONDMACOMPLETED)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, NTSTATUS *);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfDmaTransactionDmaCompleted(
    _In_ WDFDMATRANSACTION DmaTransaction, _Out_ NTSTATUS *Status)
{
    return WDF_CALL(
        PFN_WDFDMATRANSACTIONDMACOMPLETED, WdfDmaTransactionDmaCompleted, DmaTransaction, Status);
}

typedef BOOLEAN (NTAPI *PFN_WDFDMATRANSACTIONDMACOMPLETEDWITHLENGTH)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, size_t, NTSTATUS *);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfDmaTransactionDmaCompletedWithLength(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ size_t TransferredLength, _Out_ NTSTATUS *Status)
{
    return WDF_CALL(
        PFN_WDFDMATRANSACTIONDMACOMPLETEDWITHLENGTH, WdfDmaTransactionDmaCompletedWithLength,
        DmaTransaction, TransferredLength, Status);
}

typedef BOOLEAN (NTAPI *PFN_WDFDMATRANSACTIONDMACOMPLETEDFINAL)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, size_t, NTSTATUS *);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfDmaTransactionDmaCompletedFinal(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ size_t FinalTransferredLength, _Out_ NTSTATUS *Status)
{
    return WDF_CALL(
        PFN_WDFDMATRANSACTIONDMACOMPLETEDFINAL, WdfDmaTransactionDmaCompletedFinal, DmaTransaction,
        FinalTransferredLength, Status);
}

typedef size_t (NTAPI *PFN_WDFDMATRANSACTIONGETBYTESTRANSFERRED)(PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE size_t WdfDmaTransactionGetBytesTransferred(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(
        PFN_WDFDMATRANSACTIONGETBYTESTRANSFERRED, WdfDmaTransactionGetBytesTransferred, DmaTransaction);
}

typedef VOID (NTAPI *PFN_WDFDMATRANSACTIONSETMAXIMUMLENGTH)(PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, size_t);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfDmaTransactionSetMaximumLength(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ size_t MaximumLength)
{
    WDF_CALL(
        PFN_WDFDMATRANSACTIONSETMAXIMUMLENGTH, WdfDmaTransactionSetMaximumLength, DmaTransaction,
        MaximumLength);
}

#else
WDF_UNAVAILABLE(WdfDmaTransactionCreate, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionInitialize, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionInitializeUsingOffset, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionInitializeUsingRequest, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionExecute, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionRelease, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionDmaCompleted, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionDmaCompletedWithLength, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionDmaCompletedFinal, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionGetBytesTransferred, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionSetMaximumLength, "KMDF");
#endif

#if WDF_SINCE(19, WDF_NEVER)

typedef VOID (NTAPI *PFN_WDFDMATRANSACTIONSETSINGLETRANSFERREQUIREMENT)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, BOOLEAN);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfDmaTransactionSetSingleTransferRequirement(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ BOOLEAN RequireSingleTransfer)
{
    WDF_CALL(
        PFN_WDFDMATRANSACTIONSETSINGLETRANSFERREQUIREMENT, WdfDmaTransactionSetSingleTransferRequirement,
        DmaTransaction, RequireSingleTransfer);
}

#else
WDF_UNAVAILABLE(WdfDmaTransactionSetSingleTransferRequirement, "KMDF 1.19 and later");
#endif

#if WDF_KMDF

typedef WDFREQUEST (NTAPI *PFN_WDFDMATRANSACTIONGETREQUEST)(PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFREQUEST WdfDmaTransactionGetRequest(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONGETREQUEST, WdfDmaTransactionGetRequest, DmaTransaction);
}

typedef size_t (NTAPI *PFN_WDFDMATRANSACTIONGETCURRENTDMATRANSFERLENGTH)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE size_t WdfDmaTransactionGetCurrentDmaTransferLength(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(
        PFN_WDFDMATRANSACTIONGETCURRENTDMATRANSFERLENGTH, WdfDmaTransactionGetCurrentDmaTransferLength,
        DmaTransaction);
}

typedef WDFDEVICE (NTAPI *PFN_WDFDMATRANSACTIONGETDEVICE)(PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFDEVICE WdfDmaTransactionGetDevice(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONGETDEVICE, WdfDmaTransactionGetDevice, DmaTransaction);
}

typedef VOID (NTAPI *PFN_WDFDMATRANSACTIONGETTRANSFERINFO)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, ULONG *, ULONG *);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfDmaTransactionGetTransferInfo(
    _In_ WDFDMATRANSACTION DmaTransaction, _Out_opt_ ULONG *MapRegisterCount,
    _Out_opt_ ULONG *ScatterGatherElementCount)
{
    WDF_CALL(
        PFN_WDFDMATRANSACTIONGETTRANSFERINFO, WdfDmaTransactionGetTransferInfo, DmaTransaction,
        MapRegisterCount, ScatterGatherElementCount);
}

typedef VOID (NTAPI *PFN_WDFDMATRANSACTIONSETCHANNELCONFIGURATIONCALLBACK)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, PFN_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL, PVOID);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfDmaTransactionSetChannelConfigurationCallback(
    _In_ WDFDMATRANSACTION DmaTransaction,
    _In_opt_ PFN_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL ConfigureRoutine,
    _In_opt_ PVOID ConfigureContext)
{
    WDF_CALL(
        PFN_WDFDMATRANSACTIONSETCHANNELCONFIGURATIONCALLBACK,
        WdfDmaTransactionSetChannelConfigurationCallback, DmaTransaction, ConfigureRoutine,
        ConfigureContext);
}

typedef VOID (NTAPI *PFN_WDFDMATRANSACTIONSETTRANSFERCOMPLETECALLBACK)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, PFN_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE, PVOID);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfDmaTransactionSetTransferCompleteCallback(
    _In_ WDFDMATRANSACTION DmaTransaction,
    _In_opt_ PFN_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE DmaCompletionRoutine,
    _In_opt_ PVOID DmaCompletionContext)
{
    WDF_CALL(
        PFN_WDFDMATRANSACTIONSETTRANSFERCOMPLETECALLBACK, WdfDmaTransactionSetTransferCompleteCallback,
        DmaTransaction, DmaCompletionRoutine, DmaCompletionContext);
}

typedef VOID (NTAPI *PFN_WDFDMATRANSACTIONSETIMMEDIATEEXECUTION)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, BOOLEAN);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfDmaTransactionSetImmediateExecution(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ BOOLEAN UseImmediateExecution)
{
    WDF_CALL(
        PFN_WDFDMATRANSACTIONSETIMMEDIATEEXECUTION, WdfDmaTransactionSetImmediateExecution, DmaTransaction,
        UseImmediateExecution);
}

typedef NTSTATUS (NTAPI *PFN_WDFDMATRANSACTIONALLOCATERESOURCES)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, WDF_DMA_DIRECTION, ULONG, PFN_WDF_RESERVE_DMA, PVOID);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfDmaTransactionAllocateResources(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ WDF_DMA_DIRECTION DmaDirection,
    _In_ ULONG RequiredMapRegisters, _In_ PFN_WDF_RESERVE_DMA EvtReserveDmaFunction,
    _In_ PVOID EvtReserveDmaContext)
{
    return WDF_CALL(
        PFN_WDFDMATRANSACTIONALLOCATERESOURCES, WdfDmaTransactionAllocateResources, DmaTransaction,
        DmaDirection, RequiredMapRegisters, EvtReserveDmaFunction, EvtReserveDmaContext);
}

typedef VOID (NTAPI *PFN_WDFDMATRANSACTIONSETDEVICEADDRESSOFFSET)(
    PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION, ULONG);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfDmaTransactionSetDeviceAddressOffset(
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ ULONG Offset)
{
    WDF_CALL(
        PFN_WDFDMATRANSACTIONSETDEVICEADDRESSOFFSET, WdfDmaTransactionSetDeviceAddressOffset,
        DmaTransaction, Offset);
}

typedef VOID (NTAPI *PFN_WDFDMATRANSACTIONFREERESOURCES)(PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfDmaTransactionFreeResources(_In_ WDFDMATRANSACTION DmaTransaction)
{
    WDF_CALL(PFN_WDFDMATRANSACTIONFREERESOURCES, WdfDmaTransactionFreeResources, DmaTransaction);
}

typedef BOOLEAN (NTAPI *PFN_WDFDMATRANSACTIONCANCEL)(PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfDmaTransactionCancel(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONCANCEL, WdfDmaTransactionCancel, DmaTransaction);
}

typedef PVOID (NTAPI *PFN_WDFDMATRANSACTIONWDMGETTRANSFERCONTEXT)(PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PVOID WdfDmaTransactionWdmGetTransferContext(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(
        PFN_WDFDMATRANSACTIONWDMGETTRANSFERCONTEXT, WdfDmaTransactionWdmGetTransferContext, DmaTransaction);
}

typedef VOID (NTAPI *PFN_WDFDMATRANSACTIONSTOPSYSTEMTRANSFER)(PWDF_DRIVER_GLOBALS, WDFDMATRANSACTION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfDmaTransactionStopSystemTransfer(_In_ WDFDMATRANSACTION DmaTransaction)
{
    WDF_CALL(PFN_WDFDMATRANSACTIONSTOPSYSTEMTRANSFER, WdfDmaTransactionStopSystemTransfer, DmaTransaction);
}

#else
WDF_UNAVAILABLE(WdfDmaTransactionGetRequest, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionGetCurrentDmaTransferLength, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionGetDevice, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionGetTransferInfo, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionSetChannelConfigurationCallback, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionSetTransferCompleteCallback, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionSetImmediateExecution, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionAllocateResources, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionSetDeviceAddressOffset, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionFreeResources, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionCancel, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionWdmGetTransferContext, "KMDF");
WDF_UNAVAILABLE(WdfDmaTransactionStopSystemTransfer, "KMDF");
#endif

#endif
