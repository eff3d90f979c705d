/* Objects: names, types, handles, and what is asked of them. */
#ifndef WDK_FS_OB_H
#define WDK_FS_OB_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

#define OBJ_NAME_PATH_SEPARATOR ((WCHAR)L'\\')
typedef enum _OBJECT_INFORMATION_CLASS {
    ObjectBasicInformation = 0,
    ObjectNameInformation = 1,
    ObjectTypeInformation = 2,
    ObjectTypesInformation = 3,
    ObjectHandleFlagInformation = 4,
    ObjectSessionInformation = 5,
    MaxObjectInfoClass
} OBJECT_INFORMATION_CLASS;
typedef struct _PUBLIC_OBJECT_BASIC_INFORMATION {
    ULONG Attributes;
    ACCESS_MASK GrantedAccess;
    ULONG HandleCount;
    ULONG PointerCount;
    ULONG Reserved[10];
} PUBLIC_OBJECT_BASIC_INFORMATION, *PPUBLIC_OBJECT_BASIC_INFORMATION;
typedef struct _PUBLIC_OBJECT_TYPE_INFORMATION {
    UNICODE_STRING TypeName;
    ULONG Reserved [22];
} PUBLIC_OBJECT_TYPE_INFORMATION, *PPUBLIC_OBJECT_TYPE_INFORMATION;
WDK_EXPORT_ADDRESS("ntoskrnl.exe", "5.0.2195") extern POBJECT_TYPE *SeTokenObjectType;
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS ObOpenObjectByPointer(
    _In_ PVOID Object, _In_ ULONG HandleAttributes, _In_opt_ PACCESS_STATE PassedAccessState,
    _In_ ACCESS_MASK DesiredAccess, _In_opt_ POBJECT_TYPE ObjectType, _In_ KPROCESSOR_MODE AccessMode,
    _Out_ PHANDLE Handle);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS ObOpenObjectByPointerWithTag(
    _In_ PVOID Object, _In_ ULONG HandleAttributes, _In_opt_ PACCESS_STATE PassedAccessState,
    _In_ ACCESS_MASK DesiredAccess, _In_opt_ POBJECT_TYPE ObjectType, _In_ KPROCESSOR_MODE AccessMode,
    _In_ ULONG Tag, _Out_ PHANDLE Handle);
_Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS ObInsertObject(
    _In_ PVOID Object, _In_ PACCESS_STATE PassedAccessState, _In_ ACCESS_MASK DesiredAccess,
    _In_ ULONG ObjectPointerBias, _In_ PVOID *NewObject, _In_ PHANDLE Handle);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN ObIsKernelHandle(_In_ HANDLE Handle);
WDK_NTOS("5.0.2195")
VOID ObMakeTemporaryObject(_In_ PVOID Object);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ObQueryNameString(
    _In_ PVOID Object, _Out_opt_ POBJECT_NAME_INFORMATION ObjectNameInfo, _In_ ULONG Length,
    _Out_ PULONG ReturnLength);
WDK_NTOS("5.0.2195")
NTSTATUS ObQueryObjectAuditingByHandle(_In_ HANDLE Handle, _In_ PBOOLEAN GenerateOnClose);

#ifdef __cplusplus
}
#endif
#endif
