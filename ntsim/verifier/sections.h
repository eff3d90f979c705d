/* Sections of images in memory, from the headers that are mapped with them (PE format, as Microsoft describes it). */
#ifndef NTSIM_VERIFIER_SECTIONS_H
#define NTSIM_VERIFIER_SECTIONS_H

#include "ntsim/verifier/vf.h"

enum { VF_SECTION_NAME = 8 };
#define VF_SECTION_EXECUTABLE 0x20000000u
#define VF_SECTION_WRITABLE   0x80000000u

struct vf_section {
    const char *Name; /* VF_SECTION_NAME characters */
    ULONG64 Begin;
    ULONG Size, Flags;
};

/* The image that an address lies in, or NULL. */
const struct machine_image *vf_image_at(ULONG64 address);
/* By number, from 0; FALSE: there are not so many. */
BOOLEAN vf_section(const struct machine_image *image, ULONG number, struct vf_section *section);
/* Whether it may be paged out: its name begins with PAGE. */
BOOLEAN vf_is_pageable_section(const struct vf_section *section);

#endif
