/* What the host asks of the PnP manager. Each returns when the tree is at rest. */
#include "ntsim/pnp/pip.h"

struct call {
    void (*Routine)(struct call *call);
    const struct sim_device *Description;
    PDEVICE_OBJECT Pdo;
    BOOLEAN Flag;
    DEVICE_USAGE_NOTIFICATION_TYPE Usage;
    NTSTATUS Status;
};

static void run(PVOID context)
{
    struct call *call = context;
    pip_lock();
    call->Routine(call);
    pip_unlock();
    pip_settle();
}

static NTSTATUS carry_out(struct call *call)
{
    iop_call_on_system_thread(run, call);
    return call->Status;
}

static void plug(struct call *call)
{
    call->Status = pip_create_root_device(call->Description, &call->Pdo);
    if (!NT_SUCCESS(call->Status))
        return;
    struct pip_node *node = pip_node_of(call->Pdo);
    call->Status =
        pip_set_drivers(node, (PDRIVER_OBJECT const *)call->Description->drivers, call->Description->driver_count);
    if (NT_SUCCESS(call->Status))
        call->Status = pip_identify(node);
    if (NT_SUCCESS(call->Status))
        call->Status = pip_start(node);
    if (!NT_SUCCESS(call->Status))
        pip_free_node(node);
}

__declspec(dllexport) int32_t SimPlug(const struct sim_device *device, void **pdo)
{
    struct call call = {.Routine = plug, .Description = device};
    NTSTATUS status = carry_out(&call);
    if (NT_SUCCESS(status))
        *pdo = call.Pdo;
    return status;
}

static BOOLEAN has_pdo(struct pip_node *node, PVOID pdo)
{
    return node->Pdo == pdo;
}

/* Of a device that the test knows: it may be gone, and its PDO with it. NULL then. */
static struct pip_node *node_of(const struct call *call)
{
    return pip_find_node(has_pdo, call->Pdo);
}

static void unplug(struct call *call)
{
    struct pip_node *node = node_of(call);
    call->Status = STATUS_SUCCESS;
    if (!node)
        return; /* its drivers have reported it gone or failed before */
    if (call->Flag) {
        node->Present = !node->IsRoot; /* a bus has yet to report that its device is missing */
        pip_surprise(node);
        return;
    }
    if (node->State == PIP_REMOVED || node->State == PIP_CREATED) {
        if (node->IsRoot)
            pip_free_node(node);
        return;
    }
    call->Status = pip_remove(node);
    if (NT_SUCCESS(call->Status) && node_of(call) == node && node->IsRoot) /* it may have failed meanwhile */
        pip_free_node(node);
}

__declspec(dllexport) int32_t SimUnplug(void *pdo, bool surprise)
{
    struct call call = {.Routine = unplug, .Pdo = pdo, .Flag = surprise};
    return carry_out(&call);
}

static void rebalance(struct call *call)
{
    struct pip_node *node = node_of(call);
    call->Status = node ? pip_rebalance(node) : STATUS_NO_SUCH_DEVICE;
}

__declspec(dllexport) int32_t SimRebalance(void *pdo)
{
    struct call call = {.Routine = rebalance, .Pdo = pdo};
    return carry_out(&call);
}

static void restart(struct call *call)
{
    struct pip_node *node = node_of(call);
    if (!node)
        call->Status = STATUS_NO_SUCH_DEVICE;
    else if (node->State != PIP_REMOVED && node->State != PIP_CREATED)
        call->Status = STATUS_INVALID_DEVICE_STATE;
    else
        call->Status = pip_start(node);
}

__declspec(dllexport) int32_t SimRestart(void *pdo)
{
    struct call call = {.Routine = restart, .Pdo = pdo};
    return carry_out(&call);
}

static void enumerate(struct call *call)
{
    pip_enumerate(pip_node_of(call->Pdo));
}

void pip_enumerate_now(PDEVICE_OBJECT bus)
{
    struct call call = {.Routine = enumerate, .Pdo = bus};
    carry_out(&call);
}

static void tell_usage(struct call *call)
{
    const struct {
        BOOLEAN InPath, Reserved[3];
        DEVICE_USAGE_NOTIFICATION_TYPE POINTER_ALIGNMENT Type;
    } parameters = {.InPath = call->Flag, .Type = call->Usage};
    call->Status = pip_request(call->Pdo, IRP_MN_DEVICE_USAGE_NOTIFICATION, &parameters, sizeof(parameters), NULL);
}

__declspec(dllexport) int32_t SimDeviceUsage(void *pdo, int32_t type, bool in_path)
{
    struct call call = {
        .Routine = tell_usage, .Pdo = pdo, .Flag = in_path, .Usage = (DEVICE_USAGE_NOTIFICATION_TYPE)type};
    return carry_out(&call);
}

__declspec(dllexport) void SimSettleDevices(void)
{
    pip_settle();
}

__declspec(dllexport) int32_t SimDeviceStatus(void *pdo)
{
    const struct pip_node *node = pip_node_of(pdo);
    if (!node || node->State == PIP_CREATED)
        return STATUS_NO_SUCH_DEVICE;
    return NT_SUCCESS(node->StartStatus) && node->State != PIP_STARTED ? STATUS_DEVICE_REMOVED : node->StartStatus;
}
