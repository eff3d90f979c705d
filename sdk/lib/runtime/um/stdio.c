/*
 * The printf and scanf families for narrow characters. The UCRT exports only what all of them stand on
 * (__stdio_common_…); the functions that programs call are part of each program.
 */
#include "stdio_common.h"

#define FORWARD(result, call)                                                                                          \
    va_list arguments;                                                                                                 \
    va_start(arguments, format);                                                                                       \
    const int result = call;                                                                                           \
    va_end(arguments);                                                                                                 \
    return result

int vfprintf(FILE *file, const char *format, va_list arguments)
{
    return __stdio_common_vfprintf(0, file, format, NULL, arguments);
}
int vprintf(const char *format, va_list arguments)
{
    return vfprintf(__acrt_iob_func(STDOUT), format, arguments);
}
int fprintf(FILE *file, const char *format, ...)
{
    FORWARD(written, vfprintf(file, format, arguments));
}
int printf(const char *format, ...)
{
    FORWARD(written, vprintf(format, arguments));
}
int vfprintf_s(FILE *file, const char *format, va_list arguments)
{
    return __stdio_common_vfprintf_s(0, file, format, NULL, arguments);
}
int vprintf_s(const char *format, va_list arguments)
{
    return vfprintf_s(__acrt_iob_func(STDOUT), format, arguments);
}
int fprintf_s(FILE *file, const char *format, ...)
{
    FORWARD(written, vfprintf_s(file, format, arguments));
}
int printf_s(const char *format, ...)
{
    FORWARD(written, vprintf_s(format, arguments));
}

int vsnprintf(char *buffer, size_t size, const char *format, va_list arguments)
{
    const int written = __stdio_common_vsprintf(STANDARD_SNPRINTF, buffer, size, format, NULL, arguments);
    return written < 0 ? -1 : written;
}
int vsprintf(char *buffer, const char *format, va_list arguments)
{
    const int written = __stdio_common_vsprintf(LEGACY_NULL_TERMINATION, buffer, SIZE_MAX, format, NULL, arguments);
    return written < 0 ? -1 : written;
}
int _vsnprintf(char *buffer, size_t size, const char *format, va_list arguments)
{
    const int written = __stdio_common_vsprintf(LEGACY_NULL_TERMINATION, buffer, size, format, NULL, arguments);
    return written < 0 ? -1 : written;
}
int _vscprintf(const char *format, va_list arguments)
{
    return vsnprintf(NULL, 0, format, arguments);
}
int snprintf(char *buffer, size_t size, const char *format, ...)
{
    FORWARD(written, vsnprintf(buffer, size, format, arguments));
}
int sprintf(char *buffer, const char *format, ...)
{
    FORWARD(written, vsprintf(buffer, format, arguments));
}
int _snprintf(char *buffer, size_t size, const char *format, ...)
{
    FORWARD(written, _vsnprintf(buffer, size, format, arguments));
}
int _scprintf(const char *format, ...)
{
    FORWARD(written, _vscprintf(format, arguments));
}
int vsprintf_s(char *buffer, size_t size, const char *format, va_list arguments)
{
    return __stdio_common_vsprintf_s(0, buffer, size, format, NULL, arguments);
}
int sprintf_s(char *buffer, size_t size, const char *format, ...)
{
    FORWARD(written, vsprintf_s(buffer, size, format, arguments));
}
int _vsnprintf_s(char *buffer, size_t size, size_t limit, const char *format, va_list arguments)
{
    return __stdio_common_vsnprintf_s(0, buffer, size, limit, format, NULL, arguments);
}
int vsnprintf_s(char *buffer, size_t size, size_t limit, const char *format, va_list arguments)
{
    return _vsnprintf_s(buffer, size, limit, format, arguments);
}
int _snprintf_s(char *buffer, size_t size, size_t limit, const char *format, ...)
{
    FORWARD(written, _vsnprintf_s(buffer, size, limit, format, arguments));
}

int vfscanf(FILE *file, const char *format, va_list arguments)
{
    return __stdio_common_vfscanf(0, file, format, NULL, arguments);
}
int vscanf(const char *format, va_list arguments)
{
    return vfscanf(__acrt_iob_func(STDIN), format, arguments);
}
int fscanf(FILE *file, const char *format, ...)
{
    FORWARD(fields, vfscanf(file, format, arguments));
}
int scanf(const char *format, ...)
{
    FORWARD(fields, vscanf(format, arguments));
}
int vsscanf(const char *text, const char *format, va_list arguments)
{
    return __stdio_common_vsscanf(0, text, SIZE_MAX, format, NULL, arguments);
}
int sscanf(const char *text, const char *format, ...)
{
    FORWARD(fields, vsscanf(text, format, arguments));
}
int fscanf_s(FILE *file, const char *format, ...)
{
    FORWARD(fields, __stdio_common_vfscanf(SECURE_SCANF, file, format, NULL, arguments));
}
int scanf_s(const char *format, ...)
{
    FORWARD(fields, __stdio_common_vfscanf(SECURE_SCANF, __acrt_iob_func(STDIN), format, NULL, arguments));
}
int sscanf_s(const char *text, const char *format, ...)
{
    FORWARD(fields, __stdio_common_vsscanf(SECURE_SCANF, text, SIZE_MAX, format, NULL, arguments));
}
