/*
 * What a PDB says of the image it belongs to: identity, machine, modules, source files, symbols.
 *
 * Source of facts: the public pages "The PDB Info Stream", "The PDB DBI Stream" and "The Public and Global
 * Symbol Streams" of the LLVM project.
 */
#ifndef CWDK_PDB_PDB_H
#define CWDK_PDB_PDB_H

#include "cwdk/pdb/msf.h"

struct pdb_module {
    const char *name;     /* as the linker named it: an object file, an import library, "* Linker *" */
    const char *object;   /* the object file or the library that it came from */
    const char *compiler; /* "LLVM 19.1.7", or as the compiler calls itself; NULL where the module does not tell */
    uint32_t source_files;
    uint32_t symbol_bytes, line_bytes;
};

struct pdb {
    uint32_t block_size, block_count, stream_count;

    uint32_t version;   /* of the format: 20000404 is today's */
    uint32_t signature; /* a time stamp, or a hash in a reproducible build */
    uint32_t age;       /* of the info stream */
    uint8_t guid[16];   /* as stored, to be compared with the image's CodeView entry */

    bool has_dbi;       /* false: nothing below is known (a PDB of a compiler, without an image) */
    uint32_t image_age; /* the age that the image's CodeView entry has */
    uint16_t machine;   /* as in the PE file header */
    bool stripped;      /* private symbols were left out */
    struct pdb_module *modules;
    uint32_t module_count;
    uint32_t source_file_count; /* each file counted once, over all modules */
    uint32_t public_count, global_count;
};

/* Everything lies in the arena; strings are as they stand in the file, which is UTF-8 for all known
 * producers. Reports PDB1001 and following; any input is safe. */
bool pdb_read(struct bytes file, const char *path, struct arena *a, struct pdb *out, struct diag *d);

#endif
