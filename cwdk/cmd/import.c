/* cwdk import: the manifest of a Visual Studio project. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/import.h"

#include <argp.h>
#include <stdio.h>
#include <string.h>

enum { OPTION_FORCE = 256, OPTION_CONFIGURATION };

static const struct argp_option options[] = {
    {"output", 'o', "FILE", 0, "where the manifest of one project goes; - prints it (default: beside the project)", 0},
    {"force", OPTION_FORCE, NULL, 0, "write over manifests that are there", 0},
    {"configuration", OPTION_CONFIGURATION, "NAME", 0,
     "read this configuration alone, by Visual Studio's name (default: Debug and Release)", 0},
    {0},
};

struct arguments {
    const char *path, *output, *configuration;
    bool force;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'o':
        arguments->output = text;
        return 0;
    case OPTION_CONFIGURATION:
        arguments->configuration = text;
        return 0;
    case OPTION_FORCE:
        arguments->force = true;
        return 0;
    case ARGP_KEY_ARG:
        if (arguments->path)
            argp_error(state, "name one PATH");
        arguments->path = text;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->path)
            argp_error(state, "name a .vcxproj, a .sln, or a folder of such");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* Nothing is written where one of the files could not be. */
static bool check_free(const struct arguments *arguments, const struct import_file *files, size_t count, struct diag *d)
{
    for (size_t i = 0; i < count && !arguments->force; i++) {
        const char *path = arguments->output ? arguments->output : files[i].path;
        if (!path_exists(path))
            continue;
        diag_error(d, CODE_PRJ3012, diag_in_file(path), "%s is there already", path_name(path));
        diag_help(d, "remove it, or say --force");
        return false;
    }
    return true;
}

/* Names in the manifest are relative to where it will lie; NULL: beside the project. */
static const char *output_folder(const struct arguments *arguments, struct arena *a)
{
    return arguments->output && strcmp(arguments->output, "-") != 0
               ? path_absolute(a, path_folder(a, arguments->output))
               : NULL;
}

static bool write_files(const struct arguments *arguments, const struct import_file *files, size_t count,
                        struct diag *d)
{
    if (arguments->output && count > 1) {
        diag_error(d, CODE_PRJ3012, diag_in_file(arguments->path), "%s has %zu projects, and one file is named",
                   arguments->path, count);
        diag_help(d, "name one .vcxproj, or leave --output out: each manifest goes beside its project");
        return false;
    }
    if (arguments->output && !strcmp(arguments->output, "-"))
        return fputs(files[0].text, stdout) >= 0;
    if (!check_free(arguments, files, count, d))
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *path = arguments->output ? arguments->output : files[i].path;
        if (!file_write(path, files[i].text, strlen(files[i].text), 0644, d))
            return false;
        printf("%s -> %s\n", path_name(files[i].from), path);
    }
    return true;
}

int cmd_import(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "PATH",
        "Writes the cwdk.yaml that says what a Visual Studio project says: of a .vcxproj, or of all projects of a .sln "
        "or a folder. What a manifest cannot say is a warning.\v"
        "examples:\n  cwdk import driver/widget.vcxproj\n  cwdk build driver\n"
        "  cwdk import vioserial --configuration \"Win11 Release\"\n",
        NULL,
        NULL,
        NULL};
    struct arguments arguments = {0};
    struct arena a = {0};
    struct diag d = {0};
    struct import_file *files;
    size_t count;
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    if (project_import(arguments.path, arguments.configuration, output_folder(&arguments, &a), &a, &files, &count, &d))
        write_files(&arguments, files, count, &d);
    arena_free(&a);
    return command_finish(&d, CWDK_USAGE);
}
