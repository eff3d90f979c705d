/* cwdk unsafe: the WDK_UNSAFE blocks of drivers, their reasons, and their share of the code. */
#include "cwdk/build/build.h"
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/number.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"
#include "cwdk/profile/profile.h"

#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_JSON = 256, OPTION_BUDGET, OPTION_PROFILE };

static const struct argp_option options[] = {
    {"json", OPTION_JSON, NULL, 0, "as JSON", 0},
    {"budget", OPTION_BUDGET, "SHARE", 0, "exit status 1 where a driver has more: 5% of its code lines, or 40 lines",
     0},
    {"profile", OPTION_PROFILE, "NAME", 0, "dev (the default) or release: whose defines count", 0},
    {"jobs", 'j', "N", 0, "compile N sources at a time", 0},
    {0},
};

struct settings {
    struct build_options build;
    const char *budget; /* as given, or NULL */
    double limit;
    bool limit_is_share, json;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *s = state->input;
    char *end;
    switch (key) {
    case OPTION_JSON:
        s->json = true;
        return 0;
    case OPTION_BUDGET:
        s->limit = strtod(text, &end);
        s->limit_is_share = *end == '%';
        if (end == text || !(s->limit >= 0) || (*end && strcmp(end, "%") != 0))
            argp_error(state, "a budget is a share of the code lines (5%%) or a number of lines (40), not '%s'", text);
        s->budget = text;
        return 0;
    case OPTION_PROFILE:
        if (strcmp(text, "dev") != 0 && strcmp(text, "release") != 0)
            argp_error(state, "there is no profile '%s': dev or release", text);
        s->build.profile = *text == 'r' ? PROFILE_RELEASE : PROFILE_DEV;
        return 0;
    case 'j':
        s->build.jobs = option_jobs(state, text);
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

static double share(const struct safety *p)
{
    return p->code_lines ? 100.0 * (double)p->unsafe_lines / (double)p->code_lines : 0;
}

static const char *prefix_of(const struct build_bitcode *built, const char *file)
{
    return *file == '/' ? "" : built->prefix;
}

static void print_text(const struct build_bitcode *built, const struct bitcode_project *project, const struct safety *p)
{
    for (size_t i = 0; i < p->block_count; i++) {
        const struct profile_block *b = &p->blocks[i];
        printf("%s%s:%u: %zu line%s in %s: %s\n", prefix_of(built, b->place.file), b->place.file, b->place.line,
               b->lines, b->lines == 1 ? "" : "s", *b->function ? b->function : "(no function)", b->reason);
    }
    printf("%s: %zu unsafe block%s, %zu of %zu code lines (%.1f%%)%s\n", project->name, p->block_count,
           p->block_count == 1 ? "" : "s", p->unsafe_lines, p->code_lines, share(p),
           project->is_safe ? "" : "; the rest is not held to the safe profile (`profile: raw`)");
}

static void put_string(struct text *t, const char *name, const char *value, const char *after)
{
    text_format(t, "\"%s\": ", name);
    text_put_json_string(t, value);
    text_put(t, after);
}

static void add_json(const struct build_bitcode *built, const struct bitcode_project *project, const struct safety *p,
                     struct arena *a, struct text *t)
{
    text_put(t, t->size ? ",\n  {" : "\n  {");
    put_string(t, "driver", project->name, ", ");
    text_format(t, "\"safe_profile\": %s, \"files\": %zu, \"code_lines\": %zu, \"unsafe_lines\": %zu, ",
                project->is_safe ? "true" : "false", p->file_count, p->code_lines, p->unsafe_lines);
    text_format(t, "\"share_percent\": %.3f,\n   \"blocks\": [", share(p));
    for (size_t i = 0; i < p->block_count; i++) {
        const struct profile_block *b = &p->blocks[i];
        text_put(t, i ? ",\n    {" : "\n    {");
        put_string(t, "file", arena_format(a, "%s%s", prefix_of(built, b->place.file), b->place.file), ", ");
        text_format(t, "\"line\": %u, \"column\": %u, \"last_line\": %u, \"lines\": %zu, ", b->place.line,
                    b->place.column, b->last_line, b->lines);
        put_string(t, "function", b->function, ", ");
        put_string(t, "reason", b->reason, "}");
    }
    text_put(t, "]}");
}

static void hold_budget(const struct settings *s, const struct bitcode_project *project, const struct safety *p,
                        struct diag *d)
{
    if (!s->budget || (s->limit_is_share ? share(p) : (double)p->unsafe_lines) <= s->limit)
        return;
    diag_error(d, CODE_SAF5001, diag_nowhere(), "%s has %zu unsafe lines (%.1f%%), and the budget is %s", project->name,
               p->unsafe_lines, share(p), s->budget);
}

/* False after reporting. */
static bool list_project(const struct build_bitcode *built, const struct bitcode_project *project,
                         const struct settings *s, struct text *json, struct diag *d)
{
    struct arena a = {0};
    struct safety found;
    size_t count = 0;
    while (project->files[count])
        count++;
    struct profile_source *sources = arena_array(&a, count + 1, sizeof *sources);
    for (size_t i = 0; i < count; i++)
        sources[i] = (struct profile_source){project->sources[i], project->commands[i]};
    const bool ok = profile_run(built->root, sources, count, &a, &found, d);
    if (ok) {
        if (s->json)
            add_json(built, project, &found, &a, json);
        else
            print_text(built, project, &found);
        hold_budget(s, project, &found, d);
    }
    arena_free(&a);
    return ok;
}

int cmd_unsafe(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "[PATH]",
        "Lists the WDK_UNSAFE blocks of every driver at PATH (a folder, a .sln, a .vcxproj or a cwdk.yaml; the current "
        "folder where none is given): where each stands, its lines of code, its reason, and what share of the driver's "
        "own code lines they are together. Exit status 1 where that is above the budget.\v"
        "examples:\n  cwdk unsafe\n  cwdk unsafe --budget 2% mydriver\n  cwdk unsafe --json mydriver\n",
        NULL,
        NULL,
        NULL};
    struct settings s = {.build = {.path = ".", .output = stderr, .archs = {[ARCH_AMD64] = true}, .archs_named = true}};
    argp_parse(&argp, argc, argv, 0, NULL, &s);
    s.build.progress = isatty(STDERR_FILENO);
    struct arena a = {0};
    struct diag d = {0};
    struct text json = {0};
    struct build_bitcode built;
    bool ok = build_bitcode(&s.build, &a, &built, &d);
    if (ok)
        for (size_t i = 0; i < built.project_count; i++)
            if (built.projects[i].is_driver)
                ok = list_project(&built, &built.projects[i], &s, &json, &d) && ok;
    if (ok && s.json)
        printf("[%s\n]\n", json.size ? json.data : "");
    text_free(&json);
    arena_free(&a);
    return command_finish(&d, ok ? CWDK_FINDINGS : CWDK_USAGE);
}
