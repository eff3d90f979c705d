/* Altitudes are numbers of any size, so they are compared as text. */
#include "ntsim/ob/altitude.h"

static BOOLEAN is_digit(WCHAR c)
{
    return c >= L'0' && c <= L'9';
}

BOOLEAN ob_is_altitude(PCUNICODE_STRING altitude)
{
    ULONG points = 0, count = altitude->Length / sizeof(WCHAR);
    for (ULONG i = 0; i < count; i++) {
        if (altitude->Buffer[i] == L'.' && i > 0)
            points++;
        else if (!is_digit(altitude->Buffer[i]))
            return FALSE;
    }
    return count > 0 && points <= 1;
}

/* Where the whole part begins (without its zeros) and ends. */
static ULONG whole_part(PCUNICODE_STRING altitude, ULONG *begin)
{
    ULONG count = altitude->Length / sizeof(WCHAR), at = 0;
    while (at < count && altitude->Buffer[at] == L'0')
        at++;
    *begin = at;
    while (at < count && altitude->Buffer[at] != L'.')
        at++;
    return at;
}

static WCHAR digit_at(PCUNICODE_STRING altitude, ULONG at)
{
    return at < altitude->Length / sizeof(WCHAR) ? altitude->Buffer[at] : L'0';
}

int ob_compare_altitudes(PCUNICODE_STRING one, PCUNICODE_STRING other)
{
    ULONG begin, other_begin;
    ULONG end = whole_part(one, &begin), other_end = whole_part(other, &other_begin);
    if (end - begin != other_end - other_begin)
        return end - begin < other_end - other_begin ? -1 : 1;
    for (ULONG i = 0; i < end - begin; i++)
        if (one->Buffer[begin + i] != other->Buffer[other_begin + i])
            return one->Buffer[begin + i] < other->Buffer[other_begin + i] ? -1 : 1;
    for (ULONG i = 1; end + i < one->Length / sizeof(WCHAR) || other_end + i < other->Length / sizeof(WCHAR); i++)
        if (digit_at(one, end + i) != digit_at(other, other_end + i))
            return digit_at(one, end + i) < digit_at(other, other_end + i) ? -1 : 1;
    return 0;
}
