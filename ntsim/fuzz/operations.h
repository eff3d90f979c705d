/*
 * An input of the fuzzer: what a program does with the driver's devices, as a row of operations. Any bytes are one:
 * what is missing at the end counts as zeroes, numbers are little-endian, kinds are taken modulo OPERATION_KINDS.
 *
 *     CONTROL  0 FILE  CODE (4 bytes) INPUT (2, its length) OUTPUT (2) the input's bytes
 *     READ     1 FILE  OUTPUT (2)
 *     WRITE    2 FILE  INPUT (2) its bytes
 *     CANCEL   3 BACK  the request that many before the latest one
 *     OPEN     4 NAME  ACCESS (1): 0 read and write, 1 read, 2 write, 3 neither; modulo 4
 *     CLOSE    5 FILE
 *     WAIT     6 0     MILLISECONDS (2)
 *
 * FILE counts the files in the order of opening; the first, number 0, is open at the begin. An operation on what is not
 * there does nothing. Read and write use the file's offset 0. No request is waited for.
 */
#ifndef NTSIM_FUZZ_OPERATIONS_H
#define NTSIM_FUZZ_OPERATIONS_H

#include <stddef.h>
#include <stdint.h>

enum operation_kind {
    OPERATION_CONTROL,
    OPERATION_READ,
    OPERATION_WRITE,
    OPERATION_CANCEL,
    OPERATION_OPEN,
    OPERATION_CLOSE,
    OPERATION_WAIT,
    OPERATION_KINDS
};

enum {
    MOST_OPERATIONS = 32,  /* later bytes are ignored */
    MOST_FILES = 8,        /* opened by an input, the first included */
    MOST_LENGTH = 0x4000,  /* of a buffer; longer ones are cut */
    MOST_BYTES = 0x10000,  /* of all inputs together; what goes beyond is zeroes' place: the input is cut */
    MOST_WAIT = 60 * 1000, /* milliseconds */
};

struct operation {
    uint8_t kind, which, access;
    uint16_t input, output; /* lengths */
    uint16_t milliseconds;
    uint32_t code;
    uint32_t data; /* where the input's bytes begin in struct operations */
};

struct operations {
    struct operation list[MOST_OPERATIONS];
    size_t count, used; /* `used` bytes of data */
    uint8_t data[MOST_BYTES];
};

void operations_read(const uint8_t *bytes, size_t size, struct operations *out);
/* Returns how many bytes were written: whole operations only, as many as `room` holds. */
size_t operations_write(const struct operations *operations, uint8_t *bytes, size_t room);

#endif
