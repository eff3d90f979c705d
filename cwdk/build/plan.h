/*
 * What the parts of the build engine share: the projects of one run, each for one architecture, with the names of
 * everything that is made for it. Private to this folder.
 *
 * All names are relative to the root, where ninja and the compiler run, unless they lie outside of it: so the objects
 * and the PDB do not depend on where the project was checked out.
 */
#ifndef CWDK_BUILD_PLAN_H
#define CWDK_BUILD_PLAN_H

#include "cwdk/build/build.h"
#include "cwdk/host/text.h"
#include "cwdk/rust/toolchain.h"

#define TARGET_FOLDER  "target"
#define OVERLAY_FILE   TARGET_FOLDER "/include.vfs.yaml"
#define KIT_LINK       TARGET_FOLDER "/.kit" /* leads to share/cwdk */
#define UNSAVED_FOLDER TARGET_FOLDER "/unsaved"
#define UNSAVED_FILE   UNSAVED_FOLDER "/vfs.yaml"

/* One source file of a unit. */
struct unit_source {
    const struct project_source *source;
    const char *path; /* as the compiler is given it */
    const char *object;
    const char *trace_header; /* the .tmh that WPP makes, or NULL */
};

/* What is made from one file before anything is compiled; names as in unit_source. */
struct unit_generated {
    const struct project_generated *source;
    const char *input;
    const char *header, *script, *binary; /* NULL: not made */
};

/* The crate in Rust of a unit. */
struct unit_rust {
    struct rust_toolchain tools;
    const char *crates; /* the folder of the kit's crates as this unit's model has them, shared with others */
    const char *object; /* what the linker is given: .obj, or .lib */
};

/* One project for one architecture. */
struct unit {
    const struct project *project;
    enum arch arch;
    const char *id;             /* "amd64_echo": unique, fit for a ninja variable */
    const char *object_folder;  /* target/amd64/dev/obj/echo */
    const char *package_folder; /* target/amd64/dev/echo-package, or NULL for what is no driver */
    const char *stage_folder;   /* the members of the package until all of them are finished; or NULL */
    const char *image;          /* linked, not signed */
    const char *result;         /* the finished .sys, .dll, .exe or .lib */
    const char *pdb;            /* NULL for a static library */
    const char *inf;            /* in the package, or NULL */
    const char *catalog;        /* in the package, or NULL */
    const char *certificate;    /* the test certificate in the package, or NULL */
    struct unit_source *sources;
    size_t source_count;
    const char **assembly;        /* the object of each file in MASM's language */
    const struct unit_rust *rust; /* NULL: nothing is in Rust */
    const char *generated_folder; /* target/amd64/dev/obj/echo/generated */
    struct unit_generated *generated;
    size_t generated_count;
    const char **references; /* the .lib of each static library this one links */
    const char **needs;      /* results of the other projects it refers to */
};

struct run_result;

struct plan {
    const struct build_options *options;
    struct arena *arena;
    const char *root;    /* absolute */
    const char *target;  /* absolute: root/target */
    const char *prefix;  /* before a name relative to the root, for messages: see places.h */
    const char *home;    /* the kit's data folder */
    const char *self;    /* the running cwdk, for its plumbing commands */
    const char *ninja;   /* the Ninja file below the root: target/build.ninja, or another that shares its log */
    bool merges_globals; /* instrument.c: sources share globals that have no initialiser, so all of these are common */
    struct unit *units;  /* by architecture, then in build order */
    size_t unit_count;
    struct rust_toolchain rust[2]; /* by enum arch; all NULL: not looked for */
};

/* instrument.c: the folder below target/ARCH, and what an instrumented build adds to the commands. */
const char *instrument_folder(const struct plan *plan);
void instrument_compile(const struct plan *plan, const struct unit *unit, struct arguments *out);
void instrument_link(const struct plan *plan, const struct unit *unit, struct arguments *out);
/* The same for clang as it makes an object from the bitcode of a crate: blocks are counted, addresses not checked. */
void instrument_rust(const struct plan *plan, const struct unit *unit, struct arguments *out);
/* A global without an initialiser has an object of its own in a source where addresses are checked, since what is
 * merged by the linker is not watched. Where several sources have the same one, so that such a build fails, all are
 * merged as in any other build: `note` remembers that in the target folder, `read` asks for it. */
void instrument_read_merging(struct plan *plan);
bool instrument_note_merging(struct plan *plan, struct diag *d);
/* What is built now has such objects. */
bool instrument_splits_globals(const struct plan *plan);

/* Reads the projects and names everything. Reports what is missing or clashes. */
bool plan_make(const struct build_options *options, struct arena *a, struct plan *plan, struct diag *d);

/* `path` relative to the root where it lies below it. */
const char *plan_relative(const struct plan *plan, const char *path);

/* flags.c: the compile command of a unit without source and object, and what one source adds to it. */
void flags_compile(const struct plan *plan, const struct unit *unit, struct arguments *out);
void flags_source(const struct plan *plan, const struct unit *unit, const struct unit_source *source,
                  struct arguments *out);
/* exceptions.c: what a source with __try in it needs; reads the source. */
void exceptions_source(const struct plan *plan, const struct unit_source *source, struct arguments *out);
/* Include folders and defines alone, for the resource compiler's preprocessor. */
void flags_resource(const struct plan *plan, const struct unit *unit, struct arguments *out);
/* False for what stands among the defines and cannot be a macro's name. */
bool flags_is_define(const char *define);
const char *flags_target_triple(enum arch arch);

/* entry.c: the symbol an image begins at. */
const char *entry_point(const struct unit *unit);

/* link.c: the linker's options (no objects, no output name), and the kit's libraries in their order. */
void link_options(const struct plan *plan, const struct unit *unit, struct arguments *out);
bool link_libraries(const struct plan *plan, const struct unit *unit, struct arguments *out, struct diag *d);

/* resource.c: writes the .rc of a unit that has none; returns its name, NULL after reporting. */
const char *resource_generate(const struct plan *plan, const struct unit *unit, struct diag *d);
/* How the text of a resource script is encoded: UTF-16 by its byte order mark, UTF-8 where all of it is, with something
 * beyond ASCII in it, else the code page that Windows would take. */
enum resource_encoding { RESOURCE_ANSI, RESOURCE_UTF8, RESOURCE_UTF16 };
enum resource_encoding resource_encoding(const char *path);

/* resource_files.c: adds the files that a script names, relative to the root. Those that are spelled otherwise than on
 * the disk get a link of that spelling below `link_folder`. False after reporting. */
bool resource_files(const struct plan *plan, const struct unit *unit, const char *script, const char *link_folder,
                    struct arguments *files, struct diag *d);

/* rust.c: finds the compiler for the projects in Rust; `left_out` is set, with a warning, where it lacks an
 * architecture that the user did not name. Names what a unit has in Rust; writes the rules and statements, adds what is
 * linked. */
bool rust_find(struct plan *plan, const struct project_set *set, enum arch arch, bool *left_out, struct diag *d);
void rust_name(const struct plan *plan, struct unit *unit);
void rust_rules(struct text *ninja);
void rust_edges(const struct plan *plan, const struct unit *unit, struct arguments *objects, struct text *ninja);
void rust_link(const struct plan *plan, const struct unit *unit, struct arguments *options);
bool rust_libraries(const struct plan *plan, const struct unit *unit, struct arguments *out, struct diag *d);

/* generate.c: names what a unit has generated, writes the rules and statements, adds the results that a compile or a
 * resource needs, and tells where a script names one of them, whatever the case; NULL where it does not. */
void generate_name(const struct plan *plan, struct unit *unit);
void generate_rules(struct text *ninja);
void generate_edges(const struct plan *plan, const struct unit *unit, struct text *ninja);
void generate_headers(const struct unit *unit, struct arguments *files);
void generate_resources(const struct unit *unit, struct arguments *files);
const char *generate_find(const struct unit *unit, const char *name);
/* A generated script that is a resource of its own: no script of the project includes it. */
bool generate_is_linked(const struct plan *plan, const struct unit *unit, const struct unit_generated *generated);

/* graph.c: the whole Ninja file; package.c: its steps after the link. */
bool graph_write(const struct plan *plan, struct text *ninja, struct diag *d);
/* The same for bitcode instead of objects, without what comes after compiling. */
void graph_write_bitcode(const struct plan *plan, struct text *ninja);
/* Where the bitcode of a source stands. */
/* unsaved.c: the texts that somebody is editing, for the compiler; whether they count for a source: it is one of them,
 * or one of them is a header, which any source may include; the options of its compilation then. */
bool unsaved_write(const struct plan *plan, struct diag *d);
bool unsaved_counts(const struct plan *plan, const struct unit_source *source);
void unsaved_options(const struct plan *plan, struct arguments *out);
const char *graph_bitcode(const struct plan *plan, const struct unit_source *source);
void package_rules(const struct plan *plan, struct text *ninja);
/* Names the INF and the catalog of a driver. */
void package_name(const struct plan *plan, struct unit *unit);
bool package_edges(const struct plan *plan, const struct unit *unit, struct text *ninja, struct diag *d);

/* Removes what an earlier build left where this one assembles the package, or in the package, and this one does not
 * make: a catalog lists all that is there. */
bool package_prune_stage(const struct plan *plan, const struct unit *unit, struct diag *d);
bool package_prune(const struct plan *plan, const struct unit *unit, struct diag *d);

/* compdb.c, overlay.c: the compiler's command for a source, compile_commands.json, the include overlay. */
void compdb_command(const struct plan *plan, const struct unit *unit, const struct unit_source *source,
                    struct arguments *command);
void compdb_write(const struct plan *plan, struct text *json);
/* Writes compile_commands.json anew unless it has each source of the plan; a build for more architectures stays. */
bool compdb_refresh(const struct plan *plan, struct diag *d);
void overlay_write(const struct plan *plan, struct text *yaml);

/* build.c: the folder target/ is made, and locked against other builds until the process ends; its include overlay. */
bool target_prepare(const struct plan *plan, struct diag *d);
bool target_write_overlay(const struct plan *plan, struct diag *d);
/* What failed in a run of ninja, in the terms of the user. Always false. */
bool report_failed_run(const struct plan *plan, const struct run_result *run, struct diag *d);

/* verify.c: the signatures and catalog members of all packages are good. */
bool verify_results(const struct plan *plan, struct diag *d);

/* ready.c: no file stands where a folder is to be made, and the certificates are there. */
bool ready_check(const struct plan *plan, struct diag *d);

/* tools.c: every program this build needs is there. */
bool tools_check(const struct plan *plan, struct diag *d);

#endif
