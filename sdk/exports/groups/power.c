/* Batteries, devices of power management, the firmware's runtime mechanism. */
#include <ntifs.h>
#include <poclass.h>
#include <prminterface.h>
