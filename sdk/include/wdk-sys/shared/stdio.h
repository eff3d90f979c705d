/* Formatting into buffers; the kernel has no files of C. */
#ifndef WDK_STDIO_H
#define WDK_STDIO_H
#include <sal.h>
#include <stdarg.h>
#include <stddef.h>
#include <wdk_export.h>

#ifdef __cplusplus
extern "C" {
#endif
#define WDK_CRT_ WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195")

WDK_CRT_ int __cdecl sprintf(char *, const char *, ...);
WDK_CRT_ int __cdecl vsprintf(char *, const char *, va_list);
WDK_CRT_ int __cdecl _snprintf(char *, size_t, const char *, ...);
WDK_CRT_ int __cdecl _vsnprintf(char *, size_t, const char *, va_list);
WDK_CRT_ int __cdecl _snwprintf(wchar_t *, size_t, const wchar_t *, ...);
WDK_CRT_ int __cdecl _vsnwprintf(wchar_t *, size_t, const wchar_t *, va_list);
WDK_CRT_ int __cdecl swprintf(wchar_t *, const wchar_t *, ...);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl sprintf_s(char *, size_t, const char *, ...);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl swprintf_s(wchar_t *, size_t, const wchar_t *, ...);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl sscanf_s(const char *, const char *, ...);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl swscanf_s(const wchar_t *, const wchar_t *, ...);

WDK_CRT_ int __cdecl _vswprintf(wchar_t *, const wchar_t *, va_list);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl vsprintf_s(char *, size_t, const char *, va_list);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl vswprintf_s(wchar_t *, size_t, const wchar_t *, va_list);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _snprintf_s(char *, size_t, size_t, const char *, ...);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _snwprintf_s(wchar_t *, size_t, size_t, const wchar_t *, ...);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _vsnprintf_s(char *, size_t, size_t, const char *, va_list);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000")
int __cdecl _vsnwprintf_s(wchar_t *, size_t, size_t, const wchar_t *, va_list);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _snscanf_s(const char *, size_t, const char *, ...);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _snwscanf_s(const wchar_t *, size_t, const wchar_t *, ...);

#ifdef __cplusplus
}
#endif
#undef WDK_CRT_
#endif
