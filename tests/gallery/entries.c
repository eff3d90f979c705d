/* The DriverEntry of a driver that is many: it goes on as that of the entry whose number stands in the service key. */
#include <ntifs.h>

DRIVER_INITIALIZE DriverEntry;
#define ENTRY(name) DRIVER_INITIALIZE name;
#include "entries.inc"
#undef ENTRY

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath)
{
#define ENTRY(name) name,
    static DRIVER_INITIALIZE *const Entries[] = {
#include "entries.inc"
    };
    ULONG Number = MAXULONG;
    WCHAR Path[128] = {0};
    RTL_QUERY_REGISTRY_TABLE Table[2] = {0};
    if (RegistryPath->Length >= sizeof(Path))
        return STATUS_NAME_TOO_LONG;
    RtlCopyMemory(Path, RegistryPath->Buffer, RegistryPath->Length);
    Table[0].Flags = RTL_QUERY_REGISTRY_DIRECT | RTL_QUERY_REGISTRY_REQUIRED | RTL_QUERY_REGISTRY_TYPECHECK;
    Table[0].Name = L"Entry";
    Table[0].EntryContext = &Number;
    Table[0].DefaultType = (REG_DWORD << RTL_QUERY_REGISTRY_TYPECHECK_SHIFT) | REG_NONE;
    const NTSTATUS Status = RtlQueryRegistryValues(RTL_REGISTRY_ABSOLUTE, Path, Table, NULL, NULL);
    if (!NT_SUCCESS(Status))
        return Status;
    return Number < ARRAYSIZE(Entries) ? Entries[Number](Driver, RegistryPath) : STATUS_INVALID_PARAMETER;
}
