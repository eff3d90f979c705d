/*
 * wudfwdm.h: the names of the kernel's interface that user-mode drivers share with it: resource descriptors, dispatch
 * codes, power callbacks, lists. Win32's own headers give the rest.
 */
#ifndef WDK_WUDFWDM_H
#define WDK_WUDFWDM_H

#include <driverspecs.h>
#include <winternl.h>
#include <dpfilter.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A user-mode driver sees pointers to the kernel's objects, and never through them. */
typedef struct _DEVICE_OBJECT *PDEVICE_OBJECT;
typedef struct _DRIVER_OBJECT *PDRIVER_OBJECT;
typedef struct _FILE_OBJECT *PFILE_OBJECT;
typedef struct _INTERFACE *PINTERFACE;
typedef struct _ACCESS_STATE *PACCESS_STATE;
typedef struct _KTHREAD *PKTHREAD, *PRKTHREAD;
#define PMDL PVOID
#define PIRP PVOID

/* Their one entry point has the same form in both modes. */
typedef _Function_class_(DRIVER_INITIALIZE) _IRQL_requires_same_
NTSTATUS NTAPI DRIVER_INITIALIZE(_In_ struct _DRIVER_OBJECT *DriverObject, _In_ PUNICODE_STRING RegistryPath);
typedef DRIVER_INITIALIZE *PDRIVER_INITIALIZE;

/* All code of a user-mode driver is pageable. */
#define PAGED_CODE()        ((void)0)
#define PAGED_CODE_LOCKED() ((void)0)

#ifndef FASTCALL
#define FASTCALL
#endif
#ifndef POINTER_ALIGNMENT
#define POINTER_ALIGNMENT DECLSPEC_ALIGN(8)
#endif

typedef const UNICODE_STRING *PCUNICODE_STRING;
typedef LARGE_INTEGER PHYSICAL_ADDRESS, *PPHYSICAL_ADDRESS;
typedef CCHAR KPROCESSOR_MODE;
typedef UCHAR KIRQL, *PKIRQL;

/* Levels below those of interrupts; user-mode code runs at the lowest. */
#ifndef PASSIVE_LEVEL
#define PASSIVE_LEVEL  0
#define LOW_LEVEL      0
#define APC_LEVEL      1
#define DISPATCH_LEVEL 2
#endif

/* Results: a status is one of four severities by its two top bits. */
#ifndef NT_INFORMATION
#define NT_INFORMATION(status) (((ULONG)(status) >> 30) == 1)
#define NT_WARNING(status)     (((ULONG)(status) >> 30) == 2)
#define NT_ERROR(status)       (((ULONG)(status) >> 30) == 3)
#endif

#ifndef DECLARE_CONST_UNICODE_STRING
#define DECLARE_CONST_UNICODE_STRING(name, text)                                                             \
    const WCHAR name##_buffer[] = text;                                                                      \
    const UNICODE_STRING name = {sizeof(text) - sizeof(WCHAR), sizeof(text), (PWSTR)name##_buffer}
#define DECLARE_UNICODE_STRING_SIZE(name, characters)                                                        \
    WCHAR name##_buffer[characters];                                                                         \
    UNICODE_STRING name = {0, (characters) * sizeof(WCHAR), name##_buffer}
#endif

#include <nt/component_power.h>
#include <nt/create.h>
#include <nt/device.h>
#include <nt/doubly_linked.h>
#include <nt/pool_type.h>
#include <nt/resources.h>

typedef PO_FX_COMPONENT_V1 PO_FX_COMPONENT, *PPO_FX_COMPONENT;

/* Of winnt.h and ntdef.h, where mingw-w64 has neither. */
#ifndef ReadNoFence
static __inline LONG ReadNoFence(_In_ LONG const volatile *Source)
{
    return *Source;
}
static __inline VOID WriteNoFence(_Out_ LONG volatile *Destination, _In_ LONG Value)
{
    *Destination = Value;
}
#define ReadNoFence  ReadNoFence
#define WriteNoFence WriteNoFence
#endif
#ifndef RtlInitEmptyUnicodeString
#define RtlInitEmptyUnicodeString(string, buffer, size) \
    ((VOID)((string)->Buffer = (buffer), (string)->MaximumLength = (USHORT)(size), (string)->Length = 0))
#endif

/* A code of Win32 as a status: error, facility 7 of [MS-ERREF], the code. What is a status already stays what it is. */
#ifndef NTSTATUS_FROM_WIN32
FORCEINLINE NTSTATUS NTSTATUS_FROM_WIN32(_In_ LONG Code)
{
    return Code <= 0 ? (NTSTATUS)Code : (NTSTATUS)(((ULONG)Code & 0xFFFF) | 0xC0070000);
}
#define NTSTATUS_FROM_WIN32 NTSTATUS_FROM_WIN32
#endif

/* Of ntdll.dll. */
__declspec(dllimport) ULONG __cdecl DbgPrintEx(
    _In_ ULONG ComponentId, _In_ ULONG Level, _In_z_ _Printf_format_string_ PCSTR Format, ...);
#define KdPrintEx(arguments) DbgPrintEx arguments

#ifdef __cplusplus
}
#endif

#endif
