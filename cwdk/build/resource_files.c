/*
 * The files that a resource script names: icons, bitmaps, manifests. A change of one compiles the resource again, and
 * one that is spelled in another case than on the disk, or with backslashes, is found through a link of that spelling
 * in the object folder, where the resource compiler looks, too.
 */
#include "cwdk/build/plan.h"
#include "cwdk/host/file.h"

#include <string.h>
#include <strings.h>
#include <unistd.h>

/* Words longer than that are no file names. */
enum { NAME_MOST = 255 };

/* Walks from `folder` down the parts of `name`, whatever their case; NULL where it does not lead to a file. */
static const char *find_any_case(struct arena *a, const char *folder, const char *name)
{
    const char *path = folder;
    while (*name && path) {
        const size_t length = strcspn(name, "/\\");
        const char *part = arena_substring(a, name, length);
        name += length + strspn(name + length, "/\\");
        if (!length || !strcmp(part, "."))
            continue;
        const char *exact = path_join(a, path, part), *found = path_exists(exact) ? exact : NULL;
        struct diag unread = {0};
        char **names = found ? NULL : folder_list(path, a, NULL, &unread);
        diag_free(&unread);
        for (; names && *names && !found; names++)
            if (!strcasecmp(*names, part))
                found = path_join(a, path, *names);
        path = found;
    }
    return path && path_is_file(path) ? path : NULL;
}

/* The resource compiler looks for `name` below `folder` as it is spelled. */
static bool make_link(const struct plan *plan, const char *folder, const char *name, const char *target, struct diag *d)
{
    const char *link = path_join(plan->arena, path_join(plan->arena, plan->root, folder), name);
    if (path_exists(link))
        return true;
    if (!folder_make(path_folder(plan->arena, link), d))
        return false;
    unlink(link); /* one that leads nowhere any more */
    return !symlink(target, link) || !path_is_file(target) || file_copy(target, link, d);
}

static bool add_name(const struct plan *plan, const struct unit *unit, const char *script_folder,
                     const char *link_folder, const char *name, struct arguments *files, struct diag *d)
{
    if (*name == '/' || !*path_extension(name))
        return true;
    const char *made = generate_find(unit, name);
    if (made) { /* not there yet, perhaps; the resource waits for all that is made */
        const char *target = path_join(plan->arena, plan->root, made);
        return !strcmp(path_name(made), name) || make_link(plan, link_folder, name, target, d);
    }
    const char *found = find_any_case(plan->arena, script_folder, name);
    if (!found || arguments_have(files, plan_relative(plan, found)))
        return true;
    arguments_add(files, plan_relative(plan, found));
    return path_is_file(path_join(plan->arena, script_folder, name)) || make_link(plan, link_folder, name, found, d);
}

/* A word of the script beginning at `p`: what stands in quotes, or up to a space or comma.
 */
static const char *take_word(struct arena *a, const char **p)
{
    const bool quoted = **p == '"';
    const char *start = *p + quoted, *end = start + strcspn(start, quoted ? "\"\n" : " \t\r\n,;()\"");
    *p = end + (quoted && *end == '"');
    if (end - start > NAME_MOST)
        return "";
    return arena_substring(a, start, (size_t)(end - start));
}

bool resource_files(const struct plan *plan, const struct unit *unit, const char *script, const char *link_folder,
                    struct arguments *files, struct diag *d)
{
    struct bytes content;
    struct diag unread = {0};
    const bool readable = file_read(script, plan->arena, &content, &unread);
    diag_free(&unread); /* the compiler will say it */
    if (!readable)
        return true;
    const char *folder = path_folder(plan->arena, script);
    for (const char *p = (const char *)content.data; *p;) {
        if (*p == '#' || (p[0] == '/' && p[1] == '/')) {
            p += strcspn(p, "\n");
        } else if (strchr(" \t\r\n,;()", *p)) {
            p++;
        } else if (!add_name(plan, unit, folder, link_folder, take_word(plan->arena, &p), files, d)) {
            return false;
        }
    }
    return true;
}
