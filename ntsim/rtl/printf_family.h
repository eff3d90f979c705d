/*
 * printf's family into buffers, for bytes and for UTF-16 units. printf.c and wide_printf.c include this, having said
 * UNIT, KIND (enum rtlp_text) and F(a, b) as in string_family.h.
 */
#include <stdio.h>
#include <string.h>

/* The length; a zero follows where there is room. */
static SIZE_T format(UNIT *to, size_t size, const UNIT *text, va_list arguments)
{
    struct rtlp_sink sink = {.Kind = KIND, .Buffer = to, .Size = size};
    rtlp_format(&sink, text, arguments);
    if (sink.Total < size)
        to[sink.Total] = 0;
    return sink.Total;
}

/* As many units as `count` says, and -1 where there are more; then there is no zero at the end. */
int F(_vsnprintf, _vsnwprintf)(UNIT *to, size_t count, const UNIT *text, va_list arguments)
{
    if (!text || (!to && count != 0))
        return -1;
    const SIZE_T length = format(to, count, text, arguments);
    return length <= count || !to ? (int)length : -1;
}

/* Nothing at all where it does not fit. */
int F(vsprintf_s, vswprintf_s)(UNIT *to, size_t size, const UNIT *text, va_list arguments)
{
    if (!to || size == 0 || !text)
        return -1;
    const SIZE_T length = format(to, size, text, arguments);
    if (length < size)
        return (int)length;
    *to = 0;
    return -1;
}

/* At most `count` units, which may be _TRUNCATE, and always a zero. */
int F(_vsnprintf_s, _vsnwprintf_s)(UNIT *to, size_t size, size_t count, const UNIT *text, va_list arguments)
{
    if (!to || size == 0 || !text)
        return -1;
    const SIZE_T length = format(to, size, text, arguments);
    if (length < size && length <= count)
        return (int)length;
    if (count != _TRUNCATE && count >= size) {
        *to = 0;
        return -1;
    }
    to[count < size - 1 ? count : size - 1] = 0;
    return -1;
}

int F(vsprintf, _vswprintf)(UNIT *to, const UNIT *text, va_list arguments)
{
    return (int)format(to, MAXLONG, text, arguments);
}

int F(sprintf, swprintf)(UNIT *to, const UNIT *text, ...)
{
    va_list arguments;
    va_start(arguments, text);
    const SIZE_T length = format(to, MAXLONG, text, arguments);
    va_end(arguments);
    return (int)length;
}

int F(_snprintf, _snwprintf)(UNIT *to, size_t count, const UNIT *text, ...)
{
    va_list arguments;
    va_start(arguments, text);
    const int length = F(_vsnprintf, _vsnwprintf)(to, count, text, arguments);
    va_end(arguments);
    return length;
}

int F(sprintf_s, swprintf_s)(UNIT *to, size_t size, const UNIT *text, ...)
{
    va_list arguments;
    va_start(arguments, text);
    const int length = F(vsprintf_s, vswprintf_s)(to, size, text, arguments);
    va_end(arguments);
    return length;
}

int F(_snprintf_s, _snwprintf_s)(UNIT *to, size_t size, size_t count, const UNIT *text, ...)
{
    va_list arguments;
    va_start(arguments, text);
    const int length = F(_vsnprintf_s, _vsnwprintf_s)(to, size, count, text, arguments);
    va_end(arguments);
    return length;
}
