/* Inside ETW: providers, who listens to them, and what was written. */
#ifndef NTSIM_ETW_ETWP_H
#define NTSIM_ETW_ETWP_H

#include <ntifs.h>

#include "ntsim/etw/sim.h"

/* What a session wants of a provider, by its GUID; there is one session. */
struct etwp_demand {
    LIST_ENTRY Entry;
    GUID Provider;
    UCHAR Level;
    ULONGLONG Any, All;
};

struct etwp_demand *etwp_demand_of(const GUID *provider);

/* Calls the callbacks of the provider; `demand` is NULL when nobody listens any more. */
void etwp_tell(const GUID *provider, ULONG code, const struct etwp_demand *demand);

/* Takes an event down. STATUS_INTEGER_OVERFLOW where it is longer than ETW allows (64 KiB), STATUS_NO_MEMORY. */
NTSTATUS etwp_record(const GUID *provider, PCEVENT_DESCRIPTOR descriptor, ULONG count,
                     const EVENT_DATA_DESCRIPTOR *data);

#endif
