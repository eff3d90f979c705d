/* ssh and scp: their options, and what their own words mean. */
#include "cwdk/deploy/remote.h"
#include "cwdk/deploy/session.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/text.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SSH_FAILED = 255, DOWN_SECONDS = 180, UP_SECONDS = 600 };

static void begin_command(const struct remote *r, const char *program, struct arguments *out)
{
    static const char *const settings[] = {"BatchMode=yes",
                                           "StrictHostKeyChecking=yes",
                                           "PasswordAuthentication=no",
                                           "KbdInteractiveAuthentication=no",
                                           "ConnectTimeout=10",
                                           "ServerAliveInterval=10", /* a machine that has stopped answers no more */
                                           "ServerAliveCountMax=6",
                                           NULL};
    *out = (struct arguments){.arena = r->a};
    arguments_add(out, program);
    arguments_add_all(out, "-o", settings);
    if (r->target->port)
        arguments_format(out, "-oPort=%s", r->target->port);
    if (r->target->identity) {
        arguments_add(out, "-oIdentitiesOnly=yes");
        arguments_format(out, "-oIdentityFile=%s", r->target->identity);
    }
    if (r->target->known_hosts)
        arguments_format(out, "-oUserKnownHostsFile=%s", r->target->known_hosts);
}

static const char *last_line(const struct remote *r, const char *said)
{
    const char *all = arena_trimmed(r->a, said, strlen(said)), *end = strrchr(all, '\n');
    return end ? end + 1 : all;
}

/* ssh's own words, in the order in which they are looked for. */
static bool connection_failed(const struct remote *r, const char *said)
{
    const char *line = last_line(r, said);
    if (strstr(said, "REMOTE HOST IDENTIFICATION HAS CHANGED"))
        diag_error(r->d, CODE_DEP3003, diag_nowhere(), "the host key of %s has changed", r->target->host);
    else if (strstr(said, "Host key verification failed"))
        diag_error(r->d, CODE_DEP3003, diag_nowhere(), "the host key of %s is not known", r->target->host);
    else if (strstr(said, "Permission denied"))
        diag_error(r->d, CODE_DEP3004, diag_nowhere(), "%s takes none of your keys: %s", r->target->host, line);
    else
        diag_error(r->d, CODE_DEP3002, diag_nowhere(), "%s cannot be reached: %s", r->target->host, line);
    return false;
}

struct heard {
    FILE *show;             /* or NULL */
    struct text all, wrong; /* of both files; of standard error */
};

static void take_line(void *context, const char *line, bool complaint)
{
    struct heard *h = context;
    text_format(&h->all, "%s\n", line);
    if (complaint)
        text_format(&h->wrong, "%s\n", line);
    if (h->show) {
        fprintf(h->show, "%s\n", line);
        fflush(h->show);
    }
}

static bool run_here(const struct remote *r, const struct arguments *command, FILE *show, bool is_ssh,
                     struct process_result *result)
{
    struct heard heard = {.show = show};
    bool ok = session_run(command->items, path_join(r->a, r->work, "output"), path_join(r->a, r->work, "complaints"),
                          take_line, &heard, r->a, &result->status, r->d);
    result->output = arena_string(r->a, heard.all.size ? heard.all.data : "");
    if (ok && is_ssh && result->status == SSH_FAILED)
        ok = connection_failed(r, heard.wrong.size ? heard.wrong.data : "");
    text_free(&heard.all);
    text_free(&heard.wrong);
    return ok;
}

static bool run(const struct remote *r, const char *text, FILE *show, struct process_result *result)
{
    struct arguments command;
    begin_command(r, "ssh", &command);
    arguments_add(&command, r->target->host);
    arguments_format(&command, "cmd /c \"%s\"", text); /* whatever shell there is begins with this */
    return run_here(r, &command, show, true, result);
}

bool remote_run(const struct remote *r, const char *text, struct process_result *result)
{
    return run(r, text, NULL, result);
}

bool remote_show(const struct remote *r, const char *text, int *status)
{
    struct process_result result;
    const bool ok = run(r, text, r->options->output, &result);
    *status = result.status;
    return ok;
}

bool remote_send(const struct remote *r, const char *folder)
{
    struct arguments command;
    struct process_result result;
    begin_command(r, "scp", &command);
    arguments_add(&command, "-rq");
    arguments_add(&command, folder);
    arguments_format(&command, "%s:cwdk/%s/", r->target->host, r->service);
    if (!run_here(r, &command, NULL, false, &result))
        return false;
    return !result.status || diag_error(r->d, CODE_DEP3005, diag_nowhere(), "the package cannot be copied to %s: %s",
                                        r->target->host, last_line(r, result.output));
}

static time_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec;
}

/* Tries until the machine answers, or (not `up`) until it does not. */
static bool wait_until(const struct remote *r, bool up, unsigned seconds)
{
    const time_t end = now() + (time_t)seconds;
    for (;;) {
        struct process_result result;
        struct diag trial = {0};
        struct remote quiet = *r;
        quiet.d = &trial;
        const bool answers = remote_run(&quiet, "ver", &result);
        const bool silent = !answers && trial.count && trial.entries[trial.count - 1].code == CODE_DEP3002;
        const bool done = up ? answers : silent;
        if (done || (!answers && !silent) || now() >= end) {
            if (!done)
                diag_move(&trial, r->d);
            diag_free(&trial);
            return done;
        }
        diag_free(&trial);
        sleep(1);
    }
}

bool remote_wait(const struct remote *r, unsigned seconds)
{
    return wait_until(r, true, seconds);
}

bool remote_restart(const struct remote *r)
{
    struct process_result result;
    fprintf(r->options->output, "%s restarts, as the installation requires\n", r->target->host);
    fflush(r->options->output);
    if (!remote_run(r, "shutdown /r /t 5", &result))
        return false;
    const size_t before = r->d->count;
    if (wait_until(r, false, DOWN_SECONDS))
        return remote_wait(r, UP_SECONDS);
    if (r->d->count > before)
        return false;
    return diag_error(r->d, CODE_DEP3002, diag_nowhere(), "%s does not restart", r->target->host);
}
