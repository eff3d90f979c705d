/* acxstub.lib: binds a driver to ACX, in the version that its acx.h was included for. */
#include "class_bind.h"

#include <acxfuncenum.h>

ACXFUNC AcxFunctions[AcxFunctionTableNumEntries];
PACX_DRIVER_GLOBALS AcxDriverGlobals;

/* acx.h has it in every driver that includes it. */
extern const ULONG AcxClientMinorVersion;
const ULONG AcxNewestMinorVersion = ACX_VERSION_MINOR;
#pragma comment(linker, "/alternatename:AcxClientMinorVersion=AcxNewestMinorVersion")

static NTSTATUS NTAPI bind(PFN_WDF_VERSION_BIND_CLASS Bind, PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS Globals,
                           PWDF_CLASS_BIND_INFO Class)
{
    Class->Version.Minor = AcxClientMinorVersion;
    if (AcxClientMinorVersion == 0)
        Class->FunctionTableCount = AcxFunctionTableNumEntries1_0;
    return Bind(Info, Globals, Class);
}

CLASS_BIND_BY(ACX, 1, 1, AcxFunctions, AcxFunctionTableNumEntries, AcxDriverGlobals, bind, NULL);
