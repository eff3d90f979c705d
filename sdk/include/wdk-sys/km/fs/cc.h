/* The cache manager. */
#ifndef WDK_FS_CC_H
#define WDK_FS_CC_H

#include "base.h"
#include "fcb.h"

#ifdef __cplusplus
extern "C" {
#endif

#define VACB_MAPPING_GRANULARITY (0x40000)
#define VACB_OFFSET_SHIFT (18)
#define PIN_WAIT (1)
#define PIN_EXCLUSIVE (2)
#define PIN_NO_READ (4)
#define PIN_IF_BCB (8)
#define PIN_CALLER_TRACKS_DIRTY_DATA (32)
#define PIN_HIGH_PRIORITY (64)
#define MAP_WAIT 1
#define MAP_NO_READ (16)
#define MAP_HIGH_PRIORITY (64)
#define UNINITIALIZE_CACHE_MAPS (1)
#define DO_NOT_RETRY_PURGE (2)
#define DO_NOT_PURGE_DIRTY_PAGES (0x4)
#define CC_FLUSH_AND_PURGE_NO_PURGE (0x1)
#define PIN_VERIFY_REQUIRED (128)
#define MAP_DISABLE_PAGEFAULT_CLUSTERING (256)
#define PURGE_WITH_ACTIVE_VIEWS (0x8)
#define CC_AGGRESSIVE_UNMAP_BEHIND 0x01
#define CC_DISABLE_DIRTY_PAGE_TRACKING 0x08
#define CC_DISABLE_UNMAP_BEHIND 0x20
#define CACHE_USE_DIRECT_ACCESS_MAPPING 0x01
#define CACHE_VALID_FLAGS 0x01
#define CC_ACQUIRE_DONT_WAIT 0x01
#define CC_ACQUIRE_SUPPORTS_ASYNC_LAZYWRITE 0x01
#define CC_FLUSH_AND_PURGE_GATHER_DIRTY_BITS (0x00000002)
#define CC_FLUSH_AND_PURGE_WRITEABLE_VIEWS_NOTSEEN (0x00000004)
#define CC_DISABLE_READ_AHEAD 0x02
#define CC_DISABLE_WRITE_BEHIND 0x04
#define CC_ENABLE_DISK_IO_ACCOUNTING 0x10
#define CC_ENABLE_CPU_CACHE 0x10000000
typedef struct _PUBLIC_BCB {
    CSHORT NodeTypeCode;
    CSHORT NodeByteSize;
    ULONG MappedLength;
    LARGE_INTEGER MappedFileOffset;
} PUBLIC_BCB, *PPUBLIC_BCB;
typedef struct _CC_FILE_SIZES {
    LARGE_INTEGER AllocationSize;
    LARGE_INTEGER FileSize;
    LARGE_INTEGER ValidDataLength;
} CC_FILE_SIZES, *PCC_FILE_SIZES;
typedef BOOLEAN (*PACQUIRE_FOR_LAZY_WRITE)(_In_ PVOID Context, _In_ BOOLEAN Wait);
typedef VOID (*PRELEASE_FROM_LAZY_WRITE)(_In_ PVOID Context);
typedef BOOLEAN (*PACQUIRE_FOR_READ_AHEAD)(_In_ PVOID Context, _In_ BOOLEAN Wait);
typedef VOID (*PRELEASE_FROM_READ_AHEAD)(_In_ PVOID Context);
typedef struct _CACHE_MANAGER_CALLBACKS {
    PACQUIRE_FOR_LAZY_WRITE AcquireForLazyWrite;
    PRELEASE_FROM_LAZY_WRITE ReleaseFromLazyWrite;
    PACQUIRE_FOR_READ_AHEAD AcquireForReadAhead;
    PRELEASE_FROM_READ_AHEAD ReleaseFromReadAhead;
} CACHE_MANAGER_CALLBACKS, *PCACHE_MANAGER_CALLBACKS;
typedef struct _CACHE_MANAGER_CALLBACK_FUNCTIONS {
    PACQUIRE_FOR_LAZY_WRITE AcquireForLazyWriteEx;
    PRELEASE_FROM_LAZY_WRITE ReleaseFromLazyWrite;
    PACQUIRE_FOR_READ_AHEAD AcquireForReadAhead;
    PRELEASE_FROM_READ_AHEAD ReleaseFromReadAhead;
} CACHE_MANAGER_CALLBACK_FUNCTIONS, *PCACHE_MANAGER_CALLBACK_FUNCTIONS;
typedef struct _CACHE_UNINITIALIZE_EVENT {
    struct _CACHE_UNINITIALIZE_EVENT *Next;
    KEVENT Event;
} CACHE_UNINITIALIZE_EVENT, *PCACHE_UNINITIALIZE_EVENT;
typedef VOID (*PDIRTY_PAGE_ROUTINE)(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length,
    _In_ PLARGE_INTEGER OldestLsn, _In_ PLARGE_INTEGER NewestLsn, _In_ PVOID Context1, _In_ PVOID Context2);
typedef VOID (*PFLUSH_TO_LSN)(_In_ PVOID LogHandle, _In_ LARGE_INTEGER Lsn);
typedef VOID (*PCC_POST_DEFERRED_WRITE)(_In_ PVOID Context1, _In_ PVOID Context2);
typedef struct _READ_AHEAD_PARAMETERS {
    CSHORT NodeByteSize;
    ULONG Granularity;
    ULONG PipelinedRequestSize;
    ULONG ReadAheadGrowthPercentage;
} READ_AHEAD_PARAMETERS, *PREAD_AHEAD_PARAMETERS;
WDK_NTOS("5.0.2195") extern ULONG CcFastMdlReadWait;
WDK_NTOS("5.0.2195") extern ULONG CcFastMdlReadNotPossible;
WDK_NTOS("5.0.2195") extern ULONG CcFastReadNotPossible;
WDK_NTOS("5.0.2195") extern ULONG CcFastReadWait;
#define CcIsFileCached(FileObject)                                                                                     \
    ((FileObject)->SectionObjectPointer != NULL &&                                                                     \
     (FileObject)->SectionObjectPointer->SharedCacheMap != NULL)
#define CcGetFileSizePointer(FileObject)                                                                               \
    ((PLARGE_INTEGER)((PUCHAR)(FileObject)->SectionObjectPointer->SharedCacheMap + 8))
/* Caching a file. */
WDK_NTOS("5.0.2195")
VOID CcInitializeCacheMap(
    _In_ PFILE_OBJECT FileObject, _In_ PCC_FILE_SIZES FileSizes, _In_ BOOLEAN PinAccess,
    _In_ PCACHE_MANAGER_CALLBACKS Callbacks, _In_ PVOID LazyWriteContext);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.10240")
VOID CcInitializeCacheMapEx(
    _In_ PFILE_OBJECT FileObject, _In_ PCC_FILE_SIZES FileSizes, _In_ BOOLEAN PinAccess,
    _In_ PCACHE_MANAGER_CALLBACKS Callbacks, _In_ PVOID LazyWriteContext, _In_ ULONG Flags);
WDK_NTOS("5.0.2195")
BOOLEAN CcUninitializeCacheMap(
    _In_ PFILE_OBJECT FileObject, _In_opt_ PLARGE_INTEGER TruncateSize,
    _In_ PCACHE_UNINITIALIZE_EVENT UninitializeEvent);
WDK_NTOS("5.0.2195")
VOID CcSetFileSizes(_In_ PFILE_OBJECT FileObject, _In_ PCC_FILE_SIZES FileSizes);
WDK_NTOS("5.0.2195")
NTSTATUS CcSetFileSizesEx(_In_ PFILE_OBJECT FileObject, _In_ PCC_FILE_SIZES FileSizes);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN CcPurgeCacheSection(
    _In_ PSECTION_OBJECT_POINTERS SectionObjectPointer, _In_opt_ PLARGE_INTEGER FileOffset, _In_ ULONG Length,
    _In_ ULONG Flags);
WDK_NTOS("5.0.2195")
VOID CcSetDirtyPageThreshold(_In_ PFILE_OBJECT FileObject, _In_ ULONG DirtyPageThreshold);
WDK_NTOS("5.0.2195")
VOID CcFlushCache(
    _In_ PSECTION_OBJECT_POINTERS SectionObjectPointer, _In_opt_ PLARGE_INTEGER FileOffset, _In_ ULONG Length,
    _Out_opt_ PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
VOID CcCoherencyFlushAndPurgeCache(
    _In_ PSECTION_OBJECT_POINTERS SectionObjectPointer, _In_opt_ PLARGE_INTEGER FileOffset, _In_ ULONG Length,
    _Out_ PIO_STATUS_BLOCK IoStatus, _In_opt_ ULONG Flags);
WDK_NTOS("5.0.2195")
LARGE_INTEGER CcGetFlushedValidData(_In_ PSECTION_OBJECT_POINTERS SectionObjectPointer, _In_ BOOLEAN BcbListHeld);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN CcZeroData(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER StartOffset, _In_ PLARGE_INTEGER EndOffset,
    _In_ BOOLEAN Wait);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID CcSetAdditionalCacheAttributes(
    _In_ PFILE_OBJECT FileObject, _In_ BOOLEAN DisableReadAhead, _In_ BOOLEAN DisableWriteBehind);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
VOID CcSetAdditionalCacheAttributesEx(_In_ PFILE_OBJECT FileObject, _In_ ULONG Flags);
WDK_NTOS("5.0.2195")
VOID CcSetReadAheadGranularity(_In_ PFILE_OBJECT FileObject, _In_ ULONG Granularity);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.2.9200")
VOID CcSetReadAheadGranularityEx(_In_ PFILE_OBJECT FileObject, _In_ PREAD_AHEAD_PARAMETERS ReadAheadParameters);
WDK_NTOS("5.0.2195")
VOID CcScheduleReadAhead(_In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
VOID CcScheduleReadAheadEx(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length,
    _In_ PETHREAD IoIssuerThread);
#define CcReadAhead(FileObject, FileOffset, Length)                                                                    \
    {                                                                                                                  \
        if ((Length) >= 256) {                                                                                         \
            CcScheduleReadAhead((FileObject), (FileOffset), (Length));                                                 \
        }                                                                                                              \
    }
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.22621")
LONGLONG CcGetCacheFileSize(_In_ PSECTION_OBJECT_POINTERS SectionObjectPointer);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.22621")
NTSTATUS CcSetCacheFileSizes(_In_ PSECTION_OBJECT_POINTERS SectionObjectPointer, _In_ PCC_FILE_SIZES FileSizes);
WDK_NTOS("5.0.2195")
PFILE_OBJECT CcGetFileObjectFromSectionPtrs(_In_ PSECTION_OBJECT_POINTERS SectionObjectPointer);
WDK_NTOS("6.0.6000")
PFILE_OBJECT CcGetFileObjectFromSectionPtrsRef(_In_ PSECTION_OBJECT_POINTERS SectionObjectPointer);
WDK_NTOS("5.0.2195")
PFILE_OBJECT CcGetFileObjectFromBcb(_In_ PVOID Bcb);
WDK_NTOS("5.0.2195")
NTSTATUS CcWaitForCurrentLazyWriterActivity(VOID);
WDK_NTOS("5.0.2195")
BOOLEAN CcIsThereDirtyData(_In_ PVPB Vpb);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
BOOLEAN CcIsThereDirtyDataEx(_In_ PVPB Vpb, _In_opt_ PULONG NumberOfDirtyPages);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
LARGE_INTEGER CcGetDirtyPages(
    _In_ PVOID LogHandle, _In_ PDIRTY_PAGE_ROUTINE DirtyPageRoutine, _In_ PVOID Context1, _In_ PVOID Context2);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
VOID CcSetLogHandleForFile(
    _In_ PFILE_OBJECT FileObject, _In_ PVOID LogHandle, _In_ PFLUSH_TO_LSN FlushToLsnRoutine);
/* Copying. */
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN CcCopyRead(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ BOOLEAN Wait,
    _Out_ PVOID Buffer, _Out_ PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID CcFastCopyRead(
    _In_ PFILE_OBJECT FileObject, _In_ ULONG FileOffset, _In_ ULONG Length, _In_ ULONG PageCount,
    _Out_ PVOID Buffer, _Out_ PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN CcCopyWrite(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ BOOLEAN Wait,
    _In_ PVOID Buffer);
WDK_NTOS("5.0.2195")
VOID CcFastCopyWrite(_In_ PFILE_OBJECT FileObject, _In_ ULONG FileOffset, _In_ ULONG Length, _In_ PVOID Buffer);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
BOOLEAN CcCopyReadEx(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ BOOLEAN Wait,
    _Out_writes_bytes_(Length) PVOID Buffer, _Out_ PIO_STATUS_BLOCK IoStatus, _In_ PETHREAD IoIssuerThread);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
BOOLEAN CcCopyWriteEx(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ BOOLEAN Wait,
    _In_reads_bytes_(Length) PVOID Buffer, _In_ PETHREAD IoIssuerThread);
#define CcCopyWriteWontFlush(FileObject, FileOffset, Length) ((Length) <= 0x10000)
WDK_NTOS("5.0.2195")
BOOLEAN CcCanIWrite(
    _In_ PFILE_OBJECT FileObject, _In_ ULONG BytesToWrite, _In_ BOOLEAN Wait, _In_ BOOLEAN Retrying);
WDK_NTOS("5.0.2195")
VOID CcDeferWrite(
    _In_ PFILE_OBJECT FileObject, _In_ PCC_POST_DEFERRED_WRITE PostRoutine, _In_ PVOID Context1,
    _In_ PVOID Context2, _In_ ULONG BytesToWrite, _In_ BOOLEAN Retrying);
/* Memory descriptor lists of the cache. */
WDK_NTOS("5.0.2195")
VOID CcMdlRead(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ PMDL *MdlChain,
    _In_ PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID CcMdlReadComplete(_In_ PFILE_OBJECT FileObject, _In_ PMDL MdlChain);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID CcPrepareMdlWrite(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _Outptr_ PMDL *MdlChain,
    _Out_ PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID CcMdlWriteComplete(_In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ PMDL MdlChain);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
VOID CcMdlWriteAbort(_In_ PFILE_OBJECT FileObject, _In_ PMDL MdlChain);
/* Mapping and pinning. */
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN CcMapData(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ ULONG Flags,
    _Outptr_ PVOID *Bcb, _Outptr_ PVOID *Buffer);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN CcPinRead(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ ULONG Flags,
    _Outptr_ PVOID *Bcb, _Outptr_ PVOID *Buffer);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN CcPinMappedData(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ ULONG Flags,
    _Inout_ PVOID *Bcb);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN CcPreparePinWrite(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ BOOLEAN Zero,
    _In_ ULONG Flags, _Outptr_ PVOID *Bcb, _Outptr_ PVOID *Buffer);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID CcSetDirtyPinnedData(_In_ PVOID BcbVoid, _In_opt_ PLARGE_INTEGER Lsn);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID CcUnpinData(_In_ PVOID Bcb);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID CcUnpinDataForThread(_In_ PVOID Bcb, _In_ ERESOURCE_THREAD ResourceThreadId);
WDK_NTOS("5.0.2195")
VOID CcSetBcbOwnerPointer(_In_ PVOID Bcb, _In_ PVOID OwnerPointer);
WDK_NTOS("5.0.2195")
VOID CcRepinBcb(_In_ PVOID Bcb);
WDK_NTOS("5.0.2195")
VOID CcUnpinRepinnedBcb(_In_ PVOID Bcb, _In_ BOOLEAN WriteThrough, _Out_ PIO_STATUS_BLOCK IoStatus);
WDK_NTOS("5.0.2195")
PVOID CcRemapBcb(_In_ PVOID Bcb);

#ifdef __cplusplus
}
#endif
#endif
