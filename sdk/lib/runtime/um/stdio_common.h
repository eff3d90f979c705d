/*
 * The exports of the UCRT under the printf and scanf families, and their options. Facts: the public documentation.
 */
#ifndef CWDK_SDK_RUNTIME_STDIO_COMMON_H
#define CWDK_SDK_RUNTIME_STDIO_COMMON_H

#include "ucrt.h"

typedef struct file_stream FILE;
struct locale;

enum standard_stream { STDIN = 0, STDOUT = 1 };

/* Options of the printf functions. */
#define LEGACY_NULL_TERMINATION 1ull /* a full buffer is left unterminated */
#define STANDARD_SNPRINTF       2ull /* C99: terminate always, return the length wanted */
#define WIDE_PRINTF             4ull /* %s means a wide string in a wide format */
/* Options of the scanf functions. */
#define SECURE_SCANF 1ull
#define WIDE_SCANF   2ull

UCRT FILE *__acrt_iob_func(enum standard_stream stream);

#define STDIO_COMMON(name, character, ...)                                                                             \
    UCRT int name(uint64_t options, __VA_ARGS__, const character *format, const struct locale *locale,                 \
                  va_list arguments)

STDIO_COMMON(__stdio_common_vfprintf, char, FILE *file);
STDIO_COMMON(__stdio_common_vfprintf_s, char, FILE *file);
STDIO_COMMON(__stdio_common_vsprintf, char, char *buffer, size_t size);
STDIO_COMMON(__stdio_common_vsprintf_s, char, char *buffer, size_t size);
STDIO_COMMON(__stdio_common_vsnprintf_s, char, char *buffer, size_t size, size_t limit);
STDIO_COMMON(__stdio_common_vfscanf, char, FILE *file);
STDIO_COMMON(__stdio_common_vsscanf, char, const char *text, size_t size);
STDIO_COMMON(__stdio_common_vfwprintf, wchar_t, FILE *file);
STDIO_COMMON(__stdio_common_vfwprintf_s, wchar_t, FILE *file);
STDIO_COMMON(__stdio_common_vswprintf, wchar_t, wchar_t *buffer, size_t size);
STDIO_COMMON(__stdio_common_vswprintf_s, wchar_t, wchar_t *buffer, size_t size);
STDIO_COMMON(__stdio_common_vsnwprintf_s, wchar_t, wchar_t *buffer, size_t size, size_t limit);
STDIO_COMMON(__stdio_common_vfwscanf, wchar_t, FILE *file);
STDIO_COMMON(__stdio_common_vswscanf, wchar_t, const wchar_t *text, size_t size);

#endif
