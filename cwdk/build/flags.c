/*
 * The compile command. The recipe for kernel mode and its reasons are in docs/runtime.md; the macros are those that
 * Visual Studio's driver projects define (public documentation of MSBuild for drivers, and wdk-build of
 * windows-drivers-rs).
 */
#include "cwdk/build/plan.h"
#include "cwdk/host/file.h"

#include <ctype.h>
#include <string.h>

/* Windows 11 24H2: the newest interfaces are declared; `cwdk verify` holds what is used against what the INF promises.
 */
#define NTDDI_DEFAULT 0x0A000010u

/* The Win32 headers of Debian's mingw-w64-common. */
#define MINGW_HEADERS "/usr/share/mingw-w64/include"

const char *flags_target_triple(enum arch arch)
{
    return arch == ARCH_AMD64 ? "x86_64-pc-windows-msvc" : "aarch64-pc-windows-msvc";
}

/* What clang says beyond cl at any level about code that Microsoft's compiler takes as it is meant. */
static const char *const quiet[] = {
    "-Wno-unknown-pragmas",
    "-Wno-ignored-pragmas",
    "-Wno-pragma-pack",
    "-Wno-microsoft",
    "-Wno-missing-field-initializers",
    "-Wno-missing-braces",
    "-Wno-multichar",
    "-Wno-unused-local-typedef",
    "-Wno-ignored-attributes",
    "-Wno-nonportable-include-path",
    "-Wno-parentheses-equality",
    "-Wno-unused-command-line-argument",
    NULL,
};

/* Warnings of cl at level 4 and below with their clang names. Where a Visual Studio project says that warnings are
 * errors, these are; what only clang sees stays a warning, as the project was written for the other compiler. So do
 * C4312 (a pointer out of a smaller integer), C4293 (a shift by more bits than there are), C4700 and C4701 (not, or
 * perhaps not, initialized): what clang says so of stands in drivers of Microsoft's that are built so. */
static const char *const errors_of_cl[] = {
    "return-type",                   /* C4715, C4716 */
    "implicit-function-declaration", /* C4013 */
    "int-conversion",                /* C4047 */
    "pointer-to-int-cast",           /* C4311 */
    "macro-redefined",               /* C4005 */
    "switch-bool",                   /* C4809 */
    "infinite-recursion",            /* C4717 */
    "division-by-zero",              /* C4723 */
    NULL,
};

/* Passing the address of a typed pointer for a PVOID * is everyday Windows C, and cl lets it pass at every level, as it
 * does macros that paste what is no token, parameters without a type (C4131, a matter of style), and in C++ a control
 * code above 0x80000000, which is a negative int, as a case of a ULONG. */
static const char *const quiet_as_cl[] = {"-Wno-invalid-token-paste",
                                          "-Wno-c++11-narrowing",
                                          "-Wno-incompatible-pointer-types",
                                          "-Wincompatible-function-pointer-types",
                                          "-Wincompatible-pointer-types-discards-qualifiers",
                                          "-Wno-error=implicit-int",
                                          NULL};

static void add_warnings(const struct project *p, struct arguments *out)
{
    const char *level = p->warning_level ? p->warning_level : "3";
    arguments_add(out, !strcasecmp(level, "all") ? "/W4" : arena_format(out->arena, "/W%s", level));
    arguments_add_all(out, "", quiet);
    arguments_add(out,
                  "-Wthread-safety"); /* whose subjects are the locks and levels of wdk/lock.h and wdk/irql.h alone */
    if (!p->kernel_mode)
        arguments_add(out, "-Wno-format"); /* %d for a DWORD, %x for an HRESULT */
    if (p->visual_studio)
        arguments_add_all(out, "", quiet_as_cl);
    if (p->warnings_as_errors && p->visual_studio) {
        arguments_add_all(out, "-Werror=", errors_of_cl);
        arguments_add(out, "-Wno-error=int-to-void-pointer-cast"); /* C4312 spares const variables, which cl folds */
        arguments_add(out,
                      "-Wno-error=void-pointer-to-int-cast"); /* C4305 for a byte, which #pragma warning silences */
        if (!p->kernel_mode) /* a macro that says the same as Microsoft's header is not the same as mingw-w64's */
            arguments_add(out, "-Wno-error=macro-redefined");
    } else if (p->warnings_as_errors)
        arguments_add(out, "/WX");
}

/* Scopes are left by an exception, too: docs/safe.md. */
static void add_panic(const struct project *p, struct arguments *out)
{
    if (!p->panic_status)
        return;
    arguments_add(out, "/DWDK_PANIC_RETURNS=1");
    arguments_add(out, "-Xclang");
    arguments_add(out, "-fexceptions");
}

static void add_target_defines(const struct plan *plan, const struct unit *unit, struct arguments *out)
{
    static const char *const amd64[] = {"_WIN64", "_AMD64_", "AMD64", NULL};
    static const char *const arm64[] = {"_WIN64", "_ARM64_", "ARM64", "_USE_DECLSPECS_FOR_SAL=1", "STD_CALL", NULL};
    static const char *const versions[] = {"WINNT=1", "_WIN32_WINNT=0x0A00", "WINVER=0x0A00", NULL};
    const struct project *p = unit->project;
    arguments_add_all(out, "/D", unit->arch == ARCH_AMD64 ? amd64 : arm64);
    arguments_add_all(out, "/D", versions);
    arguments_format(out, "/DNTDDI_VERSION=0x%08X", p->ntddi_version ? p->ntddi_version : NTDDI_DEFAULT);
    const bool dev = plan->options->profile == PROFILE_DEV;
    if (p->kernel_mode || p->model == MODEL_UMDF) {
        arguments_add(out, "/DDEPRECATE_DDK_FUNCTIONS=1");
        arguments_add(out, "/DMSC_NOOPT");
    }
    if (dev)
        arguments_add(out, "/DDBG=1");
    else
        arguments_add(out, "/DNDEBUG");
    if (!p->kernel_mode)
        arguments_add(out, "/DWIN32");
    if (p->model == MODEL_KMDF || p->model == MODEL_UMDF) {
        const char *framework = p->model == MODEL_KMDF ? "KMDF" : "UMDF";
        arguments_format(out, "/D%s_VERSION_MAJOR=%u", framework, p->framework_major);
        arguments_format(out, "/D%s_VERSION_MINOR=%u", framework, p->framework_minor);
    }
}

/* cl takes no notice of a macro whose name is none (an option among the defines); the plan has warned of it. */
bool flags_is_define(const char *define)
{
    return isalpha((unsigned char)*define) || *define == '_';
}

static void add_defines(const char *const *defines, struct arguments *out)
{
    for (; defines && *defines; defines++)
        if (flags_is_define(*defines))
            arguments_format(out, "/D%s", *defines);
}

/* The kit's folders come after the project's own, and what they hold is no cause for warnings. In user mode the kit's
 * annotations win over mingw-w64's, and mingw-w64's types over the kit's. */
static void add_kit_includes(const struct plan *plan, const struct unit *unit, struct arguments *out)
{
    const struct project *p = unit->project;
    const char *headers = path_join(out->arena, plan->home, "sdk/include");
    const bool framework = p->model == MODEL_KMDF || p->model == MODEL_UMDF;
    if (p->kernel_mode && framework)
        arguments_format(out, "/imsvc%s/wdk-sys/wdf", headers);
    arguments_format(out, "/imsvc%s/wdk-sys/%s", headers, p->kernel_mode ? "km" : "um");
    if (!p->kernel_mode) {
        if (framework)
            arguments_format(out, "/imsvc%s/wdk-sys/wdf", headers);
        arguments_add(out, "/imsvc" MINGW_HEADERS);
    }
    arguments_format(out, "/imsvc%s/wdk-sys/shared", headers);
    arguments_format(out, "/imsvc%s", headers);
}

static void add_overlay(struct arguments *out, const char *overlay)
{
    if (*overlay == '/' && !path_is_file(overlay))
        return;
    arguments_add(out, "-Xclang");
    arguments_format(out, "-ivfsoverlay%s", overlay);
}

static void add_overlays(const struct plan *plan, bool user_mode, struct arguments *out)
{
    add_overlay(out, path_join(out->arena, plan->home, "sdk/vfs.yaml"));
    if (user_mode)
        add_overlay(out, path_join(out->arena, plan->home, "sdk/vfs-um.yaml"));
    add_overlay(out, OVERLAY_FILE);
}

static void add_folders(const struct plan *plan, const char *const *folders, struct arguments *out)
{
    for (; folders && *folders; folders++)
        arguments_format(out, "/I%s", plan_relative(plan, *folders));
}

/* -fcommon: a C object defined without a value in a header is one object, whatever sources include it, as with cl. */
static void add_code_generation(const struct plan *plan, const struct unit *unit, struct arguments *out)
{
    static const char *const always[] = {"/GS", "/guard:cf",       "/Zp8", "/Gy", "/Gw", "/GF", "/Z7", "/Brepro",
                                         "/Zl", "/clang:-fcommon", NULL};
    static const char *const reproducible[] = {"-ffile-compilation-dir=.", "-gno-codeview-command-line", "-fno-ident",
                                               NULL};
    static const char *const user[] = {
        "/GR-", "-fgnuc-version=4.2.1", "/D_UCRT", "/D__USE_MINGW_ANSI_STDIO=0", "/U__NO_INLINE__", NULL};
    const struct project *p = unit->project;
    arguments_add(out, p->kernel_mode ? "/kernel" : p->exceptions_cxx ? "/EHsc" : "/EHs-c-");
    if (!p->kernel_mode)
        arguments_add_all(out, "", user);
    arguments_add_all(out, "", always);
    arguments_add_all(out, "", reproducible);
    arguments_add(out, plan->options->profile == PROFILE_DEV ? "/Od" : "/O2");
}

void flags_compile(const struct plan *plan, const struct unit *unit, struct arguments *out)
{
    static const char *const basics[] = {
        "/nologo", "/X", "-fmsc-version=1940", "-fcolor-diagnostics", "-Xclang", "-fdiagnostics-format", "-Xclang",
        "clang",   NULL};
    const struct project *p = unit->project;
    arguments_format(out, "--target=%s", flags_target_triple(unit->arch));
    arguments_add_all(out, "", basics);
    add_code_generation(plan, unit, out);
    add_panic(p, out);
    add_warnings(p, out);
    add_target_defines(plan, unit, out);
    add_defines(p->defines, out);
    arguments_add_all(out, "/U", p->undefines);
    add_folders(plan, p->includes, out);
    if (unit->generated_count)
        arguments_format(out, "/I%s", unit->generated_folder);
    if (p->visual_studio) /* cl runs there, and a precompiled header is found from there */
        arguments_format(out, "/I%s", plan_relative(plan, p->folder));
    add_kit_includes(plan, unit, out);
    add_overlays(plan, !p->kernel_mode, out);
    for (const char *const *file = p->forced_includes; file && *file; file++)
        arguments_format(out, "/FI%s", plan_relative(plan, *file));
    instrument_compile(plan, unit, out);
    arguments_add_all(out, "", p->options);
}

/* Microsoft's compiler lets a C program declare main with any types; clang does when it does not know main for what it
 * is. */
static bool wants_free_main(const struct project *p, const char *path)
{
    return p->kind == PROJECT_PROGRAM && !strcasecmp(path_extension(path), ".c");
}

void flags_source(const struct plan *plan, const struct unit *unit, const struct unit_source *source,
                  struct arguments *out)
{
    if (wants_free_main(unit->project, source->path)) {
        arguments_add(out, "/clang:-ffreestanding");
        arguments_add(out, "/clang:-fasynchronous-unwind-tables"); /* which the former leaves out */
    }
    if (!strcmp(path_extension(source->path), ".C"))
        arguments_add(out, "/TC"); /* which clang takes for C++ */
    if (source->trace_header)
        arguments_format(out, "/I%s", path_folder(out->arena, source->trace_header));
    add_defines(source->source->defines, out);
    add_folders(plan, source->source->includes, out);
    exceptions_source(plan, source, out);
    arguments_add_all(out, "", source->source->options);
}

/* Resources of drivers include windows.h, too: for them it is mingw-w64's in all cases. What is not a macro there, the
 * resource compiler passes over. */
void flags_resource(const struct plan *plan, const struct unit *unit, struct arguments *out)
{
    static const char *const basics[] = {
        "/X", "-fmsc-version=1940", "-fgnuc-version=4.2.1", "-fcolor-diagnostics", "/DRC_INVOKED", NULL};
    const struct project *p = unit->project;
    arguments_format(out, "--target=%s", flags_target_triple(unit->arch));
    arguments_add_all(out, "", basics);
    add_target_defines(plan, unit, out);
    add_defines(p->resource_defines, out);
    add_folders(plan, p->resource_includes, out);
    if (unit->generated_count)
        arguments_format(out, "/I%s", unit->generated_folder);
    arguments_format(out, "/imsvc%s/sdk/include/wdk-sys/shared", plan->home);
    arguments_format(out, "/imsvc%s/sdk/include/wdk-sys/um", plan->home);
    arguments_add(out, "/imsvc" MINGW_HEADERS);
    if (p->kernel_mode) { /* scripts include headers of the driver, and those the kernel's */
        arguments_format(out, "/imsvc%s/sdk/include/wdk-sys/km", plan->home);
        arguments_format(out, "/imsvc%s/sdk/include/wdk-sys/wdf", plan->home);
    }
    add_overlays(plan, true, out);
}
