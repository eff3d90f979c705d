/*
 * A driver as the service manager starts it: one device with a name and a link to it, no plug and play. Its requests go
 * where compilers go wrong: faults in the __try block itself, exceptions through a __finally, buffers on the stack.
 */
#include <ntddk.h>

#include "requests.h"

DRIVER_INITIALIZE DriverEntry;
static DRIVER_UNLOAD Unload;
static DRIVER_DISPATCH CreateClose;
static DRIVER_DISPATCH DeviceControl;

#pragma alloc_text(INIT, DriverEntry)

static UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\Device\\CwdkLegacy");
static UNICODE_STRING Link = RTL_CONSTANT_STRING(L"\\DosDevices\\CwdkLegacy");

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(RegistryPath);
    status = IoCreateDevice(DriverObject, 0, &Name, FILE_DEVICE_UNKNOWN, FILE_DEVICE_SECURE_OPEN, FALSE, &device);
    if (!NT_SUCCESS(status))
        return status;
    status = IoCreateSymbolicLink(&Link, &Name);
    if (!NT_SUCCESS(status)) {
        IoDeleteDevice(device);
        return status;
    }
    DriverObject->DriverUnload = Unload;
    DriverObject->MajorFunction[IRP_MJ_CREATE] = CreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = CreateClose;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = DeviceControl;
    device->Flags &= ~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    (VOID) IoDeleteSymbolicLink(&Link);
    IoDeleteDevice(DriverObject->DeviceObject);
}

static NTSTATUS Complete(PIRP Irp, NTSTATUS Status, ULONG_PTR Information)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = Information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

static NTSTATUS CreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return Complete(Irp, STATUS_SUCCESS, 0);
}

/* By way of a copy on the stack, which is larger than a page: stack probe and cookie both. */
static DECLSPEC_NOINLINE VOID Reverse(PUCHAR Bytes, ULONG Length)
{
    UCHAR copy[8192];
    ULONG i;

    RtlCopyMemory(copy, Bytes, Length);
    for (i = 0; i < Length; i++)
        Bytes[i] = copy[Length - 1 - i];
}

static DECLSPEC_NOINLINE ULONG Load(const volatile ULONG *Place, PULONG Cleanups)
{
    ULONG value = 0;

    __try {
        value = *Place;
    } __finally {
        ++*Cleanups;
    }
    return value;
}

static DECLSPEC_NOINLINE VOID Peek(const volatile ULONG *Place, ULONG Otherwise, LEGACY_OUTCOME *Outcome)
{
    ULONG cleanups = 0;
    ULONG code = 0;

    __try {
        (VOID) Load(Place, &cleanups);
        (VOID) * Place;
    } __except (code = (ULONG)GetExceptionCode(), EXCEPTION_EXECUTE_HANDLER) {
        Outcome->Otherwise = Otherwise;
    }
    Outcome->Code = code;
    Outcome->Cleanups = cleanups;
}

/* The same, with the fault in the block itself and nothing else in it. */
static DECLSPEC_NOINLINE ULONG PeekPlainly(const volatile ULONG *Place, ULONG Otherwise)
{
    ULONG value;

    __try {
        value = *Place;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        value = Otherwise;
    }
    return value;
}

/* The inner handler declines, the __finally between the two runs, the outer handler takes it. */
static DECLSPEC_NOINLINE VOID Decline(const volatile ULONG *Place, ULONG Wanted, LEGACY_OUTCOME *Outcome)
{
    __try {
        __try {
            __try {
                (VOID) * Place;
            } __except ((ULONG)GetExceptionCode() == Wanted + 1 ? EXCEPTION_EXECUTE_HANDLER
                                                                : EXCEPTION_CONTINUE_SEARCH) {
                Outcome->Otherwise = 1;
            }
        } __finally {
            Outcome->Cleanups++;
        }
    } __except ((ULONG)GetExceptionCode() == Wanted ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) {
        Outcome->Code = Wanted;
    }
}

static NTSTATUS DeviceControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    const ULONG in = stack->Parameters.DeviceIoControl.InputBufferLength;
    const ULONG out = stack->Parameters.DeviceIoControl.OutputBufferLength;
    PVOID buffer = Irp->AssociatedIrp.SystemBuffer;
    LEGACY_OUTCOME outcome = {0};

    UNREFERENCED_PARAMETER(DeviceObject);
    switch (stack->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_LEGACY_REVERSE:
        if (in > 8192 || out < in)
            return Complete(Irp, STATUS_INVALID_BUFFER_SIZE, 0);
        Reverse(buffer, in);
        return Complete(Irp, STATUS_SUCCESS, in);
    case IOCTL_LEGACY_PEEK:
        if (in != sizeof(ULONGLONG) || out < sizeof outcome)
            return Complete(Irp, STATUS_INVALID_BUFFER_SIZE, 0);
        Peek((const volatile ULONG *)(ULONG_PTR) * (ULONGLONG *)buffer, 77, &outcome);
        if (PeekPlainly((const volatile ULONG *)(ULONG_PTR) * (ULONGLONG *)buffer, 78) != 78)
            outcome.Otherwise = 0;
        break;
    case IOCTL_LEGACY_DECLINE:
        if (in != sizeof(ULONGLONG) || out < sizeof outcome)
            return Complete(Irp, STATUS_INVALID_BUFFER_SIZE, 0);
        Decline((const volatile ULONG *)(ULONG_PTR) * (ULONGLONG *)buffer, (ULONG)STATUS_ACCESS_VIOLATION, &outcome);
        break;
    default:
        return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
    *(LEGACY_OUTCOME *)buffer = outcome;
    return Complete(Irp, STATUS_SUCCESS, sizeof outcome);
}
