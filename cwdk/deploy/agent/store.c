/* Copies of a package's files: INFs in the driver store have names that Windows gave them, so they are found by
 * content. */
#include "agent.h"

#include <stdio.h>
#include <string.h>

static BOOL same_content(const char *one, const char *other)
{
    static char blocks[2][65536];
    FILE *files[2] = {fopen(one, "rb"), fopen(other, "rb")};
    BOOL same = files[0] && files[1];
    size_t got = 1;
    while (same && got) {
        got = fread(blocks[0], 1, sizeof blocks[0], files[0]);
        same = fread(blocks[1], 1, sizeof blocks[1], files[1]) == got && !memcmp(blocks[0], blocks[1], got);
    }
    for (int i = 0; i < 2; i++)
        if (files[i])
            fclose(files[i]);
    return same;
}

/* The next file of the folder by that pattern with that content; its name is in `found`. */
static BOOL find_same(HANDLE *search, const char *folder, const char *pattern, const char *content,
                      WIN32_FIND_DATAA *found)
{
    char path[MAX_PATH * 2];
    BOOL more;
    if (*search == INVALID_HANDLE_VALUE) {
        snprintf(path, sizeof path, "%s\\%s", folder, pattern);
        *search = FindFirstFileA(path, found);
        more = *search != INVALID_HANDLE_VALUE;
    } else {
        more = FindNextFileA(*search, found);
    }
    for (; more; more = FindNextFileA(*search, found)) {
        snprintf(path, sizeof path, "%s\\%s", folder, found->cFileName);
        if (same_content(path, content))
            return TRUE;
    }
    if (*search != INVALID_HANDLE_VALUE)
        FindClose(*search);
    return FALSE;
}

int store_published(const char *inf, const char *folder)
{
    char windows[MAX_PATH], infs[MAX_PATH + 8];
    WIN32_FIND_DATAA found;
    HANDLE search = INVALID_HANDLE_VALUE;
    if (folder && find_same(&search, folder, "*.inf", inf, &found)) {
        FindClose(search);
        return DONE;
    }
    search = INVALID_HANDLE_VALUE;
    if (!GetWindowsDirectoryA(windows, sizeof windows))
        return failed("find the folder of Windows");
    snprintf(infs, sizeof infs, "%s\\inf", windows);
    while (find_same(&search, infs, "*.inf", inf, &found))
        printf("%s\n", found.cFileName);
    return DONE;
}

int store_forget_image(const char *image_path, const char *image)
{
    static const char root[] = "\\SystemRoot\\", global[] = "\\?\?\\", relative[] = "system32\\";
    char windows[MAX_PATH], path[MAX_PATH * 3];
    if (strstr(image_path, "\\DriverStore\\") || !GetWindowsDirectoryA(windows, sizeof windows))
        return DONE;
    if (!_strnicmp(image_path, root, sizeof root - 1))
        snprintf(path, sizeof path, "%s\\%s", windows, image_path + sizeof root - 1);
    else if (!_strnicmp(image_path, relative, sizeof relative - 1))
        snprintf(path, sizeof path, "%s\\%s", windows, image_path);
    else
        snprintf(path, sizeof path, "%s",
                 image_path + (strncmp(image_path, global, sizeof global - 1) ? 0 : sizeof global - 1));
    if (!same_content(path, image))
        return DONE;
    if (!DeleteFileA(path))
        return failed("delete the image");
    printf("agent: deleted %s\n", path);
    return DONE;
}
