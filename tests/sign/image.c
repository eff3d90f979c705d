/* Fills in what the loader and a signer look at. */
#include "tests/sign/image.h"

#include <string.h>

static void put16(uint8_t *p, unsigned value)
{
    p[0] = (uint8_t)value;
    p[1] = (uint8_t)(value >> 8);
}

static void put32(uint8_t *p, uint32_t value)
{
    put16(p, value & 0xFFFF);
    put16(p + 2, value >> 16);
}

void image_make(uint8_t image[IMAGE_SIZE])
{
    static const struct {
        const char *name;
        uint32_t rva, offset, size, flags;
    } sections[] = {
        {".text", 0x1000, 0x400, 0x1000, 0x68000020},
        {".rdata", 0x2000, 0x1400, 0x2400, 0x48000040},
        {".data", 0x5000, 0x3800, 0x600, 0xC8000040},
    };
    memset(image, 0, IMAGE_SIZE);
    put16(image, 0x5A4D);
    put32(image + 0x3C, 0x80);
    uint8_t *const file = image + 0x84, *const optional = file + 20, *header = optional + 240;
    put32(image + 0x80, 0x4550);
    put16(file, 0x8664);
    put16(file + 2, 3);
    put16(file + 16, 240);
    put16(file + 18, 0x22);
    put16(optional, 0x20B);
    put32(optional + 16, 0x1000); /* entry */
    put32(optional + 24, 0x40000000);
    put32(optional + 32, 0x1000); /* section alignment */
    put32(optional + 36, 0x200);  /* file alignment */
    put16(optional + 40, 10);
    put16(optional + 48, 10);
    put32(optional + 56, 0x6000); /* size of image */
    put32(optional + 60, IMAGE_HEADERS);
    put16(optional + 68, 1); /* native */
    put32(optional + 108, 16);
    for (unsigned i = 0; i < 3; i++, header += 40) {
        memcpy(header, sections[i].name, strlen(sections[i].name));
        put32(header + 8, sections[i].size);
        put32(header + 12, sections[i].rva);
        put32(header + 16, sections[i].size);
        put32(header + 20, sections[i].offset);
        put32(header + 36, sections[i].flags);
        for (uint32_t at = 0; at < sections[i].size; at++)
            image[sections[i].offset + at] = (uint8_t)(at * 7 + i * 31 + (at >> 8));
    }
}
