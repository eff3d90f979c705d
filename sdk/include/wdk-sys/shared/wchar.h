/* The part of <wchar.h> and <wctype.h> that the kernel provides. */
#ifndef WDK_WCHAR_H
#define WDK_WCHAR_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") unsigned short __cdecl towlower(unsigned short);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") unsigned short __cdecl towupper(unsigned short);

#ifdef __cplusplus
}
#endif
#endif
