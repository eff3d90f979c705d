/* The file system run-time library beside locks, contexts and maps: names, fast I/O, paging files, providers. */
#ifndef WDK_FS_FSRTL_H
#define WDK_FS_FSRTL_H

#include "base.h"
#include "fcb.h"
#include "info.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Characters and names. */
#define FSRTL_FAT_LEGAL 0x01
#define FSRTL_HPFS_LEGAL 0x02
#define FSRTL_NTFS_LEGAL 0x04
#define FSRTL_WILD_CHARACTER 0x08
#define FSRTL_OLE_LEGAL 0x10
#define FSRTL_NTFS_STREAM_LEGAL (FSRTL_NTFS_LEGAL | FSRTL_OLE_LEGAL)
#define ANSI_DOS_STAR ('<')
#define ANSI_DOS_QM ('>')
#define ANSI_DOS_DOT ('"')
#define DOS_STAR (L'<')
#define DOS_QM (L'>')
#define DOS_DOT (L'"')
WDK_EXPORT_ADDRESS("ntoskrnl.exe", "5.0.2195") extern PUCHAR *FsRtlLegalAnsiCharacterArray;
WDK_EXPORT_ADDRESS("ntoskrnl.exe", "5.0.2195") extern PUSHORT *NlsOemLeadByteInfo;
WDK_EXPORT_ADDRESS("ntoskrnl.exe", "5.0.2195") extern BOOLEAN *NlsMbOemCodePageTag;
WDK_EXPORT_ADDRESS("ntoskrnl.exe", "5.0.2195") extern BOOLEAN *NlsMbCodePageTag;
#define LEGAL_ANSI_CHARACTER_ARRAY (*FsRtlLegalAnsiCharacterArray)
#define NLS_OEM_LEAD_BYTE_INFO (*NlsOemLeadByteInfo)
#define NLS_MB_CODE_PAGE_TAG (*NlsMbCodePageTag)
#define NLS_MB_OEM_CODE_PAGE_TAG (*NlsMbOemCodePageTag)
#define FsRtlTestAnsiCharacter(Char, DefaultReturn, WildReturn, Flags)                                                 \
    (((SCHAR)(Char) < 0) ? (DefaultReturn) : FlagOn(LEGAL_ANSI_CHARACTER_ARRAY[(int)(Char)], (Flags) | ((WildReturn) ? FSRTL_WILD_CHARACTER : 0)))
#define FsRtlIsAnsiCharacterWild(Char) FsRtlTestAnsiCharacter((Char), FALSE, FALSE, FSRTL_WILD_CHARACTER)
#define FsRtlIsAnsiCharacterLegalFat(Char, WildOk) FsRtlTestAnsiCharacter((Char), TRUE, (WildOk), FSRTL_FAT_LEGAL)
#define FsRtlIsAnsiCharacterLegalHpfs(Char, WildOk) FsRtlTestAnsiCharacter((Char), TRUE, (WildOk), FSRTL_HPFS_LEGAL)
#define FsRtlIsAnsiCharacterLegalNtfs(Char, WildOk) FsRtlTestAnsiCharacter((Char), TRUE, (WildOk), FSRTL_NTFS_LEGAL)
#define FsRtlIsAnsiCharacterLegalNtfsStream(Char, WildOk)                                                              \
    FsRtlTestAnsiCharacter((Char), TRUE, (WildOk), FSRTL_NTFS_STREAM_LEGAL)
#define FsRtlIsAnsiCharacterLegal(Char, Flags) FsRtlTestAnsiCharacter((Char), TRUE, FALSE, (Flags))
#define FsRtlIsUnicodeCharacterWild(Char)                                                                              \
    (((Char) >= 0x40) ? FALSE : FlagOn(LEGAL_ANSI_CHARACTER_ARRAY[(Char)], FSRTL_WILD_CHARACTER))
#define FsRtlIsLeadDbcsCharacter(Char)                                                                                 \
    ((BOOLEAN)((UCHAR)(Char) < 0x80 ? FALSE : (NLS_MB_CODE_PAGE_TAG && (NLS_OEM_LEAD_BYTE_INFO[(UCHAR)(Char)] != 0))))
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlIsFatDbcsLegal(
    _In_ ANSI_STRING DbcsName, _In_ BOOLEAN WildCardsPermissible, _In_ BOOLEAN PathNamePermissible,
    _In_ BOOLEAN LeadingBackslashPermissible);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlIsHpfsDbcsLegal(
    _In_ ANSI_STRING DbcsName, _In_ BOOLEAN WildCardsPermissible, _In_ BOOLEAN PathNamePermissible,
    _In_ BOOLEAN LeadingBackslashPermissible);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlDissectName(
    _In_ UNICODE_STRING Path, _Out_ PUNICODE_STRING FirstName, _Out_ PUNICODE_STRING RemainingName);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlDissectDbcs(_In_ ANSI_STRING Path, _Out_ PANSI_STRING FirstName, _Out_ PANSI_STRING RemainingName);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlDoesNameContainWildCards(_In_ PUNICODE_STRING Name);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlDoesDbcsContainWildCards(_In_ PANSI_STRING Name);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlAreNamesEqual(
    _In_ PCUNICODE_STRING ConstantNameA, _In_ PCUNICODE_STRING ConstantNameB, _In_ BOOLEAN IgnoreCase,
    _In_opt_ PCWCH UpcaseTable);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlIsNameInExpression(
    _In_ PUNICODE_STRING Expression, _In_ PUNICODE_STRING Name, _In_ BOOLEAN IgnoreCase,
    _In_opt_ PWCHAR UpcaseTable);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlIsDbcsInExpression(_In_ PANSI_STRING Expression, _In_ PANSI_STRING Name);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.17134")
BOOLEAN FsRtlIsNameInUnUpcasedExpression(
    _In_ PUNICODE_STRING Expression, _In_ PUNICODE_STRING Name, _In_ BOOLEAN IgnoreCase,
    _In_opt_ PWCH UpcaseTable);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS FsRtlRemoveDotsFromPath(_Inout_ PWSTR OriginalString, _In_ USHORT PathLength, _Out_ USHORT *NewLength);
typedef enum _FSRTL_COMPARISON_RESULT {
    LessThan = -1,
    EqualTo = 0,
    GreaterThan = 1
} FSRTL_COMPARISON_RESULT;

/* Statuses, and requests ended. */
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlNormalizeNtstatus(_In_ NTSTATUS Exception, _In_ NTSTATUS GenericException);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlIsNtstatusExpected(_In_ NTSTATUS Exception);
#define FsRtlCompleteRequest(Irp, CompletionStatus)                                                                    \
    {                                                                                                                  \
        (Irp)->IoStatus.Status = (CompletionStatus);                                                                   \
        IoCompleteRequest((Irp), IO_DISK_INCREMENT);                                                                   \
    }
#define FSRTL_CC_FLUSH_ERROR_FLAG_NO_HARD_ERROR 0x1
#define FSRTL_CC_FLUSH_ERROR_FLAG_NO_LOG_ENTRY 0x2
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS FsRtlLogCcFlushError(
    _In_ PUNICODE_STRING FileName, _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PSECTION_OBJECT_POINTERS SectionObjectPointer, _In_ NTSTATUS FlushError, _In_ ULONG Flags);

/* Memory and resources; those that allocate raise an exception when there is none. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PVOID FsRtlAllocatePoolWithTag(_In_ POOL_TYPE PoolType, _In_ ULONG NumberOfBytes, _In_ ULONG Tag);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PVOID FsRtlAllocatePoolWithQuotaTag(_In_ POOL_TYPE PoolType, _In_ ULONG NumberOfBytes, _In_ ULONG Tag);
WDK_NTOS("5.0.2195")
PERESOURCE FsRtlAllocateResource(VOID);
#define FsRtlAllocatePool(PoolType, Bytes) FsRtlAllocatePoolWithTag((PoolType), (Bytes), 'trSF')
#define FsRtlAllocatePoolWithQuota(PoolType, Bytes) FsRtlAllocatePoolWithQuotaTag((PoolType), (Bytes), 'trSF')

/* Fast I/O. */
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlCopyRead(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ BOOLEAN Wait,
    _In_ ULONG LockKey, _Out_ PVOID Buffer, _Out_ PIO_STATUS_BLOCK IoStatus, _In_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlCopyWrite(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ BOOLEAN Wait,
    _In_ ULONG LockKey, _In_ PVOID Buffer, _Out_ PIO_STATUS_BLOCK IoStatus, _In_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlMdlReadDev(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ ULONG LockKey,
    _Outptr_ PMDL *MdlChain, _Out_ PIO_STATUS_BLOCK IoStatus, _In_opt_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlMdlReadCompleteDev(
    _In_ PFILE_OBJECT FileObject, _In_ PMDL MdlChain, _In_opt_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlPrepareMdlWriteDev(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ ULONG LockKey,
    _Outptr_ PMDL *MdlChain, _Out_ PIO_STATUS_BLOCK IoStatus, _In_opt_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlMdlWriteCompleteDev(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ PMDL MdlChain,
    _In_opt_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS FsRtlMdlReadEx(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ ULONG LockKey,
    _Outptr_ PMDL *MdlChain, _Out_ PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS FsRtlPrepareMdlWriteEx(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ ULONG LockKey,
    _Outptr_ PMDL *MdlChain, _Out_ PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
BOOLEAN FsRtlMdlRead(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ ULONG LockKey,
    _Outptr_ PMDL *MdlChain, _Out_ PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlMdlReadComplete(_In_ PFILE_OBJECT FileObject, _In_ PMDL MdlChain);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
BOOLEAN FsRtlPrepareMdlWrite(
    _In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length, _In_ ULONG LockKey,
    _Outptr_ PMDL *MdlChain, _Out_ PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlMdlWriteComplete(_In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ PMDL MdlChain);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlGetFileSize(_In_ PFILE_OBJECT FileObject, _Out_ PLARGE_INTEGER FileSize);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
VOID FsRtlIncrementCcFastReadNotPossible(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
VOID FsRtlIncrementCcFastReadWait(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
VOID FsRtlIncrementCcFastReadNoWait(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
VOID FsRtlIncrementCcFastReadResourceMiss(VOID);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
VOID FsRtlIncrementCcFastMdlReadWait(VOID);
WDK_NTOS("5.0.2195")
VOID FsRtlAcquireFileExclusive(_In_ PFILE_OBJECT FileObject);
WDK_NTOS("5.0.2195")
VOID FsRtlReleaseFile(_In_ PFILE_OBJECT FileObject);

/* Paging files, stacks, volumes. */
typedef struct _FSRTL_AUXILIARY_BUFFER {
    PVOID Buffer;
    ULONG Length;
    ULONG Flags;
    PMDL Mdl;
} FSRTL_AUXILIARY_BUFFER, *PFSRTL_AUXILIARY_BUFFER;
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
LOGICAL FsRtlIsPagingFile(_In_ PFILE_OBJECT FileObject);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.3.9600")
VOID FsRtlDismountComplete(_In_ PDEVICE_OBJECT DeviceObject, _In_ NTSTATUS DismountStatus);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.2.9200")
VOID FsRtlUpdateDiskCounters(_In_ ULONG64 BytesRead, _In_ ULONG64 BytesWritten);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("")
LOGICAL FsRtlIsSystemPagingFile(_In_ PFILE_OBJECT FileObject);
typedef VOID (*PFSRTL_STACK_OVERFLOW_ROUTINE)(_In_ PVOID Context, _In_ PKEVENT Event);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlPostStackOverflow(
    _In_ PVOID Context, _In_ PKEVENT Event, _In_ PFSRTL_STACK_OVERFLOW_ROUTINE StackOverflowRoutine);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlPostPagingFileStackOverflow(
    _In_ PVOID Context, _In_ PKEVENT Event, _In_ PFSRTL_STACK_OVERFLOW_ROUTINE StackOverflowRoutine);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlBalanceReads(_In_ PDEVICE_OBJECT TargetDevice);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
BOOLEAN FsRtlAreVolumeStartupApplicationsComplete(VOID);
typedef enum _FSRTL_CHANGE_BACKING_TYPE {
    ChangeDataControlArea,
    ChangeImageControlArea,
    ChangeSharedCacheMap
} FSRTL_CHANGE_BACKING_TYPE, *PFSRTL_CHANGE_BACKING_TYPE;
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS FsRtlChangeBackingFileObject(
    _In_ PFILE_OBJECT CurrentFileObject, _In_ PFILE_OBJECT NewFileObject,
    _In_ FSRTL_CHANGE_BACKING_TYPE ChangeBackingType, _In_ ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlCreateSectionForDataScan(
    _Out_ PHANDLE SectionHandle, _Outptr_ PVOID *SectionObject, _Out_opt_ PLARGE_INTEGER SectionFileSize,
    _In_ PFILE_OBJECT FileObject, _In_ ACCESS_MASK DesiredAccess, _In_opt_ POBJECT_ATTRIBUTES ObjectAttributes,
    _In_opt_ PLARGE_INTEGER MaximumSize, _In_ ULONG SectionPageProtection, _In_ ULONG AllocationAttributes,
    _In_ ULONG Flags);
WDK_NTOS("6.0.6000")
NTSTATUS FsRtlCancellableWaitForSingleObject(
    _In_ PVOID Object, _In_opt_ PLARGE_INTEGER Timeout, _In_opt_ PIRP Irp);
WDK_NTOS("6.0.6000")
NTSTATUS FsRtlCancellableWaitForMultipleObjects(
    _In_ ULONG Count, _In_ PVOID ObjectArray[], _In_ WAIT_TYPE WaitType, _In_opt_ PLARGE_INTEGER Timeout,
    _In_opt_ PKWAIT_BLOCK WaitBlockArray, _In_opt_ PIRP Irp);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("")
NTSTATUS FsRtlGetSectorSizeInformation(
    _In_ PDEVICE_OBJECT DeviceObject, _Out_ PFILE_FS_SECTOR_SIZE_INFORMATION SectorSizeInfo);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
NTSTATUS FsRtlIssueDeviceIoControl(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ ULONG IoCtl, _In_ UCHAR Flags,
    _In_reads_bytes_opt_(InputBufferLength) PVOID InputBuffer, _In_ ULONG InputBufferLength,
    _Inout_updates_bytes_opt_(OutputBufferLength) PVOID OutputBuffer, _In_ ULONG OutputBufferLength,
    _In_ PULONG_PTR IosbInformation);
WDK_NTOS("")
NTSTATUS FsRtlKernelFsControlFile(
    _In_ PFILE_OBJECT FileObject, _In_ ULONG FsControlCode,
    _In_reads_bytes_opt_(InputBufferLength) PVOID InputBuffer, _In_ ULONG InputBufferLength,
    _Out_writes_bytes_to_opt_(OutputBufferLength, *RetOutputBufferSize) PVOID OutputBuffer,
    _In_ ULONG OutputBufferLength, _Out_ PULONG RetOutputBufferSize);
WDK_NTOS("")
NTSTATUS FsRtlQueryKernelEaFile(
    _In_ PFILE_OBJECT FileObject, _Out_writes_bytes_(Length) PVOID ReturnedEaData, _In_ ULONG Length,
    _In_ BOOLEAN ReturnSingleEntry, _In_reads_bytes_opt_(EaListLength) PVOID EaList, _In_ ULONG EaListLength,
    _In_opt_ PULONG EaIndex, _In_ BOOLEAN RestartScan, _Out_opt_ PULONG LengthReturned);
WDK_NTOS("")
NTSTATUS FsRtlSetKernelEaFile(
    _In_ PFILE_OBJECT FileObject, _In_reads_bytes_(Length) PVOID EaBuffer, _In_ ULONG Length);
WDK_NTOS("")
NTSTATUS FsRtlQueryInformationFile(
    _In_ PFILE_OBJECT FileObject, _Out_writes_bytes_(Length) PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass, _Out_ PULONG RetFileInformationSize);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("")
NTSTATUS FsRtlQueryCachedVdl(_In_ PFILE_OBJECT FileObject, _Out_ PLONGLONG Vdl);
WDK_NTOS("10.0.14393")
BOOLEAN FsRtlIsDaxVolume(_In_ PFILE_OBJECT FileObject);

/* Providers of remote names. */
#define FSRTL_UNC_PROVIDER_FLAGS_MAILSLOTS_SUPPORTED 0x00000001
#define FSRTL_UNC_PROVIDER_FLAGS_CSC_ENABLED 0x00000002
#define FSRTL_UNC_PROVIDER_FLAGS_DOMAIN_SVC_AWARE 0x00000004
#define FSRTL_VIRTDISK_FULLY_ALLOCATED 0x00000001
#define FSRTL_VIRTDISK_NO_DRIVE_LETTER 0x00000002
#define FSRTL_UNC_PROVIDER_FLAGS_CONTAINER_AWARE 0x00000008
typedef struct _FSRTL_MUP_PROVIDER_INFO_LEVEL_1 {
    ULONG32 ProviderId;
} FSRTL_MUP_PROVIDER_INFO_LEVEL_1, *PFSRTL_MUP_PROVIDER_INFO_LEVEL_1;
typedef struct _FSRTL_MUP_PROVIDER_INFO_LEVEL_2 {
    ULONG32 ProviderId;
    UNICODE_STRING ProviderName;
} FSRTL_MUP_PROVIDER_INFO_LEVEL_2, *PFSRTL_MUP_PROVIDER_INFO_LEVEL_2;
typedef struct _QUERY_PATH_REQUEST {
    ULONG PathNameLength;
    PIO_SECURITY_CONTEXT SecurityContext;
    WCHAR FilePathName[1];
} QUERY_PATH_REQUEST, *PQUERY_PATH_REQUEST;
typedef struct _QUERY_PATH_REQUEST_EX {
    PIO_SECURITY_CONTEXT pSecurityContext;
    ULONG EaLength;
    PVOID pEaBuffer;
    UNICODE_STRING PathName;
    UNICODE_STRING DomainServiceName;
    ULONG_PTR Reserved[ 3 ];
} QUERY_PATH_REQUEST_EX, *PQUERY_PATH_REQUEST_EX;
typedef struct _QUERY_PATH_RESPONSE {
    ULONG LengthAccepted;
} QUERY_PATH_RESPONSE, *PQUERY_PATH_RESPONSE;
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS FsRtlRegisterUncProvider(
    _Out_ PHANDLE MupHandle, _In_ PUNICODE_STRING RedirectorDeviceName, _In_ BOOLEAN MailslotsSupported);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS FsRtlRegisterUncProviderEx(
    _Out_ PHANDLE MupHandle, _In_ PCUNICODE_STRING RedirDevName, _In_ PDEVICE_OBJECT DeviceObject,
    _In_ ULONG Flags);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID FsRtlDeregisterUncProvider(_In_ HANDLE Handle);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS FsRtlMupGetProviderIdFromName(_In_ PUNICODE_STRING pProviderName, _Out_ PULONG32 pProviderId);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS FsRtlMupGetProviderInfoFromFileObject(
    _In_ PFILE_OBJECT pFileObject, _In_ ULONG Level, _Out_ PVOID pBuffer, _Inout_ PULONG pBufferSize);

#ifdef __cplusplus
}
#endif
#endif
