/*
 * Pageable code: what lies in sections whose names begin with PAGE, as long as nobody has locked them. Nothing is ever
 * paged out here; who raises the IRQL from such code, or has it called at DISPATCH_LEVEL, is told all the same.
 */
#include "ntsim/verifier/paged.h"
#include "ntsim/verifier/rules.h"
#include "ntsim/verifier/sections.h"

#include "ntsim/ke/ki.h"

enum {
    MOST_LOCKED = 64,
    PLACES = 1024,
};

static ULONG64 locked[MOST_LOCKED]; /* images */
static ULONG locked_count;
static struct {
    ULONG64 Pc;
    BOOLEAN Pageable;
} places[PLACES]; /* addresses are never given to another image */

static BOOLEAN look_up(ULONG64 pc)
{
    const struct machine_image *image = vf_image_at(pc);
    if (!image || image->of_system)
        return FALSE;
    for (ULONG i = 0; i < locked_count; i++)
        if (locked[i] == (ULONG64)image->base)
            return FALSE;
    struct vf_section section;
    for (ULONG i = 0; vf_section(image, i, &section); i++)
        if (pc - section.Begin < section.Size)
            return vf_is_pageable_section(&section) && section.Flags & VF_SECTION_EXECUTABLE;
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
    const struct machine_image *image = vf_image_at((ULONG64)address);
    if (!image || locked_count == MOST_LOCKED)
        return;
    vf_paged_image_goes(image);
    locked[locked_count++] = (ULONG64)image->base;
    RtlZeroMemory(places, sizeof(places));
}
