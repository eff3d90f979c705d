/* Events for --trace. Nothing is told without it. */
#ifndef NTSIM_RUN_TRACE_H
#define NTSIM_RUN_TRACE_H

#include "ntsim/machine/machine.h"

/* For machine_options. */
void trace_tell(void *context, enum machine_trace what, const uint64_t values[3], uint64_t where);

/* A request of the test, from its start until it has been waited for. */
void trace_begin_request(const void *request, const char *name);
void trace_end_request(const void *request, const char *name);

#endif
