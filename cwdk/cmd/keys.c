/* --pfx, --key and what goes with them. */
#include "cwdk/cmd/keys.h"
#include "cwdk/host/date.h"

enum {
    OPTION_PFX = 0x200, /* none that a command has */
    OPTION_KEY,
    OPTION_CERTIFICATE,
    OPTION_MODULE,
    OPTION_ENGINE,
    OPTION_PASSWORD_FILE,
    OPTION_PASSWORD_VARIABLE,
    OPTION_TIMESTAMP,
    OPTION_ARGUMENTS,
};

static const struct argp_option options[] = {
    {"pfx", OPTION_PFX, "FILE", 0, "sign with the key and certificates of a PKCS#12 file", 0},
    {"key", OPTION_KEY, "FILE", 0, "sign with a PEM key; with --pkcs11-module, the token's key by URI or id", 0},
    {"certificate", OPTION_CERTIFICATE, "FILE", 0, "PEM certificates that go with --key, the signer's first", 0},
    {"pkcs11-module", OPTION_MODULE, "FILE", 0, "the library of a PKCS#11 token that holds the key", 0},
    {"pkcs11-engine", OPTION_ENGINE, "FILE", 0, "OpenSSL's engine for PKCS#11, where it is not found by itself", 0},
    {"password-file", OPTION_PASSWORD_FILE, "FILE", 0, "the key's password or PIN is the file's first line", 0},
    {"password-env", OPTION_PASSWORD_VARIABLE, "NAME", 0, "the key's password or PIN is in that variable", 0},
    {"timestamp", OPTION_TIMESTAMP, "URL", 0, "have an RFC 3161 server put its time on the signature", 0},
    {"sign-args", OPTION_ARGUMENTS, "TEXT", 0, "more arguments for osslsigncode, split at spaces", 0},
    {0},
};

static void check(struct sign_options *sign, struct argp_state *state)
{
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
    struct key_arguments *arguments = state->input;
    struct sign_options *sign;
    if (!arguments) /* argp asks for help texts before any parser has its input */
        return ARGP_ERR_UNKNOWN;
    sign = arguments->sign;
    switch (key) {
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
    case OPTION_ARGUMENTS:
        arguments->more = text;
        return 0;
    case ARGP_KEY_END:
        check(sign, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

const struct argp key_argp = {.options = options, .parser = parse};

bool key_arguments_finish(struct key_arguments *arguments, struct arena *a, struct diag *d)
{
    struct sign_options *sign = arguments->sign;
    time_t date;
    bool fixed;
    if (!date_of_build(&date, &fixed, d))
        return false;
    if (fixed)
        sign->signing_time = date;
    return !arguments->more || (sign->arguments = sign_split_arguments(arguments->more, a, d));
}
