/* .vcxproj: from the evaluated project to the model. */
#include "cwdk/project/vcxproj.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/neighbours.h"
#include "cwdk/project/paths.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool same(const char *a, const char *b)
{
    return !strcasecmp(a, b);
}

bool vcxproj_true(const char *value)
{
    return same(value, "true") || same(value, "yes") || same(value, "on");
}

const char *vcxproj_path(struct vcxproj *v, const char *name)
{
    const char *path = path_windows(v->reader->a, v->p->folder, name);
    return strncmp(path, MSBUILD_KIT, strlen(MSBUILD_KIT)) != 0 && strcmp(path, "/<kit>") != 0 ? path : NULL;
}

const char *vcxproj_folder(struct vcxproj *v, const char *name)
{
    const char *path = vcxproj_path(v, name);
    for (size_t i = 0; path && i < 2; i++)
        if (same(path, v->output_folders[i]))
            return NULL;
    return path;
}

void vcxproj_words(struct arena *a, const char *text, struct list *out)
{
    while (*text) {
        while (isspace((unsigned char)*text))
            text++;
        if (!*text)
            break;
        char *word = arena_string(a, text), *q = word;
        bool quoted = false;
        for (; *text && (quoted || !isspace((unsigned char)*text)); text++) {
            if (*text == '"')
                quoted = !quoted;
            else
                *q++ = *text;
        }
        *q = 0;
        list_add(out, a, msbuild_unescape(a, word));
    }
}

void vcxproj_check_metadata(struct vcxproj *v, const char *type, const struct msbuild_pair *metadata,
                            struct diag_place place, const char *const *known)
{
    for (; metadata; metadata = metadata->next) {
        bool found = !*metadata->value;
        for (const char *const *name = known; !found && *name; name++)
            found = same(*name, metadata->name);
        if (!found)
            msbuild_warn_once(v->m, CODE_PRJ3008, place,
                              arena_format(v->reader->a, "the setting %s of %s", metadata->name, type),
                              "is not understood and does nothing");
    }
}

void vcxproj_unknown_value(struct vcxproj *v, const char *name, const char *value, struct diag_place place)
{
    msbuild_warn_once(v->m, CODE_PRJ3008, place, arena_format(v->reader->a, "the value '%s' of %s", value, name),
                      "is not understood and does nothing");
}

/* Whether the project has the configuration; the message lists those it has. Where a project may lack it, `lacks` says
 * so instead. */
static bool check_configuration(struct vcxproj *v, const char *configuration, const char *platform, bool *lacks)
{
    const char *wanted = arena_format(v->reader->a, "%s|%s", configuration, platform);
    struct list all = {0};
    for (const struct msbuild_item *item = v->m->items; item; item = item->next) {
        if (!same(item->type, "ProjectConfiguration"))
            continue;
        if (same(item->include, wanted))
            return true;
        list_add(&all, v->reader->a, item->include);
    }
    if (!all.count)
        return diag_error(v->reader->d, CODE_PRJ3002, diag_in_file(v->p->file),
                          "%s lists no ProjectConfiguration: it is no Visual C++ project", path_name(v->p->file));
    if (v->reader->partial) {
        *lacks = true;
        return false;
    }
    return reader_lacks_configuration(v->reader, v->p->file, configuration, platform, &all);
}

static bool take_framework_version(struct vcxproj *v)
{
    struct project *p = v->p;
    const bool kmdf = p->model == MODEL_KMDF;
    const char *major = msbuild_property(v->m, kmdf ? "KMDF_VERSION_MAJOR" : "UMDF_VERSION_MAJOR");
    const char *minor = msbuild_property(v->m, kmdf ? "KMDF_VERSION_MINOR" : "UMDF_VERSION_MINOR");
    p->framework_major = *major ? (unsigned)strtoul(major, NULL, 10) : kmdf ? 1 : 2;
    p->framework_minor = *minor ? (unsigned)strtoul(minor, NULL, 10) : FRAMEWORK_NEWEST_MINOR;
    if (framework_known(p->model, p->framework_major, p->framework_minor))
        return true;
    if (framework_known(p->model, p->framework_major, FRAMEWORK_NEWEST_MINOR) &&
        p->framework_minor > FRAMEWORK_NEWEST_MINOR) {
        diag_warning(v->reader->d, CODE_PRJ1006, diag_in_file(p->file),
                     "%s wants %s %u.%u, which is newer than the kit's headers; it is built for %u.%u",
                     path_name(p->file), kmdf ? "KMDF" : "UMDF", p->framework_major, p->framework_minor,
                     p->framework_major, FRAMEWORK_NEWEST_MINOR);
        diag_help(v->reader->d, "a driver runs with a later minor version, too; what only that has is not declared");
        p->framework_minor = FRAMEWORK_NEWEST_MINOR;
        return true;
    }
    diag_error(v->reader->d, CODE_PRJ1006, diag_in_file(p->file), "%s wants %s %u.%u, which cwdk does not build for",
               path_name(p->file), kmdf ? "KMDF" : "UMDF", p->framework_major, p->framework_minor);
    diag_help(v->reader->d, "set %s_VERSION_MINOR so that the version is one of %s", kmdf ? "KMDF" : "UMDF",
              framework_versions(v->reader->a, p->model));
    return false;
}

/* Model by DriverType, mode by toolset. */
static bool take_model(struct vcxproj *v)
{
    static const struct {
        const char *name;
        enum driver_model model;
    } types[] = {{"KMDF", MODEL_KMDF}, {"UMDF", MODEL_UMDF},    {"WDM", MODEL_WDM},
                 {"", MODEL_NONE},     {"Miniport", MODEL_WDM}, {"ExportDriver", MODEL_WDM}};
    struct project *p = v->p;
    const char *type = msbuild_property(v->m, "DriverType"), *toolset = msbuild_property(v->m, "PlatformToolset");
    size_t i = 0;
    while (i < sizeof types / sizeof *types && !same(types[i].name, type))
        i++;
    if (i == sizeof types / sizeof *types)
        return diag_error(v->reader->d, CODE_PRJ3008, diag_in_file(p->file),
                          "%s is a driver of the type '%s', which cwdk does not build", path_name(p->file), type);
    p->model = types[i].model;
    /* The toolset decides where the code runs: a library of a UMDF driver may well say KMDF. */
    const bool user =
        !strncasecmp(toolset, "WindowsUserModeDriver", 21) || !strncasecmp(toolset, "WindowsApplication", 18);
    const bool umdf_by_version = p->model == MODEL_NONE &&
                                 !strncasecmp(toolset, "WindowsUserModeDriver", 21); /* DriverType is not needed then */
    if (user && (p->model == MODEL_KMDF || p->model == MODEL_WDM || umdf_by_version))
        p->model = *msbuild_property(v->m, "UMDF_VERSION_MAJOR") ? MODEL_UMDF : MODEL_NONE;
    p->kernel_mode =
        !strncasecmp(toolset, "WindowsKernelModeDriver", 23) || p->model == MODEL_KMDF || p->model == MODEL_WDM;
    if (p->model == MODEL_NONE && p->kernel_mode)
        p->model = MODEL_WDM;
    return p->model != MODEL_KMDF && p->model != MODEL_UMDF ? true : take_framework_version(v);
}

static bool take_kind(struct vcxproj *v)
{
    struct project *p = v->p;
    const char *type = msbuild_property(v->m, "ConfigurationType");
    if (same(type, "Driver"))
        p->kind = PROJECT_DRIVER;
    else if (same(type, "DynamicLibrary"))
        p->kind = p->model == MODEL_UMDF || p->kernel_mode ? PROJECT_DRIVER : PROJECT_DLL;
    else if (same(type, "StaticLibrary"))
        p->kind = PROJECT_STATIC_LIBRARY;
    else if (same(type, "Application"))
        p->kind = PROJECT_PROGRAM;
    else
        return diag_error(v->reader->d, CODE_PRJ3008, diag_in_file(p->file),
                          "%s makes a '%s' (ConfigurationType), which cwdk does not build", path_name(p->file), type);
    if (p->kind == PROJECT_PROGRAM || p->kind == PROJECT_DLL)
        p->model = MODEL_NONE;
    return true;
}

static void take_platform(struct vcxproj *v)
{
    struct project *p = v->p;
    const char *platform = msbuild_property(v->m, "DriverTargetPlatform"),
               *version = msbuild_property(v->m, "TargetVersion");
    const char *ntddi = msbuild_property(v->m, "NTDDI_VERSION");
    p->platform = same(platform, "Desktop")          ? PLATFORM_DESKTOP
                  : same(platform, "Windows Driver") ? PLATFORM_WINDOWS
                                                     : PLATFORM_UNIVERSAL;
    if (*platform && p->platform == PLATFORM_UNIVERSAL && !same(platform, "Universal"))
        vcxproj_unknown_value(v, "DriverTargetPlatform", platform, diag_in_file(p->file));
    if (*version && !same(version, "Windows10"))
        msbuild_warn_once(v->m, CODE_PRJ3008, diag_in_file(p->file),
                          arena_format(v->reader->a, "TargetVersion %s", version),
                          "is older than what cwdk builds for, Windows 10");
    if (*ntddi && !ntddi_parse(ntddi, &p->ntddi_version))
        vcxproj_unknown_value(v, "NTDDI_VERSION", ntddi, diag_in_file(p->file));
}

/* "1.0" as DriverVer has it in full, "1.0.0.0"; NULL where it is no version. */
static const char *full_version(struct arena *a, const char *text)
{
    unsigned part[4] = {0};
    int end[4] = {0};
    const int count = sscanf(text, "%5u%n.%5u%n.%5u%n.%5u%n", &part[0], &end[0], &part[1], &end[1], &part[2], &end[2],
                             &part[3], &end[3]);
    if (count < 1 || text[end[count - 1]] || strspn(text, "0123456789.") != strlen(text))
        return NULL;
    for (int i = 0; i < 4; i++)
        if (part[i] > 65535)
            return NULL;
    return arena_format(a, "%u.%u.%u.%u", part[0], part[1], part[2], part[3]);
}

/* "10.0...16299" where $(InfArch) is "amd64.10.0...16299": stampinf's architecture may go on so. */
static const char *decoration(const struct vcxproj *v)
{
    const char *arch = msbuild_property(v->m, "InfArch"), *rest = strchr(arch, '.');
    const char *own = arch_name(v->reader->configuration.arch);
    return rest && (size_t)(rest - arch) == strlen(own) && !strncasecmp(arch, own, strlen(own)) ? rest + 1 : NULL;
}

/* A file that the build itself puts beside or into the package: symbols, the stamped INF. */
static bool is_result(struct vcxproj *v, const char *path, const char *target)
{
    const char *name = path_name(path);
    if (!target || strcasecmp(path_folder(v->reader->a, path), path_folder(v->reader->a, target)) != 0)
        return false;
    if (same(name, path_name(target)) || same(name, arena_format(v->reader->a, "%s.pdb", v->p->target_name)))
        return true;
    for (const struct msbuild_item *item = v->m->items; item; item = item->next) {
        const size_t stem = strlen(name) - strlen(path_extension(name));
        const char *inf = path_name(path_windows(v->reader->a, v->p->folder, item->include));
        if (same(item->type, "Inf") && same(path_extension(name), ".inf") && !strncasecmp(inf, name, stem) &&
            inf[stem] == '.')
            return true;
    }
    return false;
}

/* Inf and FilesToPackage. */
static void take_package(struct vcxproj *v)
{
    struct arena *a = v->reader->a;
    struct list infs = {0}, files = {0};
    const char *target = vcxproj_path(v, msbuild_property(v->m, "TargetPath"));
    for (const struct msbuild_item *item = v->m->items; item; item = item->next) {
        if (vcxproj_true(msbuild_metadata(item, "ExcludedFromBuild")))
            continue;
        if (same(item->type, "Inf")) {
            const char *path = vcxproj_path(v, item->include), *version = msbuild_metadata(item, "TimeStamp");
            if (path && !list_has(&infs, path))
                list_add(&infs, a, path);
            const char *full = full_version(a, version);
            if (full)
                v->p->driver_version = full;
            else if (*version && !same(version, "*"))
                vcxproj_unknown_value(v, "TimeStamp", version, item->place);
        } else if (same(item->type, "FilesToPackage")) {
            const char *path = vcxproj_path(v, item->include);
            if (path && !is_result(v, path, target) && !list_has(&files, path))
                list_add(&files, a, path);
        }
    }
    if (v->p->kind != PROJECT_DRIVER)
        return;
    v->p->infs = list_items(&infs, a);
    v->p->inf_decoration = decoration(v);
    v->p->package_files = list_items(&files, a);
}

/* The program that a command line begins with, after the "if not exist X" that may stand before it. */
static const char *program_of(struct arena *a, const char *command)
{
    struct list words = {0};
    vcxproj_words(a, command, &words);
    size_t i = 0;
    if (words.count > 4 && same(words.items[0], "if") && same(words.items[1], "not") && same(words.items[2], "exist"))
        i = 4;
    const char *program = i < words.count ? words.items[i] : "", *name = program;
    for (const char *p = program; *p; p++)
        if (*p == '\\' || *p == '/' || *p == ')')
            name = p + 1;
    return name;
}

/* A target that only copies a .mof and runs mofcomp and wmimofck over it does what is done for MofComp items anyway. */
static bool is_mof_target(struct vcxproj *v, const struct msbuild_target *target)
{
    bool mof = false;
    for (size_t i = 0; i < target->commands.count; i++) {
        const char *program = program_of(v->reader->a, target->commands.items[i]);
        if (same(program, "mofcomp") || same(program, "mofcomp.exe"))
            mof = true;
        else if (!same(program, "wmimofck.exe") && !same(program, "wmimofck") && !same(program, "copy"))
            return false;
    }
    for (const struct msbuild_item *item = v->m->items; item && mof && !target->other_tasks; item = item->next)
        if (same(item->type, "MofComp"))
            return true;
    return false;
}

/* Whether the target would run. A condition that is not understood may hold. */
static bool would_run(struct vcxproj *v, const struct msbuild_target *target)
{
    const struct msbuild_scope scope = {.place = target->place, .quiet = true};
    struct diag unused = {0}, *kept = v->m->d;
    const bool failed = v->m->failed;
    v->m->d = &unused;
    const bool runs = msbuild_condition(v->m, target->condition, &scope) || v->m->failed;
    v->m->failed = failed;
    v->m->d = kept;
    diag_free(&unused);
    return runs;
}

/* The texts that a target of the project replaces in the stamped INF. */
static void take_replacements(struct vcxproj *v, const struct msbuild_target *target)
{
    struct list found = {0};
    for (const struct msbuild_item *item = v->m->items; item; item = item->next)
        if (same(item->type, target->replaces))
            list_add(&found, v->reader->a,
                     arena_format(v->reader->a, "%s=%s", item->include,
                                  msbuild_unescape(v->reader->a, msbuild_metadata(item, "ReplaceWith"))));
    v->p->inf_texts = list_items(&found, v->reader->a);
}

static void name_target(struct vcxproj *v, const struct msbuild_target *target)
{
    if (target->talks_only || is_mof_target(v, target) || !would_run(v, target))
        return;
    if (target->replaces) {
        take_replacements(v, target);
        return;
    }
    diag_warning(v->reader->d, CODE_PRJ3007, target->place, "the target \"%s\" is not run", target->name);
    if (target->commands.count)
        diag_help(v->reader->d, "it would run: %s", target->commands.items[0]);
    else
        diag_help(v->reader->d, "what it makes must be there before the build");
}

/* What other tools would make of some items is not made; that is said. */
static void name_unbuilt(struct vcxproj *v)
{
    static const char *const types[] = {"Midl",       "MARMASM",   "CustomBuild", "FxCompile",
                                        "PackageFxc", "CLRHeader", "TraceWpp",    "Stampinf"};
    for (const struct msbuild_item *item = v->m->items; item; item = item->next)
        for (size_t i = 0; i < sizeof types / sizeof *types; i++)
            if (same(types[i], item->type) && !vcxproj_true(msbuild_metadata(item, "ExcludedFromBuild")) &&
                !vcxproj_runs_mc(item))
                diag_warning(v->reader->d, CODE_PRJ3007, item->place,
                             "%s is not built: cwdk does not run the tool for %s items", item->include, types[i]);
    for (const struct msbuild_target *target = v->m->targets; target; target = target->next)
        name_target(v, target);
    if (*msbuild_property(v->m, "UseOfAtl") && !same(msbuild_property(v->m, "UseOfAtl"), "false"))
        diag_warning(v->reader->d, CODE_PRJ3007, diag_in_file(v->p->file),
                     "the project uses ATL, which cwdk does not have");
}

static bool take_references(struct vcxproj *v)
{
    for (const struct msbuild_item *item = v->m->items; item; item = item->next) {
        struct project *other;
        if (!same(item->type, "ProjectReference"))
            continue;
        const char *path = vcxproj_path(v, item->include);
        if (!path || !reader_load(v->reader, path, item->place, &other))
            return false;
        if (other)
            project_add_reference(v->reader, v->p, other);
    }
    return true;
}

bool vcxproj_read(struct reader *r, const char *path, const char *configuration, const char *platform,
                  struct project **out)
{
    size_t globals;
    const char *solution_folder = r->solution_folder;
    if (!solution_folder) { /* $(SolutionDir) is asked for, whatever is built */
        const char *solution = neighbour_solution(r->a, path);
        r->solution_folder = solution ? path_folder(r->a, solution) : NULL;
    }
    const char **defaults = vcxproj_defaults(r, path, configuration, platform, &globals);
    r->solution_folder = solution_folder;
    struct vcxproj v = {.reader = r, .p = project_new(r, path)};
    struct diag own = {0}; /* what is said of a project in a configuration that it does not have would mislead */
    *out = NULL;
    v.m = msbuild_read(path, defaults, globals, r->a, &own);
    bool lacks = false;
    const bool fits = v.m && check_configuration(&v, configuration, platform, &lacks);
    if (fits || !v.m)
        diag_move(&own, r->d);
    diag_free(&own);
    if (!fits)
        return lacks;
    v.m->d = r->d;
    vcxproj_known_import(v.m, "Microsoft.Cpp.targets"); /* its defaults, where the file leaves the import out */
    if (same(msbuild_property(v.m, "DriverType"), "Package") ||
        same(msbuild_property(v.m, "ConfigurationType"), "Utility")) {
        diag_note(r->d, CODE_PRJ3009, diag_in_file(path),
                  "%s is skipped: it only collects files, and cwdk makes a package of every driver", path_name(path));
        return true;
    }
    v.output_folders[0] = path_windows(r->a, v.p->folder, msbuild_property(v.m, "IntDir"));
    v.output_folders[1] = path_windows(r->a, v.p->folder, msbuild_property(v.m, "OutDir"));
    v.p->name = msbuild_property(v.m, "ProjectName");
    v.p->target_name = msbuild_property(v.m, "TargetName");
    if (!*v.p->target_name)
        v.p->target_name = v.p->name;
    v.p->target_extension = msbuild_property(v.m, "TargetExt");
    v.p->visual_studio = true;
    if (!take_model(&v) || !take_kind(&v))
        return false;
    take_platform(&v);
    take_package(&v);
    name_unbuilt(&v);
    if (!vcxproj_generate(&v) || !vcxproj_compile(&v) || !vcxproj_link(&v) || !take_references(&v))
        return false;
    *out = v.p;
    return true;
}
