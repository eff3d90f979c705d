/* cwdk catalog FOLDER: the catalog of a driver package. */
#include "cwdk/catalog/package.h"
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/date.h"
#include "cwdk/sign/sign.h"

#include <argp.h>
#include <string.h>

enum { OPTION_OS = 0x100, OPTION_DATE, OPTION_VERSION };

static const struct argp_option options[] = {
    {"inf", 'i', "FILE", 0, "the package's INF, where its folder has several", 0},
    {"output", 'o', "FILE", 0, "write there instead of the name that the INF's CatalogFile gives", 0},
    {"arch", 'a', "ARCH", 0, "amd64 or arm64; without it, all that the INF serves", 0},
    {"os", OPTION_OS, "LIST", 0, "Windows versions by Inf2Cat's names; without it, those that the INF promises", 0},
    {"date", OPTION_DATE, "SECONDS", 0, "date of the catalog since 1970; else SOURCE_DATE_EPOCH, else now", 0},
    {"catalog-version", OPTION_VERSION, "1|2", 0, "1 for Windows 7 and Wine; 2, the default, for Windows 8 and later",
     0},
    {0},
};

struct arguments {
    struct package_catalog_options package;
    const char *date;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    struct package_catalog_options *package = &arguments->package;
    switch (key) {
    case 'i':
        package->inf = text;
        return 0;
    case 'o':
        package->output = text;
        return 0;
    case 'a':
        if (!inf_arch_parse(text, &package->arch) || package->arch == INF_ARCH_NONE)
            argp_error(state, "there is no architecture '%s'; amd64 and arm64 are the usual ones", text);
        return 0;
    case OPTION_OS:
        package->os = text;
        return 0;
    case OPTION_DATE:
        arguments->date = text;
        return 0;
    case OPTION_VERSION:
        if (strcmp(text, "1") != 0 && strcmp(text, "2") != 0)
            argp_error(state, "a catalog's version is 1 or 2, not '%s'", text);
        package->version = *text == '1' ? CATALOG_V1 : CATALOG_V2;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one package FOLDER at a time");
        package->folder = text;
        return 0;
    case ARGP_KEY_END:
        if (!package->folder)
            argp_error(state, "name the package's FOLDER");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

int cmd_catalog(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "FOLDER",
        "Makes the catalog of a driver package, as Inf2Cat does: every file that the INF copies, and the INF "
        "itself, by "
        "SHA-1 and SHA-256. A missing file is an error; what the INF does not copy is left out, with a warning.\v"
        "example:\n  cwdk catalog target/amd64/dev/echo-package --os 10_VB_X64,10_CO_X64\n",
        NULL,
        NULL,
        NULL};
    struct arguments arguments = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    struct diag d = {0};
    struct arena a = {0};
    const bool dated = arguments.date ? date_parse(arguments.date, "--date", &arguments.package.time, &d)
                                      : date_of_build(&arguments.package.time, NULL, &d);
    if (dated && sign_refuse_private_keys(arguments.package.folder, &d))
        package_catalog_write(&arguments.package, &a, NULL, &d);
    arena_free(&a);
    return command_finish(&d, CWDK_USAGE);
}
