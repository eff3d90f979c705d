/* Finding the project that makes a file. */
#include "cwdk/project/neighbours.h"
#include "cwdk/host/file.h"
#include "cwdk/project/paths.h"

#include <string.h>
#include <strings.h>

enum { FOLDERS_UP = 4, SOLUTION_LIMIT = 4 * 1024 * 1024 };

static const char *read_text(struct arena *a, const char *path)
{
    struct bytes content;
    struct diag unread = {0};
    const bool ok = file_read(path, a, &content, &unread) && content.size <= SOLUTION_LIMIT;
    diag_free(&unread);
    return ok ? (const char *)content.data : NULL;
}

static char **names_in(struct arena *a, const char *folder)
{
    struct diag unread = {0};
    char **names = folder_list(folder, a, NULL, &unread);
    diag_free(&unread);
    return names;
}

/* The .vcxproj files that a solution names, as paths. */
static const char **projects_of(struct arena *a, const char *solution)
{
    static const char end[] = ".vcxproj\"";
    const char *text = read_text(a, solution), *folder = path_folder(a, solution);
    struct list out = {0};
    for (const char *p = text; p && (p = strcasestr(p, end)); p++) {
        const char *start = p;
        while (start > text && start[-1] != '"' && start[-1] != '\n')
            start--;
        const char *name = arena_substring(a, start, (size_t)(p - start) + sizeof end - 2);
        if (!strstr(name, "$("))
            list_add(&out, a, path_windows(a, folder, name));
    }
    return list_items(&out, a);
}

const char *neighbour_solution(struct arena *a, const char *vcxproj)
{
    const char *folder = path_folder(a, vcxproj);
    for (int up = 0; up <= FOLDERS_UP && strcmp(folder, "/") != 0; up++, folder = path_folder(a, folder)) {
        for (char **names = names_in(a, folder); names && *names; names++) {
            if (strcasecmp(path_extension(*names), ".sln") != 0)
                continue;
            const char *solution = path_join(a, folder, *names);
            for (const char **p = projects_of(a, solution); *p; p++)
                if (!strcmp(*p, vcxproj))
                    return solution;
        }
    }
    return NULL;
}

static const char *stem_of(struct arena *a, const char *path)
{
    const char *name = path_name(path);
    return arena_substring(a, name, strlen(name) - strlen(path_extension(name)));
}

/* Worth evaluating: the project file is called as the result, or has that as a target's name. */
static bool may_make(struct arena *a, const char *vcxproj, const char *stem)
{
    if (!strcasecmp(stem_of(a, vcxproj), stem))
        return true;
    const char *text = read_text(a, vcxproj);
    return text && strcasestr(text, arena_format(a, "<TargetName>%s</TargetName>", stem));
}

static struct project *try_project(struct reader *r, const struct project *p, const char *vcxproj, const char *file)
{
    struct project *found = NULL;
    if (!strcmp(vcxproj, p->file) || !path_is_file(vcxproj) || !may_make(r->a, vcxproj, stem_of(r->a, file)))
        return NULL;
    struct diag own = {0}, *d = r->d;
    r->d = &own;
    const bool ok = reader_load(r, vcxproj, diag_in_file(p->file), &found);
    r->d = d;
    if (ok && found)
        diag_move(&own, d); /* its warnings count, as it is built now */
    diag_free(&own);
    const char *name = ok && found ? arena_format(r->a, "%s%s", found->target_name, found->target_extension) : "";
    return !strcasecmp(name, file) ? found : NULL;
}

struct project *neighbour_maker(struct reader *r, const struct project *p, const char *path)
{
    const char *file = path_name(path), *folder = path_folder(r->a, path);
    struct project *found = NULL;
    for (int up = 0; up <= FOLDERS_UP && *folder == '/' && folder[1] && !found;
         up++, folder = path_folder(r->a, folder))
        for (char **names = path_is_folder(folder) ? names_in(r->a, folder) : NULL; names && *names && !found; names++)
            if (!strcasecmp(path_extension(*names), ".vcxproj"))
                found = try_project(r, p, path_join(r->a, folder, *names), file);
    const char *solution = found ? NULL : neighbour_solution(r->a, p->file);
    for (const char **other = solution ? projects_of(r->a, solution) : NULL; other && *other && !found; other++)
        found = try_project(r, p, *other, file);
    return found;
}

/* UTF-16 loses its zeros; names of images are ASCII. */
static const char *inf_text(struct arena *a, const char *path)
{
    struct bytes content;
    struct diag unread = {0};
    const bool ok = file_read(path, a, &content, &unread) && content.size <= SOLUTION_LIMIT;
    diag_free(&unread);
    if (!ok)
        return NULL;
    char *text = arena_alloc(a, content.size + 1), *q = text;
    for (size_t i = 0; i < content.size; i++)
        if (content.data[i] && content.data[i] < 0x80)
            *q++ = (char)content.data[i];
    return text;
}

/* The next line of an INF, without blanks before it; NULL at the end. `name` becomes what its first field begins with,
 * and `source` whether it stands in a [SourceDisksFiles]. */
static const char *next_line(struct arena *a, const char **text, const char **name, bool *source)
{
    static const char section[] = "[SourceDisksFiles";
    if (!*text || !**text)
        return NULL;
    const char *line = *text + strspn(*text, " \t");
    *text = line + strcspn(line, "\n");
    *text += **text == '\n';
    if (*line == '[')
        *source = !strncasecmp(line, section, sizeof section - 1);
    const char *start = line + (*line == '"');
    *name = arena_substring(a, start, strcspn(start, " \t=,;\r\n\""));
    return line;
}

/* Does a list of files, or a CopyFiles=@name, speak of the file? */
static bool is_copied(struct arena *a, const char *text, const char *file)
{
    const char *name, *at = arena_format(a, "@%s", file);
    bool source = false;
    for (const char *line; (line = next_line(a, &text, &name, &source));) {
        const char *direct = strcasestr(line, at);
        if (!source && (!strcasecmp(name, file) || (direct && direct < text)))
            return true;
    }
    return false;
}

const char **neighbour_images(struct arena *a, const char *inf)
{
    static const char *const kinds[] = {".sys", ".dll", ".exe"};
    const char *text = inf_text(a, inf), *rest = text, *name;
    struct list out = {0};
    bool source = false;
    while (next_line(a, &rest, &name, &source))
        for (size_t i = 0; source && i < sizeof kinds / sizeof *kinds; i++)
            if (!strcasecmp(path_extension(name), kinds[i]) && !list_has(&out, name) && is_copied(a, text, name))
                list_add(&out, a, name);
    return list_items(&out, a);
}
