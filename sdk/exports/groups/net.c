/* Sockets, network modules, IP helper. */
#include <wsk.h>
#include <ws2ipdef.h>
