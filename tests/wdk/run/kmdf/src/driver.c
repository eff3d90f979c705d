/* The driver object, and devices as wdk/wdf/device.h makes them, with file objects that know their device. */
#define INITGUID
#include "driver.h"

#include <wdk/wdf/device.h>
#include <wdk/wdf/file.h>

struct session {
    DEVICE_CONTEXT *device;
};
WDK_FILE_CONTEXT(struct session, session_of);

static wdk_status on_prepare(DEVICE_CONTEXT *device, WDFCMRESLIST translated) WDK_AT_PASSIVE
{
    if (WdfCmResourceListGetCount(translated) != 0)
        return wdk_error(STATUS_DEVICE_CONFIGURATION_ERROR); /* it wants none */
    device->prepared++;
    return WDK_OK;
}
static void on_release(DEVICE_CONTEXT *device) WDK_AT_PASSIVE
{
    device->prepared--;
}
static wdk_status on_power(DEVICE_CONTEXT *device, WDF_POWER_DEVICE_STATE state) WDK_AT_PASSIVE
{
    UNREFERENCED_PARAMETER(state);
    device->entered++;
    return WDK_OK;
}
static wdk_handled on_open(DEVICE_CONTEXT *device, wdk_request *request, WDFFILEOBJECT file) WDK_AT_PASSIVE
{
    if (wdk_text_count(wdk_file_name(file)) != 0)
        return wdk_complete(request, STATUS_OBJECT_NAME_NOT_FOUND);
    session_of(file)->device = device;
    device->files++;
    return wdk_complete(request, STATUS_SUCCESS);
}
static void on_close(struct session *session)
{
    if (session->device) {
        session->device->files--;
        InterlockedIncrement(&session->device->ended);
    }
}
WDK_ON_PREPARE_HARDWARE(evt_prepare, device_of, on_prepare);
WDK_ON_RELEASE_HARDWARE(evt_release, device_of, on_release);
WDK_ON_D0_ENTRY(evt_entry, device_of, on_power);
WDK_ON_D0_EXIT(evt_exit, device_of, on_power);
WDK_ON_FILE_CREATE(evt_open, device_of, on_open);
WDK_ON_FILE_END(evt_close, session_of, on_close);

struct line {
    ULONG number;
};
WDK_INTERRUPT_CONTEXT(struct line, line_of);

/* Never called: the device gets no interrupt. */
static BOOLEAN evt_isr(WDFINTERRUPT interrupt, ULONG message)
{
    UNREFERENCED_PARAMETER(message);
    return line_of(interrupt)->number == 0;
}

static wdk_status make_interrupt(WDFDEVICE device)
{
    WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(line_of);
    WDF_INTERRUPT_CONFIG config;
    WDFINTERRUPT interrupt;

    WDF_INTERRUPT_CONFIG_INIT(&config, evt_isr, NULL);
    WDK_TRY(WdfInterruptCreate(device, &config, &attributes, &interrupt));
    device_of(device)->interrupts =
        line_of(interrupt)->number == 0 && wdk_object_of(line_of, line_of(interrupt)) == interrupt;
    return WDK_OK;
}

static wdk_status on_add(WDFDRIVER driver, wdk_device_init *init) WDK_AT_PASSIVE
{
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(driver);
    wdk_device_hardware(init, evt_prepare, evt_release);
    wdk_device_power(init, evt_entry, evt_exit);
    wdk_device_files(init, session_of, evt_open, evt_close, NULL);
    WDK_TRY(wdk_wdf_device_create(init, device_of, &device));
    WDK_TRY(make_interrupt(device));
    WDK_TRY(PiecesQueueCreate(device));
    return wdk_device_interface(device, &GUID_DEVINTERFACE_PIECES);
}
WDK_DEVICE_ADD(evt_add, on_add);

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, evt_add);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
