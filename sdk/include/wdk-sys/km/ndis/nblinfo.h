/* Indices into NET_BUFFER_LIST.NetBufferListInfo. Facts: the public reference. */
#ifndef WDK_NDIS_NBLINFO_H
#define WDK_NDIS_NBLINFO_H
#include <ntdef.h>
#include <ndis/version.h>

/* Each index is fixed for good; a driver's version of NDIS decides which it sees, not their numbers. */
typedef enum _NDIS_NET_BUFFER_LIST_INFO {
    TcpIpChecksumNetBufferListInfo = 0,
    TcpOffloadBytesTransferred = 0,
    IPsecOffloadV1NetBufferListInfo = 1,
    IPsecOffloadV2NetBufferListInfo = 1,
    TcpLargeSendNetBufferListInfo = 2,
    TcpReceiveNoPush = 2,
    ClassificationHandleNetBufferListInfo = 3,
    Ieee8021QNetBufferListInfo = 4,
    NetBufferListCancelId = 5,
    MediaSpecificInformation = 6,
    NetBufferListFrameType = 7,
    NetBufferListProtocolId = 7,
    NetBufferListHashValue = 8,
    NetBufferListHashInfo = 9,
    WfpNetBufferListInfo = 10,
    IPsecOffloadV2TunnelNetBufferListInfo = 11,
    IPsecOffloadV2HeaderNetBufferListInfo = 12,
    NetBufferListCorrelationId = 13,
    NetBufferListFilteringInfo = 14,
    MediaSpecificInformationEx = 15,
    NblOriginalInterfaceIfIndex = 16,
    NblReAuthWfpFlowContext = 16,
    TcpReceiveBytesTransferred = 17,
    NrtNameResolutionId = 17,
    UdpRecvSegCoalesceOffloadInfo = 17,
    SwitchForwardingReserved = 18,
    SwitchForwardingDetail = 19,
    VirtualSubnetInfo = 20,
    IMReserved = 21,
    TcpRecvSegCoalesceInfo = 22,
    UdpSegmentationOffloadInfo = 22,
    RscTcpTimestampDelta = 23,
    TcpSendOffloadsSupplementalNetBufferListInfo = 23,
    GftOffloadInformation = 24,
    GftFlowEntryId = 25,
#if NDIS_SUPPORT_NDIS650
    MaxNetBufferListInfo = 27
#elif NDIS_SUPPORT_NDIS630
    MaxNetBufferListInfo = 24
#elif NDIS_SUPPORT_NDIS620
    MaxNetBufferListInfo = 18
#elif NDIS_SUPPORT_NDIS61
    MaxNetBufferListInfo = 13
#else
    MaxNetBufferListInfo = 11
#endif
} NDIS_NET_BUFFER_LIST_INFO, *PNDIS_NET_BUFFER_LIST_INFO;

#endif
