/* The tree of devices. */
#include "ntsim/pnp/pip.h"

static struct pip_node root = {.Children = {&root.Children, &root.Children}};

struct pip_node *pip_create_node(PDEVICE_OBJECT pdo, struct pip_node *parent)
{
    struct pip_node *node = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*node), PIP_TAG);
    if (!node)
        return NULL;
    InitializeListHead(&node->Children);
    InitializeListHead(&node->Properties);
    node->Parent = parent ? parent : &root;
    node->Pdo = pdo;
    node->Present = TRUE;
    ObReferenceObject(pdo);
    InsertTailList(&node->Parent->Children, &node->Entry);
    iop_device(pdo)->Node = node;
    pdo->Flags |= DO_BUS_ENUMERATED_DEVICE;
    return node;
}

static void release(PVOID memory)
{
    if (memory)
        ExFreePool(memory);
}

void pip_free_node(struct pip_node *node)
{
    PDEVICE_OBJECT pdo = node->Pdo;
    pip_forget_interfaces(pdo);
    pip_release_resources(node);
    pip_forget_properties(&node->Properties);
    RemoveEntryList(&node->Entry);
    iop_device(pdo)->Node = NULL;
    release(node->DeviceId);
    release(node->InstanceId);
    release(node->HardwareIds);
    release(node->CompatibleIds);
    release(node->ContainerId);
    release(node->Description);
    release(node->Location);
    release(node->BootResources);
    release(node->Requirements);
    release(node->Drivers);
    release(node->DriverKey);
    if (node->IsRoot)
        IoDeleteDevice(pdo);
    ExFreePoolWithTag(node, PIP_TAG);
    ObDereferenceObject(pdo);
}

struct pip_node *pip_check_pdo(PDEVICE_OBJECT pdo)
{
    struct pip_node *node = pdo ? pip_node_of(pdo) : NULL;
    if (!node)
        ki_bug_check(PNP_DETECTED_FATAL_ERROR, 2, (ULONG64)pdo, pdo ? (ULONG64)pdo->DriverObject : 0, 0, NULL,
                     "a function that takes a PDO is given another device object, or a PDO that no bus has reported");
    return node;
}

static struct pip_node *find_below(struct pip_node *parent, BOOLEAN (*visit)(struct pip_node *, PVOID), PVOID context)
{
    for (LIST_ENTRY *entry = parent->Children.Flink; entry != &parent->Children; entry = entry->Flink) {
        struct pip_node *node = CONTAINING_RECORD(entry, struct pip_node, Entry);
        struct pip_node *found = visit(node, context) ? node : find_below(node, visit, context);
        if (found)
            return found;
    }
    return NULL;
}

struct pip_node *pip_find_node(BOOLEAN (*visit)(struct pip_node *node, PVOID context), PVOID context)
{
    return find_below(&root, visit, context);
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

ULONG pip_open_files(const struct pip_node *node)
{
    ULONG files = 0;
    for (PDEVICE_OBJECT device = node->Pdo; device; device = device->AttachedDevice)
        files += (ULONG)device->ReferenceCount;
    return files;
}
