/* The requests of programs: each code tries another part of the safe layer. */
#include "driver.h"

#include <wdk/handle.h>
#include <wdk/owned_text.h>
#include <wdk/user.h>
#include <wdk/wdm/completion.h>

static wdk_irp_handled on_create(struct extension *extension, wdk_irp *irp)
{
    UNREFERENCED_PARAMETER(extension);
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
}

static wdk_irp_handled on_cleanup(struct extension *extension, wdk_irp *irp)
{
    wdk_irp_queue_drain(&extension->waiting, NULL, STATUS_CANCELLED);
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
}

/* Completes it with that many bytes, all of which are written. */
static wdk_irp_handled answer(wdk_irp *irp, size_t bytes)
{
    wdk_span output;

    WDK_TRY_IRP(irp, wdk_irp_output(irp, bytes, &output));
    wdk_fill(output, 0xA5);
    return wdk_irp_complete(irp, STATUS_SUCCESS, bytes);
}

static wdk_irp_handled take(struct extension *extension, wdk_irp *irp)
{
    wdk_irp next = {};
    if (!wdk_irp_queue_take(&extension->waiting, NULL, &next))
        return wdk_irp_complete(irp, STATUS_NO_MORE_ENTRIES, 0);
    wdk_ignore_irp_handled(answer(&next, 7), "its dispatch routine has returned already");
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
}

static wdk_irp_handled user_number(wdk_irp *irp) WDK_AT_PASSIVE
{
    wdk_user_address input, output;
    size_t length;
    ULONG number;

    WDK_TRY_IRP(irp, wdk_irp_user_input(irp, sizeof number, &input, &length));
    WDK_TRY_IRP(irp, wdk_irp_user_output(irp, sizeof number, &output, &length));
    WDK_TRY_IRP(irp, wdk_user_read(wdk_bytes_of(number), input));
    number++;
    WDK_TRY_IRP(irp, wdk_user_write(output, wdk_readonly(wdk_bytes_of(number))));
    return wdk_irp_complete(irp, STATUS_SUCCESS, sizeof number);
}

static wdk_irp_handled user_buffer_of_other_method(wdk_irp *irp)
{
    wdk_user_address input;
    size_t length;

    WDK_TRY_IRP(irp, wdk_irp_user_input(irp, 0, &input, &length));
    return wdk_irp_complete(irp, STATUS_SUCCESS, length);
}

static void on_work(struct extension *extension) WDK_AT_PASSIVE
{
    wdk_ignore_irp_handled(answer(&extension->at_work, 5), "it was kept");
}
WDK_IO_WORK(ending, struct extension, on_work);

static wdk_irp_handled work(struct extension *extension, wdk_irp *irp)
{
    const wdk_irp_handled handled = wdk_irp_keep(irp, &extension->at_work);
    wdk_io_work_queue(ending, &extension->item, extension);
    return handled;
}

static wdk_irp_handled widen(wdk_irp *irp) WDK_AT_PASSIVE
{
    WDK_SCOPED(wdk_owned_text) text = {};
    WDK_SCOPED(wdk_owned_text) copy = {};
    wdk_view input;
    wdk_span output;

    WDK_TRY_IRP(irp, wdk_irp_input(irp, 1, &input));
    WDK_TRY_IRP(irp, wdk_owned_text_from_ansi(&text, input));
    WDK_TRY_IRP(irp, wdk_owned_text_copy(&copy, wdk_owned_text_in(&text)));
    wdk_owned_text_release(&text);
    const size_t count = wdk_text_count(wdk_owned_text_in(&copy));
    WDK_TRY_IRP(irp, wdk_irp_output(irp, 2 * count, &output));
    for (size_t i = 0; i < count; i++)
        WDK_TRY_IRP(irp, wdk_write_le16(output, 2 * i, wdk_text_at(wdk_owned_text_in(&copy), i)));
    return wdk_irp_complete(irp, STATUS_SUCCESS, 2 * count);
}

static wdk_irp_handled event(wdk_irp *irp) WDK_AT_PASSIVE
{
    WDK_SCOPED(wdk_reference) reference = {};
    WDK_TRY_IRP(irp, wdk_reference_of_user_handle(&reference, (HANDLE)0x7000, EVENT_MODIFY_STATE, *ExEventObjectType));
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
}

static wdk_irp_handled came_back(struct extension *extension, wdk_irp *irp)
{
    wdk_span output;
    WDK_TRY_IRP(irp, wdk_irp_output(irp, 4, &output));
    WDK_TRY_IRP(irp, wdk_write_le32(output, 0, (uint32_t)extension->came_back));
    return wdk_irp_complete(irp, STATUS_SUCCESS, 4);
}

/* What the compiler cannot see. */
static wdk_irp_handled complete_twice(wdk_irp *irp)
{
    wdk_ignore_irp_handled(wdk_irp_complete(irp, STATUS_SUCCESS, 0), "the mistake that this is about");
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
}
static wdk_irp_handled complete_other(struct extension *extension, wdk_irp *irp)
{
    wdk_irp other = {};
    UNREFERENCED_PARAMETER(irp);
    if (!wdk_irp_queue_take(&extension->waiting, NULL, &other))
        return wdk_irp_complete(irp, STATUS_NO_MORE_ENTRIES, 0);
    return wdk_irp_complete(&other, STATUS_SUCCESS, 0);
}
static wdk_irp_handled take_into_full(struct extension *extension, wdk_irp *irp)
{
    if (wdk_irp_queue_take(&extension->waiting, NULL, irp))
        return wdk_irp_complete(irp, STATUS_SUCCESS, 1);
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
}
static wdk_irp_handled wait_without_use(wdk_irp *irp) WDK_AT_PASSIVE
{
    wdk_remove_use none = {};
    wdk_remove_lock_wait(&none);
    return wdk_irp_complete(irp, STATUS_SUCCESS, 0);
}
static wdk_irp_handled lower_of_unattached(wdk_irp *irp)
{
    wdk_device none = {};
    return wdk_irp_forward(irp, wdk_device_lower(&none));
}

static void on_nothing(struct extension *extension, const wdk_irp_result *result)
{
    UNREFERENCED_PARAMETER(extension);
    UNREFERENCED_PARAMETER(result);
}
WDK_COMPLETION_HELD(nothing, struct extension, remove_lock, on_nothing);
static wdk_irp_handled send_without_use(struct extension *extension, wdk_irp *irp)
{
    wdk_remove_use none = {};
    return wdk_irp_send_held(nothing, irp, wdk_device_lower(&extension->self), extension, &none);
}

static wdk_irp_handled on_device_control(struct extension *extension, wdk_irp *irp) WDK_AT_PASSIVE
{
    WDK_SCOPED(wdk_remove_use) use = {};

    WDK_TRY_IRP(irp, wdk_remove_lock_use(&extension->remove_lock, &use));
    switch (wdk_irp_control_code(irp)) {
    case IOCTL_PUT:
        return wdk_irp_queue_put(&extension->waiting, irp);
    case IOCTL_TAKE:
        return take(extension, irp);
    case IOCTL_USER:
        return user_number(irp);
    case IOCTL_USER_SIZE:
        return user_buffer_of_other_method(irp);
    case IOCTL_WORK:
        return work(extension, irp);
    case IOCTL_TEXT:
        return widen(irp);
    case IOCTL_EVENT:
        return event(irp);
    case IOCTL_DOWN:
        return came_back(extension, irp);
    case IOCTL_STOP_TWICE:
        return complete_twice(irp);
    case IOCTL_STOP_FORGOTTEN:
        return complete_other(extension, irp);
    case IOCTL_STOP_TAKE_FULL:
        return take_into_full(extension, irp);
    case IOCTL_STOP_WAIT:
        return wait_without_use(irp);
    case IOCTL_STOP_LOWER:
        return lower_of_unattached(irp);
    case IOCTL_STOP_HELD:
        return send_without_use(extension, irp);
    case IOCTL_STOP_RANGE:
        return wdk_irp_complete(irp, STATUS_SUCCESS, wdk_irp_range(irp).length);
    default:
        return wdk_irp_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
}

WDK_DISPATCH(StackCreate, struct extension, on_create);
WDK_DISPATCH(StackClose, struct extension, on_create);
WDK_DISPATCH(StackCleanup, struct extension, on_cleanup);
WDK_DISPATCH_PASSIVE(StackDeviceControl, struct extension, on_device_control);
