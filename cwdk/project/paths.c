/* Names of files as project files write them. */
#include "cwdk/project/paths.h"
#include "cwdk/host/file.h"
#include "cwdk/project/list.h"

#include <dirent.h>
#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

char *path_normal(struct arena *a, const char *folder, const char *name)
{
    char *path = path_join(a, folder, name);
    char *out = arena_alloc(a, strlen(path) + 2);
    size_t length = 0;
    for (const char *p = path; *p;) {
        while (*p == '/')
            p++;
        const size_t part = strcspn(p, "/");
        if (part == 2 && p[0] == '.' && p[1] == '.') {
            while (length) {
                length--;
                if (out[length] == '/')
                    break;
            }
        } else if (part && !(part == 1 && *p == '.')) {
            out[length++] = '/';
            memcpy(out + length, p, part);
            length += part;
        }
        p += part;
    }
    if (!length)
        out[length++] = '/';
    out[length] = 0;
    return out;
}

/* Gives the components of `path` from the slash at `p` on the case that the disk has. Of names that differ only in case
 * the one that leads to the file is taken. Where there is no such file the path stays as it is. */
static bool adopt_case(char *path, char *p)
{
    if (!*p)
        return true;
    char *name = p + 1, *next = name + strcspn(name, "/");
    const char end = *next;
    char written[NAME_MAX + 1];
    if (next - name > NAME_MAX)
        return false;
    *next = 0;
    memcpy(written, name, strlen(name) + 1);
    const bool exists = path_exists(path);
    *next = end;
    if (exists && adopt_case(path, next))
        return true;

    *p = 0;
    DIR *stream = opendir(*path ? path : "/");
    *p = '/';
    bool found = false;
    for (const struct dirent *entry; stream && !found && (entry = readdir(stream));)
        if (!strcasecmp(entry->d_name, written) && strcmp(entry->d_name, written) != 0) {
            memcpy(name, entry->d_name, (size_t)(next - name));
            found = adopt_case(path, next);
        }
    if (!found)
        memcpy(name, written, (size_t)(next - name));
    if (stream)
        closedir(stream);
    return found;
}

char *path_windows(struct arena *a, const char *folder, const char *name)
{
    char *slashed = arena_string(a, name);
    for (char *p = slashed; *p; p++)
        if (*p == '\\')
            *p = '/';
    char *path = path_normal(a, folder, slashed);
    if (!path_exists(path) && strlen(path) < PATH_MAX)
        adopt_case(path, path);
    return path;
}

bool path_has_wildcard(const char *pattern)
{
    return strpbrk(pattern, "*?[") != NULL;
}

struct finder {
    struct arena *a;
    const char *root;
    struct list *out;
    int flags;
    size_t first, folders;
};

static bool find_below(struct finder *f, const char *folder, const char *pattern, unsigned depth);

static bool find_entry(struct finder *f, const char *path, const char *rest, unsigned depth)
{
    struct stat info;
    if (stat(path, &info))
        return true;
    if (*rest)
        return !S_ISDIR(info.st_mode) || find_below(f, path, rest, depth + 1);
    if (!S_ISREG(info.st_mode) || list_has(f->out, path))
        return true;
    if (f->out->count - f->first >= PATTERN_FILES)
        return false;
    list_add(f->out, f->a, path);
    return true;
}

/* Every folder at any depth below `folder`, itself included, takes `rest`. Symbolic links are not followed.
 */
static bool find_anywhere(struct finder *f, const char *folder, const char *rest, unsigned depth)
{
    struct diag unread = {0};
    char **names = folder_list(folder, f->a, NULL, &unread);
    diag_free(&unread);
    if (!find_below(f, folder, rest, depth + 1))
        return false;
    for (; names && *names; names++) {
        char *path = path_join(f->a, folder, *names);
        struct stat info;
        const bool results = folder == f->root && !strcmp(*names, "target"); /* what builds made is no source */
        if (**names != '.' && !results && !lstat(path, &info) && S_ISDIR(info.st_mode) &&
            !find_anywhere(f, path, rest, depth + 1))
            return false;
    }
    return true;
}

static bool find_below(struct finder *f, const char *folder, const char *pattern, unsigned depth)
{
    if (depth > 64 || ++f->folders > PATTERN_FOLDERS)
        return false;
    const size_t length = strcspn(pattern, "/");
    char *part = arena_substring(f->a, pattern, length);
    const char *rest = pattern + length + strspn(pattern + length, "/");
    if (!strcmp(part, "**"))
        return find_anywhere(f, folder, *rest ? rest : "*", depth);
    if (!path_has_wildcard(part))
        return find_entry(f, path_normal(f->a, folder, part), rest, depth);

    struct diag unread = {0};
    char **names = folder_list(folder, f->a, NULL, &unread);
    diag_free(&unread);
    for (; names && *names; names++)
        if (!fnmatch(part, *names, f->flags) && !find_entry(f, path_join(f->a, folder, *names), rest, depth))
            return false;
    return true;
}

bool path_find(struct arena *a, const char *folder, const char *pattern, bool ignore_case, struct list *out)
{
    const char *root = *pattern == '/' ? "/" : folder;
    struct finder f = {a, root, out, FNM_PERIOD | (ignore_case ? FNM_CASEFOLD : 0), out->count, 0};
    return find_below(&f, root, pattern + strspn(pattern, "/"), 0);
}

bool path_matches(const char *path, const char *pattern, bool ignore_case)
{
    const int flags = FNM_PERIOD | (ignore_case ? FNM_CASEFOLD : 0);
    const char *any = strstr(pattern, "**/");
    if (!any)
        return !fnmatch(pattern, path, flags | FNM_PATHNAME);
    return !strncmp(path, pattern, (size_t)(any - pattern)) && !fnmatch(any + 3, path_name(path), flags);
}

unsigned word_distance(const char *a, const char *b)
{
    unsigned row[64];
    const size_t m = strlen(a), n = strlen(b);
    if (m > 63 || n > 63)
        return 1000;
    for (unsigned j = 0; j <= n; j++)
        row[j] = j;
    for (unsigned i = 1; i <= m; i++) {
        unsigned diagonal = row[0];
        row[0] = i;
        for (unsigned j = 1; j <= n; j++) {
            const unsigned above = row[j];
            unsigned best = diagonal + (a[i - 1] != b[j - 1]);
            if (above + 1 < best)
                best = above + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
            diagonal = above;
        }
    }
    return row[n];
}
