/* USB devices of a test, between <ntsim/usb.h> and the hub. */
#ifndef NTSIM_RUN_USB_H
#define NTSIM_RUN_USB_H

#include <ntsim/usb.h>

struct usb_device;

/* Its PDO as it is now; NULL: there is none. */
void *usb_pdo(const struct usb_device *device);
/* Pulls the plug and frees it. */
void usb_detach(struct usb_device *device);
/* Takes the hub away. */
void usb_end(void);

#endif
