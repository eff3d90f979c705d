/*
 * Drivers in Rust. Each crate is compiled on its own: first the kit's (wdk-sys with the bindings, wdk, wdk-alloc,
 * wdk-panic), once for all projects of one model and architecture, then the driver's. What rustc leaves undefined is in
 * wdkrust.lib, and core and alloc are linked as they come with the compiler.
 *
 * With an msvc target rustc writes a static library. Otherwise it writes bitcode for x86_64-pc-windows-gnu: the
 * module's flags then ask for CodeView and control-flow guard, and clang makes the object (cwdk/rust/toolchain.h).
 */
#include "cwdk/build/plan.h"
#include "cwdk/build/ninja.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <ctype.h>
#include <string.h>

/* In the order in which each may use those before it. */
static const char *const kit_crates[] = {"wdk-sys", "wdk", "wdk-alloc", "wdk-panic"};
enum { KIT_CRATES = sizeof kit_crates / sizeof *kit_crates };

static const char *crate_name(struct arena *a, const char *name)
{
    char *result = arena_string(a, name);
    for (char *c = result; *c; c++)
        if (*c == '-')
            *c = '_';
    return result;
}

static bool has_rust(const struct project_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->items[i]->rust)
            return true;
    return false;
}

bool rust_find(struct plan *plan, const struct project_set *set, enum arch arch, bool *left_out, struct diag *d)
{
    struct diag own = {0};
    *left_out = false;
    if (!has_rust(set) || rust_toolchain_find(arch, plan->arena, &plan->rust[arch], &own))
        return true;
    *left_out = !plan->options->archs_named && plan->unit_count;
    if (*left_out) {
        diag_warning(d, CODE_BLD0011, diag_nowhere(), "%s is left out: %s", arch_name(arch), own.entries[0].message);
        diag_help(d, "%s", own.entries[0].help);
        diag_free(&own);
    } else {
        diag_move(&own, d);
    }
    return *left_out;
}

/* Headers besides the kit's make other bindings. */
static const char *crates_folder(const struct plan *plan, const struct unit *unit)
{
    struct arena *a = plan->arena;
    const struct project *p = unit->project;
    const char *model =
        p->model == MODEL_WDM ? "wdm" : arena_format(a, "kmdf-%u.%u", p->framework_major, p->framework_minor);
    struct text headers = {0};
    text_put(&headers, "");
    for (const char *const *header = p->rust_headers; header && *header; header++)
        text_format(&headers, "%s\n", *header);
    for (const char *const *folder = p->includes; headers.size && folder && *folder; folder++)
        text_format(&headers, "%s\n", plan_relative(plan, *folder));
    const char *suffix = headers.size ? arena_format(a, "-%08x", text_hash(headers.data)) : "";
    text_free(&headers);
    return arena_format(a, TARGET_FOLDER "/%s/%s/obj/.rust/%s%s", arch_name(unit->arch), instrument_folder(plan), model,
                        suffix);
}

void rust_name(const struct plan *plan, struct unit *unit)
{
    struct arena *a = plan->arena;
    if (!unit->project->rust)
        return;
    struct unit_rust *rust = arena_alloc(a, sizeof *rust);
    rust->tools = plan->rust[unit->arch];
    rust->crates = crates_folder(plan, unit);
    rust->object = arena_format(a, "%s/%s.rust.%s", unit->object_folder, crate_name(a, unit->project->name),
                                rust->tools.through_bitcode ? "obj" : "lib");
    unit->rust = rust;
}

void rust_rules(struct text *t)
{
    text_put(t, "rule rust_bindings\n"
                "  command = $cwdk bindings --rust --plain $bindings --out $folder\n"
                "  description = $arch bindings $folder\n  restat = 1\n\n"
                "rule rust_crate\n"
                "  command = $rustc $flags $emit $in\n"
                "  description = $arch compile $in\n  deps = gcc\n  depfile = $depfile\n\n"
                /* The numbers are beyond those that a module has. */
                "rule rust_object\n"
                "  command = llvm-dis-19 -o $out.dis $in && (sed 's/^!llvm.module.flags = !{/&!2147483640, "
                "!2147483641, /' $out.dis && echo '!2147483640 = !{i32 2, !\"CodeView\", i32 1}' && echo "
                "'!2147483641 = !{i32 2, !\"cfguard\", i32 2}') >$out.ll && rm -f $out.dis && clang-19 $flags -c "
                "$out.ll -o $out && rm -f $out.ll\n"
                "  description = $arch compile $in\n\n");
}

/* The sources of one of the kit's crates: their names in `folder`, which has the crates below it. */
static const char **crate_files(const struct plan *plan, const char *folder, const char *crate)
{
    struct arena *a = plan->arena;
    struct arguments files = {.arena = a};
    struct diag unread = {0};
    char **names = folder_list(arena_format(a, "%s/sdk/rust/%s/src", plan->home, crate), a, NULL, &unread);
    diag_free(&unread);
    for (; names && *names; names++)
        arguments_format(&files, "%s/%s/src/%s", folder, crate, *names);
    return files.items;
}

/* The files that they and the bindings are made from. */
static const char **kit_sources(const struct plan *plan)
{
    struct arena *a = plan->arena;
    struct arguments files = {.arena = a};
    const char *folder = path_join(a, plan->home, "sdk/rust");
    arguments_add(&files, plan->self);
    arguments_add(&files, path_join(a, plan->home, "sdk/exports.tsv")); /* which follows the headers */
    for (size_t i = 0; i < KIT_CRATES; i++)
        arguments_add_all(&files, "", crate_files(plan, folder, kit_crates[i]));
    return files.items;
}

static void add_headers(const struct plan *plan, const struct unit *unit, struct arguments *options,
                        struct arguments *files)
{
    const struct project *p = unit->project;
    for (const char *const *header = p->rust_headers; header && *header; header++) {
        arguments_format(options, "--header=%s", *header);
        for (const char *const *folder = p->includes; folder && *folder; folder++) {
            const char *path = path_join(plan->arena, *folder, *header);
            if (path_is_file(path))
                arguments_add(files, plan_relative(plan, path));
        }
    }
    for (const char *const *folder = p->includes; p->rust_headers && *p->rust_headers && folder && *folder; folder++)
        arguments_format(options, "--include=%s", *folder);
}

static void write_bindings(const struct plan *plan, const struct unit *unit, const char *const *outputs, struct text *t)
{
    struct arena *a = plan->arena;
    const struct project *p = unit->project;
    struct arguments options = {.arena = a}, files = {.arena = a};
    arguments_format(&options, "--arch=%s", arch_name(unit->arch));
    arguments_format(&options, "--model=%s", p->model == MODEL_WDM ? "wdm" : "kmdf");
    if (p->model != MODEL_WDM)
        arguments_format(&options, "--framework=%u.%u", p->framework_major, p->framework_minor);
    arguments_add_all(&files, "", kit_sources(plan));
    add_headers(plan, unit, &options, &files);
    ninja_edge(t, &(struct ninja_edge){.rule = "rust_bindings", .outputs = outputs, .implicit_inputs = files.items});
    ninja_variable(t, "  ", "arch", arch_name(unit->arch));
    ninja_words(t, "  ", "bindings", options.items);
    const char *const folder[] = {unit->rust->crates, NULL};
    ninja_words(t, "  ", "folder", folder);
}

/* What is the same for all crates of a unit. */
static void add_flags(const struct plan *plan, const struct unit *unit, struct arguments *out)
{
    static const char *const always[] = {"--color=always", "-Cpanic=abort", "-Cdebuginfo=2", "-Ccodegen-units=1", NULL};
    static const char *const dev[] = {"-Copt-level=0", "-Cdebug-assertions=yes", NULL};
    static const char *const release[] = {"-Copt-level=3", "-Cdebug-assertions=no", NULL};
    const struct project *p = unit->project;
    arguments_format(out, "--target=%s", unit->rust->tools.target);
    arguments_add_all(out, "", always);
    arguments_add_all(out, "", plan->options->profile == PROFILE_DEV ? dev : release);
    arguments_format(out, "--remap-path-prefix=%s=.", plan->root);
    arguments_format(out, "--cfg=driver_model__driver_type=\"%s\"", p->model == MODEL_WDM ? "WDM" : "KMDF");
    arguments_add(out, p->model == MODEL_WDM ? "--cfg=feature=\"wdm\"" : "--cfg=feature=\"kmdf\"");
    if (p->model != MODEL_WDM)
        arguments_add(out, "--cfg=feature=\"wdf\"");
}

/* What one crate is made from and into. */
struct crate {
    const char *name;   /* an identifier */
    const char *root;   /* its first file */
    const char *object; /* .obj, or for the driver .lib; NULL: the crate's code is in what rustc links */
    const char *stem;   /* of the other files: FOLDER/NAME */
    const char *edition;
    const char *const *options, *const *inputs; /* ended by NULL, or NULL */
    bool is_driver;
};

/* For those after it: .rmeta has the crate's types alone, .rlib its code as well. */
static const char *interface_of(const struct unit *unit, struct arena *a, const char *crate)
{
    return arena_format(a, "%s/lib%s.%s", unit->rust->crates, crate,
                        unit->rust->tools.through_bitcode ? "rmeta" : "rlib");
}

static const char *bitcode_of(struct arena *a, const struct crate *c)
{
    return arena_format(a, "%s.bc", c->stem);
}

static void write_object(const struct plan *plan, const struct unit *unit, const struct crate *c, struct text *t)
{
    static const char *const always[] = {"-Wno-override-module",
                                         "-Wno-unused-command-line-argument",
                                         "-ffunction-sections",
                                         "-fdata-sections",
                                         "-Xclang",
                                         "-gno-codeview-command-line",
                                         "-mno-incremental-linker-compatible",
                                         "-ffile-compilation-dir=.",
                                         NULL};
    struct arguments flags = {.arena = plan->arena};
    const char *outputs[] = {c->object, NULL}, *inputs[] = {bitcode_of(plan->arena, c), NULL};
    arguments_format(&flags, "--target=%s", flags_target_triple(unit->arch));
    arguments_add_all(&flags, "", always);
    arguments_add(&flags, plan->options->profile == PROFILE_DEV ? "-O0" : "-O2");
    if (c->is_driver)
        instrument_rust(plan, unit, &flags);
    ninja_edge(t, &(struct ninja_edge){.rule = "rust_object", .outputs = outputs, .inputs = inputs});
    ninja_variable(t, "  ", "arch", arch_name(unit->arch));
    ninja_words(t, "  ", "flags", flags.items);
}

static void write_crate(const struct plan *plan, const struct unit *unit, const struct crate *c, size_t before,
                        struct text *t)
{
    struct arena *a = plan->arena;
    const struct rust_toolchain *tools = &unit->rust->tools;
    struct arguments flags = {.arena = a}, emit = {.arena = a}, implicit = {.arena = a}, outputs = {.arena = a};
    const char *const rustc[] = {tools->rustc, NULL}, *const depfile[] = {arena_format(a, "%s.d", c->stem), NULL};
    const char *interface = interface_of(unit, a, c->name), *kinds;
    arguments_format(&flags, "--crate-name=%s", c->name);
    arguments_format(&flags, "--edition=%s", c->edition);
    add_flags(plan, unit, &flags);
    for (size_t i = 0; i < before; i++) {
        const char *other = crate_name(a, kit_crates[i]);
        arguments_format(&flags, "--extern=%s=%s", other, interface_of(unit, a, other));
        arguments_add(&implicit, interface_of(unit, a, other));
    }
    arguments_format(&flags, "-Ldependency=%s", unit->rust->crates);
    arguments_add_all(&flags, "", c->options);
    arguments_add_all(&implicit, "", c->inputs);
    if (tools->through_bitcode) {
        arguments_add(&emit, "--crate-type=rlib");
        arguments_add(&outputs, bitcode_of(a, c));
        if (!c->is_driver)
            arguments_add(&outputs, interface);
        kinds = c->is_driver ? arena_format(a, "llvm-bc=%s", bitcode_of(a, c))
                             : arena_format(a, "metadata=%s,llvm-bc=%s", interface, bitcode_of(a, c));
    } else {
        arguments_add(&emit, "-Ccontrol-flow-guard=yes");
        arguments_add(&emit, c->is_driver ? "--crate-type=staticlib" : "--crate-type=rlib");
        arguments_add(&outputs, c->is_driver ? c->object : interface);
        kinds = arena_format(a, "link=%s", outputs.items[0]);
    }
    arguments_format(&emit, "--out-dir=%s", path_folder(a, c->stem)); /* of what it makes in between */
    arguments_format(&emit, "--emit=dep-info=%s,%s", depfile[0], kinds);
    const char *inputs[] = {c->root, NULL};
    ninja_edge(
        t, &(struct ninja_edge){
               .rule = "rust_crate", .outputs = outputs.items, .inputs = inputs, .implicit_inputs = implicit.items});
    ninja_variable(t, "  ", "arch", arch_name(unit->arch));
    ninja_words(t, "  ", "rustc", rustc);
    ninja_words(t, "  ", "flags", flags.items);
    ninja_words(t, "  ", "emit", emit.items);
    ninja_words(t, "  ", "depfile", depfile);
    if (tools->through_bitcode)
        write_object(plan, unit, c, t);
}

static struct crate kit_crate(const struct plan *plan, const struct unit *unit, size_t index)
{
    struct arena *a = plan->arena;
    const char *folder = unit->rust->crates, *name = crate_name(a, kit_crates[index]);
    const char *stem = arena_format(a, "%s/%s", folder, name);
    return (struct crate){.name = name,
                          .root = arena_format(a, "%s/%s/src/lib.rs", folder, kit_crates[index]),
                          .object = unit->rust->tools.through_bitcode ? arena_format(a, "%s.obj", stem) : NULL,
                          .stem = stem,
                          .edition = "2021"};
}

/* Another unit before this one has the same crates. */
static bool is_written(const struct plan *plan, const struct unit *unit)
{
    for (const struct unit *other = plan->units; other < unit; other++)
        if (other->rust && !strcmp(other->rust->crates, unit->rust->crates))
            return true;
    return false;
}

static void write_kit(const struct plan *plan, const struct unit *unit, struct text *t)
{
    static const char *const made[] = {"bindings.rs", "constants.rs", "functions.rs"};
    struct arguments outputs = {.arena = plan->arena};
    struct crate crates[KIT_CRATES];
    const char *folder = unit->rust->crates;
    for (size_t i = 0; i < KIT_CRATES; i++) {
        crates[i] = kit_crate(plan, unit, i);
        arguments_add_all(&outputs, "", crate_files(plan, folder, kit_crates[i]));
    }
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        arguments_format(&outputs, "%s/wdk-sys/src/%s", folder, made[i]);
    write_bindings(plan, unit, outputs.items, t);
    for (size_t i = 0; i < KIT_CRATES; i++) {
        if (!i)
            crates[i].inputs = outputs.items;
        write_crate(plan, unit, &crates[i], i, t);
    }
}

void rust_edges(const struct plan *plan, const struct unit *unit, struct arguments *objects, struct text *t)
{
    struct arena *a = plan->arena;
    if (!unit->rust)
        return;
    if (!is_written(plan, unit))
        write_kit(plan, unit, t);
    const struct project *p = unit->project;
    const char *name = crate_name(a, p->name);
    const struct crate driver = {.name = name,
                                 .root = plan_relative(plan, p->rust),
                                 .object = unit->rust->object,
                                 .stem = arena_format(a, "%s/%s.rust", unit->object_folder, name),
                                 .edition = p->rust_edition,
                                 .options = p->rust_options,
                                 .is_driver = true};
    write_crate(plan, unit, &driver, KIT_CRATES, t);
    arguments_add(objects, driver.object);
    for (size_t i = 0; i < KIT_CRATES; i++) {
        const struct crate c = kit_crate(plan, unit, i);
        if (c.object)
            arguments_add(objects, c.object);
    }
}

/* Code that was compiled for the gnu target probes the stack by another name, and has debug information of another
 * form. */
void rust_link(const struct plan *plan, const struct unit *unit, struct arguments *options)
{
    static const char *const gnu[] = {"/alternatename:___chkstk_ms=__chkstk", "/debug:nodwarf", NULL};
    (void)plan;
    if (unit->rust && unit->rust->tools.through_bitcode)
        arguments_add_all(options, "", gnu);
}

bool rust_libraries(const struct plan *plan, const struct unit *unit, struct arguments *out, struct diag *d)
{
    if (!unit->rust)
        return true;
    const char *library = arena_format(plan->arena, "%s/sdk/lib/%s/wdkrust.lib", plan->home, arch_name(unit->arch));
    if (!path_is_file(library))
        return diag_error(d, CODE_ENV0004, diag_nowhere(), "the kit's library %s is missing", library);
    if (unit->rust->tools.through_bitcode)
        arguments_add_all(out, "", unit->rust->tools.core);
    arguments_add(out, library);
    return true;
}
