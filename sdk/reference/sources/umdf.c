/* The user-mode framework. */
#include <windows.h>
#include <wdf.h>
#include <usb.h>
#include <wdfusb.h>
