/* Contexts of legacy filters on streams, files and file objects; the tunnel cache. */
#ifndef WDK_FS_CONTEXT_H
#define WDK_FS_CONTEXT_H

#include "base.h"
#include "fcb.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _FSRTL_PER_STREAM_CONTEXT {
    LIST_ENTRY Links;
    PVOID OwnerId;
    PVOID InstanceId;
    PFREE_FUNCTION FreeCallback;
} FSRTL_PER_STREAM_CONTEXT, *PFSRTL_PER_STREAM_CONTEXT;
typedef struct _FSRTL_PER_FILE_CONTEXT {
    LIST_ENTRY Links;
    PVOID OwnerId;
    PVOID InstanceId;
    PFREE_FUNCTION FreeCallback;
} FSRTL_PER_FILE_CONTEXT, *PFSRTL_PER_FILE_CONTEXT;
typedef struct _FSRTL_PER_FILEOBJECT_CONTEXT {
    LIST_ENTRY Links;
    PVOID OwnerId;
    PVOID InstanceId;
} FSRTL_PER_FILEOBJECT_CONTEXT, *PFSRTL_PER_FILEOBJECT_CONTEXT;
#define FsRtlGetPerStreamContextPointer(FileObject) ((PFSRTL_ADVANCED_FCB_HEADER)((FileObject)->FsContext))
#define FsRtlSupportsPerStreamContexts(FileObject)                                                                     \
    ((BOOLEAN)((NULL != FsRtlGetPerStreamContextPointer(FileObject)) &&                                                \
               BooleanFlagOn(FsRtlGetPerStreamContextPointer(FileObject)->Flags2, FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS)))
#define FsRtlInitPerStreamContext(Context, Owner, Instance, Free)                                                      \
    ((Context)->OwnerId = (Owner), (Context)->InstanceId = (Instance), (Context)->FreeCallback = (Free))
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlInsertPerStreamContext(
    _In_ PFSRTL_ADVANCED_FCB_HEADER PerStreamContext, _In_ PFSRTL_PER_STREAM_CONTEXT Ptr);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
PFSRTL_PER_STREAM_CONTEXT FsRtlRemovePerStreamContext(
    _In_ PFSRTL_ADVANCED_FCB_HEADER StreamContext, _In_opt_ PVOID OwnerId, _In_opt_ PVOID InstanceId);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlTeardownPerStreamContexts(_In_ PFSRTL_ADVANCED_FCB_HEADER AdvancedHeader);
WDK_NTOS("5.1.2600")
PFSRTL_PER_STREAM_CONTEXT FsRtlLookupPerStreamContextInternal(
    _In_ PFSRTL_ADVANCED_FCB_HEADER StreamContext, _In_ PVOID OwnerId, _In_ PVOID InstanceId);
#define FsRtlLookupPerStreamContext(StreamContext, Owner, Instance)                                                    \
    ((((StreamContext) != NULL) && FlagOn((StreamContext)->Flags2, FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS) &&            \
      !IsListEmpty(&(StreamContext)->FilterContexts))                                                                  \
         ? FsRtlLookupPerStreamContextInternal((StreamContext), (Owner), (Instance))                                   \
         : NULL)
#define FsRtlGetPerFileContextPointer(FileObject)                                                                      \
    (FsRtlSupportsPerFileContexts(FileObject) ? FsRtlGetPerStreamContextPointer(FileObject)->FileContextSupportPointer : NULL)
#define FsRtlSupportsPerFileContexts(FileObject)                                                                       \
    ((FsRtlGetPerStreamContextPointer(FileObject) != NULL) &&                                                          \
     (FsRtlGetPerStreamContextPointer(FileObject)->Version >= FSRTL_FCB_HEADER_V1) &&                                  \
     (FsRtlGetPerStreamContextPointer(FileObject)->FileContextSupportPointer != NULL))
#define FsRtlInitPerFileContext(Context, Owner, Instance, Free)                                                        \
    ((Context)->OwnerId = (Owner), (Context)->InstanceId = (Instance), (Context)->FreeCallback = (Free))
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS FsRtlInsertPerFileContext(_In_ PVOID* PerFileContextPointer, _In_ PFSRTL_PER_FILE_CONTEXT Ptr);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
PFSRTL_PER_FILE_CONTEXT FsRtlLookupPerFileContext(
    _In_ PVOID* PerFileContextPointer, _In_opt_ PVOID OwnerId, _In_opt_ PVOID InstanceId);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
PFSRTL_PER_FILE_CONTEXT FsRtlRemovePerFileContext(
    _In_ PVOID* PerFileContextPointer, _In_opt_ PVOID OwnerId, _In_opt_ PVOID InstanceId);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
VOID FsRtlTeardownPerFileContexts(_In_ PVOID* PerFileContextPointer);
#define FsRtlInitPerFileObjectContext(Context, Owner, Instance)                                                        \
    ((Context)->OwnerId = (Owner), (Context)->InstanceId = (Instance))
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS FsRtlInsertPerFileObjectContext(_In_ PFILE_OBJECT FileObject, _In_ PFSRTL_PER_FILEOBJECT_CONTEXT Ptr);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
PFSRTL_PER_FILEOBJECT_CONTEXT FsRtlLookupPerFileObjectContext(
    _In_ PFILE_OBJECT FileObject, _In_opt_ PVOID OwnerId, _In_opt_ PVOID InstanceId);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
PFSRTL_PER_FILEOBJECT_CONTEXT FsRtlRemovePerFileObjectContext(
    _In_ PFILE_OBJECT FileObject, _In_opt_ PVOID OwnerId, _In_opt_ PVOID InstanceId);
/* What deleted names leave behind for their successors. */
typedef struct _TUNNEL {
    FAST_MUTEX Mutex;
    PRTL_SPLAY_LINKS Cache;
    LIST_ENTRY TimerQueue;
    USHORT NumEntries;
} TUNNEL, *PTUNNEL;
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
VOID FsRtlInitializeTunnelCache(_In_ PTUNNEL Cache);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
VOID FsRtlAddToTunnelCache(
    _In_ PTUNNEL Cache, _In_ ULONGLONG DirectoryKey, _In_ PUNICODE_STRING ShortName,
    _In_ PUNICODE_STRING LongName, _In_ BOOLEAN KeyByShortName, _In_ ULONG DataLength, _In_ PVOID Data);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN FsRtlFindInTunnelCache(
    _In_ PTUNNEL Cache, _In_ ULONGLONG DirectoryKey, _In_ PUNICODE_STRING Name, _Out_ PUNICODE_STRING ShortName,
    _Out_ PUNICODE_STRING LongName, _Inout_ PULONG DataLength, _Out_ PVOID Data);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlDeleteKeyFromTunnelCache(_In_ PTUNNEL Cache, _In_ ULONGLONG DirectoryKey);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
VOID FsRtlDeleteTunnelCache(_In_ PTUNNEL Cache);
#define FSRTL_ADD_TC_CASE_SENSITIVE 0x1
#define FSRTL_ADD_TC_KEY_BY_SHORT_NAME 0x2
#define FSRTL_FIND_TC_CASE_SENSITIVE 0x1

#ifdef __cplusplus
}
#endif
#endif
