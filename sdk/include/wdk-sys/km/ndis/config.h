/* A driver's configuration in the registry. Facts: the public reference. */
#ifndef WDK_NDIS_CONFIG_H
#define WDK_NDIS_CONFIG_H
#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _NDIS_CONFIGURATION_PARAMETER {
    NDIS_PARAMETER_TYPE ParameterType;
    union {
        ULONG IntegerData;
        NDIS_STRING StringData;
        BINARY_DATA BinaryData;
    } ParameterData;
} NDIS_CONFIGURATION_PARAMETER, *PNDIS_CONFIGURATION_PARAMETER;

typedef struct _NDIS_CONFIGURATION_OBJECT {
    NDIS_OBJECT_HEADER Header;
    NDIS_HANDLE NdisHandle;
    ULONG Flags;
} NDIS_CONFIGURATION_OBJECT, *PNDIS_CONFIGURATION_OBJECT;
#define NDIS_CONFIGURATION_OBJECT_REVISION_1 1
#define NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_CONFIGURATION_OBJECT, Flags)
#define NDIS_CONFIG_FLAG_FILTER_INSTANCE_CONFIGURATION 0x00000001

_Must_inspect_result_ _IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisOpenConfigurationEx(
    _In_ PNDIS_CONFIGURATION_OBJECT ConfigObject, _Out_ PNDIS_HANDLE ConfigurationHandle);
_IRQL_requires_max_(APC_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisOpenConfigurationKeyByName(
    _Out_ PNDIS_STATUS Status, _In_ NDIS_HANDLE ConfigurationHandle, _In_ PNDIS_STRING SubKeyName,
    _Out_ PNDIS_HANDLE SubKeyHandle);
_IRQL_requires_max_(APC_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisOpenConfigurationKeyByIndex(
    _Out_ PNDIS_STATUS Status, _In_ NDIS_HANDLE ConfigurationHandle, _In_ ULONG Index, _Out_ PNDIS_STRING KeyName,
    _Out_ PNDIS_HANDLE KeyHandle);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisOpenProtocolConfiguration(
    _Out_ PNDIS_STATUS Status, _Out_ PNDIS_HANDLE ConfigurationHandle, _In_ PNDIS_STRING ProtocolSection);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisReadConfiguration(
    _Out_ PNDIS_STATUS Status, _Outptr_result_maybenull_ PNDIS_CONFIGURATION_PARAMETER *ParameterValue,
    _In_ NDIS_HANDLE ConfigurationHandle, _In_ PNDIS_STRING Keyword, _In_ NDIS_PARAMETER_TYPE ParameterType);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisWriteConfiguration(
    _Out_ PNDIS_STATUS Status, _In_ NDIS_HANDLE ConfigurationHandle, _In_ PNDIS_STRING Keyword,
    _In_ PNDIS_CONFIGURATION_PARAMETER ParameterValue);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCloseConfiguration(_In_ NDIS_HANDLE ConfigurationHandle);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisReadNetworkAddress(
    _Out_ PNDIS_STATUS Status, _Outptr_result_bytebuffer_to_(*NetworkAddressLength, *NetworkAddressLength) PVOID *NetworkAddress,
    _Out_ PUINT NetworkAddressLength, _In_ NDIS_HANDLE ConfigurationHandle);

/* Files that a driver was installed with. */
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisOpenFile(
    _Out_ PNDIS_STATUS Status, _Out_ PNDIS_HANDLE FileHandle, _Out_ PUINT FileLength, _In_ PNDIS_STRING FileName,
    _In_ NDIS_PHYSICAL_ADDRESS HighestAcceptableAddress);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCloseFile(_In_ NDIS_HANDLE FileHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisMapFile(_Out_ PNDIS_STATUS Status, _Out_ PVOID *MappedBuffer, _In_ NDIS_HANDLE FileHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisUnmapFile(_In_ NDIS_HANDLE FileHandle);

#ifdef __cplusplus
}
#endif
#endif
