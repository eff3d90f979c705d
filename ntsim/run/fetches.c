/*
 * Copies of the run, as processes. A snapshot is a child that waits for plans; for each it forks a copy, which goes on
 * from there and tells how the request ended in memory that all three share.
 */
#include "ntsim/run/fetches.h"

#include "ntsim/run/event.h"
#include "ntsim/run/kernel.h"
#include "ntsim/run/snapshot.h"
#include "ntsim/machine/machine.h"
#include "ntsim/verifier/sim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS = 2 /* of processor time that a copy may take */ };

static struct sim_fetch_outcome *shared;
static pid_t server;
static int plans, answers; /* to the server, and from it */

static bool read_all(int file, void *to, size_t size)
{
    for (char *at = to; size > 0;) {
        const ssize_t got = read(file, at, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        size -= (size_t)got;
    }
    return true;
}

static void become_copy(void)
{
    const struct rlimit limit = {SECONDS, SECONDS};
    setrlimit(RLIMIT_CPU, &limit);
    machine_split();
}

static void tell_nobody(const char *type, const char *fields, va_list arguments)
{
    (void)type;
    (void)fields;
    (void)arguments;
}

/* Returns in copies only. */
static void serve(int from, int to, struct sim_fetch_plan *plan)
{
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    const char ready = 1;
    if (nothing >= 0)
        dup2(nothing, STDOUT_FILENO);
    machine_split();
    event_divert(tell_nobody);
    while (write(to, &ready, 1) == 1 && read_all(from, plan, sizeof(*plan))) {
        const pid_t copy = fork();
        if (copy == 0) {
            become_copy();
            return;
        }
        while (copy > 0 && waitpid(copy, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    _exit(0);
}

static void close_ends(void)
{
    close(plans);
    close(answers);
    while (waitpid(server, NULL, 0) < 0 && errno == EINTR)
        continue;
    server = 0;
}

static bool MACHINE_ABI take_snapshot(void *context, struct sim_fetch_plan *plan)
{
    int to[2], from[2];
    char ready;
    (void)context;
    *plan = (struct sim_fetch_plan){0};
    if (pipe2(to, O_CLOEXEC) != 0)
        return false;
    if (pipe2(from, O_CLOEXEC) != 0) {
        close(to[0]);
        close(to[1]);
        return false;
    }
    fflush(NULL);
    server = fork();
    if (server == 0) {
        close(to[1]);
        close(from[0]);
        serve(to[0], from[1], plan);
        return true;
    }
    close(to[0]);
    close(from[1]);
    plans = to[1];
    answers = from[0];
    if (server > 0 && read_all(answers, &ready, 1))
        return true;
    if (server > 0) {
        close_ends();
    } else {
        close(plans);
        close(answers);
    }
    return false;
}

static bool MACHINE_ABI run_copy(void *context, const struct sim_fetch_plan *plan, struct sim_fetch_outcome *outcome)
{
    char ready;
    (void)context;
    *shared = (struct sim_fetch_outcome){.ended = SIM_FETCH_UNKNOWN};
    if (write(plans, plan, sizeof(*plan)) != (ssize_t)sizeof(*plan) || !read_all(answers, &ready, 1))
        return false;
    *outcome = *shared;
    return outcome->ended != SIM_FETCH_UNKNOWN;
}

static void MACHINE_ABI drop_snapshot(void *context)
{
    (void)context;
    close_ends();
}

static void MACHINE_ABI end_copy(void *context, const struct sim_fetch_outcome *outcome)
{
    (void)context;
    *shared = *outcome;
    _exit(0);
}

void fetches_start(void)
{
    static const struct sim_fetch_host host = {
        .snapshot = take_snapshot, .run = run_copy, .drop = drop_snapshot, .end = end_copy};
    shared = snapshot_shared(sizeof(*shared));
    if (shared)
        ((sim_watch_fetches *)(uintptr_t)kernel_function("SimWatchFetches"))(&host);
}
