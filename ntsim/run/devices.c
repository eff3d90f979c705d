/* Devices: what the plug and play manager is told by a test. And time. */
#include "ntsim/run/devices.h"
#include "ntsim/run/branch.h"
#include "ntsim/run/kernel.h"
#include "ntsim/run/pci.h"
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"
#include "ntsim/run/usb.h"

#include <stdlib.h>
#include <string.h>

struct sim_device {
    void *pdo;
    struct hardware *hardware;
    struct sim_pci *card;    /* on the PCI bus; NULL: on the root bus */
    struct usb_device *usb;  /* at the USB hub */
    const char *hardware_id; /* on the root bus */
    const struct sim_hardware *model;
    struct sim_device *next;
};

/* `gone`: what a storm took, and the test does not know of. */
static struct sim_device *devices, *gone;

/* Loads the drivers of a device's stack, from the bottom up. */
static NTSTATUS load_stack(const struct device_record *record, void **drivers, uint32_t *count)
{
    NTSTATUS status = STATUS_SUCCESS;
    *count = 0;
    for (size_t i = 0; i < record->lower_count && NT_SUCCESS(status); i++)
        status = session_load_service(record->lower[i], &drivers[(*count)++]);
    if (NT_SUCCESS(status) && *record->service) /* without one the device is raw */
        status = session_load_service(record->service, &drivers[(*count)++]);
    for (size_t i = 0; i < record->upper_count && NT_SUCCESS(status); i++)
        status = session_load_service(record->upper[i], &drivers[(*count)++]);
    return status;
}

static bool add_loaded(const char *service, void **drivers, uint32_t *count)
{
    const struct driver_record *driver = description_driver(&session_description, service);
    if (!driver || !driver->object)
        return false;
    drivers[(*count)++] = driver->object;
    return true;
}

/* The devices that a bus finds get their drivers by the same INF, as far as those are loaded. */
static void announce_stack(const struct device_record *record)
{
    void *drivers[2 * MOST_FILTERS + 1];
    uint32_t count = 0;
    for (size_t i = 0; i < record->lower_count; i++)
        if (!add_loaded(record->lower[i], drivers, &count))
            return;
    if (*record->service && !add_loaded(record->service, drivers, &count))
        return;
    for (size_t i = 0; i < record->upper_count; i++)
        if (!add_loaded(record->upper[i], drivers, &count))
            return;
    kernel_register_driver(record->hardware_id, drivers, count);
}

static void announce_stacks(void)
{
    for (size_t i = 0; i < session_description.device_count; i++)
        announce_stack(&session_description.devices[i]);
}

/* What a test set for the devices to come. */
enum { MOST_DEVICE_VALUES = 16 };

static struct device_value {
    const uint16_t *name;
    ULONG type, size;
    const void *data;
} device_values[MOST_DEVICE_VALUES];
static size_t device_value_count;

static void *copy_of(struct sim_place place, const void *data, size_t size)
{
    void *copy = malloc(size ? size : 1);
    if (!copy)
        sim_fail(place, "no memory is left");
    return memcpy(copy, data, size);
}

void sim_set_device_registry_at(struct sim_place place, const WCHAR *name, ULONG type, const void *data, ULONG size)
{
    size_t units = 1;
    if (device_value_count == MOST_DEVICE_VALUES)
        sim_fail(place, "more than %d values are set for devices", MOST_DEVICE_VALUES);
    while (name[units - 1])
        units++;
    device_values[device_value_count++] =
        (struct device_value){copy_of(place, name, units * sizeof(*name)), type, size, copy_of(place, data, size)};
}

static void set_values(const char *hardware_id, unsigned instance)
{
    for (size_t i = 0; i < device_value_count; i++) {
        const struct device_value *value = &device_values[i];
        const NTSTATUS status = kernel_set_device_registry(hardware_id, instance, "\\Device Parameters", value->name,
                                                           value->type, value->data, value->size);
        sim_check_status((struct sim_place){NULL, 0}, "the device's value is set", status, STATUS_SUCCESS);
    }
}

NTSTATUS devices_load(const struct device_record *record)
{
    void *drivers[2 * MOST_FILTERS + 1];
    uint32_t count;
    const NTSTATUS status = load_stack(record, drivers, &count);
    if (NT_SUCCESS(status)) {
        watchdog_request(false);
        announce_stacks();
    }
    return status;
}

struct sim_device *devices_add(void *pdo, struct hardware *hardware, struct sim_pci *card, struct usb_device *usb)
{
    struct sim_device *device = calloc(1, sizeof(*device));
    if (!device)
        sim_fail((struct sim_place){NULL, 0}, "no memory is left");
    *device = (struct sim_device){.pdo = pdo, .hardware = hardware, .card = card, .usb = usb, .next = devices};
    devices = device;
    return device;
}

/* What the INF says of the device as a whole. */
static void set_properties(const struct device_record *record, unsigned instance)
{
    enum { ROOM = 1024, REG_SZ = 1, REG_DWORD = 4 };
    static const uint16_t security[] = u"Security", characteristics[] = u"DeviceCharacteristics";
    if (record->security) {
        uint16_t text[ROOM];
        ULONG units = 0;
        for (const char *at = record->security; *at && units + 1 < ROOM; at++)
            text[units++] = (uint8_t)*at;
        text[units++] = 0;
        kernel_set_device_registry(record->hardware_id, instance, "", security, REG_SZ, text,
                                   units * (ULONG)sizeof(*text));
    }
    if (record->characteristics)
        kernel_set_device_registry(record->hardware_id, instance, "", characteristics, REG_DWORD,
                                   &record->characteristics, sizeof(record->characteristics));
}

void sim_run_as(enum sim_user user)
{
    kernel_run_as((uint32_t)user);
}

static NTSTATUS plug(const char *hardware_id, const struct sim_hardware *model, struct hardware *hardware,
                     struct sim_device **out)
{
    static unsigned instances;
    const struct device_record *record = description_device(&session_description, hardware_id);
    void *drivers[2 * MOST_FILTERS + 1], *pdo;
    uint32_t count;
    *out = NULL;
    if (!record)
        sim_fail((struct sim_place){NULL, 0}, "the package's INF has no device %s", hardware_id ? hardware_id : "");
    NTSTATUS status = load_stack(record, drivers, &count);
    if (!NT_SUCCESS(status))
        return status;
    watchdog_request(false);
    announce_stacks();
    set_properties(record, instances);
    set_values(record->hardware_id, instances);
    status = kernel_plug(record->hardware_id, instances++, drivers, count, hardware_list(hardware), &pdo);
    if (!NT_SUCCESS(status))
        return status;
    hardware_is_of(hardware, pdo);
    *out = devices_add(pdo, hardware, NULL, NULL);
    (*out)->hardware_id = record->hardware_id;
    (*out)->model = model;
    return status;
}

NTSTATUS sim_try_plug(const char *hardware_id, struct sim_device **device)
{
    storm_step("sim_plug");
    return plug(hardware_id, NULL, NULL, device);
}

struct sim_device *sim_plug_hardware_at(struct sim_place place, const char *hardware_id,
                                        const struct sim_hardware *hardware)
{
    struct sim_device *device;
    storm_step("sim_plug_hardware");
    struct hardware *attached = hardware_attach(place, hardware);
    sim_check_status(place, "the device starts", plug(hardware_id, hardware, attached, &device), STATUS_SUCCESS);
    return device;
}

struct sim_device *sim_plug_at(struct sim_place place, const char *hardware_id)
{
    struct sim_device *device;
    sim_check_status(place, "the device starts", sim_try_plug(hardware_id, &device), STATUS_SUCCESS);
    return device;
}

void sim_install_at(struct sim_place place, const char *hardware_id)
{
    const struct device_record *record = description_device(&session_description, hardware_id);
    void *drivers[2 * MOST_FILTERS + 1];
    uint32_t count;
    if (!record)
        sim_fail(place, "no INF of what is built together has a device %s", hardware_id);
    sim_check_status(place, "the drivers of the children are loaded", load_stack(record, drivers, &count),
                     STATUS_SUCCESS);
    kernel_register_driver(record->hardware_id, drivers, count);
}

/* A card that is pulled answers no more when its bus notices. */
static NTSTATUS unplug_card(const struct sim_device *device, bool surprise)
{
    NTSTATUS status = STATUS_SUCCESS;
    void *none;
    if (!surprise)
        status = kernel_unplug(device->pdo, false);
    if (!NT_SUCCESS(status))
        return status;
    pci_pull(device->card);
    pci_enumerate(device->card, &none);
    return status;
}

/* What is in a port is pulled out of it in the end; orderly, its drivers go before. */
static NTSTATUS unplug_from_port(struct usb_device *usb, bool surprise)
{
    const NTSTATUS status = surprise || !usb_pdo(usb) ? STATUS_SUCCESS : kernel_unplug(usb_pdo(usb), false);
    if (NT_SUCCESS(status))
        usb_detach(usb);
    return status;
}

static bool is_gone(const struct sim_device *device)
{
    const struct sim_device *at = gone;
    while (at && at != device)
        at = at->next;
    return at;
}

static NTSTATUS unplug(struct sim_device *device, bool surprise)
{
    if (is_gone(device))
        return STATUS_SUCCESS;
    struct sim_device **at = &devices;
    while (*at && *at != device)
        at = &(*at)->next;
    if (!*at)
        sim_fail((struct sim_place){NULL, 0}, "that device is not plugged in");
    watchdog_request(false);
    const NTSTATUS status = device->card  ? unplug_card(device, surprise)
                            : device->usb ? unplug_from_port(device->usb, surprise)
                                          : kernel_unplug(device->pdo, surprise);
    if (NT_SUCCESS(status)) {
        *at = device->next;
        hardware_detach(device->hardware);
        if (branch_taken()) {
            device->next = gone;
            gone = device;
        } else {
            free(device);
        }
    }
    watchdog_request(false);
    return status;
}

void devices_replug(struct sim_device *device)
{
    struct sim_device *again;
    struct hardware *attached = NULL;
    const char *hardware_id = device->hardware_id;
    sim_surprise_remove(device);
    if (device->model)
        attached = hardware_attach((struct sim_place){NULL, 0}, device->model);
    if (hardware_id)
        plug(hardware_id, device->model, attached, &again);
}

struct sim_device *devices_next(const struct sim_device *device)
{
    return device ? device->next : devices;
}

NTSTATUS sim_try_unplug(struct sim_device *device)
{
    storm_step("sim_unplug");
    return unplug(device, false);
}

void sim_unplug_at(struct sim_place place, struct sim_device *device)
{
    storm_step("sim_unplug");
    sim_check_status(place, "the device goes", unplug(device, false), STATUS_SUCCESS);
}

void sim_surprise_remove_at(struct sim_place place, struct sim_device *device)
{
    storm_step("sim_surprise_remove");
    sim_check_status(place, "the device goes", unplug(device, true), STATUS_SUCCESS);
}

NTSTATUS sim_rebalance(struct sim_device *device)
{
    storm_step("sim_rebalance");
    if (is_gone(device))
        return STATUS_NO_SUCH_DEVICE;
    watchdog_request(false);
    const NTSTATUS status = kernel_rebalance(device->usb ? usb_pdo(device->usb) : device->pdo);
    watchdog_request(false);
    return status;
}

void devices_unplug_all(void)
{
    while (devices)
        if (!branch_taken())
            sim_unplug_at((struct sim_place){NULL, 0}, devices);
        else if (!NT_SUCCESS(sim_try_unplug(devices)))
            sim_surprise_remove_at((struct sim_place){NULL, 0}, devices);
    usb_end();
}

void sim_advance(ULONG milliseconds)
{
    typedef NTSTATUS(MACHINE_ABI delay)(uint8_t mode, uint8_t alertable, const int64_t *interval);
    const int64_t interval = -(int64_t)milliseconds * 10000;
    storm_step("sim_advance");
    watchdog_request(true);
    ((delay *)(uintptr_t)kernel_function("KeDelayExecutionThread"))(0, 0, &interval);
    watchdog_request(false);
}

ULONGLONG sim_time(void)
{
    return session_time();
}

NTSTATUS sim_system_power(enum sim_power state)
{
    storm_step("sim_system_power");
    watchdog_request(true);
    const NTSTATUS status = kernel_set_system_power((int32_t)state);
    watchdog_request(false);
    return status;
}
