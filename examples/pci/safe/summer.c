/* A PCI card that adds up bytes: registers, an interrupt, a list of pieces in a common buffer, and DMA of a request's
 * own pages in as many transfers as it takes. One request at a time is with the card. ../raw is the same by WDF's own
 * functions. */
#define INITGUID
#include <ntddk.h>
#include <wdf.h>

#include "../public.h"

#include <wdk/wdf/callbacks.h>
#include <wdk/wdf/device.h>
#include <wdk/wdf/dma.h>
#include <wdk/wdf/lock.h>
#include <wdk/wdf/queue.h>
#include <wdk/wdf/resources.h>

WDK_REGISTER_BLOCK(summer, SUMMER_BYTES);
WDK_REGISTER_WRITE_ONLY(summer, address_low, 32, SUMMER_ADDRESS);
WDK_REGISTER_WRITE_ONLY(summer, address_high, 32, SUMMER_ADDRESS + 4);
WDK_REGISTER_WRITE_ONLY(summer, count, 32, SUMMER_COUNT);
WDK_REGISTER(summer, status, 32, SUMMER_STATUS);
WDK_REGISTER_READ_ONLY(summer, result, 32, SUMMER_RESULT);

WDK_INTERRUPT_LOCK(line_lock);

struct card {
    wdk_mmio_mapping mapping;
    summer registers;
    WDFINTERRUPT interrupt;
    wdk_common_buffer list; /* as the card reads it */
    WDFDMATRANSACTION transfer;
    wdk_request current; /* with the card, from its start to its last interrupt: the queue gives no other meanwhile */
    uint32_t sum;        /* of the transfers of this request that were made */
    line_lock lock;
    uint32_t status WDK_GUARDED_BY(line_lock); /* what the card said with its interrupt */
};
WDK_DEVICE_CONTEXT(struct card, card_of);

/* Writes the list and tells the card of it. It has room for SUMMER_PIECES, and WDF brings no more. */
static void on_program(struct card *card, bool write, wdk_dma_view pieces)
{
    const wdk_span list = wdk_common_buffer_span(&card->list);
    const ULONGLONG address = (ULONGLONG)wdk_common_buffer_logical(&card->list).QuadPart;
    size_t at = 0;

    UNREFERENCED_PARAMETER(write);
    wdk_for_each (piece, pieces) {
        WDK_CHECK(wdk_ok(wdk_write_le64(list, at, (uint64_t)piece->Address.QuadPart)), at);
        WDK_CHECK(wdk_ok(wdk_write_le32(list, at + 8, piece->Length)), at);
        at += SUMMER_PIECE;
    }
    summer_address_low_write(card->registers, WDK_NARROW(uint32_t, address & MAXULONG));
    summer_address_high_write(card->registers, WDK_NARROW(uint32_t, address >> 32));
    summer_count_write(card->registers, WDK_NARROW(uint32_t, wdk_count(pieces)));
}
WDK_DMA(summing, card_of, on_program);

static wdk_handled on_device_control(struct card *card, wdk_request *request, ULONG code)
{
    wdk_view input;
    wdk_span output;

    if (code != IOCTL_SUMMER_SUM)
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    WDK_TRY_REQUEST(request, wdk_request_input(request, 1, &input));
    WDK_TRY_REQUEST(request, wdk_request_output(request, sizeof(uint32_t), &output));
    if (wdk_count(input) > SUMMER_MOST)
        return wdk_complete(request, STATUS_BUFFER_TOO_SMALL);

    card->sum = 0;
    const wdk_handled kept = wdk_keep(request, &card->current); /* before the card can interrupt */
    const wdk_status started = summing_start(card->transfer, &card->current, true);
    if (wdk_ok(started))
        return kept;
    wdk_request back = wdk_move(&card->current);
    return wdk_complete(&back, started);
}
WDK_ON_DEVICE_CONTROL(evt_device_control, card_of, on_device_control);

static bool on_interrupt(struct card *card, ULONG message) WDK_REQUIRES(line_lock)
{
    const uint32_t status = summer_status_read(card->registers);

    UNREFERENCED_PARAMETER(message);
    if (status == 0)
        return false; /* of another device on the line */
    card->status = status;
    summer_status_write(card->registers, 0);
    return true;
}

static wdk_handled finish(struct card *card, wdk_request *request, wdk_status status)
{
    wdk_span output;

    WDK_TRY_REQUEST(request, status);
    WDK_TRY_REQUEST(request, wdk_request_output(request, sizeof(uint32_t), &output));
    WDK_TRY_REQUEST(request, wdk_write_le32(output, 0, card->sum));
    return wdk_complete_with(request, WDK_OK, sizeof(uint32_t));
}

static void on_dpc(struct card *card) WDK_AT_DISPATCH
{
    NTSTATUS status = STATUS_IO_DEVICE_ERROR;
    uint32_t said = 0;

    WDK_LOCKED_AT_DISPATCH (line_lock, &card->lock)
        said = card->status;
    if (wdk_request_is_empty(&card->current))
        return; /* the card interrupts without having been asked for anything */
    if (said == 1) {
        card->sum += summer_result_read(card->registers);
        if (!wdk_dma_done(card->transfer, &status))
            return; /* the next part is with the card */
    } else {
        wdk_dma_stop(card->transfer, 0);
    }
    wdk_request request = wdk_move(&card->current);
    wdk_ignore_handled(finish(card, &request, wdk_from_nt(status)), "a DPC returns nothing");
}
WDK_INTERRUPT(line, card_of, on_interrupt, on_dpc);

static wdk_status on_prepare(struct card *card, WDFCMRESLIST translated) WDK_AT_PASSIVE
{
    WDK_TRY(wdk_resources_map(&card->mapping, translated, 0));
    return summer_in(wdk_mmio_window(&card->mapping), &card->registers);
}
WDK_ON_PREPARE_HARDWARE(evt_prepare, card_of, on_prepare);

static void on_release(struct card *card) WDK_AT_PASSIVE
{
    wdk_mmio_mapping_release(&card->mapping);
}
WDK_ON_RELEASE_HARDWARE(evt_release, card_of, on_release);

static wdk_status make_dma(WDFDEVICE device, struct card *card) WDK_AT_PASSIVE
{
    WDFDMAENABLER enabler;

    WdfDeviceSetAlignmentRequirement(device, FILE_LONG_ALIGNMENT);
    WDK_TRY(wdk_dma_create(device, WdfDmaProfileScatterGather64, SUMMER_PART, &enabler));
    wdk_dma_pieces(enabler, SUMMER_PIECES);
    WDK_TRY(wdk_common_buffer_create(&card->list, enabler, SUMMER_PIECES * SUMMER_PIECE));
    return summing_create(enabler, &card->transfer);
}

static wdk_status on_add(WDFDRIVER driver, wdk_device_init *init) WDK_AT_PASSIVE
{
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(driver);
    wdk_device_hardware(init, evt_prepare, evt_release);
    WDK_TRY(wdk_wdf_device_create(init, card_of, &device));
    WDK_TRY(make_dma(device, card_of(device)));
    WDK_TRY(line_create(device, &card_of(device)->interrupt));
    wdk_lock_of_interrupt(line_lock, &card_of(device)->lock, card_of(device)->interrupt);
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoDeviceControl = evt_device_control;
    WDK_TRY(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL));
    return wdk_device_interface(device, &GUID_DEVINTERFACE_SUMMER);
}
WDK_DEVICE_ADD(EvtDeviceAdd, on_add);

DRIVER_INITIALIZE DriverEntry;
_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, EvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
