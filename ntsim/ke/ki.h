/*
 * Inside Ke: processors, threads as fibers, the dispatcher.
 *
 * All threads, DPCs and interrupts of the simulated machine run on one host thread. Nothing is ever preempted between
 * two instructions: a thread goes on until it waits, or lowers its IRQL below DISPATCH_LEVEL, or calls a function that
 * makes a thread of higher priority ready. So code in here needs no locks, and the same seed gives the same run.
 *
 * Time is virtual. It stands still while code runs and jumps to the next timer when nothing is runnable.
 */
#ifndef NTSIM_KE_KI_H
#define NTSIM_KE_KI_H

#include "ntsim/machine/services.h"

#include <ntifs.h>

enum { KI_PRIORITIES = 32, KI_MAX_PROCESSORS = 64, KI_KERNEL_STACK = 24 * 1024, KI_DPC_STACK = 64 * 1024 };

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
    /* From here on our own. */
    KIRQL Irql;
    BOOLEAN DpcActive;
    SINGLE_LIST_ENTRY DpcQueue;
    PUCHAR DpcStack; /* its upper end */
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
/* The idle thread: where nothing else can run, time goes on to what happens next. Returns when that is set. */
void ki_idle(const volatile BOOLEAN *finished);

/* --- dispatcher.c --- */
void ki_ready(PKTHREAD thread);
/* The running thread is not to go on (it waits or has ended): others run until it is ready again. */
void ki_block(void);
/* Lets a ready thread of higher priority run, now or when the IRQL allows it. */
void ki_preempt(void);
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

/* --- dpc.c --- */
/* Runs those of all processors. */
void ki_run_dpcs(void);
extern ULONG ki_pending_dpcs;

/* --- interrupt.c --- */
/* Serves those whose IRQL is above the present one. */
void ki_deliver_interrupts(void);
/* A device interrupts. FALSE: nothing is connected to the vector. */
BOOLEAN ki_interrupt(ULONG vector);
extern KIRQL ki_pending_irql;

/* --- processor.c --- */
void ki_select(struct ki_processor *processor);
/* Where the thread, which is about to run, does. */
struct ki_processor *ki_processor_for(PKTHREAD thread);

/* --- apc.c --- */
/* Delivers what is pending to the running thread, if IRQL and regions let it. */
void ki_check_apcs(void);
/* The thread ends: those that it did not get to are given back. */
void ki_run_down_apcs(PKTHREAD thread);

/* --- bugcheck.c --- */
DECLSPEC_NORETURN void ki_bug_check(ULONG code, ULONG64 p1, ULONG64 p2, ULONG64 p3, ULONG64 p4,
                                    const struct machine_context *context, const char *message);
/* Something is called that this system does not have; `text` names it. */
__declspec(dllexport) DECLSPEC_NORETURN void SimStopMissing(const char *text);

#endif
