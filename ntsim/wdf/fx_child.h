/* Inside the framework: lists of children. A child is in pool of its list, with copies of its descriptions. */
#ifndef NTSIM_WDF_FX_CHILD_H
#define NTSIM_WDF_FX_CHILD_H

#include "ntsim/wdf/fx.h"

struct fx_child_list {
    struct fx_object Object;
    struct fx_device *Device;
    LIST_ENTRY DeviceEntry;
    WDF_CHILD_LIST_CONFIG Config; /* of no callbacks and no descriptions for static children */
    LIST_ENTRY Children;
    ULONG Scanning, Iterations;
    ULONG Users;     /* that stand at a child of it while the driver is called: others may run meanwhile */
    BOOLEAN Changed; /* while it is scanned or gone through */
};

struct fx_child {
    LIST_ENTRY Entry;
    struct fx_child_list *List;
    PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER Identification;
    PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER Address;
    struct fx_device *Pdo;
    BOOLEAN HasAddress, Seen, Missing, Reported;
    BOOLEAN Gone; /* it is freed when nobody stands at one of the list */
};

#endif
