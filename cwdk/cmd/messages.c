/* cwdk messages: the message compiler as a step of a build. */
#include "cwdk/messages/messages.h"
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/generate.h"

enum { OPTION_CUSTOMER = 256, OPTION_ANSI, OPTION_TERMINATE, OPTION_DECIMAL, OPTION_HRESULT, OPTION_UNIQUE };

static const struct argp_option options[] = {
    {"customer", OPTION_CUSTOMER, NULL, 0, "set the customer bit of all numbers", 0},
    {"ansi", OPTION_ANSI, NULL, 0, "write the tables in windows-1252, not in UTF-16", 0},
    {"no-line-end", OPTION_TERMINATE, NULL, 0, "end all texts with %0", 0},
    {"decimal", OPTION_DECIMAL, NULL, 0, "write the numbers of the header in base 10", 0},
    {"hresult", OPTION_HRESULT, NULL, 0, "the numbers are HRESULTs: facilities have 11 bits", 0},
    {"unique", OPTION_UNIQUE, NULL, 0, "begin the names of the tables with FILE's", 0},
    {0},
};

struct settings {
    struct messages_options options;
    bool unique;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *settings = state->input;
    (void)text;
    switch (key) {
    case OPTION_CUSTOMER:
        settings->options.customer = true;
        return 0;
    case OPTION_ANSI:
        settings->options.ansi = true;
        return 0;
    case OPTION_TERMINATE:
        settings->options.terminated = true;
        return 0;
    case OPTION_DECIMAL:
        settings->options.decimal = true;
        return 0;
    case OPTION_HRESULT:
        settings->options.hresult = true;
        return 0;
    case OPTION_UNIQUE:
        settings->unique = true;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool make(const struct generation *g, void *data, struct diag *d)
{
    struct settings *settings = data;
    struct bytes content;
    struct messages_output made;
    if (settings->unique)
        settings->options.table_name = arena_format(g->arena, "%s_", g->stem);
    if (!file_read(g->input, g->arena, &content, d) ||
        !messages_compile(g->input, content, &settings->options, g->arena, &made, d))
        return false;
    for (size_t i = 0; i < made.table_count; i++)
        if (!generated_bytes(g, made.tables[i].name, made.tables[i].content, d))
            return false;
    return generated_text(g, g->header, made.header, d) && generated_text(g, g->script, made.script, d);
}

int cmd_messages(int argc, char **argv)
{
    static const struct generator generator = {
        .input = "the message file",
        .help = "Compiles a message file (.mc): header, resource script, and a message table a language. "
                "`cwdk build` runs it by itself.\v"
                "example:\n  cwdk messages -o obj --header=widgetlog.h widgetlog.mc\n\n"
                "Files that would not change keep their time.\n",
        .options = options,
        .parse = parse,
        .make = make,
    };
    struct settings settings = {0};
    return generate(&generator, &settings, argc, argv);
}
