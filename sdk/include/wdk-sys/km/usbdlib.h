/* usbdlib.h: building and parsing of USB requests; usbd.lib and usbdex.lib. */
#include <guiddef.h>

/* Outside the guard, so that another inclusion after initguid.h defines what this one declares. */
#if !defined(WDK_USBDLIB_GUIDS) || (defined(INITGUID) && !defined(WDK_USBDLIB_GUIDS_DEFINED))
#define WDK_USBDLIB_GUIDS
#ifdef INITGUID
#define WDK_USBDLIB_GUIDS_DEFINED
#endif
DEFINE_GUID(GUID_USB_CAPABILITY_CHAINED_MDLS,
    0xF5CEEB23, 0xAD90, 0x458C, 0x97, 0x9A, 0xD5, 0x9B, 0x3A, 0xD6, 0x88, 0x4F);
DEFINE_GUID(GUID_USB_CAPABILITY_STATIC_STREAMS,
    0x09051E1F, 0x0DC9, 0x4E6B, 0x8B, 0x12, 0x96, 0x0C, 0xBD, 0x81, 0xAA, 0x8F);
DEFINE_GUID(GUID_USB_CAPABILITY_SELECTIVE_SUSPEND,
    0x755C630D, 0xC8A0, 0x4765, 0x94, 0x6F, 0x90, 0xCC, 0x70, 0x38, 0x56, 0xA4);
DEFINE_GUID(GUID_USB_CAPABILITY_FUNCTION_SUSPEND,
    0xF4563183, 0xD66E, 0x42BD, 0xBD, 0x53, 0x1A, 0xC7, 0xB0, 0x4C, 0xD5, 0x9D);
DEFINE_GUID(GUID_USB_CAPABILITY_DEVICE_CONNECTION_HIGH_SPEED_COMPATIBLE,
    0x81A885A6, 0xF239, 0x42A2, 0x83, 0x97, 0xA5, 0xD9, 0x5B, 0xEA, 0x69, 0x53);
DEFINE_GUID(GUID_USB_CAPABILITY_DEVICE_CONNECTION_SUPER_SPEED_COMPATIBLE,
    0x8A2F776C, 0x9BD0, 0x4F29, 0x97, 0x71, 0xC7, 0xA3, 0x88, 0x46, 0xD4, 0xC7);
DEFINE_GUID(GUID_USB_CAPABILITY_TIME_SYNC,
    0xBB6E6472, 0x4BE5, 0x44A3, 0x96, 0x41, 0x34, 0x5E, 0x56, 0xAC, 0x34, 0x85);
DEFINE_GUID(GUID_USB_CAPABILITY_SSP_ISOCH_PIPE_FLAGS,
    0x59819125, 0x33A3, 0x421A, 0xA5, 0xDD, 0x37, 0x63, 0x9F, 0x30, 0xB9, 0x3E);
#endif

#ifndef WDK_USBDLIB_H
#define WDK_USBDLIB_H
#include <wdk_export.h>
#include <wdm.h>
#include <guiddef.h>
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
typedef struct USBDI_HANDLE__ *USBDI_HANDLE;
typedef struct USBD_FUNCTION_HANDLE__ *USBD_FUNCTION_HANDLE, **PUSBD_FUNCTION_HANDLE;

#define USBD_INTERFACE_VERSION_600 0x600
#define USBD_INTERFACE_VERSION_602 0x602
#define USBD_INTERFACE_VERSION_603 0x603

typedef struct _COMPOSITE_DEVICE_CAPABILITIES {
    ULONG CapabilityFunctionSuspend : 1;
    ULONG Reserved : 31;
} COMPOSITE_DEVICE_CAPABILITIES, *PCOMPOSITE_DEVICE_CAPABILITIES;

typedef struct _REGISTER_COMPOSITE_DEVICE {
    USHORT Version;
    USHORT Size;
    USBDI_HANDLE Reserved;
    COMPOSITE_DEVICE_CAPABILITIES CapabilityFlags;
    ULONG FunctionCount;
} REGISTER_COMPOSITE_DEVICE, *PREGISTER_COMPOSITE_DEVICE;

typedef struct _REQUEST_REMOTE_WAKE_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    USBD_FUNCTION_HANDLE UsbdFunctionHandle;
    ULONG Interface;
} REQUEST_REMOTE_WAKE_NOTIFICATION, *PREQUEST_REMOTE_WAKE_NOTIFICATION;

_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE VOID COMPOSITE_DEVICE_CAPABILITIES_INIT(_Out_ PCOMPOSITE_DEVICE_CAPABILITIES CapabilityFlags)
{
    CapabilityFlags->CapabilityFunctionSuspend = 0;
    CapabilityFlags->Reserved = 0;
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
/* Only the stack's own handle can be registered with it: usbdex.lib here has no body of this one (docs/usb.md). */
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID USBD_BuildRegisterCompositeDevice(
    _In_ USBD_HANDLE USBDHandle, _In_ COMPOSITE_DEVICE_CAPABILITIES CapabilityFlags, _In_ ULONG FunctionCount,
    _Out_ PREGISTER_COMPOSITE_DEVICE RegisterCompositeDevice);

#ifdef __cplusplus
}
#endif
#endif
