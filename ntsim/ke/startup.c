/* The start of the system, and its idle thread. */
#include "ntsim/ke/ki.h"

#include "ntsim/mm/mi.h"
#include "ntsim/ps/psp.h"

const struct machine_services *ki_services;
struct ki_processor *ki_processors[KI_MAX_PROCESSORS];
ULONG ki_processor_count;

enum { IDLE_PRIORITY = 0 };

static KTHREAD idle_threads[KI_MAX_PROCESSORS];
static const struct machine_boot *boot_record;
static BOOLEAN finished;

static void start_processor(ULONG number)
{
    struct ki_processor *processor = ki_services->map(ROUND_TO_PAGES(sizeof(*processor)), false);
    PKTHREAD idle = &idle_threads[number];
    processor->Self = processor;
    processor->CurrentPrcb = &processor->MxCsr;
    processor->Number = number;
    processor->LegacyNumber = (UCHAR)number;
    processor->DpcStack = mi_allocate_stack(KI_DPC_STACK) + KI_DPC_STACK;
    processor->IdleThread = processor->CurrentThread = idle;
    processor->Irql = PASSIVE_LEVEL;
    ki_processors[number] = processor;
    ki_processor_count = number + 1;
    if (number == 0)
        ki_services->select_processor(processor);
    ki_init_thread(idle, ki_system_process, NULL);
    idle->Priority = idle->BasePriority = IDLE_PRIORITY;
    idle->State = KI_RUNNING;
    idle->SystemThread = TRUE;
    idle->StackBase = (PUCHAR)MAXULONG_PTR; /* the machine's own stack */
}

static void run_main(PVOID context)
{
    boot_record->main(context);
    finished = TRUE;
}

/* The idle thread is the machine's: where nothing else can run, time goes on to what happens next. */
static void idle(void)
{
    while (!finished) {
        ki_preempt();
        if (!finished && !ki_next_timer())
            ki_services->hang("no thread can run, and no timer is set");
    }
}

__declspec(dllexport) void SimStart(const struct machine_boot *boot)
{
    boot_record = boot;
    ki_services = boot->services;
    ki_boot_time = (ULONG64)boot->time;
    ki_seed(boot->seed);
    psp_init();
    for (ULONG i = 0; i < boot->processors; i++)
        start_processor(i);
    PKTHREAD first = psp_create_thread(ki_system_process, boot->main_stack_size, run_main, boot->context);
    if (!first)
        ki_bug_check(PHASE0_INITIALIZATION_FAILED, 0, 0, 0, 0, NULL, "no memory for the first thread");
    ki_ready(first);
    idle();
}
