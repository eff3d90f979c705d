/* <string.h>: strings of UTF-16 units. Case is that of Unicode, one unit to one. */
#include "ntsim/rtl/copies.h"

#include "ntsim/rtl/rtlp.h"

#define UNIT     wchar_t
#define UNSIGNED wchar_t
#define VALUE    wchar_t
#define CASE     WCHAR
#define LOWER    rtlp_downcase
#define UPPER    rtlp_upcase
#define EMPTY    L""
#define F(a, b)  b
#include "ntsim/rtl/string_family.h"

size_t wcscspn(const wchar_t *text, const wchar_t *set)
{
    size_t length = 0;
    while (text[length] && !wcschr(set, text[length]))
        length++;
    return length;
}
