/* Security identifiers. */
#include "ntsim/rtl/format.h"
#include "ntsim/rtl/rtlp.h"

static ULONG length_of(const SID *sid)
{
    return SECURITY_SID_SIZE(sid->SubAuthorityCount);
}

BOOLEAN RtlValidSid(PSID Sid)
{
    const SID *sid = Sid;
    return sid && sid->Revision == SID_REVISION && sid->SubAuthorityCount <= SID_MAX_SUB_AUTHORITIES;
}

BOOLEAN RtlEqualSid(PSID Sid1, PSID Sid2)
{
    const SID *one = Sid1, *other = Sid2;
    return one->Revision == other->Revision && one->SubAuthorityCount == other->SubAuthorityCount &&
           RtlEqualMemory(one, other, length_of(one));
}

/* Alike but for the last sub-authority. */
BOOLEAN RtlEqualPrefixSid(PSID Sid1, PSID Sid2)
{
    const SID *one = Sid1, *other = Sid2;
    return one->Revision == other->Revision && one->SubAuthorityCount == other->SubAuthorityCount &&
           RtlEqualMemory(one, other, length_of(one) - (one->SubAuthorityCount ? sizeof(ULONG) : 0));
}

ULONG RtlLengthRequiredSid(ULONG SubAuthorityCount)
{
    return SECURITY_SID_SIZE(SubAuthorityCount);
}

ULONG RtlLengthSid(PSID Sid)
{
    return length_of(Sid);
}

/* The sub-authorities are the caller's to fill in. */
NTSTATUS RtlInitializeSid(PSID Sid, PSID_IDENTIFIER_AUTHORITY IdentifierAuthority, UCHAR SubAuthorityCount)
{
    SID *sid = Sid;
    if (SubAuthorityCount > SID_MAX_SUB_AUTHORITIES)
        return STATUS_INVALID_PARAMETER;
    sid->Revision = SID_REVISION;
    sid->SubAuthorityCount = SubAuthorityCount;
    sid->IdentifierAuthority = *IdentifierAuthority;
    return STATUS_SUCCESS;
}

/* The count is promoted when it is passed, which Microsoft's convention does not mind. */
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wvarargs"
NTSTATUS RtlInitializeSidEx(PSID Sid, PSID_IDENTIFIER_AUTHORITY IdentifierAuthority, UCHAR SubAuthorityCount, ...)
{
    const NTSTATUS status = RtlInitializeSid(Sid, IdentifierAuthority, SubAuthorityCount);
    va_list arguments;
    va_start(arguments, SubAuthorityCount);
    for (UCHAR i = 0; NT_SUCCESS(status) && i < SubAuthorityCount; i++)
        ((SID *)Sid)->SubAuthority[i] = va_arg(arguments, ULONG);
    va_end(arguments);
    return status;
}
#pragma clang diagnostic pop

NTSTATUS RtlAllocateAndInitializeSid(PSID_IDENTIFIER_AUTHORITY IdentifierAuthority, UCHAR SubAuthorityCount,
                                     ULONG SubAuthority0, ULONG SubAuthority1, ULONG SubAuthority2, ULONG SubAuthority3,
                                     ULONG SubAuthority4, ULONG SubAuthority5, ULONG SubAuthority6, ULONG SubAuthority7,
                                     PSID *Sid)
{
    const ULONG given[] = {SubAuthority0, SubAuthority1, SubAuthority2, SubAuthority3,
                           SubAuthority4, SubAuthority5, SubAuthority6, SubAuthority7};
    if (SubAuthorityCount > RTL_NUMBER_OF(given))
        return STATUS_INVALID_SID;
    SID *sid = rtlp_allocate(SECURITY_SID_SIZE(SubAuthorityCount));
    if (!sid)
        return STATUS_NO_MEMORY;
    RtlInitializeSid(sid, IdentifierAuthority, SubAuthorityCount);
    RtlCopyMemory(sid->SubAuthority, given, SubAuthorityCount * sizeof(ULONG));
    *Sid = sid;
    return STATUS_SUCCESS;
}

PVOID RtlFreeSid(PSID Sid)
{
    rtlp_free(Sid);
    return NULL;
}

PSID_IDENTIFIER_AUTHORITY RtlIdentifierAuthoritySid(PSID Sid)
{
    return &((SID *)Sid)->IdentifierAuthority;
}

PULONG RtlSubAuthoritySid(PSID Sid, ULONG SubAuthority)
{
    return &((SID *)Sid)->SubAuthority[SubAuthority];
}

PUCHAR RtlSubAuthorityCountSid(PSID Sid)
{
    return &((SID *)Sid)->SubAuthorityCount;
}

NTSTATUS RtlCopySid(ULONG DestinationSidLength, PSID DestinationSid, PSID SourceSid)
{
    const ULONG length = length_of(SourceSid);
    if (length > DestinationSidLength)
        return STATUS_BUFFER_TOO_SMALL;
    RtlMoveMemory(DestinationSid, SourceSid, length);
    return STATUS_SUCCESS;
}

static void print(struct rtlp_sink *sink, const WCHAR *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    rtlp_format(sink, format, arguments);
    va_end(arguments);
}

/* S-1-5-32-544. An authority of more than 32 bits is written in hexadecimal. */
NTSTATUS RtlConvertSidToUnicodeString(PUNICODE_STRING UnicodeString, PSID Sid, BOOLEAN AllocateDestinationString)
{
    const SID *sid = Sid;
    WCHAR text[SECURITY_MAX_SID_STRING_CHARACTERS];
    struct rtlp_sink sink = {.Kind = RTLP_WIDE, .Buffer = text, .Size = RTL_NUMBER_OF(text)};
    ULONG64 authority = 0;
    if (!RtlValidSid(Sid))
        return STATUS_INVALID_SID;
    for (ULONG i = 0; i < sizeof(sid->IdentifierAuthority.Value); i++)
        authority = authority << 8 | sid->IdentifierAuthority.Value[i];
    print(&sink, L"S-%u-", sid->Revision);
    print(&sink, authority > MAXULONG ? L"0x%012I64x" : L"%I64u", authority);
    for (UCHAR i = 0; i < sid->SubAuthorityCount; i++)
        print(&sink, L"-%u", sid->SubAuthority[i]);
    print(&sink, L"%c", 0);
    const USHORT size = (USHORT)(sink.Total * sizeof(WCHAR));
    if (AllocateDestinationString) {
        UnicodeString->Buffer = rtlp_allocate(size);
        if (!UnicodeString->Buffer)
            return STATUS_NO_MEMORY;
        UnicodeString->MaximumLength = size;
    } else if (size > UnicodeString->MaximumLength) {
        return STATUS_BUFFER_OVERFLOW;
    }
    RtlCopyMemory(UnicodeString->Buffer, text, size);
    UnicodeString->Length = size - sizeof(WCHAR);
    return STATUS_SUCCESS;
}
