/* From a path to a set of projects: what there is to read, each once, references first. */
#include "cwdk/project/project.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/neighbours.h"
#include "cwdk/project/reader.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define SEARCH_DEPTH    6  /* folders below the given one in which projects are looked for */
#define REFERENCE_DEPTH 64 /* projects that refer to each other in a chain */
#define PROJECT_LIMIT   1000

struct loaded {
    struct loaded *next;
    const char *path, *configuration, *platform;
    enum { MAPPED, READING, FAILED, READ } state;
    struct project *project; /* NULL where it is skipped */
};

const char *reader_configuration_name(const struct reader *r)
{
    return r->configuration.name                         ? r->configuration.name
           : r->configuration.profile == PROFILE_RELEASE ? "Release"
                                                         : "Debug";
}

const char *reader_platform_name(const struct reader *r)
{
    return r->configuration.arch == ARCH_ARM64 ? "ARM64" : "x64";
}

/* "Win11 Release" of "Win11 Release|x64". */
static const char *name_of_configuration(struct arena *a, const char *configuration)
{
    return arena_substring(a, configuration, strcspn(configuration, "|"));
}

bool reader_lacks_configuration(const struct reader *r, const char *path, const char *configuration,
                                const char *platform, const struct list *all)
{
    struct list names = {0};
    const char *pairs = "", *choices = "", *other = "";
    for (size_t i = 0; i < all->count; i++) {
        const char *pair = all->items[i], *name = name_of_configuration(r->a, pair);
        pairs = arena_format(r->a, "%s%s%s", pairs, i ? ", " : "", pair);
        if (!list_has(&names, name)) {
            choices = arena_format(r->a, "%s%s'%s'", choices, names.count ? ", " : "", name);
            list_add(&names, r->a, name);
        }
        if (!strcasecmp(name, configuration) && !strcasecmp(pair + strlen(name), "|x64"))
            other = ": build with --arch amd64";
        else if (!strcasecmp(name, configuration) && !strcasecmp(pair + strlen(name), "|ARM64"))
            other = ": build with --arch arm64";
    }
    bool named = !names.count;
    for (size_t i = 0; i < names.count; i++)
        named |= !strcasecmp(names.items[i], configuration);
    if (named) {
        diag_error(r->d, CODE_PRJ3005, diag_in_file(path), "%s has no configuration %s|%s", path_name(path),
                   configuration, platform);
        diag_help(r->d, "it %s%s%s", all->count ? "has " : "lists none", pairs, other);
        return false;
    }
    diag_error(r->d, CODE_PRJ3013, diag_in_file(path), "%s has no configuration '%s'", path_name(path), configuration);
    diag_help(r->d, "it has %s: choose one by its name, --configuration '%s'", choices, names.items[0]);
    return false;
}

static struct loaded *entry_of(struct reader *r, const char *path)
{
    for (struct loaded *l = r->loaded; l; l = l->next)
        if (!strcmp(l->path, path))
            return l;
    struct loaded *l = arena_alloc(r->a, sizeof *l);
    l->path = path;
    l->configuration = reader_configuration_name(r);
    l->platform = reader_platform_name(r);
    l->next = r->loaded;
    r->loaded = l;
    return l;
}

void reader_map(struct reader *r, const char *path, const char *configuration, const char *platform)
{
    struct loaded *l = entry_of(r, path);
    l->configuration = configuration;
    l->platform = platform;
}

struct project *project_new(struct reader *r, const char *path)
{
    static const char *none[] = {NULL};
    struct project *p = arena_alloc(r->a, sizeof *p);
    p->file = path;
    p->folder = path_folder(r->a, path);
    p->assembly = p->resources = p->infs = p->inf_texts = p->package_files = none;
    p->defines = p->undefines = p->includes = p->forced_includes = p->options = none;
    p->resource_defines = p->resource_includes = none;
    p->libraries = p->library_paths = p->link_options = p->exports = none;
    return p;
}

struct project_source *project_add_source(struct reader *r, struct project *p, const char *path)
{
    static const char *none[] = {NULL};
    if (!(p->source_count & (p->source_count - 1))) { /* 0, 1, 2, 4, 8 …: full */
        struct project_source *grown = arena_array(r->a, p->source_count ? p->source_count * 2 : 1, sizeof *grown);
        if (p->source_count)
            memcpy(grown, p->sources, p->source_count * sizeof *grown);
        p->sources = grown;
    }
    struct project_source *source = &p->sources[p->source_count++];
    *source = (struct project_source){.path = path, .defines = none, .includes = none, .options = none};
    return source;
}

struct project_generated *project_add_generated(struct reader *r, struct project *p)
{
    struct project_generated *grown = arena_array(r->a, p->generated_count + 1, sizeof *grown);
    if (p->generated_count)
        memcpy(grown, p->generated, p->generated_count * sizeof *grown);
    p->generated = grown;
    return &grown[p->generated_count++];
}

void project_add_reference(struct reader *r, struct project *p, struct project *other)
{
    for (size_t i = 0; i < p->reference_count; i++)
        if (p->references[i] == other)
            return;
    struct project **grown = arena_array(r->a, p->reference_count + 1, sizeof(struct project *));
    for (size_t i = 0; i < p->reference_count; i++)
        grown[i] = p->references[i];
    grown[p->reference_count++] = other;
    p->references = grown;
}

static void add_project(struct reader *r, struct project *p)
{
    if (r->count == r->capacity) {
        r->capacity = r->capacity ? r->capacity * 2 : 16;
        struct project **grown = arena_array(r->a, r->capacity, sizeof(struct project *));
        for (size_t i = 0; i < r->count; i++)
            grown[i] = r->projects[i];
        r->projects = grown;
    }
    r->projects[r->count++] = p;
}

static bool has_extension(const char *path, const char *extension)
{
    return !strcasecmp(path_extension(path), extension);
}

static bool is_manifest(const char *path)
{
    return has_extension(path, ".yaml") || has_extension(path, ".yml");
}

/* The names in `folder` with `extension`, as paths. */
static char **files_with(struct reader *r, const char *folder, const char *extension, size_t *count)
{
    char **names = folder_list(folder, r->a, NULL, r->d);
    *count = 0;
    for (char **name = names; name && *name; name++) {
        char *path = path_join(r->a, folder, *name);
        if (has_extension(path, extension) && path_is_file(path))
            names[(*count)++] = path;
    }
    if (names)
        names[*count] = NULL;
    return names;
}

/* The project file that a reference to a folder means, or NULL. */
static char *project_of_folder(struct reader *r, char *folder)
{
    char *manifest = path_join(r->a, folder, "cwdk.yaml");
    size_t count;
    if (path_is_file(manifest))
        return manifest;
    char **projects = files_with(r, folder, ".vcxproj", &count);
    return projects && count == 1 ? projects[0] : NULL;
}

static bool circle(struct reader *r, const struct loaded *l, struct diag_place from)
{
    diag_error(r->d, CODE_PRJ1003, from, "%s refers to itself, through other projects or directly", path_name(l->path));
    diag_help(r->d, "a library cannot need what needs it: move what both use into a third one");
    return false;
}

static bool read_entry(struct reader *r, struct loaded *l)
{
    if (!is_manifest(l->path))
        return vcxproj_read(r, l->path, l->configuration, l->platform, &l->project);
    l->project = manifest_read(r, l->path);
    return l->project;
}

bool reader_load(struct reader *r, const char *path, struct diag_place from, struct project **out)
{
    *out = NULL;
    char *real = path_absolute(r->a, path);
    if (real && path_is_folder(real))
        real = project_of_folder(r, real);
    if (!real || (!is_manifest(real) && !has_extension(real, ".vcxproj"))) {
        diag_error(r->d, CODE_PRJ1004, from, "there is no project %s", path);
        diag_help(r->d, "name a .vcxproj, a cwdk.yaml, or a folder that has one of them");
        return false;
    }
    struct loaded *l = entry_of(r, real);
    if (l->state == READING)
        return circle(r, l, from);
    if (l->state == MAPPED) {
        if (r->depth == REFERENCE_DEPTH || r->count == PROJECT_LIMIT)
            return diag_error(r->d, CODE_PRJ1007, from,
                              "more than %d projects refer to each other in a chain, or there are more than %d",
                              REFERENCE_DEPTH, PROJECT_LIMIT);
        l->state = READING;
        r->depth++;
        const bool ok = read_entry(r, l);
        r->depth--;
        l->state = ok ? READ : FAILED;
        if (ok && l->project)
            add_project(r, l->project);
    }
    *out = l->project;
    return l->state == READ;
}

static bool read_file(struct reader *r, const char *path)
{
    struct project *unused;
    if (has_extension(path, ".sln"))
        return solution_read(r, path);
    if (is_manifest(path) || has_extension(path, ".vcxproj"))
        return reader_load(r, path, diag_in_file(path), &unused);
    diag_error(r->d, CODE_PRJ1002, diag_in_file(path), "%s is no project", path_name(path));
    diag_help(r->d, "name a folder, a cwdk.yaml, a .vcxproj or a .sln");
    return false;
}

static bool read_all(struct reader *r, char **paths)
{
    bool ok = true;
    for (; paths && *paths; paths++)
        ok = read_file(r, *paths) && ok;
    return ok;
}

/* Reads what `folder` has: a manifest, else a solution, else projects, else what its folders have. */
static bool read_folder(struct reader *r, const char *folder, unsigned depth, size_t *found)
{
    const char *manifest = path_join(r->a, folder, "cwdk.yaml");
    size_t count;
    if (path_is_file(manifest)) {
        ++*found;
        return read_file(r, manifest);
    }
    char **solutions = files_with(r, folder, ".sln", &count);
    if (count > 1) {
        diag_error(r->d, CODE_PRJ1002, diag_in_file(folder), "the folder has %zu solutions, such as %s and %s", count,
                   path_name(solutions[0]), path_name(solutions[1]));
        diag_help(r->d, "name the one to build");
        return false;
    }
    if (!count)
        solutions = files_with(r, folder, ".vcxproj", &count);
    *found += count;
    if (count)
        return read_all(r, solutions);

    bool ok = true;
    char **names = depth < SEARCH_DEPTH ? folder_list(folder, r->a, NULL, r->d) : NULL;
    for (; names && *names; names++) {
        const char *path = path_join(r->a, folder, *names);
        if (**names != '.' && strcmp(*names, "target") != 0 && path_is_folder(path))
            ok = read_folder(r, path, depth + 1, found) && ok;
    }
    return ok;
}

static bool name_taken(const struct reader *r, const struct project *p, const char *name)
{
    for (size_t i = 0; i < r->count; i++)
        if (r->projects[i] != p && !strcasecmp(r->projects[i]->name, name))
            return true;
    return false;
}

/* Gives projects of one name the name of their folder in front, and a number where that is not enough. */
static void make_names_unique(struct reader *r)
{
    const char **wanted = arena_array(r->a, r->count + 1, sizeof *wanted);
    for (size_t i = 0; i < r->count; i++) {
        const struct project *p = r->projects[i];
        char *name = NULL;
        if (name_taken(r, p, p->name)) {
            name = arena_format(r->a, "%s-%s", path_name(p->folder), p->name);
            for (char *c = name; *c; c++)
                if (!isalnum((unsigned char)*c) && !strchr("-_.", *c))
                    *c = '-';
        }
        wanted[i] = name;
    }
    for (size_t i = 0; i < r->count; i++) {
        if (!wanted[i])
            continue;
        const char *name = wanted[i];
        for (unsigned n = 2; name_taken(r, r->projects[i], name); n++)
            name = arena_format(r->a, "%s-%u", wanted[i], n);
        r->projects[i]->name = name;
    }
}

/* The library project of this run that makes the library `name` (a name, or the path where Visual Studio would have put
 * it), or NULL. Of several of one name the one in whose folder the path lies is taken. */
static struct project *maker_of(const struct reader *r, const struct project *p, const char *name)
{
    const char *file = path_name(name);
    struct project *found = NULL;
    for (size_t i = 0; i < r->count; i++) {
        struct project *q = r->projects[i];
        const size_t length = strlen(q->target_name), folder = strlen(q->folder);
        const bool fits = q != p && q->kind == PROJECT_STATIC_LIBRARY && q->kernel_mode == p->kernel_mode &&
                          !strncasecmp(file, q->target_name, length) && !strcasecmp(file + length, ".lib");
        if (fits && !strncasecmp(name, q->folder, folder) && name[folder] == '/')
            return q;
        if (fits && !found)
            found = q;
    }
    return found;
}

static struct project *library_of(struct project *p)
{
    return p && p->kind == PROJECT_STATIC_LIBRARY ? p : NULL;
}

static bool refers_to(const struct project *p, const struct project *other, unsigned depth)
{
    bool found = p == other;
    for (size_t i = 0; i < p->reference_count && !found && depth < REFERENCE_DEPTH; i++)
        found = refers_to(p->references[i], other, depth + 1);
    return found;
}

/* Another project makes `file` for the package of `p`: it is built, too, and the build takes the file from it. */
static bool take_from_neighbour(struct reader *r, struct project *p, const char *file)
{
    struct project *maker = path_is_file(file) ? NULL : neighbour_maker(r, p, file);
    if (!maker || maker->kind == PROJECT_STATIC_LIBRARY)
        return false;
    if (!refers_to(maker, p, 0)) /* packages may have each other's files */
        project_add_reference(r, p, maker);
    return true;
}

/* Files that the project lists for its package, and images that its INF names. */
static void resolve_package(struct reader *r, struct project *p)
{
    struct list files = {0};
    if (!p->visual_studio || p->kind != PROJECT_DRIVER)
        return;
    for (const char **file = p->package_files; *file; file++)
        take_from_neighbour(r, p, *file);
    list_add_all(&files, r->a, p->package_files);
    const char *own = arena_format(r->a, "%s%s", p->target_name, p->target_extension);
    for (const char **image = p->infs[0] ? neighbour_images(r->a, p->infs[0]) : NULL; image && *image; image++) {
        bool listed = !strcasecmp(*image, own);
        for (const char **file = p->package_files; *file && !listed; file++)
            listed = !strcasecmp(path_name(*file), *image);
        const char *beside = path_join(r->a, path_folder(r->a, p->infs[0]), *image);
        if (!listed && take_from_neighbour(r, p, beside))
            list_add(&files, r->a, beside);
    }
    p->package_files = list_items(&files, r->a);
}

/* The library project whose output a folder of the project's library path stands for, or NULL. */
static struct project *maker_on_path(struct reader *r, const struct project *p, const char *name)
{
    struct project *maker = NULL;
    for (const char **folder = p->library_paths; *folder && !maker; folder++)
        if (!path_is_folder(*folder)) /* one that is there is searched by the linker */
            maker = library_of(neighbour_maker(r, p, path_join(r->a, *folder, name)));
    return maker;
}

/* Projects of Visual Studio name the libraries of their neighbours only by file. Such a name becomes a reference. */
static void resolve_libraries(struct reader *r)
{
    for (size_t i = 0; i < r->count; i++) { /* what is found is resolved, too */
        struct project *p = r->projects[i];
        struct list kept = {0};
        for (const char **name = p->libraries; *name; name++) {
            const bool given = strchr(*name, '/') && path_is_file(*name);
            struct project *maker = given ? NULL : maker_of(r, p, *name);
            if (!maker && !given && strchr(*name, '/') && p->visual_studio)
                maker = library_of(neighbour_maker(r, p, *name));
            if (!maker && !strchr(*name, '/') && p->visual_studio)
                maker = maker_on_path(r, p, *name);
            if (maker)
                project_add_reference(r, p, maker);
            else
                list_add(&kept, r->a, given ? *name : path_name(*name));
        }
        p->libraries = list_items(&kept, r->a);
        resolve_package(r, p);
    }
}

/* Puts `p` after what it refers to. `state` has, for each project of `from`: 0 not seen, 1 in the works, 2 done. */
static bool order(struct reader *r, struct project **from, size_t count, unsigned char *state, struct project *p)
{
    size_t i = 0;
    while (i < count && from[i] != p)
        i++;
    if (i == count || state[i] == 2)
        return true;
    if (state[i] == 1) {
        diag_error(r->d, CODE_PRJ1003, diag_in_file(p->file), "%s refers to itself, through the libraries it links",
                   path_name(p->file));
        return false;
    }
    state[i] = 1;
    for (size_t k = 0; k < p->reference_count; k++)
        if (!order(r, from, count, state, p->references[k]))
            return false;
    state[i] = 2;
    add_project(r, p);
    return true;
}

static bool order_all(struct reader *r)
{
    struct project **from = r->projects;
    const size_t count = r->count;
    unsigned char *state = arena_alloc(r->a, count + 1);
    r->projects = NULL;
    r->count = r->capacity = 0;
    for (size_t i = 0; i < count; i++)
        if (!order(r, from, count, state, from[i]))
            return false;
    return true;
}

static bool read_set(const char *path, struct project_configuration configuration, bool partial, struct arena *a,
                     struct project_set *out, struct diag *d)
{
    struct reader r = {.a = a, .d = d, .configuration = configuration, .partial = partial};
    char *real = path_absolute(a, path);
    size_t found = 0;
    if (!real) {
        diag_error(d, CODE_PRJ1001, diag_in_file(path), "there is no file or folder %s", path);
        return false;
    }
    const bool folder = path_is_folder(real);
    if (!(folder ? read_folder(&r, real, 0, &found) : read_file(&r, real)))
        return false;
    if (folder && !found) {
        diag_error(d, CODE_PRJ1001, diag_in_file(real), "no project in %s or the folders below it", path);
        diag_help(d, "`cwdk new NAME --kmdf` makes one; an existing one has a cwdk.yaml, a .vcxproj or a .sln");
        return false;
    }
    resolve_libraries(&r);
    make_names_unique(&r);
    if (!order_all(&r))
        return false;
    *out = (struct project_set){r.projects, r.count, folder ? real : path_folder(a, real)};
    return true;
}

bool project_read(const char *path, struct project_configuration configuration, struct arena *a,
                  struct project_set *out, struct diag *d)
{
    return read_set(path, configuration, false, a, out, d);
}

bool project_read_partial(const char *path, struct project_configuration configuration, struct arena *a,
                          struct project_set *out, struct diag *d)
{
    return read_set(path, configuration, true, a, out, d);
}
