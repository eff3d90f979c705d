/* What each case gets: EXPECT ends it where something is not so. */
#pragma once

#include "driver.h"
#include "cases.h"

#include <wdk/irql.h>
#include <wdk/wdf/context.h>

struct run {
    WDFDEVICE device;
    ULONG number; /* 8, which the compiler does not know */
    ULONG line;   /* where an expectation failed; 0: all hold */
};

#define EXPECT(condition)                                                                                              \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            run->line = __LINE__;                                                                                      \
            return;                                                                                                    \
        }                                                                                                              \
    } while (0)
#define EXPECT_STATUS(result, expected) EXPECT(wdk_nt(wdk_status_of(result)) == (expected))

#define RUN_CASE_DECLARE(name) void case_##name(struct run *run) WDK_AT_PASSIVE;
RUN_CASES(RUN_CASE_DECLARE)

/* Runs `work(context)` in another thread. other_run_start returns at once; other_run_ended waits for its end for that
 * long, and says whether it came. */
struct other_run {
    void (*work)(void *context);
    void *context;
    KEVENT ended;
    PIO_WORKITEM item;
};
void other_run_start(struct other_run *other, struct run *run, void (*work)(void *context), void *context);
bool other_run_ended(struct other_run *other, ULONG milliseconds);
