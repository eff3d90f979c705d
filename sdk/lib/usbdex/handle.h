/*
 * A client's registration, which the functions of usbdex.lib share.
 *
 * Microsoft's library negotiates with the USB stack over an interface that is not public. This one keeps to what every
 * stack since Windows XP takes: request blocks in pool memory of the client's tag, passed in the stack location.
 */
#ifndef USBDEX_HANDLE_H
#define USBDEX_HANDLE_H
#include <wdm.h>
#include <usb.h>
#include <usbdlib.h>

struct USBD_HANDLE__ {
    PDEVICE_OBJECT device; /* of the client */
    PDEVICE_OBJECT target; /* the next lower one */
    ULONG tag;             /* of everything the handle's functions allocate */
};

/* Zeroed nonpaged memory of the tag, which ExFreePoolWithTag frees; NULL where there is none. <= DISPATCH_LEVEL. */
PVOID usbdex_allocate(ULONG tag, SIZE_T size);
#endif
