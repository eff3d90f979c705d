/* Devices that want to hear of the system's shutdown. Last-chance ones hear of it last. */
#include "ntsim/io/iop.h"

struct registration {
    LIST_ENTRY Entry;
    PDEVICE_OBJECT Device; /* referenced */
};

static LIST_ENTRY first_chance = {&first_chance, &first_chance};
static LIST_ENTRY last_chance = {&last_chance, &last_chance};

static NTSTATUS add(LIST_ENTRY *list, PDEVICE_OBJECT device)
{
    struct registration *registration = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*registration), IOP_TAG);
    if (!registration)
        return STATUS_INSUFFICIENT_RESOURCES;
    registration->Device = device;
    ObReferenceObject(device);
    device->Flags |= DO_SHUTDOWN_REGISTERED;
    InsertHeadList(list, &registration->Entry); /* who came last is told first */
    return STATUS_SUCCESS;
}

NTSTATUS IoRegisterShutdownNotification(PDEVICE_OBJECT DeviceObject)
{
    return add(&first_chance, DeviceObject);
}

NTSTATUS IoRegisterLastChanceShutdownNotification(PDEVICE_OBJECT DeviceObject)
{
    return add(&last_chance, DeviceObject);
}

static void take(struct registration *registration)
{
    RemoveEntryList(&registration->Entry);
    ObDereferenceObject(registration->Device);
    ExFreePoolWithTag(registration, IOP_TAG);
}

static void remove_from(LIST_ENTRY *list, PDEVICE_OBJECT device)
{
    for (LIST_ENTRY *entry = list->Flink, *next; entry != list; entry = next) {
        struct registration *registration = CONTAINING_RECORD(entry, struct registration, Entry);
        next = entry->Flink;
        if (registration->Device == device)
            take(registration);
    }
}

VOID IoUnregisterShutdownNotification(PDEVICE_OBJECT DeviceObject)
{
    remove_from(&first_chance, DeviceObject);
    remove_from(&last_chance, DeviceObject);
    DeviceObject->Flags &= ~DO_SHUTDOWN_REGISTERED;
}

static void tell(LIST_ENTRY *list)
{
    while (!IsListEmpty(list)) {
        struct registration *registration = CONTAINING_RECORD(list->Flink, struct registration, Entry);
        PDEVICE_OBJECT top = IoGetAttachedDeviceReference(registration->Device);
        PIRP irp = iop_build_irp(top, IRP_MJ_SHUTDOWN, 0);
        if (irp)
            iop_call_and_wait(top, irp, NULL);
        ObDereferenceObject(top);
        take(registration);
    }
}

void iop_shut_down_devices(void)
{
    tell(&first_chance);
    tell(&last_chance);
}
