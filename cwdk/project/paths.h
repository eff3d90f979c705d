/*
 * Names of files as project files write them, turned into paths of this system.
 */
#ifndef CWDK_PROJECT_PATHS_H
#define CWDK_PROJECT_PATHS_H

#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <stddef.h>

struct list;

/* Most files one pattern may find, and most folders it may look into: a stray "/" star star is an error, not
 * a scan of the disk. */
#define PATTERN_FILES   4096
#define PATTERN_FOLDERS 5000

/* `name` below `folder`, absolute, without "." and ".." and double slashes. Nothing is looked up on the disk.
 */
char *path_normal(struct arena *a, const char *folder, const char *name);

/* The same for a name that Visual Studio wrote: a backslash separates, and a letter's case does not matter
 * where the disk has the name in another case. A path that does not exist comes back as it would be. */
char *path_windows(struct arena *a, const char *folder, const char *name);

bool path_has_wildcard(const char *pattern);

/* Adds to `out` the regular files below `folder` that match `pattern` (`*`, `?`, `[a-z]` inside one
 * component, `**` for any number of folders, hidden ones and target/ right below `folder` left out), sorted, absolute.
 * Slashes separate. Returns false where a bound above was hit. */
bool path_find(struct arena *a, const char *folder, const char *pattern, bool ignore_case, struct list *out);

/* True where `path` matches `pattern`, both absolute, in the sense of path_find. */
bool path_matches(const char *path, const char *pattern, bool ignore_case);

/* How many characters must change to make `a` of `b`: for suggestions. Longer words than 63 bytes are far
 * from everything. */
unsigned word_distance(const char *a, const char *b);

#endif
