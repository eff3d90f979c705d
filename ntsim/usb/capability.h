/* What usbhub.sys tells wdf01000.sys of itself; Microsoft's stack and framework have an interface for that which is not
 * public. */
#ifndef NTSIM_USB_CAPABILITY_H
#define NTSIM_USB_CAPABILITY_H

#include <wdm.h>

static const GUID sim_usb_capability_guid = {
    0x6c1b1d0e, 0x2f44, 0x4a0b, {0x9a, 0x37, 0x0d, 0x5e, 0x81, 0xc6, 0x42, 0xf3}};

struct sim_usb_capability {
    INTERFACE Header;
    /* `capability`: a GUID_USB_CAPABILITY_... */
    NTSTATUS(NTAPI *Query)(PVOID context, const GUID *capability);
};

#endif
