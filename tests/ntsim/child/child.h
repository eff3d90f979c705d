/*
 * One boot of the simulated machine in a child process: `body` runs there, on the system's first thread. What it finds
 * wrong it says with CHECK; how the run ended comes back to the test in the parent.
 */
#ifndef TESTS_NTSIM_CHILD_H
#define TESTS_NTSIM_CHILD_H

#include "ntsim/machine/machine.h"

enum child_end { CHILD_RETURNED, CHILD_FAILED, CHILD_BUG_CHECK, CHILD_HANG, CHILD_CRASHED };

struct child_outcome {
    enum child_end end;
    uint32_t code; /* of the bug check */
    uint64_t parameters[4];
    char text[512]; /* what failed; the bug check's or the hang's message */
    char printed[4096];
    uint64_t number; /* for `body` to report something in */
};

struct child_setup {
    unsigned processors; /* 0: one */
    uint64_t seed;
    struct machine_schedule schedule;
};

/* Runs `body` and waits for its end. `setup` may be NULL. */
void child_run(const struct child_setup *setup, void (*body)(void), struct child_outcome *outcome);
/* As child_run; fails the test unless the body returned, printing why. */
void child_passes(const struct child_setup *setup, void (*body)(void));
/* As child_run; fails the test unless the run ended in this bug check. A parameter of ~0 is any. */
void child_stops(void (*body)(void), uint32_t code, uint64_t p1, uint64_t p2, uint64_t p3, uint64_t p4);

/* --- within the body --- */

/* The outcome that the parent will see. */
extern struct child_outcome *child_report;

void *child_function(const char *name);
_Noreturn void child_fail(const char *file, int line, const char *what, uint64_t value);

/* SYSTEM(type, Name, parameter types ...)(arguments ...) calls a function of the system. */
#define SYSTEM(type, name, ...) ((type(MACHINE_ABI *)(__VA_ARGS__))child_function(#name))

#define CHECK(condition)                                                                                               \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            child_fail(__FILE__, __LINE__, #condition, 0);                                                             \
    } while (0)
#define CHECK_EQUAL(actual, wanted)                                                                                    \
    do {                                                                                                               \
        const uint64_t actual_value = (uint64_t)(actual);                                                              \
        if (actual_value != (uint64_t)(wanted))                                                                        \
            child_fail(__FILE__, __LINE__, #actual " == " #wanted, actual_value);                                      \
    } while (0)

#endif
