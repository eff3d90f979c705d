/* Inside the framework: USB devices, which take URBs from the driver below. */
#ifndef NTSIM_WDF_FX_USB_H
#define NTSIM_WDF_FX_USB_H

#include "ntsim/wdf/fx_send.h"

#include <usbioctl.h>

struct fx_usb_interface {
    struct fx_object Object;
    struct fx_usb_device *Usb;
    UCHAR Number, SettingCount, Setting; /* Setting: the selected one */
    BOOLEAN Configured;
    USBD_INTERFACE_HANDLE Handle;
    struct fx_usb_pipe **Pipes;
    ULONG PipeCount;
};

struct fx_usb_device {
    struct fx_target Target; /* first: the handle is that of a target too */
    USB_DEVICE_DESCRIPTOR Descriptor;
    PUSB_CONFIGURATION_DESCRIPTOR Configuration;
    USBD_CONFIGURATION_HANDLE ConfigurationHandle;
    struct fx_usb_interface **Interfaces;
    ULONG InterfaceCount;
    BOOLEAN Contract; /* the driver has named the version of its interface */
    /* What the bus tells of itself. */
    BOOLEAN HighSpeed;
    USBD_VERSION_INFORMATION Version;
    ULONG HcdCapabilities;
};

struct fx_usb_reader;

struct fx_usb_pipe {
    struct fx_target Target; /* first, as above */
    struct fx_usb_device *Usb;
    struct fx_usb_interface *Interface;
    USBD_PIPE_INFORMATION Information;
    UCHAR Setting;
    BOOLEAN NoPacketSizeCheck;
    struct fx_usb_reader *Reader;
};

/* Puts a URB into the request for the driver below. The URB is the caller's, or with `own` freed with the format. */
NTSTATUS fx_format_urb(struct fx_target *target, struct fx_request *request, PURB urb, BOOLEAN own,
                       WDF_USB_REQUEST_TYPE type);
/* Sends one and waits. */
NTSTATUS fx_submit_urb(struct fx_target *target, WDFREQUEST given, PWDF_REQUEST_SEND_OPTIONS options, PURB urb);
/* The same with an internal control code that has no URB. */
NTSTATUS fx_submit_code(struct fx_target *target, ULONG code, PVOID argument);
/* Asks the bus for its version and the device's speed. */
void fx_usb_query_bus(struct fx_usb_device *usb);
PUSB_INTERFACE_DESCRIPTOR fx_usb_setting(const struct fx_usb_device *usb, UCHAR number, UCHAR setting);
NTSTATUS fx_usb_create_pipes(struct fx_usb_interface *interface, PUSBD_INTERFACE_INFORMATION information,
                             PWDF_OBJECT_ATTRIBUTES attributes);
void fx_usb_delete_pipes(struct fx_usb_interface *interface);
void fx_usb_pipe_information(PWDF_USB_PIPE_INFORMATION to, const USBD_PIPE_INFORMATION *from, UCHAR setting);

#endif
