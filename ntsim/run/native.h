/* What native calls of a program in user mode are given: structures, laid out for 64 bits, and numbers (ntdef.h,
 * wdm.h). */
#ifndef NTSIM_RUN_NATIVE_H
#define NTSIM_RUN_NATIVE_H

#include <ntsim/ntsim.h>

#include <stdint.h>

struct unicode_string {
    uint16_t length, maximum;
    uint16_t *buffer;
};

struct object_attributes {
    uint32_t length;
    uint64_t root;
    struct unicode_string *name;
    uint32_t attributes;
    uint64_t security, quality;
};

struct io_status {
    union {
        NTSTATUS status;
        uint64_t whole;
    };
    uint64_t information;
};

enum {
    OBJ_CASE_INSENSITIVE = 0x40,
    FILE_OPEN = 1,
    FILE_NON_DIRECTORY_FILE = 0x40,
    SHARE_ALL = 7,
    SYNCHRONIZE_ACCESS = 0x100000,
    NOTIFICATION_EVENT = 0,
    EVENT_ALL = 0x1F0003,
};

#endif
