/* Starting a program, and reading what it writes to its files while it runs. */
#include "cwdk/deploy/session.h"
#include "cwdk/deploy/interrupt.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/process.h"
#include "cwdk/host/text.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { POLL_NANOSECONDS = 30 * 1000 * 1000 };

struct listener {
    int file;
    bool complaints;
    struct text rest; /* a line that has no end yet */
};

/* Hands on every whole line that is there; with `all`, also one without an end. */
static void listen_to(struct listener *l, bool all, session_line take, void *context)
{
    char block[4096];
    ssize_t got;
    while ((got = read(l->file, block, sizeof block)) > 0)
        text_add(&l->rest, block, (size_t)got);
    char *line = l->rest.data, *end;
    size_t left = l->rest.size;
    while (left && ((end = memchr(line, '\n', left)) != NULL || all)) {
        char *next = end ? end + 1 : line + left;
        char *stop = end ? end : next;
        if (stop > line && stop[-1] == '\r')
            stop--;
        *stop = 0; /* at the end there is a terminator already */
        take(context, line, l->complaints);
        left -= (size_t)(next - line);
        line = next;
    }
    struct text rest = {0};
    if (left)
        text_add(&rest, line, left);
    text_free(&l->rest);
    l->rest = rest;
}

static int wait_for(pid_t child, struct listener listeners[2], session_line take, void *context)
{
    const struct timespec pause = {.tv_nsec = POLL_NANOSECONDS};
    int status = 0;
    for (;;) {
        const pid_t ended = waitpid(child, &status, WNOHANG);
        const bool over = ended == child || (ended < 0 && errno != EINTR);
        for (int i = 0; i < 2; i++)
            listen_to(&listeners[i], over, take, context);
        if (over)
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        if (interrupt_pending())
            kill(child, SIGTERM);
        nanosleep(&pause, NULL);
    }
}

bool session_run(const char *const argv[], const char *output, const char *complaints, session_line take, void *context,
                 struct arena *a, int *status, struct diag *d)
{
    const char *const paths[2] = {output, complaints};
    struct listener listeners[2] = {{.file = -1}, {.file = -1, .complaints = true}};
    const char *program = process_find(argv[0], a);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    bool ok = program || process_cannot_start(argv[0], ENOENT, d);
    for (int i = 0; ok && i < 2; i++) {
        posix_spawn_file_actions_addopen(&actions, i + 1, paths[i], O_WRONLY | O_APPEND, 0);
        listeners[i].file = open(paths[i], O_RDONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (listeners[i].file < 0)
            ok = diag_error(d, CODE_ENV0002, diag_in_file(paths[i]), "cannot write %s: %s", paths[i], strerror(errno));
    }
    pid_t child = 0;
    if (ok && program) {
        fflush(NULL);
        const int error = posix_spawn(&child, program, &actions, NULL, (char *const *)argv, environ);
        ok = !error || process_cannot_start(argv[0], error, d);
    }
    posix_spawn_file_actions_destroy(&actions);
    if (ok)
        *status = wait_for(child, listeners, take, context);
    if (ok && interrupt_pending())
        ok = diag_error(d, CODE_DEP3009, diag_nowhere(), "interrupted");
    for (int i = 0; i < 2; i++) {
        text_free(&listeners[i].rest);
        if (listeners[i].file >= 0)
            close(listeners[i].file);
    }
    return ok;
}
