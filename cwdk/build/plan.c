/* Reads the projects of a build and gives everything that will be made its name. */
#include "cwdk/build/plan.h"
#include "cwdk/build/places.h"
#include "cwdk/build/ninja.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/home.h"

#include <ctype.h>
#include <string.h>

const char *plan_relative(const struct plan *plan, const char *path)
{
    const size_t length = strlen(plan->root);
    if (!strncmp(path, plan->root, length) && path[length] == '/')
        return path + length + 1;
    if (!strcmp(path, plan->root))
        return ".";
    return path;
}

static char *without_extension(struct arena *a, const char *path)
{
    return arena_substring(a, path, strlen(path) - strlen(path_extension(path)));
}

static bool object_taken(const struct unit *unit, size_t count, const char *object)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(unit->sources[i].object, object))
            return true;
    return false;
}

/* obj/PROJECT/sub/queue.obj for sub/queue.c; with the source's extension where queue.cpp wants the same. */
static const char *object_name(struct arena *a, const struct unit *unit, const char *path, size_t before)
{
    const char *folder = unit->project->folder;
    const size_t length = strlen(folder);
    char *stem;
    if (!strncmp(path, folder, length) && path[length] == '/')
        stem = arena_string(a, path + length + 1);
    else
        stem = arena_format(a, "%08x/%s", text_hash(path_folder(a, path)), path_name(path));
    const char *object = arena_format(a, "%s/%s.obj", unit->object_folder, without_extension(a, stem));
    if (object_taken(unit, before, object))
        object = arena_format(a, "%s/%s.obj", unit->object_folder, stem);
    return object;
}

/* llvm-ml makes code for x86 only, and armasm's language is another one. */
static bool name_assembly(const struct plan *plan, struct unit *unit, struct diag *d)
{
    const struct project *p = unit->project;
    struct arguments objects = {.arena = plan->arena};
    bool ok = true;
    for (const char *const *file = p->assembly; *file; file++) {
        const char *path = plan_relative(plan, *file);
        if (unit->arch != ARCH_AMD64) {
            diag_warning(d, CODE_PRJ3007, diag_in_file(p->file), "%s is not built: it is in MASM's language, for amd64",
                         path);
            diag_help(d, "for arm64 write what it does in C, or as assembler in a C source");
            continue;
        }
        if (!path_is_file(*file))
            ok = diag_error(d, CODE_BLD0001, diag_in_file(p->file), "the source file %s is missing", path);
        arguments_add(&objects, object_name(plan->arena, unit, *file, unit->source_count));
    }
    unit->assembly = objects.items;
    return ok;
}

static bool name_sources(const struct plan *plan, struct unit *unit, struct diag *d)
{
    struct arena *a = plan->arena;
    const struct project *p = unit->project;
    bool ok = true;
    unit->source_count = p->source_count;
    unit->sources = arena_array(a, p->source_count + 1, sizeof *unit->sources);
    for (size_t i = 0; i < p->source_count; i++) {
        const struct project_source *source = &p->sources[i];
        struct unit_source *out = &unit->sources[i];
        out->source = source;
        out->path = plan_relative(plan, source->path);
        out->object = object_name(a, unit, source->path, i);
        if (source->wpp)
            out->trace_header = arena_format(a, "%s.tmh", without_extension(a, out->object));
        if (!path_is_file(source->path)) {
            ok = diag_error(d, CODE_BLD0001, diag_in_file(p->file), "the source file %s is missing", out->path);
            diag_help(d, "%s names it: correct the name there, or add the file", path_name(p->file));
        }
    }
    return name_assembly(plan, unit, d) && ok;
}

static bool is_driver(const struct project *p)
{
    return p->kind == PROJECT_DRIVER;
}

/* Another project of the same architecture makes a file of the same name. */
static bool target_name_shared(const struct project_set *set, const struct project *p)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->items[i] != p && !strcasecmp(set->items[i]->target_name, p->target_name))
            return true;
    return false;
}

static char *identifier(struct arena *a, enum arch arch, const char *name, size_t index)
{
    char *id = arena_format(a, "%s_%zu_%s", arch_name(arch), index, name);
    for (char *c = id; *c; c++)
        if (!isalnum((unsigned char)*c))
            *c = '_';
    return id;
}

static void name_results(const struct plan *plan, const struct project_set *set, struct unit *unit)
{
    struct arena *a = plan->arena;
    const struct project *p = unit->project;
    const char *folder = arena_format(a, TARGET_FOLDER "/%s/%s", arch_name(unit->arch), instrument_folder(plan));
    unit->object_folder = arena_format(a, "%s/obj/%s", folder, p->name);
    const char *beside = target_name_shared(set, p) ? arena_format(a, "%s/%s", folder, p->name) : folder;
    const char *file = arena_format(a, "%s%s", p->target_name, p->target_extension);
    if (p->kind != PROJECT_STATIC_LIBRARY)
        unit->pdb = arena_format(a, "%s/%s.pdb", beside, p->target_name);
    if (!is_driver(p)) {
        unit->result = unit->image = arena_format(a, "%s/%s", beside, file);
        return;
    }
    unit->package_folder = arena_format(a, "%s/%s-package", folder, p->name);
    unit->stage_folder = arena_format(a, "%s/.package", unit->object_folder);
    unit->image = arena_format(a, "%s/%s", unit->object_folder, file);
    unit->result = arena_format(a, "%s/%s", unit->package_folder, file);
    package_name(plan, unit);
    if (plan->options->sign_mode == SIGN_TEST && !plan->options->own_key)
        unit->certificate = arena_format(a, "%s/%s.cer", unit->package_folder, p->name);
}

static const struct unit *unit_of(const struct plan *plan, const struct project *p)
{
    for (size_t i = 0; i < plan->unit_count; i++)
        if (plan->units[i].project == p)
            return &plan->units[i];
    return NULL;
}

/* Static libraries hand on what they refer to themselves. */
static void collect_references(const struct plan *plan, const struct project *p, struct arguments *libraries,
                               struct arguments *needs)
{
    for (size_t i = 0; i < p->reference_count; i++) {
        const struct project *other = p->references[i];
        const struct unit *unit = unit_of(plan, other);
        if (!unit)
            continue;
        struct arguments *list = other->kind == PROJECT_STATIC_LIBRARY ? libraries : needs;
        if (arguments_have(list, unit->result))
            continue;
        arguments_add(list, unit->result);
        if (other->kind == PROJECT_STATIC_LIBRARY)
            collect_references(plan, other, libraries, needs);
    }
}

static bool check_names(const struct plan *plan, const struct project *p, struct diag *d)
{
    if (!ninja_path_valid(p->name) || !ninja_path_valid(p->target_name) || strchr(p->name, '/') ||
        strchr(p->target_name, '/') || !*p->name || !*p->target_name)
        return diag_error(d, CODE_BLD0002, diag_in_file(p->file), "'%s' cannot be the name of a file", p->target_name);
    for (size_t i = 0; i < p->source_count; i++)
        if (!ninja_path_valid(p->sources[i].path))
            return diag_error(d, CODE_BLD0002, diag_in_file(p->file),
                              "the name of a source file has a line break in it, which ninja cannot handle");
    if (!ninja_path_valid(plan->root))
        return diag_error(d, CODE_BLD0002, diag_nowhere(),
                          "the name of the project's folder has a line break in it, which ninja cannot handle");
    return true;
}

static bool check_generated(const struct plan *plan, const struct unit *unit, struct diag *d)
{
    const char *file = unit->project->file;
    struct arguments names = {.arena = plan->arena};
    for (size_t i = 0; i < unit->generated_count; i++) {
        const struct unit_generated *g = &unit->generated[i];
        const char *const made[] = {g->header, g->script, g->binary};
        for (size_t j = 0; j < sizeof made / sizeof *made; j++) {
            if (!made[j])
                continue;
            if (!ninja_path_valid(made[j]) || !ninja_path_valid(g->input))
                return diag_error(d, CODE_BLD0002, diag_in_file(file),
                                  "the name of a file that is made, or made from, has a line break in it");
            for (size_t k = 0; k < names.count; k++)
                if (!strcasecmp(names.items[k], made[j]))
                    return diag_error(d, CODE_BLD0007, diag_in_file(file), "%s would be made twice, from %s, too",
                                      path_name(made[j]), g->input);
            arguments_add(&names, made[j]);
        }
    }
    return true;
}

static void warn_of_what_is_left_out(const struct plan *plan, const struct project *p, struct diag *d)
{
    if (p->infs && p->infs[0] && p->infs[1])
        diag_warning(d, CODE_BLD0009, diag_in_file(p->file), "the package is made with %s; %s is left out",
                     plan_relative(plan, p->infs[0]), plan_relative(plan, p->infs[1]));
    for (const char *const *define = p->defines; define && *define; define++)
        if (!flags_is_define(*define))
            diag_warning(d, CODE_BLD0010, diag_in_file(p->file), "'%s' among the defines is no macro; it is left out",
                         *define);
}

static bool add_units(struct plan *plan, const struct project_set *set, enum arch arch, struct diag *d)
{
    struct arena *a = plan->arena;
    const size_t first = plan->unit_count;
    struct unit *units = arena_array(a, first + set->count + 1, sizeof *units);
    if (first)
        memcpy(units, plan->units, first * sizeof *units);
    plan->units = units;
    bool ok = true;
    for (size_t i = 0; i < set->count; i++) {
        struct project *p = set->items[i];
        struct unit *unit = &units[plan->unit_count++];
        if (plan->options->platform_given)
            p->platform = plan->options->platform;
        *unit = (struct unit){.project = p, .arch = arch, .id = identifier(a, arch, p->name, i)};
        if (!check_names(plan, p, d))
            return false;
        name_results(plan, set, unit);
        if (!first)
            warn_of_what_is_left_out(plan, p, d);
        generate_name(plan, unit);
        rust_name(plan, unit);
        ok &= check_generated(plan, unit, d);
        ok &= name_sources(plan, unit, d);
    }
    for (size_t i = first; i < plan->unit_count; i++) {
        struct arguments libraries = {.arena = a}, needs = {.arena = a};
        collect_references(plan, units[i].project, &libraries, &needs);
        units[i].references = libraries.items;
        units[i].needs = needs.items;
    }
    return ok;
}

static bool has_code(const struct diag_entry *entry, const char *code)
{
    return entry->code && !strcmp(entry->code, code);
}

/* All errors say that a Visual Studio project does not have the configuration. */
static bool lacks_configuration_only(const struct diag *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->entries[i].severity == DIAG_ERROR && !has_code(&d->entries[i], CODE_PRJ3005) &&
            !has_code(&d->entries[i], CODE_PRJ3013))
            return false;
    return d->errors;
}

/* Some project has none of that name, for whatever architecture. */
static bool lacks_name(const struct diag *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (has_code(&d->entries[i], CODE_PRJ3013))
            return true;
    return false;
}

static void pass_on(const struct diag *from, struct diag *d)
{
    for (size_t i = 0; i < from->count; i++) {
        const struct diag_entry *entry = &from->entries[i];
        diag_report(d, entry->severity, entry->code, entry->place, "%s", entry->message);
        if (entry->help)
            diag_help(d, "%s", entry->help);
    }
}

/* Reads the projects for one architecture. Where the user did not name any, one that the projects do not have is left
 * out with a warning: the set is empty then. */
static bool read_projects(const struct plan *plan, enum arch arch, struct project_set *set, struct diag *d)
{
    const struct project_configuration configuration = {
        .arch = arch, .profile = plan->options->profile, .name = plan->options->configuration};
    struct diag own = {0};
    bool ok = project_read(plan->options->path, configuration, plan->arena, set, &own);
    const bool partly = !ok && !plan->options->archs_named && lacks_configuration_only(&own) &&
                        project_read_partial(plan->options->path, configuration, plan->arena, set, d);
    if (partly && (set->count || !lacks_name(&own))) {
        ok = true;
        for (size_t i = 0; i < own.count; i++)
            if (own.entries[i].severity == DIAG_ERROR)
                diag_warning(d, CODE_BLD0011, own.entries[i].place, "%s is left out: %s", arch_name(arch),
                             own.entries[i].message);
    } else {
        pass_on(&own, d);
    }
    diag_free(&own);
    return ok;
}

bool plan_make(const struct build_options *options, struct arena *a, struct plan *plan, struct diag *d)
{
    *plan = (struct plan){.options = options, .arena = a, .ninja = TARGET_FOLDER "/build.ninja"};
    plan->home = home_folder(a, d);
    plan->self = path_absolute(a, "/proc/self/exe");
    if (!plan->home)
        return false;
    bool ok = true;
    for (int arch = 0; arch < 2; arch++) {
        if (!options->archs[arch])
            continue;
        struct project_set set;
        if (!read_projects(plan, (enum arch)arch, &set, d))
            return false;
        if (!set.count)
            continue;
        bool left_out = false;
        if (!rust_find(plan, &set, (enum arch)arch, &left_out, d))
            return false;
        if (left_out)
            continue;
        plan->root = set.root;
        plan->prefix = places_prefix(a, set.root);
        plan->target = path_join(a, set.root, TARGET_FOLDER);
        ok &= add_units(plan, &set, (enum arch)arch, d);
        if (!ok) /* the other architecture would say the same */
            return false;
    }
    if (!plan->unit_count)
        return diag_error(d, CODE_BLD0003, diag_in_file(options->path), "there is nothing to build in %s",
                          options->path);
    return true;
}
