/* Sockets, IP, the network stack's interfaces and the IP helper against their tables. */
#include <ifdef.h>
#include <mstcpip.h>
#include <netioapi.h>
#include <qos.h>
#include <wsk.h>

#include "layout.h"
#include "net_old.def"
#include "net_new.def"
