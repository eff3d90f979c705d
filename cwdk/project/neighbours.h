/*
 * Projects that a Visual Studio project knows only by what they make: a library or a file of the package, named by the
 * path where a solution's build would have put it.
 */
#ifndef CWDK_PROJECT_NEIGHBOURS_H
#define CWDK_PROJECT_NEIGHBOURS_H

#include "cwdk/project/reader.h"

/* The nearest solution, in the folder of the .vcxproj or up to four above, that names it; NULL where there is none. */
const char *neighbour_solution(struct arena *a, const char *vcxproj);

/* The project that makes the file `path` of which `p` speaks: one in a folder that `path` leads through, or one of the
 * nearest solution. It is read where it was not yet. NULL where there is none; nothing is reported then. */
struct project *neighbour_maker(struct reader *r, const struct project *p, const char *path);

/* The images ("wdffeatured.sys") that the [SourceDisksFiles] of an INF or INX names, if it copies them, too. */
const char **neighbour_images(struct arena *a, const char *inf);

#endif
