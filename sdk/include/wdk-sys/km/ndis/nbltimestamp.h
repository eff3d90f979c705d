/*
 * Timestamps of packets. Which slot of a NET_BUFFER_LIST holds them is not public: the routines that get and set it
 * (NdisGetNblTimestampInfo, NdisSetNblTimestampInfo, NdisCopyNblTimestampInfo) are not here.
 */
#ifndef WDK_NDIS_NBLTIMESTAMP_H
#define WDK_NDIS_NBLTIMESTAMP_H
#include <ntdef.h>

typedef struct _NET_BUFFER_LIST_TIMESTAMP {
    ULONG64 Timestamp;
} NET_BUFFER_LIST_TIMESTAMP, *PNET_BUFFER_LIST_TIMESTAMP;

#endif
