/*
 * Finding the rustc that can make a driver.
 *
 * What counts is the core library of a Windows target in the compiler's own folder (its sysroot). With one of the msvc
 * targets, which rustup offers, rustc makes the whole object. Debian has core for x86_64-pc-windows-gnu alone, whose
 * debug information is DWARF: there rustc hands out LLVM's bitcode, and clang-19 makes the object from it, with
 * CodeView, so that a driver's PDB has lines either way. The two targets agree in data layout and calling convention.
 */
#ifndef CWDK_RUST_TOOLCHAIN_H
#define CWDK_RUST_TOOLCHAIN_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"
#include "cwdk/project/project.h"

struct rust_toolchain {
    const char *rustc;     /* absolute */
    const char *version;   /* "1.63.0" */
    const char *target;    /* "x86_64-pc-windows-gnu" */
    const char *libraries; /* the folder of the target's core */
    const char **core;     /* core, alloc, compiler_builtins, as the linker takes them; ended by NULL */
    bool through_bitcode;
};

/* Looks at $CWDK_RUSTC alone where that is set, else at each rustc in PATH; one with an msvc target is preferred.
 * Reports ENV0006. */
bool rust_toolchain_find(enum arch arch, struct arena *a, struct rust_toolchain *out, struct diag *d);

#endif
