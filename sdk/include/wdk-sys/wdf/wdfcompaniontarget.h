/* wdfcompaniontarget.h: a kernel driver's access to its UMDF companion */
#ifndef _WDFCOMPANIONTARGET_H_
#define _WDFCOMPANIONTARGET_H_

#if WDF_SINCE(23, WDF_NEVER)

typedef enum _WDF_TASK_SEND_OPTIONS_FLAGS {
    WDF_TASK_SEND_OPTION_TIMEOUT = 0x00000001,
    WDF_TASK_SEND_OPTION_SYNCHRONOUS = 0x00000002,
} WDF_TASK_SEND_OPTIONS_FLAGS;

typedef struct _WDF_TASK_SEND_OPTIONS {
    ULONG Size;
    ULONG Flags;
    LONGLONG Timeout;
} WDF_TASK_SEND_OPTIONS, *PWDF_TASK_SEND_OPTIONS;

WDF_INLINE VOID WDF_TASK_SEND_OPTIONS_INIT(_Out_ PWDF_TASK_SEND_OPTIONS Options, _In_ ULONG Flags)
{
    WDF_CLEAR_SIZED(WDF_TASK_SEND_OPTIONS, Options);
    Options->Flags = Flags;
}

typedef NTSTATUS (NTAPI *PFN_WDFCOMPANIONTARGETSENDTASKSYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFCOMPANIONTARGET, USHORT, ULONG, PWDF_MEMORY_DESCRIPTOR, PWDF_MEMORY_DESCRIPTOR,
    PWDF_TASK_SEND_OPTIONS, PULONG_PTR);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfCompanionTargetSendTaskSynchronously(
    _In_ WDFCOMPANIONTARGET CompanionTarget, _In_ USHORT TaskQueueIdentifier, _In_ ULONG TaskOperationCode,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR InputBuffer, _In_opt_ PWDF_MEMORY_DESCRIPTOR OutputBuffer,
    _In_opt_ PWDF_TASK_SEND_OPTIONS TaskOptions, _Out_ PULONG_PTR BytesReturned)
{
    return WDF_CALL(
        PFN_WDFCOMPANIONTARGETSENDTASKSYNCHRONOUSLY, WdfCompanionTargetSendTaskSynchronously,
        CompanionTarget, TaskQueueIdentifier, TaskOperationCode, InputBuffer, OutputBuffer, TaskOptions,
        BytesReturned);
}

typedef PEPROCESS (NTAPI *PFN_WDFCOMPANIONTARGETWDMGETCOMPANIONPROCESS)(
    PWDF_DRIVER_GLOBALS, WDFCOMPANIONTARGET);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PEPROCESS WdfCompanionTargetWdmGetCompanionProcess(_In_ WDFCOMPANIONTARGET CompanionTarget)
{
    return WDF_CALL(
        PFN_WDFCOMPANIONTARGETWDMGETCOMPANIONPROCESS, WdfCompanionTargetWdmGetCompanionProcess,
        CompanionTarget);
}

#else
WDF_UNAVAILABLE(WdfCompanionTargetSendTaskSynchronously, "KMDF 1.23 and later");
WDF_UNAVAILABLE(WdfCompanionTargetWdmGetCompanionProcess, "KMDF 1.23 and later");
#endif

#endif
