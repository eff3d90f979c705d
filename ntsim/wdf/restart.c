/* A device that has failed is taken away by its bus and reported again, which makes its drivers anew. */
#include "ntsim/wdf/fx.h"

#include <wdmguid.h>

enum { MOST_RESTARTS = 5 };

/* How often it has been tried outlives the device object: it is kept with the device's key. */
static BOOLEAN count_restart(struct fx_device *device)
{
    DECLARE_CONST_UNICODE_STRING(name, L"WdfRestartCount");
    struct {
        KEY_VALUE_PARTIAL_INFORMATION Information;
        ULONG Room;
    } value;
    HANDLE key;
    ULONG length, count = 0;
    if (!NT_SUCCESS(IoOpenDeviceRegistryKey(device->Init.PhysicalDevice, PLUGPLAY_REGKEY_DEVICE, KEY_ALL_ACCESS, &key)))
        return FALSE;
    if (NT_SUCCESS(
            ZwQueryValueKey(key, (PUNICODE_STRING)&name, KeyValuePartialInformation, &value, sizeof(value), &length)) &&
        value.Information.DataLength == sizeof(count))
        RtlCopyMemory(&count, value.Information.Data, sizeof(count));
    const BOOLEAN again = count++ < MOST_RESTARTS;
    if (again)
        ZwSetValueKey(key, (PUNICODE_STRING)&name, 0, REG_DWORD, &count, sizeof(count));
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
