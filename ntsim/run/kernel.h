/*
 * The system's functions as the host calls them. Keeps ntsim/io/sim.h and <ntsim/ntsim.h>, which both have names that
 * begin with sim_, apart.
 */
#ifndef NTSIM_RUN_KERNEL_H
#define NTSIM_RUN_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* System services; the order is that of the names in kernel.c. */
enum kernel_service {
    NT_CREATE_FILE,
    NT_READ_FILE,
    NT_WRITE_FILE,
    NT_DEVICE_IO_CONTROL_FILE,
    NT_CANCEL_IO_FILE_EX,
    NT_CLOSE,
    SIM_CLOSE_FILE, /* NtClose, and what the driver still has is cancelled */
    NT_WAIT_FOR_SINGLE_OBJECT,
    NT_CREATE_EVENT,
    KERNEL_SERVICES
};

/* Whether the system has it. */
bool kernel_has(enum kernel_service service);
/* As from user mode: pointers among the arguments lead to the user half. */
int32_t kernel_call(enum kernel_service service, const uint64_t *arguments, uint32_t count);

/* As ntsim/io/sim.h has them. */
void *kernel_reference_file(uint64_t handle);
void kernel_dereference_file(void *file);
void kernel_tell_lost(void *file, const char *code);
struct machine_context;
void kernel_hardware_touched(void *pdo, const struct machine_context *context);

/* `*error` is a message, or NULL where DriverEntry gave the status. */
int32_t kernel_load_driver(const char *path, const char *service, void **driver, const char **error);
int32_t kernel_unload_driver(void *driver);

/* As SimRegisterSetting of ntsim/pnp/sim.h. */
int32_t kernel_register_setting(const char *hardware_id, const uint16_t *key, const uint16_t *name, uint32_t type,
                                const void *data, uint32_t size);

/* Devices that buses find with that hardware id get these drivers, from the bottom up. */
void kernel_register_driver(const char *hardware_id, void *const *drivers, uint32_t driver_count);

/* `drivers` from the bottom up; `resources`: a CM_RESOURCE_LIST, or NULL. Strings are ASCII. */
int32_t kernel_plug(const char *hardware_id, unsigned instance, void *const *drivers, uint32_t driver_count,
                    const void *resources, void **pdo);
int32_t kernel_unplug(void *pdo, bool surprise);
int32_t kernel_rebalance(void *pdo);
/* Waits until buses and their children are at rest. */
void kernel_settle_devices(void);
/* Whether a device that a bus has reported has started; NULL: there is none. */
int32_t kernel_device_status(void *pdo);

/* The path of the enabled device interface number `index` of that class (a GUID); false where there is none. */
bool kernel_find_interface(const void *class, uint32_t index, uint16_t *name, uint32_t units);

/* The name (\??\...) number `index` that programs may use, in the order in which they were made; false: there are no
 * more, or it has no room. */
bool kernel_name(uint32_t index, uint16_t *name, uint32_t units);

int32_t kernel_set_system_power(int32_t state);

/* `key` below the service's; NULL: that itself. Names are UTF-16. */
int32_t kernel_set_registry(const char *service, const uint16_t *key, const uint16_t *name, uint32_t type,
                            const void *data, uint32_t size);
/* In the key of that instance of the device; `key`: "", or "\\Device Parameters". */
int32_t kernel_set_device_registry(const char *hardware_id, unsigned instance, const char *key, const uint16_t *name,
                                   uint32_t type, const void *data, uint32_t size);
/* Whom user mode belongs to (ntsim/se/sim.h). */
bool kernel_run_as(uint32_t user);
void kernel_fail_allocation(int64_t after);

/* A function by name; where the system has none of that name the test fails, and this does not return. */
void *kernel_function(const char *name);

#endif
