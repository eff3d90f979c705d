/* The kernel-mode framework. */
#include <ntddk.h>
#include <wdf.h>
#include <usbdi.h>
#include <wdfusb.h>
