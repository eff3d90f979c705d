/*
 * The boundary between the machine and the system on it.
 *
 * The machine is the host program: it maps images, owns memory and signals, and reports. The system is ntoskrnl.exe
 * and the other images of share/cwdk/ntsim, built for Windows from the kit's own headers. Each side is compiled for
 * its own ABI; what stands here is all that one knows of the other, in types of fixed width. Functions follow
 * Microsoft's calling convention, whichever side defines them.
 */
#ifndef NTSIM_MACHINE_SERVICES_H
#define NTSIM_MACHINE_SERVICES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
#define MACHINE_ABI
#else
#define MACHINE_ABI __attribute__((ms_abi))
#endif

/*
 * Addresses. User mode has the first 2 GiB but for the first and the last 64 KiB; all else is the system's. The host
 * program itself lives in the system's half, which nothing in user mode can reach.
 */
#define MACHINE_USER_BEGIN   0x0000000000010000ULL
#define MACHINE_USER_END     0x000000007FFF0000ULL
#define MACHINE_KERNEL_BEGIN 0x0000200000000000ULL
#define MACHINE_KERNEL_END   0x0000400000000000ULL

/* Integer and SSE state at a fault. The order of the integers is that of their numbers in instructions. */
struct machine_context {
    uint64_t rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13, r14, r15;
    uint64_t rip, flags;
    uint64_t mxcsr;
    struct {
        uint64_t low, high;
    } xmm[16];
};

/* Why the processor stopped. */
enum machine_fault {
    MACHINE_FAULT_ACCESS, /* page fault: `address`, and what was tried */
    MACHINE_FAULT_PRIVILEGED,
    MACHINE_FAULT_ILLEGAL,
    MACHINE_FAULT_BREAKPOINT,
    MACHINE_FAULT_SINGLE_STEP,
    MACHINE_FAULT_DIVIDE,
    MACHINE_FAULT_FLOAT,
    MACHINE_FAULT_ALIGNMENT,
    MACHINE_FAULT_FAST_FAIL, /* `address`: the code in ecx */
    /* The instruction has been carried out; the system sees to interrupts and time, then goes on with the context.
     * `address`: the IRQL that the instruction has set, or ~0. */
    MACHINE_FAULT_CONTINUE,
};

enum machine_access { MACHINE_READ = 0, MACHINE_WRITE = 1, MACHINE_EXECUTE = 8 };

struct machine_trap {
    struct machine_context context;
    uint64_t address;
    uint32_t fault;  /* enum machine_fault */
    uint32_t access; /* enum machine_access; of MACHINE_FAULT_CONTINUE: MACHINE_WRITE where it was a device's */
};

/* A stop code and its four parameters; `context` says where, or is NULL. */
struct machine_bug_check {
    uint32_t code;
    uint64_t parameters[4];
    const struct machine_context *context;
    const char *message; /* in plain words, or NULL */
};

enum machine_protection {
    MACHINE_NO_ACCESS,
    MACHINE_READ_ONLY,
    MACHINE_READ_WRITE,
    MACHINE_EXECUTE_READ,
    MACHINE_EXECUTE_ALL
};

/* An image in memory. The machine owns the record, and keeps it until the image is unloaded. */
struct machine_image {
    const char *name; /* file name, such as "echo.sys" */
    uint8_t *base;
    uint64_t size;
    uint64_t entry;                /* address, or 0 */
    const uint8_t *function_table; /* exception directory, 12 bytes a function */
    uint32_t function_count;
    uint32_t of_system;         /* 1: it lies in the system's folder */
    struct machine_image *next; /* in load order */
};

/* What a trace is told; see machine_services.trace. */
enum machine_trace {
    MACHINE_TRACE_THREAD,    /* another thread runs: ids of the old and the new, 0 the idle thread; the processor */
    MACHINE_TRACE_IRQL,      /* the new one; the processor */
    MACHINE_TRACE_DPC,       /* routine, or 0 where it has returned; the processor */
    MACHINE_TRACE_CALL,      /* IRP, dispatch routine, major function; the thread */
    MACHINE_TRACE_RETURN,    /* IRP, status; the thread */
    MACHINE_TRACE_COMPLETE,  /* IRP, status; the thread */
    MACHINE_TRACE_TIMER,     /* timer, the routine of its DPC or 0, 1: it is set, 0: it expires or is cancelled; the
                                processor */
    MACHINE_TRACE_INTERRUPT, /* service routine, or 0 where it has returned; the processor */
};

/* Addresses within calls, the innermost first, and what happened there. */
struct machine_stack {
    const char *title;
    const uint64_t *frames;
    uint32_t count;
};

/* What the verifier has found: a code of `cwdk explain`, what was done in a sentence, where (the first stack, without a
 * title), and what led to it. */
struct machine_finding {
    const char *code, *claim;
    const struct machine_stack *stacks;
    uint32_t count, irql;
};

/* Where a driver's code is when another processor may go on. */
enum machine_point {
    MACHINE_POINT_CALL,      /* calls the system */
    MACHINE_POINT_ACQUIRE,   /* is about to take a spin lock, `object` */
    MACHINE_POINT_RELEASE,   /* has released one */
    MACHINE_POINT_IRQL,      /* has lowered its IRQL */
    MACHINE_POINT_WAIT,      /* is about to wait for an object, or looks at its state */
    MACHINE_POINT_SIGNAL,    /* has set an event, or another such object */
    MACHINE_POINT_LIST,      /* has changed an interlocked list, or a number */
    MACHINE_POINT_DPC,       /* has queued a DPC, or taken it back */
    MACHINE_POINT_TIMER,     /* has set a timer, or taken it back */
    MACHINE_POINT_TIME,      /* lets time go by, or reads a clock */
    MACHINE_POINT_DEVICE,    /* has touched a device's registers */
    MACHINE_POINT_INTERRUPT, /* which processor the interrupt `object` goes to */
    MACHINE_POINT_ACCESS,    /* is about to touch the memory at `object`; of instrumented code */
    MACHINE_POINT_BLOCKED,   /* cannot go on: another has to */
    /* A processor takes one of several ready threads of the same priority: the alternatives are these, in the order in
     * which they became ready. */
    MACHINE_POINT_THREAD,
};

/* Instead of a processor: this one goes on with another thread of the same priority. */
enum { MACHINE_ANOTHER_THREAD = 64 };

enum { MACHINE_FREED = 4 };

/* A point at which more than one thing could happen next, and what did. */
struct machine_choice {
    uint64_t number; /* of this choice in the run, from 0 */
    uint64_t object;
    uint64_t alternatives; /* a bit for each processor that could go on, this one included; or see
                            * MACHINE_POINT_THREAD */
    uint32_t point;        /* enum machine_point */
    uint8_t processor, irql;
    uint8_t another_thread; /* 1: MACHINE_ANOTHER_THREAD is an alternative, too */
    uint8_t chosen;
    /* What the step after the point touches, for who looks for steps that do not depend on each other. */
    uint8_t writes;        /* MACHINE_POINT_ACCESS */
    uint8_t local;         /* 1: a call that neither changes nor sees anything but what is its processor's own */
    uint8_t opaque;        /* 1: up to here something was touched that is not told: code without instrumentation, a
                            * device, the user's memory, another thread's stack */
    uint32_t size;         /* MACHINE_POINT_ACCESS: bytes from `object` on */
    uint64_t point_number; /* of this point in the run; points with no choice count */
    uint64_t agent;        /* who is there: a thread, a processor's DPCs, an interrupt service routine */
    uint64_t arguments[4]; /* MACHINE_POINT_CALL: those that point to memory of the system's half; or 0 */
    /* Memory that was freed since the choice before, by whom; of size 0: none. */
    struct {
        uint64_t begin, size, agent;
    } freed[MACHINE_FREED];
};

enum machine_policy {
    MACHINE_COOPERATIVE, /* a processor goes on until it waits or lets time go by; nothing is chosen */
    MACHINE_RANDOM,      /* another goes on with the chance `percent` at each choice; drawn with the seed */
    MACHINE_FOLLOW,      /* `decisions`; all that is not decided there stays as it is */
    MACHINE_ASK,         /* `choose` */
};

struct machine_decision {
    uint64_t number; /* of the choice; they ascend */
    uint32_t chosen; /* a processor, or MACHINE_ANOTHER_THREAD */
};

struct machine_schedule {
    uint32_t policy; /* enum machine_policy */
    uint32_t percent;
    const struct machine_decision *decisions;
    uint64_t decision_count;
    /* Called on the stack of the code that is at the point; calls nothing of the system. One of the alternatives. */
    uint32_t(MACHINE_ABI *choose)(void *context, const struct machine_choice *choice);
    void *context;
};

struct machine_services {
    /* Zeroed pages, a whole number of them; NULL where there are none left. In the user's half where `user` is set. */
    void *(MACHINE_ABI *map)(uint64_t size, bool user);
    void(MACHINE_ABI *unmap)(void *address, uint64_t size);
    bool(MACHINE_ABI *protect)(void *address, uint64_t size, uint32_t protection);
    /* Text of DbgPrint and its like, UTF-8. */
    void(MACHINE_ABI *print)(const char *text, uint64_t length);
    /* These two end the run. */
    void(MACHINE_ABI *bug_check)(const struct machine_bug_check *bug_check);
    void(MACHINE_ABI *hang)(const char *text);
    /* The virtual processor whose KPCR this is goes on: gs points there. */
    void(MACHINE_ABI *select_processor)(void *kpcr);
    /* Loads a file of the host. NULL and a message (valid until the next call) where it can't be loaded. */
    struct machine_image *(MACHINE_ABI *load)(const char *path, const char **error);
    void(MACHINE_ABI *unload)(struct machine_image *image);
    /* The address of an exported name in that module, or NULL. One of the system that is not there yet is loaded. */
    void *(MACHINE_ABI *find)(const char *module, const char *name);
    struct machine_image *(MACHINE_ABI *images)(void);
    /* Whether all of the bytes can be read, and written where `write` is set. */
    bool(MACHINE_ABI *accessible)(void *address, uint64_t size, bool write);
    /* The same whole pages at a second address; unmap ends it. NULL: that can't be. */
    void *(MACHINE_ABI *alias)(void *address, uint64_t size, bool user);
    /* NULL where there is no trace. */
    void(MACHINE_ABI *trace)(uint32_t what, uint64_t first, uint64_t second, uint64_t third, uint64_t where);
    bool(MACHINE_ABI *is_alias)(const void *address);
    /* Address space for device memory, whose accesses the machine hands to device models; NULL: none is left. */
    void *(MACHINE_ABI *map_device)(uint64_t physical, uint64_t size);
    void(MACHINE_ABI *unmap_device)(void *address, uint64_t size);
    /* The vector of an interrupt that a model has raised during an access; ~0: no more. */
    uint32_t(MACHINE_ABI *next_interrupt)(void);
    /* Whether a line is asserted, by its vector. */
    bool(MACHINE_ABI *line)(uint32_t vector);
    /* The run goes on, but has failed. */
    void(MACHINE_ABI *finding)(const struct machine_finding *finding);
    /* Shadow memory for instrumented drivers: a byte for every 8 below MACHINE_KERNEL_END, 0 at first. NULL: this host
     * has no room for it. */
    void *(MACHINE_ABI *shadow)(void);
};

/* What the machine gives the system at its start. The main function runs as the first thread. */
struct machine_boot {
    const struct machine_services *services;
    uint64_t seed;
    int64_t time; /* of the start, in units of 100 ns since 1601 */
    uint32_t processors;
    struct machine_schedule schedule;
    bool verify;
    void(MACHINE_ABI *main)(void *context);
    void *context;
    uint64_t main_stack_size;
};

/*
 * Exports of ntoskrnl.exe for the machine. SimStart returns when the main function has. SimTrap is entered as if
 * called from the instruction that faulted, with the machine_trap on the stack of the thread; SimTrapStack says before
 * whether `size` bytes from `stack_pointer` are left on the running thread's stack; where not, the run is over.
 */
typedef void(MACHINE_ABI machine_start)(const struct machine_boot *boot);
typedef void(MACHINE_ABI machine_trap_entry)(struct machine_trap *trap);
typedef bool(MACHINE_ABI machine_trap_stack)(const struct machine_trap *trap, uint64_t stack_pointer, uint64_t size);

/*
 * Memory that is closed: the system's own doing (docs/verifier.md), so that accesses are seen. SimPageFault is asked of
 * each page fault, also of the host's code. SimTouched: the instruction at that place is about to touch these bytes;
 * they are open when it returns true, until SimTouchDone. With no bytes: the instruction runs by itself, so what it has
 * faulted at stays open. All three are called on a stack of the machine's.
 */
enum machine_page {
    MACHINE_PAGE_OTHER,   /* a fault as any other */
    MACHINE_PAGE_OPEN,    /* the memory is open now */
    MACHINE_PAGE_WATCHED, /* SimTouched is to be told of the access */
};
enum { MACHINE_TOUCH_READ = 1, MACHINE_TOUCH_WRITE = 2 };
struct machine_touch {
    uint64_t address, size;
    uint32_t access;
};
typedef uint32_t(MACHINE_ABI machine_page_fault)(const struct machine_trap *trap);
typedef bool(MACHINE_ABI machine_touched)(const struct machine_trap *trap, const struct machine_touch *touches,
                                          uint32_t count);
typedef void(MACHINE_ABI machine_touch_done)(void);

#endif
