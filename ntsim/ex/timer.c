/* Timers that the system allocates. A driver may wait for one, as it begins with a timer of Ke. */
#include "ntsim/ex/exp.h"
#include "ntsim/verifier/leftovers.h"
#include "ntsim/verifier/vf.h"

struct _EX_TIMER {
    struct ki_long_timer Timer;
    KDPC Dpc;
    PEXT_CALLBACK Callback;
    PVOID Context;
    BOOLEAN HighResolution, Running, Deleted;
    EXT_DELETE_PARAMETERS AtDeletion;
};

enum { TAG = 0x6D547845, /* "ExTm" */ MAX_PERIOD = MAXLONG };

static DECLSPEC_NORETURN void invalid(PEX_TIMER timer, ULONG64 value, const char *message)
{
    ki_bug_check(TIMER_OR_DPC_INVALID, 0, (ULONG64)timer, value, 0, NULL, message);
}

/* Those that were last deleted, and whose memory is not a timer's again. */
enum { REMEMBERED = 64 };
static struct {
    const VOID *Timer;
    vf_stack Stack;
} deleted[REMEMBERED];

static ULONG slot_of(const VOID *timer)
{
    return (ULONG)((ULONG64)timer >> 4) % REMEMBERED;
}

static void check_alive(PEX_TIMER timer, const char *claim)
{
    const ULONG slot = slot_of(timer);
    if (deleted[slot].Timer != timer || !vf_on)
        return;
    const struct vf_related related = {"it was deleted at", deleted[slot].Stack};
    vf_find("VRF0405", vf_here(), &related, 1, "%s", claim);
    invalid(timer, 0, claim);
}

static void destroy(PEX_TIMER timer)
{
    EXT_DELETE_PARAMETERS parameters = timer->AtDeletion;
    ExFreePoolWithTag(timer, TAG);
    if (parameters.DeleteCallback)
        parameters.DeleteCallback(parameters.DeleteContext);
}

static void expired(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    PEX_TIMER timer = context;
    timer->Running = TRUE;
    if (timer->Callback)
        timer->Callback(timer, timer->Context);
    timer->Running = FALSE;
    if (timer->Deleted && !timer->Timer.Timer.Header.Inserted)
        destroy(timer);
}

PEX_TIMER ExAllocateTimer(PEXT_CALLBACK Callback, PVOID CallbackContext, ULONG Attributes)
{
    const ULONG known = EX_TIMER_HIGH_RESOLUTION | EX_TIMER_NO_WAKE | EX_TIMER_NOTIFICATION;
    if (Attributes & ~known)
        invalid(NULL, Attributes, "ExAllocateTimer with unknown attributes");
    if ((Attributes & EX_TIMER_HIGH_RESOLUTION) && (Attributes & EX_TIMER_NO_WAKE))
        invalid(NULL, Attributes, "ExAllocateTimer with attributes that exclude each other");
    PEX_TIMER timer = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*timer), TAG);
    if (!timer)
        return NULL;
    if (deleted[slot_of(timer)].Timer == timer)
        deleted[slot_of(timer)].Timer = NULL;
    KeInitializeTimerEx(&timer->Timer.Timer,
                        (Attributes & EX_TIMER_NOTIFICATION) ? NotificationTimer : SynchronizationTimer);
    timer->Timer.Timer.TimerType = KI_LONG_TIMER;
    KeInitializeDpc(&timer->Dpc, expired, timer);
    timer->Callback = Callback;
    timer->Context = CallbackContext;
    timer->HighResolution = (Attributes & EX_TIMER_HIGH_RESOLUTION) != 0;
    vf_registered("the timer", timer, Callback);
    return timer;
}

BOOLEAN ExSetTimer(PEX_TIMER Timer, LONGLONG DueTime, LONGLONG Period, PEXT_SET_PARAMETERS Parameters)
{
    check_alive(Timer, "a timer is set that was deleted");
    if (Timer->Deleted)
        return FALSE;
    if (Timer->HighResolution && DueTime >= 0)
        invalid(Timer, (ULONG64)DueTime, "a high-resolution timer is set to an absolute time");
    if (Period < 0 || Period > MAX_PERIOD)
        invalid(Timer, (ULONG64)Period, "the period of a timer is negative, or longer than MAXLONG");
    if (Parameters && Parameters->Version != EXT_SET_PARAMETERS_VERSION)
        invalid(Timer, Parameters->Version, "ExSetTimer with parameters of an unknown version");
    LARGE_INTEGER due = {.QuadPart = DueTime};
    Timer->Timer.Period = (ULONG64)Period;
    return KeSetTimer(&Timer->Timer.Timer, due, Timer->Callback ? &Timer->Dpc : NULL);
}

BOOLEAN ExCancelTimer(PEX_TIMER Timer, PEXT_CANCEL_PARAMETERS Parameters)
{
    check_alive(Timer, "a timer is cancelled that was deleted");
    return !Timer->Deleted && KeCancelTimer(&Timer->Timer.Timer);
}

BOOLEAN ExDeleteTimer(PEX_TIMER Timer, BOOLEAN Cancel, BOOLEAN Wait, PEXT_DELETE_PARAMETERS Parameters)
{
    check_alive(Timer, "a timer is deleted that was deleted before");
    BOOLEAN cancelled = FALSE;
    if (Timer->Deleted)
        return FALSE;
    if (Wait && !Cancel)
        invalid(Timer, 0, "ExDeleteTimer with Wait but without Cancel");
    if (Wait && ki_current_processor()->Irql > APC_LEVEL)
        invalid(Timer, ki_current_processor()->Irql, "ExDeleteTimer with Wait above APC_LEVEL");
    Timer->Deleted = TRUE;
    vf_unregistered(Timer);
    deleted[slot_of(Timer)].Timer = Timer;
    deleted[slot_of(Timer)].Stack = vf_here();
    Timer->Timer.Period = 0;
    if (Parameters)
        Timer->AtDeletion = *Parameters;
    if (Cancel)
        cancelled = KeCancelTimer(&Timer->Timer.Timer);
    if (Timer->Timer.Timer.Header.Inserted)
        Timer->Timer.Timer.Dpc = &Timer->Dpc; /* deletes it */
    else if (Timer->Dpc.DpcData && Wait)
        KeFlushQueuedDpcs();
    else if (!Timer->Running && !Timer->Dpc.DpcData)
        destroy(Timer);
    return cancelled;
}

/* The clock's resolution changes nothing here: time goes from one timer straight to the next. */
enum { MAXIMUM_INTERVAL = 156250, MINIMUM_INTERVAL = 5000 };
static ULONG interval = MAXIMUM_INTERVAL, users;

ULONG ExSetTimerResolution(ULONG DesiredTime, BOOLEAN SetResolution)
{
    if (SetResolution) {
        users++;
        interval = min(interval, max(DesiredTime, MINIMUM_INTERVAL));
    } else if (users && --users == 0) {
        interval = MAXIMUM_INTERVAL;
    }
    return interval;
}

VOID ExQueryTimerResolution(PULONG MaximumTime, PULONG MinimumTime, PULONG CurrentTime)
{
    *MaximumTime = MAXIMUM_INTERVAL;
    *MinimumTime = MINIMUM_INTERVAL;
    *CurrentTime = interval;
}
