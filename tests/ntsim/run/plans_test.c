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

/* --- the reduction: two programs of loads and stores --- */

enum { STEPS = 7, VARIABLES = 8, MOST_POINTS = 2 * STEPS, OUTCOMES = 4096 };

struct step {
    uint8_t variable;
    bool store;
};

struct programs {
    struct step steps[2][STEPS];
};

struct random {
    uint64_t state;
};

static uint64_t draw(struct random *random, uint64_t below)
{
    random->state = random->state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (random->state >> 33) % below;
}

/* Half of what each touches is its own, the first half of the variables are anybody's. */
static void draw_programs(struct random *random, struct programs *programs)
{
    for (unsigned who = 0; who < 2; who++)
        for (unsigned i = 0; i < STEPS; i++)
            programs->steps[who][i] = (struct step){
                .variable = (uint8_t)(draw(random, 2) ? VARIABLES / 2 + 2 * who + draw(random, 2) : draw(random, 2)),
                .store = draw(random, 2)};
}

/* What is left in memory and in what each has loaded, as one number. */
static uint64_t run_programs(const struct programs *programs, const struct decisions *decisions,
                             struct machine_choice record[MOST_POINTS], uint64_t *count)
{
    uint64_t memory[VARIABLES] = {0}, loaded[2] = {1, 2}, result = 0;
    unsigned done[2] = {0}, who = 0;
    bool left[2] = {false}; /* at a point that was a choice already */
    *count = 0;
    for (uint64_t point = 0; done[0] < STEPS || done[1] < STEPS;) {
        if (done[who] == STEPS)
            who = !who;
        const struct step *step = &programs->steps[who][done[who]];
        if (!left[who] && done[!who] < STEPS) {
            struct machine_choice *choice = &record[*count];
            *choice = (struct machine_choice){.number = (*count)++,
                                              .object = 0x1000 + 8 * step->variable,
                                              .alternatives = 3,
                                              .point = MACHINE_POINT_ACCESS,
                                              .processor = (uint8_t)who,
                                              .writes = step->store,
                                              .size = 8,
                                              .point_number = point++,
                                              .agent = who + 1};
            choice->chosen = (uint8_t)decisions_choose(decisions, choice);
            if (choice->chosen != who) {
                left[who] = true;
                who = choice->chosen;
                continue;
            }
        }
        left[who] = false;
        if (step->store)
            memory[step->variable] = memory[step->variable] * 31 + loaded[who] + done[who];
        else
            loaded[who] = loaded[who] * 17 + memory[step->variable] + done[who];
        done[who]++;
    }
    for (unsigned i = 0; i < VARIABLES; i++)
        result = (result ^ memory[i]) * 0x9E3779B97F4A7C15ULL;
    return (result ^ loaded[0]) * 0x9E3779B97F4A7C15ULL ^ loaded[1];
}

static unsigned search_programs(const struct programs *programs, uint32_t bound, bool reduce,
                                uint64_t outcomes[OUTCOMES], unsigned *outcome_count)
{
    struct machine_choice record[MOST_POINTS];
    struct search *search = search_begin(bound);
    struct decisions row;
    uint64_t count;
    unsigned runs = 0;
    assert_non_null(search);
    *outcome_count = 0;
    if (!reduce)
        search_without_reduction(search);
    while (search_next(search, &row)) {
        const uint64_t outcome = run_programs(programs, &row, record, &count);
        unsigned at = 0;
        while (at < *outcome_count && outcomes[at] != outcome)
            at++;
        assert_true(at < OUTCOMES);
        if (at == *outcome_count)
            outcomes[(*outcome_count)++] = outcome;
        search_learn(search, record, count);
        runs++;
    }
    assert_true(search_is_complete(search));
    assert_true(reduce || search_left_out(search) == 0);
    search_end(search);
    return runs;
}

/* Whatever the programs, the same outcomes; of all of them together in a fourth of the runs. */
static void test_the_reduction_loses_no_outcome(void **state)
{
    enum { PROGRAMS = 300 };
    static uint64_t outcomes[2][OUTCOMES];
    unsigned runs[2] = {0}, several = 0;
    struct random random = {5};
    (void)state;
    for (unsigned i = 0; i < PROGRAMS; i++) {
        struct programs programs;
        unsigned counts[2];
        draw_programs(&random, &programs);
        for (unsigned reduce = 0; reduce < 2; reduce++)
            runs[reduce] += search_programs(&programs, 3, reduce, outcomes[reduce], &counts[reduce]);
        assert_int_equal(counts[0], counts[1]);
        several += counts[0] > 2;
        for (unsigned j = 0; j < counts[0]; j++) {
            unsigned at = 0;
            while (at < counts[1] && outcomes[1][at] != outcomes[0][j])
                at++;
            assert_true(at < counts[1]);
        }
    }
    print_message("# %u runs, reduced to %u\n", runs[0], runs[1]);
    assert_true(several > PROGRAMS / 2);
    assert_true(runs[1] * 4 < runs[0]);
}

/* Where something is touched that is not told, nothing is left out. */
static void test_what_is_not_told_is_not_reduced(void **state)
{
    struct search *search = search_begin(1);
    struct decisions row;
    unsigned runs = 0;
    (void)state;
    assert_non_null(search);
    while (search_next(search, &row)) {
        struct machine_choice record[CHOICES];
        for (uint64_t i = 0; i < CHOICES; i++) {
            record[i] = (struct machine_choice){.number = i,
                                                .object = 0x1000,
                                                .alternatives = 3,
                                                .point = MACHINE_POINT_ACCESS,
                                                .size = 8,
                                                .point_number = i,
                                                .agent = 1,
                                                .opaque = runs > 0 && i == 4};
            record[i].chosen = (uint8_t)decisions_choose(&row, &record[i]);
        }
        search_learn(search, record, CHOICES);
        runs++;
    }
    assert_int_equal(runs, 1 + CHOICES);
    assert_int_equal(search_left_out(search), 0);
    search_end(search);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_are_run),
                                       cmocka_unit_test(test_the_promise_is_kept),
                                       cmocka_unit_test(test_chances),
                                       cmocka_unit_test(test_shards_share_all),
                                       cmocka_unit_test(test_shards_are_read),
                                       cmocka_unit_test(test_the_reduction_loses_no_outcome),
                                       cmocka_unit_test(test_what_is_not_told_is_not_reduced)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
