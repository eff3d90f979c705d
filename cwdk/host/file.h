/*
 * Files as the tool uses them: read whole, written whole. Paths are UTF-8 byte strings as the system has
 * them.
 */
#ifndef CWDK_HOST_FILE_H
#define CWDK_HOST_FILE_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

#include <stdint.h>

struct bytes {
    const uint8_t *data; /* never NULL after a successful read; data[size] is 0, so text can be scanned to a NUL */
    size_t size;
};

/* The largest file that is read whole: no driver, INF or catalog comes near it. */
#define FILE_SIZE_LIMIT ((size_t)512 * 1024 * 1024)

/* A file's text as somebody is editing it, not written yet. */
struct unsaved {
    const char *path; /* absolute */
    const char *text;
};
/* The text of that file among them, or NULL. */
const char *unsaved_text(const struct unsaved *list, size_t count, const char *path);

/* Reads a regular file into the arena. Reports ENV0001 and returns false where it cannot. */
bool file_read(const char *path, struct arena *a, struct bytes *out, struct diag *d);

/* Writes beside `path` under a temporary name, flushes, then renames: either the whole new content stands
 * there or the old state. `mode` is the permission of a new file (0644, 0600 for keys). Reports ENV0002. */
bool file_write(const char *path, const void *data, size_t size, unsigned mode, struct diag *d);

/* The same, but leaves an existing file with equal content untouched, with its time stamp. */
bool file_write_if_changed(const char *path, const void *data, size_t size, unsigned mode, struct diag *d);

bool file_copy(const char *from, const char *to, struct diag *d);

/* Makes the folder and its missing parents. Reports ENV0002. */
bool folder_make(const char *path, struct diag *d);
/* Makes a new folder NAME-?????? in TMPDIR, or /tmp, for the user alone; its caller removes it. NULL after reporting
 * ENV0002. */
char *folder_make_temporary(const char *name, struct arena *a, struct diag *d);

/* Removes a file, or a folder with all in it; symbolic links are removed, not followed. Missing is no error.
 */
bool path_remove(const char *path, struct diag *d);

bool path_exists(const char *path);
bool path_is_folder(const char *path);
bool path_is_file(const char *path);
/* A symbolic link, whatever it leads to. */
bool path_is_link(const char *path);

/* The names in a folder (without . and ..), sorted bytewise, in the arena, ended by NULL; `count` may be
 * NULL. */
char **folder_list(const char *path, struct arena *a, size_t *count, struct diag *d);

/* "a/b" from "a" and "b"; `name` alone where it is absolute. */
char *path_join(struct arena *a, const char *folder, const char *name);
/* The last component; points into `path`. */
const char *path_name(const char *path);
/* All but the last component, "." where there is none. */
char *path_folder(struct arena *a, const char *path);
/* The name's extension with its dot (".sys"), or "" . Points into `path`. */
const char *path_extension(const char *path);
/* Absolute, symbolic links resolved; NULL where it does not exist. */
char *path_absolute(struct arena *a, const char *path);

#endif
