/*
 * Inside storport.sys, the port driver of virtual miniports: a library that puts its own routines into a miniport's
 * driver object. The adapter's FDO is the port driver's, and so are the PDOs of its logical units.
 *
 * A request (IRP_MJ_SCSI at a unit, or one of the port driver's own) goes to the miniport in the caller's context. Its
 * end is a DPC, wherever the miniport completes it. Sources of behaviour: the public documentation of storport.h and of
 * virtual miniports.
 */
#ifndef NTSIM_STORPORT_STORP_H
#define NTSIM_STORPORT_STORP_H

#include <ntifs.h>

#include <storport.h>

#include <ntddscsi.h>

/* Stops the run: Storport has what `text` tells of, this system has not. */
__declspec(dllimport) DECLSPEC_NORETURN void SimStopMissing(const char *text);

enum { STOR_TAG = 'PotS', STOR_LUNS = 255 };

/* A miniport: what it said of itself. Of a shorter structure the rest is zero. */
struct stor_driver {
    HW_INITIALIZATION_DATA Hw;
    PVOID Context;
};

/* How each device extension begins. */
struct stor_device {
    PDEVICE_OBJECT Device;
    BOOLEAN IsUnit;
};

/* What the miniport knows an adapter by is what follows this. */
struct stor_extension {
    DECLSPEC_ALIGN(16) struct stor_adapter *Adapter;
    DECLSPEC_ALIGN(16) UCHAR Miniport[];
};

struct stor_adapter {
    struct stor_device Common;
    PDEVICE_OBJECT Pdo, Lower;
    const struct stor_driver *Driver;
    PORT_CONFIGURATION_INFORMATION Config;
    struct stor_extension *Extension; /* NULL: HwFindAdapter has not been called, or its adapter is gone */
    PHW_PASSIVE_INITIALIZE_ROUTINE PassiveInitialize;
    BOOLEAN Controls[ScsiAdapterControlMax];
    BOOLEAN Started, Stopped, Gone;
    UNICODE_STRING Link;
    LIST_ENTRY Units; /* PnP asks for relations one at a time; changed under Lock, too */
    KSPIN_LOCK Lock;  /* of what follows, and of reading Units */
    LIST_ENTRY Requests, Ended;
    KDPC EndDpc;
    KSPIN_LOCK StartIoLock, InterruptLock;
};

struct stor_unit {
    struct stor_device Common;
    struct stor_adapter *Adapter;
    LIST_ENTRY Entry;
    UCHAR PathId, TargetId, Lun;
    BOOLEAN There;    /* as the last enumeration found it */
    BOOLEAN Reported; /* PnP knows the PDO */
    BOOLEAN Claimed;  /* by a class driver */
    BOOLEAN Closed;   /* its requests are refused; under the run-down */
    EX_RUNDOWN_REF Rundown;
    INQUIRYDATA Inquiry;
    PVOID Extension; /* the miniport's, SpecificLuExtensionSize */
};

/* A request that is the miniport's. */
struct stor_request {
    LIST_ENTRY Entry;
    struct stor_adapter *Adapter;
    PSCSI_REQUEST_BLOCK Srb;
    PIRP Irp;         /* NULL: the port driver's own */
    PMDL Mdl;         /* of Srb->DataBuffer; NULL: no data */
    PVOID DataBuffer; /* the caller's */
    void (*End)(struct stor_request *request);
    PVOID Context;
    DECLSPEC_ALIGN(16) UCHAR SrbExtension[];
};

static inline struct stor_device *stor_device(PDEVICE_OBJECT device)
{
    return device->DeviceExtension;
}

static inline struct stor_adapter *stor_adapter(PVOID extension)
{
    return CONTAINING_RECORD(extension, struct stor_extension, Miniport)->Adapter;
}

NTSTATUS stor_complete(PIRP irp, NTSTATUS status, ULONG_PTR information);

/* --- adapter.c --- */
NTSTATUS stor_adapter_pnp(struct stor_adapter *adapter, PIRP irp);
/* STATUS_NOT_SUPPORTED: the miniport does not do that. */
NTSTATUS stor_adapter_control(struct stor_adapter *adapter, SCSI_ADAPTER_CONTROL_TYPE type, PVOID parameters);

/* --- unit.c --- */
/* Asks the adapter's buses what there is. PASSIVE_LEVEL. */
NTSTATUS stor_enumerate(struct stor_adapter *adapter);
NTSTATUS stor_list_units(struct stor_adapter *adapter, PIRP irp);
void stor_delete_units(struct stor_adapter *adapter);
NTSTATUS stor_unit_pnp(struct stor_unit *unit, PIRP irp);
/* NULL: there is none. <= DISPATCH_LEVEL. `reported`: one that PnP knows, whose device object is referenced for the
 * caller. */
struct stor_unit *stor_find_unit(struct stor_adapter *adapter, UCHAR path, UCHAR target, UCHAR lun, BOOLEAN reported);

/* --- request.c; <= DISPATCH_LEVEL --- */
/* IRP_MJ_SCSI. */
NTSTATUS stor_unit_scsi(struct stor_unit *unit, PIRP irp);
/* A request of the port driver's own, whose data lie in non-paged memory: returns when it has ended. PASSIVE_LEVEL. */
NTSTATUS stor_send(struct stor_adapter *adapter, PSCSI_REQUEST_BLOCK srb);
NTSTATUS stor_status_of(const SCSI_REQUEST_BLOCK *srb);
/* The request of that block; NULL: the miniport has none such. */
struct stor_request *stor_find_request(struct stor_adapter *adapter, const SCSI_REQUEST_BLOCK *srb);
/* What the miniport tells. */
void stor_completed(struct stor_adapter *adapter, PSCSI_REQUEST_BLOCK srb);
void stor_complete_all(struct stor_adapter *adapter, UCHAR path, UCHAR target, UCHAR lun, UCHAR status);
void stor_end_requests(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2);

/* --- deferred.c; each returns a STOR_STATUS --- */
ULONG stor_make_worker(struct stor_adapter *adapter, PVOID *handle);
ULONG stor_queue_worker(PHW_WORKITEM routine, PVOID handle, PVOID context);
/* Not while it is queued. */
ULONG stor_free_worker(PVOID handle);
ULONG stor_make_timer(struct stor_adapter *adapter, PVOID *handle);
/* Once, in so many microseconds; 0: it is cancelled. */
ULONG stor_set_timer(PVOID handle, PHW_TIMER_EX routine, PVOID context, ULONGLONG microseconds);
ULONG stor_free_timer(PVOID handle);

/* --- control.c --- */
NTSTATUS stor_adapter_ioctl(struct stor_adapter *adapter, PIRP irp);
NTSTATUS stor_unit_ioctl(struct stor_unit *unit, PIRP irp);

#endif
