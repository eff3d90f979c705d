#include "image.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Offsets of the PE format, from the file's start, from the signature, and from the optional header. */
enum {
    DOS_MAGIC = 0x5A4D,
    DOS_NEW_HEADER = 0x3C,
    NT_SIGNATURE = 0x00004550,
    NT_OPTIONAL = 24,
    OPTIONAL_MAGIC_64 = 0x20B,
    OPTIONAL_SIZE_OF_IMAGE = 56,
    OPTIONAL_DIRECTORY_COUNT = 108,
    OPTIONAL_DIRECTORIES = 112,
    EXPORT_DIRECTORY_SIZE = 40,
    FIRST_PAGE = 4096,
};

static uint32_t read32(const uint8_t *at)
{
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

static uint16_t read16(const uint8_t *at)
{
    uint16_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

const void *image_export_directory(const void *base)
{
    const uint8_t *image = base;
    if (!image || read16(image) != DOS_MAGIC)
        return NULL;
    const uint32_t header = read32(image + DOS_NEW_HEADER);
    if (header > FIRST_PAGE - NT_OPTIONAL - OPTIONAL_DIRECTORIES - 8 || read32(image + header) != NT_SIGNATURE)
        return NULL;
    const uint8_t *optional = image + header + NT_OPTIONAL;
    if (read16(optional) != OPTIONAL_MAGIC_64 || !read32(optional + OPTIONAL_DIRECTORY_COUNT))
        return NULL;
    const uint32_t place = read32(optional + OPTIONAL_DIRECTORIES);
    const uint32_t size = read32(optional + OPTIONAL_SIZE_OF_IMAGE);
    if (!place || size < EXPORT_DIRECTORY_SIZE || place > size - EXPORT_DIRECTORY_SIZE)
        return NULL;
    return image + place;
}
