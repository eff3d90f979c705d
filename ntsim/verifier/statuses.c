/* Statuses of drivers' routines that nobody looks at. */
#include "ntsim/verifier/vf.h"

void vf_status_lost(NTSTATUS status, const char *what, PVOID routine)
{
    if (vf_on && !NT_SUCCESS(status))
        vf_find("VRF0414", vf_stack_of_routine((ULONG64)routine), NULL, 0,
                "%s returns status 0x%08lX, and nothing comes of it: the event has happened", what, (ULONG)status);
}
