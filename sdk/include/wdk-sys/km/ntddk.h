/* The interface of kernel drivers beyond the Windows Driver Model. */
#ifndef WDK_NTDDK_H
#define WDK_NTDDK_H
#define _NTDDK_
#include <wdm.h>

typedef GUID UUID;

#include "nt/ddk_rtl.h"
#include "nt/ddk_io.h"
#include "nt/ddk_ps.h"
#include "nt/ddk_disk.h"
#include "nt/ddk_system.h"
#include "nt/silo.h"

#endif
