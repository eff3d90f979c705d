/*
 * The build engine: turns the projects below a path into one Ninja file, runs ninja, and tells what came out.
 *
 * Below the root of the projects (the folder of the .sln, .vcxproj or cwdk.yaml, or the folder given) it writes
 *     compile_commands.json                 for clangd and other tools
 *     target/build.ninja                    every step for every architecture and project asked for
 *     target/check.ninja                    the steps that make bitcode for `cwdk check`
 *     target/ARCH/PROFILE/obj/PROJECT/      objects, resources, unsigned images
 *     target/ARCH/PROFILE/NAME-package/     what is installed: .sys or .dll, .inf, .cat, test .cer
 *     target/ARCH/PROFILE/NAME.pdb          and .lib, .exe: beside the package
 */
#ifndef CWDK_BUILD_BUILD_H
#define CWDK_BUILD_BUILD_H

#include "cwdk/project/project.h"

#include <stdint.h>
#include <stdio.h>

enum sign_mode { SIGN_TEST, SIGN_OFF };

/* What is compiled into a driver besides, for the simulator; each has a folder of its own, target/ARCH/sanitize and so
 * on. */
enum instrument { INSTRUMENT_NOT, INSTRUMENT_SANITIZE, INSTRUMENT_COVERAGE, INSTRUMENT_FUZZ };

struct build_options {
    const char *path;                  /* what to build: see project_read */
    const char *const *sign_arguments; /* options of `cwdk sign`, ended by NULL, or NULL */
    const char *const *sign_files;     /* keys and certificates among them, absolute: a change signs again */
    const char *const *trusted;        /* certificates that vouch for the user's own key, ended by NULL, or NULL */
    FILE *output;                      /* the compiler's diagnostics and, on a terminal, progress go here */
    const char *configuration;         /* of Visual Studio projects, by its name; NULL: by profile */
    enum profile profile;
    enum target_platform platform;
    enum sign_mode sign_mode;
    enum instrument instrument;
    unsigned jobs;                 /* 0: ninja's choice */
    bool archs[2];                 /* by enum arch */
    bool archs_named;              /* by the user: all of them must be there */
    bool platform_given;           /* --target-platform, else the project's own */
    bool own_key;                  /* sign_arguments name a key: no test certificate goes into the package */
    bool verify_signatures;        /* once more, after the build */
    bool verbose;                  /* show each command */
    bool colour;                   /* let the compiler colour what it says */
    bool progress;                 /* `output` is a terminal: show a status line */
    const struct unsaved *unsaved; /* build_bitcode: texts that count in place of the files */
    size_t unsaved_count;
};

/* One finished result, for the closing table. */
struct build_artifact {
    const char *project;
    enum arch arch;
    const char *path; /* from where the user stands */
    uint64_t size;
    bool is_driver, is_signed;
    const char *note; /* what is missing and why, or NULL */
};

struct build_result {
    const char *root;
    struct build_artifact *artifacts; /* in build order */
    size_t artifact_count;
    bool interrupted;        /* by a signal from the keyboard */
    enum cwdk_status status; /* that failed steps call for */
};

/* Builds. Returns false after reporting: codes BLD1xxx mean that the sources do not compile or link (exit status 1),
 * other BLD codes bad input (2), ENV codes the machine (3). Everything in `out` lies in the arena. */
bool build_run(const struct build_options *options, struct arena *a, struct build_result *out, struct diag *d);

/* One project as the checker reads it. */
struct bitcode_project {
    const char *name;
    bool kernel_mode, is_driver;
    const char *folder;           /* absolute: where its objects lie */
    const char **files;           /* absolute, ended by NULL: of its sources, then of the static libraries it links */
    const char **sources;         /* absolute, beside `files` */
    const char *const **commands; /* beside `files`: the compiler's for each source, which runs in the root */
    const bool *safe;             /* beside `files`: whether a source is of a project with the safe profile */
    bool is_safe;                 /* the project itself has it */
};

struct build_bitcode {
    const char *root;   /* absolute */
    const char *prefix; /* of names below the root, as the user sees them from where they stand; "" or ends in / */
    const char *home;   /* the kit's data folder */
    struct bitcode_project *projects;
    size_t project_count;
    bool interrupted;
};

/* Compiles every C source at the path for amd64 to LLVM bitcode that keeps names, columns and annotations, beside the
 * objects of a build, with what is generated before. Reports as build_run does. */
bool build_bitcode(const struct build_options *options, struct arena *a, struct build_bitcode *out, struct diag *d);

/* Removes the target/ folder of the projects at `path`, if `cwdk build` made it. `removed` gets its path, or NULL where
 * there was none. Reports BLD0004 for a folder that is not ours. */
bool build_clean(const char *path, struct arena *a, const char **removed, struct diag *d);

#endif
