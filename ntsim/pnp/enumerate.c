/* The devices of a bus. */
#include "ntsim/pnp/pip.h"

static void check_relations(const struct pip_node *bus, const DEVICE_RELATIONS *relations)
{
    for (ULONG i = 0; i < relations->Count; i++) {
        PDEVICE_OBJECT pdo = relations->Objects[i];
        if (!pdo)
            ki_bug_check(PNP_DETECTED_FATAL_ERROR, 8, (ULONG64)bus->Pdo, relations->Count, i, NULL,
                         "a bus driver reports NULL as one of its devices");
        if (iop_device(pdo)->DeletePending)
            ki_bug_check(PNP_DETECTED_FATAL_ERROR, 4, (ULONG64)pdo, 0, 0, NULL,
                         "a bus driver reports a PDO that it has deleted");
    }
}

static void take_in(struct pip_node *bus, PDEVICE_OBJECT pdo)
{
    struct pip_node *node = pip_node_of(pdo);
    if (!node)
        node = pip_create_node(pdo, bus); /* with no memory for it, the next report is another chance */
    if (node)
        node->Seen = TRUE;
    ObDereferenceObject(pdo); /* the report's reference */
}

static void lose_missing(struct pip_node *bus)
{
    for (LIST_ENTRY *entry = bus->Children.Flink, *next; entry != &bus->Children; entry = next) {
        struct pip_node *child = CONTAINING_RECORD(entry, struct pip_node, Entry);
        next = entry->Flink;
        if (child->Seen || !child->Present)
            continue;
        child->Present = FALSE;
        pip_surprise(child); /* may be gone now */
    }
}

static struct pip_node *next_new(struct pip_node *bus)
{
    for (LIST_ENTRY *entry = bus->Children.Flink; entry != &bus->Children; entry = entry->Flink) {
        struct pip_node *child = CONTAINING_RECORD(entry, struct pip_node, Entry);
        if (child->Present && !child->DeviceId)
            return child;
    }
    return NULL;
}

void pip_enumerate(struct pip_node *bus)
{
    PDEVICE_RELATIONS relations = pip_query_relations(bus, BusRelations);
    if (!relations)
        return;
    check_relations(bus, relations);
    for (LIST_ENTRY *entry = bus->Children.Flink; entry != &bus->Children; entry = entry->Flink)
        CONTAINING_RECORD(entry, struct pip_node, Entry)->Seen = FALSE;
    for (ULONG i = 0; i < relations->Count; i++)
        take_in(bus, relations->Objects[i]);
    ExFreePool(relations);
    lose_missing(bus);
    for (struct pip_node *child; (child = next_new(bus)) != NULL;) {
        NTSTATUS status = pip_identify(child);
        if (NT_SUCCESS(status)) {
            child->StartStatus = pip_start(child);
        } else { /* a device without an ID is as good as none */
            pip_tell(child, IRP_MN_REMOVE_DEVICE);
            pip_free_node(child);
        }
    }
}
