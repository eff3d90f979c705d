/* The part of <ctype.h> that the kernel provides. */
#ifndef WDK_CTYPE_H
#define WDK_CTYPE_H
#include <wdk_export.h>

#ifdef __cplusplus
extern "C" {
#endif

WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") int __cdecl isdigit(int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") int __cdecl islower(int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") int __cdecl isprint(int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") int __cdecl isspace(int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") int __cdecl isupper(int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") int __cdecl isxdigit(int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") int __cdecl tolower(int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") int __cdecl toupper(int);

WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") unsigned short __cdecl towlower(unsigned short);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") unsigned short __cdecl towupper(unsigned short);

#ifdef __cplusplus
}
#endif
#endif
