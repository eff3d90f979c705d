/* The Ninja file: rules, and one statement for each step of each unit. */
#include "cwdk/build/plan.h"
#include "cwdk/build/ninja.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/list.h"
#include "cwdk/project/paths.h"

#include <string.h>

static void rule(struct text *t, const char *name, const char *command, const char *description, const char *more)
{
    text_format(t, "rule %s\n  command = %s\n  description = %s\n%s\n", name, command, description, more);
}

#define RESOURCE_COMMAND(source)                                                                                       \
    "clang-19 --driver-mode=cl $resource_flags $folder /clang:-MD /clang:-MF$out.d /P /Fi$out.i /TC -- " source " && " \
    "llvm-rc-19 /no-preprocess $rc_flags /FO $out -- $out.i"

#define COMPILE_COMMAND "clang-19 --driver-mode=cl $flags $places $extra /clang:-MD /clang:-MF$out.d /c /Fo$out -- $in"

static void write_rules(struct text *t)
{
    rule(t, "compile", COMPILE_COMMAND, "$arch compile $in", "  deps = gcc\n  depfile = $out.d\n");
    /* Written for the other compiler. */
    rule(t, "compile_cl", "$cwdk compile --adapted=$out.adapted -- " COMPILE_COMMAND, "$arch compile $in",
         "  deps = gcc\n  depfile = $out.d\n");
    static const char depfile[] = "  deps = gcc\n  depfile = $out.d\n";
    rule(t, "resource", RESOURCE_COMMAND("$in"), "$arch resource $in", depfile);
    rule(t, "resource_utf16", "iconv -f UTF-16 -t UTF-8 $in >$out.rc && " RESOURCE_COMMAND("$out.rc"),
         "$arch resource $in", depfile);
    /* Ours includes nothing, so the preprocessor is left out. */
    rule(t, "version", "llvm-rc-19 /no-preprocess $rc_flags /FO $out -- $in", "$arch resource $in", "");
    rule(t, "assemble", "llvm-ml-19 -m64 /c $folders /Fo$out $in", "$arch assemble $in", "");
    rule(t, "library", "rm -f $out && llvm-lib-19 /nologo /out:$out $in", "$arch library $out", "");
    rule(t, "link", "CWDK_HOME=$kit lld-link-19 $options /out:$out $in $libraries", "$arch link $out", "");
    rule(t, "trace", "$cwdk wpp $trace_flags --depfile=$out.d -o $out $in", "$arch trace $in",
         "  restat = 1\n  deps = gcc\n  depfile = $out.d\n");
}

/* Variables of a unit are global, named after it, and each statement refers to them: the file stays small. */
static const char *unit_variable(struct arena *a, const char *what, const struct unit *unit)
{
    return arena_format(a, "%s_%s", what, unit->id);
}

static void write_flags(const struct plan *plan, const struct unit *unit, struct text *t)
{
    struct arguments flags = {.arena = plan->arena};
    flags_compile(plan, unit, &flags);
    ninja_words(t, "", unit_variable(plan->arena, "flags", unit), flags.items);
    if (!unit->pdb)
        return;
    struct arguments resource = {.arena = plan->arena};
    flags_resource(plan, unit, &resource);
    ninja_words(t, "", unit_variable(plan->arena, "resource", unit), resource.items);
}

static void edge_common(const struct unit *unit, struct text *t)
{
    ninja_variable(t, "  ", "arch", arch_name(unit->arch));
}

static void write_trace(const struct plan *plan, const struct unit *unit, const struct unit_source *source,
                        struct text *t)
{
    static const char scan[] = "--scan=";
    const char *outputs[] = {source->trace_header, NULL}, *inputs[] = {source->path, NULL};
    struct arguments files = {.arena = plan->arena};
    arguments_add(&files, plan->self);
    for (const char *const *option = source->source->wpp; *option; option++)
        if (!strncmp(*option, scan, sizeof scan - 1))
            arguments_add(&files, plan_relative(plan, *option + sizeof scan - 1));
    ninja_edge(
        t, &(struct ninja_edge){.rule = "trace", .outputs = outputs, .inputs = inputs, .implicit_inputs = files.items});
    edge_common(unit, t);
    ninja_words(t, "  ", "trace_flags", source->source->wpp);
}

/* Headers that are made: compiling waits for them, and the depfile tells later who reads which. */
static const char **made_headers(const struct plan *plan, const struct unit *unit)
{
    struct arguments all = {.arena = plan->arena};
    for (size_t i = 0; i < unit->source_count; i++)
        if (unit->sources[i].trace_header)
            arguments_add(&all, unit->sources[i].trace_header);
    generate_headers(unit, &all);
    return all.items;
}

static void write_compile(const struct plan *plan, const struct unit *unit, const struct unit_source *source,
                          const char *const *order_only, struct text *t)
{
    struct arguments extra = {.arena = plan->arena};
    flags_source(plan, unit, source, &extra);
    const char *outputs[] = {source->object, NULL}, *inputs[] = {source->path, NULL};
    const char *rule_name = unit->project->visual_studio ? "compile_cl" : "compile";
    ninja_edge(t,
               &(struct ninja_edge){.rule = rule_name, .outputs = outputs, .inputs = inputs, .order_only = order_only});
    edge_common(unit, t);
    text_format(t, "  flags = $%s\n", unit_variable(plan->arena, "flags", unit));
    if (extra.count)
        ninja_words(t, "  ", "extra", extra.items);
}

const char *graph_bitcode(const struct plan *plan, const struct unit_source *source)
{
    return arena_format(plan->arena, unsaved_counts(plan, source) ? "%s.unsaved.bc" : "%s.bc", source->object);
}

/* Compiled as ever, but for the eyes of the checker: not optimized, with names, columns and annotations. */
static void write_bitcode(const struct plan *plan, const struct unit *unit, const struct unit_source *source,
                          const char *const *order_only, struct text *t)
{
    static const char *const readable[] = {"/Od",
                                           "-Xclang",
                                           "-disable-O0-optnone",
                                           "-Xclang",
                                           "-disable-llvm-passes",
                                           "/clang:-fno-discard-value-names",
                                           "-gcolumn-info",
                                           "/DWDK_SYS_CONTRACTS",
                                           "-flto",
                                           "-w",
                                           NULL};
    struct arguments extra = {.arena = plan->arena};
    flags_source(plan, unit, source, &extra);
    arguments_add_all(&extra, "", readable);
    const bool unsaved = unsaved_counts(plan, source);
    if (unsaved)
        unsaved_options(plan, &extra);
    const char *outputs[] = {graph_bitcode(plan, source), NULL}, *inputs[] = {source->path, NULL};
    const char *texts[] = {unsaved ? UNSAVED_FILE : NULL, NULL};
    const char *rule_name = unit->project->visual_studio ? "compile_cl" : "compile";
    ninja_edge(t, &(struct ninja_edge){.rule = rule_name,
                                       .outputs = outputs,
                                       .inputs = inputs,
                                       .implicit_inputs = texts,
                                       .order_only = order_only});
    edge_common(unit, t);
    text_format(t, "  flags = $%s\n", unit_variable(plan->arena, "flags", unit));
    ninja_words(t, "  ", "extra", extra.items);
}

/* llvm-ml does not say what it includes: what lies beside the file counts as read. */
static void write_assembly(const struct plan *plan, const struct unit *unit, struct arguments *objects, struct text *t)
{
    struct arena *a = plan->arena;
    for (size_t i = 0; unit->assembly && unit->assembly[i]; i++) {
        const char *path = unit->project->assembly[i];
        const char *outputs[] = {unit->assembly[i], NULL}, *inputs[] = {plan_relative(plan, path), NULL};
        const char *folder = path_folder(a, path);
        struct arguments folders = {.arena = a}, read = {.arena = a};
        struct list beside = {0};
        arguments_format(&folders, "/I%s", plan_relative(plan, folder));
        for (const char *const *include = unit->project->includes; *include; include++)
            arguments_format(&folders, "/I%s", plan_relative(plan, *include));
        path_find(a, folder, "*.inc", true, &beside);
        for (size_t k = 0; k < beside.count; k++)
            arguments_add(&read, plan_relative(plan, beside.items[k]));
        ninja_edge(t, &(struct ninja_edge){
                          .rule = "assemble", .outputs = outputs, .inputs = inputs, .implicit_inputs = read.items});
        edge_common(unit, t);
        ninja_words(t, "  ", "folders", folders.items);
        arguments_add(objects, unit->assembly[i]);
    }
}

/* clang reads UTF-8, so a script in UTF-16 is converted first; what it includes is still looked for where it lies. */
static bool write_resource(const struct plan *plan, const struct unit *unit, const char *source, const char *output,
                           struct text *t, struct diag *d)
{
    struct arena *a = plan->arena;
    const bool made = !strncmp(source, unit->generated_folder, strlen(unit->generated_folder)); /* ASCII, and ours */
    const enum resource_encoding encoding = made ? RESOURCE_ANSI : resource_encoding(source);
    const char *folder = arena_format(a, "/I%s", path_folder(a, plan_relative(plan, source)));
    const char *links = arena_format(a, "%s/rc", unit->object_folder);
    struct arguments files = {.arena = a};
    if (!made && !resource_files(plan, unit, source, links, &files, d))
        return false;
    generate_resources(unit, &files);
    struct arguments flags = {.arena = a};
    arguments_add(&flags, "/C");
    arguments_add(&flags, encoding == RESOURCE_ANSI ? "1252" : "65001");
    arguments_add(&flags, folder);
    for (const char *const *include = unit->project->resource_includes; include && *include; include++)
        arguments_format(&flags, "/I%s", plan_relative(plan, *include));
    arguments_format(&flags, "/I%s", links);
    if (unit->generated_count)
        arguments_format(&flags, "/I%s", unit->generated_folder);
    const char *outputs[] = {output, NULL}, *inputs[] = {plan_relative(plan, source), NULL};
    const char *rule_name = encoding == RESOURCE_UTF16 ? "resource_utf16" : "resource";
    ninja_edge(t, &(struct ninja_edge){
                      .rule = rule_name, .outputs = outputs, .inputs = inputs, .implicit_inputs = files.items});
    edge_common(unit, t);
    text_format(t, "  resource_flags = $%s\n", unit_variable(a, "resource", unit));
    const char *const folders[] = {folder, NULL};
    ninja_words(t, "  ", "folder", folders);
    ninja_words(t, "  ", "rc_flags", flags.items);
    return true;
}

static void write_version(const struct unit *unit, const char *source, const char *output, struct text *t)
{
    static const char *const utf8[] = {"/C", "65001", NULL};
    const char *outputs[] = {output, NULL}, *inputs[] = {source, NULL};
    ninja_edge(t, &(struct ninja_edge){.rule = "version", .outputs = outputs, .inputs = inputs});
    edge_common(unit, t);
    ninja_words(t, "  ", "rc_flags", utf8);
}

/* All resources of the unit; the kit's own version resource where the project has none. Adds the .res to `objects`. */
static bool write_resources(const struct plan *plan, const struct unit *unit, struct arguments *objects, struct text *t,
                            struct diag *d)
{
    const struct project *p = unit->project;
    if (!unit->pdb)
        return true;
    size_t count = 0;
    for (; p->resources && p->resources[count]; count++) {
        const char *output =
            arena_format(plan->arena, "%s/%zu-%s.res", unit->object_folder, count, path_name(p->resources[count]));
        if (!write_resource(plan, unit, p->resources[count], output, t, d))
            return false;
        arguments_add(objects, output);
    }
    for (size_t i = 0; i < unit->generated_count; i++) {
        const struct unit_generated *g = &unit->generated[i];
        if (!generate_is_linked(plan, unit, g))
            continue;
        const char *output = arena_format(plan->arena, "%s.res", g->script);
        if (!write_resource(plan, unit, g->script, output, t, d))
            return false;
        arguments_add(objects, output);
    }
    if (count)
        return true;
    const char *generated = resource_generate(plan, unit, d);
    if (!generated)
        return false;
    const char *output = arena_format(plan->arena, "%s.res", generated);
    write_version(unit, generated, output, t);
    arguments_add(objects, output);
    return true;
}

/* The linker is given the kit's libraries by way of a link in target/: a PDB has the paths of libraries, and the image
 * the PDB's hash, which shall be the same wherever the kit lies. */
static const char *kit_library(const struct plan *plan, const char *path)
{
    const size_t length = strlen(plan->home);
    const bool is_ours = !strncmp(path, plan->home, length) && path[length] == '/';
    return is_ours && path_is_folder(path_join(plan->arena, plan->root, KIT_LINK))
               ? arena_format(plan->arena, "%s%s", KIT_LINK, path + length)
               : path;
}

static bool write_link(const struct plan *plan, const struct unit *unit, struct arguments *objects, struct text *t,
                       struct diag *d)
{
    struct arena *a = plan->arena;
    struct arguments options = {.arena = a}, libraries = {.arena = a};
    link_options(plan, unit, &options);
    if (!link_libraries(plan, unit, &libraries, d))
        return false;
    arguments_add_all(objects, "", unit->references);
    const char *outputs[] = {unit->image, NULL}, *implicit_outputs[] = {unit->pdb, NULL};
    struct arguments implicit = {.arena = a};
    arguments_add_all(&implicit, "", libraries.items);
    for (size_t i = 0; i < libraries.count; i++)
        libraries.items[i] = kit_library(plan, libraries.items[i]);
    for (const char *const *file = unit->project->exports; file && *file; file++)
        arguments_add(&implicit, plan_relative(plan, *file));
    ninja_edge(t, &(struct ninja_edge){.rule = "link",
                                       .outputs = outputs,
                                       .implicit_outputs = implicit_outputs,
                                       .inputs = objects->items,
                                       .implicit_inputs = implicit.items,
                                       .order_only = unit->needs});
    edge_common(unit, t);
    ninja_words(t, "  ", "options", options.items);
    ninja_words(t, "  ", "libraries", libraries.items);
    return true;
}

static void write_library(const struct unit *unit, const struct arguments *objects, struct text *t)
{
    const char *outputs[] = {unit->result, NULL};
    ninja_edge(t, &(struct ninja_edge){.rule = "library", .outputs = outputs, .inputs = objects->items});
    edge_common(unit, t);
}

static bool write_unit(const struct plan *plan, const struct unit *unit, struct text *t, struct diag *d)
{
    struct arguments objects = {.arena = plan->arena};
    const char *const *headers = made_headers(plan, unit);
    text_format(t, "\n# %s, %s\n", unit->project->name, arch_name(unit->arch));
    write_flags(plan, unit, t);
    generate_edges(plan, unit, t);
    for (size_t i = 0; i < unit->source_count; i++) {
        if (unit->sources[i].trace_header)
            write_trace(plan, unit, &unit->sources[i], t);
        write_compile(plan, unit, &unit->sources[i], headers, t);
        arguments_add(&objects, unit->sources[i].object);
    }
    write_assembly(plan, unit, &objects, t);
    rust_edges(plan, unit, &objects, t);
    if (unit->project->kind == PROJECT_STATIC_LIBRARY) {
        write_library(unit, &objects, t);
        return true;
    }
    if (!write_resources(plan, unit, &objects, t, d))
        return false;
    if (!write_link(plan, unit, &objects, t, d))
        return false;
    return package_edges(plan, unit, t, d);
}

static void write_head(const struct plan *plan, struct text *t)
{
    text_put(t, "# Written by cwdk build. Do not edit: it is written anew where anything it depends on changes.\n"
                "ninja_required_version = 1.10\n"
                "builddir = " TARGET_FOLDER "\n");
    const char *self[] = {plan->self, NULL};
    ninja_words(t, "", "cwdk", self);
    text_put(t, "\n");
    write_rules(t);
    generate_rules(t);
    rust_rules(t);
}

void graph_write_bitcode(const struct plan *plan, struct text *t)
{
    write_head(plan, t);
    for (size_t i = 0; i < plan->unit_count; i++) {
        const struct unit *unit = &plan->units[i];
        const char *const *headers = made_headers(plan, unit);
        write_flags(plan, unit, t);
        generate_edges(plan, unit, t);
        for (size_t k = 0; k < unit->source_count; k++) {
            if (unit->sources[k].trace_header)
                write_trace(plan, unit, &unit->sources[k], t);
            write_bitcode(plan, unit, &unit->sources[k], headers, t);
        }
    }
}

bool graph_write(const struct plan *plan, struct text *t, struct diag *d)
{
    write_head(plan, t);
    /* Debug information calls the kit /cwdk, as reports do. The checker reads files by their own names. */
    const char *const kit[] = {plan->home, NULL}, *const places[] = {arena_format(plan->arena,
                                                                                  "/clang:-ffile-prefix-map=%s=/cwdk",
                                                                                  plan->home),
                                                                     NULL};
    ninja_words(t, "", "kit", kit);
    ninja_words(t, "", "places", places);
    package_rules(plan, t);
    for (size_t i = 0; i < plan->unit_count; i++)
        if (!write_unit(plan, &plan->units[i], t, d))
            return false;
    return true;
}
