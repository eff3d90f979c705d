/* Sensors: sensorsutilsv2.dll. */
#include <windows.h>
#include <sensorsutils.h>
