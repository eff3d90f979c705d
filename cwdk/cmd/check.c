/* cwdk check: analyses a driver as a whole. */
#include "cwdk/cmd/analysis.h"
#include "cwdk/cmd/commands.h"
#include "cwdk/cmd/number.h"
#include "cwdk/host/file.h"

#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    OPTION_CONFIGURATION = 256,
    OPTION_PROFILE,
    OPTION_FORMAT,
    OPTION_DENY,
    OPTION_WARN,
    OPTION_ALLOW,
    OPTION_BASELINE,
    OPTION_WRITE_BASELINE,
    OPTION_HTML,
};

static const struct argp_option options[] = {
    {"format", OPTION_FORMAT, "NAME", 0, "text (the default), json, or sarif: version 2.1.0", 0},
    {"deny", OPTION_DENY, "RULE", 0,
     "findings of the rule are errors; RULE is a code, the beginning of some (CHK4), or all", 0},
    {"warn", OPTION_WARN, "RULE", 0, "they are told, and no reason to fail", 0},
    {"allow", OPTION_ALLOW, "RULE", 0, "they are not told; of several options for a rule the last one counts", 0},
    {"baseline", OPTION_BASELINE, "FILE", 0, "tell nothing of the findings that FILE holds", 0},
    {"html", OPTION_HTML, "FILE", 0, "write what is told as one page, too, which needs nothing beside it", 0},
    {"write-baseline", OPTION_WRITE_BASELINE, "FILE", 0, "write what is found now to FILE, and succeed", 0},
    {"profile", OPTION_PROFILE, "NAME", 0, "dev (the default) or release: whose defines count", 0},
    {"configuration", OPTION_CONFIGURATION, "NAME", 0, "of Visual Studio projects, where it is not Debug or Release",
     0},
    {"jobs", 'j', "N", 0, "compile N sources, and analyse N functions, at a time", 0},
    {"verbose", 'v', NULL, 0, "show each command, and how many functions were analysed", 0},
    {0},
};

struct settings {
    struct build_options build;
    enum check_format format;
    struct policy policy;
    struct arena arena; /* of the policy */
    const char *baseline, *write_baseline, *html;
};

static const char *const formats[] = {"text", "json", "sarif", NULL}; /* in the order of enum check_format */

static void add_rule(struct settings *s, const char *rules, enum policy_level level, struct argp_state *state)
{
    if (!policy_add(&s->policy, rules, level, &s->arena))
        argp_error(state, "there is no rule '%s': a code such as CHK1003, the beginning of some, or all", rules);
}

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
    case OPTION_DENY:
        add_rule(s, text, POLICY_DENY, state);
        return 0;
    case OPTION_WARN:
        add_rule(s, text, POLICY_WARN, state);
        return 0;
    case OPTION_ALLOW:
        add_rule(s, text, POLICY_ALLOW, state);
        return 0;
    case OPTION_BASELINE:
        s->baseline = text;
        return 0;
    case OPTION_HTML:
        s->html = text;
        return 0;
    case OPTION_WRITE_BASELINE:
        s->write_baseline = text;
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
        s->build.jobs = option_jobs(state, text);
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

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* What there is of a driver, in one line; those that were not told are counted, too. */
static void say_counts(const struct bitcode_project *project, const struct check_result *r, FILE *out, bool verbose)
{
    if (verbose)
        fprintf(out, "note: %s: %zu of %zu functions analysed, the others known from before\n", project->name,
                r->analysed, r->functions);
    if (r->bounded)
        fprintf(out, "note: %s: %zu function%s too large to look at every path (%s first)\n", project->name, r->bounded,
                r->bounded == 1 ? " was" : "s were", r->bounded_first);
    if (r->proven || r->left || r->failing)
        fprintf(out, "%s: checks of the safe layer: %zu proven, %zu at run time, %zu sure to fail\n", project->name,
                r->proven, r->left, r->failing);
    fprintf(out, "%s: %zu finding%s", project->name, r->errors, plural(r->errors));
    if (r->warnings)
        fprintf(out, ", %zu warning%s", r->warnings, plural(r->warnings));
    if (r->allowed)
        fprintf(out, ", %zu allowed", r->allowed);
    if (r->known)
        fprintf(out, ", %zu known before", r->known);
    fprintf(out, " in %zu functions\n", r->functions);
}

/* Tells of all drivers; the number of errors. */
static size_t tell(const struct build_bitcode *built, const struct check_result *results, const struct settings *s)
{
    size_t errors = 0;
    struct check_collection all = {.format = s->format};
    if (s->format != CHECK_TEXT)
        all = check_collection_new(s->format);
    for (size_t i = 0; i < built->project_count; i++) {
        if (!results[i].findings)
            continue;
        if (s->format == CHECK_TEXT)
            check_print(&results[i], s->build.colour, stdout);
        else
            check_collect(&results[i], &all);
        say_counts(&built->projects[i], &results[i], s->format == CHECK_TEXT ? stdout : stderr, s->build.verbose);
        errors += results[i].errors;
    }
    if (s->format != CHECK_TEXT)
        check_print_collected(&all, CWDK_VERSION, stdout);
    return errors;
}

static bool write_baseline(const struct build_bitcode *built, const struct check_result *results, const char *path,
                           struct diag *d)
{
    json_t *list = json_array();
    for (size_t i = 0; i < built->project_count; i++)
        check_collect_baseline(&results[i], list);
    const size_t count = json_array_size(list);
    if (!check_write_baseline(list, path, d))
        return false;
    fprintf(stderr, "%s: %zu finding%s\n", path, count, plural(count));
    return true;
}

static void write_page(const struct analysis *found, const char *path, struct arena *a, struct diag *d)
{
    struct text page = {0};
    check_page(found->results, found->built.project_count, a, &page);
    file_write(path, page.data, page.size, 0644, d);
    text_free(&page);
}

/* Every driver at the path; the number of errors. */
static size_t check_all(struct settings *s, struct arena *a, struct diag *d)
{
    struct analysis found;
    struct baseline *known = s->baseline ? arena_alloc(a, sizeof *known) : NULL;
    if (known && !baseline_read(s->baseline, a, known, d))
        return 0;
    s->policy.known = known;
    if (!analysis_run(&s->build, &s->policy, a, &found, d))
        return 0;
    const size_t errors = tell(&found.built, found.results, s), gone = baseline_gone(s->policy.known);
    if (gone)
        fprintf(stderr, "note: %zu finding%s of %s %s gone: write it again with --write-baseline\n", gone, plural(gone),
                s->baseline, gone == 1 ? "is" : "are");
    if (s->html)
        write_page(&found, s->html, a, d);
    if (!s->write_baseline)
        return errors;
    write_baseline(&found.built, found.results, s->write_baseline, d);
    return 0;
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
        "profile where the manifest has it. `cwdk explain CODE` tells about each. A comment allows a finding where it "
        "stands: // cwdk: allow(CODE) reason.\n"
        "Exit status 0: nothing found, or only warnings; 1: errors, or sources that do not compile; 2: wrong usage or "
        "a "
        "file that cannot be read; 3: the machine lacks a tool.\v"
        "examples:\n  cwdk check\n  cwdk check kmdfecho.sln\n"
        "  cwdk check --write-baseline old.json    what is there now is not told any more with\n"
        "  cwdk check --baseline old.json --warn CHK4\n",
        NULL,
        NULL,
        NULL};
    struct settings s = {.build = {.path = ".", .output = stderr, .archs = {[ARCH_AMD64] = true}, .archs_named = true}};
    argp_parse(&argp, argc, argv, 0, NULL, &s);
    s.build.colour = isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
    s.build.progress = isatty(STDERR_FILENO);
    struct arena a = {0};
    struct diag d = {0};
    const size_t count = check_all(&s, &a, &d);
    arena_free(&a);
    arena_free(&s.arena);
    const int status = command_finish(&d, on_error(&d));
    return status == CWDK_OK && count ? CWDK_FINDINGS : status;
}
