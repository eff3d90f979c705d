/*
 * Includes written in another case than the file's name, which Windows takes and Linux does not: "Trace.h" for trace.h.
 *
 * A virtual file system overlay for clang lists the headers in the project's own folders once more, to be found in any
 * case. It is asked only after the real file was not found, so a name in its right case never goes through it. Source
 * of facts: LLVM's VirtualFileSystem.h.
 */
#include "cwdk/build/plan.h"
#include "cwdk/host/file.h"
#include "cwdk/project/paths.h"

#include <dirent.h>
#include <string.h>
#include <strings.h>

/* How deep below an include folder headers are looked for (#include <sys\ioctl.h>), and how many files in all. */
enum { DEPTH_MOST = 2, FILES_MOST = 20000 };

struct overlay {
    const struct plan *plan;
    struct text *out;
    struct arguments seen;
    size_t files;
};

static bool is_header(const char *name)
{
    static const char *const extensions[] = {".h",  ".hpp", ".hxx", ".hh",  ".inl", ".inc",
                                             ".rh", ".ver", ".c",   ".cpp", ".dlg"};
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (!strcasecmp(path_extension(name), extensions[i]))
            return true;
    return false;
}

static void begin_folder(struct overlay *o, const char *folder)
{
    text_put(o->out, o->files ? ",\n" : "\n");
    text_put(o->out, "    {\"type\": \"directory\", \"name\": ");
    text_put_json_string(o->out, folder);
    text_put(o->out, ", \"contents\": [");
}

static void add_file(struct overlay *o, const char *name, const char *path, bool first)
{
    text_put(o->out, first ? "\n" : ",\n");
    o->files++;
    text_put(o->out, "      {\"type\": \"file\", \"name\": ");
    text_put_json_string(o->out, name);
    text_put(o->out, ", \"external-contents\": ");
    text_put_json_string(o->out, path);
    text_put(o->out, "}");
}

/* Files of one folder that are yet to be made; others of the list are passed over. */
static void add_made_in(struct overlay *o, const char *folder, const struct arguments *made)
{
    bool open = false;
    for (size_t i = 0; i < made->count; i++) {
        if (strcmp(path_folder(o->plan->arena, made->items[i]), folder) != 0)
            continue;
        if (!open)
            begin_folder(o, path_join(o->plan->arena, o->plan->root, folder));
        add_file(o, path_name(made->items[i]), made->items[i], !open);
        open = true;
    }
    text_put(o->out, "\n    ]}");
}

static void add_made(struct overlay *o, const struct unit *unit)
{
    struct arguments made = {.arena = o->plan->arena}, folders = {.arena = o->plan->arena};
    for (size_t i = 0; i < unit->generated_count; i++) {
        if (unit->generated[i].header)
            arguments_add(&made, unit->generated[i].header);
        if (unit->generated[i].script)
            arguments_add(&made, unit->generated[i].script);
    }
    for (size_t i = 0; i < unit->source_count; i++)
        if (unit->sources[i].trace_header)
            arguments_add(&made, unit->sources[i].trace_header);
    for (size_t i = 0; i < made.count; i++) {
        const char *folder = path_folder(o->plan->arena, made.items[i]);
        if (arguments_have(&folders, folder))
            continue;
        arguments_add(&folders, folder);
        add_made_in(o, folder, &made);
    }
}

static void add_folder(struct overlay *o, const char *folder, int depth)
{
    if (arguments_have(&o->seen, folder))
        return;
    arguments_add(&o->seen, folder);
    struct diag unread = {0};
    char **names = folder_list(folder, o->plan->arena, NULL, &unread);
    diag_free(&unread);
    bool open = false;
    for (size_t i = 0; names && names[i] && o->files < FILES_MOST; i++) {
        if (!is_header(names[i]))
            continue;
        const char *path = path_join(o->plan->arena, folder, names[i]);
        if (!open)
            begin_folder(o, folder);
        add_file(o, names[i], plan_relative(o->plan, path), !open);
        open = true;
    }
    if (open)
        text_put(o->out, "\n    ]}");
    for (size_t i = 0; depth < DEPTH_MOST && names && names[i]; i++) {
        if (names[i][0] == '.' || !strcmp(names[i], TARGET_FOLDER) || *path_extension(names[i]))
            continue;
        const char *path = path_join(o->plan->arena, folder, names[i]);
        if (path_is_folder(path))
            add_folder(o, path, depth + 1);
    }
}

static void add_folders(struct overlay *o, const char *const *folders)
{
    for (; folders && *folders; folders++)
        add_folder(o, *folders, 0);
}

/* The folders that a resource script reaches by a path, "..\\..\\common\\version.ver": what lies there includes its
 * neighbours, and they are in no list of the project. */
static void add_reached(struct overlay *o, const char *script)
{
    struct arena *a = o->plan->arena;
    struct diag unread = {0};
    struct bytes content;
    const bool read = file_read(script, a, &content, &unread);
    diag_free(&unread);
    char *flat = arena_alloc(a, (read ? content.size : 0) + 1), *q = flat;
    for (size_t i = 0; read && i < content.size; i++) /* UTF-16 loses its zeros */
        if (content.data[i])
            *q++ = (char)content.data[i];
    const char *text = flat;
    while ((text = strstr(text, "#include"))) {
        text += strlen("#include");
        const char *name = text + strspn(text, " \t");
        const size_t length = *name == '"' ? strcspn(name + 1, "\"\r\n") : 0;
        const char *path = arena_substring(a, name + 1, length);
        if (length && strpbrk(path, "/\\")) {
            const char *folder = path_folder(a, path_windows(a, path_folder(a, script), path));
            if (path_is_folder(folder))
                add_folder(o, folder, DEPTH_MOST);
        }
    }
}

void overlay_write(const struct plan *plan, struct text *out)
{
    struct overlay o = {.plan = plan, .out = out, .seen = {.arena = plan->arena}};
    text_put(out, "{\"version\": 0, \"case-sensitive\": \"false\", \"redirecting-with\": \"fallback\", \"roots\": [");
    for (size_t i = 0; i < plan->unit_count; i++) {
        const struct project *p = plan->units[i].project;
        add_made(&o, &plan->units[i]);
        add_folder(&o, p->folder, 0);
        add_folders(&o, p->includes);
        add_folders(&o, p->resource_includes);
        for (const char **script = p->resources; *script; script++)
            add_reached(&o, *script);
        for (size_t j = 0; j < p->source_count; j++) {
            add_folder(&o, path_folder(plan->arena, p->sources[j].path), 0);
            add_folders(&o, p->sources[j].includes);
        }
    }
    text_put(out, "\n  ]}\n");
}
