/*
 * The model of what is to be built: read from a cwdk.yaml, a .vcxproj, a .sln, or a folder of several, and
 * handed to the build engine. Everything lies in the arena given to the reader; strings are UTF-8; paths are
 * absolute, lists end by NULL.
 *
 * A project is read for one configuration (architecture and profile): conditions are already decided here, so
 * the build engine sees plain lists.
 */
#ifndef CWDK_PROJECT_PROJECT_H
#define CWDK_PROJECT_PROJECT_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

enum arch { ARCH_AMD64, ARCH_ARM64 };
enum profile { PROFILE_DEV, PROFILE_RELEASE }; /* Visual Studio's Debug and Release */

enum project_kind {
    PROJECT_DRIVER,         /* .sys, or .dll for UMDF */
    PROJECT_STATIC_LIBRARY, /* .lib, linked into the projects that refer to it */
    PROJECT_PROGRAM,        /* user-mode .exe */
    PROJECT_DLL,            /* user-mode .dll that is no driver */
};

enum driver_model { MODEL_NONE, MODEL_WDM, MODEL_KMDF, MODEL_UMDF };
enum target_platform { PLATFORM_UNIVERSAL, PLATFORM_DESKTOP, PLATFORM_WINDOWS };

struct project_configuration {
    enum arch arch;
    enum profile profile;
    const char *name; /* of a Visual Studio configuration, "Win11 Release"; NULL: Debug or Release by profile */
};

/* One source file and what holds for it alone. */
struct project_source {
    const char *path;
    const char **defines;  /* "NAME" or "NAME=VALUE" */
    const char **includes; /* folders */
    const char **options;  /* extra options in cl's spelling */
    const char **wpp;      /* runs through `cwdk wpp` first, with these options of it; NULL: it does not */
};

/* What makes further sources, headers and resources before anything is compiled. */
enum project_generator {
    GENERATE_MESSAGES, /* .mc: header, script, message tables */
    GENERATE_EVENTS,   /* .man with event providers: header, script, event template and message tables */
    GENERATE_COUNTERS, /* .man with counter sets: header, script */
    GENERATE_MOF,      /* .mof: binary MOF, header */
};

/* One file that others are made from. They go to a folder of their own, which sources and resources find them in. */
struct project_generated {
    enum project_generator kind;
    const char *input;
    const char *header, *script, *binary; /* file names; NULL: that is not made */
    const char **options;                 /* of the command that makes them */
    bool linked;                          /* the script is a resource of its own: no other one includes it */
};

struct project {
    const char *name;             /* of the project; unique in one build */
    const char *file;             /* the cwdk.yaml or .vcxproj it was read from */
    const char *folder;           /* the folder of that file */
    const char *target_name;      /* file name of the result without extension; not unique */
    const char *target_extension; /* ".sys", ".dll", ".lib" or ".exe" */

    enum project_kind kind;
    enum driver_model model;
    bool kernel_mode;                          /* of a static library, too */
    unsigned framework_major, framework_minor; /* KMDF or UMDF version, e.g. 1, 33 */
    enum target_platform platform;
    bool safe;           /* held to the rules of the safe profile */
    bool panic_status;   /* a failed check of the safe layer makes entry points return, where they can */
    bool exceptions_cxx; /* C++ exceptions asked for (programs only) */

    struct project_source *sources; /* .c .cpp .cc .cxx */
    size_t source_count;
    const char **assembly;               /* .asm */
    const char *rust;                    /* the root of the crate in Rust, src/lib.rs; NULL: there is none */
    const char *rust_edition;            /* "2021" */
    const char **rust_options;           /* of rustc */
    const char **rust_headers;           /* that bindings are made from besides the kit's */
    const char **resources;              /* .rc */
    const char **infs;                   /* .inx or .inf; the first is the package's */
    const char *inf_decoration;          /* what follows $ARCH$ in the INF, "10.0...16299", or NULL */
    const char **inf_texts;              /* "TEXT=NEW": replaced in the stamped INF */
    const char **package_files;          /* further files that the INF copies, searched by name */
    struct project_generated *generated; /* what is made before compiling */
    size_t generated_count;

    const char **defines, **undefines, **includes, **forced_includes, **options; /* for every source */
    const char **resource_defines, **resource_includes;
    const char **libraries;     /* names ("wdmsec.lib") or absolute paths */
    const char **library_paths; /* folders */
    const char **link_options;  /* in link.exe's spelling */
    const char *entry_point;    /* NULL: by kind and model */
    const char **exports;       /* module definition files (.def) */
    const char *warning_level;  /* "0".."4" or "all" */
    bool warnings_as_errors;
    bool visual_studio; /* written for cl: judged by its warnings, libraries that are nowhere are left out */

    const char *driver_version; /* "1.2.3.4", or NULL: by date */
    const char *provider;       /* for the version resource, or NULL */
    const char *description;
    const char *catalog;    /* file name from the manifest, or NULL: the INF's, else NAME.cat */
    unsigned ntddi_version; /* 0: the default */

    struct project **references; /* projects this one links (static libraries) or needs built first; count below */
    size_t reference_count;
};

struct project_set {
    struct project **items; /* in build order: references come before what refers to them */
    size_t count;
    const char *root; /* the folder that gets target/ */
};

/* Reads PATH (see above) for one configuration. What is not understood is named in a warning or an error,
 * never dropped. Returns false after reporting. */
bool project_read(const char *path, struct project_configuration configuration, struct arena *a,
                  struct project_set *out, struct diag *d);
/* The same; Visual Studio projects and solutions that lack the configuration are passed over, and the set may be empty.
 */
bool project_read_partial(const char *path, struct project_configuration configuration, struct arena *a,
                          struct project_set *out, struct diag *d);

/* True where the INF file name or a service name is fit: letters, digits, - and _, at most 64, not starting
 * with a digit or sign. `cwdk new` and the manifest share this one rule. */
bool project_name_valid(const char *name);

const char *arch_name(enum arch arch);             /* "amd64" */
bool arch_parse(const char *text, enum arch *out); /* amd64, x64, x86_64, arm64, aarch64; any case */
const char *profile_name(enum profile profile);    /* "dev" */
/* The profile that goes with a configuration of Visual Studio by its name: release where that has "Release" in it. */
enum profile profile_of_configuration(const char *name);

#endif
