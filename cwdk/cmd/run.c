/* cwdk run: a session with a driver in the simulator. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/test/test.h"

#include <argp.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_IMPORTS = 256, DEFAULT_SECONDS = 5 };

static const struct argp_option options[] = {
    {"imports", OPTION_IMPORTS, NULL, 0, "list what the driver imports and whether the simulator has it; run nothing",
     0},
    {0},
};

struct settings {
    const char *path, *script;
    bool imports;
};

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct settings *s = state->input;
    switch (key) {
    case OPTION_IMPORTS:
        s->imports = true;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num == 0)
            s->path = text;
        else if (state->arg_num == 1 && !s->imports)
            s->script = text;
        else
            argp_error(state, "a PATH and a SCRIPT at most, and no SCRIPT with --imports");
        return 0;
    case ARGP_KEY_END:
        if (!s->path)
            s->path = ".";
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* --- imports --- */

static size_t count_imports(const struct test_run *run, const char *module, const char *state)
{
    size_t count = 0;
    for (size_t i = 0; i < run->count; i++) {
        const struct test_event *event = &run->events[i];
        count += strcmp(event->type, "import") == 0 && strcmp(event->fields[0], module) == 0 &&
                 (!state || strcmp(event->fields[2], state) == 0);
    }
    return count;
}

static void print_imports(const struct test_run *run)
{
    const char *module = "";
    for (size_t i = 0; i < run->count; i++) {
        const struct test_event *event = &run->events[i];
        if (strcmp(event->type, "import") != 0)
            continue;
        if (strcmp(module, event->fields[0]) != 0) {
            module = event->fields[0];
            printf("%s: %zu of %zu implemented\n", module, count_imports(run, module, "implemented"),
                   count_imports(run, module, NULL));
        }
        printf("  %-12s %s\n", event->fields[2], event->fields[1]);
    }
}

static void list_imports(const struct test_kit *kit, const struct test_subject *subject, struct arena *a,
                         struct diag *d)
{
    struct arguments arguments = {.arena = a};
    struct test_run run;
    arguments_add(&arguments, kit->host);
    arguments_format(&arguments, "--system=%s", kit->system);
    arguments_format(&arguments, "--imports=%s", subject->image);
    if (!test_host_run(&arguments, a, &run, d))
        return;
    const struct test_event *error = test_event_find(&run, "error");
    if (error)
        diag_error(d, CODE_TST0006, diag_nowhere(), "%s: %s", path_name(subject->image), error->fields[0]);
    else
        print_imports(&run);
}

/* --- sessions --- */

struct session {
    const struct test_kit *kit;
    struct arena *a;
    bool prompts;
    size_t refusals;
};

static bool show_event(void *context, const struct test_event *event)
{
    struct session *session = context;
    if (strcmp(event->type, "reply") == 0) {
        printf("%s\n", test_status_text(session->kit, event->fields[0], session->a));
    } else if (strcmp(event->type, "print") == 0) {
        const char *text = event->fields[1];
        printf("[%.6f] %s%s", (double)test_event_number(event, 0) / 1e7, text,
               *text && text[strlen(text) - 1] == '\n' ? "" : "\n");
    } else if (strcmp(event->type, "refusal") == 0) {
        fprintf(stderr, "cwdk: %s\n", event->fields[0]);
        session->refusals++;
    } else if (strcmp(event->type, "ready") == 0) {
        if (session->prompts)
            fputs("> ", stdout);
    } else {
        return true;
    }
    fflush(stdout);
    return false;
}

static enum cwdk_status run_session(const struct test_kit *kit, const struct test_subject *subject, int input,
                                    struct arena *a, struct diag *d)
{
    const struct test_host_options host = {.processors = 1, .seconds = DEFAULT_SECONDS};
    struct session session = {.kit = kit, .a = a, .prompts = isatty(input) && isatty(STDOUT_FILENO)};
    struct arguments arguments = {.arena = a};
    struct test_case whole = {.name = subject->name};
    struct text report = {0};
    test_host_arguments(kit, subject, &host, &arguments);
    arguments_add(&arguments, "--script");
    if (!test_host_session(&arguments, input, show_event, &session, a, &whole.run, d))
        return CWDK_ENVIRONMENT;
    const struct test_event *error = test_event_find(&whole.run, "error");
    if (error) {
        diag_error(d, CODE_TST0006, diag_nowhere(), "%s", error->fields[0]);
        return CWDK_USAGE;
    }
    test_judge(kit, &whole, a);
    if (!whole.passed) {
        text_put(&report, "");
        test_report(kit, &whole, a, &report);
        fflush(stdout);
        fputs(report.data, stderr);
        text_free(&report);
        diag_error(d, CODE_TST1002, diag_nowhere(), "%s: %s", subject->name, whole.reason);
        return CWDK_FINDINGS;
    }
    if (session.refusals && !session.prompts)
        diag_error(d, CODE_TST0005, diag_nowhere(), "%zu command%s refused", session.refusals,
                   session.refusals == 1 ? " was" : "s were");
    return CWDK_USAGE;
}

/* A .sys file is run as it is, anything else is built first. */
static bool find_subject(const char *path, const struct test_kit *kit, struct arena *a, struct test_subject *out,
                         enum cwdk_status *status, struct diag *d)
{
    struct test_subject *subjects;
    size_t count;
    if (strcasecmp(path_extension(path), ".sys") == 0) {
        char *folder = folder_make_temporary("cwdk-run", a, d);
        if (!folder)
            return false;
        out->work = folder; /* to be removed, whatever comes */
        return test_subject_of_file(path, folder, a, out, d);
    }
    if (!test_subjects(&(struct build_options){.path = path}, kit, false, a, &subjects, &count, status, d))
        return false;
    if (count > 1)
        fprintf(stderr, "running %s, the first of %zu drivers\n", subjects[0].name, count);
    *out = subjects[0];
    return true;
}

static void run(const struct settings *s, struct arena *a, enum cwdk_status *status, struct diag *d)
{
    struct test_kit kit;
    struct test_subject subject = {0};
    struct diag ignored = {0};
    int input = STDIN_FILENO;
    if (!test_kit_find(a, &kit, d))
        return;
    if (s->script && (input = open(s->script, O_RDONLY | O_CLOEXEC)) < 0) {
        diag_error(d, CODE_ENV0001, diag_in_file(s->script), "cannot read %s: %s", s->script, strerror(errno));
        return;
    }
    if (find_subject(s->path, &kit, a, &subject, status, d)) {
        if (s->imports)
            list_imports(&kit, &subject, a, d);
        else
            *status = run_session(&kit, &subject, input, a, d);
    }
    if (subject.work && strncmp(subject.work, "/tmp/cwdk-run-", 14) == 0)
        path_remove(subject.work, &ignored);
    if (s->script)
        close(input);
    diag_free(&ignored);
}

int cmd_run(int argc, char **argv)
{
    static const struct argp argp = {
        options,
        parse,
        "[PATH] [SCRIPT]",
        "Loads a driver in a simulated Windows kernel, plugs in the first device of its INF, and carries out commands "
        "from SCRIPT, or from standard input: open, read, write, ioctl, close, unplug, advance, quit. PATH is a .sys "
        "file, or anything that `cwdk build` builds.\v"
        "examples:\n"
        "  cwdk run echo.sys --imports\n"
        "  cwdk run . session.txt\n"
        "  printf 'open \\\\\\\\.\\\\Echo\\nread 16\\n' | cwdk run\n",
        NULL,
        NULL,
        NULL};
    struct settings s = {0};
    struct arena a = {0};
    struct diag d = {0};
    enum cwdk_status status = CWDK_USAGE;
    argp_parse(&argp, argc, argv, 0, NULL, &s);
    run(&s, &a, &status, &d);
    const int result = command_finish(&d, status);
    arena_free(&a);
    return result;
}
