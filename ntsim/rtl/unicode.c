/* UNICODE_STRING: making, copying, comparing. */
#include "ntsim/rtl/copies.h"

#include "ntsim/rtl/rtlp.h"

/* The longest that a counted string says of one that ends in a zero. */
enum { LONGEST = (MAXUSHORT & ~1) - sizeof(WCHAR) };

VOID RtlInitUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString)
{
    SIZE_T length = SourceString ? wcslen(SourceString) * sizeof(WCHAR) : 0;
    if (length > LONGEST)
        length = LONGEST;
    DestinationString->Buffer = (PWSTR)SourceString;
    DestinationString->Length = (USHORT)length;
    DestinationString->MaximumLength = SourceString ? (USHORT)(length + sizeof(WCHAR)) : 0;
}

NTSTATUS RtlInitUnicodeStringEx(PUNICODE_STRING DestinationString, PCWSTR SourceString)
{
    RtlZeroMemory(DestinationString, sizeof(*DestinationString));
    if (SourceString && wcslen(SourceString) * sizeof(WCHAR) > LONGEST)
        return STATUS_NAME_TOO_LONG;
    RtlInitUnicodeString(DestinationString, SourceString);
    return STATUS_SUCCESS;
}

static void end_if_room(PUNICODE_STRING string)
{
    if (string->Length + sizeof(WCHAR) <= string->MaximumLength)
        string->Buffer[string->Length / sizeof(WCHAR)] = 0;
}

VOID RtlCopyUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString)
{
    DestinationString->Length = 0;
    if (!SourceString)
        return;
    const USHORT length = min(SourceString->Length, DestinationString->MaximumLength);
    RtlMoveMemory(DestinationString->Buffer, SourceString->Buffer, length);
    DestinationString->Length = length;
    end_if_room(DestinationString);
}

NTSTATUS RtlAppendUnicodeStringToString(PUNICODE_STRING Destination, PCUNICODE_STRING Source)
{
    if (Source->Length == 0)
        return STATUS_SUCCESS;
    if (Destination->Length + Source->Length > Destination->MaximumLength)
        return STATUS_BUFFER_TOO_SMALL;
    RtlMoveMemory((PUCHAR)Destination->Buffer + Destination->Length, Source->Buffer, Source->Length);
    Destination->Length += Source->Length;
    end_if_room(Destination);
    return STATUS_SUCCESS;
}

NTSTATUS RtlAppendUnicodeToString(PUNICODE_STRING Destination, PCWSTR Source)
{
    UNICODE_STRING source;
    if (!Source)
        return STATUS_SUCCESS;
    if (!NT_SUCCESS(RtlInitUnicodeStringEx(&source, Source)))
        return STATUS_BUFFER_TOO_SMALL;
    return RtlAppendUnicodeStringToString(Destination, &source);
}

/* --- comparison --- */

LONG RtlCompareUnicodeStrings(PCWCH String1, SIZE_T String1Length, PCWCH String2, SIZE_T String2Length,
                              BOOLEAN CaseInSensitive)
{
    const SIZE_T both = min(String1Length, String2Length);
    for (SIZE_T i = 0; i < both; i++) {
        WCHAR one = String1[i], other = String2[i];
        if (one != other && CaseInSensitive) {
            one = rtlp_upcase(one);
            other = rtlp_upcase(other);
        }
        if (one != other)
            return (LONG)one - (LONG)other;
    }
    return String1Length == String2Length ? 0 : String1Length < String2Length ? -1 : 1;
}

LONG RtlCompareUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
    return RtlCompareUnicodeStrings(String1->Buffer, String1->Length / sizeof(WCHAR), String2->Buffer,
                                    String2->Length / sizeof(WCHAR), CaseInSensitive);
}

BOOLEAN RtlEqualUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
    return String1->Length == String2->Length && RtlCompareUnicodeString(String1, String2, CaseInSensitive) == 0;
}

BOOLEAN RtlPrefixUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
    const SIZE_T units = String1->Length / sizeof(WCHAR);
    return String1->Length <= String2->Length &&
           RtlCompareUnicodeStrings(String1->Buffer, units, String2->Buffer, units, CaseInSensitive) == 0;
}

NTSTATUS RtlHashUnicodeString(PCUNICODE_STRING String, BOOLEAN CaseInSensitive, ULONG HashAlgorithm, PULONG HashValue)
{
    if (!String || !HashValue || HashAlgorithm > HASH_STRING_ALGORITHM_X65599)
        return STATUS_INVALID_PARAMETER;
    ULONG hash = 0;
    for (USHORT i = 0; i < String->Length / sizeof(WCHAR); i++)
        hash = hash * 65599 + (CaseInSensitive ? rtlp_upcase(String->Buffer[i]) : String->Buffer[i]);
    *HashValue = hash;
    return STATUS_SUCCESS;
}

/* --- case --- */

static NTSTATUS map(PUNICODE_STRING to, PCUNICODE_STRING from, BOOLEAN allocate, WCHAR (*one)(WCHAR))
{
    if (allocate) {
        to->MaximumLength = from->Length;
        to->Buffer = rtlp_allocate(from->Length);
        if (!to->Buffer)
            return STATUS_NO_MEMORY;
    } else if (from->Length > to->MaximumLength) {
        return STATUS_BUFFER_OVERFLOW;
    }
    for (USHORT i = 0; i < from->Length / sizeof(WCHAR); i++)
        to->Buffer[i] = one(from->Buffer[i]);
    to->Length = from->Length;
    return STATUS_SUCCESS;
}

NTSTATUS RtlUpcaseUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString,
                                BOOLEAN AllocateDestinationString)
{
    return map(DestinationString, SourceString, AllocateDestinationString, rtlp_upcase);
}

NTSTATUS RtlDowncaseUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString,
                                  BOOLEAN AllocateDestinationString)
{
    return map(DestinationString, SourceString, AllocateDestinationString, rtlp_downcase);
}

/* --- in pool --- */

PVOID rtlp_allocate(SIZE_T size)
{
    return ExAllocatePool2(POOL_FLAG_PAGED | POOL_FLAG_UNINITIALIZED, size ? size : 1, RTLP_TAG);
}

void rtlp_free(PVOID block)
{
    if (block)
        ExFreePoolWithTag(block, 0);
}

VOID RtlFreeUnicodeString(PUNICODE_STRING UnicodeString)
{
    rtlp_free(UnicodeString->Buffer);
    RtlZeroMemory(UnicodeString, sizeof(*UnicodeString));
}

BOOLEAN RtlCreateUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString)
{
    UNICODE_STRING source;
    if (!NT_SUCCESS(RtlInitUnicodeStringEx(&source, SourceString)))
        return FALSE;
    return NT_SUCCESS(RtlDuplicateUnicodeString(RTL_DUPLICATE_UNICODE_STRING_NULL_TERMINATE |
                                                    RTL_DUPLICATE_UNICODE_STRING_ALLOCATE_NULL_STRING,
                                                &source, DestinationString));
}

NTSTATUS RtlDuplicateUnicodeString(ULONG Flags, PCUNICODE_STRING StringIn, PUNICODE_STRING StringOut)
{
    const BOOLEAN ends = Flags & RTL_DUPLICATE_UNICODE_STRING_NULL_TERMINATE;
    const BOOLEAN even_empty = (Flags & RTL_DUPLICATE_UNICODE_STRING_ALLOCATE_NULL_STRING) != 0;
    if (Flags & ~3u || (even_empty && !ends) || !StringIn || !StringOut || StringIn->Length % sizeof(WCHAR) ||
        StringIn->Length > StringIn->MaximumLength || (StringIn->MaximumLength && !StringIn->Buffer))
        return STATUS_INVALID_PARAMETER;
    RtlZeroMemory(StringOut, sizeof(*StringOut));
    if (StringIn->Length == 0 && !even_empty)
        return STATUS_SUCCESS;
    const ULONG size = StringIn->Length + (ends ? sizeof(WCHAR) : 0);
    if (size > MAXUSHORT)
        return STATUS_NAME_TOO_LONG;
    StringOut->Buffer = rtlp_allocate(size);
    if (!StringOut->Buffer)
        return STATUS_NO_MEMORY;
    RtlCopyMemory(StringOut->Buffer, StringIn->Buffer, StringIn->Length);
    StringOut->Length = StringIn->Length;
    StringOut->MaximumLength = (USHORT)size;
    if (ends)
        end_if_room(StringOut);
    return STATUS_SUCCESS;
}
