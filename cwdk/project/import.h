/*
 * The cwdk.yaml that says the same as a Visual Studio project.
 */
#ifndef CWDK_PROJECT_IMPORT_H
#define CWDK_PROJECT_IMPORT_H

#include "cwdk/project/project.h"

/* One project as it was read for each configuration; NULL where it does not have that one. Index: arch, profile. */
struct import_source {
    const struct project *of[2][2];
};

/* A manifest to be written. */
struct import_file {
    const char *path; /* of the manifest */
    const char *text;
    const char *from; /* the .vcxproj */
};

/* Reads PATH (a .vcxproj, a .sln, or a folder of such) in all configurations it has, and makes a manifest of each
 * project, to lie beside its .vcxproj: cwdk.yaml, or NAME.yaml where a folder has several. With `folder` (absolute),
 * names are relative to that; with `configuration`, only that one of Visual Studio's is read. What a manifest cannot
 * say is a warning. Everything lies in the arena; false after reporting. */
bool project_import(const char *path, const char *configuration, const char *folder, struct arena *a,
                    struct import_file **out, size_t *count, struct diag *d);

#endif
