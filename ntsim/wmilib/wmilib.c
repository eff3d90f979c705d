/*
 * WMILIB: answers a driver's WMI requests from its table of callbacks.
 *
 * The driver may complete a request later, so all that WmiCompleteRequest has to know stands in the request's buffer.
 * For IRP_MN_QUERY_ALL_DATA the callback's array of lengths lies where the offsets and lengths will, half as wide.
 */
#include <ntifs.h>
#include <wmilib.h>

enum { TAG = 'bLmW', INSTANCE_ALIGNMENT = 8 };

static ULONG align(ULONG size)
{
    return (size + INSTANCE_ALIGNMENT - 1) & ~(ULONG)(INSTANCE_ALIGNMENT - 1);
}

/* --- registration --- */

struct registration {
    ULONG Flags;
    UNICODE_STRING InstanceName, MofName, *RegistryPath;
    PDEVICE_OBJECT Pdo;
};

static ULONG counted_size(const UNICODE_STRING *string)
{
    return string ? align(sizeof(USHORT) + string->Length) : 0;
}

/* A counted string at `at`; its offset goes to *field. What follows it. */
static ULONG put_counted(PUCHAR base, ULONG at, const UNICODE_STRING *string, PULONG field)
{
    if (!string)
        return at;
    *field = at;
    *(PUSHORT)(base + at) = string->Length;
    RtlCopyMemory(base + at + sizeof(USHORT), string->Buffer, string->Length);
    return at + counted_size(string);
}

static void describe_blocks(const WMILIB_CONTEXT *context, const struct registration *registration, PWMIREGINFOW to,
                            ULONG name_at)
{
    BOOLEAN by_pdo = (registration->Flags & WMIREG_FLAG_INSTANCE_PDO) != 0;
    for (ULONG i = 0; i < context->GuidCount; i++) {
        PWMIREGGUIDW block = &to->WmiRegGuid[i];
        block->Guid = *context->GuidList[i].Guid;
        block->InstanceCount = context->GuidList[i].InstanceCount;
        block->Flags = context->GuidList[i].Flags | registration->Flags;
        if (by_pdo) {
            block->Pdo = (ULONG_PTR)registration->Pdo;
            ObReferenceObject(registration->Pdo);
        } else {
            block->Flags |= WMIREG_FLAG_INSTANCE_BASENAME;
            block->BaseNameOffset = name_at;
        }
    }
}

static NTSTATUS register_blocks(const WMILIB_CONTEXT *context, PDEVICE_OBJECT device, PIRP irp)
{
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    struct registration registration = {0};
    NTSTATUS status = context->QueryWmiRegInfo(device, &registration.Flags, &registration.InstanceName,
                                               &registration.RegistryPath, &registration.MofName, &registration.Pdo);
    if (!NT_SUCCESS(status))
        return status;
    const UNICODE_STRING *name = registration.Flags & WMIREG_FLAG_INSTANCE_PDO ? NULL : &registration.InstanceName;
    const UNICODE_STRING *mof = registration.MofName.Buffer ? &registration.MofName : NULL;
    ULONG at = (ULONG)(sizeof(WMIREGINFOW) + context->GuidCount * sizeof(WMIREGGUIDW));
    ULONG size = at + counted_size(name) + counted_size(mof) + counted_size(registration.RegistryPath);
    PWMIREGINFOW to = location->Parameters.WMI.Buffer;
    if (location->Parameters.WMI.BufferSize < size) {
        if (location->Parameters.WMI.BufferSize >= sizeof(ULONG))
            *(PULONG)to = size;
        irp->IoStatus.Information = sizeof(ULONG);
        status = STATUS_BUFFER_TOO_SMALL;
    } else {
        RtlZeroMemory(to, size);
        to->BufferSize = size;
        to->GuidCount = context->GuidCount;
        describe_blocks(context, &registration, to, at);
        ULONG ignored;
        at = put_counted((PUCHAR)to, at, name, &ignored);
        at = put_counted((PUCHAR)to, at, mof, &to->MofResourceName);
        put_counted((PUCHAR)to, at, registration.RegistryPath, &to->RegistryPath);
        irp->IoStatus.Information = size;
    }
    if (registration.InstanceName.Buffer)
        ExFreePool(registration.InstanceName.Buffer);
    return status;
}

/* --- requests --- */

static NTSTATUS query_all(const WMILIB_CONTEXT *context, PDEVICE_OBJECT device, PIRP irp, ULONG block)
{
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    PWNODE_ALL_DATA node = location->Parameters.WMI.Buffer;
    ULONG count = context->GuidList[block].InstanceCount, size = location->Parameters.WMI.BufferSize;
    ULONG data = align((ULONG)(FIELD_OFFSET(WNODE_ALL_DATA, OffsetInstanceDataAndLength) +
                               count * sizeof(OFFSETINSTANCEDATAANDLENGTH)));
    node->WnodeHeader.Flags |= WNODE_FLAG_STATIC_INSTANCE_NAMES;
    node->DataBlockOffset = data;
    node->InstanceCount = count;
    node->OffsetInstanceNameOffsets = 0;
    if (size < data)
        return context->QueryWmiDataBlock(device, irp, block, 0, count, NULL, 0, NULL);
    PULONG lengths = (PULONG)node->OffsetInstanceDataAndLength;
    return context->QueryWmiDataBlock(device, irp, block, 0, count, lengths, size - data, (PUCHAR)node + data);
}

static NTSTATUS query_single(const WMILIB_CONTEXT *context, PDEVICE_OBJECT device, PIRP irp, ULONG block)
{
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    PWNODE_SINGLE_INSTANCE node = location->Parameters.WMI.Buffer;
    ULONG size = location->Parameters.WMI.BufferSize, data = node->DataBlockOffset;
    ULONG room = size > data ? size - data : 0;
    return context->QueryWmiDataBlock(device, irp, block, node->InstanceIndex, 1, &node->SizeDataBlock, room,
                                      room ? (PUCHAR)node + data : NULL);
}

static NTSTATUS execute(const WMILIB_CONTEXT *context, PDEVICE_OBJECT device, PIRP irp, ULONG block)
{
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    PWNODE_METHOD_ITEM node = location->Parameters.WMI.Buffer;
    ULONG size = location->Parameters.WMI.BufferSize, data = node->DataBlockOffset;
    if (!context->ExecuteWmiMethod)
        return WmiCompleteRequest(device, irp, STATUS_INVALID_DEVICE_REQUEST, 0, IO_NO_INCREMENT);
    return context->ExecuteWmiMethod(device, irp, block, node->InstanceIndex, node->MethodId, node->SizeDataBlock,
                                     size > data ? size - data : 0, (PUCHAR)node + data);
}

static NTSTATUS set_block(const WMILIB_CONTEXT *context, PDEVICE_OBJECT device, PIRP irp, ULONG block)
{
    PWNODE_SINGLE_INSTANCE node = IoGetCurrentIrpStackLocation(irp)->Parameters.WMI.Buffer;
    if (!context->SetWmiDataBlock)
        return WmiCompleteRequest(device, irp, STATUS_WMI_READ_ONLY, 0, IO_NO_INCREMENT);
    return context->SetWmiDataBlock(device, irp, block, node->InstanceIndex, node->SizeDataBlock,
                                    (PUCHAR)node + node->DataBlockOffset);
}

static NTSTATUS set_item(const WMILIB_CONTEXT *context, PDEVICE_OBJECT device, PIRP irp, ULONG block)
{
    PWNODE_SINGLE_ITEM node = IoGetCurrentIrpStackLocation(irp)->Parameters.WMI.Buffer;
    if (!context->SetWmiDataItem)
        return WmiCompleteRequest(device, irp, STATUS_WMI_READ_ONLY, 0, IO_NO_INCREMENT);
    return context->SetWmiDataItem(device, irp, block, node->InstanceIndex, node->ItemId, node->SizeDataItem,
                                   (PUCHAR)node + node->DataBlockOffset);
}

static NTSTATUS control(const WMILIB_CONTEXT *context, PDEVICE_OBJECT device, PIRP irp, ULONG block,
                        WMIENABLEDISABLECONTROL what, BOOLEAN enable)
{
    if (!context->WmiFunctionControl)
        return WmiCompleteRequest(device, irp, STATUS_SUCCESS, 0, IO_NO_INCREMENT);
    return context->WmiFunctionControl(device, irp, block, what, enable);
}

static BOOLEAN find(const WMILIB_CONTEXT *context, const GUID *guid, PULONG block)
{
    for (*block = 0; *block < context->GuidCount; ++*block)
        if (IsEqualGUID(context->GuidList[*block].Guid, guid))
            return TRUE;
    return FALSE;
}

static NTSTATUS dispatch(const WMILIB_CONTEXT *context, PDEVICE_OBJECT device, PIRP irp, UCHAR minor, ULONG block)
{
    switch (minor) {
    case IRP_MN_QUERY_ALL_DATA:
        return query_all(context, device, irp, block);
    case IRP_MN_QUERY_SINGLE_INSTANCE:
        return query_single(context, device, irp, block);
    case IRP_MN_CHANGE_SINGLE_INSTANCE:
        return set_block(context, device, irp, block);
    case IRP_MN_CHANGE_SINGLE_ITEM:
        return set_item(context, device, irp, block);
    case IRP_MN_EXECUTE_METHOD:
        return execute(context, device, irp, block);
    case IRP_MN_ENABLE_EVENTS:
    case IRP_MN_DISABLE_EVENTS:
        return control(context, device, irp, block, WmiEventControl, minor == IRP_MN_ENABLE_EVENTS);
    default:
        return control(context, device, irp, block, WmiDataBlockControl, minor == IRP_MN_ENABLE_COLLECTION);
    }
}

NTSTATUS WmiSystemControl(PWMILIB_CONTEXT WmiLibInfo, PDEVICE_OBJECT DeviceObject, PIRP Irp,
                          PSYSCTL_IRP_DISPOSITION IrpDisposition)
{
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(Irp);
    UCHAR minor = location->MinorFunction;
    ULONG block;
    if (minor > IRP_MN_EXECUTE_METHOD && minor != IRP_MN_REGINFO_EX) {
        *IrpDisposition = IrpNotWmi;
        return STATUS_SUCCESS;
    }
    if (location->Parameters.WMI.ProviderId != (ULONG_PTR)DeviceObject) {
        *IrpDisposition = IrpForward;
        return STATUS_SUCCESS;
    }
    *IrpDisposition = IrpNotCompleted;
    if (minor == IRP_MN_REGINFO || minor == IRP_MN_REGINFO_EX)
        return Irp->IoStatus.Status = register_blocks(WmiLibInfo, DeviceObject, Irp);
    if (!find(WmiLibInfo, location->Parameters.WMI.DataPath, &block)) {
        Irp->IoStatus.Information = 0;
        return Irp->IoStatus.Status = STATUS_WMI_GUID_NOT_FOUND;
    }
    *IrpDisposition = IrpProcessed;
    return dispatch(WmiLibInfo, DeviceObject, Irp, minor, block);
}

/* --- completion --- */

/* The lengths become offsets and lengths, from the last on, since both lie in the same place. */
static void finish_all(PWNODE_ALL_DATA node)
{
    const volatile ULONG *lengths = (const volatile ULONG *)node->OffsetInstanceDataAndLength;
    ULONG offset = node->DataBlockOffset;
    for (ULONG i = node->InstanceCount; i-- > 0;) {
        ULONG length = lengths[i];
        node->OffsetInstanceDataAndLength[i].LengthInstanceData = length;
    }
    for (ULONG i = 0; i < node->InstanceCount; i++) {
        node->OffsetInstanceDataAndLength[i].OffsetInstanceData = offset;
        offset += align(node->OffsetInstanceDataAndLength[i].LengthInstanceData);
    }
}

static ULONG finish_node(UCHAR minor, PWNODE_HEADER header, ULONG used)
{
    ULONG size = 0;
    if (minor == IRP_MN_QUERY_ALL_DATA) {
        finish_all((PWNODE_ALL_DATA)header);
        size = ((PWNODE_ALL_DATA)header)->DataBlockOffset + used;
    } else if (minor == IRP_MN_QUERY_SINGLE_INSTANCE || minor == IRP_MN_EXECUTE_METHOD) {
        PWNODE_SINGLE_INSTANCE node = (PWNODE_SINGLE_INSTANCE)header;
        ULONG *field =
            minor == IRP_MN_EXECUTE_METHOD ? &((PWNODE_METHOD_ITEM)header)->SizeDataBlock : &node->SizeDataBlock;
        *field = used;
        size =
            (minor == IRP_MN_EXECUTE_METHOD ? ((PWNODE_METHOD_ITEM)header)->DataBlockOffset : node->DataBlockOffset) +
            used;
    }
    if (size)
        header->BufferSize = size;
    return size;
}

static ULONG say_too_small(UCHAR minor, PWNODE_HEADER header, ULONG used)
{
    ULONG data = minor == IRP_MN_QUERY_ALL_DATA          ? ((PWNODE_ALL_DATA)header)->DataBlockOffset
                 : minor == IRP_MN_QUERY_SINGLE_INSTANCE ? ((PWNODE_SINGLE_INSTANCE)header)->DataBlockOffset
                                                         : ((PWNODE_METHOD_ITEM)header)->DataBlockOffset;
    header->BufferSize = sizeof(WNODE_TOO_SMALL);
    header->Flags |= WNODE_FLAG_TOO_SMALL;
    ((PWNODE_TOO_SMALL)header)->SizeNeeded = data + used;
    return sizeof(WNODE_TOO_SMALL);
}

NTSTATUS WmiCompleteRequest(PDEVICE_OBJECT DeviceObject, PIRP Irp, NTSTATUS Status, ULONG BufferUsed,
                            CCHAR PriorityBoost)
{
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(Irp);
    PWNODE_HEADER header = location->Parameters.WMI.Buffer;
    ULONG information = 0;
    if (Status == STATUS_BUFFER_TOO_SMALL) {
        information = say_too_small(location->MinorFunction, header, BufferUsed);
        Status = STATUS_SUCCESS;
    } else if (NT_SUCCESS(Status)) {
        information = finish_node(location->MinorFunction, header, BufferUsed);
    }
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = information;
    IoCompleteRequest(Irp, PriorityBoost);
    return Status;
}

NTSTATUS WmiFireEvent(PDEVICE_OBJECT DeviceObject, LPCGUID Guid, ULONG InstanceIndex, ULONG EventDataSize,
                      PVOID EventData)
{
    ULONG data = align(sizeof(WNODE_SINGLE_INSTANCE));
    PWNODE_SINGLE_INSTANCE event = ExAllocatePool2(POOL_FLAG_NON_PAGED, data + EventDataSize, TAG);
    NTSTATUS status = STATUS_INSUFFICIENT_RESOURCES;
    if (event) {
        event->WnodeHeader.BufferSize = data + EventDataSize;
        event->WnodeHeader.ProviderId = IoWMIDeviceObjectToProviderId(DeviceObject);
        event->WnodeHeader.Guid = *Guid;
        event->WnodeHeader.Flags =
            WNODE_FLAG_SINGLE_INSTANCE | WNODE_FLAG_EVENT_ITEM | WNODE_FLAG_STATIC_INSTANCE_NAMES;
        KeQuerySystemTime(&event->WnodeHeader.TimeStamp);
        event->InstanceIndex = InstanceIndex;
        event->DataBlockOffset = data;
        event->SizeDataBlock = EventDataSize;
        if (EventData)
            RtlCopyMemory((PUCHAR)event + data, EventData, EventDataSize);
        status = IoWMIWriteEvent(event);
        if (!NT_SUCCESS(status))
            ExFreePoolWithTag(event, TAG);
    }
    if (EventData)
        ExFreePool(EventData);
    return status;
}
