/* NDIS drivers of every kind. */
#include <ndis.h>
