/*
 * Inside Ps: processes and threads as objects. For PASSIVE_LEVEL, with what is looked up or counted good up to
 * DISPATCH_LEVEL. Pointers carry no reference unless it is said.
 */
#ifndef NTSIM_PS_PSP_H
#define NTSIM_PS_PSP_H

#include "ntsim/ke/ki.h"

struct _EPROCESS {
    KPROCESS Pcb;
    UNICODE_STRING ImageName;
    struct ob_handle_table *Handles; /* made at the first handle; the system process has the kernel's */
    LIST_ENTRY Entry;                /* in the list of all */
    HANDLE ParentId;
    ULONG64 CreateTime, ExitTime, StartKey; /* times: 100 ns since 1601 */
    NTSTATUS ExitStatus;
};

struct _ETHREAD {
    KTHREAD Tcb;
    ULONG64 CreateTime;
    BOOLEAN Exiting;
};

/* A thread of `process` that is not ready yet; NULL: no memory. The caller has its reference, the thread itself another
 * until it ends. A thread of the system process is a system thread. */
PKTHREAD psp_create_thread(PKPROCESS process, SIZE_T stack_size, PKSTART_ROUTINE routine, PVOID context);
/* Makes the two processes. */
void psp_init(void);
/* The process of the main thread. */
PKPROCESS psp_user_process(void);
/* Processes and threads have identifiers out of one row. */
HANDLE psp_next_id(void);
/* The process with that identifier, without a reference; NULL: there is none. */
PEPROCESS psp_find_process(HANDLE id);
/* After `entry` in the list of all processes (NULL: the first); NULL: no more. */
PEPROCESS psp_next_process(PEPROCESS process);
/* Ends one that has no threads; false where there is none of that identifier, or it has some. */
bool psp_exit_process(HANDLE id, NTSTATUS status);
/* Ends the running thread. */
DECLSPEC_NORETURN void psp_exit_thread(NTSTATUS status);

/* --- notify.c: tells those who have registered --- */
/* Whether the routine is in an image linked with /INTEGRITYCHECK: only those may look closely. */
BOOLEAN psp_may_watch(PVOID routine);
/* The status with which one of them refuses the creation. */
NTSTATUS psp_notify_process(PEPROCESS process, BOOLEAN create);
void psp_notify_thread(PKTHREAD thread, BOOLEAN create);
/* A driver's image of that file name has been mapped. */
void psp_notify_image(const char *name, PVOID base, SIZE_T size);

#endif
