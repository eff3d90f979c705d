/* A full disk: how it shows, and what it leaves behind. */
#include "cwdk/build/disk.h"
#include "cwdk/host/file.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

enum { LITTLE = 256 * 1024 /* bytes: less than one PDB */ };

static bool is_nearly_full(const struct plan *plan)
{
    struct statvfs info;
    return !statvfs(plan->target, &info) && (unsigned long long)info.f_bavail * info.f_frsize < LITTLE;
}

bool disk_is_to_blame(const struct plan *plan, const char *said)
{
    if (strstr(said, "No space left on device") || strstr(said, "no space left on device") ||
        strstr(said, "Disk quota exceeded"))
        return true;
    /* LLVM's tools crash where a write fails late, with a bus error where they write through a mapping. */
    return (strstr(said, "PLEASE submit a bug report") || strstr(said, "LLVM ERROR") || strstr(said, "Bus error") ||
            !*said) &&
           is_nearly_full(plan);
}

static void remove_empty(struct arena *a, const char *folder)
{
    struct diag unread = {0};
    char **names = folder_list(folder, a, NULL, &unread);
    for (; names && *names; names++) {
        const char *path = path_join(a, folder, *names);
        struct stat info;
        if (lstat(path, &info))
            continue;
        if (S_ISDIR(info.st_mode))
            remove_empty(a, path);
        else if (S_ISREG(info.st_mode) && (!info.st_size || strstr(*names, ".tmp")) && strcmp(*names, ".lock") != 0)
            path_remove(path, &unread);
    }
    diag_free(&unread);
}

void disk_tidy(const struct plan *plan)
{
    remove_empty(plan->arena, plan->target);
}
