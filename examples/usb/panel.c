/* The function driver of a small USB device: reads and writes go over two bulk pipes and come back when the device has
 * answered, and WDF keeps reading an interrupt pipe. */
#define INITGUID
#include <ntddk.h>
#include <wdf.h>

#include "public.h"

#include <wdk/lock.h>
#include <wdk/wdf/device.h>
#include <wdk/wdf/queue.h>
#include <wdk/wdf/usb.h>

WDK_SPIN_LOCK(switches_lock);

struct panel {
    WDFUSBDEVICE usb;
    wdk_usb_in in, interrupt; /* once the hardware has been prepared */
    wdk_usb_out out;
    switches_lock lock;
    UCHAR switches WDK_GUARDED_BY(switches_lock);
};
WDK_DEVICE_CONTEXT(struct panel, panel_of);

/* --- requests: none waits here --- */

/* What was sent over a pipe has come back. */
static wdk_handled on_moved(struct panel *panel, wdk_request *request, const wdk_sent *sent)
{
    UNREFERENCED_PARAMETER(panel);
    return wdk_complete_with(request, wdk_sent_status(sent), wdk_usb_sent_bytes(sent));
}
WDK_SENT(moved, struct panel, on_moved);

/* Until the device has something to say, or the program cancels it. */
static wdk_handled on_read(struct panel *panel, wdk_request *request, size_t length)
{
    UNREFERENCED_PARAMETER(length);
    return wdk_usb_send_read(moved, request, panel->in, 0, panel);
}

static wdk_handled on_write(struct panel *panel, wdk_request *request, size_t length)
{
    UNREFERENCED_PARAMETER(length);
    return wdk_usb_send_write(moved, request, panel->out, PANEL_TIMEOUT, panel);
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
WDK_ON_STOP_SENT(evt_stop);

/* --- the device --- */

/* A packet of the interrupt pipe. */
static void on_switches(struct panel *panel, wdk_view packet)
{
    if (wdk_count(packet) == 0)
        return;
    WDK_LOCKED (switches_lock, &panel->lock)
        panel->switches = *wdk_at(packet, 0);
}
WDK_USB_READER(switches, panel_of, on_switches);

static wdk_status on_prepare(struct panel *panel, WDFCMRESLIST translated) WDK_AT_PASSIVE
{
    WDFUSBINTERFACE interface;

    UNREFERENCED_PARAMETER(translated);
    if (panel->usb == NULL)
        WDK_TRY(wdk_usb_create(wdk_object_of(panel_of, panel), &panel->usb));
    WDK_TRY(wdk_usb_select(panel->usb, &interface));
    WDK_TRY(wdk_usb_find_in(interface, WdfUsbPipeTypeBulk, &panel->in));
    WDK_TRY(wdk_usb_find_out(interface, WdfUsbPipeTypeBulk, &panel->out));
    WDK_TRY(wdk_usb_find_in(interface, WdfUsbPipeTypeInterrupt, &panel->interrupt));
    return switches_configure(panel->interrupt, sizeof(UCHAR));
}
WDK_ON_PREPARE_HARDWARE(evt_prepare, panel_of, on_prepare);

static wdk_status on_work(struct panel *panel, WDF_POWER_DEVICE_STATE before) WDK_AT_PASSIVE
{
    UNREFERENCED_PARAMETER(before);
    return wdk_usb_start(panel->interrupt);
}

static wdk_status on_sleep(struct panel *panel, WDF_POWER_DEVICE_STATE next) WDK_AT_PASSIVE
{
    UNREFERENCED_PARAMETER(next);
    wdk_usb_stop(panel->interrupt);
    return WDK_OK;
}
WDK_ON_D0_ENTRY(evt_d0_entry, panel_of, on_work);
WDK_ON_D0_EXIT(evt_d0_exit, panel_of, on_sleep);

static wdk_status on_add(WDFDRIVER driver, wdk_device_init *init) WDK_AT_PASSIVE
{
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(driver);
    wdk_device_hardware(init, evt_prepare, NULL);
    wdk_device_power(init, evt_d0_entry, evt_d0_exit);
    WDK_TRY(wdk_wdf_device_create(init, panel_of, &device));
    wdk_lock_init(switches_lock, &panel_of(device)->lock);
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoRead = evt_read;
    config.EvtIoWrite = evt_write;
    config.EvtIoDeviceControl = evt_device_control;
    config.EvtIoStop = evt_stop;
    WDK_TRY(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL));
    return wdk_device_interface(device, &GUID_DEVINTERFACE_PANEL);
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
