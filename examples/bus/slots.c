/* A bus with slots: programs put cards in and take them out, and the plug and play manager finds and loses devices. */
#define INITGUID
#include <ntddk.h>
#include <wdf.h>

#include "public.h"

#include <wdk/wdf/queue.h>

WDK_DECLARE_SPAN(UNICODE_STRING, name);

struct bus {
    WDFDEVICE self;
};
WDK_DEVICE_CONTEXT(struct bus, bus_of);

struct card {
    uint32_t slot;
};
WDK_DEVICE_CONTEXT(struct card, card_of);

/* --- a card, as the device that the bus has found --- */

static wdk_handled on_card_control(struct card *card, wdk_request *request, ULONG code)
{
    wdk_span output;

    if (code != IOCTL_CARD_SLOT)
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    WDK_TRY_REQUEST(request, wdk_request_output(request, sizeof card->slot, &output));
    WDK_TRY_REQUEST(request, wdk_write_le32(output, 0, card->slot));
    return wdk_complete_with(request, WDK_OK, sizeof card->slot);
}
WDK_ON_DEVICE_CONTROL(evt_card_control, card_of, on_card_control);

/* `*init` is the caller's until WdfDeviceCreate has taken it, and is NULL then. */
static wdk_status make_card(PWDFDEVICE_INIT *init, uint32_t slot, WDFDEVICE *card)
{
    static const UNICODE_STRING id = RTL_CONSTANT_STRING(L"SLOTS\\Card");
    static const UNICODE_STRING numbers[SLOTS] = {RTL_CONSTANT_STRING(L"0"), RTL_CONSTANT_STRING(L"1"),
                                                  RTL_CONSTANT_STRING(L"2"), RTL_CONSTANT_STRING(L"3")};
    WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(card_of);
    WDF_IO_QUEUE_CONFIG config;

    WDK_TRY(WdfPdoInitAssignDeviceID(*init, &id));
    WDK_TRY(WdfPdoInitAssignInstanceID(*init, wdk_at(wdk_view_of(name, numbers), slot)));
    WDK_TRY(WdfPdoInitAssignRawDevice(*init, &GUID_DEVINTERFACE_CARD)); /* works without a function driver */
    WDK_TRY(WdfDeviceCreate(init, &attributes, card));
    card_of(*card)->slot = slot;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoDeviceControl = evt_card_control;
    WDK_TRY(WdfIoQueueCreate(*card, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL));
    return wdk_from_nt(WdfDeviceCreateDeviceInterface(*card, &GUID_DEVINTERFACE_CARD, NULL));
}

/* --- the bus --- */

/* The card in that slot, or NULL. It may go as soon as the children are not locked any more. */
static WDFDEVICE find_card(const struct bus *bus, uint32_t slot)
{
    WDFDEVICE card = NULL;
    do
        card = WdfFdoRetrieveNextStaticChild(bus->self, card, WdfRetrievePresentChildren);
    while (card != NULL && card_of(card)->slot != slot);
    return card;
}

static wdk_status plug(const struct bus *bus, uint32_t slot)
{
    PWDFDEVICE_INIT init;
    WDFDEVICE card = NULL;

    WdfFdoLockStaticChildListForIteration(bus->self);
    const bool taken = find_card(bus, slot) != NULL;
    WdfFdoUnlockStaticChildListFromIteration(bus->self);
    if (taken)
        return wdk_error(STATUS_OBJECT_NAME_COLLISION);

    init = WdfPdoInitAllocate(bus->self);
    if (init == NULL)
        return wdk_error(STATUS_INSUFFICIENT_RESOURCES);
    wdk_status status = make_card(&init, slot, &card);
    if (wdk_ok(status))
        status = wdk_from_nt(WdfFdoAddStaticChild(bus->self, card));
    if (init != NULL)
        WdfDeviceInitFree(init);
    else if (!wdk_ok(status))
        WdfObjectDelete(card);
    return status;
}

static wdk_status unplug(const struct bus *bus, uint32_t slot)
{
    wdk_status status = wdk_error(STATUS_NO_SUCH_DEVICE);

    WdfFdoLockStaticChildListForIteration(bus->self);
    const WDFDEVICE card = find_card(bus, slot);
    if (card != NULL)
        status = wdk_from_nt(WdfPdoMarkMissing(card));
    WdfFdoUnlockStaticChildListFromIteration(bus->self);
    return status;
}

static wdk_handled on_device_control(struct bus *bus, wdk_request *request, ULONG code)
{
    wdk_view input;
    uint32_t slot;

    if (code != IOCTL_SLOTS_PLUG && code != IOCTL_SLOTS_UNPLUG)
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    WDK_TRY_REQUEST(request, wdk_request_input(request, sizeof slot, &input));
    WDK_TRY_REQUEST(request, wdk_read_le32(input, 0, &slot));
    if (slot >= SLOTS)
        return wdk_complete(request, STATUS_INVALID_PARAMETER);
    return wdk_complete(request, code == IOCTL_SLOTS_PLUG ? plug(bus, slot) : unplug(bus, slot));
}
WDK_ON_DEVICE_CONTROL(evt_device_control, bus_of, on_device_control);

static NTSTATUS evt_device_add(WDFDRIVER driver, PWDFDEVICE_INIT init)
{
    WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(bus_of);
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(driver);
    attributes.ExecutionLevel = WdfExecutionLevelPassive; /* where devices are made */
    WDK_TRY_NT(WdfDeviceCreate(&init, &attributes, &device));
    bus_of(device)->self = device;
    /* One request after another, so nobody puts a second card into a slot between the look and the deed. */
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoDeviceControl = evt_device_control;
    WDK_TRY_NT(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL));
    return WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_SLOTS, NULL);
}

DRIVER_INITIALIZE DriverEntry;
_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, evt_device_add);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
