/*
 * Exceptions: the search for a handler, and the unwinding to the one found.
 *
 * Both walk the frames from the exception outwards and call the handlers that the functions' unwind data name. Handlers
 * run on top of the frames they look at, so an exception in a handler, or an unwind out of one, meets the walk that is
 * under way: call_search_handler and call_unwind_handler have handlers of their own, which tell the inner walk so.
 */
#include "ntsim/rtl/unwind.h"
#include "ntsim/verifier/shadow.h"
#include "ntsim/verifier/vf.h"

#include "ntsim/ke/ki.h"
#include "ntsim/rtl/context.h"

EXCEPTION_DISPOSITION rtlp_call_search_handler(PEXCEPTION_RECORD record, ULONG64 frame, PCONTEXT context,
                                               PDISPATCHER_CONTEXT dispatcher);
EXCEPTION_DISPOSITION rtlp_call_unwind_handler(PEXCEPTION_RECORD record, ULONG64 frame, PCONTEXT context,
                                               PDISPATCHER_CONTEXT dispatcher);
EXCEPTION_ROUTINE rtlp_nested_exception, rtlp_collided_unwind;

/* The dispatcher context lies in the frame, where the two handlers below find it. Its LanguageHandler is called. */
#define CALLER(name, handler)                                                                                          \
    ".p2align 4\n" name ":\n\t"                                                                                        \
    ".seh_proc " name "\n\t"                                                                                           \
    ".seh_handler " handler ", @except, @unwind\n\t"                                                                   \
    "subq $40, %rsp\n\t"                                                                                               \
    ".seh_stackalloc 40\n\t"                                                                                           \
    ".seh_endprologue\n\t"                                                                                             \
    "movq %r9, 32(%rsp)\n\t"                                                                                           \
    "callq *48(%r9)\n\t"                                                                                               \
    "nop\n\t"                                                                                                          \
    "addq $40, %rsp\n\t"                                                                                               \
    "retq\n\t"                                                                                                         \
    ".seh_endproc\n\t"
__asm__(".text\n\t" CALLER("rtlp_call_search_handler", "rtlp_nested_exception")
            CALLER("rtlp_call_unwind_handler", "rtlp_collided_unwind"));
_Static_assert(FIELD_OFFSET(DISPATCHER_CONTEXT, LanguageHandler) == 48, "the calls above go there");
enum { DISPATCHER_IN_FRAME = 32 };

static PDISPATCHER_CONTEXT dispatcher_in(PVOID frame)
{
    return *(PDISPATCHER_CONTEXT *)((PUCHAR)frame + DISPATCHER_IN_FRAME);
}

/* An exception in a filter: the frames up to the one whose filter it is are searched anew, and know that. */
EXCEPTION_DISPOSITION rtlp_nested_exception(PEXCEPTION_RECORD Record, PVOID EstablisherFrame, PCONTEXT Context,
                                            PDISPATCHER_CONTEXT Dispatcher)
{
    if (Record->ExceptionFlags & (EXCEPTION_UNWINDING | EXCEPTION_EXIT_UNWIND))
        return ExceptionContinueSearch;
    Dispatcher->EstablisherFrame = dispatcher_in(EstablisherFrame)->EstablisherFrame;
    return ExceptionNestedException;
}

/* An exception or an unwind out of a __finally: the walk goes on where the interrupted unwind was. */
EXCEPTION_DISPOSITION rtlp_collided_unwind(PEXCEPTION_RECORD Record, PVOID EstablisherFrame, PCONTEXT Context,
                                           PDISPATCHER_CONTEXT Dispatcher)
{
    const ULONG64 target = Dispatcher->TargetIp;
    *Dispatcher = *dispatcher_in(EstablisherFrame);
    Dispatcher->TargetIp = target;
    return ExceptionCollidedUnwind;
}

static void describe(PDISPATCHER_CONTEXT dispatcher, const struct rtlp_frame *frame, PCONTEXT context)
{
    *dispatcher = (DISPATCHER_CONTEXT){
        .ControlPc = frame->ControlPc,
        .ImageBase = frame->ImageBase,
        .FunctionEntry = frame->Function,
        .EstablisherFrame = frame->Establisher,
        .ContextRecord = context,
        .LanguageHandler = frame->Handler,
        .HandlerData = frame->HandlerData,
    };
}

static DECLSPEC_NORETURN void raise_about(NTSTATUS status, PEXCEPTION_RECORD about)
{
    EXCEPTION_RECORD record = {
        .ExceptionCode = status, .ExceptionFlags = EXCEPTION_NONCONTINUABLE, .ExceptionRecord = about};
    RtlRaiseException(&record);
    __builtin_unreachable();
}

/* Within the stack in use: what a DPC interrupted does not see the DPC's exceptions. */
static BOOLEAN is_frame(ULONG64 address)
{
    struct ki_processor *processor = ki_current_processor();
    const ULONG64 dpc = address - (ULONG64)(processor->DpcStack - KI_DPC_STACK);
    return address % 8 == 0 && (processor->DpcActive ? dpc < KI_DPC_STACK : rtlp_on_stack(address, 8));
}

/* --- the search --- */

/* What a handler answered. TRUE: the search is over, its result is in *handled. */
static BOOLEAN answered(EXCEPTION_DISPOSITION disposition, PEXCEPTION_RECORD record, BOOLEAN *handled)
{
    switch (disposition) {
    case ExceptionContinueExecution:
        if (record->ExceptionFlags & EXCEPTION_NONCONTINUABLE)
            raise_about(STATUS_NONCONTINUABLE_EXCEPTION, record);
        *handled = TRUE;
        return TRUE;
    case ExceptionContinueSearch:
    case ExceptionNestedException:
    case ExceptionCollidedUnwind:
        return FALSE;
    default:
        raise_about(STATUS_INVALID_DISPOSITION, record);
    }
}

BOOLEAN rtlp_dispatch(PEXCEPTION_RECORD record, PCONTEXT context)
{
    CONTEXT walked = *context;
    struct rtlp_frame frame;
    DISPATCHER_CONTEXT dispatcher;
    ULONG64 nested = 0; /* frames up to this one have been searched for an exception that is not dealt with yet */
    BOOLEAN handled = FALSE;
    record->ExceptionFlags &= EXCEPTION_NONCONTINUABLE;
    while (rtlp_unwind_frame(&walked, UNW_FLAG_EHANDLER, &frame)) {
        if (!is_frame(frame.Establisher)) {
            record->ExceptionFlags |= EXCEPTION_STACK_INVALID;
            break;
        }
        if (frame.Handler) {
            describe(&dispatcher, &frame, &walked);
            BOOLEAN again;
            do {
                again = FALSE;
                const EXCEPTION_DISPOSITION disposition =
                    rtlp_call_search_handler(record, dispatcher.EstablisherFrame, context, &dispatcher);
                if (nested == frame.Establisher) {
                    record->ExceptionFlags &= ~(ULONG)EXCEPTION_NESTED_CALL;
                    nested = 0;
                }
                if (answered(disposition, record, &handled))
                    return handled;
                if (disposition == ExceptionNestedException) {
                    record->ExceptionFlags |= EXCEPTION_NESTED_CALL;
                    if (dispatcher.EstablisherFrame > nested)
                        nested = dispatcher.EstablisherFrame;
                } else if (disposition == ExceptionCollidedUnwind) {
                    /* On with the frame that was being unwound, from the scope after the __finally that faulted. */
                    walked = *dispatcher.ContextRecord;
                    dispatcher.ContextRecord = &walked;
                    frame.Establisher = dispatcher.EstablisherFrame;
                    struct rtlp_frame same;
                    if (!rtlp_unwind_frame(&walked, UNW_FLAG_EHANDLER, &same))
                        return FALSE;
                    again = TRUE;
                }
            } while (again);
        }
        /* A frame outside all images is the host's, which has no part in this; a wild call's is looked through. */
        if (walked.Rip == 0 || (!frame.ImageBase && frame.ControlPc != context->Rip))
            break;
    }
    return FALSE;
}

/* --- unwinding --- */

static DECLSPEC_NORETURN void land(PCONTEXT context, ULONG64 target, PVOID value, PEXCEPTION_RECORD record)
{
    context->Rax = (ULONG64)value;
    context->Rip = target;
    RtlRestoreContext(context, record);
}

/*
 * `at` is the frame under way, `next` its caller. Handlers of one frame may be called more than once: after a collision
 * the interrupted frame's are taken up again.
 */
VOID RtlUnwindEx(PVOID TargetFrame, PVOID TargetIp, PEXCEPTION_RECORD ExceptionRecord, PVOID ReturnValue,
                 PCONTEXT OriginalContext, PUNWIND_HISTORY_TABLE HistoryTable)
{
    EXCEPTION_RECORD own;
    CONTEXT at, next;
    struct rtlp_frame frame;
    DISPATCHER_CONTEXT dispatcher;
    const ULONG64 target = (ULONG64)TargetFrame;
    RtlCaptureContext(&at);
    rtlp_unwind_frame(&at, UNW_FLAG_NHANDLER, &frame);
    if (!ExceptionRecord) {
        own = (EXCEPTION_RECORD){.ExceptionCode = STATUS_UNWIND, .ExceptionAddress = (PVOID)at.Rip};
        ExceptionRecord = &own;
    }
    ULONG flags = EXCEPTION_UNWINDING | (target ? 0 : EXCEPTION_EXIT_UNWIND);
    for (;;) {
        next = at;
        if (!rtlp_unwind_frame(&next, UNW_FLAG_UHANDLER, &frame) || !is_frame(frame.Establisher) ||
            (target && frame.Function && frame.Establisher > target))
            raise_about(target ? STATUS_INVALID_UNWIND_TARGET : STATUS_BAD_STACK, ExceptionRecord);
        if (frame.Handler) {
            describe(&dispatcher, &frame, &at);
            do {
                ExceptionRecord->ExceptionFlags =
                    flags | (dispatcher.EstablisherFrame == target ? EXCEPTION_TARGET_UNWIND : 0);
                dispatcher.TargetIp = (ULONG64)TargetIp;
                at.Rax = (ULONG64)ReturnValue;
                const EXCEPTION_DISPOSITION disposition =
                    rtlp_call_unwind_handler(ExceptionRecord, dispatcher.EstablisherFrame, &at, &dispatcher);
                flags &= ~(ULONG)EXCEPTION_COLLIDED_UNWIND;
                if (disposition == ExceptionCollidedUnwind) {
                    at = *dispatcher.ContextRecord;
                    dispatcher.ContextRecord = &at;
                    next = at;
                    if (!rtlp_unwind_frame(&next, UNW_FLAG_UHANDLER, &frame))
                        raise_about(STATUS_BAD_STACK, ExceptionRecord);
                    flags |= EXCEPTION_COLLIDED_UNWIND;
                } else if (disposition != ExceptionContinueSearch) {
                    raise_about(STATUS_INVALID_DISPOSITION, ExceptionRecord);
                }
            } while (flags & EXCEPTION_COLLIDED_UNWIND);
        }
        if (frame.Function && frame.Establisher == target) {
            vf_stack_left((ULONG64)&at, at.Rsp);
            land(&at, (ULONG64)TargetIp, ReturnValue, ExceptionRecord);
        }
        at = next;
    }
}

VOID RtlUnwind(PVOID TargetFrame, PVOID TargetIp, PEXCEPTION_RECORD ExceptionRecord, PVOID ReturnValue)
{
    CONTEXT scratch;
    RtlUnwindEx(TargetFrame, TargetIp, ExceptionRecord, ReturnValue, &scratch, NULL);
}

VOID _local_unwind(PVOID Frame, PVOID TargetIp)
{
    RtlUnwind(Frame, TargetIp, NULL, NULL);
    __builtin_unreachable();
}

/* --- raising --- */

DECLSPEC_NORETURN void rtlp_raise(PEXCEPTION_RECORD record, PCONTEXT context)
{
    if (rtlp_dispatch(record, context))
        RtlRestoreContext(context, NULL);
    struct machine_context where;
    struct ki_processor *processor = ki_current_processor();
    PKTHREAD thread = processor->CurrentThread;
    const ULONG64 code = (ULONG)record->ExceptionCode, address = (ULONG64)record->ExceptionAddress;
    rtl_context_to_machine(&where, context);
    if (record->ExceptionCode == STATUS_ACCESS_VIOLATION)
        vf_touched(record->ExceptionInformation[1], &where);
    if (!processor->DpcActive && thread->SystemThread)
        ki_bug_check(SYSTEM_THREAD_EXCEPTION_NOT_HANDLED, code, address, (ULONG64)record, (ULONG64)context, &where,
                     NULL);
    if (!processor->DpcActive && thread->PreviousMode == UserMode)
        ki_bug_check(SYSTEM_SERVICE_EXCEPTION, code, address, (ULONG64)context, 0, &where, NULL);
    ki_bug_check(KMODE_EXCEPTION_NOT_HANDLED, code, address, record->ExceptionInformation[0],
                 record->ExceptionInformation[1], &where, NULL);
}

/* The functions that raise end by this with the context of their caller, which the exception is said to be in. */
static DECLSPEC_NORETURN void raise_from(PEXCEPTION_RECORD record, PCONTEXT context)
{
    struct rtlp_frame frame;
    rtlp_unwind_frame(context, UNW_FLAG_NHANDLER, &frame);
    record->ExceptionAddress = (PVOID)context->Rip;
    rtlp_raise(record, context);
}

VOID RtlRaiseException(PEXCEPTION_RECORD ExceptionRecord)
{
    CONTEXT context;
    RtlCaptureContext(&context);
    raise_from(ExceptionRecord, &context);
}

DECLSPEC_NORETURN VOID RtlRaiseStatus(NTSTATUS Status)
{
    EXCEPTION_RECORD record = {.ExceptionCode = Status, .ExceptionFlags = EXCEPTION_NONCONTINUABLE};
    CONTEXT context;
    RtlCaptureContext(&context);
    raise_from(&record, &context);
}

DECLSPEC_NORETURN VOID ExRaiseStatus(NTSTATUS Status)
{
    EXCEPTION_RECORD record = {.ExceptionCode = Status, .ExceptionFlags = EXCEPTION_NONCONTINUABLE};
    CONTEXT context;
    RtlCaptureContext(&context);
    raise_from(&record, &context);
}

DECLSPEC_NORETURN VOID ExRaiseAccessViolation(VOID)
{
    ExRaiseStatus(STATUS_ACCESS_VIOLATION);
}

DECLSPEC_NORETURN VOID ExRaiseDatatypeMisalignment(VOID)
{
    ExRaiseStatus(STATUS_DATATYPE_MISALIGNMENT);
}
