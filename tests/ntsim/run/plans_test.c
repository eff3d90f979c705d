/* The strategies, without a machine: how many schedules there are is known from combinatorics. */
#include "ntsim/run/plans.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { CHOICES = 10 };

/* A run in which at each choice one of two processors goes on. */
static void run(const struct decisions *decisions, struct machine_choice record[CHOICES])
{
    for (uint64_t i = 0; i < CHOICES; i++) {
        record[i] = (struct machine_choice){.number = i, .alternatives = 3};
        record[i].chosen = (uint8_t)decisions_choose(decisions, &record[i]);
    }
}

static unsigned count_runs(uint32_t bound, struct shard shard, bool seen[1 << CHOICES])
{
    struct search *search = search_begin(bound);
    struct machine_choice record[CHOICES];
    struct decisions row;
    unsigned runs = 0, last = 0;
    assert_non_null(search);
    search_shard(search, shard);
    while (search_next(search, &row)) {
        unsigned bits = 0;
        run(&row, record);
        for (unsigned i = 0; i < CHOICES; i++)
            bits |= (unsigned)record[i].chosen << i;
        assert_true(!seen[bits] || (shard.count && !bits)); /* the plain one is run by all */
        seen[bits] = true;
        assert_true((unsigned)__builtin_popcount(bits) >= last);
        last = (unsigned)__builtin_popcount(bits);
        search_learn(search, record, CHOICES);
        runs++;
    }
    assert_true(search_is_complete(search));
    search_end(search);
    return runs;
}

/* Each once, those with fewer switches first: 1, then 10, 45, 120 more, and 2^10 in all. */
static void test_all_are_run(void **state)
{
    static const struct {
        uint32_t bound;
        unsigned runs;
    } rows[] = {{0, 1}, {1, 11}, {2, 56}, {3, 176}, {CHOICES, 1 << CHOICES}};
    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        bool *seen = calloc(1 << CHOICES, sizeof(*seen));
        assert_non_null(seen);
        assert_int_equal(count_runs(rows[i].bound, (struct shard){0}, seen), rows[i].runs);
        free(seen);
    }
}

/* The parts have each schedule once between them, but for the plain one, which all begin with. */
static void test_shards_share_all(void **state)
{
    enum { SHARDS = 3 };
    bool seen[1 << CHOICES] = {false};
    unsigned runs = 0;
    (void)state;
    for (uint32_t i = 1; i <= SHARDS; i++)
        runs += count_runs(3, (struct shard){i, SHARDS}, seen);
    assert_int_equal(runs, 176 + SHARDS - 1);
}

static void test_shards_are_read(void **state)
{
    static const char *const bad[] = {"",     "1",    "1/",   "/1",   "0/3",      "4/3",
                                      "1/3x", " 1/3", "1/ 3", "-1/3", "1/100001", "1/99999999999999999999"};
    struct shard shard = {0};
    (void)state;
    assert_true(shard_owns(7, shard));
    assert_true(shard_parse("2/3", &shard));
    assert_true(shard_owns(1, shard) && shard_owns(4, shard) && !shard_owns(0, shard) && !shard_owns(2, shard));
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
        assert_false(shard_parse(bad[i], &shard));
}

/* A mistake of depth 2: processor 1 goes on at choice 6, and not before. PCT promises 1 / (2 * 10) or more of the runs.
 */
static void test_the_promise_is_kept(void **state)
{
    enum { RUNS = 4000 };
    unsigned met = 0;
    (void)state;
    for (uint64_t number = 0; number < RUNS; number++) {
        struct pct pct;
        unsigned first = CHOICES;
        pct_begin(&pct, 1, number, 2, CHOICES);
        for (unsigned i = 0; i < CHOICES && first == CHOICES; i++) {
            const struct machine_choice choice = {.number = i, .alternatives = 3};
            if (pct_choose(&pct, &choice) == 1)
                first = i;
        }
        met += first == 6;
    }
    assert_true(met >= RUNS / 20 * 8 / 10); /* 20% for chance */
    assert_true(met <= RUNS / 20 * 12 / 10);
}

static void test_chances(void **state)
{
    (void)state;
    assert_true(pct_chance(2, 10, 2, 1) > 0.0499 && pct_chance(2, 10, 2, 1) < 0.0501);
    assert_true(pct_chance(2, 10, 2, 100) > 0.9940 && pct_chance(2, 10, 2, 100) < 0.9941); /* 1 - 0.95^100 */
    assert_true(pct_chance(2, 10, 2, 0) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_are_run), cmocka_unit_test(test_the_promise_is_kept),
                                       cmocka_unit_test(test_chances), cmocka_unit_test(test_shards_share_all),
                                       cmocka_unit_test(test_shards_are_read)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
