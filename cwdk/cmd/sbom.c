/* cwdk sbom PACKAGE: what a driver package consists of, as an SPDX document. */
#include "cwdk/sbom/sbom.h"
#include "cwdk/cmd/commands.h"
#include "cwdk/host/date.h"
#include "cwdk/host/file.h"
#include "cwdk/host/memory.h"

#include <argp.h>
#include <stdio.h>

enum {
    OPTION_SYMBOLS = 256,
    OPTION_TREE,
    OPTION_FILES,
    OPTION_COMPONENTS,
    OPTION_NAME,
    OPTION_VERSION,
    OPTION_LICENCE
};

static const struct argp_option options[] = {
    {"output", 'o', "FILE", 0, "the document; else it is beside the package's folder, called NAME.spdx.json", 1},
    {"symbols", OPTION_SYMBOLS, "FOLDER", 0, "look for PDBs there, too (may be repeated)", 1},
    {NULL, 0, NULL, 0, "Of an installation instead of a driver package (with all of these and -o):", 2},
    {"tree", OPTION_TREE, "FOLDER", 0, "its root", 2},
    {"files", OPTION_FILES, "FILE", 0, "the names of its files, one a line, below the root", 2},
    {"components", OPTION_COMPONENTS, "FILE", 0, "a table of what it is made of and needs (cwdk explain SBM1001)", 2},
    {"name", OPTION_NAME, "TEXT", 0, "what it is called", 2},
    {"version", OPTION_VERSION, "TEXT", 0, "its version", 2},
    {"licence", OPTION_LICENCE, "TEXT", 0, "its licence, in SPDX's terms", 2},
    {0},
};

struct arguments {
    struct sbom_driver driver;
    struct sbom_tree tree;
    const char **symbols;
    size_t symbol_count;
};

static void check(const struct arguments *arguments, struct argp_state *state)
{
    const struct sbom_tree *t = &arguments->tree;
    const bool any = t->folder || t->files || t->components || t->name || t->version || t->licence;
    const bool all =
        t->folder && t->files && t->components && t->name && t->version && t->licence && arguments->driver.output;
    if (any && !all)
        argp_error(state, "--tree, --files, --components, --name, --version, --licence and -o go together");
    if (any == (arguments->driver.package != NULL))
        argp_error(state, any ? "a PACKAGE and --tree exclude each other" : "name the folder of a PACKAGE");
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'o':
        arguments->driver.output = text;
        return 0;
    case OPTION_SYMBOLS:
        arguments->symbols[arguments->symbol_count++] = text;
        arguments->driver.symbols = arguments->symbols;
        return 0;
    case OPTION_TREE:
        arguments->tree.folder = text;
        return 0;
    case OPTION_FILES:
        arguments->tree.files = text;
        return 0;
    case OPTION_COMPONENTS:
        arguments->tree.components = text;
        return 0;
    case OPTION_NAME:
        arguments->tree.name = text;
        return 0;
    case OPTION_VERSION:
        arguments->tree.version = text;
        return 0;
    case OPTION_LICENCE:
        arguments->tree.licence = text;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one PACKAGE at a time");
        arguments->driver.package = text;
        return 0;
    case ARGP_KEY_END:
        check(arguments, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool write_bill(struct arguments *arguments, struct arena *a, struct diag *d)
{
    struct sbom_driver *driver = &arguments->driver;
    if (!date_of_build(&driver->created, NULL, d))
        return false;
    driver->kit_version = CWDK_VERSION;
    if (arguments->tree.folder) {
        arguments->tree.created = driver->created;
        arguments->tree.kit_version = CWDK_VERSION;
        arguments->tree.output = driver->output;
        return sbom_write_tree(&arguments->tree, d);
    }
    if (!driver->output)
        driver->output = sbom_default_output(driver->package, a);
    if (!sbom_write_driver(driver, d))
        return false;
    printf("%s\n", driver->output);
    return true;
}

int cmd_sbom(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "PACKAGE",
        "Writes what a driver package consists of as an SPDX 2.3 document: its files with checksums, the modules of "
        "Windows and the framework it needs, the compiler and the static libraries that its PDBs tell of. "
        "SOURCE_DATE_EPOCH, where set, is the document's date; the same package then gives the same bytes.\v"
        "examples:\n"
        "  cwdk sbom target/amd64/release/echo-package\n"
        "  cwdk sbom ./echo-package --symbols ./symbols -o echo.spdx.json\n",
        NULL,
        NULL,
        NULL};
    struct arena arena = {0};
    struct diag diag = {0};
    struct arguments arguments = {0};
    arguments.symbols = arena_array(&arena, (size_t)argc + 1, sizeof *arguments.symbols);
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    write_bill(&arguments, &arena, &diag);
    const int status = command_finish(&diag, CWDK_USAGE);
    arena_free(&arena);
    return status;
}
