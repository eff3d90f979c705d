/* ninja as a child: its status lines become our progress line, its FAILED lines our list of what failed. */
#include "cwdk/build/run.h"
#include "cwdk/build/disk.h"
#include "cwdk/build/places.h"
#include "cwdk/build/said.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/complaint.h"
#include "cwdk/host/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* What ninja puts before the description of each finished step; no compiler prints these bytes. */
#define STATUS_START "\001"
#define STATUS_END   "\002"

struct filter {
    const struct plan *plan;
    struct run_result *result;
    struct text block; /* what the current step has said */
    struct text line;
    struct arguments shown; /* blocks that were printed already */
    bool skip_command;      /* the line after FAILED is the command, unless -v asks for it */
    bool failed;            /* the current step */
    bool progress_visible;
};

static volatile sig_atomic_t interrupted;

static void on_signal(int number)
{
    (void)number;
    interrupted = 1;
}

static void erase_progress(struct filter *f)
{
    if (f->progress_visible)
        fputs("\r\033[K", f->plan->options->output);
    f->progress_visible = false;
}

/* What the failure of a step means for the exit status, by the code of its message. */
static void classify(struct filter *f)
{
    struct run_result *r = f->result;
    const char *said = f->block.data ? f->block.data : "", *code = strstr(said, "error[");
    code = code ? code + strlen("error[") : "";
    if (!strncmp(code, "ENV", 3) && strncmp(code, "ENV0001", 7) != 0)
        r->environment = true;
    else if (!strncmp(code, "ENV0001", 7) || !strncmp(code, "SIG1", 4))
        r->usage++;
    else
        r->findings++;
}

/* The step that failed is one that found no space: nothing it says helps. */
static bool failed_for_the_disk(struct filter *f)
{
    if (!f->failed || !disk_is_to_blame(f->plan, f->block.size ? f->block.data : ""))
        return false;
    f->result->disk_full = true;
    return true;
}

/* What only follows from a name that is missing is not shown, unless everything is asked for. */
static void hold_back(struct filter *f)
{
    struct text shown = {0};
    if (!f->block.size)
        return;
    text_put(&shown, "");
    missing_filter(&f->result->missing, f->block.data, &shown);
    if (f->plan->options->verbose) {
        text_free(&shown);
        return;
    }
    text_free(&f->block);
    f->block = shown;
}

/* The build is repeated then, with globals as they are otherwise. */
static bool failed_for_duplicates(struct filter *f)
{
    if (!f->failed || !instrument_splits_globals(f->plan) || !f->block.size ||
        !strstr(f->block.data, "duplicate symbol: "))
        return false;
    f->result->duplicates++;
    return true;
}

static void flush_block(struct filter *f)
{
    const bool hidden = failed_for_the_disk(f) || failed_for_duplicates(f);
    if (f->failed && !hidden) {
        classify(f);
        hold_back(f);
    }
    f->failed = false;
    if (hidden)
        text_clear(&f->block);
    if (!f->block.size)
        return;
    if (!arguments_have(&f->shown, f->block.data)) {
        arguments_add(&f->shown, arena_string(f->plan->arena, f->block.data));
        erase_progress(f);
        fputs(f->block.data, f->plan->options->output);
        fflush(f->plan->options->output);
    }
    text_clear(&f->block);
}

static unsigned terminal_width(FILE *out)
{
    struct winsize size;
    return ioctl(fileno(out), TIOCGWINSZ, &size) || !size.ws_col ? 80 : size.ws_col;
}

/* "\0013/12\002amd64 compile queue.c" */
static void show_progress(struct filter *f, const char *line)
{
    FILE *const out = f->plan->options->output;
    const char *end = strstr(line, STATUS_END);
    if (!end)
        return;
    if (f->plan->options->verbose) {
        fprintf(out, "[%.*s] %s\n", (int)(end - line - 1), line + 1, end + 1);
    } else if (f->plan->options->progress) {
        char text[512];
        const int width = (int)terminal_width(out);
        snprintf(text, sizeof text, "  building %.*s  %s", (int)(end - line - 1), line + 1, end + 1);
        fprintf(out, "\r\033[K%.*s", width - 1, text);
        f->progress_visible = true;
    }
    fflush(out);
}

/* The rest of `line` after `mark`, cut at any byte of `end`; NULL where it is not in there. */
static const char *after(struct filter *f, const char *line, const char *mark, const char *end)
{
    const char *found = strstr(line, mark);
    if (!found)
        return NULL;
    found += strlen(mark);
    return arena_substring(f->plan->arena, found, strcspn(found, end));
}

static void note_once(struct arguments *list, const char *word)
{
    if (word && *word && !arguments_have(list, word))
        arguments_add(list, word);
}

/* Looks for what a help line can be given for. */
static void take_note(struct filter *f, const char *line)
{
    note_once(&f->result->undefined, after(f, line, "error: undefined symbol: ", "\n"));
}

static void take_line(struct filter *f, const char *coloured)
{
    struct run_result *r = f->result;
    const char *line = complaint_plain(f->plan->arena, coloured);
    if (!strncmp(line, STATUS_START, 1)) {
        flush_block(f);
        show_progress(f, line);
    } else if (f->skip_command) {
        f->skip_command = false;
        if (f->plan->options->verbose)
            text_format(&f->block, "%s\n", line);
    } else if (!strncmp(line, "FAILED: ", 8)) {
        line += 8;
        if (!strncmp(line, "[code=", 6) && strstr(line, "] ")) /* since ninja 1.13 */
            line = strstr(line, "] ") + 2;
        arguments_add(&r->failed, line);
        f->failed = true;
        f->skip_command = true;
    } else if (!strncmp(line, "ninja: ", 7)) {
        if (!strncmp(line, "ninja: error: ", 14) || !strncmp(line, "ninja: fatal: ", 14))
            r->complaint = line + 14;
    } else {
        take_note(f, line);
        text_format(&f->block, "%s\n", places_rewrite(f->plan, coloured));
    }
}

static void read_all(struct filter *f, int fd)
{
    char buffer[16384];
    for (;;) {
        const ssize_t got = read(fd, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        for (const char *p = buffer, *end = buffer + got; p < end;) {
            const char *newline = memchr(p, '\n', (size_t)(end - p));
            text_add(&f->line, p, (size_t)((newline ? newline : end) - p));
            p = newline ? newline + 1 : end;
            if (newline) {
                take_line(f, f->line.data);
                text_clear(&f->line);
            }
        }
    }
    if (f->line.size)
        take_line(f, f->line.data);
    flush_block(f);
    erase_progress(f);
}

/* Our environment with ninja's own variables set; the strings are the arena's. */
static char **environment(const struct plan *plan)
{
    struct arguments list = {.arena = plan->arena};
    for (char **entry = environ; *entry; entry++)
        if (strncmp(*entry, "NINJA_STATUS=", 13) != 0 && strncmp(*entry, "CLICOLOR_FORCE=", 15) != 0)
            arguments_add(&list, *entry);
    arguments_add(&list, "NINJA_STATUS=" STATUS_START "%f/%t" STATUS_END);
    arguments_format(&list, "CLICOLOR_FORCE=%d", plan->options->colour);
    return (char **)list.items;
}

static bool start(const struct plan *plan, int output, pid_t *child, struct diag *d)
{
    struct arena *a = plan->arena;
    struct arguments argv = {.arena = a};
    arguments_add(&argv, "ninja");
    arguments_add(&argv, "-f");
    arguments_add(&argv, plan->ninja);
    arguments_add(&argv, "-k0");
    if (plan->options->jobs)
        arguments_format(&argv, "-j%u", plan->options->jobs);
    if (plan->options->verbose)
        arguments_add(&argv, "-v");

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions, plan->root);
    const char *program = process_find("ninja", a);
    const int error =
        program ? posix_spawn(child, program, &actions, NULL, (char *const *)argv.items, environment(plan)) : ENOENT;
    posix_spawn_file_actions_destroy(&actions);
    if (error)
        diag_error(d, CODE_ENV0003, diag_nowhere(), "cannot run ninja: %s", strerror(error));
    return !error;
}

bool run_ninja(const struct plan *plan, struct run_result *result, struct diag *d)
{
    *result = (struct run_result){.failed.arena = plan->arena, .undefined.arena = plan->arena, .missing.plan = plan};
    int ends[2];
    if (pipe2(ends, O_CLOEXEC))
        return diag_error(d, CODE_ENV0003, diag_nowhere(), "cannot run ninja: %s", strerror(errno));
    fflush(NULL);

    /* ninja gets the keyboard's signal as well, stops its children and removes what they have half written: wait for
     * it. */
    struct sigaction catch = {.sa_handler = on_signal}, old_int, old_term;
    interrupted = 0;
    sigaction(SIGINT, &catch, &old_int);
    sigaction(SIGTERM, &catch, &old_term);
    pid_t child;
    const bool started = start(plan, ends[1], &child, d);
    close(ends[1]);
    if (started) {
        struct filter f = {.plan = plan, .result = result, .shown.arena = plan->arena};
        read_all(&f, ends[0]);
        text_free(&f.block);
        text_free(&f.line);
        int status = 0;
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            ;
        result->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    close(ends[0]);
    sigaction(SIGINT, &old_int, NULL);
    sigaction(SIGTERM, &old_term, NULL);
    result->interrupted = interrupted;
    return started;
}
