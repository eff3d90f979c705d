/* Plug and play: what a device is asked. */
#include "ntsim/wdf/fx.h"

#include <wdmguid.h>

static BOOLEAN choose(ULONG bit, WDF_TRI_STATE choice)
{
    return choice == WdfUseDefault ? bit != 0 : choice == WdfTrue;
}

static void fill_capabilities(const struct fx_device *device, PDEVICE_CAPABILITIES to)
{
    if (device->HasPnpCapabilities) {
        const WDF_DEVICE_PNP_CAPABILITIES *from = &device->PnpCapabilities;
        to->LockSupported = choose(to->LockSupported, from->LockSupported);
        to->EjectSupported = choose(to->EjectSupported, from->EjectSupported);
        to->Removable = choose(to->Removable, from->Removable);
        to->DockDevice = choose(to->DockDevice, from->DockDevice);
        to->UniqueID = choose(to->UniqueID, from->UniqueID);
        to->SilentInstall = choose(to->SilentInstall, from->SilentInstall);
        to->SurpriseRemovalOK = choose(to->SurpriseRemovalOK, from->SurpriseRemovalOK);
        to->HardwareDisabled = choose(to->HardwareDisabled, from->HardwareDisabled);
        to->NoDisplayInUI = choose(to->NoDisplayInUI, from->NoDisplayInUI);
        if (from->Address != (ULONG)-1)
            to->Address = from->Address;
        if (from->UINumber != (ULONG)-1)
            to->UINumber = from->UINumber;
    }
    if (device->Init.Kind == FX_PDO && device->Init.Raw)
        to->RawDeviceOK = TRUE;
    if (!device->HasPowerCapabilities)
        return;
    const WDF_DEVICE_POWER_CAPABILITIES *from = &device->PowerCapabilities;
    to->DeviceD1 = choose(to->DeviceD1, from->DeviceD1);
    to->DeviceD2 = choose(to->DeviceD2, from->DeviceD2);
    to->WakeFromD0 = choose(to->WakeFromD0, from->WakeFromD0);
    to->WakeFromD1 = choose(to->WakeFromD1, from->WakeFromD1);
    to->WakeFromD2 = choose(to->WakeFromD2, from->WakeFromD2);
    to->WakeFromD3 = choose(to->WakeFromD3, from->WakeFromD3);
    for (ULONG i = 0; i < PowerSystemMaximum; i++)
        if (from->DeviceState[i] != PowerDeviceMaximum)
            to->DeviceState[i] = from->DeviceState[i];
    if (from->DeviceWake != PowerDeviceMaximum)
        to->DeviceWake = from->DeviceWake;
    if (from->SystemWake != PowerSystemMaximum)
        to->SystemWake = from->SystemWake;
    if (from->D1Latency != (ULONG)-1)
        to->D1Latency = from->D1Latency;
    if (from->D2Latency != (ULONG)-1)
        to->D2Latency = from->D2Latency;
    if (from->D3Latency != (ULONG)-1)
        to->D3Latency = from->D3Latency;
}

static void fill_state(const struct fx_device *device, PULONG_PTR information)
{
    static const struct {
        ULONG Offset, Flag;
    } flags[] = {
        {FIELD_OFFSET(WDF_DEVICE_STATE, Disabled), PNP_DEVICE_DISABLED},
        {FIELD_OFFSET(WDF_DEVICE_STATE, DontDisplayInUI), PNP_DEVICE_DONT_DISPLAY_IN_UI},
        {FIELD_OFFSET(WDF_DEVICE_STATE, Failed), PNP_DEVICE_FAILED},
        {FIELD_OFFSET(WDF_DEVICE_STATE, NotDisableable), PNP_DEVICE_NOT_DISABLEABLE},
        {FIELD_OFFSET(WDF_DEVICE_STATE, Removed), PNP_DEVICE_REMOVED},
        {FIELD_OFFSET(WDF_DEVICE_STATE, ResourcesChanged), PNP_DEVICE_RESOURCE_REQUIREMENTS_CHANGED},
    };
    if (device->FailedAction != 0 || device->InternalFailure)
        *information |= PNP_DEVICE_FAILED;
    if (device->State.Size == 0)
        return;
    for (ULONG i = 0; i < RTL_NUMBER_OF(flags); i++) {
        const WDF_TRI_STATE value = *(const WDF_TRI_STATE *)((const UCHAR *)&device->State + flags[i].Offset);
        if (value == WdfTrue)
            *information |= flags[i].Flag;
        else if (value == WdfFalse)
            *information &= ~(ULONG_PTR)flags[i].Flag;
    }
}

/* --- query interface --- */

static struct fx_query_interface *find_interface(struct fx_device *device, const GUID *type)
{
    for (struct fx_query_interface *query = device->QueryInterfaces; query; query = query->Next)
        if (IsEqualGUID(&query->Type, type))
            return query;
    return NULL;
}

/* STATUS_NOT_SUPPORTED: this driver has no such interface. */
static NTSTATUS give_interface(struct fx_device *device, PIRP irp, struct fx_query_interface **found)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    struct fx_query_interface *query = find_interface(device, stack->Parameters.QueryInterface.InterfaceType);
    *found = query;
    if (!query)
        return STATUS_NOT_SUPPORTED;
    PINTERFACE exposed = stack->Parameters.QueryInterface.Interface;
    const PVOID data = stack->Parameters.QueryInterface.InterfaceSpecificData;
    if (query->Interface && !query->Config.ImportInterface) {
        if (stack->Parameters.QueryInterface.Size < query->Interface->Size)
            return STATUS_INVALID_BUFFER_SIZE;
        RtlCopyMemory(exposed, query->Interface, query->Interface->Size);
    }
    if (query->Config.EvtDeviceProcessQueryInterfaceRequest) {
        const NTSTATUS status = query->Config.EvtDeviceProcessQueryInterfaceRequest(
            (WDFDEVICE)device, (LPGUID)stack->Parameters.QueryInterface.InterfaceType, exposed, data);
        if (!NT_SUCCESS(status))
            return status;
    }
    if (query->Interface && !query->Config.ImportInterface && exposed->InterfaceReference)
        exposed->InterfaceReference(exposed->Context);
    return STATUS_SUCCESS;
}

static VOID NTAPI reference_pdo(PVOID context)
{
    fx_reference(context);
}

static VOID NTAPI dereference_pdo(PVOID context)
{
    fx_dereference(context);
}

static VOID NTAPI report_anew(PVOID context)
{
    fx_report_anew(context);
}

/* What a PDO of a dynamic list has without its driver's doing. */
static BOOLEAN give_reenumeration(struct fx_device *device, PIO_STACK_LOCATION stack)
{
    REENUMERATE_SELF_INTERFACE_STANDARD *interface = (PVOID)stack->Parameters.QueryInterface.Interface;
    if (device->Init.Kind != FX_PDO || !device->Init.Child ||
        !IsEqualGUID(stack->Parameters.QueryInterface.InterfaceType, &GUID_REENUMERATE_SELF_INTERFACE_STANDARD) ||
        stack->Parameters.QueryInterface.Size < sizeof(*interface))
        return FALSE;
    *interface = (REENUMERATE_SELF_INTERFACE_STANDARD){.Size = sizeof(*interface),
                                                       .Version = 1,
                                                       .Context = device,
                                                       .InterfaceReference = reference_pdo,
                                                       .InterfaceDereference = dereference_pdo,
                                                       .SurpriseRemoveAndReenumerateSelf = report_anew};
    reference_pdo(device);
    return TRUE;
}

static NTSTATUS query_interface(struct fx_device *device, PIRP irp)
{
    struct fx_query_interface *query;
    NTSTATUS status = give_interface(device, irp, &query);
    if (!query && give_reenumeration(device, IoGetCurrentIrpStackLocation(irp)))
        return fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    if (!query)
        return device->Attached ? fx_forward(device, irp)
                                : fx_complete_irp(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    if (query->Config.ImportInterface && NT_SUCCESS(status) && device->Attached) {
        irp->IoStatus.Status = STATUS_SUCCESS;
        return fx_forward(device, irp);
    }
    if (NT_SUCCESS(status) && query->Config.SendQueryToParentStack && device->Init.Parent) {
        PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
        status = fx_query_interface(device->Init.Parent->DeviceObject, stack->Parameters.QueryInterface.InterfaceType,
                                    stack->Parameters.QueryInterface.Interface, stack->Parameters.QueryInterface.Size,
                                    stack->Parameters.QueryInterface.Version,
                                    stack->Parameters.QueryInterface.InterfaceSpecificData);
    }
    return fx_complete_irp(irp, status, irp->IoStatus.Information);
}

NTSTATUS api_DeviceAddQueryInterface(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PWDF_QUERY_INTERFACE_CONFIG config)
{
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    FX_REQUIRE(config);
    if (config->Size != sizeof(*config))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!config->InterfaceType || (config->ImportInterface && !config->EvtDeviceProcessQueryInterfaceRequest))
        return STATUS_INVALID_PARAMETER;
    if (!config->Interface && !config->ImportInterface && !config->EvtDeviceProcessQueryInterfaceRequest)
        return STATUS_INVALID_PARAMETER;
    if (config->SendQueryToParentStack && device->Init.Kind != FX_PDO)
        return STATUS_INVALID_PARAMETER;
    const SIZE_T size = config->Interface ? config->Interface->Size : 0;
    struct fx_query_interface *query = fx_allocate(device->Object.Driver, sizeof(*query) + size);
    if (!query)
        return STATUS_INSUFFICIENT_RESOURCES;
    query->Config = *config;
    query->Type = *config->InterfaceType;
    if (config->Interface) {
        query->Interface = (PINTERFACE)(query + 1);
        RtlCopyMemory(query->Interface, config->Interface, size);
    }
    query->Next = device->QueryInterfaces;
    device->QueryInterfaces = query;
    return STATUS_SUCCESS;
}

/* Asks another stack for an interface. */
NTSTATUS fx_query_interface(PDEVICE_OBJECT target, const GUID *type, PINTERFACE interface, USHORT size, USHORT version,
                            PVOID data)
{
    IO_STATUS_BLOCK io_status = {.Status = STATUS_NOT_SUPPORTED};
    KEVENT done;
    PDEVICE_OBJECT top = IoGetAttachedDeviceReference(target);
    KeInitializeEvent(&done, NotificationEvent, FALSE);
    PIRP irp = IoBuildSynchronousFsdRequest(IRP_MJ_PNP, top, NULL, 0, NULL, &done, &io_status);
    NTSTATUS status = STATUS_INSUFFICIENT_RESOURCES;
    if (irp) {
        PIO_STACK_LOCATION stack = IoGetNextIrpStackLocation(irp);
        stack->MinorFunction = IRP_MN_QUERY_INTERFACE;
        stack->Parameters.QueryInterface.InterfaceType = type;
        stack->Parameters.QueryInterface.Size = size;
        stack->Parameters.QueryInterface.Version = version;
        stack->Parameters.QueryInterface.Interface = interface;
        stack->Parameters.QueryInterface.InterfaceSpecificData = data;
        irp->IoStatus.Status = STATUS_NOT_SUPPORTED;
        status = IoCallDriver(top, irp);
        if (status == STATUS_PENDING) {
            KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
            status = io_status.Status;
        }
    }
    ObDereferenceObject(top);
    return status;
}

/* What the stack says of the device. */
NTSTATUS fx_query_capabilities(struct fx_device *device, PDEVICE_CAPABILITIES capabilities)
{
    IO_STATUS_BLOCK io_status = {.Status = STATUS_NOT_SUPPORTED};
    KEVENT done;
    PDEVICE_OBJECT top = IoGetAttachedDeviceReference(device->DeviceObject);
    KeInitializeEvent(&done, NotificationEvent, FALSE);
    PIRP irp = IoBuildSynchronousFsdRequest(IRP_MJ_PNP, top, NULL, 0, NULL, &done, &io_status);
    NTSTATUS status = STATUS_INSUFFICIENT_RESOURCES;
    if (irp) {
        PIO_STACK_LOCATION stack = IoGetNextIrpStackLocation(irp);
        stack->MinorFunction = IRP_MN_QUERY_CAPABILITIES;
        stack->Parameters.DeviceCapabilities.Capabilities = capabilities;
        irp->IoStatus.Status = STATUS_NOT_SUPPORTED;
        status = IoCallDriver(top, irp);
        if (status == STATUS_PENDING) {
            KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
            status = io_status.Status;
        }
    }
    ObDereferenceObject(top);
    return status;
}

NTSTATUS api_FdoQueryForInterface(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, LPCGUID type, PINTERFACE interface,
                                  USHORT size, USHORT version, PVOID data)
{
    const struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    FX_REQUIRE(type);
    FX_REQUIRE(interface);
    if (device->Init.Kind != FX_FDO)
        return STATUS_INVALID_DEVICE_REQUEST;
    return fx_query_interface(device->DeviceObject, type, interface, size, version, data);
}

/* --- relations, usage --- */

static NTSTATUS query_relations(struct fx_device *device, PIRP irp)
{
    const DEVICE_RELATION_TYPE type = IoGetCurrentIrpStackLocation(irp)->Parameters.QueryDeviceRelations.Type;
    if (device->Init.Pnp.EvtDeviceRelationsQuery)
        device->Init.Pnp.EvtDeviceRelationsQuery((WDFDEVICE)device, type);
    NTSTATUS status = STATUS_NOT_SUPPORTED;
    if (type == BusRelations)
        status = fx_report_children(device, irp);
    else if (type == RemovalRelations && device->RemovalRelations && device->RemovalRelations->Count > 0)
        status = fx_add_relations(irp, device->RemovalRelations->Devices, device->RemovalRelations->Count);
    if (status == STATUS_NOT_SUPPORTED)
        return fx_forward(device, irp);
    irp->IoStatus.Status = status;
    if (!NT_SUCCESS(status))
        return fx_complete_irp(irp, status, irp->IoStatus.Information);
    return fx_forward(device, irp);
}

static NTSTATUS usage_notification(struct fx_device *device, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    const BOOLEAN in_path = stack->Parameters.UsageNotification.InPath;
    WDF_SPECIAL_FILE_TYPE type = (WDF_SPECIAL_FILE_TYPE)stack->Parameters.UsageNotification.Type;
    if (type <= WdfSpecialFileUndefined || type >= WdfSpecialFileMax || !device->SpecialFile[type]) {
        if (device->Init.Filter && device->Attached)
            return fx_forward(device, irp);
        return fx_complete_irp(irp, STATUS_NOT_IMPLEMENTED, 0);
    }
    NTSTATUS status = STATUS_SUCCESS;
    device->SpecialFileCount[type] += in_path ? 1 : -1;
    if (device->Init.Pnp.EvtDeviceUsageNotificationEx)
        status = device->Init.Pnp.EvtDeviceUsageNotificationEx((WDFDEVICE)device, type, in_path);
    if (NT_SUCCESS(status) && device->Attached)
        status = fx_forward_and_wait(device, irp);
    if (!NT_SUCCESS(status))
        device->SpecialFileCount[type] -= in_path ? 1 : -1;
    else if (device->Init.Pnp.EvtDeviceUsageNotification)
        device->Init.Pnp.EvtDeviceUsageNotification((WDFDEVICE)device, type, in_path);
    IoInvalidateDeviceState(device->Init.PhysicalDevice);
    return fx_complete_irp(irp, status, irp->IoStatus.Information);
}

NTSTATUS fx_query_pnp(struct fx_device *device, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    NTSTATUS status;
    switch (stack->MinorFunction) {
    case IRP_MN_QUERY_CAPABILITIES:
        /* The lower drivers fill in theirs first; what this one says goes over it. */
        status = fx_forward_and_wait(device, irp);
        if (NT_SUCCESS(status))
            fill_capabilities(device, stack->Parameters.DeviceCapabilities.Capabilities);
        IoCompleteRequest(irp, IO_NO_INCREMENT);
        return status;
    case IRP_MN_QUERY_PNP_DEVICE_STATE:
        status = fx_forward_and_wait(device, irp);
        if (!NT_SUCCESS(status) && status != STATUS_NOT_SUPPORTED) {
            IoCompleteRequest(irp, IO_NO_INCREMENT);
            return status;
        }
        fill_state(device, &irp->IoStatus.Information);
        return fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    case IRP_MN_QUERY_DEVICE_RELATIONS:
        return query_relations(device, irp);
    case IRP_MN_QUERY_INTERFACE:
        return query_interface(device, irp);
    case IRP_MN_FILTER_RESOURCE_REQUIREMENTS:
        if (!device->Init.Fdo.EvtDeviceFilterAddResourceRequirements &&
            !device->Init.Fdo.EvtDeviceFilterRemoveResourceRequirements)
            return fx_forward(device, irp);
        return fx_filter_requirements(device, irp);
    case IRP_MN_DEVICE_USAGE_NOTIFICATION:
        return usage_notification(device, irp);
    default:
        return fx_forward(device, irp);
    }
}

/* --- PDOs --- */

static NTSTATUS answer_string(PIRP irp, PCWSTR text, ULONG bytes, BOOLEAN list)
{
    /* A list has a zero of its own at its end; fx_append_multi has written it. */
    PWSTR copy = ExAllocatePool2(POOL_FLAG_PAGED, (SIZE_T)bytes + (list ? 0 : sizeof(WCHAR)), FX_TAG);
    if (!copy)
        return fx_complete_irp(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    RtlCopyMemory(copy, text, bytes);
    return fx_complete_irp(irp, STATUS_SUCCESS, (ULONG_PTR)copy);
}

static NTSTATUS unanswered(PIRP irp)
{
    return fx_complete_irp(irp, irp->IoStatus.Status, irp->IoStatus.Information);
}

static NTSTATUS query_id(struct fx_device *device, PIRP irp, BUS_QUERY_ID_TYPE type)
{
    const struct WDFDEVICE_INIT *init = &device->Init;
    switch (type) {
    case BusQueryDeviceID:
        return answer_string(irp, init->DeviceId.Buffer, init->DeviceId.Length, FALSE);
    case BusQueryInstanceID:
        if (init->InstanceId.Buffer)
            return answer_string(irp, init->InstanceId.Buffer, init->InstanceId.Length, FALSE);
        return answer_string(irp, L"0", sizeof(WCHAR), FALSE);
    case BusQueryHardwareIDs:
        if (init->HardwareIds.Buffer)
            return answer_string(irp, init->HardwareIds.Buffer, init->HardwareIds.Bytes, TRUE);
        return unanswered(irp);
    case BusQueryCompatibleIDs:
        if (init->CompatibleIds.Buffer)
            return answer_string(irp, init->CompatibleIds.Buffer, init->CompatibleIds.Bytes, TRUE);
        return unanswered(irp);
    case BusQueryContainerID:
        if (init->ContainerId.Buffer)
            return answer_string(irp, init->ContainerId.Buffer, init->ContainerId.Length, FALSE);
        return unanswered(irp);
    default:
        return unanswered(irp);
    }
}

static NTSTATUS query_text(struct fx_device *device, PIRP irp, DEVICE_TEXT_TYPE type, LCID locale)
{
    const struct fx_device_text *text = device->Init.Texts, *fallback = NULL;
    for (; text && text->Locale != locale; text = text->Next)
        if (text->Locale == device->Init.DefaultLocale)
            fallback = text;
    if (!text)
        text = fallback;
    if (!text)
        return unanswered(irp);
    const UNICODE_STRING *string = type == DeviceTextDescription ? &text->Description : &text->Location;
    return string->Buffer ? answer_string(irp, string->Buffer, string->Length, FALSE) : unanswered(irp);
}

static NTSTATUS query_bus_information(struct fx_device *device, PIRP irp)
{
    if (!device->Init.Parent || !device->Init.Parent->HasBusInformation)
        return unanswered(irp);
    PPNP_BUS_INFORMATION copy = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*copy), FX_TAG);
    if (!copy)
        return fx_complete_irp(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    *copy = device->Init.Parent->BusInformation;
    return fx_complete_irp(irp, STATUS_SUCCESS, (ULONG_PTR)copy);
}

static NTSTATUS pdo_relations(struct fx_device *device, PIRP irp)
{
    const DEVICE_RELATION_TYPE type = IoGetCurrentIrpStackLocation(irp)->Parameters.QueryDeviceRelations.Type;
    if (device->Init.Pnp.EvtDeviceRelationsQuery)
        device->Init.Pnp.EvtDeviceRelationsQuery((WDFDEVICE)device, type);
    if (type == EjectionRelations && device->EjectionRelations && device->EjectionRelations->Count > 0)
        return fx_complete_irp(
            irp, fx_add_relations(irp, device->EjectionRelations->Devices, device->EjectionRelations->Count),
            irp->IoStatus.Information);
    if (type != TargetDeviceRelation)
        return unanswered(irp);
    return fx_complete_irp(irp, fx_add_relations(irp, &device->DeviceObject, 1), irp->IoStatus.Information);
}

NTSTATUS fx_pdo_query_pnp(struct fx_device *device, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    NTSTATUS status;
    switch (stack->MinorFunction) {
    case IRP_MN_QUERY_ID:
        return query_id(device, irp, stack->Parameters.QueryId.IdType);
    case IRP_MN_QUERY_DEVICE_TEXT:
        return query_text(device, irp, stack->Parameters.QueryDeviceText.DeviceTextType,
                          stack->Parameters.QueryDeviceText.LocaleId);
    case IRP_MN_QUERY_CAPABILITIES:
        fill_capabilities(device, stack->Parameters.DeviceCapabilities.Capabilities);
        return fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    case IRP_MN_QUERY_PNP_DEVICE_STATE:
        fill_state(device, &irp->IoStatus.Information);
        return fx_complete_irp(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    case IRP_MN_QUERY_DEVICE_RELATIONS:
        return pdo_relations(device, irp);
    case IRP_MN_QUERY_INTERFACE:
        return query_interface(device, irp);
    case IRP_MN_QUERY_BUS_INFORMATION:
        return query_bus_information(device, irp);
    case IRP_MN_QUERY_RESOURCES:
        return unanswered(irp);
    case IRP_MN_QUERY_RESOURCE_REQUIREMENTS: {
        PIO_RESOURCE_REQUIREMENTS_LIST list = fx_requirements_for_pdo(device, &status);
        return list                             ? fx_complete_irp(irp, STATUS_SUCCESS, (ULONG_PTR)list)
               : status == STATUS_NOT_SUPPORTED ? unanswered(irp)
                                                : fx_complete_irp(irp, status, irp->IoStatus.Information);
    }
    case IRP_MN_EJECT:
        if (!device->Init.Pdo.EvtDeviceEject)
            return unanswered(irp);
        return fx_complete_irp(irp, device->Init.Pdo.EvtDeviceEject((WDFDEVICE)device), 0);
    case IRP_MN_SET_LOCK:
        if (!device->Init.Pdo.EvtDeviceSetLock)
            return unanswered(irp);
        return fx_complete_irp(irp,
                               device->Init.Pdo.EvtDeviceSetLock((WDFDEVICE)device, stack->Parameters.SetLock.Lock), 0);
    case IRP_MN_DEVICE_USAGE_NOTIFICATION:
        return usage_notification(device, irp);
    default:
        return unanswered(irp);
    }
}
