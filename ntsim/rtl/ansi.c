/* STRING: bytes with their length; and conversions between code pages, UTF-8 and UTF-16. */
#include "ntsim/rtl/copies.h"

#include "ntsim/rtl/rtlp.h"

static void init(PSTRING to, PCSTR from, SIZE_T longest)
{
    SIZE_T length = from ? strlen(from) : 0;
    if (length > longest)
        length = longest;
    to->Buffer = (PCHAR)from;
    to->Length = (USHORT)length;
    to->MaximumLength = from ? (USHORT)(length + 1) : 0;
}

VOID RtlInitString(PSTRING DestinationString, PCSTR SourceString)
{
    init(DestinationString, SourceString, MAXUSHORT - 1);
}

VOID RtlInitAnsiString(PANSI_STRING DestinationString, PCSTR SourceString)
{
    init(DestinationString, SourceString, MAXUSHORT - 1);
}

VOID RtlInitUTF8String(PUTF8_STRING DestinationString, PCSTR SourceString)
{
    init(DestinationString, SourceString, MAXUSHORT - 1);
}

NTSTATUS RtlInitStringEx(PSTRING DestinationString, PCSTR SourceString)
{
    RtlZeroMemory(DestinationString, sizeof(*DestinationString));
    if (SourceString && strlen(SourceString) > MAXUSHORT - 1)
        return STATUS_NAME_TOO_LONG;
    RtlInitString(DestinationString, SourceString);
    return STATUS_SUCCESS;
}

NTSTATUS RtlInitUTF8StringEx(PUTF8_STRING DestinationString, PCSTR SourceString)
{
    return RtlInitStringEx(DestinationString, SourceString);
}

VOID RtlCopyString(PSTRING DestinationString, const STRING *SourceString)
{
    DestinationString->Length = 0;
    if (!SourceString)
        return;
    DestinationString->Length = min(SourceString->Length, DestinationString->MaximumLength);
    RtlMoveMemory(DestinationString->Buffer, SourceString->Buffer, DestinationString->Length);
}

NTSTATUS RtlAppendStringToString(PSTRING Destination, const STRING *Source)
{
    if (Destination->Length + Source->Length > Destination->MaximumLength)
        return STATUS_BUFFER_TOO_SMALL;
    RtlMoveMemory(Destination->Buffer + Destination->Length, Source->Buffer, Source->Length);
    Destination->Length += Source->Length;
    return STATUS_SUCCESS;
}

LONG RtlCompareString(const STRING *String1, const STRING *String2, BOOLEAN CaseInSensitive)
{
    const USHORT both = min(String1->Length, String2->Length);
    for (USHORT i = 0; i < both; i++) {
        CHAR one = String1->Buffer[i], other = String2->Buffer[i];
        if (one != other && CaseInSensitive) {
            one = RtlUpperChar(one);
            other = RtlUpperChar(other);
        }
        if (one != other)
            return (LONG)(UCHAR)one - (LONG)(UCHAR)other;
    }
    return (LONG)String1->Length - (LONG)String2->Length;
}

BOOLEAN RtlEqualString(const STRING *String1, const STRING *String2, BOOLEAN CaseInSensitive)
{
    return String1->Length == String2->Length && RtlCompareString(String1, String2, CaseInSensitive) == 0;
}

VOID RtlUpperString(PSTRING DestinationString, const STRING *SourceString)
{
    const USHORT length = min(SourceString->Length, DestinationString->MaximumLength);
    for (USHORT i = 0; i < length; i++)
        DestinationString->Buffer[i] = RtlUpperChar(SourceString->Buffer[i]);
    DestinationString->Length = length;
}

VOID RtlFreeAnsiString(PANSI_STRING AnsiString)
{
    rtlp_free(AnsiString->Buffer);
    RtlZeroMemory(AnsiString, sizeof(*AnsiString));
}

VOID RtlFreeOemString(POEM_STRING OemString)
{
    RtlFreeAnsiString(OemString);
}

VOID RtlFreeUTF8String(PUTF8_STRING utf8String)
{
    RtlFreeAnsiString(utf8String);
}

/* --- runs of characters --- */

/* As many as fit: that there are more is a warning. */
static NTSTATUS widen(const struct rtlp_code_page *page, PWCH to, ULONG room, PULONG written, const CHAR *from,
                      ULONG count)
{
    const ULONG units = min(room / sizeof(WCHAR), count);
    for (ULONG i = units; i-- != 0;) /* the two may be at the same address */
        to[i] = rtlp_widen(page, (UCHAR)from[i]);
    if (written)
        *written = units * sizeof(WCHAR);
    return units < count ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

static NTSTATUS narrow(const struct rtlp_code_page *page, PCHAR to, ULONG room, PULONG written, PCWCH from, ULONG bytes,
                       BOOLEAN upcase)
{
    const ULONG count = bytes / sizeof(WCHAR), units = min(room, count);
    for (ULONG i = 0; i < units; i++) {
        /* Upper case of what the page has, then whether it has that. */
        const WCHAR c = upcase ? rtlp_upcase(rtlp_widen(page, rtlp_narrow(page, from[i]))) : from[i];
        to[i] = (CHAR)rtlp_narrow(page, c);
    }
    if (written)
        *written = units;
    return units < count ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

NTSTATUS RtlMultiByteToUnicodeN(PWCH UnicodeString, ULONG MaxBytesInUnicodeString, PULONG BytesInUnicodeString,
                                const CHAR *MultiByteString, ULONG BytesInMultiByteString)
{
    widen(&rtlp_ansi, UnicodeString, MaxBytesInUnicodeString, BytesInUnicodeString, MultiByteString,
          BytesInMultiByteString);
    return STATUS_SUCCESS;
}

NTSTATUS RtlMultiByteToUnicodeSize(PULONG BytesInUnicodeString, const CHAR *MultiByteString,
                                   ULONG BytesInMultiByteString)
{
    *BytesInUnicodeString = BytesInMultiByteString * sizeof(WCHAR);
    return STATUS_SUCCESS;
}

NTSTATUS RtlUnicodeToMultiByteN(PCHAR MultiByteString, ULONG MaxBytesInMultiByteString, PULONG BytesInMultiByteString,
                                PCWCH UnicodeString, ULONG BytesInUnicodeString)
{
    narrow(&rtlp_ansi, MultiByteString, MaxBytesInMultiByteString, BytesInMultiByteString, UnicodeString,
           BytesInUnicodeString, FALSE);
    return STATUS_SUCCESS;
}

NTSTATUS RtlUnicodeToMultiByteSize(PULONG BytesInMultiByteString, PCWCH UnicodeString, ULONG BytesInUnicodeString)
{
    *BytesInMultiByteString = BytesInUnicodeString / sizeof(WCHAR);
    return STATUS_SUCCESS;
}

NTSTATUS RtlUpcaseUnicodeToMultiByteN(PCHAR MultiByteString, ULONG MaxBytesInMultiByteString,
                                      PULONG BytesInMultiByteString, PCWCH UnicodeString, ULONG BytesInUnicodeString)
{
    narrow(&rtlp_ansi, MultiByteString, MaxBytesInMultiByteString, BytesInMultiByteString, UnicodeString,
           BytesInUnicodeString, TRUE);
    return STATUS_SUCCESS;
}

NTSTATUS RtlOemToUnicodeN(PWSTR UnicodeString, ULONG MaxBytesInUnicodeString, PULONG BytesInUnicodeString,
                          PCCH OemString, ULONG BytesInOemString)
{
    return widen(&rtlp_oem, UnicodeString, MaxBytesInUnicodeString, BytesInUnicodeString, OemString, BytesInOemString);
}

NTSTATUS RtlUnicodeToOemN(PCHAR OemString, ULONG MaxBytesInOemString, PULONG BytesInOemString, PCWCH UnicodeString,
                          ULONG BytesInUnicodeString)
{
    return narrow(&rtlp_oem, OemString, MaxBytesInOemString, BytesInOemString, UnicodeString, BytesInUnicodeString,
                  FALSE);
}

NTSTATUS RtlUpcaseUnicodeToOemN(PCHAR OemString, ULONG MaxBytesInOemString, PULONG BytesInOemString,
                                PCWCH UnicodeString, ULONG BytesInUnicodeString)
{
    return narrow(&rtlp_oem, OemString, MaxBytesInOemString, BytesInOemString, UnicodeString, BytesInUnicodeString,
                  TRUE);
}

/* --- counted strings; those that are not "counted" by name end in a zero, too --- */

static NTSTATUS widen_string(const struct rtlp_code_page *page, PUNICODE_STRING to, const STRING *from,
                             BOOLEAN allocate, BOOLEAN ends)
{
    const ULONG length = from->Length * (ULONG)sizeof(WCHAR), size = length + (ends ? sizeof(WCHAR) : 0);
    if (size > MAXUSHORT)
        return STATUS_INVALID_PARAMETER_2;
    if (allocate) {
        RtlZeroMemory(to, sizeof(*to));
        if (size == 0)
            return STATUS_SUCCESS;
        to->Buffer = rtlp_allocate(size);
        if (!to->Buffer)
            return STATUS_NO_MEMORY;
        to->MaximumLength = (USHORT)size;
    } else if (size > to->MaximumLength) {
        return STATUS_BUFFER_OVERFLOW;
    }
    widen(page, to->Buffer, length, NULL, from->Buffer, from->Length);
    to->Length = (USHORT)length;
    if (ends)
        to->Buffer[from->Length] = 0;
    return STATUS_SUCCESS;
}

/* Into a buffer that is too small goes what fits. */
static NTSTATUS narrow_string(const struct rtlp_code_page *page, PSTRING to, PCUNICODE_STRING from, BOOLEAN allocate,
                              BOOLEAN ends, BOOLEAN upcase)
{
    ULONG length = from->Length / sizeof(WCHAR);
    NTSTATUS status = STATUS_SUCCESS;
    if (allocate) {
        RtlZeroMemory(to, sizeof(*to));
        if (length + ends == 0)
            return STATUS_SUCCESS;
        to->Buffer = rtlp_allocate(length + ends);
        if (!to->Buffer)
            return STATUS_NO_MEMORY;
        to->MaximumLength = (USHORT)(length + ends);
    } else if (length + ends > to->MaximumLength) {
        if (to->MaximumLength == 0)
            return STATUS_BUFFER_OVERFLOW;
        length = to->MaximumLength - (ends ? 1u : 0u);
        status = STATUS_BUFFER_OVERFLOW;
    }
    narrow(page, to->Buffer, length, NULL, from->Buffer, length * sizeof(WCHAR), upcase);
    to->Length = (USHORT)length;
    if (ends)
        to->Buffer[length] = 0;
    return status;
}

NTSTATUS RtlAnsiStringToUnicodeString(PUNICODE_STRING DestinationString, PCANSI_STRING SourceString,
                                      BOOLEAN AllocateDestinationString)
{
    return widen_string(&rtlp_ansi, DestinationString, SourceString, AllocateDestinationString, TRUE);
}

NTSTATUS RtlUnicodeStringToAnsiString(PANSI_STRING DestinationString, PCUNICODE_STRING SourceString,
                                      BOOLEAN AllocateDestinationString)
{
    return narrow_string(&rtlp_ansi, DestinationString, SourceString, AllocateDestinationString, TRUE, FALSE);
}

NTSTATUS RtlOemStringToUnicodeString(PUNICODE_STRING DestinationString, PCOEM_STRING SourceString,
                                     BOOLEAN AllocateDestinationString)
{
    return widen_string(&rtlp_oem, DestinationString, SourceString, AllocateDestinationString, TRUE);
}

NTSTATUS RtlOemStringToCountedUnicodeString(PUNICODE_STRING DestinationString, PCOEM_STRING SourceString,
                                            BOOLEAN AllocateDestinationString)
{
    return widen_string(&rtlp_oem, DestinationString, SourceString, AllocateDestinationString, FALSE);
}

NTSTATUS RtlUnicodeStringToOemString(POEM_STRING DestinationString, PCUNICODE_STRING SourceString,
                                     BOOLEAN AllocateDestinationString)
{
    return narrow_string(&rtlp_oem, DestinationString, SourceString, AllocateDestinationString, TRUE, FALSE);
}

NTSTATUS RtlUpcaseUnicodeStringToOemString(POEM_STRING DestinationString, PCUNICODE_STRING SourceString,
                                           BOOLEAN AllocateDestinationString)
{
    return narrow_string(&rtlp_oem, DestinationString, SourceString, AllocateDestinationString, TRUE, TRUE);
}

NTSTATUS RtlUnicodeStringToCountedOemString(POEM_STRING DestinationString, PCUNICODE_STRING SourceString,
                                            BOOLEAN AllocateDestinationString)
{
    return narrow_string(&rtlp_oem, DestinationString, SourceString, AllocateDestinationString, FALSE, FALSE);
}

NTSTATUS RtlUpcaseUnicodeStringToCountedOemString(POEM_STRING DestinationString, PCUNICODE_STRING SourceString,
                                                  BOOLEAN AllocateDestinationString)
{
    return narrow_string(&rtlp_oem, DestinationString, SourceString, AllocateDestinationString, FALSE, TRUE);
}

ULONG RtlxAnsiStringToUnicodeSize(PCANSI_STRING AnsiString)
{
    return (AnsiString->Length + 1) * sizeof(WCHAR);
}

ULONG RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING UnicodeString)
{
    return UnicodeString->Length / sizeof(WCHAR) + 1;
}

ULONG RtlxOemStringToUnicodeSize(PCOEM_STRING OemString)
{
    return (OemString->Length + 1) * sizeof(WCHAR);
}

ULONG RtlxUnicodeStringToOemSize(PCUNICODE_STRING UnicodeString)
{
    return UnicodeString->Length / sizeof(WCHAR) + 1;
}

/* --- UTF-8 --- */

NTSTATUS RtlUnicodeStringToUTF8String(PUTF8_STRING DestinationString, PCUNICODE_STRING SourceString,
                                      BOOLEAN AllocateDestinationString)
{
    ULONG length;
    RtlUnicodeToUTF8N(NULL, 0, &length, SourceString->Buffer ? SourceString->Buffer : L"", SourceString->Length);
    if (length + 1 > MAXUSHORT)
        return STATUS_INVALID_PARAMETER_2;
    if (AllocateDestinationString) {
        DestinationString->Buffer = rtlp_allocate(length + 1);
        if (!DestinationString->Buffer)
            return STATUS_NO_MEMORY;
        DestinationString->MaximumLength = (USHORT)(length + 1);
    } else if (length + 1 > DestinationString->MaximumLength) {
        return STATUS_BUFFER_OVERFLOW;
    }
    DestinationString->Length = (USHORT)length;
    DestinationString->Buffer[length] = 0;
    return RtlUnicodeToUTF8N(DestinationString->Buffer, length, &length,
                             SourceString->Buffer ? SourceString->Buffer : L"", SourceString->Length);
}

NTSTATUS RtlUTF8StringToUnicodeString(PUNICODE_STRING DestinationString, PUTF8_STRING SourceString,
                                      BOOLEAN AllocateDestinationString)
{
    ULONG length;
    RtlUTF8ToUnicodeN(NULL, 0, &length, SourceString->Buffer ? SourceString->Buffer : "", SourceString->Length);
    const ULONG size = length + sizeof(WCHAR);
    if (size > MAXUSHORT)
        return STATUS_INVALID_PARAMETER_2;
    if (AllocateDestinationString) {
        DestinationString->Buffer = rtlp_allocate(size);
        if (!DestinationString->Buffer)
            return STATUS_NO_MEMORY;
        DestinationString->MaximumLength = (USHORT)size;
    } else if (size > DestinationString->MaximumLength) {
        return STATUS_BUFFER_OVERFLOW;
    }
    DestinationString->Length = (USHORT)length;
    DestinationString->Buffer[length / sizeof(WCHAR)] = 0;
    return RtlUTF8ToUnicodeN(DestinationString->Buffer, length, &length,
                             SourceString->Buffer ? SourceString->Buffer : "", SourceString->Length);
}
