/* cwdk inspect FILE: what a driver file holds, for people and for machines. */
#include "cwdk/cmd/commands.h"
#include "cwdk/inspect/inspect.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>

/* An option's key is this bit and the part that it shows. */
enum { PART_KEY = 256 };

static const struct argp_option options[] = {
    {"format", 'f', "FORMAT", 0, "text (the default) or json", 0},
    {NULL, 0, NULL, 0, "Of a .sys, .dll or .exe show only:", 1},
    {"hardening", PART_KEY | INSPECT_HARDENING, NULL, 0, "what guards it", 1},
    {"sections", PART_KEY | INSPECT_SECTIONS, NULL, 0, "the sections (of an .inf, in addition)", 1},
    {"imports", PART_KEY | INSPECT_IMPORTS, NULL, 0, "the imports, and since when Windows has them", 1},
    {"exports", PART_KEY | INSPECT_EXPORTS, NULL, 0, "the exports", 1},
    {"directories", PART_KEY | INSPECT_DIRECTORIES, NULL, 0, "the data directories", 1},
    {NULL, 0, NULL, 0, "Of other files show also:", 2},
    {"modules", PART_KEY | INSPECT_MODULES, NULL, 0, "the modules of a .pdb", 2},
    {0},
};

struct arguments {
    const char *file;
    bool json;
    unsigned parts;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'f':
        if (strcmp(text, "text") != 0 && strcmp(text, "json") != 0)
            argp_error(state, "the format is text or json, not '%s'", text);
        arguments->json = !strcmp(text, "json");
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one FILE at a time");
        arguments->file = text;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->file)
            argp_error(state, "name a FILE");
        return 0;
    default:
        if (key < PART_KEY || key >= 2 * PART_KEY)
            return ARGP_ERR_UNKNOWN;
        arguments->parts |= (unsigned)key - PART_KEY;
        return 0;
    }
}

int cmd_inspect(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "FILE",
        "Shows what a .sys, .dll, .exe, .pdb, .cat, .inf or .inx file holds: model, versions, hardening, sections, "
        "imports and since "
        "which Windows each of them exists. The kind is told from the content. A file that is cut off or malformed "
        "gets an error that says where, and status 2.\v"
        "examples:\n"
        "  cwdk inspect target/amd64/dev/echo-package/echo.sys\n"
        "  cwdk inspect --imports echo.sys\n"
        "  cwdk inspect --format json echo.sys | jq .lowest_windows\n",
        NULL,
        NULL,
        NULL};
    struct arguments arguments = {0};
    struct arena arena = {0};
    struct diag diag = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);

    json_t *document = inspect_document(arguments.file, &arena, &diag);
    if (document && arguments.json) {
        json_dumpf(document, stdout, JSON_INDENT(2));
        putchar('\n');
    } else if (document) {
        inspect_print(document, arguments.parts, stdout);
    }
    fflush(stdout);
    json_decref(document);
    arena_free(&arena);
    return command_finish(&diag, CWDK_USAGE);
}
