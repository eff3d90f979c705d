/* The battery's data blocks and events of WMI. */
#include "ntsim/battc/battc.h"

enum block { STATUS, RUNTIME, TEMPERATURE, FULL_CAPACITY, CYCLES, STATUS_CHANGE, TAG_CHANGE, BLOCKS };

static WMIGUIDREGINFO blocks[BLOCKS] = {
    [STATUS] = {&BATTERY_STATUS_WMI_GUID, 1, 0},
    [RUNTIME] = {&BATTERY_RUNTIME_WMI_GUID, 1, 0},
    [TEMPERATURE] = {&BATTERY_TEMPERATURE_WMI_GUID, 1, 0},
    [FULL_CAPACITY] = {&BATTERY_FULL_CHARGED_CAPACITY_WMI_GUID, 1, 0},
    [CYCLES] = {&BATTERY_CYCLE_COUNT_WMI_GUID, 1, 0},
    [STATUS_CHANGE] = {&BATTERY_STATUS_CHANGE_WMI_GUID, 1, WMIREG_FLAG_EVENT_ONLY_GUID},
    [TAG_CHANGE] = {&BATTERY_TAG_CHANGE_WMI_GUID, 1, WMIREG_FLAG_EVENT_ONLY_GUID},
};

static BOOLEAN has(ULONG state, ULONG bit)
{
    return (state & bit) != 0;
}

/* The event takes the data's memory. */
static void fire(const struct battc_battery *battery, const GUID *guid, const void *data, ULONG size)
{
    if (!battery->WmiDevice)
        return;
    PVOID copy = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, BATTC_TAG);
    if (!copy)
        return;
    RtlCopyMemory(copy, data, size);
    WmiFireEvent(battery->WmiDevice, guid, 0, size, copy);
}

void battc_tell_tag(const struct battc_battery *battery)
{
    BATTERY_TAG_CHANGE change = {battery->Tag};
    fire(battery, &BATTERY_TAG_CHANGE_WMI_GUID, &change, sizeof(change));
}

void battc_tell_state(const struct battc_battery *battery)
{
    ULONG state = battery->PowerState;
    BATTERY_WMI_STATUS_CHANGE change = {battery->Tag, has(state, BATTERY_POWER_ON_LINE), has(state, BATTERY_CHARGING),
                                        has(state, BATTERY_DISCHARGING), has(state, BATTERY_CRITICAL)};
    fire(battery, &BATTERY_STATUS_CHANGE_WMI_GUID, &change, sizeof(change));
}

/* --- blocks. All have the tag first. --- */

static NTSTATUS read_status(const struct battc_battery *battery, BATTERY_WMI_STATUS *block)
{
    BATTERY_STATUS now;
    NTSTATUS status = battery->Miniport.QueryStatus(battery->Miniport.Context, block->Tag, &now);
    if (!NT_SUCCESS(status))
        return status;
    BOOLEAN known = now.Rate != (LONG)BATTERY_UNKNOWN_RATE;
    block->RemainingCapacity = now.Capacity;
    block->ChargeRate = known && now.Rate > 0 ? now.Rate : 0;
    block->DischargeRate = known && now.Rate < 0 ? -now.Rate : 0;
    block->Voltage = now.Voltage;
    block->PowerOnline = has(now.PowerState, BATTERY_POWER_ON_LINE);
    block->Charging = has(now.PowerState, BATTERY_CHARGING);
    block->Discharging = has(now.PowerState, BATTERY_DISCHARGING);
    block->Critical = has(now.PowerState, BATTERY_CRITICAL);
    return STATUS_SUCCESS;
}

static NTSTATUS read_value(const struct battc_battery *battery, BATTERY_QUERY_INFORMATION_LEVEL level, ULONG tag,
                           PULONG value)
{
    ULONG returned;
    return battery->Miniport.QueryInformation(battery->Miniport.Context, tag, level, 0, value, sizeof(*value),
                                              &returned);
}

static NTSTATUS read_information(const struct battc_battery *battery, ULONG tag, BATTERY_INFORMATION *information)
{
    ULONG returned;
    return battery->Miniport.QueryInformation(battery->Miniport.Context, tag, BatteryInformation, 0, information,
                                              sizeof(*information), &returned);
}

union data {
    ULONG Tag;
    BATTERY_WMI_STATUS Status;
    BATTERY_WMI_RUNTIME Runtime;
    BATTERY_WMI_TEMPERATURE Temperature;
    BATTERY_WMI_FULL_CHARGED_CAPACITY FullCapacity;
    BATTERY_WMI_CYCLE_COUNT Cycles;
};

static const ULONG sizes[BLOCKS] = {
    [STATUS] = sizeof(BATTERY_WMI_STATUS),           [RUNTIME] = sizeof(BATTERY_WMI_RUNTIME),
    [TEMPERATURE] = sizeof(BATTERY_WMI_TEMPERATURE), [FULL_CAPACITY] = sizeof(BATTERY_WMI_FULL_CHARGED_CAPACITY),
    [CYCLES] = sizeof(BATTERY_WMI_CYCLE_COUNT),
};

static NTSTATUS read_block(const struct battc_battery *battery, ULONG block, union data *data)
{
    BATTERY_INFORMATION information;
    NTSTATUS status = battery->Miniport.QueryTag(battery->Miniport.Context, &data->Tag);
    if (!NT_SUCCESS(status))
        return status;
    switch (block) {
    case STATUS:
        return read_status(battery, &data->Status);
    case RUNTIME:
        return read_value(battery, BatteryEstimatedTime, data->Tag, &data->Runtime.EstimatedRuntime);
    case TEMPERATURE:
        return read_value(battery, BatteryTemperature, data->Tag, &data->Temperature.Temperature);
    default:
        status = read_information(battery, data->Tag, &information);
        if (block == FULL_CAPACITY)
            data->FullCapacity.FullChargedCapacity = information.FullChargedCapacity;
        else
            data->Cycles.CycleCount = information.CycleCount;
        return status;
    }
}

NTSTATUS BatteryClassQueryWmiDataBlock(PVOID ClassData, PDEVICE_OBJECT DeviceObject, PIRP Irp, ULONG GuidIndex,
                                       PULONG InstanceLengthArray, ULONG OutBufferSize, PUCHAR Buffer)
{
    struct battc_battery *battery = ClassData;
    union data data = {0};
    if (GuidIndex >= BLOCKS || !sizes[GuidIndex])
        return STATUS_WMI_GUID_NOT_FOUND;
    ULONG size = sizes[GuidIndex];
    NTSTATUS status = STATUS_BUFFER_TOO_SMALL;
    if (InstanceLengthArray && OutBufferSize >= size) {
        KeWaitForSingleObject(&battery->Calling, Executive, KernelMode, FALSE, NULL);
        status = read_block(battery, GuidIndex, &data);
        KeSetEvent(&battery->Calling, IO_NO_INCREMENT, FALSE);
        *InstanceLengthArray = size;
        if (NT_SUCCESS(status))
            RtlCopyMemory(Buffer, &data, size);
    }
    return WmiCompleteRequest(DeviceObject, Irp, status, size, IO_NO_INCREMENT);
}

/* The miniclass driver's table has the callbacks; the blocks are the class's. */
NTSTATUS BatteryClassSystemControl(PVOID ClassData, PWMILIB_CONTEXT WmiLibContext, PDEVICE_OBJECT DeviceObject,
                                   PIRP Irp, PSYSCTL_IRP_DISPOSITION Disposition)
{
    struct battc_battery *battery = ClassData;
    battery->WmiDevice = DeviceObject;
    WmiLibContext->GuidCount = BLOCKS;
    WmiLibContext->GuidList = blocks;
    return WmiSystemControl(WmiLibContext, DeviceObject, Irp, Disposition);
}
