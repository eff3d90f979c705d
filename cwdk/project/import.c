/*
 * Writing cwdk.yaml out of what was read of a Visual Studio project.
 *
 * A project is read once for each configuration. What all have goes to the top of the manifest; what is left goes to
 * the profile, then to the architecture that all its configurations have it in. What still is left cannot be said.
 */
#include "cwdk/project/import.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/text.h"
#include "cwdk/project/list.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

struct import {
    struct import_source source;
    const struct project *p; /* of the first configuration that is there */
    const char *folder;      /* of the manifest */
    const char *path;        /* what is imported: a .vcxproj, or a folder */
    struct text *t;
    struct arena *a;
    struct diag *d;
};

/* One list of a project, made ready for the manifest. */
typedef const char **list_of(struct import *i, const struct project *p);

static const char *const profile_names[] = {"dev", "release"};

static void cannot(struct import *i, const char *what)
{
    diag_warning(i->d, CODE_PRJ3011, diag_in_file(i->p->file), "%s", what);
}

/* `path` as it is named from the manifest's folder. */
static const char *relative(struct import *i, const char *path)
{
    const char *folder = i->folder;
    size_t common = 0, k = 0;
    for (; folder[k] && folder[k] == path[k]; k++)
        if (folder[k] == '/')
            common = k + 1;
    if (!folder[k] && (path[k] == '/' || !path[k]))
        return path[k] ? path + k + 1 : ".";
    const char *up = "../";
    for (const char *rest = folder + common; *rest; rest++)
        if (*rest == '/')
            up = arena_format(i->a, "../%s", up);
    return path[common] ? arena_format(i->a, "%s%s", up, path + common) : arena_substring(i->a, up, strlen(up) - 1);
}

static const char **relative_all(struct import *i, const char *const *paths)
{
    struct list out = {0};
    for (; *paths; paths++)
        list_add(&out, i->a, relative(i, *paths));
    return list_items(&out, i->a);
}

static void put_value(struct import *i, const char *value)
{
    bool plain =
        isalpha((unsigned char)*value) || *value == '_' || (*value == '.' && value[1] == '.' && value[2] == '/');
    for (const char *c = value; *c && plain; c++)
        plain = isalnum((unsigned char)*c) || strchr("_-./+=", *c);
    static const char *const words[] = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        plain &= strcasecmp(words[k], value) != 0;
    if (plain)
        text_put(i->t, value);
    else
        text_put_json_string(i->t, value);
}

static void put_text(struct import *i, const char *key, const char *value)
{
    if (!value || !*value)
        return;
    text_format(i->t, "%s: ", key);
    put_value(i, value);
    text_put(i->t, "\n");
}

static void put_list(struct import *i, const char *indent, const char *key, const struct list *values)
{
    if (!values->count)
        return;
    text_format(i->t, "%s%s: [", indent, key);
    size_t width = strlen(indent) + strlen(key) + 3;
    for (size_t k = 0; k < values->count; k++) {
        const size_t length = strlen(values->items[k]) + 2;
        if (k)
            text_put(i->t, width + length > 110 ? ",\n" : ", ");
        if (k && width + length > 110) {
            text_format(i->t, "%s  ", indent);
            width = strlen(indent) + 2;
        }
        width += length;
        put_value(i, values->items[k]);
    }
    text_put(i->t, "]\n");
}

/* Whether all configurations that `profile` and `arch` let through (negative: any) have `value`. */
static bool all_have(struct import *i, list_of *get, int arch, int profile, const char *value)
{
    bool any = false;
    for (int x = 0; x < 2; x++)
        for (int y = 0; y < 2; y++) {
            const struct project *p = i->source.of[x][y];
            if (!p || (arch >= 0 && x != arch) || (profile >= 0 && y != profile))
                continue;
            bool found = false;
            for (const char **v = get(i, p); *v && !found; v++)
                found = !strcmp(*v, value);
            if (!found)
                return false;
            any = true;
        }
    return any;
}

/* Values that belong to the top (both negative), to a profile or to an architecture, in the order of the first
 * configuration that has them. */
static struct list layer(struct import *i, list_of *get, int arch, int profile)
{
    struct list out = {0};
    for (int x = 0; x < 2; x++)
        for (int y = 0; y < 2; y++) {
            const struct project *p = i->source.of[x][y];
            if (!p || (arch >= 0 && x != arch) || (profile >= 0 && y != profile))
                continue;
            for (const char **v = get(i, p); *v; v++) {
                const bool top = all_have(i, get, -1, -1, *v);
                const bool mine = arch < 0 && profile < 0 ? top
                                  : profile >= 0          ? !top && all_have(i, get, -1, y, *v)
                                                 : !top && !all_have(i, get, -1, y, *v) && all_have(i, get, x, -1, *v);
                if (mine && !list_has(&out, *v))
                    list_add(&out, i->a, *v);
            }
        }
    return out;
}

static void check_lost(struct import *i, const char *key, list_of *get)
{
    for (int x = 0; x < 2; x++)
        for (int y = 0; y < 2; y++) {
            const struct project *p = i->source.of[x][y];
            for (const char **v = p ? get(i, p) : NULL; v && *v; v++)
                if (!all_have(i, get, -1, -1, *v) && !all_have(i, get, -1, y, *v) && !all_have(i, get, x, -1, *v)) {
                    cannot(i, arena_format(i->a, "%s: '%s' is only in one configuration (%s, %s)", key, *v,
                                           arch_name((enum arch)x), profile_names[y]));
                    return;
                }
        }
}

static const char **get_resources(struct import *i, const struct project *p)
{
    return relative_all(i, p->resources);
}

static const char **get_infs(struct import *i, const struct project *p)
{
    return relative_all(i, p->infs);
}

/* The manifest wants them to be there. */
static const char **get_package_files(struct import *i, const struct project *p)
{
    struct list out = {0};
    for (const char **file = p->package_files; *file; file++)
        if (path_is_file(*file))
            list_add(&out, i->a, relative(i, *file));
    return list_items(&out, i->a);
}

static const char **existing(struct import *i, const char *const *paths)
{
    struct list out = {0};
    for (; *paths; paths++)
        if (path_is_folder(*paths))
            list_add(&out, i->a, relative(i, *paths));
    return list_items(&out, i->a);
}

static const char **get_includes(struct import *i, const struct project *p)
{
    return existing(i, p->includes);
}

static const char **get_resource_includes(struct import *i, const struct project *p)
{
    struct list out = {0};
    for (const char **folder = p->resource_includes; *folder; folder++) {
        bool shared = false;
        for (const char **other = p->includes; *other && !shared; other++)
            shared = !strcmp(*other, *folder);
        if (!shared && path_is_folder(*folder))
            list_add(&out, i->a, relative(i, *folder));
    }
    return list_items(&out, i->a);
}

/* What holds for all sources: that of the project, and what each of them has of its own. The reader leaves to a source
 * all that stands behind a setting of its own. */
static const char **common(struct import *i, const struct project *p, const char **of_project, size_t own)
{
    struct list out = {0};
    list_add_all(&out, i->a, of_project);
    const char **first = p->source_count ? *(const char ***)((char *)&p->sources[0] + own) : NULL;
    for (; first && *first; first++) {
        bool all = true;
        for (size_t k = 1; k < p->source_count && all; k++) {
            all = false;
            for (const char **word = *(const char ***)((char *)&p->sources[k] + own); *word && !all; word++)
                all = !strcmp(*word, *first);
        }
        if (all && !list_has(&out, *first))
            list_add(&out, i->a, *first);
    }
    return list_items(&out, i->a);
}

/* What is left for one source. */
static const char **left(struct import *i, const char **of_all, const char **own)
{
    struct list all = {0}, out = {0};
    list_add_all(&all, i->a, of_all);
    for (; *own; own++)
        if (!list_has(&all, *own))
            list_add(&out, i->a, *own);
    return list_items(&out, i->a);
}

static const char **common_defines(struct import *i, const struct project *p)
{
    return common(i, p, p->defines, offsetof(struct project_source, defines));
}

static const char **common_options(struct import *i, const struct project *p)
{
    return common(i, p, p->options, offsetof(struct project_source, options));
}

/* As cl: what is no macro's name is passed over. */
static const char **get_defines(struct import *i, const struct project *p)
{
    return common_defines(i, p);
}

static const char **get_resource_defines(struct import *i, const struct project *p)
{
    struct list out = {0};
    for (const char **define = p->resource_defines; *define; define++) {
        bool shared = false;
        for (const char **other = get_defines(i, p); *other && !shared; other++)
            shared = !strcmp(*other, *define);
        if (!shared)
            list_add(&out, i->a, *define);
    }
    return list_items(&out, i->a);
}

static const char **get_undefines(struct import *i, const struct project *p)
{
    (void)i;
    return p->undefines;
}

/* A forced include that is no file of its own is found along the include folders: an option says that. */
static const char **get_options(struct import *i, const struct project *p)
{
    struct list out = {0};
    for (const char **file = p->forced_includes; *file; file++)
        if (!path_is_file(*file) || **file != '/')
            list_add(&out, i->a, arena_format(i->a, "/FI%s", *file));
    list_add_all(&out, i->a, common_options(i, p));
    return list_items(&out, i->a);
}

static const char **get_forced(struct import *i, const struct project *p)
{
    struct list out = {0};
    for (const char **file = p->forced_includes; *file; file++)
        if (**file == '/' && path_is_file(*file))
            list_add(&out, i->a, relative(i, *file));
    return list_items(&out, i->a);
}

static const char **get_libraries(struct import *i, const struct project *p)
{
    struct list out = {0};
    for (const char **name = p->libraries; *name; name++)
        list_add(&out, i->a, **name == '/' ? relative(i, *name) : *name);
    return list_items(&out, i->a);
}

static const char **get_library_paths(struct import *i, const struct project *p)
{
    return existing(i, p->library_paths);
}

static const char **get_link_options(struct import *i, const struct project *p)
{
    (void)i;
    return p->link_options;
}

static const char **get_exports(struct import *i, const struct project *p)
{
    return relative_all(i, p->exports);
}

static const char **get_sources(struct import *i, const struct project *p)
{
    struct list out = {0};
    for (size_t k = 0; k < p->source_count; k++)
        list_add(&out, i->a, relative(i, p->sources[k].path));
    for (const char **file = p->assembly; *file; file++)
        list_add(&out, i->a, relative(i, *file));
    return list_items(&out, i->a);
}

static const struct {
    const char *key;
    list_of *get;
    bool always; /* written where it is empty: the manifest would look for files by itself */
} lists[] = {
    {"sources", get_sources, true},
    {"resources", get_resources, true},
    {"inf", get_infs, true},
    {"package-files", get_package_files, false},
    {"includes", get_includes, false},
    {"forced-includes", get_forced, false},
    {"defines", get_defines, false},
    {"undefines", get_undefines, false},
    {"options", get_options, false},
    {"resource-includes", get_resource_includes, false},
    {"resource-defines", get_resource_defines, false},
    {"libraries", get_libraries, false},
    {"library-paths", get_library_paths, false},
    {"link-options", get_link_options, false},
    {"exports", get_exports, false},
};

static void put_lists(struct import *i)
{
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
        const struct list all = layer(i, lists[k].get, -1, -1);
        put_list(i, "", lists[k].key, &all);
        bool any = all.count;
        for (int n = 0; n < 2 && !any; n++)
            any = layer(i, lists[k].get, -1, n).count || layer(i, lists[k].get, n, -1).count;
        if (!any && lists[k].always)
            text_format(i->t, "%s: []\n", lists[k].key);
        check_lost(i, lists[k].key, lists[k].get);
    }
}

/* "profiles:" and "arch:" with what is theirs. */
static void put_layers(struct import *i, bool profiles)
{
    bool open = false;
    for (int n = 0; n < 2; n++) {
        bool mine = false;
        for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
            const struct list values = layer(i, lists[k].get, profiles ? -1 : n, profiles ? n : -1);
            if (!values.count)
                continue;
            if (!open)
                text_put(i->t, profiles ? "profiles:\n" : "arch:\n");
            open = true;
            if (!mine)
                text_format(i->t, "  %s:\n", profiles ? profile_names[n] : arch_name((enum arch)n));
            mine = true;
            put_list(i, "    ", lists[k].key, &values);
        }
    }
}

static const char *all_words(struct import *i, const char *const *words)
{
    const char *text = "";
    for (; words && *words; words++)
        text = arena_format(i->a, "%s%s\n", text, *words);
    return text;
}

static const struct project_source *source_in(const struct project *p, const char *path)
{
    for (size_t k = 0; p && k < p->source_count; k++)
        if (!strcmp(p->sources[k].path, path))
            return &p->sources[k];
    return NULL;
}

static const char *own_settings(struct import *i, const struct project *p, const struct project_source *s)
{
    return arena_format(i->a, "%s|%s|%s", all_words(i, left(i, common_defines(i, p), s->defines)),
                        all_words(i, s->includes), all_words(i, left(i, common_options(i, p), s->options)));
}

/* What holds for one source alone, where all configurations agree on it. */
static void put_files(struct import *i)
{
    bool open = false;
    for (size_t k = 0; k < i->p->source_count; k++) {
        const struct project_source *s = &i->p->sources[k];
        const char *mine = own_settings(i, i->p, s);
        for (int n = 0; n < 4; n++) {
            const struct project *p = i->source.of[n / 2][n % 2];
            const struct project_source *other = source_in(p, s->path);
            if (other && strcmp(mine, own_settings(i, p, other)) != 0) {
                cannot(i, arena_format(i->a,
                                       "the settings of %s alone differ between configurations; those of the first "
                                       "one are taken",
                                       relative(i, s->path)));
                break;
            }
        }
        if (!strcmp(mine, "||"))
            continue;
        struct list defines = {0}, includes = {0}, options = {0};
        list_add_all(&defines, i->a, left(i, common_defines(i, i->p), s->defines));
        list_add_all(&includes, i->a, existing(i, s->includes));
        list_add_all(&options, i->a, left(i, common_options(i, i->p), s->options));
        if (!open)
            text_put(i->t, "files:\n");
        open = true;
        text_put(i->t, "  ");
        put_value(i, relative(i, s->path));
        text_put(i->t, ":\n");
        put_list(i, "    ", "defines", &defines);
        put_list(i, "    ", "includes", &includes);
        put_list(i, "    ", "options", &options);
    }
}

static void put_tracing(struct import *i)
{
    const char **options = NULL;
    struct list functions = {0}, scans = {0}, sources = {0};
    for (size_t k = 0; k < i->p->source_count; k++) {
        const struct project_source *s = &i->p->sources[k];
        for (int n = 0; n < 4; n++) {
            const struct project_source *other = source_in(i->source.of[n / 2][n % 2], s->path);
            if (other && strcmp(all_words(i, other->wpp), all_words(i, s->wpp)) != 0) {
                cannot(i, "WPP tracing differs between configurations; that of the first one is taken");
                break;
            }
        }
        if (!s->wpp)
            continue;
        if (options && strcmp(all_words(i, options), all_words(i, s->wpp)) != 0)
            cannot(i, arena_format(i->a, "%s has WPP options of its own", relative(i, s->path)));
        options = options ? options : s->wpp;
        list_add(&sources, i->a, relative(i, s->path));
    }
    if (!options)
        return;
    for (const char **option = options; *option; option++) {
        if (!strncmp(*option, "--function=", 11))
            list_add(&functions, i->a, *option + 11);
        else if (!strncmp(*option, "--scan=", 7))
            list_add(&scans, i->a, relative(i, *option + 7));
        else if (strcmp(*option, i->p->kernel_mode ? "--kernel" : "--user") != 0)
            cannot(i, arena_format(i->a, "the option %s of WPP tracing", *option));
    }
    text_put(i->t, "wpp:\n");
    put_list(i, "  ", "functions", &functions);
    put_list(i, "  ", "scan", &scans);
    if (sources.count != i->p->source_count || (!functions.count && !scans.count))
        put_list(i, "  ", "sources", &sources);
}

static const char *stem_of(struct import *i, const char *name)
{
    return arena_substring(i->a, name, strlen(name) - strlen(path_extension(name)));
}

static void put_generated(struct import *i)
{
    static const char *const keys[] = {"messages", "events", "counters", "mof"};
    for (int kind = 0; kind < 4; kind++) {
        bool open = false;
        for (size_t k = 0; k < i->p->generated_count; k++) {
            const struct project_generated *g = &i->p->generated[k];
            const char *prefix = NULL;
            if (g->kind != (enum project_generator)kind)
                continue;
            for (const char **option = g->options; option && *option; option++) {
                if (!strncmp(*option, "--prefix=", 9))
                    prefix = *option + 9;
                else if (strcmp(*option, "--methods") != 0 &&
                         strcmp(*option, i->p->kernel_mode ? "--kernel" : "--user") != 0)
                    cannot(i, arena_format(i->a, "the option %s for %s", *option, relative(i, g->input)));
            }
            if (g->script && g->header && strcmp(stem_of(i, g->script), stem_of(i, g->header)) != 0)
                cannot(i, arena_format(i->a, "%s and %s have different names", g->script, g->header));
            if (!open)
                text_format(i->t, "%s:%s\n", keys[kind], kind ? "" : " # header and script take the name of the file");
            open = true;
            if (!kind) {
                text_put(i->t, "  - ");
                put_value(i, relative(i, g->input));
                text_put(i->t, "\n");
                continue;
            }
            text_put(i->t, "  ");
            put_value(i, kind == GENERATE_MOF
                             ? (g->header ? g->header : arena_format(i->a, "%smof.h", stem_of(i, g->binary)))
                             : stem_of(i, g->header ? g->header : g->input));
            text_put(i->t, prefix ? ": {file: " : ": ");
            put_value(i, relative(i, g->input));
            if (prefix) {
                text_put(i->t, ", prefix: ");
                put_value(i, prefix);
                text_put(i->t, "}");
            }
            text_put(i->t, "\n");
        }
    }
}

static const char *fit_name(struct import *i, const char *name)
{
    char *fit = arena_format(i->a, "%s%.*s", isalpha((unsigned char)*name) ? "" : "p", 60, name);
    for (char *c = fit; *c; c++)
        if (!isalnum((unsigned char)*c) && *c != '-' && *c != '_')
            *c = '-';
    if (strcmp(fit, name) != 0)
        cannot(i, arena_format(i->a, "the name '%s' becomes %s", name, fit));
    return fit;
}

static void put_identity(struct import *i)
{
    static const char *const kinds[] = {"driver", "library", "program", "dll"};
    static const char *const models[] = {"none", "wdm", "kmdf", "umdf"};
    static const char *const platforms[] = {"universal", "desktop", "windows"};
    static const enum driver_model usual[] = {MODEL_KMDF, MODEL_WDM, MODEL_NONE, MODEL_NONE};
    const struct project *p = i->p;
    const char *name = fit_name(i, p->name), *target = fit_name(i, p->target_name);
    put_text(i, "name", name);
    if (strcmp(name, target) != 0)
        put_text(i, "target-name", target);
    if (p->kind != PROJECT_DRIVER)
        put_text(i, "kind", kinds[p->kind]);
    if (p->model != usual[p->kind])
        put_text(i, "model", models[p->model]);
    if (p->model == MODEL_KMDF || p->model == MODEL_UMDF)
        text_format(i->t, "%s: \"%u.%u\"\n", models[p->model], p->framework_major, p->framework_minor);
    put_text(i, "version", p->driver_version);
    if (p->platform != PLATFORM_UNIVERSAL)
        put_text(i, "target-platform", platforms[p->platform]);
    if (p->ntddi_version)
        text_format(i->t, "ntddi: 0x%08X\n", p->ntddi_version);
    put_text(i, "entry-point", p->entry_point);
    if (p->exceptions_cxx)
        text_put(i->t, "cpp-exceptions: true\n");
    text_put(i->t, "visual-studio: true # warnings are judged as cl does\n");
    const bool level = p->warning_level;
    if (level || p->warnings_as_errors)
        text_format(i->t, "warnings: {%s%s%s}\n", level ? arena_format(i->a, "level: %s", p->warning_level) : "",
                    level && p->warnings_as_errors ? ", " : "", p->warnings_as_errors ? "as-errors: true" : "");
    static const char *const extensions[] = {".sys", ".lib", ".exe", ".dll"};
    const char *extension = p->kind == PROJECT_DRIVER && p->model == MODEL_UMDF ? ".dll" : extensions[p->kind];
    if (strcasecmp(p->target_extension, extension) != 0)
        cannot(i, arena_format(i->a, "the extension %s of the result", p->target_extension));
}

/* Texts that a manifest has once, for all configurations. */
static void check_same(struct import *i)
{
    if (i->p->inf_decoration || *i->p->inf_texts)
        cannot(i, "what the project puts into its INF ($ARCH$ with a system, texts of its own)");
    static const struct {
        const char *what;
        size_t offset;
    } texts[] = {{"the name of the result", offsetof(struct project, target_name)},
                 {"the entry point", offsetof(struct project, entry_point)},
                 {"the warning level", offsetof(struct project, warning_level)},
                 {"the version", offsetof(struct project, driver_version)}};
    for (int n = 0; n < 4; n++) {
        const struct project *other = i->source.of[n / 2][n % 2];
        for (size_t k = 0; other && k < sizeof texts / sizeof *texts; k++) {
            const char *const *x = (const void *)((const char *)i->p + texts[k].offset),
                              *const *y = (const void *)((const char *)other + texts[k].offset);
            if (strcmp(*x ? *x : "", *y ? *y : "") != 0)
                cannot(i, arena_format(i->a, "%s differs between configurations", texts[k].what));
        }
        if (other &&
            (other->kind != i->p->kind || other->model != i->p->model ||
             other->framework_minor != i->p->framework_minor || other->warnings_as_errors != i->p->warnings_as_errors))
            cannot(i, "what the project makes differs between configurations");
    }
}

/* Projects of the path given are imported; one that they refer to elsewhere stays what it is. */
static bool is_imported(const char *path, const struct project *p)
{
    const size_t length = strlen(path);
    if (!strcasecmp(path_extension(path), ".vcxproj"))
        return !strcmp(path, p->file);
    return !strncmp(p->file, path, length) && p->file[length] == '/';
}

/* Where the manifest of a project lies: beside the project file, under a name of its own where there are several. */
static const char *manifest_path(struct arena *a, const struct project_set *set, const struct project *p)
{
    for (size_t k = 0; k < set->count && set->items[k] != p; k++)
        if (!strcmp(set->items[k]->folder, p->folder))
            return arena_format(a, "%s/%s.yaml", p->folder, p->name);
    return path_join(a, p->folder, "cwdk.yaml");
}

static void put_depends(struct import *i, const struct project_set *set)
{
    struct list depends = {0};
    for (size_t k = 0; k < i->p->reference_count; k++) {
        const struct project *other = i->p->references[k];
        const char *path = is_imported(i->path, other) ? manifest_path(i->a, set, other) : other->file;
        if (!strcmp(path_name(path), "cwdk.yaml"))
            path = path_folder(i->a, path);
        list_add(&depends, i->a, relative(i, path));
    }
    put_list(i, "", "depends", &depends);
}

static const char *write_manifest(struct import *i, const struct project_set *set)
{
    i->t = arena_alloc(i->a, sizeof *i->t);
    *i->t = (struct text){0};
    text_format(i->t, "# Made by cwdk import from %s.\n", path_name(i->p->file));
    put_identity(i);
    check_same(i);
    put_lists(i);
    put_files(i);
    put_generated(i);
    put_tracing(i);
    put_depends(i, set);
    put_layers(i, true);
    put_layers(i, false);
    const char *text = arena_string(i->a, i->t->data);
    text_free(i->t);
    return text;
}

static const struct project *same_project(const struct project_set *set, const struct project *p)
{
    for (size_t k = 0; k < set->count; k++)
        if (!strcmp(set->items[k]->file, p->file))
            return set->items[k];
    return NULL;
}

/* The errors of a configuration that the projects do not have are no errors of the import. */
static bool read_configurations(const char *path, const char *name, struct arena *a, struct project_set sets[2][2],
                                bool there[2][2], struct diag *d)
{
    bool any = false;
    for (int n = 0; n < 4; n++) {
        struct diag own = {0};
        const struct project_configuration configuration = {
            .arch = (enum arch)(n / 2), .profile = (enum profile)(n % 2), .name = name};
        there[n / 2][n % 2] = (!name || configuration.profile == profile_of_configuration(name)) &&
                              project_read_partial(path, configuration, a, &sets[n / 2][n % 2], &own) &&
                              sets[n / 2][n % 2].count;
        if (!there[n / 2][n % 2] && own.errors) {
            diag_move(&own, d);
            return false;
        }
        if (!any && there[n / 2][n % 2])
            diag_move(&own, d);
        any |= there[n / 2][n % 2];
        diag_free(&own);
    }
    struct project_set unused; /* says which configurations there are */
    const struct project_configuration first = {.arch = ARCH_AMD64, .profile = PROFILE_DEV, .name = name};
    return any || (project_read(path, first, a, &unused, d) &&
                   diag_error(d, CODE_PRJ1001, diag_in_file(path), "%s has no project to import", path));
}

bool project_import(const char *path, const char *configuration, const char *folder, struct arena *a,
                    struct import_file **out, size_t *count, struct diag *d)
{
    struct project_set sets[2][2] = {0};
    bool there[2][2];
    if (!read_configurations(path, configuration, a, sets, there, d))
        return false;
    const struct project_set *first = NULL;
    for (int n = 0; n < 4 && !first; n++)
        if (there[n / 2][n % 2])
            first = &sets[n / 2][n % 2];
    const char *real = path_absolute(a, path);
    if (!strcasecmp(path_extension(real), ".sln"))
        real = path_folder(a, real);
    *out = arena_array(a, first->count + 1, sizeof **out);
    *count = 0;
    for (size_t k = 0; k < first->count; k++) {
        const struct project *p = first->items[k];
        struct import i = {.p = p, .folder = folder ? folder : p->folder, .path = real, .a = a, .d = d};
        if (strcasecmp(path_extension(p->file), ".vcxproj") != 0 || !is_imported(real, p))
            continue;
        for (int n = 0; n < 4; n++)
            i.source.of[n / 2][n % 2] = there[n / 2][n % 2] ? same_project(&sets[n / 2][n % 2], p) : NULL;
        (*out)[(*count)++] = (struct import_file){
            .path = manifest_path(a, first, p), .text = write_manifest(&i, first), .from = p->file};
    }
    return *count || diag_error(d, CODE_PRJ1001, diag_in_file(path), "%s is a manifest already", path);
}
