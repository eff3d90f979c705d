/* Has itself told of much, and takes all of it back. */
#include <initguid.h>
#include <ntifs.h>

#include <wdmguid.h>

#include "../gallery.h"

static EX_CALLBACK_FUNCTION Registry;
static POWER_SETTING_CALLBACK Power;
static DRIVER_NOTIFICATION_CALLBACK_ROUTINE Interfaces;
static PROCESSOR_CALLBACK_FUNCTION Processors;
static CALLBACK_FUNCTION States;
static KBUGCHECK_CALLBACK_ROUTINE Stops;

static LARGE_INTEGER Cookie;
static PVOID Setting, Notification, Added, State;
static PCALLBACK_OBJECT StateObject;
static KBUGCHECK_CALLBACK_RECORD Record;

static NTSTATUS Registry(PVOID Context, PVOID Class, PVOID Argument)
{
    return STATUS_SUCCESS;
}

static NTSTATUS Power(LPCGUID Guid, PVOID Value, ULONG Length, PVOID Context)
{
    return STATUS_SUCCESS;
}

static NTSTATUS Interfaces(PVOID Structure, PVOID Context)
{
    return STATUS_SUCCESS;
}

static VOID Processors(PVOID Context, PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT Change, PNTSTATUS Status)
{
}

static VOID States(PVOID Context, PVOID First, PVOID Second)
{
}

static VOID Stops(PVOID Buffer, ULONG Length)
{
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    static const GUID Class = {0x1f6d0c1e, 0x7c55, 0x4f0e, {0x9d, 0x52, 0x0b, 0x8e, 0x61, 0x24, 0x77, 0x3a}};
    UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\Callback\\PowerState");
    OBJECT_ATTRIBUTES Attributes;
    NTSTATUS Status = CmRegisterCallback(Registry, NULL, &Cookie);
    if (NT_SUCCESS(Status))
        Status = PoRegisterPowerSettingCallback(Device, &GUID_MONITOR_POWER_ON, Power, NULL, &Setting);
    if (NT_SUCCESS(Status))
        Status = IoRegisterPlugPlayNotification(EventCategoryDeviceInterfaceChange, 0, (PVOID)&Class,
                                                Device->DriverObject, Interfaces, NULL, &Notification);
    InitializeObjectAttributes(&Attributes, &Name, OBJ_CASE_INSENSITIVE, NULL, NULL);
    if (NT_SUCCESS(Status))
        Status = ExCreateCallback(&StateObject, &Attributes, FALSE, TRUE);
    if (!NT_SUCCESS(Status))
        return Status;
    State = ExRegisterCallback(StateObject, States, NULL);
    ObDereferenceObject(StateObject);
    Added = KeRegisterProcessorChangeCallback(Processors, NULL, 0);
    KeInitializeCallbackRecord(&Record);
    KeRegisterBugCheckCallback(&Record, Stops, NULL, 0, (PUCHAR) "gallery");
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    KeDeregisterBugCheckCallback(&Record);
    if (Added)
        KeDeregisterProcessorChangeCallback(Added);
    if (State)
        ExUnregisterCallback(State);
    if (Notification)
        IoUnregisterPlugPlayNotificationEx(Notification);
    if (Setting)
        PoUnregisterPowerSettingCallback(Setting);
    if (Cookie.QuadPart)
        CmUnRegisterCallback(Cookie);
}
