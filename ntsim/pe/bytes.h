/* Little-endian fields at any alignment, and faults: private to ntsim/pe. */
#ifndef NTSIM_PE_BYTES_H
#define NTSIM_PE_BYTES_H

#include "ntsim/pe/image.h"

static inline uint16_t read16(const uint8_t *p)
{
    return (uint16_t)(p[0] | p[1] << 8);
}

static inline uint32_t read32(const uint8_t *p)
{
    return (uint32_t)read16(p) | (uint32_t)read16(p + 2) << 16;
}

static inline uint64_t read64(const uint8_t *p)
{
    return (uint64_t)read32(p) | (uint64_t)read32(p + 4) << 32;
}

/* Fill in `error` and return what a failing reader returns. The offset is that of `rva` where the file holds
 * it. */
static inline bool fail_at(struct pe_error *error, enum pe_fault fault, uint64_t offset)
{
    *error = (struct pe_error){fault, offset, false};
    return false;
}

static inline enum pe_step broken(const struct pe_image *image, struct pe_error *error, enum pe_fault fault,
                                  uint64_t rva)
{
    uint32_t offset;
    if (rva <= UINT32_MAX && pe_offset(image, (uint32_t)rva, &offset))
        *error = (struct pe_error){fault, offset, false};
    else
        *error = (struct pe_error){fault, rva, true};
    return PE_BROKEN;
}

/* A directory that is there: both its address and size are not 0. */
static inline bool directory_present(const struct pe_image *image, enum pe_directory which)
{
    return image->directories[which].rva && image->directories[which].size;
}

#endif
