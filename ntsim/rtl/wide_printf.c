/* printf's family for UTF-16 units. */
#include "ntsim/rtl/format.h"

#define UNIT    wchar_t
#define KIND    RTLP_WIDE
#define F(a, b) b
#include "ntsim/rtl/printf_family.h"
