/*
 * New projects from the templates of the kit (share/cwdk/templates).
 *
 * A template is a list of folders laid over one another; in the text of their files, and in file names as
 * NAME, these words are replaced:
 *   @NAME@ the project's name    @PASCAL@ @UPPER@ its forms in C identifiers    @BINARY@ the driver's file
 * name
 *   @SAFE@ @SOURCES@ lines of the manifest    @FIRST@ the source to read first
 *   @MODEL@ KMDF, UMDF or WDM    @GUID@ @GUID_C@ a new GUID, as text and as C    @TAG@ four characters for
 * pool tags
 */
#ifndef CWDK_TEMPLATE_TEMPLATE_H
#define CWDK_TEMPLATE_TEMPLATE_H

#include "cwdk/diag/diag.h"
#include "cwdk/project/project.h"

#include <stdint.h>

enum template_style { TEMPLATE_RAW, TEMPLATE_SAFE, TEMPLATE_RUST /* KMDF alone */ };

/* Makes the driver project `name` in `folder`, which must not exist or be empty. `guid` identifies its device
 * interface. Reports and returns false otherwise; then nothing of the new project is left. */
bool template_expand(const char *home, const char *folder, const char *name, enum driver_model model,
                     enum template_style style, const uint8_t guid[16], struct diag *d);

#endif
