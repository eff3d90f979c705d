/* cwdk ci SERVICE: the workflow file of a CI service for the drivers of a repository. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/home.h"

#include <argp.h>
#include <stdio.h>
#include <string.h>

enum { OPTION_FORCE = 256, OPTION_PRINT };

static const struct argp_option options[] = {
    {"force", OPTION_FORCE, NULL, 0, "replace the file that is there", 0},
    {"print", OPTION_PRINT, NULL, 0, "print it, write nothing", 0},
    {0},
};

static const struct service {
    const char *name, *template, *file; /* where the service looks for it */
} services[] = {
    {"github", "github.yml", ".github/workflows/drivers.yml"},
    {"gitlab", "gitlab.yml", ".gitlab-ci.yml"},
    {"azure", "azure.yml", "azure-pipelines.yml"},
    {"jenkins", "Jenkinsfile", "Jenkinsfile"},
};

struct arguments {
    const struct service *service;
    const char *folder;
    bool force, print;
};

static const struct service *find_service(const char *name)
{
    for (size_t i = 0; i < sizeof services / sizeof *services; i++)
        if (!strcmp(services[i].name, name))
            return &services[i];
    return NULL;
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case OPTION_FORCE:
        arguments->force = true;
        return 0;
    case OPTION_PRINT:
        arguments->print = true;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num > 1)
            argp_error(state, "one SERVICE and one FOLDER at a time");
        if (state->arg_num)
            arguments->folder = text;
        else if (!(arguments->service = find_service(text)))
            argp_error(state, "there is no service '%s': github, gitlab, azure or jenkins", text);
        return 0;
    case ARGP_KEY_END:
        if (!arguments->service)
            argp_error(state, "name a SERVICE: github, gitlab, azure or jenkins");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool write_workflow(const struct arguments *arguments, struct arena *a, struct diag *d)
{
    const struct service *service = arguments->service;
    struct bytes content;
    const char *home = home_folder(a, d);
    if (!home || !file_read(path_join(a, path_join(a, home, "templates/ci"), service->template), a, &content, d))
        return false;
    if (arguments->print) {
        fwrite(content.data, 1, content.size, stdout);
        return true;
    }
    const char *file = path_join(a, arguments->folder, service->file);
    if (!path_is_folder(arguments->folder))
        return diag_error(d, CODE_ENV0001, diag_in_file(arguments->folder), "%s is no folder", arguments->folder);
    if (path_exists(file) && !arguments->force) {
        diag_error(d, CODE_TPL0003, diag_in_file(file), "%s is there already", file);
        diag_help(d, "--print shows what would be written, --force replaces it");
        return false;
    }
    if (!folder_make(path_folder(a, file), d) || !file_write(file, content.data, content.size, 0644, d))
        return false;
    printf("wrote %s\nnext: tell the service where the kit's package is (its first lines say how)\n", file);
    return true;
}

int cmd_ci(int argc, char **argv)
{
    static const struct argp argp = {options,
                                     parse,
                                     "SERVICE [FOLDER]",
                                     "Writes the workflow file of a CI service into FOLDER, the root of a repository "
                                     "(the current folder where none is "
                                     "given): it builds, checks, tests and fuzzes the drivers there, and keeps "
                                     "packages, findings and results. SERVICE "
                                     "is github, gitlab, azure or jenkins.\v"
                                     "examples:\n"
                                     "  cwdk ci github\n"
                                     "  cwdk ci gitlab --print\n",
                                     NULL,
                                     NULL,
                                     NULL};
    struct arguments arguments = {.folder = "."};
    struct arena arena = {0};
    struct diag diag = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    write_workflow(&arguments, &arena, &diag);
    const int status = command_finish(&diag, CWDK_USAGE);
    arena_free(&arena);
    return status;
}
