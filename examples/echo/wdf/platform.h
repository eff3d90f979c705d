/* What both sources stand on: the kernel and KMDF, or Win32 and UMDF. */
#pragma once

#define INITGUID
#ifdef _KERNEL_MODE
#include <ntddk.h>
#else
#include <windows.h>
#include <winioctl.h>
#endif
#include <wdf.h>

#include "../public.h"
