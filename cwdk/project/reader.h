/*
 * What the readers of the single formats share: the projects read so far, and the way to ask for another one.
 */
#ifndef CWDK_PROJECT_READER_H
#define CWDK_PROJECT_READER_H

#include "cwdk/project/list.h"
#include "cwdk/project/project.h"

struct loaded; /* a project file that was asked for */

struct reader {
    struct arena *a;
    struct diag *d;
    struct project_configuration configuration;
    const char *solution_folder; /* of the .sln being read, or NULL */
    struct loaded *loaded;
    struct project **projects; /* complete ones, in build order */
    size_t count, capacity;
    unsigned depth;
    bool partial; /* projects that lack the configuration are skipped */
};

/* The name Visual Studio has for a configuration: "Debug" and "x64". */
const char *reader_configuration_name(const struct reader *r);
const char *reader_platform_name(const struct reader *r);
/* Reports that `path` has no `configuration` for `platform`: PRJ3005 where it has that configuration for others,
 * PRJ3013 where its configurations have other names. `all` has those it has, as "Debug|x64". Always false. */
bool reader_lacks_configuration(const struct reader *r, const char *path, const char *configuration,
                                const char *platform, const struct list *all);

/* Reads the project that `path` (absolute; a file, or a folder with one project) names, once, after what it
 * refers to. `from` is the place that names it. *out is NULL where the project is one that is skipped with a
 * note (a package project). Returns false after reporting. */
bool reader_load(struct reader *r, const char *path, struct diag_place from, struct project **out);

/* Says under which Visual Studio configuration a .vcxproj is read, where the solution maps it. */
void reader_map(struct reader *r, const char *path, const char *configuration, const char *platform);

/* The readers of the formats. `configuration` and `platform` are Visual Studio's names. */
struct project *manifest_read(struct reader *r, const char *path);
bool vcxproj_read(struct reader *r, const char *path, const char *configuration, const char *platform,
                  struct project **out);
bool solution_read(struct reader *r, const char *path);

/* An empty project of `path`. */
struct project *project_new(struct reader *r, const char *path);

/* Adds a source file; the lists of its own are empty. */
struct project_source *project_add_source(struct reader *r, struct project *p, const char *path);

/* Adds what is to be made from a file; the caller fills it in. Valid until the next one is added. */
struct project_generated *project_add_generated(struct reader *r, struct project *p);

/* Adds a reference, once. */
void project_add_reference(struct reader *r, struct project *p, struct project *other);

/* The newest minor version of both frameworks. */
#define FRAMEWORK_NEWEST_MINOR 33u

/* Versions of the frameworks that exist and that cwdk supports: KMDF 1.15 to 1.33, UMDF 2.15 to 2.33. */
bool framework_known(enum driver_model model, unsigned major, unsigned minor);
/* "1.15, 1.17, …, 1.33", in the arena. */
const char *framework_versions(struct arena *a, enum driver_model model);

/* "NTDDI_WIN10_RS3" or a number as C writes it; false where it is neither. */
bool ntddi_parse(const char *text, unsigned *out);

#endif
