/* Tests of rules: a row is a change to a sound package and what is reported of it, and is one test. */
#ifndef TESTS_INF_RULES_H
#define TESTS_INF_RULES_H

#include "cwdk/inf/verify.h"
#include "tests/inf/bench.h"

#include <stdio.h>

/* `package` with the first `find` replaced. */
static inline char *rules_changed(struct bench *b, const char *package, const char *find, const char *put)
{
    const char *place = strstr(package, find);
    if (!place)
        fail_msg("the sound package has no '%s'", find);
    return arena_format(&b->arena, "%.*s%s%s", (int)(place - package), package, put, place + strlen(find));
}

/* The line of the first `at`; 0 where that is NULL. */
static inline unsigned rules_line(const char *text, const char *at)
{
    const char *place = at ? strstr(text, at) : NULL;
    assert_true(!at || place);
    unsigned line = place != NULL;
    for (; place && text < place; text++)
        line += *text == '\n';
    return line;
}

static inline void rules_verify(struct bench *b, const char *text, enum inf_mode mode)
{
    struct inf *inf = bench_parse(b, text, strlen(text));
    assert_non_null(inf);
    const struct inf_verify options = {mode, INF_ARCH_NONE};
    const size_t before = b->diag.errors;
    assert_int_equal(inf_verify(inf, &options, &b->diag), b->diag.errors == before);
}

/* Ends one mode of one row: where it is not right, with all that was reported. */
static inline void rules_finish(struct bench *b, bool right, const char *wanted, enum inf_mode mode)
{
    for (size_t i = 0; !right && i < b->diag.count; i++)
        print_message("# %s line %u: %s\n", b->diag.entries[i].code, b->diag.entries[i].place.line,
                      b->diag.entries[i].message);
    if (!right)
        fail_msg("%s in mode %s is not what was found", wanted, inf_mode_name(mode));
    diag_free(&b->diag);
    arena_free(&b->arena);
}

/* `test` once for each of `rows`, which is its state; a row begins with its code, or NULL where nothing is reported. */
static inline int rules_run(const void *rows, size_t count, size_t size, CMUnitTestFunction test)
{
    struct CMUnitTest *tests = calloc(count, sizeof *tests);
    struct arena a = {0};
    assert_non_null(tests);
    for (size_t i = 0; i < count; i++) {
        const void *row = (const char *)rows + i * size;
        const char *const *code = row;
        tests[i] = (struct CMUnitTest){arena_format(&a, "row %zu: %s", i + 1, *code ? *code : "sound"), test, NULL,
                                       NULL, (void *)(uintptr_t)row};
    }
    const int failed = _cmocka_run_group_tests("rules", tests, count, NULL, NULL);
    free(tests);
    arena_free(&a);
    return failed;
}

#endif
