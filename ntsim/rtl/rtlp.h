/* Inside Rtl: what its files share. */
#ifndef NTSIM_RTL_RTLP_H
#define NTSIM_RTL_RTLP_H

#include <ntifs.h>

/* --- case.c --- */
WCHAR rtlp_upcase(WCHAR c);
WCHAR rtlp_downcase(WCHAR c);

/* --- code_page.c: the two of an English Windows, both of one byte a character --- */
struct rtlp_code_page {
    WCHAR High[128]; /* of the bytes from 0x80 on */
};
extern const struct rtlp_code_page rtlp_ansi; /* 1252 */
extern const struct rtlp_code_page rtlp_oem;  /* 437 */
WCHAR rtlp_widen(const struct rtlp_code_page *page, UCHAR byte);
/* '?' where the page has no such character. */
UCHAR rtlp_narrow(const struct rtlp_code_page *page, WCHAR c);

/* --- utf8.c --- */
/* The next code point of `*at`, which moves on; 0xFFFD and *broken for what is none. */
ULONG rtlp_read_utf16(const WCHAR **at, const WCHAR *end, BOOLEAN *broken);
ULONG rtlp_read_utf8(const UCHAR **at, const UCHAR *end, BOOLEAN *broken);
/* At most four bytes, or two units; how many. */
ULONG rtlp_write_utf8(ULONG point, UCHAR *to);
ULONG rtlp_write_utf16(ULONG point, WCHAR *to);

/* --- unicode.c: pool for strings, which RtlFreeXxxString give back. NULL: no memory, or nothing to free. --- */
enum { RTLP_TAG = 'rtsR' };
PVOID rtlp_allocate(SIZE_T size);
void rtlp_free(PVOID block);

/*
 * --- copy.c, for the other components: a string in non-paged pool of its own, with a zero after it, that the caller
 * gives back with ExFreePoolWithTag(to->Buffer, tag). STATUS_NAME_TOO_LONG or STATUS_INSUFFICIENT_RESOURCES: `to` is
 * empty. ---
 */
NTSTATUS rtlp_copy_string(UNICODE_STRING *to, PCUNICODE_STRING from, ULONG tag);
NTSTATUS rtlp_join_strings(UNICODE_STRING *to, PCUNICODE_STRING first, PCUNICODE_STRING second, ULONG tag);

#endif
