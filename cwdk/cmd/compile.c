/* cwdk compile: clang, and where it refuses what Microsoft's compiler takes, clang again on adapted text. A step of a
 * build. */
#include "cwdk/cmd/commands.h"
#include "cwdk/dialect/dialect.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"

#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 8 /* an error may hide the next */ };

static const struct argp_option options[] = {
    {"adapted", 'a', "FOLDER", 0, "where adapted copies of sources go, if there are any", 0},
    {0},
};

struct arguments {
    const char *adapted;
    char **command;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'a':
        arguments->adapted = text;
        return 0;
    case ARGP_KEY_ARG:
        arguments->command = state->argv + state->next - 1;
        state->next = state->argc;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->command || !arguments->adapted)
            argp_error(state, "name the folder for adapted copies, and the compiler's command after --");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* The command with `more` before its "--"; without one, before its last argument. */
static const char **with_arguments(char *const *command, const char *const *more, struct arena *a)
{
    size_t count = 0, extra = 0, at;
    while (command[count])
        count++;
    while (more[extra])
        extra++;
    for (at = 0; at < count && strcmp(command[at], "--") != 0; at++)
        ;
    if (at == count)
        at = count - 1;
    const char **result = arena_array(a, count + extra + 1, sizeof *result);
    memcpy(result, command, at * sizeof *result);
    memcpy(result + at, more, extra * sizeof *result);
    memcpy(result + at + extra, command + at, (count - at) * sizeof *result);
    return result;
}

/* Folders of the system's and the kit's headers: an error there is no matter of the source's dialect. */
static const char **kit_folders(char *const *command, struct arena *a)
{
    static const char option[] = "/imsvc";
    size_t count = 0, found = 0;
    while (command[count])
        count++;
    const char **folders = arena_array(a, count + 1, sizeof *folders);
    for (size_t i = 0; i < count; i++)
        if (!strncmp(command[i], option, sizeof option - 1))
            folders[found++] = command[i] + sizeof option - 1;
    return folders;
}

/* clang's own death says more than the error before it. */
static bool is_crash(const struct process_result *result)
{
    return result->output && strstr(result->output, "PLEASE submit a bug report");
}

/* What was for dialect_adapt alone, in place. */
static void drop_fixits(char *said)
{
    char *out = said;
    for (const char *line = said; *line;) {
        const size_t length = strcspn(line, "\n"), whole = length + (line[length] == '\n');
        if (strncmp(line, "fix-it:", 7) != 0) {
            memmove(out, line, whole);
            out += whole;
        }
        line += whole;
    }
    *out = 0;
}

/* Compiles adapted text; the exit status, and what the compiler said in `result`. */
static bool compile_adapted(const struct arguments *arguments, struct arena *a, struct process_result *result,
                            struct diag *d)
{
    static const char *const fixits[] = {"-Xclang", "-fdiagnostics-parseable-fixits", NULL};
    struct dialect dialect = {.arena = a, .fixed = kit_folders(arguments->command, a)};
    struct process_result last;
    if (!process_run(with_arguments(arguments->command, fixits, a), NULL, true, a, &last, d))
        return false;
    for (int round = 0; round < ROUNDS && last.status && dialect_adapt(&dialect, last.output); round++) {
        const char *overlay;
        if (!dialect_write(&dialect, arguments->adapted, &overlay, d))
            return false;
        const char *const more[] = {fixits[0],
                                    fixits[1],
                                    "-Xclang",
                                    arena_format(a, "-ivfsoverlay%s", overlay),
                                    dialect.intrinsics ? DIALECT_INTRINSICS : NULL,
                                    NULL};
        if (!process_run(with_arguments(arguments->command, more, a), NULL, true, a, &last, d))
            return false;
    }
    if ((last.status && !is_crash(&last)) || dialect_hides(&dialect, last.output))
        return true;
    for (size_t i = 0; i < dialect.note_count; i++)
        puts(dialect.notes[i]);
    if (last.output)
        drop_fixits(last.output);
    *result = last;
    return true;
}

int cmd_compile(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "COMMAND ARGUMENT...",
        "Runs clang. Where it refuses what Microsoft's compiler takes, runs it again on text adapted to it; the files "
        "stay as they are.\vexample:\n"
        "  cwdk compile --adapted=target/adapted -- clang-19 --driver-mode=cl /c /Fox.obj -- x.c",
        NULL,
        NULL,
        NULL};
    struct arguments arguments = {0};
    if (argp_parse(&argp, argc, argv, ARGP_IN_ORDER, NULL, &arguments))
        return CWDK_USAGE;
    struct arena a = {0};
    struct diag d = {0};
    struct process_result result = {0};
    bool ok = process_run((const char *const *)arguments.command, NULL, true, &a, &result, &d);
    if (ok && result.status)
        ok = compile_adapted(&arguments, &a, &result, &d);
    if (ok)
        fputs(result.output, stdout);
    const int status = result.status;
    arena_free(&a);
    const int failed = command_finish(&d, CWDK_USAGE);
    return ok ? status : failed;
}
