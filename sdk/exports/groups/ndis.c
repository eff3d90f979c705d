/* NDIS drivers of every kind and version. */
#define NDIS60  1
#define NDIS690 1
#include <ndis.h>
