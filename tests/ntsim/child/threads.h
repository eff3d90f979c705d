/* Threads of the system for tests: what they do is host code with Microsoft's calling convention. */
#ifndef TESTS_NTSIM_THREADS_H
#define TESTS_NTSIM_THREADS_H

#include "tests/ntsim/child/child.h"

typedef void(MACHINE_ABI thread_body)(void *context);

/* A system thread that is ready; it begins when the caller waits. Its handle. */
static inline void *start_thread(thread_body *body, void *context)
{
    void *handle = NULL;
    CHECK(SYSTEM(int, PsCreateSystemThread, void *, uint32_t, void *, void *, void *, void *,
                 void *)(&handle, 0x1FFFFF, NULL, NULL, NULL, (void *)body, context) == 0);
    CHECK(handle);
    return handle;
}

static inline void join_thread(void *handle)
{
    CHECK_EQUAL(SYSTEM(int, ZwWaitForSingleObject, void *, uint8_t, void *)(handle, 0, NULL), 0);
    CHECK_EQUAL(SYSTEM(int, ZwClose, void *)(handle), 0);
}

/* Lets others run for that long, in milliseconds of the machine's time. */
static inline void pass_time(int milliseconds)
{
    int64_t interval = -10000LL * milliseconds;
    CHECK_EQUAL(SYSTEM(int, KeDelayExecutionThread, uint8_t, uint8_t, void *)(0, 0, &interval), 0);
}

#endif
