/* What a bus says of a new device. */
#include "ntsim/pnp/pip.h"

SIZE_T pip_string_size(PCWSTR string)
{
    SIZE_T units = 0;
    while (string[units++])
        ;
    return units * sizeof(WCHAR);
}

SIZE_T pip_list_size(PCWSTR list)
{
    SIZE_T units = 0;
    while (list[units])
        while (list[units++])
            ;
    return (units + 1) * sizeof(WCHAR);
}

PVOID pip_copy(const void *from, SIZE_T bytes)
{
    PVOID to = ExAllocatePool2(POOL_FLAG_PAGED, bytes, PIP_TAG);
    if (to)
        RtlCopyMemory(to, from, bytes);
    return to;
}

enum { LONGEST_ID = 199 }; /* characters */

/* How bug check 0xCA numbers the kinds of IDs. */
static ULONG number_of(BUS_QUERY_ID_TYPE type)
{
    switch (type) {
    case BusQueryDeviceID:
        return 1;
    case BusQueryInstanceID:
        return 2;
    case BusQueryHardwareIDs:
        return 3;
    default:
        return 4;
    }
}

static void check_id(const struct pip_node *node, PCWSTR id, BUS_QUERY_ID_TYPE type)
{
    BOOLEAN is_list = type == BusQueryHardwareIDs || type == BusQueryCompatibleIDs, is_valid = TRUE;
    SIZE_T units = 0;
    do {
        SIZE_T begin = units;
        for (; is_valid && id[units]; units++)
            is_valid = id[units] >= L' ' && id[units] <= 0x7F && id[units] != L',' && units - begin < LONGEST_ID;
        units++;
    } while (is_valid && is_list && id[units]);
    if (!is_valid)
        ki_bug_check(PNP_DETECTED_FATAL_ERROR, 3, (ULONG64)node->Pdo, (ULONG64)id, number_of(type), NULL,
                     "a bus driver returns an ID with characters that are not allowed in it, or without an end");
}

/* NULL where the bus has none. */
static PWSTR query_id(struct pip_node *node, BUS_QUERY_ID_TYPE type)
{
    ULONG_PTR information = 0;
    if (!NT_SUCCESS(pip_request(node->Pdo, IRP_MN_QUERY_ID, &type, sizeof(type), &information)) || !information)
        return NULL;
    check_id(node, (PCWSTR)information, type);
    return (PWSTR)information;
}

static PWSTR query_text(struct pip_node *node, DEVICE_TEXT_TYPE type)
{
    const struct {
        DEVICE_TEXT_TYPE Type;
        LCID POINTER_ALIGNMENT Locale;
    } parameters = {type, 0x409};
    ULONG_PTR information = 0;
    NTSTATUS status = pip_request(node->Pdo, IRP_MN_QUERY_DEVICE_TEXT, &parameters, sizeof(parameters), &information);
    return NT_SUCCESS(status) ? (PWSTR)information : NULL;
}

static PVOID query(struct pip_node *node, UCHAR minor)
{
    ULONG_PTR information = 0;
    NTSTATUS status = pip_request(node->Pdo, minor, NULL, 0, &information);
    return NT_SUCCESS(status) ? (PVOID)information : NULL;
}

static void query_bus(struct pip_node *node)
{
    PPNP_BUS_INFORMATION bus = query(node, IRP_MN_QUERY_BUS_INFORMATION);
    if (!bus)
        return;
    node->Bus = *bus;
    node->HasBus = TRUE;
    ExFreePool(bus);
}

/* An instance ID that is unique among a bus's devices only gets its parent in front of it. */
static NTSTATUS make_unique(struct pip_node *node)
{
    UNICODE_STRING parent;
    ULONG hash = 0;
    if (node->Capabilities.UniqueID || !node->Parent->DeviceId)
        return STATUS_SUCCESS;
    for (PCWSTR at = node->Parent->InstanceId; *at; at++)
        hash = hash * 31 + *at;
    RtlInitUnicodeString(&parent, node->Parent->DeviceId);
    for (USHORT i = 0; i < parent.Length / sizeof(WCHAR); i++)
        hash = hash * 31 + RtlUpcaseUnicodeChar(parent.Buffer[i]);
    enum { PREFIX = 2 + 8 + 3 }; /* 1&xxxxxxxx&0& */
    SIZE_T size = pip_string_size(node->InstanceId);
    PWSTR unique = ExAllocatePool2(POOL_FLAG_PAGED, PREFIX * sizeof(WCHAR) + size, PIP_TAG);
    if (!unique)
        return STATUS_INSUFFICIENT_RESOURCES;
    RtlCopyMemory(unique, L"1&00000000&0&", PREFIX * sizeof(WCHAR));
    for (int digit = 9; digit > 1; digit--, hash >>= 4)
        unique[digit] = L"0123456789abcdef"[hash & 15];
    RtlCopyMemory(unique + PREFIX, node->InstanceId, size);
    ExFreePool(node->InstanceId);
    node->InstanceId = unique;
    return STATUS_SUCCESS;
}

static BOOLEAN is_same(PCWSTR a, PCWSTR b)
{
    UNICODE_STRING first, second;
    RtlInitUnicodeString(&first, a);
    RtlInitUnicodeString(&second, b);
    return RtlEqualUnicodeString(&first, &second, TRUE);
}

static BOOLEAN is_twin(struct pip_node *other, PVOID context)
{
    const struct pip_node *node = context;
    return other != node && other->Present && other->DeviceId && other->InstanceId &&
           is_same(other->DeviceId, node->DeviceId) && is_same(other->InstanceId, node->InstanceId);
}

NTSTATUS pip_identify(struct pip_node *node)
{
    if (!node->DeviceId) { /* the root bus's devices have theirs from the start */
        node->DeviceId = query_id(node, BusQueryDeviceID);
        node->InstanceId = query_id(node, BusQueryInstanceID);
        node->HardwareIds = query_id(node, BusQueryHardwareIDs);
        node->CompatibleIds = query_id(node, BusQueryCompatibleIDs);
        node->ContainerId = query_id(node, BusQueryContainerID);
    }
    if (!node->DeviceId)
        return STATUS_NO_SUCH_DEVICE;
    if (!node->InstanceId && !(node->InstanceId = pip_copy(L"0000", sizeof(L"0000"))))
        return STATUS_INSUFFICIENT_RESOURCES;
    pip_query_capabilities(node);
    NTSTATUS status = make_unique(node);
    if (!NT_SUCCESS(status))
        return status;
    struct pip_node *twin = pip_find_node(is_twin, node);
    if (twin)
        ki_bug_check(PNP_DETECTED_FATAL_ERROR, 1, (ULONG64)node->Pdo, (ULONG64)twin->Pdo, 0, NULL,
                     "a bus driver reports two PDOs with the same device and instance IDs");
    node->Description = query_text(node, DeviceTextDescription);
    node->Location = query_text(node, DeviceTextLocationInformation);
    query_bus(node);
    if (!node->IsRoot)
        pip_apply_settings(node); /* what a bus is to assign may be among them */
    node->BootResources = query(node, IRP_MN_QUERY_RESOURCES);
    node->Requirements = query(node, IRP_MN_QUERY_RESOURCE_REQUIREMENTS);
    return STATUS_SUCCESS;
}
