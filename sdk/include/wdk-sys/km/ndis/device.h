/* Device objects that an NDIS driver makes for its own control. Facts: the public reference. */
#ifndef WDK_NDIS_DEVICE_H
#define WDK_NDIS_DEVICE_H
#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _NDIS_DEVICE_OBJECT_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    PNDIS_STRING DeviceName;
    PNDIS_STRING SymbolicName;
    PDRIVER_DISPATCH *MajorFunctions;
    ULONG ExtensionSize;
    PCUNICODE_STRING DefaultSDDLString;
    LPCGUID DeviceClassGuid;
} NDIS_DEVICE_OBJECT_ATTRIBUTES, *PNDIS_DEVICE_OBJECT_ATTRIBUTES;
#define NDIS_DEVICE_OBJECT_ATTRIBUTES_REVISION_1 1
#define NDIS_SIZEOF_DEVICE_OBJECT_ATTRIBUTES_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_DEVICE_OBJECT_ATTRIBUTES, DeviceClassGuid)

_Must_inspect_result_ _IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisRegisterDeviceEx(
    _In_ NDIS_HANDLE NdisHandle, _In_ PNDIS_DEVICE_OBJECT_ATTRIBUTES DeviceObjectAttributes,
    _Outptr_ PDEVICE_OBJECT *pDeviceObject, _Out_ PNDIS_HANDLE NdisDeviceHandle);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisDeregisterDeviceEx(_In_ NDIS_HANDLE NdisDeviceHandle);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("6.0.6000")
PVOID NdisGetDeviceReservedExtension(_In_ PDEVICE_OBJECT DeviceObject);

#ifdef __cplusplus
}
#endif
#endif
