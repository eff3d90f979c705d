/* Sockets, network modules, IP helper. */
#include <wsk.h>
#include <fwpsk.h>
#include <fwpmk.h>
