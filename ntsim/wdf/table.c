/* The table of functions that drivers call through. */
#include "ntsim/wdf/fx.h"

/* Of the system: stops the run. */
__declspec(dllimport) void SimStopMissing(const char *text);

#define FUNCTION(name, upper)
#define MISSING(name)                                                                                                  \
    static VOID missing_##name(VOID)                                                                                   \
    {                                                                                                                  \
        SimStopMissing("Wdf" #name " is not implemented");                                                             \
    }
#include "ntsim/wdf/functions.def"
#undef FUNCTION
#undef MISSING

const WDFFUNC fx_functions[] = {
#define FUNCTION(name, upper) [Wdf##name##TableIndex] = (WDFFUNC)api_##name,
#define MISSING(name)         [Wdf##name##TableIndex] = missing_##name,
#include "ntsim/wdf/functions.def"
#undef FUNCTION
#undef MISSING
};

const ULONG fx_function_count = RTL_NUMBER_OF(fx_functions);

/* Of the verifier, which is part of the system; see ntsim/verifier/sim.h. */
__declspec(dllimport) void *SimFrameworkGate(const void *driver_start, const char *name, void *function,
                                             BOOLEAN limits);

static const char *const names[] = {
#define FUNCTION(name, upper) [Wdf##name##TableIndex] = "Wdf" #name,
#define MISSING(name)         [Wdf##name##TableIndex] = "Wdf" #name,
#include "ntsim/wdf/functions.def"
#undef FUNCTION
#undef MISSING
};

const WDFFUNC *fx_gated_functions(struct fx_globals *globals)
{
    WDFFUNC *table = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(fx_functions), FX_TAG);
    if (!table)
        return fx_functions;
    for (ULONG i = 0; i < fx_function_count; i++)
        table[i] =
            (WDFFUNC)SimFrameworkGate(globals->DriverObject->DriverStart, names[i], (PVOID)fx_functions[i], TRUE);
    globals->Functions = table;
    return table;
}
