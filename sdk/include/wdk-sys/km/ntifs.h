/* The interface of file systems and file system filters, on top of ntddk.h. Each topic has its header under fs/. */
#ifndef WDK_NTIFS_H
#define WDK_NTIFS_H
#define _NTIFS_
#include <ntddk.h>

#include "nt/tm.h"
#include "fs/base.h"
#include "fs/se_types.h"
#include "fs/info.h"
#include "fs/reparse.h"
#include "fs/fcb.h"
#include "fs/lock.h"
#include "fs/ecp.h"
#include "fs/oplock.h"
#include "fs/notify.h"
#include "fs/filter.h"

#ifdef __cplusplus
extern "C" {
#endif

_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS ObOpenObjectByPointer(
    _In_ PVOID Object, _In_ ULONG HandleAttributes, _In_opt_ PACCESS_STATE PassedAccessState,
    _In_ ACCESS_MASK DesiredAccess, _In_opt_ POBJECT_TYPE ObjectType, _In_ KPROCESSOR_MODE AccessMode,
    _Out_ PHANDLE Handle);

_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwSetSecurityObject(
    _In_ HANDLE Handle, _In_ SECURITY_INFORMATION SecurityInformation, _In_ PSECURITY_DESCRIPTOR SecurityDescriptor);

#ifdef __cplusplus
}
#endif

#endif
