/*
 * What a check found, kept until something it was made of changes: the driver's bitcode, the sources it is told in the
 * words of, the kit's contracts, or cwdk itself. Anything else in the file, or a file that is cut off, is as none.
 */
#ifndef CWDK_CHECK_CACHE_H
#define CWDK_CHECK_CACHE_H

#include "cwdk/check/check.h"

/* The hash of what a check of these files depends on, but for the sources; NULL where one cannot be read. */
const char *cache_key(const struct check_options *options, struct arena *a);
/* What the engine found; false where it is not there or not of that key. */
bool cache_read(const struct check_options *options, const char *key, struct arena *a, struct check_result *out);
/* Writes it; that it cannot be written is no error. */
void cache_write(const struct check_options *options, const char *key, const struct check_result *result,
                 struct arena *a);

#endif
