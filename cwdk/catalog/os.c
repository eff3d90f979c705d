/* Windows versions by name. */
#include "cwdk/catalog/os.h"
#include "cwdk/diag/codes.h"

#include <string.h>
#include <strings.h>

/* Oldest first within an architecture. */
struct os_entry {
    const char *identifier; /* Inf2Cat's, "10_VB_X64" */
    const char *attribute;  /* the catalog's, "_v100_X64_Vb" */
    const char *kernel;     /* of member attribute OSAttr, "2:10.0" */
    enum inf_arch arch;
    unsigned major, minor, build; /* the first build of that Windows version */
    bool server;
};

/* clang-format off */
static const struct os_entry table[] = {
    {"7_X86",            "7X86",                  "2:6.1",  INF_ARCH_X86,   6,  1,     0, false},
    {"8_X86",            "8X86",                  "2:6.2",  INF_ARCH_X86,   6,  2,     0, false},
    {"6_3_X86",          "_v63",                  "2:6.3",  INF_ARCH_X86,   6,  3,     0, false},
    {"10_X86",           "_v100",                 "2:10.0", INF_ARCH_X86,  10,  0, 10240, false},
    {"10_AU_X86",        "_v100_RS1",             "2:10.0", INF_ARCH_X86,  10,  0, 14393, false},
    {"10_RS2_X86",       "_v100_RS2",             "2:10.0", INF_ARCH_X86,  10,  0, 15063, false},
    {"10_RS3_X86",       "_v100_RS3",             "2:10.0", INF_ARCH_X86,  10,  0, 16299, false},
    {"10_RS4_X86",       "_v100_RS4",             "2:10.0", INF_ARCH_X86,  10,  0, 17134, false},
    {"10_RS5_X86",       "_v100_RS5",             "2:10.0", INF_ARCH_X86,  10,  0, 17763, false},
    {"10_19H1_X86",      "_v100_19H1",            "2:10.0", INF_ARCH_X86,  10,  0, 18362, false},
    {"10_VB_X86",        "_v100_Vb",              "2:10.0", INF_ARCH_X86,  10,  0, 19041, false},

    {"7_X64",            "7X64",                  "2:6.1",  INF_ARCH_AMD64, 6,  1,     0, false},
    {"Server2008R2_X64", "Server2008R2X64",       "2:6.1",  INF_ARCH_AMD64, 6,  1,     0, true},
    {"8_X64",            "8X64",                  "2:6.2",  INF_ARCH_AMD64, 6,  2,     0, false},
    {"Server8_X64",      "Server2012X64",         "2:6.2",  INF_ARCH_AMD64, 6,  2,     0, true},
    {"6_3_X64",          "_v63_X64",              "2:6.3",  INF_ARCH_AMD64, 6,  3,     0, false},
    {"Server6_3_X64",    "_v63_Server_X64",       "2:6.3",  INF_ARCH_AMD64, 6,  3,     0, true},
    {"10_X64",           "_v100_X64",             "2:10.0", INF_ARCH_AMD64, 10, 0, 10240, false},
    {"10_AU_X64",        "_v100_X64_RS1",         "2:10.0", INF_ARCH_AMD64, 10, 0, 14393, false},
    {"Server10_X64",     "Server_v100_X64",       "2:10.0", INF_ARCH_AMD64, 10, 0, 14393, true},
    {"Server2016_X64",   "Server_v100_X64_RS1",   "2:10.0", INF_ARCH_AMD64, 10, 0, 14393, true},
    {"10_RS2_X64",       "_v100_X64_RS2",         "2:10.0", INF_ARCH_AMD64, 10, 0, 15063, false},
    {"10_RS3_X64",       "_v100_X64_RS3",         "2:10.0", INF_ARCH_AMD64, 10, 0, 16299, false},
    {"10_RS4_X64",       "_v100_X64_RS4",         "2:10.0", INF_ARCH_AMD64, 10, 0, 17134, false},
    {"10_RS5_X64",       "_v100_X64_RS5",         "2:10.0", INF_ARCH_AMD64, 10, 0, 17763, false},
    {"ServerRS5_X64",    "Server_v100_X64_RS5",   "2:10.0", INF_ARCH_AMD64, 10, 0, 17763, true},
    {"10_19H1_X64",      "_v100_X64_19H1",        "2:10.0", INF_ARCH_AMD64, 10, 0, 18362, false},
    {"10_VB_X64",        "_v100_X64_Vb",          "2:10.0", INF_ARCH_AMD64, 10, 0, 19041, false},
    {"ServerFE_X64",     "Server_v100_X64_21H2",  "2:10.0", INF_ARCH_AMD64, 10, 0, 20348, true},
    {"10_CO_X64",        "_v100_X64_21H2",        "2:10.0", INF_ARCH_AMD64, 10, 0, 22000, false},
    {"10_NI_X64",        "_v100_X64_22H2",        "2:10.0", INF_ARCH_AMD64, 10, 0, 22621, false},
    {"10_GE_X64",        "_v100_X64_24H2",        "2:10.0", INF_ARCH_AMD64, 10, 0, 26100, false},
    {"Server2025_X64",   "Server_v100_X64_24H2",  "2:10.0", INF_ARCH_AMD64, 10, 0, 26100, true},
    {"10_25H2_X64",      "_v100_X64_25H2",        "2:10.0", INF_ARCH_AMD64, 10, 0, 26200, false},

    {"10_RS3_ARM64",     "_v100_ARM64_RS3",       "2:10.0", INF_ARCH_ARM64, 10, 0, 16299, false},
    {"Server10_ARM64",   "Server_v100_ARM64",     "2:10.0", INF_ARCH_ARM64, 10, 0, 16299, true},
    {"10_RS4_ARM64",     "_v100_ARM64_RS4",       "2:10.0", INF_ARCH_ARM64, 10, 0, 17134, false},
    {"10_RS5_ARM64",     "_v100_ARM64_RS5",       "2:10.0", INF_ARCH_ARM64, 10, 0, 17763, false},
    {"ServerRS5_ARM64",  "Server_v100_ARM64_RS5", "2:10.0", INF_ARCH_ARM64, 10, 0, 17763, true},
    {"10_19H1_ARM64",    "_v100_ARM64_19H1",      "2:10.0", INF_ARCH_ARM64, 10, 0, 18362, false},
    {"10_VB_ARM64",      "_v100_ARM64_Vb",        "2:10.0", INF_ARCH_ARM64, 10, 0, 19041, false},
    {"ServerFE_ARM64",   "Server_v100_ARM64_21H2","2:10.0", INF_ARCH_ARM64, 10, 0, 20348, true},
    {"10_CO_ARM64",      "_v100_ARM64_21H2",      "2:10.0", INF_ARCH_ARM64, 10, 0, 22000, false},
    {"10_NI_ARM64",      "_v100_ARM64_22H2",      "2:10.0", INF_ARCH_ARM64, 10, 0, 22621, false},
    {"10_GE_ARM64",      "_v100_ARM64_24H2",      "2:10.0", INF_ARCH_ARM64, 10, 0, 26100, false},
    {"Server2025_ARM64", "Server_v100_ARM64_24H2","2:10.0", INF_ARCH_ARM64, 10, 0, 26100, true},
    {"10_25H2_ARM64",    "_v100_ARM64_25H2",      "2:10.0", INF_ARCH_ARM64, 10, 0, 26200, false},
};
/* clang-format on */
enum { COUNT = sizeof table / sizeof *table };

/* The chosen entries as one attribute, in the order of the table. */
static void join(const bool chosen[COUNT], struct arena *a, struct os_list *out)
{
    *out = (struct os_list){.attribute = "", .kernels = ""};
    const char *last_kernel = NULL;
    for (size_t i = 0; i < COUNT; i++) {
        if (!chosen[i])
            continue;
        out->attribute = arena_format(a, "%s%s%s", out->attribute, *out->attribute ? "," : "", table[i].attribute);
        /* Kernels repeat in runs; one architecture after the other may bring the same again. */
        if ((!last_kernel || strcmp(last_kernel, table[i].kernel) != 0) && !strstr(out->kernels, table[i].kernel))
            out->kernels = arena_format(a, "%s%s%s", out->kernels, *out->kernels ? "," : "", table[i].kernel);
        last_kernel = table[i].kernel;
        out->before_windows_8 |= table[i].major == 6 && table[i].minor < 2;
    }
}

static bool unknown(const char *name, struct arena *a, struct diag *d)
{
    const char *known = "";
    for (size_t i = 0; i < COUNT; i++)
        known = arena_format(a, "%s%s%s", known, i ? ", " : "", table[i].identifier);
    diag_error(d, CODE_CAT1006, diag_nowhere(), "there is no Windows version '%s'", name);
    diag_help(d, "one of %s", known);
    return false;
}

bool os_parse(const char *identifiers, struct arena *a, struct os_list *out, struct diag *d)
{
    bool chosen[COUNT] = {false};
    for (const char *p = identifiers;; p++) {
        const size_t length = strcspn(p, ",");
        const char *name = arena_substring(a, p, length);
        size_t i = 0;
        while (i < COUNT && strcasecmp(table[i].identifier, name) != 0)
            i++;
        if (i == COUNT)
            return unknown(name, a, d);
        chosen[i] = true;
        p += length;
        if (!*p)
            break;
    }
    join(chosen, a, out);
    return true;
}

static bool serves(const struct inf_decoration *decoration, const struct os_entry *os)
{
    const struct inf_target target = {os->arch, {os->major, os->minor, os->build}, os->server ? 3 : 1, 0};
    return inf_decoration_applies(decoration, &target);
}

bool os_from_inf(const struct inf *inf, enum inf_arch arch, struct arena *a, struct os_list *out)
{
    bool chosen[COUNT] = {false}, any = false;
    size_t count;
    const struct inf_decoration *targets = inf_targets(inf, arch, a, &count);
    for (size_t i = 0; i < COUNT; i++) {
        /* Windows 7 and 8 are named only on demand: an undecorated INF does not make a driver of today run
         * there. */
        if (table[i].major < 10 || (arch != INF_ARCH_NONE && table[i].arch != arch))
            continue;
        for (size_t t = 0; t < count && !chosen[i]; t++)
            chosen[i] = serves(&targets[t], &table[i]);
        any |= chosen[i];
    }
    join(chosen, a, out);
    return any;
}
