/*
 * The Windows Filtering Platform: what it reports: events of the network, of virtual switches, connections, statistics.
 * Facts: the public metadata of Win32 (MIT), the public reference, mingw-w64.
 */
#ifndef WDK_FWP_EVENTS_H
#define WDK_FWP_EVENTS_H
#include <ipsectypes.h>

#ifdef __cplusplus
extern "C" {
#endif

struct FWPM_FILTER_CONDITION0_;

#define FWPM_NET_EVENT_KEYWORD_INBOUND_MCAST 0x00000001
#define FWPM_NET_EVENT_KEYWORD_INBOUND_BCAST 0x00000002
#define FWPM_NET_EVENT_KEYWORD_CAPABILITY_DROP 0x00000004
#define FWPM_NET_EVENT_KEYWORD_CAPABILITY_ALLOW 0x00000008
#define FWPM_NET_EVENT_KEYWORD_CLASSIFY_ALLOW 0x00000010
#define FWPM_NET_EVENT_KEYWORD_PORT_SCANNING_DROP 0x00000020
#define FWPM_NET_EVENT_FLAG_IP_PROTOCOL_SET 0x00000001
#define FWPM_NET_EVENT_FLAG_LOCAL_ADDR_SET 0x00000002
#define FWPM_NET_EVENT_FLAG_REMOTE_ADDR_SET 0x00000004
#define FWPM_NET_EVENT_FLAG_LOCAL_PORT_SET 0x00000008
#define FWPM_NET_EVENT_FLAG_REMOTE_PORT_SET 0x00000010
#define FWPM_NET_EVENT_FLAG_APP_ID_SET 0x00000020
#define FWPM_NET_EVENT_FLAG_USER_ID_SET 0x00000040
#define FWPM_NET_EVENT_FLAG_SCOPE_ID_SET 0x00000080
#define FWPM_NET_EVENT_FLAG_IP_VERSION_SET 0x00000100
#define FWPM_NET_EVENT_FLAG_REAUTH_REASON_SET 0x00000200
#define FWPM_NET_EVENT_FLAG_PACKAGE_ID_SET 0x00000400
#define FWPM_NET_EVENT_FLAG_ENTERPRISE_ID_SET 0x00000800
#define FWPM_NET_EVENT_FLAG_POLICY_FLAGS_SET 0x00001000
#define FWPM_NET_EVENT_FLAG_EFFECTIVE_NAME_SET 0x00002000
#define FWPM_NET_EVENT_IKEEXT_MM_FAILURE_FLAG_BENIGN 0x00000001
#define FWPM_NET_EVENT_IKEEXT_MM_FAILURE_FLAG_MULTIPLE 0x00000002
#define FWPM_NET_EVENT_IKEEXT_EM_FAILURE_FLAG_MULTIPLE 0x00000001
#define FWPM_NET_EVENT_IKEEXT_EM_FAILURE_FLAG_BENIGN 0x00000002
#define FWPM_CONNECTION_ENUM_FLAG_QUERY_BYTES_TRANSFERRED 0x00000001

typedef enum DL_ADDRESS_TYPE_ { DlUnicast = 0, DlMulticast = 1, DlBroadcast = 2 } DL_ADDRESS_TYPE;

typedef struct FWPM_LAYER_STATISTICS0_ {
    GUID layerId;
    UINT32 classifyPermitCount;
    UINT32 classifyBlockCount;
    UINT32 classifyVetoCount;
    UINT32 numCacheEntries;
} FWPM_LAYER_STATISTICS0;

typedef struct FWPM_STATISTICS0_ {
    UINT32 numLayerStatistics;
    FWPM_LAYER_STATISTICS0 *layerStatistics;
    UINT32 inboundAllowedConnectionsV4;
    UINT32 inboundBlockedConnectionsV4;
    UINT32 outboundAllowedConnectionsV4;
    UINT32 outboundBlockedConnectionsV4;
    UINT32 inboundAllowedConnectionsV6;
    UINT32 inboundBlockedConnectionsV6;
    UINT32 outboundAllowedConnectionsV6;
    UINT32 outboundBlockedConnectionsV6;
    UINT32 inboundActiveConnectionsV4;
    UINT32 outboundActiveConnectionsV4;
    UINT32 inboundActiveConnectionsV6;
    UINT32 outboundActiveConnectionsV6;
    UINT64 reauthDirInbound;
    UINT64 reauthDirOutbound;
    UINT64 reauthFamilyV4;
    UINT64 reauthFamilyV6;
    UINT64 reauthProtoOther;
    UINT64 reauthProtoIPv4;
    UINT64 reauthProtoIPv6;
    UINT64 reauthProtoICMP;
    UINT64 reauthProtoICMP6;
    UINT64 reauthProtoUDP;
    UINT64 reauthProtoTCP;
    UINT64 reauthReasonPolicyChange;
    UINT64 reauthReasonNewArrivalInterface;
    UINT64 reauthReasonNewNextHopInterface;
    UINT64 reauthReasonProfileCrossing;
    UINT64 reauthReasonClassifyCompletion;
    UINT64 reauthReasonIPSecPropertiesChanged;
    UINT64 reauthReasonMidStreamInspection;
    UINT64 reauthReasonSocketPropertyChanged;
    UINT64 reauthReasonNewInboundMCastBCastPacket;
    UINT64 reauthReasonEDPPolicyChanged;
    UINT64 reauthReasonProxyHandleChanged;
} FWPM_STATISTICS0;

typedef struct FWPM_NET_EVENT_HEADER0_ {
    FILETIME timeStamp;
    UINT32 flags;
    FWP_IP_VERSION ipVersion;
    UINT8 ipProtocol;
    union {
        UINT32 localAddrV4;
        FWP_BYTE_ARRAY16 localAddrV6;
    };
    union {
        UINT32 remoteAddrV4;
        FWP_BYTE_ARRAY16 remoteAddrV6;
    };
    UINT16 localPort;
    UINT16 remotePort;
    UINT32 scopeId;
    FWP_BYTE_BLOB appId;
    struct _SID *userId;
} FWPM_NET_EVENT_HEADER0;

typedef struct FWPM_NET_EVENT_HEADER1_ {
    FILETIME timeStamp;
    UINT32 flags;
    FWP_IP_VERSION ipVersion;
    UINT8 ipProtocol;
    union {
        UINT32 localAddrV4;
        FWP_BYTE_ARRAY16 localAddrV6;
    };
    union {
        UINT32 remoteAddrV4;
        FWP_BYTE_ARRAY16 remoteAddrV6;
    };
    UINT16 localPort;
    UINT16 remotePort;
    UINT32 scopeId;
    FWP_BYTE_BLOB appId;
    struct _SID *userId;
    union {
        struct {
            FWP_AF reserved1;
            union {
                struct {
                    FWP_BYTE_ARRAY6 reserved2;
                    FWP_BYTE_ARRAY6 reserved3;
                    UINT32 reserved4;
                    UINT32 reserved5;
                    UINT16 reserved6;
                    UINT32 reserved7;
                    UINT32 reserved8;
                    UINT16 reserved9;
                    UINT64 reserved10;
                };
            };
        };
    };
} FWPM_NET_EVENT_HEADER1;

typedef struct FWPM_NET_EVENT_HEADER2_ {
    FILETIME timeStamp;
    UINT32 flags;
    FWP_IP_VERSION ipVersion;
    UINT8 ipProtocol;
    union {
        UINT32 localAddrV4;
        FWP_BYTE_ARRAY16 localAddrV6;
    };
    union {
        UINT32 remoteAddrV4;
        FWP_BYTE_ARRAY16 remoteAddrV6;
    };
    UINT16 localPort;
    UINT16 remotePort;
    UINT32 scopeId;
    FWP_BYTE_BLOB appId;
    struct _SID *userId;
    FWP_AF addressFamily;
    struct _SID *packageSid;
} FWPM_NET_EVENT_HEADER2;

typedef struct FWPM_NET_EVENT_HEADER3_ {
    FILETIME timeStamp;
    UINT32 flags;
    FWP_IP_VERSION ipVersion;
    UINT8 ipProtocol;
    union {
        UINT32 localAddrV4;
        FWP_BYTE_ARRAY16 localAddrV6;
    };
    union {
        UINT32 remoteAddrV4;
        FWP_BYTE_ARRAY16 remoteAddrV6;
    };
    UINT16 localPort;
    UINT16 remotePort;
    UINT32 scopeId;
    FWP_BYTE_BLOB appId;
    struct _SID *userId;
    FWP_AF addressFamily;
    struct _SID *packageSid;
    wchar_t *enterpriseId;
    UINT64 policyFlags;
    FWP_BYTE_BLOB effectiveName;
} FWPM_NET_EVENT_HEADER3;

typedef enum FWPM_NET_EVENT_TYPE_ {
    FWPM_NET_EVENT_TYPE_IKEEXT_MM_FAILURE = 0,
    FWPM_NET_EVENT_TYPE_IKEEXT_QM_FAILURE = 1,
    FWPM_NET_EVENT_TYPE_IKEEXT_EM_FAILURE = 2,
    FWPM_NET_EVENT_TYPE_CLASSIFY_DROP = 3,
    FWPM_NET_EVENT_TYPE_IPSEC_KERNEL_DROP = 4,
    FWPM_NET_EVENT_TYPE_IPSEC_DOSP_DROP = 5,
    FWPM_NET_EVENT_TYPE_CLASSIFY_ALLOW = 6,
    FWPM_NET_EVENT_TYPE_CAPABILITY_DROP = 7,
    FWPM_NET_EVENT_TYPE_CAPABILITY_ALLOW = 8,
    FWPM_NET_EVENT_TYPE_CLASSIFY_DROP_MAC = 9,
    FWPM_NET_EVENT_TYPE_LPM_PACKET_ARRIVAL = 10,
    FWPM_NET_EVENT_TYPE_MAX = 11
} FWPM_NET_EVENT_TYPE;

typedef struct FWPM_NET_EVENT_IKEEXT_MM_FAILURE0_ {
    UINT32 failureErrorCode;
    IPSEC_FAILURE_POINT failurePoint;
    UINT32 flags;
    IKEEXT_KEY_MODULE_TYPE keyingModuleType;
    IKEEXT_MM_SA_STATE mmState;
    IKEEXT_SA_ROLE saRole;
    IKEEXT_AUTHENTICATION_METHOD_TYPE mmAuthMethod;
    UINT8 endCertHash[20];
    UINT64 mmId;
    UINT64 mmFilterId;
} FWPM_NET_EVENT_IKEEXT_MM_FAILURE0;

typedef struct FWPM_NET_EVENT_IKEEXT_MM_FAILURE1_ {
    UINT32 failureErrorCode;
    IPSEC_FAILURE_POINT failurePoint;
    UINT32 flags;
    IKEEXT_KEY_MODULE_TYPE keyingModuleType;
    IKEEXT_MM_SA_STATE mmState;
    IKEEXT_SA_ROLE saRole;
    IKEEXT_AUTHENTICATION_METHOD_TYPE mmAuthMethod;
    UINT8 endCertHash[20];
    UINT64 mmId;
    UINT64 mmFilterId;
    wchar_t *localPrincipalNameForAuth;
    wchar_t *remotePrincipalNameForAuth;
    UINT32 numLocalPrincipalGroupSids;
    wchar_t **localPrincipalGroupSids;
    UINT32 numRemotePrincipalGroupSids;
    wchar_t **remotePrincipalGroupSids;
} FWPM_NET_EVENT_IKEEXT_MM_FAILURE1;

typedef struct FWPM_NET_EVENT_IKEEXT_MM_FAILURE2_ {
    UINT32 failureErrorCode;
    IPSEC_FAILURE_POINT failurePoint;
    UINT32 flags;
    IKEEXT_KEY_MODULE_TYPE keyingModuleType;
    IKEEXT_MM_SA_STATE mmState;
    IKEEXT_SA_ROLE saRole;
    IKEEXT_AUTHENTICATION_METHOD_TYPE mmAuthMethod;
    UINT8 endCertHash[20];
    UINT64 mmId;
    UINT64 mmFilterId;
    wchar_t *localPrincipalNameForAuth;
    wchar_t *remotePrincipalNameForAuth;
    UINT32 numLocalPrincipalGroupSids;
    wchar_t **localPrincipalGroupSids;
    UINT32 numRemotePrincipalGroupSids;
    wchar_t **remotePrincipalGroupSids;
    GUID *providerContextKey;
} FWPM_NET_EVENT_IKEEXT_MM_FAILURE2;

typedef struct FWPM_NET_EVENT_IKEEXT_QM_FAILURE0_ {
    UINT32 failureErrorCode;
    IPSEC_FAILURE_POINT failurePoint;
    IKEEXT_KEY_MODULE_TYPE keyingModuleType;
    IKEEXT_QM_SA_STATE qmState;
    IKEEXT_SA_ROLE saRole;
    IPSEC_TRAFFIC_TYPE saTrafficType;
    union {
        FWP_CONDITION_VALUE0 localSubNet;
    };
    union {
        FWP_CONDITION_VALUE0 remoteSubNet;
    };
    UINT64 qmFilterId;
} FWPM_NET_EVENT_IKEEXT_QM_FAILURE0;

typedef struct FWPM_NET_EVENT_IKEEXT_QM_FAILURE1_ {
    UINT32 failureErrorCode;
    IPSEC_FAILURE_POINT failurePoint;
    IKEEXT_KEY_MODULE_TYPE keyingModuleType;
    IKEEXT_QM_SA_STATE qmState;
    IKEEXT_SA_ROLE saRole;
    IPSEC_TRAFFIC_TYPE saTrafficType;
    union {
        FWP_CONDITION_VALUE0 localSubNet;
    };
    union {
        FWP_CONDITION_VALUE0 remoteSubNet;
    };
    UINT64 qmFilterId;
    UINT64 mmSaLuid;
    GUID mmProviderContextKey;
} FWPM_NET_EVENT_IKEEXT_QM_FAILURE1;

typedef struct FWPM_NET_EVENT_IKEEXT_EM_FAILURE0_ {
    UINT32 failureErrorCode;
    IPSEC_FAILURE_POINT failurePoint;
    UINT32 flags;
    IKEEXT_EM_SA_STATE emState;
    IKEEXT_SA_ROLE saRole;
    IKEEXT_AUTHENTICATION_METHOD_TYPE emAuthMethod;
    UINT8 endCertHash[20];
    UINT64 mmId;
    UINT64 qmFilterId;
} FWPM_NET_EVENT_IKEEXT_EM_FAILURE0;

typedef struct FWPM_NET_EVENT_IKEEXT_EM_FAILURE1_ {
    UINT32 failureErrorCode;
    IPSEC_FAILURE_POINT failurePoint;
    UINT32 flags;
    IKEEXT_EM_SA_STATE emState;
    IKEEXT_SA_ROLE saRole;
    IKEEXT_AUTHENTICATION_METHOD_TYPE emAuthMethod;
    UINT8 endCertHash[20];
    UINT64 mmId;
    UINT64 qmFilterId;
    wchar_t *localPrincipalNameForAuth;
    wchar_t *remotePrincipalNameForAuth;
    UINT32 numLocalPrincipalGroupSids;
    wchar_t **localPrincipalGroupSids;
    UINT32 numRemotePrincipalGroupSids;
    wchar_t **remotePrincipalGroupSids;
    IPSEC_TRAFFIC_TYPE saTrafficType;
} FWPM_NET_EVENT_IKEEXT_EM_FAILURE1;

typedef struct FWPM_NET_EVENT_CLASSIFY_DROP0_ {
    UINT64 filterId;
    UINT16 layerId;
} FWPM_NET_EVENT_CLASSIFY_DROP0;

typedef struct FWPM_NET_EVENT_CLASSIFY_DROP1_ {
    UINT64 filterId;
    UINT16 layerId;
    UINT32 reauthReason;
    UINT32 originalProfile;
    UINT32 currentProfile;
    UINT32 msFwpDirection;
    BOOL isLoopback;
} FWPM_NET_EVENT_CLASSIFY_DROP1;

typedef struct FWPM_NET_EVENT_CLASSIFY_DROP2_ {
    UINT64 filterId;
    UINT16 layerId;
    UINT32 reauthReason;
    UINT32 originalProfile;
    UINT32 currentProfile;
    UINT32 msFwpDirection;
    BOOL isLoopback;
    FWP_BYTE_BLOB vSwitchId;
    UINT32 vSwitchSourcePort;
    UINT32 vSwitchDestinationPort;
} FWPM_NET_EVENT_CLASSIFY_DROP2;

typedef struct FWPM_NET_EVENT_CLASSIFY_DROP_MAC0_ {
    FWP_BYTE_ARRAY6 localMacAddr;
    FWP_BYTE_ARRAY6 remoteMacAddr;
    UINT32 mediaType;
    UINT32 ifType;
    UINT16 etherType;
    UINT32 ndisPortNumber;
    UINT32 reserved;
    UINT16 vlanTag;
    UINT64 ifLuid;
    UINT64 filterId;
    UINT16 layerId;
    UINT32 reauthReason;
    UINT32 originalProfile;
    UINT32 currentProfile;
    UINT32 msFwpDirection;
    BOOL isLoopback;
    FWP_BYTE_BLOB vSwitchId;
    UINT32 vSwitchSourcePort;
    UINT32 vSwitchDestinationPort;
} FWPM_NET_EVENT_CLASSIFY_DROP_MAC0;

typedef struct FWPM_NET_EVENT_CLASSIFY_ALLOW0_ {
    UINT64 filterId;
    UINT16 layerId;
    UINT32 reauthReason;
    UINT32 originalProfile;
    UINT32 currentProfile;
    UINT32 msFwpDirection;
    BOOL isLoopback;
} FWPM_NET_EVENT_CLASSIFY_ALLOW0;

typedef struct FWPM_NET_EVENT_IPSEC_KERNEL_DROP0_ {
    INT32 failureStatus;
    FWP_DIRECTION direction;
    UINT32 spi;
    UINT64 filterId;
    UINT16 layerId;
} FWPM_NET_EVENT_IPSEC_KERNEL_DROP0;

typedef struct FWPM_NET_EVENT_IPSEC_DOSP_DROP0_ {
    FWP_IP_VERSION ipVersion;
    union {
        UINT32 publicHostV4Addr;
        UINT8 publicHostV6Addr[16];
    };
    union {
        UINT32 internalHostV4Addr;
        UINT8 internalHostV6Addr[16];
    };
    INT32 failureStatus;
    FWP_DIRECTION direction;
} FWPM_NET_EVENT_IPSEC_DOSP_DROP0;

typedef enum FWPM_APPC_NETWORK_CAPABILITY_TYPE_ {
    FWPM_APPC_NETWORK_CAPABILITY_INTERNET_CLIENT = 0,
    FWPM_APPC_NETWORK_CAPABILITY_INTERNET_CLIENT_SERVER = 1,
    FWPM_APPC_NETWORK_CAPABILITY_INTERNET_PRIVATE_NETWORK = 2
} FWPM_APPC_NETWORK_CAPABILITY_TYPE;

typedef struct FWPM_NET_EVENT_CAPABILITY_DROP0_ {
    FWPM_APPC_NETWORK_CAPABILITY_TYPE networkCapabilityId;
    UINT64 filterId;
    BOOL isLoopback;
} FWPM_NET_EVENT_CAPABILITY_DROP0;

typedef struct FWPM_NET_EVENT_CAPABILITY_ALLOW0_ {
    FWPM_APPC_NETWORK_CAPABILITY_TYPE networkCapabilityId;
    UINT64 filterId;
    BOOL isLoopback;
} FWPM_NET_EVENT_CAPABILITY_ALLOW0;

typedef struct FWPM_NET_EVENT_LPM_PACKET_ARRIVAL0_ {
    UINT32 spi;
} FWPM_NET_EVENT_LPM_PACKET_ARRIVAL0;

typedef struct FWPM_NET_EVENT0_ {
    FWPM_NET_EVENT_HEADER0 header;
    FWPM_NET_EVENT_TYPE type;
    union {
        FWPM_NET_EVENT_IKEEXT_MM_FAILURE0 *ikeMmFailure;
        FWPM_NET_EVENT_IKEEXT_QM_FAILURE0 *ikeQmFailure;
        FWPM_NET_EVENT_IKEEXT_EM_FAILURE0 *ikeEmFailure;
        FWPM_NET_EVENT_CLASSIFY_DROP0 *classifyDrop;
        FWPM_NET_EVENT_IPSEC_KERNEL_DROP0 *ipsecDrop;
        FWPM_NET_EVENT_IPSEC_DOSP_DROP0 *idpDrop;
    };
} FWPM_NET_EVENT0;

typedef struct FWPM_NET_EVENT1_ {
    FWPM_NET_EVENT_HEADER1 header;
    FWPM_NET_EVENT_TYPE type;
    union {
        FWPM_NET_EVENT_IKEEXT_MM_FAILURE1 *ikeMmFailure;
        FWPM_NET_EVENT_IKEEXT_QM_FAILURE0 *ikeQmFailure;
        FWPM_NET_EVENT_IKEEXT_EM_FAILURE1 *ikeEmFailure;
        FWPM_NET_EVENT_CLASSIFY_DROP1 *classifyDrop;
        FWPM_NET_EVENT_IPSEC_KERNEL_DROP0 *ipsecDrop;
        FWPM_NET_EVENT_IPSEC_DOSP_DROP0 *idpDrop;
    };
} FWPM_NET_EVENT1;

typedef struct FWPM_NET_EVENT2_ {
    FWPM_NET_EVENT_HEADER2 header;
    FWPM_NET_EVENT_TYPE type;
    union {
        FWPM_NET_EVENT_IKEEXT_MM_FAILURE1 *ikeMmFailure;
        FWPM_NET_EVENT_IKEEXT_QM_FAILURE0 *ikeQmFailure;
        FWPM_NET_EVENT_IKEEXT_EM_FAILURE1 *ikeEmFailure;
        FWPM_NET_EVENT_CLASSIFY_DROP2 *classifyDrop;
        FWPM_NET_EVENT_IPSEC_KERNEL_DROP0 *ipsecDrop;
        FWPM_NET_EVENT_IPSEC_DOSP_DROP0 *idpDrop;
        FWPM_NET_EVENT_CLASSIFY_ALLOW0 *classifyAllow;
        FWPM_NET_EVENT_CAPABILITY_DROP0 *capabilityDrop;
        FWPM_NET_EVENT_CAPABILITY_ALLOW0 *capabilityAllow;
        FWPM_NET_EVENT_CLASSIFY_DROP_MAC0 *classifyDropMac;
    };
} FWPM_NET_EVENT2;

typedef struct FWPM_NET_EVENT3_ {
    FWPM_NET_EVENT_HEADER3 header;
    FWPM_NET_EVENT_TYPE type;
    union {
        FWPM_NET_EVENT_IKEEXT_MM_FAILURE1 *ikeMmFailure;
        FWPM_NET_EVENT_IKEEXT_QM_FAILURE0 *ikeQmFailure;
        FWPM_NET_EVENT_IKEEXT_EM_FAILURE1 *ikeEmFailure;
        FWPM_NET_EVENT_CLASSIFY_DROP2 *classifyDrop;
        FWPM_NET_EVENT_IPSEC_KERNEL_DROP0 *ipsecDrop;
        FWPM_NET_EVENT_IPSEC_DOSP_DROP0 *idpDrop;
        FWPM_NET_EVENT_CLASSIFY_ALLOW0 *classifyAllow;
        FWPM_NET_EVENT_CAPABILITY_DROP0 *capabilityDrop;
        FWPM_NET_EVENT_CAPABILITY_ALLOW0 *capabilityAllow;
        FWPM_NET_EVENT_CLASSIFY_DROP_MAC0 *classifyDropMac;
    };
} FWPM_NET_EVENT3;

typedef struct FWPM_NET_EVENT4_ {
    FWPM_NET_EVENT_HEADER3 header;
    FWPM_NET_EVENT_TYPE type;
    union {
        FWPM_NET_EVENT_IKEEXT_MM_FAILURE2 *ikeMmFailure;
        FWPM_NET_EVENT_IKEEXT_QM_FAILURE1 *ikeQmFailure;
        FWPM_NET_EVENT_IKEEXT_EM_FAILURE1 *ikeEmFailure;
        FWPM_NET_EVENT_CLASSIFY_DROP2 *classifyDrop;
        FWPM_NET_EVENT_IPSEC_KERNEL_DROP0 *ipsecDrop;
        FWPM_NET_EVENT_IPSEC_DOSP_DROP0 *idpDrop;
        FWPM_NET_EVENT_CLASSIFY_ALLOW0 *classifyAllow;
        FWPM_NET_EVENT_CAPABILITY_DROP0 *capabilityDrop;
        FWPM_NET_EVENT_CAPABILITY_ALLOW0 *capabilityAllow;
        FWPM_NET_EVENT_CLASSIFY_DROP_MAC0 *classifyDropMac;
    };
} FWPM_NET_EVENT4;

typedef struct FWPM_NET_EVENT5_ {
    FWPM_NET_EVENT_HEADER3 header;
    FWPM_NET_EVENT_TYPE type;
    union {
        FWPM_NET_EVENT_IKEEXT_MM_FAILURE2 *ikeMmFailure;
        FWPM_NET_EVENT_IKEEXT_QM_FAILURE1 *ikeQmFailure;
        FWPM_NET_EVENT_IKEEXT_EM_FAILURE1 *ikeEmFailure;
        FWPM_NET_EVENT_CLASSIFY_DROP2 *classifyDrop;
        FWPM_NET_EVENT_IPSEC_KERNEL_DROP0 *ipsecDrop;
        FWPM_NET_EVENT_IPSEC_DOSP_DROP0 *idpDrop;
        FWPM_NET_EVENT_CLASSIFY_ALLOW0 *classifyAllow;
        FWPM_NET_EVENT_CAPABILITY_DROP0 *capabilityDrop;
        FWPM_NET_EVENT_CAPABILITY_ALLOW0 *capabilityAllow;
        FWPM_NET_EVENT_CLASSIFY_DROP_MAC0 *classifyDropMac;
        FWPM_NET_EVENT_LPM_PACKET_ARRIVAL0 *lpmPacketArrival;
    };
} FWPM_NET_EVENT5;

typedef struct FWPM_NET_EVENT_ENUM_TEMPLATE0_ {
    FILETIME startTime;
    FILETIME endTime;
    UINT32 numFilterConditions;
    struct FWPM_FILTER_CONDITION0_ *filterCondition;
} FWPM_NET_EVENT_ENUM_TEMPLATE0;

typedef struct FWPM_NET_EVENT_SUBSCRIPTION0_ {
    FWPM_NET_EVENT_ENUM_TEMPLATE0 *enumTemplate;
    UINT32 flags;
    GUID sessionKey;
} FWPM_NET_EVENT_SUBSCRIPTION0;

typedef enum FWPM_SYSTEM_PORT_TYPE_ {
    FWPM_SYSTEM_PORT_RPC_EPMAP = 0,
    FWPM_SYSTEM_PORT_TEREDO = 1,
    FWPM_SYSTEM_PORT_IPHTTPS_IN = 2,
    FWPM_SYSTEM_PORT_IPHTTPS_OUT = 3,
    FWPM_SYSTEM_PORT_TYPE_MAX = 4
} FWPM_SYSTEM_PORT_TYPE;

typedef struct FWPM_SYSTEM_PORTS_BY_TYPE0_ {
    FWPM_SYSTEM_PORT_TYPE type;
    UINT32 numPorts;
    UINT16 *ports;
} FWPM_SYSTEM_PORTS_BY_TYPE0;

typedef struct FWPM_SYSTEM_PORTS0_ {
    UINT32 numTypes;
    FWPM_SYSTEM_PORTS_BY_TYPE0 *types;
} FWPM_SYSTEM_PORTS0;

typedef struct FWPM_CONNECTION0_ {
    UINT64 connectionId;
    FWP_IP_VERSION ipVersion;
    union {
        UINT32 localV4Address;
        UINT8 localV6Address[16];
    };
    union {
        UINT32 remoteV4Address;
        UINT8 remoteV6Address[16];
    };
    GUID *providerKey;
    IPSEC_TRAFFIC_TYPE ipsecTrafficModeType;
    IKEEXT_KEY_MODULE_TYPE keyModuleType;
    IKEEXT_PROPOSAL0 mmCrypto;
    IKEEXT_CREDENTIAL2 mmPeer;
    IKEEXT_CREDENTIAL2 emPeer;
    UINT64 bytesTransferredIn;
    UINT64 bytesTransferredOut;
    UINT64 bytesTransferredTotal;
    FILETIME startSysTime;
} FWPM_CONNECTION0;

typedef struct FWPM_CONNECTION_ENUM_TEMPLATE0_ {
    UINT64 connectionId;
    UINT32 flags;
} FWPM_CONNECTION_ENUM_TEMPLATE0;

typedef struct FWPM_CONNECTION_SUBSCRIPTION0_ {
    FWPM_CONNECTION_ENUM_TEMPLATE0 *enumTemplate;
    UINT32 flags;
    GUID sessionKey;
} FWPM_CONNECTION_SUBSCRIPTION0;

typedef enum FWPM_CONNECTION_EVENT_TYPE_ {
    FWPM_CONNECTION_EVENT_ADD = 0,
    FWPM_CONNECTION_EVENT_DELETE = 1,
    FWPM_CONNECTION_EVENT_MAX = 2
} FWPM_CONNECTION_EVENT_TYPE;

typedef enum FWPM_VSWITCH_EVENT_TYPE_ {
    FWPM_VSWITCH_EVENT_FILTER_ADD_TO_INCOMPLETE_LAYER = 0,
    FWPM_VSWITCH_EVENT_FILTER_ENGINE_NOT_IN_REQUIRED_POSITION = 1,
    FWPM_VSWITCH_EVENT_ENABLED_FOR_INSPECTION = 2,
    FWPM_VSWITCH_EVENT_DISABLED_FOR_INSPECTION = 3,
    FWPM_VSWITCH_EVENT_FILTER_ENGINE_REORDER = 4,
    FWPM_VSWITCH_EVENT_MAX = 5
} FWPM_VSWITCH_EVENT_TYPE;

typedef struct FWPM_VSWITCH_EVENT0_ {
    FWPM_VSWITCH_EVENT_TYPE eventType;
    wchar_t *vSwitchId;
    union {
        struct {
            UINT32 numvSwitchFilterExtensions;
            wchar_t **vSwitchFilterExtensions;
        } positionInfo;
        struct {
            BOOL inRequiredPosition;
            UINT32 numvSwitchFilterExtensions;
            wchar_t **vSwitchFilterExtensions;
        } reorderInfo;
    };
} FWPM_VSWITCH_EVENT0;

typedef struct FWPM_VSWITCH_EVENT_SUBSCRIPTION0_ {
    UINT32 flags;
    GUID sessionKey;
} FWPM_VSWITCH_EVENT_SUBSCRIPTION0;

#ifdef __cplusplus
}
#endif
#endif
