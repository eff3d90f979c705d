/* Removing devices: orderly, by surprise, and what is left to do when the last file on one is closed. */
#include "ntsim/pnp/pip.h"

static BOOLEAN has_stack(const struct pip_node *node)
{
    return node->State == PIP_ADDED || node->State == PIP_STARTED || node->State == PIP_STOPPED;
}

/* The nodes that a removal concerns: children before their parents, then what the devices name as removal relations. */
struct removal {
    struct pip_node **Nodes;
    ULONG Count, Room;
};

static BOOLEAN grow(struct removal *removal)
{
    ULONG room = removal->Room ? removal->Room * 2 : 16;
    struct pip_node **nodes = ExAllocatePool2(POOL_FLAG_PAGED, room * sizeof(struct pip_node *), PIP_TAG);
    if (!nodes)
        return FALSE;
    if (removal->Nodes) {
        RtlCopyMemory(nodes, removal->Nodes, removal->Count * sizeof(*nodes));
        ExFreePoolWithTag(removal->Nodes, PIP_TAG);
    }
    removal->Nodes = nodes;
    removal->Room = room;
    return TRUE;
}

static BOOLEAN gather(struct removal *removal, struct pip_node *node, BOOLEAN with_relations);

static BOOLEAN gather_relations(struct removal *removal, struct pip_node *node, DEVICE_RELATION_TYPE type)
{
    BOOLEAN done = TRUE;
    PDEVICE_RELATIONS relations = pip_query_relations(node, type);
    for (ULONG i = 0; relations && i < relations->Count; i++) {
        PDEVICE_OBJECT pdo = relations->Objects[i];
        if (iop_device(pdo)->DeletePending)
            ki_bug_check(PNP_DETECTED_FATAL_ERROR, 0xB, (ULONG64)pdo, (ULONG64)relations, 0, NULL,
                         "a driver names a PDO as a relation that was deleted");
        if (done && pip_node_of(pdo))
            done = gather(removal, pip_node_of(pdo), TRUE);
        ObDereferenceObject(pdo);
    }
    if (relations)
        ExFreePool(relations);
    return done;
}

static BOOLEAN gather(struct removal *removal, struct pip_node *node, BOOLEAN with_relations)
{
    for (ULONG i = 0; i < removal->Count; i++)
        if (removal->Nodes[i] == node)
            return TRUE;
    for (LIST_ENTRY *entry = node->Children.Flink; entry != &node->Children; entry = entry->Flink)
        if (!gather(removal, CONTAINING_RECORD(entry, struct pip_node, Entry), with_relations))
            return FALSE;
    if (removal->Count == removal->Room && !grow(removal))
        return FALSE;
    removal->Nodes[removal->Count++] = node;
    return !with_relations || node->State != PIP_STARTED || gather_relations(removal, node, RemovalRelations);
}

static void free_removal(struct removal *removal)
{
    if (removal->Nodes)
        ExFreePoolWithTag(removal->Nodes, PIP_TAG);
}

static void free_children(struct pip_node *node)
{
    while (!IsListEmpty(&node->Children))
        pip_free_node(CONTAINING_RECORD(node->Children.Flink, struct pip_node, Entry));
}

/* Its drivers leave it; with them go the devices of a bus. */
static void finish(struct pip_node *node)
{
    BOOLEAN by_surprise = node->State == PIP_SURPRISED;
    if (!by_surprise)
        pip_notify_target(node, PIP_REMOVE_COMPLETE);
    pip_tell(node, IRP_MN_REMOVE_DEVICE);
    node->State = PIP_REMOVED;
    pip_forget_interfaces(node->Pdo);
    pip_release_resources(node);
    free_children(node);
    if (!node->Present || (!node->IsRoot && iop_device(node->Pdo)->DeletePending))
        pip_free_node(node);
}

static NTSTATUS query_all(const struct removal *removal)
{
    NTSTATUS status = STATUS_SUCCESS;
    ULONG asked = 0;
    for (ULONG i = 0; i < removal->Count && NT_SUCCESS(status); i++)
        if (has_stack(removal->Nodes[i]))
            status = pip_notify_target(removal->Nodes[i], PIP_QUERY_REMOVE);
    for (; asked < removal->Count && NT_SUCCESS(status); asked++)
        if (has_stack(removal->Nodes[asked]))
            status = pip_tell(removal->Nodes[asked], IRP_MN_QUERY_REMOVE_DEVICE);
    for (ULONG i = 0; i < removal->Count && NT_SUCCESS(status); i++)
        if (pip_open_files(removal->Nodes[i]))
            status = STATUS_DEVICE_BUSY;
    while (!NT_SUCCESS(status) && asked-- > 0)
        if (has_stack(removal->Nodes[asked]))
            pip_tell(removal->Nodes[asked], IRP_MN_CANCEL_REMOVE_DEVICE);
    for (ULONG i = 0; i < removal->Count && !NT_SUCCESS(status); i++)
        if (has_stack(removal->Nodes[i]))
            pip_notify_target(removal->Nodes[i], PIP_REMOVE_CANCELLED);
    return status;
}

static NTSTATUS remove_all(struct removal *removal)
{
    NTSTATUS status = query_all(removal);
    for (ULONG i = 0; i < removal->Count && NT_SUCCESS(status); i++)
        if (has_stack(removal->Nodes[i]))
            finish(removal->Nodes[i]);
    return status;
}

NTSTATUS pip_remove(struct pip_node *node)
{
    struct removal removal = {0};
    NTSTATUS status = gather(&removal, node, TRUE) ? remove_all(&removal) : STATUS_INSUFFICIENT_RESOURCES;
    free_removal(&removal);
    return status;
}

static BOOLEAN is_busy(const struct pip_node *node)
{
    BOOLEAN waits = FALSE;
    for (LIST_ENTRY *entry = node->Children.Flink; entry != &node->Children; entry = entry->Flink)
        waits |= CONTAINING_RECORD(entry, struct pip_node, Entry)->State == PIP_SURPRISED;
    return waits || pip_open_files(node) > 0;
}

static BOOLEAN can_finish(struct pip_node *node, PVOID context)
{
    return node->State == PIP_SURPRISED && !is_busy(node);
}

void pip_finish_removals(void)
{
    struct pip_node *node;
    while ((node = pip_find_node(can_finish, NULL)) != NULL)
        finish(node);
}

/* A device without drivers has nobody to tell but its bus. */
void pip_surprise(struct pip_node *node)
{
    struct removal removal = {0};
    if (!gather(&removal, node, FALSE))
        ki_bug_check(PNP_DETECTED_FATAL_ERROR, 0, 0, 0, 0, NULL, "no memory to remove a device");
    for (ULONG i = 0; i < removal.Count; i++) {
        struct pip_node *one = removal.Nodes[i];
        if (has_stack(one)) {
            pip_tell(one, IRP_MN_SURPRISE_REMOVAL);
            one->State = PIP_SURPRISED;
            pip_notify_target(one, PIP_REMOVE_COMPLETE);
        }
    }
    free_removal(&removal);
    BOOLEAN has_none = node->State == PIP_CREATED || node->State == PIP_REMOVED;
    if (has_none && !node->Present)
        finish(node);
    pip_finish_removals();
}

/* The device's own removal relations and those that leave their slot with it; then its bus gives it up. */
NTSTATUS pip_eject(struct pip_node *node)
{
    struct removal removal = {0};
    struct pip_node *bus = node->Parent;
    PDEVICE_OBJECT pdo = node->Pdo;
    NTSTATUS status = STATUS_INSUFFICIENT_RESOURCES;
    ObReferenceObject(pdo);
    if (gather(&removal, node, TRUE) && gather_relations(&removal, node, EjectionRelations))
        status = remove_all(&removal);
    free_removal(&removal);
    if (NT_SUCCESS(status))
        status = pip_request(pdo, IRP_MN_EJECT, NULL, 0, NULL);
    if (NT_SUCCESS(status) && bus->Pdo)
        pip_enumerate(bus);
    ObDereferenceObject(pdo);
    return status;
}
