/* cwdk build: compiles, links, packages and signs. */
#include "cwdk/build/build.h"
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"

#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_ARCH = 256, OPTION_PROFILE, OPTION_PLATFORM, OPTION_SIGN_MODE };

static const struct argp_option options[] = {
    {"arch", OPTION_ARCH, "ARCH", 0, "amd64, arm64, or all (the default)", 0},
    {"profile", OPTION_PROFILE, "NAME", 0, "dev (the default) or release", 0},
    {"release", 'r', NULL, 0, "the same as --profile release", 0},
    {"target-platform", OPTION_PLATFORM, "NAME", 0,
     "rules for the INF: universal, desktop or windows; else the project says", 0},
    {"sign-mode", OPTION_SIGN_MODE, "MODE", 0, "test (the default) or off", 0},
    {"jobs", 'j', "N", 0, "run N commands at a time", 0},
    {"verbose", 'v', NULL, 0, "show each command", 0},
    {0},
};

static const char description[] =
    "Builds every driver, library and program at PATH (a folder, a .sln, a .vcxproj or a cwdk.yaml; "
    "the current folder where none is given).";
static const char examples[] = "examples:\n"
                               "  cwdk build\n"
                               "  cwdk build kmdfecho.sln --arch arm64 --profile release\n";

/* The names of the choices stand in the order of their enums. */
static const char *const profiles[] = {"dev", "release", NULL};
static const char *const platforms[] = {"universal", "desktop", "windows", NULL};
static const char *const sign_modes[] = {"test", "off", NULL};

static int choose(struct argp_state *state, const char *text, const char *what, const char *const *names)
{
    for (int i = 0; names[i]; i++)
        if (!strcasecmp(names[i], text))
            return i;
    if (names[2])
        argp_error(state, "there is no %s '%s': %s, %s or %s", what, text, names[0], names[1], names[2]);
    else
        argp_error(state, "there is no %s '%s': %s or %s", what, text, names[0], names[1]);
    return 0;
}

static error_t set_arch(struct build_options *b, const char *text, struct argp_state *state)
{
    enum arch arch;
    if (!strcasecmp(text, "all")) {
        b->archs[ARCH_AMD64] = b->archs[ARCH_ARM64] = true;
    } else if (arch_parse(text, &arch)) {
        b->archs[arch] = true;
    } else {
        argp_error(state, "there is no architecture '%s': amd64, arm64 or all", text);
    }
    return 0;
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct build_options *b = state->input;
    char *end;
    switch (key) {
    case OPTION_ARCH:
        return set_arch(b, text, state);
    case OPTION_PROFILE:
        b->profile = (enum profile)choose(state, text, "profile", profiles);
        return 0;
    case 'r':
        b->profile = PROFILE_RELEASE;
        return 0;
    case OPTION_PLATFORM:
        b->platform_given = true;
        b->platform = (enum target_platform)choose(state, text, "target platform", platforms);
        return 0;
    case OPTION_SIGN_MODE:
        b->sign_mode = (enum sign_mode)choose(state, text, "sign mode", sign_modes);
        return 0;
    case 'j':
        b->jobs = (unsigned)strtoul(text, &end, 10);
        if (*end || !b->jobs || b->jobs > 1024)
            argp_error(state, "-j wants a number from 1 to 1024, not '%s'", text);
        return 0;
    case 'v':
        b->verbose = true;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one PATH at a time");
        b->path = text;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static int width_of(const struct build_result *result, const char *(*text)(const struct build_artifact *), int least)
{
    for (size_t i = 0; i < result->artifact_count; i++) {
        const int width = (int)strlen(text(&result->artifacts[i]));
        least = width > least ? width : least;
    }
    return least;
}

static const char *project_of(const struct build_artifact *artifact)
{
    return artifact->project;
}

static const char *path_of(const struct build_artifact *artifact)
{
    return artifact->path;
}

static void print_table(const struct build_result *result)
{
    const int project = width_of(result, project_of, 7), path = width_of(result, path_of, 8);
    printf("%-*s  %-5s  %-*s  %10s  %s\n", project, "project", "arch", path, "artifact", "bytes", "signed");
    for (size_t i = 0; i < result->artifact_count; i++) {
        const struct build_artifact *artifact = &result->artifacts[i];
        printf("%-*s  %-5s  %-*s  %10llu  %s%s%s%s\n", project, artifact->project, arch_name(artifact->arch), path,
               artifact->path, (unsigned long long)artifact->size, artifact->is_signed ? "yes" : "no",
               artifact->note ? " (" : "", artifact->note ? artifact->note : "", artifact->note ? ")" : "");
    }
}

static enum cwdk_status status_of(const struct diag *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->entries[i].severity == DIAG_ERROR && d->entries[i].code && !strncmp(d->entries[i].code, "BLD1", 4))
            return CWDK_FINDINGS;
    return CWDK_USAGE;
}

int cmd_build(int argc, char **argv)
{
    static const struct argp argp = {options, parse, "[PATH]", NULL, NULL, NULL, NULL};
    struct argp with_text = argp;
    struct build_options b = {.path = ".", .output = stderr};
    struct arena a = {0};
    with_text.doc = arena_format(&a, "%s\v%s", description, examples);
    argp_parse(&with_text, argc, argv, 0, NULL, &b);
    if (!b.archs[ARCH_AMD64] && !b.archs[ARCH_ARM64])
        b.archs[ARCH_AMD64] = b.archs[ARCH_ARM64] = true;
    const bool terminal = isatty(STDERR_FILENO);
    b.progress = terminal;
    b.colour = terminal && !getenv("NO_COLOR");

    struct diag d = {0};
    struct build_result result;
    if (build_run(&b, &a, &result, &d))
        print_table(&result);
    int status = command_finish(&d, status_of(&d));
    if (result.interrupted) {
        fputs("cwdk: interrupted; what was finished is kept\n", stderr);
        status = 130;
    }
    arena_free(&a);
    return status;
}
