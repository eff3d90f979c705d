/* wdfglobals.h: what the framework keeps of a driver where the driver can read it */
#ifndef _WDFGLOBALS_H_
#define _WDFGLOBALS_H_

#define WDF_DRIVER_GLOBALS_NAME_LEN (32)

typedef struct _WDF_DRIVER_GLOBALS {
    WDFDRIVER Driver;
    ULONG DriverFlags;
    ULONG DriverTag;
    CHAR DriverName[WDF_DRIVER_GLOBALS_NAME_LEN];
    BOOLEAN DisplaceDriverUnload; /* whether the entry stub puts itself before the driver object's unload routine */
} WDF_DRIVER_GLOBALS, *PWDF_DRIVER_GLOBALS;

#endif
