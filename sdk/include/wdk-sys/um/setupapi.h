/* SetupAPI: mingw-w64's header, and the names without W of functions that have no other form. */
#include_next <setupapi.h>

#ifndef SetupDiGetDeviceProperty
#define SetupDiGetDeviceProperty              SetupDiGetDevicePropertyW
#define SetupDiSetDeviceProperty              SetupDiSetDevicePropertyW
#define SetupDiGetClassProperty               SetupDiGetClassPropertyW
#define SetupDiSetClassProperty               SetupDiSetClassPropertyW
#define SetupDiGetDeviceInterfaceProperty     SetupDiGetDeviceInterfacePropertyW
#define SetupDiSetDeviceInterfaceProperty     SetupDiSetDeviceInterfacePropertyW
#endif
