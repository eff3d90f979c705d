/*
 * The IRQL at which each function may be called: generated from the annotations of the kit's headers by sdk/reference.
 * Conditions of _When_ are compiled as they stand there, with the headers' own types.
 */
#include "ntsim/verifier/rules.h"

#include "ntsim/ke/ki.h"

#define KMDF_VERSION_MAJOR 1
#define KMDF_VERSION_MINOR 33
#include <wdf.h>

/* The highest that a device's interrupt has: above it are the clock's and the processors' own. */
#define DEVICE_LEVEL 12

#define LIMIT(name, least, most)
#define CONDITIONAL(name, parameters, conditions)                                                                      \
    static void limit_##name(const ULONG64 *arguments, KIRQL *least, KIRQL *most)                                      \
    {                                                                                                                  \
        parameters conditions                                                                                          \
    }
#define ARGUMENT(number, type, name) type name = (type)arguments[number];
#define AT_MOST(condition, irql)                                                                                       \
    if (condition)                                                                                                     \
        *most = irql;
#define AT_LEAST(condition, irql)                                                                                      \
    if (condition)                                                                                                     \
        *least = irql;
#include "irql_limits.inc"
#undef LIMIT
#undef CONDITIONAL

static const struct vf_limit limits[] = {
#define LIMIT(name, least, most)                  {#name, least, most, NULL},
#define CONDITIONAL(name, parameters, conditions) {#name, PASSIVE_LEVEL, HIGH_LEVEL, limit_##name},
#include "irql_limits.inc"
};

const struct vf_limit *vf_find_limit(const char *name)
{
    ULONG low = 0, high = RTL_NUMBER_OF(limits);
    while (low < high) {
        const ULONG middle = low + (high - low) / 2;
        const int order = strcmp(name, limits[middle].Name);
        if (order == 0)
            return &limits[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static const char *name_of(KIRQL irql)
{
    static const char *const names[] = {"PASSIVE_LEVEL", "APC_LEVEL", "DISPATCH_LEVEL"};
    return irql < RTL_NUMBER_OF(names) ? names[irql] : irql <= DEVICE_LEVEL ? "a device's IRQL" : "HIGH_LEVEL";
}

void vf_check_irql(const struct vf_call *call)
{
    const struct vf_gate *gate = call->Gate;
    const KIRQL irql = ki_current_processor()->Irql;
    KIRQL least = gate->MinIrql, most = gate->MaxIrql;
    if (gate->Limit)
        gate->Limit(call->Arguments + gate->Parameter, &least, &most);
    if (irql > most)
        vf_find("VRF0101", vf_capture(&call->Caller), NULL, 0, "%s is called at %s; it may be called at %s%s%s",
                gate->Name, name_of(irql), most == PASSIVE_LEVEL ? "" : "most at ", name_of(most),
                most == PASSIVE_LEVEL ? " only" : "");
    else if (irql < least)
        vf_find("VRF0102", vf_capture(&call->Caller), NULL, 0, "%s is called at %s; it may be called at %s and above",
                gate->Name, name_of(irql), name_of(least));
}
