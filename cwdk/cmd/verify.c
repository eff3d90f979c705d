/* cwdk verify PACKAGE: a finished driver package, from anywhere, looked at as a whole. */
#include "cwdk/cmd/commands.h"
#include "cwdk/package/package.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>

enum key { KEY_TRUST = 256, KEY_TRUST_SYSTEM, KEY_PLATFORM, KEY_EXPORTS };

static const struct argp_option options[] = {
    {"format", 'f', "FORMAT", 0, "text (the default) or json", 0},
    {"target-platform", KEY_PLATFORM, "PLATFORM", 0, "rules for the INF: universal (the default), desktop or windows",
     0},
    {"trust", KEY_TRUST, "FILE", 0,
     "trust this certificate (PEM or DER, may be repeated); without it those in the package are trusted", 0},
    {"trust-system", KEY_TRUST_SYSTEM, NULL, 0, "trust the certificates that this machine trusts", 0},
    {"exports", KEY_EXPORTS, "FILE", 0, "another table of exports than the kit's", 0},
    {0},
};

struct arguments {
    struct package_options package;
    const char **trust;
    size_t trust_count;
    bool json;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'f':
        if (strcmp(text, "text") != 0 && strcmp(text, "json") != 0)
            argp_error(state, "the format is text or json, not '%s'", text);
        arguments->json = !strcmp(text, "json");
        return 0;
    case KEY_TRUST:
        arguments->trust[arguments->trust_count++] = text;
        arguments->package.trust = arguments->trust;
        return 0;
    case KEY_TRUST_SYSTEM:
        arguments->package.trust_system = true;
        return 0;
    case KEY_PLATFORM:
        if (!inf_mode_parse(text, &arguments->package.mode))
            argp_error(state, "the platform is universal, desktop or windows, not '%s'", text);
        return 0;
    case KEY_EXPORTS:
        arguments->package.exports = text;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one PACKAGE at a time");
        arguments->package.folder = text;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->package.folder)
            argp_error(state, "name the folder of a PACKAGE");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

int cmd_verify(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "PACKAGE",
        "Checks a finished driver package: the INF, the files it names, architecture, hardening and checksum of each "
        "binary, whether every import and the framework exist on every Windows that the INF promises, signatures and "
        "catalogs. Ends with a table of the checks that were made. Status 1 where something is wrong.\v"
        "examples:\n"
        "  cwdk verify target/amd64/dev/echo-package\n"
        "  cwdk verify --trust vendor.cer --format json ./package\n",
        NULL,
        NULL,
        NULL};
    struct arena arena = {0};
    struct diag diag = {0};
    struct package package;
    struct arguments arguments = {.package.mode = INF_MODE_UNIVERSAL};
    arguments.trust = arena_array(&arena, (size_t)argc + 1, sizeof *arguments.trust);
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);

    if (!package_verify(&arguments.package, &arena, &package, &diag)) {
        arena_free(&arena);
        return command_finish(&diag, CWDK_USAGE);
    }
    if (arguments.json) {
        json_t *document = package_document(&package, &diag);
        json_dumpf(document, stdout, JSON_INDENT(2));
        putchar('\n');
        json_decref(document);
    } else {
        diag_print(&diag, stderr);
        package_print(&package, &diag, stdout);
    }
    fflush(stdout);
    const int status = command_status(&diag, CWDK_FINDINGS);
    diag_free(&diag);
    arena_free(&arena);
    return status;
}
