/* UTF-8 and UTF-16. What is not well-formed becomes U+FFFD, one for each maximal part, and STATUS_SOME_NOT_MAPPED. */
#include "ntsim/rtl/rtlp.h"

enum { REPLACEMENT = 0xFFFD };

ULONG rtlp_read_utf16(const WCHAR **at, const WCHAR *end, BOOLEAN *broken)
{
    const WCHAR first = *(*at)++;
    if (first < 0xD800 || first > 0xDFFF)
        return first;
    if (first < 0xDC00 && *at < end && **at >= 0xDC00 && **at <= 0xDFFF)
        return 0x10000 + ((first - 0xD800u) << 10) + (*(*at)++ - 0xDC00u);
    *broken = TRUE;
    return REPLACEMENT;
}

ULONG rtlp_read_utf8(const UCHAR **at, const UCHAR *end, BOOLEAN *broken)
{
    const UCHAR first = *(*at)++;
    ULONG more, point, low = 0x80, high = 0xBF; /* of the second byte */
    if (first < 0x80)
        return first;
    if (first >= 0xC2 && first <= 0xDF) {
        more = 1;
        point = first & 0x1Fu;
    } else if (first >= 0xE0 && first <= 0xEF) {
        more = 2;
        point = first & 0x0Fu;
        low = first == 0xE0 ? 0xA0 : 0x80;
        high = first == 0xED ? 0x9F : 0xBF;
    } else if (first >= 0xF0 && first <= 0xF4) {
        more = 3;
        point = first & 0x07u;
        low = first == 0xF0 ? 0x90 : 0x80;
        high = first == 0xF4 ? 0x8F : 0xBF;
    } else {
        *broken = TRUE;
        return REPLACEMENT;
    }
    for (; more != 0; more--, low = 0x80, high = 0xBF) {
        if (*at == end || **at < low || **at > high) {
            *broken = TRUE;
            return REPLACEMENT;
        }
        point = point << 6 | (*(*at)++ & 0x3Fu);
    }
    return point;
}

ULONG rtlp_write_utf8(ULONG point, UCHAR *to)
{
    if (point < 0x80) {
        to[0] = (UCHAR)point;
        return 1;
    }
    if (point < 0x800) {
        to[0] = (UCHAR)(0xC0 | point >> 6);
        to[1] = (UCHAR)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        to[0] = (UCHAR)(0xE0 | point >> 12);
        to[1] = (UCHAR)(0x80 | (point >> 6 & 0x3F));
        to[2] = (UCHAR)(0x80 | (point & 0x3F));
        return 3;
    }
    to[0] = (UCHAR)(0xF0 | point >> 18);
    to[1] = (UCHAR)(0x80 | (point >> 12 & 0x3F));
    to[2] = (UCHAR)(0x80 | (point >> 6 & 0x3F));
    to[3] = (UCHAR)(0x80 | (point & 0x3F));
    return 4;
}

ULONG rtlp_write_utf16(ULONG point, WCHAR *to)
{
    if (point < 0x10000) {
        to[0] = (WCHAR)point;
        return 1;
    }
    to[0] = (WCHAR)(0xD800 + ((point - 0x10000) >> 10));
    to[1] = (WCHAR)(0xDC00 + ((point - 0x10000) & 0x3FF));
    return 2;
}

NTSTATUS RtlUnicodeToUTF8N(PCHAR UTF8StringDestination, ULONG UTF8StringMaxByteCount, PULONG UTF8StringActualByteCount,
                           PCWCH UnicodeStringSource, ULONG UnicodeStringByteCount)
{
    if (!UnicodeStringSource)
        return STATUS_INVALID_PARAMETER_4;
    if (!UTF8StringDestination && !UTF8StringActualByteCount)
        return STATUS_INVALID_PARAMETER;
    const WCHAR *at = UnicodeStringSource;
    const WCHAR *const end = at + UnicodeStringByteCount / sizeof(*at);
    BOOLEAN broken = UnicodeStringByteCount % sizeof(*at) != 0;
    ULONG written = 0;
    NTSTATUS status = STATUS_SUCCESS;
    if (broken)
        return STATUS_INVALID_PARAMETER_5;
    while (at < end) {
        UCHAR bytes[4];
        const ULONG count = rtlp_write_utf8(rtlp_read_utf16(&at, end, &broken), bytes);
        if (UTF8StringDestination) {
            if (count > UTF8StringMaxByteCount - written) {
                status = STATUS_BUFFER_TOO_SMALL;
                break;
            }
            RtlCopyMemory(UTF8StringDestination + written, bytes, count);
        }
        written += count;
    }
    if (UTF8StringActualByteCount)
        *UTF8StringActualByteCount = written;
    return status == STATUS_SUCCESS && broken ? STATUS_SOME_NOT_MAPPED : status;
}

NTSTATUS RtlUTF8ToUnicodeN(PWSTR UnicodeStringDestination, ULONG UnicodeStringMaxByteCount,
                           PULONG UnicodeStringActualByteCount, PCCH UTF8StringSource, ULONG UTF8StringByteCount)
{
    if (!UTF8StringSource)
        return STATUS_INVALID_PARAMETER_4;
    if (!UnicodeStringDestination && !UnicodeStringActualByteCount)
        return STATUS_INVALID_PARAMETER;
    const UCHAR *at = (const UCHAR *)UTF8StringSource;
    const UCHAR *const end = at + UTF8StringByteCount;
    const ULONG room = UnicodeStringMaxByteCount / sizeof(WCHAR);
    BOOLEAN broken = FALSE;
    ULONG written = 0;
    NTSTATUS status = STATUS_SUCCESS;
    while (at < end) {
        WCHAR units[2];
        const ULONG count = rtlp_write_utf16(rtlp_read_utf8(&at, end, &broken), units);
        if (UnicodeStringDestination) {
            if (count > room - written) {
                status = STATUS_BUFFER_TOO_SMALL;
                break;
            }
            RtlCopyMemory(UnicodeStringDestination + written, units, count * sizeof(*units));
        }
        written += count;
    }
    if (UnicodeStringActualByteCount)
        *UnicodeStringActualByteCount = written * sizeof(WCHAR);
    return status == STATUS_SUCCESS && broken ? STATUS_SOME_NOT_MAPPED : status;
}
