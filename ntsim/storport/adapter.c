/* The adapter: found, started, stopped, removed. */
#include "ntsim/storport/storp.h"

static NTSTATUS set_event(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    KeSetEvent(context, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

static NTSTATUS to_lower_and_wait(struct stor_adapter *adapter, PIRP irp)
{
    KEVENT event;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    IoCopyCurrentIrpStackLocationToNext(irp);
    IoSetCompletionRoutine(irp, set_event, &event, TRUE, TRUE, TRUE);
    if (IoCallDriver(adapter->Lower, irp) == STATUS_PENDING)
        KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
    return irp->IoStatus.Status;
}

static NTSTATUS to_lower(struct stor_adapter *adapter, PIRP irp)
{
    IoSkipCurrentIrpStackLocation(irp);
    return IoCallDriver(adapter->Lower, irp);
}

/* --- what the miniport is asked to do --- */

NTSTATUS stor_adapter_control(struct stor_adapter *adapter, SCSI_ADAPTER_CONTROL_TYPE type, PVOID parameters)
{
    if (!adapter->Driver->Hw.HwAdapterControl || !adapter->Controls[type])
        return STATUS_NOT_SUPPORTED;
    return adapter->Driver->Hw.HwAdapterControl(adapter->Extension->Miniport, type, parameters) ==
                   ScsiAdapterControlSuccess
               ? STATUS_SUCCESS
               : STATUS_UNSUCCESSFUL;
}

static void ask_controls(struct stor_adapter *adapter)
{
    enum { SIZE = FIELD_OFFSET(SCSI_SUPPORTED_CONTROL_TYPE_LIST, SupportedTypeList) + ScsiAdapterControlMax };
    DECLSPEC_ALIGN(8) UCHAR room[SIZE] = {0};
    SCSI_SUPPORTED_CONTROL_TYPE_LIST *list = (SCSI_SUPPORTED_CONTROL_TYPE_LIST *)room;
    list->MaxControlType = ScsiAdapterControlMax;
    if (adapter->Driver->Hw.HwAdapterControl &&
        adapter->Driver->Hw.HwAdapterControl(adapter->Extension->Miniport, ScsiQuerySupportedControlTypes, list) ==
            ScsiAdapterControlSuccess)
        RtlCopyMemory(adapter->Controls, list->SupportedTypeList, sizeof(adapter->Controls));
}

static void fill_configuration(struct stor_adapter *adapter)
{
    const HW_INITIALIZATION_DATA *hw = &adapter->Driver->Hw;
    adapter->Config = (PORT_CONFIGURATION_INFORMATION){
        .Length = sizeof(adapter->Config),
        .AdapterInterfaceType = hw->AdapterInterfaceType,
        .MaximumTransferLength = SP_UNINITIALIZED_VALUE,
        .NumberOfPhysicalBreaks = SP_UNINITIALIZED_VALUE,
        .DmaChannel = SP_UNINITIALIZED_VALUE,
        .DmaPort = SP_UNINITIALIZED_VALUE,
        .MapBuffers = hw->MapBuffers,
        .NeedPhysicalAddresses = hw->NeedPhysicalAddresses,
        .TaggedQueuing = hw->TaggedQueuing,
        .AutoRequestSense = hw->AutoRequestSense,
        .MultipleRequestPerLu = hw->MultipleRequestPerLu,
        .ReceiveEvent = hw->ReceiveEvent,
        .NumberOfBuses = 1,
        .MaximumNumberOfTargets = SCSI_MAXIMUM_TARGETS,
        .MaximumNumberOfLogicalUnits = SCSI_MAXIMUM_LOGICAL_UNITS,
        .DeviceExtensionSize = hw->DeviceExtensionSize,
        .SpecificLuExtensionSize = hw->SpecificLuExtensionSize,
        .SrbExtensionSize = hw->SrbExtensionSize,
        .VirtualDevice = TRUE,
    };
}

/* --- starting --- */

/* HwFreeAdapterResources is the last routine that is called of an adapter that was found. */
static void free_adapter(struct stor_adapter *adapter, BOOLEAN found)
{
    if (found && adapter->Driver->Hw.HwFreeAdapterResources)
        adapter->Driver->Hw.HwFreeAdapterResources(adapter->Extension->Miniport);
    if (adapter->Extension)
        ExFreePoolWithTag(adapter->Extension, STOR_TAG);
    adapter->Extension = NULL;
}

static NTSTATUS find(struct stor_adapter *adapter)
{
    const PVIRTUAL_HW_FIND_ADAPTER find_adapter = (PVIRTUAL_HW_FIND_ADAPTER)adapter->Driver->Hw.HwFindAdapter;
    BOOLEAN again = FALSE;
    const ULONG found = find_adapter(adapter->Extension->Miniport, adapter->Pdo, adapter->Common.Device, adapter->Lower,
                                     NULL, &adapter->Config, &again);
    if (found != SP_RETURN_FOUND)
        return found == SP_RETURN_NOT_FOUND ? STATUS_NO_SUCH_DEVICE : STATUS_INSUFFICIENT_RESOURCES;
    if (adapter->Config.SrbType == SRB_TYPE_STORAGE_REQUEST_BLOCK)
        SimStopMissing("StorPort's STORAGE_REQUEST_BLOCK for miniports is not implemented");
    return STATUS_SUCCESS;
}

static NTSTATUS initialize(struct stor_adapter *adapter)
{
    PVOID extension = adapter->Extension->Miniport;
    if (!adapter->Driver->Hw.HwInitialize(extension))
        return STATUS_ADAPTER_HARDWARE_ERROR;
    if (adapter->PassiveInitialize && !adapter->PassiveInitialize(extension))
        return STATUS_ADAPTER_HARDWARE_ERROR;
    return STATUS_SUCCESS;
}

static NTSTATUS start(struct stor_adapter *adapter)
{
    if (adapter->Stopped) {
        adapter->Stopped = FALSE;
        if (stor_adapter_control(adapter, ScsiRestartAdapter, NULL) != STATUS_NOT_SUPPORTED)
            return STATUS_SUCCESS;
        return initialize(adapter);
    }
    adapter->Extension = ExAllocatePool2(
        POOL_FLAG_NON_PAGED, sizeof(*adapter->Extension) + adapter->Driver->Hw.DeviceExtensionSize, STOR_TAG);
    if (!adapter->Extension)
        return STATUS_INSUFFICIENT_RESOURCES;
    adapter->Extension->Adapter = adapter;
    fill_configuration(adapter);
    NTSTATUS status = find(adapter);
    const BOOLEAN found = NT_SUCCESS(status);
    if (found) {
        ask_controls(adapter);
        status = initialize(adapter);
    }
    if (!NT_SUCCESS(status))
        free_adapter(adapter, found);
    return status;
}

static NTSTATUS start_device(struct stor_adapter *adapter, PIRP irp)
{
    NTSTATUS status = to_lower_and_wait(adapter, irp);
    if (NT_SUCCESS(status))
        status = start(adapter);
    if (NT_SUCCESS(status)) {
        adapter->Started = TRUE;
        IoSetDeviceInterfaceState(&adapter->Link, TRUE);
    }
    return stor_complete(irp, status, 0);
}

/* --- stopping --- */

static void stop(struct stor_adapter *adapter)
{
    if (adapter->Started)
        IoSetDeviceInterfaceState(&adapter->Link, FALSE);
    if (adapter->Started && !adapter->Gone)
        stor_adapter_control(adapter, ScsiStopAdapter, NULL);
    adapter->Started = FALSE;
}

static NTSTATUS remove(struct stor_adapter *adapter, PIRP irp)
{
    const PDEVICE_OBJECT device = adapter->Common.Device;
    stop(adapter);
    KeFlushQueuedDpcs();
    irp->IoStatus.Status = STATUS_SUCCESS;
    const NTSTATUS status = to_lower(adapter, irp);
    stor_delete_units(adapter);
    if (adapter->Extension)
        free_adapter(adapter, TRUE);
    IoDetachDevice(adapter->Lower);
    RtlFreeUnicodeString(&adapter->Link);
    IoDeleteDevice(device);
    return status;
}

static void surprise(struct stor_adapter *adapter)
{
    if (adapter->Started) {
        IoSetDeviceInterfaceState(&adapter->Link, FALSE);
        stor_adapter_control(adapter, ScsiAdapterSurpriseRemoval, NULL);
    }
    adapter->Gone = TRUE;
    adapter->Started = FALSE;
}

static NTSTATUS query_relations(struct stor_adapter *adapter, PIRP irp)
{
    if (IoGetCurrentIrpStackLocation(irp)->Parameters.QueryDeviceRelations.Type == BusRelations) {
        NTSTATUS status = adapter->Started ? stor_enumerate(adapter) : STATUS_SUCCESS;
        if (NT_SUCCESS(status))
            status = stor_list_units(adapter, irp);
        if (!NT_SUCCESS(status))
            return stor_complete(irp, status, irp->IoStatus.Information);
    }
    return to_lower(adapter, irp);
}

NTSTATUS stor_adapter_pnp(struct stor_adapter *adapter, PIRP irp)
{
    switch (IoGetCurrentIrpStackLocation(irp)->MinorFunction) {
    case IRP_MN_START_DEVICE:
        return start_device(adapter, irp);
    case IRP_MN_QUERY_DEVICE_RELATIONS:
        return query_relations(adapter, irp);
    case IRP_MN_STOP_DEVICE:
        stop(adapter);
        adapter->Stopped = TRUE;
        break;
    case IRP_MN_SURPRISE_REMOVAL:
        surprise(adapter);
        break;
    case IRP_MN_REMOVE_DEVICE:
        return remove(adapter, irp);
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
        break;
    default:
        return to_lower(adapter, irp);
    }
    irp->IoStatus.Status = STATUS_SUCCESS;
    return to_lower(adapter, irp);
}
