/*
 * The container of a PDB: a multi-stream file (MSF 7.00) of equal blocks, with a directory that says which
 * blocks make up which stream. Any input is safe: block numbers, counts and sizes are checked against the
 * file, and the streams together never take more memory than the file has bytes.
 *
 * Source of facts: the public description "The MSF File Format" of the LLVM project.
 */
#ifndef CWDK_PDB_MSF_H
#define CWDK_PDB_MSF_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/file.h"
#include "cwdk/host/memory.h"

#define MSF_NO_STREAM 0xFFFFu

struct msf {
    struct bytes file;
    const char *path; /* for messages */
    uint32_t block_size, block_count, stream_count;
    struct bytes directory;
    uint32_t blocks_at; /* where the lists of block numbers begin in the directory */
};

/* True where the bytes begin like an MSF file. */
bool msf_recognise(struct bytes file);

/* Reports PDB1001 and following. Nothing is copied but the directory. */
bool msf_open(struct bytes file, const char *path, struct arena *a, struct msf *out, struct diag *d);

/* The stream's bytes, put together in the arena, followed by a NUL. A deleted stream is empty. */
bool msf_stream(const struct msf *msf, uint32_t index, struct arena *a, struct bytes *out, struct diag *d);

#endif
