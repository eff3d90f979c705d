/* What an INF says about all devices of a stack, in the device's key: the value Security, a descriptor as text, and
 * DeviceCharacteristics. */
#include "ntsim/pnp/pip.h"

struct setting {
    KEY_VALUE_PARTIAL_INFORMATION Information;
    UCHAR Rest[1024];
};

static BOOLEAN query(HANDLE key, PCWSTR name, ULONG type, struct setting *setting)
{
    UNICODE_STRING value;
    ULONG length;
    RtlInitUnicodeString(&value, name);
    return NT_SUCCESS(ZwQueryValueKey(key, &value, KeyValuePartialInformation, setting, sizeof(*setting), &length)) &&
           setting->Information.Type == type;
}

NTSTATUS pip_apply_security(struct pip_node *node)
{
    struct setting setting;
    UNICODE_STRING sddl;
    HANDLE key;
    NTSTATUS status = pip_open_instance_key(node, KEY_READ, &key);
    if (!NT_SUCCESS(status))
        return STATUS_SUCCESS; /* nothing is said */
    if (query(key, L"DeviceCharacteristics", REG_DWORD, &setting))
        for (PDEVICE_OBJECT device = node->Pdo; device; device = device->AttachedDevice)
            device->Characteristics |= *(const ULONG *)setting.Information.Data;
    if (query(key, L"Security", REG_SZ, &setting)) {
        sddl.Buffer = (PWSTR)setting.Information.Data;
        sddl.Length = sddl.MaximumLength = (USHORT)setting.Information.DataLength;
        while (sddl.Length && sddl.Buffer[sddl.Length / sizeof(WCHAR) - 1] == 0)
            sddl.Length -= sizeof(WCHAR);
        for (PDEVICE_OBJECT device = node->Pdo; device && NT_SUCCESS(status); device = device->AttachedDevice)
            status = iop_secure_device(device, &sddl);
    }
    ZwClose(key);
    return status;
}
