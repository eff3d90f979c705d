/* Scalars that all of NDIS uses. Facts: the public reference. */
#ifndef WDK_NDIS_TYPES_H
#define WDK_NDIS_TYPES_H
#include <ntdef.h>

typedef PVOID NDIS_HANDLE, *PNDIS_HANDLE;
typedef int NDIS_STATUS, *PNDIS_STATUS;

#endif
