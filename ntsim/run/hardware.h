/* The hardware of a plugged device: its model's regions, and the resource list that the driver is given. */
#ifndef NTSIM_RUN_HARDWARE_H
#define NTSIM_RUN_HARDWARE_H

#include <ntsim/ntsim.h>

struct hardware;

/* Fails the test where a resource is taken or makes no sense. */
struct hardware *hardware_attach(struct sim_place place, const struct sim_hardware *model);
/* The CM_RESOURCE_LIST, raw and translated. NULL for no hardware. */
const void *hardware_list(const struct hardware *hardware);
/* It is powered as that device is. */
void hardware_is_of(struct hardware *hardware, void *pdo);
void hardware_detach(struct hardware *hardware);

#endif
