/* Inside Ps: processes and threads as objects. */
#ifndef NTSIM_PS_PSP_H
#define NTSIM_PS_PSP_H

#include "ntsim/ke/ki.h"

struct _EPROCESS {
    KPROCESS Pcb;
    UNICODE_STRING ImageName;
};

struct _ETHREAD {
    KTHREAD Tcb;
};

/* A thread of `process` that is not ready yet; NULL: no memory. The caller has its reference, the thread itself another
 * until it ends. */
PKTHREAD psp_create_thread(PKPROCESS process, SIZE_T stack_size, PKSTART_ROUTINE routine, PVOID context);
/* The system process, and the first thread's. */
void psp_init(void);

#endif
