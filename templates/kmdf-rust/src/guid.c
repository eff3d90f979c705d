/* The device interface's GUID as an object, which public.h defines where INITGUID is. */
#define INITGUID
#include <ntddk.h>

#include "../public.h"
