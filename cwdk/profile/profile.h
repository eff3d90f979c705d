/*
 * The safe profile: what the sources of a safe driver may not do outside of WDK_UNSAFE blocks, and those blocks.
 * docs/safe.md tells the rules; their codes are SAFnnnn.
 *
 * A translation unit is parsed by libclang with the command that compiles it. Held to the rules is what is written in
 * the project's own files: not what a macro of the kit's headers expands to, nor what is generated below target/.
 */
#ifndef CWDK_PROFILE_PROFILE_H
#define CWDK_PROFILE_PROFILE_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

struct profile_place {
    const char *file; /* as the compiler was given it: relative to the root, or absolute */
    unsigned line, column;
};

struct profile_finding {
    const char *code; /* of codes.h */
    struct profile_place place;
    const char *function; /* in which it stands; "" outside of all */
    const char *claim, *label, *help;
};

/* A WDK_UNSAFE block. */
struct profile_block {
    struct profile_place place;
    unsigned last_line;
    const char *function, *reason;
    size_t lines; /* of code: with something on them but space and comments */
};

struct safety {
    struct profile_finding *findings; /* by place, each once */
    size_t finding_count;
    struct profile_block *blocks; /* by place, each once */
    size_t block_count;
    size_t code_lines;   /* of the project's own files */
    size_t unsafe_lines; /* of them, those in blocks */
    size_t file_count;
};

struct profile_source {
    const char *path;           /* for messages */
    const char *const *command; /* the compiler's, ended by NULL */
};

/* Reads all sources, whose commands run in `root`. Everything in `out` lies in the arena. Reports SAF0001 for a source
 * that libclang cannot parse, SAF0002 for one in C++, and returns false. */
bool profile_run(const char *root, const struct profile_source *sources, size_t count, struct arena *a,
                 struct safety *out, struct diag *d);

#endif
