/* A PCI card that adds up bytes: registers, an interrupt, and DMA from a common buffer. One request at a time is with the card. */
#define INITGUID
#include <ntddk.h>
#include <wdf.h>

#include "public.h"

#include <wdk/unsafe.h>
#include <wdk/wdf/callbacks.h>
#include <wdk/wdf/lock.h>
#include <wdk/wdf/queue.h>
#include <wdk/wdf/resources.h>

WDK_REGISTER_BLOCK(summer, SUMMER_BYTES);
WDK_REGISTER_WRITE_ONLY(summer, address_low, 32, SUMMER_ADDRESS);
WDK_REGISTER_WRITE_ONLY(summer, address_high, 32, SUMMER_ADDRESS + 4);
WDK_REGISTER_WRITE_ONLY(summer, length, 32, SUMMER_LENGTH);
WDK_REGISTER(summer, status, 32, SUMMER_STATUS);
WDK_REGISTER_READ_ONLY(summer, result, 32, SUMMER_RESULT);

struct card {
    wdk_mmio_mapping mapping;
    summer registers;
    WDFINTERRUPT interrupt;
    WDFDMAENABLER enabler;
    WDFCOMMONBUFFER buffer;
    wdk_request current; /* with the card, from its start to its interrupt: the queue gives no other meanwhile */
    uint32_t status;     /* what the card said with its interrupt */
};
WDK_DEVICE_CONTEXT(struct card, card_of);

static wdk_span buffer_of(const struct card *card)
{
    WDK_UNSAFE("WDF says where the buffer lies and how long it is, and keeps it as long as the device")
    {
        return wdk_span_from_raw(WdfCommonBufferGetAlignedVirtualAddress(card->buffer),
                                 WdfCommonBufferGetLength(card->buffer));
    }
    WDK_UNREACHABLE();
}

static wdk_handled on_device_control(struct card *card, wdk_request *request, ULONG code)
{
    wdk_view input;
    wdk_span output;

    if (code != IOCTL_SUMMER_SUM)
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    WDK_TRY_REQUEST(request, wdk_request_input(request, 1, &input));
    WDK_TRY_REQUEST(request, wdk_request_output(request, sizeof(uint32_t), &output));
    WDK_TRY_REQUEST(request, wdk_copy(buffer_of(card), input)); /* refuses what is longer */

    const ULONGLONG address = (ULONGLONG)WdfCommonBufferGetAlignedLogicalAddress(card->buffer).QuadPart;
    const uint32_t length = WDK_NARROW(uint32_t, wdk_count(input));
    const wdk_handled handled = wdk_keep(request, &card->current); /* before the card can interrupt */
    summer_address_low_write(card->registers, WDK_NARROW(uint32_t, address & MAXULONG));
    summer_address_high_write(card->registers, WDK_NARROW(uint32_t, address >> 32));
    summer_length_write(card->registers, length);
    return handled;
}
WDK_ON_DEVICE_CONTROL(evt_device_control, card_of, on_device_control);

static bool on_interrupt(struct card *card, ULONG message)
{
    const uint32_t status = summer_status_read(card->registers);

    UNREFERENCED_PARAMETER(message);
    if (status == 0)
        return false; /* of another device on the line */
    card->status = status;
    summer_status_write(card->registers, 0);
    return true;
}

static wdk_handled finish(struct card *card, wdk_request *request)
{
    wdk_span output;

    if (card->status != 1)
        return wdk_complete(request, STATUS_IO_DEVICE_ERROR);
    WDK_TRY_REQUEST(request, wdk_request_output(request, sizeof(uint32_t), &output));
    WDK_TRY_REQUEST(request, wdk_write_le32(output, 0, summer_result_read(card->registers)));
    return wdk_complete_with(request, WDK_OK, sizeof(uint32_t));
}

static void on_dpc(struct card *card) WDK_AT_DISPATCH
{
    wdk_request request = wdk_move(&card->current);

    if (!wdk_request_is_empty(&request))
        wdk_ignore_handled(finish(card, &request), "a DPC returns nothing");
}
WDK_INTERRUPT(line, card_of, on_interrupt, on_dpc);

static wdk_status prepare(struct card *card, WDFCMRESLIST translated) WDK_AT_PASSIVE
{
    WDK_TRY(wdk_resources_map(&card->mapping, translated, 0));
    return summer_in(wdk_mmio_window(&card->mapping), &card->registers);
}

static NTSTATUS evt_prepare_hardware(WDFDEVICE device, WDFCMRESLIST raw, WDFCMRESLIST translated) WDK_AT_PASSIVE
{
    UNREFERENCED_PARAMETER(raw);
    return wdk_nt(prepare(card_of(device), translated));
}

static NTSTATUS evt_release_hardware(WDFDEVICE device, WDFCMRESLIST translated) WDK_AT_PASSIVE
{
    UNREFERENCED_PARAMETER(translated);
    wdk_mmio_mapping_release(&card_of(device)->mapping);
    return STATUS_SUCCESS;
}

static NTSTATUS evt_device_add(WDFDRIVER driver, PWDFDEVICE_INIT init)
{
    WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(card_of);
    WDF_PNPPOWER_EVENT_CALLBACKS power;
    WDF_DMA_ENABLER_CONFIG dma;
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(driver);
    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&power);
    power.EvtDevicePrepareHardware = evt_prepare_hardware;
    power.EvtDeviceReleaseHardware = evt_release_hardware;
    WdfDeviceInitSetPnpPowerEventCallbacks(init, &power);
    WDK_TRY_NT(WdfDeviceCreate(&init, &attributes, &device));

    struct card *card = card_of(device);
    WdfDeviceSetAlignmentRequirement(device, FILE_LONG_ALIGNMENT);
    WDF_DMA_ENABLER_CONFIG_INIT(&dma, WdfDmaProfilePacket64, SUMMER_MOST);
    WDK_TRY_NT(WdfDmaEnablerCreate(device, &dma, WDF_NO_OBJECT_ATTRIBUTES, &card->enabler));
    WDK_TRY_NT(WdfCommonBufferCreate(card->enabler, SUMMER_MOST, WDF_NO_OBJECT_ATTRIBUTES, &card->buffer));
    WDK_TRY_NT(line_create(device, &card->interrupt));
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoDeviceControl = evt_device_control;
    WDK_TRY_NT(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL));
    return WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_SUMMER, NULL);
}

DRIVER_INITIALIZE DriverEntry;
_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, evt_device_add);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
