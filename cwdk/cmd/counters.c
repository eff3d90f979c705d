/* cwdk counters: the compiler of counter manifests as a step of a build. */
#include "cwdk/cmd/commands.h"
#include "cwdk/events/counters.h"

#include <argp.h>
#include <string.h>

enum { OPTION_HEADER = 256, OPTION_SCRIPT, OPTION_PREFIX, OPTION_SYMBOLS };

static const struct argp_option options[] = {
    {"output", 'o', "FOLDER", 0, "where the files go (default: here)", 0},
    {"header", OPTION_HEADER, "NAME", 0, "file name of the header (default: the manifest's, with .h)", 0},
    {"script", OPTION_SCRIPT, "NAME", 0, "file name of the resource script (default: with .rc)", 0},
    {"symbols", OPTION_SYMBOLS, "NAME", 0, "make a header with GUIDs and numbers alone, too", 0},
    {"prefix", OPTION_PREFIX, "TEXT", 0, "begin all names with TEXT", 0},
    {0},
};

struct arguments {
    const char *input, *output, *header, *script, *symbols, *prefix;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'o':
        arguments->output = text;
        return 0;
    case OPTION_HEADER:
        arguments->header = text;
        return 0;
    case OPTION_SCRIPT:
        arguments->script = text;
        return 0;
    case OPTION_SYMBOLS:
        arguments->symbols = text;
        return 0;
    case OPTION_PREFIX:
        arguments->prefix = text;
        return 0;
    case ARGP_KEY_ARG:
        if (arguments->input)
            argp_error(state, "name one FILE");
        arguments->input = text;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->input)
            argp_error(state, "name the manifest");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool write_text(struct arena *a, const char *folder, const char *name, const char *text, struct diag *d)
{
    return file_write_if_changed(path_join(a, folder, name), text, strlen(text), 0644, d);
}

static bool make_files(const struct arguments *arguments, struct arena *a, struct diag *d)
{
    const char *name = path_name(arguments->input), *folder = arguments->output ? arguments->output : ".";
    const char *stem = arena_substring(a, name, strlen(name) - strlen(path_extension(name)));
    struct counters_output made;
    if (!counters_compile(arguments->input, arguments->prefix, a, &made, d) || !folder_make(folder, d))
        return false;
    return (!arguments->symbols || write_text(a, folder, arguments->symbols, made.symbols, d)) &&
           write_text(a, folder, arguments->header ? arguments->header : arena_format(a, "%s.h", stem), made.header,
                      d) &&
           write_text(a, folder, arguments->script ? arguments->script : arena_format(a, "%s.rc", stem), made.script,
                      d);
}

int cmd_counters(int argc, char **argv)
{
    static const struct argp argp = {options,
                                     parse,
                                     "FILE",
                                     "Compiles a counter manifest (.man) of a kernel-mode provider: header and string "
                                     "table. `cwdk build` runs it by "
                                     "itself.\v"
                                     "example:\n  cwdk counters --prefix=Widget -o obj widget.man\n\n"
                                     "Files that would not change keep their time.\n",
                                     NULL,
                                     NULL,
                                     NULL};
    struct arguments arguments = {0};
    struct arena a = {0};
    struct diag d = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    make_files(&arguments, &a, &d);
    arena_free(&a);
    return command_finish(&d, CWDK_FINDINGS);
}
