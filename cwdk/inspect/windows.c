/* Tables of Windows releases and framework versions. */
#include "cwdk/inspect/windows.h"

#include <stdio.h>

static const struct {
    struct windows_version version;
    const char *name;
} releases[] = {
    {{5, 0, 2195}, "Windows 2000"},
    {{5, 1, 2600}, "Windows XP"},
    {{5, 2, 3790}, "Windows Server 2003"},
    {{6, 0, 6000}, "Windows Vista"},
    {{6, 0, 6001}, "Windows Vista SP1 and Server 2008"},
    {{6, 1, 7600}, "Windows 7"},
    {{6, 2, 9200}, "Windows 8"},
    {{6, 3, 9600}, "Windows 8.1"},
    {{10, 0, 10240}, "Windows 10, version 1507"},
    {{10, 0, 10586}, "Windows 10, version 1511"},
    {{10, 0, 14393}, "Windows 10, version 1607"},
    {{10, 0, 15063}, "Windows 10, version 1703"},
    {{10, 0, 16299}, "Windows 10, version 1709"},
    {{10, 0, 17134}, "Windows 10, version 1803"},
    {{10, 0, 17763}, "Windows 10, version 1809"},
    {{10, 0, 18362}, "Windows 10, version 1903"},
    {{10, 0, 18363}, "Windows 10, version 1909"},
    {{10, 0, 19041}, "Windows 10, version 2004"},
    {{10, 0, 19042}, "Windows 10, version 20H2"},
    {{10, 0, 19043}, "Windows 10, version 21H1"},
    {{10, 0, 19044}, "Windows 10, version 21H2"},
    {{10, 0, 19045}, "Windows 10, version 22H2"},
    {{10, 0, 20348}, "Windows Server 2022"},
    {{10, 0, 22000}, "Windows 11, version 21H2"},
    {{10, 0, 22621}, "Windows 11, version 22H2"},
    {{10, 0, 22631}, "Windows 11, version 23H2"},
    {{10, 0, 26100}, "Windows 11, version 24H2"},
};

/* "Drivers using this version run on", oldest first. */
static const struct {
    enum framework framework;
    unsigned major, minor;
    struct windows_version since;
} frameworks[] = {
    {FRAMEWORK_KMDF, 1, 0, {5, 1, 2600}},    {FRAMEWORK_KMDF, 1, 1, {5, 0, 2195}},
    {FRAMEWORK_KMDF, 1, 5, {5, 0, 2195}},    {FRAMEWORK_KMDF, 1, 7, {5, 0, 2195}},
    {FRAMEWORK_KMDF, 1, 9, {5, 1, 2600}},    {FRAMEWORK_KMDF, 1, 11, {6, 0, 6000}},
    {FRAMEWORK_KMDF, 1, 13, {6, 3, 9600}},   {FRAMEWORK_KMDF, 1, 15, {10, 0, 10240}},
    {FRAMEWORK_KMDF, 1, 17, {10, 0, 10586}}, {FRAMEWORK_KMDF, 1, 19, {10, 0, 14393}},
    {FRAMEWORK_KMDF, 1, 21, {10, 0, 15063}}, {FRAMEWORK_KMDF, 1, 23, {10, 0, 16299}},
    {FRAMEWORK_KMDF, 1, 25, {10, 0, 17134}}, {FRAMEWORK_KMDF, 1, 27, {10, 0, 17763}},
    {FRAMEWORK_KMDF, 1, 29, {10, 0, 18362}}, {FRAMEWORK_KMDF, 1, 31, {10, 0, 19041}},
    {FRAMEWORK_KMDF, 1, 33, {10, 0, 20348}}, {FRAMEWORK_UMDF, 1, 5, {5, 1, 2600}},
    {FRAMEWORK_UMDF, 1, 7, {5, 1, 2600}},    {FRAMEWORK_UMDF, 1, 9, {5, 1, 2600}},
    {FRAMEWORK_UMDF, 1, 11, {6, 0, 6000}},   {FRAMEWORK_UMDF, 2, 0, {6, 3, 9600}},
    {FRAMEWORK_UMDF, 2, 15, {10, 0, 10240}}, {FRAMEWORK_UMDF, 2, 17, {10, 0, 10586}},
    {FRAMEWORK_UMDF, 2, 19, {10, 0, 14393}}, {FRAMEWORK_UMDF, 2, 21, {10, 0, 15063}},
    {FRAMEWORK_UMDF, 2, 23, {10, 0, 16299}}, {FRAMEWORK_UMDF, 2, 25, {10, 0, 17134}},
    {FRAMEWORK_UMDF, 2, 27, {10, 0, 17763}}, {FRAMEWORK_UMDF, 2, 29, {10, 0, 18362}},
    {FRAMEWORK_UMDF, 2, 31, {10, 0, 19041}}, {FRAMEWORK_UMDF, 2, 33, {10, 0, 20348}},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

char *windows_version_format(struct windows_version v, char *text)
{
    if (v.build)
        snprintf(text, WINDOWS_VERSION_TEXT, "%u.%u.%u", v.major, v.minor, v.build);
    else
        snprintf(text, WINDOWS_VERSION_TEXT, "%u.%u", v.major, v.minor);
    return text;
}

bool windows_version_parse(const char *text, struct windows_version *out)
{
    int end = 0;
    *out = (struct windows_version){0};
    if (sscanf(text, "%3u.%3u.%9u%n", &out->major, &out->minor, &out->build, &end) == 3 && !text[end])
        return true;
    *out = (struct windows_version){0};
    end = 0;
    return sscanf(text, "%3u.%3u%n", &out->major, &out->minor, &end) == 2 && !text[end];
}

int windows_version_compare(struct windows_version a, struct windows_version b)
{
    if (a.major != b.major)
        return a.major < b.major ? -1 : 1;
    if (a.minor != b.minor)
        return a.minor < b.minor ? -1 : 1;
    return (a.build > b.build) - (a.build < b.build);
}

struct windows_version windows_version_first(struct windows_version v)
{
    for (size_t i = 0; !v.build && i < COUNT(releases); i++)
        if (releases[i].version.major == v.major && releases[i].version.minor == v.minor)
            return releases[i].version;
    return v;
}

const char *windows_version_name(struct windows_version v)
{
    const char *name = "any Windows";
    v = windows_version_first(v);
    for (size_t i = 0; i < COUNT(releases); i++)
        if (windows_version_compare(releases[i].version, v) <= 0)
            name = releases[i].name;
    return name;
}

bool framework_since(enum framework framework, unsigned major, unsigned minor, struct windows_version *out)
{
    for (size_t i = 0; i < COUNT(frameworks); i++) {
        if (frameworks[i].framework != framework || frameworks[i].major != major || frameworks[i].minor != minor)
            continue;
        *out = frameworks[i].since;
        return true;
    }
    return false;
}

bool framework_newest(enum framework framework, struct windows_version v, unsigned *major, unsigned *minor)
{
    bool found = false;
    for (size_t i = 0; i < COUNT(frameworks); i++) {
        if (frameworks[i].framework != framework || windows_version_compare(frameworks[i].since, v) > 0)
            continue;
        *major = frameworks[i].major;
        *minor = frameworks[i].minor;
        found = true;
    }
    return found;
}
