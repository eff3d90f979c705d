/* HID: hidclass.sys and hidparse.sys. */
#include <ntddk.h>
#include <hidport.h>
#include <hidpddi.h>
#include <kbdmou.h>
