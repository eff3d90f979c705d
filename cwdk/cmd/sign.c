/* cwdk sign FILE: signs images and catalogs, and hands out the test certificate. */
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/keys.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/sign/identity.h"
#include "cwdk/sign/sign.h"

#include <argp.h>
#include <string.h>

enum {
    OPTION_NO_PAGE_HASHES = 0x100,
    OPTION_EXPORT,
};

static const struct argp_option options[] = {
    {"output", 'o', "PATH", 0, "the signed file, or a folder for several; without it, FILE is replaced", 0},
    {"no-page-hashes", OPTION_NO_PAGE_HASHES, NULL, 0, "leave out the hash of each page of an image", 0},
    {"export-certificate", OPTION_EXPORT, "FILE", 0, "write the test certificate (.cer, DER) for the test machines", 0},
    {0},
};

struct arguments {
    struct sign_options sign;
    struct key_arguments keys;
    const char *output, *export;
    char **files;
    int file_count;
};

static void check(struct arguments *arguments, struct argp_state *state)
{
    if (!arguments->file_count && !arguments->export)
        argp_error(state, "name a FILE to sign");
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &arguments->keys;
        return 0;
    case 'o':
        arguments->output = text;
        return 0;
    case OPTION_NO_PAGE_HASHES:
        arguments->sign.no_page_hashes = true;
        return 0;
    case OPTION_EXPORT:
        arguments->export = text;
        return 0;
    case ARGP_KEY_ARGS:
        arguments->files = state->argv + state->next;
        arguments->file_count = state->argc - state->next;
        return 0;
    case ARGP_KEY_END:
        check(arguments, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool sign_all(struct arguments *arguments, struct arena *a, struct diag *d)
{
    if (!key_arguments_finish(&arguments->keys, a, d))
        return false;
    if (arguments->export) {
        const char *identity = identity_test(a, d);
        if (!identity || !identity_export(identity, arguments->export, d))
            return false;
    }
    const bool folder = arguments->file_count > 1 || (arguments->output && path_is_folder(arguments->output));
    if (arguments->output && folder && !folder_make(arguments->output, d))
        return false;
    for (int i = 0; i < arguments->file_count; i++) {
        const char *in = arguments->files[i], *out = arguments->output;
        if (!out)
            out = in;
        else if (folder)
            out = path_join(a, out, path_name(in));
        if (!sign_file(&arguments->sign, in, out, a, d))
            return false;
    }
    return true;
}

int cmd_sign(int argc, char **argv)
{
    static const struct argp_child children[] = {{.argp = &key_argp}, {0}};
    static const struct argp argp = {
        options,
        parse,
        "[FILE...]",
        "Signs drivers and catalogs with SHA-256: with the user's own test certificate, which is made at the "
        "first use, or "
        "with a key of your own. SOURCE_DATE_EPOCH, where set, is the signing time.\v"
        "example:\n  cwdk sign echo.sys --output signed/echo.sys\n"
        "  cwdk sign --export-certificate echo-test.cer\n"
        "  cwdk sign echo.cat --pfx release.pfx --password-env PFX_PASSWORD --timestamp "
        "http://timestamp.example.com\n",
        children,
        NULL,
        NULL};
    struct arguments arguments = {0};
    arguments.keys.sign = &arguments.sign;
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    struct diag d = {0};
    struct arena a = {0};
    sign_all(&arguments, &a, &d);
    arena_free(&a);
    return command_finish(&d, CWDK_USAGE);
}
