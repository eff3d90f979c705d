/*
 * Unwinding frames by the data that amd64 images carry (.pdata, .xdata), version 1 and what of version 2 is the same.
 * Sources: Microsoft's public description of x64 exception handling.
 *
 * The declarations are those of Windows; exports of ntoskrnl.exe that no header of the kit has.
 */
#ifndef NTSIM_RTL_UNWIND_H
#define NTSIM_RTL_UNWIND_H

#include "ntsim/machine/services.h"

#include <ntifs.h>

typedef struct _RUNTIME_FUNCTION {
    ULONG BeginAddress, EndAddress, UnwindData; /* relative to the image */
} RUNTIME_FUNCTION, *PRUNTIME_FUNCTION;

enum { UNW_FLAG_NHANDLER, UNW_FLAG_EHANDLER, UNW_FLAG_UHANDLER, UNW_FLAG_CHAININFO = 4 };

typedef struct _UNWIND_HISTORY_TABLE UNWIND_HISTORY_TABLE, *PUNWIND_HISTORY_TABLE; /* a cache, not used */
typedef struct _KNONVOLATILE_CONTEXT_POINTERS {
    PM128A Xmm[16];
    PULONG64 Integer[16];
} KNONVOLATILE_CONTEXT_POINTERS, *PKNONVOLATILE_CONTEXT_POINTERS;

typedef EXCEPTION_DISPOSITION EXCEPTION_ROUTINE(struct _EXCEPTION_RECORD *Record, PVOID EstablisherFrame,
                                                struct _CONTEXT *Context, struct _DISPATCHER_CONTEXT *Dispatcher);
typedef EXCEPTION_ROUTINE *PEXCEPTION_ROUTINE;

typedef struct _DISPATCHER_CONTEXT {
    ULONG64 ControlPc;
    ULONG64 ImageBase;
    PRUNTIME_FUNCTION FunctionEntry;
    ULONG64 EstablisherFrame;
    ULONG64 TargetIp;
    PCONTEXT ContextRecord;
    PEXCEPTION_ROUTINE LanguageHandler;
    PVOID HandlerData;
    PUNWIND_HISTORY_TABLE HistoryTable;
    ULONG ScopeIndex;
    ULONG Fill0;
} DISPATCHER_CONTEXT, *PDISPATCHER_CONTEXT;

/* Functions of dynamic code are not known. NULL for a leaf function, or outside all images (*ImageBase is 0 then). */
WDK_NTOS("5.2.3790")
PRUNTIME_FUNCTION RtlLookupFunctionEntry(ULONG64 ControlPc, PULONG64 ImageBase, PUNWIND_HISTORY_TABLE HistoryTable);
WDK_NTOS("5.2.3790")
PEXCEPTION_ROUTINE RtlVirtualUnwind(ULONG HandlerType, ULONG64 ImageBase, ULONG64 ControlPc,
                                    PRUNTIME_FUNCTION FunctionEntry, PCONTEXT ContextRecord, PVOID *HandlerData,
                                    PULONG64 EstablisherFrame, PKNONVOLATILE_CONTEXT_POINTERS ContextPointers);
WDK_NTOS("5.2.3790")
VOID RtlUnwindEx(PVOID TargetFrame, PVOID TargetIp, PEXCEPTION_RECORD ExceptionRecord, PVOID ReturnValue,
                 PCONTEXT OriginalContext, PUNWIND_HISTORY_TABLE HistoryTable);
WDK_NTOS("5.0.2195")
VOID RtlUnwind(PVOID TargetFrame, PVOID TargetIp, PEXCEPTION_RECORD ExceptionRecord, PVOID ReturnValue);
WDK_NTOS("5.2.3790")
DECLSPEC_NORETURN VOID RtlRestoreContext(PCONTEXT ContextRecord, PEXCEPTION_RECORD ExceptionRecord);
WDK_NTOS("5.0.2195")
VOID RtlRaiseException(PEXCEPTION_RECORD ExceptionRecord);
WDK_NTOS("5.0.2195")
DECLSPEC_NORETURN VOID RtlRaiseStatus(NTSTATUS Status);
WDK_NTOS("5.0.2195")
PVOID RtlPcToFileHeader(PVOID PcValue, PVOID *BaseOfImage);
WDK_NTOS("5.2.3790")
DECLSPEC_NORETURN VOID _local_unwind(PVOID Frame, PVOID TargetIp);

/* --- unwind.c --- */

/* Whether `size` bytes there belong to a stack of the running thread, so that unwinding may read them. */
BOOLEAN rtlp_on_stack(ULONG64 address, ULONG64 size);

/* One frame of a walk. */
struct rtlp_frame {
    ULONG64 ControlPc, ImageBase, Establisher;
    PRUNTIME_FUNCTION Function; /* NULL: a leaf */
    PEXCEPTION_ROUTINE Handler; /* of the kind asked for, or NULL */
    PVOID HandlerData;
};

/*
 * The frame that `context` is in, and `context` made that of its caller. FALSE where there is no telling: the stack
 * pointer is off the thread's stack, or the unwind data make no sense.
 */
BOOLEAN rtlp_unwind_frame(PCONTEXT context, ULONG handler_type, struct rtlp_frame *frame);

/* The return addresses from that place outwards, its own first, at most `max`. Never faults. */
__declspec(dllexport) uint32_t SimWalkStack(const struct machine_context *context, uint64_t *frames, uint32_t max);

/* --- specific_handler.c --- */

/* Whether a driver's code that is under way there stands within a __try with an __except. */
BOOLEAN rtlp_is_guarded(const struct machine_context *context);

/* --- dispatch.c --- */

/* Looks for a handler, which may not return. TRUE: go on at *context. FALSE: nobody handled it. */
BOOLEAN rtlp_dispatch(PEXCEPTION_RECORD record, PCONTEXT context);
/* The same, and the bug check that an unhandled exception is; goes on at *context, or elsewhere. */
DECLSPEC_NORETURN void rtlp_raise(PEXCEPTION_RECORD record, PCONTEXT context);

#endif
