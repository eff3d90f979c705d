/*
 * WMI: a device's providers are its children, and instances theirs. WMILIB takes requests apart; what it asks by number
 * is looked up among them: the n-th provider that has an instance, and its n-th instance. A device registers with its
 * first instance.
 */
#include "ntsim/wdf/fx.h"

#include <wmilib.h>

struct fx_wmi_provider {
    struct fx_object Object;
    struct fx_device *Device;
    WDF_WMI_PROVIDER_CONFIG Config;
};

struct fx_wmi_instance {
    struct fx_object Object;
    struct fx_wmi_provider *Provider;
    WDF_WMI_INSTANCE_CONFIG Config;
    BOOLEAN Registered;
};

static const struct fx_class provider_class = {.Type = FX_WMI_PROVIDER, .Size = sizeof(struct fx_wmi_provider)};
static const struct fx_class instance_class = {.Type = FX_WMI_INSTANCE, .Size = sizeof(struct fx_wmi_instance)};

static struct fx_wmi_provider *provider_from(WDFWMIPROVIDER handle)
{
    return fx_object_of(handle, FX_WMI_PROVIDER);
}

static struct fx_wmi_instance *instance_from(WDFWMIINSTANCE handle)
{
    return fx_object_of(handle, FX_WMI_INSTANCE);
}

/* --- numbers --- */

/* The next child of that type after `entry`, or NULL. */
static struct fx_object *next_child(struct fx_object *parent, enum fx_type type, struct fx_object *after)
{
    LIST_ENTRY *entry = after ? after->Sibling.Flink : parent->Children.Flink;
    for (; entry != &parent->Children; entry = entry->Flink) {
        struct fx_object *child = CONTAINING_RECORD(entry, struct fx_object, Sibling);
        if (child->Type == type)
            return child;
    }
    return NULL;
}

/* The registered instance of that number; NULL with their count in `*count`. */
static struct fx_wmi_instance *instance_at(struct fx_wmi_provider *provider, ULONG index, PULONG count)
{
    struct fx_object *child = NULL;
    *count = 0;
    while ((child = next_child(&provider->Object, FX_WMI_INSTANCE, child)) != NULL) {
        struct fx_wmi_instance *instance = CONTAINING_RECORD(child, struct fx_wmi_instance, Object);
        if (instance->Registered && (*count)++ == index)
            return instance;
    }
    return NULL;
}

static ULONG instance_count(struct fx_wmi_provider *provider)
{
    ULONG count;
    instance_at(provider, MAXULONG, &count);
    return count;
}

/* The provider of that number; NULL with their count in `*count`. */
static struct fx_wmi_provider *provider_at(struct fx_device *device, ULONG index, PULONG count)
{
    struct fx_object *child = NULL;
    *count = 0;
    while ((child = next_child(&device->Object, FX_WMI_PROVIDER, child)) != NULL) {
        struct fx_wmi_provider *provider = CONTAINING_RECORD(child, struct fx_wmi_provider, Object);
        if (instance_count(provider) && (*count)++ == index)
            return provider;
    }
    return NULL;
}

static struct fx_wmi_instance *find(PDEVICE_OBJECT object, ULONG block, ULONG index)
{
    ULONG count;
    struct fx_wmi_provider *provider = provider_at(fx_device_of(object), block, &count);
    return provider ? instance_at(provider, index, &count) : NULL;
}

/* --- what WMILIB asks --- */

/* NULL for control devices. */
static PDEVICE_OBJECT pdo_of(const struct fx_device *device)
{
    return device->Init.Kind == FX_PDO ? device->DeviceObject : device->Init.PhysicalDevice;
}

static NTSTATUS query_registration(PDEVICE_OBJECT object, PULONG flags, PUNICODE_STRING name, PUNICODE_STRING *path,
                                   PUNICODE_STRING mof, PDEVICE_OBJECT *pdo)
{
    struct fx_device *device = fx_device_of(object);
    *flags = WMIREG_FLAG_INSTANCE_PDO;
    *path = &device->Object.Driver->RegistryPath;
    *mof = device->MofResource;
    *pdo = pdo_of(device);
    return STATUS_SUCCESS;
}

/* One instance's data; `*used` is what it has, or needs. */
static NTSTATUS query_instance(struct fx_wmi_instance *instance, PUCHAR buffer, ULONG room, PULONG used)
{
    const struct fx_context *context = instance->Object.Contexts;
    *used = 0;
    if (instance->Config.UseContextForQuery) {
        *used = (ULONG)context->Size;
        if (room < *used)
            return STATUS_BUFFER_TOO_SMALL;
        RtlCopyMemory(buffer, context->Data, *used);
        return STATUS_SUCCESS;
    }
    if (!instance->Config.EvtWmiInstanceQueryInstance)
        return STATUS_INVALID_DEVICE_REQUEST;
    *used = instance->Provider->Config.MinInstanceBufferSize;
    if (room < *used)
        return STATUS_BUFFER_TOO_SMALL;
    return instance->Config.EvtWmiInstanceQueryInstance((WDFWMIINSTANCE)instance, room, buffer, used);
}

enum { INSTANCE_ALIGNMENT = 8 };

static NTSTATUS query_data(PDEVICE_OBJECT object, PIRP irp, ULONG block, ULONG first, ULONG count, PULONG lengths,
                           ULONG room, PUCHAR buffer)
{
    const BOOLEAN all = IoGetCurrentIrpStackLocation(irp)->MinorFunction == IRP_MN_QUERY_ALL_DATA;
    NTSTATUS status = STATUS_SUCCESS;
    ULONG total = 0;
    for (ULONG i = 0; i < count && (NT_SUCCESS(status) || status == STATUS_BUFFER_TOO_SMALL); i++) {
        struct fx_wmi_instance *instance = find(object, block, first + i);
        ULONG used;
        total = (total + INSTANCE_ALIGNMENT - 1) & ~(ULONG)(INSTANCE_ALIGNMENT - 1);
        if (!instance)
            return WmiCompleteRequest(object, irp, STATUS_WMI_INSTANCE_NOT_FOUND, 0, IO_NO_INCREMENT);
        NTSTATUS one = query_instance(instance, buffer ? buffer + total : NULL, total < room ? room - total : 0, &used);
        if (lengths && i < count)
            lengths[i] = used;
        if (all && one == STATUS_INVALID_DEVICE_REQUEST && !used)
            one = STATUS_SUCCESS; /* it is only set */
        total += used;
        if (!NT_SUCCESS(one))
            status = one;
    }
    return WmiCompleteRequest(object, irp, status, total, IO_NO_INCREMENT);
}

/* What drivers say of a buffer of the wrong size is not what WMI expects of a set. */
static NTSTATUS complete_set(PIRP irp, NTSTATUS status)
{
    return fx_complete_irp(irp, status == STATUS_BUFFER_TOO_SMALL ? STATUS_WMI_SET_FAILURE : status, 0);
}

static NTSTATUS set_data(PDEVICE_OBJECT object, PIRP irp, ULONG block, ULONG index, ULONG size, PUCHAR buffer)
{
    struct fx_wmi_instance *instance = find(object, block, index);
    NTSTATUS status = STATUS_WMI_INSTANCE_NOT_FOUND;
    if (instance && !instance->Config.EvtWmiInstanceSetInstance)
        status = STATUS_WMI_READ_ONLY;
    else if (instance && size < instance->Provider->Config.MinInstanceBufferSize)
        status = STATUS_BUFFER_TOO_SMALL;
    else if (instance)
        status = instance->Config.EvtWmiInstanceSetInstance((WDFWMIINSTANCE)instance, size, buffer);
    return complete_set(irp, status);
}

static NTSTATUS set_item(PDEVICE_OBJECT object, PIRP irp, ULONG block, ULONG index, ULONG item, ULONG size,
                         PUCHAR buffer)
{
    struct fx_wmi_instance *instance = find(object, block, index);
    NTSTATUS status = STATUS_WMI_INSTANCE_NOT_FOUND;
    if (instance && !instance->Config.EvtWmiInstanceSetItem)
        status = STATUS_WMI_READ_ONLY;
    else if (instance)
        status = instance->Config.EvtWmiInstanceSetItem((WDFWMIINSTANCE)instance, item, size, buffer);
    return complete_set(irp, status);
}

static NTSTATUS execute_method(PDEVICE_OBJECT object, PIRP irp, ULONG block, ULONG index, ULONG method, ULONG input,
                               ULONG output, PUCHAR buffer)
{
    struct fx_wmi_instance *instance = find(object, block, index);
    NTSTATUS status = STATUS_WMI_INSTANCE_NOT_FOUND;
    ULONG used = 0;
    if (instance && !instance->Config.EvtWmiInstanceExecuteMethod)
        status = STATUS_INVALID_DEVICE_REQUEST;
    else if (instance)
        status = instance->Config.EvtWmiInstanceExecuteMethod((WDFWMIINSTANCE)instance, method, input, output, buffer,
                                                              &used);
    return WmiCompleteRequest(object, irp, status, used, IO_NO_INCREMENT);
}

static NTSTATUS control(PDEVICE_OBJECT object, PIRP irp, ULONG block, WMIENABLEDISABLECONTROL what, BOOLEAN enable)
{
    ULONG count;
    struct fx_wmi_provider *provider = provider_at(fx_device_of(object), block, &count);
    NTSTATUS status = provider ? STATUS_SUCCESS : STATUS_WMI_GUID_NOT_FOUND;
    if (provider && provider->Config.EvtWmiProviderFunctionControl)
        status = provider->Config.EvtWmiProviderFunctionControl(
            (WDFWMIPROVIDER)provider, what == WmiEventControl ? WdfWmiEventControl : WdfWmiInstanceControl, enable);
    return WmiCompleteRequest(object, irp, status, 0, IO_NO_INCREMENT);
}

static NTSTATUS dispatch(struct fx_device *device, PIRP irp, ULONG blocks, PSYSCTL_IRP_DISPOSITION disposition)
{
    PWMIGUIDREGINFO list = fx_allocate(device->Object.Driver, blocks * sizeof(*list));
    *disposition = IrpNotCompleted;
    if (!list)
        return irp->IoStatus.Status = STATUS_INSUFFICIENT_RESOURCES;
    for (ULONG i = 0, count; i < blocks; i++) {
        struct fx_wmi_provider *provider = provider_at(device, i, &count);
        const ULONG flags = provider->Config.Flags;
        list[i].Guid = &provider->Config.Guid;
        list[i].InstanceCount = instance_count(provider);
        list[i].Flags = ((flags & WdfWmiProviderEventOnly) ? WMIREG_FLAG_EVENT_ONLY_GUID : 0) |
                        ((flags & WdfWmiProviderExpensive) ? WMIREG_FLAG_EXPENSIVE : 0) |
                        ((flags & WdfWmiProviderTracing) ? WMIREG_FLAG_TRACED_GUID : 0);
    }
    WMILIB_CONTEXT context = {blocks,   list,     query_registration, query_data,
                              set_data, set_item, execute_method,     control};
    const NTSTATUS status = WmiSystemControl(&context, device->DeviceObject, irp, disposition);
    fx_free(list);
    return status;
}

NTSTATUS fx_dispatch_wmi(struct fx_device *device, PIRP irp, PIO_STACK_LOCATION stack)
{
    SYSCTL_IRP_DISPOSITION disposition = IrpForward;
    ULONG blocks;
    provider_at(device, MAXULONG, &blocks);
    if (device->WmiRegistered && blocks) {
        const NTSTATUS status = dispatch(device, irp, blocks, &disposition);
        if (disposition == IrpProcessed)
            return status;
        if (disposition == IrpNotCompleted)
            return fx_complete_irp(irp, status, irp->IoStatus.Information);
    }
    if (device->Attached)
        return fx_forward(device, irp);
    return fx_complete_irp(irp, irp->IoStatus.Status, irp->IoStatus.Information);
}

/* --- registration --- */

/* Of devices in a PnP stack, whose instances are named after the PDO. */
static void tell_wmi(struct fx_device *device)
{
    if (!pdo_of(device))
        return;
    if (device->WmiRegistered)
        IoWMIRegistrationControl(device->DeviceObject, WMIREG_ACTION_UPDATE_GUIDS);
    else
        device->WmiRegistered = NT_SUCCESS(IoWMIRegistrationControl(device->DeviceObject, WMIREG_ACTION_REGISTER));
}

void fx_leave_wmi(struct fx_device *device)
{
    if (device->WmiRegistered)
        IoWMIRegistrationControl(device->DeviceObject, WMIREG_ACTION_DEREGISTER);
    device->WmiRegistered = FALSE;
}

static NTSTATUS create_provider(struct fx_device *device, PWDF_WMI_PROVIDER_CONFIG config,
                                PWDF_OBJECT_ATTRIBUTES attributes, struct fx_wmi_provider **result)
{
    *result = NULL;
    if (config->Size != sizeof(*config))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (config->Flags & ~(ULONG)WdfWmiProviderValidFlags)
        return STATUS_INVALID_PARAMETER;
    const NTSTATUS status = fx_create(&provider_class, device->Object.Driver, attributes, &device->Object, result);
    if (NT_SUCCESS(status)) {
        (*result)->Device = device;
        (*result)->Config = *config;
    }
    return status;
}

NTSTATUS api_WmiProviderCreate(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device, PWDF_WMI_PROVIDER_CONFIG config,
                               PWDF_OBJECT_ATTRIBUTES attributes, WDFWMIPROVIDER *result)
{
    struct fx_wmi_provider *provider;
    FX_REQUIRE(config);
    FX_REQUIRE(result);
    const NTSTATUS status = create_provider(fx_object_of(device, FX_DEVICE), config, attributes, &provider);
    *result = (WDFWMIPROVIDER)provider;
    return status;
}

WDFDEVICE api_WmiProviderGetDevice(PWDF_DRIVER_GLOBALS globals, WDFWMIPROVIDER handle)
{
    return (WDFDEVICE)provider_from(handle)->Device;
}

BOOLEAN api_WmiProviderIsEnabled(PWDF_DRIVER_GLOBALS globals, WDFWMIPROVIDER handle, WDF_WMI_PROVIDER_CONTROL control)
{
    provider_from(handle);
    return FALSE;
}

ULONGLONG api_WmiProviderGetTracingHandle(PWDF_DRIVER_GLOBALS globals, WDFWMIPROVIDER handle)
{
    provider_from(handle);
    return 0;
}

NTSTATUS api_WmiInstanceCreate(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device_handle, PWDF_WMI_INSTANCE_CONFIG config,
                               PWDF_OBJECT_ATTRIBUTES attributes, WDFWMIINSTANCE *result)
{
    struct fx_device *device = fx_object_of(device_handle, FX_DEVICE);
    struct fx_wmi_provider *provider;
    struct fx_wmi_instance *instance;
    FX_REQUIRE(config);
    if (result)
        *result = NULL;
    if (config->Size != sizeof(*config))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!config->Provider == !config->ProviderConfig)
        return STATUS_INVALID_PARAMETER;
    if (config->UseContextForQuery && (!attributes || !attributes->ContextTypeInfo))
        return STATUS_INVALID_PARAMETER;
    NTSTATUS status = STATUS_SUCCESS;
    if (config->Provider)
        provider = provider_from(config->Provider);
    else
        status = create_provider(device, config->ProviderConfig, NULL, &provider);
    if (NT_SUCCESS(status))
        status = fx_create(&instance_class, device->Object.Driver, attributes, &provider->Object, &instance);
    if (!NT_SUCCESS(status))
        return status;
    instance->Provider = provider;
    instance->Config = *config;
    instance->Registered = config->Register;
    if (instance->Registered)
        tell_wmi(device);
    if (result)
        *result = (WDFWMIINSTANCE)instance;
    return STATUS_SUCCESS;
}

NTSTATUS api_WmiInstanceRegister(PWDF_DRIVER_GLOBALS globals, WDFWMIINSTANCE handle)
{
    struct fx_wmi_instance *instance = instance_from(handle);
    instance->Registered = TRUE;
    tell_wmi(instance->Provider->Device);
    return STATUS_SUCCESS;
}

VOID api_WmiInstanceDeregister(PWDF_DRIVER_GLOBALS globals, WDFWMIINSTANCE handle)
{
    struct fx_wmi_instance *instance = instance_from(handle);
    instance->Registered = FALSE;
    tell_wmi(instance->Provider->Device);
}

WDFDEVICE api_WmiInstanceGetDevice(PWDF_DRIVER_GLOBALS globals, WDFWMIINSTANCE handle)
{
    return (WDFDEVICE)instance_from(handle)->Provider->Device;
}

WDFWMIPROVIDER api_WmiInstanceGetProvider(PWDF_DRIVER_GLOBALS globals, WDFWMIINSTANCE handle)
{
    return (WDFWMIPROVIDER)instance_from(handle)->Provider;
}

NTSTATUS api_WmiInstanceFireEvent(PWDF_DRIVER_GLOBALS globals, WDFWMIINSTANCE handle, ULONG size, PVOID data)
{
    struct fx_wmi_instance *instance = instance_from(handle), *other;
    ULONG index = 0, count;
    if (!instance->Registered || !instance->Provider->Device->WmiRegistered)
        return STATUS_INVALID_DEVICE_REQUEST;
    while ((other = instance_at(instance->Provider, index, &count)) != NULL && other != instance)
        index++;
    PVOID copy = NULL; /* which goes with the event */
    if (size) {
        copy = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, FX_TAG);
        if (!copy)
            return STATUS_INSUFFICIENT_RESOURCES;
        RtlCopyMemory(copy, data, size);
    }
    return WmiFireEvent(instance->Provider->Device->DeviceObject, &instance->Provider->Config.Guid, index, size, copy);
}
