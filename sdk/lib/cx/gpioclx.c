/* gpioclxstub.lib: binds a driver to GpioClx. How many functions it asks for depends on whether it takes locks. */
#include "class_bind.h"

#include <gpioclx.h>

GPIOCLXFUNC GpioClxFunctions[GpioClxFunctionTableNumEntriesWithLocks];
PGPIO_DRIVER_GLOBALS GpioClxDriverGlobals;

/* gpioclx_lock.c has another value for it, and comes with the locks. */
extern const ULONG GpioClxFunctionCount;
const ULONG GpioClxFunctionCountWithoutLocks = GpioClxFunctionTableNumEntries;
#pragma comment(linker, "/alternatename:GpioClxFunctionCount=GpioClxFunctionCountWithoutLocks")

static NTSTATUS NTAPI bind(PFN_WDF_VERSION_BIND_CLASS Bind, PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS Globals,
                           PWDF_CLASS_BIND_INFO Class)
{
    Class->FunctionTableCount = GpioClxFunctionCount;
    return Bind(Info, Globals, Class);
}

CLASS_BIND_BY(GPIOClx, 1, 1, GpioClxFunctions, GpioClxFunctionTableNumEntries, GpioClxDriverGlobals, bind, NULL);
