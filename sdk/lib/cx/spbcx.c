/* SpbCxStubs.lib: binds a driver to SpbCx. Versions 1.0 and 1.1 have the same functions. */
#include "class_bind.h"

#include <spbcx.h>

SPBFUNC SpbFunctions[SpbFunctionTableNumEntries];
PSPB_DRIVER_GLOBALS SpbDriverGlobals;

CLASS_BIND(SPBCx, 1, 1, SpbFunctions, SpbFunctionTableNumEntries, SpbDriverGlobals);
