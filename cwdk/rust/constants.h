/*
 * Macros whose value is written with a cast, such as STATUS_SUCCESS, for bindgen, which reads plain numbers only: each
 * becomes a C object of the cast's type under a name of ours, and what bindgen says of it loses that name's prefix.
 */
#ifndef CWDK_RUST_CONSTANTS_H
#define CWDK_RUST_CONSTANTS_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/text.h"

/* `macros` are the lines of clang -E -dM. Writes the header `path`, which includes `base` of the same folder; `clang`
 * are the options to read it with. Values that are no whole numbers known to the compiler are left out. */
bool constants_write(const char *macros, const char *base, const char *path, const char *const *clang, struct arena *a,
                     struct diag *d);

/* What bindgen made of that header: the constants, and all else. */
void constants_split(const char *made, struct text *bindings, struct text *constants);

#endif
