#include "cwdk/cmd/number.h"

#include <errno.h>
#include <stdlib.h>

enum { MOST_JOBS = 1024 };

uint64_t option_number(struct argp_state *state, const char *text, const char *option, uint64_t least, uint64_t most)
{
    char *end;
    errno = 0;
    const uint64_t value = strtoull(text, &end, 0);
    if (errno || *end || end == text || *text == '-' || value < least || value > most)
        argp_error(state, "%s wants a number from %llu to %llu, not '%s'", option, (unsigned long long)least,
                   (unsigned long long)most, text);
    return value;
}

unsigned option_jobs(struct argp_state *state, const char *text)
{
    return (unsigned)option_number(state, text, "-j", 1, MOST_JOBS);
}
