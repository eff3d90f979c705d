/* What wudfx02000.dll, the host of user-mode drivers, needs of the framework. */
#include "ntsim/wdf/fx.h"

__declspec(dllexport) WDFFUNC SimWdfFunction(ULONG index)
{
    return fx_functions[index];
}

__declspec(dllexport) void SimWdfSetUserMode(PWDF_DRIVER_GLOBALS globals)
{
    fx_globals_of(globals)->UserMode = TRUE;
}

/* UmdfMethodNeitherAction of the INF; the reflector has its settings below the device's hardware key. */
BOOLEAN fx_copies_neither(PDEVICE_OBJECT pdo)
{
    UNICODE_STRING path = RTL_CONSTANT_STRING(L"WUDF"), name = RTL_CONSTANT_STRING(L"MethodNeitherAction");
    struct {
        KEY_VALUE_PARTIAL_INFORMATION Information;
        ULONG Room;
    } value;
    OBJECT_ATTRIBUTES attributes;
    HANDLE device, key;
    ULONG length;
    if (!pdo || !NT_SUCCESS(IoOpenDeviceRegistryKey(pdo, PLUGPLAY_REGKEY_DEVICE, KEY_READ, &device)))
        return FALSE;
    InitializeObjectAttributes(&attributes, &path, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, device, NULL);
    NTSTATUS status = ZwOpenKey(&key, KEY_READ, &attributes);
    ZwClose(device);
    if (!NT_SUCCESS(status))
        return FALSE;
    status = ZwQueryValueKey(key, &name, KeyValuePartialInformation, &value, sizeof(value), &length);
    ZwClose(key);
    return NT_SUCCESS(status) && value.Information.Type == REG_DWORD && value.Information.Data[0] != 0;
}

/* The driver's word that a request which it sends on is not a program's own. */
__declspec(dllexport) void SimWdfSetInitiated(WDFREQUEST handle, BOOLEAN initiated)
{
    fx_request_of(handle)->UserModeDriver = initiated;
}

__declspec(dllexport) BOOLEAN SimWdfIsInitiated(WDFREQUEST handle)
{
    return fx_request_of(handle)->UserModeDriver;
}
