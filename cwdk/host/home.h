/*
 * Where the kit's data lies: headers, import libraries, templates.
 */
#ifndef CWDK_HOST_HOME_H
#define CWDK_HOST_HOME_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

/* The folder share/cwdk beside the program's own bin/ folder (so it holds for build/bin/cwdk and for an
 * installed PREFIX/bin/cwdk alike). It has sdk/include, sdk/lib/{amd64,arm64}, sdk/exports.tsv and
 * templates/. Reports ENV0004 and returns NULL where it is not there. */
char *home_folder(struct arena *a, struct diag *d);

#endif
