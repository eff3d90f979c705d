/*
 * Inside Ke: processors, threads as fibers, the dispatcher.
 *
 * All processors of the simulated machine run on one host thread, one at a time. Each has a context of its own, which
 * can be left at any IRQL and gone on with later (handover.c). That happens only where a processor waits for another,
 * where time goes by, and at scheduling points of drivers (schedule.h): never between two instructions, nor in the
 * system's own code between them. So code in here needs no locks, and the same seed gives the same run.
 *
 * Time is virtual. It stands still while code runs and jumps to the next timer when nothing is runnable.
 */
#ifndef NTSIM_KE_KI_H
#define NTSIM_KE_KI_H

#include "ntsim/machine/services.h"

#include <ntifs.h>

#include "ntsim/verifier/races.h"

enum {
    KI_PRIORITIES = 32,
    KI_MAX_PROCESSORS = 64,
    KI_KERNEL_STACK = 24 * 1024,
    KI_DPC_STACK = 64 * 1024,
    KI_SHARED_LOCKS = 8
};

/* The Windows that this is: Windows 11 24H2. */
enum { KI_VERSION_MAJOR = 10, KI_VERSION_MINOR = 0, KI_VERSION_BUILD = 26100 };

/* Types of dispatcher objects, in DISPATCHER_HEADER.Type. */
enum ki_object {
    KI_NOTIFICATION_EVENT,
    KI_SYNCHRONIZATION_EVENT,
    KI_MUTANT,
    KI_PROCESS,
    KI_QUEUE,
    KI_SEMAPHORE,
    KI_THREAD,
    KI_NOTIFICATION_TIMER = 8,
    KI_SYNCHRONIZATION_TIMER,
    KI_APC = 18,
    KI_DPC,
    KI_DEVICE_QUEUE,
    KI_THREADED_DPC = 26,
};

/* No header of the kit has these: drivers declare them themselves where they use APCs. */
typedef enum _KAPC_ENVIRONMENT {
    OriginalApcEnvironment,
    AttachedApcEnvironment,
    CurrentApcEnvironment,
    InsertApcEnvironment
} KAPC_ENVIRONMENT;

enum ki_thread_state { KI_READY, KI_RUNNING, KI_WAITING, KI_TERMINATED };

struct _KPROCESS {
    DISPATCHER_HEADER Header;
    LIST_ENTRY Threads;
    HANDLE Id;
};

typedef struct _KTHREAD KTHREAD;
typedef struct _KPROCESS KPROCESS;

struct _KTHREAD {
    DISPATCHER_HEADER Header;
    PVOID StackPointer; /* where its registers lie while it does not run */
    PUCHAR StackLimit, StackBase;
    PUCHAR KernelStack;            /* of a user-mode thread: where its system calls run; NULL before the first */
    LIST_ENTRY ReadyEntry;         /* in its priority's queue while KI_READY */
    LIST_ENTRY ThreadEntry;        /* in its process */
    PKPROCESS Process, OwnProcess; /* they differ while it is attached to another */
    enum ki_thread_state State;
    KPRIORITY Priority, BasePriority;
    KIRQL WaitIrql; /* to go on with after a wait */
    KPROCESSOR_MODE PreviousMode, WaitMode;
    BOOLEAN Alertable, Alerted[MaximumMode], SystemThread, ApcPending[MaximumMode], InApc[MaximumMode];
    KWAIT_REASON WaitReason;
    NTSTATUS WaitStatus;
    PKWAIT_BLOCK WaitBlocks; /* of the present wait, WaitCount of them */
    ULONG WaitCount;
    WAIT_TYPE WaitType;
    KWAIT_BLOCK OwnWaitBlocks[THREAD_WAIT_OBJECTS];
    KTIMER WaitTimer;
    LIST_ENTRY Mutants;
    LIST_ENTRY ApcList[MaximumMode];
    ULONG KernelApcDisable, SpecialApcDisable;
    PKSTART_ROUTINE StartRoutine;
    PVOID StartContext;
    HANDLE Id;
    NTSTATUS ExitStatus;
    ULONG64 ContextSwitches;
    PIRP TopLevelIrp; /* io/volume.c */
    PDEVICE_OBJECT DeviceToVerify;
    PKQUEUE Queue; /* that it takes its work from, or NULL */
    LIST_ENTRY QueueEntry;
    PLIST_ENTRY QueuedWork; /* given by who ended its wait for the queue */
    ULONG64 Affinity;       /* processors it may run on */
    ULONG64 UserAffinity;   /* to go back to, where a driver has set it */
    BOOLEAN SystemAffinity, StackStays;
    ULONG Processor; /* where it runs, or has last run */
    PVOID IoObject;  /* device or driver that goes on existing as long as it, or NULL */
    ULONG Made;      /* vf_stack: where a driver has created it; 0: it is none of a driver's */
};

/* What gs points at, as far as drivers and compilers know it. */
struct ki_processor {
    UCHAR Reserved0[0x18];
    struct ki_processor *Self; /* 0x18 */
    PVOID CurrentPrcb;         /* 0x20 */
    UCHAR Reserved1[0x180 - 0x28];
    ULONG MxCsr; /* 0x180, where the PRCB begins */
    UCHAR LegacyNumber;
    UCHAR Reserved2[3];
    PKTHREAD CurrentThread; /* 0x188 */
    PKTHREAD NextThread;
    PKTHREAD IdleThread; /* 0x198 */
    UCHAR Reserved3[4];
    ULONG Number; /* 0x1A4 */
    /* From here on our own. While another processor runs, the registers of this one lie where its current thread's
     * StackPointer says, also those of a DPC or an interrupt. */
    KIRQL Irql, PendingIrql; /* of its pending interrupt with the highest; PASSIVE_LEVEL: none is */
    BOOLEAN DpcActive;
    BOOLEAN Draining; /* it is at work on its DPC queue */
    BOOLEAN Called;   /* it was idle, and others have given way to it */
    SINGLE_LIST_ENTRY DpcQueue;
    PUCHAR DpcStack;              /* its upper end */
    ULONG64 DpcsQueued, DpcsDone; /* ever; those taken out of the queue are done */
    struct ki_processor *Visitor; /* who goes on once the DPCs here are done */
    const struct ki_spin *Spin;   /* what it waits for, the innermost; NULL: nothing */
    struct ki_ipi *Ipi;           /* to be served */
    ULONG64 Lead, Quantum;        /* 100 ns that have gone by since others could run, and since its thread runs */
    PEX_SPIN_LOCK SharedLocks[KI_SHARED_LOCKS]; /* that it holds shared */
};
_Static_assert(FIELD_OFFSET(struct ki_processor, CurrentThread) == 0x188, "gs:[188h] is the current thread");
_Static_assert(FIELD_OFFSET(struct ki_processor, Number) == 0x1A4, "gs:[1A4h] is the processor's number");

extern const struct machine_services *ki_services;
extern struct ki_processor *ki_processors[KI_MAX_PROCESSORS];
extern ULONG ki_processor_count;
extern PKPROCESS ki_system_process;

static inline struct ki_processor *ki_current_processor(void)
{
    return *(struct ki_processor * __seg_gs *)0x18;
}

static inline PKTHREAD ki_current_thread(void)
{
    return *(PKTHREAD __seg_gs *)0x188;
}

static inline void ki_trace(enum machine_trace what, ULONG64 first, ULONG64 second, ULONG64 third, ULONG64 where)
{
    if (ki_services->trace)
        ki_services->trace(what, first, second, third, where);
}

/* --- switch.c --- */
/* Saves the registers of the caller below its stack pointer, which goes to *from, and goes on at `to`. */
void ki_swap_stacks(PVOID *from, PVOID to);
/* A stack on which ki_swap_stacks begins `entry` when it is first switched to. */
PVOID ki_prepare_stack(PUCHAR base, void (*entry)(void));
/* Calls routine(argument) on another stack. */
void ki_call_on_stack(void (*routine)(PVOID), PVOID argument, PUCHAR base);

/* --- startup.c --- */
/* Adds a processor; the first one is the caller's. */
void ki_start_processor(void);

/* --- handover.c --- */
/* The idle thread of the first processor: where nothing can run, time goes on to what happens next. Returns when that
 * is set and nothing is left to do. */
void ki_idle(const volatile BOOLEAN *finished);
/* Where the idle threads of the others begin. */
void ki_idle_elsewhere(void);
/* This processor is left as it is, and that one goes on. Returns when somebody comes back to this one. */
void ki_resume(struct ki_processor *processor);
/* What has come for the processor while it was left, as far as its IRQL lets it: interrupts, DPCs, threads. */
void ki_catch_up(void);
/* Whether an interrupt, a call or DPCs are there for it that its IRQL lets come; whether it could do anything at all.
 */
BOOLEAN ki_is_called(const struct ki_processor *processor);
BOOLEAN ki_can_go_on(const struct ki_processor *processor);
/* Another processor that can go on does. FALSE: there is none. */
BOOLEAN ki_give_way(void);
/* Whether there is another in the middle of something that can go on. */
BOOLEAN ki_others_are_left(void);
/* The other processor runs its DPCs or serves a call, as far as it gets without waiting. */
void ki_visit(struct ki_processor *processor);
/* Running code has taken that long. Whether other processors, or threads of the same priority, should now come to their
 * turns, and their turns. */
void ki_take_time(ULONG64 ticks);
BOOLEAN ki_turn_is_over(void);
void ki_pass_turn(void);

/* --- spin.c --- */
enum ki_spin_kind {
    KI_SPIN_LOCK,
    KI_SPIN_QUEUED,
    KI_SPIN_SHARED,
    KI_SPIN_EXCLUSIVE,
    KI_SPIN_OTHER, /* no lock */
};
/* A processor waits, at its IRQL, for what another does. */
struct ki_spin {
    enum ki_spin_kind Kind;
    BOOLEAN (*Over)(const struct ki_spin *spin);
    const volatile VOID *Object;
    ULONG64 Value;
    const char *Text; /* what for */
    struct ki_processor *Processor;
    ULONG64 Turn;                /* who came first has the lowest */
    const struct ki_spin *Outer; /* what an interrupt has found the processor waiting for */
};
/* Kind to Text are given. Others run until it is over; where nobody can, the run ends. */
void ki_spin(struct ki_spin *spin);
extern ULONG ki_spinning; /* such waits that are going on */
/* Spin locks: the number of the processor that holds it, plus 1. */
void ki_acquire_held(PKSPIN_LOCK lock, BOOLEAN queued);
void ki_release_wanted(PKSPIN_LOCK lock);
static inline void ki_acquire(PKSPIN_LOCK lock, BOOLEAN queued)
{
    if (*lock == 0)
        *lock = ki_current_processor()->Number + 1;
    else
        ki_acquire_held(lock, queued);
    VF_ACQUIRE(lock);
}
static inline void ki_release(PKSPIN_LOCK lock)
{
    VF_RELEASE(lock);
    if (*lock == ki_current_processor()->Number + 1 && ki_spinning == 0)
        *lock = 0;
    else
        ki_release_wanted(lock);
}
/* Reader-writer spin locks: how many hold it, or KI_EXCLUSIVE with the number of the processor that does. */
#define KI_EXCLUSIVE ((LONG)0x80000000)
BOOLEAN ki_holds_shared(const struct ki_processor *processor, const volatile VOID *lock);
/* No processor can run, and no timer is set: says what each waits for. */
DECLSPEC_NORETURN void ki_hang(void);
extern struct machine_context ki_hung_at; /* from where it was called */

/* --- dispatcher.c --- */
void ki_ready(PKTHREAD thread);
/* The running thread is not to go on (it waits or has ended): others run until it is ready again. */
void ki_block(void);
/* Lets a ready thread of higher priority run, now or when the IRQL allows it. */
void ki_preempt(void);
/* A ready thread of the highest priority that may run on one of these processors, or NULL; taken from its queue. */
PKTHREAD ki_take_thread(KAFFINITY processors);
PKTHREAD ki_peek_thread(KAFFINITY processors);
/* Whether one that may run here is ready with the priority of the running thread, or a higher one. */
BOOLEAN ki_has_equal(void);
/* The running thread, which is in a queue or in none, is left for another, on that processor. */
void ki_switch_to(PKTHREAD thread, struct ki_processor *processor);
/* Puts the running thread behind others of its priority. FALSE where there are none. */
BOOLEAN ki_yield(void);
/* A choice: less than `below`. */
ULONG ki_random(ULONG below);
/* A number without meaning, such as an identifier is made of; the row begins with the run's seed. */
ULONG64 ki_number(void);
void ki_seed(ULONG64 seed);

/* Moves a ready thread to its new queue, and lets the highest run. */
void ki_set_priority(PKTHREAD thread, KPRIORITY priority);

/* --- thread.c --- */
void ki_init_thread(PKTHREAD thread, PKPROCESS process, HANDLE id);
DECLSPEC_NORETURN void ki_exit_thread(NTSTATUS status);

/* --- describe.c --- */
/* The thread on whose present stack the address lies; NULL: there is none. An idle thread has none of the system's. */
PKTHREAD ki_thread_of_stack(ULONG64 address);

/* --- wait.c --- */
/* `object` may have become signalled: satisfies the waits that it can. */
void ki_signal(DISPATCHER_HEADER *object);
/* Ends the thread's wait without its object: time-out, alert, APC. */
void ki_unwait(PKTHREAD thread, NTSTATUS status);
/* The running thread, whose wait blocks stand in their objects' lists, waits. Returns its wait status. */
NTSTATUS ki_wait(KWAIT_REASON reason, KPROCESSOR_MODE mode, BOOLEAN alertable, BOOLEAN timed, ULONG64 deadline);
/* Waiting is for APC_LEVEL and below, polling for DISPATCH_LEVEL too: a bug check otherwise. */
void ki_check_wait_irql(PLARGE_INTEGER timeout, PVOID object);

/* --- queue.c --- */
/* A thread that works for the queue waits: another may take work. */
void ki_leave_queue(PKQUEUE queue);

/* --- timer.c, time.c --- */
/* KTIMER.TimerType of a thread's WaitTimer, and of a ki_long_timer. */
enum { KI_WAIT_TIMER = 1, KI_LONG_TIMER };
/* A timer whose period is in units of 100 ns. */
struct ki_long_timer {
    KTIMER Timer;
    ULONG64 Period;
};
ULONG64 ki_due_time(LARGE_INTEGER due);
void ki_set_wait_timer(PKTHREAD thread, ULONG64 due);
extern ULONG64 ki_interrupt_time; /* 100 ns since the start */
extern ULONG64 ki_boot_time;      /* 100 ns since 1601 */
/* Moves time to the first timer's and fires it. FALSE where no timer is set. */
BOOLEAN ki_next_timer(void);
/* Whether a timer is due that could fire at the present IRQL. */
BOOLEAN ki_clock_is_due(void);
/* Moves time on, firing what becomes due. */
void ki_advance(ULONG64 ticks);
/* What a routine may take of virtual time (as the documentation has it); a finding where it has taken more. */
enum { KI_DPC_TIME = 1000, KI_INTERRUPT_TIME = 250 };
void ki_check_time(ULONG64 began, ULONG64 most, const char *code, const char *what, PVOID routine);

/* --- dpc.c --- */
/* Runs those of this processor. */
void ki_drain_dpcs(void);
/* Runs those of all processors that can. */
void ki_run_dpcs(void);
extern ULONG ki_pending_dpcs;
/* To that processor, unless the DPC has one of its own. FALSE: it is queued already. */
BOOLEAN ki_queue_dpc(PKDPC dpc, struct ki_processor *processor, PVOID argument1, PVOID argument2);

/* --- interrupt.c --- */
/* Serves those whose IRQL is above the present one. */
void ki_deliver_interrupts(void);
/* A device interrupts. FALSE: nothing is connected to the vector. */
BOOLEAN ki_interrupt(ULONG vector);

/* --- processor.c --- */
void ki_select(struct ki_processor *processor);
/* Where the thread, which is about to run, does: on this processor, which its own leaves, or on a free one. */
struct ki_processor *ki_processor_for(PKTHREAD thread);
static inline KAFFINITY ki_bit(const struct ki_processor *processor)
{
    return 1ULL << processor->Number;
}
/* It runs nothing but its idle thread. */
static inline BOOLEAN ki_is_free(const struct ki_processor *processor)
{
    return processor->CurrentThread == processor->IdleThread && processor->Irql == PASSIVE_LEVEL;
}
KAFFINITY ki_free_processors(void);
/* A call to all processors; how many have not served it yet. */
struct ki_ipi {
    PKIPI_BROADCAST_WORKER Function;
    ULONG_PTR Context;
    ULONG Left;
};
void ki_serve_ipi(void);

/* --- apc.c --- */
/* Delivers what is pending to the running thread, if IRQL and regions let it. */
void ki_check_apcs(void);
/* These two the headers do not declare. */
VOID KeInitializeApc(PRKAPC Apc, PRKTHREAD Thread, KAPC_ENVIRONMENT Environment, PKKERNEL_ROUTINE KernelRoutine,
                     PKRUNDOWN_ROUTINE RundownRoutine, PKNORMAL_ROUTINE NormalRoutine, KPROCESSOR_MODE ProcessorMode,
                     PVOID NormalContext);
BOOLEAN KeInsertQueueApc(PRKAPC Apc, PVOID SystemArgument1, PVOID SystemArgument2, KPRIORITY Increment);
/* As a system service returns to user mode: those of user mode, where an alertable wait has ended for them. */
void ki_deliver_user_apcs(void);
/* The thread ends: those that it did not get to are given back. */
void ki_run_down_apcs(PKTHREAD thread);

/* --- bugcheck.c --- */
DECLSPEC_NORETURN void ki_bug_check(ULONG code, ULONG64 p1, ULONG64 p2, ULONG64 p3, ULONG64 p4,
                                    const struct machine_context *context, const char *message);
/* Something is called that this system does not have; `text` names it. */
__declspec(dllexport) DECLSPEC_NORETURN void SimStopMissing(const char *text);

#endif
