/* An SPDX document while it is made. Private to cwdk/sbom. */
#ifndef CWDK_SBOM_SPDX_H
#define CWDK_SBOM_SPDX_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

#include <jansson.h>
#include <time.h>

struct spdx {
    struct arena *arena;
    json_t *packages, *files, *relationships;
    const char **sums; /* SHA-1 of each file, of which the package's verification code is made */
    size_t file_count, file_room;
};

struct spdx_package {
    const char *name;
    const char *version, *supplier, *licence, *purpose, *locator,
        *comment; /* NULL: not known. `locator`: a package URL */
};

void spdx_begin(struct spdx *spdx, struct arena *a);
/* Adds a package and returns its id; where there is one of that name and version already, the id of that. */
const char *spdx_package(struct spdx *spdx, const struct spdx_package *package);
/* "FROM TYPE TO", once. For a type that ends in _OF, the other way around: `from` is always the one described. */
void spdx_relate(struct spdx *spdx, const char *from, const char *type, const char *to);
/* Adds a file of the package `owner`: `name` in `folder`. */
bool spdx_file(struct spdx *spdx, const char *owner, const char *folder, const char *name, struct diag *d);
/* Writes the document about the package `owner`, which has all the files, and lets go of it. */
bool spdx_end(struct spdx *spdx, const char *name, const char *owner, const char *creator, time_t created,
              const char *output, struct diag *d);
/* Lets go of it unwritten. */
void spdx_drop(struct spdx *spdx);

#endif
