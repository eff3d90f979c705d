/* What every USB device does of itself: standard requests. And the way to the hub. */
#include "ntsim/run/usb.h"
#include "ntsim/machine/machine.h"
#include "ntsim/run/devices.h"
#include "ntsim/run/kernel.h"
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"
#include "ntsim/usb/sim.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

enum {
    FROM_DEVICE = 0x80,
    KIND = 0x60, /* of a request: standard, class, vendor */
    VENDOR = 0x40,
    RECIPIENT = 0x1F, /* of a request */
    TO_DEVICE = 0,
    TO_INTERFACE = 1,
    TO_ENDPOINT = 2,
};
enum { GET_STATUS, CLEAR_FEATURE, SET_FEATURE = 3, SET_ADDRESS = 5, GET_DESCRIPTOR, SET_DESCRIPTOR, GET_CONFIGURATION };
enum { SET_CONFIGURATION = 9, GET_INTERFACE, SET_INTERFACE };
enum { DEVICE = 1, CONFIGURATION, STRING, BOS = 15 };
enum { OS_STRING = 0xEE, OS_VENDOR_CODE = 0xE5, OS_COMPATIBLE_ID = 4 }; /* Microsoft's OS descriptors 1.0 */
enum { ENDPOINT_HALT = 0, REMOTE_WAKE = 1, SELF_POWERED = 0x40, ENDPOINTS = 32, INTERFACES = 256 };

struct usb_device {
    const struct sim_usb *usb;
    void *handle; /* the hub's */
    struct sim_usb_wire wire;
    const UCHAR *configuration; /* the selected one, or NULL */
    UCHAR settings[INTERFACES];
    bool halted[ENDPOINTS], may_wake;
    struct usb_device *next;
};

static struct usb_device *devices;
static void *hub_driver, *hub_pdo, *composite_driver;

static void *hub_function(const char *name)
{
    return machine_module_function("usbhub.sys", name);
}

static void tell(const struct usb_device *device, enum sim_usb_event event, ULONG value)
{
    if (device->usb->event)
        device->usb->event(device->usb->context, event, value);
}

static bool *halt_of(struct usb_device *device, USHORT endpoint)
{
    return &device->halted[(endpoint & 0x0F) + (endpoint & FROM_DEVICE ? ENDPOINTS / 2 : 0)];
}

/* --- descriptors --- */

static enum sim_usb_answer give(const void *from, size_t size, UCHAR *data, ULONG *length)
{
    if (size < *length)
        *length = (ULONG)size;
    memcpy(data, from, *length);
    return SIM_USB_ACK;
}

static USHORT total(const void *descriptor)
{
    const UCHAR *bytes = descriptor;
    return (USHORT)(bytes[2] | bytes[3] << 8);
}

static enum sim_usb_answer give_string(const struct sim_usb *usb, UCHAR index, UCHAR *data, ULONG *length)
{
    enum { LONGEST = 126 };
    UCHAR descriptor[2 + 2 * LONGEST] = {4, STRING, 0x09, 0x04};
    const char *text = index && index <= SIM_USB_STRINGS ? usb->strings[index - 1] : NULL;
    if (index && !text)
        return SIM_USB_STALL;
    for (size_t i = 0; text && text[i] && i < LONGEST; i++) {
        descriptor[2 + 2 * i] = (UCHAR)text[i];
        descriptor[3 + 2 * i] = 0;
        descriptor[0] = (UCHAR)(4 + 2 * i);
    }
    return give(descriptor, descriptor[0], data, length);
}

static enum sim_usb_answer give_os_string(UCHAR *data, ULONG *length)
{
    static const UCHAR descriptor[] = {18, STRING,         'M', 0, 'S', 0, 'F', 0, 'T', 0, '1', 0, '0', 0, '0',
                                       0,  OS_VENDOR_CODE, 0};
    return give(descriptor, sizeof(descriptor), data, length);
}

/* Of the first function alone. */
static enum sim_usb_answer give_compatible_id(const struct sim_usb *usb, UCHAR *data, ULONG *length)
{
    enum { ID = 18, LONGEST = 8 };
    UCHAR descriptor[40] = {40, 0, 0, 0, 0x00, 0x01, OS_COMPATIBLE_ID, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    for (size_t i = 0; i < LONGEST && usb->compatible_id[i]; i++)
        descriptor[ID + i] = (UCHAR)usb->compatible_id[i];
    return give(descriptor, sizeof(descriptor), data, length);
}

/* STALL: the tables have none of that kind; the test may. */
static enum sim_usb_answer give_descriptor(const struct sim_usb *usb, USHORT value, UCHAR *data, ULONG *length)
{
    const UCHAR index = (UCHAR)value;
    switch (value >> 8) {
    case DEVICE:
        return give(usb->device, *(const UCHAR *)usb->device, data, length);
    case CONFIGURATION:
        if (index >= SIM_USB_CONFIGURATIONS || !usb->configurations[index])
            return SIM_USB_STALL;
        return give(usb->configurations[index], total(usb->configurations[index]), data, length);
    case STRING:
        return usb->compatible_id && index == OS_STRING ? give_os_string(data, length)
                                                        : give_string(usb, index, data, length);
    case BOS:
        return usb->bos ? give(usb->bos, total(usb->bos), data, length) : SIM_USB_STALL;
    default:
        return SIM_USB_STALL;
    }
}

/* --- states --- */

static void clear_halts(struct usb_device *device)
{
    memset(device->halted, 0, sizeof(device->halted));
}

static enum sim_usb_answer configure(struct usb_device *device, UCHAR value)
{
    const UCHAR *found = NULL;
    for (size_t i = 0; i < SIM_USB_CONFIGURATIONS && !found; i++) {
        const UCHAR *configuration = device->usb->configurations[i];
        if (configuration && configuration[5] == value)
            found = configuration;
    }
    if (value && !found)
        return SIM_USB_STALL;
    device->configuration = value ? found : NULL;
    memset(device->settings, 0, sizeof(device->settings));
    clear_halts(device);
    tell(device, SIM_USB_CONFIGURED, value);
    return SIM_USB_ACK;
}

static enum sim_usb_answer select_setting(struct usb_device *device, USHORT interface, USHORT setting)
{
    const UCHAR *at = device->configuration;
    const UCHAR *end = at ? at + total(at) : NULL;
    bool there = false;
    for (; at && at + 2 <= end && at[0] >= 2; at += at[0])
        there = there || (at[1] == 4 && at[2] == interface && at[3] == setting);
    if (!there)
        return SIM_USB_STALL;
    device->settings[interface & 0xFF] = (UCHAR)setting;
    clear_halts(device); /* those of other interfaces too: a test that minds has a device with two */
    tell(device, SIM_USB_SETTING, (ULONG)interface << 8 | setting);
    return SIM_USB_ACK;
}

static enum sim_usb_answer set_feature(struct usb_device *device, const struct sim_usb_setup *setup, bool set)
{
    const unsigned recipient = setup->bmRequestType & RECIPIENT;
    if (recipient == TO_DEVICE && setup->wValue == REMOTE_WAKE) {
        device->may_wake = set;
        return SIM_USB_ACK;
    }
    if (recipient != TO_ENDPOINT || setup->wValue != ENDPOINT_HALT)
        return SIM_USB_STALL;
    *halt_of(device, setup->wIndex) = set;
    if (!set)
        tell(device, SIM_USB_CLEARED, setup->wIndex);
    return SIM_USB_ACK;
}

static enum sim_usb_answer get_status(struct usb_device *device, const struct sim_usb_setup *setup, UCHAR *data,
                                      ULONG *length)
{
    UCHAR status[2] = {0};
    const UCHAR *first = device->usb->configurations[0];
    switch (setup->bmRequestType & RECIPIENT) {
    case TO_DEVICE:
        status[0] = (UCHAR)((first[7] & SELF_POWERED ? 1 : 0) | (device->may_wake ? 2 : 0));
        break;
    case TO_INTERFACE:
        break;
    case TO_ENDPOINT:
        status[0] = *halt_of(device, setup->wIndex);
        break;
    default:
        return SIM_USB_STALL;
    }
    return give(status, sizeof(status), data, length);
}

static enum sim_usb_answer ask_test(const struct usb_device *device, const struct sim_usb_setup *setup, UCHAR *data,
                                    ULONG *length)
{
    return device->usb->control ? device->usb->control(device->usb->context, setup, data, length) : SIM_USB_STALL;
}

static enum sim_usb_answer standard(struct usb_device *device, const struct sim_usb_setup *setup, UCHAR *data,
                                    ULONG *length)
{
    const UCHAR configured = device->configuration ? device->configuration[5] : 0;
    enum sim_usb_answer answer;
    switch (setup->bRequest) {
    case GET_STATUS:
        return get_status(device, setup, data, length);
    case CLEAR_FEATURE:
        return set_feature(device, setup, false);
    case SET_FEATURE:
        return set_feature(device, setup, true);
    case SET_ADDRESS:
        return SIM_USB_ACK;
    case GET_DESCRIPTOR:
        answer = (setup->bmRequestType & RECIPIENT) == TO_DEVICE
                     ? give_descriptor(device->usb, setup->wValue, data, length)
                     : SIM_USB_STALL;
        return answer == SIM_USB_STALL ? ask_test(device, setup, data, length) : answer;
    case GET_CONFIGURATION:
        return give(&configured, sizeof(configured), data, length);
    case SET_CONFIGURATION:
        return configure(device, (UCHAR)setup->wValue);
    case GET_INTERFACE:
        return give(&device->settings[setup->wIndex & 0xFF], 1, data, length);
    case SET_INTERFACE:
        return select_setting(device, setup->wIndex, setup->wValue);
    default:
        return ask_test(device, setup, data, length);
    }
}

/* --- the wire --- */

static uint32_t MACHINE_ABI wire_control(void *context, const uint8_t *bytes, uint8_t *data, uint32_t *length)
{
    struct usb_device *device = context;
    const struct sim_usb_setup setup = {bytes[0], bytes[1], (USHORT)(bytes[2] | bytes[3] << 8),
                                        (USHORT)(bytes[4] | bytes[5] << 8), (USHORT)(bytes[6] | bytes[7] << 8)};
    if (device->usb->compatible_id && setup.bmRequestType == (FROM_DEVICE | VENDOR) &&
        setup.bRequest == OS_VENDOR_CODE && setup.wIndex == OS_COMPATIBLE_ID)
        return give_compatible_id(device->usb, data, length);
    return (setup.bmRequestType & KIND) == 0 ? standard(device, &setup, data, length)
                                             : ask_test(device, &setup, data, length);
}

/* A stall halts the endpoint until the host clears that. */
static uint32_t answered(struct usb_device *device, uint8_t endpoint, enum sim_usb_answer answer)
{
    if (answer == SIM_USB_STALL)
        *halt_of(device, endpoint) = true;
    return answer;
}

static uint32_t MACHINE_ABI wire_in(void *context, uint8_t endpoint, uint8_t *data, uint32_t room, uint32_t *length)
{
    struct usb_device *device = context;
    const struct sim_usb *usb = device->usb;
    if (*halt_of(device, endpoint))
        return SIM_USB_STALL;
    *length = 0;
    return answered(device, endpoint, usb->in ? usb->in(usb->context, endpoint, data, room, length) : SIM_USB_NAK);
}

static uint32_t MACHINE_ABI wire_out(void *context, uint8_t endpoint, const uint8_t *data, uint32_t length)
{
    struct usb_device *device = context;
    const struct sim_usb *usb = device->usb;
    if (*halt_of(device, endpoint))
        return SIM_USB_STALL;
    return answered(device, endpoint, usb->out ? usb->out(usb->context, endpoint, data, length) : SIM_USB_NAK);
}

static void MACHINE_ABI wire_reset(void *context)
{
    struct usb_device *device = context;
    device->configuration = NULL;
    device->may_wake = false;
    clear_halts(device);
    tell(device, SIM_USB_RESET, 0);
}

static void MACHINE_ABI wire_suspend(void *context, bool suspended)
{
    tell(context, suspended ? SIM_USB_SUSPENDED : SIM_USB_RESUMED, 0);
}

_Static_assert(SIM_USB_NAK == (int)SIM_USB_ANSWERED_NAK && SIM_USB_STALL == (int)SIM_USB_ANSWERED_STALL &&
                   SIM_USB_SILENT == (int)SIM_USB_ANSWERED_NOTHING && SIM_USB_BABBLE == (int)SIM_USB_ANSWERED_BABBLE &&
                   SIM_USB_HIGH == (int)SIM_USB_WIRE_HIGH && SIM_USB_SUPER == (int)SIM_USB_WIRE_SUPER,
               "tests and hub number alike");

/* --- the hub --- */

static NTSTATUS load(const char *service, void **driver)
{
    char path[4096];
    const char *error;
    if (*driver)
        return STATUS_SUCCESS;
    snprintf(path, sizeof(path), "%s/%s.sys", session_options.system_folder, service);
    return kernel_load_driver(path, service, driver, &error);
}

static NTSTATUS load_hub(void)
{
    if (hub_pdo)
        return STATUS_SUCCESS;
    NTSTATUS status = load("usbhub", &hub_driver);
    if (NT_SUCCESS(status))
        status = kernel_plug("USB\\ROOT_HUB30", 0, &hub_driver, 1, NULL, &hub_pdo);
    return status;
}

static void unload(void **driver)
{
    if (*driver)
        sim_check_status((struct sim_place){NULL, 0}, "the drivers of USB unload", kernel_unload_driver(*driver),
                         STATUS_SUCCESS);
    *driver = NULL;
}

void usb_end(void)
{
    if (hub_pdo)
        sim_check_status((struct sim_place){NULL, 0}, "the USB hub goes", kernel_unplug(hub_pdo, false),
                         STATUS_SUCCESS);
    hub_pdo = NULL;
    unload(&composite_driver);
    unload(&hub_driver);
}

static struct usb_device *usb_attach(const struct sim_usb *usb, NTSTATUS *status)
{
    struct usb_device *device = calloc(1, sizeof(*device));
    if (!device)
        sim_fail((struct sim_place){NULL, 0}, "no memory is left");
    device->usb = usb;
    device->wire = (struct sim_usb_wire){.context = device,
                                         .speed = (uint32_t)usb->speed,
                                         .control = wire_control,
                                         .in = wire_in,
                                         .out = wire_out,
                                         .reset = wire_reset,
                                         .suspend = wire_suspend};
    *status = load_hub();
    if (NT_SUCCESS(*status)) {
        sim_usb_attach *const attach = (sim_usb_attach *)(uintptr_t)hub_function("SimUsbAttach");
        *status = attach(&device->wire, &device->handle);
    }
    if (!NT_SUCCESS(*status)) {
        free(device);
        return NULL;
    }
    device->next = devices;
    devices = device;
    return device;
}

static bool usb_id(const struct usb_device *device, unsigned number, char *text, unsigned room)
{
    return ((sim_usb_id *)(uintptr_t)hub_function("SimUsbId"))(device->handle, number, text, room);
}

static NTSTATUS usb_announce(const struct usb_device *device)
{
    ((sim_usb_announce *)(uintptr_t)hub_function("SimUsbAnnounce"))(device->handle);
    kernel_settle_devices();
    return kernel_device_status(usb_pdo(device));
}

void *usb_pdo(const struct usb_device *device)
{
    return ((sim_usb_pdo *)(uintptr_t)hub_function("SimUsbPdo"))(device->handle);
}

void usb_detach(struct usb_device *device)
{
    struct usb_device **at = &devices;
    while (*at != device)
        at = &(*at)->next;
    *at = device->next;
    ((sim_usb_detach *)(uintptr_t)hub_function("SimUsbDetach"))(device->handle);
    kernel_settle_devices();
    free(device);
}

/* --- what devices do of their own accord --- */

static struct usb_device *device_of(const struct sim_usb *usb)
{
    struct usb_device *device = devices;
    while (device && device->usb != usb)
        device = device->next;
    return device;
}

void sim_usb_ready(const struct sim_usb *usb, UCHAR endpoint)
{
    struct usb_device *device = device_of(usb);
    if (device)
        ((sim_usb_ready_call *)(uintptr_t)hub_function("SimUsbReady"))(device->handle, endpoint);
}

bool sim_usb_wake(const struct sim_usb *usb)
{
    struct usb_device *device = device_of(usb);
    return device && ((sim_usb_wake_call *)(uintptr_t)hub_function("SimUsbWake"))(device->handle);
}

void sim_usb_reconnect(const struct sim_usb *usb)
{
    struct usb_device *device = device_of(usb);
    if (device)
        ((sim_usb_reconnect_call *)(uintptr_t)hub_function("SimUsbReconnect"))(device->handle);
}

/* --- plugging in --- */

static const struct device_record *find_record(const struct usb_device *device, char *id, unsigned room)
{
    const struct device_record *record = NULL;
    for (unsigned i = 0; !record && usb_id(device, i, id, room); i++)
        record = description_device(&session_description, id);
    return record;
}

static bool is_composite(const struct usb_device *device)
{
    char id[64];
    bool composite = false;
    for (unsigned i = 0; !composite && usb_id(device, i, id, sizeof(id)); i++)
        composite = strcmp(id, "USB\\COMPOSITE") == 0;
    return composite;
}

/* Functions of composite devices get the drivers of their own IDs, all of which are loaded. */
static NTSTATUS load_composite(void)
{
    NTSTATUS status = load("usbccgp", &composite_driver);
    for (size_t i = 0; i < session_description.device_count && NT_SUCCESS(status); i++)
        if (strncasecmp(session_description.devices[i].hardware_id, "USB\\", 4) == 0)
            status = devices_load(&session_description.devices[i]);
    if (NT_SUCCESS(status))
        kernel_register_driver("USB\\COMPOSITE", &composite_driver, 1);
    return status;
}

NTSTATUS sim_try_plug_usb(const struct sim_usb *usb, struct sim_device **device)
{
    enum { LONGEST = 64 };
    char id[LONGEST];
    NTSTATUS status;
    *device = NULL;
    watchdog_request(false);
    struct usb_device *attached = usb_attach(usb, &status);
    if (!attached)
        return status;
    const struct device_record *record = find_record(attached, id, sizeof(id));
    if (!record && !is_composite(attached)) {
        usb_id(attached, 0, id, sizeof(id));
        sim_fail((struct sim_place){NULL, 0}, "no INF of what is built together has a device %s, or its class", id);
    }
    status = record ? devices_load(record) : load_composite();
    if (NT_SUCCESS(status))
        status = usb_announce(attached);
    if (NT_SUCCESS(status))
        *device = devices_add(NULL, NULL, NULL, attached);
    else
        usb_detach(attached);
    return status;
}

struct sim_device *sim_plug_usb_at(struct sim_place place, const struct sim_usb *usb)
{
    struct sim_device *device;
    sim_check_status(place, "the device starts", sim_try_plug_usb(usb, &device), STATUS_SUCCESS);
    return device;
}
