/* Providers of network interfaces (the IF_* requests of RFC 2863). Facts: the public reference. */
#ifndef WDK_NDIS_NETIF_H
#define WDK_NDIS_NETIF_H
#include "base.h"
#include <ntddndis.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef ULONG NET_IF_OBJECT_ID, *PNET_IF_OBJECT_ID;

typedef struct _NET_IF_INFORMATION {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NET_PHYSICAL_LOCATION PhysicalLocation;
    ULONG WanTunnelType;
    ULONG PortNumber;
    NET_IF_ACCESS_TYPE AccessType;
    NET_IF_DIRECTION_TYPE DirectionType;
    NET_IF_CONNECTION_TYPE ConnectionType;
    BOOLEAN ifConnectorPresent;
    USHORT PhysAddressLength;
    USHORT PhysAddressOffset;
    USHORT PermanentPhysAddressOffset;
    USHORT FriendlyNameLength;
    USHORT FriendlyNameOffset;
    GUID InterfaceGuid;
    NET_IF_NETWORK_GUID NetworkGuid;
    ULONG SupportedStatistics;
    NDIS_MEDIUM MediaType;
    NDIS_PHYSICAL_MEDIUM PhysicalMediumType;
} NET_IF_INFORMATION, *PNET_IF_INFORMATION;
#define NDIS_INTERFACE_INFORMATION_REVISION_1 1
#define NET_IF_INFORMATION_REVISION_1 1
#define NDIS_SIZEOF_NET_IF_INFORMATION_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NET_IF_INFORMATION, PhysicalMediumType)

typedef _Function_class_(IF_QUERY_OBJECT) _IRQL_requires_(PASSIVE_LEVEL)
NDIS_STATUS IF_QUERY_OBJECT(
    _In_ NDIS_HANDLE ProviderIfContext, _In_ NET_IF_OBJECT_ID ObjectId, _Inout_ PULONG pOutputBufferLength,
    _Out_writes_bytes_to_(*pOutputBufferLength, *pOutputBufferLength) PVOID pOutputBuffer);
typedef IF_QUERY_OBJECT *IFP_QUERY_OBJECT;
typedef _Function_class_(IF_SET_OBJECT) _IRQL_requires_(PASSIVE_LEVEL)
NDIS_STATUS IF_SET_OBJECT(
    _In_ NDIS_HANDLE ProviderIfContext, _In_ NET_IF_OBJECT_ID ObjectId, _In_ ULONG InputBufferLength,
    _In_reads_bytes_(InputBufferLength) PVOID pInputBuffer);
typedef IF_SET_OBJECT *IFP_SET_OBJECT;

typedef struct _NDIS_IF_PROVIDER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    IFP_QUERY_OBJECT QueryObjectHandler;
    IFP_SET_OBJECT SetObjectHandler;
    PVOID Reserved1;
    PVOID Reserved2;
} NDIS_IF_PROVIDER_CHARACTERISTICS, *PNDIS_IF_PROVIDER_CHARACTERISTICS;
#define NDIS_INTERFACE_PROVIDER_CHARACTERISTICS_REVISION_1 1
#define NDIS_SIZEOF_IF_PROVIDER_CHARACTERISTICS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_IF_PROVIDER_CHARACTERISTICS, Reserved2)

_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisIfRegisterProvider(
    _In_ PNDIS_IF_PROVIDER_CHARACTERISTICS ProviderCharacteristics, _In_ NDIS_HANDLE IfProviderContext,
    _Out_ PNDIS_HANDLE pNdisIfProviderHandle);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisIfDeregisterProvider(_In_ NDIS_HANDLE NdisProviderHandle);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisIfAllocateNetLuidIndex(_In_ NET_IFTYPE ifType, _Out_ PUINT32 pNetLuidIndex);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisIfFreeNetLuidIndex(_In_ NET_IFTYPE ifType, _In_ UINT32 NetLuidIndex);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisIfRegisterInterface(
    _In_ NDIS_HANDLE NdisProviderHandle, _In_ NET_LUID NetLuid, _In_ NDIS_HANDLE ProviderIfContext,
    _In_ PNET_IF_INFORMATION pIfInfo, _Out_ PNET_IFINDEX pfIndex);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisIfDeregisterInterface(_In_ NET_IFINDEX ifIndex);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisIfGetInterfaceIndexFromNetLuid(_In_ NET_LUID NetLuid, _Out_ PNET_IFINDEX pIfIndex);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisIfGetNetLuidFromInterfaceIndex(_In_ NET_IFINDEX ifIndex, _Out_ PNET_LUID pNetLuid);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisIfQueryBindingIfIndex(
    _In_ NDIS_HANDLE NdisBindingHandle, _Out_opt_ PNET_IFINDEX pBoundIfIndex, _Out_opt_ PNET_LUID pBoundIfNetLuid,
    _Out_opt_ PNET_IFINDEX pLowestIfIndex, _Out_opt_ PNET_LUID pLowestIfNetLuid);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisIfAddIfStackEntry(_In_ NET_IFINDEX HigherLayerIfIndex, _In_ NET_IFINDEX LowerLayerIfIndex);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisIfDeleteIfStackEntry(_In_ NET_IFINDEX HigherLayerIfIndex, _In_ NET_IFINDEX LowerLayerIfIndex);

#ifdef __cplusplus
}
#endif
#endif
