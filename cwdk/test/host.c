/* Starting ntsim-host, and reading its events and whatever else it prints. */
#include "cwdk/test/test.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* ntsim-host ends endless loops by itself; this is for what it cannot see. */
enum { EVENT_FD = 3, PATIENCE_MS = 120 * 1000 };

void test_host_arguments(const struct test_kit *kit, const struct test_subject *subject,
                         const struct test_host_options *options, struct arguments *out)
{
    arguments_add(out, kit->host);
    arguments_format(out, "--system=%s", kit->system);
    if (subject->record)
        arguments_format(out, "--driver=%s", subject->record);
    arguments_format(out, "--seed=%llu", (unsigned long long)options->seed);
    arguments_format(out, "--processors=%u", options->processors);
    if (options->schedule)
        arguments_format(out, "--schedule=%s", options->schedule);
    arguments_format(out, "--seconds=%u", options->seconds);
    if (options->mode != TEST_PLAIN)
        arguments_format(out, "--%s=%llu", options->mode == TEST_STORM ? "storm" : "faults",
                         (unsigned long long)options->branch);
    if (options->shard.count)
        arguments_format(out, "--shard=%u/%u", options->shard.number, options->shard.count);
    if (options->trace)
        arguments_add(out, "--trace");
    if (options->coverage)
        arguments_add(out, "--coverage");
    if (options->unverified)
        arguments_add(out, "--no-verifier");
}

/* --- events --- */

static void unescape(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++) {
        if (*from == '\\' && from[1]) {
            from++;
            *to++ = *from == 't' ? '\t' : *from == 'n' ? '\n' : *from;
        } else {
            *to++ = *from;
        }
    }
    *to = 0;
}

void test_event_parse(char *line, struct test_event *out)
{
    char *rest = line;
    out->type = strsep(&rest, "\t");
    for (unsigned i = 0; i < TEST_EVENT_FIELDS; i++) {
        char *field = rest ? strsep(&rest, "\t") : NULL;
        if (field)
            unescape(field);
        out->fields[i] = field ? field : "";
    }
}

uint64_t test_event_number(const struct test_event *event, unsigned field)
{
    return strtoull(event->fields[field], NULL, 10);
}

uint64_t test_event_address(const struct test_event *event, unsigned field)
{
    return strtoull(event->fields[field], NULL, 16);
}

const struct test_event *test_event_find(const struct test_run *run, const char *type)
{
    for (size_t i = 0; i < run->count; i++)
        if (strcmp(run->events[i].type, type) == 0)
            return &run->events[i];
    return NULL;
}

static void add_event(struct test_run *run, char *line, struct arena *a)
{
    if (run->count == run->capacity) {
        const size_t capacity = run->capacity ? run->capacity * 2 : 64;
        struct test_event *events = arena_array(a, capacity, sizeof(*events));
        if (run->count)
            memcpy(events, run->events, run->count * sizeof(*events));
        run->events = events;
        run->capacity = capacity;
    }
    test_event_parse(line, &run->events[run->count++]);
}

static void parse_events(const struct text *text, struct arena *a, struct test_run *run)
{
    char *rest = arena_substring(a, text->data ? text->data : "", text->size);
    while (rest && *rest) {
        char *line = strsep(&rest, "\n");
        if (*line)
            add_event(run, line, a);
    }
}

/* --- the process --- */

static double now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Reads what is there; false at the end. */
static bool take(int fd, struct text *into)
{
    char buffer[65536];
    const ssize_t got = read(fd, buffer, sizeof buffer);
    if (got > 0)
        text_add(into, buffer, (size_t)got);
    return got > 0 || (got < 0 && errno == EINTR);
}

/* `many`: it is many runs in one, so patience begins anew with each sign of life. */
static void collect(pid_t child, int events_fd, int output_fd, bool many, struct text *events, struct text *output,
                    bool *stuck)
{
    struct pollfd polled[2] = {{.fd = events_fd, .events = POLLIN}, {.fd = output_fd, .events = POLLIN}};
    struct text *const texts[2] = {events, output};
    double start = now_ms();
    while (polled[0].fd >= 0 || polled[1].fd >= 0) {
        const double left = start + PATIENCE_MS - now_ms();
        const int ready = left > 0 ? poll(polled, 2, (int)left + 1) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0) {
            *stuck = true;
            kill(child, SIGKILL);
            break;
        }
        for (int i = 0; i < 2; i++)
            if (polled[i].revents && !take(polled[i].fd, texts[i]))
                polled[i].fd = -1;
        if (many)
            start = now_ms();
    }
}

/* `input` -1: none. */
static bool start(const struct arguments *arguments, int input, int events, int output, pid_t *child)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (input < 0)
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    else
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    if (output != STDOUT_FILENO) {
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    }
    posix_spawn_file_actions_adddup2(&actions, events, EVENT_FD);
    const int error = posix_spawn(child, arguments->items[0], &actions, NULL, (char *const *)arguments->items, environ);
    posix_spawn_file_actions_destroy(&actions);
    errno = error;
    return error == 0;
}

static int wait_for(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* A pipe whose ends are not the number that the child knows the events by. */
static bool open_pipe(int ends[2])
{
    if (pipe2(ends, O_CLOEXEC))
        return false;
    for (int i = 0; i < 2; i++) {
        const int moved = fcntl(ends[i], F_DUPFD_CLOEXEC, EVENT_FD + 1);
        close(ends[i]);
        ends[i] = moved;
    }
    return ends[0] >= 0 && ends[1] >= 0;
}

static bool is_many(const struct arguments *arguments)
{
    for (const char *const *item = arguments->items; *item; item++)
        if (strncmp(*item, "--faults=", strlen("--faults=")) == 0 ||
            strncmp(*item, "--storm=", strlen("--storm=")) == 0)
            return true;
    return false;
}

bool test_host_run(const struct arguments *arguments, struct arena *a, struct test_run *out, struct diag *d)
{
    struct arguments all = {.arena = a};
    arguments_add_all(&all, "", arguments->items);
    arguments_format(&all, "--events=%d", EVENT_FD);
    int events[2], output[2];
    pid_t child;
    *out = (struct test_run){.output = ""};
    if (!open_pipe(events) || !open_pipe(output))
        return diag_error(d, CODE_ENV0003, diag_nowhere(), "no pipe for a test: %s", strerror(errno));
    const double begin = now_ms();
    const bool started = start(&all, -1, events[1], output[1], &child);
    const int error = errno;
    close(events[1]);
    close(output[1]);
    if (!started) {
        close(events[0]);
        close(output[0]);
        return diag_error(d, CODE_ENV0004, diag_nowhere(), "cannot run %s: %s", arguments->items[0], strerror(error));
    }
    struct text event_text = {0}, output_text = {0};
    collect(child, events[0], output[0], is_many(arguments), &event_text, &output_text, &out->stuck);
    close(events[0]);
    close(output[0]);
    out->status = wait_for(child);
    out->milliseconds = now_ms() - begin;
    parse_events(&event_text, a, out);
    out->output = arena_substring(a, output_text.data ? output_text.data : "", output_text.size);
    text_free(&event_text);
    text_free(&output_text);
    return true;
}

/* --- sessions --- */

static void read_session(int events, bool (*each)(void *, const struct test_event *), void *context, struct arena *a,
                         struct test_run *out)
{
    FILE *lines = fdopen(events, "r");
    char *line = NULL;
    size_t room = 0;
    if (!lines)
        memory_exhausted();
    while (getline(&line, &room, lines) > 0) {
        struct test_event event;
        char *copy = arena_substring(a, line, strcspn(line, "\n"));
        const char *kept = arena_string(a, copy);
        test_event_parse(copy, &event);
        if (each(context, &event))
            add_event(out, arena_string(a, kept), a);
    }
    free(line);
    fclose(lines);
}

bool test_host_session(const struct arguments *arguments, int input, bool (*each)(void *, const struct test_event *),
                       void *context, struct arena *a, struct test_run *out, struct diag *d)
{
    struct arguments all = {.arena = a};
    int events[2];
    pid_t child;
    *out = (struct test_run){.output = ""};
    arguments_add_all(&all, "", arguments->items);
    arguments_format(&all, "--events=%d", EVENT_FD);
    if (!open_pipe(events))
        return diag_error(d, CODE_ENV0003, diag_nowhere(), "no pipe for the session: %s", strerror(errno));
    const bool started = start(&all, input, events[1], STDOUT_FILENO, &child);
    const int error = errno;
    close(events[1]);
    if (!started) {
        close(events[0]);
        return diag_error(d, CODE_ENV0004, diag_nowhere(), "cannot run %s: %s", arguments->items[0], strerror(error));
    }
    read_session(events[0], each, context, a, out);
    out->status = wait_for(child);
    return true;
}
