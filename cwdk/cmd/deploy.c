/* cwdk deploy: brings a driver to a target and starts it there. */
#include "cwdk/build/build.h"
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/number.h"
#include "cwdk/deploy/deploy.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/text.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_PROFILE = 256, OPTION_DRY_RUN, OPTION_REMOVE, OPTION_RUN, OPTION_TIMEOUT, OPTION_DEBUGGER };

enum { MOST_SECONDS = 3600 };

static const struct argp_option options[] = {
    {"profile", OPTION_PROFILE, "NAME", 0, "build dev (the default) or release", 0},
    {"run", OPTION_RUN, "FILE", 0,
     "run this program on the target once the driver runs, with the ARGUMENTs, and wait for its end", 0},
    {"timeout", OPTION_TIMEOUT, "SECONDS", 0, "what the driver may take to start; 30 without it", 0},
    {"dry-run", OPTION_DRY_RUN, NULL, 0,
     "build, and print the script that would run on the ssh or qemu target; nothing is sent", 0},
    {"debugger", OPTION_DEBUGGER, "gdb|kd", 0,
     "qemu targets: a port for gdb, or for WinDbg and kd; the machine runs until Ctrl-C then", 0},
    {"remove", OPTION_REMOVE, NULL, 0, "stop the driver and take it away; nothing is built", 0},
    {0},
};

struct settings {
    const char *target, *path;
    struct build_options build;
    struct deploy_options deploy;
    struct arguments program;
    bool remove;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *s = state->input;
    switch (key) {
    case OPTION_PROFILE:
        if (strcmp(text, "dev") != 0 && strcmp(text, "release") != 0)
            argp_error(state, "there is no profile '%s': dev or release", text);
        s->build.profile = *text == 'r' ? PROFILE_RELEASE : PROFILE_DEV;
        return 0;
    case OPTION_RUN:
        s->program.items = NULL;
        s->program.count = s->program.capacity = 0;
        arguments_add(&s->program, text);
        return 0;
    case OPTION_TIMEOUT:
        s->deploy.seconds = (unsigned)option_number(state, text, "--timeout", 1, MOST_SECONDS);
        return 0;
    case OPTION_DRY_RUN:
        s->deploy.dry_run = true;
        return 0;
    case OPTION_DEBUGGER:
        if (strcmp(text, "gdb") != 0 && strcmp(text, "kd") != 0)
            argp_error(state, "the debugger is gdb or kd, not '%s'", text);
        s->deploy.debugger = *text == 'g' ? DEBUGGER_GDB : DEBUGGER_KD;
        return 0;
    case OPTION_REMOVE:
        s->remove = true;
        return 0;
    case ARGP_KEY_ARG:
        if (!s->target)
            s->target = text;
        else if (!s->path)
            s->path = text;
        else if (s->program.count)
            arguments_add(&s->program, text);
        else
            argp_error(state, "one PATH at a time; arguments of a program come after --run FILE");
        return 0;
    case ARGP_KEY_END:
        if (!s->target)
            argp_error(state, "TARGET is missing");
        if (s->remove && s->program.count)
            argp_error(state, "--remove runs no program");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* The folder of the one package that a build makes; `status` is the build's where it fails. */
static const char *build_package(struct build_options *b, struct arena *a, enum cwdk_status *status, struct diag *d)
{
    struct build_result result = {0};
    const struct build_artifact *driver = NULL;
    b->archs[ARCH_AMD64] = b->archs_named = true;
    b->progress = isatty(STDERR_FILENO);
    b->output = stderr;
    if (!build_run(b, a, &result, d)) {
        *status = result.status ? result.status : CWDK_USAGE;
        return NULL;
    }
    for (size_t i = 0; i < result.artifact_count; i++) {
        if (!result.artifacts[i].is_driver)
            continue;
        if (driver) {
            diag_error(d, CODE_DEP0003, diag_in_file(b->path), "there are several drivers: %s and %s, at least",
                       driver->project, result.artifacts[i].project);
            return NULL;
        }
        driver = &result.artifacts[i];
    }
    if (!driver)
        diag_error(d, CODE_DEP0003, diag_in_file(b->path), "there is no driver at %s", b->path);
    return driver ? path_folder(a, driver->path) : NULL;
}

/* The name of the service to be removed: PATH is a package, a project, or that name. */
static const char *service_of(const struct settings *s, struct arena *a, struct diag *d)
{
    struct deploy_payload payload;
    struct project_set set;
    if (deploy_is_package(s->path))
        return deploy_payload_read(s->path, a, &payload, d) ? payload.service : NULL;
    if (!path_exists(s->path) && project_name_valid(s->path))
        return s->path;
    if (!project_read(s->path, (struct project_configuration){.profile = s->build.profile}, a, &set, d))
        return NULL;
    for (size_t i = 0; i < set.count; i++)
        if (set.items[i]->kind == PROJECT_DRIVER)
            return set.items[i]->target_name;
    diag_error(d, CODE_DEP0003, diag_in_file(s->path), "there is no driver at %s", s->path);
    return NULL;
}

/* What was asked of a target whose kind does not have it; NULL where all is well. */
static const char *misplaced(const struct deploy_target *target, const struct settings *s)
{
    if (target->kind == TARGET_QEMU && s->remove)
        return "a virtual machine is put back after each deployment: there is nothing to remove";
    if (target->kind != TARGET_QEMU && s->deploy.debugger)
        return "--debugger is for virtual machines: targets of the kind qemu";
    if (target->kind == TARGET_WINE && s->deploy.dry_run)
        return "--dry-run is for targets of the kinds ssh and qemu: for Wine there is no script";
    return NULL;
}

static void deploy(struct settings *s, struct arena *a, enum cwdk_status *status, struct diag *d)
{
    struct deploy_target target;
    struct deploy_payload payload;
    const char *manifest = path_is_folder(s->path) ? path_join(a, s->path, "cwdk.yaml") : s->path;
    if (strcmp(path_extension(manifest), ".yaml") != 0)
        manifest = NULL;
    if (!deploy_target_find(s->target, manifest, a, &target, d))
        return;
    const char *missing = misplaced(&target, s);
    if (missing) {
        diag_error(d, CODE_DEP0006, target.place, "%s", missing);
        return;
    }
    if (s->remove) {
        const char *service = service_of(s, a, d);
        if (service)
            (target.kind == TARGET_SSH ? deploy_ssh_remove : deploy_wine_remove)(&target, service, &s->deploy, a, d);
        return;
    }
    s->build.path = s->path;
    const char *folder = deploy_is_package(s->path) ? s->path : build_package(&s->build, a, status, d);
    if (folder && deploy_payload_read(folder, a, &payload, d))
        (target.kind == TARGET_SSH    ? deploy_ssh
         : target.kind == TARGET_QEMU ? deploy_qemu
                                      : deploy_wine)(&target, &payload, &s->deploy, a, d);
}

/* By the family of the code: what does not compile is a finding, too. */
static enum cwdk_status status_of(const struct diag *d, enum cwdk_status status)
{
    for (size_t i = 0; i < d->count; i++) {
        const struct diag_entry *entry = &d->entries[i];
        if (entry->severity == DIAG_ERROR && entry->code && !strncmp(entry->code, "BLD1", 4))
            return CWDK_FINDINGS;
        if (entry->severity == DIAG_ERROR && entry->code && !strncmp(entry->code, "DEP", 3))
            return entry->code[3] == '1' ? CWDK_FINDINGS : entry->code[3] == '3' ? CWDK_ENVIRONMENT : CWDK_USAGE;
    }
    return status;
}

int cmd_deploy(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "TARGET [PATH [ARGUMENT ...]]",
        "Builds the driver at PATH (the current folder where none is given; or a finished package), brings it to "
        "TARGET, starts it there and waits until it runs; what it prints is shown. Where it does not start, the "
        "package before it is started again. TARGET is a name of targets.yaml or cwdk.yaml, or wine, or "
        "wine:PREFIX, or ssh:HOST.\v"
        "examples:\n"
        "  cwdk deploy wine\n"
        "  cwdk deploy wine:/tmp/bench echo --run echo-client.exe 3 times\n"
        "  cwdk deploy bench target/amd64/release/echo-package\n"
        "  cwdk deploy wine echo --remove\n"
        "  cwdk deploy ssh:lab1 echo --dry-run\n"
        "  cwdk deploy vm echo --debugger kd\n",
        NULL,
        NULL,
        NULL};
    struct arena a = {0};
    struct diag d = {0};
    struct settings s = {.deploy = {.seconds = 30, .output = stdout, .debug = stdout}, .program.arena = &a};
    enum cwdk_status status = CWDK_USAGE;
    argp_parse(&argp, argc, argv, 0, NULL, &s);
    s.path = s.path ? s.path : ".";
    s.deploy.program = s.program.items;
    deploy(&s, &a, &status, &d);
    const int result = command_finish(&d, status_of(&d, status));
    arena_free(&a);
    return result;
}
