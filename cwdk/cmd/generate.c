#include "cwdk/cmd/generate.h"
#include "cwdk/cmd/commands.h"

#include <string.h>

enum { OPTION_HEADER = 512, OPTION_SCRIPT }; /* those of the generators begin at 256 */

struct line {
    const struct generator *generator;
    void *settings;
    struct generation said;
};

static const struct argp_option output_option[] = {
    {"output", 'o', "FOLDER", 0, "where the files go (default: here)", 0},
    {0},
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct line *line = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = line->settings;
        state->child_inputs[1] = line;
        return 0;
    case 'o':
        line->said.folder = text;
        return 0;
    case ARGP_KEY_ARG:
        if (line->said.input)
            argp_error(state, "name one FILE");
        line->said.input = text;
        return 0;
    case ARGP_KEY_END:
        if (!line->said.input)
            argp_error(state, "name %s", line->generator->input);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp_option optional_header[] = {
    {"header", OPTION_HEADER, "NAME", 0, "make a C header of this name, too", 0},
    {0},
};
static const struct argp_option header_and_script[] = {
    {"header", OPTION_HEADER, "NAME", 0, "file name of the header (default: FILE's, with .h)", 0},
    {"script", OPTION_SCRIPT, "NAME", 0, "file name of the resource script (default: FILE's, with .rc)", 0},
    {0},
};

static error_t parse_names(int key, char *text, struct argp_state *state)
{
    struct line *line = state->input;
    switch (key) {
    case OPTION_HEADER:
        line->said.header = text;
        return 0;
    case OPTION_SCRIPT:
        line->said.script = text;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static void add_defaults(struct generation *g, bool optional_header_only)
{
    const char *name = path_name(g->input);
    g->stem = arena_substring(g->arena, name, strlen(name) - strlen(path_extension(name)));
    if (!g->folder)
        g->folder = ".";
    if (optional_header_only)
        return;
    if (!g->header)
        g->header = arena_format(g->arena, "%s.h", g->stem);
    if (!g->script)
        g->script = arena_format(g->arena, "%s.rc", g->stem);
}

int generate(const struct generator *generator, void *settings, int argc, char **argv)
{
    const struct argp own = {.options = generator->options, .parser = generator->parse};
    const struct argp names = {.options = generator->optional_header ? optional_header : header_and_script,
                               .parser = parse_names};
    const struct argp_child children[] = {{.argp = &own}, {.argp = &names}, {0}};
    const struct argp argp = {
        .options = output_option, .parser = parse, .args_doc = "FILE", .doc = generator->help, .children = children};
    struct arena a = {0};
    struct diag d = {0};
    struct line line = {generator, settings, {.arena = &a}};
    argp_parse(&argp, argc, argv, 0, NULL, &line);
    add_defaults(&line.said, generator->optional_header);
    generator->make(&line.said, settings, &d);
    arena_free(&a);
    return command_finish(&d, CWDK_FINDINGS);
}

bool generated_bytes(const struct generation *g, const char *name, struct bytes content, struct diag *d)
{
    return folder_make(g->folder, d) &&
           file_write_if_changed(path_join(g->arena, g->folder, name), content.data, content.size, 0644, d);
}

bool generated_text(const struct generation *g, const char *name, const char *text, struct diag *d)
{
    return generated_bytes(g, name, (struct bytes){(const uint8_t *)text, strlen(text)}, d);
}
