/* The start of the system, in the order in which its parts stand on each other. */
#include "ntsim/cm/cmp.h"
#include "ntsim/fs/ram.h"
#include "ntsim/io/iop.h"
#include "ntsim/ke/schedule.h"
#include "ntsim/pnp/pip.h"
#include "ntsim/ps/psp.h"
#include "ntsim/verifier/vf.h"

static const struct machine_boot *boot_record;
static volatile BOOLEAN finished;

static void check(NTSTATUS status)
{
    if (!NT_SUCCESS(status))
        ki_bug_check(PHASE1_INITIALIZATION_FAILED, (ULONG)status, 0, 0, 0, NULL, NULL);
}

static void run_main(PVOID context)
{
    check(ob_init());
    check(cm_init());
    check(fs_init());
    check(pip_init_root_bus());
    boot_record->main(context);
    finished = TRUE;
}

__declspec(dllexport) void SimStart(const struct machine_boot *boot)
{
    boot_record = boot;
    ki_services = boot->services;
    ki_boot_time = (ULONG64)boot->time;
    ki_seed(boot->seed);
    vf_on = boot->verify;
    ki_init_schedule(&boot->schedule, boot->seed);
    psp_init();
    for (ULONG i = 0; i < boot->processors; i++)
        ki_start_processor();
    PKTHREAD first = psp_create_thread(psp_user_process(), boot->main_stack_size, run_main, boot->context);
    if (!first)
        ki_bug_check(PHASE0_INITIALIZATION_FAILED, 0, 0, 0, 0, NULL, "no memory for the first thread");
    ki_ready(first);
    ki_idle(&finished);
}
