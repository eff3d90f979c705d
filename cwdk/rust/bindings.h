/*
 * The crates of Rust drivers, for one driver model: wdk-sys with what bindgen makes of the kit's headers, and wdk,
 * wdk-alloc and wdk-panic, which are the kit's own text (sdk/rust).
 *
 * bindgen 0.60 (Debian's) is enough; newer ones do as well. Its libclang is taken from $LIBCLANG_PATH, else from
 * Debian's LLVM 14, with which bindgen 0.60 was made: it stumbles over the names that newer ones give to what has none.
 */
#ifndef CWDK_RUST_BINDINGS_H
#define CWDK_RUST_BINDINGS_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"
#include "cwdk/project/project.h"

struct rust_bindings {
    const char *home; /* the kit's data folder */
    const char *folder;
    enum arch arch;
    enum driver_model model;
    unsigned major, minor;      /* of the framework */
    const char *const *headers; /* further ones, by the names that #include takes, ended by NULL; or NULL */
    const char *const *folders; /* absolute, of such headers, ended by NULL; or NULL */
    bool readable;              /* lay the generated files out with rustfmt, where there is one */
};

/* Writes folder/wdk-sys and so on; files that would not change keep their time. Reports RST0001, ENV0003. */
bool rust_bindings_write(const struct rust_bindings *wanted, struct arena *a, struct diag *d);

/* Of the model, where the user names no version. */
void rust_default_framework(enum driver_model model, unsigned *major, unsigned *minor);

#endif
