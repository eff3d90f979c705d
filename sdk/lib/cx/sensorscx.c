/* SensorsCxStub.lib: binds a driver to SensorsCx, sensors. */
#include "class_bind.h"

#include <sensorscx.h>

SENSORSCXFUNC SensorscxFunctions[SensorscxFunctionTableNumEntries];
PSENSORSCX_DRIVER_GLOBALS SensorscxDriverGlobals;

CLASS_BIND(SensorsCx, 1, 1, SensorscxFunctions, SensorscxFunctionTableNumEntries, SensorscxDriverGlobals);
