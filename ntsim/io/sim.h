/*
 * What the machine's side may ask of the I/O and PnP managers. Plain types: the host and the system's images read it.
 * All are called on the main thread, at PASSIVE_LEVEL; strings are UTF-16 with a terminator. Statuses are NTSTATUS.
 */
#ifndef NTSIM_IO_SIM_H
#define NTSIM_IO_SIM_H

#include "ntsim/machine/services.h"

typedef uint16_t sim_char16;

/*
 * Carries out a system service as user mode calls it: function(arguments...) on the thread's kernel stack of 24 KiB,
 * with user mode as the previous mode. Up to 12 arguments. Pointers among them must point into the user's half.
 */
typedef int32_t(MACHINE_ABI sim_system_call)(void *function, const uint64_t *arguments, uint32_t count);

/*
 * Loads a driver's image from a file of the host and calls its DriverEntry. `*driver` is its DRIVER_OBJECT. The status
 * is DriverEntry's; STATUS_INVALID_IMAGE_FORMAT, with `*error` a message, where the image cannot be loaded.
 */
typedef int32_t(MACHINE_ABI sim_load_driver)(const char *path, const sim_char16 *service, void **driver,
                                             const char **error);
/* Calls its DriverUnload, if it has one, and unmaps it. STATUS_DEVICE_BUSY while it has devices;
 * STATUS_INVALID_DEVICE_REQUEST where it has no DriverUnload. */
typedef int32_t(MACHINE_ABI sim_unload_driver)(void *driver);

/* A device on the root bus. Lists are double-terminated. */
struct sim_device {
    const sim_char16 *device_id;      /* such as Root\Echo */
    const sim_char16 *instance_id;    /* such as 0000 */
    const sim_char16 *hardware_ids;   /* a list */
    const sim_char16 *compatible_ids; /* a list, or NULL */
    void *const *drivers; /* DRIVER_OBJECTs from the bottom up: lower filters, function driver, upper filters */
    uint32_t driver_count;
    uint32_t reserved;
    const void *resources; /* CM_RESOURCE_LIST, or NULL */
    const void *translated_resources;
};

/* Makes the PDO, builds its stack with the drivers' AddDevice, and starts it. The status is that of the first step that
 * fails; the device is then gone again. */
typedef int32_t(MACHINE_ABI sim_plug)(const struct sim_device *device, void **pdo);
/* Query-remove (unless it is a surprise) and remove. A refused query leaves the device as it was. */
typedef int32_t(MACHINE_ABI sim_unplug)(void *pdo, bool surprise);

/* A file's object, which stays until it is dereferenced; NULL: the handle is none of a file. */
typedef void *(MACHINE_ABI sim_reference_file)(uint64_t handle);
typedef void(MACHINE_ABI sim_dereference_file)(void *file);
/* One finding, of that code, for each of its requests: they were cancelled, and nobody has completed them. */
typedef void(MACHINE_ABI sim_tell_lost)(void *file, const char *code);

/* The instruction at that place touches hardware of the device: a finding, where the device is not in D0. On a stack of
 * the machine. */
struct machine_context;
typedef void(MACHINE_ABI sim_hardware_touched)(void *pdo, const struct machine_context *context);

/* The name (\??\...) of the enabled device interface number `index` of that class, a GUID. False: there is none, or no
 * room. */
typedef bool(MACHINE_ABI sim_find_interface)(const void *class, uint32_t index, sim_char16 *name, uint32_t units);

/* The symbolic link (\??\...) number `index` of those in \GLOBAL??, in the order in which they were made. False: there
 * are no more, or there is no room. */
typedef bool(MACHINE_ABI sim_name_at)(uint32_t index, sim_char16 *name, uint32_t units);

#endif
