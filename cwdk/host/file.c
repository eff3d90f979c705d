/* Reading and writing whole files, and paths. */
#include "cwdk/host/file.h"
#include "cwdk/diag/codes.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool cannot_read(const char *path, const char *reason, struct diag *d)
{
    return diag_error(d, CODE_ENV0001, diag_in_file(path), "cannot read %s: %s", path, reason);
}

static bool cannot_write(const char *path, int error, struct diag *d)
{
    diag_error(d, CODE_ENV0002, diag_in_file(path), "cannot write %s: %s", path, strerror(error));
    if (error == EACCES || error == EROFS || error == EPERM)
        diag_help(d, "make the folder writable, or work on a copy of the project");
    else if (error == ENOSPC || error == EDQUOT)
        diag_help(d, "free some space and run the command again; nothing half-written was left behind");
    return false;
}

bool file_read(const char *path, struct arena *a, struct bytes *out, struct diag *d)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat info;
    if (fd < 0)
        return cannot_read(path, strerror(errno), d);
    if (fstat(fd, &info) || !S_ISREG(info.st_mode) || (size_t)info.st_size > FILE_SIZE_LIMIT) {
        const char *reason = S_ISDIR(info.st_mode)    ? "it is a folder"
                             : !S_ISREG(info.st_mode) ? "it is not a regular file"
                                                      : "it is larger than 512 MiB";
        close(fd);
        return cannot_read(path, reason, d);
    }
    const size_t size = (size_t)info.st_size;
    uint8_t *data = arena_alloc(a, size + 1);
    size_t done = 0;
    while (done < size) {
        const ssize_t got = read(fd, data + done, size - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += (size_t)got;
    }
    close(fd);
    if (done < size)
        return cannot_read(path, "the file ended early", d);
    *out = (struct bytes){data, size};
    return true;
}

static bool write_all(int fd, const void *data, size_t size)
{
    const char *p = data;
    while (size) {
        const ssize_t put = write(fd, p, size);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        p += put;
        size -= (size_t)put;
    }
    return true;
}

bool file_write(const char *path, const void *data, size_t size, unsigned mode, struct diag *d)
{
    struct arena a = {0};
    char *temporary = arena_format(&a, "%s.XXXXXX", path);
    bool ok = false;
    const int fd = mkostemp(temporary, O_CLOEXEC);
    if (fd >= 0) {
        const mode_t mask = umask(0);
        umask(mask);
        ok = write_all(fd, data, size) && !fchmod(fd, mode & ~mask);
        if (close(fd))
            ok = false;
        if (ok)
            ok = !rename(temporary, path);
        if (!ok) {
            const int error = errno;
            unlink(temporary);
            errno = error;
        }
    }
    if (!ok)
        cannot_write(path, errno, d);
    arena_free(&a);
    return ok;
}

static bool same_content(const char *path, const void *data, size_t size)
{
    struct stat info;
    if (stat(path, &info) || !S_ISREG(info.st_mode) || (size_t)info.st_size != size)
        return false;
    struct arena a = {0};
    struct diag unread = {0};
    struct bytes old;
    const bool same = file_read(path, &a, &old, &unread) && old.size == size && !memcmp(old.data, data, size);
    diag_free(&unread);
    arena_free(&a);
    return same;
}

bool file_write_if_changed(const char *path, const void *data, size_t size, unsigned mode, struct diag *d)
{
    return same_content(path, data, size) || file_write(path, data, size, mode, d);
}

bool file_copy(const char *from, const char *to, struct diag *d)
{
    struct arena a = {0};
    struct bytes content;
    const bool ok = file_read(from, &a, &content, d) && file_write(to, content.data, content.size, 0644, d);
    arena_free(&a);
    return ok;
}

bool folder_make(const char *path, struct diag *d)
{
    char *partial = memory_string(path);
    bool ok = true;
    for (char *p = partial + 1; ok; p++) {
        if (*p != '/' && *p)
            continue;
        const char end = *p;
        *p = 0;
        if (mkdir(partial, 0777)) {
            const int error = errno;
            if (error != EEXIST)
                ok = cannot_write(path, error, d);
            else if (!end && !path_is_folder(partial))
                ok = cannot_write(path, ENOTDIR, d);
        }
        *p = end;
        if (!end)
            break;
    }
    free(partial);
    return ok;
}

char *folder_make_temporary(const char *name, struct arena *a, struct diag *d)
{
    const char *temporary = getenv("TMPDIR");
    char *path = arena_format(a, "%s/%s-XXXXXX", temporary && *temporary ? temporary : "/tmp", name);
    if (mkdtemp(path))
        return path;
    cannot_write(path, errno, d);
    return NULL;
}

bool path_remove(const char *path, struct diag *d)
{
    struct stat info;
    if (lstat(path, &info))
        return errno == ENOENT || cannot_write(path, errno, d);
    if (!S_ISDIR(info.st_mode))
        return !unlink(path) || cannot_write(path, errno, d);
    struct arena a = {0};
    char **names = folder_list(path, &a, NULL, d);
    bool ok = names;
    for (size_t i = 0; ok && names[i]; i++)
        ok = path_remove(path_join(&a, path, names[i]), d);
    if (ok && rmdir(path))
        ok = cannot_write(path, errno, d);
    arena_free(&a);
    return ok;
}

bool path_exists(const char *path)
{
    struct stat info;
    return !stat(path, &info);
}

bool path_is_folder(const char *path)
{
    struct stat info;
    return !stat(path, &info) && S_ISDIR(info.st_mode);
}

bool path_is_file(const char *path)
{
    struct stat info;
    return !stat(path, &info) && S_ISREG(info.st_mode);
}

bool path_is_link(const char *path)
{
    struct stat info;
    return !lstat(path, &info) && S_ISLNK(info.st_mode);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **folder_list(const char *path, struct arena *a, size_t *count, struct diag *d)
{
    DIR *folder = opendir(path);
    if (!folder) {
        cannot_read(path, strerror(errno), d);
        return NULL;
    }
    char **names = NULL;
    size_t used = 0, capacity = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
            continue;
        if (used == capacity) {
            capacity = capacity ? capacity * 2 : 32;
            names = memory_resize(names, capacity, sizeof *names);
        }
        names[used++] = arena_string(a, entry->d_name);
    }
    closedir(folder);
    if (used)
        qsort(names, used, sizeof *names, compare_names);
    char **result = arena_array(a, used + 1, sizeof *result);
    if (used)
        memcpy(result, names, used * sizeof *result);
    free(names);
    if (count)
        *count = used;
    return result;
}

char *path_join(struct arena *a, const char *folder, const char *name)
{
    if (*name == '/' || !*folder || !strcmp(folder, "."))
        return arena_string(a, name);
    return arena_format(a, folder[strlen(folder) - 1] == '/' ? "%s%s" : "%s/%s", folder, name);
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *path_folder(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return arena_string(a, ".");
    return arena_substring(a, path, slash == path ? 1 : (size_t)(slash - path));
}

const char *path_extension(const char *path)
{
    const char *name = path_name(path), *dot = strrchr(name, '.');
    return dot && dot != name ? dot : "";
}

char *path_absolute(struct arena *a, const char *path)
{
    char buffer[PATH_MAX];
    return realpath(path, buffer) ? arena_string(a, buffer) : NULL;
}

const char *unsaved_text(const struct unsaved *list, size_t count, const char *path)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(list[i].path, path))
            return list[i].text;
    return NULL;
}
