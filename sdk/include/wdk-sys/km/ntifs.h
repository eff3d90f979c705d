/* The interface of file systems and file system filters, on top of ntddk.h. */
#ifndef WDK_NTIFS_H
#define WDK_NTIFS_H
#define _NTIFS_
#include <ntddk.h>

#endif
