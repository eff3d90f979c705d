/* The driver's comparisons, as the compiler's instrumentation tells of them. They go to libFuzzer, too. */
#include "ntsim/fuzz/learn.h"
#include "ntsim/fuzz/libfuzzer.h"
#include "ntsim/fuzz/operations.h"
#include "ntsim/machine/services.h"

#include <stdbool.h>
#include <string.h>

uint32_t learned_codes[MOST_CODES];
size_t learned_code_count;
struct comparison learned_comparisons[MOST_COMPARISONS];
size_t learned_comparison_count;

static uint32_t current[MOST_OPERATIONS];
static size_t current_count;

void learn_begin(void)
{
    current_count = 0;
}

void learn_code(uint32_t code)
{
    if (current_count < MOST_OPERATIONS)
        current[current_count++] = code;
}

static bool is_current(uint64_t value)
{
    for (size_t i = 0; i < current_count; i++)
        if (current[i] == value)
            return true;
    return false;
}

void learn_add_code(uint32_t code)
{
    for (size_t i = 0; i < learned_code_count; i++)
        if (learned_codes[i] == code)
            return;
    if (learned_code_count < MOST_CODES && code)
        learned_codes[learned_code_count++] = code;
}

static void add(uint64_t first, uint64_t second, uint32_t size)
{
    const uint64_t hash = (first * 0x9E3779B97F4A7C15ULL ^ second) * 0xD1B54A32D192ED03ULL;
    struct comparison *slot = &learned_comparisons[hash >> 54];
    *slot = (struct comparison){first, second, size};
    learned_comparison_count = MOST_COMPARISONS;
}

static void compare(uint64_t first, uint64_t second, uint32_t size)
{
    if (first == second)
        return;
    add(first, second, size);
    if (size != 4)
        return;
    if (is_current(second)) /* the first is the constant */
        learn_add_code((uint32_t)first);
}

static void MACHINE_ABI compare1(uint64_t first, uint64_t second)
{
    __sanitizer_cov_trace_cmp1((uint8_t)first, (uint8_t)second);
}

static void MACHINE_ABI compare2(uint64_t first, uint64_t second)
{
    __sanitizer_cov_trace_cmp2((uint16_t)first, (uint16_t)second);
    compare((uint16_t)first, (uint16_t)second, 2);
}

static void MACHINE_ABI compare4(uint64_t first, uint64_t second)
{
    __sanitizer_cov_trace_cmp4((uint32_t)first, (uint32_t)second);
    compare((uint32_t)first, (uint32_t)second, 4);
}

static void MACHINE_ABI compare8(uint64_t first, uint64_t second)
{
    __sanitizer_cov_trace_cmp8(first, second);
    compare(first, second, 8);
}

/* `cases`: their number, the operand's bits, and them. */
static void MACHINE_ABI choose(uint64_t value, const uint64_t *cases)
{
    for (uint64_t i = 0; i < cases[0]; i++)
        compare(cases[2 + i], value, (uint32_t)cases[1] / 8);
}

void learn_from(struct instrumentation *table)
{
    /* The table has functions of Microsoft's convention; to this compiler its fields are of the host's. */
    void(MACHINE_ABI *const comparing[4])(uint64_t, uint64_t) = {compare1, compare2, compare4, compare8};
    void(MACHINE_ABI *const choosing)(uint64_t, const uint64_t *) = choose;
    memcpy(table->compare, comparing, sizeof(comparing));
    memcpy(&table->choose, &choosing, sizeof(choosing));
}
