/*
 * Inside hidclass.sys, the HID class driver: a library of minidrivers, in whose driver objects it puts its own
 * routines.
 *
 * The FDO of an input device is the class driver's, and so are the PDOs of its top-level collections. A request for the
 * device goes to the FDO as IRP_MJ_INTERNAL_DEVICE_CONTROL, and from there to the minidriver's routine at the same
 * stack location. PnP and power IRPs whose end matters get a location for the minidriver below the class driver's, so
 * the FDO's stack is one higher than its device objects.
 *
 * Sources of behaviour: the public documentation of hidclass.h and hidport.h and of HID minidrivers.
 */
#ifndef NTSIM_HID_CLASS_HIDC_H
#define NTSIM_HID_CLASS_HIDC_H

#include <ntifs.h>

#include <hidclass.h>
#include <hidpddi.h>
#include <hidport.h>

enum { HIDC_TAG = 'CdiH', HIDC_READERS = 2 };

/* A minidriver: what its driver object had before. */
struct hidc_driver {
    PDRIVER_DISPATCH Dispatch[IRP_MJ_MAXIMUM_FUNCTION + 1];
    PDRIVER_ADD_DEVICE AddDevice;
    PDRIVER_UNLOAD Unload;
    ULONG ExtensionSize;
    BOOLEAN Polled;
};

/* How each device extension begins; minidrivers know the first part. */
struct hidc_device {
    HID_DEVICE_EXTENSION Public;
    PDEVICE_OBJECT Device;
    BOOLEAN IsCollection;
};

struct hidc_fdo;

/* One of the requests for input reports that are always at the device. */
struct hidc_reader {
    struct hidc_fdo *Fdo;
    PIRP Irp;
    PUCHAR Buffer;
    LONG Parties; /* the call and the end of the request: the later of them goes on */
    KTIMER Timer; /* to the next attempt */
    KDPC Dpc;
};

struct hidc_collection;

/* Selective suspend: idle.c. */
struct hidc_idle {
    BOOLEAN Enabled;
    BOOLEAN Forbidden; /* the system sleeps, or the device is going */
    BOOLEAN Asleep, Woken;
    LONG OpenFiles; /* of all collections */
    KEVENT Lock;    /* of the changes of power */
    KTIMER Timer;
    KDPC Dpc;
    WORK_QUEUE_ITEM Item;
    KEVENT WorkEnded; /* neither timer nor item is queued */
    PIRP Irp;         /* the notification */
    KEVENT NotificationEnded;
    HID_SUBMIT_IDLE_NOTIFICATION_CALLBACK_INFO Callback;
    PIRP WakeIrp;
    KEVENT WakeEnded;
};

struct hidc_fdo {
    struct hidc_device Common;
    struct hidc_driver *Driver;
    BOOLEAN Known; /* its descriptors were read, its collections made */
    BOOLEAN Gone;
    HID_DEVICE_ATTRIBUTES Attributes;
    HIDP_DEVICE_DESC Description;
    struct hidc_collection **Collections; /* as many as Description has */
    KSPIN_LOCK Lock;                      /* of what follows */
    BOOLEAN Reading;
    ULONG ReadersOut;
    KEVENT ReadersEnded;
    ULONG PollInterval; /* ms */
    ULONG ReadSize;
    struct hidc_reader Readers[HIDC_READERS];
    struct hidc_idle Idle;
};

struct hidc_collection {
    struct hidc_device Common;
    struct hidc_fdo *Fdo;
    ULONG Number; /* from 1 */
    BOOLEAN Started;
    UNICODE_STRING Link;
    KSPIN_LOCK Lock; /* of the files, their reports and reads */
    LIST_ENTRY Files;
};

/* An open file of a collection. */
struct hidc_file {
    LIST_ENTRY Entry;
    struct hidc_collection *Collection;
    ULONG Room, Count; /* reports that it may keep, and keeps */
    LIST_ENTRY Reports, Reads;
};

static inline struct hidc_device *hidc_device(PDEVICE_OBJECT device)
{
    return device->DeviceExtension;
}

static inline struct hidc_fdo *hidc_fdo(PDEVICE_OBJECT device)
{
    return device->DeviceExtension;
}

static inline struct hidc_collection *hidc_collection(PDEVICE_OBJECT device)
{
    return device->DeviceExtension;
}

static inline const HIDP_COLLECTION_DESC *hidc_description(const struct hidc_collection *collection)
{
    return &collection->Fdo->Description.CollectionDesc[collection->Number - 1];
}

NTSTATUS hidc_complete(PIRP irp, NTSTATUS status, ULONG_PTR information);

/* --- fdo.c --- */
NTSTATUS hidc_add_device(PDRIVER_OBJECT driver, PDEVICE_OBJECT pdo);
NTSTATUS hidc_fdo_pnp(struct hidc_fdo *fdo, PIRP irp);
/* The minidriver's routine, with the IRP's own location. */
NTSTATUS hidc_to_minidriver(struct hidc_fdo *fdo, PIRP irp);
/* The same with a location of its own, and a routine for the end. */
NTSTATUS hidc_to_minidriver_and(struct hidc_fdo *fdo, PIRP irp, PIO_COMPLETION_ROUTINE ended, PVOID context);
BOOLEAN hidc_uses_report_ids(const struct hidc_fdo *fdo);
/* NULL: the device has no such report. */
const HIDP_REPORT_IDS *hidc_find_report(const struct hidc_fdo *fdo, UCHAR id);

/* --- power.c --- */
NTSTATUS hidc_fdo_power(struct hidc_fdo *fdo, PIRP irp);

/* --- reader.c --- */
NTSTATUS hidc_make_readers(struct hidc_fdo *fdo);
void hidc_free_readers(struct hidc_fdo *fdo);
/* <= DISPATCH_LEVEL. */
void hidc_start_reading(struct hidc_fdo *fdo);
/* Returns when the device has none of the requests any more. */
void hidc_stop_reading(struct hidc_fdo *fdo);

/* --- idle.c; at PASSIVE_LEVEL --- */
/* The device has started. */
NTSTATUS hidc_idle_start(struct hidc_fdo *fdo);
/* After hidc_idle_stop: it may sleep again. <= DISPATCH_LEVEL. */
void hidc_idle_resume(struct hidc_fdo *fdo);
/* It is to work without sleeping; `power`: it gets its power back. */
void hidc_idle_stop(struct hidc_fdo *fdo, BOOLEAN power);
void hidc_idle_end(struct hidc_fdo *fdo);
/* A file of a collection; returns when the device has its power. */
void hidc_idle_opened(struct hidc_fdo *fdo);
void hidc_idle_closed(struct hidc_fdo *fdo);

/* --- collection.c --- */
NTSTATUS hidc_make_collection(struct hidc_fdo *fdo, ULONG number, struct hidc_collection **result);
void hidc_delete_collection(struct hidc_collection *collection);
NTSTATUS hidc_collection_pnp(struct hidc_collection *collection, PIRP irp);
/* The IDs that the collection's PDO has, a list in pool; NULL: no memory. */
PWSTR hidc_hardware_ids(const struct hidc_collection *collection);

/* --- file.c --- */
NTSTATUS hidc_create(struct hidc_collection *collection, PIRP irp);
NTSTATUS hidc_cleanup(struct hidc_collection *collection, PIRP irp);
NTSTATUS hidc_close(struct hidc_collection *collection, PIRP irp);
NTSTATUS hidc_read(struct hidc_collection *collection, PIRP irp);
/* A report of the collection, with its ID, has come: <= DISPATCH_LEVEL. */
void hidc_deliver(struct hidc_collection *collection, UCHAR id, const UCHAR *data, ULONG size);
/* The reads of all files end. */
void hidc_fail_reads(struct hidc_collection *collection, NTSTATUS status);
void hidc_flush(struct hidc_file *file);
NTSTATUS hidc_set_room(struct hidc_file *file, ULONG reports);

/* --- control.c --- */
NTSTATUS hidc_control(struct hidc_collection *collection, PIRP irp);

/* --- transfer.c: what goes to the minidriver; the IRP is completed by it --- */
NTSTATUS hidc_write(struct hidc_collection *collection, PIRP irp);
NTSTATUS hidc_get_report(struct hidc_collection *collection, PIRP irp, HIDP_REPORT_TYPE type, ULONG code);
NTSTATUS hidc_set_report(struct hidc_collection *collection, PIRP irp, HIDP_REPORT_TYPE type, ULONG code);
NTSTATUS hidc_get_string(struct hidc_collection *collection, PIRP irp, ULONG code, ULONG string);
NTSTATUS hidc_get_physical(struct hidc_collection *collection, PIRP irp);

#endif
