/*
 * The IP helper: tables of interfaces, addresses, routes, neighbours and paths, and notification of their changes.
 * Tables and rows that come back through a pointer to a pointer are released with FreeMibTable.
 * Facts: the public metadata of Win32 (MIT), the public reference, mingw-w64.
 */
#ifndef WDK_NETIOAPI_H
#define WDK_NETIOAPI_H
#define _NETIOAPI_H_
#if defined(_KERNEL_MODE) || defined(WDK_SYS_EXPORTS)
#include <wdm.h>
#endif
#include <ifdef.h>
#include <nldef.h>
#include <ntddndis.h>
#include <ws2ipdef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_KERNEL_MODE) || defined(WDK_SYS_EXPORTS)
typedef NTSTATUS NETIO_STATUS;
#define NETIO_SUCCESS(status) NT_SUCCESS(status)
#define NETIOAPI_API_ NTAPI
#define NETIOAPI_EXPORT(since) WDK_EXPORT("netio.sys", since)
#else
typedef DWORD NETIO_STATUS;
#define NETIO_SUCCESS(status) ((status) == 0)
#define NETIOAPI_API_ WINAPI
#define NETIOAPI_EXPORT(since)
#endif
#define NETIOAPI_API NETIO_STATUS NETIOAPI_API_

typedef ULONG IFTYPE;

typedef enum _MIB_NOTIFICATION_TYPE {
    MibParameterNotification = 0,
    MibAddInstance = 1,
    MibDeleteInstance = 2,
    MibInitialNotification = 3
} MIB_NOTIFICATION_TYPE, *PMIB_NOTIFICATION_TYPE;

typedef struct _MIB_IF_ROW2 {
    NET_LUID InterfaceLuid;
    NET_IFINDEX InterfaceIndex;
    GUID InterfaceGuid;
    WCHAR Alias[IF_MAX_STRING_SIZE + 1];
    WCHAR Description[IF_MAX_STRING_SIZE + 1];
    ULONG PhysicalAddressLength;
    UCHAR PhysicalAddress[IF_MAX_PHYS_ADDRESS_LENGTH];
    UCHAR PermanentPhysicalAddress[IF_MAX_PHYS_ADDRESS_LENGTH];
    ULONG Mtu;
    IFTYPE Type;
    TUNNEL_TYPE TunnelType;
    NDIS_MEDIUM MediaType;
    NDIS_PHYSICAL_MEDIUM PhysicalMediumType;
    NET_IF_ACCESS_TYPE AccessType;
    NET_IF_DIRECTION_TYPE DirectionType;
    struct {
        BOOLEAN HardwareInterface : 1;
        BOOLEAN FilterInterface : 1;
        BOOLEAN ConnectorPresent : 1;
        BOOLEAN NotAuthenticated : 1;
        BOOLEAN NotMediaConnected : 1;
        BOOLEAN Paused : 1;
        BOOLEAN LowPower : 1;
        BOOLEAN EndPointInterface : 1;
    } InterfaceAndOperStatusFlags;
    IF_OPER_STATUS OperStatus;
    NET_IF_ADMIN_STATUS AdminStatus;
    NET_IF_MEDIA_CONNECT_STATE MediaConnectState;
    GUID NetworkGuid;
    NET_IF_CONNECTION_TYPE ConnectionType;
    ULONG64 TransmitLinkSpeed;
    ULONG64 ReceiveLinkSpeed;
    ULONG64 InOctets;
    ULONG64 InUcastPkts;
    ULONG64 InNUcastPkts;
    ULONG64 InDiscards;
    ULONG64 InErrors;
    ULONG64 InUnknownProtos;
    ULONG64 InUcastOctets;
    ULONG64 InMulticastOctets;
    ULONG64 InBroadcastOctets;
    ULONG64 OutOctets;
    ULONG64 OutUcastPkts;
    ULONG64 OutNUcastPkts;
    ULONG64 OutDiscards;
    ULONG64 OutErrors;
    ULONG64 OutUcastOctets;
    ULONG64 OutMulticastOctets;
    ULONG64 OutBroadcastOctets;
    ULONG64 OutQLen;
} MIB_IF_ROW2, *PMIB_IF_ROW2;

typedef struct _MIB_IF_TABLE2 {
    ULONG NumEntries;
    MIB_IF_ROW2 Table[1];
} MIB_IF_TABLE2, *PMIB_IF_TABLE2;

typedef enum _MIB_IF_ENTRY_LEVEL {
    MibIfEntryNormal = 0,
    MibIfEntryNormalWithoutStatistics = 2
} MIB_IF_ENTRY_LEVEL, *PMIB_IF_ENTRY_LEVEL;

typedef enum _MIB_IF_TABLE_LEVEL {
    MibIfTableNormal = 0,
    MibIfTableRaw = 1,
    MibIfTableNormalWithoutStatistics = 2
} MIB_IF_TABLE_LEVEL, *PMIB_IF_TABLE_LEVEL;

typedef struct _MIB_IPINTERFACE_ROW {
    ADDRESS_FAMILY Family;
    NET_LUID InterfaceLuid;
    NET_IFINDEX InterfaceIndex;
    ULONG MaxReassemblySize;
    ULONG64 InterfaceIdentifier;
    ULONG MinRouterAdvertisementInterval;
    ULONG MaxRouterAdvertisementInterval;
    BOOLEAN AdvertisingEnabled;
    BOOLEAN ForwardingEnabled;
    BOOLEAN WeakHostSend;
    BOOLEAN WeakHostReceive;
    BOOLEAN UseAutomaticMetric;
    BOOLEAN UseNeighborUnreachabilityDetection;
    BOOLEAN ManagedAddressConfigurationSupported;
    BOOLEAN OtherStatefulConfigurationSupported;
    BOOLEAN AdvertiseDefaultRoute;
    NL_ROUTER_DISCOVERY_BEHAVIOR RouterDiscoveryBehavior;
    ULONG DadTransmits;
    ULONG BaseReachableTime;
    ULONG RetransmitTime;
    ULONG PathMtuDiscoveryTimeout;
    NL_LINK_LOCAL_ADDRESS_BEHAVIOR LinkLocalAddressBehavior;
    ULONG LinkLocalAddressTimeout;
    ULONG ZoneIndices[ScopeLevelCount];
    ULONG SitePrefixLength;
    ULONG Metric;
    ULONG NlMtu;
    BOOLEAN Connected;
    BOOLEAN SupportsWakeUpPatterns;
    BOOLEAN SupportsNeighborDiscovery;
    BOOLEAN SupportsRouterDiscovery;
    ULONG ReachableTime;
    NL_INTERFACE_OFFLOAD_ROD TransmitOffload;
    NL_INTERFACE_OFFLOAD_ROD ReceiveOffload;
    BOOLEAN DisableDefaultRoutes;
} MIB_IPINTERFACE_ROW, *PMIB_IPINTERFACE_ROW;

typedef struct _MIB_IPINTERFACE_TABLE {
    ULONG NumEntries;
    MIB_IPINTERFACE_ROW Table[1];
} MIB_IPINTERFACE_TABLE, *PMIB_IPINTERFACE_TABLE;

typedef struct _MIB_IFSTACK_ROW {
    ULONG HigherLayerInterfaceIndex;
    ULONG LowerLayerInterfaceIndex;
} MIB_IFSTACK_ROW, *PMIB_IFSTACK_ROW;

typedef struct _MIB_INVERTEDIFSTACK_ROW {
    ULONG LowerLayerInterfaceIndex;
    ULONG HigherLayerInterfaceIndex;
} MIB_INVERTEDIFSTACK_ROW, *PMIB_INVERTEDIFSTACK_ROW;

typedef struct _MIB_IFSTACK_TABLE {
    ULONG NumEntries;
    MIB_IFSTACK_ROW Table[1];
} MIB_IFSTACK_TABLE, *PMIB_IFSTACK_TABLE;

typedef struct _MIB_INVERTEDIFSTACK_TABLE {
    ULONG NumEntries;
    MIB_INVERTEDIFSTACK_ROW Table[1];
} MIB_INVERTEDIFSTACK_TABLE, *PMIB_INVERTEDIFSTACK_TABLE;

typedef struct _MIB_IP_NETWORK_CONNECTION_BANDWIDTH_ESTIMATES {
    NL_BANDWIDTH_INFORMATION InboundBandwidthInformation;
    NL_BANDWIDTH_INFORMATION OutboundBandwidthInformation;
} MIB_IP_NETWORK_CONNECTION_BANDWIDTH_ESTIMATES, *PMIB_IP_NETWORK_CONNECTION_BANDWIDTH_ESTIMATES;

typedef struct _MIB_UNICASTIPADDRESS_ROW {
    SOCKADDR_INET Address;
    NET_LUID InterfaceLuid;
    NET_IFINDEX InterfaceIndex;
    NL_PREFIX_ORIGIN PrefixOrigin;
    NL_SUFFIX_ORIGIN SuffixOrigin;
    ULONG ValidLifetime;
    ULONG PreferredLifetime;
    UCHAR OnLinkPrefixLength;
    BOOLEAN SkipAsSource;
    NL_DAD_STATE DadState;
    SCOPE_ID ScopeId;
    LARGE_INTEGER CreationTimeStamp;
} MIB_UNICASTIPADDRESS_ROW, *PMIB_UNICASTIPADDRESS_ROW;

typedef struct _MIB_UNICASTIPADDRESS_TABLE {
    ULONG NumEntries;
    MIB_UNICASTIPADDRESS_ROW Table[1];
} MIB_UNICASTIPADDRESS_TABLE, *PMIB_UNICASTIPADDRESS_TABLE;

typedef struct _MIB_ANYCASTIPADDRESS_ROW {
    SOCKADDR_INET Address;
    NET_LUID InterfaceLuid;
    NET_IFINDEX InterfaceIndex;
    SCOPE_ID ScopeId;
} MIB_ANYCASTIPADDRESS_ROW, *PMIB_ANYCASTIPADDRESS_ROW;

typedef struct _MIB_ANYCASTIPADDRESS_TABLE {
    ULONG NumEntries;
    MIB_ANYCASTIPADDRESS_ROW Table[1];
} MIB_ANYCASTIPADDRESS_TABLE, *PMIB_ANYCASTIPADDRESS_TABLE;

typedef struct _MIB_MULTICASTIPADDRESS_ROW {
    SOCKADDR_INET Address;
    NET_IFINDEX InterfaceIndex;
    NET_LUID InterfaceLuid;
    SCOPE_ID ScopeId;
} MIB_MULTICASTIPADDRESS_ROW, *PMIB_MULTICASTIPADDRESS_ROW;

typedef struct _MIB_MULTICASTIPADDRESS_TABLE {
    ULONG NumEntries;
    MIB_MULTICASTIPADDRESS_ROW Table[1];
} MIB_MULTICASTIPADDRESS_TABLE, *PMIB_MULTICASTIPADDRESS_TABLE;

typedef struct _IP_ADDRESS_PREFIX {
    SOCKADDR_INET Prefix;
    UINT8 PrefixLength;
} IP_ADDRESS_PREFIX, *PIP_ADDRESS_PREFIX;

typedef struct _MIB_IPFORWARD_ROW2 {
    NET_LUID InterfaceLuid;
    NET_IFINDEX InterfaceIndex;
    IP_ADDRESS_PREFIX DestinationPrefix;
    SOCKADDR_INET NextHop;
    UCHAR SitePrefixLength;
    ULONG ValidLifetime;
    ULONG PreferredLifetime;
    ULONG Metric;
    NL_ROUTE_PROTOCOL Protocol;
    BOOLEAN Loopback;
    BOOLEAN AutoconfigureAddress;
    BOOLEAN Publish;
    BOOLEAN Immortal;
    ULONG Age;
    NL_ROUTE_ORIGIN Origin;
} MIB_IPFORWARD_ROW2, *PMIB_IPFORWARD_ROW2;

typedef struct _MIB_IPFORWARD_TABLE2 {
    ULONG NumEntries;
    MIB_IPFORWARD_ROW2 Table[1];
} MIB_IPFORWARD_TABLE2, *PMIB_IPFORWARD_TABLE2;

typedef struct _MIB_IPPATH_ROW {
    SOCKADDR_INET Source;
    SOCKADDR_INET Destination;
    NET_LUID InterfaceLuid;
    NET_IFINDEX InterfaceIndex;
    SOCKADDR_INET CurrentNextHop;
    ULONG PathMtu;
    ULONG RttMean;
    ULONG RttDeviation;
    union {
        ULONG LastReachable;
        ULONG LastUnreachable;
    };
    BOOLEAN IsReachable;
    ULONG64 LinkTransmitSpeed;
    ULONG64 LinkReceiveSpeed;
} MIB_IPPATH_ROW, *PMIB_IPPATH_ROW;

typedef struct _MIB_IPPATH_TABLE {
    ULONG NumEntries;
    MIB_IPPATH_ROW Table[1];
} MIB_IPPATH_TABLE, *PMIB_IPPATH_TABLE;

typedef struct _MIB_IPNET_ROW2 {
    SOCKADDR_INET Address;
    NET_IFINDEX InterfaceIndex;
    NET_LUID InterfaceLuid;
    UCHAR PhysicalAddress[IF_MAX_PHYS_ADDRESS_LENGTH];
    ULONG PhysicalAddressLength;
    NL_NEIGHBOR_STATE State;
    union {
        struct {
            BOOLEAN IsRouter : 1;
            BOOLEAN IsUnreachable : 1;
        };
        UCHAR Flags;
    };
    union {
        ULONG LastReachable;
        ULONG LastUnreachable;
    } ReachabilityTime;
} MIB_IPNET_ROW2, *PMIB_IPNET_ROW2;

typedef struct _MIB_IPNET_TABLE2 {
    ULONG NumEntries;
    MIB_IPNET_ROW2 Table[1];
} MIB_IPNET_TABLE2, *PMIB_IPNET_TABLE2;

typedef VOID(NETIOAPI_API_ *PIPINTERFACE_CHANGE_CALLBACK)(_In_ PVOID CallerContext, _In_opt_ PMIB_IPINTERFACE_ROW Row,
                                                          _In_ MIB_NOTIFICATION_TYPE NotificationType);
typedef VOID(NETIOAPI_API_ *PUNICAST_IPADDRESS_CHANGE_CALLBACK)(_In_ PVOID CallerContext,
                                                                _In_opt_ PMIB_UNICASTIPADDRESS_ROW Row,
                                                                _In_ MIB_NOTIFICATION_TYPE NotificationType);
typedef VOID(NETIOAPI_API_ *PSTABLE_UNICAST_IPADDRESS_TABLE_CALLBACK)(_In_ PVOID CallerContext,
                                                                      _In_ PMIB_UNICASTIPADDRESS_TABLE AddressTable);
typedef VOID(NETIOAPI_API_ *PIPFORWARD_CHANGE_CALLBACK)(_In_ PVOID CallerContext, _In_opt_ PMIB_IPFORWARD_ROW2 Row,
                                                        _In_ MIB_NOTIFICATION_TYPE NotificationType);
typedef VOID(NETIOAPI_API_ *PTEREDO_PORT_CHANGE_CALLBACK)(_In_ PVOID CallerContext, _In_ USHORT Port,
                                                          _In_ MIB_NOTIFICATION_TYPE NotificationType);
typedef VOID(NETIOAPI_API_ *PNETWORK_CONNECTIVITY_HINT_CHANGE_CALLBACK)(
    _In_ PVOID CallerContext, _In_ NL_NETWORK_CONNECTIVITY_HINT ConnectivityHint);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIfEntry2(_Inout_ MIB_IF_ROW2 *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("10.0.15063")
NETIO_STATUS NETIOAPI_API_ GetIfEntry2Ex(_In_ MIB_IF_ENTRY_LEVEL Level, _Inout_ MIB_IF_ROW2 *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIfTable2(_Outptr_ MIB_IF_TABLE2 **Table);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIfTable2Ex(_In_ MIB_IF_TABLE_LEVEL Level, _Outptr_ MIB_IF_TABLE2 **Table);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIfStackTable(_Outptr_ MIB_IFSTACK_TABLE **Table);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetInvertedIfStackTable(_Outptr_ MIB_INVERTEDIFSTACK_TABLE **Table);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIpInterfaceEntry(_Inout_ MIB_IPINTERFACE_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIpInterfaceTable(_In_ ADDRESS_FAMILY Family, _Outptr_ MIB_IPINTERFACE_TABLE **Table);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
VOID NETIOAPI_API_ InitializeIpInterfaceEntry(_Out_ MIB_IPINTERFACE_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ NotifyIpInterfaceChange(_In_ ADDRESS_FAMILY Family,
    _In_ PIPINTERFACE_CHANGE_CALLBACK Callback, _In_opt_ VOID *CallerContext, _In_ BOOLEAN InitialNotification,
    _Inout_ HANDLE *NotificationHandle);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ SetIpInterfaceEntry(_Inout_ MIB_IPINTERFACE_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ CreateUnicastIpAddressEntry(_In_ const MIB_UNICASTIPADDRESS_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ DeleteUnicastIpAddressEntry(_In_ const MIB_UNICASTIPADDRESS_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetUnicastIpAddressEntry(_Inout_ MIB_UNICASTIPADDRESS_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetUnicastIpAddressTable(_In_ ADDRESS_FAMILY Family,
    _Outptr_ MIB_UNICASTIPADDRESS_TABLE **Table);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
VOID NETIOAPI_API_ InitializeUnicastIpAddressEntry(_Out_ MIB_UNICASTIPADDRESS_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ NotifyUnicastIpAddressChange(_In_ ADDRESS_FAMILY Family,
    _In_ PUNICAST_IPADDRESS_CHANGE_CALLBACK Callback, _In_opt_ VOID *CallerContext, _In_ BOOLEAN InitialNotification,
    _Inout_ HANDLE *NotificationHandle);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ NotifyStableUnicastIpAddressTable(_In_ ADDRESS_FAMILY Family,
    _Outptr_ MIB_UNICASTIPADDRESS_TABLE **Table, _In_ PSTABLE_UNICAST_IPADDRESS_TABLE_CALLBACK CallerCallback,
    _In_opt_ VOID *CallerContext, _Inout_ HANDLE *NotificationHandle);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ SetUnicastIpAddressEntry(_In_ const MIB_UNICASTIPADDRESS_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ CreateAnycastIpAddressEntry(_In_ const MIB_ANYCASTIPADDRESS_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ DeleteAnycastIpAddressEntry(_In_ const MIB_ANYCASTIPADDRESS_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetAnycastIpAddressEntry(_Inout_ MIB_ANYCASTIPADDRESS_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetAnycastIpAddressTable(_In_ ADDRESS_FAMILY Family,
    _Outptr_ MIB_ANYCASTIPADDRESS_TABLE **Table);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetMulticastIpAddressEntry(_Inout_ MIB_MULTICASTIPADDRESS_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetMulticastIpAddressTable(_In_ ADDRESS_FAMILY Family,
    _Outptr_ MIB_MULTICASTIPADDRESS_TABLE **Table);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ CreateIpForwardEntry2(_In_ const MIB_IPFORWARD_ROW2 *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ DeleteIpForwardEntry2(_In_ const MIB_IPFORWARD_ROW2 *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetBestRoute2(_In_opt_ NET_LUID *InterfaceLuid, _In_ NET_IFINDEX InterfaceIndex,
    _In_opt_ const SOCKADDR_INET *SourceAddress, _In_ const SOCKADDR_INET *DestinationAddress,
    _In_ ULONG AddressSortOptions, _Out_ MIB_IPFORWARD_ROW2 *BestRoute, _Out_ SOCKADDR_INET *BestSourceAddress);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIpForwardEntry2(_Inout_ MIB_IPFORWARD_ROW2 *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIpForwardTable2(_In_ ADDRESS_FAMILY Family, _Outptr_ MIB_IPFORWARD_TABLE2 **Table);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
VOID NETIOAPI_API_ InitializeIpForwardEntry(_Out_ MIB_IPFORWARD_ROW2 *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ NotifyRouteChange2(_In_ ADDRESS_FAMILY AddressFamily,
    _In_ PIPFORWARD_CHANGE_CALLBACK Callback, _In_opt_ VOID *CallerContext, _In_ BOOLEAN InitialNotification,
    _Inout_ HANDLE *NotificationHandle);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ SetIpForwardEntry2(_In_ const MIB_IPFORWARD_ROW2 *Route);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ FlushIpPathTable(_In_ ADDRESS_FAMILY Family);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIpPathEntry(_Inout_ MIB_IPPATH_ROW *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIpPathTable(_In_ ADDRESS_FAMILY Family, _Outptr_ MIB_IPPATH_TABLE **Table);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ CreateIpNetEntry2(_In_ const MIB_IPNET_ROW2 *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ DeleteIpNetEntry2(_In_ const MIB_IPNET_ROW2 *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ FlushIpNetTable2(_In_ ADDRESS_FAMILY Family, _In_ NET_IFINDEX InterfaceIndex);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIpNetEntry2(_Inout_ MIB_IPNET_ROW2 *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetIpNetTable2(_In_ ADDRESS_FAMILY Family, _Outptr_ MIB_IPNET_TABLE2 **Table);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ResolveIpNetEntry2(_Inout_ MIB_IPNET_ROW2 *Row, _In_opt_ const SOCKADDR_INET *SourceAddress);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ SetIpNetEntry2(_Inout_ MIB_IPNET_ROW2 *Row);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ NotifyTeredoPortChange(_In_ PTEREDO_PORT_CHANGE_CALLBACK Callback,
    _In_opt_ VOID *CallerContext, _In_ BOOLEAN InitialNotification, _Inout_ HANDLE *NotificationHandle);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ GetTeredoPort(_Out_ USHORT *Port);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ CancelMibChangeNotify2(_In_ HANDLE NotificationHandle);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
VOID NETIOAPI_API_ FreeMibTable(_In_ VOID *Memory);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ CreateSortedAddressPairs(
    _In_reads_opt_(SourceAddressCount) const SOCKADDR_IN6 *SourceAddressList, _In_ ULONG SourceAddressCount,
    _In_reads_(DestinationAddressCount) const SOCKADDR_IN6 *DestinationAddressList, _In_ ULONG DestinationAddressCount,
    _In_ ULONG AddressSortOptions, _Outptr_ SOCKADDR_IN6_PAIR **SortedAddressPairList,
    _Out_ ULONG *SortedAddressPairCount);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("")
NETIO_STATUS NETIOAPI_API_ ConvertCompartmentGuidToId(_In_ const GUID *CompartmentGuid,
    _Out_ NET_IF_COMPARTMENT_ID *CompartmentId);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("")
NETIO_STATUS NETIOAPI_API_ ConvertCompartmentIdToGuid(_In_ NET_IF_COMPARTMENT_ID CompartmentId,
    _Out_ GUID *CompartmentGuid);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertInterfaceNameToLuidA(_In_z_ const CHAR *InterfaceName, _Out_ NET_LUID *InterfaceLuid);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertInterfaceNameToLuidW(_In_z_ const WCHAR *InterfaceName,
    _Out_ NET_LUID *InterfaceLuid);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertInterfaceLuidToNameA(_In_ const NET_LUID *InterfaceLuid,
    _Out_writes_(Length) PSTR InterfaceName, _In_ SIZE_T Length);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertInterfaceLuidToNameW(_In_ const NET_LUID *InterfaceLuid,
    _Out_writes_(Length) PWSTR InterfaceName, _In_ SIZE_T Length);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertInterfaceLuidToIndex(_In_ const NET_LUID *InterfaceLuid,
    _Out_ NET_IFINDEX *InterfaceIndex);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertInterfaceIndexToLuid(_In_ NET_IFINDEX InterfaceIndex, _Out_ NET_LUID *InterfaceLuid);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertInterfaceLuidToAlias(_In_ const NET_LUID *InterfaceLuid,
    _Out_writes_(Length) PWSTR InterfaceAlias, _In_ SIZE_T Length);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertInterfaceAliasToLuid(_In_z_ const WCHAR *InterfaceAlias,
    _Out_ NET_LUID *InterfaceLuid);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertInterfaceLuidToGuid(_In_ const NET_LUID *InterfaceLuid, _Out_ GUID *InterfaceGuid);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertInterfaceGuidToLuid(_In_ const GUID *InterfaceGuid, _Out_ NET_LUID *InterfaceLuid);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NET_IFINDEX NETIOAPI_API_ if_nametoindex(_In_z_ const CHAR *InterfaceName);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
PCHAR NETIOAPI_API_ if_indextoname(_In_ NET_IFINDEX InterfaceIndex,
    _Out_writes_(IF_MAX_STRING_SIZE) PCHAR InterfaceName);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("")
NET_IF_COMPARTMENT_ID NETIOAPI_API_ GetCurrentThreadCompartmentId(VOID);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("")
NETIO_STATUS NETIOAPI_API_ SetCurrentThreadCompartmentId(_In_ NET_IF_COMPARTMENT_ID CompartmentId);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("")
VOID NETIOAPI_API_ GetCurrentThreadCompartmentScope(_Out_ NET_IF_COMPARTMENT_SCOPE *CompartmentScope,
    _Out_ NET_IF_COMPARTMENT_ID *CompartmentId);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("")
NETIO_STATUS NETIOAPI_API_ SetCurrentThreadCompartmentScope(_In_ NET_IF_COMPARTMENT_SCOPE CompartmentScope);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("")
NET_IF_COMPARTMENT_ID NETIOAPI_API_ GetSessionCompartmentId(_In_ ULONG SessionId);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("")
NETIO_STATUS NETIOAPI_API_ SetSessionCompartmentId(_In_ ULONG SessionId, _In_ NET_IF_COMPARTMENT_ID CompartmentId);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("10.0.10240")
NET_IF_COMPARTMENT_ID NETIOAPI_API_ GetDefaultCompartmentId(VOID);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("")
NETIO_STATUS NETIOAPI_API_ GetNetworkInformation(_In_ const GUID *NetworkGuid,
    _Out_ NET_IF_COMPARTMENT_ID *CompartmentId, _Out_ ULONG *SiteId, _Out_writes_(Length) PWSTR NetworkName,
    _In_ ULONG Length);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("")
NETIO_STATUS NETIOAPI_API_ SetNetworkInformation(_In_ const GUID *NetworkGuid, _In_ NET_IF_COMPARTMENT_ID CompartmentId,
    _In_z_ const WCHAR *NetworkName);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertLengthToIpv4Mask(_In_ ULONG MaskLength, _Out_ ULONG *Mask);

_IRQL_requires_max_(APC_LEVEL) NETIOAPI_EXPORT("6.0.6000")
NETIO_STATUS NETIOAPI_API_ ConvertIpv4MaskToLength(_In_ ULONG Mask, _Out_ UCHAR *MaskLength);

#ifdef __cplusplus
}
#endif
#endif
