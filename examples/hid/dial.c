/* A virtual HID device: a dial that turns one step every 50 ms while somebody reads. A lower filter under mshidkmdf.sys, which is
 * the minidriver that the HID class knows. */
#include <ntddk.h>

#include <hidport.h>
#include <wdf.h>

#include <wdk/wdf/callbacks.h>
#include <wdk/wdf/queue.h>

enum { STEP = 50, STEPS = 24 };

static const UCHAR report_descriptor[] = {
    0x05, 0x01,       /* usage page: generic desktop */
    0x09, 0x37,       /* usage: dial */
    0xA1, 0x01,       /* collection: application */
    0x09, 0x37,       /*   usage: dial */
    0x15, 0x00,       /*   logical minimum 0 */
    0x25, STEPS - 1,  /*   logical maximum */
    0x75, 0x08,       /*   8 bits */
    0x95, 0x01,       /*   1 of them */
    0x81, 0x02,       /*   input: data, variable */
    0xC0,             /* end */
};

WDK_DECLARE_SPAN(UCHAR, descriptor);

/* Touched by the timer's callback only, once the device has been made. */
struct dial {
    WDFQUEUE reads; /* that wait for the next step */
    WDFTIMER timer;
    UCHAR position;
};
WDK_DEVICE_CONTEXT(struct dial, dial_of);

static wdk_handled answer(wdk_request *request, wdk_view bytes)
{
    wdk_span output;
    WDK_TRY_REQUEST(request, wdk_request_output(request, wdk_count(bytes), &output));
    WDK_TRY_REQUEST(request, wdk_copy(output, bytes));
    return wdk_complete_with(request, WDK_OK, wdk_count(bytes));
}

static wdk_handled answer_report_descriptor(wdk_request *request)
{
    UCHAR copy[sizeof report_descriptor];
    WDK_TRY_REQUEST(request, wdk_copy(wdk_bytes_of(copy), wdk_view_of(descriptor, report_descriptor)));
    return answer(request, wdk_readonly(wdk_bytes_of(copy)));
}

/* Turns only while somebody reads. */
static void on_step(struct dial *dial)
{
    wdk_request request = {};

    if (!wdk_ok(wdk_queue_next(dial->reads, &request)))
        return;
    dial->position = WDK_NARROW(UCHAR, (dial->position + 1U) % STEPS);
    wdk_ignore_handled(answer(&request, wdk_readonly(wdk_bytes_of(dial->position))), "a timer returns nothing");
}
WDK_TIMER(step, dial_of, on_step);

static wdk_handled on_control(struct dial *dial, wdk_request *request, ULONG code)
{
    HID_DESCRIPTOR hid = {.bLength = sizeof hid,
                          .bDescriptorType = HID_HID_DESCRIPTOR_TYPE,
                          .bcdHID = 0x0100,
                          .bNumDescriptors = 1,
                          .DescriptorList = {{HID_REPORT_DESCRIPTOR_TYPE, sizeof report_descriptor}}};
    HID_DEVICE_ATTRIBUTES attributes = {
        .Size = sizeof attributes, .VendorID = 0x1234, .ProductID = 0x0D1A, .VersionNumber = 0x0100};

    switch (code) {
    case IOCTL_HID_GET_DEVICE_DESCRIPTOR:
        return answer(request, wdk_readonly(wdk_bytes_of(hid)));
    case IOCTL_HID_GET_DEVICE_ATTRIBUTES:
        return answer(request, wdk_readonly(wdk_bytes_of(attributes)));
    case IOCTL_HID_GET_REPORT_DESCRIPTOR:
        return answer_report_descriptor(request);
    case IOCTL_HID_READ_REPORT:
        return wdk_forward(request, dial->reads);
    default:
        return wdk_complete(request, STATUS_NOT_SUPPORTED);
    }
}
WDK_ON_INTERNAL_DEVICE_CONTROL(evt_control, dial_of, on_control);

static NTSTATUS evt_d0_entry(WDFDEVICE device, WDF_POWER_DEVICE_STATE previous)
{
    UNREFERENCED_PARAMETER(previous);
    wdk_timer_start(dial_of(device)->timer, WDK_MILLISECONDS(STEP));
    return STATUS_SUCCESS;
}

static NTSTATUS evt_d0_exit(WDFDEVICE device, WDF_POWER_DEVICE_STATE target) WDK_AT_PASSIVE
{
    UNREFERENCED_PARAMETER(target);
    wdk_timer_stop_and_wait(dial_of(device)->timer);
    return STATUS_SUCCESS;
}

static NTSTATUS evt_device_add(WDFDRIVER driver, PWDFDEVICE_INIT init)
{
    WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(dial_of);
    WDF_PNPPOWER_EVENT_CALLBACKS power;
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(driver);
    WdfFdoInitSetFilter(init);
    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&power);
    power.EvtDeviceD0Entry = evt_d0_entry;
    power.EvtDeviceD0Exit = evt_d0_exit;
    WdfDeviceInitSetPnpPowerEventCallbacks(init, &power);
    WDK_TRY_NT(WdfDeviceCreate(&init, &attributes, &device));

    struct dial *dial = dial_of(device);
    WDK_TRY_NT(step_create_periodic(device, STEP, &dial->timer));
    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchManual);
    config.PowerManaged = WdfFalse; /* the class cancels its reads itself, before the device sleeps */
    WDK_TRY_NT(WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, &dial->reads));
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoInternalDeviceControl = evt_control;
    return WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL);
}

DRIVER_INITIALIZE DriverEntry;
_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, evt_device_add);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
