/*
 * String routines that know the size of the destination and always end it: nothing is written past the size, and a result
 * that does not fit is cut and reported as STATUS_BUFFER_OVERFLOW. STATUS_INVALID_PARAMETER: a size of 0 or above
 * NTSTRSAFE_MAX_CCH characters (nothing is written then).
 *
 *   RtlStringCb...A/W     sizes in bytes           RtlStringCch...A/W     sizes in characters
 *   ...Ex                 also tells the end and what remains, and takes STRSAFE_... flags
 *   RtlUnicodeString...   destinations that are UNICODE_STRINGs; these need no terminator and get none
 *
 * Sizes count the terminator. The reference allows them at PASSIVE_LEVEL; those that print need it, for the kernel's
 * formatter reads pageable tables. Inline, over _vsnprintf and _vsnwprintf. Names and behaviour: the public reference of
 * ntstrsafe.h.
 */
#ifndef WDK_NTSTRSAFE_H
#define WDK_NTSTRSAFE_H
#define _NTSTRSAFE_H_INCLUDED_

#include <driverspecs.h>
#include <ntdef.h>
#include <ntstatus.h>
#include <stdio.h>
#include <string.h>

#define NTSTRSAFE_MAX_CCH                2147483647 /* characters of a string, with the terminator */
#define NTSTRSAFE_MAX_LENGTH             (NTSTRSAFE_MAX_CCH - 1)
#define NTSTRSAFE_UNICODE_STRING_MAX_CCH (0xffff / sizeof(wchar_t))

/* Flags of the ...Ex routines; the low byte is the fill byte of STRSAFE_FILL_BYTE. */
#define STRSAFE_IGNORE_NULLS     0x00000100 /* a NULL string is an empty one */
#define STRSAFE_FILL_BEHIND_NULL 0x00000200 /* fill what is left behind the terminator */
#define STRSAFE_FILL_ON_FAILURE  0x00000400 /* fill the whole destination on failure, ending it all the same */
#define STRSAFE_NULL_ON_FAILURE  0x00000800 /* make the destination empty on failure */
#define STRSAFE_NO_TRUNCATION    0x00001000 /* a result that does not fit leaves an empty string */
#define STRSAFE_FILL_BYTE(x)     ((ULONG)(((x) & 0x000000ff) | STRSAFE_FILL_BEHIND_NULL))
#define STRSAFE_FAILURE_BYTE(x)  ((ULONG)(((x) & 0x000000ff) | STRSAFE_FILL_ON_FAILURE))
#define STRSAFE_GET_FILL_PATTERN(flags) ((int)((flags) & 0x000000ff))

typedef char *NTSTRSAFE_PSTR;
typedef const char *NTSTRSAFE_PCSTR;
typedef wchar_t *NTSTRSAFE_PWSTR;
typedef const wchar_t *NTSTRSAFE_PCWSTR;

/* The one word of Win32 that comes with this header. */
typedef unsigned long DWORD;

#ifdef __cplusplus
extern "C" {
#endif

/* The routines for characters and for wide characters are the same text. */
#define WDK_STR_CHAR      char
#define WDK_STR_NAME(x)   x##A
#define WDK_STR_VPRINT    _vsnprintf
#include "strsafe/routines.h"
#undef WDK_STR_CHAR
#undef WDK_STR_NAME
#undef WDK_STR_VPRINT

#define WDK_STR_CHAR      wchar_t
#define WDK_STR_NAME(x)   x##W
#define WDK_STR_VPRINT    _vsnwprintf
#include "strsafe/routines.h"
#undef WDK_STR_CHAR
#undef WDK_STR_NAME
#undef WDK_STR_VPRINT

#include "strsafe/unicode_string.h"

#ifdef __cplusplus
}
#endif

/* The names without a letter follow UNICODE, as in user mode. */
#ifdef UNICODE
#define WDK_STR_EITHER(x) x##W
#else
#define WDK_STR_EITHER(x) x##A
#endif
#define RtlStringCbCopy     WDK_STR_EITHER(RtlStringCbCopy)
#define RtlStringCbCopyN    WDK_STR_EITHER(RtlStringCbCopyN)
#define RtlStringCbCat      WDK_STR_EITHER(RtlStringCbCat)
#define RtlStringCbCatN     WDK_STR_EITHER(RtlStringCbCatN)
#define RtlStringCbPrintf   WDK_STR_EITHER(RtlStringCbPrintf)
#define RtlStringCbVPrintf  WDK_STR_EITHER(RtlStringCbVPrintf)
#define RtlStringCbLength   WDK_STR_EITHER(RtlStringCbLength)
#define RtlStringCchCopy    WDK_STR_EITHER(RtlStringCchCopy)
#define RtlStringCchCopyN   WDK_STR_EITHER(RtlStringCchCopyN)
#define RtlStringCchCat     WDK_STR_EITHER(RtlStringCchCat)
#define RtlStringCchCatN    WDK_STR_EITHER(RtlStringCchCatN)
#define RtlStringCchPrintf  WDK_STR_EITHER(RtlStringCchPrintf)
#define RtlStringCchVPrintf WDK_STR_EITHER(RtlStringCchVPrintf)
#define RtlStringCchLength  WDK_STR_EITHER(RtlStringCchLength)

#endif
