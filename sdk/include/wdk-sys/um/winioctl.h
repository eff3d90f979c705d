/*
 * mingw-w64's winioctl.h declares its interface GUIDs anew at each inclusion, so with INITGUID in force from the start a
 * second one, after windows.h, would define them twice. Once declared and once defined is what Microsoft's gives.
 */
#if !defined(CWDK_UM_WINIOCTL_H) || (defined(INITGUID) && !defined(CWDK_UM_WINIOCTL_GUIDS))
#define CWDK_UM_WINIOCTL_H
#ifdef INITGUID
#define CWDK_UM_WINIOCTL_GUIDS
#endif
#include_next <winioctl.h>
#endif
