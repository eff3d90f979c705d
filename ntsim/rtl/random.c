/* Numbers that look random: the same seed gives the same, as everything here. The sequences are not those of Windows.
 */
#include <ntifs.h>

/* Lehmer's generator, modulo the prime 2^31 - 1; results are 0 to MAXLONG - 1. */
static ULONG next(PULONG seed)
{
    *seed = (ULONG)((0x7FFFFFEDull * *seed + 0x7FFFFFC3) % MAXLONG);
    return *seed;
}

/* A table of what is to come, in disorder, hides the pattern of the generator. */
static ULONG table[128];
static BOOLEAN ready;

static ULONG shuffled(PULONG seed)
{
    if (!ready) {
        ULONG own = 1;
        for (ULONG i = 0; i < RTL_NUMBER_OF(table); i++)
            table[i] = next(&own);
        ready = TRUE;
    }
    PULONG place = &table[next(seed) % RTL_NUMBER_OF(table)];
    const ULONG result = *place;
    *place = next(seed);
    return result;
}

ULONG RtlRandom(PULONG Seed)
{
    return shuffled(Seed);
}

ULONG RtlRandomEx(PULONG Seed)
{
    return shuffled(Seed);
}
