/*
 * Formatting as Microsoft's C runtime and DbgPrint do it. No floating point: the argument is taken, nothing is written.
 */
#ifndef NTSIM_RTL_FORMAT_H
#define NTSIM_RTL_FORMAT_H

#include <ntifs.h>

enum rtlp_text { RTLP_BYTES, RTLP_WIDE, RTLP_UTF8 /* bytes, where what is wide becomes UTF-8 */ };

/* Where text goes. What does not fit is counted only. */
struct rtlp_sink {
    enum rtlp_text Kind;
    PVOID Buffer;
    SIZE_T Size, Total; /* in units of the kind */
};

/* The format is of UTF-16 units where the sink is RTLP_WIDE, else of bytes. No zero is put at the end. */
void rtlp_format(struct rtlp_sink *sink, const void *format, va_list arguments);

#endif
