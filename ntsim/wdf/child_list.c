/* Lists of children: those that a bus driver reports as it finds them, and
 * those that it makes itself. */
#include "ntsim/wdf/fx_child.h"

__declspec(dllimport) void SimOrderBefore(const VOID *object);
__declspec(dllimport) void SimOrderAfter(const VOID *object);

static void *identification(struct fx_child *child)
{
    return child->Identification;
}

static void free_child(struct fx_child *child)
{
    struct fx_child_list *list = child->List;
    SimOrderAfter(list);
    RemoveEntryList(&child->Entry); /* others run while the driver is called */
    if (child->Identification && list->Config.EvtChildListIdentificationDescriptionCleanup)
        list->Config.EvtChildListIdentificationDescriptionCleanup((WDFCHILDLIST)list, child->Identification);
    if (child->HasAddress && list->Config.EvtChildListAddressDescriptionCleanup)
        list->Config.EvtChildListAddressDescriptionCleanup((WDFCHILDLIST)list, child->Address);
    fx_free(child->Identification);
    fx_free(child->Address);
    fx_free(child);
}

static void begin_use(struct fx_child_list *list)
{
    list->Users++;
}

static void end_use(struct fx_child_list *list)
{
    if (--list->Users > 0)
        return;
    for (PLIST_ENTRY entry = list->Children.Flink; entry != &list->Children && list->Users == 0;) {
        struct fx_child *child = CONTAINING_RECORD(entry, struct fx_child, Entry);
        entry = entry->Flink;
        if (child->Gone) {
            free_child(child);
            entry = list->Children.Flink;
        }
    }
}

static void drop_child(struct fx_child *child)
{
    if (child->List->Users == 0) {
        free_child(child);
        return;
    }
    child->Missing = TRUE;
    child->Gone = TRUE;
}

static void dispose_list(struct fx_object *object)
{
    struct fx_child_list *list = (struct fx_child_list *)object;
    RemoveEntryList(&list->DeviceEntry);
}

static void destroy_list(struct fx_object *object)
{
    struct fx_child_list *list = (struct fx_child_list *)object;
    while (!IsListEmpty(&list->Children))
        free_child(CONTAINING_RECORD(list->Children.Flink, struct fx_child, Entry));
}

static const struct fx_class child_list_class = {
    .Type = FX_CHILD_LIST,
    .Size = sizeof(struct fx_child_list),
    .Dispose = dispose_list,
    .Destroy = destroy_list,
    .PassiveDispose = TRUE,
};

static NTSTATUS create_list(struct fx_device *device, PWDF_CHILD_LIST_CONFIG config, PWDF_OBJECT_ATTRIBUTES attributes,
                            struct fx_child_list **result)
{
    WDF_CHILD_LIST_CONFIG settings = {0};
    *result = NULL;
    if (config && !FX_COPY(settings, config))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (config && (settings.IdentificationDescriptionSize < sizeof(WDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER) ||
                   !settings.EvtChildListCreateDevice))
        return STATUS_INVALID_PARAMETER;
    const NTSTATUS status = fx_create(&child_list_class, device->Object.Driver, attributes, &device->Object, result);
    if (!NT_SUCCESS(status))
        return status;
    (*result)->Device = device;
    (*result)->Config = settings;
    InitializeListHead(&(*result)->Children);
    InsertTailList(&device->ChildLists, &(*result)->DeviceEntry);
    return STATUS_SUCCESS;
}

NTSTATUS fx_create_default_children(struct fx_device *device)
{
    if (!device->Init.HasChildListConfig)
        return STATUS_SUCCESS;
    return create_list(device, &device->Init.ChildListConfig,
                       device->Init.HasChildListAttributes ? &device->Init.ChildListAttributes : NULL,
                       &device->DefaultChildList);
}

NTSTATUS api_ChildListCreate(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device, PWDF_CHILD_LIST_CONFIG config,
                             PWDF_OBJECT_ATTRIBUTES attributes, WDFCHILDLIST *result)
{
    struct fx_child_list *list;
    FX_REQUIRE(config);
    FX_REQUIRE(result);
    const NTSTATUS status = create_list(fx_object_of(device, FX_DEVICE), config, attributes, &list);
    *result = (WDFCHILDLIST)list;
    return status;
}

static struct fx_child_list *list_from(WDFCHILDLIST handle)
{
    return fx_object_of(handle, FX_CHILD_LIST);
}

WDFDEVICE api_ChildListGetDevice(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle)
{
    return (WDFDEVICE)list_from(handle)->Device;
}

WDFCHILDLIST api_FdoGetDefaultChildList(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    return (WDFCHILDLIST)((struct fx_device *)fx_object_of(handle, FX_DEVICE))->DefaultChildList;
}

/* --- descriptions --- */

static BOOLEAN same(struct fx_child_list *list, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER one,
                    PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER other)
{
    SimOrderAfter(list);
    if (list->Config.EvtChildListIdentificationDescriptionCompare)
        return list->Config.EvtChildListIdentificationDescriptionCompare((WDFCHILDLIST)list, one, other);
    return RtlEqualMemory(one, other, list->Config.IdentificationDescriptionSize);
}

static struct fx_child *find(struct fx_child_list *list, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER wanted)
{
    struct fx_child *found = NULL;
    begin_use(list);
    for (PLIST_ENTRY entry = list->Children.Flink; entry != &list->Children && !found; entry = entry->Flink) {
        struct fx_child *child = CONTAINING_RECORD(entry, struct fx_child, Entry);
        if (!child->Missing && child->Identification && same(list, identification(child), wanted) && !child->Missing)
            found = child;
    }
    end_use(list);
    return found;
}

static NTSTATUS duplicate_identification(struct fx_child_list *list, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER from,
                                         PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER to)
{
    if (list->Config.EvtChildListIdentificationDescriptionDuplicate)
        return list->Config.EvtChildListIdentificationDescriptionDuplicate((WDFCHILDLIST)list, from, to);
    RtlCopyMemory(to, from, list->Config.IdentificationDescriptionSize);
    return STATUS_SUCCESS;
}

static void copy_identification(struct fx_child_list *list, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER from,
                                PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER to)
{
    SimOrderAfter(list);
    if (list->Config.EvtChildListIdentificationDescriptionCopy)
        list->Config.EvtChildListIdentificationDescriptionCopy((WDFCHILDLIST)list, from, to);
    else
        RtlCopyMemory(to, from, list->Config.IdentificationDescriptionSize);
}

static NTSTATUS set_address(struct fx_child *child, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER address)
{
    struct fx_child_list *list = child->List;
    NTSTATUS status = STATUS_SUCCESS;
    if (!address || !child->Address)
        return STATUS_SUCCESS;
    if (child->HasAddress && list->Config.EvtChildListAddressDescriptionCleanup)
        list->Config.EvtChildListAddressDescriptionCleanup((WDFCHILDLIST)list, child->Address);
    if (list->Config.EvtChildListAddressDescriptionDuplicate)
        status = list->Config.EvtChildListAddressDescriptionDuplicate((WDFCHILDLIST)list, address, child->Address);
    else
        RtlCopyMemory(child->Address, address, list->Config.AddressDescriptionSize);
    child->HasAddress = NT_SUCCESS(status);
    return status;
}

static NTSTATUS copy_address(struct fx_child *child, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER to)
{
    struct fx_child_list *list = child->List;
    if (!child->HasAddress)
        return STATUS_NO_SUCH_DEVICE;
    if (list->Config.EvtChildListAddressDescriptionCopy)
        list->Config.EvtChildListAddressDescriptionCopy((WDFCHILDLIST)list, child->Address, to);
    else
        RtlCopyMemory(to, child->Address, list->Config.AddressDescriptionSize);
    return STATUS_SUCCESS;
}

static struct fx_child *add_child(struct fx_child_list *list)
{
    struct fx_child *child = fx_allocate(list->Object.Driver, sizeof(*child));
    if (!child)
        return NULL;
    child->List = list;
    if (list->Config.IdentificationDescriptionSize)
        child->Identification = fx_allocate(list->Object.Driver, list->Config.IdentificationDescriptionSize);
    if (list->Config.AddressDescriptionSize)
        child->Address = fx_allocate(list->Object.Driver, list->Config.AddressDescriptionSize);
    InitializeListHead(&child->Entry); /* it is not on the list before it is
                                          described: others run meanwhile */
    return child;
}

/* In Windows a lock guards the list, so what one callback has written another
 * may read. */
static void insert_child(struct fx_child *child)
{
    SimOrderBefore(child->List);
    InsertTailList(&child->List->Children, &child->Entry);
}

/* The PnP manager is to ask again; within a scan, at its end. */
static void changed(struct fx_child_list *list)
{
    if (list->Scanning || list->Iterations > 0) {
        list->Changed = TRUE;
        return;
    }
    list->Changed = FALSE;
    if (list->Device->Init.PhysicalDevice && list->Device->Phase != FX_PNP_REMOVED)
        IoInvalidateDeviceRelations(list->Device->Init.PhysicalDevice, BusRelations);
}

/* The system has never heard of it. */
static void lose_unreported(struct fx_child *child)
{
    struct fx_device *pdo = child->Pdo;
    if (pdo) {
        child->Pdo = NULL;
        pdo->Init.Child = NULL;
        fx_device_removed(pdo);
    }
    drop_child(child);
}

/* While somebody looks at one child after the other, none goes. */
static void lose(struct fx_child *child)
{
    child->Missing = TRUE;
    if (child->Pdo && child->Pdo->Init.Pdo.EvtDeviceReportedMissing)
        child->Pdo->Init.Pdo.EvtDeviceReportedMissing((WDFDEVICE)child->Pdo);
    if (!child->Reported && child->List->Iterations == 0)
        lose_unreported(child);
}

NTSTATUS api_ChildListAddOrUpdateChildDescriptionAsPresent(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle,
                                                           PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER wanted,
                                                           PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER address)
{
    struct fx_child_list *list = list_from(handle);
    FX_REQUIRE(wanted);
    if (wanted->IdentificationDescriptionSize != list->Config.IdentificationDescriptionSize)
        return STATUS_INVALID_PARAMETER;
    struct fx_child *child = find(list, wanted);
    if (child) {
        child->Seen = TRUE;
        const NTSTATUS status = set_address(child, address);
        return NT_SUCCESS(status) ? STATUS_OBJECT_NAME_EXISTS : status;
    }
    child = add_child(list);
    if (!child)
        return STATUS_INSUFFICIENT_RESOURCES;
    NTSTATUS status = child->Identification ? duplicate_identification(list, wanted, child->Identification)
                                            : STATUS_INSUFFICIENT_RESOURCES;
    if (NT_SUCCESS(status))
        status = set_address(child, address);
    if (NT_SUCCESS(status) && find(list, wanted)) /* another thread has been faster */
        status = STATUS_OBJECT_NAME_EXISTS;
    if (!NT_SUCCESS(status)) {
        free_child(child);
        return status;
    }
    child->Seen = TRUE;
    insert_child(child);
    changed(list);
    return STATUS_SUCCESS;
}

/* Out of the slot and in again: another PDO of the same description. */
BOOLEAN fx_report_anew(struct fx_device *pdo)
{
    struct fx_child *old = pdo->Init.Child;
    if (!old || !old->Identification || old->Missing)
        return FALSE;
    struct fx_child_list *list = old->List;
    struct fx_child *child = add_child(list);
    if (!child)
        return FALSE;
    if (!child->Identification ||
        !NT_SUCCESS(duplicate_identification(list, identification(old), child->Identification)) ||
        !NT_SUCCESS(set_address(child, old->HasAddress ? old->Address : NULL))) {
        free_child(child);
        return FALSE;
    }
    child->Seen = TRUE;
    insert_child(child);
    lose(old);
    changed(list);
    return TRUE;
}

NTSTATUS api_ChildListUpdateChildDescriptionAsMissing(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle,
                                                      PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER wanted)
{
    struct fx_child_list *list = list_from(handle);
    FX_REQUIRE(wanted);
    struct fx_child *child = find(list, wanted);
    if (!child)
        return STATUS_NO_SUCH_DEVICE;
    lose(child);
    changed(list);
    return STATUS_SUCCESS;
}

VOID api_ChildListUpdateAllChildDescriptionsAsPresent(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle)
{
    struct fx_child_list *list = list_from(handle);
    for (PLIST_ENTRY entry = list->Children.Flink; entry != &list->Children; entry = entry->Flink)
        CONTAINING_RECORD(entry, struct fx_child, Entry)->Seen = TRUE;
}

VOID api_ChildListBeginScan(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle)
{
    struct fx_child_list *list = list_from(handle);
    list->Scanning++;
    for (PLIST_ENTRY entry = list->Children.Flink; entry != &list->Children; entry = entry->Flink)
        CONTAINING_RECORD(entry, struct fx_child, Entry)->Seen = FALSE;
}

/* What the scan has not found is not there. */
VOID api_ChildListEndScan(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle)
{
    struct fx_child_list *list = list_from(handle);
    if (list->Scanning == 0 || --list->Scanning > 0)
        return;
    BOOLEAN lost = list->Changed;
    begin_use(list);
    for (PLIST_ENTRY entry = list->Children.Flink; entry != &list->Children;) {
        struct fx_child *child = CONTAINING_RECORD(entry, struct fx_child, Entry);
        entry = entry->Flink;
        if (!child->Seen && !child->Missing) {
            lose(child);
            lost = TRUE;
        }
    }
    end_use(list);
    if (lost)
        changed(list);
}

/* --- looking at the children --- */

static WDF_CHILD_LIST_RETRIEVE_DEVICE_STATUS describe(struct fx_child *child, PWDF_CHILD_RETRIEVE_INFO info)
{
    if (info->AddressDescription)
        copy_address(child, info->AddressDescription);
    return child->Pdo ? WdfChildListRetrieveDeviceSuccess : WdfChildListRetrieveDeviceNotYetCreated;
}

WDFDEVICE api_ChildListRetrievePdo(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle, PWDF_CHILD_RETRIEVE_INFO info)
{
    struct fx_child_list *list = list_from(handle);
    FX_REQUIRE(info);
    FX_REQUIRE(info->IdentificationDescription);
    struct fx_device *pdo = NULL;
    info->Status = WdfChildListRetrieveDeviceNoSuchDevice;
    begin_use(list);
    for (PLIST_ENTRY entry = list->Children.Flink; entry != &list->Children; entry = entry->Flink) {
        struct fx_child *child = CONTAINING_RECORD(entry, struct fx_child, Entry);
        const BOOLEAN found = info->EvtChildListIdentificationDescriptionCompare
                                  ? info->EvtChildListIdentificationDescriptionCompare(
                                        handle, info->IdentificationDescription, child->Identification)
                                  : same(list, info->IdentificationDescription, child->Identification);
        if (child->Missing || !found)
            continue;
        info->Status = describe(child, info);
        pdo = child->Pdo;
        break;
    }
    end_use(list);
    return (WDFDEVICE)pdo;
}

NTSTATUS api_ChildListRetrieveAddressDescription(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle,
                                                 PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER wanted,
                                                 PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER address)
{
    FX_REQUIRE(wanted);
    FX_REQUIRE(address);
    struct fx_child *child = find(list_from(handle), wanted);
    return child ? copy_address(child, address) : STATUS_NO_SUCH_DEVICE;
}

VOID api_ChildListBeginIteration(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle, PWDF_CHILD_LIST_ITERATOR iterator)
{
    FX_REQUIRE(iterator);
    struct fx_child_list *list = list_from(handle);
    list->Iterations++;
    begin_use(list);
    iterator->Reserved[0] = NULL;
}

static BOOLEAN wanted_by(const struct fx_child *child, ULONG flags)
{
    if (child->Missing)
        return (flags & WdfRetrieveMissingChildren) != 0;
    return (flags & (child->Reported ? WdfRetrievePresentChildren : WdfRetrievePendingChildren)) != 0;
}

NTSTATUS api_ChildListRetrieveNextDevice(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle,
                                         PWDF_CHILD_LIST_ITERATOR iterator, WDFDEVICE *result,
                                         PWDF_CHILD_RETRIEVE_INFO info)
{
    struct fx_child_list *list = list_from(handle);
    FX_REQUIRE(iterator);
    FX_REQUIRE(result);
    PLIST_ENTRY entry = iterator->Reserved[0] ? ((PLIST_ENTRY)iterator->Reserved[0])->Flink : list->Children.Flink;
    *result = NULL;
    for (; entry != &list->Children; entry = entry->Flink) {
        struct fx_child *child = CONTAINING_RECORD(entry, struct fx_child, Entry);
        if (!wanted_by(child, iterator->Flags))
            continue;
        iterator->Reserved[0] = entry;
        *result = (WDFDEVICE)child->Pdo;
        if (info) {
            if (info->IdentificationDescription)
                copy_identification(list, child->Identification, info->IdentificationDescription);
            info->Status = describe(child, info);
        }
        return STATUS_SUCCESS;
    }
    return STATUS_NO_MORE_ENTRIES;
}

VOID api_ChildListEndIteration(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle, PWDF_CHILD_LIST_ITERATOR iterator)
{
    struct fx_child_list *list = list_from(handle);
    if (list->Iterations == 0)
        return;
    list->Iterations--;
    for (PLIST_ENTRY entry = list->Children.Flink; entry != &list->Children && list->Iterations == 0;) {
        struct fx_child *child = CONTAINING_RECORD(entry, struct fx_child, Entry);
        entry = entry->Flink;
        if (child->Missing && !child->Reported && !child->Gone)
            lose_unreported(child);
    }
    end_use(list);
    if (list->Iterations == 0 && list->Changed)
        changed(list);
}

BOOLEAN api_ChildListRequestChildEject(PWDF_DRIVER_GLOBALS globals, WDFCHILDLIST handle,
                                       PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER wanted)
{
    struct fx_child *child = find(list_from(handle), wanted);
    if (!child || !child->Pdo)
        return FALSE;
    IoRequestDeviceEject(child->Pdo->DeviceObject);
    return TRUE;
}

/* --- what PnP asks --- */

void fx_scan_children(struct fx_device *device)
{
    for (PLIST_ENTRY entry = device->ChildLists.Flink; entry != &device->ChildLists; entry = entry->Flink) {
        struct fx_child_list *list = CONTAINING_RECORD(entry, struct fx_child_list, DeviceEntry);
        if (list->Config.EvtChildListScanForChildren)
            list->Config.EvtChildListScanForChildren((WDFCHILDLIST)list);
    }
}

/* The driver makes the PDO of a child that it has reported. */
static NTSTATUS make_pdo(struct fx_child *child)
{
    struct fx_child_list *list = child->List;
    struct WDFDEVICE_INIT *init = fx_new_init(list->Object.Driver, FX_PDO);
    if (!init)
        return STATUS_INSUFFICIENT_RESOURCES;
    init->Parent = list->Device;
    init->Child = child;
    SimOrderAfter(list);
    const NTSTATUS status = list->Config.EvtChildListCreateDevice((WDFCHILDLIST)list, child->Identification, init);
    struct fx_device *device = init->Created;
    if (device)
        fx_free(init);
    else
        fx_free_init(init);
    if (device && !NT_SUCCESS(status)) {
        fx_device_removed(device);
        return status;
    }
    if (!device)
        return NT_SUCCESS(status) ? STATUS_UNSUCCESSFUL : status;
    device->DeviceObject->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
    child->Pdo = device;
    return STATUS_SUCCESS;
}

NTSTATUS fx_add_relations(PIRP irp, PDEVICE_OBJECT const *devices, ULONG count)
{
    PDEVICE_RELATIONS old = (PDEVICE_RELATIONS)irp->IoStatus.Information;
    const ULONG before = old ? old->Count : 0;
    PDEVICE_RELATIONS relations = ExAllocatePool2(
        POOL_FLAG_PAGED, FIELD_OFFSET(DEVICE_RELATIONS, Objects) + (before + count + 1) * sizeof(PVOID), FX_TAG);
    if (!relations)
        return STATUS_INSUFFICIENT_RESOURCES;
    relations->Count = before + count;
    for (ULONG i = 0; i < before; i++)
        relations->Objects[i] = old->Objects[i];
    for (ULONG i = 0; i < count; i++) {
        ObReferenceObject(devices[i]);
        relations->Objects[before + i] = devices[i];
    }
    if (old)
        ExFreePool(old);
    irp->IoStatus.Information = (ULONG_PTR)relations;
    return STATUS_SUCCESS;
}

NTSTATUS fx_report_children(struct fx_device *device, PIRP irp)
{
    if (IsListEmpty(&device->ChildLists))
        return STATUS_NOT_SUPPORTED;
    NTSTATUS status = STATUS_SUCCESS;
    for (PLIST_ENTRY e = device->ChildLists.Flink; e != &device->ChildLists; e = e->Flink) {
        struct fx_child_list *list = CONTAINING_RECORD(e, struct fx_child_list, DeviceEntry);
        begin_use(list);
        for (PLIST_ENTRY entry = list->Children.Flink; entry != &list->Children && NT_SUCCESS(status);) {
            struct fx_child *child = CONTAINING_RECORD(entry, struct fx_child, Entry);
            entry = entry->Flink;
            if (child->Missing)
                continue;
            if (!child->Pdo && !NT_SUCCESS(make_pdo(child))) {
                drop_child(child);
                continue;
            }
            if (child->Gone) { /* the driver has lost it again meanwhile */
                struct fx_device *pdo = child->Pdo;
                child->Pdo = NULL;
                pdo->Init.Child = NULL;
                fx_device_removed(pdo);
                continue;
            }
            child->Reported = TRUE;
            status = fx_add_relations(irp, &child->Pdo->DeviceObject, 1);
        }
        end_use(list);
    }
    /* An empty answer is one too. */
    if (NT_SUCCESS(status) && !irp->IoStatus.Information)
        status = fx_add_relations(irp, NULL, 0);
    return status;
}

BOOLEAN fx_pdo_removed(struct fx_device *device)
{
    struct fx_child *child = device->Init.Child;
    if (!child)
        return TRUE;
    if (!child->Missing && child->List->Device->Phase != FX_PNP_REMOVED &&
        child->List->Device->Phase != FX_PNP_SURPRISE_REMOVED)
        return FALSE;
    device->Init.Child = NULL;
    child->Pdo = NULL;
    drop_child(child);
    return TRUE;
}

void fx_children_parent_removed(struct fx_device *device)
{
    for (PLIST_ENTRY e = device->ChildLists.Flink; e != &device->ChildLists; e = e->Flink) {
        struct fx_child_list *list = CONTAINING_RECORD(e, struct fx_child_list, DeviceEntry);
        while (!IsListEmpty(&list->Children)) {
            struct fx_child *child = CONTAINING_RECORD(list->Children.Flink, struct fx_child, Entry);
            struct fx_device *pdo = child->Pdo;
            free_child(child);
            if (pdo) {
                pdo->Init.Child = NULL;
                fx_device_removed(pdo);
            }
        }
    }
}

/* --- static children --- */

NTSTATUS api_FdoAddStaticChild(PWDF_DRIVER_GLOBALS globals, WDFDEVICE fdo, WDFDEVICE child_handle)
{
    struct fx_device *device = fx_object_of(fdo, FX_DEVICE), *pdo = fx_object_of(child_handle, FX_DEVICE);
    if (device->Init.Kind != FX_FDO || pdo->Init.Kind != FX_PDO || pdo->Init.Parent != device || pdo->Init.Child)
        return STATUS_INVALID_PARAMETER;
    if (!device->StaticChildren) {
        const NTSTATUS status = create_list(device, NULL, NULL, &device->StaticChildren);
        if (!NT_SUCCESS(status))
            return status;
    }
    struct fx_child *child = add_child(device->StaticChildren);
    if (!child)
        return STATUS_INSUFFICIENT_RESOURCES;
    insert_child(child);
    child->Pdo = pdo;
    pdo->Init.Child = child;
    pdo->Object.Protected = TRUE;
    pdo->DeviceObject->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
    changed(device->StaticChildren);
    return STATUS_SUCCESS;
}

VOID api_FdoLockStaticChildListForIteration(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    if (!device->StaticChildren)
        return;
    device->StaticChildren->Iterations++;
    begin_use(device->StaticChildren);
}

VOID api_FdoUnlockStaticChildListFromIteration(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    if (device->StaticChildren)
        api_ChildListEndIteration(globals, (WDFCHILDLIST)device->StaticChildren, NULL);
}

WDFDEVICE api_FdoRetrieveNextStaticChild(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, WDFDEVICE previous, ULONG flags)
{
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    struct fx_child_list *list = device->StaticChildren;
    if (!list)
        return NULL;
    PLIST_ENTRY entry = list->Children.Flink;
    if (previous) {
        const struct fx_device *pdo = fx_object_of(previous, FX_DEVICE);
        if (!pdo->Init.Child)
            return NULL;
        entry = pdo->Init.Child->Entry.Flink;
    }
    for (; entry != &list->Children; entry = entry->Flink) {
        struct fx_child *child = CONTAINING_RECORD(entry, struct fx_child, Entry);
        if (wanted_by(child, flags))
            return (WDFDEVICE)child->Pdo;
    }
    return NULL;
}

NTSTATUS api_PdoMarkMissing(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    const struct fx_device *pdo = fx_object_of(handle, FX_DEVICE);
    struct fx_child *child = pdo->Init.Child;
    if (pdo->Init.Kind != FX_PDO)
        return STATUS_INVALID_PARAMETER;
    if (!child)
        return STATUS_NO_SUCH_DEVICE;
    struct fx_child_list *list = child->List;
    lose(child);
    changed(list);
    return STATUS_SUCCESS;
}

/* --- what a PDO knows of itself --- */

NTSTATUS api_PdoRetrieveIdentificationDescription(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle,
                                                  PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER description)
{
    const struct fx_device *pdo = fx_object_of(handle, FX_DEVICE);
    FX_REQUIRE(description);
    if (!pdo->Init.Child || !pdo->Init.Child->Identification)
        return STATUS_INVALID_PARAMETER;
    copy_identification(pdo->Init.Child->List, pdo->Init.Child->Identification, description);
    return STATUS_SUCCESS;
}

NTSTATUS api_PdoRetrieveAddressDescription(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle,
                                           PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER description)
{
    const struct fx_device *pdo = fx_object_of(handle, FX_DEVICE);
    FX_REQUIRE(description);
    return pdo->Init.Child ? copy_address(pdo->Init.Child, description) : STATUS_INVALID_PARAMETER;
}

NTSTATUS api_PdoUpdateAddressDescription(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle,
                                         PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER description)
{
    const struct fx_device *pdo = fx_object_of(handle, FX_DEVICE);
    FX_REQUIRE(description);
    return pdo->Init.Child ? set_address(pdo->Init.Child, description) : STATUS_INVALID_PARAMETER;
}
