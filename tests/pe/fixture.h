/* The images of tests/pe/fixture, as the build made them. */
#ifndef TESTS_PE_FIXTURE_H
#define TESTS_PE_FIXTURE_H

#include "ntsim/pe/image.h"

struct fixture {
    uint8_t *data; /* a block of exactly `size` bytes, so that an overrun is seen */
    size_t size;
    struct pe_image image;
};

/* Loads ARCH/NAME; aborts the test program where it cannot. */
struct fixture fixture_load(const char *arch, const char *name);
void fixture_free(struct fixture *f);

#endif
