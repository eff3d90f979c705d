/* Batteries, devices of power management, platform extension plug-ins, the firmware's runtime mechanism. */
#include <ntifs.h>
#include <poclass.h>
#include <prminterface.h>
#include <pepfx.h>
