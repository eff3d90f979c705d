/* Sections of images. */
#include "ntsim/verifier/sections.h"

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
};

const struct machine_image *vf_image_at(ULONG64 address)
{
    for (const struct machine_image *image = ki_services->images(); image; image = image->next)
        if (address - (ULONG64)image->base < image->size)
            return image;
    return NULL;
}

BOOLEAN vf_section(const struct machine_image *image, ULONG number, struct vf_section *section)
{
    const UCHAR *header = image->base + *(const ULONG *)(image->base + HEADER_OFFSET);
    const UCHAR *at =
        header + OPTIONAL_HEADER + *(const USHORT *)(header + OPTIONAL_SIZE) + (SIZE_T)number * SECTION_SIZE;
    if (number >= *(const USHORT *)(header + SECTION_COUNT))
        return FALSE;
    *section = (struct vf_section){.Name = (const char *)at,
                                   .Begin = (ULONG64)image->base + *(const ULONG *)(at + VIRTUAL_ADDRESS),
                                   .Size = *(const ULONG *)(at + VIRTUAL_SIZE),
                                   .Flags = *(const ULONG *)(at + CHARACTERISTICS)};
    return TRUE;
}

BOOLEAN vf_is_pageable_section(const struct vf_section *section)
{
    return section->Size && RtlEqualMemory(section->Name, "PAGE", 4);
}
