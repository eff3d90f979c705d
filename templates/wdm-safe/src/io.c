/* @NAME@: the requests of programs. All of them are buffered, and served at once. Each handler parts with its IRP exactly once: it has
 * nothing to return otherwise. */
#include "driver.h"

/* The device is there, and stays until `use` ends: or the status to complete the request with. */
static wdk_status begin(struct extension *extension, wdk_remove_use *use)
{
    WDK_TRY(wdk_remove_lock_use(&extension->remove_lock, use));
    return extension->gone ? wdk_error(STATUS_NO_SUCH_DEVICE) : WDK_OK;
}

static wdk_irp_handled on_create_close(struct extension *extension, wdk_irp *irp)
{
    UNREFERENCED_PARAMETER(extension);
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
}

static wdk_irp_handled on_read(struct extension *extension, wdk_irp *irp)
{
    WDK_SCOPED(wdk_remove_use) use = {};
    wdk_span output;
    size_t count = 0;

    WDK_TRY_IRP(irp, begin(extension, &use));
    WDK_TRY_IRP(irp, wdk_irp_output(irp, 0, &output));
    WDK_LOCKED (message_lock, &extension->lock) {
        wdk_span message;
        count = min(wdk_count(output), extension->statistics.Length);
        WDK_TRY_IRP(irp, wdk_slice(&message, wdk_bytes_of(extension->message), 0, count));
        WDK_TRY_IRP(irp, wdk_copy(output, wdk_readonly(message)));
        extension->statistics.Reads++;
    }
    return wdk_irp_complete(irp, STATUS_SUCCESS, count);
}

static wdk_irp_handled on_write(struct extension *extension, wdk_irp *irp)
{
    WDK_SCOPED(wdk_remove_use) use = {};
    wdk_view input;

    WDK_TRY_IRP(irp, begin(extension, &use));
    WDK_TRY_IRP(irp, wdk_irp_input(irp, 0, &input));
    if (wdk_count(input) > @UPPER@_CAPACITY)
        return wdk_irp_complete(irp, STATUS_INVALID_BUFFER_SIZE, 0);
    WDK_LOCKED (message_lock, &extension->lock) {
        WDK_TRY_IRP(irp, wdk_copy(wdk_bytes_of(extension->message), input));
        extension->statistics.Length = WDK_NARROW(ULONG, wdk_count(input));
        extension->statistics.Writes++;
    }
    return wdk_irp_complete(irp, STATUS_SUCCESS, wdk_count(input));
}

static wdk_irp_handled on_device_control(struct extension *extension, wdk_irp *irp)
{
    WDK_SCOPED(wdk_remove_use) use = {};
    @UPPER@_STATISTICS statistics;
    wdk_span output;

    WDK_TRY_IRP(irp, begin(extension, &use));
    switch (wdk_irp_control_code(irp)) {
    case IOCTL_@UPPER@_QUERY:
        WDK_TRY_IRP(irp, wdk_irp_output(irp, sizeof statistics, &output));
        WDK_LOCKED (message_lock, &extension->lock)
            statistics = extension->statistics;
        WDK_TRY_IRP(irp, wdk_copy(output, wdk_readonly(wdk_bytes_of(statistics))));
        return wdk_irp_complete(irp, STATUS_SUCCESS, sizeof statistics);
    case IOCTL_@UPPER@_CLEAR:
        WDK_LOCKED (message_lock, &extension->lock)
            extension->statistics.Length = 0;
        return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
    default:
        return wdk_irp_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
}

WDK_DISPATCH(@PASCAL@CreateClose, struct extension, on_create_close);
WDK_DISPATCH(@PASCAL@Read, struct extension, on_read);
WDK_DISPATCH(@PASCAL@Write, struct extension, on_write);
WDK_DISPATCH(@PASCAL@DeviceControl, struct extension, on_device_control);
