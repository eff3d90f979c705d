/* What every test of the INF engine needs: an arena, a sink, and a text to parse. */
#ifndef TESTS_INF_BENCH_H
#define TESTS_INF_BENCH_H

#include "cwdk/diag/codes.h"
#include "cwdk/inf/inf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

struct bench {
    struct arena arena;
    struct diag diag;
};

static inline int bench_enter(void **state)
{
    *state = calloc(1, sizeof(struct bench));
    return *state ? 0 : 1;
}

static inline int bench_leave(void **state)
{
    struct bench *b = *state;
    diag_free(&b->diag);
    arena_free(&b->arena);
    free(b);
    return 0;
}

/* A literal, which may hold NULs. */
#define PARSE(b, literal) bench_parse((b), (literal), sizeof(literal) - 1)

static inline struct inf *bench_parse(struct bench *b, const void *text, size_t size)
{
    return inf_parse("x.inf", (struct bytes){text, size}, &b->arena, &b->diag);
}

/* The only thing reported is `code`, at that place. */
static inline void assert_reported(const struct bench *b, const char *code, unsigned line, unsigned column)
{
    assert_int_equal(b->diag.count, 1);
    assert_string_equal(b->diag.entries[0].code, code);
    assert_string_equal(b->diag.entries[0].place.file, "x.inf");
    assert_int_equal(b->diag.entries[0].place.line, line);
    assert_int_equal(b->diag.entries[0].place.column, column);
}

#define BENCH_TEST(f) cmocka_unit_test_setup_teardown(f, bench_enter, bench_leave)

#endif
