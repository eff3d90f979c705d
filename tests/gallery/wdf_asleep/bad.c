/* Its queue is not power-managed, and the callback reads a register whether the device sleeps or not. */
#define GALLERY_CREATED Created
#include "../gallery_kmdf_pnp.h"

static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL Control;
static EVT_WDF_DEVICE_PREPARE_HARDWARE Prepare;
static EVT_WDF_DEVICE_RELEASE_HARDWARE Release;

static volatile ULONG *Registers;
static SIZE_T Length;

static NTSTATUS Prepare(WDFDEVICE Device, WDFCMRESLIST Raw, WDFCMRESLIST Translated)
{
    const CM_PARTIAL_RESOURCE_DESCRIPTOR *Memory = WdfCmResourceListGetDescriptor(Translated, 0);
    if (!Memory || Memory->Type != CmResourceTypeMemory)
        return STATUS_DEVICE_CONFIGURATION_ERROR;
    Length = Memory->u.Memory.Length;
    Registers = MmMapIoSpaceEx(Memory->u.Memory.Start, Length, PAGE_READWRITE | PAGE_NOCACHE);
    return Registers ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

static NTSTATUS Release(WDFDEVICE Device, WDFCMRESLIST Translated)
{
    if (Registers)
        MmUnmapIoSpace((PVOID)Registers, Length);
    Registers = NULL;
    return STATUS_SUCCESS;
}

static VOID Initialise(PWDFDEVICE_INIT Init)
{
    WDF_PNPPOWER_EVENT_CALLBACKS Callbacks;
    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&Callbacks);
    Callbacks.EvtDevicePrepareHardware = Prepare;
    Callbacks.EvtDeviceReleaseHardware = Release;
    WdfDeviceInitSetPnpPowerEventCallbacks(Init, &Callbacks);
}

/* A device that nobody uses sleeps. */
static NTSTATUS Created(WDFDEVICE Device)
{
    WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS Settings;
    WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS_INIT(&Settings, IdleCannotWakeFromS0);
    Settings.IdleTimeout = 100;
    return WdfDeviceAssignS0IdleSettings(Device, &Settings);
}

static VOID Control(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputLength, size_t InputLength, ULONG Code)
{
    PULONG Value;
    const NTSTATUS Status = WdfRequestRetrieveOutputBuffer(Request, sizeof(*Value), (PVOID *)&Value, NULL);
    if (NT_SUCCESS(Status))
        *Value = Registers[0]; /* VRF0413 */
    WdfRequestCompleteWithInformation(Request, Status, NT_SUCCESS(Status) ? sizeof(*Value) : 0);
}

static VOID Configure(WDF_IO_QUEUE_CONFIG *Config)
{
    Config->PowerManaged = WdfFalse;
    Config->EvtIoDeviceControl = Control;
}
