/* USB pipes by calls that wait, and a reader that is stopped and started: for the panel of examples/usb, whose INF and
 * model this has. Control code 0x800 + n does step n and answers with the line of what was not so, or 0. */
#define INITGUID
#ifdef _KERNEL_MODE
#include <ntddk.h>
#else
#include <windows.h>
#include <winioctl.h>
#endif
#include <wdf.h>

#include "public.h"

#include <wdk/wdf/device.h>
#include <wdk/wdf/queue.h>
#include <wdk/wdf/usb.h>

struct panel {
    WDFUSBDEVICE usb;
    WDFUSBINTERFACE selected;
    wdk_usb_in in, interrupt;
    wdk_usb_out out;
    LONG told;
    uint8_t last;
};
WDK_DEVICE_CONTEXT(struct panel, panel_of);

#define EXPECT(condition)                                                                                              \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            return __LINE__;                                                                                           \
    } while (0)
#define EXPECT_STATUS(result, expected) EXPECT(wdk_nt(wdk_status_of(result)) == (expected))

static void on_switches(struct panel *panel, wdk_view packet)
{
    panel->last = *wdk_at(packet, 0);
    InterlockedIncrement(&panel->told);
}
WDK_USB_READER(switches, panel_of, on_switches);

static ULONG there_and_back(struct panel *panel) WDK_AT_PASSIVE
{
    static const uint8_t text[] = {'a', 'b', 'c'};
    uint8_t room[8] = {0};
    ULONG moved;

    EXPECT_STATUS(wdk_usb_write(panel->out, wdk_view_from_raw(text, sizeof text), 100, &moved), STATUS_SUCCESS);
    EXPECT(moved == 3);
    EXPECT_STATUS(wdk_usb_read(panel->in, wdk_bytes_of(room), 100, &moved), STATUS_SUCCESS);
    EXPECT(moved == 3 && room[0] == 'A' && room[2] == 'C' && room[3] == 0);
    EXPECT_STATUS(wdk_usb_read(panel->in, wdk_bytes_of(room), 100, &moved), STATUS_IO_TIMEOUT);
    EXPECT(moved == 0);
    return 0;
}

static ULONG other_pipes(struct panel *panel) WDK_AT_PASSIVE
{
    wdk_usb_in none;
    wdk_usb_out out;

    EXPECT_STATUS(wdk_usb_find_in(panel->selected, WdfUsbPipeTypeIsochronous, &none),
                  STATUS_DEVICE_CONFIGURATION_ERROR);
    EXPECT_STATUS(wdk_usb_find_out(panel->selected, WdfUsbPipeTypeInterrupt, &out), STATUS_DEVICE_CONFIGURATION_ERROR);
    return 0;
}

static ULONG refused(struct panel *panel) WDK_AT_PASSIVE
{
    uint8_t one[1] = {0};
    ULONG moved;
    EXPECT(!wdk_ok(wdk_usb_write(panel->out, wdk_readonly(wdk_bytes_of(one)), 100, &moved)));
    return 0;
}

static ULONG no_pipe(struct panel *panel) WDK_AT_PASSIVE
{
    uint8_t one[1];
    ULONG moved;
    const wdk_usb_in none = {};
    UNREFERENCED_PARAMETER(panel);
    EXPECT(!wdk_ok(wdk_usb_read(none, wdk_bytes_of(one), 100, &moved))); /* it ends here */
    return 0;
}

static ULONG stop(struct panel *panel) WDK_AT_PASSIVE
{
    wdk_usb_stop(panel->interrupt);
    return 0;
}
static ULONG start(struct panel *panel) WDK_AT_PASSIVE
{
    EXPECT_STATUS(wdk_usb_start(panel->interrupt), STATUS_SUCCESS);
    return 0;
}
static ULONG told(struct panel *panel) WDK_AT_PASSIVE
{
    return (ULONG)panel->told << 8 | panel->last;
}

static ULONG (*const steps[])(struct panel *panel) = {there_and_back, other_pipes, refused, no_pipe, stop, start, told};

static wdk_handled on_device_control(struct panel *panel, wdk_request *request, ULONG code) WDK_AT_PASSIVE
{
    const ULONG number = (code >> 2 & 0xFFF) - 0x800;
    wdk_span output;

    if (number >= ARRAYSIZE(steps))
        return wdk_complete(request, STATUS_INVALID_DEVICE_REQUEST);
    WDK_TRY_REQUEST(request, wdk_request_output(request, sizeof(ULONG), &output));
    WDK_TRY_REQUEST(request, wdk_write_le32(output, 0, steps[number](panel)));
    return wdk_complete_with(request, WDK_OK, sizeof(ULONG));
}
WDK_UNCHECKED_LOCKING WDK_ON_DEVICE_CONTROL(evt_device_control, panel_of, on_device_control);

static wdk_status on_prepare(struct panel *panel, WDFCMRESLIST translated) WDK_AT_PASSIVE
{
    UNREFERENCED_PARAMETER(translated);
    WDK_TRY(wdk_usb_create(wdk_object_of(panel_of, panel), &panel->usb));
    WDK_TRY(wdk_usb_select(panel->usb, &panel->selected));
    WDK_TRY(wdk_usb_find_in(panel->selected, WdfUsbPipeTypeBulk, &panel->in));
    WDK_TRY(wdk_usb_find_out(panel->selected, WdfUsbPipeTypeBulk, &panel->out));
    WDK_TRY(wdk_usb_find_in(panel->selected, WdfUsbPipeTypeInterrupt, &panel->interrupt));
    return switches_configure(panel->interrupt, 1);
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
    WDF_OBJECT_ATTRIBUTES passive;
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(driver);
    wdk_device_hardware(init, evt_prepare, NULL);
    wdk_device_power(init, evt_d0_entry, evt_d0_exit);
    WDK_TRY(wdk_wdf_device_create(init, panel_of, &device));
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoDeviceControl = evt_device_control;
    WDF_OBJECT_ATTRIBUTES_INIT(&passive);
    passive.ExecutionLevel = WdfExecutionLevelPassive;
    WDK_TRY(WdfIoQueueCreate(device, &config, &passive, NULL));
    return wdk_device_interface(device, &GUID_DEVINTERFACE_PANEL);
}
WDK_DEVICE_ADD(evt_add, on_add);

DRIVER_INITIALIZE DriverEntry;
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, evt_add);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
