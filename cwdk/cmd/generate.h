/*
 * What the subcommands share that make source files of one file: counters, events, messages, mof. Their FILE, --output,
 * --header and --script are the same; each adds its own options and makes its files.
 */
#ifndef CWDK_CMD_GENERATE_H
#define CWDK_CMD_GENERATE_H

#include "cwdk/host/file.h"

#include <argp.h>

/* What the command line says; the default names are made of FILE's. */
struct generation {
    const char *input;           /* FILE, as named */
    const char *stem;            /* its name without folder and extension */
    const char *folder;          /* where the files go */
    const char *header, *script; /* file names; of a generator without a script as named, or NULL */
    struct arena *arena;         /* for what is made, until it is written */
};

struct generator {
    const char *input;                 /* what FILE is: "the manifest" */
    const char *help;                  /* as argp's: what it does, a vertical tab, and an example */
    const struct argp_option *options; /* its own, for `parse`, whose state->input is `settings` */
    argp_parser_t parse;
    bool optional_header; /* there is no script, and a header only if it is named */
    bool (*make)(const struct generation *g, void *settings, struct diag *d);
};

/* The whole of a subcommand: an exit status. */
int generate(const struct generator *generator, void *settings, int argc, char **argv);

/* A file of the output folder, which is made if it is not there. A file that would not change is left alone. */
bool generated_bytes(const struct generation *g, const char *name, struct bytes content, struct diag *d);
bool generated_text(const struct generation *g, const char *name, const char *text, struct diag *d);

#endif
