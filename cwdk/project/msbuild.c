/* The three passes of MSBuild's evaluation: properties with imports, item definitions, items. */
#include "cwdk/project/msbuild.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/paths.h"
#include "cwdk/project/vcxproj.h"
#include "cwdk/project/xml.h"

#include <string.h>
#include <strings.h>

/* A file of the evaluation, kept until the last pass. */
struct source {
    const char *path, *folder;
    xmlDoc *document;
    struct source *next;
};

/* An ItemDefinitionGroup or ItemGroup, in document order through all imports. */
struct group {
    xmlNode *element;
    const struct source *source;
    struct group *next;
};

struct msbuild_state {
    struct source *sources;
    size_t source_count;
    unsigned depth;
    struct group *definitions, **last_definition;
    struct group *items, **last_item;
};

static bool walk(struct msbuild *m, const struct source *s, xmlNode *first);
static bool import_file(struct msbuild *m, const char *path, struct diag_place place);

static unsigned bucket(const char *name)
{
    unsigned hash = 5381;
    for (; *name; name++)
        hash = hash * 33 + ((unsigned char)*name | 0x20u);
    return hash % 64;
}

static struct msbuild_pair *find_pair(struct msbuild_pair *pair, const char *name)
{
    while (pair && strcasecmp(pair->name, name) != 0)
        pair = pair->next;
    return pair;
}

static void set_pair(struct msbuild *m, struct msbuild_pair **list, const char *name, const char *value)
{
    struct msbuild_pair *pair = find_pair(*list, name);
    if (!pair) {
        pair = arena_alloc(m->a, sizeof *pair);
        *pair = (struct msbuild_pair){name, value, *list};
        *list = pair;
    }
    pair->value = value;
}

void msbuild_set(struct msbuild *m, const char *name, const char *value)
{
    set_pair(m, &m->properties[bucket(name)], name, value);
}

bool msbuild_has_property(const struct msbuild *m, const char *name)
{
    return find_pair(m->properties[bucket(name)], name);
}

const char *msbuild_property(const struct msbuild *m, const char *name)
{
    const struct msbuild_pair *pair = find_pair(m->properties[bucket(name)], name);
    return pair ? pair->value : "";
}

const struct msbuild_definition *msbuild_definition_of(const struct msbuild *m, const char *type)
{
    for (const struct msbuild_definition *definition = m->definitions; definition; definition = definition->next)
        if (!strcasecmp(definition->type, type))
            return definition;
    return NULL;
}

const char *msbuild_defined(const struct msbuild_definition *definition, const char *name)
{
    const struct msbuild_pair *pair = definition ? find_pair(definition->metadata, name) : NULL;
    return pair ? pair->value : "";
}

const char *msbuild_metadata(const struct msbuild_item *item, const char *name)
{
    const struct msbuild_pair *pair = find_pair(item->metadata, name);
    return pair ? pair->value : msbuild_defined(item->definition, name);
}

static struct msbuild_scope scope_at(const struct source *s, const xmlNode *element)
{
    return (struct msbuild_scope){.place = xml_place(s->path, element)};
}

/* Whether an element's condition holds. */
static bool holds(struct msbuild *m, const struct source *s, const xmlNode *element, const struct msbuild_scope *scope)
{
    const char *condition = xml_attribute(element, "Condition", m->a);
    struct msbuild_scope here = scope ? *scope : (struct msbuild_scope){0};
    here.place = xml_place(s->path, element);
    return msbuild_condition(m, condition, &here);
}

static bool is_global(const struct msbuild *m, const char *name)
{
    for (const char *const *global = m->globals; *global; global++)
        if (!strcasecmp(*global, name))
            return true;
    return false;
}

/* What $(MSBuildThisFile…) means while a file is evaluated. */
static void enter(struct msbuild *m, const struct source *s)
{
    const char *name = path_name(s->path);
    const size_t stem = strlen(name) - strlen(path_extension(name));
    msbuild_set(m, "MSBuildThisFile", name);
    msbuild_set(m, "MSBuildThisFileName", arena_substring(m->a, name, stem));
    msbuild_set(m, "MSBuildThisFileExtension", path_extension(name));
    msbuild_set(m, "MSBuildThisFileFullPath", s->path);
    msbuild_set(m, "MSBuildThisFileDirectory", arena_format(m->a, "%s/", s->folder));
}

static bool set_properties(struct msbuild *m, const struct source *s, xmlNode *first)
{
    for (xmlNode *e = xml_element(first); e && !m->failed; e = xml_element(e->next)) {
        const char *name = arena_string(m->a, (const char *)e->name);
        if (!holds(m, s, e, NULL) || is_global(m, name))
            continue;
        if (++m->item_count > MSBUILD_ITEM_LIMIT) {
            m->failed = true;
            return diag_error(m->d, CODE_PRJ1007, xml_place(s->path, e), "the project sets more than %d values",
                              MSBUILD_ITEM_LIMIT);
        }
        const struct msbuild_scope scope = scope_at(s, e);
        msbuild_set(m, name, msbuild_expand(m, xml_text(e, m->a), &scope));
    }
    return !m->failed;
}

/* The files of Visual Studio and of Microsoft's kits; their defaults are ours, set before and after. Between them stand
 * Directory.Build.props and .targets, which they look for in the folder and above. */
static bool import_known(struct msbuild *m, const char *path, struct diag_place place)
{
    const char *name = path;
    for (const char *p = path; *p; p++)
        if (*p == '/' || *p == '\\')
            name = p + 1;
    const char *wanted = !strcasecmp(name, "Microsoft.Cpp.Default.props") ? "Directory.Build.props"
                         : !strcasecmp(name, "Microsoft.Cpp.targets")     ? "Directory.Build.targets"
                                                                          : NULL;
    vcxproj_known_import(m, name);
    char *folder = path_folder(m->a, m->path);
    while (wanted) {
        const char *candidate = path_join(m->a, folder, wanted);
        if (path_is_file(candidate))
            return import_file(m, candidate, place);
        if (!strcmp(folder, "/"))
            break;
        folder = path_folder(m->a, folder);
    }
    return true;
}

static bool import(struct msbuild *m, const struct source *s, xmlNode *element)
{
    const struct msbuild_scope scope = scope_at(s, element);
    const char *name = xml_attribute(element, "Project", m->a);
    if (!name)
        return diag_error(m->d, CODE_PRJ3002, scope.place, "an Import has no Project attribute");
    const char *path = msbuild_unescape(m->a, msbuild_expand(m, name, &scope));
    if (!strncmp(path, MSBUILD_KIT, strlen(MSBUILD_KIT)))
        return import_known(m, path, scope.place);
    if (xml_attribute(element, "Sdk", m->a) || path_has_wildcard(path)) {
        diag_warning(m->d, CODE_PRJ3006, scope.place, "the import of %s is not followed: cwdk imports files by name",
                     path);
        return true;
    }
    const char *file = path_windows(m->a, s->folder, path);
    if (path_is_file(file))
        return import_file(m, file, scope.place);
    diag_error(m->d, CODE_PRJ3006, scope.place, "the imported file %s does not exist", file);
    diag_help(m->d, "restore the file, or give the Import a Condition with exists()");
    return false;
}

static bool choose(struct msbuild *m, const struct source *s, xmlNode *element)
{
    for (xmlNode *e = xml_element(element->children); e && !m->failed; e = xml_element(e->next))
        if (xml_is(e, "Otherwise") || (xml_is(e, "When") && holds(m, s, e, NULL)))
            return walk(m, s, e->children);
    return !m->failed;
}

static void remember(struct msbuild *m, struct group ***last, const struct source *s, xmlNode *element)
{
    struct group *group = arena_alloc(m->a, sizeof *group);
    *group = (struct group){element, s, NULL};
    **last = group;
    *last = &group->next;
}

/* "Token" where a task replaces in %(Inf.CopyOutput) what the items @(Token) name by their ReplaceWith: the kit has no
 * such task, so projects bring an inline one. It is known by what it is given, whatever its name. */
static const char *replacements_of(struct msbuild *m, const xmlNode *task)
{
    const char *files = xml_attribute(task, "SourceFiles", m->a), *texts = xml_attribute(task, "Substitutions", m->a);
    const size_t length = texts ? strlen(texts) : 0;
    if (!files || strcasecmp(files, "%(Inf.CopyOutput)") != 0 || length < 4 || strncmp(texts, "@(", 2) != 0 ||
        texts[length - 1] != ')')
        return NULL;
    return arena_substring(m->a, texts + 2, length - 3);
}

static void add_target(struct msbuild *m, const struct source *s, const xmlNode *element)
{
    struct msbuild_target *target = arena_alloc(m->a, sizeof *target);
    const char *name = xml_attribute(element, "Name", m->a);
    *target = (struct msbuild_target){.name = name ? name : "",
                                      .talks_only = xml_element(element->children),
                                      .condition = xml_attribute(element, "Condition", m->a),
                                      .place = xml_place(s->path, element),
                                      .next = m->targets};
    for (xmlNode *task = xml_element(element->children); task; task = xml_element(task->next)) {
        if (!xml_is(task, "Message") && !xml_is(task, "Warning") && !xml_is(task, "Error"))
            target->talks_only = false;
        const char *replaces = replacements_of(m, task);
        if (replaces)
            target->replaces = replaces;
        const char *command = xml_is(task, "Exec") ? xml_attribute(task, "Command", m->a) : NULL;
        if (command)
            list_add(&target->commands, m->a, command);
        else if (!xml_is(task, "ItemGroup") && !xml_is(task, "PropertyGroup"))
            target->other_tasks = true;
    }
    m->targets = target;
}

static bool take_element(struct msbuild *m, const struct source *s, xmlNode *e)
{
    if (xml_is(e, "ItemGroup")) {
        remember(m, &m->state->last_item, s, e);
        return true;
    }
    if (xml_is(e, "ItemDefinitionGroup")) {
        remember(m, &m->state->last_definition, s, e);
        return true;
    }
    if (xml_is(e, "Target") || xml_is(e, "UsingTask")) {
        if (xml_is(e, "Target"))
            add_target(m, s, e);
        return true;
    }
    if (xml_is(e, "ProjectExtensions"))
        return true;
    if (!holds(m, s, e, NULL))
        return !m->failed;
    if (xml_is(e, "PropertyGroup"))
        return set_properties(m, s, e->children);
    if (xml_is(e, "Import"))
        return import(m, s, e);
    if (xml_is(e, "ImportGroup"))
        return walk(m, s, e->children);
    if (xml_is(e, "Choose"))
        return choose(m, s, e);
    diag_warning(m->d, CODE_PRJ3007, xml_place(s->path, e), "the element <%s> is not understood and does nothing",
                 (const char *)e->name);
    return true;
}

static bool walk(struct msbuild *m, const struct source *s, xmlNode *first)
{
    if (++m->state->depth > MSBUILD_IMPORT_DEPTH) {
        m->failed = true;
        return diag_error(m->d, CODE_PRJ1007, diag_in_file(s->path), "imports are nested deeper than %d levels",
                          MSBUILD_IMPORT_DEPTH);
    }
    for (xmlNode *e = xml_element(first); e && !m->failed; e = xml_element(e->next))
        if (!take_element(m, s, e))
            m->failed = true;
    m->state->depth--;
    return !m->failed;
}

static bool import_file(struct msbuild *m, const char *path, struct diag_place place)
{
    if (list_has(&m->files, path)) { /* MSBuild takes the first import and ignores the next */
        diag_note(m->d, CODE_PRJ3006, place, "%s is imported a second time; only the first import counts",
                  path_name(path));
        return true;
    }
    if (m->state->source_count++ == MSBUILD_FILES)
        return diag_error(m->d, CODE_PRJ1007, place, "the project imports more than %d files", MSBUILD_FILES);
    struct source *s = arena_alloc(m->a, sizeof *s);
    s->path = path;
    s->folder = path_folder(m->a, path);
    s->document = xml_read(path, MSBUILD_FILE_LIMIT, m->a, m->d);
    if (!s->document)
        return false;
    s->next = m->state->sources;
    m->state->sources = s;
    list_add(&m->files, m->a, path);
    xmlNode *root = xmlDocGetRootElement(s->document);
    if (!xml_is(root, "Project"))
        return diag_error(m->d, CODE_PRJ3002, xml_place(path, root), "<%s> is not the root of an MSBuild project",
                          (const char *)root->name);
    if (xml_attribute(root, "Sdk", m->a))
        return diag_error(m->d, CODE_PRJ3002, xml_place(path, root),
                          "an SDK-style project is not a Visual C++ project");
    const char *outer = msbuild_property(m, "MSBuildThisFileFullPath");
    enter(m, s);
    const bool ok = walk(m, s, root->children);
    if (*outer)
        enter(m, &(struct source){.path = outer, .folder = path_folder(m->a, outer)});
    return ok;
}

static void set_metadata(struct msbuild *m, const struct source *s, xmlNode *element, struct msbuild_pair **list,
                         struct msbuild_scope *scope)
{
    for (xmlNode *e = xml_element(element->children); e && !m->failed; e = xml_element(e->next)) {
        if (!holds(m, s, e, scope))
            continue;
        scope->place = xml_place(s->path, e);
        const char *value = msbuild_expand(m, xml_text(e, m->a), scope);
        set_pair(m, list, arena_string(m->a, (const char *)e->name), value);
    }
}

static void define(struct msbuild *m, const struct group *group)
{
    if (!holds(m, group->source, group->element, NULL))
        return;
    for (xmlNode *e = xml_element(group->element->children); e && !m->failed; e = xml_element(e->next)) {
        struct msbuild_definition *definition = m->definitions;
        while (definition && strcasecmp(definition->type, (const char *)e->name) != 0)
            definition = definition->next;
        if (!definition) {
            definition = arena_alloc(m->a, sizeof *definition);
            definition->type = arena_string(m->a, (const char *)e->name);
            definition->next = m->definitions;
            m->definitions = definition;
        }
        struct msbuild_scope scope = {.definition = definition};
        if (holds(m, group->source, e, &scope))
            set_metadata(m, group->source, e, &definition->metadata, &scope);
    }
}

static struct msbuild_item *add_item(struct msbuild *m, const char *type, const char *include, struct diag_place place)
{
    if (++m->item_count > MSBUILD_ITEM_LIMIT) {
        m->failed = true;
        diag_error(m->d, CODE_PRJ1007, place, "the project has more than %d items", MSBUILD_ITEM_LIMIT);
        return NULL;
    }
    struct msbuild_item *item = arena_alloc(m->a, sizeof *item);
    *item = (struct msbuild_item){
        .type = type, .include = include, .place = place, .definition = msbuild_definition_of(m, type)};
    if (m->last_item)
        m->last_item->next = item;
    else
        m->items = item;
    m->last_item = item;
    return item;
}

/* Items that cwdk has no use for are not evaluated: their patterns could look through whole folders. */
static bool is_idle(const char *type)
{
    static const char *const idle[] = {"ClInclude", "None", "Text", "Image", "Xml", "Manifest", "Font", "Media"};
    for (size_t i = 0; i < sizeof idle / sizeof *idle; i++)
        if (!strcasecmp(idle[i], type))
            return true;
    return false;
}

static char *slashed(struct arena *a, const char *name)
{
    char *out = arena_string(a, name);
    for (char *p = out; *p; p++)
        if (*p == '\\')
            *p = '/';
    return out;
}

/* The parts of a list attribute, patterns replaced by the files they find. */
static bool names_of(struct msbuild *m, const struct source *s, const xmlNode *e, const char *attribute,
                     struct list *out)
{
    const char *text = xml_attribute(e, attribute, m->a);
    struct msbuild_scope scope = scope_at(s, e);
    struct list parts = {0};
    if (!text)
        return true;
    msbuild_split(m->a, msbuild_expand(m, text, &scope), &parts);
    for (size_t i = 0; i < parts.count; i++) {
        if (!strpbrk(parts.items[i], "*?")) {
            list_add(out, m->a, parts.items[i]);
            continue;
        }
        struct list found = {0};
        if (!path_find(m->a, m->folder, slashed(m->a, parts.items[i]), true, &found)) {
            m->failed = true;
            return diag_error(m->d, CODE_PRJ1007, scope.place, "the pattern '%s' finds more than %d files or folders",
                              parts.items[i], PATTERN_FILES);
        }
        const size_t length = strlen(m->folder);
        for (size_t k = 0; k < found.count; k++) {
            const bool below = !strncmp(found.items[k], m->folder, length) && found.items[k][length] == '/';
            list_add(out, m->a, found.items[k] + (below ? length + 1 : 0));
        }
    }
    return true;
}

/* Whether `name` is one of `paths`, which full_paths has made. */
static bool has_path(struct msbuild *m, const struct list *paths, const char *name)
{
    if (!paths->count)
        return false;
    const char *path = path_normal(m->a, m->folder, slashed(m->a, name));
    for (size_t i = 0; i < paths->count; i++)
        if (!strcasecmp(paths->items[i], path))
            return true;
    return false;
}

/* Makes full paths of names. */
static void full_paths(struct msbuild *m, struct list *names)
{
    for (size_t i = 0; i < names->count; i++)
        names->items[i] = path_normal(m->a, m->folder, slashed(m->a, names->items[i]));
}

static void set_attributes(struct msbuild *m, struct msbuild_item *item, const struct source *s, const xmlNode *e)
{
    static const char *const reserved[] = {"Include", "Exclude", "Remove", "Update", "Condition", "Label"};
    for (const xmlAttr *attribute = e->properties; attribute; attribute = attribute->next) {
        const char *name = (const char *)attribute->name;
        bool known = false;
        for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
            known |= !strcmp(reserved[i], name);
        const struct msbuild_scope scope = {.item = item, .place = xml_place(s->path, e)};
        if (!known)
            set_pair(m, &item->metadata, arena_string(m->a, name),
                     msbuild_expand(m, xml_attribute(e, name, m->a), &scope));
    }
}

static void include_items(struct msbuild *m, const struct source *s, xmlNode *e, const char *type)
{
    struct list names = {0}, excluded = {0};
    if (!names_of(m, s, e, "Include", &names) || !names_of(m, s, e, "Exclude", &excluded))
        return;
    full_paths(m, &excluded);
    for (size_t i = 0; i < names.count && !m->failed; i++) {
        if (has_path(m, &excluded, names.items[i]))
            continue;
        struct msbuild_item *item = add_item(m, type, names.items[i], xml_place(s->path, e));
        if (!item)
            return;
        struct msbuild_scope scope = {.item = item};
        set_attributes(m, item, s, e);
        set_metadata(m, s, e, &item->metadata, &scope);
    }
}

static void change_items(struct msbuild *m, const struct source *s, xmlNode *e, const char *type, bool remove)
{
    struct list names = {0};
    if (!names_of(m, s, e, remove ? "Remove" : "Update", &names))
        return;
    full_paths(m, &names);
    struct msbuild_item **link = &m->items;
    m->last_item = NULL;
    while (*link) {
        struct msbuild_item *item = *link;
        const bool hit = !strcasecmp(item->type, type) && has_path(m, &names, item->include);
        if (hit && remove) {
            *link = item->next;
            continue;
        }
        if (hit) {
            struct msbuild_scope scope = {.item = item};
            set_attributes(m, item, s, e);
            set_metadata(m, s, e, &item->metadata, &scope);
        }
        m->last_item = item;
        link = &item->next;
    }
}

static void take_items(struct msbuild *m, const struct group *group)
{
    if (!holds(m, group->source, group->element, NULL))
        return;
    for (xmlNode *e = xml_element(group->element->children); e && !m->failed; e = xml_element(e->next)) {
        const char *type = arena_string(m->a, (const char *)e->name);
        if (is_idle(type) || !holds(m, group->source, e, NULL))
            continue;
        if (xml_attribute(e, "Include", m->a))
            include_items(m, group->source, e, type);
        else if (xml_attribute(e, "Remove", m->a) || xml_attribute(e, "Update", m->a))
            change_items(m, group->source, e, type, xml_attribute(e, "Remove", m->a));
    }
}

/* What a definition says in terms of an item, such as %(Filename).h, is each item's own. */
static void settle(struct msbuild *m, struct msbuild_item *item)
{
    for (const struct msbuild_pair *pair = item->definition ? item->definition->metadata : NULL; pair;
         pair = pair->next) {
        if (!strstr(pair->value, "%(") || find_pair(item->metadata, pair->name))
            continue;
        const struct msbuild_scope scope = {.item = item, .place = item->place, .quiet = true};
        set_pair(m, &item->metadata, pair->name, msbuild_expand(m, pair->value, &scope));
    }
}

struct msbuild *msbuild_read(const char *path, const char *const *initial, size_t global_count, struct arena *a,
                             struct diag *d)
{
    struct msbuild *m = arena_alloc(a, sizeof *m);
    struct msbuild_state state = {0};
    const char **globals = arena_array(a, global_count + 1, sizeof *globals);
    state.last_definition = &state.definitions;
    state.last_item = &state.items;
    *m = (struct msbuild){
        .a = a, .d = d, .path = path, .folder = path_folder(a, path), .globals = globals, .state = &state};
    for (size_t i = 0; initial[2 * i]; i++) {
        msbuild_set(m, initial[2 * i], initial[2 * i + 1]);
        if (i < global_count)
            globals[i] = initial[2 * i];
    }
    bool ok = import_file(m, path, diag_in_file(path));
    for (const struct group *group = state.definitions; ok && group && !m->failed; group = group->next)
        define(m, group);
    for (const struct group *group = state.items; ok && group && !m->failed; group = group->next)
        take_items(m, group);
    for (struct msbuild_item *item = m->items; ok && item && !m->failed; item = item->next)
        settle(m, item);
    while (state.sources) {
        xmlDoc *document = state.sources->document;
        state.sources = state.sources->next;
        xmlFreeDoc(document);
    }
    m->state = NULL;
    return ok && !m->failed ? m : NULL;
}
