/*
 * Functions on strings that exist for bytes and for UTF-16 units. string.c and wide_string.c include this, having said:
 *   UNIT, UNSIGNED   the unit, and its unsigned type
 *   VALUE            the type in which a unit is passed
 *   F(a, b)          a for bytes, b for UTF-16
 *   CASE, LOWER, UPPER  mapping of case, and the type it maps
 *   EMPTY            an empty string
 */
#include <string.h>

enum { EINVAL = 22, ERANGE = 34, STRUNCATE = 80 };

static void fill(UNIT *to, VALUE value, size_t count)
{
    while (count-- != 0)
        *to++ = (UNIT)value;
}

/* --- lengths, comparison, search --- */

size_t F(strlen, wcslen)(const UNIT *text)
{
    const UNIT *end = text;
    while (*end)
        end++;
    return (size_t)(end - text);
}

size_t F(strnlen, wcsnlen)(const UNIT *text, size_t most)
{
    size_t length = 0;
    while (length < most && text[length])
        length++;
    return length;
}

int F(strcmp, wcscmp)(const UNIT *one, const UNIT *other)
{
    return F(strncmp, wcsncmp)(one, other, (size_t)-1);
}

int F(strncmp, wcsncmp)(const UNIT *one, const UNIT *other, size_t count)
{
    for (; count != 0; count--, one++, other++) {
        if (*one != *other)
            return (UNSIGNED)*one < (UNSIGNED)*other ? -1 : 1;
        if (!*one)
            break;
    }
    return 0;
}

int F(_stricmp, _wcsicmp)(const UNIT *one, const UNIT *other)
{
    return F(_strnicmp, _wcsnicmp)(one, other, (size_t)-1);
}

int F(_strnicmp, _wcsnicmp)(const UNIT *one, const UNIT *other, size_t count)
{
    for (; count != 0; count--, one++, other++) {
        const int difference = LOWER((UNSIGNED)*one) - LOWER((UNSIGNED)*other);
        if (difference != 0)
            return difference;
        if (!*one)
            break;
    }
    return 0;
}

UNIT *F(strchr, wcschr)(const UNIT *text, VALUE c)
{
    for (;; text++) {
        if (*text == (UNIT)c)
            return (UNIT *)text;
        if (!*text)
            return NULL;
    }
}

UNIT *F(strrchr, wcsrchr)(const UNIT *text, VALUE c)
{
    const UNIT *found = NULL;
    do {
        if (*text == (UNIT)c)
            found = text;
    } while (*text++);
    return (UNIT *)found;
}

size_t F(strspn, wcsspn)(const UNIT *text, const UNIT *set)
{
    size_t length = 0;
    while (text[length] && F(strchr, wcschr)(set, text[length]))
        length++;
    return length;
}

UNIT *F(strstr, wcsstr)(const UNIT *text, const UNIT *wanted)
{
    const size_t length = F(strlen, wcslen)(wanted);
    for (;; text++) {
        if (F(strncmp, wcsncmp)(text, wanted, length) == 0)
            return (UNIT *)text;
        if (!*text)
            return NULL;
    }
}

/* --- copies --- */

UNIT *F(strcpy, wcscpy)(UNIT *to, const UNIT *from)
{
    memcpy(to, from, (F(strlen, wcslen)(from) + 1) * sizeof(UNIT));
    return to;
}

UNIT *F(strcat, wcscat)(UNIT *to, const UNIT *from)
{
    F(strcpy, wcscpy)(to + F(strlen, wcslen)(to), from);
    return to;
}

UNIT *F(strncpy, wcsncpy)(UNIT *to, const UNIT *from, size_t count)
{
    const size_t length = F(strnlen, wcsnlen)(from, count);
    memcpy(to, from, (length) * sizeof(UNIT));
    fill(to + length, 0, count - length);
    return to;
}

UNIT *F(strncat, wcsncat)(UNIT *to, const UNIT *from, size_t count)
{
    UNIT *end = to + F(strlen, wcslen)(to);
    const size_t length = F(strnlen, wcsnlen)(from, count);
    memcpy(end, from, length * sizeof(UNIT));
    end[length] = 0;
    return to;
}

static UNIT *map(UNIT *text, CASE (*one)(CASE))
{
    for (UNIT *at = text; *at; at++)
        *at = (UNIT)one((UNSIGNED)*at);
    return text;
}

UNIT *F(_strlwr, _wcslwr)(UNIT *text)
{
    return map(text, LOWER);
}

UNIT *F(_strupr, _wcsupr)(UNIT *text)
{
    return map(text, UPPER);
}

UNIT *F(_strrev, _wcsrev)(UNIT *text)
{
    for (UNIT *low = text, *high = text + F(strlen, wcslen)(text); low + 1 < high; low++) {
        const UNIT kept = *low;
        *low = *--high;
        *high = kept;
    }
    return text;
}

UNIT *F(_strnset, _wcsnset)(UNIT *text, VALUE value, size_t count)
{
    fill(text, value, F(strnlen, wcsnlen)(text, count));
    return text;
}

/* --- with the size of the destination. What does not fit leaves it empty. --- */

/* `count` characters at most, or as many as fit where it is _TRUNCATE. */
static errno_t append(UNIT *to, size_t size, size_t used, const UNIT *from, size_t count)
{
    if (!from) {
        *to = 0;
        return EINVAL;
    }
    if (used == size) { /* what was there had no end */
        *to = 0;
        return EINVAL;
    }
    const size_t length = F(strnlen, wcsnlen)(from, count == _TRUNCATE ? size - used : count);
    if (length < size - used) {
        memcpy(to + used, from, (length) * sizeof(UNIT));
        to[used + length] = 0;
        return 0;
    }
    if (count == _TRUNCATE) {
        memcpy(to + used, from, (size - used - 1) * sizeof(UNIT));
        to[size - 1] = 0;
        return STRUNCATE;
    }
    *to = 0;
    return ERANGE;
}

errno_t F(strcpy_s, wcscpy_s)(UNIT *_Dst, rsize_t _Size, const UNIT *_Src)
{
    return !_Dst || _Size == 0 ? EINVAL : append(_Dst, _Size, 0, _Src, (size_t)-2);
}

errno_t F(strcat_s, wcscat_s)(UNIT *_Dst, rsize_t _Size, const UNIT *_Src)
{
    return !_Dst || _Size == 0 ? EINVAL : append(_Dst, _Size, F(strnlen, wcsnlen)(_Dst, _Size), _Src, (size_t)-2);
}

errno_t F(strncpy_s, wcsncpy_s)(UNIT *_Dst, rsize_t _Size, const UNIT *_Src, rsize_t _Count)
{
    if (_Count == 0 && !_Dst && _Size == 0)
        return 0;
    if (!_Dst || _Size == 0)
        return EINVAL;
    if (_Count == 0) {
        *_Dst = 0;
        return 0;
    }
    return append(_Dst, _Size, 0, _Src, _Count);
}

errno_t F(strncat_s, wcsncat_s)(UNIT *_Dst, rsize_t _Size, const UNIT *_Src, rsize_t _Count)
{
    if (_Count == 0 && !_Dst && _Size == 0)
        return 0;
    if (!_Dst || _Size == 0)
        return EINVAL;
    return append(_Dst, _Size, F(strnlen, wcsnlen)(_Dst, _Size), _Count == 0 ? EMPTY : _Src, _Count);
}

errno_t F(_strset_s, _wcsset_s)(UNIT *_Dst, size_t _Size, VALUE _Value)
{
    return F(_strnset_s, _wcsnset_s)(_Dst, _Size, _Value, (size_t)-1);
}

errno_t F(_strnset_s, _wcsnset_s)(UNIT *_Dst, size_t _Size, VALUE _Value, size_t _Count)
{
    if (!_Dst || _Size == 0)
        return EINVAL;
    const size_t length = F(strnlen, wcsnlen)(_Dst, _Size);
    if (length == _Size) {
        *_Dst = 0;
        return EINVAL;
    }
    fill(_Dst, _Value, length < _Count ? length : _Count);
    return 0;
}
