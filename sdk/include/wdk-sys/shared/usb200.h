/* usb200.h: descriptors of USB 2.0; all versions of the specification stand in one header. */
#ifndef WDK_USB200_H
#define WDK_USB200_H
#include <usbspec.h>
#endif
