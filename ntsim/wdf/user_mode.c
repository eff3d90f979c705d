/* What wudfx02000.dll, the host of user-mode drivers, needs of the framework. */
#include "ntsim/wdf/fx.h"

__declspec(dllexport) WDFFUNC SimWdfFunction(ULONG index)
{
    return fx_functions[index];
}

__declspec(dllexport) void SimWdfSetUserMode(PWDF_DRIVER_GLOBALS globals)
{
    fx_globals_of(globals)->UserMode = TRUE;
}
