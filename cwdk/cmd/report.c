/* cwdk report: merges what runs of `cwdk test` have found, and shows it. */
#include "cwdk/cmd/commands.h"
#include "cwdk/host/file.h"
#include "cwdk/report/report.h"

#include <argp.h>
#include <stdio.h>
#include <string.h>

enum { OPTION_HTML = 256, OPTION_JSON, OPTION_JUNIT, OPTION_LCOV };

static const struct argp_option options[] = {
    {"html", OPTION_HTML, "FILE", 0, "write one page that needs nothing beside it", 0},
    {"json", OPTION_JSON, "FILE", 0, "write all as one report, which can be merged further", 0},
    {"junit", OPTION_JUNIT, "FILE", 0, "write the tests as JUnit XML", 0},
    {"lcov", OPTION_LCOV, "FILE", 0, "write the coverage of all runs together as an lcov trace", 0},
    {0},
};

struct settings {
    char **files;
    size_t file_count;
    const char *html, *json, *junit, *lcov;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *s = state->input;
    switch (key) {
    case OPTION_HTML:
        s->html = text;
        return 0;
    case OPTION_JSON:
        s->json = text;
        return 0;
    case OPTION_JUNIT:
        s->junit = text;
        return 0;
    case OPTION_LCOV:
        s->lcov = text;
        return 0;
    case ARGP_KEY_ARGS:
        s->files = state->argv + state->next;
        s->file_count = (size_t)(state->argc - state->next);
        return 0;
    case ARGP_KEY_NO_ARGS:
        argp_error(state, "a FILE that `cwdk test --report FILE` has written");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool read_all(const struct settings *s, struct arena *a, struct report *out, struct diag *d)
{
    for (size_t i = 0; i < s->file_count; i++) {
        struct bytes content;
        struct report one;
        if (!file_read(s->files[i], a, &content, d) ||
            !report_read(s->files[i], (const char *)content.data, content.size, a, &one, d) ||
            !report_merge(out, &one, s->files[i], a, d))
            return false;
    }
    report_order(out, a);
    return true;
}

static bool write_text(const char *path, struct text *text, struct diag *d)
{
    const bool fine = file_write(path, text->data, text->size, 0644, d);
    text_free(text);
    return fine;
}

static bool write_all(const struct settings *s, const struct report *report, struct arena *a, struct diag *d)
{
    struct text text = {0};
    if (s->html) {
        report_page(report, a, &text);
        if (!write_text(s->html, &text, d))
            return false;
    }
    if (s->json) {
        report_write(report, &text);
        if (!write_text(s->json, &text, d))
            return false;
    }
    if (s->junit) {
        report_junit(report, a, &text);
        if (!write_text(s->junit, &text, d))
            return false;
    }
    if (s->lcov) {
        report_lcov(report, "", a, &text);
        if (!write_text(s->lcov, &text, d))
            return false;
    }
    report_summary(report, a, &text);
    fputs(text.data, stdout);
    text_free(&text);
    return true;
}

int cmd_report(int argc, char **argv)
{
    static const struct argp argp = {options,
                                     parse,
                                     "FILE...",
                                     "Merges reports that `cwdk test --report FILE` has written: the shards of one "
                                     "run, which together are the whole "
                                     "run; and runs of other modes. What was found at the same stack is told once, "
                                     "coverage is added up. Exit status: 0 "
                                     "all passed, 1 something was found or a shard is missing (what there is is "
                                     "written all the same), 2 a file is no "
                                     "report, or the files do not belong together, 3 a file cannot be written.\v"
                                     "examples:\n"
                                     "  cwdk report faults.json --html report.html\n"
                                     "  cwdk report shard-1.json shard-2.json shard-3.json --json all.json\n"
                                     "  cwdk report *.json --html report.html --junit results.xml --lcov lcov.info\n",
                                     NULL,
                                     NULL,
                                     NULL};
    struct settings s = {0};
    struct arena a = {0};
    struct diag d = {0};
    struct report report = {0};
    enum cwdk_status status = CWDK_USAGE;
    argp_parse(&argp, argc, argv, 0, NULL, &s);
    if (read_all(&s, &a, &report, &d) && write_all(&s, &report, &a, &d)) {
        status = CWDK_FINDINGS;
        report_missing(&report, &a, &d);
    }
    int result = command_finish(&d, status);
    if (result == CWDK_OK && report_failures(&report))
        result = CWDK_FINDINGS;
    arena_free(&a);
    return result;
}
