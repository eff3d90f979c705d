/* How near two names are: the least number of letters to add, drop, replace or exchange with their neighbour. */
#include "cwdk/reference/reference.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST 128 /* names beyond that are near to nothing */
#define CASE    1   /* cost of a letter in the other case; any other change costs */
#define CHANGE  4

static unsigned letter(char a, char b)
{
    if (a == b)
        return 0;
    return tolower((unsigned char)a) == tolower((unsigned char)b) ? CASE : CHANGE;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* The distance in the units above; at least `limit` where it is not below that. */
static unsigned distance(const char *a, size_t a_length, const char *b, size_t b_length, unsigned limit)
{
    unsigned rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b_length; j++)
        rows[0][j] = (unsigned)j * CHANGE;
    for (size_t i = 1; i <= a_length; i++) {
        unsigned *row = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];
        unsigned best = row[0] = (unsigned)i * CHANGE;
        for (size_t j = 1; j <= b_length; j++) {
            unsigned value = before[j - 1] + letter(a[i - 1], b[j - 1]);
            value = least(value, least(before[j], row[j - 1]) + CHANGE);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                value = least(value, earlier[j - 2] + CHANGE);
            row[j] = value;
            best = least(best, value);
        }
        if (best >= limit)
            return limit;
    }
    return rows[a_length % 3][b_length];
}

/* Changes that still leave two names alike: one in short ones, one for each four letters in longer ones, three at most.
 */
static unsigned allowed(size_t length)
{
    const size_t changes = length / 4;
    return (unsigned)(changes < 1 ? 1 : changes > 3 ? 3 : changes) * CHANGE;
}

size_t reference_nearest(const struct reference *r, const char *name,
                         const struct reference_name *out[REFERENCE_NEAREST])
{
    const size_t length = strlen(name);
    unsigned costs[REFERENCE_NEAREST], limit = allowed(length) + 1;
    size_t count = 0;
    if (!length || length > LONGEST)
        return 0;
    for (size_t i = 0; i < r->count; i++) {
        const char *other = r->names[i].name;
        const size_t other_length = strlen(other);
        const size_t apart = length > other_length ? length - other_length : other_length - length;
        if (other_length > LONGEST || apart * CHANGE >= limit)
            continue;
        const unsigned cost = distance(name, length, other, other_length, limit);
        if (cost >= limit)
            continue;
        size_t place = count < REFERENCE_NEAREST ? count++ : REFERENCE_NEAREST - 1;
        for (; place && costs[place - 1] > cost; place--) {
            costs[place] = costs[place - 1];
            out[place] = out[place - 1];
        }
        costs[place] = cost;
        out[place] = &r->names[i];
        if (count == REFERENCE_NEAREST)
            limit = costs[REFERENCE_NEAREST - 1];
    }
    return count;
}
