/* The part of <stdlib.h> that the kernel provides. */
#ifndef WDK_STDLIB_H
#define WDK_STDLIB_H
#include <sal.h>
#include <stddef.h>
#include <wdk_export.h>

#ifdef __cplusplus
extern "C" {
#endif
#define WDK_CRT_ WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195")

WDK_CRT_ int __cdecl atoi(const char *);
WDK_CRT_ long __cdecl atol(const char *);
WDK_CRT_ int __cdecl rand(void);
WDK_CRT_ void __cdecl srand(unsigned int);
WDK_CRT_ void __cdecl qsort(void *, size_t, size_t, int(__cdecl *)(const void *, const void *));
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.2.3790")
void *__cdecl bsearch(const void *, const void *, size_t, size_t, int(__cdecl *)(const void *, const void *));
WDK_CRT_ unsigned long __cdecl wcstoul(const wchar_t *, wchar_t **, int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _itoa_s(int, char *, size_t, int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _itow_s(int, wchar_t *, size_t, int);

WDK_CRT_ char *__cdecl _itoa(int, char *, int);
WDK_CRT_ wchar_t *__cdecl _itow(int, wchar_t *, int);
WDK_CRT_ int __cdecl _wtoi(const wchar_t *);
WDK_CRT_ long __cdecl _wtol(const wchar_t *);
WDK_CRT_ size_t __cdecl mbstowcs(wchar_t *, const char *, size_t);
WDK_CRT_ size_t __cdecl wcstombs(char *, const wchar_t *, size_t);
WDK_CRT_ int __cdecl mbtowc(wchar_t *, const char *, size_t);
WDK_CRT_ int __cdecl wctomb(char *, wchar_t);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _ltoa_s(long, char *, size_t, int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _ltow_s(long, wchar_t *, size_t, int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _ultoa_s(unsigned long, char *, size_t, int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _ultow_s(unsigned long, wchar_t *, size_t, int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _i64toa_s(__int64, char *, size_t, int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _i64tow_s(__int64, wchar_t *, size_t, int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _ui64toa_s(unsigned __int64, char *, size_t, int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _ui64tow_s(unsigned __int64, wchar_t *, size_t, int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") unsigned __int64 __cdecl _strtoui64(const char *, char **, int);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000")
int __cdecl _splitpath_s(
    const char *, char *, size_t, char *, size_t, char *, size_t, char *, size_t);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000")
int __cdecl _wsplitpath_s(
    const wchar_t *, wchar_t *, size_t, wchar_t *, size_t, wchar_t *, size_t, wchar_t *, size_t);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000")
int __cdecl _makepath_s(char *, size_t, const char *, const char *, const char *, const char *);
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000")
int __cdecl _wmakepath_s(wchar_t *, size_t, const wchar_t *, const wchar_t *, const wchar_t *, const wchar_t *);
#define RAND_MAX 0x7FFF
#ifndef _countof
#define _countof(array) (sizeof(array) / sizeof((array)[0]))
#endif
#ifndef __cplusplus
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#endif

/* The compiler puts in the instructions. In parentheses, since clang's intrin.h has macros of some of these names. */
int(__cdecl abs)(int);
long(__cdecl labs)(long);
unsigned short(__cdecl _byteswap_ushort)(unsigned short);
unsigned long(__cdecl _byteswap_ulong)(unsigned long);
unsigned __int64(__cdecl _byteswap_uint64)(unsigned __int64);
unsigned int(__cdecl _rotl)(unsigned int, int);
unsigned int(__cdecl _rotr)(unsigned int, int);
unsigned long(__cdecl _lrotl)(unsigned long, int);
unsigned long(__cdecl _lrotr)(unsigned long, int);
unsigned __int64(__cdecl _rotl64)(unsigned __int64, int);
unsigned __int64(__cdecl _rotr64)(unsigned __int64, int);

#ifndef __min
#define __min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#ifndef __max
#define __max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#ifndef _countof
#define _countof(a) (sizeof(a) / sizeof((a)[0]))
#endif

#ifdef __cplusplus
}
#endif
#undef WDK_CRT_
#endif
