/*
 * The parts of the .vcxproj reader.
 */
#ifndef CWDK_PROJECT_VCXPROJ_H
#define CWDK_PROJECT_VCXPROJ_H

#include "cwdk/project/msbuild.h"
#include "cwdk/project/reader.h"

/* A list of folders that was read. */
struct vcxproj_folders {
    const char *text;
    struct list found;
    struct vcxproj_folders *next;
};

struct vcxproj {
    struct reader *reader;
    struct msbuild *m;
    struct project *p;
    const char *output_folders[2]; /* IntDir and OutDir, as full paths */
    struct vcxproj_folders *folders;
};

/* ClCompile and ResourceCompile: sources, defines, includes, options, tracing. */
bool vcxproj_compile(struct vcxproj *v);
/* MessageCompile, Ctrpp, MofComp, Wmimofck: what is made before compiling. Before vcxproj_compile. */
bool vcxproj_generate(struct vcxproj *v);
/* Whether a CustomBuild item is a message file whose command is mc: then it is as one of MessageCompile. */
bool vcxproj_runs_mc(const struct msbuild_item *item);
/* Whether `path` is a resource script that is made so; it is then linked as one of the project's. */
bool vcxproj_generates_script(struct vcxproj *v, const char *path);
/* Link: libraries, entry point, options. */
bool vcxproj_link(struct vcxproj *v);

/* A folder or file the project names, in full. NULL where it lies in a Windows kit, in whose place cwdk's own stand. */
const char *vcxproj_path(struct vcxproj *v, const char *name);

/* The same for a folder to look for headers or libraries in; also NULL for the project's own output folders, which the
 * build adds by itself. */
const char *vcxproj_folder(struct vcxproj *v, const char *name);

/* Adds the words of a command line: separated by spaces, quotes group and are removed. */
void vcxproj_words(struct arena *a, const char *text, struct list *out);

/* Warns of metadata that is none of `known` (ended by NULL), of a definition or an item. */
void vcxproj_check_metadata(struct vcxproj *v, const char *type, const struct msbuild_pair *metadata,
                            struct diag_place place, const char *const *known);

/* Warns that a value is not understood. */
void vcxproj_unknown_value(struct vcxproj *v, const char *name, const char *value, struct diag_place place);

/* The initial properties: what Visual Studio and the kits define, with our values. Ends by NULL. */
const char **vcxproj_defaults(struct reader *r, const char *path, const char *configuration, const char *platform,
                              size_t *global_count);

/* What the import of a file of Visual Studio sets, by its name. */
void vcxproj_known_import(struct msbuild *m, const char *name);

bool vcxproj_true(const char *value);

#endif
