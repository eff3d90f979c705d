/* The format of the fuzzer's inputs: any bytes are one, and what is written reads back the same. */
#include "ntsim/fuzz/operations.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct operations operations, again;

static void every_kind_is_read(void **state)
{
    static const uint8_t bytes[] = {
        0, 0, 0x04, 0x20, 0x22, 0x00, 3, 0, 8, 0, 'a', 'b', 'c', /* control */
        1, 1, 16,   0,                                           /* read */
        2, 0, 2,    0,    'x',  'y',                             /* write */
        3, 1,                                                    /* cancel */
        4, 2, 5,                                                 /* open */
        5, 1,                                                    /* close */
        6, 0, 0xE8, 3,                                           /* wait */
    };
    (void)state;
    operations_read(bytes, sizeof(bytes), &operations);
    assert_int_equal(operations.count, OPERATION_KINDS);
    assert_int_equal(operations.list[0].code, 0x222004);
    assert_int_equal(operations.list[0].input, 3);
    assert_int_equal(operations.list[0].output, 8);
    assert_memory_equal(operations.data + operations.list[0].data, "abc", 3);
    assert_int_equal(operations.list[1].output, 16);
    assert_int_equal(operations.list[1].which, 1);
    assert_memory_equal(operations.data + operations.list[2].data, "xy", 2);
    assert_int_equal(operations.list[3].which, 1);
    assert_int_equal(operations.list[4].access, 1); /* modulo 4 */
    assert_int_equal(operations.list[6].milliseconds, 1000);
}

static void what_is_missing_counts_as_zero(void **state)
{
    static const uint8_t bytes[] = {7, 0, 0x04, 0x20, 0x22, 0x00, 0xFF, 0xFF, 0x01};
    (void)state;
    operations_read(bytes, sizeof(bytes), &operations);
    assert_int_equal(operations.count, 1);
    assert_int_equal(operations.list[0].kind, OPERATION_CONTROL); /* modulo OPERATION_KINDS */
    assert_int_equal(operations.list[0].input, MOST_LENGTH);
    assert_int_equal(operations.list[0].output, 1);
    for (size_t i = 0; i < MOST_LENGTH; i++)
        assert_int_equal(operations.data[operations.list[0].data + i], 0);
}

/* Drawn bytes, of all lengths: within the limits, and the same after they were written and read again. */
static void any_bytes_are_an_input(void **state)
{
    static uint8_t bytes[2048], written[2 * MOST_BYTES];
    uint32_t seed = 1;
    (void)state;
    for (size_t round = 0; round < 2000; round++) {
        for (size_t i = 0; i < sizeof(bytes); i++)
            bytes[i] = (uint8_t)((seed = seed * 1664525U + 1013904223U) >> 24);
        operations_read(bytes, round % sizeof(bytes), &operations);
        assert_true(operations.count <= MOST_OPERATIONS && operations.used <= MOST_BYTES);
        const size_t size = operations_write(&operations, written, sizeof(written));
        operations_read(written, size, &again);
        assert_int_equal(again.count, operations.count);
        for (size_t i = 0; i < again.count; i++) {
            const struct operation *one = &operations.list[i], *other = &again.list[i];
            assert_true(one->input <= MOST_LENGTH && one->output <= MOST_LENGTH);
            assert_int_equal(one->kind, other->kind);
            assert_int_equal(one->which, other->which);
            assert_int_equal(one->code, other->code);
            assert_int_equal(one->output, other->output);
            assert_int_equal(one->input, other->input);
            assert_memory_equal(operations.data + one->data, again.data + other->data, one->input);
        }
    }
}

static void only_whole_operations_are_written(void **state)
{
    static const uint8_t bytes[] = {2, 0, 2, 0, 'x', 'y', 2, 0, 2, 0, 'z', 'z'};
    uint8_t written[8];
    (void)state;
    operations_read(bytes, sizeof(bytes), &operations);
    assert_int_equal(operations_write(&operations, written, sizeof(written)), 6);
    assert_memory_equal(written, bytes, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_read),
        cmocka_unit_test(what_is_missing_counts_as_zero),
        cmocka_unit_test(any_bytes_are_an_input),
        cmocka_unit_test(only_whole_operations_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
