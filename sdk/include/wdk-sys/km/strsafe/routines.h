/*
 * The body of ntstrsafe.h for one character type; included twice, so it has no guard.
 * WDK_STR_CHAR is the type, WDK_STR_NAME(x) gives the names, WDK_STR_VPRINT formats.
 *
 * All routines come down to two steps: `append` copies what fits behind what is there, `finish` applies the flags and
 * tells the caller where the end is.
 */

#define WDK_STR_ROUTINE _IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ FORCEINLINE NTSTATUS
#define WDK_STR_APPEND  WDK_STR_NAME(WdkStringAppend_)
#define WDK_STR_FINISH  WDK_STR_NAME(WdkStringFinish_)
#define WDK_STR_FIND    WDK_STR_NAME(WdkStringFindEnd_)
#define WDK_STR_FORMAT  WDK_STR_NAME(WdkStringFormat_)

/* Characters before the terminator in `text`; STATUS_INVALID_PARAMETER when there is none in `size`. */
FORCEINLINE NTSTATUS WDK_STR_FIND(const WDK_STR_CHAR *text, size_t size, size_t *length)
{
    size_t n = 0;
    while (n < size && text[n])
        n++;
    *length = n < size ? n : 0;
    return n < size ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

/* Copies at most `limit` characters of `source` behind `*used` characters; `size` has room for at least `*used` and one. */
FORCEINLINE NTSTATUS WDK_STR_APPEND(WDK_STR_CHAR *target, size_t size, size_t *used, const WDK_STR_CHAR *source,
                                    size_t limit)
{
    size_t n = *used;
    while (limit && *source && n + 1 < size) {
        target[n++] = *source++;
        limit--;
    }
    target[n] = 0;
    *used = n;
    return limit && *source ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

/* The formatter returns -1, or the full length without a terminator, when the room is too small. */
FORCEINLINE NTSTATUS WDK_STR_FORMAT(WDK_STR_CHAR *target, size_t size, size_t *used, const WDK_STR_CHAR *format,
                                    va_list arguments)
{
    const int n = WDK_STR_VPRINT(target, size - 1, format, arguments);
    const BOOLEAN fits = n >= 0 && (size_t)n <= size - 1;
    *used = fits ? (size_t)n : size - 1;
    target[*used] = 0;
    return fits ? STATUS_SUCCESS : STATUS_BUFFER_OVERFLOW;
}

FORCEINLINE NTSTATUS WDK_STR_FINISH(NTSTATUS status, WDK_STR_CHAR *target, size_t size, size_t used,
                                    WDK_STR_CHAR **end, size_t *remaining, ULONG flags)
{
    if (!NT_SUCCESS(status) && size) {
        if (flags & STRSAFE_FILL_ON_FAILURE) {
            memset(target, STRSAFE_GET_FILL_PATTERN(flags), size * sizeof *target);
            used = STRSAFE_GET_FILL_PATTERN(flags) ? size - 1 : 0;
            target[used] = 0;
        }
        if (flags & (STRSAFE_NULL_ON_FAILURE | STRSAFE_NO_TRUNCATION)) {
            used = 0;
            target[0] = 0;
        }
    } else if (size && (flags & STRSAFE_FILL_BEHIND_NULL)) {
        memset(target + used + 1, STRSAFE_GET_FILL_PATTERN(flags), (size - used - 1) * sizeof *target);
    }
    if (end)
        *end = size ? target + used : target;
    if (remaining)
        *remaining = size ? size - used : 0;
    return status;
}

/* Length: of a string that must end within the size given. */

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCchLength)(_In_reads_or_z_(Size) const WDK_STR_CHAR *Text,
                                                 _In_ _In_range_(1, NTSTRSAFE_MAX_CCH) size_t Size,
                                                 _Out_opt_ size_t *Length)
{
    size_t n = 0;
    const NTSTATUS status =
        Text && Size <= NTSTRSAFE_MAX_CCH ? WDK_STR_FIND(Text, Size, &n) : STATUS_INVALID_PARAMETER;
    if (Length)
        *Length = n;
    return status;
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCbLength)(_In_reads_or_z_(Size / sizeof(WDK_STR_CHAR)) const WDK_STR_CHAR *Text,
                                                _In_ size_t Size, _Out_opt_ size_t *Length)
{
    const NTSTATUS status = WDK_STR_NAME(RtlStringCchLength)(Text, Size / sizeof(WDK_STR_CHAR), Length);
    if (Length)
        *Length *= sizeof(WDK_STR_CHAR);
    return status;
}

/* Copy: CopyN takes at most Count characters (Cb: bytes) of the source. */

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCchCopyNEx)(_Out_writes_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                  _In_reads_or_z_opt_(Count) const WDK_STR_CHAR *Source,
                                                  _In_ size_t Count, _Outptr_opt_ WDK_STR_CHAR **End,
                                                  _Out_opt_ size_t *Remaining, _In_ ULONG Flags)
{
    static const WDK_STR_CHAR nothing[1] = {0};
    NTSTATUS status = STATUS_INVALID_PARAMETER;
    size_t used = 0;
    if (!Source && (Flags & STRSAFE_IGNORE_NULLS))
        Source = nothing;
    if (Target && Source && Size && Size <= NTSTRSAFE_MAX_CCH && Count <= NTSTRSAFE_MAX_CCH)
        status = WDK_STR_APPEND(Target, Size, &used, Source, Count);
    else
        Size = 0;
    return WDK_STR_FINISH(status, Target, Size, used, End, Remaining, Flags);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCbCopyNEx)(_Out_writes_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                 _In_reads_bytes_opt_(Count) const WDK_STR_CHAR *Source,
                                                 _In_ size_t Count, _Outptr_opt_ WDK_STR_CHAR **End,
                                                 _Out_opt_ size_t *Remaining, _In_ ULONG Flags)
{
    const NTSTATUS status =
        WDK_STR_NAME(RtlStringCchCopyNEx)(Target, Size / sizeof(WDK_STR_CHAR), Source, Count / sizeof(WDK_STR_CHAR),
                                          End, Remaining, Flags);
    if (Remaining)
        *Remaining = *Remaining * sizeof(WDK_STR_CHAR) + Size % sizeof(WDK_STR_CHAR);
    return status;
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCchCopyEx)(_Out_writes_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                 _In_opt_z_ const WDK_STR_CHAR *Source,
                                                 _Outptr_opt_ WDK_STR_CHAR **End, _Out_opt_ size_t *Remaining,
                                                 _In_ ULONG Flags)
{
    return WDK_STR_NAME(RtlStringCchCopyNEx)(Target, Size, Source, NTSTRSAFE_MAX_CCH, End, Remaining, Flags);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCbCopyEx)(_Out_writes_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                _In_opt_z_ const WDK_STR_CHAR *Source,
                                                _Outptr_opt_ WDK_STR_CHAR **End, _Out_opt_ size_t *Remaining,
                                                _In_ ULONG Flags)
{
    return WDK_STR_NAME(RtlStringCbCopyNEx)(Target, Size, Source, NTSTRSAFE_MAX_CCH, End, Remaining, Flags);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCchCopyN)(_Out_writes_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                _In_reads_or_z_(Count) const WDK_STR_CHAR *Source, _In_ size_t Count)
{
    return WDK_STR_NAME(RtlStringCchCopyNEx)(Target, Size, Source, Count, NULL, NULL, 0);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCbCopyN)(_Out_writes_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                               _In_reads_bytes_(Count) const WDK_STR_CHAR *Source, _In_ size_t Count)
{
    return WDK_STR_NAME(RtlStringCbCopyNEx)(Target, Size, Source, Count, NULL, NULL, 0);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCchCopy)(_Out_writes_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                               _In_z_ const WDK_STR_CHAR *Source)
{
    return WDK_STR_NAME(RtlStringCchCopyNEx)(Target, Size, Source, NTSTRSAFE_MAX_CCH, NULL, NULL, 0);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCbCopy)(_Out_writes_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                              _In_z_ const WDK_STR_CHAR *Source)
{
    return WDK_STR_NAME(RtlStringCbCopyEx)(Target, Size, Source, NULL, NULL, 0);
}

/* Cat: behind the string that the destination already holds, which must end within its size. */

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCchCatNEx)(_Inout_updates_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                 _In_reads_or_z_opt_(Count) const WDK_STR_CHAR *Source,
                                                 _In_ size_t Count, _Outptr_opt_ WDK_STR_CHAR **End,
                                                 _Out_opt_ size_t *Remaining, _In_ ULONG Flags)
{
    static const WDK_STR_CHAR nothing[1] = {0};
    NTSTATUS status = STATUS_INVALID_PARAMETER;
    size_t used = 0;
    if (!Source && (Flags & STRSAFE_IGNORE_NULLS))
        Source = nothing;
    if (Target && Source && Size && Size <= NTSTRSAFE_MAX_CCH && Count <= NTSTRSAFE_MAX_CCH)
        status = WDK_STR_FIND(Target, Size, &used);
    else
        Size = 0;
    if (NT_SUCCESS(status))
        status = WDK_STR_APPEND(Target, Size, &used, Source, Count);
    return WDK_STR_FINISH(status, Target, Size, used, End, Remaining, Flags);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCbCatNEx)(_Inout_updates_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                _In_reads_bytes_opt_(Count) const WDK_STR_CHAR *Source,
                                                _In_ size_t Count, _Outptr_opt_ WDK_STR_CHAR **End,
                                                _Out_opt_ size_t *Remaining, _In_ ULONG Flags)
{
    const NTSTATUS status =
        WDK_STR_NAME(RtlStringCchCatNEx)(Target, Size / sizeof(WDK_STR_CHAR), Source, Count / sizeof(WDK_STR_CHAR), End,
                                         Remaining, Flags);
    if (Remaining)
        *Remaining = *Remaining * sizeof(WDK_STR_CHAR) + Size % sizeof(WDK_STR_CHAR);
    return status;
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCchCatEx)(_Inout_updates_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                _In_opt_z_ const WDK_STR_CHAR *Source,
                                                _Outptr_opt_ WDK_STR_CHAR **End, _Out_opt_ size_t *Remaining,
                                                _In_ ULONG Flags)
{
    return WDK_STR_NAME(RtlStringCchCatNEx)(Target, Size, Source, NTSTRSAFE_MAX_CCH, End, Remaining, Flags);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCbCatEx)(_Inout_updates_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                               _In_opt_z_ const WDK_STR_CHAR *Source,
                                               _Outptr_opt_ WDK_STR_CHAR **End, _Out_opt_ size_t *Remaining,
                                               _In_ ULONG Flags)
{
    return WDK_STR_NAME(RtlStringCbCatNEx)(Target, Size, Source, NTSTRSAFE_MAX_CCH, End, Remaining, Flags);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCchCatN)(_Inout_updates_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                               _In_reads_or_z_(Count) const WDK_STR_CHAR *Source, _In_ size_t Count)
{
    return WDK_STR_NAME(RtlStringCchCatNEx)(Target, Size, Source, Count, NULL, NULL, 0);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCbCatN)(_Inout_updates_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                              _In_reads_bytes_(Count) const WDK_STR_CHAR *Source, _In_ size_t Count)
{
    return WDK_STR_NAME(RtlStringCbCatNEx)(Target, Size, Source, Count, NULL, NULL, 0);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCchCat)(_Inout_updates_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                              _In_z_ const WDK_STR_CHAR *Source)
{
    return WDK_STR_NAME(RtlStringCchCatNEx)(Target, Size, Source, NTSTRSAFE_MAX_CCH, NULL, NULL, 0);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCbCat)(_Inout_updates_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                             _In_z_ const WDK_STR_CHAR *Source)
{
    return WDK_STR_NAME(RtlStringCbCatEx)(Target, Size, Source, NULL, NULL, 0);
}

/* Print. */

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCchVPrintfEx)(_Out_writes_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                    _Outptr_opt_ WDK_STR_CHAR **End, _Out_opt_ size_t *Remaining,
                                                    _In_ ULONG Flags, _In_ _Printf_format_string_ const WDK_STR_CHAR *Format,
                                                    _In_ va_list Arguments)
{
    static const WDK_STR_CHAR nothing[1] = {0};
    NTSTATUS status = STATUS_INVALID_PARAMETER;
    size_t used = 0;
    if (!Format && (Flags & STRSAFE_IGNORE_NULLS))
        Format = nothing;
    if (Target && Format && Size && Size <= NTSTRSAFE_MAX_CCH)
        status = WDK_STR_FORMAT(Target, Size, &used, Format, Arguments);
    else
        Size = 0;
    return WDK_STR_FINISH(status, Target, Size, used, End, Remaining, Flags);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCbVPrintfEx)(_Out_writes_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                   _Outptr_opt_ WDK_STR_CHAR **End, _Out_opt_ size_t *Remaining,
                                                   _In_ ULONG Flags, _In_ _Printf_format_string_ const WDK_STR_CHAR *Format,
                                                   _In_ va_list Arguments)
{
    const NTSTATUS status = WDK_STR_NAME(RtlStringCchVPrintfEx)(Target, Size / sizeof(WDK_STR_CHAR), End, Remaining,
                                                                Flags, Format, Arguments);
    if (Remaining)
        *Remaining = *Remaining * sizeof(WDK_STR_CHAR) + Size % sizeof(WDK_STR_CHAR);
    return status;
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCchVPrintf)(_Out_writes_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                  _In_ _Printf_format_string_ const WDK_STR_CHAR *Format,
                                                  _In_ va_list Arguments)
{
    return WDK_STR_NAME(RtlStringCchVPrintfEx)(Target, Size, NULL, NULL, 0, Format, Arguments);
}

WDK_STR_ROUTINE WDK_STR_NAME(RtlStringCbVPrintf)(_Out_writes_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                 _In_ _Printf_format_string_ const WDK_STR_CHAR *Format,
                                                 _In_ va_list Arguments)
{
    return WDK_STR_NAME(RtlStringCbVPrintfEx)(Target, Size, NULL, NULL, 0, Format, Arguments);
}

/* A function with `...` is not inlined; `static inline` keeps one copy an object, and none where unused. */
#define WDK_STR_PRINT_ROUTINE _Must_inspect_result_ static inline NTSTATUS __cdecl

_IRQL_requires_max_(PASSIVE_LEVEL)
WDK_STR_PRINT_ROUTINE WDK_STR_NAME(RtlStringCchPrintfEx)(_Out_writes_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                         _Outptr_opt_ WDK_STR_CHAR **End, _Out_opt_ size_t *Remaining,
                                                         _In_ ULONG Flags,
                                                         _In_ _Printf_format_string_ const WDK_STR_CHAR *Format, ...)
{
    va_list arguments;
    va_start(arguments, Format);
    const NTSTATUS status =
        WDK_STR_NAME(RtlStringCchVPrintfEx)(Target, Size, End, Remaining, Flags, Format, arguments);
    va_end(arguments);
    return status;
}

_IRQL_requires_max_(PASSIVE_LEVEL)
WDK_STR_PRINT_ROUTINE WDK_STR_NAME(RtlStringCbPrintfEx)(_Out_writes_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                        _Outptr_opt_ WDK_STR_CHAR **End, _Out_opt_ size_t *Remaining,
                                                        _In_ ULONG Flags,
                                                        _In_ _Printf_format_string_ const WDK_STR_CHAR *Format, ...)
{
    va_list arguments;
    va_start(arguments, Format);
    const NTSTATUS status =
        WDK_STR_NAME(RtlStringCbVPrintfEx)(Target, Size, End, Remaining, Flags, Format, arguments);
    va_end(arguments);
    return status;
}

_IRQL_requires_max_(PASSIVE_LEVEL)
WDK_STR_PRINT_ROUTINE WDK_STR_NAME(RtlStringCchPrintf)(_Out_writes_z_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                       _In_ _Printf_format_string_ const WDK_STR_CHAR *Format, ...)
{
    va_list arguments;
    va_start(arguments, Format);
    const NTSTATUS status = WDK_STR_NAME(RtlStringCchVPrintf)(Target, Size, Format, arguments);
    va_end(arguments);
    return status;
}

_IRQL_requires_max_(PASSIVE_LEVEL)
WDK_STR_PRINT_ROUTINE WDK_STR_NAME(RtlStringCbPrintf)(_Out_writes_bytes_(Size) WDK_STR_CHAR *Target, _In_ size_t Size,
                                                      _In_ _Printf_format_string_ const WDK_STR_CHAR *Format, ...)
{
    va_list arguments;
    va_start(arguments, Format);
    const NTSTATUS status = WDK_STR_NAME(RtlStringCbVPrintf)(Target, Size, Format, arguments);
    va_end(arguments);
    return status;
}

#undef WDK_STR_ROUTINE
#undef WDK_STR_PRINT_ROUTINE
#undef WDK_STR_APPEND
#undef WDK_STR_FINISH
#undef WDK_STR_FIND
#undef WDK_STR_FORMAT
