#include "cwdk/host/date.h"

#include "cwdk/diag/codes.h"

#include <errno.h>
#include <stdlib.h>

static const long long END_OF_9999 = 253402300799; /* what a certificate's time can say */

bool date_parse(const char *text, const char *what, time_t *out, struct diag *d)
{
    char *end;
    errno = 0;
    const long long seconds = strtoll(text, &end, 10);
    if (errno || end == text || *end || seconds < 0 || seconds > END_OF_9999)
        return diag_error(d, CODE_ENV0005, diag_nowhere(), "%s is '%s', expected seconds since 1970 as a whole number",
                          what, text);
    *out = (time_t)seconds;
    return true;
}

bool date_of_build(time_t *out, bool *fixed, struct diag *d)
{
    const char *const text = getenv("SOURCE_DATE_EPOCH");
    const bool given = text && *text;
    if (fixed)
        *fixed = given;
    if (given)
        return date_parse(text, "SOURCE_DATE_EPOCH", out, d);
    *out = time(NULL);
    return true;
}
