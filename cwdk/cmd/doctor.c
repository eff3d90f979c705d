/* cwdk doctor: is all there that the other commands need? */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/home.h"
#include "cwdk/host/process.h"
#include "cwdk/rust/toolchain.h"

#include <argp.h>
#include <stdio.h>
#include <string.h>

/* A program that is needed, or only for some purpose. */
struct tool {
    const char *name;
    const char *version_option; /* that makes it print its version, or NULL */
    const char *purpose;
};

static const struct tool tools[] = {
    {"clang-19", "--version", "compile"},      {"lld-link-19", "--version", "link"},
    {"llvm-lib-19", NULL, "static libraries"}, {"llvm-rc-19", NULL, "resources"},
    {"llvm-ml-19", NULL, "assemble .asm"},     {"ninja", "--version", "run the build"},
    {"osslsigncode", "--version", "sign"},     {"llvm-symbolizer-19", NULL, "name the lines of a stack"},
};

/* A file or folder of the kit or the system. */
struct data {
    const char *path; /* below the kit's data folder, or absolute */
    const char *purpose;
    const char *remedy;
};

static const struct data data[] = {
    {"sdk/include/wdk-sys/km/ntddk.h", "kernel headers", "install the kit as a whole"},
    {"sdk/include/wdk-sys/wdf/wdf.h", "WDF headers", "install the kit as a whole"},
    {"sdk/exports.tsv", "table of exports", "install the kit as a whole"},
    {"sdk/lib/amd64/ntoskrnl.lib", "import libraries, amd64", "install the kit as a whole"},
    {"sdk/lib/arm64/ntoskrnl.lib", "import libraries, arm64", "install the kit as a whole"},
    {"templates/kmdf", "templates", "install the kit as a whole"},
    {"ntsim/ntoskrnl.exe", "simulated kernel", "install the kit as a whole"},
    {"ntsim/include/ntsim/ntsim.h", "headers of tests", "install the kit as a whole"},
    {"../../libexec/cwdk/ntsim-host", "host of simulated runs", "install the kit as a whole"},
    {"/usr/share/mingw-w64/include/windows.h", "Win32 headers", "apt-get install mingw-w64-common"},
};

static void print_line(bool fine, const char *what, const char *found, const char *remedy)
{
    printf("%-8s %-26s %s\n", fine ? "ok" : "missing", what, fine ? found : remedy);
}

/* The first line of what the program says with its version option that has a digit in it. */
static const char *version_of(const struct tool *tool, struct arena *a)
{
    const char *const argv[] = {tool->name, tool->version_option, NULL};
    struct process_result result;
    struct diag ignored = {0};
    const char *found = "";
    if (process_run(argv, NULL, true, a, &result, &ignored)) {
        for (char *line = strtok(result.output, "\n"); line; line = strtok(NULL, "\n")) {
            if (strpbrk(line, "0123456789")) {
                line[strcspn(line, ",")] = 0; /* osslsigncode goes on to tell its libraries */
                found = line;
                break;
            }
        }
    }
    diag_free(&ignored);
    return found;
}

static size_t check_tools(struct arena *a)
{
    size_t missing = 0;
    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++) {
        const char *path = process_find(tools[i].name, a);
        const char *remedy =
            arena_format(a, "to %s: apt-get install %s", tools[i].purpose, process_package(tools[i].name));
        const char *found = path && tools[i].version_option ? version_of(&tools[i], a) : path;
        print_line(path, tools[i].name, found, remedy);
        missing += !path;
    }
    return missing;
}

static size_t check_data(const char *home, struct arena *a)
{
    size_t missing = 0;
    for (size_t i = 0; i < sizeof data / sizeof *data; i++) {
        const char *path = path_join(a, home, data[i].path);
        print_line(path_exists(path), data[i].purpose, path, arena_format(a, "%s (%s)", data[i].remedy, path));
        missing += !path_exists(path);
    }
    return missing;
}

/* What drivers in Rust need: others do without. */
static void show_rust(struct arena *a)
{
    for (int arch = 0; arch < 2; arch++) {
        struct rust_toolchain found;
        struct diag own = {0};
        const char *what = arena_format(a, "rustc, %s", arch_name((enum arch)arch));
        if (rust_toolchain_find((enum arch)arch, a, &found, &own))
            print_line(true, what, arena_format(a, "%s %s, for %s", found.rustc, found.version, found.target), "");
        else
            printf("%-8s %-26s for drivers in Rust: %s\n", "optional", what, own.entries[0].help);
        diag_free(&own);
    }
    const char *bindgen = process_find("bindgen", a);
    if (bindgen)
        print_line(true, "bindgen", bindgen, "");
    else
        printf("%-8s %-26s for drivers in Rust: apt-get install %s\n", "optional", "bindgen",
               process_package("bindgen"));
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    (void)text;
    if (key != ARGP_KEY_ARG)
        return ARGP_ERR_UNKNOWN;
    argp_error(state, "this command takes no arguments");
    return 0;
}

int cmd_doctor(int argc, char **argv)
{
    static const struct argp argp = {NULL,
                                     parse,
                                     NULL,
                                     "Checks that the programs and files that the other commands need are "
                                     "there, and names the package of each that is "
                                     "not. Exit status 3 where one is missing.\v"
                                     "example:\n  cwdk doctor\n",
                                     NULL,
                                     NULL,
                                     NULL};
    argp_parse(&argp, argc, argv, 0, NULL, NULL);

    struct diag d = {0};
    struct arena a = {0};
    const char *home = home_folder(&a, &d);
    size_t missing = check_tools(&a);
    if (home)
        missing += check_data(home, &a);
    show_rust(&a);
    if (missing)
        diag_error(&d, CODE_ENV0003, diag_nowhere(), "%zu of the things listed above are missing", missing);
    arena_free(&a);
    return command_finish(&d, CWDK_ENVIRONMENT);
}
