/*
 * Text files as Windows' tools write them.
 */
#ifndef CWDK_HOST_DECODE_H
#define CWDK_HOST_DECODE_H

#include "cwdk/host/file.h"

/* As UTF-8, from UTF-16 with its mark, from UTF-8 with or without, else from windows-1252. NULL for what is none of
 * these or has a NUL. */
char *decode_text(struct bytes content, struct arena *a);

#endif
