/* <stdlib.h>: numbers and single characters in strings of bytes. */
#include "ntsim/rtl/rtlp.h"

#define UNIT    char
#define F(a, b) a
#include "ntsim/rtl/number_family.h"

unsigned __int64 _strtoui64(const char *text, char **end, int radix)
{
    const char *stopped;
    BOOLEAN negative;
    const ULONG64 value = read(text, &stopped, (unsigned)radix, ~0ull, &negative);
    if (end)
        *end = (char *)stopped;
    return negative ? 0 - value : value;
}

/* --- characters of the ANSI code page --- */

int mbtowc(wchar_t *to, const char *from, size_t count)
{
    if (!from || count == 0)
        return 0;
    if (to)
        *to = rtlp_widen(&rtlp_ansi, (UCHAR)*from);
    return *from != 0;
}

int wctomb(char *to, wchar_t c)
{
    if (!to)
        return 0;
    *to = (char)rtlp_narrow(&rtlp_ansi, c);
    return *to == '?' && c != '?' ? -1 : 1;
}

size_t mbstowcs(wchar_t *to, const char *from, size_t count)
{
    size_t length = 0;
    for (; !to || length < count; length++) {
        if (to)
            to[length] = rtlp_widen(&rtlp_ansi, (UCHAR)from[length]);
        if (!from[length])
            break;
    }
    return length;
}

size_t wcstombs(char *to, const wchar_t *from, size_t count)
{
    size_t length = 0;
    for (; !to || length < count; length++) {
        char one;
        if (wctomb(&one, from[length]) < 0)
            return (size_t)-1;
        if (to)
            to[length] = one;
        if (!from[length])
            break;
    }
    return length;
}
