/* printf's family for bytes. */
#include "ntsim/rtl/format.h"

#define UNIT    char
#define KIND    RTLP_BYTES
#define F(a, b) a
#include "ntsim/rtl/printf_family.h"
