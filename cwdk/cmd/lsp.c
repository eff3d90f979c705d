/* cwdk lsp: what the checker finds, in an editor. */
#include "cwdk/lsp/lsp.h"
#include "cwdk/cmd/analysis.h"
#include "cwdk/cmd/commands.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static error_t parse(int key, char *text, struct argp_state *state)
{
    const char **path = state->input;
    if (key != ARGP_KEY_ARG)
        return ARGP_ERR_UNKNOWN;
    if (state->arg_num)
        argp_error(state, "one PATH at a time");
    *path = text;
    return 0;
}

/* Names in findings are to be absolute, wherever the server stands. */
static void check(void *context, const char *path, const struct unsaved *texts, size_t text_count, FILE *out)
{
    (void)context;
    struct arena a = {0};
    struct diag d = {0};
    struct analysis found;
    const struct policy policy = {0};
    const struct build_options options = {.path = path,
                                          .output = stderr,
                                          .archs = {[ARCH_AMD64] = true},
                                          .archs_named = true,
                                          .unsaved = texts,
                                          .unsaved_count = text_count};
    if (text_count)
        setenv("CCACHE_DISABLE", "1", 1); /* it knows files by what is in them */
    if (analysis_run(&options, &policy, &a, &found, &d) && !d.errors) {
        struct check_collection all = check_collection_new(CHECK_JSON);
        const char *prefix = arena_format(&a, "%s/", found.built.root);
        for (size_t i = 0; i < found.built.project_count; i++)
            if (found.results[i].findings) {
                check_set_prefix(&found.results[i], prefix);
                check_collect(&found.results[i], &all);
            }
        check_print_collected(&all, CWDK_VERSION, out);
    } else {
        for (size_t i = 0; i < d.count; i++)
            fprintf(out, "cwdk: %s\n", d.entries[i].message);
    }
    diag_free(&d);
    arena_free(&a);
}

int cmd_lsp(int argc, char **argv)
{
    static const struct argp argp = {
        NULL,
        parse,
        "[PATH]",
        "Serves the Language Server Protocol on standard input and output: whenever a source is changed or "
        "saved, the drivers at PATH "
        "(else the editor's folder) are checked as `cwdk check` does it, and the findings shown, each with its path "
        "and "
        "a comment that allows it as a quick fix. compile_commands.json is kept fresh for clangd beside it.\v"
        "example:\n  cwdk lsp            as the command of a language server in an editor's settings\n",
        NULL,
        NULL,
        NULL};
    const char *path = NULL, *why;
    argp_parse(&argp, argc, argv, 0, NULL, &path);
    const struct lsp_checker checker = {.check = check, .path = path, .version = CWDK_VERSION};
    const int status = lsp_serve(STDIN_FILENO, STDOUT_FILENO, &checker, &why);
    if (why)
        fprintf(stderr, "cwdk lsp: %s\n", why);
    return status;
}
