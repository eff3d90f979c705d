/* From SDDL text to a self-relative security descriptor. Layouts: the public [MS-DTYP], sections 2.4.2 to 2.4.6. */
#include "sddl.h"

enum {
    DESCRIPTOR_SIZE = 20, /* header of a self-relative descriptor; the DACL follows it */
    ACL_HEADER_SIZE = 8,
    ACE_HEADER_SIZE = 8, /* type, flags, size, mask */
    ACE_ALLOW = 0,
    ACE_DENY = 1,
    SE_DACL_PRESENT = 0x0004,
    SE_DACL_PROTECTED = 0x1000,
    SE_SELF_RELATIVE = 0x8000,
};

struct reader {
    const uint16_t *at, *end;
};

struct writer {
    uint8_t *bytes;
    size_t used, room;
    int full;
};

static void put(struct writer *w, uint64_t value, size_t size)
{
    if (w->room - w->used < size) {
        w->full = 1;
        return;
    }
    for (size_t i = 0; i < size; i++)
        w->bytes[w->used++] = (uint8_t)(value >> (8 * i));
}

static int accept(struct reader *r, uint16_t unit)
{
    if (r->at == r->end || *r->at != unit)
        return 0;
    r->at++;
    return 1;
}

static int accept_times(struct reader *r, uint16_t unit, unsigned count)
{
    while (count--)
        if (!accept(r, unit))
            return 0;
    return 1;
}

/* The two letters at the reader, or 0. */
static unsigned letters(const struct reader *r)
{
    return r->end - r->at < 2 ? 0 : (unsigned)r->at[0] << 16 | r->at[1];
}

#define LETTERS(a, b) ((unsigned)(a) << 16 | (unsigned)(b))

static int digit(uint16_t unit, unsigned base)
{
    unsigned value = 99;
    if (unit >= '0' && unit <= '9')
        value = unit - '0';
    else if ((unit | 0x20) >= 'a' && (unit | 0x20) <= 'f')
        value = (unit | 0x20) - 'a' + 10u;
    return value < base ? (int)value : -1;
}

/* Decimal, or hexadecimal after 0x; at most 48 bits, as the authority of a SID. */
static int number(struct reader *r, uint64_t *value)
{
    unsigned base = 10, digits = 0;
    if (letters(r) == LETTERS('0', 'x') || letters(r) == LETTERS('0', 'X')) {
        base = 16;
        r->at += 2;
    }
    *value = 0;
    for (; r->at < r->end && digit(*r->at, base) >= 0; r->at++, digits++) {
        *value = *value * base + (unsigned)digit(*r->at, base);
        if (*value >> 48)
            return 0;
    }
    return digits > 0;
}

static uint32_t right(unsigned name)
{
    static const struct {
        unsigned name;
        uint32_t mask;
    } rights[] = {
        {LETTERS('G', 'A'), 0x10000000}, {LETTERS('G', 'X'), 0x20000000}, {LETTERS('G', 'W'), 0x40000000},
        {LETTERS('G', 'R'), 0x80000000}, {LETTERS('S', 'D'), 0x00010000}, {LETTERS('R', 'C'), 0x00020000},
        {LETTERS('W', 'D'), 0x00040000}, {LETTERS('W', 'O'), 0x00080000}, {LETTERS('F', 'A'), 0x001f01ff},
        {LETTERS('F', 'R'), 0x00120089}, {LETTERS('F', 'W'), 0x00120116}, {LETTERS('F', 'X'), 0x001200a0},
        {LETTERS('C', 'C'), 0x00000001}, {LETTERS('D', 'C'), 0x00000002}, {LETTERS('L', 'C'), 0x00000004},
        {LETTERS('S', 'W'), 0x00000008}, {LETTERS('R', 'P'), 0x00000010}, {LETTERS('W', 'P'), 0x00000020},
        {LETTERS('D', 'T'), 0x00000040}, {LETTERS('L', 'O'), 0x00000080}, {LETTERS('C', 'R'), 0x00000100},
    };
    for (size_t i = 0; i < sizeof rights / sizeof *rights; i++)
        if (rights[i].name == name)
            return rights[i].mask;
    return 0;
}

static int rights(struct reader *r, uint32_t *mask)
{
    uint64_t value;
    *mask = 0;
    if (r->at < r->end && digit(*r->at, 10) >= 0) {
        if (!number(r, &value) || value >> 32)
            return 0;
        *mask = (uint32_t)value;
        return 1;
    }
    while (r->at < r->end && *r->at != ';') {
        const uint32_t one = right(letters(r));
        if (!one)
            return 0;
        *mask |= one;
        r->at += 2;
    }
    return 1;
}

static void put_sid(struct writer *w, uint64_t authority, const uint32_t *parts, size_t count)
{
    put(w, 1, 1);
    put(w, count, 1);
    for (int shift = 40; shift >= 0; shift -= 8)
        put(w, authority >> shift & 0xff, 1);
    for (size_t i = 0; i < count; i++)
        put(w, parts[i], 4);
}

static int known_sid(struct reader *r, struct writer *w)
{
    static const struct {
        unsigned name;
        uint8_t authority, count;
        uint32_t parts[2];
    } sids[] = {
        {LETTERS('W', 'D'), 1, 1, {0}},       /* everyone */
        {LETTERS('C', 'O'), 3, 1, {0}},       /* creator owner */
        {LETTERS('O', 'W'), 3, 1, {4}},       /* owner rights */
        {LETTERS('N', 'U'), 5, 1, {2}},       /* network logon */
        {LETTERS('I', 'U'), 5, 1, {4}},       /* interactive users */
        {LETTERS('S', 'U'), 5, 1, {6}},       /* service logon */
        {LETTERS('A', 'N'), 5, 1, {7}},       /* anonymous */
        {LETTERS('P', 'S'), 5, 1, {10}},      /* self */
        {LETTERS('A', 'U'), 5, 1, {11}},      /* authenticated users */
        {LETTERS('R', 'C'), 5, 1, {12}},      /* restricted code */
        {LETTERS('W', 'R'), 5, 1, {33}},      /* write-restricted code */
        {LETTERS('S', 'Y'), 5, 1, {18}},      /* the system */
        {LETTERS('L', 'S'), 5, 1, {19}},      /* local service */
        {LETTERS('N', 'S'), 5, 1, {20}},      /* network service */
        {LETTERS('B', 'A'), 5, 2, {32, 544}}, /* administrators */
        {LETTERS('B', 'U'), 5, 2, {32, 545}}, /* users */
        {LETTERS('B', 'G'), 5, 2, {32, 546}}, /* guests */
        {LETTERS('P', 'U'), 5, 2, {32, 547}}, /* power users */
        {LETTERS('N', 'O'), 5, 2, {32, 556}}, /* network configuration operators */
        {LETTERS('A', 'C'), 15, 2, {2, 1}},   /* all application packages */
    };
    for (size_t i = 0; i < sizeof sids / sizeof *sids; i++) {
        if (sids[i].name != letters(r))
            continue;
        r->at += 2;
        put_sid(w, sids[i].authority, sids[i].parts, sids[i].count);
        return 1;
    }
    return 0;
}

/* S-1-5-32-544 */
static int written_sid(struct reader *r, struct writer *w)
{
    uint64_t value, authority;
    uint32_t parts[SDDL_MAX_SUBAUTHORITIES];
    size_t count = 0;
    if (!accept(r, 'S') || !accept(r, '-') || !number(r, &value) || value != 1 || !accept(r, '-') ||
        !number(r, &authority))
        return 0;
    while (accept(r, '-')) {
        if (count == SDDL_MAX_SUBAUTHORITIES || !number(r, &value) || value >> 32)
            return 0;
        parts[count++] = (uint32_t)value;
    }
    put_sid(w, authority, parts, count);
    return count > 0;
}

/* (A;flags;rights;;;SID): devices have no flags and no object types. */
static int entry(struct reader *r, struct writer *w)
{
    const size_t start = w->used;
    uint8_t type = ACE_ALLOW;
    uint32_t mask;
    if (accept(r, 'D'))
        type = ACE_DENY;
    else if (!accept(r, 'A'))
        return 0;
    if (!accept_times(r, ';', 2) || !rights(r, &mask) || !accept_times(r, ';', 3))
        return 0;
    put(w, type, 1);
    put(w, 0, 1);
    put(w, 0, 2);
    put(w, mask, 4);
    if (!known_sid(r, w) && !written_sid(r, w))
        return 0;
    if (!accept(r, ')') || w->full)
        return 0;
    const size_t size = w->used - start;
    w->bytes[start + 2] = (uint8_t)size;
    w->bytes[start + 3] = (uint8_t)(size >> 8);
    return 1;
}

size_t sddl_to_descriptor(const uint16_t *text, size_t length, uint8_t *out, size_t room)
{
    struct reader r = {text, text + length};
    struct writer w = {out, 0, room < SDDL_MAX_SIZE ? room : SDDL_MAX_SIZE, 0};
    uint16_t control = SE_SELF_RELATIVE | SE_DACL_PRESENT;
    size_t entries = 0;
    if (!accept(&r, 'D') || !accept(&r, ':'))
        return 0;
    if (accept(&r, 'P'))
        control |= SE_DACL_PROTECTED;
    put(&w, 1, 1);
    put(&w, 0, 1);
    put(&w, control, 2);
    put(&w, 0, 8);
    put(&w, 0, 4); /* no owner, no group, no SACL */
    put(&w, DESCRIPTOR_SIZE, 4);
    put(&w, 2, 2); /* ACL revision, and a byte of padding */
    put(&w, 0, 6); /* size and count, known at the end */
    while (accept(&r, '(')) {
        if (!entry(&r, &w))
            return 0;
        entries++;
    }
    if (r.at != r.end || w.full)
        return 0;
    const size_t acl = w.used - DESCRIPTOR_SIZE;
    out[DESCRIPTOR_SIZE + 2] = (uint8_t)acl;
    out[DESCRIPTOR_SIZE + 3] = (uint8_t)(acl >> 8);
    out[DESCRIPTOR_SIZE + 4] = (uint8_t)entries;
    out[DESCRIPTOR_SIZE + 5] = (uint8_t)(entries >> 8);
    return w.used;
}
