/* Run-time library: memory, counted strings, registry helpers, time, versions, bit maps. */
#ifndef WDK_NT_RTL_H
#define WDK_NT_RTL_H

#include "arch.h"
#include "list.h"
#include <dpfilter.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Memory. */
#define RtlCopyMemory(Destination, Source, Length) memcpy((Destination), (Source), (Length))
#define RtlMoveMemory(Destination, Source, Length) memmove((Destination), (Source), (Length))
#define RtlFillMemory(Destination, Length, Fill) memset((Destination), (Fill), (Length))
#define RtlZeroMemory(Destination, Length) memset((Destination), 0, (Length))
#define RtlEqualMemory(Destination, Source, Length) (!memcmp((Destination), (Source), (Length)))
#define RtlCopyBytes RtlCopyMemory
#define RtlZeroBytes RtlZeroMemory
#define RtlFillBytes RtlFillMemory
#define RtlCopyDeviceMemory(Destination, Source, Length) ((VOID)RtlCopyVolatileMemory((Destination), (Source), (Length)))
#define RtlCopyMemoryNonTemporal RtlCopyMemory
#define RtlPrefetchMemoryNonTemporal(Source, Length) ((VOID)(Source), (VOID)(Length))
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
SIZE_T RtlCompareMemory(_In_ const VOID *Source1, _In_ const VOID *Source2, _In_ SIZE_T Length);

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE PVOID RtlSecureZeroMemory(_Out_writes_bytes_all_(Length) PVOID Destination, _In_ SIZE_T Length)
{
    volatile UCHAR *byte = (volatile UCHAR *)Destination;

    while (Length-- != 0) {
        *byte++ = 0;
    }
    return Destination;
}
FORCEINLINE volatile VOID *RtlCopyVolatileMemory(_Out_writes_bytes_all_(Length) volatile VOID *Destination,
                                                 _In_reads_bytes_(Length) const volatile VOID *Source,
                                                 _In_ SIZE_T Length)
{
    volatile UCHAR *to = (volatile UCHAR *)Destination;
    const volatile UCHAR *from = (const volatile UCHAR *)Source;

    while (Length-- != 0) {
        *to++ = *from++;
    }
    return Destination;
}
FORCEINLINE BOOLEAN RtlConstantTimeEqualMemory(_In_reads_bytes_(Length) const VOID *A,
                                               _In_reads_bytes_(Length) const VOID *B, _In_ SIZE_T Length)
{
    const volatile UCHAR *a = (const volatile UCHAR *)A;
    const volatile UCHAR *b = (const volatile UCHAR *)B;
    UCHAR difference = 0;

    while (Length-- != 0) {
        difference |= *a++ ^ *b++;
    }
    return (BOOLEAN)(difference == 0);
}

/* Unaligned values. */
#define RtlStoreUshort(Address, Value) ((VOID)(*(USHORT UNALIGNED *)(Address) = (USHORT)(Value)))
#define RtlStoreUlong(Address, Value) ((VOID)(*(ULONG UNALIGNED *)(Address) = (ULONG)(Value)))
#define RtlStoreUlonglong(Address, Value) ((VOID)(*(ULONGLONG UNALIGNED *)(Address) = (ULONGLONG)(Value)))
#define RtlStoreUlongPtr(Address, Value) RtlStoreUlonglong(Address, Value)
#define RtlRetrieveUshort(Destination, Source) ((VOID)(*(USHORT *)(Destination) = *(USHORT UNALIGNED *)(Source)))
#define RtlRetrieveUlong(Destination, Source) ((VOID)(*(ULONG *)(Destination) = *(ULONG UNALIGNED *)(Source)))
#define RtlUshortByteSwap(Value) __builtin_bswap16((USHORT)(Value))
#define RtlUlongByteSwap(Value) __builtin_bswap32((ULONG)(Value))
#define RtlUlonglongByteSwap(Value) __builtin_bswap64((ULONGLONG)(Value))

/* Assertions and messages to a debugger. */
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
ULONG DbgPrint(_In_z_ _Printf_format_string_ PCSTR Format, ...);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
ULONG DbgPrintEx(_In_ ULONG ComponentId, _In_ ULONG Level, _In_z_ _Printf_format_string_ PCSTR Format, ...);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
ULONG vDbgPrintEx(_In_ ULONG ComponentId, _In_ ULONG Level, _In_z_ PCCH Format, _In_ va_list arglist);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
ULONG vDbgPrintExWithPrefix(
    _In_z_ PCCH Prefix, _In_ ULONG ComponentId, _In_ ULONG Level, _In_z_ PCCH Format, _In_ va_list arglist);
WDK_NTOS("5.0.2195")
VOID DbgBreakPointWithStatus(_In_ ULONG Status);
WDK_NTOS("5.0.2195")
VOID DbgBreakPoint(VOID);
WDK_NTOS("5.0.2195")
VOID RtlAssert(
    _In_ PVOID VoidFailedAssertion, _In_ PVOID VoidFileName, _In_ ULONG LineNumber,
    _In_opt_ PSTR MutableMessage);
#define DBG_STATUS_CONTROL_C 1
#define DBG_STATUS_SYSRQ 2
#define DBG_STATUS_BUGCHECK_FIRST 3
#define DBG_STATUS_BUGCHECK_SECOND 4
#define DBG_STATUS_FATAL 5
#define DBG_STATUS_DEBUG_CONTROL 6
#define DBG_STATUS_WORKER 7
#define DPFLTR_ERROR_LEVEL 0
#define DPFLTR_WARNING_LEVEL 1
#define DPFLTR_TRACE_LEVEL 2
#define DPFLTR_INFO_LEVEL 3
#define DPFLTR_MASK 0x80000000
#if DBG
#define KdPrint(Arguments) DbgPrint Arguments
#define KdPrintEx(Arguments) DbgPrintEx Arguments
#define vKdPrintEx(Arguments) vDbgPrintEx Arguments
#define vKdPrintExWithPrefix(Arguments) vDbgPrintExWithPrefix Arguments
#define KdBreakPoint() DbgBreakPoint()
#define KdBreakPointWithStatus(Status) DbgBreakPointWithStatus(Status)
#define RTL_VERIFY(exp) ((!(exp)) ? (RtlAssert((PVOID)#exp, (PVOID)__FILE__, __LINE__, NULL), FALSE) : TRUE)
#define RTL_VERIFYMSG(msg, exp) ((!(exp)) ? (RtlAssert((PVOID)#exp, (PVOID)__FILE__, __LINE__, (PSTR)msg), FALSE) : TRUE)
#define ASSERT(exp) ((!(exp)) ? (RtlAssert((PVOID)#exp, (PVOID)__FILE__, __LINE__, NULL), FALSE) : TRUE)
#define ASSERTMSG(msg, exp) ((!(exp)) ? (RtlAssert((PVOID)#exp, (PVOID)__FILE__, __LINE__, (PSTR)msg), FALSE) : TRUE)
#define RTL_SOFT_ASSERT(exp) ((!(exp)) ? (DbgPrint("%s(%d): soft assertion failed: %s\n", __FILE__, __LINE__, #exp), FALSE) : TRUE)
#define NT_ASSERT_ASSUME(exp) ((!(exp)) ? (DbgRaiseAssertionFailure(), FALSE) : TRUE)
#define NT_VERIFY(exp) ((!(exp)) ? (DbgRaiseAssertionFailure(), FALSE) : TRUE)
#else
#define KdPrint(Arguments)
#define KdPrintEx(Arguments)
#define vKdPrintEx(Arguments)
#define vKdPrintExWithPrefix(Arguments)
#define KdBreakPoint()
#define KdBreakPointWithStatus(Status)
#define RTL_VERIFY(exp) ((exp) ? TRUE : FALSE)
#define RTL_VERIFYMSG(msg, exp) ((exp) ? TRUE : FALSE)
#define ASSERT(exp) ((VOID)0)
#define ASSERTMSG(msg, exp) ((VOID)0)
#define RTL_SOFT_ASSERT(exp) ((VOID)0)
#define NT_ASSERT_ASSUME(exp) ((VOID)0)
#define NT_VERIFY(exp) ((exp) ? TRUE : FALSE)
#endif
#define NT_ASSERT NT_ASSERT_ASSUME
#define NT_ASSERTMSG(msg, exp) NT_ASSERT(exp)
#define NT_ASSERTMSGW(msg, exp) NT_ASSERT(exp)
#define NT_FRE_ASSERT(exp) ((!(exp)) ? (DbgRaiseAssertionFailure(), FALSE) : TRUE)
#define RTL_ASSERT ASSERT
#define RTL_ASSERTMSG ASSERTMSG
#define NT_VERIFYMSG(msg, exp) NT_VERIFY(exp)
#if defined(_AMD64_)
#define DbgRaiseAssertionFailure() __int2c()
#else
#define DbgRaiseAssertionFailure() __break(0xF001)
#endif

/* Strings that carry their length. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlInitString(_Out_ PSTRING DestinationString, _In_opt_z_ __drv_aliasesMem PCSTR SourceString);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlInitAnsiString(_Out_ PANSI_STRING DestinationString, _In_opt_z_ __drv_aliasesMem PCSTR SourceString);
_At_(DestinationString->Buffer, _Post_equal_to_(SourceString))
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlInitUnicodeString(
    _Out_ PUNICODE_STRING DestinationString, _In_opt_z_ __drv_aliasesMem PCWSTR SourceString);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlInitUnicodeStringEx(
    _Out_ PUNICODE_STRING DestinationString, _In_opt_z_ __drv_aliasesMem PCWSTR SourceString);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.19041")
NTSTATUS RtlInitStringEx(_Out_ PSTRING DestinationString, _In_opt_z_ __drv_aliasesMem PCSTR SourceString);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("10.0.19041")
VOID RtlInitUTF8String(_Out_ PUTF8_STRING DestinationString, _In_opt_z_ __drv_aliasesMem PCSTR SourceString);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.19041")
NTSTATUS RtlInitUTF8StringEx(
    _Out_ PUTF8_STRING DestinationString, _In_opt_z_ __drv_aliasesMem PCSTR SourceString);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlCopyUnicodeString(_Inout_ PUNICODE_STRING DestinationString, _In_opt_ PCUNICODE_STRING SourceString);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlAppendUnicodeStringToString(_Inout_ PUNICODE_STRING Destination, _In_ PCUNICODE_STRING Source);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlAppendUnicodeToString(_Inout_ PUNICODE_STRING Destination, _In_opt_z_ PCWSTR Source);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
LONG RtlCompareUnicodeString(
    _In_ PCUNICODE_STRING String1, _In_ PCUNICODE_STRING String2, _In_ BOOLEAN CaseInSensitive);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
LONG RtlCompareUnicodeStrings(
    _In_reads_(String1Length) PCWCH String1, _In_ SIZE_T String1Length,
    _In_reads_(String2Length) PCWCH String2, _In_ SIZE_T String2Length, _In_ BOOLEAN CaseInSensitive);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
BOOLEAN RtlEqualUnicodeString(
    _In_ PCUNICODE_STRING String1, _In_ PCUNICODE_STRING String2, _In_ BOOLEAN CaseInSensitive);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS RtlHashUnicodeString(
    _In_ PCUNICODE_STRING String, _In_ BOOLEAN CaseInSensitive, _In_ ULONG HashAlgorithm,
    _Out_ PULONG HashValue);
#define HASH_STRING_ALGORITHM_DEFAULT (0)
#define HASH_STRING_ALGORITHM_X65599 (1)
#define HASH_STRING_ALGORITHM_INVALID (0xffffffff)
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
WCHAR RtlUpcaseUnicodeChar(_In_ WCHAR SourceCharacter);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
WCHAR RtlDowncaseUnicodeChar(_In_ WCHAR SourceCharacter);
_When_(AllocateDestinationString, _At_(DestinationString->Buffer, __drv_allocatesMem(Mem)))
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlAnsiStringToUnicodeString(
    _Inout_ PUNICODE_STRING DestinationString, _In_ PCANSI_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_When_(AllocateDestinationString, _At_(DestinationString->Buffer, __drv_allocatesMem(Mem)))
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlUnicodeStringToAnsiString(
    _Inout_ PANSI_STRING DestinationString, _In_ PCUNICODE_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.19041")
NTSTATUS RtlUnicodeStringToUTF8String(
    _Inout_ PUTF8_STRING DestinationString, _In_ PCUNICODE_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.19041")
NTSTATUS RtlUTF8StringToUnicodeString(
    _Inout_ PUNICODE_STRING DestinationString, _In_ PUTF8_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS RtlUnicodeToUTF8N(
    _Out_writes_bytes_to_(UTF8StringMaxByteCount, *UTF8StringActualByteCount) PCHAR UTF8StringDestination,
    _In_ ULONG UTF8StringMaxByteCount, _Out_ PULONG UTF8StringActualByteCount,
    _In_reads_bytes_(UnicodeStringByteCount) PCWCH UnicodeStringSource, _In_ ULONG UnicodeStringByteCount);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS RtlUTF8ToUnicodeN(
    _Out_writes_bytes_to_(UnicodeStringMaxByteCount, *UnicodeStringActualByteCount) PWSTR UnicodeStringDestination,
    _In_ ULONG UnicodeStringMaxByteCount, _Out_ PULONG UnicodeStringActualByteCount,
    _In_reads_bytes_(UTF8StringByteCount) PCCH UTF8StringSource, _In_ ULONG UTF8StringByteCount);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlFreeUnicodeString(
    _Inout_ _At_(UnicodeString->Buffer, __drv_freesMem(Mem)) PUNICODE_STRING UnicodeString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlFreeAnsiString(_Inout_ _At_(AnsiString->Buffer, __drv_freesMem(Mem)) PANSI_STRING AnsiString);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.19041")
VOID RtlFreeUTF8String(_Inout_ _At_(utf8String->Buffer, __drv_freesMem(Mem)) PUTF8_STRING utf8String);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlxAnsiStringToUnicodeSize(_In_ PCANSI_STRING AnsiString);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlxUnicodeStringToAnsiSize(_In_ PCUNICODE_STRING UnicodeString);
#define RtlAnsiStringToUnicodeSize(String) RtlxAnsiStringToUnicodeSize(String)
#define RtlUnicodeStringToAnsiSize(String) RtlxUnicodeStringToAnsiSize(String)
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlIntegerToUnicodeString(_In_ ULONG Value, _In_opt_ ULONG Base, _Inout_ PUNICODE_STRING String);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS RtlInt64ToUnicodeString(_In_ ULONGLONG Value, _In_opt_ ULONG Base, _Inout_ PUNICODE_STRING String);
#define RtlIntPtrToUnicodeString(Value, Base, String) RtlInt64ToUnicodeString(Value, Base, String)
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlUnicodeStringToInteger(_In_ PCUNICODE_STRING String, _In_opt_ ULONG Base, _Out_ PULONG Value);
_At_(GuidString->Buffer, __drv_allocatesMem(Mem))
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlStringFromGUID(_In_ REFGUID Guid, _Out_ PUNICODE_STRING GuidString);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlGUIDFromString(_In_ PCUNICODE_STRING GuidString, _Out_ GUID *Guid);

_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID RtlInitEmptyUnicodeString(_Out_ PUNICODE_STRING UnicodeString,
                                           _Writable_bytes_(BufferSize) __drv_aliasesMem PWCHAR Buffer,
                                           _In_ USHORT BufferSize)
{
    UnicodeString->Length = 0;
    UnicodeString->MaximumLength = BufferSize;
    UnicodeString->Buffer = Buffer;
}
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE VOID RtlInitEmptyAnsiString(_Out_ PANSI_STRING AnsiString,
                                        _Writable_bytes_(BufferSize) __drv_aliasesMem PCHAR Buffer,
                                        _In_ USHORT BufferSize)
{
    AnsiString->Length = 0;
    AnsiString->MaximumLength = BufferSize;
    AnsiString->Buffer = Buffer;
}

/* Registry. */
typedef _Function_class_(RTL_QUERY_REGISTRY_ROUTINE) _IRQL_requires_same_ _Must_inspect_result_ _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS NTAPI RTL_QUERY_REGISTRY_ROUTINE(_In_z_ PWSTR ValueName, _In_ ULONG ValueType,
    _In_reads_bytes_opt_(ValueLength) PVOID ValueData, _In_ ULONG ValueLength, _In_opt_ PVOID Context,
    _In_opt_ PVOID EntryContext);
typedef RTL_QUERY_REGISTRY_ROUTINE *PRTL_QUERY_REGISTRY_ROUTINE;
typedef struct _RTL_QUERY_REGISTRY_TABLE {
    PRTL_QUERY_REGISTRY_ROUTINE QueryRoutine;
    ULONG Flags;
    PWSTR Name;
    PVOID EntryContext;
    ULONG DefaultType;
    PVOID DefaultData;
    ULONG DefaultLength;
} RTL_QUERY_REGISTRY_TABLE, *PRTL_QUERY_REGISTRY_TABLE;
#define RTL_QUERY_REGISTRY_SUBKEY 0x00000001
#define RTL_QUERY_REGISTRY_TOPKEY 0x00000002
#define RTL_QUERY_REGISTRY_REQUIRED 0x00000004
#define RTL_QUERY_REGISTRY_NOVALUE 0x00000008
#define RTL_QUERY_REGISTRY_NOEXPAND 0x00000010
#define RTL_QUERY_REGISTRY_DIRECT 0x00000020
#define RTL_QUERY_REGISTRY_DELETE 0x00000040
#define RTL_QUERY_REGISTRY_NOSTRING 0x00000080
#define RTL_QUERY_REGISTRY_TYPECHECK 0x00000100
#define RTL_QUERY_REGISTRY_TYPECHECK_SHIFT 24
#define RTL_QUERY_REGISTRY_TYPECHECK_MASK (0xff << RTL_QUERY_REGISTRY_TYPECHECK_SHIFT)
#define RTL_REGISTRY_ABSOLUTE 0
#define RTL_REGISTRY_SERVICES 1
#define RTL_REGISTRY_CONTROL 2
#define RTL_REGISTRY_WINDOWS_NT 3
#define RTL_REGISTRY_DEVICEMAP 4
#define RTL_REGISTRY_USER 5
#define RTL_REGISTRY_MAXIMUM 6
#define RTL_REGISTRY_HANDLE 0x40000000
#define RTL_REGISTRY_OPTIONAL 0x80000000
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlQueryRegistryValues(
    _In_ ULONG RelativeTo, _In_z_ PCWSTR Path,
    _Inout_ _At_(*(*QueryTable).EntryContext, _Pre_unknown_) PRTL_QUERY_REGISTRY_TABLE QueryTable,
    _In_opt_ PVOID Context, _In_opt_ PVOID Environment);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlWriteRegistryValue(
    _In_ ULONG RelativeTo, _In_z_ PCWSTR Path, _In_z_ PCWSTR ValueName, _In_ ULONG ValueType,
    _In_reads_bytes_opt_(ValueLength) PVOID ValueData, _In_ ULONG ValueLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlDeleteRegistryValue(_In_ ULONG RelativeTo, _In_z_ PCWSTR Path, _In_z_ PCWSTR ValueName);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlCreateRegistryKey(_In_ ULONG RelativeTo, _In_ PWSTR Path);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlCheckRegistryKey(_In_ ULONG RelativeTo, _In_ PWSTR Path);

/* Time. */
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN RtlTimeFieldsToTime(_In_ PTIME_FIELDS TimeFields, _Out_ PLARGE_INTEGER Time);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlTimeToTimeFields(_In_ PLARGE_INTEGER Time, _Out_ PTIME_FIELDS TimeFields);

/* System version. */
typedef struct _OSVERSIONINFOW {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    WCHAR szCSDVersion[128];
} OSVERSIONINFOW, *POSVERSIONINFOW, *LPOSVERSIONINFOW, RTL_OSVERSIONINFOW, *PRTL_OSVERSIONINFOW;
typedef struct _OSVERSIONINFOEXW {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    WCHAR szCSDVersion[128];
    USHORT wServicePackMajor;
    USHORT wServicePackMinor;
    USHORT wSuiteMask;
    UCHAR wProductType;
    UCHAR wReserved;
} OSVERSIONINFOEXW, *POSVERSIONINFOEXW, *LPOSVERSIONINFOEXW, RTL_OSVERSIONINFOEXW, *PRTL_OSVERSIONINFOEXW;
typedef struct _OSVERSIONINFOA {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    CHAR szCSDVersion[128];
} OSVERSIONINFOA, *POSVERSIONINFOA, *LPOSVERSIONINFOA;
typedef struct _OSVERSIONINFOEXA {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    CHAR szCSDVersion[128];
    USHORT wServicePackMajor;
    USHORT wServicePackMinor;
    USHORT wSuiteMask;
    UCHAR wProductType;
    UCHAR wReserved;
} OSVERSIONINFOEXA, *POSVERSIONINFOEXA, *LPOSVERSIONINFOEXA;
#ifdef UNICODE
typedef OSVERSIONINFOEXW OSVERSIONINFOEX, *POSVERSIONINFOEX, *LPOSVERSIONINFOEX;
typedef OSVERSIONINFOW OSVERSIONINFO, *POSVERSIONINFO, *LPOSVERSIONINFO;
#else
typedef OSVERSIONINFOEXA OSVERSIONINFOEX, *POSVERSIONINFOEX, *LPOSVERSIONINFOEX;
typedef OSVERSIONINFOA OSVERSIONINFO, *POSVERSIONINFO, *LPOSVERSIONINFO;
#endif
#define VER_NT_WORKSTATION 0x0000001
#define VER_NT_DOMAIN_CONTROLLER 0x0000002
#define VER_NT_SERVER 0x0000003
#define VER_MINORVERSION 0x0000001
#define VER_MAJORVERSION 0x0000002
#define VER_BUILDNUMBER 0x0000004
#define VER_PLATFORMID 0x0000008
#define VER_SERVICEPACKMINOR 0x0000010
#define VER_SERVICEPACKMAJOR 0x0000020
#define VER_SUITENAME 0x0000040
#define VER_PRODUCT_TYPE 0x0000080
#define VER_EQUAL 1
#define VER_GREATER 2
#define VER_GREATER_EQUAL 3
#define VER_LESS 4
#define VER_LESS_EQUAL 5
#define VER_AND 6
#define VER_OR 7
#define VER_CONDITION_MASK 7
#define VER_NUM_BITS_PER_CONDITION_MASK 3
#define VER_PLATFORM_WIN32_NT 2
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlGetVersion(
    _Out_ _At_(lpVersionInformation->dwOSVersionInfoSize, _Pre_ _Valid_) PRTL_OSVERSIONINFOW lpVersionInformation);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS RtlVerifyVersionInfo(
    _In_ PRTL_OSVERSIONINFOEXW VersionInfo, _In_ ULONG TypeMask, _In_ ULONGLONG ConditionMask);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
BOOLEAN RtlIsNtDdiVersionAvailable(_In_ ULONG Version);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
BOOLEAN RtlIsServicePackVersionInstalled(_In_ ULONG Version);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
ULONGLONG VerSetConditionMask(_In_ ULONGLONG ConditionMask, _In_ ULONG TypeMask, _In_ UCHAR Condition);
#define VER_SET_CONDITION(ConditionMask, TypeBitMask, ComparisonType)                                                  \
    ((ConditionMask) = VerSetConditionMask((ConditionMask), (TypeBitMask), (ComparisonType)))

/* Bit maps. */
typedef struct _RTL_BITMAP {
    ULONG SizeOfBitMap;
    PULONG Buffer;
} RTL_BITMAP, *PRTL_BITMAP;
typedef struct _RTL_BITMAP_RUN {
    ULONG StartingIndex;
    ULONG NumberOfBits;
} RTL_BITMAP_RUN, *PRTL_BITMAP_RUN;
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlInitializeBitMap(
    _Out_ PRTL_BITMAP BitMapHeader, _In_opt_ __drv_aliasesMem PULONG BitMapBuffer,
    _In_opt_ ULONG SizeOfBitMap);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.2.9200")
VOID RtlClearBit(_In_ PRTL_BITMAP BitMapHeader, _In_range_(<, BitMapHeader->SizeOfBitMap) ULONG BitNumber);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.2.9200")
VOID RtlSetBit(_In_ PRTL_BITMAP BitMapHeader, _In_range_(<, BitMapHeader->SizeOfBitMap) ULONG BitNumber);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN RtlTestBit(_In_ PRTL_BITMAP BitMapHeader, _In_range_(<, BitMapHeader->SizeOfBitMap) ULONG BitNumber);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlClearAllBits(_In_ PRTL_BITMAP BitMapHeader);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlSetAllBits(_In_ PRTL_BITMAP BitMapHeader);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
ULONG RtlFindClearBits(_In_ PRTL_BITMAP BitMapHeader, _In_ ULONG NumberToFind, _In_ ULONG HintIndex);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
ULONG RtlFindSetBits(_In_ PRTL_BITMAP BitMapHeader, _In_ ULONG NumberToFind, _In_ ULONG HintIndex);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlFindClearBitsAndSet(_In_ PRTL_BITMAP BitMapHeader, _In_ ULONG NumberToFind, _In_ ULONG HintIndex);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlFindSetBitsAndClear(_In_ PRTL_BITMAP BitMapHeader, _In_ ULONG NumberToFind, _In_ ULONG HintIndex);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlClearBits(_In_ PRTL_BITMAP BitMapHeader, _In_ ULONG StartingIndex, _In_ ULONG NumberToClear);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlSetBits(_In_ PRTL_BITMAP BitMapHeader, _In_ ULONG StartingIndex, _In_ ULONG NumberToSet);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlFindClearRuns(
    _In_ PRTL_BITMAP BitMapHeader, _Out_writes_to_(SizeOfRunArray, return) PRTL_BITMAP_RUN RunArray,
    _In_ ULONG SizeOfRunArray, _In_ BOOLEAN LocateLongestRuns);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlFindLongestRunClear(_In_ PRTL_BITMAP BitMapHeader, _Out_ PULONG StartingIndex);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlFindFirstRunClear(_In_ PRTL_BITMAP BitMapHeader, _Out_ PULONG StartingIndex);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlFindNextForwardRunClear(
    _In_ PRTL_BITMAP BitMapHeader, _In_ ULONG FromIndex, _Out_ PULONG StartingRunIndex);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlFindLastBackwardRunClear(
    _In_ PRTL_BITMAP BitMapHeader, _In_ ULONG FromIndex, _Out_ PULONG StartingRunIndex);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
ULONG RtlNumberOfClearBits(_In_ PRTL_BITMAP BitMapHeader);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
ULONG RtlNumberOfSetBits(_In_ PRTL_BITMAP BitMapHeader);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
ULONG RtlNumberOfSetBitsUlongPtr(_In_ ULONG_PTR Target);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
BOOLEAN RtlAreBitsClear(_In_ PRTL_BITMAP BitMapHeader, _In_ ULONG StartingIndex, _In_ ULONG Length);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
BOOLEAN RtlAreBitsSet(_In_ PRTL_BITMAP BitMapHeader, _In_ ULONG StartingIndex, _In_ ULONG Length);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
CCHAR RtlFindMostSignificantBit(_In_ ULONGLONG Set);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
CCHAR RtlFindLeastSignificantBit(_In_ ULONGLONG Set);
#define RtlCheckBit(Map, Bit) ((((PULONG)(Map)->Buffer)[(Bit) / 32] >> ((Bit) % 32)) & 0x1)

/* Large integers and LUIDs. */
/* Divides by multiplying with a fraction of 2 to the power of 64 + ShiftCount. */
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE LARGE_INTEGER RtlExtendedMagicDivide(
    _In_ LARGE_INTEGER Dividend, _In_ LARGE_INTEGER MagicDivisor, _In_ CCHAR ShiftCount)
{
    const ULONG64 magnitude = Dividend.QuadPart < 0 ? 0 - (ULONG64)Dividend.QuadPart : (ULONG64)Dividend.QuadPart;
    const ULONG64 quotient =
        (ULONG64)((unsigned __int128)magnitude * (ULONG64)MagicDivisor.QuadPart >> 64) >> ShiftCount;
    LARGE_INTEGER result;

    result.QuadPart = (LONGLONG)(Dividend.QuadPart < 0 ? 0 - quotient : quotient);
    return result;
}
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE LARGE_INTEGER RtlConvertLongToLargeInteger(_In_ LONG SignedInteger)
{
    LARGE_INTEGER value;

    value.QuadPart = SignedInteger;
    return value;
}
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE LARGE_INTEGER RtlConvertUlongToLargeInteger(_In_ ULONG UnsignedInteger)
{
    LARGE_INTEGER value;

    value.QuadPart = (LONGLONG)(ULONGLONG)UnsignedInteger;
    return value;
}
#define RtlEqualLuid(L1, L2) (((L1)->LowPart == (L2)->LowPart) && ((L1)->HighPart == (L2)->HighPart))
#define RtlIsZeroLuid(L1) ((BOOLEAN)(((L1)->LowPart | (L1)->HighPart) == 0))

/* Security descriptors. */
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlCreateSecurityDescriptor(_Out_ PSECURITY_DESCRIPTOR SecurityDescriptor, _In_ ULONG Revision);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
BOOLEAN RtlValidSecurityDescriptor(_In_ PSECURITY_DESCRIPTOR SecurityDescriptor);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
ULONG RtlLengthSecurityDescriptor(_In_ PSECURITY_DESCRIPTOR SecurityDescriptor);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
BOOLEAN RtlValidRelativeSecurityDescriptor(
    _In_reads_bytes_(SecurityDescriptorLength) PSECURITY_DESCRIPTOR SecurityDescriptorInput,
    _In_ ULONG SecurityDescriptorLength, _In_ SECURITY_INFORMATION RequiredInformation);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS RtlSetDaclSecurityDescriptor(
    _Inout_ PSECURITY_DESCRIPTOR SecurityDescriptor, _In_ BOOLEAN DaclPresent, _In_opt_ PACL Dacl,
    _In_ BOOLEAN DaclDefaulted);

/* Exceptions that a driver raises or meets. */
_IRQL_requires_max_(APC_LEVEL) DECLSPEC_NORETURN WDK_NTOS("5.0.2195")
VOID ExRaiseStatus(_In_ NTSTATUS Status);
_IRQL_requires_max_(PASSIVE_LEVEL) DECLSPEC_NORETURN WDK_NTOS("5.0.2195")
VOID ExRaiseAccessViolation(VOID);
_IRQL_requires_max_(PASSIVE_LEVEL) DECLSPEC_NORETURN WDK_NTOS("5.0.2195")
VOID ExRaiseDatatypeMisalignment(VOID);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID ProbeForRead(
    _In_reads_bytes_(Length) const volatile VOID *Address, _In_ SIZE_T Length, _In_ ULONG Alignment);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID ProbeForWrite(
    _Inout_updates_bytes_(Length) volatile VOID *Address, _In_ SIZE_T Length, _In_ ULONG Alignment);

/* Bits changed as one; the DiscardReturn ones do not tell what was there. */
#define RtlInterlockedSetBits(Flags, Flag) InterlockedOr((PLONG)(Flags), (LONG)(Flag))
#define RtlInterlockedAndBits(Flags, Flag) InterlockedAnd((PLONG)(Flags), (LONG)(Flag))
#define RtlInterlockedClearBits(Flags, Flag) RtlInterlockedAndBits(Flags, ~(Flag))
#define RtlInterlockedXorBits(Flags, Flag) InterlockedXor((PLONG)(Flags), (LONG)(Flag))
#define RtlInterlockedSetBitsDiscardReturn(Flags, Flag) ((VOID)RtlInterlockedSetBits(Flags, Flag))
#define RtlInterlockedAndBitsDiscardReturn(Flags, Flag) ((VOID)RtlInterlockedAndBits(Flags, Flag))
#define RtlInterlockedClearBitsDiscardReturn(Flags, Flag) RtlInterlockedAndBitsDiscardReturn(Flags, ~(Flag))

#ifdef __cplusplus
}
#endif
#endif
