/* The link command. docs/runtime.md tells what each of the flags is for. */
#include "cwdk/build/plan.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <string.h>

static void add_kernel_options(struct arguments *out)
{
    static const char *const options[] = {
        "/driver",
        "/subsystem:native,10.0",
        "/version:10.0",
        "/nodefaultlib",
        "/tsaware:no",
        "/section:INIT,ERD",
        "/section:INITDATA,RWD",
        "/section:.text,ERP",
        "/section:.rdata,RP",
        "/section:.data,RWP",
        "/section:.pdata,RP",
        "/base:0x140000000",
        "/stack:0x40000,0x1000",
        NULL,
    };
    arguments_add_all(out, "", options);
}

static void add_user_options(const struct unit *unit, const char *entry, struct arguments *out)
{
    arguments_add(out, "/nodefaultlib");
    arguments_add(out, "/merge:.CRT=.rdata");
    if (unit->project->kind != PROJECT_PROGRAM)
        arguments_add(out, "/dll");
    const bool console = unit->project->kind == PROJECT_PROGRAM && !strstr(entry, "WinMain");
    arguments_add(out, console ? "/subsystem:console,10.0" : "/subsystem:windows,10.0");
}

void link_options(const struct plan *plan, const struct unit *unit, struct arguments *out)
{
    static const char *const always[] = {"/guard:cf",      "/nxcompat",    "/dynamicbase",
                                         "/highentropyva", "/release",     "/Brepro",
                                         "/debug",         "/manifest:no", NULL};
    const struct project *p = unit->project;
    const char *entry = entry_point(unit);
    arguments_add(out, "/nologo");
    arguments_add(out, "--color-diagnostics=always");
    arguments_add(out, unit->arch == ARCH_AMD64 ? "/machine:x64" : "/machine:arm64");
    if (p->kernel_mode)
        add_kernel_options(out);
    else
        add_user_options(unit, entry, out);
    arguments_format(out, "/entry:%s", entry);
    arguments_add_all(out, "", always);
    arguments_add(out, plan->options->profile == PROFILE_DEV && !unit->rust ? "/opt:noref,noicf" : "/opt:ref,icf");
    arguments_format(out, "/pdb:%s", unit->pdb);
    arguments_format(out, "/pdbaltpath:%s", path_name(unit->pdb));
    arguments_add(out, "/pdbsourcepath:."); /* names below the root, wherever that is on this machine */
    for (const char *const *file = p->exports; file && *file; file++)
        arguments_format(out, "/def:%s", plan_relative(plan, *file));
    for (const char *const *folder = p->library_paths; folder && *folder; folder++)
        arguments_format(out, "/libpath:%s", plan_relative(plan, *folder));
    if (p->model == MODEL_UMDF)
        arguments_add(out, "/export:FxDriverEntryUm");
    instrument_link(plan, unit, out);
    rust_link(plan, unit, out);
    arguments_add_all(out, "", p->link_options);
}

/* Libraries of Microsoft's kit whose content is inline in our headers, or in wdkrt.lib. One that the kit does have is
 * used. */
static bool is_built_in(const char *name)
{
    static const char *const names[] = {
        "ntstrsafe.lib", "bufferoverflowk.lib", "bufferoverflowfastfailk.lib", "wdmsec.lib",
        "strsafe.lib",   "bufferoverflowu.lib", "bufferoverflowfastfailu.lib", "libcntpr.lib"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcasecmp(names[i], name))
            return true;
    return false;
}

/* The file `name` in `folder`, whatever its case there; NULL where there is none. */
static const char *find_in(struct arena *a, const char *folder, const char *name)
{
    const char *exact = path_join(a, folder, name);
    if (path_is_file(exact))
        return exact;
    struct diag unread = {0};
    char **names = folder_list(folder, a, NULL, &unread);
    diag_free(&unread);
    for (; names && *names; names++)
        if (!strcasecmp(*names, name))
            return path_join(a, folder, *names);
    return NULL;
}

static const char *kit_folder(const struct plan *plan, const struct unit *unit)
{
    return arena_format(plan->arena, "%s/sdk/lib/%s", plan->home, arch_name(unit->arch));
}

/* Another project of this build that makes `name`. */
static const char *find_made(const struct unit *unit, const char *name)
{
    for (const char *const *made = unit->references; made && *made; made++)
        if (!strcasecmp(path_name(*made), path_name(name)))
            return *made;
    return NULL;
}

static const char *find_library(const struct plan *plan, const struct unit *unit, const char *name)
{
    struct arena *a = plan->arena;
    const char *found = find_made(unit, name);
    if (found)
        return found;
    if (*name == '/')
        return find_in(a, path_folder(a, name), path_name(name));
    for (const char *const *folder = unit->project->library_paths; folder && *folder; folder++)
        if ((found = find_in(a, *folder, name)))
            return found;
    return find_in(a, kit_folder(plan, unit), name);
}

/* A library that is nowhere. Visual Studio's own settings and habits name many that a driver never uses, so for its
 * projects that is a warning: if it is needed, the linker says by which symbol. */
static bool report_missing(const struct plan *plan, const struct unit *unit, const char *name, struct diag *d)
{
    const char *file = unit->project->file, *shown = plan_relative(plan, name), *arch = arch_name(unit->arch);
    const bool visual_studio = unit->project->visual_studio;
    if (visual_studio && unit->arch != plan->units[0].arch)
        return true;
    if (visual_studio)
        diag_warning(d, CODE_BLD0006, diag_in_file(file), "the library %s is not there for %s; it is left out", shown,
                     arch);
    else
        diag_error(d, CODE_BLD0006, diag_in_file(file), "the library %s is not there for %s", shown, arch);
    diag_help(d, "the kit's libraries are in %s; others need their folder in library-paths", kit_folder(plan, unit));
    return visual_studio;
}

/* Those of the project. A library that a reference brings anyway is not named twice. */
static bool add_project_libraries(const struct plan *plan, const struct unit *unit, struct arguments *out,
                                  struct diag *d)
{
    const struct project *p = unit->project;
    bool ok = true;
    for (const char *const *name = p->libraries; name && *name; name++) {
        const char *found = find_library(plan, unit, *name);
        if (!found && is_built_in(path_name(*name)))
            continue;
        if (!found)
            ok &= report_missing(plan, unit, *name, d);
        else if (!find_made(unit, *name))
            arguments_add(out, plan_relative(plan, found));
    }
    return ok;
}

/* A library of the kit that cannot be missing from a whole one. */
static bool add_kit_library(const struct plan *plan, const struct unit *unit, const char *name, struct arguments *out,
                            struct diag *d)
{
    const char *found = find_in(plan->arena, kit_folder(plan, unit), name);
    if (found) {
        arguments_add(out, found);
        return true;
    }
    diag_error(d, CODE_ENV0004, diag_nowhere(), "the kit's library %s/%s is missing", kit_folder(plan, unit), name);
    diag_help(d, "install the kit as a whole: cmake --install build, or run build/bin/cwdk where it was built");
    return false;
}

static bool add_framework(const struct plan *plan, const struct unit *unit, struct arguments *out, struct diag *d)
{
    const struct project *p = unit->project;
    if (p->model == MODEL_KMDF)
        return add_kit_library(plan, unit,
                               arena_format(plan->arena, "wdf/kmdf/%u.%u/WdfDriverEntry.lib", p->framework_major,
                                            p->framework_minor),
                               out, d) &&
               add_kit_library(plan, unit, "wdfldr.lib", out, d);
    if (p->model == MODEL_UMDF)
        return add_kit_library(
            plan, unit,
            arena_format(plan->arena, "wdf/umdf/%u.%u/WdfDriverStubUm.lib", p->framework_major, p->framework_minor),
            out, d);
    return true;
}

bool link_libraries(const struct plan *plan, const struct unit *unit, struct arguments *out, struct diag *d)
{
    static const char *const kernel[] = {"ntoskrnl.lib", "hal.lib",    "wmilib.lib",   "wpprecorder.lib",
                                         "wdkalloc.lib", "wdkirp.lib", "wdkpanic.lib", "wdkuser.lib",
                                         "wdkrt.lib",    NULL};
    static const char *const user[] = {
        "user32.lib",   "gdi32.lib", "advapi32.lib",      "shell32.lib",    "ole32.lib",
        "oleaut32.lib", "uuid.lib",  "wpprecorderum.lib", "wdkallocum.lib", "wdkpanicum.lib",
        "wdkrtum.lib",  "ucrt.lib",  "kernel32.lib",      "ntdll.lib",      NULL};
    const struct project *p = unit->project;
    const char *folder = kit_folder(plan, unit);
    if (!add_project_libraries(plan, unit, out, d) || !add_framework(plan, unit, out, d))
        return false;
    if (!rust_libraries(plan, unit, out, d))
        return false;
    const char *status = p->panic_status ? find_in(plan->arena, folder, "wdkpanicstatus.lib") : NULL;
    if (status)
        arguments_add(out, status);
    for (const char *const *name = p->kernel_mode ? kernel : user; *name; name++) {
        const char *library = find_in(plan->arena, folder, *name);
        if (library)
            arguments_add(out, library);
    }
    return true;
}
