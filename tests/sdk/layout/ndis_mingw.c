/* The same against mingw-w64's headers. */
#define UM_NDIS630 1
#include <winsock2.h>
#include <windows.h>
#include <winioctl.h>
#include <ws2tcpip.h>
#include <ndkinfo.h>
#include <ntddndis.h>
#include <windot11.h>
#include <wlantypes.h>

#include "layout.h"
#include "ndis_old.def"
#include "ndis_values.def"
#include "dot11_old.def"
