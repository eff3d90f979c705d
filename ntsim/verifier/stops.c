/*
 * Stops that Windows itself, Driver Verifier or the framework has for a driver's mistake: each is a finding, too, so
 * that it has a code and a place like all others. Rules that know more have told theirs before.
 */
#include "ntsim/verifier/fetches.h"
#include "ntsim/verifier/notes.h"
#include "ntsim/verifier/rules.h"

#include "ntsim/ke/ki.h"

struct stop {
    ULONG Code;
    ULONG64 First, Last; /* of the first parameter */
    const char *Finding, *Claim;
};

enum { WDF = 0x10D };

static const struct stop stops[] = {
    {DRIVER_VERIFIER_DETECTED_VIOLATION, 0x33, 0x3D, "VRF0211", "a lock is used at a wrong IRQL, or with APCs enabled"},
    {DRIVER_VERIFIER_DETECTED_VIOLATION, 0xCB, 0xCB, "VRF0212", "a lookaside list is deleted that does not exist"},
    {DRIVER_VERIFIER_DETECTED_VIOLATION, 0xD1, 0xD1, "VRF0212", "a resource is deleted that does not exist"},
    {DRIVER_VERIFIER_DETECTED_VIOLATION, 0x70, 0xBF, "VRF0401", "an MDL is used wrongly"},
    {TARGET_MDL_TOO_SMALL, 0, MAXULONG64, "VRF0401", "an MDL is too small for the part that it is to describe"},
    {SYSTEM_PTE_MISUSE, 0, MAXULONG64, "VRF0401", "a mapping is undone wrongly"},
    {DRIVER_VERIFIER_DETECTED_VIOLATION, 0x2001, 0x2001, "VRF0402", "a remove lock is released too often"},
    {DRIVER_VERIFIER_DETECTED_VIOLATION, 0xCA, 0xCA, "VRF0403", "a work item is freed while it is queued"},
    {WORKER_INVALID, 0, MAXULONG64, "VRF0403", "a work item is queued wrongly"},
    {DRIVER_VERIFIER_DMA_VIOLATION, 0, MAXULONG64, "VRF0404", "DMA is used wrongly"},
    {TIMER_OR_DPC_INVALID, 4, 4, "VRF0104",
     "a DPC enters a critical region and does not leave it, or the other way round"},
    {TIMER_OR_DPC_INVALID, 0, MAXULONG64, "VRF0405", "a timer or DPC is used wrongly"},
    {PNP_DETECTED_FATAL_ERROR, 0, MAXULONG64, "VRF0406", "a rule of plug and play is broken"},
    {INTERNAL_POWER_ERROR, 0, MAXULONG64, "VRF0407", "a rule of the power framework is broken"},
    {REFERENCE_BY_POINTER, 0, MAXULONG64, "VRF0408", "an object loses a reference that it does not have"},
    {WDF, 0x4, 0x4, "VRF0501", "a parameter that must be given is NULL"},
    {WDF, 0x5, 0x5, "VRF0502",
     "what is given to the framework is no handle, one of another type, or of an object that was deleted"},
    {WDF, 0x6, 0x6, "VRF0503",
     "a request is used against its state: completed or sent before, or with too much information"},
    {WDF, 0x3, 0x3, "VRF0504", "a request is completed, and something of it is still referenced"},
    {WDF, 0x7, 0x7, "VRF0505", "an object is used wrongly"},
    {WDF, 0x8, 0x8, "VRF0506", "a DMA transaction is used in a wrong state"},
    {WDF, 0x2, 0x2, "VRF0201", "a lock of the framework is acquired by who holds it"},
    {WDF, 0xB, 0xB, "VRF0202", "a lock of the framework is released, and is not held"},
    {WDF, 0xE, 0xE, "VRF0103", "a callback of the framework returns at another IRQL"},
    {WDF, 0xF, 0xF, "VRF0104",
     "a callback of the framework enters a critical region and does not leave it, or the other way round"},
};

/* What a routine leaves behind when it returns has been told when it has; the system finds it at another place. */
static BOOLEAN is_told_by_return(const struct stop *stop)
{
    const BOOLEAN of_return = strcmp(stop->Finding, "VRF0103") == 0 || strcmp(stop->Finding, "VRF0104") == 0;
    return of_return && (vf_is_told_code("VRF0103") || vf_is_told_code("VRF0104") || vf_is_told_code("VRF0205"));
}

void vf_stopped(ULONG code, const ULONG64 parameters[4], const struct machine_context *context, const char *message)
{
    if (!vf_on)
        return;
    vf_fetch_stopped(code);
    if (code == IRQL_NOT_LESS_OR_EQUAL || code == DRIVER_IRQL_NOT_LESS_OR_EQUAL || code == PAGE_FAULT_IN_NONPAGED_AREA)
        vf_touched(parameters[0], context);
    for (ULONG i = 0; i < RTL_NUMBER_OF(stops); i++) {
        const struct stop *stop = &stops[i];
        if (stop->Code != code || parameters[0] < stop->First || parameters[0] > stop->Last)
            continue;
        const vf_stack stack = vf_capture_context(context);
        struct vf_related notes[VF_NOTES];
        const ULONG count = vf_notes(parameters + 1, 3, notes);
        if (!vf_is_told(stack) && !is_told_by_return(stop))
            vf_find(stop->Finding, stack, notes, count, "%s", message ? message : stop->Claim);
        return;
    }
}
