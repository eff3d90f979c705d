/*
 * Bills of materials in SPDX 2.3 (JSON): what a driver package, or an installation of the kit, consists of. The same
 * input and date give the same bytes: the document's namespace is made of a hash of all that it says.
 *
 * Source of facts: the SPDX specification 2.3 of the Linux Foundation.
 */
#ifndef CWDK_SBOM_SBOM_H
#define CWDK_SBOM_SBOM_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

#include <time.h>

struct sbom_driver {
    const char *package;        /* the folder */
    const char *const *symbols; /* more folders with PDBs, ended by NULL; or NULL */
    const char *kit_version;
    time_t created;
    const char *output; /* the file */
};

/* Of a driver package: its files with checksums; from its INFs the version, the provider and what they include; from
 * its images the modules of Windows that they import; from their PDBs the compiler and the static libraries. PDBs are
 * looked for in the package, beside it and in `symbols`; where one is missing that is a warning (SBM2001). */
/* Where it goes by itself: NAME.spdx.json beside NAME-package. */
const char *sbom_default_output(const char *package, struct arena *a);

bool sbom_write_driver(const struct sbom_driver *options, struct diag *d);

struct sbom_tree {
    const char *folder;     /* the root of an installation */
    const char *files;      /* a file with the names of what is installed there, one a line, relative to `folder` */
    const char *components; /* a table of the packages that it is made of or needs: docs/install.md has the columns */
    const char *name, *version, *licence;
    const char *kit_version;
    time_t created;
    const char *output;
};

/* Of an installation. Reports SBM1001 where a line of the table is malformed. */
bool sbom_write_tree(const struct sbom_tree *options, struct diag *d);

#endif
