/* Batteries come and go. */
#include "ntsim/battc/battc.h"

static BOOLEAN is_version(const BATTERY_MINIPORT_INFO *info)
{
    return info->MajorVersion == BATTERY_CLASS_MAJOR_VERSION && info->MinorVersion <= BATTERY_CLASS_MINOR_VERSION_1;
}

static NTSTATUS announce(struct battc_battery *battery)
{
    if (!battery->Miniport.Pdo)
        return STATUS_SUCCESS;
    NTSTATUS status = IoRegisterDeviceInterface(battery->Miniport.Pdo, &GUID_DEVICE_BATTERY, NULL, &battery->Link);
    return NT_SUCCESS(status) ? IoSetDeviceInterfaceState(&battery->Link, TRUE) : status;
}

NTSTATUS BatteryClassInitializeDevice(PBATTERY_MINIPORT_INFO MiniportInfo, PVOID *ClassData)
{
    if (!is_version(MiniportInfo))
        return STATUS_REVISION_MISMATCH;
    struct battc_battery *battery = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*battery), BATTC_TAG);
    if (!battery)
        return STATUS_INSUFFICIENT_RESOURCES;
    SIZE_T size = MiniportInfo->MinorVersion >= BATTERY_CLASS_MINOR_VERSION_1 ? sizeof(BATTERY_MINIPORT_INFO_V1_1)
                                                                              : sizeof(BATTERY_MINIPORT_INFO);
    RtlCopyMemory(&battery->Miniport, MiniportInfo, size);
    battery->Miniport.DeviceName = NULL;
    NTSTATUS status = battc_init_queue(battery);
    if (NT_SUCCESS(status))
        status = announce(battery);
    if (!NT_SUCCESS(status)) {
        RtlFreeUnicodeString(&battery->Link);
        ExFreePoolWithTag(battery, BATTC_TAG);
        return status;
    }
    *ClassData = battery;
    return STATUS_SUCCESS;
}

NTSTATUS BatteryClassUnload(PVOID ClassData)
{
    struct battc_battery *battery = ClassData;
    if (battery->Link.Buffer)
        IoSetDeviceInterfaceState(&battery->Link, FALSE);
    battc_close_queue(battery);
    RtlFreeUnicodeString(&battery->Link);
    ExFreePoolWithTag(battery, BATTC_TAG);
    return STATUS_SUCCESS;
}

NTSTATUS BatteryClassStatusNotify(PVOID ClassData)
{
    battc_look(ClassData);
    return STATUS_SUCCESS;
}
