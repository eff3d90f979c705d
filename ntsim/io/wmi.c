/*
 * WMI: who provides data blocks, who asks for them, and events.
 *
 * A provider is asked what it has (IRP_MN_REGINFO_EX) when somebody first opens a block, not as soon as it registers:
 * until then nobody would know. Events go to those who set a callback for their GUID, and are gone.
 */
#include "ntsim/io/iop.h"

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
        return STATUS_SUCCESS;
    case WMIREG_ACTION_DEREGISTER:
        if (!provider)
            return STATUS_INVALID_PARAMETER;
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
