/* An upper filter of WDM above a disk: nothing is written through it, and what is read it counts. ../raw is the same by
 * the kernel's own functions. */
#include <ntddk.h>

#include <ntdddisk.h>

#include "../../public.h"

#include <wdk/lock.h>
#include <wdk/wdm/completion.h>
#include <wdk/wdm/device.h>
#include <wdk/wdm/irp.h>
#include <wdk/wdm/remove_lock.h>

WDK_SPIN_LOCK(count_lock);

struct guard {
    wdk_device self;
    wdk_remove_lock remove_lock; /* held by each handler, and by each read until it has come back */
    count_lock lock;
    GUARD_STATISTICS statistics WDK_GUARDED_BY(count_lock);
};

/* --- requests --- */

/* A read has come back from the disk, and goes on upwards. */
static void on_was_read(struct guard *guard, const wdk_irp_result *result)
{
    if (!wdk_ok(wdk_irp_result_status(result)))
        WDK_LOCKED (count_lock, &guard->lock)
            guard->statistics.Failed++;
}
WDK_COMPLETION_HELD(was_read, struct guard, remove_lock, on_was_read);

static wdk_irp_handled on_read(struct guard *guard, wdk_irp *irp)
{
    WDK_SCOPED(wdk_remove_use) use = {};

    WDK_TRY_IRP(irp, wdk_remove_lock_use(&guard->remove_lock, &use));
    WDK_LOCKED (count_lock, &guard->lock)
        guard->statistics.Reads++;
    return wdk_irp_send_held(was_read, irp, wdk_device_lower(&guard->self), guard, &use);
}

static wdk_irp_handled on_write(struct guard *guard, wdk_irp *irp)
{
    WDK_SCOPED(wdk_remove_use) use = {};

    WDK_TRY_IRP(irp, wdk_remove_lock_use(&guard->remove_lock, &use));
    WDK_LOCKED (count_lock, &guard->lock)
        guard->statistics.Refused++;
    return wdk_irp_complete(irp, STATUS_MEDIA_WRITE_PROTECTED, 0);
}

static wdk_irp_handled on_query(struct guard *guard, wdk_irp *irp)
{
    GUARD_STATISTICS statistics;
    wdk_span output;

    WDK_TRY_IRP(irp, wdk_irp_output(irp, sizeof statistics, &output));
    WDK_LOCKED (count_lock, &guard->lock)
        statistics = guard->statistics;
    WDK_TRY_IRP(irp, wdk_copy(output, wdk_readonly(wdk_bytes_of(statistics))));
    return wdk_irp_complete(irp, STATUS_SUCCESS, sizeof statistics);
}

static wdk_irp_handled on_device_control(struct guard *guard, wdk_irp *irp)
{
    WDK_SCOPED(wdk_remove_use) use = {};

    WDK_TRY_IRP(irp, wdk_remove_lock_use(&guard->remove_lock, &use));
    switch (wdk_irp_control_code(irp)) {
    case IOCTL_GUARD_QUERY:
        return on_query(guard, irp);
    case IOCTL_DISK_IS_WRITABLE:
        return wdk_irp_complete(irp, STATUS_MEDIA_WRITE_PROTECTED, 0);
    default:
        return wdk_irp_forward(irp, wdk_device_lower(&guard->self));
    }
}

static wdk_irp_handled on_pass_down(struct guard *guard, wdk_irp *irp)
{
    WDK_SCOPED(wdk_remove_use) use = {};
    WDK_TRY_IRP(irp, wdk_remove_lock_use(&guard->remove_lock, &use));
    return wdk_irp_forward(irp, wdk_device_lower(&guard->self));
}

static wdk_irp_handled on_pnp(struct guard *guard, wdk_irp *irp) WDK_AT_PASSIVE
{
    WDK_SCOPED(wdk_remove_use) use = {};
    const PDEVICE_OBJECT lower = wdk_device_lower(&guard->self);

    WDK_TRY_IRP(irp, wdk_remove_lock_use(&guard->remove_lock, &use));
    if (wdk_irp_minor(irp) != IRP_MN_REMOVE_DEVICE)
        return wdk_irp_forward(irp, lower);
    wdk_remove_lock_wait(&use);
    wdk_irp_succeeds(irp);
    const wdk_irp_handled handled = wdk_irp_forward(irp, lower);
    wdk_device_release(&guard->self);
    return handled;
}

WDK_DISPATCH(GuardRead, struct guard, on_read);
WDK_DISPATCH(GuardWrite, struct guard, on_write);
WDK_DISPATCH(GuardDeviceControl, struct guard, on_device_control);
WDK_DISPATCH(GuardPassDown, struct guard, on_pass_down);
WDK_DISPATCH_PASSIVE(GuardPnp, struct guard, on_pnp);

/* --- the driver --- */

static wdk_status add(PDRIVER_OBJECT driver, PDEVICE_OBJECT physical) WDK_AT_PASSIVE
{
    struct guard *guard;
    WDK_SCOPED(wdk_device) device = {};

    WDK_TRY(wdk_device_create(&device, driver, FILE_DEVICE_DISK, WDK_IO_AS_BELOW, &guard));
    wdk_remove_lock_init(&guard->remove_lock, 'drau');
    wdk_lock_init(count_lock, &guard->lock);
    WDK_TRY(wdk_device_attach(&device, physical));
    wdk_device_ready(&device);
    guard->self = wdk_move(&device);
    return WDK_OK;
}
WDK_ADD_DEVICE(GuardAddDevice, add);

static VOID GuardUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
}

DRIVER_INITIALIZE DriverEntry;
_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = GuardUnload;
    DriverObject->DriverExtension->AddDevice = GuardAddDevice;
    DriverObject->MajorFunction[IRP_MJ_CREATE] = GuardPassDown;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = GuardPassDown;
    DriverObject->MajorFunction[IRP_MJ_CLEANUP] = GuardPassDown;
    DriverObject->MajorFunction[IRP_MJ_READ] = GuardRead;
    DriverObject->MajorFunction[IRP_MJ_WRITE] = GuardWrite;
    DriverObject->MajorFunction[IRP_MJ_FLUSH_BUFFERS] = GuardPassDown;
    DriverObject->MajorFunction[IRP_MJ_SHUTDOWN] = GuardPassDown;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = GuardDeviceControl;
    DriverObject->MajorFunction[IRP_MJ_INTERNAL_DEVICE_CONTROL] = GuardPassDown;
    DriverObject->MajorFunction[IRP_MJ_PNP] = GuardPnp;
    DriverObject->MajorFunction[IRP_MJ_POWER] = GuardPassDown;
    DriverObject->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = GuardPassDown;
    return STATUS_SUCCESS;
}
