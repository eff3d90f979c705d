/* Minifilters: opaque objects, which filter manager, helpers. Facts: the public reference of fltkernel.h. */
#ifndef WDK_FLT_BASE_H
#define WDK_FLT_BASE_H

#include <ntifs.h>
#include <fltuserstructures.h>

#ifdef __cplusplus
extern "C" {
#endif

#define WDK_FLT(since) WDK_EXPORT("fltmgr.sys", since)

/* Which generations of the filter manager the target systems have; the kit's oldest, Windows 10, has them all. */
#define FLT_MGR_BASELINE 1
#define FLT_MGR_AFTER_XPSP2 1
#define FLT_MGR_LONGHORN 1
#define FLT_MGR_WIN7 1
#define FLT_MGR_WIN8 1
#define FLT_MGR_WINBLUE 1
#define FLT_MGR_WIN10_RS1 (NTDDI_VERSION >= NTDDI_WIN10_RS1)
#define FLT_MGR_WIN10_RS2 (NTDDI_VERSION >= NTDDI_WIN10_RS2)
#define FLT_MGR_WIN10_RS3 (NTDDI_VERSION >= NTDDI_WIN10_RS3)
#define FLT_MGR_WIN10_RS4 (NTDDI_VERSION >= NTDDI_WIN10_RS4)
#define FLT_MGR_WIN10_RS5 (NTDDI_VERSION >= NTDDI_WIN10_RS5)

#define FLT_ASSERT(condition) NT_ASSERT(condition)
#define FLT_ASSERTMSG(message, condition) NT_ASSERTMSG(message, condition)

/* Arithmetic on sizes and addresses. */
#ifndef ROUND_TO_SIZE
#define ROUND_TO_SIZE(Length, Alignment) ((((ULONG_PTR)(Length)) + ((Alignment) - 1)) & ~(ULONG_PTR)((Alignment) - 1))
#endif
#ifndef IS_ALIGNED
#define IS_ALIGNED(Pointer, Alignment) ((((ULONG_PTR)(Pointer)) & ((Alignment) - 1)) == 0)
#endif
#ifndef Add2Ptr
#define Add2Ptr(Pointer, Bytes) ((PVOID)((PUCHAR)(Pointer) + (Bytes)))
#endif
#ifndef PtrOffset
#define PtrOffset(Base, Pointer) ((ULONG)((ULONG_PTR)(Pointer) - (ULONG_PTR)(Base)))
#endif

/* Objects of the filter manager; a driver holds them by pointer only. */
typedef struct _FLT_FILTER *PFLT_FILTER;
typedef struct _FLT_VOLUME *PFLT_VOLUME;
typedef struct _FLT_INSTANCE *PFLT_INSTANCE;
typedef struct _FLT_PORT *PFLT_PORT;
typedef struct _FLT_GENERIC_WORKITEM *PFLT_GENERIC_WORKITEM;
typedef struct _FLT_DEFERRED_IO_WORKITEM *PFLT_DEFERRED_IO_WORKITEM;
typedef struct _FLT_CALLBACK_DATA *PFLT_CALLBACK_DATA;
typedef PVOID PFLT_CONTEXT;
#define NULL_CONTEXT ((PFLT_CONTEXT)NULL)

_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltObjectReference(_Inout_ PVOID FltObject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FLT("5.1.2600")
VOID FltObjectDereference(_Inout_ PVOID FltObject);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
PVOID FltGetRoutineAddress(_In_z_ PCSTR FltMgrRoutineName);
_IRQL_requires_max_(HIGH_LEVEL) WDK_FLT("5.1.2600")
PCHAR FltGetIrpName(_In_ UCHAR IrpMajorCode);

#ifdef __cplusplus
}
#endif
#endif
