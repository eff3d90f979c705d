/* Who wants to hear of device interfaces and of devices. */
#include "ntsim/pnp/pip.h"
#include "ntsim/verifier/leftovers.h"

#include <initguid.h>

#include <wdmguid.h>

struct registration {
    LIST_ENTRY Entry;
    IO_NOTIFICATION_EVENT_CATEGORY Category;
    GUID Class;            /* of interfaces */
    PFILE_OBJECT File;     /* of a target device */
    PDEVICE_OBJECT Pdo;    /* the target device; referenced */
    PDRIVER_OBJECT Driver; /* referenced */
    PDRIVER_NOTIFICATION_CALLBACK_ROUTINE Callback;
    PVOID Context;
    ULONG References; /* of the list, and of callbacks under way */
};

static LIST_ENTRY registrations = {&registrations, &registrations};

static void release(struct registration *registration)
{
    if (--registration->References > 0)
        return;
    if (registration->Pdo)
        ObDereferenceObject(registration->Pdo);
    ObDereferenceObject(registration->Driver);
    ExFreePoolWithTag(registration, PIP_TAG);
}

static NTSTATUS call(const struct registration *registration, PVOID structure)
{
    KIRQL irql = KeGetCurrentIrql();
    ULONG disabled = ki_current_thread()->KernelApcDisable + ki_current_thread()->SpecialApcDisable;
    NTSTATUS status = registration->Callback(structure, registration->Context);
    ULONG now = ki_current_thread()->KernelApcDisable + ki_current_thread()->SpecialApcDisable;
    if (KeGetCurrentIrql() != irql || now != disabled)
        ki_bug_check(PNP_DETECTED_FATAL_ERROR, 0xA, (ULONG64)registration->Driver, KeGetCurrentIrql(), now, NULL,
                     "a PnP notification callback returned at another IRQL or with APCs disabled");
    return status;
}

/* Calls all of a kind until one fails; callbacks may register and unregister. */
static NTSTATUS call_all(BOOLEAN (*wants)(const struct registration *, const void *), const void *which,
                         PVOID (*prepare)(const struct registration *, PVOID), PVOID structure, BOOLEAN stop)
{
    NTSTATUS status = STATUS_SUCCESS;
    for (LIST_ENTRY *entry = registrations.Flink, *next; entry != &registrations && NT_SUCCESS(status); entry = next) {
        struct registration *registration = CONTAINING_RECORD(entry, struct registration, Entry);
        registration->References++;
        if (wants(registration, which)) {
            NTSTATUS own = call(registration, prepare ? prepare(registration, structure) : structure);
            if (stop)
                status = own;
            else
                vf_status_lost(own, "a routine for notifications of PnP", (PVOID)registration->Callback);
        }
        next = registration->References > 1 ? entry->Flink : registrations.Flink;
        release(registration);
        if (next == &registrations || IsListEmpty(&registrations))
            break;
    }
    return status;
}

/* --- device interfaces --- */

static BOOLEAN wants_class(const struct registration *registration, const void *class)
{
    return registration->Category == EventCategoryDeviceInterfaceChange &&
           IsEqualGUID(&registration->Class, (const GUID *)class);
}

struct interface_change {
    DEVICE_INTERFACE_CHANGE_NOTIFICATION Notification;
    UNICODE_STRING Link;
    WCHAR Text[];
};

static struct interface_change *describe(const GUID *class, PCUNICODE_STRING link, BOOLEAN arrives)
{
    struct interface_change *change =
        ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*change) + link->Length + sizeof(WCHAR), PIP_TAG);
    if (!change)
        return NULL;
    RtlCopyMemory(change->Text, link->Buffer, link->Length);
    change->Link = (UNICODE_STRING){link->Length, link->Length + sizeof(WCHAR), change->Text};
    change->Notification = (DEVICE_INTERFACE_CHANGE_NOTIFICATION){.Version = 1,
                                                                  .Size = sizeof(change->Notification),
                                                                  .Event = arrives ? GUID_DEVICE_INTERFACE_ARRIVAL
                                                                                   : GUID_DEVICE_INTERFACE_REMOVAL,
                                                                  .InterfaceClassGuid = *class,
                                                                  .SymbolicLinkName = &change->Link};
    return change;
}

static void tell_of_interface(PDEVICE_OBJECT pdo, PVOID context)
{
    struct interface_change *change = context;
    call_all(wants_class, &change->Notification.InterfaceClassGuid, NULL, &change->Notification, FALSE);
    ExFreePoolWithTag(change, PIP_TAG);
}

void pip_notify_interface(const GUID *class, PCUNICODE_STRING link, BOOLEAN arrives)
{
    BOOLEAN wanted = FALSE;
    for (LIST_ENTRY *entry = registrations.Flink; entry != &registrations; entry = entry->Flink)
        wanted |= wants_class(CONTAINING_RECORD(entry, struct registration, Entry), class);
    struct interface_change *change = wanted ? describe(class, link, arrives) : NULL;
    if (change && !pip_queue(NULL, tell_of_interface, change))
        ExFreePoolWithTag(change, PIP_TAG);
}

static void tell_of_existing(PCUNICODE_STRING link, PVOID context)
{
    const struct registration *registration = context;
    struct interface_change *change = describe(&registration->Class, link, TRUE);
    if (!change)
        return;
    vf_status_lost(call(registration, &change->Notification), "a routine for notifications of PnP",
                   (PVOID)registration->Callback);
    ExFreePoolWithTag(change, PIP_TAG);
}

/* --- target devices --- */

static BOOLEAN wants_device(const struct registration *registration, const void *pdo)
{
    return registration->Category == EventCategoryTargetDeviceChange && registration->Pdo == pdo;
}

/* Removal and custom notifications begin alike; each who hears gets his own file. */
static PVOID with_file(const struct registration *registration, PVOID structure)
{
    ((PTARGET_DEVICE_REMOVAL_NOTIFICATION)structure)->FileObject = registration->File;
    return structure;
}

NTSTATUS pip_notify_target(const struct pip_node *node, enum pip_target_event event)
{
    static const GUID *const events[] = {
        [PIP_QUERY_REMOVE] = &GUID_TARGET_DEVICE_QUERY_REMOVE,
        [PIP_REMOVE_CANCELLED] = &GUID_TARGET_DEVICE_REMOVE_CANCELLED,
        [PIP_REMOVE_COMPLETE] = &GUID_TARGET_DEVICE_REMOVE_COMPLETE,
    };
    TARGET_DEVICE_REMOVAL_NOTIFICATION notification = {
        .Version = 1, .Size = sizeof(notification), .Event = *events[event]};
    return call_all(wants_device, node->Pdo, with_file, &notification, event == PIP_QUERY_REMOVE);
}

static BOOLEAN is_custom(const void *structure)
{
    const TARGET_DEVICE_CUSTOM_NOTIFICATION *notification = structure;
    return notification->Version == 1 && !IsEqualGUID(&notification->Event, &GUID_TARGET_DEVICE_QUERY_REMOVE) &&
           !IsEqualGUID(&notification->Event, &GUID_TARGET_DEVICE_REMOVE_CANCELLED) &&
           !IsEqualGUID(&notification->Event, &GUID_TARGET_DEVICE_REMOVE_COMPLETE);
}

NTSTATUS IoReportTargetDeviceChange(PDEVICE_OBJECT PhysicalDeviceObject, PVOID NotificationStructure)
{
    pip_check_pdo(PhysicalDeviceObject);
    if (!is_custom(NotificationStructure))
        return STATUS_INVALID_DEVICE_REQUEST;
    call_all(wants_device, PhysicalDeviceObject, with_file, NotificationStructure, FALSE);
    return STATUS_SUCCESS;
}

struct custom_change {
    PDEVICE_CHANGE_COMPLETE_CALLBACK Done;
    PVOID Context;
    DECLSPEC_ALIGN(8) UCHAR Notification[];
};

static void tell_custom(PDEVICE_OBJECT pdo, PVOID context)
{
    struct custom_change *change = context;
    call_all(wants_device, pdo, with_file, change->Notification, FALSE);
    if (change->Done)
        change->Done(change->Context);
    ExFreePoolWithTag(change, PIP_TAG);
}

NTSTATUS IoReportTargetDeviceChangeAsynchronous(PDEVICE_OBJECT PhysicalDeviceObject, PVOID NotificationStructure,
                                                PDEVICE_CHANGE_COMPLETE_CALLBACK Callback, PVOID Context)
{
    pip_check_pdo(PhysicalDeviceObject);
    if (!is_custom(NotificationStructure))
        return STATUS_INVALID_DEVICE_REQUEST;
    USHORT size = ((PPLUGPLAY_NOTIFICATION_HEADER)NotificationStructure)->Size;
    struct custom_change *change = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*change) + size, PIP_TAG);
    if (!change)
        return STATUS_INSUFFICIENT_RESOURCES;
    change->Done = Callback;
    change->Context = Context;
    RtlCopyMemory(change->Notification, NotificationStructure, size);
    if (pip_queue(PhysicalDeviceObject, tell_custom, change))
        return STATUS_PENDING;
    ExFreePoolWithTag(change, PIP_TAG);
    return STATUS_INSUFFICIENT_RESOURCES;
}

/* The PDO behind a file: its device's stack says, or is asked. */
static PDEVICE_OBJECT target_of(PFILE_OBJECT file)
{
    PDEVICE_OBJECT device = file->DeviceObject;
    while (iop_device(device)->AttachedTo)
        device = iop_device(device)->AttachedTo;
    if (pip_node_of(device)) {
        ObReferenceObject(device);
        return device;
    }
    DEVICE_RELATION_TYPE type = TargetDeviceRelation;
    ULONG_PTR information = 0;
    if (!NT_SUCCESS(pip_request(device, IRP_MN_QUERY_DEVICE_RELATIONS, &type, sizeof(type), &information)) ||
        !information)
        return NULL;
    PDEVICE_OBJECT pdo = ((PDEVICE_RELATIONS)information)->Objects[0]; /* with its reference */
    ExFreePool((PVOID)information);
    return pdo;
}

NTSTATUS IoRegisterPlugPlayNotification(IO_NOTIFICATION_EVENT_CATEGORY EventCategory, ULONG EventCategoryFlags,
                                        PVOID EventCategoryData, PDRIVER_OBJECT DriverObject,
                                        PDRIVER_NOTIFICATION_CALLBACK_ROUTINE CallbackRoutine, PVOID Context,
                                        PVOID *NotificationEntry)
{
    *NotificationEntry = NULL;
    struct registration *registration = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*registration), PIP_TAG);
    if (!registration)
        return STATUS_INSUFFICIENT_RESOURCES;
    registration->Category = EventCategory;
    registration->Driver = DriverObject;
    registration->Callback = CallbackRoutine;
    registration->Context = Context;
    registration->References = 1;
    if (EventCategory == EventCategoryDeviceInterfaceChange) {
        registration->Class = *(const GUID *)EventCategoryData;
    } else if (EventCategory == EventCategoryTargetDeviceChange) {
        registration->File = EventCategoryData;
        registration->Pdo = target_of(registration->File);
    }
    if (EventCategory == EventCategoryTargetDeviceChange && !registration->Pdo) {
        ExFreePoolWithTag(registration, PIP_TAG);
        return STATUS_NOT_SUPPORTED;
    }
    ObReferenceObject(DriverObject);
    InsertTailList(&registrations, &registration->Entry);
    vf_registered("the plug and play notification", registration, CallbackRoutine);
    *NotificationEntry = registration;
    if (EventCategory == EventCategoryDeviceInterfaceChange &&
        EventCategoryFlags & PNPNOTIFY_DEVICE_INTERFACE_INCLUDE_EXISTING_INTERFACES)
        pip_visit_interfaces(&registration->Class, tell_of_existing, registration);
    return STATUS_SUCCESS;
}

NTSTATUS IoUnregisterPlugPlayNotificationEx(PVOID NotificationEntry)
{
    struct registration *registration = NotificationEntry;
    vf_unregistered(registration);
    RemoveEntryList(&registration->Entry);
    InitializeListHead(&registration->Entry);
    release(registration);
    return STATUS_SUCCESS;
}

NTSTATUS IoUnregisterPlugPlayNotification(PVOID NotificationEntry)
{
    return IoUnregisterPlugPlayNotificationEx(NotificationEntry);
}
