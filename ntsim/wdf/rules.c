/* What the framework tells the verifier of its drivers. */
#include "ntsim/wdf/fx_rules.h"

#include "ntsim/verifier/sim.h"

/* Of the system. */
__declspec(dllimport) uint32_t SimStack(void);
__declspec(dllimport) uint32_t SimStackOfRoutine(const void *routine);
__declspec(dllimport) uint32_t SimCompletedAt(const void *irp);
__declspec(dllimport) void SimFind(const char *code, uint32_t stack, const struct sim_related *related, uint32_t count,
                                   const char *claim, ...);
__declspec(dllimport) void SimNoteNull(uint32_t stack, const char *claim, ...);

ULONG fx_here(void)
{
    return SimStack();
}

/* --- handles --- */

static const char *const type_names[] = {
    [FX_GENERAL] = "an object of WdfObjectCreate",
    [FX_DRIVER] = "a driver",
    [FX_DEVICE] = "a device",
    [FX_QUEUE] = "a queue",
    [FX_REQUEST] = "a request",
    [FX_FILE] = "a file object",
    [FX_MEMORY] = "a memory object",
    [FX_LOOKASIDE] = "a lookaside list",
    [FX_TIMER] = "a timer",
    [FX_DPC] = "a DPC",
    [FX_WORK_ITEM] = "a work item",
    [FX_INTERRUPT] = "an interrupt",
    [FX_WAIT_LOCK] = "a wait lock",
    [FX_SPIN_LOCK] = "a spin lock",
    [FX_TARGET] = "an I/O target",
    [FX_USB_DEVICE] = "a USB device",
    [FX_USB_INTERFACE] = "a USB interface",
    [FX_USB_PIPE] = "a USB pipe",
    [FX_DMA_ENABLER] = "a DMA enabler",
    [FX_DMA_TRANSACTION] = "a DMA transaction",
    [FX_COMMON_BUFFER] = "a common buffer",
    [FX_KEY] = "a registry key",
    [FX_STRING] = "a string",
    [FX_COLLECTION] = "a collection",
    [FX_CHILD_LIST] = "a child list",
    [FX_IO_REQUIREMENTS] = "a list of resource requirements",
    [FX_IO_RESOURCES] = "a list of resource ranges",
    [FX_CM_RESOURCES] = "a list of resources",
    [FX_WMI_PROVIDER] = "a WMI provider",
    [FX_WMI_INSTANCE] = "a WMI instance",
};

static const char *name_of(ULONG type)
{
    return type < RTL_NUMBER_OF(type_names) && type_names[type] ? type_names[type] : "another object";
}

/* Those that were last deleted, by where they were. */
enum { DELETED = 1024 };
static struct {
    const VOID *Handle;
    ULONG Stack;
    UCHAR Type;
} deleted[DELETED];

static ULONG slot_of(const VOID *handle)
{
    return (ULONG)((ULONG_PTR)handle >> 4) % DELETED;
}

void fx_remember_deleted(const struct fx_object *object)
{
    const ULONG slot = slot_of(object);
    deleted[slot].Handle = object;
    deleted[slot].Type = object->Type;
    deleted[slot].Stack = object->DeletedAt;
    if (object->Type == FX_REQUEST)
        deleted[slot].Stack = SimCompletedAt(((const struct fx_request *)object)->LastIrp);
}

void fx_find_handle(const VOID *handle, enum fx_type wanted)
{
    const struct fx_object *object = handle;
    const ULONG slot = slot_of(handle);
    const BOOLEAN aligned = (ULONG_PTR)handle % 16 == 0 && (LONG_PTR)handle >= 0x10000;
    if (aligned && object->Signature == FX_SIGNATURE) {
        SimFind("VRF0502", SimStack(), NULL, 0, "a handle of %s is given where one of %s is wanted",
                name_of(object->Type), name_of(wanted));
    } else if (deleted[slot].Handle == handle) {
        const BOOLEAN request = deleted[slot].Type == FX_REQUEST;
        const struct sim_related related = {request ? "it was completed at" : "it was deleted at", deleted[slot].Stack};
        SimFind("VRF0502", SimStack(), &related, 1, "a handle of %s is used that was %s", name_of(deleted[slot].Type),
                request ? "completed before" : "deleted before");
    } else {
        SimFind("VRF0502", SimStack(), NULL, 0, "what is given to the framework is no handle");
    }
}

void fx_note_context(const struct fx_object *object, PCWDF_OBJECT_CONTEXT_TYPE_INFO wanted)
{
    const struct fx_context *context = object->Contexts;
    while (context && !context->Type)
        context = context->Next;
    SimNoteNull(SimStack(), "the context %s of %s is used, which has %s%s", wanted->ContextName, name_of(object->Type),
                context ? "the context " : "none", context ? context->Type->ContextName : "");
}

/* --- requests that are kept --- */

/* The routine that a queue's requests of that kind go to. */
static PVOID routine_of(const struct fx_queue *queue, PIRP irp)
{
    const WDF_IO_QUEUE_CONFIG *config = &queue->Config;
    PVOID routine = NULL;
    switch (IoGetCurrentIrpStackLocation(irp)->MajorFunction) {
    case IRP_MJ_READ:
        routine = (PVOID)config->EvtIoRead;
        break;
    case IRP_MJ_WRITE:
        routine = (PVOID)config->EvtIoWrite;
        break;
    case IRP_MJ_DEVICE_CONTROL:
        routine = (PVOID)config->EvtIoDeviceControl;
        break;
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        routine = (PVOID)config->EvtIoInternalDeviceControl;
        break;
    default:
        break;
    }
    return routine ? routine : (PVOID)config->EvtIoDefault;
}

/* Where the driver got the request: what it called to fetch it, or its own routine. */
static ULONG given_at(const struct fx_request *request)
{
    if (request->FetchedAt)
        return request->FetchedAt;
    const PVOID routine = routine_of(request->Queue, request->Irp);
    return routine ? SimStackOfRoutine(routine) : 0;
}

void fx_find_unstopped(struct fx_queue *queue, BOOLEAN goes)
{
    for (PLIST_ENTRY entry = queue->WithDriver.Flink; entry != &queue->WithDriver; entry = entry->Flink) {
        const struct fx_request *request = CONTAINING_RECORD(entry, struct fx_request, Entry);
        const ULONG given = request->Irp ? given_at(request) : 0;
        if (request->StopAcknowledged || !given)
            continue;
        if (queue->Config.EvtIoStop) {
            const struct sim_related related = {"the driver got the request at", given};
            SimFind("VRF0508", SimStackOfRoutine((PVOID)queue->Config.EvtIoStop), &related, 1,
                    "the device %s, and for two minutes a request has neither been completed, nor forwarded, nor "
                    "acknowledged that this callback was called for",
                    goes ? "goes" : "leaves D0");
        } else {
            SimFind("VRF0508", given, NULL, 0,
                    "the device %s, and for two minutes the driver keeps a request that it got here; its queue has no "
                    "EvtIoStop",
                    goes ? "goes" : "leaves D0");
        }
    }
}

static const struct fx_request *request_of(const struct fx_device *device, const VOID *irp)
{
    for (PLIST_ENTRY entry = device->Queues.Flink; entry != &device->Queues; entry = entry->Flink) {
        const struct fx_queue *queue = CONTAINING_RECORD(entry, struct fx_queue, DeviceEntry);
        for (PLIST_ENTRY at = queue->WithDriver.Flink; at != &queue->WithDriver; at = at->Flink) {
            const struct fx_request *request = CONTAINING_RECORD(at, struct fx_request, Entry);
            if (request->Irp == irp)
                return request;
        }
    }
    return NULL;
}

__declspec(dllexport) bool SimFrameworkLost(const void *irp, const void *device_object, const char *code)
{
    const PDEVICE_OBJECT of = (PDEVICE_OBJECT)device_object;
    const struct fx_device *device = fx_globals_by_driver(of->DriverObject) ? fx_device_of(of) : NULL;
    const struct fx_request *request = device ? request_of(device, irp) : NULL;
    const ULONG given = request ? given_at(request) : 0;
    if (given)
        SimFind(code, given, NULL, 0,
                "a request was cancelled, and long after that the driver that got it here has neither completed nor "
                "forwarded it%s",
                request->Cancel ? "" : "; it is not marked cancelable");
    return given != 0;
}

/* --- waiting in callbacks --- */

/* Whichever of the device's queues has called. */
void fx_find_wait_for_queue(struct fx_queue *queue, const char *what)
{
    const struct fx_device *device = queue->Device;
    for (PLIST_ENTRY entry = device->Queues.Flink; entry != &device->Queues; entry = entry->Flink)
        if (CONTAINING_RECORD(entry, struct fx_queue, DeviceEntry)->Dispatcher == KeGetCurrentThread()) {
            SimFind("VRF0509", SimStack(), NULL, 0, "%s is called in a callback of a queue", what);
            return;
        }
}
