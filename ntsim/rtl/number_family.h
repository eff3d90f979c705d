/*
 * Numbers from and to text, for bytes and for UTF-16 units. number.c and wide_number.c include this, having said UNIT
 * and F(a, b) as in string_family.h.
 */
#include <stdlib.h>

enum { EINVAL = 22, ERANGE = 34 };

/* --- from text --- */

static BOOLEAN is_space(UNIT c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static unsigned digit(UNIT c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10u;
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10u;
    return 99;
}

/* C's strtoul and its kin up to the range of the result. *end is `text` where there is no number. */
static ULONG64 read(const UNIT *text, const UNIT **end, unsigned radix, ULONG64 limit, BOOLEAN *negative)
{
    const UNIT *at = text;
    ULONG64 value = 0;
    BOOLEAN any = FALSE, over = FALSE;
    while (is_space(*at))
        at++;
    *negative = *at == '-';
    if (*at == '-' || *at == '+')
        at++;
    if ((radix == 0 || radix == 16) && at[0] == '0' && (at[1] == 'x' || at[1] == 'X') && digit(at[2]) < 16) {
        at += 2;
        radix = 16;
    }
    if (radix == 0)
        radix = *at == '0' ? 8 : 10;
    for (; digit(*at) < radix; at++, any = TRUE) {
        over |= value > (limit - digit(*at)) / radix;
        value = value * radix + digit(*at);
    }
    *end = any ? at : text;
    return over ? limit : value;
}

static LONG read_long(const UNIT *text)
{
    const UNIT *end;
    BOOLEAN negative;
    const LONG value = (LONG)read(text, &end, 10, ~0ull, &negative);
    return negative ? -value : value;
}

int F(atoi, _wtoi)(const UNIT *text)
{
    return (int)read_long(text);
}

long F(atol, _wtol)(const UNIT *text)
{
    return read_long(text);
}

/* --- to text --- */

/* Digits of `value`, and a sign; EINVAL where the radix is none, ERANGE where there is no room. */
static int write(ULONG64 value, BOOLEAN negative, UNIT *to, size_t size, int radix)
{
    UNIT digits[64];
    size_t count = 0, at = 0;
    if (!to || size == 0)
        return EINVAL;
    *to = 0;
    if (radix < 2 || radix > 36)
        return EINVAL;
    do {
        const unsigned one = (unsigned)(value % (unsigned)radix);
        digits[count++] = (UNIT)(one < 10 ? '0' + one : 'a' + one - 10);
        value /= (unsigned)radix;
    } while (value != 0);
    if (count + negative + 1 > size)
        return ERANGE;
    if (negative)
        to[at++] = '-';
    while (count != 0)
        to[at++] = digits[--count];
    to[at] = 0;
    return 0;
}

/* A minus sign is written in decimal only; else the number is taken as unsigned. */
static int write_signed(LONG64 value, ULONG64 as_unsigned, UNIT *to, size_t size, int radix)
{
    const BOOLEAN negative = radix == 10 && value < 0;
    return write(negative ? 0 - (ULONG64)value : as_unsigned, negative, to, size, radix);
}

enum { ANY_SIZE = 66 }; /* of the functions that are not told */

UNIT *F(_itoa, _itow)(int value, UNIT *to, int radix)
{
    write_signed(value, (ULONG)value, to, ANY_SIZE, radix);
    return to;
}

int F(_itoa_s, _itow_s)(int value, UNIT *to, size_t size, int radix)
{
    return write_signed(value, (ULONG)value, to, size, radix);
}

int F(_ltoa_s, _ltow_s)(long value, UNIT *to, size_t size, int radix)
{
    return write_signed(value, (ULONG)value, to, size, radix);
}

int F(_ultoa_s, _ultow_s)(unsigned long value, UNIT *to, size_t size, int radix)
{
    return write(value, FALSE, to, size, radix);
}

int F(_i64toa_s, _i64tow_s)(__int64 value, UNIT *to, size_t size, int radix)
{
    return write_signed(value, (ULONG64)value, to, size, radix);
}

int F(_ui64toa_s, _ui64tow_s)(unsigned __int64 value, UNIT *to, size_t size, int radix)
{
    return write(value, FALSE, to, size, radix);
}
