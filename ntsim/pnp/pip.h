/* Inside PnP: the tree of devices. */
#ifndef NTSIM_PNP_PIP_H
#define NTSIM_PNP_PIP_H

#include "ntsim/io/iop.h"
#include "ntsim/io/sim.h"

enum { PIP_TAG = 'pnPP' };

enum pip_state { PIP_CREATED, PIP_STARTED, PIP_REMOVED };

/* One for each PDO; iop_device(pdo)->Node. */
struct pip_node {
    LIST_ENTRY Entry; /* among its parent's children */
    LIST_ENTRY Children;
    struct pip_node *Parent;
    PDEVICE_OBJECT Pdo;
    enum pip_state State;
    /* Copies of what sim_device says; NULL for devices of other buses. */
    PWSTR DeviceId, InstanceId, HardwareIds, CompatibleIds;
    PVOID Resources, TranslatedResources; /* CM_RESOURCE_LIST */
};

static inline struct pip_node *pip_node_of(PDEVICE_OBJECT pdo)
{
    return iop_device(pdo)->Node;
}

/* --- root_bus.c --- */
/* The driver of root-enumerated devices. */
NTSTATUS pip_init_root_bus(void);
NTSTATUS pip_create_root_device(const struct sim_device *description, PDEVICE_OBJECT *pdo);

/* --- node.c --- */
struct pip_node *pip_create_node(PDEVICE_OBJECT pdo, struct pip_node *parent);
void pip_free_node(struct pip_node *node);

struct pip_device_list {
    ULONG Count;
    PDEVICE_OBJECT *Pdos; /* referenced */
};
/* The PDOs of all started devices: parents before their children, or the other way round. */
NTSTATUS pip_list_started(BOOLEAN children_first, struct pip_device_list *list);
void pip_release_list(struct pip_device_list *list);

/* --- interface.c --- */
void pip_forget_interfaces(PDEVICE_OBJECT pdo);

/* --- start.c --- */
/* An IRP_MJ_PNP to the top of the stack; `parameters` is copied into its location where it is not NULL. */
NTSTATUS pip_request(PDEVICE_OBJECT pdo, UCHAR minor, const void *parameters, SIZE_T size, ULONG_PTR *information);
/* AddDevice of the drivers from the bottom up, then IRP_MN_START_DEVICE and what follows it. */
NTSTATUS pip_start(struct pip_node *node, PDRIVER_OBJECT const *drivers, ULONG count);
/* FALSE: the query was refused, nothing has changed. */
NTSTATUS pip_remove(struct pip_node *node, BOOLEAN surprise);

#endif
