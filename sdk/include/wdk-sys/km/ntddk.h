/* The interface of kernel drivers beyond the Windows Driver Model. */
#ifndef WDK_NTDDK_H
#define WDK_NTDDK_H
#define _NTDDK_
#include <wdm.h>

#endif
