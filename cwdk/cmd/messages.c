/* cwdk messages: the message compiler as a step of a build. */
#include "cwdk/cmd/commands.h"
#include "cwdk/messages/messages.h"

#include <argp.h>
#include <string.h>

enum {
    OPTION_HEADER = 256,
    OPTION_SCRIPT,
    OPTION_CUSTOMER,
    OPTION_ANSI,
    OPTION_TERMINATE,
    OPTION_DECIMAL,
    OPTION_HRESULT,
    OPTION_UNIQUE
};

static const struct argp_option options[] = {
    {"output", 'o', "FOLDER", 0, "where the files go (default: here)", 0},
    {"header", OPTION_HEADER, "NAME", 0, "file name of the header (default: the message file's, with .h)", 0},
    {"script", OPTION_SCRIPT, "NAME", 0, "file name of the resource script (default: with .rc)", 0},
    {"customer", OPTION_CUSTOMER, NULL, 0, "set the customer bit of all numbers", 0},
    {"ansi", OPTION_ANSI, NULL, 0, "write the tables in windows-1252, not in UTF-16", 0},
    {"no-line-end", OPTION_TERMINATE, NULL, 0, "end all texts with %0", 0},
    {"decimal", OPTION_DECIMAL, NULL, 0, "write the numbers of the header in base 10", 0},
    {"hresult", OPTION_HRESULT, NULL, 0, "the numbers are HRESULTs: facilities have 11 bits", 0},
    {"unique", OPTION_UNIQUE, NULL, 0, "begin the names of the tables with the message file's", 0},
    {0},
};

struct arguments {
    const char *input, *output, *header, *script;
    struct messages_options options;
    bool unique;
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
    case OPTION_CUSTOMER:
        arguments->options.customer = true;
        return 0;
    case OPTION_ANSI:
        arguments->options.ansi = true;
        return 0;
    case OPTION_TERMINATE:
        arguments->options.terminated = true;
        return 0;
    case OPTION_DECIMAL:
        arguments->options.decimal = true;
        return 0;
    case OPTION_HRESULT:
        arguments->options.hresult = true;
        return 0;
    case OPTION_UNIQUE:
        arguments->unique = true;
        return 0;
    case ARGP_KEY_ARG:
        if (arguments->input)
            argp_error(state, "name one FILE");
        arguments->input = text;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->input)
            argp_error(state, "name the message file");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool write_text(struct arena *a, const char *folder, const char *name, const char *text, struct diag *d)
{
    return file_write_if_changed(path_join(a, folder, name), text, strlen(text), 0644, d);
}

static bool make_files(struct arguments *arguments, struct arena *a, struct diag *d)
{
    const char *name = path_name(arguments->input), *folder = arguments->output ? arguments->output : ".";
    const char *stem = arena_substring(a, name, strlen(name) - strlen(path_extension(name)));
    struct bytes content;
    struct messages_output made;
    if (arguments->unique)
        arguments->options.table_name = arena_format(a, "%s_", stem);
    if (!file_read(arguments->input, a, &content, d) ||
        !messages_compile(arguments->input, content, &arguments->options, a, &made, d) || !folder_make(folder, d))
        return false;
    for (size_t i = 0; i < made.table_count; i++)
        if (!file_write_if_changed(path_join(a, folder, made.tables[i].name), made.tables[i].content.data,
                                   made.tables[i].content.size, 0644, d))
            return false;
    return write_text(a, folder, arguments->header ? arguments->header : arena_format(a, "%s.h", stem), made.header,
                      d) &&
           write_text(a, folder, arguments->script ? arguments->script : arena_format(a, "%s.rc", stem), made.script,
                      d);
}

int cmd_messages(int argc, char **argv)
{
    static const struct argp argp = {options,
                                     parse,
                                     "FILE",
                                     "Compiles a message file (.mc): header, resource script, and a message table a "
                                     "language. `cwdk build` runs it by "
                                     "itself.\v"
                                     "example:\n  cwdk messages -o obj --header=widgetlog.h widgetlog.mc\n\n"
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
