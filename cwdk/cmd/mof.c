/* cwdk mof: the MOF compiler as a step of a build. */
#include "cwdk/cmd/commands.h"
#include "cwdk/host/text.h"
#include "cwdk/mof/mof.h"

#include <argp.h>
#include <string.h>

enum { OPTION_HEADER = 256, OPTION_BINARY, OPTION_METHODS, OPTION_DUMP };

static const struct argp_option options[] = {
    {"output", 'o', "FOLDER", 0, "where the files go (default: here)", 0},
    {"binary", OPTION_BINARY, "NAME", 0, "file name of the binary MOF (default: the input's, with .bmf)", 0},
    {"header", OPTION_HEADER, "NAME", 0, "make a C header of this name, too", 0},
    {"methods", OPTION_METHODS, NULL, 0, "with structures for the parameters of methods in it", 0},
    {"dump", OPTION_DUMP, "NAME", 0, "make a list of the binary MOF's bytes for #include, too", 0},
    {0},
};

struct mof_arguments {
    const char *input, *output, *binary, *header, *dump;
    bool methods;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct mof_arguments *arguments = state->input;
    switch (key) {
    case 'o':
        arguments->output = text;
        return 0;
    case OPTION_BINARY:
        arguments->binary = text;
        return 0;
    case OPTION_HEADER:
        arguments->header = text;
        return 0;
    case OPTION_METHODS:
        arguments->methods = true;
        return 0;
    case OPTION_DUMP:
        arguments->dump = text;
        return 0;
    case ARGP_KEY_ARG:
        if (arguments->input)
            argp_error(state, "name one FILE");
        arguments->input = text;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->input)
            argp_error(state, "name the MOF file");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool write_dump(const char *path, struct bytes binary, struct diag *d)
{
    struct text t = {0};
    for (size_t i = 0; i < binary.size; i++)
        text_format(&t, "0x%02x,%c", binary.data[i], i % 16 == 15 ? '\n' : ' ');
    text_put(&t, "\n");
    const bool ok = file_write_if_changed(path, t.data, t.size, 0644, d);
    text_free(&t);
    return ok;
}

static bool make_files(const struct mof_arguments *arguments, struct arena *a, struct diag *d)
{
    const char *name = path_name(arguments->input), *folder = arguments->output ? arguments->output : ".";
    const char *stem = arena_substring(a, name, strlen(name) - strlen(path_extension(name)));
    const char *binary_name = arguments->binary ? arguments->binary : arena_format(a, "%s.bmf", stem);
    struct bytes content;
    struct mof mof;
    if (!file_read(arguments->input, a, &content, d) || !mof_parse(arguments->input, content, a, &mof, d))
        return false;
    const char *header = arguments->header ? mof_header(&mof, arguments->methods, a, d) : "";
    if (!header || !folder_make(folder, d))
        return false;
    const struct bytes binary = mof_binary(&mof, a);
    if (arguments->header &&
        !file_write_if_changed(path_join(a, folder, arguments->header), header, strlen(header), 0644, d))
        return false;
    return (!arguments->dump || write_dump(path_join(a, folder, arguments->dump), binary, d)) &&
           file_write_if_changed(path_join(a, folder, binary_name), binary.data, binary.size, 0644, d);
}

int cmd_mof(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "FILE",
        "Compiles a MOF file with WMI classes: binary MOF, and a C header of its data blocks and methods. "
        "`cwdk build` runs it by itself.\v"
        "example:\n  cwdk mof -o obj --header=widgetmof.h widget.mof\n\n"
        "Files that would not change keep their time.\n",
        NULL,
        NULL,
        NULL};
    struct mof_arguments arguments = {0};
    struct arena a = {0};
    struct diag d = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    make_files(&arguments, &a, &d);
    arena_free(&a);
    return command_finish(&d, CWDK_FINDINGS);
}
