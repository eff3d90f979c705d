/* usbdlib.h: building and parsing of USB requests; usbd.lib and usbdex.lib. */
#ifndef WDK_USBDLIB_H
#define WDK_USBDLIB_H
#include <wdk_export.h>
#include <wdm.h>
#include <usb.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _USBD_INTERFACE_LIST_ENTRY {
    PUSB_INTERFACE_DESCRIPTOR InterfaceDescriptor;
    PUSBD_INTERFACE_INFORMATION Interface;
} USBD_INTERFACE_LIST_ENTRY, *PUSBD_INTERFACE_LIST_ENTRY;

/* Sizes of request blocks that end in an array. */
#define GET_SELECT_CONFIGURATION_REQUEST_SIZE(totalInterfaces, totalPipes) \
    (sizeof(struct _URB_SELECT_CONFIGURATION) + (((totalInterfaces) - 1) * sizeof(USBD_INTERFACE_INFORMATION)) + \
     (((totalPipes) - (totalInterfaces)) * sizeof(USBD_PIPE_INFORMATION)))
#define GET_SELECT_INTERFACE_REQUEST_SIZE(totalPipes) \
    (sizeof(struct _URB_SELECT_INTERFACE) + (((totalPipes) - 1) * sizeof(USBD_PIPE_INFORMATION)))
#define GET_USBD_INTERFACE_SIZE(numEndpoints) \
    (sizeof(USBD_INTERFACE_INFORMATION) + (sizeof(USBD_PIPE_INFORMATION) * (numEndpoints)) - \
     sizeof(USBD_PIPE_INFORMATION))
#define GET_ISO_URB_SIZE(n) (sizeof(struct _URB_ISOCH_TRANSFER) + sizeof(USBD_ISO_PACKET_DESCRIPTOR) * (n))

#define URB_STATUS(urb) ((urb)->UrbHeader.Status)

/*
 * Request blocks in one step. Macros, since callers pass NULL and any kind of integer; each argument is read once.
 */
#define WDK_URB_HEADER(urb, function, size) \
    ((urb)->UrbHeader.Function = (USHORT)(function), (urb)->UrbHeader.Length = (USHORT)(size))
#define WDK_URB_BUFFER(urb, member, buffer, mdl, size, link) \
    ((urb)->member.TransferBuffer = (buffer), (urb)->member.TransferBufferMDL = (mdl), \
     (urb)->member.TransferBufferLength = (size), (urb)->member.UrbLink = (link))

#define UsbBuildInterruptOrBulkTransferRequest(urb, length, pipeHandle, transferBuffer, transferBufferMDL, \
                                               transferBufferLength, transferFlags, link) \
    { \
        WDK_URB_HEADER(urb, URB_FUNCTION_BULK_OR_INTERRUPT_TRANSFER, length); \
        (urb)->UrbBulkOrInterruptTransfer.PipeHandle = (pipeHandle); \
        (urb)->UrbBulkOrInterruptTransfer.TransferFlags = (transferFlags); \
        WDK_URB_BUFFER(urb, UrbBulkOrInterruptTransfer, transferBuffer, transferBufferMDL, transferBufferLength, link); \
    }
#define UsbBuildGetDescriptorRequest(urb, length, descriptorType, descriptorIndex, languageId, transferBuffer, \
                                     transferBufferMDL, transferBufferLength, link) \
    { \
        WDK_URB_HEADER(urb, URB_FUNCTION_GET_DESCRIPTOR_FROM_DEVICE, length); \
        (urb)->UrbControlDescriptorRequest.DescriptorType = (descriptorType); \
        (urb)->UrbControlDescriptorRequest.Index = (descriptorIndex); \
        (urb)->UrbControlDescriptorRequest.LanguageId = (languageId); \
        WDK_URB_BUFFER(urb, UrbControlDescriptorRequest, transferBuffer, transferBufferMDL, transferBufferLength, link); \
    }
#define UsbBuildGetStatusRequest(urb, op, index, transferBuffer, transferBufferMDL, link) \
    { \
        WDK_URB_HEADER(urb, op, sizeof(struct _URB_CONTROL_GET_STATUS_REQUEST)); \
        (urb)->UrbControlGetStatusRequest.Index = (index); \
        WDK_URB_BUFFER(urb, UrbControlGetStatusRequest, transferBuffer, transferBufferMDL, sizeof(USHORT), link); \
    }
#define UsbBuildFeatureRequest(urb, op, featureSelector, index, link) \
    { \
        WDK_URB_HEADER(urb, op, sizeof(struct _URB_CONTROL_FEATURE_REQUEST)); \
        (urb)->UrbControlFeatureRequest.FeatureSelector = (featureSelector); \
        (urb)->UrbControlFeatureRequest.Index = (index); \
        (urb)->UrbControlFeatureRequest.UrbLink = (link); \
    }
#define UsbBuildSelectConfigurationRequest(urb, length, configurationDescriptor) \
    { \
        WDK_URB_HEADER(urb, URB_FUNCTION_SELECT_CONFIGURATION, length); \
        (urb)->UrbSelectConfiguration.ConfigurationDescriptor = (configurationDescriptor); \
    }
#define UsbBuildSelectInterfaceRequest(urb, length, configurationHandle, interfaceNumber, alternateSetting) \
    { \
        WDK_URB_HEADER(urb, URB_FUNCTION_SELECT_INTERFACE, length); \
        (urb)->UrbSelectInterface.Interface.AlternateSetting = (alternateSetting); \
        (urb)->UrbSelectInterface.Interface.InterfaceNumber = (interfaceNumber); \
        (urb)->UrbSelectInterface.Interface.Length = \
            (USHORT)((urb)->UrbHeader.Length - sizeof(struct _URB_HEADER) - sizeof(USBD_CONFIGURATION_HANDLE)); \
        (urb)->UrbSelectInterface.ConfigurationHandle = (configurationHandle); \
    }
#define UsbBuildVendorRequest(urb, cmd, length, transferFlags, reservedbits, request, value, index, transferBuffer, \
                              transferBufferMDL, transferBufferLength, link) \
    { \
        WDK_URB_HEADER(urb, cmd, length); \
        (urb)->UrbControlVendorClassRequest.TransferFlags = (transferFlags); \
        (urb)->UrbControlVendorClassRequest.RequestTypeReservedBits = (reservedbits); \
        (urb)->UrbControlVendorClassRequest.Request = (request); \
        (urb)->UrbControlVendorClassRequest.Value = (value); \
        (urb)->UrbControlVendorClassRequest.Index = (index); \
        WDK_URB_BUFFER(urb, UrbControlVendorClassRequest, transferBuffer, transferBufferMDL, transferBufferLength, link); \
    }
#define UsbBuildOsFeatureDescriptorRequest(urb, length, interface, index, transferBuffer, transferBufferMDL, \
                                           transferBufferLength, link) \
    { \
        WDK_URB_HEADER(urb, URB_FUNCTION_GET_MS_FEATURE_DESCRIPTOR, length); \
        (urb)->UrbOSFeatureDescriptorRequest.InterfaceNumber = (interface); \
        (urb)->UrbOSFeatureDescriptorRequest.MS_FeatureDescriptorIndex = (index); \
        WDK_URB_BUFFER(urb, UrbOSFeatureDescriptorRequest, transferBuffer, transferBufferMDL, transferBufferLength, link); \
    }

FORCEINLINE VOID UsbBuildOpenStaticStreamsRequest(
    _Inout_ PURB Urb, _In_ USBD_PIPE_HANDLE PipeHandle, _In_ USHORT NumberOfStreams,
    _In_reads_(NumberOfStreams) PUSBD_STREAM_INFORMATION StreamInfoArray)
{
    Urb->UrbHeader.Function = URB_FUNCTION_OPEN_STATIC_STREAMS;
    Urb->UrbHeader.Length = sizeof(struct _URB_OPEN_STATIC_STREAMS);
    Urb->UrbOpenStaticStreams.PipeHandle = PipeHandle;
    Urb->UrbOpenStaticStreams.NumberOfStreams = NumberOfStreams;
    Urb->UrbOpenStaticStreams.StreamInfoVersion = URB_OPEN_STATIC_STREAMS_VERSION_100;
    Urb->UrbOpenStaticStreams.StreamInfoSize = sizeof(USBD_STREAM_INFORMATION);
    Urb->UrbOpenStaticStreams.Streams = StreamInfoArray;
}

/* What usbd.sys exports. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_EXPORT("usbd.sys", "5.0.2195")
VOID NTAPI USBD_GetUSBDIVersion(_Out_ PUSBD_VERSION_INFORMATION VersionInformation);
WDK_EXPORT("usbd.sys", "5.0.2195")
PUSB_INTERFACE_DESCRIPTOR NTAPI USBD_ParseConfigurationDescriptor(
    _In_ PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor, _In_ UCHAR InterfaceNumber,
    _In_ UCHAR AlternateSetting);
WDK_EXPORT("usbd.sys", "5.0.2195")
PURB NTAPI USBD_CreateConfigurationRequest(
    _In_ PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor, _Out_ PUSHORT Siz);
_IRQL_requires_max_(APC_LEVEL) WDK_EXPORT("usbd.sys", "5.0.2195")
PUSB_COMMON_DESCRIPTOR NTAPI USBD_ParseDescriptors(
    _In_reads_bytes_(TotalLength) PVOID DescriptorBuffer, _In_ ULONG TotalLength, _In_ PVOID StartPosition,
    _In_ LONG DescriptorType);
_IRQL_requires_max_(APC_LEVEL) WDK_EXPORT("usbd.sys", "5.0.2195")
PUSB_INTERFACE_DESCRIPTOR NTAPI USBD_ParseConfigurationDescriptorEx(
    _In_ PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor, _In_ PVOID StartPosition, _In_ LONG InterfaceNumber,
    _In_ LONG AlternateSetting, _In_ LONG InterfaceClass, _In_ LONG InterfaceSubClass, _In_ LONG InterfaceProtocol);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_EXPORT("usbd.sys", "5.0.2195")
PURB NTAPI USBD_CreateConfigurationRequestEx(
    _In_ PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor, _Inout_ PUSBD_INTERFACE_LIST_ENTRY InterfaceList);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_EXPORT("usbd.sys", "5.0.2195")
ULONG NTAPI USBD_GetInterfaceLength(_In_ PUSB_INTERFACE_DESCRIPTOR InterfaceDescriptor, _In_ PUCHAR BufferEnd);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_EXPORT("usbd.sys", "5.0.2195")
VOID NTAPI USBD_RegisterHcFilter(_In_ PDEVICE_OBJECT DeviceObject, _In_ PDEVICE_OBJECT FilterDeviceObject);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_EXPORT("usbd.sys", "5.0.2195")
NTSTATUS NTAPI USBD_GetPdoRegistryParameter(
    _In_ PDEVICE_OBJECT PhysicalDeviceObject, _Out_writes_bytes_(ParameterLength) PVOID Parameter,
    _In_ ULONG ParameterLength, _In_reads_bytes_(KeyNameLength) PWSTR KeyName, _In_ ULONG KeyNameLength);
_Must_inspect_result_ WDK_EXPORT("usbd.sys", "5.0.2195")
NTSTATUS NTAPI USBD_QueryBusTime(_In_ PDEVICE_OBJECT RootHubPdo, _Out_ PULONG CurrentFrame);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_EXPORT("usbd.sys", "5.1.2600")
ULONG NTAPI USBD_CalculateUsbBandwidth(_In_ ULONG MaxPacketSize, _In_ UCHAR EndpointType, _In_ BOOLEAN LowSpeed);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_EXPORT("usbd.sys", "6.0.6000")
USBD_STATUS NTAPI USBD_ValidateConfigurationDescriptor(
    _In_reads_bytes_(BufferLength) PUSB_CONFIGURATION_DESCRIPTOR ConfigDesc, _In_ ULONG BufferLength, _In_ USHORT Level,
    _Out_ PUCHAR *Offset, _In_opt_ ULONG Tag);

/*
 * The client's contract of Windows 8: a static library, usbdex.lib, that works with older USB stacks as well. What the
 * kit's library does is in docs/usb.md.
 */
typedef struct USBD_HANDLE__ *USBD_HANDLE;

#define USBD_CLIENT_CONTRACT_VERSION_INVALID 0xFFFFFFFF
#define USBD_CLIENT_CONTRACT_VERSION_602 0x602
#define USBD_INTERFACE_VERSION_600 0x600
#define USBD_INTERFACE_VERSION_602 0x602
#define USBD_INTERFACE_VERSION_603 0x603

typedef union _COMPOSITE_DEVICE_CAPABILITIES {
    struct {
        ULONG CapabilityFunctionSuspend : 1;
        ULONG Reserved : 31;
    };
    ULONG AsUlong;
} COMPOSITE_DEVICE_CAPABILITIES, *PCOMPOSITE_DEVICE_CAPABILITIES;

typedef struct _REGISTER_COMPOSITE_DEVICE {
    USHORT Version;
    USHORT Size;
    ULONG Reserved;
    COMPOSITE_DEVICE_CAPABILITIES CapabilityFlags;
    ULONG FunctionCount;
} REGISTER_COMPOSITE_DEVICE, *PREGISTER_COMPOSITE_DEVICE;

typedef PVOID USBD_FUNCTION_HANDLE;

typedef struct _REQUEST_REMOTE_WAKE_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    USBD_FUNCTION_HANDLE UsbdFunctionHandle;
    ULONG Interface;
} REQUEST_REMOTE_WAKE_NOTIFICATION, *PREQUEST_REMOTE_WAKE_NOTIFICATION;

FORCEINLINE VOID COMPOSITE_DEVICE_CAPABILITIES_INIT(_Out_ PCOMPOSITE_DEVICE_CAPABILITIES CapabilityFlags)
{
    CapabilityFlags->AsUlong = 0;
}

_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_
NTSTATUS USBD_CreateHandle(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ PDEVICE_OBJECT TargetDeviceObject, _In_ ULONG USBDClientContractVersion,
    _In_ ULONG PoolTag, _Out_ USBD_HANDLE *USBDHandle);
_IRQL_requires_max_(PASSIVE_LEVEL)
VOID USBD_CloseHandle(_In_ USBD_HANDLE USBDHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_
NTSTATUS USBD_QueryUsbCapability(
    _In_ USBD_HANDLE USBDHandle, _In_ CONST GUID *CapabilityType, _In_ ULONG OutputBufferLength,
    _When_(OutputBufferLength == 0, _Pre_null_) _Out_writes_bytes_to_opt_(OutputBufferLength, *ResultLength) PUCHAR OutputBuffer,
    _Out_opt_ PULONG ResultLength);
_IRQL_requires_max_(PASSIVE_LEVEL)
BOOLEAN USBD_IsInterfaceVersionSupported(_In_ USBD_HANDLE USBDHandle, _In_ ULONG USBDInterfaceVersion);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_
NTSTATUS USBD_UrbAllocate(_In_ USBD_HANDLE USBDHandle, _Out_ PURB *Urb);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_
NTSTATUS USBD_IsochUrbAllocate(_In_ USBD_HANDLE USBDHandle, _In_ ULONG NumberOfIsochPackets, _Out_ PURB *Urb);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_
NTSTATUS USBD_SelectConfigUrbAllocateAndBuild(
    _In_ USBD_HANDLE USBDHandle, _In_ PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor,
    _Inout_ PUSBD_INTERFACE_LIST_ENTRY InterfaceList, _Out_ PURB *Urb);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_
NTSTATUS USBD_SelectInterfaceUrbAllocateAndBuild(
    _In_ USBD_HANDLE USBDHandle, _In_ USBD_CONFIGURATION_HANDLE ConfigurationHandle,
    _Inout_ PUSBD_INTERFACE_LIST_ENTRY InterfaceListEntry, _Out_ PURB *Urb);
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID USBD_UrbFree(_In_ USBD_HANDLE USBDHandle, _In_ PURB Urb);
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID USBD_AssignUrbToIoStackLocation(
    _In_ USBD_HANDLE USBDHandle, _In_ PIO_STACK_LOCATION IoStackLocation, _In_ PURB Urb);
VOID USBD_BuildRegisterCompositeDevice(
    _In_ USBD_HANDLE USBDHandle, _In_ COMPOSITE_DEVICE_CAPABILITIES CapabilityFlags, _In_ ULONG FunctionCount,
    _Out_ PREGISTER_COMPOSITE_DEVICE RegisterCompositeDevice);

#ifdef __cplusplus
}
#endif
#endif
