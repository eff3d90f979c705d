/*
 * Fuzzing a driver in the simulator: it is built with counters and address checks, ntsim-fuzz runs it with libFuzzer,
 * and what was found is read, reported, and written as tests (docs/fuzz.md).
 *
 * All lies in the arena of the caller. Errors of usage and of the machine go to `struct diag`; what the driver did is
 * the result.
 */
#ifndef CWDK_FUZZ_FUZZ_H
#define CWDK_FUZZ_FUZZ_H

#include "cwdk/test/test.h"

struct fuzz_options {
    uint64_t seed;                                      /* from 1 to 2^32 - 1 */
    unsigned seconds;                                   /* of processor time that one operation may take */
    const char *corpus, *findings, *tests, *dictionary; /* folders and a file, absolute */
    const char *const *engine;                          /* libFuzzer's options, and files, ended by NULL */
    bool shows;                                         /* what libFuzzer prints goes to standard error at once */
};

struct fuzz_finding {
    const char *name;  /* crash-CODE-HASH */
    const char *input; /* its file */
    const char *test;  /* the test that was written */
    struct test_case run;
};

struct fuzz_result {
    struct fuzz_finding *findings;
    size_t count;
    struct test_case start; /* until the fuzzing begins; its run has no events where nothing went wrong */
    uint64_t executions, codes;
    bool started;
    int status;         /* of ntsim-fuzz */
    const char *output; /* of libFuzzer, where it was not shown */
};

/* host.c: runs it. False with an error. */
bool fuzz_run(const struct test_kit *kit, const struct test_subject *subject, const struct fuzz_options *options,
              struct arena *a, struct fuzz_result *out, struct diag *d);

/* reproducer.c: a test in C that does what the input does. `run` has the names of the devices; `name` is the test's. */
bool fuzz_write_test(const char *path, const char *name, const char *claim, const char *input,
                     const struct test_run *run, struct arena *a, struct diag *d);
/* The same operations in words, each line indented. */
bool fuzz_describe(const char *input, struct arena *a, struct text *out, struct diag *d);

#endif
