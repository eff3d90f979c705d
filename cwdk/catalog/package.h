/*
 * The catalog of a driver package: which files and hardware ids go into it, by the package's INF.
 */
#ifndef CWDK_CATALOG_PACKAGE_H
#define CWDK_CATALOG_PACKAGE_H

#include "cwdk/catalog/catalog.h"
#include "cwdk/inf/inf.h"

struct package_catalog_options {
    const char *folder;           /* of the package */
    const char *inf;              /* path of the INF, in that folder; NULL: the only one there */
    const char *output;           /* NULL: the name that the INF gives, in the folder */
    const char *os;               /* Inf2Cat's identifiers, or NULL: what the INF's decorations promise */
    enum inf_arch arch;           /* INF_ARCH_NONE: all that the INF serves */
    enum catalog_version version; /* CATALOG_ANY_VERSION: by the Windows versions */
    time_t time;                  /* of the catalog: `date_of_build` */
};

/* Writes the catalog (untouched where its content would be the same). Reports an INF that names no catalog,
 * and each file that is missing; then nothing is written. Warns of each file of the folder that the INF does not copy,
 * but for catalogs that the INF names and certificates (.cer): the catalog leaves it out. `written`, where not NULL,
 * gets the path. */
bool package_catalog_write(const struct package_catalog_options *options, struct arena *a, const char **written,
                           struct diag *d);

#endif
