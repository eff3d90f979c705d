/* Processes: the system's own, of which driver threads are part. */
#include "ntsim/ps/psp.h"

PKPROCESS ki_system_process;
static struct _EPROCESS system_process;

void psp_init(void)
{
    ki_system_process = &system_process.Pcb;
    InitializeListHead(&ki_system_process->Threads);
    InitializeListHead(&ki_system_process->Header.WaitListHead);
    ki_system_process->Header.Type = KI_PROCESS;
    ki_system_process->Id = (HANDLE)4;
}
