/* The frame of the tests of PnP and power: drivers loaded, devices on the root bus, the drivers' journal. */
#ifndef TESTS_NTSIM_PNP_FRAME_H
#define TESTS_NTSIM_PNP_FRAME_H

#include <uchar.h>

#include "ntsim/io/sim.h"
#include "tests/ntsim/child/child.h"

/* A driver of the build's fixtures; `service` also tells what it is to be. Its image notes in the journal. */
void *frame_load(const char *file, const char16_t *service);
/* A device on the root bus with these drivers, from the bottom up. */
void *frame_plug(const char16_t *id, void *const *drivers, unsigned count);
/* A variable or function that an image exports. */
void *frame_symbol(const char *image, const char *name);
/* The journal since the last call is this. */
void frame_expect(const char *file, int line, const char *wanted);
/* Forgets what the journal says. */
void frame_forget(void);

#define EXPECT(...) frame_expect(__FILE__, __LINE__, __VA_ARGS__)

/* test_BODY for cmocka: the body runs to its end, or ends in the bug check `code` whose first parameter is `p1`. */
#define TEST(body)                                                                                                     \
    static void test_##body(void **state)                                                                              \
    {                                                                                                                  \
        (void)state;                                                                                                   \
        child_passes(NULL, body);                                                                                      \
    }
#define STOPS(body, code, p1)                                                                                          \
    static void test_##body(void **state)                                                                              \
    {                                                                                                                  \
        (void)state;                                                                                                   \
        child_stops(body, code, p1, ~0ULL, ~0ULL, ~0ULL);                                                              \
    }

#endif
