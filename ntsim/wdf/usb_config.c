/* USB configurations and alternate settings. */
#include "ntsim/wdf/fx_usb.h"

static ULONG information_size(const USB_INTERFACE_DESCRIPTOR *descriptor)
{
    return (ULONG)FIELD_OFFSET(USBD_INTERFACE_INFORMATION, Pipes) +
           max(1u, (ULONG)descriptor->bNumEndpoints) * (ULONG)sizeof(USBD_PIPE_INFORMATION);
}

static void fill_information(PUSBD_INTERFACE_INFORMATION information, const USB_INTERFACE_DESCRIPTOR *descriptor)
{
    information->Length = (USHORT)information_size(descriptor);
    information->InterfaceNumber = descriptor->bInterfaceNumber;
    information->AlternateSetting = descriptor->bAlternateSetting;
    information->NumberOfPipes = descriptor->bNumEndpoints;
    for (ULONG i = 0; i < information->NumberOfPipes; i++)
        information->Pipes[i].MaximumTransferSize = USBD_DEFAULT_MAXIMUM_TRANSFER_SIZE;
}

/* `settings`: of each interface of the device, in its order. */
static NTSTATUS select_configuration(struct fx_usb_device *usb, const UCHAR *settings,
                                     PWDF_OBJECT_ATTRIBUTES attributes)
{
    ULONG size = FIELD_OFFSET(struct _URB_SELECT_CONFIGURATION, Interface);
    for (ULONG i = 0; i < usb->InterfaceCount; i++) {
        const USB_INTERFACE_DESCRIPTOR *descriptor = fx_usb_setting(usb, usb->Interfaces[i]->Number, settings[i]);
        if (!descriptor)
            return STATUS_INVALID_PARAMETER;
        size += information_size(descriptor);
    }
    struct _URB_SELECT_CONFIGURATION *urb =
        fx_allocate(usb->Target.Object.Driver, max((SIZE_T)size, sizeof(struct _URB_SELECT_CONFIGURATION)));
    if (!urb)
        return STATUS_INSUFFICIENT_RESOURCES;
    urb->Hdr.Length = (USHORT)size;
    urb->Hdr.Function = URB_FUNCTION_SELECT_CONFIGURATION;
    urb->ConfigurationDescriptor = usb->Configuration;
    PUSBD_INTERFACE_INFORMATION information = &urb->Interface;
    for (ULONG i = 0; i < usb->InterfaceCount; i++) {
        fill_information(information, fx_usb_setting(usb, usb->Interfaces[i]->Number, settings[i]));
        information = (PUSBD_INTERFACE_INFORMATION)((PUCHAR)information + information->Length);
    }
    NTSTATUS status = fx_submit_urb(&usb->Target, NULL, NULL, (PURB)urb);
    if (NT_SUCCESS(status))
        usb->ConfigurationHandle = urb->ConfigurationHandle;
    information = &urb->Interface;
    for (ULONG i = 0; i < usb->InterfaceCount && NT_SUCCESS(status); i++) {
        status = fx_usb_create_pipes(usb->Interfaces[i], information, attributes);
        information = (PUSBD_INTERFACE_INFORMATION)((PUCHAR)information + information->Length);
    }
    fx_free(urb);
    return status;
}

/* A request block of the driver's own, or one made for its descriptors: what comes back says what there is now. */
static NTSTATUS select_by_urb(struct fx_usb_device *usb, struct _URB_SELECT_CONFIGURATION *urb,
                              PWDF_OBJECT_ATTRIBUTES attributes)
{
    const PUCHAR end = (PUCHAR)urb + urb->Hdr.Length;
    NTSTATUS status = fx_submit_urb(&usb->Target, NULL, NULL, (PURB)urb);
    if (!NT_SUCCESS(status))
        return status;
    usb->ConfigurationHandle = urb->ConfigurationHandle;
    for (PUSBD_INTERFACE_INFORMATION at = &urb->Interface; (PUCHAR)at < end && at->Length && NT_SUCCESS(status);
         at = (PUSBD_INTERFACE_INFORMATION)((PUCHAR)at + at->Length))
        for (ULONG i = 0; i < usb->InterfaceCount; i++)
            if (usb->Interfaces[i]->Number == at->InterfaceNumber)
                status = fx_usb_create_pipes(usb->Interfaces[i], at, attributes);
    return status;
}

static NTSTATUS select_by_descriptors(struct fx_usb_device *usb, PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS parameters,
                                      PWDF_OBJECT_ATTRIBUTES attributes)
{
    const PUSB_INTERFACE_DESCRIPTOR *descriptors = parameters->Types.Descriptor.InterfaceDescriptors;
    const ULONG count = parameters->Types.Descriptor.NumInterfaceDescriptors;
    ULONG size = FIELD_OFFSET(struct _URB_SELECT_CONFIGURATION, Interface);
    if (!parameters->Types.Descriptor.ConfigurationDescriptor || !descriptors || count == 0)
        return STATUS_INVALID_PARAMETER;
    for (ULONG i = 0; i < count; i++)
        size += information_size(descriptors[i]);
    struct _URB_SELECT_CONFIGURATION *urb =
        fx_allocate(usb->Target.Object.Driver, max((SIZE_T)size, sizeof(struct _URB_SELECT_CONFIGURATION)));
    if (!urb)
        return STATUS_INSUFFICIENT_RESOURCES;
    urb->Hdr.Length = (USHORT)size;
    urb->Hdr.Function = URB_FUNCTION_SELECT_CONFIGURATION;
    urb->ConfigurationDescriptor = parameters->Types.Descriptor.ConfigurationDescriptor;
    PUSBD_INTERFACE_INFORMATION at = &urb->Interface;
    for (ULONG i = 0; i < count; i++) {
        fill_information(at, descriptors[i]);
        at = (PUSBD_INTERFACE_INFORMATION)((PUCHAR)at + at->Length);
    }
    const NTSTATUS status = select_by_urb(usb, urb, attributes);
    fx_free(urb);
    return status;
}

static NTSTATUS deconfigure(struct fx_usb_device *usb)
{
    struct _URB_SELECT_CONFIGURATION urb = {
        .Hdr = {.Length = sizeof(urb), .Function = URB_FUNCTION_SELECT_CONFIGURATION}};
    for (ULONG i = 0; i < usb->InterfaceCount; i++)
        fx_usb_delete_pipes(usb->Interfaces[i]);
    usb->ConfigurationHandle = NULL;
    return fx_submit_urb(&usb->Target, NULL, NULL, (PURB)&urb);
}

NTSTATUS api_UsbTargetDeviceSelectConfig(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle,
                                         PWDF_OBJECT_ATTRIBUTES attributes,
                                         PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS parameters)
{
    struct fx_usb_device *usb = fx_object_of(handle, FX_USB_DEVICE);
    UCHAR settings[256] = {0};
    FX_REQUIRE(parameters);
    NTSTATUS status;
    switch (parameters->Type) {
    case WdfUsbTargetDeviceSelectConfigTypeDeconfig:
        return deconfigure(usb);
    case WdfUsbTargetDeviceSelectConfigTypeSingleInterface:
        if (usb->InterfaceCount != 1)
            return STATUS_INVALID_DEVICE_REQUEST;
        status = select_configuration(usb, settings, attributes);
        if (NT_SUCCESS(status)) {
            parameters->Types.SingleInterface.NumberConfiguredPipes = (UCHAR)usb->Interfaces[0]->PipeCount;
            parameters->Types.SingleInterface.ConfiguredUsbInterface = (WDFUSBINTERFACE)usb->Interfaces[0];
        }
        return status;
    case WdfUsbTargetDeviceSelectConfigTypeMultiInterface:
    case WdfUsbTargetDeviceSelectConfigTypeInterfacesPairs:
        for (ULONG i = 0;
             parameters->Types.MultiInterface.Pairs && i < parameters->Types.MultiInterface.NumberInterfaces; i++) {
            const struct fx_usb_interface *interface =
                fx_object_of(parameters->Types.MultiInterface.Pairs[i].UsbInterface, FX_USB_INTERFACE);
            for (ULONG j = 0; j < usb->InterfaceCount; j++)
                if (usb->Interfaces[j] == interface)
                    settings[j] = parameters->Types.MultiInterface.Pairs[i].SettingIndex;
        }
        status = select_configuration(usb, settings, attributes);
        if (NT_SUCCESS(status))
            parameters->Types.MultiInterface.NumberOfConfiguredInterfaces = (UCHAR)usb->InterfaceCount;
        return status;
    case WdfUsbTargetDeviceSelectConfigTypeInterfacesDescriptor:
        return select_by_descriptors(usb, parameters, attributes);
    case WdfUsbTargetDeviceSelectConfigTypeUrb:
        FX_REQUIRE(parameters->Types.Urb.Urb);
        return select_by_urb(usb, &parameters->Types.Urb.Urb->UrbSelectConfiguration, attributes);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

/* --- interfaces --- */

static struct fx_usb_interface *interface_from(WDFUSBINTERFACE handle)
{
    return fx_object_of(handle, FX_USB_INTERFACE);
}

static NTSTATUS set_by_urb(struct fx_usb_interface *interface, struct _URB_SELECT_INTERFACE *urb,
                           PWDF_OBJECT_ATTRIBUTES attributes)
{
    fx_usb_delete_pipes(interface);
    const NTSTATUS status = fx_submit_urb(&interface->Usb->Target, NULL, NULL, (PURB)urb);
    return NT_SUCCESS(status) ? fx_usb_create_pipes(interface, &urb->Interface, attributes) : status;
}

NTSTATUS api_UsbInterfaceSelectSetting(PWDF_DRIVER_GLOBALS globals, WDFUSBINTERFACE handle,
                                       PWDF_OBJECT_ATTRIBUTES attributes,
                                       PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS parameters)
{
    struct fx_usb_interface *interface = interface_from(handle);
    struct fx_usb_device *usb = interface->Usb;
    const USB_INTERFACE_DESCRIPTOR *descriptor;
    FX_REQUIRE(parameters);
    if (parameters->Type == WdfUsbInterfaceSelectSettingTypeSetting)
        descriptor = fx_usb_setting(usb, interface->Number, parameters->Types.Interface.SettingIndex);
    else if (parameters->Type == WdfUsbInterfaceSelectSettingTypeDescriptor)
        descriptor = parameters->Types.Descriptor.InterfaceDescriptor;
    else if (parameters->Type == WdfUsbInterfaceSelectSettingTypeUrb)
        return set_by_urb(interface, &parameters->Types.Urb.Urb->UrbSelectInterface, attributes);
    else
        return STATUS_INVALID_PARAMETER;
    if (!descriptor)
        return STATUS_INVALID_PARAMETER;
    const ULONG size = FIELD_OFFSET(struct _URB_SELECT_INTERFACE, Interface) + information_size(descriptor);
    struct _URB_SELECT_INTERFACE *urb =
        fx_allocate(usb->Target.Object.Driver, max((SIZE_T)size, sizeof(struct _URB_SELECT_INTERFACE)));
    if (!urb)
        return STATUS_INSUFFICIENT_RESOURCES;
    urb->Hdr.Length = (USHORT)size;
    urb->Hdr.Function = URB_FUNCTION_SELECT_INTERFACE;
    urb->ConfigurationHandle = usb->ConfigurationHandle;
    fill_information(&urb->Interface, descriptor);
    const NTSTATUS status = set_by_urb(interface, urb, attributes);
    fx_free(urb);
    return status;
}

BYTE api_UsbInterfaceGetInterfaceNumber(PWDF_DRIVER_GLOBALS globals, WDFUSBINTERFACE handle)
{
    return interface_from(handle)->Number;
}

BYTE api_UsbInterfaceGetNumSettings(PWDF_DRIVER_GLOBALS globals, WDFUSBINTERFACE handle)
{
    return interface_from(handle)->SettingCount;
}

BYTE api_UsbInterfaceGetNumEndpoints(PWDF_DRIVER_GLOBALS globals, WDFUSBINTERFACE handle, UCHAR setting)
{
    const struct fx_usb_interface *interface = interface_from(handle);
    const USB_INTERFACE_DESCRIPTOR *descriptor = fx_usb_setting(interface->Usb, interface->Number, setting);
    return descriptor ? descriptor->bNumEndpoints : 0;
}

VOID api_UsbInterfaceGetDescriptor(PWDF_DRIVER_GLOBALS globals, WDFUSBINTERFACE handle, UCHAR setting,
                                   PUSB_INTERFACE_DESCRIPTOR result)
{
    const struct fx_usb_interface *interface = interface_from(handle);
    const USB_INTERFACE_DESCRIPTOR *descriptor = fx_usb_setting(interface->Usb, interface->Number, setting);
    FX_REQUIRE(result);
    if (descriptor)
        *result = *descriptor;
}

BYTE api_UsbInterfaceGetConfiguredSettingIndex(PWDF_DRIVER_GLOBALS globals, WDFUSBINTERFACE handle)
{
    return interface_from(handle)->Setting;
}

BYTE api_UsbInterfaceGetNumConfiguredPipes(PWDF_DRIVER_GLOBALS globals, WDFUSBINTERFACE handle)
{
    return (BYTE)interface_from(handle)->PipeCount;
}

WDFUSBPIPE api_UsbInterfaceGetConfiguredPipe(PWDF_DRIVER_GLOBALS globals, WDFUSBINTERFACE handle, UCHAR index,
                                             PWDF_USB_PIPE_INFORMATION information)
{
    const struct fx_usb_interface *interface = interface_from(handle);
    if (index >= interface->PipeCount)
        return NULL;
    const struct fx_usb_pipe *pipe = interface->Pipes[index];
    if (information)
        fx_usb_pipe_information(information, &pipe->Information, pipe->Setting);
    return (WDFUSBPIPE)pipe;
}
