/* Inside Ke: interrupts, for Io, which connects them at PASSIVE_LEVEL. */
#ifndef NTSIM_KE_INTERRUPT_H
#define NTSIM_KE_INTERRUPT_H

#include "ntsim/ke/ki.h"

struct _KINTERRUPT {
    LIST_ENTRY Entry; /* in its vector */
    PKSERVICE_ROUTINE Routine;
    PKMESSAGE_SERVICE_ROUTINE MessageRoutine; /* instead, where it is not NULL */
    ULONG MessageId;
    PVOID Context;
    PKSPIN_LOCK Lock;
    KSPIN_LOCK OwnLock;
    ULONG Vector;
    KIRQL Irql, SynchronizeIrql;
    KINTERRUPT_MODE Mode;
    BOOLEAN Share;
    KEVENT PassiveLock; /* what the spin lock is to others, for interrupts of PASSIVE_LEVEL */
    WORK_QUEUE_ITEM PassiveItem;
    ULONG Active; /* processors that serve it */
};

struct ki_interrupt_wish {
    PKSERVICE_ROUTINE Routine;
    PKMESSAGE_SERVICE_ROUTINE MessageRoutine;
    ULONG MessageId;
    PVOID Context;
    PKSPIN_LOCK Lock; /* NULL: one of its own */
    ULONG Vector;
    KIRQL Irql, SynchronizeIrql;
    KINTERRUPT_MODE Mode;
    BOOLEAN Share;
    KAFFINITY Processors; /* that it may go to; 0: all */
};

/* In pool until ki_disconnect. STATUS_INVALID_PARAMETER: the vector is taken, or the wish makes no sense;
 * STATUS_INSUFFICIENT_RESOURCES. */
NTSTATUS ki_connect(const struct ki_interrupt_wish *wish, PKINTERRUPT *result);
void ki_disconnect(PKINTERRUPT interrupt);
/* The device IRQL that goes with a vector. */
KIRQL ki_irql_of_vector(ULONG vector);

#endif
