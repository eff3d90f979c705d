/*
 * C and C++ as Microsoft's compiler takes them, where clang does not even with -fms-extensions.
 *
 * The compiler's own complaint says what and where it is. For each of a handful of kinds the text is adapted, by
 * inserting or blanking within its line, in a copy that the compiler reads under the original's name (a virtual file
 * system overlay): the files on disk stay as they are, and places in messages and debug information stay true.
 *
 *   C4213  &(T)x, (T)x = y, ((T)x)++: the cast becomes *(T*)&x
 *   C4028  a definition whose parameters are other pointers than its declaration's     the declaration loses its
 *          parameters
 *   C4013  y = cos(x) without a declaration       a warning, as cl knows its intrinsics without one
 *   C4430  const Level = 1; in C++                becomes const int Level = 1;
 *          T A<int>::f() { } for a specialization becomes template<> T A<int>::f() { }
 *
 * Source of facts: the public reference of Visual C++'s warnings.
 */
#ifndef CWDK_DIALECT_DIALECT_H
#define CWDK_DIALECT_DIALECT_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <stddef.h>

struct dialect_file {
    const char *path; /* as the compiler named it */
    char *text;       /* adapted so far */
    size_t size;
};

/* Makes a warning of a call without a declaration, which is what cl takes of its intrinsics. */
#define DIALECT_INTRINSICS "-Wno-error=implicit-function-declaration"

/* Zero-initialise, and set `arena`, in which all of it lives. */
struct dialect {
    struct arena *arena;
    const char *const *fixed; /* folders whose files are never adapted, ended by NULL; may be NULL */
    struct dialect_file *files;
    size_t file_count;
    char **notes; /* "place: warning: what was taken as cl takes it" */
    size_t note_count;
    bool intrinsics; /* compile with DIALECT_INTRINSICS */
};

/* Adapts what clang complains about in `said`, its output in clang's own format with -fdiagnostics-parseable-fixits,
 * colours or not. True where every error in it is of a kind that is known and was adapted: compiling again is worth it.
 */
bool dialect_adapt(struct dialect *dialect, const char *said);

/* Compiled with DIALECT_INTRINSICS, `said` complains about another function that is not declared: that is an error. */
bool dialect_hides(const struct dialect *dialect, const char *said);

/* Writes the adapted files and the overlay that lays them over the originals into `folder`, which is made. `overlay` is
 * its path. Reports ENV0002 and returns false where it cannot. */
bool dialect_write(const struct dialect *dialect, const char *folder, const char **overlay, struct diag *d);

#endif
