/* The part of the C library's <string.h> that the kernel itself provides. */
#ifndef WDK_STRING_H
#define WDK_STRING_H
#include <sal.h>
#include <stddef.h>
#include <wdk_export.h>

#ifdef __cplusplus
extern "C" {
#endif
#define WDK_CRT_ WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195")

WDK_CRT_ int __cdecl memcmp(const void *, const void *, size_t);
WDK_CRT_ void *__cdecl memcpy(void *, const void *, size_t);
WDK_CRT_ void *__cdecl memmove(void *, const void *, size_t);
WDK_CRT_ void *__cdecl memset(void *, int, size_t);
WDK_CRT_ void *__cdecl memchr(const void *, int, size_t);
WDK_CRT_ char *__cdecl strcat(char *, const char *);
WDK_CRT_ char *__cdecl strchr(const char *, int);
WDK_CRT_ int __cdecl strcmp(const char *, const char *);
WDK_CRT_ char *__cdecl strcpy(char *, const char *);
WDK_CRT_ size_t __cdecl strlen(const char *);
WDK_CRT_ char *__cdecl strncat(char *, const char *, size_t);
WDK_CRT_ int __cdecl strncmp(const char *, const char *, size_t);
WDK_CRT_ char *__cdecl strncpy(char *, const char *, size_t);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") size_t __cdecl strnlen(const char *, size_t);
WDK_CRT_ char *__cdecl strrchr(const char *, int);
WDK_CRT_ size_t __cdecl strspn(const char *, const char *);
WDK_CRT_ char *__cdecl strstr(const char *, const char *);
WDK_CRT_ int __cdecl _stricmp(const char *, const char *);
WDK_CRT_ int __cdecl _strnicmp(const char *, const char *, size_t);
WDK_CRT_ char *__cdecl _strlwr(char *);
WDK_CRT_ char *__cdecl _strupr(char *);
WDK_CRT_ wchar_t *__cdecl wcscat(wchar_t *, const wchar_t *);
WDK_CRT_ wchar_t *__cdecl wcschr(const wchar_t *, wchar_t);
WDK_CRT_ int __cdecl wcscmp(const wchar_t *, const wchar_t *);
WDK_CRT_ wchar_t *__cdecl wcscpy(wchar_t *, const wchar_t *);
WDK_CRT_ size_t __cdecl wcslen(const wchar_t *);
WDK_CRT_ wchar_t *__cdecl wcsncat(wchar_t *, const wchar_t *, size_t);
WDK_CRT_ int __cdecl wcsncmp(const wchar_t *, const wchar_t *, size_t);
WDK_CRT_ wchar_t *__cdecl wcsncpy(wchar_t *, const wchar_t *, size_t);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") size_t __cdecl wcsnlen(const wchar_t *, size_t);
WDK_CRT_ wchar_t *__cdecl wcsrchr(const wchar_t *, wchar_t);
WDK_CRT_ size_t __cdecl wcsspn(const wchar_t *, const wchar_t *);
WDK_CRT_ wchar_t *__cdecl wcsstr(const wchar_t *, const wchar_t *);
WDK_CRT_ int __cdecl _wcsicmp(const wchar_t *, const wchar_t *);
WDK_CRT_ int __cdecl _wcsnicmp(const wchar_t *, const wchar_t *, size_t);
WDK_CRT_ wchar_t *__cdecl _wcslwr(wchar_t *);
WDK_CRT_ wchar_t *__cdecl _wcsupr(wchar_t *);

#undef WDK_CRT_
#ifdef __cplusplus
}
#endif
#endif
