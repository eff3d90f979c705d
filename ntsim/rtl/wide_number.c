/* <stdlib.h>: numbers in strings of UTF-16 units. */
#include "ntsim/rtl/rtlp.h"

#define UNIT    wchar_t
#define F(a, b) b
#include "ntsim/rtl/number_family.h"

unsigned long wcstoul(const wchar_t *text, wchar_t **end, int radix)
{
    const wchar_t *stopped;
    BOOLEAN negative;
    const ULONG64 value = read(text, &stopped, (unsigned)radix, MAXULONG, &negative);
    if (end)
        *end = (wchar_t *)stopped;
    return (unsigned long)(negative && value != MAXULONG ? 0 - value : value);
}
