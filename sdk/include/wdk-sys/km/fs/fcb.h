/* The header that the cache and memory managers expect at the start of each file control block. */
#ifndef WDK_FS_FCB_H
#define WDK_FS_FCB_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

#define FSRTL_FCB_HEADER_V0 (0x00)
#define FSRTL_FCB_HEADER_V1 (0x01)
#define FSRTL_FCB_HEADER_V2 (0x02)
#define FSRTL_FCB_HEADER_V3 (0x03)
#define FSRTL_FCB_HEADER_V4 (0x04)
#define FSRTL_FLAG_FILE_MODIFIED (0x01)
#define FSRTL_FLAG_FILE_LENGTH_CHANGED (0x02)
#define FSRTL_FLAG_LIMIT_MODIFIED_PAGES (0x04)
#define FSRTL_FLAG_ACQUIRE_MAIN_RSRC_EX (0x08)
#define FSRTL_FLAG_ACQUIRE_MAIN_RSRC_SH (0x10)
#define FSRTL_FLAG_USER_MAPPED_FILE (0x20)
#define FSRTL_FLAG_ADVANCED_HEADER (0x40)
#define FSRTL_FLAG_EOF_ADVANCE_ACTIVE (0x80)
#define FSRTL_FLAG2_DO_MODIFIED_WRITE (0x01)
#define FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS (0x02)
#define FSRTL_FLAG2_PURGE_WHEN_MAPPED (0x04)
#define FSRTL_FLAG2_IS_PAGING_FILE (0x08)
#define FSRTL_FSP_TOP_LEVEL_IRP (0x01)
#define FSRTL_CACHE_TOP_LEVEL_IRP (0x02)
#define FSRTL_MOD_WRITE_TOP_LEVEL_IRP (0x03)
#define FSRTL_FAST_IO_TOP_LEVEL_IRP (0x04)
#define FSRTL_NETWORK1_TOP_LEVEL_IRP ((LONG_PTR)0x05)
#define FSRTL_NETWORK2_TOP_LEVEL_IRP ((LONG_PTR)0x06)
#define FSRTL_MAX_TOP_LEVEL_IRP_FLAG ((LONG_PTR)0xFFFF)
#define FSRTL_AUXILIARY_FLAG_DEALLOCATE 0x00000001
#define FSRTL_FLAG2_WRITABLE_USER_MAPPED_FILE (0x10)
#define FSRTL_FLAG2_BYPASSIO_STREAM_PAUSED (0x20)
#define WDK_COMMON_FCB_MEMBERS_                                                                                        \
    CSHORT NodeTypeCode;                                                                                               \
    CSHORT NodeByteSize;                                                                                               \
    UCHAR Flags;                                                                                                       \
    UCHAR IsFastIoPossible;                                                                                            \
    UCHAR Flags2;                                                                                                      \
    UCHAR Reserved : 4;                                                                                                \
    UCHAR Version : 4;                                                                                                 \
    PERESOURCE Resource;                                                                                               \
    PERESOURCE PagingIoResource;                                                                                       \
    LARGE_INTEGER AllocationSize;                                                                                      \
    LARGE_INTEGER FileSize;                                                                                            \
    LARGE_INTEGER ValidDataLength
typedef enum _FAST_IO_POSSIBLE {
    FastIoIsNotPossible = 0,
    FastIoIsPossible,
    FastIoIsQuestionable
} FAST_IO_POSSIBLE;
typedef struct _FSRTL_COMMON_FCB_HEADER {
    WDK_COMMON_FCB_MEMBERS_;
} FSRTL_COMMON_FCB_HEADER, *PFSRTL_COMMON_FCB_HEADER;
/* Version says how far it goes: V1 up to FileContextSupportPointer, V2 Oplock, V3 AePushLock, V4 all. */
#ifdef __cplusplus
typedef struct _FSRTL_ADVANCED_FCB_HEADER : FSRTL_COMMON_FCB_HEADER {
#else
typedef struct _FSRTL_ADVANCED_FCB_HEADER {
    WDK_COMMON_FCB_MEMBERS_;
#endif
    PFAST_MUTEX FastMutex;
    LIST_ENTRY FilterContexts;
    EX_PUSH_LOCK PushLock;
    PVOID *FileContextSupportPointer;
    union {
        OPLOCK Oplock;
        PVOID ReservedForRemote;
    };
    PVOID AePushLock;
    ULONG BypassIoOpenCount;
    PVOID ReservedContext;
} FSRTL_ADVANCED_FCB_HEADER, *PFSRTL_ADVANCED_FCB_HEADER;
FORCEINLINE VOID FsRtlWdkSetupHeader_(_Inout_ PFSRTL_ADVANCED_FCB_HEADER Header, _In_opt_ PFAST_MUTEX Mutex,
    _In_opt_ PVOID *FileContexts, _In_opt_ PVOID AePushLock)
{
    Header->Flags |= FSRTL_FLAG_ADVANCED_HEADER;
    Header->Flags2 |= FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS;
    Header->Version = AePushLock != NULL ? FSRTL_FCB_HEADER_V3 : FSRTL_FCB_HEADER_V2;
    InitializeListHead(&Header->FilterContexts);
    if (Mutex != NULL)
        Header->FastMutex = Mutex;
    Header->PushLock = 0;
    Header->FileContextSupportPointer = FileContexts;
    Header->Oplock = NULL;
    Header->AePushLock = AePushLock;
    Header->BypassIoOpenCount = 0;
    Header->ReservedContext = NULL;
}
#define FsRtlSetupAdvancedHeader(Header, Mutex)                                                                        \
    FsRtlWdkSetupHeader_((PFSRTL_ADVANCED_FCB_HEADER)(Header), (Mutex), NULL, NULL)
#define FsRtlSetupAdvancedHeaderEx(Header, Mutex, FileContexts)                                                        \
    FsRtlWdkSetupHeader_((PFSRTL_ADVANCED_FCB_HEADER)(Header), (Mutex), (PVOID *)(FileContexts), NULL)
#define FsRtlSetupAdvancedHeaderEx2(Header, Mutex, FileContexts, AePushLock)                                           \
    FsRtlWdkSetupHeader_((PFSRTL_ADVANCED_FCB_HEADER)(Header), (Mutex), (PVOID *)(FileContexts), (AePushLock))
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.19042")
PVOID FsRtlAllocateAePushLock(_In_ POOL_TYPE PoolType, _In_ ULONG Tag);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.19042")
VOID FsRtlFreeAePushLock(_In_ PVOID AePushLock);
/* How many opens of the stream have BypassIO: zero where the header is too old to say. */
#define FsRtlGetBypassIoOpenCount(FileObject)                                                                          \
    FsRtlWdkBypassIoOpenCount_((PFSRTL_ADVANCED_FCB_HEADER)(FileObject)->FsContext)
#define FsRtlGetBypassIoOpenCountPtr(FileObject)                                                                       \
    FsRtlWdkBypassIoOpenCountPtr_((PFSRTL_ADVANCED_FCB_HEADER)(FileObject)->FsContext)
FORCEINLINE PULONG FsRtlWdkBypassIoOpenCountPtr_(_In_opt_ PFSRTL_ADVANCED_FCB_HEADER Header)
{
    return Header != NULL && Header->Version >= FSRTL_FCB_HEADER_V4 ? &Header->BypassIoOpenCount : NULL;
}
FORCEINLINE ULONG FsRtlWdkBypassIoOpenCount_(_In_opt_ PFSRTL_ADVANCED_FCB_HEADER Header)
{
    return Header != NULL && Header->Version >= FSRTL_FCB_HEADER_V4 ? Header->BypassIoOpenCount : 0;
}

#ifdef __cplusplus
}
#endif
#endif
