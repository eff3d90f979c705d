/* An echo of WDM. ../raw is the same by the kernel's own functions. */
#define INITGUID
#include <ntddk.h>

#include "../../public.h"

#include <wdk/lock.h>
#include <wdk/wdm/device.h>
#include <wdk/wdm/irp.h>
#include <wdk/wdm/queue.h>
#include <wdk/wdm/remove_lock.h>

WDK_SPIN_LOCK(message_lock);

struct echo {
    wdk_device self;
    wdk_interface interface;
    wdk_remove_lock remove_lock; /* held by each handler; what waits is completed before the device goes */
    wdk_irp_queue waiting;       /* reads without a message, which can be cancelled there */
    message_lock lock;
    bool gone WDK_GUARDED_BY(message_lock);     /* pulled out: nothing is put into the queue any more */
    size_t length WDK_GUARDED_BY(message_lock); /* of the message that nobody has read yet, or 0 */
    uint8_t message[ECHO_MOST] WDK_GUARDED_BY(message_lock);
};

/* --- requests --- */

static wdk_irp_handled on_create_close(struct echo *echo, wdk_irp *irp)
{
    UNREFERENCED_PARAMETER(echo);
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
}

/* The reads of a file that is closed. */
static wdk_irp_handled on_cleanup(struct echo *echo, wdk_irp *irp)
{
    wdk_irp_queue_drain(&echo->waiting, wdk_irp_file(irp), STATUS_CANCELLED);
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
}

/* Copies as much of the message as the read has room for. */
static wdk_status copy_to(const wdk_irp *read, wdk_view message, size_t *count)
{
    wdk_span output;
    wdk_view part;

    WDK_TRY(wdk_irp_output(read, 1, &output));
    *count = min(wdk_count(output), wdk_count(message));
    WDK_TRY(wdk_slice(&part, message, 0, *count));
    return wdk_copy(output, part);
}

/* Where there is a message, and a read: brings them together. The IRP is completed when the lock is free again. */
static void match(struct echo *echo)
{
    wdk_irp read = {};
    wdk_status status = WDK_OK;
    size_t count = 0;

    WDK_LOCKED (message_lock, &echo->lock) {
        wdk_span message;
        if (echo->length == 0 || !wdk_irp_queue_take(&echo->waiting, NULL, &read))
            return;
        status = wdk_slice(&message, wdk_bytes_of(echo->message), 0, echo->length);
        if (wdk_ok(status))
            status = copy_to(&read, wdk_readonly(message), &count);
        echo->length = 0;
    }
    wdk_ignore_irp_handled(wdk_irp_complete(&read, status, count), "it is pending since it was put there");
}

static bool is_gone(struct echo *echo)
{
    WDK_LOCKED (message_lock, &echo->lock)
        return echo->gone;
    WDK_UNREACHABLE();
}

static void end_reads(struct echo *echo)
{
    WDK_LOCKED (message_lock, &echo->lock)
        echo->gone = true;
    wdk_irp_queue_drain(&echo->waiting, NULL, STATUS_NO_SUCH_DEVICE);
}

static wdk_irp_handled on_read(struct echo *echo, wdk_irp *irp)
{
    WDK_SCOPED(wdk_remove_use) use = {};

    WDK_TRY_IRP(irp, wdk_remove_lock_use(&echo->remove_lock, &use));
    if (wdk_irp_range(irp).length == 0)
        return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
    const wdk_irp_handled pending = wdk_irp_queue_put(&echo->waiting, irp);
    match(echo);
    if (is_gone(echo)) /* asked when it is in the queue, so that whoever comes later finds it there */
        end_reads(echo);
    return pending;
}

static wdk_irp_handled on_write(struct echo *echo, wdk_irp *irp)
{
    WDK_SCOPED(wdk_remove_use) use = {};
    wdk_view input;

    WDK_TRY_IRP(irp, wdk_remove_lock_use(&echo->remove_lock, &use));
    if (is_gone(echo))
        return wdk_irp_complete(irp, STATUS_NO_SUCH_DEVICE, 0);
    WDK_TRY_IRP(irp, wdk_irp_input(irp, 0, &input));
    if (wdk_count(input) == 0)
        return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
    if (wdk_count(input) > ECHO_MOST)
        return wdk_irp_complete(irp, STATUS_INVALID_BUFFER_SIZE, 0);
    bool is_kept = false;
    WDK_LOCKED (message_lock, &echo->lock) {
        if (echo->length == 0 && wdk_ok(wdk_copy(wdk_bytes_of(echo->message), input))) {
            echo->length = wdk_count(input);
            is_kept = true;
        }
    }
    if (!is_kept)
        return wdk_irp_complete(irp, STATUS_DEVICE_BUSY, 0);
    match(echo);
    return wdk_irp_complete(irp, STATUS_SUCCESS, wdk_count(input));
}

WDK_DISPATCH(EchoCreateClose, struct echo, on_create_close);
WDK_DISPATCH(EchoCleanup, struct echo, on_cleanup);
WDK_DISPATCH(EchoRead, struct echo, on_read);
WDK_DISPATCH(EchoWrite, struct echo, on_write);

/* --- plug and play --- */

static wdk_irp_handled on_pass_down(struct echo *echo, wdk_irp *irp)
{
    WDK_SCOPED(wdk_remove_use) use = {};
    WDK_TRY_IRP(irp, wdk_remove_lock_use(&echo->remove_lock, &use));
    return wdk_irp_forward(irp, wdk_device_lower(&echo->self));
}

static wdk_irp_handled remove(struct echo *echo, wdk_irp *irp, wdk_remove_use *use) WDK_AT_PASSIVE
{
    wdk_ignore(wdk_interface_hide(&echo->interface), "it may never have been shown");
    wdk_remove_lock_wait(use);
    end_reads(echo);
    wdk_irp_succeeds(irp);
    const wdk_irp_handled handled = wdk_irp_forward(irp, wdk_device_lower(&echo->self));
    wdk_interface_release(&echo->interface);
    wdk_device_release(&echo->self);
    return handled;
}

static wdk_irp_handled on_pnp(struct echo *echo, wdk_irp *irp) WDK_AT_PASSIVE
{
    WDK_SCOPED(wdk_remove_use) use = {};
    const PDEVICE_OBJECT lower = wdk_device_lower(&echo->self);

    WDK_TRY_IRP(irp, wdk_remove_lock_use(&echo->remove_lock, &use));
    switch (wdk_irp_minor(irp)) {
    case IRP_MN_START_DEVICE:
        WDK_TRY_IRP(irp, wdk_irp_send_and_wait(irp, lower));
        return wdk_irp_complete(irp, wdk_interface_show(&echo->interface), 0);
    case IRP_MN_REMOVE_DEVICE:
        return remove(echo, irp, &use);
    case IRP_MN_SURPRISE_REMOVAL:
        wdk_ignore(wdk_interface_hide(&echo->interface), "it may never have been shown");
        end_reads(echo);
        break;
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_STOP_DEVICE:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
        break;
    default:
        return wdk_irp_forward(irp, lower);
    }
    wdk_irp_succeeds(irp);
    return wdk_irp_forward(irp, lower);
}

WDK_DISPATCH(EchoPassDown, struct echo, on_pass_down);
WDK_DISPATCH_PASSIVE(EchoPnp, struct echo, on_pnp);

/* --- the driver --- */

static wdk_status add(PDRIVER_OBJECT driver, PDEVICE_OBJECT physical) WDK_AT_PASSIVE
{
    struct echo *echo;
    WDK_SCOPED(wdk_device) device = {};
    WDK_SCOPED(wdk_interface) interface = {};

    WDK_TRY(wdk_device_create(&device, driver, FILE_DEVICE_UNKNOWN, WDK_IO_BUFFERED, &echo));
    wdk_remove_lock_init(&echo->remove_lock, 'ohcE');
    wdk_lock_init(message_lock, &echo->lock);
    WDK_TRY(wdk_irp_queue_init(&echo->waiting));
    WDK_TRY(wdk_interface_register(&interface, physical, &GUID_DEVINTERFACE_ECHO));
    WDK_TRY(wdk_device_attach(&device, physical));
    wdk_device_ready(&device);
    echo->interface = wdk_move(&interface);
    echo->self = wdk_move(&device);
    return WDK_OK;
}

WDK_ADD_DEVICE(EchoAddDevice, add);

static VOID EchoUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
}

DRIVER_INITIALIZE DriverEntry;
_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = EchoUnload;
    DriverObject->DriverExtension->AddDevice = EchoAddDevice;
    DriverObject->MajorFunction[IRP_MJ_CREATE] = EchoCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = EchoCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLEANUP] = EchoCleanup;
    DriverObject->MajorFunction[IRP_MJ_READ] = EchoRead;
    DriverObject->MajorFunction[IRP_MJ_WRITE] = EchoWrite;
    DriverObject->MajorFunction[IRP_MJ_PNP] = EchoPnp;
    DriverObject->MajorFunction[IRP_MJ_POWER] = EchoPassDown;
    DriverObject->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = EchoPassDown;
    return STATUS_SUCCESS;
}
