/*
 * Inside PnP: the tree of devices, and what is done to it.
 *
 * Everything that changes the tree runs under one lock, one action at a time: what the host asks (control.c) and what
 * drivers ask (action.c, on a system worker). Requests to drivers are sent under the lock, so a driver that asks for
 * more while it handles one only queues it, as in NT.
 */
#ifndef NTSIM_PNP_PIP_H
#define NTSIM_PNP_PIP_H

#include "ntsim/io/iop.h"
#include "ntsim/io/sim.h"
#include "ntsim/pnp/sim.h"

#include <devpropdef.h>

enum { PIP_TAG = 'pnPP' };

enum pip_state {
    PIP_CREATED,   /* only its bus knows it: no drivers were found or loaded */
    PIP_ADDED,     /* its stack is built */
    PIP_STARTED,   /* */
    PIP_STOPPED,   /* for new resources */
    PIP_SURPRISED, /* its remove waits until nobody has it open */
    PIP_REMOVED    /* its drivers have left it; its PDO is there */
};

/* One for each PDO; iop_device(pdo)->Node. */
struct pip_node {
    LIST_ENTRY Entry; /* among its parent's children */
    LIST_ENTRY Children;
    struct pip_node *Parent;
    PDEVICE_OBJECT Pdo; /* referenced */
    enum pip_state State;
    BOOLEAN IsRoot;  /* on the root bus: its PDO is ours */
    BOOLEAN Present; /* its bus reports it */
    BOOLEAN Seen;    /* in the report that is being looked at */
    BOOLEAN Raw;     /* started without a function driver */
    PNP_DEVICE_STATE DeviceState;
    NTSTATUS StartStatus; /* when its bus has reported it */
    /* In pool; NULL where the bus has none. The lists are double-terminated. */
    PWSTR DeviceId, InstanceId, HardwareIds, CompatibleIds, ContainerId, Description, Location;
    DEVICE_CAPABILITIES Capabilities;
    PNP_BUS_INFORMATION Bus;
    BOOLEAN HasBus;
    PCM_RESOURCE_LIST BootResources;             /* as its bus found it configured */
    PIO_RESOURCE_REQUIREMENTS_LIST Requirements; /* before its drivers filter them */
    PCM_RESOURCE_LIST Resources, TranslatedResources;
    BOOLEAN OwnsResources; /* they were chosen here, and are in pool */
    PDRIVER_OBJECT *Drivers;
    ULONG DriverCount;
    PWSTR DriverKey;       /* below Control\Class; NULL before it is asked for */
    LIST_ENTRY Properties; /* of the unified model, that drivers set */
};

static inline struct pip_node *pip_node_of(PDEVICE_OBJECT pdo)
{
    return iop_device(pdo)->Node;
}

/* As above for what a driver passes as a PDO: a bug check where it is none. */
struct pip_node *pip_check_pdo(PDEVICE_OBJECT pdo);

/* --- root_bus.c --- */
/* The driver of root-enumerated devices. */
NTSTATUS pip_init_root_bus(void);
NTSTATUS pip_create_root_device(const struct sim_device *description, PDEVICE_OBJECT *pdo);

/* --- node.c --- */
/* Takes a reference to the PDO. */
struct pip_node *pip_create_node(PDEVICE_OBJECT pdo, struct pip_node *parent);
/* The node has no children. A PDO of the root bus goes, too. */
void pip_free_node(struct pip_node *node);

struct pip_device_list {
    ULONG Count;
    PDEVICE_OBJECT *Pdos; /* referenced */
};
/* The PDOs of all started devices: parents before their children, or the other way round. */
NTSTATUS pip_list_started(BOOLEAN children_first, struct pip_device_list *list);
void pip_release_list(struct pip_device_list *list);
/* Calls visit for each node, parents first, until it returns TRUE; that node, or NULL. */
struct pip_node *pip_find_node(BOOLEAN (*visit)(struct pip_node *node, PVOID context), PVOID context);
/* How many files are open on the devices of its stack. */
ULONG pip_open_files(const struct pip_node *node);

/* --- interface.c --- */
/* The device has not started: finds interfaces that its driver has left enabled. */
void pip_find_enabled(PDEVICE_OBJECT pdo);
void pip_forget_interfaces(PDEVICE_OBJECT pdo);
/* Each enabled interface of the class. */
void pip_visit_interfaces(const GUID *class, void (*visit)(PCUNICODE_STRING link, PVOID context), PVOID context);

/* --- property_data.c --- */
void pip_forget_properties(LIST_ENTRY *list);
/* Without data the property goes. */
NTSTATUS pip_set_property(LIST_ENTRY *list, const DEVPROPKEY *key, LCID locale, DEVPROPTYPE type, ULONG size,
                          const void *data);
NTSTATUS pip_get_property(const LIST_ENTRY *list, const DEVPROPKEY *key, LCID locale, ULONG room, PVOID data,
                          PULONG size, PDEVPROPTYPE type);

/* --- registry.c --- */
/* The setup class of devices that have none. */
#define PIP_CLASS_UNKNOWN L"{4d36e97e-e325-11ce-bfc1-08002be10318}"
NTSTATUS pip_open_instance_key(const struct pip_node *node, ACCESS_MASK access, PHANDLE key);
NTSTATUS pip_open_interface_key(PCUNICODE_STRING link, PCUNICODE_STRING class, ACCESS_MASK access, PHANDLE key);
/* FALSE: no memory. */
BOOLEAN pip_name_driver_key(struct pip_node *node);

/* --- notify.c --- */
/* On a worker, later. */
void pip_notify_interface(const GUID *class, PCUNICODE_STRING link, BOOLEAN arrives);
enum pip_target_event { PIP_QUERY_REMOVE, PIP_REMOVE_CANCELLED, PIP_REMOVE_COMPLETE };
/* A failure is a veto of PIP_QUERY_REMOVE. */
NTSTATUS pip_notify_target(const struct pip_node *node, enum pip_target_event event);

/* --- request.c --- */
/* An IRP_MJ_PNP to the top of the stack; `parameters` is copied into its location where it is not NULL. */
NTSTATUS pip_request(PDEVICE_OBJECT pdo, UCHAR minor, const void *parameters, SIZE_T size, ULONG_PTR *information);
/* Without parameters or an answer. */
NTSTATUS pip_tell(struct pip_node *node, UCHAR minor);
void pip_query_capabilities(struct pip_node *node);
/* NULL: no driver answers. To be freed with ExFreePool, after dereferencing the objects. */
PDEVICE_RELATIONS pip_query_relations(struct pip_node *node, DEVICE_RELATION_TYPE type);

/* --- identify.c --- */
/* Asks the bus all about its new device. */
NTSTATUS pip_identify(struct pip_node *node);
/* A copy in pool of `bytes`; NULL: no memory. */
PVOID pip_copy(const void *from, SIZE_T bytes);
SIZE_T pip_string_size(PCWSTR string); /* bytes, with its end */
SIZE_T pip_list_size(PCWSTR list);

/* --- security.c --- */
/* Gives the devices of a stack that is built what the INF says. STATUS_INVALID_PARAMETER: its Security is no
 * descriptor. */
NTSTATUS pip_apply_security(struct pip_node *node);

/* --- resources.c --- */
/* Filters the requirements through the stack and chooses the device's resources. */
NTSTATUS pip_assign_resources(struct pip_node *node);
void pip_release_resources(struct pip_node *node);
/* Other resources for a stopped device, as far as there are others. */
NTSTATUS pip_move_resources(struct pip_node *node);

/* --- drivers.c --- */
/* Gives the node the drivers registered for its hardware and compatible IDs, the first that matches. */
NTSTATUS pip_find_drivers(struct pip_node *node);
NTSTATUS pip_set_drivers(struct pip_node *node, PDRIVER_OBJECT const *drivers, ULONG count);

/* --- setting.c --- */
/* Puts into the device's hardware key what its INF has for it. */
void pip_apply_settings(const struct pip_node *node);

/* --- start.c --- */
/* AddDevice of the drivers from the bottom up, IRP_MN_START_DEVICE and what follows it, then the device's children.
 * A device that fails is removed; its node stays. */
NTSTATUS pip_start(struct pip_node *node);
/* Asks the device for its state, and does what that means. */
void pip_check_state(struct pip_node *node);
NTSTATUS pip_rebalance(struct pip_node *node);

/* --- enumerate.c --- */
/* Asks the bus for its devices: new ones are started, missing ones removed. */
void pip_enumerate(struct pip_node *bus);

/* --- control.c --- */
/* As pip_enumerate, from the main thread; returns when the tree is at rest. */
void pip_enumerate_now(PDEVICE_OBJECT bus);

/* --- remove.c --- */
/* With all below it. A refused query leaves all as it was. */
NTSTATUS pip_remove(struct pip_node *node);
/* It is gone, or fails: its drivers are told, and leave it once nobody has it open. */
void pip_surprise(struct pip_node *node);
/* Goes on with what waited for the last file to be closed. */
void pip_finish_removals(void);
NTSTATUS pip_eject(struct pip_node *node);

/* --- action.c --- */
void pip_lock(void);
void pip_unlock(void);
/* Waits until all that was asked of the PnP manager is done. */
void pip_settle(void);
/* A file on a device was closed. */
void pip_file_closed(PDEVICE_OBJECT device);
/* routine(node's PDO, context) under the lock, on a worker; <= DISPATCH_LEVEL. FALSE: no memory. */
BOOLEAN pip_queue(PDEVICE_OBJECT pdo, void (*routine)(PDEVICE_OBJECT pdo, PVOID context), PVOID context);

#endif
