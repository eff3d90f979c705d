/* cwdk events: the event compiler as a step of a build. */
#include "cwdk/events/events.h"
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/generate.h"

#include <string.h>

enum { OPTION_KERNEL = 256, OPTION_USER, OPTION_PREFIX, OPTION_STRIP };

static const struct argp_option options[] = {
    {"kernel", OPTION_KERNEL, NULL, 0, "make the macros that write events in kernel mode", 0},
    {"user", OPTION_USER, NULL, 0, "make those for user mode", 0},
    {"prefix", OPTION_PREFIX, "NAME", 0, "begin their names with NAME, not with EventWrite", 0},
    {"strip", OPTION_STRIP, "TEXT", 0, "leave TEXT out at the beginning of symbols in their names", 0},
    {0},
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct events_options *settings = state->input;
    switch (key) {
    case OPTION_KERNEL:
        settings->kernel = true;
        return 0;
    case OPTION_USER:
        settings->user = true;
        return 0;
    case OPTION_PREFIX:
        settings->prefix = text;
        return 0;
    case OPTION_STRIP:
        settings->strip = text;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* The tables and the template are named after the script. */
static bool make_files(const struct generation *g, const struct event_manifest *m,
                       const struct events_options *settings, struct diag *d)
{
    struct arena *a = g->arena;
    const char *text = events_header(m, settings, a, d), *lines = "/* Made by cwdk events. */\n",
               *base = arena_substring(a, g->script, strlen(g->script) - strlen(path_extension(g->script)));
    if (!text)
        return false;
    unsigned number = 0; /* mc counts so, and scripts may name its files themselves */
    for (const struct event_language *language = m->languages; language; language = language->next) {
        struct bytes table;
        const char *name = arena_format(a, "%s_MSG%05u.bin", base, ++number);
        if (!events_messages(m, language, a, &table, d) || !generated_bytes(g, name, table, d))
            return false;
        lines = arena_format(a, "%sLANGUAGE 0x%X,0x%X\n1 11 \"%s\"\n", lines, language->language & 0x3FF,
                             language->language >> 10, name);
    }
    const char *template = arena_format(a, "%sTEMP.BIN", base);
    lines = arena_format(a, "%s1 WEVT_TEMPLATE \"%s\"\n", lines, template);
    return generated_bytes(g, template, events_template(m, a), d) && generated_text(g, g->header, text, d) &&
           generated_text(g, g->script, lines, d);
}

static bool make(const struct generation *g, void *settings, struct diag *d)
{
    struct event_manifest manifest;
    if (!manifest_load(g->input, g->arena, &manifest, d))
        return false;
    const bool ok = make_files(g, &manifest, settings, d);
    manifest_free(&manifest);
    return ok;
}

int cmd_events(int argc, char **argv)
{
    static const struct generator generator = {
        .input = "the manifest",
        .help = "Compiles an event manifest (.man): header, resource script, event descriptions and message tables. "
                "`cwdk build` runs it by itself.\v"
                "example:\n  cwdk events --kernel -o obj --header=widgetevents.h widget.man\n\n"
                "Files that would not change keep their time.\n",
        .options = options,
        .parse = parse,
        .make = make,
    };
    struct events_options settings = {0};
    return generate(&generator, &settings, argc, argv);
}
