/* As much of a kernel's header as TraceLogging needs, to run on this machine. */
#ifndef FAKE_WDM_H
#define FAKE_WDM_H
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VOID void
#define NTAPI
#define TRUE  1
#define FALSE 0
typedef int8_t INT8;
typedef uint8_t UINT8;
typedef int16_t INT16;
typedef uint16_t UINT16;
typedef int32_t INT32;
typedef uint32_t UINT32;
typedef int64_t INT64;
typedef uint64_t UINT64;
typedef int LONG, NTSTATUS;
typedef unsigned ULONG;
typedef unsigned short USHORT;
typedef wchar_t WCHAR;
typedef unsigned char UCHAR, BOOLEAN;
typedef char CHAR;
typedef long long LONGLONG;
typedef unsigned long long ULONGLONG, REGHANDLE;
typedef uintptr_t ULONG_PTR, UINT_PTR;
typedef intptr_t INT_PTR;
typedef size_t SIZE_T;
typedef void *PVOID;
typedef struct {
    ULONG Data1;
    USHORT Data2, Data3;
    UCHAR Data4[8];
} GUID;
typedef const GUID *LPCGUID;
typedef struct {
    USHORT Length, MaximumLength;
    WCHAR *Buffer;
} UNICODE_STRING, *PUNICODE_STRING;
typedef struct {
    USHORT Id;
    UCHAR Version, Channel, Level, Opcode;
    USHORT Task;
    ULONGLONG Keyword;
} EVENT_DESCRIPTOR;
typedef struct {
    ULONGLONG Ptr;
    ULONG Size;
    ULONG Reserved;
} EVENT_DATA_DESCRIPTOR;
typedef void *PEVENT_FILTER_DESCRIPTOR;
typedef void ETWENABLECALLBACK(LPCGUID, ULONG, UCHAR, ULONGLONG, ULONGLONG, PEVENT_FILTER_DESCRIPTOR, PVOID);
typedef ETWENABLECALLBACK *PETWENABLECALLBACK;
enum { EventProviderSetTraits = 2, EVENT_ACTIVITY_CTRL_CREATE_ID = 3 };
#ifdef __cplusplus
extern "C" {
#endif
NTSTATUS EtwRegister(LPCGUID, PETWENABLECALLBACK, PVOID, REGHANDLE *);
NTSTATUS EtwUnregister(REGHANDLE);
NTSTATUS EtwSetInformation(REGHANDLE, int, PVOID, ULONG);
NTSTATUS EtwActivityIdControl(ULONG, GUID *);
NTSTATUS EtwWriteTransfer(REGHANDLE, const EVENT_DESCRIPTOR *, LPCGUID, LPCGUID, ULONG, EVENT_DATA_DESCRIPTOR *);
void write_events(void);
#ifdef __cplusplus
}
#endif
#endif
