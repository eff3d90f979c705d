/*
 * Inside battc.sys, the battery class driver. A battery's requests wait in one queue; a work item looks at all of them
 * whenever something may have changed, so calls to the miniclass driver never overlap. Source of the facts: the public
 * reference of batclass.h and of Windows' battery IOCTLs.
 */
#ifndef NTSIM_BATTC_BATTC_H
#define NTSIM_BATTC_BATTC_H

#include <ntifs.h>

#include <initguid.h>
#include <wmistr.h>
#include <wmilib.h>
#include <batclass.h>

enum { BATTC_TAG = 'ttaB' };

struct battc_battery {
    BATTERY_MINIPORT_INFO_V1_1 Miniport; /* its DeviceName is the caller's, and not kept */
    UNICODE_STRING Link;                 /* of GUID_DEVICE_BATTERY; empty without a PDO */
    IO_CSQ Queue;
    KSPIN_LOCK Lock;
    LIST_ENTRY Requests;
    ULONG_PTR Round; /* of looking at all requests; a request knows the last one that it was in */
    WORK_QUEUE_ITEM Work;
    BOOLEAN Working, Again, Closing; /* under Lock */
    KEVENT Idle;                     /* no work item is queued or runs */
    KEVENT Calling;                  /* held while the miniclass driver is called */
    KTIMER Timer;
    KDPC TimerDpc;
    BOOLEAN NotifySet;
    ULONG Tag, PowerState;    /* as they were when last looked at */
    PDEVICE_OBJECT WmiDevice; /* whose events tell of changes; NULL before its WMI requests come here */
};

/* --- requests.c --- */
/* Looks at the requests soon, on a worker. Up to DISPATCH_LEVEL. */
void battc_look(struct battc_battery *battery);
NTSTATUS battc_init_queue(struct battc_battery *battery);
/* Waits for the work item, and ends the requests that are left with STATUS_NO_SUCH_DEVICE. */
void battc_close_queue(struct battc_battery *battery);

/* --- wmi.c --- */
/* Tells those who listen that the tag, or the power state, is another one. */
void battc_tell_tag(const struct battc_battery *battery);
void battc_tell_state(const struct battc_battery *battery);

#endif
