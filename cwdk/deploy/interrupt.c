/* Signals that ask cwdk to end. */
#include "cwdk/deploy/interrupt.h"

#include <signal.h>
#include <stddef.h>

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
static volatile sig_atomic_t noted;

static void note(int signal)
{
    noted = signal;
}

static void set_all(void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
}

void interrupt_catch(void)
{
    noted = 0;
    set_all(note);
}

bool interrupt_pending(void)
{
    return noted != 0;
}

void interrupt_ignore(void)
{
    set_all(SIG_IGN);
}

void interrupt_release(bool again)
{
    set_all(SIG_DFL);
    if (again && noted)
        raise(noted);
}
