/* What the sources stand on: Win32 and UMDF 2. */
#pragma once

#include <windows.h>
#include <winioctl.h>
#include <wdf.h>

/* User-mode code is always pageable. */
#ifndef PAGED_CODE
#define PAGED_CODE() ((void)0)
#endif
