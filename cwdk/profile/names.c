/* The table of names. */
#include "cwdk/profile/names.h"
#include "cwdk/diag/codes.h"

#include <fnmatch.h>
#include <stddef.h>

static const struct raw_name names[] = {
#define ALLOWED(pattern)             {pattern, NULL, NULL},
#define NAME(pattern, code, instead) {pattern, CODE_##code, instead},
#include "cwdk/profile/names.def"
#undef NAME
#undef ALLOWED
};

const struct raw_name *raw_name_find(const char *name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (fnmatch(names[i].pattern, name, 0) == 0)
            return names[i].code ? &names[i] : NULL;
    return NULL;
}
