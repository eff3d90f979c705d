/* Processors, and their idle threads. */
#include "ntsim/ke/ki.h"

#include "ntsim/mm/mi.h"
#include "ntsim/ob/obp.h"
#include "ntsim/ps/psp.h"

const struct machine_services *ki_services;
struct ki_processor *ki_processors[KI_MAX_PROCESSORS];
ULONG ki_processor_count;

enum { IDLE_PRIORITY = 0 };

/* They are objects, as drivers may take references to whichever thread a DPC interrupts. */
static struct {
    DECLSPEC_ALIGN(16) UCHAR Header[sizeof(struct ob_header)];
    struct _ETHREAD Thread;
} idle_threads[KI_MAX_PROCESSORS];

static PKTHREAD idle_thread(ULONG number)
{
    struct ob_header *header = ob_header_of(&idle_threads[number].Thread);
    header->PointerCount = 1;
    header->Type = *PsThreadType;
    InitializeListHead(&header->DirectoryEntry);
    return &idle_threads[number].Thread.Tcb;
}

void ki_start_processor(void)
{
    ULONG number = ki_processor_count++;
    struct ki_processor *processor = ki_services->map(ROUND_TO_PAGES(sizeof(*processor)), false);
    PKTHREAD idle = idle_thread(number);
    processor->Self = processor;
    processor->CurrentPrcb = &processor->MxCsr;
    processor->Number = number;
    processor->LegacyNumber = (UCHAR)number;
    processor->DpcStack = mi_allocate_stack(KI_DPC_STACK) + KI_DPC_STACK;
    processor->IdleThread = processor->CurrentThread = idle;
    processor->Irql = PASSIVE_LEVEL;
    ki_processors[number] = processor;
    if (number == 0)
        ki_services->select_processor(processor);
    PUCHAR stack = number ? mi_allocate_stack(KI_KERNEL_STACK) : NULL;
    if (stack)
        idle->StackPointer = ki_prepare_stack(stack + KI_KERNEL_STACK, ki_idle_elsewhere);
    ki_init_thread(idle, ki_system_process, NULL);
    idle->Priority = idle->BasePriority = IDLE_PRIORITY;
    idle->State = KI_RUNNING;
    idle->SystemThread = TRUE;
    idle->Affinity = 1ULL << number;
    idle->Processor = number;
    idle->StackLimit = stack;
    idle->StackBase = stack ? stack + KI_KERNEL_STACK : (PUCHAR)MAXULONG_PTR; /* the machine's own, until ki_idle */
}
