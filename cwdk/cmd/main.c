/* cwdk: the driver kit's command line. Finds the subcommand and hands over. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"

#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct command table[] = {
#define COMMAND(name, summary)                 {#name, summary, cmd_##name},
#define COMMAND_NAMED(function, name, summary) {name, summary, cmd_##function},
#include "cwdk/cmd/commands.def"
#undef COMMAND
#undef COMMAND_NAMED
    {NULL, NULL, NULL},
};

const struct command *command_at(size_t index)
{
    return index + 1 < sizeof table / sizeof *table ? &table[index] : NULL;
}

int command_status(const struct diag *d, enum cwdk_status on_error)
{
    int status = d->errors ? (int)on_error : CWDK_OK;
    for (size_t i = 0; i < d->count; i++) {
        const struct diag_entry *entry = &d->entries[i];
        if (entry->severity == DIAG_ERROR && entry->code && !strncmp(entry->code, "ENV", 3) &&
            strcmp(entry->code, CODE_ENV0001) != 0 && strcmp(entry->code, CODE_ENV0005) != 0)
            status = CWDK_ENVIRONMENT;
    }
    fflush(stdout);
    return status;
}

int command_finish(struct diag *d, enum cwdk_status on_error)
{
    const int status = command_status(d, on_error);
    diag_print(d, stderr);
    diag_free(d);
    return status;
}

static void print_help(FILE *out)
{
    fputs("cwdk - build, package, sign and check Windows drivers written in C\n\n"
          "usage: cwdk COMMAND [ARGUMENT ...]\n\n",
          out);
    for (const struct command *c = table; c->name; c++)
        fprintf(out, "  %-14s %s\n", c->name, c->summary);
    fputs("\nexample:\n  cwdk new echo --kmdf && cd echo && cwdk build && cwdk verify "
          "target/amd64/dev/echo-package\n\n"
          "`cwdk COMMAND --help` tells more, with examples. Exit status: 0 done, 1 findings, 2 wrong usage or\n"
          "bad input, 3 the environment lacks something.\n",
          out);
}

int main(int argc, char **argv)
{
    argp_err_exit_status = CWDK_USAGE;
    if (argc < 2) {
        print_help(stderr);
        return CWDK_USAGE;
    }
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help")) {
        print_help(stdout);
        return CWDK_OK;
    }
    if (!strcmp(argv[1], "--version") || !strcmp(argv[1], "-V")) {
        puts("cwdk " CWDK_VERSION);
        return CWDK_OK;
    }
    for (const struct command *c = table; c->name; c++) {
        if (strcmp(c->name, argv[1]) != 0)
            continue;
        char name[32];
        snprintf(name, sizeof name, "cwdk %s", c->name);
        argv[1] = name;
        return c->run(argc - 1, argv + 1);
    }
    fprintf(stderr, "cwdk: error: there is no command '%s'\n  = help: `cwdk --help` lists the commands\n", argv[1]);
    return CWDK_USAGE;
}
