/* cwdk check: analyses a driver as a whole. */
#include "cwdk/build/build.h"
#include "cwdk/check/check.h"
#include "cwdk/cmd/commands.h"
#include "cwdk/profile/profile.h"

#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_CONFIGURATION = 256, OPTION_PROFILE, OPTION_FORMAT };

static const struct argp_option options[] = {
    {"format", OPTION_FORMAT, "NAME", 0, "text (the default), json, or sarif: version 2.1.0", 0},
    {"profile", OPTION_PROFILE, "NAME", 0, "dev (the default) or release: whose defines count", 0},
    {"configuration", OPTION_CONFIGURATION, "NAME", 0, "of Visual Studio projects, where it is not Debug or Release",
     0},
    {"jobs", 'j', "N", 0, "compile N sources at a time", 0},
    {"verbose", 'v', NULL, 0, "show each command", 0},
    {0},
};

struct settings {
    struct build_options build;
    enum check_format format;
};

static const char *const formats[] = {"text", "json", "sarif", NULL}; /* in the order of enum check_format */

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *s = state->input;
    switch (key) {
    case OPTION_FORMAT:
        while (formats[s->format] && strcmp(formats[s->format], text) != 0)
            s->format++;
        if (!formats[s->format])
            argp_error(state, "there is no format '%s': text, json or sarif", text);
        return 0;
    case OPTION_PROFILE:
        if (strcmp(text, "dev") != 0 && strcmp(text, "release") != 0)
            argp_error(state, "there is no profile '%s': dev or release", text);
        s->build.profile = *text == 'r' ? PROFILE_RELEASE : PROFILE_DEV;
        return 0;
    case OPTION_CONFIGURATION:
        s->build.configuration = text;
        s->build.profile = profile_of_configuration(text);
        return 0;
    case 'j':
        s->build.jobs = (unsigned)strtoul(text, NULL, 10);
        return 0;
    case 'v':
        s->build.verbose = true;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num)
            argp_error(state, "one PATH at a time");
        s->build.path = text;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* What the rules of the safe profile say about the sources that are held to them. */
static bool check_profile(const struct build_bitcode *built, const struct bitcode_project *project, struct arena *a,
                          struct check_options *with, struct diag *d)
{
    size_t count = 0, held = 0;
    struct safety found;
    while (project->files[count])
        count++;
    struct profile_source *sources = arena_array(a, count + 1, sizeof *sources);
    for (size_t i = 0; i < count; i++)
        if (project->safe[i])
            sources[held++] = (struct profile_source){project->sources[i], project->commands[i]};
    if (!held)
        return true;
    if (!profile_run(built->root, sources, held, a, &found, d))
        return false;
    struct check_extra *extra = arena_array(a, found.finding_count + 1, sizeof *extra);
    for (size_t i = 0; i < found.finding_count; i++) {
        const struct profile_finding *f = &found.findings[i];
        extra[i] = (struct check_extra){f->code,     f->place.file, f->place.line, f->place.column,
                                        f->function, f->claim,      f->label,      f->help};
    }
    with->extra = extra;
    with->extra_count = found.finding_count;
    return true;
}

/* One project; the number of findings. */
static size_t check_project(const struct build_bitcode *built, const struct bitcode_project *project,
                            const struct settings *s, json_t *list, struct diag *d)
{
    struct arena a = {0};
    struct check_result result;
    struct check_options with = {
        .files = project->files, .root = built->root, .prefix = built->prefix, .home = built->home};
    size_t count = 0;
    if (check_profile(built, project, &a, &with, d) && check_run(&with, &a, &result, d)) {
        count = check_count(&result);
        if (s->format == CHECK_TEXT)
            check_print(&result, s->build.colour, stdout);
        else
            check_collect(&result, s->format, list);
        FILE *said = s->format == CHECK_TEXT ? stdout : stderr;
        if (result.bounded)
            fprintf(said, "note: %s: %zu function%s too large to look at every path (%s first)\n", project->name,
                    result.bounded, result.bounded == 1 ? " was" : "s were", result.bounded_first);
        fprintf(said, "%s: %zu finding%s in %zu functions\n", project->name, count, count == 1 ? "" : "s",
                result.functions);
        check_free(&result);
    }
    arena_free(&a);
    return count;
}

/* Sources that do not compile are findings, as for `cwdk build`; other errors are of usage. */
static enum cwdk_status on_error(const struct diag *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->entries[i].code && !strncmp(d->entries[i].code, "BLD1", 4))
            return CWDK_FINDINGS;
    return CWDK_USAGE;
}

int cmd_check(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "[PATH]",
        "Analyses every driver at PATH (a folder, a .sln, a .vcxproj or a cwdk.yaml; the current folder "
        "where none is given) as a whole: memory, status values, IRQL, locks, requests, and the rules of the safe "
        "profile where the manifest has it. Exit status 1 where there are "
        "findings; `cwdk explain CODE` tells about each.\v"
        "examples:\n  cwdk check\n  cwdk check kmdfecho.sln\n",
        NULL,
        NULL,
        NULL};
    struct settings s = {.build = {.path = ".", .output = stderr, .archs = {[ARCH_AMD64] = true}, .archs_named = true}};
    argp_parse(&argp, argc, argv, 0, NULL, &s);
    s.build.colour = isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
    s.build.progress = isatty(STDERR_FILENO);
    struct arena a = {0};
    struct diag d = {0};
    struct build_bitcode built;
    json_t *list = json_array();
    size_t count = 0;
    const bool built_all = build_bitcode(&s.build, &a, &built, &d);
    if (built_all)
        for (size_t i = 0; i < built.project_count; i++)
            if (built.projects[i].is_driver)
                count += check_project(&built, &built.projects[i], &s, list, &d);
    if (built_all && s.format != CHECK_TEXT)
        check_print_collected(list, s.format, CWDK_VERSION, stdout);
    else
        json_decref(list);
    arena_free(&a);
    const int status = command_finish(&d, on_error(&d));
    return status == CWDK_OK && count ? CWDK_FINDINGS : status;
}
