/* Architectures, system versions, and the decorations that tie sections to them. */
#include "cwdk/inf/inf.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const arch_names[] = {"", "x86", "amd64", "ia64", "arm", "arm64"};

const char *inf_arch_name(enum inf_arch arch)
{
    return arch_names[arch];
}

bool inf_arch_parse(const char *text, enum inf_arch *out)
{
    for (unsigned i = 1; i < sizeof arch_names / sizeof *arch_names; i++) {
        if (inf_same(arch_names[i], text)) {
            *out = (enum inf_arch)i;
            return true;
        }
    }
    return false;
}

int inf_version_compare(struct inf_version a, struct inf_version b)
{
    if (a.major != b.major)
        return a.major < b.major ? -1 : 1;
    if (a.minor != b.minor)
        return a.minor < b.minor ? -1 : 1;
    return a.build < b.build ? -1 : a.build > b.build;
}

bool inf_decoration_parse(const char *text, struct inf_decoration *out)
{
    enum { ARCH, MAJOR, MINOR, PRODUCT_TYPE, SUITE_MASK, BUILD, PARTS };
    unsigned numbers[PARTS] = {0};
    *out = (struct inf_decoration){.text = text};
    if (strncasecmp(text, "NT", 2) != 0)
        return false;
    unsigned part = ARCH;
    for (const char *p = text + 2;; part++) {
        const size_t length = strcspn(p, ".");
        char piece[16];
        if (part == PARTS || length >= sizeof piece)
            return false;
        memcpy(piece, p, length);
        piece[length] = 0;
        int64_t number = 0;
        if (part == ARCH && length && !inf_arch_parse(piece, &out->arch))
            return false;
        if (part != ARCH && length && (!inf_number(piece, &number) || number < 0 || number > UINT32_MAX))
            return false;
        numbers[part] = (unsigned)number;
        out->has_version |= part == MAJOR && length;
        p += length;
        if (!*p)
            break;
        p++;
    }
    out->version = (struct inf_version){numbers[MAJOR], numbers[MINOR], numbers[BUILD]};
    out->product_type = numbers[PRODUCT_TYPE];
    out->suite_mask = numbers[SUITE_MASK];
    return out->has_version || !(numbers[MINOR] || numbers[BUILD]);
}

bool inf_decoration_applies(const struct inf_decoration *decoration, const struct inf_target *target)
{
    if (decoration->arch && target->arch && decoration->arch != target->arch)
        return false;
    if (decoration->has_version && inf_version_compare(decoration->version, target->version) > 0)
        return false;
    if (decoration->product_type && decoration->product_type != target->product_type)
        return false;
    return (decoration->suite_mask & target->suite_mask) == decoration->suite_mask;
}

int inf_decoration_compare(const struct inf_decoration *a, const struct inf_decoration *b)
{
    if (a->has_version != b->has_version)
        return a->has_version ? 1 : -1;
    const int version = inf_version_compare(a->version, b->version);
    if (version)
        return version;
    if (!a->product_type != !b->product_type)
        return a->product_type ? 1 : -1;
    if (a->suite_mask != b->suite_mask)
        return __builtin_popcount(a->suite_mask) - __builtin_popcount(b->suite_mask);
    if (!a->arch != !b->arch)
        return a->arch ? 1 : -1;
    return (a->text[0] != 0) - (b->text[0] != 0);
}
