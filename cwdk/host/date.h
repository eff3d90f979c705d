/*
 * The date that goes into what is built: where SOURCE_DATE_EPOCH is set, building twice gives the same bytes.
 */
#ifndef CWDK_HOST_DATE_H
#define CWDK_HOST_DATE_H

#include "cwdk/diag/diag.h"

#include <time.h>

/* `text` as a whole number of seconds since 1970, up to the year 9999. Reports ENV0005, naming `what`, and returns
 * false where it is none. */
bool date_parse(const char *text, const char *what, time_t *out, struct diag *d);

/* SOURCE_DATE_EPOCH, else now; `fixed`, where not NULL, tells whether it was the former (an empty one is none). Reports
 * ENV0005 and returns false where the variable is no date. */
bool date_of_build(time_t *out, bool *fixed, struct diag *d);

#endif
