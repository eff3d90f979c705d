/* Plug and play and power: what goes to the device below. */
#include "driver.h"

static void on_came_back(struct extension *extension, const wdk_irp_result *result)
{
    if (wdk_ok(wdk_irp_result_status(result)) || wdk_irp_result_information(result) == 0)
        InterlockedIncrement(&extension->came_back);
}
WDK_COMPLETION(came_back, struct extension, on_came_back);

static wdk_irp_handled on_pass_down(struct extension *extension, wdk_irp *irp)
{
    return wdk_irp_forward(irp, wdk_device_lower(&extension->self));
}

static wdk_irp_handled start(struct extension *extension, wdk_irp *irp) WDK_AT_PASSIVE
{
    WDK_TRY_IRP(irp, wdk_irp_send_and_wait(irp, wdk_device_lower(&extension->self)));
    return wdk_irp_complete(irp, wdk_interface_show(&extension->interface), 0);
}

static wdk_irp_handled remove(struct extension *extension, wdk_irp *irp, wdk_remove_use *use) WDK_AT_PASSIVE
{
    wdk_ignore(wdk_interface_hide(&extension->interface), "it may never have been shown");
    wdk_remove_lock_wait(use);
    wdk_irp_queue_drain(&extension->waiting, NULL, STATUS_DELETE_PENDING);
    wdk_irp_succeeds(irp);
    const wdk_irp_handled handled = wdk_irp_forward(irp, wdk_device_lower(&extension->self));
    wdk_io_work_item_release(&extension->item);
    wdk_interface_release(&extension->interface);
    wdk_device_release(&extension->self);
    return handled;
}

static wdk_irp_handled on_pnp(struct extension *extension, wdk_irp *irp) WDK_AT_PASSIVE
{
    WDK_SCOPED(wdk_remove_use) use = {};

    WDK_TRY_IRP(irp, wdk_remove_lock_use(&extension->remove_lock, &use));
    switch (wdk_irp_minor(irp)) {
    case IRP_MN_START_DEVICE:
        return start(extension, irp);
    case IRP_MN_REMOVE_DEVICE:
        return remove(extension, irp, &use);
    case IRP_MN_QUERY_CAPABILITIES:
        return wdk_irp_send(came_back, irp, wdk_device_lower(&extension->self), extension);
    case IRP_MN_SURPRISE_REMOVAL:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        wdk_irp_succeeds(irp);
        return wdk_irp_forward(irp, wdk_device_lower(&extension->self));
    default:
        return wdk_irp_forward(irp, wdk_device_lower(&extension->self));
    }
}

WDK_DISPATCH(StackPassDown, struct extension, on_pass_down);
WDK_DISPATCH_PASSIVE(StackPnp, struct extension, on_pnp);
