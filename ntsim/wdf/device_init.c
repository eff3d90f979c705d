/* What a driver says of a device before it is created. */
#include "ntsim/wdf/fx.h"

struct WDFDEVICE_INIT *fx_new_init(struct fx_driver *driver, enum fx_device_kind kind)
{
    struct WDFDEVICE_INIT *init = fx_allocate(driver, sizeof(*init));
    if (!init)
        return NULL;
    init->Driver = driver;
    init->Kind = kind;
    init->DeviceType = FILE_DEVICE_UNKNOWN;
    init->Characteristics = FILE_DEVICE_SECURE_OPEN;
    init->ReadWriteIoType = WdfDeviceIoBuffered;
    init->ControlIoType = WdfDeviceIoBuffered;
    init->File.FileObjectClass = WdfFileObjectNotRequired;
    init->File.AutoForwardCleanupClose = WdfUseDefault;
    return init;
}

void fx_free_init_parts(struct WDFDEVICE_INIT *init)
{
    fx_free(init->Name.Buffer);
    fx_free(init->Sddl.Buffer);
    fx_free(init->DeviceId.Buffer);
    fx_free(init->InstanceId.Buffer);
    fx_free(init->ContainerId.Buffer);
    fx_free(init->HardwareIds.Buffer);
    fx_free(init->CompatibleIds.Buffer);
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
        fx_free(init->Preprocess[i]);
    for (struct fx_state_callback *callback = init->StateCallbacks, *next; callback; callback = next) {
        next = callback->Next;
        fx_free(callback);
    }
    for (struct fx_device_text *text = init->Texts, *next; text; text = next) {
        next = text->Next;
        fx_free(text->Description.Buffer);
        fx_free(text->Location.Buffer);
        fx_free(text);
    }
}

void fx_free_init(struct WDFDEVICE_INIT *init)
{
    fx_free_init_parts(init);
    fx_free(init);
}

VOID api_DeviceInitFree(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init)
{
    FX_REQUIRE(init);
    /* That of an FDO is the framework's own. */
    if (init->Kind != FX_FDO)
        fx_free_init(init);
}

VOID api_DeviceInitSetPnpPowerEventCallbacks(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                             PWDF_PNPPOWER_EVENT_CALLBACKS callbacks)
{
    FX_REQUIRE(init);
    FX_REQUIRE(callbacks);
    FX_COPY(init->Pnp, callbacks);
}

VOID api_DeviceInitSetPowerPolicyEventCallbacks(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                                PWDF_POWER_POLICY_EVENT_CALLBACKS callbacks)
{
    FX_REQUIRE(init);
    FX_REQUIRE(callbacks);
    FX_COPY(init->Policy, callbacks);
}

VOID api_DeviceInitSetPowerPolicyOwnership(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, BOOLEAN owner)
{
    FX_REQUIRE(init);
    init->PolicyOwner = owner;
    init->PolicyOwnerSet = TRUE;
}

static NTSTATUS add_state_callback(PWDFDEVICE_INIT init, ULONG state, ULONG types, PVOID routine)
{
    FX_REQUIRE(init);
    FX_REQUIRE(routine);
    if (types == 0 || (types & ~(ULONG)StateNotificationAllStates) != 0)
        return STATUS_INVALID_PARAMETER;
    struct fx_state_callback *callback = fx_allocate(init->Driver, sizeof(*callback));
    if (!callback)
        return STATUS_INSUFFICIENT_RESOURCES;
    callback->State = state;
    callback->Types = types;
    callback->Pnp = (PFN_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION)routine;
    callback->Next = init->StateCallbacks;
    init->StateCallbacks = callback;
    return STATUS_SUCCESS;
}

NTSTATUS api_DeviceInitRegisterPnpStateChangeCallback(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                                      WDF_DEVICE_PNP_STATE state,
                                                      PFN_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION routine, ULONG types)
{
    return add_state_callback(init, state, types, (PVOID)routine);
}

NTSTATUS api_DeviceInitRegisterPowerStateChangeCallback(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                                        WDF_DEVICE_POWER_STATE state,
                                                        PFN_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION routine,
                                                        ULONG types)
{
    return add_state_callback(init, state, types, (PVOID)routine);
}

NTSTATUS api_DeviceInitRegisterPowerPolicyStateChangeCallback(
    PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, WDF_DEVICE_POWER_POLICY_STATE state,
    PFN_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION routine, ULONG types)
{
    return add_state_callback(init, state, types, (PVOID)routine);
}

VOID api_DeviceInitSetExclusive(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, BOOLEAN exclusive)
{
    FX_REQUIRE(init);
    init->Exclusive = exclusive;
}

VOID api_DeviceInitSetIoType(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, WDF_DEVICE_IO_TYPE type)
{
    FX_REQUIRE(init);
    init->ReadWriteIoType = type;
}

VOID api_DeviceInitSetIoTypeEx(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PWDF_IO_TYPE_CONFIG config)
{
    FX_REQUIRE(init);
    FX_REQUIRE(config);
    init->ReadWriteIoType = config->ReadWriteIoType;
    init->ControlIoType = config->DeviceControlIoType;
    init->DirectTransferThreshold = config->DirectTransferThreshold;
}

VOID api_DeviceInitSetPowerNotPageable(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init)
{
    FX_REQUIRE(init);
    init->PowerPageable = FALSE;
    init->PowerPageableSet = TRUE;
}

VOID api_DeviceInitSetPowerPageable(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init)
{
    FX_REQUIRE(init);
    init->PowerPageable = TRUE;
    init->PowerPageableSet = TRUE;
}

VOID api_DeviceInitSetPowerInrush(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init)
{
    FX_REQUIRE(init);
    init->PowerInrush = TRUE;
}

VOID api_DeviceInitSetDeviceType(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, DEVICE_TYPE type)
{
    FX_REQUIRE(init);
    init->DeviceType = type;
}

static NTSTATUS replace(PWDFDEVICE_INIT init, PUNICODE_STRING string, PCUNICODE_STRING value)
{
    FX_REQUIRE(init);
    UNICODE_STRING copy = {0};
    if (value) {
        const NTSTATUS status = fx_copy_string(init->Driver, &copy, value);
        if (!NT_SUCCESS(status))
            return status;
    }
    fx_free(string->Buffer);
    *string = copy;
    return STATUS_SUCCESS;
}

NTSTATUS api_DeviceInitAssignName(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PCUNICODE_STRING name)
{
    if (name && init->Kind == FX_FDO && init->Filter)
        return STATUS_INVALID_DEVICE_REQUEST;
    return replace(init, &init->Name, name);
}

NTSTATUS api_DeviceInitAssignSDDLString(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PCUNICODE_STRING sddl)
{
    return replace(init, &init->Sddl, sddl);
}

VOID api_DeviceInitSetDeviceClass(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, const GUID *class)
{
    FX_REQUIRE(init);
    FX_REQUIRE(class);
    init->Class = *class;
    init->HasClass = TRUE;
}

VOID api_DeviceInitSetCharacteristics(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, ULONG characteristics,
                                      BOOLEAN or)
{
    FX_REQUIRE(init);
    init->Characteristics = or ? init->Characteristics | characteristics : characteristics;
}

VOID api_DeviceInitSetFileObjectConfig(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PWDF_FILEOBJECT_CONFIG config,
                                       PWDF_OBJECT_ATTRIBUTES attributes)
{
    FX_REQUIRE(init);
    FX_REQUIRE(config);
    FX_COPY(init->File, config);
    init->HasFileConfig = TRUE;
    init->HasFileAttributes = attributes != NULL;
    if (attributes)
        init->FileAttributes = *attributes;
}

VOID api_DeviceInitSetRequestAttributes(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                        PWDF_OBJECT_ATTRIBUTES attributes)
{
    FX_REQUIRE(init);
    FX_REQUIRE(attributes);
    init->RequestAttributes = *attributes;
    init->HasRequestAttributes = TRUE;
}

NTSTATUS api_DeviceInitAssignWdmIrpPreprocessCallback(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                                      PFN_WDFDEVICE_WDM_IRP_PREPROCESS routine, UCHAR major,
                                                      PUCHAR minors, ULONG count)
{
    FX_REQUIRE(init);
    FX_REQUIRE(routine);
    if (major > IRP_MJ_MAXIMUM_FUNCTION || (count > 0 && !minors))
        return STATUS_INVALID_PARAMETER;
    if (count > sizeof(init->Preprocess[major]->Minors))
        return STATUS_INVALID_PARAMETER;
    struct fx_preprocess *preprocess = fx_allocate(init->Driver, sizeof(*preprocess));
    if (!preprocess)
        return STATUS_INSUFFICIENT_RESOURCES;
    preprocess->Routine = routine;
    preprocess->MinorCount = count;
    if (count > 0)
        RtlCopyMemory(preprocess->Minors, minors, count);
    fx_free(init->Preprocess[major]);
    init->Preprocess[major] = preprocess;
    return STATUS_SUCCESS;
}

VOID api_DeviceInitSetIoInCallerContextCallback(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                                PFN_WDF_IO_IN_CALLER_CONTEXT routine)
{
    FX_REQUIRE(init);
    init->InCallerContext = routine;
}

VOID api_DeviceInitSetRemoveLockOptions(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                        PWDF_REMOVE_LOCK_OPTIONS options)
{
    FX_REQUIRE(init);
    FX_REQUIRE(options);
    init->RemoveLockFlags = options->Flags;
}

VOID api_DeviceInitSetReleaseHardwareOrderOnFailure(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                                    WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE order)
{
    FX_REQUIRE(init);
    init->ReleaseOrder = order;
}

/* --- FDOs --- */

VOID api_FdoInitSetFilter(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init)
{
    FX_REQUIRE(init);
    init->Filter = TRUE;
}

PDEVICE_OBJECT api_FdoInitWdmGetPhysicalDevice(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init)
{
    FX_REQUIRE(init);
    return init->PhysicalDevice;
}

VOID api_FdoInitSetEventCallbacks(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PWDF_FDO_EVENT_CALLBACKS callbacks)
{
    FX_REQUIRE(init);
    FX_REQUIRE(callbacks);
    FX_COPY(init->Fdo, callbacks);
}

VOID api_FdoInitSetDefaultChildListConfig(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                          PWDF_CHILD_LIST_CONFIG config, PWDF_OBJECT_ATTRIBUTES attributes)
{
    FX_REQUIRE(init);
    FX_REQUIRE(config);
    FX_COPY(init->ChildListConfig, config);
    init->HasChildListConfig = TRUE;
    init->HasChildListAttributes = attributes != NULL;
    if (attributes)
        init->ChildListAttributes = *attributes;
}

/* --- control devices --- */

PWDFDEVICE_INIT api_ControlDeviceInitAllocate(PWDF_DRIVER_GLOBALS globals, WDFDRIVER driver, const UNICODE_STRING *sddl)
{
    FX_REQUIRE(sddl);
    struct WDFDEVICE_INIT *init = fx_new_init(fx_object_of(driver, FX_DRIVER), FX_CONTROL);
    if (init && !NT_SUCCESS(replace(init, &init->Sddl, sddl))) {
        fx_free_init(init);
        return NULL;
    }
    return init;
}

VOID api_ControlDeviceInitSetShutdownNotification(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init,
                                                  PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION notification, UCHAR flags)
{
    FX_REQUIRE(init);
    FX_REQUIRE(notification);
    init->Shutdown = notification;
    init->ShutdownFlags = flags;
}
