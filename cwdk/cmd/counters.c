/* cwdk counters: the compiler of counter manifests as a step of a build. */
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/generate.h"
#include "cwdk/events/counters.h"

enum { OPTION_PREFIX = 256, OPTION_SYMBOLS };

static const struct argp_option options[] = {
    {"symbols", OPTION_SYMBOLS, "NAME", 0, "make a header with GUIDs and numbers alone, too", 0},
    {"prefix", OPTION_PREFIX, "TEXT", 0, "begin all names with TEXT", 0},
    {0},
};

struct settings {
    const char *symbols, *prefix;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *settings = state->input;
    switch (key) {
    case OPTION_SYMBOLS:
        settings->symbols = text;
        return 0;
    case OPTION_PREFIX:
        settings->prefix = text;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool make(const struct generation *g, void *data, struct diag *d)
{
    const struct settings *settings = data;
    struct counters_output made;
    return counters_compile(g->input, settings->prefix, g->arena, &made, d) &&
           (!settings->symbols || generated_text(g, settings->symbols, made.symbols, d)) &&
           generated_text(g, g->header, made.header, d) && generated_text(g, g->script, made.script, d);
}

int cmd_counters(int argc, char **argv)
{
    static const struct generator generator = {
        .input = "the manifest",
        .help = "Compiles a counter manifest (.man) of a kernel-mode provider: header and string table. "
                "`cwdk build` runs it by itself.\v"
                "example:\n  cwdk counters --prefix=Widget -o obj widget.man\n\n"
                "Files that would not change keep their time.\n",
        .options = options,
        .parse = parse,
        .make = make,
    };
    struct settings settings = {0};
    return generate(&generator, &settings, argc, argv);
}
