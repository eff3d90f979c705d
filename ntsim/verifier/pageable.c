/*
 * Pageable code: what lies in sections whose names begin with PAGE, as long as nobody has locked them. Nothing is ever
 * paged out here; who raises the IRQL from such code, or has it called at DISPATCH_LEVEL, is told all the same.
 */
#include "ntsim/verifier/paged.h"
#include "ntsim/verifier/rules.h"

#include "ntsim/ke/ki.h"

enum {
    HEADER_OFFSET = 0x3C,
    SECTION_COUNT = 6, /* from the PE signature on */
    OPTIONAL_SIZE = 0x14,
    OPTIONAL_HEADER = 0x18,
    SECTION_SIZE = 40,
    VIRTUAL_SIZE = 8, /* in a section's header */
    VIRTUAL_ADDRESS = 12,
    CHARACTERISTICS = 36,
    EXECUTABLE = 0x20000000,
    MOST_LOCKED = 64,
    PLACES = 1024,
};

static ULONG64 locked[MOST_LOCKED]; /* images */
static ULONG locked_count;
static struct {
    ULONG64 Pc;
    BOOLEAN Pageable;
} places[PLACES]; /* addresses are never given to another image */

static const struct machine_image *image_at(ULONG64 address)
{
    for (const struct machine_image *image = ki_services->images(); image; image = image->next)
        if (address - (ULONG64)image->base < image->size)
            return image;
    return NULL;
}

static BOOLEAN look_up(ULONG64 pc)
{
    const struct machine_image *image = image_at(pc);
    if (!image || image->of_system)
        return FALSE;
    for (ULONG i = 0; i < locked_count; i++)
        if (locked[i] == (ULONG64)image->base)
            return FALSE;
    const UCHAR *header = image->base + *(const ULONG *)(image->base + HEADER_OFFSET);
    const UCHAR *section = header + OPTIONAL_HEADER + *(const USHORT *)(header + OPTIONAL_SIZE);
    const ULONG offset = (ULONG)(pc - (ULONG64)image->base);
    for (USHORT left = *(const USHORT *)(header + SECTION_COUNT); left > 0; left--, section += SECTION_SIZE)
        if (offset - *(const ULONG *)(section + VIRTUAL_ADDRESS) < *(const ULONG *)(section + VIRTUAL_SIZE))
            return RtlEqualMemory(section, "PAGE", 4) && *(const ULONG *)(section + CHARACTERISTICS) & EXECUTABLE;
    return FALSE;
}

BOOLEAN vf_is_pageable(ULONG64 pc)
{
    const ULONG slot = (ULONG)(pc ^ pc >> 12) % PLACES;
    if (places[slot].Pc != pc) {
        places[slot].Pageable = look_up(pc);
        places[slot].Pc = pc;
    }
    return places[slot].Pageable;
}

/* Which of its sections, and for how long, is not followed. */
void vf_code_is_locked(const VOID *address)
{
    const struct machine_image *image = image_at((ULONG64)address);
    if (!image || locked_count == MOST_LOCKED)
        return;
    vf_paged_image_goes(image);
    locked[locked_count++] = (ULONG64)image->base;
    RtlZeroMemory(places, sizeof(places));
}
