/*
 * cwdk.yaml. The table of keys below is the schema; docs/manifest.md describes it.
 *
 * A manifest is read in layers: the file itself, then the map of the chosen profile, then the map of the
 * chosen architecture. A later text replaces an earlier one, a later list adds to it.
 */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/paths.h"
#include "cwdk/project/reader.h"
#include "cwdk/project/yaml.h"

#include <stdlib.h>
#include <string.h>

/* Values as they stand in the file, so that a later complaint can name the place. */
struct values {
    struct yaml_node **items;
    size_t count, capacity;
    bool given; /* the key stands there, with or without values */
};

struct manifest {
    struct reader *reader;
    const char *path, *folder;
    struct values name, kind, model, kmdf, umdf, version, provider, description, target_name, catalog, platform, ntddi,
        profile, panic, entry, rust, rust_edition;
    struct values level, as_errors, exceptions, visual_studio;
    struct values sources, resources, messages, events, counters, mof, infs, package_files, includes, defines,
        undefines, forced, options;
    struct values resource_defines, resource_includes, libraries, library_paths, link_options, exports, depends;
    struct values files, file_defines, file_includes, file_options;
    struct values wpp, wpp_functions, wpp_scan, wpp_sources;
    struct values rust_options, rust_headers;
};

enum shape { TEXT, LIST, NAMED, FILES, WPP, WARNING_MAP, PROFILE_MAP, ARCH_MAP, ELSEWHERE };
enum where { TOP = 1, LAYER = 2, WARNINGS = 4, TRACING = 8, ONE_FILE = 16 };

struct key {
    const char *name;
    enum shape shape;
    unsigned where;
    size_t offset;
};

#define KEY(name, shape, where, field) {name, shape, where, offsetof(struct manifest, field)}
static const struct key keys[] = {
    KEY("name", TEXT, TOP, name),
    KEY("kind", TEXT, TOP, kind),
    KEY("model", TEXT, TOP, model),
    KEY("kmdf", TEXT, TOP, kmdf),
    KEY("umdf", TEXT, TOP, umdf),
    KEY("version", TEXT, TOP, version),
    KEY("provider", TEXT, TOP, provider),
    KEY("description", TEXT, TOP, description),
    KEY("target-name", TEXT, TOP, target_name),
    KEY("catalog", TEXT, TOP, catalog),
    KEY("target-platform", TEXT, TOP, platform),
    KEY("profile", TEXT, TOP, profile),
    KEY("panic", TEXT, TOP, panic),
    KEY("ntddi", TEXT, TOP | LAYER, ntddi),
    KEY("entry-point", TEXT, TOP | LAYER, entry),
    KEY("cpp-exceptions", TEXT, TOP, exceptions),
    KEY("visual-studio", TEXT, TOP, visual_studio),
    KEY("sources", LIST, TOP | LAYER, sources),
    KEY("rust", TEXT, TOP, rust),
    KEY("rust-edition", TEXT, TOP, rust_edition),
    KEY("rust-headers", LIST, TOP, rust_headers),
    KEY("rust-options", LIST, TOP | LAYER, rust_options),
    KEY("resources", LIST, TOP | LAYER, resources),
    KEY("messages", LIST, TOP, messages),
    KEY("events", NAMED, TOP, events),
    KEY("counters", NAMED, TOP, counters),
    KEY("mof", NAMED, TOP, mof),
    KEY("inf", LIST, TOP | LAYER, infs),
    KEY("package-files", LIST, TOP | LAYER, package_files),
    KEY("includes", LIST, TOP | LAYER, includes),
    KEY("forced-includes", LIST, TOP | LAYER, forced),
    KEY("defines", LIST, TOP | LAYER, defines),
    KEY("undefines", LIST, TOP | LAYER, undefines),
    KEY("options", LIST, TOP | LAYER, options),
    KEY("resource-defines", LIST, TOP | LAYER, resource_defines),
    KEY("resource-includes", LIST, TOP | LAYER, resource_includes),
    KEY("files", FILES, TOP, files),
    KEY("libraries", LIST, TOP | LAYER, libraries),
    KEY("library-paths", LIST, TOP | LAYER, library_paths),
    KEY("link-options", LIST, TOP | LAYER, link_options),
    KEY("exports", LIST, TOP | LAYER, exports),
    KEY("depends", LIST, TOP, depends),
    KEY("wpp", WPP, TOP, wpp),
    {"warnings", WARNING_MAP, TOP | LAYER, 0},
    {"profiles", PROFILE_MAP, TOP, 0},
    {"arch", ARCH_MAP, TOP, 0},
    {"targets", ELSEWHERE, TOP, 0}, /* of cwdk deploy, which reads them itself */
    KEY("level", TEXT, WARNINGS, level),
    KEY("as-errors", TEXT, WARNINGS, as_errors),
    KEY("functions", LIST, TRACING, wpp_functions),
    KEY("scan", LIST, TRACING, wpp_scan),
    KEY("sources", LIST, TRACING, wpp_sources),
    KEY("defines", LIST, ONE_FILE, file_defines),
    KEY("includes", LIST, ONE_FILE, file_includes),
    KEY("options", LIST, ONE_FILE, file_options),
};

static const char *key_near(const char *word, unsigned where)
{
    const char *best = NULL;
    unsigned distance = 1 + (unsigned)strlen(word) / 2;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const unsigned d = keys[i].where & where ? word_distance(word, keys[i].name) : 1000;
        if (d < distance) {
            distance = d;
            best = keys[i].name;
        }
    }
    return best;
}

static bool unknown_key(struct manifest *m, const struct yaml_node *node, unsigned where)
{
    struct diag *d = m->reader->d;
    diag_error(d, CODE_PRJ2004, node->key_place, "there is no key '%s' %s", node->key,
               where == LAYER ? "in a profile or an architecture" : "here");
    const char *near = key_near(node->key, where);
    if (near)
        diag_help(d, "did you mean '%s'?", near);
    else
        diag_help(d, "docs/manifest.md lists the keys");
    return false;
}

static bool wrong_shape(struct manifest *m, const struct yaml_node *node, const char *wanted)
{
    static const char *const shapes[] = {"one value", "a list", "a map"};
    return diag_error(m->reader->d, CODE_PRJ2006, node->place, "'%s' must be %s, not %s",
                      node->key ? node->key : "an item", wanted, shapes[node->kind]);
}

static void values_add(struct manifest *m, struct values *v, struct yaml_node *node)
{
    if (v->count == v->capacity) {
        v->capacity = v->capacity ? v->capacity * 2 : 4;
        struct yaml_node **items = arena_array(m->reader->a, v->capacity, sizeof(struct yaml_node *));
        for (size_t i = 0; i < v->count; i++)
            items[i] = v->items[i];
        v->items = items;
    }
    v->items[v->count++] = node;
}

static bool take_list(struct manifest *m, struct values *v, struct yaml_node *node)
{
    v->given = true;
    if (node->kind == YAML_MAP)
        return wrong_shape(m, node, "a list of texts");
    if (node->kind == YAML_SCALAR) {
        values_add(m, v, node);
        return true;
    }
    for (struct yaml_node *item = node->first; item; item = item->next) {
        if (item->kind != YAML_SCALAR) {
            item->key = node->key;
            return wrong_shape(m, item, "a list of texts");
        }
        values_add(m, v, item);
    }
    return true;
}

static bool take_layer(struct manifest *m, struct yaml_node *map, unsigned where);

/* `profiles` or `arch`: every name is checked, the chosen one is taken later. */
static bool check_choice(struct manifest *m, struct yaml_node *node, bool profiles)
{
    if (node->kind != YAML_MAP)
        return wrong_shape(m, node, profiles ? "a map of `dev` and `release`" : "a map of `amd64` and `arm64`");
    for (struct yaml_node *choice = node->first; choice; choice = choice->next) {
        enum arch unused;
        const bool known = profiles ? !strcmp(choice->key, "dev") || !strcmp(choice->key, "release")
                                    : arch_parse(choice->key, &unused) && !strcmp(choice->key, arch_name(unused));
        if (!known) {
            diag_error(m->reader->d, CODE_PRJ2004, choice->key_place, "there is no %s '%s'",
                       profiles ? "profile" : "architecture", choice->key);
            diag_help(m->reader->d,
                      profiles ? "the profiles are dev and release" : "the architectures are amd64 and arm64");
            return false;
        }
        if (choice->kind != YAML_MAP)
            return wrong_shape(m, choice, "a map");
        struct manifest unused_layer = {.reader = m->reader};
        if (!take_layer(&unused_layer, choice, LAYER))
            return false;
    }
    return true;
}

static bool take_wpp(struct manifest *m, struct yaml_node *node)
{
    if (node->kind == YAML_LIST)
        return wrong_shape(m, node, "true, false or a map");
    values_add(m, &m->wpp, node);
    return node->kind == YAML_SCALAR || take_layer(m, node, TRACING);
}

/* A list of files, or a map of the names of what is made to the files. */
static bool take_named(struct manifest *m, struct values *v, struct yaml_node *node)
{
    if (node->kind == YAML_SCALAR)
        node->key = NULL; /* it is no name of what is made */
    if (node->kind != YAML_MAP)
        return take_list(m, v, node);
    for (struct yaml_node *item = node->first; item; item = item->next) {
        if (item->kind == YAML_LIST)
            return wrong_shape(m, item, "the name of a file, or a map");
        values_add(m, v, item);
    }
    return true;
}

/* A map of sources, or patterns of them, to what holds for them alone. */
static bool take_file_settings(struct manifest *m, struct values *v, struct yaml_node *node)
{
    if (node->kind != YAML_MAP)
        return wrong_shape(m, node, "a map of sources");
    for (struct yaml_node *item = node->first; item; item = item->next) {
        struct manifest unused = {.reader = m->reader};
        if (item->kind != YAML_MAP)
            return wrong_shape(m, item, "a map of defines, includes and options");
        if (!take_layer(&unused, item, ONE_FILE))
            return false;
        values_add(m, v, item);
    }
    return true;
}

static bool take_value(struct manifest *m, const struct key *key, struct yaml_node *node)
{
    struct values *v = (struct values *)((char *)m + key->offset);
    switch (key->shape) {
    case TEXT:
        if (node->kind != YAML_SCALAR)
            return wrong_shape(m, node, "one value");
        v->count = 0;
        values_add(m, v, node);
        return true;
    case LIST:
        return take_list(m, v, node);
    case FILES:
        return take_file_settings(m, v, node);
    case NAMED:
        return take_named(m, v, node);
    case WPP:
        return take_wpp(m, node);
    case WARNING_MAP:
        return node->kind == YAML_MAP ? take_layer(m, node, WARNINGS) : wrong_shape(m, node, "a map");
    case PROFILE_MAP:
    case ARCH_MAP:
        return check_choice(m, node, key->shape == PROFILE_MAP);
    case ELSEWHERE:
        return true;
    }
    return false;
}

static bool take_layer(struct manifest *m, struct yaml_node *map, unsigned where)
{
    bool ok = true;
    for (struct yaml_node *node = map->first; node; node = node->next) {
        const struct key *key = NULL;
        for (size_t i = 0; !key && i < sizeof keys / sizeof *keys; i++)
            if ((keys[i].where & where) && !strcmp(keys[i].name, node->key))
                key = &keys[i];
        ok = (key ? take_value(m, key, node) : unknown_key(m, node, where)) && ok;
    }
    return ok;
}

static bool take_choice(struct manifest *m, struct yaml_node *root, const char *key, const char *choice)
{
    const struct yaml_node *choices = yaml_get(root, key);
    struct yaml_node *layer = choices ? yaml_get(choices, choice) : NULL;
    return !layer || take_layer(m, layer, LAYER);
}

static const char *text_of(const struct values *v)
{
    return v->count ? v->items[v->count - 1]->text : NULL;
}

static bool bad_value(struct manifest *m, const struct values *v, const char *expected)
{
    const struct yaml_node *node = v->items[v->count - 1];
    diag_error(m->reader->d, CODE_PRJ2007, node->place, "'%s' is no value for '%s'", node->text,
               node->key ? node->key : "this");
    diag_help(m->reader->d, "expected: %s", expected);
    return false;
}

/* The index of the value among `names`; -1 after reporting. */
static int choose(struct manifest *m, const struct values *v, const char *const *names, const char *expected,
                  int fallback)
{
    const char *text = text_of(v);
    if (!text)
        return fallback;
    for (int i = 0; names[i]; i++)
        if (!strcmp(names[i], text))
            return i;
    bad_value(m, v, expected);
    return -1;
}

static bool take_bool(struct manifest *m, const struct values *v, bool *out)
{
    static const char *const names[] = {"false", "true", NULL};
    const int value = choose(m, v, names, "true or false", *out);
    *out = value == 1;
    return value >= 0;
}

static bool take_identity(struct manifest *m, struct project *p)
{
    if (!m->name.count) {
        diag_error(m->reader->d, CODE_PRJ2008, ((struct diag_place){m->path, 1, 1}), "the key 'name' is missing");
        diag_help(m->reader->d, "add `name: mydriver`; the package, the .sys and the service take this name");
        return false;
    }
    p->name = text_of(&m->name);
    if (!project_name_valid(p->name))
        return bad_value(m, &m->name, "at most 64 letters, digits, - and _, starting with a letter");
    p->target_name = m->target_name.count ? text_of(&m->target_name) : p->name;
    if (!project_name_valid(p->target_name))
        return bad_value(m, &m->target_name, "a file name without extension: letters, digits, - and _");
    return true;
}

static bool take_framework(struct manifest *m, struct project *p)
{
    const struct values *mine = p->model == MODEL_KMDF ? &m->kmdf : &m->umdf;
    const struct values *other = p->model == MODEL_KMDF ? &m->umdf : p->model == MODEL_UMDF ? &m->kmdf : NULL;
    if (p->model != MODEL_KMDF && p->model != MODEL_UMDF) {
        other = m->kmdf.count ? &m->kmdf : &m->umdf;
        mine = NULL;
    }
    if (other->count) {
        const struct yaml_node *node = other->items[0];
        diag_error(m->reader->d, CODE_PRJ2008, node->key_place, "'%s' does not fit the model of this project",
                   node->key);
        diag_help(m->reader->d, "remove the line, or write `model: %s`", node->key);
        return false;
    }
    if (!mine)
        return true;
    p->framework_major = p->model == MODEL_KMDF ? 1 : 2;
    p->framework_minor = 33;
    if (!mine->count)
        return true;
    char rest;
    if (sscanf(text_of(mine), "%u.%u%c", &p->framework_major, &p->framework_minor, &rest) == 2 &&
        framework_known(p->model, p->framework_major, p->framework_minor))
        return true;
    const struct yaml_node *node = mine->items[0];
    diag_error(m->reader->d, CODE_PRJ1006, node->place, "there is no %s %s that cwdk builds for",
               p->model == MODEL_KMDF ? "KMDF" : "UMDF", node->text);
    diag_help(m->reader->d, "expected one of %s", framework_versions(m->reader->a, p->model));
    return false;
}

static bool take_kind(struct manifest *m, struct project *p)
{
    static const char *const kinds[] = {"driver", "library", "program", "dll", NULL};
    static const char *const models[] = {"none", "wdm", "kmdf", "umdf", NULL};
    static const char *const platforms[] = {"universal", "desktop", "windows", NULL};
    static const char *const language_profiles[] = {"raw", "safe", NULL};
    const int kind = choose(m, &m->kind, kinds, "driver, library, program or dll", PROJECT_DRIVER);
    if (kind < 0)
        return false;
    p->kind = (enum project_kind)kind;
    const int fallback = p->kind == PROJECT_DRIVER           ? MODEL_KMDF
                         : p->kind == PROJECT_STATIC_LIBRARY ? MODEL_WDM
                                                             : MODEL_NONE;
    const int model = choose(m, &m->model, models, "kmdf, umdf, wdm, or none for what runs in user mode", fallback);
    const int profile = choose(m, &m->profile, language_profiles, "raw or safe", 0);
    const int platform = choose(m, &m->platform, platforms, "universal, desktop or windows", PLATFORM_UNIVERSAL);
    static const char *const panics[] = {"stop", "status", NULL};
    const int panic = choose(m, &m->panic, panics, "stop or status", 0);
    if (model < 0 || platform < 0 || profile < 0 || panic < 0)
        return false;
    p->model = (enum driver_model)model;
    p->platform = (enum target_platform)platform;
    p->safe = profile == 1;
    if (p->kind == PROJECT_DRIVER && p->model == MODEL_NONE)
        return bad_value(m, &m->model, "kmdf, umdf or wdm for a driver");
    if (p->kind >= PROJECT_PROGRAM && p->model != MODEL_NONE)
        return bad_value(m, &m->model, "no model for a program or a dll; a UMDF driver is `kind: driver`");
    p->kernel_mode = p->model == MODEL_WDM || p->model == MODEL_KMDF;
    p->panic_status = panic == 1;
    if (p->panic_status && !p->kernel_mode)
        return bad_value(m, &m->panic, "stop: `status` is for kernel-mode drivers");
    static const char *const extensions[] = {".sys", ".lib", ".exe", ".dll"};
    p->target_extension = p->kind == PROJECT_DRIVER && p->model == MODEL_UMDF ? ".dll" : extensions[p->kind];
    return take_framework(m, p);
}

static bool take_version(struct manifest *m, struct project *p)
{
    p->driver_version = text_of(&m->version);
    if (!p->driver_version)
        return true;
    unsigned part[4];
    char rest;
    const int read = sscanf(p->driver_version, "%5u.%5u.%5u.%5u%c", &part[0], &part[1], &part[2], &part[3], &rest);
    bool ok = read == 4 && strspn(p->driver_version, "0123456789.") == strlen(p->driver_version);
    for (int i = 0; ok && i < 4; i++)
        ok = part[i] <= 65535;
    return ok || bad_value(m, &m->version, "four numbers up to 65535, such as 1.0.0.0");
}

/* The crate of a kernel driver: sdk/rust has nothing for other models. */
static bool take_rust(struct manifest *m, struct project *p)
{
    static const char *const editions[] = {"2015", "2018", "2021", "2024", NULL};
    const int edition = choose(m, &m->rust_edition, editions, "2015, 2018, 2021 or 2024", 2);
    if (edition < 0 || !m->rust.count)
        return edition >= 0;
    const struct yaml_node *node = m->rust.items[0];
    p->rust = path_normal(m->reader->a, m->folder, node->text);
    p->rust_edition = editions[edition];
    if (!path_is_file(p->rust))
        return diag_error(m->reader->d, CODE_PRJ1005, node->place, "there is no %s, the root of the crate", node->text);
    if (p->kind == PROJECT_DRIVER && p->kernel_mode)
        return true;
    diag_error(m->reader->d, CODE_RST0002, node->key_place,
               "'rust' goes with a kernel driver: kind driver, model kmdf or wdm");
    diag_help(m->reader->d, "cwdk bindings --rust --model umdf writes the bindings of a UMDF driver alone");
    return false;
}

static bool take_texts(struct manifest *m, struct project *p)
{
    static const char *const levels[] = {"0", "1", "2", "3", "4", "all", NULL};
    p->provider = text_of(&m->provider);
    p->description = text_of(&m->description);
    p->catalog = text_of(&m->catalog);
    p->entry_point = text_of(&m->entry);
    p->warning_level = text_of(&m->level);
    if (p->catalog &&
        (strchr(p->catalog, '/') || strchr(p->catalog, '\\') || strcmp(path_extension(p->catalog), ".cat") != 0))
        return bad_value(m, &m->catalog, "a file name that ends in .cat, without folder");
    if (m->ntddi.count && !ntddi_parse(text_of(&m->ntddi), &p->ntddi_version))
        return bad_value(m, &m->ntddi, "a number such as 0x0A000008 or a name such as NTDDI_WIN10_VB");
    return choose(m, &m->level, levels, "0 to 4, or all", 0) >= 0 &&
           take_bool(m, &m->as_errors, &p->warnings_as_errors) && take_bool(m, &m->exceptions, &p->exceptions_cxx) &&
           take_bool(m, &m->visual_studio, &p->visual_studio) && take_version(m, p);
}

static const char **plain(struct manifest *m, const struct values *v)
{
    struct list out = {0};
    for (size_t i = 0; i < v->count; i++)
        list_add(&out, m->reader->a, v->items[i]->text);
    return list_items(&out, m->reader->a);
}

/* The compiler takes no notice of an include folder that is not there: a misspelt one would show as missing headers. */
static bool check_folders(struct manifest *m, const struct values *v)
{
    bool ok = true;
    for (size_t i = 0; i < v->count; i++) {
        const struct yaml_node *node = v->items[i];
        if (path_is_folder(path_normal(m->reader->a, m->folder, node->text)))
            continue;
        ok = diag_error(m->reader->d, CODE_PRJ1005, node->place, "there is no folder %s", node->text);
        diag_help(m->reader->d, "folders are relative to %s; correct the name, or take it off the list",
                  path_name(m->path));
    }
    return ok;
}

static const char **folders(struct manifest *m, const struct values *v, const char *extra)
{
    struct list out = {0};
    for (size_t i = 0; i < v->count; i++)
        list_add(&out, m->reader->a, path_normal(m->reader->a, m->folder, v->items[i]->text));
    if (extra) {
        const char *path = path_join(m->reader->a, m->folder, extra);
        if (path_is_folder(path) && !list_has(&out, path))
            list_add(&out, m->reader->a, path);
    }
    return list_items(&out, m->reader->a);
}

/* Files by name or pattern. A leading ! takes what follows it out again. */
static bool find_files(struct manifest *m, const struct values *v, struct list *out)
{
    struct reader *r = m->reader;
    for (size_t i = 0; i < v->count; i++) {
        const struct yaml_node *node = v->items[i];
        if (*node->text == '!') {
            const char *pattern = path_normal(r->a, m->folder, node->text + 1);
            size_t kept = 0;
            for (size_t k = 0; k < out->count; k++)
                if (!path_matches(out->items[k], pattern, false))
                    out->items[kept++] = out->items[k];
            out->count = kept;
            if (out->items)
                out->items[kept] = NULL;
            continue;
        }
        const size_t before = out->count;
        if (path_has_wildcard(node->text)) {
            if (!path_find(r->a, m->folder, node->text, false, out))
                return diag_error(r->d, CODE_PRJ1007, node->place,
                                  "the pattern '%s' finds more than %d files or folders", node->text, PATTERN_FILES);
        } else {
            const char *path = path_normal(r->a, m->folder, node->text);
            if (path_is_file(path) && !list_has(out, path))
                list_add(out, r->a, path);
            else if (path_is_file(path))
                continue;
        }
        if (out->count == before) {
            diag_error(r->d, CODE_PRJ1005, node->place, "no file is named '%s'", node->text);
            diag_help(r->d, "names are relative to the folder of the manifest, and upper and lower case differ");
            return false;
        }
    }
    return true;
}

static bool find_or_default(struct manifest *m, const struct values *v, const char *const *fallback, struct list *out)
{
    if (v->count || v->given)
        return find_files(m, v, out);
    for (; *fallback; fallback++)
        if (!path_find(m->reader->a, m->folder, *fallback, false, out))
            return diag_error(m->reader->d, CODE_PRJ1007, diag_in_file(m->path), "the folder has more than %d files",
                              PATTERN_FILES);
    return true;
}

static bool take_tracing(struct manifest *m, struct project *p)
{
    struct reader *r = m->reader;
    bool enabled = m->wpp.count && m->wpp.items[0]->kind == YAML_MAP;
    if (!enabled && !take_bool(m, &m->wpp, &enabled))
        return false;
    if (!enabled)
        return true;
    struct list options = {0}, scans = {0}, chosen = {0};
    if (!find_files(m, &m->wpp_scan, &scans) || !find_files(m, &m->wpp_sources, &chosen))
        return false;
    list_add(&options, r->a, p->kernel_mode ? "--kernel" : "--user");
    for (size_t i = 0; i < m->wpp_functions.count; i++)
        list_add(&options, r->a, arena_format(r->a, "--function=%s", m->wpp_functions.items[i]->text));
    for (size_t i = 0; i < scans.count; i++)
        list_add(&options, r->a, arena_format(r->a, "--scan=%s", scans.items[i]));
    for (size_t i = 0; i < p->source_count; i++)
        if (!chosen.count || list_has(&chosen, p->sources[i].path))
            p->sources[i].wpp = list_items(&options, r->a);
    return true;
}

static bool is_c_or_cxx(const char *path)
{
    static const char *const extensions[] = {".c", ".cpp", ".cc", ".cxx"};
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (!strcasecmp(path_extension(path), extensions[i]))
            return true;
    return false;
}

/* What the compiler does not know it would hand to the linker under the name of an object that is not there. */
static bool add_sources(struct manifest *m, struct project *p, const struct list *sources)
{
    struct list assembly = {0};
    for (size_t i = 0; i < sources->count; i++) {
        if (!strcasecmp(path_extension(sources->items[i]), ".asm")) {
            list_add(&assembly, m->reader->a, sources->items[i]);
            continue;
        }
        if (!is_c_or_cxx(sources->items[i])) {
            diag_error(m->reader->d, CODE_PRJ2007, m->sources.items[0]->place, "'%s' is no C, C++ or assembler source",
                       path_name(sources->items[i]));
            diag_help(m->reader->d, "sources end in .c, .cpp, .cc, .cxx or, in MASM's language, .asm");
            return false;
        }
        project_add_source(m->reader, p, sources->items[i]);
    }
    p->assembly = list_items(&assembly, m->reader->a);
    return true;
}

static const char *stem_of(struct arena *a, const char *path)
{
    const char *name = path_name(path);
    return arena_substring(a, name, strlen(name) - strlen(path_extension(name)));
}

/* What is made from one file. `node` is its name, or a map with `file` and `prefix`; its key, where it has one, names
 * what is made. */
static bool add_generated(struct manifest *m, struct project *p, enum project_generator kind,
                          const struct yaml_node *node, bool named)
{
    struct arena *a = m->reader->a;
    struct diag *d = m->reader->d;
    struct list options = {0};
    const struct yaml_node *file = node;
    if (node->kind == YAML_MAP) {
        file = yaml_get(node, "file");
        for (const struct yaml_node *item = node->first; item; item = item->next)
            if (item->kind != YAML_SCALAR || (strcmp(item->key, "file") != 0 && strcmp(item->key, "prefix") != 0))
                return diag_error(d, CODE_PRJ2004, item->key_place, "there is no key '%s' here; use file and prefix",
                                  item->key);
        if (!file)
            return diag_error(d, CODE_PRJ2008, node->place, "the key 'file' is missing");
        const struct yaml_node *prefix = yaml_get(node, "prefix");
        if (prefix)
            list_add(&options, a, arena_format(a, "--prefix=%s", prefix->text));
    }
    const char *input = path_normal(a, m->folder, file->text);
    if (!path_is_file(input)) {
        diag_error(d, CODE_PRJ1005, file->place, "no file is named '%s'", file->text);
        diag_help(d, "names are relative to the folder of the manifest, and upper and lower case differ");
        return false;
    }
    const char *name = named ? node->key : stem_of(a, input);
    if (strchr(name, '/') || strchr(name, '\\'))
        return diag_error(d, CODE_PRJ2007, node->key_place, "'%s' must be a name without folder", name);
    struct project_generated *g = project_add_generated(m->reader, p);
    *g = (struct project_generated){.kind = kind, .input = input};
    if (kind == GENERATE_MOF) {
        g->binary = arena_format(a, "%s.bmf", stem_of(a, input));
        g->header = named ? name : arena_format(a, "%smof.h", name);
        list_add(&options, a, "--methods");
    } else {
        g->header = arena_format(a, "%s.h", name);
        g->script = arena_format(a, "%s.rc", name);
        g->linked = true; /* unless a script of the project includes it: the build looks */
    }
    if (kind == GENERATE_EVENTS)
        list_add(&options, a, p->kernel_mode ? "--kernel" : "--user");
    g->options = list_items(&options, a);
    return true;
}

static bool take_generated(struct manifest *m, struct project *p)
{
    const struct {
        enum project_generator kind;
        const struct values *values;
    } kinds[] = {{GENERATE_MESSAGES, &m->messages},
                 {GENERATE_EVENTS, &m->events},
                 {GENERATE_COUNTERS, &m->counters},
                 {GENERATE_MOF, &m->mof}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        for (size_t j = 0; j < kinds[i].values->count; j++) {
            const struct yaml_node *node = kinds[i].values->items[j];
            if (!add_generated(m, p, kinds[i].kind, node, node->key && kinds[i].kind != GENERATE_MESSAGES))
                return false;
        }
    return true;
}

static bool take_files(struct manifest *m, struct project *p)
{
    static const char *const source_names[] = {"*.c", "*.cpp", "src/*.c", "src/*.cpp", NULL};
    static const char *const resource_names[] = {"*.rc", "src/*.rc", NULL};
    static const char *const inf_names[] = {"*.inx", NULL}, *const plain_inf_names[] = {"*.inf", NULL},
                             *const none[] = {NULL};
    struct reader *r = m->reader;
    struct list sources = {0}, resources = {0}, infs = {0}, extra = {0}, exports = {0}, forced = {0};
    if (!find_or_default(m, &m->sources, source_names, &sources) ||
        !find_or_default(m, &m->resources, resource_names, &resources) ||
        !find_or_default(m, &m->infs, p->kind == PROJECT_DRIVER ? inf_names : none, &infs) ||
        !find_files(m, &m->package_files, &extra) || !find_files(m, &m->exports, &exports) ||
        !find_files(m, &m->forced, &forced))
        return false;
    if (!infs.count && !m->infs.given && p->kind == PROJECT_DRIVER &&
        !find_or_default(m, &m->infs, plain_inf_names, &infs))
        return false;
    if (!sources.count && !p->rust) {
        diag_error(r->d, CODE_PRJ1005, diag_in_file(m->path), "'%s' has no source files", p->name);
        diag_help(r->d, "without `sources:` the *.c and *.cpp of this folder and of src/ are taken");
        return false;
    }
    if (!add_sources(m, p, &sources))
        return false;
    p->resources = list_items(&resources, r->a);
    p->infs = list_items(&infs, r->a);
    p->package_files = list_items(&extra, r->a);
    p->exports = list_items(&exports, r->a);
    p->forced_includes = list_items(&forced, r->a);
    return take_generated(m, p) && take_tracing(m, p);
}

static void take_lists(struct manifest *m, struct project *p)
{
    struct arena *a = m->reader->a;
    struct list resource_defines = {0}, resource_includes = {0}, libraries = {0};
    p->defines = plain(m, &m->defines);
    p->undefines = plain(m, &m->undefines);
    p->options = plain(m, &m->options);
    p->link_options = plain(m, &m->link_options);
    p->rust_options = plain(m, &m->rust_options);
    p->rust_headers = plain(m, &m->rust_headers);
    p->includes = folders(m, &m->includes, "include");
    list_add_all(&resource_includes, a, p->includes);
    list_add_all(&resource_includes, a, folders(m, &m->resource_includes, NULL));
    p->resource_includes = list_items(&resource_includes, a);
    list_add_all(&resource_defines, a, p->defines);
    list_add_all(&resource_defines, a, plain(m, &m->resource_defines));
    p->resource_defines = list_items(&resource_defines, a);
    p->library_paths = folders(m, &m->library_paths, NULL);
    for (size_t i = 0; i < m->libraries.count; i++) {
        const char *name = m->libraries.items[i]->text;
        list_add(&libraries, a, strchr(name, '/') ? path_normal(a, m->folder, name) : name);
    }
    p->libraries = list_items(&libraries, a);
}

/* What holds for some sources alone, in the order of the file. */
static bool apply_file_settings(struct manifest *m, struct project *p)
{
    struct arena *a = m->reader->a;
    for (size_t i = 0; i < m->files.count; i++) {
        struct yaml_node *node = m->files.items[i];
        struct manifest own = {.reader = m->reader, .path = m->path, .folder = m->folder};
        const char *pattern = path_normal(a, m->folder, node->key);
        bool found = false;
        if (!take_layer(&own, node, ONE_FILE) || !check_folders(&own, &own.file_includes))
            return false;
        for (size_t k = 0; k < p->source_count; k++) {
            struct project_source *source = &p->sources[k];
            if (!path_matches(source->path, pattern, false))
                continue;
            struct list defines = {0}, includes = {0}, options = {0};
            found = true;
            list_add_all(&defines, a, source->defines);
            list_add_all(&defines, a, plain(&own, &own.file_defines));
            list_add_all(&includes, a, source->includes);
            list_add_all(&includes, a, folders(&own, &own.file_includes, NULL));
            list_add_all(&options, a, source->options);
            list_add_all(&options, a, plain(&own, &own.file_options));
            source->defines = list_items(&defines, a);
            source->includes = list_items(&includes, a);
            source->options = list_items(&options, a);
        }
        if (!found)
            return diag_error(m->reader->d, CODE_PRJ1005, node->key_place, "no source is named '%s'", node->key);
    }
    return true;
}

static bool take_depends(struct manifest *m, struct project *p)
{
    for (size_t i = 0; i < m->depends.count; i++) {
        const struct yaml_node *node = m->depends.items[i];
        struct project *other = NULL;
        if (!reader_load(m->reader, path_normal(m->reader->a, m->folder, node->text), node->place, &other))
            return false;
        if (other)
            project_add_reference(m->reader, p, other);
    }
    return true;
}

struct project *manifest_read(struct reader *r, const char *path)
{
    struct manifest m = {.reader = r, .path = path, .folder = path_folder(r->a, path)};
    struct bytes content;
    if (!file_read(path, r->a, &content, r->d))
        return NULL;
    struct yaml_node *root = yaml_parse(path, (const char *)content.data, content.size, r->a, r->d);
    if (!root)
        return NULL;
    if (root->kind != YAML_MAP) {
        diag_error(r->d, CODE_PRJ2006, root->place, "a manifest is a map of keys and values");
        diag_help(r->d, "start with `name: mydriver`");
        return NULL;
    }
    struct project *p = project_new(r, path);
    const bool ok = take_layer(&m, root, TOP) &&
                    take_choice(&m, root, "profiles", profile_name(r->configuration.profile)) &&
                    take_choice(&m, root, "arch", arch_name(r->configuration.arch)) && take_identity(&m, p) &&
                    take_kind(&m, p) && take_texts(&m, p) && take_rust(&m, p) && take_files(&m, p) &&
                    check_folders(&m, &m.includes) && check_folders(&m, &m.resource_includes);
    if (!ok)
        return NULL;
    take_lists(&m, p);
    return apply_file_settings(&m, p) && take_depends(&m, p) ? p : NULL;
}
