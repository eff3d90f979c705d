/* usb100.h: descriptors of USB 1.1; all versions of the specification stand in one header. */
#ifndef WDK_USB100_H
#define WDK_USB100_H
#include <usbspec.h>
#endif
