/* cwdk explain CODE: what a diagnostic's code means and what to do about it. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"

#include <argp.h>
#include <stdio.h>

static const struct argp_option options[] = {
    {"list", 'l', NULL, 0, "list every code with its title", 0},
    {0},
};

struct arguments {
    const char *code;
    bool list;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'l':
        arguments->list = true;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one CODE at a time");
        arguments->code = text;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->code && !arguments->list)
            argp_error(state, "name a CODE, or use --list");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

int cmd_explain(int argc, char **argv)
{
    static const struct argp argp = {options,
                                     parse,
                                     "CODE",
                                     "Tells what the code of a diagnostic means and what to do about it.\v"
                                     "example:\n  cwdk explain ENV0003\n",
                                     NULL,
                                     NULL,
                                     NULL};
    struct arguments arguments = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    if (arguments.list) {
        for (size_t i = 0; code_at(i); i++)
            printf("%-8s %s\n", code_at(i)->id, code_at(i)->title);
        return CWDK_OK;
    }
    const struct code_entry *entry = code_find(arguments.code);
    if (!entry) {
        fprintf(stderr, "cwdk: error: there is no code '%s'\n  = help: `cwdk explain --list` lists them\n",
                arguments.code);
        return CWDK_USAGE;
    }
    printf("%s: %s\n\n%s", entry->id, entry->title, entry->text);
    return CWDK_OK;
}
