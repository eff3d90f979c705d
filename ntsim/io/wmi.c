/*
 * WMI: who provides data blocks, who asks for them, and events.
 *
 * A provider is asked what it has (IRP_MN_REGINFO_EX) when somebody first opens a block, not as soon as it registers:
 * until then nobody would know. Events go to those who set a callback for their GUID, and are gone.
 */
#include "ntsim/io/iop.h"

#include "ntsim/pnp/pip.h"
#include "ntsim/verifier/leftovers.h"

struct provider {
    LIST_ENTRY Entry;
    PDEVICE_OBJECT Device; /* referenced */
    PWMIREGINFOW Blocks;   /* what it answered; NULL before it was asked */
};

/* What IoWMIOpenBlock gives. */
struct block {
    LIST_ENTRY Entry;
    GUID Guid;
    WMI_NOTIFICATION_CALLBACK Callback;
    PVOID Context;
};

static LIST_ENTRY providers = {&providers, &providers};
static LIST_ENTRY blocks = {&blocks, &blocks};

static void close_block(PVOID body)
{
    RemoveEntryList(&((struct block *)body)->Entry);
}

static OBJECT_TYPE block_type = {.Name = L"WmiGuid", .BodySize = sizeof(struct block), .Delete = close_block};

static NTSTATUS ask(PDEVICE_OBJECT device, UCHAR minor, PVOID path, PVOID buffer, ULONG size, ULONG_PTR *used)
{
    PDEVICE_OBJECT top = IoGetAttachedDeviceReference(device);
    PIRP irp = iop_build_irp(top, IRP_MJ_SYSTEM_CONTROL, minor);
    IO_STATUS_BLOCK io_status = {.Status = STATUS_INSUFFICIENT_RESOURCES};
    if (irp) {
        PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
        irp->IoStatus.Status = STATUS_NOT_SUPPORTED;
        location->Parameters.WMI.ProviderId = (ULONG_PTR)device;
        location->Parameters.WMI.DataPath = path;
        location->Parameters.WMI.Buffer = buffer;
        location->Parameters.WMI.BufferSize = size;
        iop_call_and_wait(top, irp, &io_status);
    }
    ObDereferenceObject(top);
    *used = io_status.Information;
    return io_status.Status;
}

static struct provider *find_provider(PDEVICE_OBJECT device)
{
    for (LIST_ENTRY *entry = providers.Flink; entry != &providers; entry = entry->Flink) {
        struct provider *provider = CONTAINING_RECORD(entry, struct provider, Entry);
        if (provider->Device == device)
            return provider;
    }
    return NULL;
}

/* The PDOs that a provider names its instances after come referenced. */
static void forget_blocks(struct provider *provider)
{
    const WMIREGINFOW *blocks_of = provider->Blocks;
    if (!blocks_of)
        return;
    for (ULONG i = 0; i < blocks_of->GuidCount; i++)
        if (blocks_of->WmiRegGuid[i].Flags & WMIREG_FLAG_INSTANCE_PDO && blocks_of->WmiRegGuid[i].Pdo)
            ObDereferenceObject((PVOID)blocks_of->WmiRegGuid[i].Pdo);
    ExFreePoolWithTag(provider->Blocks, IOP_TAG);
    provider->Blocks = NULL;
}

NTSTATUS IoWMIRegistrationControl(PDEVICE_OBJECT DeviceObject, ULONG Action)
{
    struct provider *provider = find_provider(DeviceObject);
    switch (Action) {
    case WMIREG_ACTION_REGISTER:
        if (provider)
            return STATUS_OBJECT_NAME_EXISTS;
        provider = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*provider), IOP_TAG);
        if (!provider)
            return STATUS_INSUFFICIENT_RESOURCES;
        provider->Device = DeviceObject;
        ObReferenceObject(DeviceObject);
        InsertTailList(&providers, &provider->Entry);
        vf_registered("the WMI provider", provider, DeviceObject->DriverObject->DriverStart);
        return STATUS_SUCCESS;
    case WMIREG_ACTION_DEREGISTER:
        if (!provider)
            return STATUS_INVALID_PARAMETER;
        vf_unregistered(provider);
        RemoveEntryList(&provider->Entry);
        forget_blocks(provider);
        ObDereferenceObject(DeviceObject);
        ExFreePoolWithTag(provider, IOP_TAG);
        return STATUS_SUCCESS;
    case WMIREG_ACTION_REREGISTER:
    case WMIREG_ACTION_UPDATE_GUIDS:
        if (!provider)
            return STATUS_INVALID_PARAMETER;
        forget_blocks(provider);
        return STATUS_SUCCESS;
    case WMIREG_ACTION_BLOCK_IRPS:
        return provider ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

static void learn_blocks(struct provider *provider)
{
    ULONG size = 4096;
    for (int attempt = 0; attempt < 2 && !provider->Blocks; attempt++) {
        PWMIREGINFOW buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, IOP_TAG);
        ULONG_PTR used = 0;
        if (!buffer)
            return;
        NTSTATUS status = ask(provider->Device, IRP_MN_REGINFO_EX, (PVOID)(ULONG_PTR)WMIREGISTER, buffer, size, &used);
        if (NT_SUCCESS(status) && used >= FIELD_OFFSET(WMIREGINFOW, WmiRegGuid)) {
            provider->Blocks = buffer;
            return;
        }
        if (status == STATUS_BUFFER_TOO_SMALL && used >= sizeof(ULONG))
            size = *(const ULONG *)buffer;
        ExFreePoolWithTag(buffer, IOP_TAG);
        if (status != STATUS_BUFFER_TOO_SMALL)
            return;
    }
}

static BOOLEAN has_block(struct provider *provider, const GUID *guid)
{
    if (!provider->Blocks)
        learn_blocks(provider);
    for (ULONG i = 0; provider->Blocks && i < provider->Blocks->GuidCount; i++)
        if (IsEqualGUID(&provider->Blocks->WmiRegGuid[i].Guid, guid))
            return TRUE;
    return FALSE;
}

static struct provider *provider_of(const GUID *guid)
{
    for (LIST_ENTRY *entry = providers.Flink; entry != &providers; entry = entry->Flink) {
        struct provider *provider = CONTAINING_RECORD(entry, struct provider, Entry);
        if (has_block(provider, guid))
            return provider;
    }
    return NULL;
}

NTSTATUS IoWMIOpenBlock(LPCGUID Guid, ULONG DesiredAccess, PVOID *DataBlockObject)
{
    *DataBlockObject = NULL;
    if (!(DesiredAccess & WMIGUID_NOTIFICATION) && !provider_of(Guid))
        return STATUS_WMI_GUID_NOT_FOUND;
    struct block *block = ob_create(&block_type, 0);
    if (!block)
        return STATUS_INSUFFICIENT_RESOURCES;
    block->Guid = *Guid;
    InsertTailList(&blocks, &block->Entry);
    *DataBlockObject = block;
    return STATUS_SUCCESS;
}

/* Of the first provider that has the block. */
NTSTATUS IoWMIQueryAllData(PVOID DataBlockObject, PULONG InOutBufferSize, PVOID OutBuffer)
{
    enum { ROOM = 64 * 1024 };
    struct block *block = DataBlockObject;
    struct provider *provider = provider_of(&block->Guid);
    if (!provider)
        return STATUS_WMI_GUID_NOT_FOUND;
    PWNODE_HEADER node = ExAllocatePool2(POOL_FLAG_NON_PAGED, ROOM, IOP_TAG);
    ULONG_PTR used = 0;
    if (!node)
        return STATUS_INSUFFICIENT_RESOURCES;
    node->BufferSize = ROOM;
    node->ProviderId = (ULONG)(ULONG_PTR)provider->Device;
    node->Guid = block->Guid;
    node->Flags = WNODE_FLAG_ALL_DATA;
    NTSTATUS status = ask(provider->Device, IRP_MN_QUERY_ALL_DATA, &block->Guid, node, ROOM, &used);
    ULONG room = OutBuffer ? *InOutBufferSize : 0;
    if (NT_SUCCESS(status)) {
        *InOutBufferSize = (ULONG)used;
        if (room < used)
            status = STATUS_BUFFER_TOO_SMALL;
        else
            RtlCopyMemory(OutBuffer, node, used);
    }
    ExFreePoolWithTag(node, IOP_TAG);
    return status;
}

/* --- single instances --- */

/* Where a named instance is: the number of it, or STATUS_WMI_INSTANCE_NOT_FOUND. */
struct instance {
    struct provider *Provider;
    ULONG Index;
};

/* "0" and so on: a number of decimal digits, and nothing else. */
static BOOLEAN parse_index(PCWSTR at, PCWSTR end, PULONG index)
{
    enum { MOST = 100000 };
    if (at == end)
        return FALSE;
    for (*index = 0; at < end; at++) {
        if (*at < L'0' || *at > L'9' || *index > MOST)
            return FALSE;
        *index = *index * 10 + (ULONG)(*at - L'0');
    }
    return TRUE;
}

/* The name that instances of a PDO's provider begin with: the device's instance path, and "_". */
static NTSTATUS path_of(PDEVICE_OBJECT pdo, PWCHAR buffer, ULONG units)
{
    const struct pip_node *node = pip_node_of(pdo);
    UNICODE_STRING path = {0, (USHORT)(units * sizeof(WCHAR)), buffer};
    if (!node || !node->DeviceId || !node->InstanceId)
        return STATUS_WMI_INSTANCE_NOT_FOUND;
    PCWSTR const pieces[] = {node->DeviceId, L"\\", node->InstanceId, L"_"};
    NTSTATUS status = STATUS_SUCCESS;
    for (ULONG i = 0; i < RTL_NUMBER_OF(pieces) && NT_SUCCESS(status); i++)
        status = RtlAppendUnicodeToString(&path, pieces[i]);
    if (NT_SUCCESS(status))
        buffer[path.Length / sizeof(WCHAR)] = 0;
    return status;
}

enum { LONGEST_NAME = 512 };

static BOOLEAN is_instance(const struct provider *provider, const WMIREGGUIDW *block, PCUNICODE_STRING name,
                           PULONG index)
{
    WCHAR buffer[LONGEST_NAME];
    UNICODE_STRING base;
    if (block->Flags & WMIREG_FLAG_INSTANCE_PDO) {
        if (!block->Pdo || !NT_SUCCESS(path_of((PDEVICE_OBJECT)block->Pdo, buffer, LONGEST_NAME - 1)))
            return FALSE;
        RtlInitUnicodeString(&base, buffer);
    } else if (block->Flags & WMIREG_FLAG_INSTANCE_BASENAME) {
        PUCHAR counted = (PUCHAR)provider->Blocks + block->BaseNameOffset;
        base.Length = base.MaximumLength = *(PUSHORT)counted;
        base.Buffer = (PWCH)(counted + sizeof(USHORT));
    } else {
        return FALSE;
    }
    return RtlPrefixUnicodeString(&base, name, TRUE) &&
           parse_index(name->Buffer + base.Length / sizeof(WCHAR), name->Buffer + name->Length / sizeof(WCHAR),
                       index) &&
           *index < block->InstanceCount;
}

static NTSTATUS find_instance(const GUID *guid, PCUNICODE_STRING name, struct instance *found)
{
    for (LIST_ENTRY *entry = providers.Flink; entry != &providers; entry = entry->Flink) {
        found->Provider = CONTAINING_RECORD(entry, struct provider, Entry);
        if (!has_block(found->Provider, guid))
            continue;
        for (ULONG i = 0; i < found->Provider->Blocks->GuidCount; i++) {
            const WMIREGGUIDW *block = &found->Provider->Blocks->WmiRegGuid[i];
            if (IsEqualGUID(&block->Guid, guid) && is_instance(found->Provider, block, name, &found->Index))
                return STATUS_SUCCESS;
        }
    }
    return STATUS_WMI_INSTANCE_NOT_FOUND;
}

NTSTATUS IoWMIDeviceObjectToInstanceName(PVOID DataBlockObject, PDEVICE_OBJECT DeviceObject,
                                         PUNICODE_STRING InstanceName)
{
    WCHAR buffer[LONGEST_NAME];
    UNICODE_STRING name, first;
    struct instance ignored;
    NTSTATUS status = path_of(DeviceObject, buffer, LONGEST_NAME - 2);
    if (!NT_SUCCESS(status))
        return status;
    RtlInitUnicodeString(&name, buffer);
    name.MaximumLength = sizeof(buffer);
    RtlInitUnicodeString(&first, L"0");
    RtlAppendUnicodeStringToString(&name, &first);
    status = find_instance(&((struct block *)DataBlockObject)->Guid, &name, &ignored);
    return NT_SUCCESS(status) ? RtlDuplicateUnicodeString(1, &name, InstanceName) : status;
}

/* A request about one instance: the node is `head` bytes, then the data. NULL: no memory. */
static PWNODE_HEADER make_node(const struct instance *instance, const GUID *guid, ULONG flag, ULONG size)
{
    PWNODE_HEADER node = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, IOP_TAG);
    if (node) {
        node->BufferSize = size;
        node->ProviderId = IoWMIDeviceObjectToProviderId(instance->Provider->Device);
        node->Guid = *guid;
        node->Flags = flag | WNODE_FLAG_STATIC_INSTANCE_NAMES;
    }
    return node;
}

enum { HEAD = (sizeof(WNODE_METHOD_ITEM) + 7) & ~7 }; /* the longest of the three */

NTSTATUS IoWMIQuerySingleInstance(PVOID DataBlockObject, PUNICODE_STRING InstanceName, PULONG InOutBufferSize,
                                  PVOID OutBuffer)
{
    enum { ROOM = 64 * 1024 };
    struct block *block = DataBlockObject;
    struct instance instance;
    ULONG_PTR used = 0;
    NTSTATUS status = find_instance(&block->Guid, InstanceName, &instance);
    if (!NT_SUCCESS(status))
        return status;
    PWNODE_SINGLE_INSTANCE node =
        (PWNODE_SINGLE_INSTANCE)make_node(&instance, &block->Guid, WNODE_FLAG_SINGLE_INSTANCE, ROOM);
    if (!node)
        return STATUS_INSUFFICIENT_RESOURCES;
    node->InstanceIndex = instance.Index;
    node->DataBlockOffset = HEAD;
    status = ask(instance.Provider->Device, IRP_MN_QUERY_SINGLE_INSTANCE, &block->Guid, node, ROOM, &used);
    const ULONG room = OutBuffer ? *InOutBufferSize : 0;
    if (NT_SUCCESS(status)) {
        *InOutBufferSize = (ULONG)used;
        if (room < used)
            status = STATUS_BUFFER_TOO_SMALL;
        else
            RtlCopyMemory(OutBuffer, node, used);
    }
    ExFreePoolWithTag(node, IOP_TAG);
    return status;
}

NTSTATUS IoWMISetSingleInstance(PVOID DataBlockObject, PUNICODE_STRING InstanceName, ULONG Version,
                                ULONG ValueBufferSize, PVOID ValueBuffer)
{
    struct block *block = DataBlockObject;
    struct instance instance;
    ULONG_PTR used;
    NTSTATUS status = find_instance(&block->Guid, InstanceName, &instance);
    if (!NT_SUCCESS(status))
        return status;
    PWNODE_SINGLE_INSTANCE node =
        (PWNODE_SINGLE_INSTANCE)make_node(&instance, &block->Guid, WNODE_FLAG_SINGLE_INSTANCE, HEAD + ValueBufferSize);
    if (!node)
        return STATUS_INSUFFICIENT_RESOURCES;
    node->WnodeHeader.Version = Version;
    node->InstanceIndex = instance.Index;
    node->DataBlockOffset = HEAD;
    node->SizeDataBlock = ValueBufferSize;
    RtlCopyMemory((PUCHAR)node + HEAD, ValueBuffer, ValueBufferSize);
    status = ask(instance.Provider->Device, IRP_MN_CHANGE_SINGLE_INSTANCE, &block->Guid, node, HEAD + ValueBufferSize,
                 &used);
    ExFreePoolWithTag(node, IOP_TAG);
    return status;
}

NTSTATUS IoWMISetSingleItem(PVOID DataBlockObject, PUNICODE_STRING InstanceName, ULONG DataItemId, ULONG Version,
                            ULONG ValueBufferSize, PVOID ValueBuffer)
{
    struct block *block = DataBlockObject;
    struct instance instance;
    ULONG_PTR used;
    NTSTATUS status = find_instance(&block->Guid, InstanceName, &instance);
    if (!NT_SUCCESS(status))
        return status;
    PWNODE_SINGLE_ITEM node =
        (PWNODE_SINGLE_ITEM)make_node(&instance, &block->Guid, WNODE_FLAG_SINGLE_ITEM, HEAD + ValueBufferSize);
    if (!node)
        return STATUS_INSUFFICIENT_RESOURCES;
    node->WnodeHeader.Version = Version;
    node->InstanceIndex = instance.Index;
    node->ItemId = DataItemId;
    node->DataBlockOffset = HEAD;
    node->SizeDataItem = ValueBufferSize;
    RtlCopyMemory((PUCHAR)node + HEAD, ValueBuffer, ValueBufferSize);
    status =
        ask(instance.Provider->Device, IRP_MN_CHANGE_SINGLE_ITEM, &block->Guid, node, HEAD + ValueBufferSize, &used);
    ExFreePoolWithTag(node, IOP_TAG);
    return status;
}

/* In and out lie in the same place. */
NTSTATUS IoWMIExecuteMethod(PVOID DataBlockObject, PUNICODE_STRING InstanceName, ULONG MethodId, ULONG InBufferSize,
                            PULONG OutBufferSize, PUCHAR InOutBuffer)
{
    struct block *block = DataBlockObject;
    struct instance instance;
    ULONG_PTR used;
    NTSTATUS status = find_instance(&block->Guid, InstanceName, &instance);
    if (!NT_SUCCESS(status))
        return status;
    const ULONG size = HEAD + max(InBufferSize, *OutBufferSize);
    PWNODE_METHOD_ITEM node = (PWNODE_METHOD_ITEM)make_node(&instance, &block->Guid, WNODE_FLAG_METHOD_ITEM, size);
    if (!node)
        return STATUS_INSUFFICIENT_RESOURCES;
    node->InstanceIndex = instance.Index;
    node->MethodId = MethodId;
    node->DataBlockOffset = HEAD;
    node->SizeDataBlock = InBufferSize;
    RtlCopyMemory((PUCHAR)node + HEAD, InOutBuffer, InBufferSize);
    status = ask(instance.Provider->Device, IRP_MN_EXECUTE_METHOD, &block->Guid, node, size, &used);
    if (NT_SUCCESS(status)) {
        const BOOLEAN too_small = (node->WnodeHeader.Flags & WNODE_FLAG_TOO_SMALL) != 0;
        const ULONG result = too_small ? ((PWNODE_TOO_SMALL)node)->SizeNeeded - HEAD : node->SizeDataBlock;
        if (too_small || result > *OutBufferSize)
            status = STATUS_BUFFER_TOO_SMALL;
        else
            RtlCopyMemory(InOutBuffer, (PUCHAR)node + HEAD, result);
        *OutBufferSize = result;
    }
    ExFreePoolWithTag(node, IOP_TAG);
    return status;
}

NTSTATUS IoWMISetNotificationCallback(PVOID Object, WMI_NOTIFICATION_CALLBACK Callback, PVOID Context)
{
    struct block *block = Object;
    block->Callback = Callback;
    block->Context = Context;
    return STATUS_SUCCESS;
}

/* The event is the caller's memory until this succeeds; then it is freed here. */
NTSTATUS IoWMIWriteEvent(PVOID WnodeEventItem)
{
    const WNODE_HEADER *event = WnodeEventItem;
    if (!(event->Flags & (WNODE_FLAG_EVENT_ITEM | WNODE_FLAG_EVENT_REFERENCE | WNODE_FLAG_TRACED_GUID)))
        return STATUS_INVALID_PARAMETER;
    if (event->Flags & WNODE_FLAG_TRACED_GUID) /* stays the caller's */
        return STATUS_SUCCESS;
    for (LIST_ENTRY *entry = blocks.Flink, *next; entry != &blocks; entry = next) {
        const struct block *block = CONTAINING_RECORD(entry, struct block, Entry);
        next = entry->Flink;
        if (block->Callback && IsEqualGUID(&block->Guid, &event->Guid))
            block->Callback(WnodeEventItem, block->Context);
    }
    ExFreePool(WnodeEventItem);
    return STATUS_SUCCESS;
}

/* Numbers of a block's instances go on from where the last caller's ended. */
NTSTATUS IoWMIAllocateInstanceIds(GUID *Guid, ULONG InstanceCount, ULONG *FirstInstanceId)
{
    struct counter {
        LIST_ENTRY Entry;
        GUID Guid;
        ULONG Next;
    };
    static LIST_ENTRY counters = {&counters, &counters};
    struct counter *found = NULL;
    for (LIST_ENTRY *entry = counters.Flink; entry != &counters && !found; entry = entry->Flink)
        if (IsEqualGUID(&CONTAINING_RECORD(entry, struct counter, Entry)->Guid, Guid))
            found = CONTAINING_RECORD(entry, struct counter, Entry);
    if (!found) {
        found = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*found), IOP_TAG);
        if (!found)
            return STATUS_INSUFFICIENT_RESOURCES;
        found->Guid = *Guid;
        InsertTailList(&counters, &found->Entry);
    }
    *FirstInstanceId = found->Next;
    found->Next += InstanceCount;
    return STATUS_SUCCESS;
}
