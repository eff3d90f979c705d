/* cwdk clean: removes what cwdk build made. */
#include "cwdk/build/build.h"
#include "cwdk/cmd/commands.h"

#include <argp.h>
#include <stdio.h>

static error_t parse(int key, char *text, struct argp_state *state)
{
    const char **path = state->input;
    switch (key) {
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one PATH at a time");
        *path = text;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

int cmd_clean(int argc, char **argv)
{
    static const struct argp argp = {
        NULL,
        parse,
        "[PATH]",
        "Removes the folder target/ that `cwdk build` made at PATH (the current folder where none is "
        "given), and nothing else.\v"
        "example:\n  cwdk clean echo\n",
        NULL,
        NULL,
        NULL};
    const char *path = ".", *removed;
    argp_parse(&argp, argc, argv, 0, NULL, &path);
    struct arena a = {0};
    struct diag d = {0};
    if (build_clean(path, &a, &removed, &d)) {
        if (removed)
            printf("removed %s\n", removed);
        else
            printf("nothing to remove\n");
    }
    const int status = command_finish(&d, CWDK_USAGE);
    arena_free(&a);
    return status;
}
