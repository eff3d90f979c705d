/* Sockets, IP and the network stack's interfaces against their tables. */
#include <wsk.h>
#include <ifdef.h>

#include "layout.h"
#include "net_old.def"
#include "net_new.def"
