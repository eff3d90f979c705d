/* What the machine's side may ask of the PnP manager beyond ntsim/io/sim.h, which has SimPlug and SimUnplug. */
#ifndef NTSIM_PNP_SIM_H
#define NTSIM_PNP_SIM_H

#include "ntsim/machine/services.h"

/* The drivers (DRIVER_OBJECTs from the bottom up) of devices with that hardware or compatible ID; they replace those
 * that were there for it. Devices which a bus has reported already stay as they are. */
typedef int32_t(MACHINE_ABI sim_register_driver)(const uint16_t *hardware_id, void *const *drivers, uint32_t count);
/* Devices that start with that hardware or compatible ID get this value in their hardware key, or in a key below it
 * (`key`, which may be empty), unless it is there. */
typedef int32_t(MACHINE_ABI sim_register_setting)(const uint16_t *hardware_id, const uint16_t *key,
                                                  const uint16_t *name, uint32_t type, const void *data, uint32_t size);
/* Stops a started device and starts it again, as when its resources change. */
typedef int32_t(MACHINE_ABI sim_rebalance)(void *pdo);
/* Starts a device again whose drivers were removed while it stayed where it is. */
typedef int32_t(MACHINE_ABI sim_restart)(void *pdo);
/* Tells the device that a paging, dump or hibernation file (DEVICE_USAGE_NOTIFICATION_TYPE) comes to it, or leaves. */
typedef int32_t(MACHINE_ABI sim_device_usage)(void *pdo, int32_t type, bool in_path);
/* Waits until the PnP manager has done all that drivers asked of it: enumerations, removals, ejects. */
typedef void(MACHINE_ABI sim_settle_devices)(void);
/* Whether a device that a bus has reported runs: STATUS_SUCCESS, or the status with which its start failed. */
typedef int32_t(MACHINE_ABI sim_device_status)(void *pdo);

#endif
