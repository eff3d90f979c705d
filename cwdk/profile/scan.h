/*
 * What the parts of this engine share: one translation unit while it is looked through. Private to this folder.
 */
#ifndef CWDK_PROFILE_SCAN_H
#define CWDK_PROFILE_SCAN_H

#include "cwdk/diag/codes.h"
#include "cwdk/profile/profile.h"

#include <clang-c/Index.h>
#include <stdint.h>

/* Where something of a translation unit stands. `at` counts bytes of the file where macros were expanded. */
struct spot {
    CXFile file;
    unsigned at;
};

/* A finding before it is known whether it stands in a WDK_UNSAFE block. */
struct candidate {
    struct profile_finding finding;
    struct spot spot;
};

struct unsafe_block {
    struct profile_block block;
    CXFile file;
    unsigned begin, end; /* bytes of the file */
};

/* The use of a macro in a file. */
struct expansion {
    CXFile file;
    unsigned begin, end;
};

/* A file of the translation unit. */
struct scanned_file {
    CXFile file;
    const char *name;
    bool own;      /* of the project */
    bool *is_code; /* by line, from 1; NULL until words.c was there */
    unsigned line_count;
};

struct scan {
    struct arena *arena;
    CXTranslationUnit unit;
    struct scanned_file *files;
    size_t file_count, file_capacity;
    struct candidate *candidates;
    size_t candidate_count, candidate_capacity;
    struct unsafe_block *blocks;
    size_t block_count, block_capacity;
    struct expansion *expansions; /* in own files, in the order of the preprocessor */
    size_t expansion_count, expansion_capacity;
    const char *function; /* that the walk is in */
};

/* place.c: the list, with room for one more. */
void *grown(struct arena *a, void *items, size_t count, size_t *capacity, size_t size);

struct scanned_file *scan_file(struct scan *s, CXFile file); /* NULL for NULL */
/* Whether it is written in a file of the project, be it as the argument of a macro of the kit's. */
bool spelled_in_own(struct scan *s, CXSourceLocation at);
/* The same for an expression; one that begins with a kit's macro and goes on after it is the project's. */
bool expression_is_own(struct scan *s, CXCursor cursor);
struct spot spot_of(CXSourceLocation at);
/* A C string in the arena; disposes of `string`. */
const char *text_of(struct scan *s, CXString string);

/* scan.c: a finding at `at`. The texts lie in the arena or are static. */
void scan_finds(struct scan *s, const char *code, CXSourceLocation at, const char *claim, const char *label,
                const char *help);

/* walk.c: the rules on expressions and statements, WDK_UNSAFE blocks; words.c: names, lines of code; compiler.c: what
 * clang's own warnings tell about integers. */
void walk_unit(struct scan *s);
void words_of_files(struct scan *s);
void compiler_warnings(struct scan *s);
/* What a command needs so that those warnings are given. */
extern const char *const compiler_options[];

#endif
