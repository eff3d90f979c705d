/* Events, semaphores and mutexes. */
#include "ntsim/ke/schedule.h"

static void init(DISPATCHER_HEADER *header, enum ki_object type, SIZE_T size, LONG state)
{
    header->Type = (UCHAR)type;
    header->Signalling = 0;
    header->Size = (UCHAR)(size / sizeof(LONG));
    header->Reserved1 = 0;
    header->SignalState = state;
    InitializeListHead(&header->WaitListHead);
}

/* Wait == TRUE promises a wait as the very next call; keeping the processor until then is what that is for. */
static void signalled(DISPATCHER_HEADER *header, BOOLEAN wait)
{
    ki_signal(header);
    if (!wait)
        ki_preempt();
}

VOID KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State)
{
    init(&Event->Header, Type == NotificationEvent ? KI_NOTIFICATION_EVENT : KI_SYNCHRONIZATION_EVENT, sizeof(*Event),
         State);
}

LONG KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
    LONG old = Event->Header.SignalState;
    Event->Header.SignalState = 1;
    signalled(&Event->Header, Wait);
    KI_POINT(MACHINE_POINT_SIGNAL, Event);
    return old;
}

LONG KePulseEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
    LONG old = Event->Header.SignalState;
    Event->Header.SignalState = 1;
    ki_signal(&Event->Header);
    Event->Header.SignalState = 0;
    if (!Wait)
        ki_preempt();
    KI_POINT(MACHINE_POINT_SIGNAL, Event);
    return old;
}

VOID KeClearEvent(PRKEVENT Event)
{
    KI_POINT_BEFORE(MACHINE_POINT_WAIT, Event);
    Event->Header.SignalState = 0;
}

LONG KeResetEvent(PRKEVENT Event)
{
    KI_POINT_BEFORE(MACHINE_POINT_WAIT, Event);
    LONG old = Event->Header.SignalState;
    Event->Header.SignalState = 0;
    return old;
}

LONG KeReadStateEvent(PRKEVENT Event)
{
    KI_POINT_BEFORE(MACHINE_POINT_WAIT, Event);
    return Event->Header.SignalState;
}

VOID KeInitializeSemaphore(PRKSEMAPHORE Semaphore, LONG Count, LONG Limit)
{
    init(&Semaphore->Header, KI_SEMAPHORE, sizeof(*Semaphore), Count);
    Semaphore->Limit = Limit;
}

LONG KeReadStateSemaphore(PRKSEMAPHORE Semaphore)
{
    return Semaphore->Header.SignalState;
}

LONG KeReleaseSemaphore(PRKSEMAPHORE Semaphore, KPRIORITY Increment, LONG Adjustment, BOOLEAN Wait)
{
    LONG old = Semaphore->Header.SignalState;
    if (Adjustment <= 0 || Adjustment > Semaphore->Limit - old)
        ExRaiseStatus(STATUS_SEMAPHORE_LIMIT_EXCEEDED);
    Semaphore->Header.SignalState = old + Adjustment;
    signalled(&Semaphore->Header, Wait);
    KI_POINT(MACHINE_POINT_SIGNAL, Semaphore);
    return old;
}

VOID KeInitializeMutex(PRKMUTEX Mutex, ULONG Level)
{
    init(&Mutex->Header, KI_MUTANT, sizeof(*Mutex), 1);
    Mutex->OwnerThread = NULL;
    Mutex->MutantFlags = 0;
    Mutex->ApcDisable = 1;
}

LONG KeReadStateMutex(PRKMUTEX Mutex)
{
    return Mutex->Header.SignalState;
}

static LONG release(PRKMUTANT mutant, BOOLEAN abandon, BOOLEAN wait)
{
    PKTHREAD thread = ki_current_thread();
    LONG old = mutant->Header.SignalState;
    if (mutant->OwnerThread != thread && !abandon)
        ExRaiseStatus(mutant->Abandoned ? STATUS_ABANDONED : STATUS_MUTANT_NOT_OWNED);
    mutant->Header.SignalState = abandon ? 1 : old + 1;
    mutant->Abandoned = abandon;
    if (mutant->Header.SignalState == 1) {
        PKTHREAD owner = mutant->OwnerThread;
        if (old <= 0) {
            RemoveEntryList(&mutant->MutantListEntry);
            owner->KernelApcDisable -= mutant->ApcDisable;
        }
        mutant->OwnerThread = NULL;
        signalled(&mutant->Header, wait);
        if (thread->KernelApcDisable == 0)
            ki_check_apcs();
    }
    return old;
}

LONG KeReleaseMutex(PRKMUTEX Mutex, BOOLEAN Wait)
{
    const LONG old = release(Mutex, FALSE, Wait);
    KI_POINT(MACHINE_POINT_SIGNAL, Mutex);
    return old;
}

/* As a mutex, but it keeps no APCs out. */
VOID KeInitializeMutant(PRKMUTANT Mutant, BOOLEAN InitialOwner)
{
    KeInitializeMutex(Mutant, 0);
    Mutant->ApcDisable = 0;
    if (InitialOwner)
        KeWaitForSingleObject(Mutant, Executive, KernelMode, FALSE, NULL);
}

LONG KeReadStateMutant(PRKMUTANT Mutant)
{
    return Mutant->Header.SignalState;
}

LONG KeReleaseMutant(PRKMUTANT Mutant, KPRIORITY Increment, BOOLEAN Abandoned, BOOLEAN Wait)
{
    const LONG old = release(Mutant, Abandoned, Wait);
    KI_POINT(MACHINE_POINT_SIGNAL, Mutant);
    return old;
}
