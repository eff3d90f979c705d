/* wdfrequest.h: I/O requests */
#ifndef _WDFREQUEST_H_
#define _WDFREQUEST_H_

typedef enum _WDF_REQUEST_TYPE {
    WdfRequestTypeCreate = 0x0,
    WdfRequestTypeCreateNamedPipe = 0x1,
    WdfRequestTypeClose = 0x2,
    WdfRequestTypeRead = 0x3,
    WdfRequestTypeWrite = 0x4,
    WdfRequestTypeQueryInformation = 0x5,
    WdfRequestTypeSetInformation = 0x6,
    WdfRequestTypeQueryEA = 0x7,
    WdfRequestTypeSetEA = 0x8,
    WdfRequestTypeFlushBuffers = 0x9,
    WdfRequestTypeQueryVolumeInformation = 0xA,
    WdfRequestTypeSetVolumeInformation = 0xB,
    WdfRequestTypeDirectoryControl = 0xC,
    WdfRequestTypeFileSystemControl = 0xD,
    WdfRequestTypeDeviceControl = 0xE,
    WdfRequestTypeDeviceControlInternal = 0xF,
    WdfRequestTypeShutdown = 0x10,
    WdfRequestTypeLockControl = 0x11,
    WdfRequestTypeCleanup = 0x12,
    WdfRequestTypeCreateMailSlot = 0x13,
    WdfRequestTypeQuerySecurity = 0x14,
    WdfRequestTypeSetSecurity = 0x15,
    WdfRequestTypePower = 0x16,
    WdfRequestTypeSystemControl = 0x17,
    WdfRequestTypeDeviceChange = 0x18,
    WdfRequestTypeQueryQuota = 0x19,
    WdfRequestTypeSetQuota = 0x1A,
    WdfRequestTypePnp = 0x1B,
    WdfRequestTypeOther = 0x1C,
    WdfRequestTypeUsb = 0x40,
    WdfRequestTypeNoFormat = 0xFF,
    WdfRequestTypeMax,
} WDF_REQUEST_TYPE;

typedef enum _WDF_REQUEST_REUSE_FLAGS {
    WDF_REQUEST_REUSE_NO_FLAGS = 0x00000000,
    WDF_REQUEST_REUSE_SET_NEW_IRP = 0x00000001,
} WDF_REQUEST_REUSE_FLAGS;

typedef enum _WDF_REQUEST_STOP_ACTION_FLAGS {
    WdfRequestStopActionInvalid = 0,
    WdfRequestStopActionSuspend = 0x01,
    WdfRequestStopActionPurge = 0x2,
    WdfRequestStopRequestCancelable = 0x10000000,
} WDF_REQUEST_STOP_ACTION_FLAGS;

typedef enum _WDF_REQUEST_SEND_OPTIONS_FLAGS {
    WDF_REQUEST_SEND_OPTION_TIMEOUT = 0x00000001,
    WDF_REQUEST_SEND_OPTION_SYNCHRONOUS = 0x00000002,
    WDF_REQUEST_SEND_OPTION_IGNORE_TARGET_STATE = 0x00000004,
    WDF_REQUEST_SEND_OPTION_SEND_AND_FORGET = 0x00000008,
    WDF_REQUEST_SEND_OPTION_IMPERSONATE_CLIENT = 0x00010000,
    WDF_REQUEST_SEND_OPTION_IMPERSONATION_IGNORE_FAILURE = 0x00020000,
} WDF_REQUEST_SEND_OPTIONS_FLAGS;

typedef _Function_class_(EVT_WDF_REQUEST_CANCEL) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID NTAPI EVT_WDF_REQUEST_CANCEL(_In_ WDFREQUEST Request);
typedef EVT_WDF_REQUEST_CANCEL *PFN_WDF_REQUEST_CANCEL;

typedef struct _WDF_REQUEST_PARAMETERS {
    USHORT Size;
    UCHAR MinorFunction;
    WDF_REQUEST_TYPE Type;
    union {
        struct {
            PIO_SECURITY_CONTEXT SecurityContext;
            ULONG Options;
            USHORT POINTER_ALIGNMENT FileAttributes;
            USHORT ShareAccess;
            ULONG POINTER_ALIGNMENT EaLength;
        } Create;
        struct {
            size_t Length;
            ULONG POINTER_ALIGNMENT Key;
            LONGLONG DeviceOffset;
        } Read;
        struct {
            size_t Length;
            ULONG POINTER_ALIGNMENT Key;
            LONGLONG DeviceOffset;
        } Write;
        struct {
            size_t OutputBufferLength;
            size_t POINTER_ALIGNMENT InputBufferLength;
            ULONG POINTER_ALIGNMENT IoControlCode;
            PVOID Type3InputBuffer;
        } DeviceIoControl;
        struct {
            PVOID Arg1;
            PVOID Arg2;
            ULONG POINTER_ALIGNMENT IoControlCode;
            PVOID Arg4;
        } Others;
    } Parameters;
} WDF_REQUEST_PARAMETERS, *PWDF_REQUEST_PARAMETERS;

WDF_INLINE VOID WDF_REQUEST_PARAMETERS_INIT(_Out_ PWDF_REQUEST_PARAMETERS Parameters)
{
    WDF_CLEAR_SIZED(WDF_REQUEST_PARAMETERS, Parameters);
}

typedef struct _WDF_USB_REQUEST_COMPLETION_PARAMS *PWDF_USB_REQUEST_COMPLETION_PARAMS;

typedef struct _WDF_REQUEST_COMPLETION_PARAMS {
    ULONG Size;
    WDF_REQUEST_TYPE Type;
    IO_STATUS_BLOCK IoStatus;
    union {
        struct {
            WDFMEMORY Buffer;
            size_t Length;
            size_t Offset;
        } Write;
        struct {
            WDFMEMORY Buffer;
            size_t Length;
            size_t Offset;
        } Read;
        struct {
            ULONG IoControlCode;
            struct {
                WDFMEMORY Buffer;
                size_t Offset;
            } Input;
            struct {
                WDFMEMORY Buffer;
                size_t Offset;
                size_t Length;
            } Output;
        } Ioctl;
        struct {
            union {
                PVOID Ptr;
                ULONG_PTR Value;
            } Argument1;
            union {
                PVOID Ptr;
                ULONG_PTR Value;
            } Argument2;
            union {
                PVOID Ptr;
                ULONG_PTR Value;
            } Argument3;
            union {
                PVOID Ptr;
                ULONG_PTR Value;
            } Argument4;
        } Others;
        struct {
            PWDF_USB_REQUEST_COMPLETION_PARAMS Completion;
        } Usb;
    } Parameters;
} WDF_REQUEST_COMPLETION_PARAMS, *PWDF_REQUEST_COMPLETION_PARAMS;

WDF_INLINE VOID WDF_REQUEST_COMPLETION_PARAMS_INIT(_Out_ PWDF_REQUEST_COMPLETION_PARAMS Params)
{
    WDF_CLEAR_SIZED(WDF_REQUEST_COMPLETION_PARAMS, Params);
    Params->Type = WdfRequestTypeNoFormat;
}

typedef _Function_class_(EVT_WDF_REQUEST_COMPLETION_ROUTINE) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID NTAPI EVT_WDF_REQUEST_COMPLETION_ROUTINE(
    _In_ WDFREQUEST Request, _In_ WDFIOTARGET Target, _In_ PWDF_REQUEST_COMPLETION_PARAMS Params,
    _In_ WDFCONTEXT Context);
typedef EVT_WDF_REQUEST_COMPLETION_ROUTINE *PFN_WDF_REQUEST_COMPLETION_ROUTINE;

typedef struct _WDF_REQUEST_REUSE_PARAMS {
    ULONG Size;
    ULONG Flags;
    NTSTATUS Status;
    PIRP NewIrp;
} WDF_REQUEST_REUSE_PARAMS, *PWDF_REQUEST_REUSE_PARAMS;

WDF_INLINE VOID WDF_REQUEST_REUSE_PARAMS_INIT(
    _Out_ PWDF_REQUEST_REUSE_PARAMS Params, _In_ ULONG Flags, _In_ NTSTATUS Status)
{
    WDF_CLEAR_SIZED(WDF_REQUEST_REUSE_PARAMS, Params);
    Params->Flags = Flags;
    Params->Status = Status;
}

WDF_INLINE VOID WDF_REQUEST_REUSE_PARAMS_SET_NEW_IRP(_Inout_ PWDF_REQUEST_REUSE_PARAMS Params, _In_ PIRP NewIrp)
{
    Params->NewIrp = NewIrp;
    Params->Flags |= WDF_REQUEST_REUSE_SET_NEW_IRP;
}

typedef struct _WDF_REQUEST_SEND_OPTIONS {
    ULONG Size;
    ULONG Flags;
    LONGLONG Timeout;
} WDF_REQUEST_SEND_OPTIONS, *PWDF_REQUEST_SEND_OPTIONS;

WDF_INLINE VOID WDF_REQUEST_SEND_OPTIONS_INIT(_Out_ PWDF_REQUEST_SEND_OPTIONS Options, _In_ ULONG Flags)
{
    WDF_CLEAR_SIZED(WDF_REQUEST_SEND_OPTIONS, Options);
    Options->Flags = Flags;
}

/* Negative times count from now, in units of 100 ns; WDF_REL_TIMEOUT_IN_MS makes one. */
WDF_INLINE VOID WDF_REQUEST_SEND_OPTIONS_SET_TIMEOUT(
    _Inout_ PWDF_REQUEST_SEND_OPTIONS Options, _In_ LONGLONG Timeout)
{
    Options->Timeout = Timeout;
    Options->Flags |= WDF_REQUEST_SEND_OPTION_TIMEOUT;
}

typedef enum _WDF_REQUEST_FORWARD_OPTIONS_FLAGS {
    WDF_REQUEST_FORWARD_OPTION_SEND_AND_FORGET = 0x00000001,
} WDF_REQUEST_FORWARD_OPTIONS_FLAGS;

typedef struct _WDF_REQUEST_FORWARD_OPTIONS {
    ULONG Size;
    ULONG Flags;
} WDF_REQUEST_FORWARD_OPTIONS, *PWDF_REQUEST_FORWARD_OPTIONS;

WDF_INLINE VOID WDF_REQUEST_FORWARD_OPTIONS_INIT(_Out_ PWDF_REQUEST_FORWARD_OPTIONS ForwardOptions)
{
    WDF_CLEAR_SIZED(WDF_REQUEST_FORWARD_OPTIONS, ForwardOptions);
    ForwardOptions->Flags = WDF_REQUEST_FORWARD_OPTION_SEND_AND_FORGET;
}

#if !WDF_KMDF

typedef _Function_class_(EVT_WDF_REQUEST_IMPERSONATE) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
VOID NTAPI EVT_WDF_REQUEST_IMPERSONATE(_In_ WDFREQUEST Request, _In_opt_ PVOID Context);
typedef EVT_WDF_REQUEST_IMPERSONATE *PFN_WDF_REQUEST_IMPERSONATE;

#endif

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTCREATE)(
    PWDF_DRIVER_GLOBALS, PWDF_OBJECT_ATTRIBUTES, WDFIOTARGET, WDFREQUEST *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestCreate(
    _In_opt_ PWDF_OBJECT_ATTRIBUTES RequestAttributes, _In_opt_ WDFIOTARGET IoTarget,
    _Out_ WDFREQUEST *Request)
{
    return WDF_CALL(PFN_WDFREQUESTCREATE, WdfRequestCreate, RequestAttributes, IoTarget, Request);
}

#if WDF_SINCE(21, 15)

typedef ULONG (NTAPI *PFN_WDFREQUESTGETREQUESTORPROCESSID)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ULONG WdfRequestGetRequestorProcessId(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETREQUESTORPROCESSID, WdfRequestGetRequestorProcessId, Request);
}

#else
WDF_UNAVAILABLE(WdfRequestGetRequestorProcessId, "KMDF 1.21 or UMDF");
#endif

#if WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTCREATEFROMIRP)(
    PWDF_DRIVER_GLOBALS, PWDF_OBJECT_ATTRIBUTES, PIRP, BOOLEAN, WDFREQUEST *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestCreateFromIrp(
    _In_opt_ PWDF_OBJECT_ATTRIBUTES RequestAttributes, _In_ PIRP Irp, _In_ BOOLEAN RequestFreesIrp,
    _Out_ WDFREQUEST *Request)
{
    return WDF_CALL(
        PFN_WDFREQUESTCREATEFROMIRP, WdfRequestCreateFromIrp, RequestAttributes, Irp, RequestFreesIrp,
        Request);
}

#else
WDF_UNAVAILABLE(WdfRequestCreateFromIrp, "KMDF");
#endif

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTREUSE)(PWDF_DRIVER_GLOBALS, WDFREQUEST, PWDF_REQUEST_REUSE_PARAMS);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestReuse(_In_ WDFREQUEST Request, _In_ PWDF_REQUEST_REUSE_PARAMS ReuseParams)
{
    return WDF_CALL(PFN_WDFREQUESTREUSE, WdfRequestReuse, Request, ReuseParams);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTCHANGETARGET)(PWDF_DRIVER_GLOBALS, WDFREQUEST, WDFIOTARGET);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestChangeTarget(_In_ WDFREQUEST Request, _In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFREQUESTCHANGETARGET, WdfRequestChangeTarget, Request, IoTarget);
}

typedef VOID (NTAPI *PFN_WDFREQUESTFORMATREQUESTUSINGCURRENTTYPE)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfRequestFormatRequestUsingCurrentType(_In_ WDFREQUEST Request)
{
    WDF_CALL(PFN_WDFREQUESTFORMATREQUESTUSINGCURRENTTYPE, WdfRequestFormatRequestUsingCurrentType, Request);
}

#if WDF_KMDF

typedef VOID (NTAPI *PFN_WDFREQUESTWDMFORMATUSINGSTACKLOCATION)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, PIO_STACK_LOCATION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfRequestWdmFormatUsingStackLocation(
    _In_ WDFREQUEST Request, _In_ PIO_STACK_LOCATION Stack)
{
    WDF_CALL(
        PFN_WDFREQUESTWDMFORMATUSINGSTACKLOCATION, WdfRequestWdmFormatUsingStackLocation, Request, Stack);
}

#else
WDF_UNAVAILABLE(WdfRequestWdmFormatUsingStackLocation, "KMDF");
#endif

typedef BOOLEAN (NTAPI *PFN_WDFREQUESTSEND)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, WDFIOTARGET, PWDF_REQUEST_SEND_OPTIONS);
_IRQL_requires_max_(DISPATCH_LEVEL)
_When_(Options->Flags & WDF_REQUEST_SEND_OPTION_SYNCHRONOUS == 0, _Must_inspect_result_)
WDF_INLINE BOOLEAN WdfRequestSend(
    _In_ WDFREQUEST Request, _In_ WDFIOTARGET Target, _In_opt_ PWDF_REQUEST_SEND_OPTIONS Options)
{
    return WDF_CALL(PFN_WDFREQUESTSEND, WdfRequestSend, Request, Target, Options);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTGETSTATUS)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestGetStatus(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETSTATUS, WdfRequestGetStatus, Request);
}

typedef VOID (NTAPI *PFN_WDFREQUESTMARKCANCELABLE)(PWDF_DRIVER_GLOBALS, WDFREQUEST, PFN_WDF_REQUEST_CANCEL);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfRequestMarkCancelable(
    _In_ WDFREQUEST Request, _In_ PFN_WDF_REQUEST_CANCEL EvtRequestCancel)
{
    WDF_CALL(PFN_WDFREQUESTMARKCANCELABLE, WdfRequestMarkCancelable, Request, EvtRequestCancel);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTMARKCANCELABLEEX)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, PFN_WDF_REQUEST_CANCEL);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestMarkCancelableEx(
    _In_ WDFREQUEST Request, _In_ PFN_WDF_REQUEST_CANCEL EvtRequestCancel)
{
    return WDF_CALL(PFN_WDFREQUESTMARKCANCELABLEEX, WdfRequestMarkCancelableEx, Request, EvtRequestCancel);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTUNMARKCANCELABLE)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestUnmarkCancelable(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTUNMARKCANCELABLE, WdfRequestUnmarkCancelable, Request);
}

typedef BOOLEAN (NTAPI *PFN_WDFREQUESTISCANCELED)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfRequestIsCanceled(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTISCANCELED, WdfRequestIsCanceled, Request);
}

typedef BOOLEAN (NTAPI *PFN_WDFREQUESTCANCELSENTREQUEST)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfRequestCancelSentRequest(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTCANCELSENTREQUEST, WdfRequestCancelSentRequest, Request);
}

typedef BOOLEAN (NTAPI *PFN_WDFREQUESTISFROM32BITPROCESS)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_Must_inspect_result_ _IRQL_requires_max_(APC_LEVEL)
WDF_INLINE BOOLEAN WdfRequestIsFrom32BitProcess(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTISFROM32BITPROCESS, WdfRequestIsFrom32BitProcess, Request);
}

typedef VOID (NTAPI *PFN_WDFREQUESTSETCOMPLETIONROUTINE)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, PFN_WDF_REQUEST_COMPLETION_ROUTINE, WDFCONTEXT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfRequestSetCompletionRoutine(
    _In_ WDFREQUEST Request, _In_opt_ PFN_WDF_REQUEST_COMPLETION_ROUTINE CompletionRoutine,
    _In_opt_ __drv_aliasesMem WDFCONTEXT CompletionContext)
{
    WDF_CALL(
        PFN_WDFREQUESTSETCOMPLETIONROUTINE, WdfRequestSetCompletionRoutine, Request, CompletionRoutine,
        CompletionContext);
}

typedef VOID (NTAPI *PFN_WDFREQUESTGETCOMPLETIONPARAMS)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, PWDF_REQUEST_COMPLETION_PARAMS);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfRequestGetCompletionParams(
    _In_ WDFREQUEST Request, _Inout_ PWDF_REQUEST_COMPLETION_PARAMS Params)
{
    WDF_CALL(PFN_WDFREQUESTGETCOMPLETIONPARAMS, WdfRequestGetCompletionParams, Request, Params);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTALLOCATETIMER)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestAllocateTimer(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTALLOCATETIMER, WdfRequestAllocateTimer, Request);
}

typedef VOID (NTAPI *PFN_WDFREQUESTCOMPLETE)(PWDF_DRIVER_GLOBALS, WDFREQUEST, NTSTATUS);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfRequestComplete(_In_ WDFREQUEST Request, _In_ NTSTATUS Status)
{
    WDF_CALL(PFN_WDFREQUESTCOMPLETE, WdfRequestComplete, Request, Status);
}

#if WDF_KMDF

typedef VOID (NTAPI *PFN_WDFREQUESTCOMPLETEWITHPRIORITYBOOST)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, NTSTATUS, CCHAR);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfRequestCompleteWithPriorityBoost(
    _In_ WDFREQUEST Request, _In_ NTSTATUS Status, _In_ CCHAR PriorityBoost)
{
    WDF_CALL(
        PFN_WDFREQUESTCOMPLETEWITHPRIORITYBOOST, WdfRequestCompleteWithPriorityBoost, Request, Status,
        PriorityBoost);
}

#else
WDF_UNAVAILABLE(WdfRequestCompleteWithPriorityBoost, "KMDF");
#endif

typedef VOID (NTAPI *PFN_WDFREQUESTCOMPLETEWITHINFORMATION)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, NTSTATUS, ULONG_PTR);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfRequestCompleteWithInformation(
    _In_ WDFREQUEST Request, _In_ NTSTATUS Status, _In_ ULONG_PTR Information)
{
    WDF_CALL(
        PFN_WDFREQUESTCOMPLETEWITHINFORMATION, WdfRequestCompleteWithInformation, Request, Status,
        Information);
}

typedef VOID (NTAPI *PFN_WDFREQUESTGETPARAMETERS)(PWDF_DRIVER_GLOBALS, WDFREQUEST, PWDF_REQUEST_PARAMETERS);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfRequestGetParameters(_In_ WDFREQUEST Request, _Inout_ PWDF_REQUEST_PARAMETERS Parameters)
{
    WDF_CALL(PFN_WDFREQUESTGETPARAMETERS, WdfRequestGetParameters, Request, Parameters);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTRETRIEVEINPUTMEMORY)(PWDF_DRIVER_GLOBALS, WDFREQUEST, WDFMEMORY *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestRetrieveInputMemory(_In_ WDFREQUEST Request, _Out_ WDFMEMORY *Memory)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEINPUTMEMORY, WdfRequestRetrieveInputMemory, Request, Memory);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTRETRIEVEOUTPUTMEMORY)(PWDF_DRIVER_GLOBALS, WDFREQUEST, WDFMEMORY *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestRetrieveOutputMemory(_In_ WDFREQUEST Request, _Out_ WDFMEMORY *Memory)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEOUTPUTMEMORY, WdfRequestRetrieveOutputMemory, Request, Memory);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTRETRIEVEINPUTBUFFER)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, size_t, PVOID *, size_t *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestRetrieveInputBuffer(
    _In_ WDFREQUEST Request, _In_ size_t MinimumRequiredLength,
    _Outptr_result_bytebuffer_(*Length) PVOID *Buffer, _Out_opt_ size_t *Length)
{
    return WDF_CALL(
        PFN_WDFREQUESTRETRIEVEINPUTBUFFER, WdfRequestRetrieveInputBuffer, Request, MinimumRequiredLength,
        Buffer, Length);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTRETRIEVEOUTPUTBUFFER)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, size_t, PVOID *, size_t *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestRetrieveOutputBuffer(
    _In_ WDFREQUEST Request, _In_ size_t MinimumRequiredSize,
    _Outptr_result_bytebuffer_(*Length) PVOID *Buffer, _Out_opt_ size_t *Length)
{
    return WDF_CALL(
        PFN_WDFREQUESTRETRIEVEOUTPUTBUFFER, WdfRequestRetrieveOutputBuffer, Request, MinimumRequiredSize,
        Buffer, Length);
}

#if WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTRETRIEVEINPUTWDMMDL)(PWDF_DRIVER_GLOBALS, WDFREQUEST, PMDL *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestRetrieveInputWdmMdl(_In_ WDFREQUEST Request, _Outptr_ PMDL *Mdl)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEINPUTWDMMDL, WdfRequestRetrieveInputWdmMdl, Request, Mdl);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTRETRIEVEOUTPUTWDMMDL)(PWDF_DRIVER_GLOBALS, WDFREQUEST, PMDL *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestRetrieveOutputWdmMdl(_In_ WDFREQUEST Request, _Outptr_ PMDL *Mdl)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEOUTPUTWDMMDL, WdfRequestRetrieveOutputWdmMdl, Request, Mdl);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTRETRIEVEUNSAFEUSERINPUTBUFFER)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, size_t, PVOID *, size_t *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRequestRetrieveUnsafeUserInputBuffer(
    _In_ WDFREQUEST Request, _In_ size_t MinimumRequiredLength,
    _Outptr_result_bytebuffer_maybenull_(*Length) PVOID *InputBuffer, _Out_opt_ size_t *Length)
{
    return WDF_CALL(
        PFN_WDFREQUESTRETRIEVEUNSAFEUSERINPUTBUFFER, WdfRequestRetrieveUnsafeUserInputBuffer, Request,
        MinimumRequiredLength, InputBuffer, Length);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTRETRIEVEUNSAFEUSEROUTPUTBUFFER)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, size_t, PVOID *, size_t *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRequestRetrieveUnsafeUserOutputBuffer(
    _In_ WDFREQUEST Request, _In_ size_t MinimumRequiredLength,
    _Outptr_result_bytebuffer_maybenull_(*Length) PVOID *OutputBuffer, _Out_opt_ size_t *Length)
{
    return WDF_CALL(
        PFN_WDFREQUESTRETRIEVEUNSAFEUSEROUTPUTBUFFER, WdfRequestRetrieveUnsafeUserOutputBuffer, Request,
        MinimumRequiredLength, OutputBuffer, Length);
}

#else
WDF_UNAVAILABLE(WdfRequestRetrieveInputWdmMdl, "KMDF");
WDF_UNAVAILABLE(WdfRequestRetrieveOutputWdmMdl, "KMDF");
WDF_UNAVAILABLE(WdfRequestRetrieveUnsafeUserInputBuffer, "KMDF");
WDF_UNAVAILABLE(WdfRequestRetrieveUnsafeUserOutputBuffer, "KMDF");
#endif

typedef VOID (NTAPI *PFN_WDFREQUESTSETINFORMATION)(PWDF_DRIVER_GLOBALS, WDFREQUEST, ULONG_PTR);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfRequestSetInformation(_In_ WDFREQUEST Request, _In_ ULONG_PTR Information)
{
    WDF_CALL(PFN_WDFREQUESTSETINFORMATION, WdfRequestSetInformation, Request, Information);
}

typedef ULONG_PTR (NTAPI *PFN_WDFREQUESTGETINFORMATION)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ULONG_PTR WdfRequestGetInformation(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETINFORMATION, WdfRequestGetInformation, Request);
}

typedef WDFFILEOBJECT (NTAPI *PFN_WDFREQUESTGETFILEOBJECT)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFFILEOBJECT WdfRequestGetFileObject(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETFILEOBJECT, WdfRequestGetFileObject, Request);
}

#if WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTPROBEANDLOCKUSERBUFFERFORREAD)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, PVOID, size_t, WDFMEMORY *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRequestProbeAndLockUserBufferForRead(
    _In_ WDFREQUEST Request, _In_reads_bytes_(Length) PVOID Buffer, _In_ size_t Length,
    _Out_ WDFMEMORY *MemoryObject)
{
    return WDF_CALL(
        PFN_WDFREQUESTPROBEANDLOCKUSERBUFFERFORREAD, WdfRequestProbeAndLockUserBufferForRead, Request,
        Buffer, Length, MemoryObject);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTPROBEANDLOCKUSERBUFFERFORWRITE)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, PVOID, size_t, WDFMEMORY *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRequestProbeAndLockUserBufferForWrite(
    _In_ WDFREQUEST Request, _In_reads_bytes_(Length) PVOID Buffer, _In_ size_t Length,
    _Out_ WDFMEMORY *MemoryObject)
{
    return WDF_CALL(
        PFN_WDFREQUESTPROBEANDLOCKUSERBUFFERFORWRITE, WdfRequestProbeAndLockUserBufferForWrite, Request,
        Buffer, Length, MemoryObject);
}

#else
WDF_UNAVAILABLE(WdfRequestProbeAndLockUserBufferForRead, "KMDF");
WDF_UNAVAILABLE(WdfRequestProbeAndLockUserBufferForWrite, "KMDF");
#endif

typedef KPROCESSOR_MODE (NTAPI *PFN_WDFREQUESTGETREQUESTORMODE)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE KPROCESSOR_MODE WdfRequestGetRequestorMode(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETREQUESTORMODE, WdfRequestGetRequestorMode, Request);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTFORWARDTOIOQUEUE)(PWDF_DRIVER_GLOBALS, WDFREQUEST, WDFQUEUE);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestForwardToIoQueue(_In_ WDFREQUEST Request, _In_ WDFQUEUE DestinationQueue)
{
    return WDF_CALL(PFN_WDFREQUESTFORWARDTOIOQUEUE, WdfRequestForwardToIoQueue, Request, DestinationQueue);
}

typedef WDFQUEUE (NTAPI *PFN_WDFREQUESTGETIOQUEUE)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFQUEUE WdfRequestGetIoQueue(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETIOQUEUE, WdfRequestGetIoQueue, Request);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTREQUEUE)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestRequeue(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTREQUEUE, WdfRequestRequeue, Request);
}

typedef VOID (NTAPI *PFN_WDFREQUESTSTOPACKNOWLEDGE)(PWDF_DRIVER_GLOBALS, WDFREQUEST, BOOLEAN);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfRequestStopAcknowledge(_In_ WDFREQUEST Request, _In_ BOOLEAN Requeue)
{
    WDF_CALL(PFN_WDFREQUESTSTOPACKNOWLEDGE, WdfRequestStopAcknowledge, Request, Requeue);
}

#if !WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTIMPERSONATE)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, SECURITY_IMPERSONATION_LEVEL, PFN_WDF_REQUEST_IMPERSONATE, PVOID);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRequestImpersonate(
    _In_ WDFREQUEST Request, _In_ SECURITY_IMPERSONATION_LEVEL ImpersonationLevel,
    _In_ PFN_WDF_REQUEST_IMPERSONATE EvtRequestImpersonate, _In_opt_ PVOID Context)
{
    return WDF_CALL(
        PFN_WDFREQUESTIMPERSONATE, WdfRequestImpersonate, Request, ImpersonationLevel,
        EvtRequestImpersonate, Context);
}

typedef BOOLEAN (NTAPI *PFN_WDFREQUESTISFROMUSERMODEDRIVER)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE BOOLEAN WdfRequestIsFromUserModeDriver(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTISFROMUSERMODEDRIVER, WdfRequestIsFromUserModeDriver, Request);
}

typedef VOID (NTAPI *PFN_WDFREQUESTSETUSERMODEDRIVERINITIATEDIO)(PWDF_DRIVER_GLOBALS, WDFREQUEST, BOOLEAN);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfRequestSetUserModeDriverInitiatedIo(
    _In_ WDFREQUEST Request, _In_ BOOLEAN IsUserModeDriverInitiated)
{
    WDF_CALL(
        PFN_WDFREQUESTSETUSERMODEDRIVERINITIATEDIO, WdfRequestSetUserModeDriverInitiatedIo, Request,
        IsUserModeDriverInitiated);
}

typedef BOOLEAN (NTAPI *PFN_WDFREQUESTGETUSERMODEDRIVERINITIATEDIO)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE BOOLEAN WdfRequestGetUserModeDriverInitiatedIo(_In_ WDFREQUEST Request)
{
    return WDF_CALL(
        PFN_WDFREQUESTGETUSERMODEDRIVERINITIATEDIO, WdfRequestGetUserModeDriverInitiatedIo, Request);
}

typedef VOID (NTAPI *PFN_WDFREQUESTSETACTIVITYID)(PWDF_DRIVER_GLOBALS, WDFREQUEST, LPGUID);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfRequestSetActivityId(_In_ WDFREQUEST Request, _In_ LPGUID ActivityId)
{
    WDF_CALL(PFN_WDFREQUESTSETACTIVITYID, WdfRequestSetActivityId, Request, ActivityId);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTRETRIEVEACTIVITYID)(PWDF_DRIVER_GLOBALS, WDFREQUEST, LPGUID);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRequestRetrieveActivityId(_In_ WDFREQUEST Request, _Out_ LPGUID ActivityId)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEACTIVITYID, WdfRequestRetrieveActivityId, Request, ActivityId);
}

typedef WDF_DEVICE_IO_TYPE (NTAPI *PFN_WDFREQUESTGETEFFECTIVEIOTYPE)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE WDF_DEVICE_IO_TYPE WdfRequestGetEffectiveIoType(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETEFFECTIVEIOTYPE, WdfRequestGetEffectiveIoType, Request);
}

#else
WDF_UNAVAILABLE(WdfRequestImpersonate, "UMDF");
WDF_UNAVAILABLE(WdfRequestIsFromUserModeDriver, "UMDF");
WDF_UNAVAILABLE(WdfRequestSetUserModeDriverInitiatedIo, "UMDF");
WDF_UNAVAILABLE(WdfRequestGetUserModeDriverInitiatedIo, "UMDF");
WDF_UNAVAILABLE(WdfRequestSetActivityId, "UMDF");
WDF_UNAVAILABLE(WdfRequestRetrieveActivityId, "UMDF");
WDF_UNAVAILABLE(WdfRequestGetEffectiveIoType, "UMDF");
#endif

#if WDF_KMDF

typedef PIRP (NTAPI *PFN_WDFREQUESTWDMGETIRP)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PIRP WdfRequestWdmGetIrp(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTWDMGETIRP, WdfRequestWdmGetIrp, Request);
}

typedef BOOLEAN (NTAPI *PFN_WDFREQUESTISRESERVED)(PWDF_DRIVER_GLOBALS, WDFREQUEST);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfRequestIsReserved(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTISRESERVED, WdfRequestIsReserved, Request);
}

typedef NTSTATUS (NTAPI *PFN_WDFREQUESTFORWARDTOPARENTDEVICEIOQUEUE)(
    PWDF_DRIVER_GLOBALS, WDFREQUEST, WDFQUEUE, PWDF_REQUEST_FORWARD_OPTIONS);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfRequestForwardToParentDeviceIoQueue(
    _In_ WDFREQUEST Request, _In_ WDFQUEUE ParentDeviceQueue,
    _In_ PWDF_REQUEST_FORWARD_OPTIONS ForwardOptions)
{
    return WDF_CALL(
        PFN_WDFREQUESTFORWARDTOPARENTDEVICEIOQUEUE, WdfRequestForwardToParentDeviceIoQueue, Request,
        ParentDeviceQueue, ForwardOptions);
}

#else
WDF_UNAVAILABLE(WdfRequestWdmGetIrp, "KMDF");
WDF_UNAVAILABLE(WdfRequestIsReserved, "KMDF");
WDF_UNAVAILABLE(WdfRequestForwardToParentDeviceIoQueue, "KMDF");
#endif

#endif
