/* The PDB that belongs to an image. */
#include "cwdk/inspect/binary.h"
#include "cwdk/pdb/pdb.h"

#include <string.h>

const char *binary_pdb_name(const struct binary *binary)
{
    const char *name = binary->pdb.path;
    for (const char *p = binary->pdb.path; *p; p++)
        if (*p == '\\' || *p == '/')
            name = p + 1;
    return name;
}

bool binary_pdb_matches(const struct binary *binary, const struct pdb *pdb)
{
    return !memcmp(binary->pdb.guid, pdb->guid, sizeof pdb->guid) &&
           binary->pdb.age == (pdb->has_dbi ? pdb->image_age : pdb->age);
}
