/* PosCxStub.lib: binds a driver to PosCx, point-of-service devices. */
#include "class_bind.h"

#include <poscx.h>

POSCXFUNC PoscxFunctions[PoscxFunctionTableNumEntries];
PPOSCX_DRIVER_GLOBALS PoscxDriverGlobals;

CLASS_BIND(PosCx, 1, 1, PoscxFunctions, PoscxFunctionTableNumEntries, PoscxDriverGlobals);
