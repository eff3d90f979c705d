/*
 * Faults: calls of the driver that may fail, and do. faults.def says which and how. At each the machine is asked, once
 * for each way of failing; where it says so, this run goes on with the failure, and no other comes after it.
 */
#include "ntsim/verifier/faults.h"

#include "ntsim/ke/ki.h"
#include "ntsim/verifier/sim.h"

#include <stdio.h>
#include <wdfstatus.h>

enum kind { STATUS, NULL_POINTER, RAISE, POOL_TYPES, POOL_QUOTAS, POOL_FLAG_BITS, MAPPING, WAITING, PASSING, SENDING };
enum { ALWAYS = 0xFF, SLOTS = 1024, MOST_WAYS = 2 };

struct rule {
    const char *Name;
    UCHAR Kind, Argument, Value; /* Argument ALWAYS: there is no condition */
    NTSTATUS Status;
};

#define FAILS(name, status)                      {#name, STATUS, ALWAYS, 0, status},
#define FAILS_IF(name, status, argument, value)  {#name, STATUS, argument, value, status},
#define NONE(name)                               {#name, NULL_POINTER, ALWAYS, 0, STATUS_INSUFFICIENT_RESOURCES},
#define RAISES_IF(name, status, argument, value) {#name, RAISE, argument, value, status},
#define POOL(name, kind)                         {#name, POOL_KIND_##kind, ALWAYS, 0, STATUS_INSUFFICIENT_RESOURCES},
#define MAPS(name)                               {#name, MAPPING, ALWAYS, 0, STATUS_INSUFFICIENT_RESOURCES},
#define WAITS(name, argument)                    {#name, WAITING, argument, 0, STATUS_TIMEOUT},
#define PASSES(name)                             {#name, PASSING, ALWAYS, 0, 0},
#define SENDS(name)                              {#name, SENDING, ALWAYS, 0, 0},
enum { POOL_KIND_TYPE = POOL_TYPES, POOL_KIND_QUOTA = POOL_QUOTAS, POOL_KIND_FLAGS = POOL_FLAG_BITS };
static const struct rule rules[] = {
#include "ntsim/verifier/faults.def"
};

/* One way for a call to fail. */
struct way {
    enum { RETURN_STATUS, RETURN_NULL, RAISE_STATUS, REFUSE } How;
    NTSTATUS Status;
};

static USHORT slots[SLOTS]; /* by the hash of the name: 1 + number of the rule */
static sim_ask_fault *ask;
static PVOID ask_context;

BOOLEAN vf_refusing;
static NTSTATUS refusal;

/* --- which calls may fail --- */

static ULONG hash(const char *name)
{
    ULONG value = 2166136261u;
    for (; *name; name++)
        value = (value ^ (UCHAR)*name) * 16777619u;
    return value;
}

static void fill_slots(void)
{
    for (ULONG i = 0; i < RTL_NUMBER_OF(rules); i++) {
        ULONG slot = hash(rules[i].Name) % SLOTS;
        while (slots[slot])
            slot = (slot + 1) % SLOTS;
        slots[slot] = (USHORT)(i + 1);
    }
}
_Static_assert(RTL_NUMBER_OF(rules) < SLOTS / 2, "there is room for all");

static const struct rule *rule_of(const char *name)
{
    for (ULONG slot = hash(name) % SLOTS; slots[slot]; slot = (slot + 1) % SLOTS)
        if (strcmp(rules[slots[slot] - 1].Name, name) == 0)
            return &rules[slots[slot] - 1];
    return NULL;
}

/* --- how --- */

static ULONG pool_ways(BOOLEAN raises, struct way *ways)
{
    ways[0] = (struct way){raises ? RAISE_STATUS : RETURN_NULL, STATUS_INSUFFICIENT_RESOURCES};
    return 1;
}

static ULONG pass_ways(const IRP *irp, struct way *ways)
{
    if (irp->Type != IO_TYPE_IRP || irp->CurrentLocation <= 1)
        return 0; /* a mistake that is told of by itself */
    const IO_STACK_LOCATION *next = IoGetNextIrpStackLocation((PIRP)irp);
    switch (next->MajorFunction) {
    case IRP_MJ_CREATE:
    case IRP_MJ_SYSTEM_CONTROL:
        ways[0] = (struct way){REFUSE, STATUS_INSUFFICIENT_RESOURCES};
        return 1;
    case IRP_MJ_READ:
    case IRP_MJ_WRITE:
    case IRP_MJ_FLUSH_BUFFERS:
    case IRP_MJ_DEVICE_CONTROL:
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        ways[0] = (struct way){REFUSE, STATUS_DEVICE_NOT_READY};
        ways[1] = (struct way){REFUSE, STATUS_CANCELLED};
        return 2;
    case IRP_MJ_PNP:
        if (next->MinorFunction != IRP_MN_START_DEVICE && next->MinorFunction != IRP_MN_QUERY_STOP_DEVICE &&
            next->MinorFunction != IRP_MN_QUERY_REMOVE_DEVICE && next->MinorFunction != IRP_MN_QUERY_CAPABILITIES &&
            next->MinorFunction != IRP_MN_QUERY_DEVICE_RELATIONS)
            return 0; /* what must not fail, or is answered by whoever can */
        ways[0] = (struct way){REFUSE, STATUS_INSUFFICIENT_RESOURCES};
        return 1;
    default:
        return 0;
    }
}

static ULONG ways_of(const struct rule *rule, const struct vf_call *call, struct way *ways)
{
    const ULONG64 *arguments = call->Arguments + call->Gate->Parameter;
    switch (rule->Kind) {
    case POOL_TYPES:
        return pool_ways((arguments[0] & POOL_RAISE_IF_ALLOCATION_FAILURE) != 0, ways);
    case POOL_QUOTAS:
        return pool_ways(!(arguments[0] & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE), ways);
    case POOL_FLAG_BITS:
        return pool_ways((arguments[0] & POOL_FLAG_RAISE_ON_FAILURE) != 0, ways);
    case MAPPING:
        if ((ULONG)arguments[4] && (UCHAR)arguments[1] == KernelMode)
            return 0; /* the driver has asked for a bug check */
        ways[0] = (struct way){(UCHAR)arguments[1] == UserMode ? RAISE_STATUS : RETURN_NULL, rule->Status};
        return 1;
    case WAITING: {
        const LARGE_INTEGER *timeout = (const LARGE_INTEGER *)arguments[rule->Argument];
        ways[0] = (struct way){RETURN_STATUS, STATUS_TIMEOUT};
        return timeout && timeout->QuadPart ? 1 : 0;
    }
    case PASSING:
        return pass_ways((const IRP *)arguments[1], ways);
    case SENDING:
        ways[0] = (struct way){REFUSE, STATUS_DEVICE_NOT_READY};
        ways[1] = (struct way){REFUSE, STATUS_CANCELLED};
        return 2;
    default:
        if (rule->Argument != ALWAYS && (UCHAR)arguments[rule->Argument] != rule->Value)
            return 0;
        ways[0].How = rule->Kind == STATUS ? RETURN_STATUS : rule->Kind == RAISE ? RAISE_STATUS : RETURN_NULL;
        ways[0].Status = rule->Status;
        return 1;
    }
}

static const char *describe(const struct way *way)
{
    static const char *const formats[] = {[RETURN_STATUS] = "returns status:%08x",
                                          [RETURN_NULL] = "returns NULL",
                                          [RAISE_STATUS] = "raises status:%08x",
                                          [REFUSE] = "is answered by the driver below with status:%08x"};
    static char text[64];
    _snprintf(text, sizeof(text) - 1, formats[way->How], (ULONG)way->Status);
    return text;
}

/* --- the failure --- */

static BOOLEAN fail(struct vf_call *call, const struct way *way)
{
    switch (way->How) {
    case RAISE_STATUS:
        ExRaiseStatus(way->Status);
    case REFUSE:
        refusal = way->Status;
        vf_refusing = TRUE;
        return TRUE;
    default:
        call->Result = way->How == RETURN_NULL ? 0 : (ULONG)way->Status;
        return FALSE;
    }
}

static BOOLEAN on_call(struct vf_call *call)
{
    struct way ways[MOST_WAYS];
    vf_refusing = FALSE; /* what the call before should have sent, it has not */
    const BOOLEAN asked = ask && vf_is_driver_itself((PVOID)call->Caller.Pc);
    const struct rule *rule = asked ? rule_of(call->Gate->Name) : NULL;
    const ULONG count = rule ? ways_of(rule, call, ways) : 0;
    for (ULONG i = 0; i < count; i++) {
        struct sim_fault fault = {.name = rule->Name, .how = describe(&ways[i]), .way = i};
        fault.count = vf_frames(vf_capture(&call->Caller), &fault.frames);
        if (!ask(ask_context, &fault))
            continue;
        ask = NULL;
        return fail(call, &ways[i]);
    }
    return TRUE;
}

__declspec(dllexport) void SimWatchFaults(sim_ask_fault *function, void *context)
{
    ask = function;
    ask_context = context;
    fill_slots();
    vf_add_hook(on_call);
}

/* --- a driver below that completes with an error --- */

static NTSTATUS refuse(PDEVICE_OBJECT device, PIRP irp)
{
    const NTSTATUS status = refusal;
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = 0;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

PDEVICE_OBJECT vf_refuser(void)
{
    static DRIVER_OBJECT driver = {.Type = IO_TYPE_DRIVER, .Size = sizeof(DRIVER_OBJECT)};
    static DEVICE_OBJECT device = {
        .Type = IO_TYPE_DEVICE, .Size = sizeof(DEVICE_OBJECT), .DriverObject = &driver, .StackSize = 1};
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
        driver.MajorFunction[i] = refuse;
    vf_refusing = FALSE;
    return &device;
}
