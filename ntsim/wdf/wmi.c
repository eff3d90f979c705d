/*
 * WMI: providers and instances are kept with their device. Nobody in this system asks for their data, so no
 * IRP_MJ_SYSTEM_CONTROL comes for them; what comes is passed on.
 */
#include "ntsim/wdf/fx.h"

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

NTSTATUS fx_dispatch_wmi(struct fx_device *device, PIRP irp, PIO_STACK_LOCATION stack)
{
    if (device->Attached)
        return fx_forward(device, irp);
    return fx_complete_irp(irp, irp->IoStatus.Status, irp->IoStatus.Information);
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
    if (result)
        *result = (WDFWMIINSTANCE)instance;
    return STATUS_SUCCESS;
}

NTSTATUS api_WmiInstanceRegister(PWDF_DRIVER_GLOBALS globals, WDFWMIINSTANCE handle)
{
    instance_from(handle)->Registered = TRUE;
    return STATUS_SUCCESS;
}

VOID api_WmiInstanceDeregister(PWDF_DRIVER_GLOBALS globals, WDFWMIINSTANCE handle)
{
    instance_from(handle)->Registered = FALSE;
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
    /* Nobody listens. */
    return instance_from(handle)->Registered ? STATUS_SUCCESS : STATUS_INVALID_DEVICE_REQUEST;
}
