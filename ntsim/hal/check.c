/* The rules of DMA, as far as every function has them. */
#include "ntsim/hal/halp.h"

void halp_violation(enum halp_violation violation, ULONG64 second, ULONG64 third, ULONG64 fourth, const char *message)
{
    ki_bug_check(DRIVER_VERIFIER_DMA_VIOLATION, violation, second, third, fourth, NULL, message);
    __builtin_unreachable();
}

enum { DIFFERENT = 1, HIGHER = 2 };

void halp_require_dispatch(void)
{
    const KIRQL irql = ki_current_processor()->Irql;
    if (irql != DISPATCH_LEVEL)
        halp_violation(HALP_WRONG_IRQL, DIFFERENT, DISPATCH_LEVEL, irql,
                       "a DMA routine is called at another IRQL than DISPATCH_LEVEL");
}

void halp_require_at_most(KIRQL highest)
{
    const KIRQL irql = ki_current_processor()->Irql;
    if (irql > highest)
        halp_violation(HALP_WRONG_IRQL, HIGHER, highest, irql, "a DMA routine is called at too high an IRQL");
}

ULONG64 halp_offset(PMDL mdl, PVOID address, ULONG length)
{
    const ULONG64 offset = (ULONG64)((PUCHAR)address - (PUCHAR)MmGetMdlVirtualAddress(mdl));
    if (offset >= mdl->ByteCount)
        halp_violation(HALP_OUTSIDE_MDL, (ULONG64)address, (ULONG64)mdl, length,
                       "a DMA routine gets an address that its MDL does not describe");
    return offset;
}
