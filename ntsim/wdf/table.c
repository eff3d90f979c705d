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
