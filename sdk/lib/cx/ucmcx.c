/* UcmCxStub.lib: binds a driver to UcmCx, USB connector managers. */
#include "class_bind.h"

#include <ucmcx.h>

UCMFUNC UcmFunctions[UcmFunctionTableNumEntries];
PUCM_DRIVER_GLOBALS UcmDriverGlobals;

CLASS_BIND(UcmCx, 1, 0, UcmFunctions, UcmFunctionTableNumEntries, UcmDriverGlobals);
