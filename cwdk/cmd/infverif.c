/* cwdk infverif FILE.inf: the rules of InfVerif, held against a stamped INF. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/inf/verify.h"

#include <argp.h>
#include <string.h>

enum { OPTION_STAMP = 256 };

static const struct argp_option options[] = {
    {"mode", 'm', "MODE", 0, "desktop, universal (the default) or windows", 0},
    {"arch", 'a', "ARCH", 0, "amd64 or arm64; without it, all that the INF serves", 0},
    {"stamp", OPTION_STAMP, "FILE", 0, "write this empty file where there is no error, for build systems", 0},
    {0},
};

struct settings {
    struct inf_verify verify;
    const char *file, *stamp;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *s = state->input;
    switch (key) {
    case 'm':
        if (!inf_mode_parse(text, &s->verify.mode))
            argp_error(state, "there is no mode '%s': desktop, universal or windows", text);
        return 0;
    case 'a':
        if (!inf_arch_parse(text, &s->verify.arch))
            argp_error(state, "there is no architecture '%s'; amd64 and arm64 are the usual ones", text);
        return 0;
    case OPTION_STAMP:
        s->stamp = text;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one FILE at a time");
        s->file = text;
        return 0;
    case ARGP_KEY_END:
        if (!s->file)
            argp_error(state, "name an INF FILE");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* A file that cannot be read or written is no finding about the driver. */
static enum cwdk_status status_of(const struct diag *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->entries[i].code && !strncmp(d->entries[i].code, "ENV", 3))
            return CWDK_USAGE;
    return CWDK_FINDINGS;
}

int cmd_infverif(int argc, char **argv)
{
    static const struct argp argp = {
        .options = options,
        .parser = parse,
        .args_doc = "FILE",
        .doc = "Holds the documented rules of InfVerif against a stamped INF.\v"
               "example:\n  cwdk infverif target/amd64/dev/echo-package/echo.inf --mode windows\n"};
    struct settings s = {.verify.mode = INF_MODE_UNIVERSAL};
    argp_parse(&argp, argc, argv, 0, NULL, &s);
    struct arena a = {0};
    struct diag d = {0};
    const struct inf *inf = inf_read(s.file, &a, &d);
    if (inf && inf_verify(inf, &s.verify, &d) && s.stamp)
        file_write(s.stamp, "", 0, 0644, &d);
    arena_free(&a);
    return command_finish(&d, status_of(&d));
}
