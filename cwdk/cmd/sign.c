/* cwdk sign FILE: signs images and catalogs, and hands out the test certificate. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/sign/identity.h"
#include "cwdk/sign/sign.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>

enum {
    OPTION_PFX = 0x100,
    OPTION_KEY,
    OPTION_CERTIFICATE,
    OPTION_MODULE,
    OPTION_ENGINE,
    OPTION_PASSWORD_FILE,
    OPTION_PASSWORD_VARIABLE,
    OPTION_TIMESTAMP,
    OPTION_NO_PAGE_HASHES,
    OPTION_ARGUMENTS,
    OPTION_EXPORT,
};

static const struct argp_option options[] = {
    {"output", 'o', "PATH", 0, "the signed file, or a folder for several; without it, FILE is replaced", 0},
    {"pfx", OPTION_PFX, "FILE", 0, "sign with the key and certificates of a PKCS#12 file", 0},
    {"key", OPTION_KEY, "FILE", 0, "sign with a PEM key; with --pkcs11-module, the token's key by URI or id", 0},
    {"certificate", OPTION_CERTIFICATE, "FILE", 0, "PEM certificates that go with --key, the signer's first", 0},
    {"pkcs11-module", OPTION_MODULE, "FILE", 0, "the library of a PKCS#11 token that holds the key", 0},
    {"pkcs11-engine", OPTION_ENGINE, "FILE", 0, "OpenSSL's engine for PKCS#11, where it is not found by itself", 0},
    {"password-file", OPTION_PASSWORD_FILE, "FILE", 0, "the key's password or PIN is the file's first line", 0},
    {"password-env", OPTION_PASSWORD_VARIABLE, "NAME", 0, "the key's password or PIN is in that variable", 0},
    {"timestamp", OPTION_TIMESTAMP, "URL", 0, "have an RFC 3161 server put its time on the signature", 0},
    {"no-page-hashes", OPTION_NO_PAGE_HASHES, NULL, 0, "leave out the hash of each page of an image", 0},
    {"sign-args", OPTION_ARGUMENTS, "TEXT", 0, "more arguments for osslsigncode, split at spaces", 0},
    {"export-certificate", OPTION_EXPORT, "FILE", 0, "write the test certificate (.cer, DER) for the test machines", 0},
    {0},
};

struct arguments {
    struct sign_options sign;
    const char *output, *more, *export;
    char **files;
    int file_count;
};

static void check(struct arguments *arguments, struct argp_state *state)
{
    struct sign_options *sign = &arguments->sign;
    if (!arguments->file_count && !arguments->export)
        argp_error(state, "name a FILE to sign");
    if (sign->pfx && (sign->key || sign->module))
        argp_error(state, "--pfx brings its own key: leave out --key and --pkcs11-module");
    if (!sign->key != !sign->certificates)
        argp_error(state, "--key and --certificate go together");
    if (sign->module && !sign->key)
        argp_error(state, "--pkcs11-module needs --key and --certificate");
    if (sign->password_file && sign->password_variable)
        argp_error(state, "--password-file and --password-env exclude each other");
    sign->kind = sign->pfx ? SIGN_KEY_PFX : sign->module ? SIGN_KEY_PKCS11 : sign->key ? SIGN_KEY_PEM : SIGN_KEY_TEST;
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    struct sign_options *sign = &arguments->sign;
    switch (key) {
    case 'o':
        arguments->output = text;
        return 0;
    case OPTION_PFX:
        sign->pfx = text;
        return 0;
    case OPTION_KEY:
        sign->key = text;
        return 0;
    case OPTION_CERTIFICATE:
        sign->certificates = text;
        return 0;
    case OPTION_MODULE:
        sign->module = text;
        return 0;
    case OPTION_ENGINE:
        sign->engine = text;
        return 0;
    case OPTION_PASSWORD_FILE:
        sign->password_file = text;
        return 0;
    case OPTION_PASSWORD_VARIABLE:
        sign->password_variable = text;
        return 0;
    case OPTION_TIMESTAMP:
        sign->timestamp_url = text;
        return 0;
    case OPTION_NO_PAGE_HASHES:
        sign->no_page_hashes = true;
        return 0;
    case OPTION_ARGUMENTS:
        arguments->more = text;
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
    if (arguments->more && !(arguments->sign.arguments = sign_split_arguments(arguments->more, a, d)))
        return false;
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (epoch)
        arguments->sign.signing_time = (time_t)strtoll(epoch, NULL, 10);
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
        NULL,
        NULL,
        NULL};
    struct arguments arguments = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    struct diag d = {0};
    struct arena a = {0};
    sign_all(&arguments, &a, &d);
    arena_free(&a);
    return command_finish(&d, CWDK_USAGE);
}
