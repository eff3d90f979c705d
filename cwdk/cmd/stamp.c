/* cwdk stamp: makes the INF of a build out of an INX, as stampinf does. */
#include "cwdk/cmd/commands.h"
#include "cwdk/host/text.h"
#include "cwdk/inf/stamp.h"

#include <argp.h>
#include <string.h>

static const struct argp_option options[] = {
    {"arch", 'a', "ARCH", 0, "amd64, arm64 or x86, for $ARCH$; a system may follow, as in amd64.10.0...16299", 0},
    {"replace", 'r', "TEXT=NEW", 0, "put NEW wherever TEXT stands in the stamped file, comments too; may be repeated",
     0},
    {"date", 'd', "DATE", 0, "mm/dd/yyyy for DriverVer; * is today (UTC), which is the default", 0},
    {"version", 'v', "VERSION", 0, "w.x.y.z for DriverVer; * is the time of day (UTC), which is the default", 0},
    {"section", 's', "NAME", 0, "the section that gets DriverVer, instead of Version", 0},
    {"kmdf", 'k', "VERSION", 0, "for $KMDFVERSION$ and $KMDFCOINSTALLERVERSION$, such as 1.33", 0},
    {"umdf", 'u', "VERSION", 0, "for $UMDFVERSION$ and $UMDFCOINSTALLERVERSION$, such as 2.33.0", 0},
    {"catalog", 'c', "NAME.cat", 0, "set CatalogFile, or add it", 0},
    {"default-catalog", 'C', "NAME.cat", 0, "add CatalogFile where the file names none", 0},
    {0},
};

struct stamp_arguments {
    struct inf_stamp stamp;
    const char *input, *output;
    struct arguments texts;
};

/* "amd64", or "amd64.10.0...16299". */
static void set_arch(struct inf_stamp *stamp, char *text, struct argp_state *state)
{
    char *rest = strchr(text, '.');
    if (rest)
        *rest++ = 0;
    if (!inf_arch_parse(text, &stamp->arch))
        argp_error(state, "'%s' is no architecture; expected amd64, arm64, x86, arm or ia64", text);
    if (rest && (!*rest || rest[strspn(rest, "0123456789.")]))
        argp_error(state, "'%s' is no system; expected numbers such as 10.0...16299", rest);
    stamp->decoration = rest;
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct stamp_arguments *arguments = state->input;
    switch (key) {
    case 'a':
        set_arch(&arguments->stamp, text, state);
        return 0;
    case 'r':
        if (*text == '=' || !strchr(text, '='))
            argp_error(state, "--replace wants TEXT=NEW, not '%s'", text);
        arguments_add(&arguments->texts, text);
        return 0;
    case 'd':
        arguments->stamp.date = text;
        return 0;
    case 'v':
        arguments->stamp.version = text;
        return 0;
    case 's':
        arguments->stamp.section = text;
        return 0;
    case 'k':
        arguments->stamp.kmdf = text;
        return 0;
    case 'u':
        arguments->stamp.umdf = text;
        return 0;
    case 'c':
        arguments->stamp.catalog = text;
        return 0;
    case 'C':
        arguments->stamp.default_catalog = text;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num > 1)
            argp_error(state, "one INPUT and one OUTPUT");
        *(state->arg_num ? &arguments->output : &arguments->input) = text;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->output)
            argp_error(state, "name an INPUT and an OUTPUT");
        arguments->stamp.texts = arguments->texts.items;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

int cmd_stamp(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "INPUT OUTPUT",
        "Makes the INF of one build out of an INX (or an INF): replaces $ARCH$ and its like and sets DriverVer. "
        "Everything else stays as it is, byte by byte.\v"
        "SOURCE_DATE_EPOCH stands for the clock; STAMPINF_DATE and STAMPINF_VERSION for the options.\n\n"
        "example:\n  cwdk stamp echo.inx echo.inf --arch amd64 --kmdf 1.33 --version 1.0.0.0\n",
        NULL,
        NULL,
        NULL};
    struct arena arena = {0};
    struct stamp_arguments arguments = {.texts.arena = &arena};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    struct diag diag = {0};
    if (inf_stamp_environment(&arguments.stamp, &diag))
        inf_stamp_file(arguments.input, arguments.output, &arguments.stamp, &diag);
    arena_free(&arena);
    return command_finish(&diag, CWDK_USAGE);
}
