/* The PDB reader on arbitrary bytes. */
#include "cwdk/pdb/pdb.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct diag diag = {0};
    struct pdb pdb;
    pdb_read((struct bytes){data, size}, "fuzz.pdb", &arena, &pdb, &diag);
    diag_free(&diag);
    arena_free(&arena);
    return 0;
}
