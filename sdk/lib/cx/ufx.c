/* ufxstub.lib: binds a driver to UFX, USB function controllers. */
#include "class_bind.h"

#include <ufxclient.h>

PFN_UFX_CLASS UfxClassFunctions[UfxFunctionsMax];
PUFX_GLOBALS UfxGlobals;

CLASS_BIND(UFX, 1, 1, UfxClassFunctions, UfxFunctionsMax, UfxGlobals);
