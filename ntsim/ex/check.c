/* What must be over before memory is freed, or a driver goes. */
#include "ntsim/ex/exp.h"
#include "ntsim/ke/schedule.h"
#include "ntsim/ke/watch.h"

#include <stdio.h>

enum { UNLOADED_WITH_POOL = 0x62, FREED_LOOKASIDE = 0xCC, FREED_RESOURCE = 0xD2, TIMER = 0, DPC = 1, DPC_ROUTINE = 2 };

USHORT ki_watched[KI_WATCH_SLOTS];

/* `code`: of the finding; the memory is a block of pool, or an image. */
static void find(const char *code, const char *what, vf_stack allocated)
{
    const struct vf_related related = {"the block was allocated at", allocated};
    vf_find(code, vf_here(), &related, 1, "%s in which there is %s", allocated ? "pool is freed" : "memory goes", what);
}

void exp_check_memory(ULONG64 begin, SIZE_T size, vf_stack allocated)
{
    PVOID found;
    vf_memory_goes(begin, size);
    if (vf_racing)
        vf_race_forget(begin, size);
    if (ki_preemptive)
        ki_freed(begin, size);
    if (ki_pending_dpcs && (found = ki_find_dpc(begin, size)) != NULL) {
        find("VRF0012", "a DPC that is queued", allocated);
        ki_bug_check(TIMER_OR_DPC_INVALID, DPC, (ULONG64)found, begin, begin + size, NULL,
                     "memory is freed in which there is a DPC that is queued");
    }
    if (!ki_may_hold_watched(begin, size))
        return;
    if ((found = ki_find_timer(begin, size)) != NULL) {
        find("VRF0011", "a timer that is set", allocated);
        ki_bug_check(TIMER_OR_DPC_INVALID, TIMER, (ULONG64)found, begin, begin + size, NULL,
                     "memory is freed in which there is a timer that is set");
    }
    if ((found = exp_find_resource(begin, size)) != NULL) {
        find("VRF0013", "a resource that was not deleted", allocated);
        exp_violation(FREED_RESOURCE, (ULONG64)found, begin, size,
                      "memory is freed in which there is a resource that was not deleted");
    }
    if ((found = exp_find_lookaside(begin, size)) != NULL) {
        find("VRF0014", "a lookaside list that was not deleted", allocated);
        exp_violation(FREED_LOOKASIDE, (ULONG64)found, begin, size,
                      "memory is freed in which there is a lookaside list that was not deleted");
    }
}

struct leaks {
    struct sim_pool_block First;
    ULONG64 Blocks, Bytes;
};

static void MACHINE_ABI count(void *context, const struct sim_pool_block *block)
{
    struct leaks *leaks = context;
    if (leaks->Blocks++ == 0)
        leaks->First = *block;
    leaks->Bytes += block->size;
}

void ex_check_unloaded(const char *name, ULONG64 base, SIZE_T size)
{
    static char message[256], copy[64];
    struct leaks leaks = {0};
    PKTIMER timer = ki_find_timer_of(base, size);
    pool_check_quarantine();
    exp_check_memory(base, size, 0);
    if (timer)
        ki_bug_check(TIMER_OR_DPC_INVALID, DPC_ROUTINE, (ULONG64)timer->Dpc->DeferredRoutine, base, base + size, NULL,
                     "a driver is unloaded whose DPC routine a timer will call");
    SimPoolLeaks(base, size, count, &leaks);
    if (leaks.Blocks == 0)
        return;
    exp_find_leaks(name, base, size);
    const struct sim_pool_block *first = &leaks.First;
    _snprintf(message, sizeof(message) - 1,
              "%s is unloaded, and leaves %llu blocks of pool with %llu bytes; the first: %llu bytes with the tag "
              "'%c%c%c%c', allocated before %s+0x%llX",
              name, leaks.Blocks, leaks.Bytes, first->size, (char)first->tag, (char)(first->tag >> 8),
              (char)(first->tag >> 16), (char)(first->tag >> 24), name, first->caller - base);
    strncpy(copy, name, sizeof(copy) - 1); /* `name` lies outside of the simulated machine, at a place that changes */
    exp_violation(UNLOADED_WITH_POOL, (ULONG64)copy, 0, leaks.Blocks, message);
}
