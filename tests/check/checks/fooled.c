/* What looks as if a check could not fail, and it can: none of these is proven. */
#include <ntddk.h>
#include <wdk/checked.h>
#include <wdk/span.h>

WDK_DECLARE_SPAN(uint32_t, entry);

enum { MOST = 8 };

struct shelf {
    uint32_t entries[MOST];
    uint32_t next, limit;
    struct shelf *other;
};

void Somebody(void);
void SomebodyWrites(uint32_t *value);
__attribute__((pure)) uint32_t SomebodyCounts(void);
__attribute__((const)) uint32_t SomebodyElse(uint32_t index);

static entry_span entries_of(struct shelf *shelf)
{
    return wdk_span_of(entry, shelf->entries);
}

/* Another thread has it, too. */
uint32_t FooledByThread(struct shelf *shelf)
{
    if (shelf->next >= MOST)
        return 0;
    return *wdk_at(entries_of(shelf), shelf->next); /* SAF6001 */
}

static uint32_t position;

void SetPosition(uint32_t index)
{
    position = index;
}

uint32_t FooledByGlobal(struct shelf *shelf)
{
    if (position >= MOST)
        return 0;
    return *wdk_at(entries_of(shelf), position); /* SAF6001 */
}

/* The same shelf by two names. */
uint32_t FooledByAlias(struct shelf *a, struct shelf *b)
{
    a->next = 3;
    b->next = 100;
    return *wdk_at(entries_of(a), a->next); /* SAF6001 */
}

/* A callback has set it, and may do so again. */
uint32_t FooledByCallback(struct shelf *shelf)
{
    shelf->limit = MOST;
    Somebody();
    uint32_t sum = 0;
    for (uint32_t i = 0; i < shelf->limit; i++)
        sum ^= *wdk_at(entries_of(shelf), i); /* SAF6001 */
    return sum;
}

uint32_t FooledByCallee(struct shelf *shelf, uint32_t index)
{
    if (index >= MOST)
        return 0;
    SomebodyWrites(&index);
    return *wdk_at(entries_of(shelf), index); /* SAF6001 */
}

/* Who got the address once may write later, and another thread at any time. */
uint32_t FooledByKept(struct shelf *shelf)
{
    uint32_t index = 0;
    SomebodyWrites(&index);
    if (index >= MOST)
        return 0;
    Somebody();
    return *wdk_at(entries_of(shelf), index); /* SAF6001 */
}

static uint32_t *kept;

uint32_t FooledByStored(struct shelf *shelf)
{
    uint32_t index = 0;
    kept = &index;
    Somebody();
    const uint32_t it = *wdk_at(entries_of(shelf), index); /* SAF6001 */
    kept = NULL;
    return it;
}

uint32_t FooledByPure(struct shelf *shelf)
{
    if (SomebodyCounts() >= MOST)
        return 0;
    return *wdk_at(entries_of(shelf), SomebodyCounts()); /* SAF6001 */
}

uint32_t FooledByConst(struct shelf *shelf, uint32_t index)
{
    if (SomebodyElse(index) >= MOST)
        return 0;
    return *wdk_at(entries_of(shelf), SomebodyElse(index)); /* SAF6001 */
}

__attribute__((nonnull)) uint32_t FooledByAttribute(struct shelf *shelf)
{
    return wdk_not_null(shelf)->next; /* SAF6001 */
}

uint32_t FooledByAssumption(struct shelf *shelf, uint32_t index)
{
    __builtin_assume(index < MOST);
    return *wdk_at(entries_of(shelf), index); /* SAF6001 */
}

uint32_t FooledByUnreachable(struct shelf *shelf, uint32_t index)
{
    if (index >= MOST)
        __builtin_unreachable();
    return *wdk_at(entries_of(shelf), index); /* SAF6001 */
}

/* Arithmetic wraps. */
uint32_t FooledByWrap(struct shelf *shelf, uint32_t index)
{
    if (index + 1 >= MOST)
        return 0;
    return *wdk_at(entries_of(shelf), index); /* SAF6001 */
}

uint32_t FooledBySigned(struct shelf *shelf, int index)
{
    if (index > index + 1 || index >= MOST)
        return 0;
    return *wdk_at(entries_of(shelf), index); /* SAF6001 */
}

uint32_t FooledByOne(struct shelf *shelf)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i <= MOST; i++)
        sum ^= *wdk_at(entries_of(shelf), i); /* SAF6001 */
    return sum;
}

uint32_t FooledByStep(struct shelf *shelf, uint32_t step)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i != MOST; i += step)
        sum ^= *wdk_at(entries_of(shelf), i); /* SAF6001 */
    return sum;
}

uint8_t FooledByWidth(uint32_t value)
{
    return value < 300 ? WDK_NARROW(uint8_t, value) : 0; /* SAF6001 */
}

uint32_t FooledBySum(uint32_t a, uint32_t b)
{
    if (a > MAXULONG / 2 || b > MAXULONG / 2 + 2)
        return 0;
    return WDK_ADD(uint32_t, a, b); /* SAF6001 */
}

uint32_t FooledByProduct(uint16_t a, uint16_t b)
{
    return WDK_MULTIPLY(uint32_t, WDK_MULTIPLY(uint32_t, a, b), 2u); /* SAF6001 */
}

/* One of the two holds. */
uint32_t FooledByPlace(struct shelf *shelf, uint32_t index)
{
#define BOTH(index) (*wdk_at(entries_of(shelf), 1) ^ *wdk_at(entries_of(shelf), index))
    return BOTH(index); /* SAF6001 */
#undef BOTH
}

/* Called well here, and badly there. */
static uint32_t at(struct shelf *shelf, uint32_t index)
{
    return *wdk_at(entries_of(shelf), index); /* SAF6001 */
}

uint32_t FooledHere(struct shelf *shelf)
{
    return at(shelf, 3);
}

uint32_t FooledThere(struct shelf *shelf, uint32_t index)
{
    return at(shelf, index);
}

/* Called through a pointer, nobody knows how. */
static uint32_t by_pointer(struct shelf *shelf, uint32_t index)
{
    return *wdk_at(entries_of(shelf), index); /* SAF6001 */
}

uint32_t (*const table[])(struct shelf *, uint32_t) = {by_pointer};

uint32_t FooledByPointer(struct shelf *shelf)
{
    return by_pointer(shelf, 1);
}

/* Deeper it gets too far. */
static uint32_t deeper(struct shelf *shelf, uint32_t index)
{
    const uint32_t it = *wdk_at(entries_of(shelf), index); /* SAF6001 */
    return it ? deeper(shelf, index + it) : index;
}

uint32_t FooledByDepth(struct shelf *shelf)
{
    return deeper(shelf, 0);
}

/* The span shrinks while it is walked over. */
uint32_t FooledByShrinking(entry_span span)
{
    uint32_t sum = 0;
    const size_t count = wdk_count(span);
    for (size_t i = 0; i < count; i++) {
        sum ^= *wdk_at(span, i); /* SAF6001 */
        if (sum & 1 && !wdk_ok(wdk_slice(&span, span, 0, count / 2)))
            break;
    }
    return sum;
}

uint32_t FooledBySpan(const entry_span *span, uint32_t index)
{
    if (index >= wdk_count(*span))
        return 0;
    return *wdk_at(*span, index); /* SAF6001 */
}

/* It was looked at before the other was taken. */
uint32_t FooledByNext(struct shelf *shelf)
{
    if (!shelf->other)
        return 0;
    return wdk_not_null(shelf->other)->next; /* SAF6001 */
}

/* The kernel writes it when the read ends, which may be later. */
uint32_t FooledLater(struct shelf *shelf, HANDLE file)
{
    IO_STATUS_BLOCK io = {0};
    if (!NT_SUCCESS(ZwReadFile(file, NULL, NULL, NULL, &io, shelf, sizeof *shelf, NULL, NULL)) ||
        io.Information >= MOST)
        return 0;
    return *wdk_at(entries_of(shelf), io.Information); /* SAF6001 */
}

/* A scope's end changes it: this one is even sure to fail. */
static void grow(uint32_t **index)
{
    **index += MOST;
}

uint32_t FooledByCleanup(struct shelf *shelf)
{
    uint32_t index = 0;
    {
        uint32_t *end __attribute__((cleanup(grow))) = &index;
        if (*end)
            return 0;
    }
    return *wdk_at(entries_of(shelf), index); /* SAF6002 */
}

/* Whoever jumps in between has seen nothing of the comparison. */
uint32_t FooledByJump(struct shelf *shelf, uint32_t index)
{
    if (shelf->next)
        goto in;
    if (index >= MOST)
        return 0;
in:
    return *wdk_at(entries_of(shelf), index); /* SAF6001 */
}

/* What was raised comes out behind the comparison. */
uint32_t FooledByException(struct shelf *shelf, uint32_t index)
{
    uint32_t at = index;
    __try {
        at = shelf->next % MOST;
        Somebody();
        at = index % MOST;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        at = shelf->limit;
    }
    return *wdk_at(entries_of(shelf), at); /* SAF6001 */
}

/* Shifts by too much. */
uint32_t FooledByShift(struct shelf *shelf, uint32_t by)
{
    if (by < 32)
        return 0;
    return *wdk_at(entries_of(shelf), (1u << by) % 16); /* SAF6001 */
}

/* It comes back. */
__declspec(noreturn) void SomebodyStops(void);

uint32_t FooledByStop(struct shelf *shelf, uint32_t index)
{
    if (index >= MOST)
        SomebodyStops();
    return *wdk_at(entries_of(shelf), index); /* SAF6001 */
}

/* There may be no bit. */
uint32_t FooledByBits(uint32_t bits)
{
    uint32_t all[32] = {0};
    return *wdk_at(wdk_span_of(entry, all), __builtin_ctz(bits)); /* SAF6001 */
}

/* Even where there is no shelf its second member has an address. */
uint32_t FooledByMember(struct shelf *shelf)
{
    SomebodyWrites(&shelf->next);
    return wdk_not_null(shelf)->next; /* SAF6001 */
}

/* Not so its first. */
void FooledByFirst(struct shelf *shelf)
{
    SomebodyWrites(wdk_not_null(&shelf->entries[0])); /* SAF6001 */
}
