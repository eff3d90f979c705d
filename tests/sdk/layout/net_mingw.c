/* The same against mingw-w64's headers. */
#include <winsock2.h>
#include <ws2ipdef.h>
#include <ws2tcpip.h>
#include <mswsock.h>
#include <mstcpip.h>
#include <iphlpapi.h>
#include <ifdef.h>
#include <ipifcons.h>
#include <netioapi.h>
#include <nldef.h>
#include <qos.h>

#include "layout.h"
#include "net_old.def"
