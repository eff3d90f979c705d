/* cwdk submit-package PACKAGE...: the cabinet for Microsoft's hardware dashboard. */
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/keys.h"
#include "cwdk/host/date.h"
#include "cwdk/submit/submit.h"

#include <argp.h>
#include <string.h>

enum {
    OPTION_SYMBOLS = 256,
    OPTION_SIGN_MODE,
    OPTION_PLATFORM,
    OPTION_TRUST,
    OPTION_TRUST_SYSTEM,
};

static const struct argp_option options[] = {
    {"output", 'o', "FILE", 0, "the cabinet; else it is called as the first package's folder in it, with .cab", 1},
    {"symbols", OPTION_SYMBOLS, "FOLDER", 0, "look for PDBs there, too (may be repeated)", 1},
    {"target-platform", OPTION_PLATFORM, "NAME", 0, "rules for the INF: universal (the default), desktop or windows",
     1},
    {"trust", OPTION_TRUST, "FILE", 0,
     "trust this certificate in the packages (may be repeated); without it those that lie in them are trusted", 1},
    {"trust-system", OPTION_TRUST_SYSTEM, NULL, 0, "trust the certificates that this machine trusts", 1},
    {NULL, 0, NULL, 0, "Signing the cabinet:", 2},
    {"sign-mode", OPTION_SIGN_MODE, "MODE", 0, "test: with the test certificate; off: not; else a key is needed", 2},
    {0},
};

struct arguments {
    struct submit_options submit;
    const char **packages, **symbols, **trust;
    size_t package_count, symbol_count, trust_count;
    struct key_arguments keys;
};

static void check(struct arguments *arguments, struct argp_state *state)
{
    const struct sign_options *sign = &arguments->submit.sign;
    if (!arguments->package_count)
        argp_error(state, "name the folder of a PACKAGE");
    if (arguments->submit.signing != SUBMIT_SIGN_KEY && (sign->pfx || sign->key))
        argp_error(state, "--sign-mode test and off go without a key");
}

static void set_sign_mode(struct arguments *arguments, const char *text, struct argp_state *state)
{
    if (!strcasecmp(text, "test"))
        arguments->submit.signing = SUBMIT_SIGN_TEST;
    else if (!strcasecmp(text, "off"))
        arguments->submit.signing = SUBMIT_SIGN_OFF;
    else
        argp_error(state, "there is no sign mode '%s': test or off", text);
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &arguments->keys;
        return 0;
    case 'o':
        arguments->submit.output = text;
        return 0;
    case OPTION_SYMBOLS:
        arguments->symbols[arguments->symbol_count++] = text;
        return 0;
    case OPTION_SIGN_MODE:
        set_sign_mode(arguments, text, state);
        return 0;
    case OPTION_PLATFORM:
        if (!inf_mode_parse(text, &arguments->submit.mode))
            argp_error(state, "the platform is universal, desktop or windows, not '%s'", text);
        return 0;
    case OPTION_TRUST:
        arguments->trust[arguments->trust_count++] = text;
        arguments->submit.trust = arguments->trust;
        return 0;
    case OPTION_TRUST_SYSTEM:
        arguments->submit.trust_system = true;
        return 0;
    case ARGP_KEY_ARG:
        arguments->packages[arguments->package_count++] = text;
        return 0;
    case ARGP_KEY_END:
        check(arguments, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* What is wrong with the command line or its files is no finding about a driver. */
static enum cwdk_status status_of(const struct diag *d)
{
    static const char *const usage[] = {"ENV", "SUB3", "SIG1", "PKG1001", "PKG1004"};
    for (size_t i = 0; i < d->count; i++)
        for (size_t u = 0; d->entries[i].severity == DIAG_ERROR && u < sizeof usage / sizeof *usage; u++)
            if (d->entries[i].code && !strncmp(d->entries[i].code, usage[u], strlen(usage[u])))
                return CWDK_USAGE;
    return CWDK_FINDINGS;
}

static bool make(struct arguments *arguments, struct arena *a, struct diag *d)
{
    struct submit_options *submit = &arguments->submit;
    struct submit_result result;
    if (!key_arguments_finish(&arguments->keys, a, d) || !date_of_build(&submit->date, NULL, d))
        return false;
    if (!submit_make(submit, a, &result, d))
        return false;
    for (size_t i = 0; i < result.driver_count; i++)
        for (size_t f = 0; f < result.drivers[i].file_count; f++)
            printf("%10zu  %s\n", result.drivers[i].files[f].content.size, result.drivers[i].files[f].name);
    printf("%s: %zu %s, %zu bytes\n", result.output, result.driver_count,
           result.driver_count == 1 ? "driver" : "drivers", result.size);
    return true;
}

int cmd_submit_package(int argc, char **argv)
{
    static const struct argp_child children[] = {{.argp = &key_argp, .group = 2}, {0}};
    static const struct argp argp = {
        options,
        parse,
        "[FOLDER=]PACKAGE...",
        "Makes the signed cabinet that Microsoft's hardware dashboard takes: a folder for each driver package, with "
        "its "
        "symbols. Before that, checks what the dashboard is documented to reject; where something is wrong, status 1 "
        "and no cabinet. SOURCE_DATE_EPOCH, where set, is the date of the files and the signing time.\v"
        "examples:\n"
        "  cwdk submit-package --pfx ev.pfx --password-env PFX_PASSWORD target/amd64/release/echo-package\n"
        "  cwdk submit-package --sign-mode test -o both.cab one/echo-package other=two/echo-package\n",
        children,
        NULL,
        NULL};
    struct arena a = {0};
    struct diag d = {0};
    struct arguments arguments = {.submit.mode = INF_MODE_UNIVERSAL};
    arguments.keys.sign = &arguments.submit.sign;
    arguments.packages = arena_array(&a, (size_t)argc + 1, sizeof *arguments.packages);
    arguments.symbols = arena_array(&a, (size_t)argc + 1, sizeof *arguments.symbols);
    arguments.trust = arena_array(&a, (size_t)argc + 1, sizeof *arguments.trust);
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    arguments.submit.packages = arguments.packages;
    arguments.submit.symbols = arguments.symbols;
    make(&arguments, &a, &d);
    arena_free(&a);
    return command_finish(&d, status_of(&d));
}
