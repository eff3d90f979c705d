/* The handler of functions with __try, whose table of scopes the compiler writes. */
#include "ntsim/rtl/unwind.h"

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
