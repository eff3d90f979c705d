/* @NAME@: plug and play and power: start, removal, and what goes to the device below. */
#include "driver.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, @PASCAL@Pnp)
#endif

static wdk_irp_handled on_pass_down(struct extension *extension, wdk_irp *irp)
{
    WDK_SCOPED(wdk_remove_use) use = {};
    WDK_TRY_IRP(irp, wdk_remove_lock_use(&extension->remove_lock, &use));
    return wdk_irp_forward(irp, extension->lower);
}

/* The device below starts first; then programs may find ours. */
static wdk_irp_handled start(struct extension *extension, wdk_irp *irp) WDK_AT_PASSIVE
{
    WDK_TRY_IRP(irp, wdk_irp_send_and_wait(irp, extension->lower));
    return wdk_irp_complete(irp, IoSetDeviceInterfaceState(&extension->interface_name, TRUE), 0);
}

static void hide(struct extension *extension) WDK_AT_PASSIVE
{
    wdk_ignore(wdk_from_nt(IoSetDeviceInterfaceState(&extension->interface_name, FALSE)), "it may never have been shown");
}

/* Waits for the requests that are under way, then takes the device apart. */
static wdk_irp_handled remove(struct extension *extension, wdk_irp *irp, wdk_remove_use *use) WDK_AT_PASSIVE
{
    hide(extension);
    wdk_remove_lock_wait(use);
    wdk_irp_succeeds(irp);
    const wdk_irp_handled handled = wdk_irp_forward(irp, extension->lower);

    IoDetachDevice(extension->lower);
    RtlFreeUnicodeString(&extension->interface_name);
    IoDeleteDevice(extension->self);
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
    case IRP_MN_SURPRISE_REMOVAL:
        extension->gone = TRUE; /* programs that have it open get no further */
        hide(extension);
        wdk_irp_succeeds(irp);
        return wdk_irp_forward(irp, extension->lower);
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_STOP_DEVICE:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        wdk_irp_succeeds(irp); /* there is no hardware that would object */
        return wdk_irp_forward(irp, extension->lower);
    default:
        return wdk_irp_forward(irp, extension->lower);
    }
}

WDK_DISPATCH(@PASCAL@PassDown, struct extension, on_pass_down);
WDK_DISPATCH_PASSIVE(@PASCAL@Pnp, struct extension, on_pnp);
