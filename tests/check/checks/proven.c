/* Checks that are proven, and why. */
#include <ntddk.h>
#include <wdk/checked.h>
#include <wdk/span.h>

WDK_DECLARE_SPAN(uint32_t, entry);

enum { MOST = 8 };

struct shelf {
    uint32_t entries[MOST];
    uint32_t next;
    struct shelf *other;
};

void SomebodySees(uint32_t value);
entry_span SomebodysEntries(void);

static entry_span entries_of(struct shelf *shelf)
{
    return wdk_span_of(entry, shelf->entries);
}

/* Read once, it stays what it was. */
uint32_t ProvenOnce(struct shelf *shelf)
{
    const uint32_t next = shelf->next;
    if (next >= MOST)
        return 0;
    SomebodySees(next);
    return *wdk_at(entries_of(shelf), next); /* SAF6003 */
}

/* As long as the span says. */
uint32_t ProvenCount(entry_span span)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < wdk_count(span); i++) {
        sum ^= *wdk_at(span, i); /* SAF6003 */
        SomebodySees(sum);
    }
    return sum;
}

uint32_t ProvenLast(entry_span span)
{
    return wdk_count(span) ? *wdk_at(span, wdk_count(span) - 1) : 0; /* SAF6003 */
}

/* A structure that a function returned is the caller's own. */
uint32_t ProvenReturned(size_t index)
{
    const entry_span span = SomebodysEntries();
    SomebodySees(0);
    return index < wdk_count(span) ? *wdk_at(span, index) : 0; /* SAF6003 */
}

uint32_t ProvenSlice(entry_span span)
{
    entry_span part;
    if (!wdk_ok(wdk_slice(&part, span, 4, 4)))
        return 0;
    return *wdk_at(part, 3); /* SAF6003 */
}

/* By its callers, each of which gives less than eight. */
static uint32_t at(struct shelf *shelf, uint32_t index)
{
    return *wdk_at(entries_of(shelf), index); /* SAF6003 */
}

uint32_t ProvenHere(struct shelf *shelf)
{
    return at(shelf, 3);
}

uint32_t ProvenThere(struct shelf *shelf, uint32_t index)
{
    return at(shelf, index % MOST);
}

/* Through a pointer to the caller's variable. */
static bool pick(uint32_t from, uint32_t *index)
{
    if (from < 100 || from >= 108)
        return false;
    *index = from - 100;
    return true;
}

uint32_t ProvenPicked(struct shelf *shelf, uint32_t from)
{
    uint32_t index;
    if (!pick(from, &index))
        return 0;
    return *wdk_at(entries_of(shelf), index); /* SAF6003 */
}

static struct shelf *next_of(struct shelf *shelf)
{
    struct shelf *other = shelf->other;
    return other ? other : shelf;
}

uint32_t ProvenPresent(struct shelf *shelf)
{
    return shelf ? wdk_not_null(next_of(shelf))->next : 0; /* SAF6003 */
}

/* Numbers. */
uint32_t ProvenSum(uint16_t a, uint16_t b)
{
    return WDK_ADD(uint32_t, a, b); /* SAF6003 */
}

uint32_t ProvenDifference(uint32_t a, uint32_t b)
{
    return a >= b ? WDK_SUBTRACT(uint32_t, a, b) : 0; /* SAF6003 */
}

uint32_t ProvenProduct(uint32_t count)
{
    return count <= 1000 ? WDK_MULTIPLY(uint32_t, count, (uint32_t)sizeof(struct shelf)) : 0; /* SAF6003 */
}

uint8_t ProvenNarrow(uint32_t value)
{
    return value < 256 ? WDK_NARROW(uint8_t, value) : 0; /* SAF6003 */
}

uint16_t ProvenMasked(uint32_t value)
{
    return WDK_NARROW(uint16_t, value >> 16); /* SAF6003 */
}

/* An order of branches. */
uint32_t ProvenEither(struct shelf *shelf, int32_t index)
{
    if (index < 0)
        index = 0;
    else if (index >= MOST)
        index = MOST - 1;
    return *wdk_at(entries_of(shelf), index); /* SAF6003 */
}

uint32_t ProvenTwice(entry_span span, size_t index)
{
    const uint32_t first = *wdk_at(span, index); /* SAF6001 */
    SomebodySees(first);
    return first ^ *wdk_at(span, index); /* SAF6003 */
}

static void set(uint32_t *place, uint32_t value)
{
    *wdk_not_null(place) = value; /* SAF6003 */
}

void ProvenMember(struct shelf *shelf)
{
    set(&shelf->next, 1);
}
