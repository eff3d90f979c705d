/*
 * winddi.h, as far as miniport drivers use it: the names that GDI's drivers have for handles. The interface of display and printer
 * drivers of user mode (Drv..., Eng...) is not there.
 */
#ifndef WDK_WINDDI_H
#define WDK_WINDDI_H
#define _WINDDI_
#include <windef.h>
#include <wingdi.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef ULONG FLONG;
typedef LONG FIX;
typedef ULONG ROP4;
typedef ULONG MIX;
DECLARE_HANDLE(HBM);
DECLARE_HANDLE(HDEV);
DECLARE_HANDLE(HSURF);
DECLARE_HANDLE(DHSURF);
DECLARE_HANDLE(DHPDEV);
DECLARE_HANDLE(HDRVOBJ);
DECLARE_HANDLE(HSEMAPHORE);

#ifdef __cplusplus
}
#endif
#endif
