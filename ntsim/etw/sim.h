/*
 * The session of event tracing that the host may open, with plain types: the host and the system's images read it.
 * Called as system services are (SimSystemCall), on the main thread.
 */
#ifndef NTSIM_ETW_SIM_H
#define NTSIM_ETW_SIM_H

#include "ntsim/machine/services.h"

/* As EnableTraceEx2: level 0 asks for all levels, `any` 0 for all keywords. Providers that come later are told, too. */
typedef int32_t(MACHINE_ABI sim_trace_enable)(const void *provider, uint32_t level, uint64_t any, uint64_t all);
typedef int32_t(MACHINE_ABI sim_trace_disable)(const void *provider);

struct sim_trace_event {
    uint8_t provider[16];
    uint8_t descriptor[16]; /* EVENT_DESCRIPTOR */
    uint32_t size, reserved;
    uint8_t data[256]; /* the first of them */
};

/* The oldest event not fetched yet. STATUS_NO_MORE_ENTRIES. */
typedef int32_t(MACHINE_ABI sim_trace_next)(struct sim_trace_event *event);

/* The value of one counter of one instance. */
struct sim_counter {
    uint16_t instance[64]; /* UTF-16 with a terminator */
    uint32_t id, counter;
    uint64_t value;
};
/* All values of a counter set, by its name, as one consumer gets them who looks once. `*count` may exceed `room`. */
typedef int32_t(MACHINE_ABI sim_collect_counters)(const uint16_t *set, struct sim_counter *out, uint32_t room,
                                                  uint32_t *count);

#endif
