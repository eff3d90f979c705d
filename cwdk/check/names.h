/* The names that files of a program share: of functions, globals and sources. */
#ifndef CWDK_CHECK_NAMES_H
#define CWDK_CHECK_NAMES_H

#include "cwdk/check/program.h"

struct name_entry {
    const char *name;
    struct function *function;
    uint32_t global; /* index + 1 */
    uint32_t file;   /* index + 1 */
};

/* The entry of that name, which is new or was there. It moves when others are made. */
struct name_entry *name_get(struct program *p, const char *name);

#endif
