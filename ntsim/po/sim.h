/* What the machine's side may ask of the power manager; see ntsim/io/sim.h. */
#ifndef NTSIM_PO_SIM_H
#define NTSIM_PO_SIM_H

#include "ntsim/machine/services.h"

/*
 * Takes the system to a SYSTEM_POWER_STATE (1: working, 2 to 4: S1 to S3, 5: hibernated, 6: off), as the power manager
 * does: each started device is asked and then told, children before their parents; parents first on the way up.
 * The status of a driver that refuses, which all who were asked hear of in a set-power for the working state.
 */
typedef int32_t(MACHINE_ABI sim_set_system_power)(int32_t state);

/* Gives a power setting (a GUID) a new value, and tells those who registered for it. */
typedef int32_t(MACHINE_ABI sim_set_power_setting)(const void *setting, const void *value, uint32_t size);

#endif
