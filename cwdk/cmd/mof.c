/* cwdk mof: the MOF compiler as a step of a build. */
#include "cwdk/mof/mof.h"
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/generate.h"
#include "cwdk/host/text.h"

enum { OPTION_BINARY = 256, OPTION_METHODS, OPTION_DUMP };

static const struct argp_option options[] = {
    {"binary", OPTION_BINARY, "NAME", 0, "file name of the binary MOF (default: FILE's, with .bmf)", 0},
    {"methods", OPTION_METHODS, NULL, 0, "with structures for the parameters of methods in the header", 0},
    {"dump", OPTION_DUMP, "NAME", 0, "make a list of the binary MOF's bytes for #include, too", 0},
    {0},
};

struct settings {
    const char *binary, *dump;
    bool methods;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *settings = state->input;
    switch (key) {
    case OPTION_BINARY:
        settings->binary = text;
        return 0;
    case OPTION_METHODS:
        settings->methods = true;
        return 0;
    case OPTION_DUMP:
        settings->dump = text;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool write_dump(const struct generation *g, const char *name, struct bytes binary, struct diag *d)
{
    struct text t = {0};
    for (size_t i = 0; i < binary.size; i++)
        text_format(&t, "0x%02x,%c", binary.data[i], i % 16 == 15 ? '\n' : ' ');
    text_put(&t, "\n");
    const bool ok = generated_text(g, name, t.data, d);
    text_free(&t);
    return ok;
}

static bool make(const struct generation *g, void *data, struct diag *d)
{
    const struct settings *settings = data;
    struct bytes content;
    struct mof mof;
    if (!file_read(g->input, g->arena, &content, d) || !mof_parse(g->input, content, g->arena, &mof, d))
        return false;
    const char *header = g->header ? mof_header(&mof, settings->methods, g->arena, d) : "";
    if (!header)
        return false;
    const struct bytes binary = mof_binary(&mof, g->arena);
    const char *name = settings->binary ? settings->binary : arena_format(g->arena, "%s.bmf", g->stem);
    return (!g->header || generated_text(g, g->header, header, d)) &&
           (!settings->dump || write_dump(g, settings->dump, binary, d)) && generated_bytes(g, name, binary, d);
}

int cmd_mof(int argc, char **argv)
{
    static const struct generator generator = {
        .input = "the MOF file",
        .help = "Compiles a MOF file with WMI classes: binary MOF, and a C header of its data blocks and methods. "
                "`cwdk build` runs it by itself.\v"
                "example:\n  cwdk mof -o obj --header=widgetmof.h widget.mof\n\n"
                "Files that would not change keep their time.\n",
        .options = options,
        .parse = parse,
        .optional_header = true,
        .make = make,
    };
    struct settings settings = {0};
    return generate(&generator, &settings, argc, argv);
}
