/* The function driver of a small USB device: two bulk pipes for reads and writes, an interrupt pipe that WDF keeps reading. */
#define INITGUID
#include <ntddk.h>
#include <usb.h>
#include <usbdlib.h>
#include <wdf.h>
#include <wdfusb.h>

#include "public.h"

#include <wdk/lock.h>
#include <wdk/unsafe.h>
#include <wdk/wdf/queue.h>

WDK_SPIN_LOCK(switches_lock);

struct panel {
    WDFUSBDEVICE usb;
    WDFUSBPIPE in, out, interrupt; /* once the hardware has been prepared */
    switches_lock lock;
    UCHAR switches WDK_GUARDED_BY(switches_lock);
};
WDK_DEVICE_CONTEXT(struct panel, panel_of);

/* --- requests; each queue gives one at a time, at PASSIVE_LEVEL --- */

static WDF_REQUEST_SEND_OPTIONS with_timeout(void)
{
    WDF_REQUEST_SEND_OPTIONS options;
    WDF_REQUEST_SEND_OPTIONS_INIT(&options, WDF_REQUEST_SEND_OPTION_TIMEOUT);
    WDF_REQUEST_SEND_OPTIONS_SET_TIMEOUT(&options, WDF_REL_TIMEOUT_IN_MS(PANEL_TIMEOUT));
    return options;
}

static wdk_handled on_read(struct panel *panel, wdk_request *request, size_t length)
{
    WDF_REQUEST_SEND_OPTIONS options = with_timeout();
    WDF_MEMORY_DESCRIPTOR descriptor;
    WDFMEMORY memory = NULL;
    ULONG moved = 0;

    UNREFERENCED_PARAMETER(length);
    WDK_UNSAFE("the memory is the request's, which stays here until it is completed below")
        WDK_TRY_REQUEST(request, WdfRequestRetrieveOutputMemory(wdk_request_raw(request), &memory));
    WDF_MEMORY_DESCRIPTOR_INIT_HANDLE(&descriptor, memory, NULL);
    WDK_TRY_REQUEST(request, WdfUsbTargetPipeReadSynchronously(panel->in, NULL, &options, &descriptor, &moved));
    return wdk_complete_with(request, WDK_OK, moved);
}

static wdk_handled on_write(struct panel *panel, wdk_request *request, size_t length)
{
    WDF_REQUEST_SEND_OPTIONS options = with_timeout();
    WDF_MEMORY_DESCRIPTOR descriptor;
    WDFMEMORY memory = NULL;
    ULONG moved = 0;

    UNREFERENCED_PARAMETER(length);
    WDK_UNSAFE("the memory is the request's, which stays here until it is completed below")
        WDK_TRY_REQUEST(request, WdfRequestRetrieveInputMemory(wdk_request_raw(request), &memory));
    WDF_MEMORY_DESCRIPTOR_INIT_HANDLE(&descriptor, memory, NULL);
    WDK_TRY_REQUEST(request, WdfUsbTargetPipeWriteSynchronously(panel->out, NULL, &options, &descriptor, &moved));
    return wdk_complete_with(request, WDK_OK, moved);
}

static wdk_handled on_device_control(struct panel *panel, wdk_request *request, ULONG code)
{
    wdk_span output;

    if (code != IOCTL_PANEL_SWITCHES)
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    WDK_TRY_REQUEST(request, wdk_request_output(request, 1, &output));
    WDK_LOCKED (switches_lock, &panel->lock)
        *wdk_at(output, 0) = panel->switches;
    return wdk_complete_with(request, WDK_OK, 1);
}

WDK_ON_READ(evt_read, panel_of, on_read);
WDK_ON_WRITE(evt_write, panel_of, on_write);
WDK_ON_DEVICE_CONTROL(evt_device_control, panel_of, on_device_control);

/* --- the device --- */

/* A packet of the interrupt pipe. */
static VOID evt_switches(WDFUSBPIPE pipe, WDFMEMORY memory, size_t length, WDFCONTEXT context)
{
    struct panel *panel = panel_of(WdfIoTargetGetDevice(WdfUsbTargetPipeGetIoTarget(pipe)));
    UCHAR switches = 0;

    UNREFERENCED_PARAMETER(context);
    if (length < sizeof switches || !NT_SUCCESS(WdfMemoryCopyToBuffer(memory, 0, &switches, sizeof switches)))
        return;
    WDK_LOCKED (switches_lock, &panel->lock)
        panel->switches = switches;
}

static wdk_status find_pipes(struct panel *panel, WDFUSBINTERFACE interface)
{
    WDF_USB_PIPE_INFORMATION information;

    for (UCHAR i = 0; i < WdfUsbInterfaceGetNumConfiguredPipes(interface); i++) {
        WDF_USB_PIPE_INFORMATION_INIT(&information);
        const WDFUSBPIPE pipe = WdfUsbInterfaceGetConfiguredPipe(interface, i, &information);
        WdfUsbTargetPipeSetNoMaximumPacketSizeCheck(pipe);
        if (information.PipeType == WdfUsbPipeTypeInterrupt)
            panel->interrupt = pipe;
        else if (information.PipeType == WdfUsbPipeTypeBulk && WdfUsbTargetPipeIsInEndpoint(pipe))
            panel->in = pipe;
        else if (information.PipeType == WdfUsbPipeTypeBulk)
            panel->out = pipe;
    }
    return panel->in && panel->out && panel->interrupt ? WDK_OK : wdk_error(STATUS_DEVICE_CONFIGURATION_ERROR);
}

static wdk_status prepare(WDFDEVICE device, struct panel *panel) WDK_AT_PASSIVE
{
    WDF_USB_DEVICE_CREATE_CONFIG create;
    WDF_USB_DEVICE_SELECT_CONFIG_PARAMS select;
    WDF_USB_CONTINUOUS_READER_CONFIG reader;

    if (panel->usb == NULL) {
        WDF_USB_DEVICE_CREATE_CONFIG_INIT(&create, USBD_CLIENT_CONTRACT_VERSION_602);
        WDK_TRY(WdfUsbTargetDeviceCreateWithParameters(device, &create, WDF_NO_OBJECT_ATTRIBUTES, &panel->usb));
    }
    WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_SINGLE_INTERFACE(&select);
    WDK_TRY(WdfUsbTargetDeviceSelectConfig(panel->usb, WDF_NO_OBJECT_ATTRIBUTES, &select));
    WDK_TRY(find_pipes(panel, select.Types.SingleInterface.ConfiguredUsbInterface));
    WDF_USB_CONTINUOUS_READER_CONFIG_INIT(&reader, evt_switches, NULL, sizeof(UCHAR));
    return wdk_from_nt(WdfUsbTargetPipeConfigContinuousReader(panel->interrupt, &reader));
}

static NTSTATUS evt_prepare_hardware(WDFDEVICE device, WDFCMRESLIST raw, WDFCMRESLIST translated) WDK_AT_PASSIVE
{
    UNREFERENCED_PARAMETER(raw);
    UNREFERENCED_PARAMETER(translated);
    return wdk_nt(prepare(device, panel_of(device)));
}

static NTSTATUS evt_d0_entry(WDFDEVICE device, WDF_POWER_DEVICE_STATE previous)
{
    UNREFERENCED_PARAMETER(previous);
    return WdfIoTargetStart(WdfUsbTargetPipeGetIoTarget(panel_of(device)->interrupt));
}

static NTSTATUS evt_d0_exit(WDFDEVICE device, WDF_POWER_DEVICE_STATE target)
{
    UNREFERENCED_PARAMETER(target);
    WdfIoTargetStop(WdfUsbTargetPipeGetIoTarget(panel_of(device)->interrupt), WdfIoTargetCancelSentIo);
    return STATUS_SUCCESS;
}

/* A queue of its own for reads, which may wait for the device. */
static wdk_status make_queues(WDFDEVICE device)
{
    WDF_IO_QUEUE_CONFIG config;
    WDFQUEUE reads;

    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoWrite = evt_write;
    config.EvtIoDeviceControl = evt_device_control;
    WDK_TRY(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL));
    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = evt_read;
    WDK_TRY(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, &reads));
    return wdk_from_nt(WdfDeviceConfigureRequestDispatching(device, reads, WdfRequestTypeRead));
}

static NTSTATUS evt_device_add(WDFDRIVER driver, PWDFDEVICE_INIT init)
{
    WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(panel_of);
    WDF_PNPPOWER_EVENT_CALLBACKS power;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(driver);
    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&power);
    power.EvtDevicePrepareHardware = evt_prepare_hardware;
    power.EvtDeviceD0Entry = evt_d0_entry;
    power.EvtDeviceD0Exit = evt_d0_exit;
    WdfDeviceInitSetPnpPowerEventCallbacks(init, &power);
    attributes.ExecutionLevel = WdfExecutionLevelPassive; /* handlers wait for transfers */
    WDK_TRY_NT(WdfDeviceCreate(&init, &attributes, &device));
    wdk_lock_init(switches_lock, &panel_of(device)->lock);
    WDK_TRY_NT(make_queues(device));
    return WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_PANEL, NULL);
}

DRIVER_INITIALIZE DriverEntry;
_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, evt_device_add);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
