/* Sockets, network modules, IP helper. */
#define NDIS60  1
#define NDIS690 1
#include <wsk.h>
#include <fwpsk.h>
#include <fwpmk.h>
