/*
 * The subcommands: one file each in this folder, named in commands.def.
 */
#ifndef CWDK_CMD_COMMANDS_H
#define CWDK_CMD_COMMANDS_H

#include "cwdk/diag/diag.h"

#define CWDK_VERSION "0.1.0"

/* argv[0] is "cwdk NAME"; returns an enum cwdk_status. */
#define COMMAND(name, summary)                 int cmd_##name(int argc, char **argv);
#define COMMAND_NAMED(function, name, summary) COMMAND(function, summary)
#include "cwdk/cmd/commands.def"
#undef COMMAND
#undef COMMAND_NAMED

struct command {
    const char *name;
    const char *summary;
    int (*run)(int argc, char **argv);
};

/* The command number `index`, in the order of the table, or NULL past the end. */
const struct command *command_at(size_t index);

/* Prints what was reported and turns it into an exit status: CWDK_OK without errors, CWDK_ENVIRONMENT where a
 * code of the ENV family other than ENV0001 was reported, otherwise `on_error`. Frees the sink. */
int command_finish(struct diag *d, enum cwdk_status on_error);
/* The exit status alone; prints and frees nothing. */
int command_status(const struct diag *d, enum cwdk_status on_error);

#endif
