/*
 * Windows' scalar types as a native test sees them, with the widths they have in the driver. Tests are compiled with
 * -fshort-wchar, so L"text" is UTF-16 as it is on Windows; do not hand it to the C library.
 *
 * `long` is the one type that cannot be made Windows': it has 64 bits here and 32 there. A header that driver and test
 * share says LONG and ULONG.
 */
#ifndef NTSIM_TYPES_H
#define NTSIM_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

_Static_assert(sizeof(wchar_t) == 2, "compile tests with -fshort-wchar; `cwdk test` does");

typedef char CHAR, CCHAR, *PCHAR, *PSTR;
typedef const char *PCSTR;
typedef unsigned char UCHAR, BYTE, BOOLEAN, *PUCHAR, *PBYTE, *PBOOLEAN;
typedef int16_t SHORT, CSHORT, *PSHORT;
typedef uint16_t USHORT, WORD, *PUSHORT, *PWORD;
typedef int32_t INT, LONG, BOOL, NTSTATUS, *PINT, *PLONG, *PBOOL, *PNTSTATUS;
typedef uint32_t UINT, ULONG, DWORD, *PUINT, *PULONG, *PDWORD;
typedef int64_t LONGLONG, LONG64, *PLONGLONG, *PLONG64;
typedef uint64_t ULONGLONG, ULONG64, DWORD64, *PULONGLONG, *PULONG64;
typedef int8_t INT8, *PINT8;
typedef int16_t INT16, *PINT16;
typedef int32_t INT32, LONG32, *PINT32, *PLONG32;
typedef int64_t INT64, *PINT64;
typedef uint8_t UINT8, *PUINT8;
typedef uint16_t UINT16, *PUINT16;
typedef uint32_t UINT32, ULONG32, DWORD32, *PUINT32, *PULONG32;
typedef uint64_t UINT64, *PUINT64;
typedef intptr_t INT_PTR, LONG_PTR, SSIZE_T;
typedef uintptr_t UINT_PTR, ULONG_PTR, DWORD_PTR, SIZE_T, *PULONG_PTR, *PSIZE_T;
typedef float FLOAT;
typedef void VOID, *PVOID, *HANDLE, *LPVOID;
typedef wchar_t WCHAR, *PWCHAR, *PWSTR;
typedef const wchar_t *PCWSTR;

typedef union _LARGE_INTEGER {
    struct {
        ULONG LowPart;
        LONG HighPart;
    };
    struct {
        ULONG LowPart;
        LONG HighPart;
    } u;
    LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER;

typedef union _ULARGE_INTEGER {
    struct {
        ULONG LowPart;
        ULONG HighPart;
    };
    ULONGLONG QuadPart;
} ULARGE_INTEGER, *PULARGE_INTEGER;

#ifndef TRUE
#define TRUE  1
#define FALSE 0
#endif

#define GUID_DEFINED
typedef struct _GUID {
    ULONG Data1;
    USHORT Data2, Data3;
    UCHAR Data4[8];
} GUID, *LPGUID, IID, CLSID;
typedef const GUID *LPCGUID;

#define IsEqualGUID(a, b) (memcmp((a), (b), sizeof(GUID)) == 0)

/* Each source gets its own copy: INITGUID changes nothing here. */
#undef DEFINE_GUID
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)                                                   \
    __attribute__((unused)) static const GUID name = {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}

/* What a header written for cl may say about functions and their parameters. */
#define __stdcall
#define __cdecl
#define __fastcall
#define WINAPI
#define NTAPI
#define CALLBACK
#define IN
#define OUT
#define OPTIONAL

/* From the kit's own headers: each name stands in one place. */
#include <ntstatus.h>
#include <bugcodes.h>
#include <devioctl.h>

#define NT_SUCCESS(status)     ((NTSTATUS)(status) >= 0)
#define NT_INFORMATION(status) ((ULONG)(status) >> 30 == 1)
#define NT_WARNING(status)     ((ULONG)(status) >> 30 == 2)
#define NT_ERROR(status)       ((ULONG)(status) >> 30 == 3)

#ifndef GENERIC_READ
#define GENERIC_READ    0x80000000U
#define GENERIC_WRITE   0x40000000U
#define GENERIC_EXECUTE 0x20000000U
#define GENERIC_ALL     0x10000000U
#endif

#ifndef FILE_READ_DATA /* codes of requests ask for these */
#define FILE_READ_DATA  1
#define FILE_WRITE_DATA 2
#endif

#endif
