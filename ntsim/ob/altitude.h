/* Altitudes: decimal numbers as text, with a fraction of any length, by which filters stand above each other. */
#ifndef NTSIM_OB_ALTITUDE_H
#define NTSIM_OB_ALTITUDE_H

#include <ntifs.h>

/* Digits, and at most one point that has digits before it. */
BOOLEAN ob_is_altitude(PCUNICODE_STRING altitude);
/* Negative: `one` is the lower. */
int ob_compare_altitudes(PCUNICODE_STRING one, PCUNICODE_STRING other);

#endif
