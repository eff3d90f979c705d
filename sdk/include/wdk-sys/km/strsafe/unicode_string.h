/*
 * The part of ntstrsafe.h whose destinations are UNICODE_STRINGs; included by it, inside its extern "C".
 * Buffer, Length and MaximumLength must make sense (RtlUnicodeStringValidate), or STATUS_INVALID_PARAMETER is returned.
 */

#define WDK_STR_ROUTINE _IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ FORCEINLINE NTSTATUS

/* Room in wide characters, and whether the record is sound. */
FORCEINLINE BOOLEAN WdkUnicodeStringSound_(const UNICODE_STRING *String)
{
    return String && String->Length % sizeof(wchar_t) == 0 && String->MaximumLength % sizeof(wchar_t) == 0 &&
           String->Length <= String->MaximumLength && (String->Buffer || !String->MaximumLength);
}

/* Copies `count` characters of `source`, or up to its terminator, to place `at` of the destination. */
FORCEINLINE NTSTATUS WdkUnicodeStringPut_(UNICODE_STRING *target, size_t at, const wchar_t *source, size_t count,
                                          BOOLEAN stops_at_null)
{
    const size_t room = target->MaximumLength / sizeof(wchar_t);
    size_t n = 0;
    while (n < count && !(stops_at_null && !source[n])) {
        if (at == room)
            break;
        target->Buffer[at++] = source[n++];
    }
    target->Length = (USHORT)(at * sizeof(wchar_t));
    return n < count && !(stops_at_null && !source[n]) ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

WDK_STR_ROUTINE RtlUnicodeStringValidate(_In_ PCUNICODE_STRING String)
{
    return WdkUnicodeStringSound_(String) ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

/* Makes `String` refer to `Text` (not copied); NULL gives an empty string. */
WDK_STR_ROUTINE RtlUnicodeStringInit(_Out_ PUNICODE_STRING String, _In_opt_z_ const wchar_t *Text)
{
    size_t n = 0;
    if (!String)
        return STATUS_INVALID_PARAMETER;
    String->Length = String->MaximumLength = 0;
    String->Buffer = NULL;
    if (!Text)
        return STATUS_SUCCESS;
    while (n < NTSTRSAFE_UNICODE_STRING_MAX_CCH && Text[n])
        n++;
    if (n >= NTSTRSAFE_UNICODE_STRING_MAX_CCH)
        return STATUS_INVALID_PARAMETER;
    String->Buffer = (wchar_t *)(ULONG_PTR)Text;
    String->Length = (USHORT)(n * sizeof(wchar_t));
    String->MaximumLength = (USHORT)(String->Length + sizeof(wchar_t));
    return STATUS_SUCCESS;
}

/* With STRSAFE_IGNORE_NULLS, NULL is an empty string, and there may be no `String` where there is no text either. */
WDK_STR_ROUTINE RtlUnicodeStringInitEx(_Out_opt_ PUNICODE_STRING String, _In_opt_z_ const wchar_t *Text, _In_ ULONG Flags)
{
    if (Flags & ~(ULONG)STRSAFE_IGNORE_NULLS)
        return STATUS_INVALID_PARAMETER;
    if (!String)
        return Text || !Flags ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
    return RtlUnicodeStringInit(String, Text || !Flags ? Text : L"");
}

/* Copy and cat: from another UNICODE_STRING, from text that ends with a terminator, and with a limit. */

WDK_STR_ROUTINE RtlUnicodeStringCopy(_Inout_ PUNICODE_STRING Target, _In_ PCUNICODE_STRING Source)
{
    if (!WdkUnicodeStringSound_(Target) || !WdkUnicodeStringSound_(Source))
        return STATUS_INVALID_PARAMETER;
    return WdkUnicodeStringPut_(Target, 0, Source->Buffer, Source->Length / sizeof(wchar_t), FALSE);
}

WDK_STR_ROUTINE RtlUnicodeStringCopyString(_Inout_ PUNICODE_STRING Target, _In_z_ const wchar_t *Source)
{
    if (!WdkUnicodeStringSound_(Target) || !Source)
        return STATUS_INVALID_PARAMETER;
    return WdkUnicodeStringPut_(Target, 0, Source, NTSTRSAFE_MAX_CCH, TRUE);
}

WDK_STR_ROUTINE RtlUnicodeStringCchCopyStringN(_Inout_ PUNICODE_STRING Target,
                                               _In_reads_or_z_(Count) const wchar_t *Source, _In_ size_t Count)
{
    if (!WdkUnicodeStringSound_(Target) || !Source || Count > NTSTRSAFE_MAX_CCH)
        return STATUS_INVALID_PARAMETER;
    return WdkUnicodeStringPut_(Target, 0, Source, Count, TRUE);
}

WDK_STR_ROUTINE RtlUnicodeStringCbCopyStringN(_Inout_ PUNICODE_STRING Target,
                                              _In_reads_bytes_(Count) const wchar_t *Source, _In_ size_t Count)
{
    return RtlUnicodeStringCchCopyStringN(Target, Source, Count / sizeof(wchar_t));
}

WDK_STR_ROUTINE RtlUnicodeStringCat(_Inout_ PUNICODE_STRING Target, _In_ PCUNICODE_STRING Source)
{
    if (!WdkUnicodeStringSound_(Target) || !WdkUnicodeStringSound_(Source))
        return STATUS_INVALID_PARAMETER;
    return WdkUnicodeStringPut_(Target, Target->Length / sizeof(wchar_t), Source->Buffer,
                                Source->Length / sizeof(wchar_t), FALSE);
}

WDK_STR_ROUTINE RtlUnicodeStringCatString(_Inout_ PUNICODE_STRING Target, _In_z_ const wchar_t *Source)
{
    if (!WdkUnicodeStringSound_(Target) || !Source)
        return STATUS_INVALID_PARAMETER;
    return WdkUnicodeStringPut_(Target, Target->Length / sizeof(wchar_t), Source, NTSTRSAFE_MAX_CCH, TRUE);
}

WDK_STR_ROUTINE RtlUnicodeStringCchCatStringN(_Inout_ PUNICODE_STRING Target,
                                              _In_reads_or_z_(Count) const wchar_t *Source, _In_ size_t Count)
{
    if (!WdkUnicodeStringSound_(Target) || !Source || Count > NTSTRSAFE_MAX_CCH)
        return STATUS_INVALID_PARAMETER;
    return WdkUnicodeStringPut_(Target, Target->Length / sizeof(wchar_t), Source, Count, TRUE);
}

WDK_STR_ROUTINE RtlUnicodeStringCbCatStringN(_Inout_ PUNICODE_STRING Target,
                                             _In_reads_bytes_(Count) const wchar_t *Source, _In_ size_t Count)
{
    return RtlUnicodeStringCchCatStringN(Target, Source, Count / sizeof(wchar_t));
}

/* The other way: a terminated string from a UNICODE_STRING. */

WDK_STR_ROUTINE RtlStringCchCopyUnicodeString(_Out_writes_z_(Size) wchar_t *Target, _In_ size_t Size,
                                              _In_ PCUNICODE_STRING Source)
{
    size_t n, i;
    if (!Target || !Size || Size > NTSTRSAFE_MAX_CCH || !WdkUnicodeStringSound_(Source))
        return STATUS_INVALID_PARAMETER;
    n = Source->Length / sizeof(wchar_t);
    for (i = 0; i < n && i + 1 < Size; i++)
        Target[i] = Source->Buffer[i];
    Target[i] = 0;
    return i < n ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

WDK_STR_ROUTINE RtlStringCbCopyUnicodeString(_Out_writes_bytes_(Size) wchar_t *Target, _In_ size_t Size,
                                             _In_ PCUNICODE_STRING Source)
{
    return RtlStringCchCopyUnicodeString(Target, Size / sizeof(wchar_t), Source);
}

/* Print: the formatter may use the last character of the room for its terminator only where there is space for it. */

WDK_STR_ROUTINE RtlUnicodeStringVPrintf(_Inout_ PUNICODE_STRING Target,
                                        _In_ _Printf_format_string_ const wchar_t *Format, _In_ va_list Arguments)
{
    size_t room;
    int n;
    if (!WdkUnicodeStringSound_(Target) || !Format)
        return STATUS_INVALID_PARAMETER;
    room = Target->MaximumLength / sizeof(wchar_t);
    n = room ? _vsnwprintf(Target->Buffer, room, Format, Arguments) : -1;
    Target->Length = (USHORT)((n < 0 ? room : (size_t)n) * sizeof(wchar_t));
    return n < 0 ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

_IRQL_requires_max_(PASSIVE_LEVEL)
_Must_inspect_result_ static inline NTSTATUS __cdecl
RtlUnicodeStringPrintf(_Inout_ PUNICODE_STRING Target, _In_ _Printf_format_string_ const wchar_t *Format, ...)
{
    va_list arguments;
    va_start(arguments, Format);
    const NTSTATUS status = RtlUnicodeStringVPrintf(Target, Format, arguments);
    va_end(arguments);
    return status;
}

#undef WDK_STR_ROUTINE
