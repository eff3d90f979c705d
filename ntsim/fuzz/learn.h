/* What the driver's comparisons tell: control codes, and values that it looks for. */
#ifndef NTSIM_FUZZ_LEARN_H
#define NTSIM_FUZZ_LEARN_H

#include "sdk/lib/sanitize/instrumentation.h"

#include <stddef.h>
#include <stdint.h>

enum { MOST_CODES = 256, MOST_COMPARISONS = 1024 };

/* Two values that the driver has compared and found different, of `size` bytes. */
struct comparison {
    uint64_t first, second;
    uint32_t size;
};

/* Hooks itself into the driver. */
void learn_from(struct instrumentation *table);
/* An input begins; and it sends that control code. */
void learn_begin(void);
void learn_code(uint32_t code);
/* A control code that is known from elsewhere. */
void learn_add_code(uint32_t code);

extern uint32_t learned_codes[MOST_CODES];
extern size_t learned_code_count;
/* The latest; those in use are the first `learned_comparison_count`. */
extern struct comparison learned_comparisons[MOST_COMPARISONS];
extern size_t learned_comparison_count;

#endif
