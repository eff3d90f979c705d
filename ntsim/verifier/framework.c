/* What the frameworks, which are images of their own, tell the verifier of. */
#include "ntsim/ke/ki.h"
#include "ntsim/verifier/irps.h"
#include "ntsim/verifier/locks.h"
#include "ntsim/verifier/rules.h"
#include "ntsim/verifier/sim.h"

#include <stdarg.h>
#include <stdio.h>

_Static_assert(sizeof(struct sim_related) == sizeof(struct vf_related) && sizeof(vf_stack) == sizeof(uint32_t),
               "the same under two names");

__declspec(dllexport) uint32_t SimStack(void)
{
    return vf_here();
}

__declspec(dllexport) uint32_t SimStackOfRoutine(const void *routine)
{
    return vf_stack_of_routine((ULONG64)routine);
}

__declspec(dllexport) uint32_t SimCompletedAt(const void *irp)
{
    return vf_on ? vf_completed_at(irp) : 0;
}

__declspec(dllexport) void SimFind(const char *code, uint32_t stack, const struct sim_related *related, uint32_t count,
                                   const char *claim, ...)
{
    va_list arguments;
    va_start(arguments, claim);
    vf_find_list(code, stack, (const struct vf_related *)related, count, claim, arguments);
    va_end(arguments);
}

/* --- NULL that the framework returned, and that is then used --- */

static struct {
    PKTHREAD Thread;
    vf_stack Stack;
    char Claim[160];
} null_given;

__declspec(dllexport) void SimNoteNull(uint32_t stack, const char *claim, ...)
{
    va_list arguments;
    va_start(arguments, claim);
    null_given.Thread = ki_current_thread();
    null_given.Stack = stack;
    _vsnprintf(null_given.Claim, sizeof(null_given.Claim) - 1, claim, arguments);
    va_end(arguments);
}

void vf_touched(ULONG64 address, const struct machine_context *context)
{
    enum { NEAR_NULL = 0x10000 };
    if (!null_given.Stack || null_given.Thread != ki_current_thread() || address >= NEAR_NULL)
        return;
    const struct vf_related related = {"it was asked for at, and NULL returned", null_given.Stack};
    vf_find("VRF0510", vf_capture_context(context), &related, 1, "%s", null_given.Claim);
}
