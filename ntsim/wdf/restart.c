/* A device that has failed is taken away by its bus and reported again, which makes its drivers anew. */
#include "ntsim/wdf/fx.h"

#include <wdmguid.h>

/* Five times within a minute; after a minute anew, if the device has worked since. */
enum { MOST_RESTARTS = 5 };
static const LONGLONG one_minute = 60 * 10000000LL;

struct record {
    LONGLONG Since; /* of 100 ns, since the system started */
    ULONG Count;
    ULONG Started;
};

static BOOLEAN may_restart(struct record *record, BOOLEAN started)
{
    const LONGLONG now = (LONGLONG)KeQueryInterruptTime();
    if (started)
        record->Started = TRUE;
    if (record->Count > 0 && now - record->Since <= one_minute)
        return record->Count++ < MOST_RESTARTS;
    if (record->Count > 0 && !record->Started)
        return FALSE;
    *record = (struct record){.Since = now, .Count = 1};
    return TRUE;
}

/* The record outlives the device object: it is kept with the device's key. */
static BOOLEAN count_restart(struct fx_device *device)
{
    DECLARE_CONST_UNICODE_STRING(name, L"WdfRestart");
    struct {
        KEY_VALUE_PARTIAL_INFORMATION Information;
        struct record Room;
    } value;
    struct record record = {0};
    HANDLE key;
    ULONG length;
    if (!NT_SUCCESS(IoOpenDeviceRegistryKey(device->Init.PhysicalDevice, PLUGPLAY_REGKEY_DEVICE, KEY_ALL_ACCESS, &key)))
        return FALSE;
    if (NT_SUCCESS(
            ZwQueryValueKey(key, (PUNICODE_STRING)&name, KeyValuePartialInformation, &value, sizeof(value), &length)) &&
        value.Information.DataLength == sizeof(record))
        RtlCopyMemory(&record, value.Information.Data, sizeof(record));
    const BOOLEAN again = may_restart(&record, device->AchievedStart);
    ZwSetValueKey(key, (PUNICODE_STRING)&name, 0, REG_BINARY, &record, sizeof(record));
    ZwClose(key);
    return again;
}

BOOLEAN fx_ask_for_restart(struct fx_device *device)
{
    REENUMERATE_SELF_INTERFACE_STANDARD interface = {.Size = sizeof(interface), .Version = 1};
    if (!device->Attached || !NT_SUCCESS(fx_query_interface(device->Attached, &GUID_REENUMERATE_SELF_INTERFACE_STANDARD,
                                                            (PINTERFACE)&interface, sizeof(interface), 1, NULL)))
        return FALSE;
    const BOOLEAN again = count_restart(device);
    if (again)
        interface.SurpriseRemoveAndReenumerateSelf(interface.Context);
    if (interface.InterfaceDereference)
        interface.InterfaceDereference(interface.Context);
    return again;
}
