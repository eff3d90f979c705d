/* Versions of the frameworks and of Windows. */
#include "cwdk/project/reader.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Both frameworks come with the same minor numbers. */
static const unsigned framework_minors[] = {15, 17, 19, 21, 23, 25, 27, 31, 33};

bool framework_known(enum driver_model model, unsigned major, unsigned minor)
{
    if (major != (model == MODEL_KMDF ? 1 : 2))
        return false;
    for (size_t i = 0; i < sizeof framework_minors / sizeof *framework_minors; i++)
        if (framework_minors[i] == minor)
            return true;
    return false;
}

const char *framework_versions(struct arena *a, enum driver_model model)
{
    const char *text = "";
    for (size_t i = 0; i < sizeof framework_minors / sizeof *framework_minors; i++)
        text = arena_format(a, "%s%s%d.%u", text, i ? ", " : "", model == MODEL_KMDF ? 1 : 2, framework_minors[i]);
    return text;
}

bool ntddi_parse(const char *text, unsigned *out)
{
    static const struct {
        const char *name;
        unsigned value;
    } names[] = {
        {"WIN7", 0x06010000},      {"WIN8", 0x06020000},      {"WINBLUE", 0x06030000},    {"WIN10", 0x0A000000},
        {"WIN10_TH2", 0x0A000001}, {"WIN10_RS1", 0x0A000002}, {"WIN10_RS2", 0x0A000003},  {"WIN10_RS3", 0x0A000004},
        {"WIN10_RS4", 0x0A000005}, {"WIN10_RS5", 0x0A000006}, {"WIN10_19H1", 0x0A000007}, {"WIN10_VB", 0x0A000008},
        {"WIN10_MN", 0x0A000009},  {"WIN10_FE", 0x0A00000A},  {"WIN10_CO", 0x0A00000B},   {"WIN10_NI", 0x0A00000C},
        {"WIN10_CU", 0x0A00000D},  {"WIN11_ZN", 0x0A00000E},  {"WIN11_GA", 0x0A00000F},   {"WIN11_GE", 0x0A000010},
    };
    if (!strncmp(text, "NTDDI_", 6)) {
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (!strcmp(text + 6, names[i].name)) {
                *out = names[i].value;
                return true;
            }
        return false;
    }
    char *end;
    errno = 0;
    const unsigned long value = strtoul(text, &end, 0);
    if (errno || end == text || *end || value > UINT_MAX || !isdigit((unsigned char)*text))
        return false;
    *out = (unsigned)value;
    return true;
}
