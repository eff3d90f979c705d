/*
 * Initialisation of C++'s local statics, once, whichever thread comes first. The compiler calls these around the
 * initialiser.
 *
 * A guard is 0 before, -1 during, and afterwards the epoch in which the initialisation ended: a count of all of them. A
 * thread whose own epoch is not behind the guard's knows without a lock that the variable is there.
 */
#include "ucrt.h"

#include <limits.h>

enum { NOT_YET = 0, UNDER_WAY = -1 };

struct lock {
    void *state;
};
struct condition {
    void *state;
};

__declspec(dllimport) void AcquireSRWLockExclusive(struct lock *lock);
__declspec(dllimport) void ReleaseSRWLockExclusive(struct lock *lock);
__declspec(dllimport) int SleepConditionVariableSRW(struct condition *condition, struct lock *lock,
                                                    unsigned long milliseconds, unsigned long flags);
__declspec(dllimport) void WakeAllConditionVariable(struct condition *condition);

static const unsigned long FOREVER = 0xFFFFFFFF;

static struct lock lock;
static struct condition changed;
static int epoch = INT_MIN;

extern __declspec(thread) int _Init_thread_epoch;
__declspec(thread) int _Init_thread_epoch = INT_MIN;

void _Init_thread_header(volatile int *guard);
void _Init_thread_footer(volatile int *guard);
void _Init_thread_abort(volatile int *guard);

/* Leaves the guard at UNDER_WAY if the caller is to initialise, at anything else if it has been done. */
void _Init_thread_header(volatile int *guard)
{
    AcquireSRWLockExclusive(&lock);
    while (*guard == UNDER_WAY) {
        SleepConditionVariableSRW(&changed, &lock, FOREVER, 0);
    }
    if (*guard == NOT_YET) {
        *guard = UNDER_WAY;
    } else {
        _Init_thread_epoch = epoch;
    }
    ReleaseSRWLockExclusive(&lock);
}

void _Init_thread_footer(volatile int *guard)
{
    AcquireSRWLockExclusive(&lock);
    epoch++;
    *guard = epoch;
    _Init_thread_epoch = epoch;
    ReleaseSRWLockExclusive(&lock);
    WakeAllConditionVariable(&changed);
}

/* The initialiser threw: the next one tries again. */
void _Init_thread_abort(volatile int *guard)
{
    AcquireSRWLockExclusive(&lock);
    *guard = NOT_YET;
    ReleaseSRWLockExclusive(&lock);
    WakeAllConditionVariable(&changed);
}
