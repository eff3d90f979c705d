/* USB: usbd.sys. */
#include <ntddk.h>
#include <usbdi.h>
#include <usbdlib.h>
