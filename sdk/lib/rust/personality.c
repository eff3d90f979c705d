/*
 * The handlers that the unwind data of precompiled crates names: core and alloc are built to unwind, drivers to abort.
 * Nothing is to be cleaned up, so an exception passes through such frames.
 */
#include <ntddk.h>

EXCEPTION_DISPOSITION rust_eh_personality(EXCEPTION_RECORD *record, void *frame, CONTEXT *context, void *dispatcher);
_Noreturn void _Unwind_Resume(void *exception);

EXCEPTION_DISPOSITION rust_eh_personality(EXCEPTION_RECORD *record, void *frame, CONTEXT *context, void *dispatcher)
{
    (void)record;
    (void)frame;
    (void)context;
    (void)dispatcher;
    return ExceptionContinueSearch;
}

/* The end of a clean-up that is never begun. */
_Noreturn void _Unwind_Resume(void *exception)
{
    KeBugCheckEx(KMODE_EXCEPTION_NOT_HANDLED, (ULONG_PTR)exception, 0, 0, 0);
}
