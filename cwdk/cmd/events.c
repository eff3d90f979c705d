/* cwdk events: the event compiler as a step of a build. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/events/events.h"

#include <argp.h>
#include <string.h>

enum { OPTION_HEADER = 256, OPTION_SCRIPT, OPTION_KERNEL, OPTION_USER, OPTION_PREFIX, OPTION_STRIP };

static const struct argp_option options[] = {
    {"output", 'o', "FOLDER", 0, "where the files go (default: here)", 0},
    {"header", OPTION_HEADER, "NAME", 0, "file name of the header (default: the manifest's, with .h)", 0},
    {"script", OPTION_SCRIPT, "NAME", 0, "file name of the resource script (default: with .rc)", 0},
    {"kernel", OPTION_KERNEL, NULL, 0, "make the macros that write events in kernel mode", 0},
    {"user", OPTION_USER, NULL, 0, "make those for user mode", 0},
    {"prefix", OPTION_PREFIX, "NAME", 0, "begin their names with NAME, not with EventWrite", 0},
    {"strip", OPTION_STRIP, "TEXT", 0, "leave TEXT out at the beginning of symbols in their names", 0},
    {0},
};

struct arguments {
    const char *input, *output, *header, *script;
    struct events_options options;
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
    case OPTION_KERNEL:
        arguments->options.kernel = true;
        return 0;
    case OPTION_USER:
        arguments->options.user = true;
        return 0;
    case OPTION_PREFIX:
        arguments->options.prefix = text;
        return 0;
    case OPTION_STRIP:
        arguments->options.strip = text;
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

static bool write_file(struct arena *a, const char *folder, const char *name, struct bytes content, struct diag *d)
{
    return file_write_if_changed(path_join(a, folder, name), content.data, content.size, 0644, d);
}

static struct bytes bytes_of(const char *text)
{
    return (struct bytes){(const uint8_t *)text, strlen(text)};
}

static const char *without_extension(struct arena *a, const char *name)
{
    return arena_substring(a, name, strlen(name) - strlen(path_extension(name)));
}

/* The tables and the template are named after the script. */
static bool make_files(const struct arguments *arguments, const struct event_manifest *m, struct arena *a,
                       struct diag *d)
{
    const char *stem = without_extension(a, path_name(arguments->input)),
               *folder = arguments->output ? arguments->output : ".",
               *header = arguments->header ? arguments->header : arena_format(a, "%s.h", stem),
               *script = arguments->script ? arguments->script : arena_format(a, "%s.rc", stem),
               *base = without_extension(a, script), *lines = "/* Made by cwdk events. */\n";
    const char *text = events_header(m, &arguments->options, a, d);
    if (!text || !folder_make(folder, d))
        return false;
    unsigned number = 0; /* mc counts so, and scripts may name its files themselves */
    for (const struct event_language *language = m->languages; language; language = language->next) {
        struct bytes table;
        const char *name = arena_format(a, "%s_MSG%05u.bin", base, ++number);
        if (!events_messages(m, language, a, &table, d) || !write_file(a, folder, name, table, d))
            return false;
        lines = arena_format(a, "%sLANGUAGE 0x%X,0x%X\n1 11 \"%s\"\n", lines, language->language & 0x3FF,
                             language->language >> 10, name);
    }
    const char *template = arena_format(a, "%sTEMP.BIN", base);
    lines = arena_format(a, "%s1 WEVT_TEMPLATE \"%s\"\n", lines, template);
    return write_file(a, folder, template, events_template(m, a), d) &&
           write_file(a, folder, header, bytes_of(text), d) && write_file(a, folder, script, bytes_of(lines), d);
}

int cmd_events(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "FILE",
        "Compiles an event manifest (.man): header, resource script, event descriptions and message tables. "
        "`cwdk build` runs it by itself.\v"
        "example:\n  cwdk events --kernel -o obj --header=widgetevents.h widget.man\n\n"
        "Files that would not change keep their time.\n",
        NULL,
        NULL,
        NULL};
    struct arguments arguments = {0};
    struct arena a = {0};
    struct diag d = {0};
    struct event_manifest manifest;
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    if (manifest_load(arguments.input, &a, &manifest, &d)) {
        make_files(&arguments, &manifest, &a, &d);
        manifest_free(&manifest);
    }
    arena_free(&a);
    return command_finish(&d, CWDK_FINDINGS);
}
