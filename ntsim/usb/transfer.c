/* Transfers: they wait in their endpoint's list, and go on packet by packet, microframe by microframe. */
#include "ntsim/usb/hub.h"

enum { MICROFRAME = 1250 /* of 100 ns */ };
#define NEVER (~0ULL)

enum step { STEP_MORE, STEP_WAIT, STEP_DONE };

ULONGLONG hub_microframe(void)
{
    return KeQueryInterruptTime() / MICROFRAME;
}

/* Full speed has frames, of eight microframes. */
static ULONGLONG round_up(const struct hub_device *device, ULONGLONG microframe)
{
    return device->Wire->speed >= SIM_USB_WIRE_HIGH ? microframe : (microframe + 7) & ~7ULL;
}

BOOLEAN hub_copy(const struct hub_transfer *transfer, ULONG offset, PVOID packet, ULONG length, BOOLEAN to_buffer)
{
    if (length == 0)
        return TRUE;
    if (transfer->Buffer) {
        if (to_buffer)
            RtlCopyMemory(transfer->Buffer + offset, packet, length);
        else
            RtlCopyMemory(packet, transfer->Buffer + offset, length);
        return TRUE;
    }
    for (PMDL mdl = transfer->Mdl; mdl && length; mdl = mdl->Next) {
        const ULONG size = MmGetMdlByteCount(mdl);
        if (offset >= size) {
            offset -= size;
            continue;
        }
        PUCHAR buffer = MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority | MdlMappingNoExecute);
        const ULONG part = min(length, size - offset);
        if (!buffer)
            return FALSE;
        if (to_buffer)
            RtlCopyMemory(buffer + offset, packet, part);
        else
            RtlCopyMemory(packet, buffer + offset, part);
        packet = (PUCHAR)packet + part;
        length -= part;
        offset = 0;
    }
    return length == 0;
}

/* --- ends --- */

static BOOLEAN is_isochronous(const struct hub_transfer *transfer)
{
    return transfer->Endpoint->Type == USB_ENDPOINT_TYPE_ISOCHRONOUS;
}

/* Takes it out of its list. What the device said to it is nothing to the next. */
static void take_out(struct hub_transfer *transfer)
{
    RemoveEntryList(&transfer->Entry);
    transfer->Endpoint->Parked = FALSE;
}

/* The transfer is in no list any more. */
static void finish(struct hub_transfer *transfer, USBD_STATUS status)
{
    const PIRP irp = transfer->Irp;
    const PURB urb = transfer->Urb;
    if (!is_isochronous(transfer))
        urb->UrbControlTransfer.TransferBufferLength = transfer->Done;
    ExFreePoolWithTag(transfer, HUB_TAG);
    hub_complete_urb(irp, urb, status);
}

static VOID NTAPI cancel(PDEVICE_OBJECT device, PIRP irp)
{
    struct hub_transfer *transfer = irp->Tail.Overlay.DriverContext[0];
    KIRQL irql;
    IoReleaseCancelSpinLock(irp->CancelIrql);
    KeAcquireSpinLock(&hub.Lock, &irql);
    take_out(transfer);
    KeReleaseSpinLock(&hub.Lock, irql);
    finish(transfer, USBD_STATUS_CANCELED);
    hub_schedule();
}

/* Makes the transfer one that can be cancelled. FALSE: it is being, and is the caller's to end. */
static BOOLEAN let_cancel(struct hub_transfer *transfer)
{
    IoSetCancelRoutine(transfer->Irp, cancel);
    return !(transfer->Irp->Cancel && IoSetCancelRoutine(transfer->Irp, NULL));
}

void hub_abort(struct hub_endpoint *endpoint, USBD_STATUS status)
{
    LIST_ENTRY ended;
    KIRQL irql;
    InitializeListHead(&ended);
    KeAcquireSpinLock(&hub.Lock, &irql);
    for (LIST_ENTRY *entry = endpoint->Transfers.Flink, *next; entry != &endpoint->Transfers; entry = next) {
        struct hub_transfer *transfer = CONTAINING_RECORD(entry, struct hub_transfer, Entry);
        next = entry->Flink;
        if (transfer->Active) { /* the device is being asked: its end comes after that */
            transfer->Aborted = TRUE;
            transfer->AbortedWith = status;
        } else if (IoSetCancelRoutine(transfer->Irp, NULL)) {
            take_out(transfer);
            InsertTailList(&ended, entry);
        }
    }
    KeReleaseSpinLock(&hub.Lock, irql);
    while (!IsListEmpty(&ended))
        finish(CONTAINING_RECORD(RemoveHeadList(&ended), struct hub_transfer, Entry), status);
}

void hub_abort_all(struct hub_device *device, USBD_STATUS status)
{
    for (ULONG i = 0; i < HUB_ENDPOINTS; i++)
        if (device->Endpoints[i].Open)
            hub_abort(&device->Endpoints[i], status);
}

/* --- when --- */

/* The microframe in which something can be done for the endpoint. */
static ULONGLONG due(const struct hub_endpoint *endpoint, ULONGLONG now)
{
    if (!endpoint->Open || IsListEmpty(&endpoint->Transfers))
        return NEVER;
    const struct hub_transfer *first = CONTAINING_RECORD(endpoint->Transfers.Flink, struct hub_transfer, Entry);
    const ULONGLONG deadline = first->Deadline ? first->Deadline : NEVER;
    if (endpoint->Parked || endpoint->Halted)
        return deadline;
    if (endpoint->Type == USB_ENDPOINT_TYPE_ISOCHRONOUS)
        return max(hub_isochronous_due(first), now + 1);
    return min(deadline, round_up(endpoint->Device, max(endpoint->NotBefore, now + 1)));
}

void hub_schedule(void)
{
    KIRQL irql;
    KeAcquireSpinLock(&hub.Lock, &irql);
    const ULONGLONG now = KeQueryInterruptTime();
    ULONGLONG first = NEVER;
    for (LIST_ENTRY *entry = hub.Devices.Flink; entry != &hub.Devices; entry = entry->Flink) {
        const struct hub_device *device = CONTAINING_RECORD(entry, struct hub_device, Entry);
        for (ULONG i = 0; i < HUB_ENDPOINTS; i++)
            first = min(first, due(&device->Endpoints[i], now / MICROFRAME));
    }
    if (first != NEVER && (!hub.TimerSet || first < hub.TimerDue)) {
        const LARGE_INTEGER wait = {.QuadPart = -(LONGLONG)(first * MICROFRAME - now)};
        hub.TimerSet = TRUE;
        hub.TimerDue = first;
        KeSetTimer(&hub.Timer, wait, &hub.Dpc);
    }
    KeReleaseSpinLock(&hub.Lock, irql);
}

/* --- packets --- */

static USBD_STATUS status_of(enum sim_usb_answered answer)
{
    switch (answer) {
    case SIM_USB_ANSWERED_ACK:
        return USBD_STATUS_SUCCESS;
    case SIM_USB_ANSWERED_STALL:
        return USBD_STATUS_STALL_PID;
    case SIM_USB_ANSWERED_BABBLE:
        return USBD_STATUS_BABBLE_DETECTED;
    default:
        return USBD_STATUS_XACT_ERROR;
    }
}

static enum step end_with(USBD_STATUS *result, USBD_STATUS status)
{
    *result = status;
    return STEP_DONE;
}

static enum step control(struct hub_transfer *transfer, USBD_STATUS *result)
{
    const struct sim_usb_wire *wire = transfer->Endpoint->Device->Wire;
    uint32_t length = transfer->Length;
    if (!transfer->In && !hub_copy(transfer, 0, transfer->Data, length, FALSE))
        return end_with(result, USBD_STATUS_INSUFFICIENT_RESOURCES);
    const enum sim_usb_answered answer = wire->control(wire->context, transfer->Setup, transfer->Data, &length);
    if (answer == SIM_USB_ANSWERED_NAK)
        return STEP_WAIT;
    if (answer != SIM_USB_ANSWERED_ACK)
        return end_with(result, status_of(answer));
    if (length > transfer->Length)
        return end_with(result, USBD_STATUS_BABBLE_DETECTED);
    transfer->Done = transfer->In ? length : transfer->Length;
    if (transfer->In && !hub_copy(transfer, 0, transfer->Data, length, TRUE))
        return end_with(result, USBD_STATUS_INSUFFICIENT_RESOURCES);
    return end_with(result, USBD_STATUS_SUCCESS);
}

static enum step packet_in(struct hub_transfer *transfer, USBD_STATUS *result)
{
    const struct hub_endpoint *endpoint = transfer->Endpoint;
    const struct sim_usb_wire *wire = endpoint->Device->Wire;
    const ULONG room = transfer->Length - transfer->Done;
    uint32_t length = 0;
    const enum sim_usb_answered answer =
        wire->in(wire->context, endpoint->Address, transfer->Data, endpoint->MaximumPacket, &length);
    if (answer == SIM_USB_ANSWERED_NAK)
        return STEP_WAIT;
    if (answer != SIM_USB_ANSWERED_ACK)
        return end_with(result, status_of(answer));
    const ULONG taken = min((ULONG)length, room);
    if (!hub_copy(transfer, transfer->Done, transfer->Data, taken, TRUE))
        return end_with(result, USBD_STATUS_INSUFFICIENT_RESOURCES);
    transfer->Done += taken;
    if (length > room)
        return end_with(result, USBD_STATUS_BABBLE_DETECTED);
    if (transfer->Done == transfer->Length)
        return end_with(result, USBD_STATUS_SUCCESS);
    if (length == endpoint->MaximumPacket)
        return STEP_MORE;
    const BOOLEAN may_be_short =
        (transfer->Urb->UrbBulkOrInterruptTransfer.TransferFlags & USBD_SHORT_TRANSFER_OK) != 0;
    return end_with(result, may_be_short ? USBD_STATUS_SUCCESS : USBD_STATUS_ERROR_SHORT_TRANSFER);
}

static enum step packet_out(struct hub_transfer *transfer, USBD_STATUS *result)
{
    const struct hub_endpoint *endpoint = transfer->Endpoint;
    const struct sim_usb_wire *wire = endpoint->Device->Wire;
    const ULONG length = min((ULONG)endpoint->MaximumPacket, transfer->Length - transfer->Done);
    if (!hub_copy(transfer, transfer->Done, transfer->Data, length, FALSE))
        return end_with(result, USBD_STATUS_INSUFFICIENT_RESOURCES);
    const enum sim_usb_answered answer = wire->out(wire->context, endpoint->Address, transfer->Data, length);
    if (answer == SIM_USB_ANSWERED_NAK)
        return STEP_WAIT;
    if (answer != SIM_USB_ANSWERED_ACK)
        return end_with(result, status_of(answer));
    transfer->Done += length;
    return transfer->Done == transfer->Length ? end_with(result, USBD_STATUS_SUCCESS) : STEP_MORE;
}

static enum step advance(struct hub_transfer *transfer, ULONGLONG microframe, USBD_STATUS *result)
{
    switch (transfer->Endpoint->Type) {
    case USB_ENDPOINT_TYPE_CONTROL:
        return control(transfer, result);
    case USB_ENDPOINT_TYPE_ISOCHRONOUS:
        return hub_isochronous(transfer, microframe) ? end_with(result, transfer->Urb->UrbHeader.Status) : STEP_MORE;
    default:
        return transfer->In ? packet_in(transfer, result) : packet_out(transfer, result);
    }
}

/* --- a microframe --- */

static ULONG packets_in_frame(const struct hub_endpoint *endpoint)
{
    enum { FULL_SPEED = 19, HIGH_SPEED = 13, SUPER_SPEED = 64 };
    if (endpoint->Type != USB_ENDPOINT_TYPE_BULK)
        return endpoint->PacketsPerFrame;
    return endpoint->Device->Wire->speed == SIM_USB_WIRE_SUPER  ? SUPER_SPEED
           : endpoint->Device->Wire->speed == SIM_USB_WIRE_HIGH ? HIGH_SPEED
                                                                : FULL_SPEED;
}

static BOOLEAN halts(const struct hub_endpoint *endpoint, USBD_STATUS status)
{
    return (endpoint->Type == USB_ENDPOINT_TYPE_BULK || endpoint->Type == USB_ENDPOINT_TYPE_INTERRUPT) &&
           (status == USBD_STATUS_STALL_PID || status == USBD_STATUS_XACT_ERROR ||
            status == USBD_STATUS_BABBLE_DETECTED);
}

/* The first transfer of the endpoint does one thing. Called with the lock held; it is let go meanwhile. FALSE: the
 * endpoint can do no more now. */
static BOOLEAN serve_first(struct hub_endpoint *endpoint, ULONGLONG now, PKIRQL irql)
{
    struct hub_transfer *transfer = CONTAINING_RECORD(endpoint->Transfers.Flink, struct hub_transfer, Entry);
    USBD_STATUS status = USBD_STATUS_SUCCESS;
    enum step step;
    if (transfer->Active || !IoSetCancelRoutine(transfer->Irp, NULL))
        return FALSE; /* another processor has it, or its cancellation */
    if (transfer->Deadline && now >= transfer->Deadline) {
        step = end_with(&status, USBD_STATUS_TIMEOUT);
    } else if (endpoint->Parked) {
        step = STEP_WAIT;
    } else {
        transfer->Active = TRUE;
        endpoint->Asked = FALSE;
        KeReleaseSpinLock(&hub.Lock, *irql);
        step = advance(transfer, now, &status);
        KeAcquireSpinLock(&hub.Lock, irql);
        transfer->Active = FALSE;
        endpoint->Parked = step == STEP_WAIT && !endpoint->Asked;
    }
    if (transfer->Aborted)
        step = end_with(&status, transfer->AbortedWith);
    if (step != STEP_DONE && !let_cancel(transfer))
        step = end_with(&status, USBD_STATUS_CANCELED);
    if (step != STEP_DONE)
        return step == STEP_MORE;
    take_out(transfer);
    endpoint->Halted = endpoint->Halted || halts(endpoint, status);
    const BOOLEAN halted = endpoint->Halted;
    KeReleaseSpinLock(&hub.Lock, *irql);
    finish(transfer, status);
    if (halted)
        hub_abort(endpoint, USBD_STATUS_ENDPOINT_HALTED);
    KeAcquireSpinLock(&hub.Lock, irql);
    return !halted;
}

static void serve_endpoint(struct hub_endpoint *endpoint, ULONGLONG now, PKIRQL irql)
{
    if (due(endpoint, now - 1) > now)
        return;
    for (ULONG left = packets_in_frame(endpoint); left > 0 && !IsListEmpty(&endpoint->Transfers); left--)
        if (!serve_first(endpoint, now, irql))
            break;
    if (endpoint->Type == USB_ENDPOINT_TYPE_INTERRUPT && !endpoint->Parked)
        endpoint->NotBefore = now + endpoint->Period;
}

/* The device after that port; the list may change meanwhile. */
static struct hub_device *next_device(ULONG port)
{
    struct hub_device *found = NULL;
    for (LIST_ENTRY *entry = hub.Devices.Flink; entry != &hub.Devices; entry = entry->Flink) {
        struct hub_device *device = CONTAINING_RECORD(entry, struct hub_device, Entry);
        if (device->Port > port && (!found || device->Port < found->Port))
            found = device;
    }
    return found;
}

VOID NTAPI hub_serve(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct hub_device *device;
    KIRQL irql;
    ULONG port = 0;
    KeAcquireSpinLock(&hub.Lock, &irql);
    hub.TimerSet = FALSE;
    const ULONGLONG now = hub_microframe();
    while ((device = next_device(port)) != NULL) {
        port = device->Port;
        InterlockedIncrement(&device->References);
        for (ULONG i = 0; i < HUB_ENDPOINTS; i++)
            serve_endpoint(&device->Endpoints[i], now, &irql);
        KeReleaseSpinLock(&hub.Lock, irql);
        hub_dereference_device(device);
        KeAcquireSpinLock(&hub.Lock, &irql);
    }
    KeReleaseSpinLock(&hub.Lock, irql);
    hub_schedule();
}

/* --- submission --- */

static USBD_STATUS refused(const struct hub_endpoint *endpoint)
{
    if (endpoint->Device->Gone)
        return USBD_STATUS_DEVICE_GONE;
    if (endpoint->Device->Suspended)
        return USBD_STATUS_DEV_NOT_RESPONDING;
    return endpoint->Halted ? USBD_STATUS_ENDPOINT_HALTED : USBD_STATUS_SUCCESS;
}

static struct hub_transfer *create(struct hub_endpoint *endpoint, const struct hub_submission *submission)
{
    const ULONG room = endpoint->Type == USB_ENDPOINT_TYPE_CONTROL ? submission->Length : endpoint->MaximumPacket;
    struct hub_transfer *transfer = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*transfer) + room + 1, HUB_TAG);
    if (!transfer)
        return NULL;
    transfer->Endpoint = endpoint;
    transfer->Irp = submission->Irp;
    transfer->Urb = submission->Urb;
    transfer->In = submission->In;
    transfer->Buffer = submission->Buffer;
    transfer->Mdl = submission->Mdl;
    transfer->Length = submission->Length;
    RtlCopyMemory(transfer->Setup, submission->Setup, sizeof(transfer->Setup));
    if (submission->Timeout)
        transfer->Deadline = hub_microframe() + submission->Timeout * 8ULL;
    return transfer;
}

NTSTATUS hub_submit(struct hub_endpoint *endpoint, const struct hub_submission *submission)
{
    const PIRP irp = submission->Irp;
    KIRQL irql;
    if (submission->Length && !submission->Buffer && !submission->Mdl)
        return hub_complete_urb(irp, submission->Urb, USBD_STATUS_INVALID_PARAMETER);
    struct hub_transfer *transfer = create(endpoint, submission);
    if (!transfer)
        return hub_complete_urb(irp, submission->Urb, USBD_STATUS_INSUFFICIENT_RESOURCES);
    irp->Tail.Overlay.DriverContext[0] = transfer;
    KeAcquireSpinLock(&hub.Lock, &irql);
    USBD_STATUS status = refused(endpoint);
    if (USBD_SUCCESS(status) && is_isochronous(transfer))
        status = hub_begin_isochronous(endpoint, &submission->Urb->UrbIsochronousTransfer);
    if (USBD_SUCCESS(status) && !let_cancel(transfer))
        status = USBD_STATUS_CANCELED;
    if (!USBD_SUCCESS(status)) {
        KeReleaseSpinLock(&hub.Lock, irql);
        ExFreePoolWithTag(transfer, HUB_TAG);
        return hub_complete_urb(irp, submission->Urb, status);
    }
    submission->Urb->UrbHeader.Status = USBD_STATUS_PENDING;
    IoMarkIrpPending(irp);
    InsertTailList(&endpoint->Transfers, &transfer->Entry);
    KeReleaseSpinLock(&hub.Lock, irql);
    hub_schedule();
    return STATUS_PENDING;
}
