/* general/perfcounters/kcs: two counter sets: waves over ten seconds, of which the triangle goes down and up and the
 * square is high for half of them; and sine, cosine and a constant. */
#include <ntsim/ntsim.h>

struct counter {
    WCHAR instance[64];
    ULONG id, counter;
    ULONGLONG value;
};

enum { MOST = 16, TRIANGLE = 1, SQUARE = 2, SINE = 1, COSINE = 2, CONSTANT = 3 };

static ULONG collect(const WCHAR *set, struct counter *counters)
{
    typedef __attribute__((ms_abi)) NTSTATUS collect_counters(const WCHAR *, struct counter *, ULONG, ULONG *);
    ULONG count;
    CHECK_SUCCESS(((collect_counters *)sim_system_function("SimCollectCounters"))(set, counters, MOST, &count));
    return count;
}

static ULONGLONG value_of(const struct counter *counters, ULONG count, WCHAR initial, ULONG counter)
{
    for (ULONG i = 0; i < count; i++)
        if (counters[i].instance[0] == initial && counters[i].counter == counter)
            return counters[i].value;
    FAIL("counter %u of %c", counter, (char)initial);
}

/* Small is 40 to 60, medium 30 to 70, large 20 to 80; the driver's numbers. */
TEST(three_waves)
{
    struct counter counters[MOST];
    bool was_high = false, was_low = false;
    for (int second = 0; second < 10; second++) {
        const ULONG count = collect(L"Geometric Waves", counters);
        CHECK_EQ(count, 6);
        const ULONGLONG small = value_of(counters, count, L'S', SQUARE),
                        large = value_of(counters, count, L'L', SQUARE);
        CHECK(small == 40 || small == 60);
        CHECK_EQ(large, small == 40 ? 20 : 80);
        CHECK(value_of(counters, count, L'M', TRIANGLE) <= 70);
        was_high |= small == 60;
        was_low |= small == 40;
        sim_advance(1000);
    }
    CHECK(was_high && was_low);
}

TEST(one_instance)
{
    struct counter counters[MOST];
    const ULONG count = collect(L"Trignometric Waves", counters);
    CHECK_EQ(count, 3);
    CHECK_EQ(value_of(counters, count, L'd', CONSTANT), 50);
    CHECK(value_of(counters, count, L'd', SINE) <= 80);
    CHECK(value_of(counters, count, L'd', COSINE) >= 20);
}
