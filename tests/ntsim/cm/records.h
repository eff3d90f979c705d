/* Records of Windows as the tests of names and the registry hand them to the system. */
#ifndef TESTS_NTSIM_CM_RECORDS_H
#define TESTS_NTSIM_CM_RECORDS_H

#include "tests/ntsim/child/child.h"

#include <uchar.h>

typedef int32_t status;

struct string {
    uint16_t length, maximum;
    char16_t *buffer;
};

struct attributes {
    uint32_t length;
    void *root;
    struct string *name;
    uint32_t flags;
    void *security, *quality;
};

enum { CASE_INSENSITIVE = 0x40, KERNEL_HANDLE = 0x200, ALL_ACCESS = 0xF003F };

#define SUCCESS          0
#define BUFFER_OVERFLOW  ((status)0x80000005)
#define NO_MORE_ENTRIES  ((status)0x8000001A)
#define INVALID_HANDLE   ((status)0xC0000008)
#define TYPE_MISMATCH    ((status)0xC0000024)
#define BUFFER_TOO_SMALL ((status)0xC0000023)
#define NAME_NOT_FOUND   ((status)0xC0000034)
#define NAME_COLLISION   ((status)0xC0000035)
#define PATH_NOT_FOUND   ((status)0xC000003A)
#define CANNOT_DELETE    ((status)0xC0000121)
#define KEY_DELETED      ((status)0xC000017C)

static inline struct string string(const char16_t *text)
{
    uint16_t units = 0;
    while (text[units])
        units++;
    return (struct string){(uint16_t)(units * 2), (uint16_t)(units * 2 + 2), (char16_t *)text};
}

#define ATTRIBUTES(name_, root_)                                                                                       \
    (&(struct attributes){sizeof(struct attributes), root_, name_, CASE_INSENSITIVE | KERNEL_HANDLE, NULL, NULL})

#endif
