/* System services that ntifs.h adds, by both their names. */
#ifndef WDK_FS_ZW_H
#define WDK_FS_ZW_H

#include "base.h"
#include "info.h"
#include "se_types.h"
#include "ob.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Files. */
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwQueryDirectoryFile(
    _In_ HANDLE FileHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Out_ PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass, _In_ BOOLEAN ReturnSingleEntry,
    _In_opt_ PUNICODE_STRING FileName, _In_ BOOLEAN RestartScan);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ZwQueryEaFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Out_ PVOID Buffer, _In_ ULONG Length,
    _In_ BOOLEAN ReturnSingleEntry, _In_opt_ PVOID EaList, _In_ ULONG EaListLength, _In_opt_ PULONG EaIndex,
    _In_ BOOLEAN RestartScan);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ZwSetEaFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ PVOID Buffer, _In_ ULONG Length);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS ZwQueryQuotaInformationFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Out_ PVOID Buffer, _In_ ULONG Length,
    _In_ BOOLEAN ReturnSingleEntry, _In_opt_ PVOID SidList, _In_ ULONG SidListLength, _In_opt_ PSID StartSid,
    _In_ BOOLEAN RestartScan);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS ZwSetQuotaInformationFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ PVOID Buffer, _In_ ULONG Length);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS ZwSetVolumeInformationFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ PVOID FsInformation, _In_ ULONG Length,
    _In_ FS_INFORMATION_CLASS FsInformationClass);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ZwFsControlFile(
    _In_ HANDLE FileHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ ULONG FsControlCode, _In_opt_ PVOID InputBuffer,
    _In_ ULONG InputBufferLength, _Out_opt_ PVOID OutputBuffer, _In_ ULONG OutputBufferLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS ZwLockFile(
    _In_ HANDLE FileHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ PLARGE_INTEGER ByteOffset, _In_ PLARGE_INTEGER Length,
    _In_ ULONG Key, _In_ BOOLEAN FailImmediately, _In_ BOOLEAN ExclusiveLock);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS ZwUnlockFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ PLARGE_INTEGER ByteOffset,
    _In_ PLARGE_INTEGER Length, _In_ ULONG Key);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwDeleteFile(_In_ POBJECT_ATTRIBUTES ObjectAttributes);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS ZwFlushBuffersFile(_In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock);
#define FLUSH_FLAGS_FILE_DATA_ONLY 0x00000001
#define FLUSH_FLAGS_NO_SYNC 0x00000002
#define FLUSH_FLAGS_FILE_DATA_SYNC_ONLY 0x00000004
#define FLUSH_FLAGS_FLUSH_AND_PURGE 0x00000008
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("")
NTSTATUS ZwFlushBuffersFileEx(
    _In_ HANDLE FileHandle, _In_ ULONG FLags, _In_reads_bytes_(ParametersSize) PVOID Parameters,
    _In_ ULONG ParametersSize, _Out_ PIO_STATUS_BLOCK IoStatusBlock);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.16299")
NTSTATUS ZwQueryDirectoryFileEx(
    _In_ HANDLE FileHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Out_writes_bytes_(Length) PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass, _In_ ULONG QueryFlags, _In_opt_ PUNICODE_STRING FileName);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtCreateFile(
    _Out_ PHANDLE FileHandle, _In_ ACCESS_MASK DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_opt_ PLARGE_INTEGER AllocationSize, _In_ ULONG FileAttributes,
    _In_ ULONG ShareAccess, _In_ ULONG CreateDisposition, _In_ ULONG CreateOptions, _In_opt_ PVOID EaBuffer,
    _In_ ULONG EaLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtOpenFile(
    _Out_ PHANDLE FileHandle, _In_ ACCESS_MASK DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ ULONG ShareAccess, _In_ ULONG OpenOptions);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtReadFile(
    _In_ HANDLE FileHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Out_ PVOID Buffer, _In_ ULONG Length,
    _In_opt_ PLARGE_INTEGER ByteOffset, _In_opt_ PULONG Key);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtWriteFile(
    _In_ HANDLE FileHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ PVOID Buffer, _In_ ULONG Length,
    _In_opt_ PLARGE_INTEGER ByteOffset, _In_opt_ PULONG Key);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtQueryInformationFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Out_ PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtSetInformationFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS NtQueryDirectoryFile(
    _In_ HANDLE FileHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Out_ PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass, _In_ BOOLEAN ReturnSingleEntry,
    _In_opt_ PUNICODE_STRING FileName, _In_ BOOLEAN RestartScan);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS NtQueryVolumeInformationFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Out_ PVOID FsInformation, _In_ ULONG Length,
    _In_ FS_INFORMATION_CLASS FsInformationClass);
WDK_NTOS("5.0.2195")
NTSTATUS NtSetVolumeInformationFile(
    _In_ HANDLE FileHandle, _In_ PIO_STATUS_BLOCK IoStatusBlock, _In_ PVOID FsInformation, _In_ ULONG Length,
    _In_ FS_INFORMATION_CLASS FsInformationClass);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS NtQueryQuotaInformationFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Out_ PVOID Buffer, _In_ ULONG Length,
    _In_ BOOLEAN ReturnSingleEntry, _In_opt_ PVOID SidList, _In_ ULONG SidListLength, _In_opt_ PSID StartSid,
    _In_ BOOLEAN RestartScan);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS NtSetQuotaInformationFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ PVOID Buffer, _In_ ULONG Length);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtFsControlFile(
    _In_ HANDLE FileHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ ULONG FsControlCode, _In_opt_ PVOID InputBuffer,
    _In_ ULONG InputBufferLength, _Out_opt_ PVOID OutputBuffer, _In_ ULONG OutputBufferLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtDeviceIoControlFile(
    _In_ HANDLE FileHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ ULONG IoControlCode, _In_opt_ PVOID InputBuffer,
    _In_ ULONG InputBufferLength, _Out_opt_ PVOID OutputBuffer, _In_ ULONG OutputBufferLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS NtLockFile(
    _In_ HANDLE FileHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ PLARGE_INTEGER ByteOffset, _In_ PLARGE_INTEGER Length,
    _In_ ULONG Key, _In_ BOOLEAN FailImmediately, _In_ BOOLEAN ExclusiveLock);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS NtUnlockFile(
    _In_ HANDLE FileHandle, _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ PLARGE_INTEGER ByteOffset,
    _In_ PLARGE_INTEGER Length, _In_ ULONG Key);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtClose(_In_ HANDLE Handle);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("")
NTSTATUS NtFlushBuffersFileEx(
    _In_ HANDLE FileHandle, _In_ ULONG Flags, _In_reads_bytes_(ParametersSize) PVOID Parameters,
    _In_ ULONG ParametersSize, _Out_ PIO_STATUS_BLOCK IoStatusBlock);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.16299")
NTSTATUS NtQueryDirectoryFileEx(
    _In_ HANDLE FileHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Out_writes_bytes_(Length) PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass, _In_ ULONG QueryFlags, _In_opt_ PUNICODE_STRING FileName);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.15063")
NTSTATUS NtQueryInformationByName(
    _In_ POBJECT_ATTRIBUTES ObjectAttributes, _Out_ PIO_STATUS_BLOCK IoStatusBlock,
    _Out_writes_bytes_(Length) PVOID FileInformation, _In_ ULONG Length,
    _In_ FILE_INFORMATION_CLASS FileInformationClass);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.22621")
NTSTATUS NtCopyFileChunk(
    _In_ HANDLE SourceHandle, _In_ HANDLE DestHandle, _In_opt_ HANDLE Event, _Out_ PIO_STATUS_BLOCK IoStatusBlock,
    _In_ ULONG Length, _In_ PLARGE_INTEGER SourceOffset, _In_ PLARGE_INTEGER DestOffset,
    _In_opt_ PULONG SourceKey, _In_opt_ PULONG DestKey, _In_ ULONG Flags);
/* Objects and their security. */
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwSetSecurityObject(
    _In_ HANDLE Handle, _In_ SECURITY_INFORMATION SecurityInformation, _In_ PSECURITY_DESCRIPTOR SecurityDescriptor);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwQuerySecurityObject(
    _In_ HANDLE Handle, _In_ SECURITY_INFORMATION SecurityInformation,
    _Out_ PSECURITY_DESCRIPTOR SecurityDescriptor, _In_ ULONG Length, _Out_ PULONG LengthNeeded);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS NtQuerySecurityObject(
    _In_ HANDLE Handle, _In_ SECURITY_INFORMATION SecurityInformation,
    _Out_ PSECURITY_DESCRIPTOR SecurityDescriptor, _In_ ULONG Length, _Out_ PULONG LengthNeeded);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS NtSetSecurityObject(
    _In_ HANDLE Handle, _In_ SECURITY_INFORMATION SecurityInformation,
    _In_ PSECURITY_DESCRIPTOR SecurityDescriptor);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ZwQueryObject(
    _In_opt_ HANDLE Handle, _In_ OBJECT_INFORMATION_CLASS ObjectInformationClass,
    _Out_opt_ PVOID ObjectInformation, _In_ ULONG ObjectInformationLength, _Out_opt_ PULONG ReturnLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("")
NTSTATUS NtQueryObject(
    _In_opt_ HANDLE Handle, _In_ OBJECT_INFORMATION_CLASS ObjectInformationClass,
    _Out_opt_ PVOID ObjectInformation, _In_ ULONG ObjectInformationLength, _Out_opt_ PULONG ReturnLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ZwDuplicateObject(
    _In_ HANDLE SourceProcessHandle, _In_ HANDLE SourceHandle, _In_opt_ HANDLE TargetProcessHandle,
    _Out_opt_ PHANDLE TargetHandle, _In_ ACCESS_MASK DesiredAccess, _In_ ULONG HandleAttributes,
    _In_ ULONG Options);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwOpenDirectoryObject(
    _Out_ PHANDLE DirectoryHandle, _In_ ACCESS_MASK DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwWaitForSingleObject(_In_ HANDLE Handle, _In_ BOOLEAN Alertable, _In_opt_ PLARGE_INTEGER Timeout);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwCreateEvent(
    _Out_ PHANDLE EventHandle, _In_ ACCESS_MASK DesiredAccess, _In_opt_ POBJECT_ATTRIBUTES ObjectAttributes,
    _In_ EVENT_TYPE EventType, _In_ BOOLEAN InitialState);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwSetEvent(_In_ HANDLE EventHandle, _Out_opt_ PLONG PreviousState);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ZwNotifyChangeKey(
    _In_ HANDLE KeyHandle, _In_opt_ HANDLE Event, _In_opt_ PIO_APC_ROUTINE ApcRoutine, _In_opt_ PVOID ApcContext,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_ ULONG CompletionFilter, _In_ BOOLEAN WatchTree,
    _Out_opt_ PVOID Buffer, _In_ ULONG BufferSize, _In_ BOOLEAN Asynchronous);
/* Threads and tokens. */
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwOpenProcessTokenEx(
    _In_ HANDLE ProcessHandle, _In_ ACCESS_MASK DesiredAccess, _In_ ULONG HandleAttributes,
    _Out_ PHANDLE TokenHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwOpenThreadTokenEx(
    _In_ HANDLE ThreadHandle, _In_ ACCESS_MASK DesiredAccess, _In_ BOOLEAN OpenAsSelf,
    _In_ ULONG HandleAttributes, _Out_ PHANDLE TokenHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwQueryInformationToken(
    _In_ HANDLE TokenHandle, _In_ TOKEN_INFORMATION_CLASS TokenInformationClass, _Out_ PVOID TokenInformation,
    _In_ ULONG TokenInformationLength, _Out_ PULONG ReturnLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS ZwSetInformationToken(
    _In_ HANDLE TokenHandle, _In_ TOKEN_INFORMATION_CLASS TokenInformationClass, _In_ PVOID TokenInformation,
    _In_ ULONG TokenInformationLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ZwDuplicateToken(
    _In_ HANDLE ExistingTokenHandle, _In_ ACCESS_MASK DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _In_ BOOLEAN EffectiveOnly, _In_ TOKEN_TYPE TokenType, _Out_ PHANDLE NewTokenHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtOpenProcessToken(_In_ HANDLE ProcessHandle, _In_ ACCESS_MASK DesiredAccess, _Out_ PHANDLE TokenHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS NtOpenProcessTokenEx(
    _In_ HANDLE ProcessHandle, _In_ ACCESS_MASK DesiredAccess, _In_ ULONG HandleAttributes,
    _Out_ PHANDLE TokenHandle);
WDK_NTOS("5.1.2600")
NTSTATUS NtOpenThreadToken(
    _In_ HANDLE ThreadHandle, _In_ ACCESS_MASK DesiredAccess, _In_ BOOLEAN OpenAsSelf, _Out_ PHANDLE TokenHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS NtOpenThreadTokenEx(
    _In_ HANDLE ThreadHandle, _In_ ACCESS_MASK DesiredAccess, _In_ BOOLEAN OpenAsSelf,
    _In_ ULONG HandleAttributes, _Out_ PHANDLE TokenHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS NtQueryInformationToken(
    _In_ HANDLE TokenHandle, _In_ TOKEN_INFORMATION_CLASS TokenInformationClass, _Out_ PVOID TokenInformation,
    _In_ ULONG TokenInformationLength, _Out_ PULONG ReturnLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS NtSetInformationToken(
    _In_ HANDLE TokenHandle, _In_ TOKEN_INFORMATION_CLASS TokenInformationClass, _In_ PVOID TokenInformation,
    _In_ ULONG TokenInformationLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtDuplicateToken(
    _In_ HANDLE ExistingTokenHandle, _In_ ACCESS_MASK DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _In_ BOOLEAN EffectiveOnly, _In_ TOKEN_TYPE TokenType, _Out_ PHANDLE NewTokenHandle);
WDK_NTOS("")
NTSTATUS NtPrivilegeCheck(
    _In_ HANDLE ClientToken, _Inout_ PPRIVILEGE_SET RequiredPrivileges, _Out_ PBOOLEAN Result);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtSetInformationThread(
    _In_ HANDLE ThreadHandle, _In_ THREADINFOCLASS ThreadInformationClass, _In_ PVOID ThreadInformation,
    _In_ ULONG ThreadInformationLength);
WDK_NTOS("5.0.2195")
NTSTATUS NtAdjustPrivilegesToken(
    _In_ HANDLE TokenHandle, _In_ BOOLEAN DisableAllPrivileges, _In_ PTOKEN_PRIVILEGES NewState,
    _In_ ULONG BufferLength, _In_ PTOKEN_PRIVILEGES PreviousState, _In_ PULONG ReturnLength);
/* Memory. */
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ZwAllocateVirtualMemory(
    _In_ HANDLE ProcessHandle, _Inout_ PVOID *BaseAddress, _In_ ULONG_PTR ZeroBits, _Inout_ PSIZE_T RegionSize,
    _In_ ULONG AllocationType, _In_ ULONG Protect);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS ZwFreeVirtualMemory(
    _In_ HANDLE ProcessHandle, _Inout_ PVOID *BaseAddress, _Inout_ PSIZE_T RegionSize, _In_ ULONG FreeType);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwFlushVirtualMemory(
    _In_ HANDLE ProcessHandle, _Inout_ PVOID *BaseAddress, _Inout_ PSIZE_T RegionSize,
    _Out_ PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtAllocateVirtualMemory(
    _In_ HANDLE ProcessHandle, _Inout_ PVOID *BaseAddress, _In_ ULONG_PTR ZeroBits, _Inout_ PSIZE_T RegionSize,
    _In_ ULONG AllocationType, _In_ ULONG Protect);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtFreeVirtualMemory(
    _In_ HANDLE ProcessHandle, _Inout_ PVOID *BaseAddress, _Inout_ PSIZE_T RegionSize, _In_ ULONG FreeType);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS NtCreateSection(
    _Out_ PHANDLE SectionHandle, _In_ ACCESS_MASK DesiredAccess, _In_opt_ POBJECT_ATTRIBUTES ObjectAttributes,
    _In_opt_ PLARGE_INTEGER MaximumSize, _In_ ULONG SectionPageProtection, _In_ ULONG AllocationAttributes,
    _In_opt_ HANDLE FileHandle);
#define MEM_EXTENDED_PARAMETER_TYPE_BITS 8
typedef struct DECLSPEC_ALIGN(8) MEM_EXTENDED_PARAMETER {
    struct {
        ULONG64 Type : MEM_EXTENDED_PARAMETER_TYPE_BITS;
        ULONG64 Reserved : 64 - MEM_EXTENDED_PARAMETER_TYPE_BITS;
    };
    union {
        ULONG64 ULong64;
        PVOID Pointer;
        SIZE_T Size;
        HANDLE Handle;
        ULONG ULong;
    };
} MEM_EXTENDED_PARAMETER, *PMEM_EXTENDED_PARAMETER;
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.17134")
NTSTATUS NtCreateSectionEx(
    _Out_ PHANDLE SectionHandle, _In_ ACCESS_MASK DesiredAccess, _In_opt_ POBJECT_ATTRIBUTES ObjectAttributes,
    _In_opt_ PLARGE_INTEGER MaximumSize, _In_ ULONG SectionPageProtection, _In_ ULONG AllocationAttributes,
    _In_opt_ HANDLE FileHandle,
    _Inout_updates_opt_(ExtendedParameterCount) PMEM_EXTENDED_PARAMETER ExtendedParameters,
    _In_ ULONG ExtendedParameterCount);
typedef enum _MEMORY_INFORMATION_CLASS { MemoryBasicInformation } MEMORY_INFORMATION_CLASS;
typedef struct _MEMORY_BASIC_INFORMATION {
    PVOID BaseAddress;
    PVOID AllocationBase;
    ULONG AllocationProtect;
    SIZE_T RegionSize;
    ULONG State;
    ULONG Protect;
    ULONG Type;
} MEMORY_BASIC_INFORMATION,*PMEMORY_BASIC_INFORMATION;
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("")
NTSTATUS NtQueryVirtualMemory(
    _In_ HANDLE ProcessHandle, _In_opt_ PVOID BaseAddress, _In_ MEMORY_INFORMATION_CLASS MemoryInformationClass,
    _Out_writes_bytes_(MemoryInformationLength) PVOID MemoryInformation, _In_ SIZE_T MemoryInformationLength,
    _Out_opt_ PSIZE_T ReturnLength);
WDK_NTOS("5.0.2195")
NTSTATUS ZwQueryVirtualMemory(
    _In_ HANDLE ProcessHandle, _In_opt_ PVOID BaseAddress, _In_ MEMORY_INFORMATION_CLASS MemoryInformationClass,
    _Out_writes_bytes_(MemoryInformationLength) PVOID MemoryInformation, _In_ SIZE_T MemoryInformationLength,
    _Out_opt_ PSIZE_T ReturnLength);
typedef enum _VIRTUAL_MEMORY_INFORMATION_CLASS {
    VmPrefetchInformation,
    VmPagePriorityInformation,
    VmCfgCallTargetInformation,
    VmPageDirtyStateInformation,
    VmImageHotPatchInformation,
    VmPhysicalContiguityInformation,
    VmVirtualMachinePrepopulateInformation,
    VmRemoveFromWorkingSetInformation,
    MaxVmInfoClass
} VIRTUAL_MEMORY_INFORMATION_CLASS;
typedef struct _MEMORY_RANGE_ENTRY {
    PVOID VirtualAddress;
    SIZE_T NumberOfBytes;
} MEMORY_RANGE_ENTRY, *PMEMORY_RANGE_ENTRY;
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.10586")
NTSTATUS ZwSetInformationVirtualMemory(
    _In_ HANDLE ProcessHandle, _In_ VIRTUAL_MEMORY_INFORMATION_CLASS VmInformationClass,
    _In_ ULONG_PTR NumberOfEntries, _In_reads_(NumberOfEntries) PMEMORY_RANGE_ENTRY VirtualAddresses,
    _In_reads_bytes_(VmInformationLength) PVOID VmInformation, _In_ ULONG VmInformationLength);

#ifdef __cplusplus
}
#endif
#endif
