/* What happens in the system, as events for a trace. */
#include "ntsim/run/trace.h"
#include "ntsim/run/event.h"
#include "ntsim/run/session.h"

#include <stdio.h>

static void tell(const char *phase, const char *lane, const char *id, const char *name)
{
    event("trace", "sssds", phase, lane, id, session_time(), name);
}

/* "echo.sys" of code in an image. */
static const char *image_name(uint64_t address)
{
    const struct machine_image *image = machine_image_at(address);
    return image ? image->name : "?";
}

static const char *major_name(uint64_t major)
{
    static const char *const names[] = {
        "IRP_MJ_CREATE",         "IRP_MJ_CREATE_NAMED_PIPE", "IRP_MJ_CLOSE",           "IRP_MJ_READ",
        "IRP_MJ_WRITE",          "IRP_MJ_QUERY_INFORMATION", "IRP_MJ_SET_INFORMATION", "IRP_MJ_QUERY_EA",
        "IRP_MJ_SET_EA",         "IRP_MJ_FLUSH_BUFFERS",     "IRP_MJ_QUERY_VOLUME",    "IRP_MJ_SET_VOLUME",
        "IRP_MJ_DIRECTORY",      "IRP_MJ_FILE_SYSTEM",       "IRP_MJ_DEVICE_CONTROL",  "IRP_MJ_INTERNAL_DEVICE_CONTROL",
        "IRP_MJ_SHUTDOWN",       "IRP_MJ_LOCK_CONTROL",      "IRP_MJ_CLEANUP",         "IRP_MJ_CREATE_MAILSLOT",
        "IRP_MJ_QUERY_SECURITY", "IRP_MJ_SET_SECURITY",      "IRP_MJ_POWER",           "IRP_MJ_SYSTEM_CONTROL",
        "IRP_MJ_DEVICE_CHANGE",  "IRP_MJ_QUERY_QUOTA",       "IRP_MJ_SET_QUOTA",       "IRP_MJ_PNP",
    };
    return major < sizeof(names) / sizeof(*names) ? names[major] : "IRP";
}

static void trace_thread(const uint64_t values[3], uint64_t processor)
{
    char lane[32], name[32];
    snprintf(lane, sizeof(lane), "processor %u", (unsigned)processor);
    snprintf(name, sizeof(name), "thread %u", (unsigned)values[0]);
    if (values[0])
        tell("E", lane, "", name);
    snprintf(name, sizeof(name), "thread %u", (unsigned)values[1]);
    if (values[1])
        tell("B", lane, "", name);
}

static void trace_irql(const uint64_t values[3], uint64_t processor)
{
    char lane[48], level[16];
    snprintf(lane, sizeof(lane), "IRQL of processor %u", (unsigned)processor);
    snprintf(level, sizeof(level), "%u", (unsigned)values[0]);
    tell("C", lane, "", level);
}

/* "echo.sys+0x1a40"; cwdk gives it a name. */
static void put_routine(uint64_t routine, char *text, size_t size)
{
    const struct machine_image *image = machine_image_at(routine);
    snprintf(text, size, "%s+0x%llx", image_name(routine),
             (unsigned long long)(image ? routine - (uint64_t)image->base : routine));
}

/* `what` the processor is in, or has left: routines of DPCs, or of interrupts. */
static void trace_routine(const char *what, const uint64_t values[3], uint64_t processor)
{
    char lane[48], name[128];
    snprintf(lane, sizeof(lane), "%s of processor %u", what, (unsigned)processor);
    put_routine(values[0], name, sizeof(name));
    tell(values[0] ? "B" : "E", lane, "", values[0] ? name : "");
}

static void trace_timer(const uint64_t values[3])
{
    char id[32], name[128] = "timer";
    snprintf(id, sizeof(id), "0x%llx", (unsigned long long)values[0]);
    if (values[1])
        put_routine(values[1], name, sizeof(name));
    tell(values[2] ? "b" : "e", "timers", id, name);
}

static void trace_request(enum machine_trace what, const uint64_t values[3], uint64_t thread)
{
    char lane[32], name[160];
    snprintf(lane, sizeof(lane), "thread %u", (unsigned)thread);
    if (what == MACHINE_TRACE_CALL) {
        snprintf(name, sizeof(name), "%s %s", image_name(values[1]), major_name(values[2]));
        tell("B", lane, "", name);
    } else if (what == MACHINE_TRACE_RETURN) {
        tell("E", lane, "", "");
    } else {
        snprintf(name, sizeof(name), "IRP 0x%llx completes: 0x%08x", (unsigned long long)values[0],
                 (unsigned)values[1]);
        tell("i", lane, "", name);
    }
}

void trace_tell(void *context, enum machine_trace what, const uint64_t values[3], uint64_t where)
{
    (void)context;
    switch (what) {
    case MACHINE_TRACE_THREAD:
        trace_thread(values, where);
        break;
    case MACHINE_TRACE_IRQL:
        trace_irql(values, where);
        break;
    case MACHINE_TRACE_DPC:
        trace_routine("DPCs", values, where);
        break;
    case MACHINE_TRACE_INTERRUPT:
        trace_routine("interrupts", values, where);
        break;
    case MACHINE_TRACE_TIMER:
        trace_timer(values);
        break;
    default:
        trace_request(what, values, where);
        break;
    }
}

void trace_begin_request(const void *request, const char *name)
{
    char id[32];
    if (!session_options.trace)
        return;
    snprintf(id, sizeof(id), "%p", request);
    tell("b", "requests", id, name);
}

void trace_end_request(const void *request, const char *name)
{
    char id[32];
    if (!session_options.trace)
        return;
    snprintf(id, sizeof(id), "%p", request);
    tell("e", "requests", id, name);
}
