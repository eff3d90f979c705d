/* The driver object, and what the I/O manager calls of a driver: AddDevice and DriverUnload. */
#include "ntsim/wdf/fx.h"

static void destroy_driver(struct fx_object *object)
{
    struct fx_driver *driver = (struct fx_driver *)object;
    driver->Globals->Driver = NULL;
    fx_globals_of(driver->Globals)->Driver = NULL;
    fx_free(driver->RegistryPath.Buffer);
}

static const struct fx_class driver_class = {
    .Type = FX_DRIVER,
    .Size = sizeof(struct fx_driver),
    .Destroy = destroy_driver,
    .PassiveDispose = TRUE,
    .DriverMayNotDelete = TRUE,
};

static NTSTATUS NTAPI add_device(PDRIVER_OBJECT driver_object, PDEVICE_OBJECT physical_device)
{
    struct fx_driver *driver = fx_globals_by_driver(driver_object)->Driver;
    struct WDFDEVICE_INIT *init = fx_new_init(driver, FX_FDO);
    if (!init)
        return STATUS_INSUFFICIENT_RESOURCES;
    init->PhysicalDevice = physical_device;
    /* WdfDeviceCreate clears its caller's pointer, not this one. */
    const PWDFDEVICE_INIT given = init;
    const NTSTATUS status = driver->Config.EvtDriverDeviceAdd((WDFDRIVER)driver, given);
    struct fx_device *device = given->Created;
    given->Created = NULL;
    if (!NT_SUCCESS(status) && device) {
        fx_children_parent_removed(device);
        fx_device_removed(device);
    } else if (device) {
        device->DeviceObject->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
    }
    if (device)
        fx_free(given);
    else
        fx_free_init(given);
    return status;
}

static VOID NTAPI unload(PDRIVER_OBJECT driver_object)
{
    struct fx_driver *driver = fx_globals_by_driver(driver_object)->Driver;
    if (!driver)
        return;
    if (driver->Config.EvtDriverUnload)
        driver->Config.EvtDriverUnload((WDFDRIVER)driver);
    /* Control devices that the driver has not deleted. */
    while (!IsListEmpty(&driver->Devices)) {
        struct fx_device *device = CONTAINING_RECORD(driver->Devices.Flink, struct fx_device, DriverEntry);
        fx_device_removed(device);
    }
    fx_delete(&driver->Object);
}

NTSTATUS api_DriverCreate(PWDF_DRIVER_GLOBALS globals, PDRIVER_OBJECT driver_object, PCUNICODE_STRING registry_path,
                          PWDF_OBJECT_ATTRIBUTES attributes, PWDF_DRIVER_CONFIG config, WDFDRIVER *result)
{
    struct fx_globals *client = fx_globals_of(globals);
    struct fx_driver *driver;
    FX_REQUIRE(driver_object);
    FX_REQUIRE(registry_path);
    FX_REQUIRE(config);
    if (result)
        *result = NULL;
    WDF_DRIVER_CONFIG settings;
    /* The tag came with version 1.5. */
    if (!fx_copy_sized(&settings, sizeof(settings), config, FIELD_OFFSET(WDF_DRIVER_CONFIG, DriverPoolTag)))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (client->Driver)
        return STATUS_DRIVER_INTERNAL_ERROR;
    const BOOLEAN no_pnp = (settings.DriverInitFlags & WdfDriverInitNonPnpDriver) != 0;
    const BOOLEAN no_dispatch = (settings.DriverInitFlags & WdfDriverInitNoDispatchOverride) != 0;
    if (attributes && attributes->ParentObject)
        return STATUS_INVALID_PARAMETER;
    if (no_pnp && settings.EvtDriverDeviceAdd)
        return STATUS_INVALID_PARAMETER;
    if (settings.DriverPoolTag)
        globals->DriverTag = settings.DriverPoolTag;
    NTSTATUS status = fx_create(&driver_class, NULL, attributes, NULL, &driver);
    if (!NT_SUCCESS(status))
        return status;
    driver->Globals = globals;
    driver->Object.Driver = driver;
    driver->DriverObject = driver_object;
    driver->Config = settings;
    InitializeListHead(&driver->Devices);
    status = fx_copy_string(driver, &driver->RegistryPath, registry_path);
    if (!NT_SUCCESS(status)) {
        fx_abandon(&driver->Object);
        return status;
    }
    client->Driver = driver;
    globals->Driver = (WDFDRIVER)driver;
    globals->DriverFlags = settings.DriverInitFlags;
    if (!no_dispatch) {
        for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
            driver_object->MajorFunction[i] = fx_dispatch;
        if (!no_pnp)
            driver_object->DriverExtension->AddDevice = add_device;
        /* A legacy driver without EvtDriverUnload cannot be unloaded. */
        if (!no_pnp || settings.EvtDriverUnload) {
            driver_object->DriverUnload = unload;
            globals->DisplaceDriverUnload = TRUE;
        }
    }
    if (result)
        *result = (WDFDRIVER)driver;
    return STATUS_SUCCESS;
}

PWSTR api_DriverGetRegistryPath(PWDF_DRIVER_GLOBALS globals, WDFDRIVER handle)
{
    return ((struct fx_driver *)fx_object_of(handle, FX_DRIVER))->RegistryPath.Buffer;
}

PDRIVER_OBJECT api_DriverWdmGetDriverObject(PWDF_DRIVER_GLOBALS globals, WDFDRIVER handle)
{
    return ((struct fx_driver *)fx_object_of(handle, FX_DRIVER))->DriverObject;
}

WDFDRIVER api_WdmDriverGetWdfDriverHandle(PWDF_DRIVER_GLOBALS globals, PDRIVER_OBJECT driver_object)
{
    FX_REQUIRE(driver_object);
    const struct fx_globals *client = fx_globals_by_driver(driver_object);
    return client ? (WDFDRIVER)client->Driver : NULL;
}

NTSTATUS api_DriverRegisterTraceInfo(PWDF_DRIVER_GLOBALS globals, PDRIVER_OBJECT driver_object,
                                     PFN_WDF_TRACE_CALLBACK callback, PVOID control)
{
    return STATUS_NOT_SUPPORTED;
}

NTSTATUS api_DriverRetrieveVersionString(PWDF_DRIVER_GLOBALS globals, WDFDRIVER handle, WDFSTRING string)
{
    UNICODE_STRING version;
    fx_object_of(handle, FX_DRIVER);
    RtlInitUnicodeString(&version, fx_globals_of(globals)->UserMode ? L"User Mode Driver Framework version 2.33"
                                                                    : L"Kernel Mode Driver Framework version 1.33");
    return fx_set_string(string, &version);
}

BOOLEAN api_DriverIsVersionAvailable(PWDF_DRIVER_GLOBALS globals, WDFDRIVER handle,
                                     PWDF_DRIVER_VERSION_AVAILABLE_PARAMS parameters)
{
    enum { MAJOR = 1, MINOR = 33 };
    fx_object_of(handle, FX_DRIVER);
    FX_REQUIRE(parameters);
    return parameters->Size == sizeof(*parameters) && parameters->MajorVersion == MAJOR &&
           parameters->MinorVersion <= MINOR;
}

/* For drivers that keep their own dispatch routines: they say when they go. */
VOID api_DriverMiniportUnload(PWDF_DRIVER_GLOBALS globals, WDFDRIVER handle)
{
    struct fx_driver *driver = fx_object_of(handle, FX_DRIVER);
    if (!(driver->Config.DriverInitFlags & WdfDriverInitNoDispatchOverride))
        return;
    if (driver->Config.EvtDriverUnload)
        driver->Config.EvtDriverUnload((WDFDRIVER)driver);
    fx_delete(&driver->Object);
}

/* The driver says that it has called a function which this framework has not got. */
NTSTATUS api_DriverErrorReportApiMissing(PWDF_DRIVER_GLOBALS globals, WDFDRIVER driver, PCWSTR extension, ULONG index,
                                         BOOLEAN returns_status)
{
    fx_object_of(driver, FX_DRIVER);
    if (!extension)
        extension = L"KMDF";
    if (!returns_status)
        fx_violation(WDF_API_UNAVAILABLE, (ULONG_PTR)globals->DriverName, (ULONG_PTR)extension, index);
    return STATUS_PROCEDURE_NOT_FOUND;
}
