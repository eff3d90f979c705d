/* The cases that the driver runs, and the tests ask for. */
#pragma once

#define RUN_CASES(X)                                                                                                   \
    X(memory)                                                                                                          \
    X(containers)                                                                                                      \
    X(values)                                                                                                          \
    X(registry)                                                                                                        \
    X(callbacks)                                                                                                       \
    X(stop_index)                                                                                                      \
    X(stop_moved)

enum run_case {
#define RUN_CASE_NUMBER(name) CASE_##name,
    RUN_CASES(RUN_CASE_NUMBER)
};
