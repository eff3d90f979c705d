/*
 * Objects that must not lie in memory which is freed: timers that are set, resources and lookaside lists that exist.
 * Their pages are counted, so that freeing other memory costs next to nothing; who finds a page counted looks closer.
 */
#ifndef NTSIM_KE_WATCH_H
#define NTSIM_KE_WATCH_H

#include <ntifs.h>

enum { KI_WATCH_SLOTS = 1024 };
extern USHORT ki_watched[KI_WATCH_SLOTS];

static inline USHORT *ki_watch_slot(ULONG64 address)
{
    return &ki_watched[(address >> PAGE_SHIFT) % KI_WATCH_SLOTS];
}

static inline void ki_watch(const VOID *object)
{
    (*ki_watch_slot((ULONG64)object))++;
}

static inline void ki_unwatch(const VOID *object)
{
    (*ki_watch_slot((ULONG64)object))--;
}

/* FALSE: none begins there. */
static inline BOOLEAN ki_may_hold_watched(ULONG64 begin, SIZE_T size)
{
    for (ULONG64 page = begin & ~(ULONG64)(PAGE_SIZE - 1); page < begin + size; page += PAGE_SIZE)
        if (*ki_watch_slot(page))
            return TRUE;
    return FALSE;
}

/* --- timer.c, dpc.c: the first in that range, or NULL; and the first whose DPC routine is in it --- */
PKTIMER ki_find_timer(ULONG64 begin, SIZE_T size);
PKTIMER ki_find_timer_of(ULONG64 begin, SIZE_T size);
PKDPC ki_find_dpc(ULONG64 begin, SIZE_T size);

#endif
