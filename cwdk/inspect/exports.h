/*
 * The table of what Windows modules export, made from the kit's headers: share/cwdk/sdk/exports.tsv with the columns
 * module, export, architecture, first Windows build, header.
 */
#ifndef CWDK_INSPECT_EXPORTS_H
#define CWDK_INSPECT_EXPORTS_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"
#include "cwdk/inspect/windows.h"

struct export_row {
    const char *module; /* "ntoskrnl.exe" */
    const char *name;
    const char *architecture;     /* "amd64", "arm64", or "*" for both */
    struct windows_version since; /* 0.0.0: not known */
    const char *header;           /* that declares it */
};

struct export_table {
    struct export_row *rows; /* sorted by module (without regard to case), then name */
    size_t count;
};

/* Reads the kit's table. Reports ENV0001 or ENV0004 where it is missing, PKG4001 where a line is malformed. */
bool export_table_read(struct arena *a, struct export_table *out, struct diag *d);
/* The same from a file that is named. */
bool export_table_read_file(const char *path, struct arena *a, struct export_table *out, struct diag *d);

bool export_module_known(const struct export_table *table, const char *module);
/* The row for that architecture ("amd64" or "arm64"), or NULL. */
const struct export_row *export_find(const struct export_table *table, const char *module, const char *name,
                                     const char *architecture);

#endif
