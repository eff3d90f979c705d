/* The run-time library of ntifs.h: code pages, security records, compression, heaps, prefixes. */
#ifndef WDK_FS_RTL_H
#define WDK_FS_RTL_H

#include "base.h"
#include "se_types.h"
#include "fsrtl.h"
#include <ntnls.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Strings of the OEM code page, and conversions. */
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlOemStringToUnicodeString(
    _Inout_ PUNICODE_STRING DestinationString, _In_ PCOEM_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlUnicodeStringToOemString(
    _Inout_ POEM_STRING DestinationString, _In_ PCUNICODE_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlUpcaseUnicodeStringToOemString(
    _Inout_ POEM_STRING DestinationString, _In_ PCUNICODE_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlOemStringToCountedUnicodeString(
    _Inout_ PUNICODE_STRING DestinationString, _In_ PCOEM_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlUnicodeStringToCountedOemString(
    _Inout_ POEM_STRING DestinationString, _In_ PCUNICODE_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlUpcaseUnicodeStringToCountedOemString(
    _Inout_ POEM_STRING DestinationString, _In_ PCUNICODE_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlFreeOemString(_Inout_ POEM_STRING OemString);
WDK_NTOS("5.0.2195")
ULONG RtlxUnicodeStringToOemSize(_In_ PCUNICODE_STRING UnicodeString);
WDK_NTOS("5.0.2195")
ULONG RtlxOemStringToUnicodeSize(_In_ PCOEM_STRING OemString);
#define RtlUnicodeStringToOemSize(STRING)                                                                              \
    (NLS_MB_OEM_CODE_PAGE_TAG ? RtlxUnicodeStringToOemSize(STRING) : ((STRING)->Length + sizeof(UNICODE_NULL)) / sizeof(WCHAR))
#define RtlOemStringToUnicodeSize(STRING)                                                                              \
    (NLS_MB_OEM_CODE_PAGE_TAG ? RtlxOemStringToUnicodeSize(STRING) : ((STRING)->Length + sizeof(ANSI_NULL)) * sizeof(WCHAR))
#define RtlOemStringToCountedUnicodeSize(STRING) ((ULONG)(RtlOemStringToUnicodeSize(STRING) - sizeof(UNICODE_NULL)))
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlMultiByteToUnicodeN(
    _Out_ PWCH UnicodeString, _In_ ULONG MaxBytesInUnicodeString, _Out_opt_ PULONG BytesInUnicodeString,
    _In_ const CHAR *MultiByteString, _In_ ULONG BytesInMultiByteString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlMultiByteToUnicodeSize(
    _Out_ PULONG BytesInUnicodeString, _In_ const CHAR *MultiByteString, _In_ ULONG BytesInMultiByteString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlUnicodeToMultiByteN(
    _Out_ PCHAR MultiByteString, _In_ ULONG MaxBytesInMultiByteString, _Out_opt_ PULONG BytesInMultiByteString,
    _In_ PCWCH UnicodeString, _In_ ULONG BytesInUnicodeString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlUnicodeToMultiByteSize(
    _Out_ PULONG BytesInMultiByteString, _In_ PCWCH UnicodeString, _In_ ULONG BytesInUnicodeString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlUpcaseUnicodeToMultiByteN(
    _Out_ PCHAR MultiByteString, _In_ ULONG MaxBytesInMultiByteString, _Out_opt_ PULONG BytesInMultiByteString,
    _In_ PCWCH UnicodeString, _In_ ULONG BytesInUnicodeString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlOemToUnicodeN(
    _Out_ PWSTR UnicodeString, _In_ ULONG MaxBytesInUnicodeString, _Out_opt_ PULONG BytesInUnicodeString,
    _In_ PCCH OemString, _In_ ULONG BytesInOemString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlUnicodeToOemN(
    _Out_ PCHAR OemString, _In_ ULONG MaxBytesInOemString, _Out_opt_ PULONG BytesInOemString,
    _In_ PCWCH UnicodeString, _In_ ULONG BytesInUnicodeString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlUpcaseUnicodeToOemN(
    _Out_ PCHAR OemString, _In_ ULONG MaxBytesInOemString, _Out_opt_ PULONG BytesInOemString,
    _In_ PCWCH UnicodeString, _In_ ULONG BytesInUnicodeString);
WDK_NTOS("5.0.2195")
NTSTATUS RtlCustomCPToUnicodeN(
    _In_ PCPTABLEINFO CustomCP, _In_ PWCH UnicodeString, _In_ ULONG MaxBytesInUnicodeString,
    _In_ PULONG BytesInUnicodeString, _In_ PCH CustomCPString, _In_ ULONG BytesInCustomCPString);
WDK_NTOS("5.0.2195")
NTSTATUS RtlUnicodeToCustomCPN(
    _In_ PCPTABLEINFO CustomCP, _In_ PCH CustomCPString, _In_ ULONG MaxBytesInCustomCPString,
    _In_ PULONG BytesInCustomCPString, _In_ PWCH UnicodeString, _In_ ULONG BytesInUnicodeString);
WDK_NTOS("5.0.2195")
NTSTATUS RtlUpcaseUnicodeToCustomCPN(
    _In_ PCPTABLEINFO CustomCP, _In_ PCH CustomCPString, _In_ ULONG MaxBytesInCustomCPString,
    _In_ PULONG BytesInCustomCPString, _In_ PWCH UnicodeString, _In_ ULONG BytesInUnicodeString);
WDK_NTOS("5.0.2195")
VOID RtlInitCodePageTable(_In_ PUSHORT TableBase, _In_ PCPTABLEINFO CodePageTable);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN RtlIsValidOemCharacter(_Inout_ PWCHAR Char);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlDowncaseUnicodeString(
    _In_ PUNICODE_STRING DestinationString, _In_ PCUNICODE_STRING SourceString,
    _In_ BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlAppendStringToString(_Inout_ PSTRING Destination, _In_ const STRING *Source);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN RtlCreateUnicodeString(_Out_ PUNICODE_STRING DestinationString, _In_ PCWSTR SourceString);
#define RTL_DUPLICATE_UNICODE_STRING_NULL_TERMINATE 1
#define RTL_DUPLICATE_UNICODE_STRING_ALLOCATE_NULL_STRING 2
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS RtlDuplicateUnicodeString(
    _In_ ULONG Flags, _In_ PCUNICODE_STRING StringIn, _Out_ PUNICODE_STRING StringOut);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS RtlNormalizeString(
    _In_ ULONG NormForm, _In_ PCWSTR SourceString, _In_ LONG SourceStringLength,
    _Out_writes_to_(*DestinationStringLength, *DestinationStringLength) PWSTR DestinationString,
    _Inout_ PLONG DestinationStringLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS RtlIsNormalizedString(
    _In_ ULONG NormForm, _In_ PCWSTR SourceString, _In_ LONG SourceStringLength, _Out_ PBOOLEAN Normalized);
typedef struct _GENERATE_NAME_CONTEXT {
    USHORT Checksum;
    BOOLEAN CheckSumInserted;
    UCHAR NameLength;
    WCHAR NameBuffer[8];
    ULONG ExtensionLength;
    WCHAR ExtensionBuffer[4];
    ULONG LastIndexValue;
} GENERATE_NAME_CONTEXT, *PGENERATE_NAME_CONTEXT;
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlGenerate8dot3Name(
    _In_ PCUNICODE_STRING Name, _In_ BOOLEAN AllowExtendedCharacters, _Inout_ PGENERATE_NAME_CONTEXT Context,
    _Inout_ PUNICODE_STRING Name8dot3);
WDK_NTOS("5.0.2195")
BOOLEAN RtlIsNameLegalDOS8Dot3(
    _In_ PCUNICODE_STRING Name, _Inout_ POEM_STRING OemName, _Out_opt_ PBOOLEAN NameContainsSpaces);
typedef struct _PREFIX_TABLE_ENTRY {
    CSHORT NodeTypeCode;
    CSHORT NameLength;
    struct _PREFIX_TABLE_ENTRY *NextPrefixTree;
    RTL_SPLAY_LINKS Links;
    PSTRING Prefix;
} PREFIX_TABLE_ENTRY, *PPREFIX_TABLE_ENTRY;
typedef struct _PREFIX_TABLE {
    CSHORT NodeTypeCode;
    CSHORT NameLength;
    PPREFIX_TABLE_ENTRY NextPrefixTree;
} PREFIX_TABLE, *PPREFIX_TABLE;
typedef struct _UNICODE_PREFIX_TABLE_ENTRY {
    CSHORT NodeTypeCode;
    CSHORT NameLength;
    struct _UNICODE_PREFIX_TABLE_ENTRY *NextPrefixTree;
    struct _UNICODE_PREFIX_TABLE_ENTRY *CaseMatch;
    RTL_SPLAY_LINKS Links;
    PUNICODE_STRING Prefix;
} UNICODE_PREFIX_TABLE_ENTRY, *PUNICODE_PREFIX_TABLE_ENTRY;
typedef struct _UNICODE_PREFIX_TABLE {
    CSHORT NodeTypeCode;
    CSHORT NameLength;
    PUNICODE_PREFIX_TABLE_ENTRY NextPrefixTree;
    PUNICODE_PREFIX_TABLE_ENTRY LastNextEntry;
} UNICODE_PREFIX_TABLE, *PUNICODE_PREFIX_TABLE;
WDK_NTOS("5.0.2195")
VOID PfxInitialize(_In_ PPREFIX_TABLE PrefixTable);
WDK_NTOS("5.0.2195")
BOOLEAN PfxInsertPrefix(
    _In_ PPREFIX_TABLE PrefixTable, _In_ PSTRING Prefix, _In_ PPREFIX_TABLE_ENTRY PrefixTableEntry);
WDK_NTOS("5.0.2195")
VOID PfxRemovePrefix(_In_ PPREFIX_TABLE PrefixTable, _In_ PPREFIX_TABLE_ENTRY PrefixTableEntry);
WDK_NTOS("5.0.2195")
PPREFIX_TABLE_ENTRY PfxFindPrefix(_In_ PPREFIX_TABLE PrefixTable, _In_ PSTRING FullName);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
VOID RtlInitializeUnicodePrefix(_Out_ PUNICODE_PREFIX_TABLE PrefixTable);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN RtlInsertUnicodePrefix(
    _In_ PUNICODE_PREFIX_TABLE PrefixTable, _In_ PUNICODE_STRING Prefix,
    _Out_ PUNICODE_PREFIX_TABLE_ENTRY PrefixTableEntry);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
VOID RtlRemoveUnicodePrefix(
    _In_ PUNICODE_PREFIX_TABLE PrefixTable, _In_ PUNICODE_PREFIX_TABLE_ENTRY PrefixTableEntry);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
PUNICODE_PREFIX_TABLE_ENTRY RtlFindUnicodePrefix(
    _In_ PUNICODE_PREFIX_TABLE PrefixTable, _In_ PUNICODE_STRING FullName, _In_ ULONG CaseInsensitiveIndex);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
PUNICODE_PREFIX_TABLE_ENTRY RtlNextUnicodePrefix(_In_ PUNICODE_PREFIX_TABLE PrefixTable, _In_ BOOLEAN Restart);

/* Memory and numbers. */
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
SIZE_T RtlCompareMemoryUlong(_In_ PVOID Source, _In_ SIZE_T Length, _In_ ULONG Pattern);
FORCEINLINE VOID RtlFillMemoryUlong(_Out_writes_bytes_(Length) PVOID Destination, _In_ SIZE_T Length, _In_ ULONG Pattern)
{
    PULONG out = (PULONG)Destination;

    for (Length /= sizeof(*out); Length != 0; Length--)
        *out++ = Pattern;
}
FORCEINLINE VOID RtlFillMemoryUlonglong(
    _Out_writes_bytes_(Length) PVOID Destination, _In_ SIZE_T Length, _In_ ULONGLONG Pattern)
{
    PULONGLONG out = (PULONGLONG)Destination;

    for (Length /= sizeof(*out); Length != 0; Length--)
        *out++ = Pattern;
}
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlRandom(_Inout_ PULONG Seed);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
ULONG RtlRandomEx(_Inout_ PULONG Seed);
WDK_NTOS("5.1.2600")
USHORT RtlCaptureStackBackTrace(
    _In_ ULONG FramesToSkip, _In_ ULONG FramesToCapture, _Outptr_ PVOID *BackTrace,
    _Out_opt_ PULONG BackTraceHash);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlCopyLuid(_Out_ PLUID DestinationLuid, _In_ PLUID SourceLuid);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN RtlTimeToSecondsSince1980(_In_ PLARGE_INTEGER Time, _Out_ PULONG ElapsedSeconds);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN RtlTimeToSecondsSince1970(_In_ PLARGE_INTEGER Time, _Out_ PULONG ElapsedSeconds);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlSecondsSince1980ToTime(_In_ ULONG ElapsedSeconds, _Out_ PLARGE_INTEGER Time);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID RtlSecondsSince1970ToTime(_In_ ULONG ElapsedSeconds, _Out_ PLARGE_INTEGER Time);
#define RtlOffsetToPointer(Base, Offset) ((PCHAR)(((PCHAR)(Base)) + ((ULONG_PTR)(Offset))))
#define RtlPointerToOffset(Base, Pointer) ((ULONG)(((PCHAR)(Pointer)) - ((PCHAR)(Base))))
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlNtStatusToDosError(_In_ NTSTATUS Status);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlNtStatusToDosErrorNoTeb(_In_ NTSTATUS Status);

/* Security identifiers, access control lists and descriptors. */
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN RtlValidSid(_In_ PSID Sid);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN RtlEqualSid(_In_ PSID Sid1, _In_ PSID Sid2);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
BOOLEAN RtlEqualPrefixSid(_In_ PSID Sid1, _In_ PSID Sid2);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlLengthRequiredSid(_In_ ULONG SubAuthorityCount);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
ULONG RtlLengthSid(_In_ PSID Sid);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlInitializeSid(
    _Out_ PSID Sid, _In_ PSID_IDENTIFIER_AUTHORITY IdentifierAuthority, _In_ UCHAR SubAuthorityCount);
WDK_NTOS("")
PSID_IDENTIFIER_AUTHORITY RtlIdentifierAuthoritySid(_In_ PSID Sid);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
PULONG RtlSubAuthoritySid(_In_ PSID Sid, _In_ ULONG SubAuthority);
WDK_NTOS("5.0.2195")
PUCHAR RtlSubAuthorityCountSid(_In_ PSID Sid);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlCopySid(_In_ ULONG DestinationSidLength, _In_ PSID DestinationSid, _In_ PSID SourceSid);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlConvertSidToUnicodeString(
    _Inout_ PUNICODE_STRING UnicodeString, _In_ PSID Sid, _In_ BOOLEAN AllocateDestinationString);
WDK_NTOS("")
NTSTATUS RtlAllocateAndInitializeSid(
    _In_ PSID_IDENTIFIER_AUTHORITY IdentifierAuthority, _In_ UCHAR SubAuthorityCount, _In_ ULONG SubAuthority0,
    _In_ ULONG SubAuthority1, _In_ ULONG SubAuthority2, _In_ ULONG SubAuthority3, _In_ ULONG SubAuthority4,
    _In_ ULONG SubAuthority5, _In_ ULONG SubAuthority6, _In_ ULONG SubAuthority7, _In_ PSID *Sid);
WDK_NTOS("")
PVOID RtlFreeSid(_In_ PSID Sid);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.10240")
NTSTATUS RtlInitializeSidEx(
    _Out_writes_bytes_(SECURITY_SID_SIZE(SubAuthorityCount)) PSID Sid,
    _In_ PSID_IDENTIFIER_AUTHORITY IdentifierAuthority, _In_ UCHAR SubAuthorityCount, ...);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS RtlReplaceSidInSd(
    _Inout_ PSECURITY_DESCRIPTOR SecurityDescriptor, _In_ PSID OldSid, _In_ PSID NewSid, _Out_ PULONG NumChanges);
#define SECURITY_SID_SIZE(SubAuthorities) (sizeof(SID) - sizeof(ULONG) + ((SubAuthorities) * sizeof(ULONG)))
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlCreateAcl(_Out_ PACL Acl, _In_ ULONG AclLength, _In_ ULONG AclRevision);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlAddAce(
    _Inout_ PACL Acl, _In_ ULONG AceRevision, _In_ ULONG StartingAceIndex, _In_ PVOID AceList,
    _In_ ULONG AceListLength);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS RtlDeleteAce(_Inout_ PACL Acl, _In_ ULONG AceIndex);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS RtlGetAce(_In_ PACL Acl, _In_ ULONG AceIndex, _Outptr_ PVOID *Ace);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlAddAccessAllowedAce(
    _Inout_ PACL Acl, _In_ ULONG AceRevision, _In_ ACCESS_MASK AccessMask, _In_ PSID Sid);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlAddAccessAllowedAceEx(
    _Inout_ PACL Acl, _In_ ULONG AceRevision, _In_ ULONG AceFlags, _In_ ACCESS_MASK AccessMask, _In_ PSID Sid);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("")
NTSTATUS RtlCreateSecurityDescriptorRelative(
    _Out_ PISECURITY_DESCRIPTOR_RELATIVE SecurityDescriptor, _In_ ULONG Revision);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS RtlGetDaclSecurityDescriptor(
    _In_ PSECURITY_DESCRIPTOR SecurityDescriptor, _Out_ PBOOLEAN DaclPresent, _Outptr_ PACL *Dacl,
    _Out_ PBOOLEAN DaclDefaulted);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS RtlGetSaclSecurityDescriptor(
    _In_ PSECURITY_DESCRIPTOR SecurityDescriptor, _Out_ PBOOLEAN SaclPresent, _Outptr_ PACL *Sacl,
    _Out_ PBOOLEAN SaclDefaulted);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlSetOwnerSecurityDescriptor(
    _Inout_ PSECURITY_DESCRIPTOR SecurityDescriptor, _In_opt_ PSID Owner, _In_opt_ BOOLEAN OwnerDefaulted);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS RtlGetOwnerSecurityDescriptor(
    _In_ PSECURITY_DESCRIPTOR SecurityDescriptor, _Outptr_ PSID *Owner, _Out_ PBOOLEAN OwnerDefaulted);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS RtlSetGroupSecurityDescriptor(
    _Inout_ PSECURITY_DESCRIPTOR SecurityDescriptor, _In_opt_ PSID Group, _In_opt_ BOOLEAN GroupDefaulted);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS RtlGetGroupSecurityDescriptor(
    _In_ PSECURITY_DESCRIPTOR SecurityDescriptor, _Outptr_ PSID *Group, _Out_ PBOOLEAN GroupDefaulted);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS RtlAbsoluteToSelfRelativeSD(
    _In_ PSECURITY_DESCRIPTOR AbsoluteSecurityDescriptor,
    _Out_ PSECURITY_DESCRIPTOR SelfRelativeSecurityDescriptor, _Inout_ PULONG BufferLength);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS RtlSelfRelativeToAbsoluteSD(
    _In_ PSECURITY_DESCRIPTOR SelfRelativeSecurityDescriptor,
    _Out_ PSECURITY_DESCRIPTOR AbsoluteSecurityDescriptor, _Inout_ PULONG AbsoluteSecurityDescriptorSize,
    _Out_ PACL Dacl, _Inout_ PULONG DaclSize, _Out_ PACL Sacl, _Inout_ PULONG SaclSize, _Out_ PSID Owner,
    _Inout_ PULONG OwnerSize, _Out_ PSID PrimaryGroup, _Inout_ PULONG PrimaryGroupSize);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS RtlCreateSystemVolumeInformationFolder(_In_ PCUNICODE_STRING VolumeRootPath);
#define RTL_SYSTEM_VOLUME_INFORMATION_FOLDER L"System Volume Information"

/* Compression. */
#define COMPRESSION_FORMAT_NONE (0x0000)
#define COMPRESSION_FORMAT_DEFAULT (0x0001)
#define COMPRESSION_FORMAT_LZNT1 (0x0002)
#define COMPRESSION_FORMAT_SPARSE (0x4000)
#define COMPRESSION_ENGINE_STANDARD (0x0000)
#define COMPRESSION_ENGINE_MAXIMUM (0x0100)
#define COMPRESSION_ENGINE_HIBER (0x0200)
#define COMPRESSION_FORMAT_XPRESS (0x0003)
#define COMPRESSION_FORMAT_XPRESS_HUFF (0x0004)
#define COMPRESSION_FORMAT_XP10 (0x0005)
#define COMPRESSION_FORMAT_LZ4 (0x0006)
#define COMPRESSION_FORMAT_DEFLATE (0x0007)
#define COMPRESSION_FORMAT_ZLIB (0x0008)
#define COMPRESSION_FORMAT_MAX (0x0005)
#define COMPRESSION_FORMAT_MASK (0x00ff)
#define COMPRESSION_ENGINE_MAX (0x0200)
#define COMPRESSION_ENGINE_MASK (0xff00)
typedef struct _COMPRESSED_DATA_INFO {
    USHORT CompressionFormatAndEngine;
    UCHAR CompressionUnitShift;
    UCHAR ChunkShift;
    UCHAR ClusterShift;
    UCHAR Reserved;
    USHORT NumberOfChunks;
    ULONG CompressedChunkSizes[ANYSIZE_ARRAY];
} COMPRESSED_DATA_INFO, *PCOMPRESSED_DATA_INFO;
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS RtlGetCompressionWorkSpaceSize(
    _In_ USHORT CompressionFormatAndEngine, _Out_ PULONG CompressBufferWorkSpaceSize,
    _Out_ PULONG CompressFragmentWorkSpaceSize);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS RtlCompressBuffer(
    _In_ USHORT CompressionFormatAndEngine, _In_ PUCHAR UncompressedBuffer, _In_ ULONG UncompressedBufferSize,
    _Out_ PUCHAR CompressedBuffer, _In_ ULONG CompressedBufferSize, _In_ ULONG UncompressedChunkSize,
    _Out_ PULONG FinalCompressedSize, _In_ PVOID WorkSpace);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS RtlDecompressBuffer(
    _In_ USHORT CompressionFormat, _Out_ PUCHAR UncompressedBuffer, _In_ ULONG UncompressedBufferSize,
    _In_ PUCHAR CompressedBuffer, _In_ ULONG CompressedBufferSize, _Out_ PULONG FinalUncompressedSize);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS RtlDecompressFragment(
    _In_ USHORT CompressionFormat, _Out_ PUCHAR UncompressedFragment, _In_ ULONG UncompressedFragmentSize,
    _In_ PUCHAR CompressedBuffer, _In_ ULONG CompressedBufferSize, _In_ ULONG FragmentOffset,
    _Out_ PULONG FinalUncompressedSize, _In_ PVOID WorkSpace);
WDK_NTOS("5.0.2195")
NTSTATUS RtlDescribeChunk(
    _In_ USHORT CompressionFormat, _In_ PUCHAR *CompressedBuffer, _In_ PUCHAR EndOfCompressedBufferPlus1,
    _In_ PUCHAR *ChunkBuffer, _In_ PULONG ChunkSize);
WDK_NTOS("5.0.2195")
NTSTATUS RtlReserveChunk(
    _In_ USHORT CompressionFormat, _In_ PUCHAR *CompressedBuffer, _In_ PUCHAR EndOfCompressedBufferPlus1,
    _In_ PUCHAR *ChunkBuffer, _In_ ULONG ChunkSize);
WDK_NTOS("5.0.2195")
NTSTATUS RtlDecompressChunks(
    _In_ PUCHAR UncompressedBuffer, _In_ ULONG UncompressedBufferSize, _In_ PUCHAR CompressedBuffer,
    _In_ ULONG CompressedBufferSize, _In_ PUCHAR CompressedTail, _In_ ULONG CompressedTailSize,
    _In_ PCOMPRESSED_DATA_INFO CompressedDataInfo);
WDK_NTOS("5.0.2195")
NTSTATUS RtlCompressChunks(
    _In_ PUCHAR UncompressedBuffer, _In_ ULONG UncompressedBufferSize, _In_ PUCHAR CompressedBuffer,
    _In_ ULONG CompressedBufferSize, _In_ PCOMPRESSED_DATA_INFO CompressedDataInfo,
    _In_ ULONG CompressedDataInfoLength, _In_ PVOID WorkSpace);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
NTSTATUS RtlDecompressBufferEx(
    _In_ USHORT CompressionFormat,
    _Out_writes_bytes_to_(UncompressedBufferSize, *FinalUncompressedSize) PUCHAR UncompressedBuffer,
    _In_ ULONG UncompressedBufferSize, _In_reads_bytes_(CompressedBufferSize) PUCHAR CompressedBuffer,
    _In_ ULONG CompressedBufferSize, _Out_ PULONG FinalUncompressedSize, _In_ PVOID WorkSpace);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
NTSTATUS RtlDecompressBufferEx2(
    _In_ USHORT CompressionFormat,
    _Out_writes_bytes_to_(UncompressedBufferSize, *FinalUncompressedSize) PUCHAR UncompressedBuffer,
    _In_ ULONG UncompressedBufferSize, _In_reads_bytes_(CompressedBufferSize) PUCHAR CompressedBuffer,
    _In_ ULONG CompressedBufferSize, _In_ ULONG UncompressedChunkSize, _Out_ PULONG FinalUncompressedSize,
    _In_opt_ PVOID WorkSpace);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.10240")
NTSTATUS RtlDecompressFragmentEx(
    _In_ USHORT CompressionFormat,
    _Out_writes_bytes_to_(UncompressedFragmentSize, *FinalUncompressedSize) PUCHAR UncompressedFragment,
    _In_ ULONG UncompressedFragmentSize, _In_reads_bytes_(CompressedBufferSize) PUCHAR CompressedBuffer,
    _In_ ULONG CompressedBufferSize, _In_range_(<, CompressedBufferSize) ULONG FragmentOffset,
    _In_ ULONG UncompressedChunkSize, _Out_ PULONG FinalUncompressedSize, _In_ PVOID WorkSpace);

/* Heaps. */
#define HEAP_NO_SERIALIZE 0x00000001
#define HEAP_GROWABLE 0x00000002
#define HEAP_GENERATE_EXCEPTIONS 0x00000004
#define HEAP_ZERO_MEMORY 0x00000008
#define HEAP_REALLOC_IN_PLACE_ONLY 0x00000010
#define HEAP_TAIL_CHECKING_ENABLED 0x00000020
#define HEAP_FREE_CHECKING_ENABLED 0x00000040
#define HEAP_DISABLE_COALESCE_ON_FREE 0x00000080
#define HEAP_CREATE_ALIGN_16 0x00010000
#define HEAP_CREATE_ENABLE_TRACING 0x00020000
#define HEAP_CREATE_ENABLE_EXECUTE 0x00040000
#define HEAP_SETTABLE_USER_VALUE 0x00000100
#define HEAP_SETTABLE_USER_FLAG1 0x00000200
#define HEAP_SETTABLE_USER_FLAG2 0x00000400
#define HEAP_SETTABLE_USER_FLAG3 0x00000800
#define HEAP_SETTABLE_USER_FLAGS 0x00000E00
#define HEAP_CLASS_0 0x00000000
#define HEAP_CLASS_1 0x00001000
#define HEAP_CLASS_2 0x00002000
#define HEAP_CLASS_3 0x00003000
#define HEAP_CLASS_4 0x00004000
#define HEAP_CLASS_5 0x00005000
#define HEAP_CLASS_6 0x00006000
#define HEAP_CLASS_7 0x00007000
#define HEAP_CLASS_8 0x00008000
#define HEAP_CLASS_MASK 0x0000F000
#define HEAP_MAXIMUM_TAG 0x0FFF
#define HEAP_GLOBAL_TAG 0x0800
#define HEAP_PSEUDO_TAG_FLAG 0x8000
#define HEAP_TAG_SHIFT 18
#define HEAP_TAG_MASK (HEAP_MAXIMUM_TAG << HEAP_TAG_SHIFT)
#define HEAP_CREATE_VALID_MASK                                                                                         \
    (HEAP_NO_SERIALIZE | HEAP_GROWABLE | HEAP_GENERATE_EXCEPTIONS | HEAP_ZERO_MEMORY | HEAP_REALLOC_IN_PLACE_ONLY | HEAP_TAIL_CHECKING_ENABLED | HEAP_FREE_CHECKING_ENABLED | HEAP_DISABLE_COALESCE_ON_FREE | HEAP_CLASS_MASK | HEAP_CREATE_ALIGN_16 | HEAP_CREATE_ENABLE_TRACING | HEAP_CREATE_ENABLE_EXECUTE)
#define HEAP_CREATE_SEGMENT_HEAP 0x00000100
#define HEAP_CREATE_HARDENED 0x00000200
typedef _Function_class_(RTL_HEAP_COMMIT_ROUTINE) _IRQL_requires_same_
NTSTATUS RTL_HEAP_COMMIT_ROUTINE(_In_ PVOID Base, _Inout_ PVOID *CommitAddress, _Inout_ PSIZE_T CommitSize);
typedef RTL_HEAP_COMMIT_ROUTINE *PRTL_HEAP_COMMIT_ROUTINE;
typedef struct _RTL_HEAP_PARAMETERS {
    ULONG Length;
    SIZE_T SegmentReserve;
    SIZE_T SegmentCommit;
    SIZE_T DeCommitFreeBlockThreshold;
    SIZE_T DeCommitTotalFreeThreshold;
    SIZE_T MaximumAllocationSize;
    SIZE_T VirtualMemoryThreshold;
    SIZE_T InitialCommit;
    SIZE_T InitialReserve;
    PRTL_HEAP_COMMIT_ROUTINE CommitRoutine;
    SIZE_T Reserved[2];
} RTL_HEAP_PARAMETERS, *PRTL_HEAP_PARAMETERS;
typedef enum _HEAP_MEMORY_INFO_CLASS { HeapMemoryBasicInformation } HEAP_MEMORY_INFO_CLASS;
typedef _Function_class_(ALLOCATE_VIRTUAL_MEMORY_EX_CALLBACK)
NTSTATUS ALLOCATE_VIRTUAL_MEMORY_EX_CALLBACK(
    _Inout_ HANDLE CallbackContext, _In_ HANDLE ProcessHandle, _Inout_ PVOID *BaseAddress, _Inout_ PSIZE_T RegionSize,
    _In_ ULONG AllocationType, _In_ ULONG PageProtection, _Inout_opt_ PVOID ExtendedParameters,
    _In_ ULONG ExtendedParameterCount);
typedef ALLOCATE_VIRTUAL_MEMORY_EX_CALLBACK *PALLOCATE_VIRTUAL_MEMORY_EX_CALLBACK;
typedef _Function_class_(FREE_VIRTUAL_MEMORY_EX_CALLBACK)
NTSTATUS FREE_VIRTUAL_MEMORY_EX_CALLBACK(
    _Inout_ HANDLE CallbackContext, _In_ HANDLE ProcessHandle, _Inout_ PVOID *BaseAddress, _Inout_ PSIZE_T RegionSize,
    _In_ ULONG FreeType);
typedef FREE_VIRTUAL_MEMORY_EX_CALLBACK *PFREE_VIRTUAL_MEMORY_EX_CALLBACK;
typedef _Function_class_(QUERY_VIRTUAL_MEMORY_CALLBACK)
NTSTATUS QUERY_VIRTUAL_MEMORY_CALLBACK(
    _Inout_ HANDLE CallbackContext, _In_ HANDLE ProcessHandle, _In_ PVOID BaseAddress,
    _In_ HEAP_MEMORY_INFO_CLASS MemoryInformationClass, _Out_writes_bytes_(MemoryInformationLength) PVOID MemoryInformation,
    _In_ SIZE_T MemoryInformationLength, _Out_opt_ PSIZE_T ReturnLength);
typedef QUERY_VIRTUAL_MEMORY_CALLBACK *PQUERY_VIRTUAL_MEMORY_CALLBACK;
typedef struct _RTL_SEGMENT_HEAP_VA_CALLBACKS {
    HANDLE CallbackContext;
    PALLOCATE_VIRTUAL_MEMORY_EX_CALLBACK AllocateVirtualMemory;
    PFREE_VIRTUAL_MEMORY_EX_CALLBACK FreeVirtualMemory;
    PQUERY_VIRTUAL_MEMORY_CALLBACK QueryVirtualMemory;
} RTL_SEGMENT_HEAP_VA_CALLBACKS, *PRTL_SEGMENT_HEAP_VA_CALLBACKS;
typedef enum _RTL_MEMORY_TYPE {
    MemoryTypePaged,
    MemoryTypeNonPaged,
    MemoryType64KPage,
    MemoryTypeLargePage,
    MemoryTypeHugePage,
    MemoryTypeCustom,
    MemoryTypeMax
} RTL_MEMORY_TYPE, *PRTL_MEMORY_TYPE;
typedef struct _RTL_SEGMENT_HEAP_MEMORY_SOURCE {
    ULONG Flags;
    ULONG MemoryTypeMask;
    ULONG NumaNode;
    union {
        HANDLE PartitionHandle;
        RTL_SEGMENT_HEAP_VA_CALLBACKS *Callbacks;
    };
    SIZE_T Reserved[2];
} RTL_SEGMENT_HEAP_MEMORY_SOURCE, *PRTL_SEGMENT_HEAP_MEMORY_SOURCE;
#define SEGMENT_HEAP_PARAMETERS_VERSION 3
#define SEGMENT_HEAP_FLG_USE_PAGE_HEAP 0x1
#define SEGMENT_HEAP_PARAMS_VALID_FLAGS SEGMENT_HEAP_FLG_USE_PAGE_HEAP
typedef struct _RTL_SEGMENT_HEAP_PARAMETERS {
    USHORT Version;
    USHORT Size;
    ULONG Flags;
    RTL_SEGMENT_HEAP_MEMORY_SOURCE MemorySource;
    SIZE_T Reserved[4];
} RTL_SEGMENT_HEAP_PARAMETERS, *PRTL_SEGMENT_HEAP_PARAMETERS;
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
PVOID RtlCreateHeap(
    _In_ ULONG Flags, _In_opt_ PVOID HeapBase, _In_opt_ SIZE_T ReserveSize, _In_opt_ SIZE_T CommitSize,
    _In_opt_ PVOID Lock, _In_opt_ PRTL_HEAP_PARAMETERS Parameters);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
PVOID RtlDestroyHeap(_In_ PVOID HeapHandle);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
PVOID RtlAllocateHeap(_In_ HANDLE HeapHandle, _In_opt_ ULONG Flags, _In_ SIZE_T Size);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN RtlFreeHeap(_In_ PVOID HeapHandle, _In_opt_ ULONG Flags, _In_ PVOID BaseAddress);

/* Files whose data are elsewhere: what processes are told about placeholders. */
#define PHCM_APPLICATION_DEFAULT ((CHAR)0)
#define PHCM_DISGUISE_PLACEHOLDER ((CHAR)1)
#define PHCM_EXPOSE_PLACEHOLDERS ((CHAR)2)
#define PHCM_MAX ((CHAR)2)
#define PHCM_ERROR_INVALID_PARAMETER ((CHAR)-1)
#define PHCM_ERROR_NO_TEB ((CHAR)-2)
#define PHCM_ERROR_NO_PEB ((CHAR)-3)
WDK_NTOS("10.0.16299")
CHAR RtlQueryThreadPlaceholderCompatibilityMode(VOID);
WDK_NTOS("10.0.16299")
CHAR RtlSetThreadPlaceholderCompatibilityMode(_In_ CHAR Mode);
WDK_NTOS("10.0.17134")
CHAR RtlQueryProcessPlaceholderCompatibilityMode(VOID);
WDK_NTOS("10.0.17134")
CHAR RtlSetProcessPlaceholderCompatibilityMode(_In_ CHAR Mode);
WDK_NTOS("10.0.16299")
BOOLEAN RtlIsPartialPlaceholder(_In_ ULONG FileAttributes, _In_ ULONG ReparseTag);
WDK_NTOS("10.0.16299")
NTSTATUS RtlIsPartialPlaceholderFileHandle(_In_ HANDLE FileHandle, _Out_ PBOOLEAN IsPartialPlaceholder);
WDK_NTOS("10.0.16299")
NTSTATUS RtlIsPartialPlaceholderFileInfo(
    _In_ CONST VOID *InfoBuffer, _In_ FILE_INFORMATION_CLASS InfoClass, _Out_ PBOOLEAN IsPartialPlaceholder);
WDK_NTOS("10.0.16299")
BOOLEAN RtlIsCloudFilesPlaceholder(_In_ ULONG FileAttributes, _In_ ULONG ReparseTag);
WDK_NTOS("")
BOOLEAN RtlIsNonEmptyDirectoryReparsePointAllowed(_In_ ULONG ReparseTag);
WDK_NTOS("6.2.9200")
NTSTATUS RtlQueryPackageIdentity(
    _In_ PVOID TokenObject, _Out_writes_bytes_to_(*PackageSize, *PackageSize) PWSTR PackageFullName,
    _In_ PSIZE_T PackageSize, _Out_writes_bytes_to_opt_(*AppIdSize, *AppIdSize) PWSTR AppId,
    _In_ PSIZE_T AppIdSize, _In_ PBOOLEAN Packaged);
WDK_NTOS("6.3.9600")
NTSTATUS RtlQueryPackageIdentityEx(
    _In_ PVOID TokenObject, _Out_writes_bytes_to_(*PackageSize, *PackageSize) PWSTR PackageFullName,
    _In_ PSIZE_T PackageSize, _Out_writes_bytes_to_opt_(*AppIdSize, *AppIdSize) PWSTR AppId,
    _In_ PSIZE_T AppIdSize, _In_ LPGUID DynamicId, _Out_opt_ PULONG64 Flags);

#ifdef __cplusplus
}
#endif
#endif
