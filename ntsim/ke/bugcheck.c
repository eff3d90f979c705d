/* Stop codes. */
#include "ntsim/ke/ki.h"

#include "ntsim/rtl/context.h"

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
    const struct machine_bug_check report = {
        .code = code, .parameters = {p1, p2, p3, p4}, .context = context, .message = message};
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
