/*
 * acx.h: ACX, the framework's extension for audio drivers (acxstub.lib).
 */
#ifndef WDK_ACX_H
#define WDK_ACX_H
#include <acxfuncenum.h>
#include <acxdriver.h>
#include <acxmisc.h>
#include <acxrequest.h>
#include <acxevents.h>
#include <acxdataformat.h>
#include <acxelements.h>
#include <acxpin.h>
#include <acxstreams.h>
#include <acxcircuit.h>
#include <acxdevice.h>
#include <acxmanager.h>
#include <acxtargets.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Tells the stub library for which version the driver is made. */
extern const ULONG AcxClientMinorVersion;
DECLSPEC_SELECTANY const ULONG AcxClientMinorVersion = ACX_VERSION_MINOR;

#ifdef __cplusplus
}
#endif

#endif
