/* Inside Ps: processes and threads as objects. */
#ifndef NTSIM_PS_PSP_H
#define NTSIM_PS_PSP_H

#include "ntsim/ke/ki.h"

struct _EPROCESS {
    KPROCESS Pcb;
    UNICODE_STRING ImageName;
    struct ob_handle_table *Handles; /* made at the first handle; the system process has the kernel's */
};

struct _ETHREAD {
    KTHREAD Tcb;
};

/* A thread of `process` that is not ready yet; NULL: no memory. The caller has its reference, the thread itself another
 * until it ends. */
PKTHREAD psp_create_thread(PKPROCESS process, SIZE_T stack_size, PKSTART_ROUTINE routine, PVOID context);
/* Makes the two processes. */
void psp_init(void);
/* The process of the main thread. */
PKPROCESS psp_user_process(void);

#endif
