/* Names: of projects, architectures and profiles. */
#include "cwdk/project/project.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define NAME_LIMIT 64

/* Windows opens these as devices, in any folder and with any extension. */
static bool is_dos_device(const char *name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (!strcasecmp(name, devices[i]))
            return true;
    return strlen(name) == 4 && (!strncasecmp(name, "com", 3) || !strncasecmp(name, "lpt", 3)) &&
           isdigit((unsigned char)name[3]);
}

bool project_name_valid(const char *name)
{
    const size_t length = strlen(name);
    if (!length || length > NAME_LIMIT || is_dos_device(name))
        return false;
    for (const char *p = name; *p; p++) {
        const bool letter = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z');
        if (!letter && (p == name || !((*p >= '0' && *p <= '9') || *p == '-' || *p == '_')))
            return false;
    }
    return true;
}

const char *arch_name(enum arch arch)
{
    return arch == ARCH_ARM64 ? "arm64" : "amd64";
}

bool arch_parse(const char *text, enum arch *out)
{
    static const struct {
        const char *name;
        enum arch arch;
    } names[] = {{"amd64", ARCH_AMD64},
                 {"x64", ARCH_AMD64},
                 {"x86_64", ARCH_AMD64},
                 {"arm64", ARCH_ARM64},
                 {"aarch64", ARCH_ARM64}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!strcasecmp(text, names[i].name)) {
            *out = names[i].arch;
            return true;
        }
    }
    return false;
}

const char *profile_name(enum profile profile)
{
    return profile == PROFILE_RELEASE ? "release" : "dev";
}

enum profile profile_of_configuration(const char *name)
{
    return strcasestr(name, "release") ? PROFILE_RELEASE : PROFILE_DEV;
}
