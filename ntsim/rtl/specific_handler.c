/* The handler of functions with __try, whose table of scopes the compiler writes. */
#include "ntsim/rtl/unwind.h"

#include "ntsim/rtl/context.h"
#include "ntsim/verifier/vf.h"

struct scope {
    ULONG Begin, End;
    ULONG Handler; /* filter or __finally; 1: EXCEPTION_EXECUTE_HANDLER without a filter */
    ULONG Target;  /* the __except block; 0: this is a __finally */
};

struct scope_table {
    ULONG Count;
    struct scope Scopes[];
};

typedef LONG filter_function(EXCEPTION_POINTERS *pointers, PVOID frame);
typedef VOID finally_function(BOOLEAN abnormal, PVOID frame);

static BOOLEAN covers(const struct scope *scope, ULONG64 rva)
{
    return rva >= scope->Begin && rva < scope->End;
}

static LONG filter(const struct scope *scope, PEXCEPTION_RECORD record, PCONTEXT context, PVOID frame, ULONG64 base)
{
    EXCEPTION_POINTERS pointers = {.ExceptionRecord = record, .ContextRecord = context};
    if (scope->Handler == EXCEPTION_EXECUTE_HANDLER)
        return EXCEPTION_EXECUTE_HANDLER;
    return ((filter_function *)(base + scope->Handler))(&pointers, frame);
}

static EXCEPTION_DISPOSITION search(const struct scope_table *table, PEXCEPTION_RECORD record, PVOID frame,
                                    PCONTEXT context, PDISPATCHER_CONTEXT dispatcher)
{
    const ULONG64 base = dispatcher->ImageBase, rva = dispatcher->ControlPc - base;
    for (ULONG i = dispatcher->ScopeIndex; i < table->Count; i++) {
        const struct scope *scope = &table->Scopes[i];
        if (!covers(scope, rva) || !scope->Target)
            continue;
        const LONG verdict = filter(scope, record, context, frame, base);
        if (verdict < 0)
            return ExceptionContinueExecution;
        if (verdict > 0)
            RtlUnwindEx(frame, (PVOID)(base + scope->Target), record, (PVOID)(ULONG64)(ULONG)record->ExceptionCode,
                        dispatcher->ContextRecord, dispatcher->HistoryTable);
    }
    return ExceptionContinueSearch;
}

/* Runs the __finally blocks that are left, out to the scope that the unwind ends in. */
static EXCEPTION_DISPOSITION unwind(const struct scope_table *table, PEXCEPTION_RECORD record, PVOID frame,
                                    PDISPATCHER_CONTEXT dispatcher)
{
    const ULONG64 base = dispatcher->ImageBase, rva = dispatcher->ControlPc - base;
    const BOOLEAN last = (record->ExceptionFlags & EXCEPTION_TARGET_UNWIND) != 0;
    const ULONG64 target = dispatcher->TargetIp - base;
    for (ULONG i = dispatcher->ScopeIndex; i < table->Count; i++) {
        const struct scope *scope = &table->Scopes[i];
        if (!covers(scope, rva))
            continue;
        if (last && (scope->Target ? scope->Target == target : covers(scope, target)))
            break;
        if (!scope->Target) {
            dispatcher->ScopeIndex = i + 1; /* should this one not return, it is not called again */
            ((finally_function *)(base + scope->Handler))(TRUE, frame);
        }
    }
    return ExceptionContinueSearch;
}

EXCEPTION_DISPOSITION __C_specific_handler(struct _EXCEPTION_RECORD *ExceptionRecord, void *EstablisherFrame,
                                           struct _CONTEXT *ContextRecord,
                                           struct _DISPATCHER_CONTEXT *DispatcherContext)
{
    const struct scope_table *table = DispatcherContext->HandlerData;
    if (ExceptionRecord->ExceptionFlags & (EXCEPTION_UNWINDING | EXCEPTION_EXIT_UNWIND))
        return unwind(table, ExceptionRecord, EstablisherFrame, DispatcherContext);
    return search(table, ExceptionRecord, EstablisherFrame, ContextRecord, DispatcherContext);
}

/* --- what would be handled --- */

enum { MOST_SCOPES = 1024, MOST_FRAMES = 256 };

/* An __except block of the driver that covers the place; what a filter would say of it is not asked. */
static BOOLEAN has_except(const struct rtlp_frame *frame)
{
    const struct scope_table *table = frame->HandlerData;
    if (table->Count == 0 || table->Count > MOST_SCOPES)
        return FALSE;
    for (ULONG i = 0; i < table->Count; i++)
        if (covers(&table->Scopes[i], frame->ControlPc - frame->ImageBase) && table->Scopes[i].Target)
            return TRUE;
    return FALSE;
}

BOOLEAN rtlp_is_guarded(const struct machine_context *context)
{
    CONTEXT at;
    struct rtlp_frame frame;
    rtl_context_from_machine(&at, context);
    for (ULONG i = 0; i < MOST_FRAMES; i++) {
        const ULONG64 pc = at.Rip, stack = at.Rsp;
        if (!rtlp_unwind_frame(&at, UNW_FLAG_EHANDLER, &frame) || at.Rsp <= stack)
            return FALSE;
        if (frame.Handler && vf_is_driver_itself((const VOID *)pc) && has_except(&frame))
            return TRUE;
    }
    return FALSE;
}
