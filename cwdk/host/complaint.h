/*
 * Lines of clang's text format: "FILE:LINE:COLUMN: error: MESSAGE".
 */
#ifndef CWDK_HOST_COMPLAINT_H
#define CWDK_HOST_COMPLAINT_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

/* `text` without escape sequences for colours. */
char *complaint_plain(struct arena *a, const char *text);

/* Reads the "FILE:LINE:COLUMN" that stands between `line` and `end`; false where that is none. */
bool complaint_place(struct arena *a, const char *line, const char *end, struct diag_place *place);

#endif
