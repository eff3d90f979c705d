/* IRQL. */
#include "ntsim/ke/schedule.h"

#include "ntsim/verifier/paged.h"

KIRQL KeGetCurrentIrql(VOID)
{
    return ki_current_processor()->Irql;
}

KIRQL KfRaiseIrql(KIRQL NewIrql)
{
    struct ki_processor *processor = ki_current_processor();
    KIRQL old = processor->Irql;
    if (NewIrql < old)
        ki_bug_check(IRQL_NOT_GREATER_OR_EQUAL, old, NewIrql, 0, 0, NULL, "KeRaiseIrql to a lower IRQL");
    ki_trace(MACHINE_TRACE_IRQL, NewIrql, 0, 0, processor->Number);
    processor->Irql = NewIrql;
    if (old < DISPATCH_LEVEL && NewIrql >= DISPATCH_LEVEL)
        vf_raised();
    return old;
}

KIRQL KeRaiseIrqlToDpcLevel(VOID)
{
    return KfRaiseIrql(DISPATCH_LEVEL);
}

static void lower(struct ki_processor *processor, KIRQL irql)
{
    KIRQL old = processor->Irql;
    processor->Irql = irql;
    ki_trace(MACHINE_TRACE_IRQL, irql, 0, 0, processor->Number);
    if (processor->PendingIrql > irql) {
        processor->Irql = max(irql, DISPATCH_LEVEL); /* DPCs come after all interrupts */
        ki_deliver_interrupts();
        processor->Irql = irql;
        old = max(old, DISPATCH_LEVEL);
    }
    if (old < DISPATCH_LEVEL || irql >= DISPATCH_LEVEL) {
        if (old >= APC_LEVEL && irql < APC_LEVEL)
            ki_check_apcs();
        return;
    }
    if (ki_pending_dpcs)
        ki_run_dpcs();
    else
        ki_preempt();
    if (irql < APC_LEVEL)
        ki_check_apcs();
}

VOID KeLowerIrql(KIRQL NewIrql)
{
    struct ki_processor *processor = ki_current_processor();
    if (NewIrql > processor->Irql)
        ki_bug_check(IRQL_NOT_LESS_OR_EQUAL, 0, processor->Irql, NewIrql, (ULONG64)_ReturnAddress(), NULL,
                     "KeLowerIrql to a higher IRQL");
    lower(processor, NewIrql);
    KI_POINT(MACHINE_POINT_IRQL, NULL);
}
