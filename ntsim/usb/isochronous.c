/* Isochronous transfers: a packet in each period, whether the device has something to say or not. */
#include "ntsim/usb/hub.h"

enum { MICROFRAMES = 8 };

USBD_STATUS hub_begin_isochronous(struct hub_endpoint *endpoint, struct _URB_ISOCH_TRANSFER *urb)
{
    const ULONGLONG now = hub_microframe();
    const ULONG frame = (ULONG)(now / MICROFRAMES);
    ULONGLONG begin = max(endpoint->IsochronousEnd, (now / MICROFRAMES + 1) * MICROFRAMES);
    if (urb->TransferFlags & USBD_START_ISO_TRANSFER_ASAP) {
        begin = (begin + MICROFRAMES - 1) / MICROFRAMES * MICROFRAMES;
        urb->StartFrame = (ULONG)(begin / MICROFRAMES);
    } else {
        const LONG ahead = (LONG)(urb->StartFrame - frame);
        if (ahead >= USBD_ISO_START_FRAME_RANGE || ahead <= -USBD_ISO_START_FRAME_RANGE)
            return USBD_STATUS_BAD_START_FRAME;
        begin = (ULONGLONG)((LONGLONG)(now / MICROFRAMES) + ahead) * MICROFRAMES;
    }
    endpoint->IsochronousEnd = begin + (ULONGLONG)urb->NumberOfPackets * endpoint->Period;
    urb->ErrorCount = 0;
    return USBD_STATUS_SUCCESS;
}

ULONGLONG hub_isochronous_due(const struct hub_transfer *transfer)
{
    const struct _URB_ISOCH_TRANSFER *urb = &transfer->Urb->UrbIsochronousTransfer;
    return (ULONGLONG)urb->StartFrame * MICROFRAMES + (ULONGLONG)transfer->Packet * transfer->Endpoint->Period;
}

/* Where packet `number` ends in the buffer. */
static ULONG end_of(const struct hub_transfer *transfer, ULONG number)
{
    const struct _URB_ISOCH_TRANSFER *urb = &transfer->Urb->UrbIsochronousTransfer;
    const ULONG end = number + 1 < urb->NumberOfPackets ? urb->IsoPacket[number + 1].Offset : transfer->Length;
    return min(end, transfer->Length);
}

static USBD_STATUS move(struct hub_transfer *transfer, USBD_ISO_PACKET_DESCRIPTOR *packet, ULONG room)
{
    const struct hub_endpoint *endpoint = transfer->Endpoint;
    const struct sim_usb_wire *wire = endpoint->Device->Wire;
    ULONG moved = 0;
    for (ULONG i = 0; i < endpoint->PacketsPerFrame; i++) {
        uint32_t length = transfer->In ? 0 : min((ULONG)endpoint->MaximumPacket, room - moved);
        enum sim_usb_answered answer;
        if (transfer->In) {
            answer = wire->in(wire->context, endpoint->Address, transfer->Data, endpoint->MaximumPacket, &length);
        } else {
            if (!hub_copy(transfer, packet->Offset + moved, transfer->Data, length, FALSE))
                return USBD_STATUS_INSUFFICIENT_RESOURCES;
            answer = wire->out(wire->context, endpoint->Address, transfer->Data, length);
        }
        if (answer == SIM_USB_ANSWERED_NAK) /* there is no handshake: nothing came */
            length = 0;
        else if (answer != SIM_USB_ANSWERED_ACK)
            return USBD_STATUS_XACT_ERROR;
        if (length > room - moved)
            return USBD_STATUS_DATA_OVERRUN;
        if (transfer->In && !hub_copy(transfer, packet->Offset + moved, transfer->Data, length, TRUE))
            return USBD_STATUS_INSUFFICIENT_RESOURCES;
        moved += length;
        if (length < endpoint->MaximumPacket || moved == room)
            break;
    }
    if (transfer->In)
        packet->Length = moved;
    return USBD_STATUS_SUCCESS;
}

BOOLEAN hub_isochronous(struct hub_transfer *transfer, ULONGLONG now)
{
    struct _URB_ISOCH_TRANSFER *urb = &transfer->Urb->UrbIsochronousTransfer;
    while (transfer->Packet < urb->NumberOfPackets) {
        const ULONGLONG due = hub_isochronous_due(transfer);
        if (due > now)
            return FALSE;
        USBD_ISO_PACKET_DESCRIPTOR *packet = &urb->IsoPacket[transfer->Packet];
        const ULONG end = end_of(transfer, transfer->Packet);
        if (due + transfer->Endpoint->Period <= now)
            packet->Status = USBD_STATUS_ISO_NA_LATE_USBPORT;
        else if (packet->Offset > end)
            packet->Status = USBD_STATUS_BUFFER_OVERRUN;
        else
            packet->Status = move(transfer, packet, end - packet->Offset);
        if (!USBD_SUCCESS(packet->Status)) {
            packet->Length = 0;
            urb->ErrorCount++;
        }
        transfer->Done += packet->Length;
        transfer->Packet++;
    }
    if (transfer->In)
        urb->TransferBufferLength = transfer->Done;
    urb->Hdr.Status = urb->ErrorCount == urb->NumberOfPackets ? USBD_STATUS_ISOCH_REQUEST_FAILED : USBD_STATUS_SUCCESS;
    return TRUE;
}
