/* Between the files that plug devices in. */
#ifndef NTSIM_RUN_DEVICES_H
#define NTSIM_RUN_DEVICES_H

#include "ntsim/run/description.h"
#include "ntsim/run/hardware.h"

#include <ntsim/pci.h>

struct usb_device;

/* Loads the drivers of the device's stack; the bus that finds the device gives it these. */
NTSTATUS devices_load(const struct device_record *record);
/* A device that is plugged in, with what has to be undone when it goes. */
struct sim_device *devices_add(void *pdo, struct hardware *hardware, struct sim_pci *card, struct usb_device *usb);
/* The one after it, or the first. */
struct sim_device *devices_next(const struct sim_device *device);
/* Pulls it out, and, where it is on the root bus, puts in another of its kind. */
void devices_replug(struct sim_device *device);
/* Lets the PCI bus look at its slots again. */
NTSTATUS pci_enumerate(const struct sim_pci *card, void **pdo);

#endif
