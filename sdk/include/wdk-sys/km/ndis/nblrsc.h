/* Receive segment coalescing of a NET_BUFFER_LIST. Facts: the public reference. */
#ifndef WDK_NDIS_NBLRSC_H
#define WDK_NDIS_NBLRSC_H
#include "nblaccessors.h"

typedef union _NDIS_RSC_NBL_INFO {
    struct {
        USHORT CoalescedSegCount;
        USHORT DupAckCount;
    } Info;
    PVOID Value;
} NDIS_RSC_NBL_INFO, *PNDIS_RSC_NBL_INFO;

#define NET_BUFFER_LIST_COALESCED_SEG_COUNT(nbl) \
    (((PNDIS_RSC_NBL_INFO)&((nbl)->NetBufferListInfo[TcpRecvSegCoalesceInfo]))->Info.CoalescedSegCount)
#define NET_BUFFER_LIST_DUP_ACK_COUNT(nbl) \
    (((PNDIS_RSC_NBL_INFO)&((nbl)->NetBufferListInfo[TcpRecvSegCoalesceInfo]))->Info.DupAckCount)

#endif
