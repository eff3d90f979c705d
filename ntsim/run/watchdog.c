/*
 * The watchdog. The processor time of this process is the measure, so that a busy computer changes nothing, and it only
 * matters to runs that would not end: the same seed still gives the same run.
 */
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"

#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <ucontext.h>

enum { TICKS_PER_SECOND = 4 };

static unsigned limit; /* in ticks; 0: off */
static volatile unsigned requests, seen, ticks;
static volatile bool waits, rests;

void watchdog_request(bool waiting)
{
    requests++;
    waits = waiting;
    rests = false;
}

void watchdog_rest(void)
{
    requests++;
    rests = true;
}

static void read_context(const ucontext_t *from, struct machine_context *to)
{
    static const int registers[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
                                      REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};
    uint64_t *integers = &to->rax;
    for (int i = 0; i < 16; i++)
        integers[i] = (uint64_t)from->uc_mcontext.gregs[registers[i]];
    to->rip = (uint64_t)from->uc_mcontext.gregs[REG_RIP];
    to->flags = (uint64_t)from->uc_mcontext.gregs[REG_EFL];
}

static void on_tick(int signal, siginfo_t *info, void *raw)
{
    static struct machine_context context;
    (void)signal;
    (void)info;
    if (seen != requests) {
        seen = requests;
        ticks = 0;
    }
    if (rests || ++ticks <= limit)
        return;
    ticks = 0; /* the report itself may take a while */
    read_context(raw, &context);
    report_loop(&context, session_options.seconds, waits && !machine_image_at(context.rip));
}

bool watchdog_start(unsigned seconds)
{
    struct sigaction action = {.sa_sigaction = on_tick, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
    const struct itimerval interval = {.it_interval = {.tv_usec = 1000000 / TICKS_PER_SECOND},
                                       .it_value = {.tv_usec = 1000000 / TICKS_PER_SECOND}};
    limit = seconds * TICKS_PER_SECOND;
    return sigaction(SIGPROF, &action, NULL) == 0 && setitimer(ITIMER_PROF, &interval, NULL) == 0;
}
