/* Functions that UMDF alone has, or that differ from KMDF's. */
#include "ntsim/umdf/umdf.h"

/* --- the driver --- */

/* The kernel's driver object stands behind UMDF's, and all callbacks run at PASSIVE_LEVEL. */
NTSTATUS um_DriverCreate(PWDF_DRIVER_GLOBALS globals, PVOID driver_object, PCUNICODE_STRING path,
                         PWDF_OBJECT_ATTRIBUTES attributes, PWDF_DRIVER_CONFIG config, WDFDRIVER *result)
{
    const struct um_driver *driver = CONTAINING_RECORD(driver_object, struct um_driver, Object);
    WDF_OBJECT_ATTRIBUTES passive;
    if (attributes)
        passive = *attributes;
    else
        WDF_OBJECT_ATTRIBUTES_INIT(&passive);
    passive.ExecutionLevel = WdfExecutionLevelPassive;
    return KERNEL_FUNCTION(DRIVERCREATE, DriverCreate)(globals, driver_object ? driver->Kernel : NULL, path, &passive,
                                                       config, result);
}

BOOLEAN um_DriverIsVersionAvailable(PWDF_DRIVER_GLOBALS globals, WDFDRIVER driver,
                                    PWDF_DRIVER_VERSION_AVAILABLE_PARAMS parameters)
{
    WDF_DRIVER_VERSION_AVAILABLE_PARAMS kernel = *parameters;
    if (kernel.MajorVersion != 2)
        return FALSE;
    kernel.MajorVersion = 1;
    return KERNEL_FUNCTION(DRIVERISVERSIONAVAILABLE, DriverIsVersionAvailable)(globals, driver, &kernel);
}

/* --- spin locks: critical sections in user mode, under which the IRQL stays what it is --- */

NTSTATUS um_SpinLockCreate(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, WDFSPINLOCK *result)
{
    return KERNEL_FUNCTION(WAITLOCKCREATE, WaitLockCreate)(globals, attributes, (WDFWAITLOCK *)result);
}

VOID um_SpinLockAcquire(PWDF_DRIVER_GLOBALS globals, WDFSPINLOCK lock)
{
    KERNEL_FUNCTION(WAITLOCKACQUIRE, WaitLockAcquire)(globals, (WDFWAITLOCK)lock, NULL);
}

VOID um_SpinLockRelease(PWDF_DRIVER_GLOBALS globals, WDFSPINLOCK lock)
{
    KERNEL_FUNCTION(WAITLOCKRELEASE, WaitLockRelease)(globals, (WDFWAITLOCK)lock);
}

/* --- hardware: the pseudo address is the address, since there is no other process --- */

enum { TARGET_REGISTER = 1, TARGET_REGISTER_BUFFER, TARGET_PORT, TARGET_PORT_BUFFER };
enum { SIZE_UCHAR = 1, SIZE_USHORT, SIZE_ULONG, SIZE_ULONG64 };

NTSTATUS um_DeviceMapIoSpace(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device, PHYSICAL_ADDRESS physical, SIZE_T size,
                             MEMORY_CACHING_TYPE caching, PVOID *pseudo)
{
    *pseudo = MmMapIoSpace(physical, size, caching);
    return *pseudo ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

VOID um_DeviceUnmapIoSpace(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device, PVOID pseudo, SIZE_T size)
{
    MmUnmapIoSpace(pseudo, size);
}

PVOID um_DeviceGetHardwareRegisterMappedAddress(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device, PVOID pseudo)
{
    return pseudo;
}

static SIZE_T read_one(BOOLEAN port, ULONG size, PVOID from)
{
    switch (size) {
    case SIZE_UCHAR:
        return port ? READ_PORT_UCHAR(from) : READ_REGISTER_UCHAR(from);
    case SIZE_USHORT:
        return port ? READ_PORT_USHORT(from) : READ_REGISTER_USHORT(from);
    case SIZE_ULONG:
        return port ? READ_PORT_ULONG(from) : READ_REGISTER_ULONG(from);
    default:
        return READ_REGISTER_ULONG64(from);
    }
}

static void write_one(BOOLEAN port, ULONG size, PVOID to, SIZE_T value)
{
    switch (size) {
    case SIZE_UCHAR:
        port ? WRITE_PORT_UCHAR(to, (UCHAR)value) : WRITE_REGISTER_UCHAR(to, (UCHAR)value);
        break;
    case SIZE_USHORT:
        port ? WRITE_PORT_USHORT(to, (USHORT)value) : WRITE_REGISTER_USHORT(to, (USHORT)value);
        break;
    case SIZE_ULONG:
        port ? WRITE_PORT_ULONG(to, (ULONG)value) : WRITE_REGISTER_ULONG(to, (ULONG)value);
        break;
    default:
        WRITE_REGISTER_ULONG64(to, value);
        break;
    }
}

/* A buffer of a register is a row of registers; that of a port is the port again and again. */
SIZE_T um_DeviceReadFromHardware(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device, ULONG type, ULONG size, PVOID target,
                                 PVOID buffer, ULONG count)
{
    const BOOLEAN port = type >= TARGET_PORT;
    if (type == TARGET_REGISTER || type == TARGET_PORT)
        return read_one(port, size, target);
    for (ULONG i = 0; i < count; i++) {
        const ULONG width = 1U << (size - 1);
        const SIZE_T value = read_one(port, size, (PUCHAR)target + (port ? 0 : (SIZE_T)i * width));
        RtlCopyMemory((PUCHAR)buffer + (SIZE_T)i * width, &value, width);
    }
    return 0;
}

VOID um_DeviceWriteToHardware(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device, ULONG type, ULONG size, PVOID target,
                              SIZE_T value, PVOID buffer, ULONG count)
{
    const BOOLEAN port = type >= TARGET_PORT;
    if (type == TARGET_REGISTER || type == TARGET_PORT) {
        write_one(port, size, target, value);
        return;
    }
    for (ULONG i = 0; i < count; i++) {
        const ULONG width = 1U << (size - 1);
        SIZE_T one = 0;
        RtlCopyMemory(&one, (PUCHAR)buffer + (SIZE_T)i * width, width);
        write_one(port, size, (PUCHAR)target + (port ? 0 : (SIZE_T)i * width), one);
    }
}

/* --- requests and files --- */

/* The driver runs in its client's context as it is. */
NTSTATUS um_RequestImpersonate(PWDF_DRIVER_GLOBALS globals, WDFREQUEST request, SECURITY_IMPERSONATION_LEVEL level,
                               VOID(NTAPI *callback)(WDFREQUEST request, PVOID context), PVOID context)
{
    callback(request, context);
    return STATUS_SUCCESS;
}

/* No request comes from another user-mode driver. */
BOOLEAN um_RequestIsFromUserModeDriver(PWDF_DRIVER_GLOBALS globals, WDFREQUEST request)
{
    return FALSE;
}

BOOLEAN um_RequestGetUserModeDriverInitiatedIo(PWDF_DRIVER_GLOBALS globals, WDFREQUEST request)
{
    return SimWdfIsInitiated(request);
}

VOID um_RequestSetUserModeDriverInitiatedIo(PWDF_DRIVER_GLOBALS globals, WDFREQUEST request, BOOLEAN initiated)
{
    SimWdfSetInitiated(request, initiated);
}

/* What the reflector would have done is not known here: buffered is what most requests are. */
WDF_DEVICE_IO_TYPE um_RequestGetEffectiveIoType(PWDF_DRIVER_GLOBALS globals, WDFREQUEST request)
{
    return WdfDeviceIoBuffered;
}

VOID um_DeviceGetDeviceStackIoType(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device, WDF_DEVICE_IO_TYPE *read_write,
                                   WDF_DEVICE_IO_TYPE *control)
{
    *read_write = *control = WdfDeviceIoBuffered;
}

WDFFILEOBJECT um_FileObjectGetRelatedFileObject(PWDF_DRIVER_GLOBALS globals, WDFFILEOBJECT file)
{
    return NULL;
}
