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
