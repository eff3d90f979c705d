/*
 * The printf and scanf families for wide characters, in which %s and %c are wide and %S and %C narrow, as Microsoft's
 * compiler has it by default.
 */
#include "stdio_common.h"

#define FORWARD(result, call)                                                                                          \
    va_list arguments;                                                                                                 \
    va_start(arguments, format);                                                                                       \
    const int result = call;                                                                                           \
    va_end(arguments);                                                                                                 \
    return result

int vfwprintf(FILE *file, const wchar_t *format, va_list arguments)
{
    return __stdio_common_vfwprintf(WIDE_PRINTF, file, format, NULL, arguments);
}
int vwprintf(const wchar_t *format, va_list arguments)
{
    return vfwprintf(__acrt_iob_func(STDOUT), format, arguments);
}
int fwprintf(FILE *file, const wchar_t *format, ...)
{
    FORWARD(written, vfwprintf(file, format, arguments));
}
int wprintf(const wchar_t *format, ...)
{
    FORWARD(written, vwprintf(format, arguments));
}
int vfwprintf_s(FILE *file, const wchar_t *format, va_list arguments)
{
    return __stdio_common_vfwprintf_s(WIDE_PRINTF, file, format, NULL, arguments);
}
int vwprintf_s(const wchar_t *format, va_list arguments)
{
    return vfwprintf_s(__acrt_iob_func(STDOUT), format, arguments);
}
int fwprintf_s(FILE *file, const wchar_t *format, ...)
{
    FORWARD(written, vfwprintf_s(file, format, arguments));
}
int wprintf_s(const wchar_t *format, ...)
{
    FORWARD(written, vwprintf_s(format, arguments));
}

int vswprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list arguments)
{
    const int written = __stdio_common_vswprintf(WIDE_PRINTF, buffer, size, format, NULL, arguments);
    return written < 0 ? -1 : written;
}
int _vsnwprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list arguments)
{
    const int written =
        __stdio_common_vswprintf(WIDE_PRINTF | LEGACY_NULL_TERMINATION, buffer, size, format, NULL, arguments);
    return written < 0 ? -1 : written;
}
int _vscwprintf(const wchar_t *format, va_list arguments)
{
    const int written = __stdio_common_vswprintf(WIDE_PRINTF | STANDARD_SNPRINTF, NULL, 0, format, NULL, arguments);
    return written < 0 ? -1 : written;
}
int swprintf(wchar_t *buffer, size_t size, const wchar_t *format, ...)
{
    FORWARD(written, vswprintf(buffer, size, format, arguments));
}
int _snwprintf(wchar_t *buffer, size_t size, const wchar_t *format, ...)
{
    FORWARD(written, _vsnwprintf(buffer, size, format, arguments));
}
int _scwprintf(const wchar_t *format, ...)
{
    FORWARD(written, _vscwprintf(format, arguments));
}
int vswprintf_s(wchar_t *buffer, size_t size, const wchar_t *format, va_list arguments)
{
    return __stdio_common_vswprintf_s(WIDE_PRINTF, buffer, size, format, NULL, arguments);
}
int swprintf_s(wchar_t *buffer, size_t size, const wchar_t *format, ...)
{
    FORWARD(written, vswprintf_s(buffer, size, format, arguments));
}
int _vsnwprintf_s(wchar_t *buffer, size_t size, size_t limit, const wchar_t *format, va_list arguments)
{
    return __stdio_common_vsnwprintf_s(WIDE_PRINTF, buffer, size, limit, format, NULL, arguments);
}
int _snwprintf_s(wchar_t *buffer, size_t size, size_t limit, const wchar_t *format, ...)
{
    FORWARD(written, _vsnwprintf_s(buffer, size, limit, format, arguments));
}

int vfwscanf(FILE *file, const wchar_t *format, va_list arguments)
{
    return __stdio_common_vfwscanf(WIDE_SCANF, file, format, NULL, arguments);
}
int fwscanf(FILE *file, const wchar_t *format, ...)
{
    FORWARD(fields, vfwscanf(file, format, arguments));
}
int wscanf(const wchar_t *format, ...)
{
    FORWARD(fields, vfwscanf(__acrt_iob_func(STDIN), format, arguments));
}
int vswscanf(const wchar_t *text, const wchar_t *format, va_list arguments)
{
    return __stdio_common_vswscanf(WIDE_SCANF, text, SIZE_MAX, format, NULL, arguments);
}
int swscanf(const wchar_t *text, const wchar_t *format, ...)
{
    FORWARD(fields, vswscanf(text, format, arguments));
}
int fwscanf_s(FILE *file, const wchar_t *format, ...)
{
    FORWARD(fields, __stdio_common_vfwscanf(WIDE_SCANF | SECURE_SCANF, file, format, NULL, arguments));
}
int wscanf_s(const wchar_t *format, ...)
{
    FORWARD(fields,
            __stdio_common_vfwscanf(WIDE_SCANF | SECURE_SCANF, __acrt_iob_func(STDIN), format, NULL, arguments));
}
int swscanf_s(const wchar_t *text, const wchar_t *format, ...)
{
    FORWARD(fields, __stdio_common_vswscanf(WIDE_SCANF | SECURE_SCANF, text, SIZE_MAX, format, NULL, arguments));
}
