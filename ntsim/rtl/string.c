/* <string.h>, <ctype.h>: strings of bytes. Case and classes are those of the C locale. */
#include "ntsim/rtl/copies.h"

#include "ntsim/rtl/rtlp.h"

#include <ctype.h>

int isdigit(int c)
{
    return c >= '0' && c <= '9';
}

int islower(int c)
{
    return c >= 'a' && c <= 'z';
}

int isupper(int c)
{
    return c >= 'A' && c <= 'Z';
}

int isprint(int c)
{
    return c >= ' ' && c <= '~';
}

int isspace(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

int isxdigit(int c)
{
    return isdigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

int tolower(int c)
{
    return isupper(c) ? c - 'A' + 'a' : c;
}

int toupper(int c)
{
    return islower(c) ? c - 'a' + 'A' : c;
}

#define UNIT     char
#define UNSIGNED UCHAR
#define VALUE    int
#define CASE     int
#define LOWER    tolower
#define UPPER    toupper
#define EMPTY    ""
#define F(a, b)  a
#include "ntsim/rtl/string_family.h"

char *_strset(char *text, int value)
{
    memset(text, value, strlen(text));
    return text;
}

errno_t memcpy_s(void *_Dst, rsize_t _DstSize, const void *_Src, rsize_t _SrcSize)
{
    if (_SrcSize == 0)
        return 0;
    if (!_Dst)
        return EINVAL;
    if (!_Src || _DstSize < _SrcSize) {
        memset(_Dst, 0, _DstSize);
        return _Src ? ERANGE : EINVAL;
    }
    memcpy(_Dst, _Src, _SrcSize);
    return 0;
}

/* Unlike memcpy_s this one leaves the destination as it is. */
errno_t memmove_s(void *_Dst, rsize_t _DstSize, const void *_Src, rsize_t _SrcSize)
{
    if (_SrcSize == 0)
        return 0;
    if (!_Dst || !_Src)
        return EINVAL;
    if (_DstSize < _SrcSize)
        return ERANGE;
    memmove(_Dst, _Src, _SrcSize);
    return 0;
}

char *strtok_s(char *_Str, const char *_Delimiters, char **_Context)
{
    char *at = _Str ? _Str : *_Context;
    if (!at)
        return NULL;
    at += strspn(at, _Delimiters);
    char *end = at;
    while (*end && !strchr(_Delimiters, *end))
        end++;
    *_Context = *end ? end + 1 : end;
    *end = 0;
    return end == at ? NULL : at;
}
