/* Processes: the system's own, of which driver threads are part, and the one that calls from user mode. */
#include "ntsim/ps/psp.h"

PKPROCESS ki_system_process;
static struct _EPROCESS system_process, user_process;

static void init(struct _EPROCESS *process, ULONG_PTR id)
{
    InitializeListHead(&process->Pcb.Threads);
    InitializeListHead(&process->Pcb.Header.WaitListHead);
    process->Pcb.Header.Type = KI_PROCESS;
    process->Pcb.Id = (HANDLE)id;
}

void psp_init(void)
{
    init(&system_process, 4);
    init(&user_process, 0x1000);
    ki_system_process = &system_process.Pcb;
}

PKPROCESS psp_user_process(void)
{
    return &user_process.Pcb;
}
