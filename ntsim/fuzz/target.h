/*
 * One execution after the other on the same computer: each begins where the mark was made, and what it does is taken
 * back. What goes wrong in it is its outcome.
 */
#ifndef NTSIM_FUZZ_TARGET_H
#define NTSIM_FUZZ_TARGET_H

#include "ntsim/fuzz/operations.h"
#include "ntsim/machine/machine.h"

#include <stdbool.h>
#include <stdint.h>

/* What went wrong: the code of a finding, STOP, HANG, LOOP or CHECK, or "" for the end that follows what is known; and
 * where, as a hash of the driver's functions on the stack. */
struct outcome {
    char code[16];
    uint32_t where;
    bool found;
    bool at_end; /* it showed when the driver was taken out after the input */
};

bool outcome_is(const struct outcome *one, const struct outcome *other);

/* From now on executions start here. Returns false with `*error`. */
bool target_mark(const char **error);
/* `known` outcomes are passed over, as far as the run goes on after them. */
void target_know(const struct outcome *outcome);
bool target_knows(const struct outcome *outcome);
enum target_mode {
    TARGET_FUZZ = 0,
    TARGET_TO_END = 1, /* the driver is taken out after the input, in any case */
    TARGET_TELL = 2,   /* the events of the run are written, and what is known is told, too */
};
void target_run(const struct operations *operations, unsigned mode, struct outcome *out);
uint64_t target_executions(uint64_t *operations);

/* The driver's counters, for libFuzzer; false: the driver is not instrumented for it. */
bool target_instrument(const char *image);

#endif
