/* Lists of hardware resources: those that a device has got, and those that it asks for. */
#include "ntsim/wdf/fx.h"

enum { ROOM_STEP = 8 };

static void destroy_list(struct fx_object *object)
{
    fx_free(((struct fx_resource_list *)object)->Descriptors);
}

static const struct fx_class cm_class = {
    .Type = FX_CM_RESOURCES,
    .Size = sizeof(struct fx_resource_list),
    .Destroy = destroy_list,
    .DriverMayNotDelete = TRUE,
};

/* Room for one more at an index, with the rest moved up. */
static NTSTATUS make_room(struct fx_driver *driver, PVOID *array, SIZE_T size, ULONG *count, ULONG *room, ULONG index)
{
    if (index > *count)
        return STATUS_ARRAY_BOUNDS_EXCEEDED;
    if (*count == *room) {
        PUCHAR larger = fx_allocate(driver, (SIZE_T)(*room + ROOM_STEP) * size);
        if (!larger)
            return STATUS_INSUFFICIENT_RESOURCES;
        if (*array)
            RtlCopyMemory(larger, *array, *count * size);
        fx_free(*array);
        *array = larger;
        *room += ROOM_STEP;
    }
    PUCHAR at = (PUCHAR)*array + index * size;
    RtlMoveMemory(at + size, at, (*count - index) * size);
    (*count)++;
    return STATUS_SUCCESS;
}

static void close_gap(PVOID array, SIZE_T size, ULONG *count, ULONG index)
{
    if (index >= *count)
        return;
    PUCHAR at = (PUCHAR)array + index * size;
    (*count)--;
    RtlMoveMemory(at, at + size, (*count - index) * size);
}

static NTSTATUS insert_cm(struct fx_resource_list *list, const CM_PARTIAL_RESOURCE_DESCRIPTOR *descriptor, ULONG index)
{
    const NTSTATUS status = make_room(list->Object.Driver, (PVOID *)&list->Descriptors, sizeof(*descriptor),
                                      &list->Count, &list->Room, index);
    if (NT_SUCCESS(status))
        list->Descriptors[index] = *descriptor;
    return status;
}

NTSTATUS fx_create_resource_list(struct fx_device *device, PCM_RESOURCE_LIST resources,
                                 struct fx_resource_list **result)
{
    NTSTATUS status = fx_create(&cm_class, device->Object.Driver, NULL, &device->Object, result);
    if (!NT_SUCCESS(status) || !resources || resources->Count == 0)
        return status;
    /* Drivers get one full descriptor; nothing here writes more. */
    const CM_PARTIAL_RESOURCE_LIST *partial = &resources->List[0].PartialResourceList;
    for (ULONG i = 0; i < partial->Count && NT_SUCCESS(status); i++)
        status = insert_cm(*result, &partial->PartialDescriptors[i], i);
    return status;
}

static struct fx_resource_list *cm_from(WDFCMRESLIST handle)
{
    return fx_object_of(handle, FX_CM_RESOURCES);
}

ULONG api_CmResourceListGetCount(PWDF_DRIVER_GLOBALS globals, WDFCMRESLIST handle)
{
    return cm_from(handle)->Count;
}

PCM_PARTIAL_RESOURCE_DESCRIPTOR api_CmResourceListGetDescriptor(PWDF_DRIVER_GLOBALS globals, WDFCMRESLIST handle,
                                                                ULONG index)
{
    const struct fx_resource_list *list = cm_from(handle);
    return index < list->Count ? &list->Descriptors[index] : NULL;
}

NTSTATUS api_CmResourceListInsertDescriptor(PWDF_DRIVER_GLOBALS globals, WDFCMRESLIST handle,
                                            PCM_PARTIAL_RESOURCE_DESCRIPTOR descriptor, ULONG index)
{
    struct fx_resource_list *list = cm_from(handle);
    FX_REQUIRE(descriptor);
    return list->Changeable ? insert_cm(list, descriptor, index) : STATUS_ACCESS_DENIED;
}

NTSTATUS api_CmResourceListAppendDescriptor(PWDF_DRIVER_GLOBALS globals, WDFCMRESLIST handle,
                                            PCM_PARTIAL_RESOURCE_DESCRIPTOR descriptor)
{
    return api_CmResourceListInsertDescriptor(globals, handle, descriptor, cm_from(handle)->Count);
}

VOID api_CmResourceListRemove(PWDF_DRIVER_GLOBALS globals, WDFCMRESLIST handle, ULONG index)
{
    struct fx_resource_list *list = cm_from(handle);
    if (list->Changeable)
        close_gap(list->Descriptors, sizeof(*list->Descriptors), &list->Count, index);
}

VOID api_CmResourceListRemoveByDescriptor(PWDF_DRIVER_GLOBALS globals, WDFCMRESLIST handle,
                                          PCM_PARTIAL_RESOURCE_DESCRIPTOR descriptor)
{
    const struct fx_resource_list *list = cm_from(handle);
    api_CmResourceListRemove(globals, handle, (ULONG)(descriptor - list->Descriptors));
}

/* --- requirements --- */

struct fx_io_list {
    struct fx_object Object;
    ULONG Count, Room;
    PIO_RESOURCE_DESCRIPTOR Descriptors;
};

struct fx_requirements {
    struct fx_object Object;
    INTERFACE_TYPE InterfaceType;
    ULONG SlotNumber;
    ULONG Count, Room;
    struct fx_io_list **Lists; /* alternatives, best first */
};

static void destroy_io_list(struct fx_object *object)
{
    fx_free(((struct fx_io_list *)object)->Descriptors);
}

static void destroy_requirements(struct fx_object *object)
{
    fx_free(((struct fx_requirements *)object)->Lists);
}

static const struct fx_class io_list_class = {
    .Type = FX_IO_RESOURCES, .Size = sizeof(struct fx_io_list), .Destroy = destroy_io_list};
static const struct fx_class requirements_class = {
    .Type = FX_IO_REQUIREMENTS,
    .Size = sizeof(struct fx_requirements),
    .Destroy = destroy_requirements,
    .DriverMayNotDelete = TRUE,
};

static struct fx_io_list *io_from(WDFIORESLIST handle)
{
    return fx_object_of(handle, FX_IO_RESOURCES);
}

static struct fx_requirements *requirements_from(WDFIORESREQLIST handle)
{
    return fx_object_of(handle, FX_IO_REQUIREMENTS);
}

VOID api_IoResourceRequirementsListSetSlotNumber(PWDF_DRIVER_GLOBALS globals, WDFIORESREQLIST handle, ULONG slot)
{
    requirements_from(handle)->SlotNumber = slot;
}

VOID api_IoResourceRequirementsListSetInterfaceType(PWDF_DRIVER_GLOBALS globals, WDFIORESREQLIST handle,
                                                    INTERFACE_TYPE type)
{
    requirements_from(handle)->InterfaceType = type;
}

NTSTATUS api_IoResourceRequirementsListInsertIoResList(PWDF_DRIVER_GLOBALS globals, WDFIORESREQLIST handle,
                                                       WDFIORESLIST list, ULONG index)
{
    struct fx_requirements *requirements = requirements_from(handle);
    struct fx_io_list *added = io_from(list);
    const NTSTATUS status = make_room(requirements->Object.Driver, (PVOID *)&requirements->Lists, sizeof(added),
                                      &requirements->Count, &requirements->Room, index);
    if (NT_SUCCESS(status))
        requirements->Lists[index] = added;
    return status;
}

NTSTATUS api_IoResourceRequirementsListAppendIoResList(PWDF_DRIVER_GLOBALS globals, WDFIORESREQLIST handle,
                                                       WDFIORESLIST list)
{
    return api_IoResourceRequirementsListInsertIoResList(globals, handle, list, requirements_from(handle)->Count);
}

ULONG api_IoResourceRequirementsListGetCount(PWDF_DRIVER_GLOBALS globals, WDFIORESREQLIST handle)
{
    return requirements_from(handle)->Count;
}

WDFIORESLIST api_IoResourceRequirementsListGetIoResList(PWDF_DRIVER_GLOBALS globals, WDFIORESREQLIST handle,
                                                        ULONG index)
{
    const struct fx_requirements *requirements = requirements_from(handle);
    return index < requirements->Count ? (WDFIORESLIST)requirements->Lists[index] : NULL;
}

VOID api_IoResourceRequirementsListRemove(PWDF_DRIVER_GLOBALS globals, WDFIORESREQLIST handle, ULONG index)
{
    struct fx_requirements *requirements = requirements_from(handle);
    close_gap(requirements->Lists, sizeof(*requirements->Lists), &requirements->Count, index);
}

VOID api_IoResourceRequirementsListRemoveByIoResList(PWDF_DRIVER_GLOBALS globals, WDFIORESREQLIST handle,
                                                     WDFIORESLIST list)
{
    struct fx_requirements *requirements = requirements_from(handle);
    for (ULONG i = 0; i < requirements->Count; i++)
        if (requirements->Lists[i] == io_from(list)) {
            close_gap(requirements->Lists, sizeof(*requirements->Lists), &requirements->Count, i);
            return;
        }
}

NTSTATUS api_IoResourceListCreate(PWDF_DRIVER_GLOBALS globals, WDFIORESREQLIST handle,
                                  PWDF_OBJECT_ATTRIBUTES attributes, WDFIORESLIST *result)
{
    struct fx_requirements *requirements = requirements_from(handle);
    struct fx_io_list *list;
    FX_REQUIRE(result);
    if (attributes && attributes->ParentObject)
        return STATUS_INVALID_PARAMETER;
    const NTSTATUS status =
        fx_create(&io_list_class, requirements->Object.Driver, attributes, &requirements->Object, &list);
    *result = (WDFIORESLIST)list;
    return status;
}

NTSTATUS api_IoResourceListInsertDescriptor(PWDF_DRIVER_GLOBALS globals, WDFIORESLIST handle,
                                            PIO_RESOURCE_DESCRIPTOR descriptor, ULONG index)
{
    struct fx_io_list *list = io_from(handle);
    FX_REQUIRE(descriptor);
    const NTSTATUS status = make_room(list->Object.Driver, (PVOID *)&list->Descriptors, sizeof(*descriptor),
                                      &list->Count, &list->Room, index);
    if (NT_SUCCESS(status))
        list->Descriptors[index] = *descriptor;
    return status;
}

NTSTATUS api_IoResourceListAppendDescriptor(PWDF_DRIVER_GLOBALS globals, WDFIORESLIST handle,
                                            PIO_RESOURCE_DESCRIPTOR descriptor)
{
    return api_IoResourceListInsertDescriptor(globals, handle, descriptor, io_from(handle)->Count);
}

VOID api_IoResourceListUpdateDescriptor(PWDF_DRIVER_GLOBALS globals, WDFIORESLIST handle,
                                        PIO_RESOURCE_DESCRIPTOR descriptor, ULONG index)
{
    struct fx_io_list *list = io_from(handle);
    FX_REQUIRE(descriptor);
    if (index < list->Count)
        list->Descriptors[index] = *descriptor;
}

ULONG api_IoResourceListGetCount(PWDF_DRIVER_GLOBALS globals, WDFIORESLIST handle)
{
    return io_from(handle)->Count;
}

PIO_RESOURCE_DESCRIPTOR api_IoResourceListGetDescriptor(PWDF_DRIVER_GLOBALS globals, WDFIORESLIST handle, ULONG index)
{
    const struct fx_io_list *list = io_from(handle);
    return index < list->Count ? &list->Descriptors[index] : NULL;
}

VOID api_IoResourceListRemove(PWDF_DRIVER_GLOBALS globals, WDFIORESLIST handle, ULONG index)
{
    struct fx_io_list *list = io_from(handle);
    close_gap(list->Descriptors, sizeof(*list->Descriptors), &list->Count, index);
}

VOID api_IoResourceListRemoveByDescriptor(PWDF_DRIVER_GLOBALS globals, WDFIORESLIST handle,
                                          PIO_RESOURCE_DESCRIPTOR descriptor)
{
    struct fx_io_list *list = io_from(handle);
    api_IoResourceListRemove(globals, handle, (ULONG)(descriptor - list->Descriptors));
}

/* --- between lists and what PnP passes around --- */

static NTSTATUS read_requirements(struct fx_device *device, PIO_RESOURCE_REQUIREMENTS_LIST from,
                                  struct fx_requirements **result)
{
    struct fx_requirements *requirements;
    NTSTATUS status = fx_create(&requirements_class, device->Object.Driver, NULL, &device->Object, result);
    if (!NT_SUCCESS(status))
        return status;
    requirements = *result;
    requirements->InterfaceType = InterfaceTypeUndefined;
    if (!from)
        return STATUS_SUCCESS;
    requirements->InterfaceType = from->InterfaceType;
    requirements->SlotNumber = from->SlotNumber;
    PIO_RESOURCE_LIST list = &from->List[0];
    for (ULONG i = 0; i < from->AlternativeLists && NT_SUCCESS(status); i++) {
        WDFIORESLIST added;
        status = api_IoResourceListCreate(NULL, (WDFIORESREQLIST)requirements, NULL, &added);
        if (NT_SUCCESS(status))
            status = api_IoResourceRequirementsListAppendIoResList(NULL, (WDFIORESREQLIST)requirements, added);
        for (ULONG j = 0; j < list->Count && NT_SUCCESS(status); j++)
            status = api_IoResourceListAppendDescriptor(NULL, added, &list->Descriptors[j]);
        list = (PIO_RESOURCE_LIST)&list->Descriptors[list->Count];
    }
    return status;
}

/* NULL: nothing is required, or there is no memory. */
static PIO_RESOURCE_REQUIREMENTS_LIST write_requirements(const struct fx_requirements *requirements)
{
    if (requirements->Count == 0)
        return NULL;
    SIZE_T size = FIELD_OFFSET(IO_RESOURCE_REQUIREMENTS_LIST, List);
    for (ULONG i = 0; i < requirements->Count; i++)
        size += FIELD_OFFSET(IO_RESOURCE_LIST, Descriptors) +
                requirements->Lists[i]->Count * sizeof(IO_RESOURCE_DESCRIPTOR);
    if (size < sizeof(IO_RESOURCE_REQUIREMENTS_LIST))
        size = sizeof(IO_RESOURCE_REQUIREMENTS_LIST);
    PIO_RESOURCE_REQUIREMENTS_LIST result = ExAllocatePool2(POOL_FLAG_PAGED, size, FX_TAG);
    if (!result)
        return NULL;
    result->ListSize = (ULONG)size;
    result->InterfaceType = requirements->InterfaceType;
    result->SlotNumber = requirements->SlotNumber;
    result->AlternativeLists = requirements->Count;
    PIO_RESOURCE_LIST list = &result->List[0];
    for (ULONG i = 0; i < requirements->Count; i++) {
        const struct fx_io_list *from = requirements->Lists[i];
        list->Version = list->Revision = 1;
        list->Count = from->Count;
        if (from->Count > 0)
            RtlCopyMemory(list->Descriptors, from->Descriptors, from->Count * sizeof(*from->Descriptors));
        list = (PIO_RESOURCE_LIST)&list->Descriptors[from->Count];
    }
    return result;
}

PIO_RESOURCE_REQUIREMENTS_LIST fx_requirements_for_pdo(struct fx_device *device, NTSTATUS *status)
{
    struct fx_requirements *requirements;
    *status = STATUS_NOT_SUPPORTED;
    if (!device->Init.Pdo.EvtDeviceResourceRequirementsQuery)
        return NULL;
    *status = read_requirements(device, NULL, &requirements);
    if (!NT_SUCCESS(*status))
        return NULL;
    *status = device->Init.Pdo.EvtDeviceResourceRequirementsQuery((WDFDEVICE)device, (WDFIORESREQLIST)requirements);
    PIO_RESOURCE_REQUIREMENTS_LIST result = NT_SUCCESS(*status) ? write_requirements(requirements) : NULL;
    fx_delete(&requirements->Object);
    return result;
}

/* A function or filter driver takes from the list on the way down, and adds to it on the way up. */
NTSTATUS fx_filter_requirements(struct fx_device *device, PIRP irp)
{
    const PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS remove =
        device->Init.Fdo.EvtDeviceFilterRemoveResourceRequirements;
    const PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS add = device->Init.Fdo.EvtDeviceFilterAddResourceRequirements;
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    NTSTATUS status = STATUS_SUCCESS;
    for (ULONG pass = 0; pass < 2; pass++) {
        const PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS callback = pass == 0 ? remove : add;
        if (pass == 1) {
            status = fx_forward_and_wait(device, irp);
            if (!NT_SUCCESS(status) && status != STATUS_NOT_SUPPORTED)
                break;
        }
        if (!callback)
            continue;
        PIO_RESOURCE_REQUIREMENTS_LIST from =
            irp->IoStatus.Information ? (PVOID)irp->IoStatus.Information
                                      : stack->Parameters.FilterResourceRequirements.IoResourceRequirementList;
        struct fx_requirements *requirements;
        status = read_requirements(device, from, &requirements);
        if (NT_SUCCESS(status)) {
            status = callback((WDFDEVICE)device, (WDFIORESREQLIST)requirements);
            PIO_RESOURCE_REQUIREMENTS_LIST result = NT_SUCCESS(status) ? write_requirements(requirements) : NULL;
            if (result) {
                if (irp->IoStatus.Information)
                    ExFreePool((PVOID)irp->IoStatus.Information);
                irp->IoStatus.Information = (ULONG_PTR)result;
                irp->IoStatus.Status = STATUS_SUCCESS;
            }
            fx_delete(&requirements->Object);
        }
        if (!NT_SUCCESS(status))
            break;
    }
    irp->IoStatus.Status = status;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}
