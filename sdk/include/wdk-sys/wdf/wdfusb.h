/* wdfusb.h: USB devices, interfaces and pipes */
#ifndef _WDFUSB_H_
#define _WDFUSB_H_

#if !WDF_KMDF && !defined(USBD_CLIENT_CONTRACT_VERSION_602) /* mingw-w64's usb.h lacks them */
#define USBD_CLIENT_CONTRACT_VERSION_INVALID 0xFFFFFFFF
#define USBD_CLIENT_CONTRACT_VERSION_602     0x602
#endif

#ifndef BMREQUEST_HOST_TO_DEVICE
#define BMREQUEST_HOST_TO_DEVICE 0
#endif

#ifndef BMREQUEST_DEVICE_TO_HOST
#define BMREQUEST_DEVICE_TO_HOST 1
#endif

#ifndef BMREQUEST_STANDARD
#define BMREQUEST_STANDARD 0
#endif

#ifndef BMREQUEST_CLASS
#define BMREQUEST_CLASS 1
#endif

#ifndef BMREQUEST_VENDOR
#define BMREQUEST_VENDOR 2
#endif

#ifndef BMREQUEST_TO_DEVICE
#define BMREQUEST_TO_DEVICE 0
#endif

#ifndef BMREQUEST_TO_INTERFACE
#define BMREQUEST_TO_INTERFACE 1
#endif

#ifndef BMREQUEST_TO_ENDPOINT
#define BMREQUEST_TO_ENDPOINT 2
#endif

#ifndef BMREQUEST_TO_OTHER
#define BMREQUEST_TO_OTHER 3
#endif

typedef enum _WDF_USB_REQUEST_TYPE {
    WdfUsbRequestTypeInvalid = 0,
    WdfUsbRequestTypeNoFormat,
    WdfUsbRequestTypeDeviceString,
    WdfUsbRequestTypeDeviceControlTransfer,
    WdfUsbRequestTypeDeviceUrb,
    WdfUsbRequestTypePipeWrite,
    WdfUsbRequestTypePipeRead,
    WdfUsbRequestTypePipeAbort,
    WdfUsbRequestTypePipeReset,
    WdfUsbRequestTypePipeUrb,
} WDF_USB_REQUEST_TYPE, *PWDF_USB_REQUEST_TYPE;

typedef enum _WDF_USB_BMREQUEST_DIRECTION {
    BmRequestHostToDevice = BMREQUEST_HOST_TO_DEVICE,
    BmRequestDeviceToHost = BMREQUEST_DEVICE_TO_HOST,
} WDF_USB_BMREQUEST_DIRECTION;

typedef enum _WDF_USB_BMREQUEST_TYPE {
    BmRequestStandard = BMREQUEST_STANDARD,
    BmRequestClass = BMREQUEST_CLASS,
    BmRequestVendor = BMREQUEST_VENDOR,
} WDF_USB_BMREQUEST_TYPE;

typedef enum _WDF_USB_BMREQUEST_RECIPIENT {
    BmRequestToDevice = BMREQUEST_TO_DEVICE,
    BmRequestToInterface = BMREQUEST_TO_INTERFACE,
    BmRequestToEndpoint = BMREQUEST_TO_ENDPOINT,
    BmRequestToOther = BMREQUEST_TO_OTHER,
} WDF_USB_BMREQUEST_RECIPIENT;

typedef enum _WDF_USB_PIPE_TYPE {
    WdfUsbPipeTypeInvalid = 0,
    WdfUsbPipeTypeControl,
    WdfUsbPipeTypeIsochronous,
    WdfUsbPipeTypeBulk,
    WdfUsbPipeTypeInterrupt,
} WDF_USB_PIPE_TYPE;

typedef enum _WdfUsbTargetDeviceSelectConfigType {
    WdfUsbTargetDeviceSelectConfigTypeInvalid = 0,
    WdfUsbTargetDeviceSelectConfigTypeDeconfig = 1,
    WdfUsbTargetDeviceSelectConfigTypeSingleInterface = 2,
    WdfUsbTargetDeviceSelectConfigTypeMultiInterface = 3,
    WdfUsbTargetDeviceSelectConfigTypeInterfacesPairs = 4,
    WdfUsbTargetDeviceSelectConfigTypeInterfacesDescriptor = 5,
    WdfUsbTargetDeviceSelectConfigTypeUrb = 6,
} WdfUsbTargetDeviceSelectConfigType;

typedef enum _WdfUsbTargetDeviceSelectSettingType {
    WdfUsbInterfaceSelectSettingTypeDescriptor = 0x10,
    WdfUsbInterfaceSelectSettingTypeSetting = 0x11,
    WdfUsbInterfaceSelectSettingTypeUrb = 0x12,
} WdfUsbTargetDeviceSelectSettingType;

typedef enum _WDF_USB_DEVICE_TRAITS {
    WDF_USB_DEVICE_TRAIT_SELF_POWERED = 0x00000001,
    WDF_USB_DEVICE_TRAIT_REMOTE_WAKE_CAPABLE = 0x00000002,
    WDF_USB_DEVICE_TRAIT_AT_HIGH_SPEED = 0x00000004,
} WDF_USB_DEVICE_TRAITS;

typedef union _WDF_USB_CONTROL_SETUP_PACKET {
    struct {
        union {
            struct {
                BYTE Recipient : 2;
                BYTE Reserved : 3;
                BYTE Type : 2;
                BYTE Dir : 1;
            } Request;
            BYTE Byte;
        } bm;
        BYTE bRequest;
        union {
            struct {
                BYTE LowByte;
                BYTE HiByte;
            } Bytes;
            USHORT Value;
        } wValue;
        union {
            struct {
                BYTE LowByte;
                BYTE HiByte;
            } Bytes;
            USHORT Value;
        } wIndex;
        USHORT wLength;
    } Packet;
    struct {
        BYTE Bytes[8];
    } Generic;
} WDF_USB_CONTROL_SETUP_PACKET, *PWDF_USB_CONTROL_SETUP_PACKET;

WDF_INLINE VOID WDF_USB_CONTROL_SETUP_PACKET_INIT(
    _Out_ PWDF_USB_CONTROL_SETUP_PACKET Packet, _In_ WDF_USB_BMREQUEST_DIRECTION Direction,
    _In_ WDF_USB_BMREQUEST_RECIPIENT Recipient, _In_ BYTE Request, _In_ USHORT Value, _In_ USHORT Index)
{
    RtlZeroMemory(Packet, sizeof(*Packet));
    Packet->Packet.bm.Request.Dir = (BYTE)Direction;
    Packet->Packet.bm.Request.Type = (BYTE)BmRequestStandard;
    Packet->Packet.bm.Request.Recipient = (BYTE)Recipient;
    Packet->Packet.bRequest = Request;
    Packet->Packet.wValue.Value = Value;
    Packet->Packet.wIndex.Value = Index;
}

WDF_INLINE VOID WDF_USB_CONTROL_SETUP_PACKET_INIT_CLASS(
    _Out_ PWDF_USB_CONTROL_SETUP_PACKET Packet, _In_ WDF_USB_BMREQUEST_DIRECTION Direction,
    _In_ WDF_USB_BMREQUEST_RECIPIENT Recipient, _In_ BYTE Request, _In_ USHORT Value, _In_ USHORT Index)
{
    RtlZeroMemory(Packet, sizeof(*Packet));
    Packet->Packet.bm.Request.Dir = (BYTE)Direction;
    Packet->Packet.bm.Request.Type = (BYTE)BmRequestClass;
    Packet->Packet.bm.Request.Recipient = (BYTE)Recipient;
    Packet->Packet.bRequest = Request;
    Packet->Packet.wValue.Value = Value;
    Packet->Packet.wIndex.Value = Index;
}

WDF_INLINE VOID WDF_USB_CONTROL_SETUP_PACKET_INIT_VENDOR(
    _Out_ PWDF_USB_CONTROL_SETUP_PACKET Packet, _In_ WDF_USB_BMREQUEST_DIRECTION Direction,
    _In_ WDF_USB_BMREQUEST_RECIPIENT Recipient, _In_ BYTE Request, _In_ USHORT Value, _In_ USHORT Index)
{
    RtlZeroMemory(Packet, sizeof(*Packet));
    Packet->Packet.bm.Request.Dir = (BYTE)Direction;
    Packet->Packet.bm.Request.Type = (BYTE)BmRequestVendor;
    Packet->Packet.bm.Request.Recipient = (BYTE)Recipient;
    Packet->Packet.bRequest = Request;
    Packet->Packet.wValue.Value = Value;
    Packet->Packet.wIndex.Value = Index;
}

WDF_INLINE VOID WDF_USB_CONTROL_SETUP_PACKET_INIT_FEATURE(
    _Out_ PWDF_USB_CONTROL_SETUP_PACKET Packet, _In_ WDF_USB_BMREQUEST_RECIPIENT BmRequestRecipient,
    _In_ USHORT FeatureSelector, _In_ USHORT Index, _In_ BOOLEAN SetFeature)
{
    RtlZeroMemory(Packet, sizeof(*Packet));
    Packet->Packet.bm.Request.Dir = (BYTE)BmRequestHostToDevice;
    Packet->Packet.bm.Request.Type = (BYTE)BmRequestStandard;
    Packet->Packet.bm.Request.Recipient = (BYTE)BmRequestRecipient;
    Packet->Packet.bRequest = SetFeature ? USB_REQUEST_SET_FEATURE : USB_REQUEST_CLEAR_FEATURE;
    Packet->Packet.wValue.Value = FeatureSelector;
    Packet->Packet.wIndex.Value = Index;
}

WDF_INLINE VOID WDF_USB_CONTROL_SETUP_PACKET_INIT_GET_STATUS(
    _Out_ PWDF_USB_CONTROL_SETUP_PACKET Packet, _In_ WDF_USB_BMREQUEST_RECIPIENT BmRequestRecipient,
    _In_ USHORT Index)
{
    RtlZeroMemory(Packet, sizeof(*Packet));
    Packet->Packet.bm.Request.Dir = (BYTE)BmRequestDeviceToHost;
    Packet->Packet.bm.Request.Type = (BYTE)BmRequestStandard;
    Packet->Packet.bm.Request.Recipient = (BYTE)BmRequestRecipient;
    Packet->Packet.bRequest = USB_REQUEST_GET_STATUS;
    Packet->Packet.wIndex.Value = Index;
}

typedef struct _WDF_USB_REQUEST_COMPLETION_PARAMS {
    USBD_STATUS UsbdStatus;
    WDF_USB_REQUEST_TYPE Type;
    union {
        struct {
            WDFMEMORY Buffer;
            USHORT LangID;
            UCHAR StringIndex;
            UCHAR RequiredSize;
        } DeviceString;
        struct {
            WDFMEMORY Buffer;
            WDF_USB_CONTROL_SETUP_PACKET SetupPacket;
            ULONG Length;
        } DeviceControlTransfer;
        struct {
            WDFMEMORY Buffer;
        } DeviceUrb;
        struct {
            WDFMEMORY Buffer;
            size_t Length;
            size_t Offset;
        } PipeWrite;
        struct {
            WDFMEMORY Buffer;
            size_t Length;
            size_t Offset;
        } PipeRead;
        struct {
            WDFMEMORY Buffer;
        } PipeUrb;
    } Parameters;
} WDF_USB_REQUEST_COMPLETION_PARAMS, *PWDF_USB_REQUEST_COMPLETION_PARAMS;

typedef _Function_class_(EVT_WDF_USB_READER_COMPLETION_ROUTINE) _IRQL_requires_same_
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID NTAPI EVT_WDF_USB_READER_COMPLETION_ROUTINE(
    _In_ WDFUSBPIPE Pipe, _In_ WDFMEMORY Buffer, _In_ size_t NumBytesTransferred, _In_ WDFCONTEXT Context);
typedef EVT_WDF_USB_READER_COMPLETION_ROUTINE *PFN_WDF_USB_READER_COMPLETION_ROUTINE;

typedef _Function_class_(EVT_WDF_USB_READERS_FAILED) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
BOOLEAN NTAPI EVT_WDF_USB_READERS_FAILED(
    _In_ WDFUSBPIPE Pipe, _In_ NTSTATUS Status, _In_ USBD_STATUS UsbdStatus);
typedef EVT_WDF_USB_READERS_FAILED *PFN_WDF_USB_READERS_FAILED;

typedef struct _WDF_USB_CONTINUOUS_READER_CONFIG {
    ULONG Size;
    size_t TransferLength;
    size_t HeaderLength;
    size_t TrailerLength;
    UCHAR NumPendingReads;
    PWDF_OBJECT_ATTRIBUTES BufferAttributes;
    PFN_WDF_USB_READER_COMPLETION_ROUTINE EvtUsbTargetPipeReadComplete;
    WDFCONTEXT EvtUsbTargetPipeReadCompleteContext;
    PFN_WDF_USB_READERS_FAILED EvtUsbTargetPipeReadersFailed;
} WDF_USB_CONTINUOUS_READER_CONFIG, *PWDF_USB_CONTINUOUS_READER_CONFIG;

WDF_INLINE VOID WDF_USB_CONTINUOUS_READER_CONFIG_INIT(
    _Out_ PWDF_USB_CONTINUOUS_READER_CONFIG Config,
    _In_ PFN_WDF_USB_READER_COMPLETION_ROUTINE EvtUsbTargetPipeReadComplete,
    _In_ WDFCONTEXT EvtUsbTargetPipeReadCompleteContext, _In_ size_t TransferLength)
{
    WDF_CLEAR_SIZED(WDF_USB_CONTINUOUS_READER_CONFIG, Config);
    Config->EvtUsbTargetPipeReadComplete = EvtUsbTargetPipeReadComplete;
    Config->EvtUsbTargetPipeReadCompleteContext = EvtUsbTargetPipeReadCompleteContext;
    Config->TransferLength = TransferLength;
}

_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFIOTARGET WdfUsbTargetDeviceGetIoTarget(_In_ WDFUSBDEVICE UsbDevice)
{
    return (WDFIOTARGET)UsbDevice;
}

typedef struct _WDF_USB_DEVICE_INFORMATION {
    ULONG Size;
    USBD_VERSION_INFORMATION UsbdVersionInformation;
    ULONG HcdPortCapabilities;
    ULONG Traits;
} WDF_USB_DEVICE_INFORMATION, *PWDF_USB_DEVICE_INFORMATION;

WDF_INLINE VOID WDF_USB_DEVICE_INFORMATION_INIT(_Out_ PWDF_USB_DEVICE_INFORMATION Udi)
{
    WDF_CLEAR_SIZED(WDF_USB_DEVICE_INFORMATION, Udi);
}

typedef struct _WDF_USB_INTERFACE_SETTING_PAIR {
    WDFUSBINTERFACE UsbInterface;
    UCHAR SettingIndex;
} WDF_USB_INTERFACE_SETTING_PAIR, *PWDF_USB_INTERFACE_SETTING_PAIR;

typedef struct _WDF_USB_DEVICE_SELECT_CONFIG_PARAMS {
    ULONG Size;
    WdfUsbTargetDeviceSelectConfigType Type;
    union {
        struct {
            PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor;
            PUSB_INTERFACE_DESCRIPTOR *InterfaceDescriptors;
            ULONG NumInterfaceDescriptors;
        } Descriptor;
        struct {
            PURB Urb;
        } Urb;
        struct {
            UCHAR NumberConfiguredPipes;
            WDFUSBINTERFACE ConfiguredUsbInterface;
        } SingleInterface;
        struct {
            UCHAR NumberInterfaces;
            PWDF_USB_INTERFACE_SETTING_PAIR Pairs;
            UCHAR NumberOfConfiguredInterfaces;
        } MultiInterface;
    } Types;
} WDF_USB_DEVICE_SELECT_CONFIG_PARAMS, *PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS;

WDF_INLINE VOID WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_SINGLE_INTERFACE(
    _Out_ PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params)
{
    WDF_CLEAR_SIZED(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS, Params);
    Params->Type = WdfUsbTargetDeviceSelectConfigTypeSingleInterface;
}

/* Without pairs every interface gets its alternate setting 0. */
WDF_INLINE VOID WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_MULTIPLE_INTERFACES(
    _Out_ PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params, _In_opt_ UCHAR NumberInterfaces,
    _In_opt_ PWDF_USB_INTERFACE_SETTING_PAIR SettingPairs)
{
    WDF_CLEAR_SIZED(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS, Params);
    if (SettingPairs == NULL || NumberInterfaces == 0) {
        Params->Type = WdfUsbTargetDeviceSelectConfigTypeMultiInterface;
        return;
    }
    Params->Type = WdfUsbTargetDeviceSelectConfigTypeInterfacesPairs;
    Params->Types.MultiInterface.NumberInterfaces = NumberInterfaces;
    Params->Types.MultiInterface.Pairs = SettingPairs;
}

WDF_INLINE VOID WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_INTERFACES_DESCRIPTORS(
    _Out_ PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params, _In_ PUSB_CONFIGURATION_DESCRIPTOR ConfigDescriptor,
    _In_ PUSB_INTERFACE_DESCRIPTOR *InterfaceDescriptors, _In_ ULONG NumInterfaceDescriptors)
{
    WDF_CLEAR_SIZED(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS, Params);
    Params->Type = WdfUsbTargetDeviceSelectConfigTypeInterfacesDescriptor;
    Params->Types.Descriptor.ConfigurationDescriptor = ConfigDescriptor;
    Params->Types.Descriptor.InterfaceDescriptors = InterfaceDescriptors;
    Params->Types.Descriptor.NumInterfaceDescriptors = NumInterfaceDescriptors;
}

WDF_INLINE VOID WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_URB(
    _Out_ PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params, _In_ PURB Urb)
{
    WDF_CLEAR_SIZED(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS, Params);
    Params->Type = WdfUsbTargetDeviceSelectConfigTypeUrb;
    Params->Types.Urb.Urb = Urb;
}

WDF_INLINE VOID WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_DECONFIG(
    _Out_ PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params)
{
    WDF_CLEAR_SIZED(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS, Params);
    Params->Type = WdfUsbTargetDeviceSelectConfigTypeDeconfig;
}

typedef struct _WDF_USB_INTERFACE_SELECT_SETTING_PARAMS {
    ULONG Size;
    WdfUsbTargetDeviceSelectSettingType Type;
    union {
        struct {
            PUSB_INTERFACE_DESCRIPTOR InterfaceDescriptor;
        } Descriptor;
        struct {
            UCHAR SettingIndex;
        } Interface;
        struct {
            PURB Urb;
        } Urb;
    } Types;
} WDF_USB_INTERFACE_SELECT_SETTING_PARAMS, *PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS;

WDF_INLINE VOID WDF_USB_INTERFACE_SELECT_SETTING_PARAMS_INIT_DESCRIPTOR(
    _Out_ PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS Params, _In_ PUSB_INTERFACE_DESCRIPTOR Interface)
{
    WDF_CLEAR_SIZED(WDF_USB_INTERFACE_SELECT_SETTING_PARAMS, Params);
    Params->Type = WdfUsbInterfaceSelectSettingTypeDescriptor;
    Params->Types.Descriptor.InterfaceDescriptor = Interface;
}

WDF_INLINE VOID WDF_USB_INTERFACE_SELECT_SETTING_PARAMS_INIT_URB(
    _Out_ PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS Params, _In_ PURB Urb)
{
    WDF_CLEAR_SIZED(WDF_USB_INTERFACE_SELECT_SETTING_PARAMS, Params);
    Params->Type = WdfUsbInterfaceSelectSettingTypeUrb;
    Params->Types.Urb.Urb = Urb;
}

WDF_INLINE VOID WDF_USB_INTERFACE_SELECT_SETTING_PARAMS_INIT_SETTING(
    _Out_ PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS Params, _In_ UCHAR SettingIndex)
{
    WDF_CLEAR_SIZED(WDF_USB_INTERFACE_SELECT_SETTING_PARAMS, Params);
    Params->Type = WdfUsbInterfaceSelectSettingTypeSetting;
    Params->Types.Interface.SettingIndex = SettingIndex;
}

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE WDFIOTARGET WdfUsbTargetPipeGetIoTarget(_In_ WDFUSBPIPE Pipe)
{
    return (WDFIOTARGET)Pipe;
}

typedef struct _WDF_USB_PIPE_INFORMATION {
    ULONG Size;
    ULONG MaximumPacketSize;
    UCHAR EndpointAddress;
    UCHAR Interval;
    UCHAR SettingIndex;
    WDF_USB_PIPE_TYPE PipeType;
    ULONG MaximumTransferSize;
} WDF_USB_PIPE_INFORMATION, *PWDF_USB_PIPE_INFORMATION;

WDF_INLINE VOID WDF_USB_PIPE_INFORMATION_INIT(_Out_ PWDF_USB_PIPE_INFORMATION Info)
{
    WDF_CLEAR_SIZED(WDF_USB_PIPE_INFORMATION, Info);
}

WDF_INLINE BOOLEAN WDF_USB_PIPE_DIRECTION_IN(_In_ UCHAR EndpointAddress)
{
    return (EndpointAddress & USB_ENDPOINT_DIRECTION_MASK) != 0;
}

WDF_INLINE BOOLEAN WDF_USB_PIPE_DIRECTION_OUT(_In_ UCHAR EndpointAddress)
{
    return !WDF_USB_PIPE_DIRECTION_IN(EndpointAddress);
}

typedef struct _WDF_USB_DEVICE_CREATE_CONFIG {
    ULONG Size;
    ULONG USBDClientContractVersion;
} WDF_USB_DEVICE_CREATE_CONFIG, *PWDF_USB_DEVICE_CREATE_CONFIG;

WDF_INLINE VOID WDF_USB_DEVICE_CREATE_CONFIG_INIT(
    _Out_ PWDF_USB_DEVICE_CREATE_CONFIG Config, _In_ ULONG USBDClientContractVersion)
{
    WDF_CLEAR_SIZED(WDF_USB_DEVICE_CREATE_CONFIG, Config);
    Config->USBDClientContractVersion = USBDClientContractVersion;
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICECREATE)(
    PWDF_DRIVER_GLOBALS, WDFDEVICE, PWDF_OBJECT_ATTRIBUTES, WDFUSBDEVICE *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceCreate(
    _In_ WDFDEVICE Device, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFUSBDEVICE *UsbDevice)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICECREATE, WdfUsbTargetDeviceCreate, Device, Attributes, UsbDevice);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICECREATEWITHPARAMETERS)(
    PWDF_DRIVER_GLOBALS, WDFDEVICE, PWDF_USB_DEVICE_CREATE_CONFIG, PWDF_OBJECT_ATTRIBUTES, WDFUSBDEVICE *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceCreateWithParameters(
    _In_ WDFDEVICE Device, _In_ PWDF_USB_DEVICE_CREATE_CONFIG Config,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFUSBDEVICE *UsbDevice)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICECREATEWITHPARAMETERS, WdfUsbTargetDeviceCreateWithParameters, Device, Config,
        Attributes, UsbDevice);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICERETRIEVEINFORMATION)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, PWDF_USB_DEVICE_INFORMATION);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceRetrieveInformation(
    _In_ WDFUSBDEVICE UsbDevice, _Inout_ PWDF_USB_DEVICE_INFORMATION Information)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICERETRIEVEINFORMATION, WdfUsbTargetDeviceRetrieveInformation, UsbDevice,
        Information);
}

typedef VOID (NTAPI *PFN_WDFUSBTARGETDEVICEGETDEVICEDESCRIPTOR)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, PUSB_DEVICE_DESCRIPTOR);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfUsbTargetDeviceGetDeviceDescriptor(
    _In_ WDFUSBDEVICE UsbDevice, _Out_ PUSB_DEVICE_DESCRIPTOR UsbDeviceDescriptor)
{
    WDF_CALL(
        PFN_WDFUSBTARGETDEVICEGETDEVICEDESCRIPTOR, WdfUsbTargetDeviceGetDeviceDescriptor, UsbDevice,
        UsbDeviceDescriptor);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICERETRIEVECONFIGDESCRIPTOR)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, PVOID, PUSHORT);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceRetrieveConfigDescriptor(
    _In_ WDFUSBDEVICE UsbDevice,
    _Out_writes_bytes_to_opt_(*ConfigDescriptorLength, *ConfigDescriptorLength) PVOID ConfigDescriptor,
    _Inout_ PUSHORT ConfigDescriptorLength)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICERETRIEVECONFIGDESCRIPTOR, WdfUsbTargetDeviceRetrieveConfigDescriptor,
        UsbDevice, ConfigDescriptor, ConfigDescriptorLength);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICEQUERYSTRING)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, WDFREQUEST, PWDF_REQUEST_SEND_OPTIONS, PUSHORT, PUSHORT, UCHAR,
    USHORT);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceQueryString(
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _Out_writes_opt_(*NumCharacters) PUSHORT String,
    _Inout_ PUSHORT NumCharacters, _In_ UCHAR StringIndex, _In_opt_ USHORT LangID)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICEQUERYSTRING, WdfUsbTargetDeviceQueryString, UsbDevice, Request,
        RequestOptions, String, NumCharacters, StringIndex, LangID);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICEALLOCANDQUERYSTRING)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, PWDF_OBJECT_ATTRIBUTES, WDFMEMORY *, PUSHORT, UCHAR, USHORT);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceAllocAndQueryString(
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ PWDF_OBJECT_ATTRIBUTES StringMemoryAttributes,
    _Out_ WDFMEMORY *StringMemory, _Out_opt_ PUSHORT NumCharacters, _In_ UCHAR StringIndex,
    _In_opt_ USHORT LangID)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICEALLOCANDQUERYSTRING, WdfUsbTargetDeviceAllocAndQueryString, UsbDevice,
        StringMemoryAttributes, StringMemory, NumCharacters, StringIndex, LangID);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORSTRING)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, WDFREQUEST, WDFMEMORY, PWDFMEMORY_OFFSET, UCHAR, USHORT);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceFormatRequestForString(
    _In_ WDFUSBDEVICE UsbDevice, _In_ WDFREQUEST Request, _In_ WDFMEMORY Memory,
    _In_opt_ PWDFMEMORY_OFFSET Offset, _In_ UCHAR StringIndex, _In_opt_ USHORT LangID)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORSTRING, WdfUsbTargetDeviceFormatRequestForString, UsbDevice,
        Request, Memory, Offset, StringIndex, LangID);
}

typedef UCHAR (NTAPI *PFN_WDFUSBTARGETDEVICEGETNUMINTERFACES)(PWDF_DRIVER_GLOBALS, WDFUSBDEVICE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE UCHAR WdfUsbTargetDeviceGetNumInterfaces(_In_ WDFUSBDEVICE UsbDevice)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEGETNUMINTERFACES, WdfUsbTargetDeviceGetNumInterfaces, UsbDevice);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICESELECTCONFIG)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, PWDF_OBJECT_ATTRIBUTES, PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceSelectConfig(
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ PWDF_OBJECT_ATTRIBUTES PipeAttributes,
    _Inout_ PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICESELECTCONFIG, WdfUsbTargetDeviceSelectConfig, UsbDevice, PipeAttributes,
        Params);
}

#if WDF_KMDF

typedef USBD_CONFIGURATION_HANDLE (NTAPI *PFN_WDFUSBTARGETDEVICEWDMGETCONFIGURATIONHANDLE)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE USBD_CONFIGURATION_HANDLE WdfUsbTargetDeviceWdmGetConfigurationHandle(
    _In_ WDFUSBDEVICE UsbDevice)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICEWDMGETCONFIGURATIONHANDLE, WdfUsbTargetDeviceWdmGetConfigurationHandle,
        UsbDevice);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICERETRIEVECURRENTFRAMENUMBER)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, PULONG);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceRetrieveCurrentFrameNumber(
    _In_ WDFUSBDEVICE UsbDevice, _Out_ PULONG CurrentFrameNumber)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICERETRIEVECURRENTFRAMENUMBER, WdfUsbTargetDeviceRetrieveCurrentFrameNumber,
        UsbDevice, CurrentFrameNumber);
}

#else
WDF_UNAVAILABLE(WdfUsbTargetDeviceWdmGetConfigurationHandle, "KMDF");
WDF_UNAVAILABLE(WdfUsbTargetDeviceRetrieveCurrentFrameNumber, "KMDF");
#endif

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICESENDCONTROLTRANSFERSYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, WDFREQUEST, PWDF_REQUEST_SEND_OPTIONS, PWDF_USB_CONTROL_SETUP_PACKET,
    PWDF_MEMORY_DESCRIPTOR, PULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceSendControlTransferSynchronously(
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _In_ PWDF_USB_CONTROL_SETUP_PACKET SetupPacket,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR MemoryDescriptor, _Out_opt_ PULONG BytesTransferred)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICESENDCONTROLTRANSFERSYNCHRONOUSLY,
        WdfUsbTargetDeviceSendControlTransferSynchronously, UsbDevice, Request, RequestOptions, SetupPacket,
        MemoryDescriptor, BytesTransferred);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORCONTROLTRANSFER)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, WDFREQUEST, PWDF_USB_CONTROL_SETUP_PACKET, WDFMEMORY,
    PWDFMEMORY_OFFSET);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceFormatRequestForControlTransfer(
    _In_ WDFUSBDEVICE UsbDevice, _In_ WDFREQUEST Request, _In_ PWDF_USB_CONTROL_SETUP_PACKET SetupPacket,
    _In_opt_ WDFMEMORY TransferMemory, _In_opt_ PWDFMEMORY_OFFSET TransferOffset)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORCONTROLTRANSFER,
        WdfUsbTargetDeviceFormatRequestForControlTransfer, UsbDevice, Request, SetupPacket, TransferMemory,
        TransferOffset);
}

#if WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICEISCONNECTEDSYNCHRONOUS)(PWDF_DRIVER_GLOBALS, WDFUSBDEVICE);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceIsConnectedSynchronous(_In_ WDFUSBDEVICE UsbDevice)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICEISCONNECTEDSYNCHRONOUS, WdfUsbTargetDeviceIsConnectedSynchronous, UsbDevice);
}

#else
WDF_UNAVAILABLE(WdfUsbTargetDeviceIsConnectedSynchronous, "KMDF");
#endif

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICERESETPORTSYNCHRONOUSLY)(PWDF_DRIVER_GLOBALS, WDFUSBDEVICE);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceResetPortSynchronously(_In_ WDFUSBDEVICE UsbDevice)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICERESETPORTSYNCHRONOUSLY, WdfUsbTargetDeviceResetPortSynchronously, UsbDevice);
}

#if WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICECYCLEPORTSYNCHRONOUSLY)(PWDF_DRIVER_GLOBALS, WDFUSBDEVICE);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceCyclePortSynchronously(_In_ WDFUSBDEVICE UsbDevice)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICECYCLEPORTSYNCHRONOUSLY, WdfUsbTargetDeviceCyclePortSynchronously, UsbDevice);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORCYCLEPORT)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, WDFREQUEST);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceFormatRequestForCyclePort(
    _In_ WDFUSBDEVICE UsbDevice, _In_ WDFREQUEST Request)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORCYCLEPORT, WdfUsbTargetDeviceFormatRequestForCyclePort,
        UsbDevice, Request);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICESENDURBSYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, WDFREQUEST, PWDF_REQUEST_SEND_OPTIONS, PURB);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceSendUrbSynchronously(
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _In_reads_(_Inexpressible_("union bug in SAL")) PURB Urb)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICESENDURBSYNCHRONOUSLY, WdfUsbTargetDeviceSendUrbSynchronously, UsbDevice,
        Request, RequestOptions, Urb);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORURB)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, WDFREQUEST, WDFMEMORY, PWDFMEMORY_OFFSET);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceFormatRequestForUrb(
    _In_ WDFUSBDEVICE UsbDevice, _In_ WDFREQUEST Request, _In_ WDFMEMORY UrbMemory,
    _In_opt_ PWDFMEMORY_OFFSET UrbMemoryOffset)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORURB, WdfUsbTargetDeviceFormatRequestForUrb, UsbDevice,
        Request, UrbMemory, UrbMemoryOffset);
}

#else
WDF_UNAVAILABLE(WdfUsbTargetDeviceCyclePortSynchronously, "KMDF");
WDF_UNAVAILABLE(WdfUsbTargetDeviceFormatRequestForCyclePort, "KMDF");
WDF_UNAVAILABLE(WdfUsbTargetDeviceSendUrbSynchronously, "KMDF");
WDF_UNAVAILABLE(WdfUsbTargetDeviceFormatRequestForUrb, "KMDF");
#endif

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICEQUERYUSBCAPABILITY)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, CONST GUID *, ULONG, PVOID, PULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceQueryUsbCapability(
    _In_ WDFUSBDEVICE UsbDevice, _In_ CONST GUID *CapabilityType, _In_ ULONG CapabilityBufferLength,
    _When_(CapabilityBufferLength == 0, _Out_opt_)
    _When_(CapabilityBufferLength != 0 && ResultLength == NULL, _Out_writes_bytes_(CapabilityBufferLength))
    _When_(CapabilityBufferLength != 0 && ResultLength != NULL, _Out_writes_bytes_to_opt_(CapabilityBufferLength, *ResultLength))
    PVOID CapabilityBuffer,
    _Out_opt_ _When_(ResultLength != NULL, _Deref_out_range_( <= , CapabilityBufferLength)) PULONG ResultLength)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICEQUERYUSBCAPABILITY, WdfUsbTargetDeviceQueryUsbCapability, UsbDevice,
        CapabilityType, CapabilityBufferLength, CapabilityBuffer, ResultLength);
}

#if WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICECREATEURB)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, PWDF_OBJECT_ATTRIBUTES, WDFMEMORY *, PURB *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceCreateUrb(
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFMEMORY *UrbMemory,
    _Outptr_opt_result_bytebuffer_(sizeof(URB)) PURB *Urb)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICECREATEURB, WdfUsbTargetDeviceCreateUrb, UsbDevice, Attributes, UrbMemory,
        Urb);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETDEVICECREATEISOCHURB)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, PWDF_OBJECT_ATTRIBUTES, ULONG, WDFMEMORY *, PURB *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetDeviceCreateIsochUrb(
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _In_ ULONG NumberOfIsochPackets, _Out_ WDFMEMORY *UrbMemory,
    _Outptr_opt_result_bytebuffer_(GET_ISO_URB_SIZE(NumberOfIsochPackets)) PURB *Urb)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICECREATEISOCHURB, WdfUsbTargetDeviceCreateIsochUrb, UsbDevice, Attributes,
        NumberOfIsochPackets, UrbMemory, Urb);
}

#else
WDF_UNAVAILABLE(WdfUsbTargetDeviceCreateUrb, "KMDF");
WDF_UNAVAILABLE(WdfUsbTargetDeviceCreateIsochUrb, "KMDF");
#endif

typedef VOID (NTAPI *PFN_WDFUSBTARGETPIPEGETINFORMATION)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, PWDF_USB_PIPE_INFORMATION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfUsbTargetPipeGetInformation(
    _In_ WDFUSBPIPE Pipe, _Out_ PWDF_USB_PIPE_INFORMATION PipeInformation)
{
    WDF_CALL(PFN_WDFUSBTARGETPIPEGETINFORMATION, WdfUsbTargetPipeGetInformation, Pipe, PipeInformation);
}

typedef BOOLEAN (NTAPI *PFN_WDFUSBTARGETPIPEISINENDPOINT)(PWDF_DRIVER_GLOBALS, WDFUSBPIPE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfUsbTargetPipeIsInEndpoint(_In_ WDFUSBPIPE Pipe)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEISINENDPOINT, WdfUsbTargetPipeIsInEndpoint, Pipe);
}

typedef BOOLEAN (NTAPI *PFN_WDFUSBTARGETPIPEISOUTENDPOINT)(PWDF_DRIVER_GLOBALS, WDFUSBPIPE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfUsbTargetPipeIsOutEndpoint(_In_ WDFUSBPIPE Pipe)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEISOUTENDPOINT, WdfUsbTargetPipeIsOutEndpoint, Pipe);
}

typedef WDF_USB_PIPE_TYPE (NTAPI *PFN_WDFUSBTARGETPIPEGETTYPE)(PWDF_DRIVER_GLOBALS, WDFUSBPIPE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDF_USB_PIPE_TYPE WdfUsbTargetPipeGetType(_In_ WDFUSBPIPE Pipe)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEGETTYPE, WdfUsbTargetPipeGetType, Pipe);
}

typedef VOID (NTAPI *PFN_WDFUSBTARGETPIPESETNOMAXIMUMPACKETSIZECHECK)(PWDF_DRIVER_GLOBALS, WDFUSBPIPE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfUsbTargetPipeSetNoMaximumPacketSizeCheck(_In_ WDFUSBPIPE Pipe)
{
    WDF_CALL(
        PFN_WDFUSBTARGETPIPESETNOMAXIMUMPACKETSIZECHECK, WdfUsbTargetPipeSetNoMaximumPacketSizeCheck, Pipe);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETPIPEWRITESYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, WDFREQUEST, PWDF_REQUEST_SEND_OPTIONS, PWDF_MEMORY_DESCRIPTOR, PULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetPipeWriteSynchronously(
    _In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR MemoryDescriptor, _Out_opt_ PULONG BytesWritten)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETPIPEWRITESYNCHRONOUSLY, WdfUsbTargetPipeWriteSynchronously, Pipe, Request,
        RequestOptions, MemoryDescriptor, BytesWritten);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETPIPEFORMATREQUESTFORWRITE)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, WDFREQUEST, WDFMEMORY, PWDFMEMORY_OFFSET);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetPipeFormatRequestForWrite(
    _In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request, _In_opt_ WDFMEMORY WriteMemory,
    _In_opt_ PWDFMEMORY_OFFSET WriteOffset)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETPIPEFORMATREQUESTFORWRITE, WdfUsbTargetPipeFormatRequestForWrite, Pipe, Request,
        WriteMemory, WriteOffset);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETPIPEREADSYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, WDFREQUEST, PWDF_REQUEST_SEND_OPTIONS, PWDF_MEMORY_DESCRIPTOR, PULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetPipeReadSynchronously(
    _In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR MemoryDescriptor, _Out_opt_ PULONG BytesRead)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETPIPEREADSYNCHRONOUSLY, WdfUsbTargetPipeReadSynchronously, Pipe, Request,
        RequestOptions, MemoryDescriptor, BytesRead);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETPIPEFORMATREQUESTFORREAD)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, WDFREQUEST, WDFMEMORY, PWDFMEMORY_OFFSET);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetPipeFormatRequestForRead(
    _In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request, _In_opt_ WDFMEMORY ReadMemory,
    _In_opt_ PWDFMEMORY_OFFSET ReadOffset)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETPIPEFORMATREQUESTFORREAD, WdfUsbTargetPipeFormatRequestForRead, Pipe, Request,
        ReadMemory, ReadOffset);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETPIPECONFIGCONTINUOUSREADER)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, PWDF_USB_CONTINUOUS_READER_CONFIG);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetPipeConfigContinuousReader(
    _In_ WDFUSBPIPE Pipe, _In_ PWDF_USB_CONTINUOUS_READER_CONFIG Config)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETPIPECONFIGCONTINUOUSREADER, WdfUsbTargetPipeConfigContinuousReader, Pipe, Config);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETPIPEABORTSYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, WDFREQUEST, PWDF_REQUEST_SEND_OPTIONS);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetPipeAbortSynchronously(
    _In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETPIPEABORTSYNCHRONOUSLY, WdfUsbTargetPipeAbortSynchronously, Pipe, Request,
        RequestOptions);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETPIPEFORMATREQUESTFORABORT)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, WDFREQUEST);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetPipeFormatRequestForAbort(_In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETPIPEFORMATREQUESTFORABORT, WdfUsbTargetPipeFormatRequestForAbort, Pipe, Request);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETPIPERESETSYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, WDFREQUEST, PWDF_REQUEST_SEND_OPTIONS);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetPipeResetSynchronously(
    _In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETPIPERESETSYNCHRONOUSLY, WdfUsbTargetPipeResetSynchronously, Pipe, Request,
        RequestOptions);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETPIPEFORMATREQUESTFORRESET)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, WDFREQUEST);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetPipeFormatRequestForReset(_In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETPIPEFORMATREQUESTFORRESET, WdfUsbTargetPipeFormatRequestForReset, Pipe, Request);
}

#if WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETPIPESENDURBSYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, WDFREQUEST, PWDF_REQUEST_SEND_OPTIONS, PURB);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetPipeSendUrbSynchronously(
    _In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _In_reads_(_Inexpressible_("union bug in SAL")) PURB Urb)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETPIPESENDURBSYNCHRONOUSLY, WdfUsbTargetPipeSendUrbSynchronously, Pipe, Request,
        RequestOptions, Urb);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBTARGETPIPEFORMATREQUESTFORURB)(
    PWDF_DRIVER_GLOBALS, WDFUSBPIPE, WDFREQUEST, WDFMEMORY, PWDFMEMORY_OFFSET);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfUsbTargetPipeFormatRequestForUrb(
    _In_ WDFUSBPIPE PIPE, _In_ WDFREQUEST Request, _In_ WDFMEMORY UrbMemory,
    _In_opt_ PWDFMEMORY_OFFSET UrbMemoryOffset)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETPIPEFORMATREQUESTFORURB, WdfUsbTargetPipeFormatRequestForUrb, PIPE, Request,
        UrbMemory, UrbMemoryOffset);
}

#else
WDF_UNAVAILABLE(WdfUsbTargetPipeSendUrbSynchronously, "KMDF");
WDF_UNAVAILABLE(WdfUsbTargetPipeFormatRequestForUrb, "KMDF");
#endif

typedef BYTE (NTAPI *PFN_WDFUSBINTERFACEGETINTERFACENUMBER)(PWDF_DRIVER_GLOBALS, WDFUSBINTERFACE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BYTE WdfUsbInterfaceGetInterfaceNumber(_In_ WDFUSBINTERFACE UsbInterface)
{
    return WDF_CALL(PFN_WDFUSBINTERFACEGETINTERFACENUMBER, WdfUsbInterfaceGetInterfaceNumber, UsbInterface);
}

typedef BYTE (NTAPI *PFN_WDFUSBINTERFACEGETNUMENDPOINTS)(PWDF_DRIVER_GLOBALS, WDFUSBINTERFACE, UCHAR);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BYTE WdfUsbInterfaceGetNumEndpoints(_In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR SettingIndex)
{
    return WDF_CALL(
        PFN_WDFUSBINTERFACEGETNUMENDPOINTS, WdfUsbInterfaceGetNumEndpoints, UsbInterface, SettingIndex);
}

typedef VOID (NTAPI *PFN_WDFUSBINTERFACEGETDESCRIPTOR)(
    PWDF_DRIVER_GLOBALS, WDFUSBINTERFACE, UCHAR, PUSB_INTERFACE_DESCRIPTOR);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfUsbInterfaceGetDescriptor(
    _In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR SettingIndex,
    _Out_ PUSB_INTERFACE_DESCRIPTOR InterfaceDescriptor)
{
    WDF_CALL(
        PFN_WDFUSBINTERFACEGETDESCRIPTOR, WdfUsbInterfaceGetDescriptor, UsbInterface, SettingIndex,
        InterfaceDescriptor);
}

typedef BYTE (NTAPI *PFN_WDFUSBINTERFACEGETNUMSETTINGS)(PWDF_DRIVER_GLOBALS, WDFUSBINTERFACE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BYTE WdfUsbInterfaceGetNumSettings(_In_ WDFUSBINTERFACE UsbInterface)
{
    return WDF_CALL(PFN_WDFUSBINTERFACEGETNUMSETTINGS, WdfUsbInterfaceGetNumSettings, UsbInterface);
}

typedef NTSTATUS (NTAPI *PFN_WDFUSBINTERFACESELECTSETTING)(
    PWDF_DRIVER_GLOBALS, WDFUSBINTERFACE, PWDF_OBJECT_ATTRIBUTES, PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfUsbInterfaceSelectSetting(
    _In_ WDFUSBINTERFACE UsbInterface, _In_opt_ PWDF_OBJECT_ATTRIBUTES PipesAttributes,
    _In_ PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS Params)
{
    return WDF_CALL(
        PFN_WDFUSBINTERFACESELECTSETTING, WdfUsbInterfaceSelectSetting, UsbInterface, PipesAttributes,
        Params);
}

typedef VOID (NTAPI *PFN_WDFUSBINTERFACEGETENDPOINTINFORMATION)(
    PWDF_DRIVER_GLOBALS, WDFUSBINTERFACE, UCHAR, UCHAR, PWDF_USB_PIPE_INFORMATION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfUsbInterfaceGetEndpointInformation(
    _In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR SettingIndex, _In_ UCHAR EndpointIndex,
    _Inout_ PWDF_USB_PIPE_INFORMATION EndpointInfo)
{
    WDF_CALL(
        PFN_WDFUSBINTERFACEGETENDPOINTINFORMATION, WdfUsbInterfaceGetEndpointInformation, UsbInterface,
        SettingIndex, EndpointIndex, EndpointInfo);
}

typedef WDFUSBINTERFACE (NTAPI *PFN_WDFUSBTARGETDEVICEGETINTERFACE)(
    PWDF_DRIVER_GLOBALS, WDFUSBDEVICE, UCHAR);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFUSBINTERFACE WdfUsbTargetDeviceGetInterface(
    _In_ WDFUSBDEVICE UsbDevice, _In_ UCHAR InterfaceIndex)
{
    return WDF_CALL(
        PFN_WDFUSBTARGETDEVICEGETINTERFACE, WdfUsbTargetDeviceGetInterface, UsbDevice, InterfaceIndex);
}

typedef BYTE (NTAPI *PFN_WDFUSBINTERFACEGETCONFIGUREDSETTINGINDEX)(PWDF_DRIVER_GLOBALS, WDFUSBINTERFACE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BYTE WdfUsbInterfaceGetConfiguredSettingIndex(_In_ WDFUSBINTERFACE Interface)
{
    return WDF_CALL(
        PFN_WDFUSBINTERFACEGETCONFIGUREDSETTINGINDEX, WdfUsbInterfaceGetConfiguredSettingIndex, Interface);
}

typedef BYTE (NTAPI *PFN_WDFUSBINTERFACEGETNUMCONFIGUREDPIPES)(PWDF_DRIVER_GLOBALS, WDFUSBINTERFACE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BYTE WdfUsbInterfaceGetNumConfiguredPipes(_In_ WDFUSBINTERFACE UsbInterface)
{
    return WDF_CALL(
        PFN_WDFUSBINTERFACEGETNUMCONFIGUREDPIPES, WdfUsbInterfaceGetNumConfiguredPipes, UsbInterface);
}

typedef WDFUSBPIPE (NTAPI *PFN_WDFUSBINTERFACEGETCONFIGUREDPIPE)(
    PWDF_DRIVER_GLOBALS, WDFUSBINTERFACE, UCHAR, PWDF_USB_PIPE_INFORMATION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFUSBPIPE WdfUsbInterfaceGetConfiguredPipe(
    _In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR PipeIndex, _Inout_opt_ PWDF_USB_PIPE_INFORMATION PipeInfo)
{
    return WDF_CALL(
        PFN_WDFUSBINTERFACEGETCONFIGUREDPIPE, WdfUsbInterfaceGetConfiguredPipe, UsbInterface, PipeIndex,
        PipeInfo);
}

#if WDF_KMDF

typedef USBD_PIPE_HANDLE (NTAPI *PFN_WDFUSBTARGETPIPEWDMGETPIPEHANDLE)(PWDF_DRIVER_GLOBALS, WDFUSBPIPE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE USBD_PIPE_HANDLE WdfUsbTargetPipeWdmGetPipeHandle(_In_ WDFUSBPIPE UsbPipe)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEWDMGETPIPEHANDLE, WdfUsbTargetPipeWdmGetPipeHandle, UsbPipe);
}

#else
WDF_UNAVAILABLE(WdfUsbTargetPipeWdmGetPipeHandle, "KMDF");
#endif

#endif
