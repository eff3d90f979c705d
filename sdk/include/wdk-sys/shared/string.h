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

/* Those that take the size of the destination, and end the string in any case; and the less used. */
#ifndef _ERRNO_T_DEFINED
#define _ERRNO_T_DEFINED
typedef int errno_t;
#endif
#ifndef _RSIZE_T_DEFINED
#define _RSIZE_T_DEFINED
typedef size_t rsize_t;
#endif
#define _TRUNCATE ((size_t)-1)
#define WDK_CRT_S_ WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000")
WDK_CRT_S_ errno_t __cdecl memcpy_s(
    _Out_writes_bytes_to_opt_(_DstSize, _SrcSize) void *_Dst, _In_ rsize_t _DstSize,
    _In_reads_bytes_opt_(_SrcSize) const void *_Src, _In_ rsize_t _SrcSize);
WDK_CRT_S_ errno_t __cdecl memmove_s(
    _Out_writes_bytes_to_opt_(_DstSize, _SrcSize) void *_Dst, _In_ rsize_t _DstSize,
    _In_reads_bytes_opt_(_SrcSize) const void *_Src, _In_ rsize_t _SrcSize);
WDK_CRT_S_ errno_t __cdecl strcpy_s(_Out_writes_z_(_Size) char *_Dst, _In_ rsize_t _Size, _In_z_ const char *_Src);
WDK_CRT_S_ errno_t __cdecl strcat_s(_Inout_updates_z_(_Size) char *_Dst, _In_ rsize_t _Size, _In_z_ const char *_Src);
WDK_CRT_S_ errno_t __cdecl strncpy_s(
    _Out_writes_z_(_Size) char *_Dst, _In_ rsize_t _Size, _In_reads_or_z_(_Count) const char *_Src, _In_ rsize_t _Count);
WDK_CRT_S_ errno_t __cdecl strncat_s(
    _Inout_updates_z_(_Size) char *_Dst, _In_ rsize_t _Size, _In_reads_or_z_(_Count) const char *_Src,
    _In_ rsize_t _Count);
WDK_CRT_S_ char *__cdecl strtok_s(_Inout_opt_z_ char *_Str, _In_z_ const char *_Delimiters, _Inout_ char **_Context);
WDK_CRT_S_ errno_t __cdecl _strset_s(_Inout_updates_z_(_Size) char *_Dst, _In_ size_t _Size, _In_ int _Value);
WDK_CRT_S_ errno_t __cdecl _strnset_s(
    _Inout_updates_z_(_Size) char *_Dst, _In_ size_t _Size, _In_ int _Value, _In_ size_t _Count);
WDK_CRT_S_ errno_t __cdecl wcscpy_s(
    _Out_writes_z_(_Size) wchar_t *_Dst, _In_ rsize_t _Size, _In_z_ const wchar_t *_Src);
WDK_CRT_S_ errno_t __cdecl wcscat_s(
    _Inout_updates_z_(_Size) wchar_t *_Dst, _In_ rsize_t _Size, _In_z_ const wchar_t *_Src);
WDK_CRT_S_ errno_t __cdecl wcsncpy_s(
    _Out_writes_z_(_Size) wchar_t *_Dst, _In_ rsize_t _Size, _In_reads_or_z_(_Count) const wchar_t *_Src,
    _In_ rsize_t _Count);
WDK_CRT_S_ errno_t __cdecl wcsncat_s(
    _Inout_updates_z_(_Size) wchar_t *_Dst, _In_ rsize_t _Size, _In_reads_or_z_(_Count) const wchar_t *_Src,
    _In_ rsize_t _Count);
WDK_CRT_S_ errno_t __cdecl _wcsset_s(_Inout_updates_z_(_Size) wchar_t *_Dst, _In_ size_t _Size, _In_ wchar_t _Value);
WDK_CRT_S_ errno_t __cdecl _wcsnset_s(
    _Inout_updates_z_(_Size) wchar_t *_Dst, _In_ size_t _Size, _In_ wchar_t _Value, _In_ size_t _Count);
WDK_CRT_S_ size_t __cdecl wcscspn(_In_z_ const wchar_t *_Str, _In_z_ const wchar_t *_Set);
WDK_CRT_ char *__cdecl _strrev(_Inout_z_ char *_Str);
WDK_CRT_ char *__cdecl _strset(_Inout_z_ char *_Str, _In_ int _Value);
WDK_CRT_ char *__cdecl _strnset(_Inout_z_ char *_Str, _In_ int _Value, _In_ size_t _Count);
WDK_CRT_ wchar_t *__cdecl _wcsrev(_Inout_z_ wchar_t *_Str);
WDK_CRT_ wchar_t *__cdecl _wcsnset(_Inout_z_ wchar_t *_Str, _In_ wchar_t _Value, _In_ size_t _Count);

#ifdef __cplusplus
}
#endif
#undef WDK_CRT_
#undef WDK_CRT_S_
#endif
