/*
 * _mingw.h: mingw-w64's, and what comes before its other headers in C++: NULL is 0, as in Microsoft's (theirs ends no pure
 * virtual function), and there is a wchar_t under /Zc:wchar_t-, too.
 */
#include_next <_mingw.h>

#ifdef __cplusplus
#ifndef NULL
#define NULL 0
#endif
#if !defined(_NATIVE_WCHAR_T_DEFINED) && !defined(_WCHAR_T_DEFINED)
#define _WCHAR_T_DEFINED
typedef unsigned short wchar_t;
#endif
#endif
