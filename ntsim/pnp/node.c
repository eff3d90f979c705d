/* The tree of devices. */
#include "ntsim/pnp/pip.h"

static struct pip_node root = {.Children = {&root.Children, &root.Children}};

struct pip_node *pip_create_node(PDEVICE_OBJECT pdo, struct pip_node *parent)
{
    struct pip_node *node = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*node), PIP_TAG);
    if (!node)
        return NULL;
    InitializeListHead(&node->Children);
    node->Parent = parent ? parent : &root;
    node->Pdo = pdo;
    InsertTailList(&node->Parent->Children, &node->Entry);
    iop_device(pdo)->Node = node;
    return node;
}

static void release(PVOID memory)
{
    if (memory)
        ExFreePoolWithTag(memory, PIP_TAG);
}

void pip_free_node(struct pip_node *node)
{
    pip_forget_interfaces(node->Pdo);
    RemoveEntryList(&node->Entry);
    iop_device(node->Pdo)->Node = NULL;
    release(node->DeviceId);
    release(node->InstanceId);
    release(node->HardwareIds);
    release(node->CompatibleIds);
    ExFreePoolWithTag(node, PIP_TAG);
}

static ULONG count_started(const struct pip_node *node)
{
    ULONG count = node->Pdo && node->State == PIP_STARTED;
    for (LIST_ENTRY *entry = node->Children.Flink; entry != &node->Children; entry = entry->Flink)
        count += count_started(CONTAINING_RECORD(entry, struct pip_node, Entry));
    return count;
}

static void add(const struct pip_node *node, BOOLEAN children_first, struct pip_device_list *list)
{
    BOOLEAN listed = node->Pdo && node->State == PIP_STARTED;
    if (listed && !children_first)
        list->Pdos[list->Count++] = node->Pdo;
    for (LIST_ENTRY *entry = node->Children.Flink; entry != &node->Children; entry = entry->Flink)
        add(CONTAINING_RECORD(entry, struct pip_node, Entry), children_first, list);
    if (listed && children_first)
        list->Pdos[list->Count++] = node->Pdo;
}

NTSTATUS pip_list_started(BOOLEAN children_first, struct pip_device_list *list)
{
    list->Count = 0;
    list->Pdos = ExAllocatePool2(POOL_FLAG_NON_PAGED, (count_started(&root) + 1) * sizeof(PDEVICE_OBJECT), PIP_TAG);
    if (!list->Pdos)
        return STATUS_INSUFFICIENT_RESOURCES;
    add(&root, children_first, list);
    for (ULONG i = 0; i < list->Count; i++)
        ObReferenceObject(list->Pdos[i]);
    return STATUS_SUCCESS;
}

void pip_release_list(struct pip_device_list *list)
{
    for (ULONG i = 0; i < list->Count; i++)
        ObDereferenceObject(list->Pdos[i]);
    ExFreePoolWithTag(list->Pdos, PIP_TAG);
}
