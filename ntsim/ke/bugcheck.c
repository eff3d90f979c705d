/* Stop codes. */
#include "ntsim/ke/ki.h"

#include "ntsim/rtl/context.h"
#include "ntsim/verifier/leftovers.h"
#include "ntsim/verifier/vf.h"

static LIST_ENTRY callbacks = {&callbacks, &callbacks}, reason_callbacks = {&reason_callbacks, &reason_callbacks};

/* Drivers see to their devices before the computer stops, once: a bug check of theirs is told as it is. */
static void call_back(void)
{
    static BOOLEAN begun;
    if (begun || !ki_current_processor())
        return;
    begun = TRUE;
    ki_current_processor()->Irql = HIGH_LEVEL;
    for (LIST_ENTRY *entry = callbacks.Flink; entry != &callbacks; entry = entry->Flink) {
        PKBUGCHECK_CALLBACK_RECORD record = CONTAINING_RECORD(entry, KBUGCHECK_CALLBACK_RECORD, Entry);
        record->State = BufferStarted;
        record->CallbackRoutine(record->Buffer, record->Length);
        record->State = BufferFinished;
    }
}

/* Fields that are not given here are zero; the machine prints them with the code's meaning and the stack. */
DECLSPEC_NORETURN void ki_bug_check(ULONG code, ULONG64 p1, ULONG64 p2, ULONG64 p3, ULONG64 p4,
                                    const struct machine_context *context, const char *message)
{
    struct machine_context here;
    if (!context) {
        CONTEXT captured;
        RtlCaptureContext(&captured);
        rtl_context_to_machine(&here, &captured);
        context = &here;
    }
    vf_stopped(code, (const ULONG64[]){p1, p2, p3, p4}, context, message);
    const struct machine_bug_check report = {
        .code = code, .parameters = {p1, p2, p3, p4}, .context = context, .message = message};
    KIRQL irql = ki_current_processor() ? ki_current_processor()->Irql : PASSIVE_LEVEL;
    if (!IsListEmpty(&callbacks)) {
        call_back();
        ki_current_processor()->Irql = irql; /* which the report shows */
    }
    ki_services->bug_check(&report);
    __builtin_unreachable();
}

DECLSPEC_NORETURN VOID KeBugCheckEx(ULONG BugCheckCode, ULONG_PTR BugCheckParameter1, ULONG_PTR BugCheckParameter2,
                                    ULONG_PTR BugCheckParameter3, ULONG_PTR BugCheckParameter4)
{
    ki_bug_check(BugCheckCode, BugCheckParameter1, BugCheckParameter2, BugCheckParameter3, BugCheckParameter4, NULL,
                 NULL);
}

DECLSPEC_NORETURN VOID KeBugCheck(ULONG BugCheckCode)
{
    ki_bug_check(BugCheckCode, 0, 0, 0, 0, NULL, NULL);
}

/* --- callbacks --- */

static ULONG_PTR checksum(PVOID routine, PVOID buffer, ULONG_PTR length, PVOID component)
{
    return (ULONG_PTR)routine + (ULONG_PTR)buffer + length + (ULONG_PTR)component;
}

BOOLEAN KeRegisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord,
                                   PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine, PVOID Buffer, ULONG Length,
                                   PUCHAR Component)
{
    if (CallbackRecord->State != BufferEmpty)
        return FALSE;
    CallbackRecord->CallbackRoutine = CallbackRoutine;
    CallbackRecord->Buffer = Buffer;
    CallbackRecord->Length = Length;
    CallbackRecord->Component = Component;
    CallbackRecord->Checksum = checksum((PVOID)CallbackRoutine, Buffer, Length, Component);
    CallbackRecord->State = BufferInserted;
    InsertHeadList(&callbacks, &CallbackRecord->Entry);
    vf_registered("the bug check callback", CallbackRecord, CallbackRoutine);
    return TRUE;
}

BOOLEAN KeDeregisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord)
{
    if (CallbackRecord->State != BufferInserted)
        return FALSE;
    RemoveEntryList(&CallbackRecord->Entry);
    vf_unregistered(CallbackRecord);
    CallbackRecord->State = BufferEmpty;
    return TRUE;
}

/* No dump is written, so nobody is asked what should be in it. */
BOOLEAN KeRegisterBugCheckReasonCallback(PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord,
                                         PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine,
                                         KBUGCHECK_CALLBACK_REASON Reason, PUCHAR Component)
{
    if (CallbackRecord->State != BufferEmpty)
        return FALSE;
    CallbackRecord->CallbackRoutine = CallbackRoutine;
    CallbackRecord->Reason = Reason;
    CallbackRecord->Component = Component;
    CallbackRecord->Checksum = checksum((PVOID)CallbackRoutine, NULL, (ULONG_PTR)Reason, Component);
    CallbackRecord->State = BufferInserted;
    InsertHeadList(&reason_callbacks, &CallbackRecord->Entry);
    vf_registered("the bug check callback", CallbackRecord, CallbackRoutine);
    return TRUE;
}

BOOLEAN KeDeregisterBugCheckReasonCallback(PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord)
{
    if (CallbackRecord->State != BufferInserted)
        return FALSE;
    RemoveEntryList(&CallbackRecord->Entry);
    vf_unregistered(CallbackRecord);
    CallbackRecord->State = BufferEmpty;
    return TRUE;
}

/* Nothing raises a non-maskable interrupt. */
PVOID KeRegisterNmiCallback(PNMI_CALLBACK CallbackRoutine, PVOID Context)
{
    PVOID handle = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(PVOID), 'imNK');
    if (handle)
        vf_registered("the callback for non-maskable interrupts", handle, CallbackRoutine);
    return handle;
}

NTSTATUS KeDeregisterNmiCallback(PVOID Handle)
{
    vf_unregistered(Handle);
    ExFreePoolWithTag(Handle, 'imNK');
    return STATUS_SUCCESS;
}

/* The instruction BOUND does not exist in 64-bit code. */
PVOID KeRegisterBoundCallback(PBOUND_CALLBACK CallbackRoutine)
{
    PVOID handle = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(PVOID), 'noBK');
    if (handle)
        vf_registered("the callback for BOUND", handle, CallbackRoutine);
    return handle;
}

NTSTATUS KeDeregisterBoundCallback(PVOID Handle)
{
    vf_unregistered(Handle);
    ExFreePoolWithTag(Handle, 'noBK');
    return STATUS_SUCCESS;
}

/* The other images of the system call it, too. */
__declspec(dllexport) DECLSPEC_NORETURN void SimStopMissing(const char *text)
{
    ki_bug_check(0, 0, 0, 0, 0, NULL, text);
}
