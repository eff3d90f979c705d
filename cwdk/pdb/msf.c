/* The superblock and the stream directory. */
#include "cwdk/pdb/msf.h"
#include "cwdk/diag/codes.h"
#include "cwdk/pdb/bytes.h"

#include <string.h>

static const char magic[32] = "Microsoft C/C++ MSF 7.00\r\n\x1A"
                              "DS\0\0";

enum superblock_field {
    SUPER_BLOCK_SIZE = 32,
    SUPER_BLOCK_COUNT = 40,
    SUPER_DIRECTORY_BYTES = 44,
    SUPER_DIRECTORY_MAP = 52,
    SUPER_SIZE = 56,
};

#define DELETED_STREAM 0xFFFFFFFFu

bool msf_recognise(struct bytes file)
{
    return file.size >= sizeof magic && !memcmp(file.data, magic, sizeof magic);
}

static uint32_t blocks_for(const struct msf *msf, uint32_t size)
{
    return size / msf->block_size + (size % msf->block_size != 0);
}

/* Puts `size` bytes together from the blocks numbered in `list`, which has an entry for each; NULL after reporting. */
static const uint8_t *gather(const struct msf *msf, const uint8_t *list, uint32_t size, struct arena *a, struct diag *d)
{
    uint8_t *data = arena_alloc(a, (size_t)size + 1);
    for (uint32_t done = 0, i = 0; done < size; i++) {
        const uint32_t block = read32(list + (size_t)i * 4);
        const uint32_t left = size - done, part = left < msf->block_size ? left : msf->block_size;
        if (!block || block >= msf->block_count) {
            diag_error(d, CODE_PDB1003, diag_in_file(msf->path), "block %u is named in a file of %u blocks", block,
                       msf->block_count);
            return NULL;
        }
        memcpy(data + done, msf->file.data + (size_t)block * msf->block_size, part);
        done += part;
    }
    return data;
}

static bool read_superblock(struct msf *msf, struct diag *d)
{
    const struct diag_place place = diag_in_file(msf->path);
    if (!msf_recognise(msf->file))
        return diag_error(d, CODE_PDB1001, place, "the MSF 7.00 signature is missing");
    if (msf->file.size < SUPER_SIZE)
        return diag_error(d, CODE_PDB1002, place, "the file ends inside of its superblock, after %zu bytes",
                          msf->file.size);
    msf->block_size = read32(msf->file.data + SUPER_BLOCK_SIZE);
    msf->block_count = read32(msf->file.data + SUPER_BLOCK_COUNT);
    if (msf->block_size < 512 || msf->block_size > 65536 || (msf->block_size & (msf->block_size - 1)))
        return diag_error(d, CODE_PDB1003, place, "the block size is %u; a power of two from 512 to 65536 was expected",
                          msf->block_size);
    if (msf->block_count > msf->file.size / msf->block_size)
        return diag_error(d, CODE_PDB1002, place, "the file should have %u blocks of %u bytes, but has %zu bytes",
                          msf->block_count, msf->block_size, msf->file.size);
    return true;
}

bool msf_open(struct bytes file, const char *path, struct arena *a, struct msf *out, struct diag *d)
{
    *out = (struct msf){.file = file, .path = path};
    const struct diag_place place = diag_in_file(path);
    if (!read_superblock(out, d))
        return false;

    const uint32_t size = read32(file.data + SUPER_DIRECTORY_BYTES), map = read32(file.data + SUPER_DIRECTORY_MAP);
    const uint64_t map_blocks = ((uint64_t)blocks_for(out, size) * 4 + out->block_size - 1) / out->block_size;
    if (size < 4 || size > file.size || !map || map >= out->block_count || map_blocks > out->block_count - map)
        return diag_error(d, CODE_PDB1003, place, "the stream directory (%u bytes, listed in block %u) lies outside",
                          size, map);
    const uint8_t *directory = gather(out, file.data + (size_t)map * out->block_size, size, a, d);
    if (!directory)
        return false;
    out->directory = (struct bytes){directory, size};
    out->stream_count = read32(directory);
    if (out->stream_count > (size - 4) / 4 || out->stream_count >= MSF_NO_STREAM)
        return diag_error(d, CODE_PDB1003, place, "%u streams do not fit a directory of %u bytes", out->stream_count,
                          size);
    out->blocks_at = 4 + out->stream_count * 4;
    uint64_t blocks = 0, bytes = 0;
    for (uint32_t i = 0; i < out->stream_count; i++) {
        const uint32_t length = read32(directory + 4 + (size_t)i * 4);
        if (length == DELETED_STREAM)
            continue;
        blocks += blocks_for(out, length);
        bytes += length;
    }
    if (blocks > (size - out->blocks_at) / 4 || bytes > file.size)
        return diag_error(d, CODE_PDB1003, place, "the streams have %llu bytes in a file of %zu",
                          (unsigned long long)bytes, file.size);
    return true;
}

bool msf_stream(const struct msf *msf, uint32_t index, struct arena *a, struct bytes *out, struct diag *d)
{
    if (index >= msf->stream_count)
        return diag_error(d, CODE_PDB1004, diag_in_file(msf->path), "stream %u is needed, but there are %u", index,
                          msf->stream_count);
    uint32_t at = msf->blocks_at;
    for (uint32_t i = 0; i < index; i++) {
        const uint32_t length = read32(msf->directory.data + 4 + (size_t)i * 4);
        if (length != DELETED_STREAM)
            at += blocks_for(msf, length) * 4;
    }
    const uint32_t size = read32(msf->directory.data + 4 + (size_t)index * 4);
    const uint32_t length = size == DELETED_STREAM ? 0 : size;
    *out = (struct bytes){gather(msf, msf->directory.data + at, length, a, d), length};
    return out->data != NULL;
}
