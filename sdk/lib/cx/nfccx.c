/* NfcCxStub.lib: binds a driver to NfcCx. How many functions it asks for depends on whether it takes the hardware away.
 */
#include "class_bind.h"

#include <nfccx.h>

PFN_NFC_CX NfccxFunctions[NfccxFunctionTableNumEntriesWithControl];
PNFCCX_DRIVER_GLOBALS NfccxDriverGlobals;

/* nfccx_control.c has another value for it, and comes with its functions. */
extern const ULONG NfccxFunctionCount;
const ULONG NfccxFunctionCountWithoutControl = NfccxFunctionTableNumEntries;
#pragma comment(linker, "/alternatename:NfccxFunctionCount=NfccxFunctionCountWithoutControl")

static NTSTATUS NTAPI bind_class(PFN_WDF_VERSION_BIND_CLASS Bind, PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS Globals,
                                 PWDF_CLASS_BIND_INFO Class)
{
    Class->FunctionTableCount = NfccxFunctionCount;
    return Bind(Info, Globals, Class);
}

CLASS_BIND_BY(NfcCx, 1, 0, NfccxFunctions, NfccxFunctionTableNumEntries, NfccxDriverGlobals, bind_class, NULL);
