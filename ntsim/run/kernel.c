/* Calls into ntoskrnl.exe. */
#include "ntsim/run/kernel.h"
#include "ntsim/io/sim.h"
#include "ntsim/machine/machine.h"
#include "ntsim/pnp/sim.h"
#include "ntsim/po/sim.h"
#include "ntsim/run/event.h"
#include "ntsim/run/report.h"
#include "ntsim/se/sim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const service_names[KERNEL_SERVICES] = {
    "NtCreateFile", "NtReadFile",   "NtWriteFile",           "NtDeviceIoControlFile", "NtCancelIoFileEx",
    "NtClose",      "SimCloseFile", "NtWaitForSingleObject", "NtCreateEvent",
};

enum { INVALID_IMAGE_FORMAT = (int)0xC000007B };

static void *services[KERNEL_SERVICES];

void *kernel_function(const char *name)
{
    void *function = machine_system_function(name);
    if (!function) {
        char text[256];
        snprintf(text, sizeof(text), "the simulated system has no %s yet", name);
        event("failure", "sdsss", "", (uint64_t)0, text, "", "");
        report_host_stack();
        report_exit();
    }
    return function;
}

bool kernel_has(enum kernel_service service)
{
    if (!services[service])
        services[service] = machine_system_function(service_names[service]);
    return services[service];
}

int32_t kernel_call(enum kernel_service service, const uint64_t *arguments, uint32_t count)
{
    static sim_system_call *call;
    if (!call)
        call = (sim_system_call *)(uintptr_t)kernel_function("SimSystemCall");
    if (!services[service])
        services[service] = kernel_function(service_names[service]);
    return call(services[service], arguments, count);
}

void *kernel_reference_file(uint64_t handle)
{
    return ((sim_reference_file *)(uintptr_t)kernel_function("SimReferenceFile"))(handle);
}

void kernel_dereference_file(void *file)
{
    ((sim_dereference_file *)(uintptr_t)kernel_function("SimDereferenceFile"))(file);
}

void kernel_tell_lost(void *file, const char *code)
{
    ((sim_tell_lost *)(uintptr_t)kernel_function("SimTellLost"))(file, code);
}

void kernel_hardware_touched(void *pdo, const struct machine_context *context)
{
    static sim_hardware_touched *touched;
    if (!touched)
        touched = (sim_hardware_touched *)(uintptr_t)kernel_function("SimHardwareTouched");
    touched(pdo, context);
}

/* ASCII to UTF-16, with as many more terminators as a list needs. */
static sim_char16 *widen(const char *text)
{
    const size_t length = strlen(text);
    sim_char16 *wide = calloc(length + 2, sizeof(*wide));
    for (size_t i = 0; wide && i < length; i++)
        wide[i] = (uint8_t)text[i];
    return wide;
}

int32_t kernel_load_driver(const char *path, const char *service, void **driver, const char **error)
{
    sim_load_driver *const load = (sim_load_driver *)(uintptr_t)kernel_function("SimLoadDriver");
    sim_char16 *name = widen(service);
    *error = NULL;
    const int32_t status = load(path, name, driver, error);
    free(name);
    if (status != INVALID_IMAGE_FORMAT)
        *error = NULL;
    return status;
}

int32_t kernel_unload_driver(void *driver)
{
    return ((sim_unload_driver *)(uintptr_t)kernel_function("SimUnloadDriver"))(driver);
}

/* The id of the device on its bus is the hardware id; the bus names its instances 0000, 0001 and so on. */
int32_t kernel_plug(const char *hardware_id, unsigned instance, void *const *drivers, uint32_t driver_count,
                    const void *resources, void **pdo)
{
    sim_plug *const plug = (sim_plug *)(uintptr_t)kernel_function("SimPlug");
    char number[16];
    snprintf(number, sizeof(number), "%04u", instance);
    sim_char16 *id = widen(hardware_id), *instance_id = widen(number);
    const struct sim_device device = {
        .device_id = id,
        .instance_id = instance_id,
        .hardware_ids = id,
        .drivers = drivers,
        .driver_count = driver_count,
        .resources = resources,
        .translated_resources = resources,
    };
    const int32_t status = plug(&device, pdo);
    free(id);
    free(instance_id);
    return status;
}

int32_t kernel_register_setting(const char *hardware_id, const uint16_t *key, const uint16_t *name, uint32_t type,
                                const void *data, uint32_t size)
{
    sim_register_setting *const add = (sim_register_setting *)(uintptr_t)kernel_function("SimRegisterSetting");
    sim_char16 *id = widen(hardware_id);
    const int32_t status = add(id, key, name, type, data, size);
    free(id);
    return status;
}

void kernel_register_driver(const char *hardware_id, void *const *drivers, uint32_t driver_count)
{
    sim_char16 *id = widen(hardware_id);
    ((sim_register_driver *)(uintptr_t)kernel_function("SimRegisterDriver"))(id, drivers, driver_count);
    free(id);
}

int32_t kernel_unplug(void *pdo, bool surprise)
{
    return ((sim_unplug *)(uintptr_t)kernel_function("SimUnplug"))(pdo, surprise);
}

void kernel_settle_devices(void)
{
    ((sim_settle_devices *)(uintptr_t)kernel_function("SimSettleDevices"))();
}

int32_t kernel_device_status(void *pdo)
{
    enum { NO_SUCH_DEVICE = (int)0xC000000E };
    return pdo ? ((sim_device_status *)(uintptr_t)kernel_function("SimDeviceStatus"))(pdo) : NO_SUCH_DEVICE;
}

bool kernel_find_interface(const void *class, uint32_t index, uint16_t *name, uint32_t units)
{
    return ((sim_find_interface *)(uintptr_t)kernel_function("SimFindInterface"))(class, index, name, units);
}

bool kernel_name(uint32_t index, uint16_t *name, uint32_t units)
{
    return ((sim_name_at *)(uintptr_t)kernel_function("SimNameAt"))(index, name, units);
}

int32_t kernel_rebalance(void *pdo)
{
    return ((sim_rebalance *)(uintptr_t)kernel_function("SimRebalance"))(pdo);
}

int32_t kernel_set_system_power(int32_t state)
{
    return ((sim_set_system_power *)(uintptr_t)kernel_function("SimSetSystemPower"))(state);
}

static size_t append(uint16_t *to, size_t at, size_t room, const uint16_t *text)
{
    for (; *text && at + 1 < room; text++)
        to[at++] = *text;
    to[at] = 0;
    return at;
}

static int32_t set_registry(const char *const pieces[], const uint16_t *key, const uint16_t *name, uint32_t type,
                            const void *data, uint32_t size)
{
    typedef int32_t(MACHINE_ABI set_value)(const uint16_t *, const uint16_t *, uint32_t, const void *, uint32_t);
    enum { ROOM = 512 };
    uint16_t path[ROOM];
    size_t at = 0;
    for (; *pieces; pieces++) {
        sim_char16 *piece = widen(*pieces);
        at = append(path, at, ROOM, piece);
        free(piece);
    }
    if (key && *key) {
        at = append(path, at, ROOM, (const uint16_t[]){'\\', 0});
        append(path, at, ROOM, key);
    }
    return ((set_value *)(uintptr_t)kernel_function("SimSetRegistryValue"))(path, name, type, data, size);
}

int32_t kernel_set_registry(const char *service, const uint16_t *key, const uint16_t *name, uint32_t type,
                            const void *data, uint32_t size)
{
    const char *const pieces[] = {"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\", service, NULL};
    return set_registry(pieces, key, name, type, data, size);
}

int32_t kernel_set_device_registry(const char *hardware_id, unsigned instance, const char *key, const uint16_t *name,
                                   uint32_t type, const void *data, uint32_t size)
{
    char number[16];
    snprintf(number, sizeof(number), "\\%04u", instance);
    const char *const pieces[] = {"\\Registry\\Machine\\System\\CurrentControlSet\\Enum\\", hardware_id, number, key,
                                  NULL};
    return set_registry(pieces, NULL, name, type, data, size);
}

void kernel_fail_allocation(int64_t after)
{
    typedef void(MACHINE_ABI fail)(int64_t);
    ((fail *)(uintptr_t)kernel_function("SimPoolFail"))(after);
}

bool kernel_run_as(uint32_t user)
{
    return ((sim_run_as_user *)(uintptr_t)kernel_function("SimRunAs"))(user);
}
