/*
 * Display miniports and the graphics kernel (dxgkrnl.sys) come together over its device: it is loaded, asked by an
 * internal control code for the address of the function that takes the miniport's entry points, and that function is
 * called. Control codes and device are facts that several projects which hook or replace either side found out alike;
 * this code is ours. Windows 8 and later.
 */
#include <dispmprt.h>

/* CTL_CODE(FILE_DEVICE_VIDEO, 0x10, METHOD_NEITHER, FILE_ANY_ACCESS) and the two after it. */
#define INITIALIZE_DISPLAY_ONLY 0x230043
#define INITIALIZE              0x230047
#define UNINITIALIZE            0x23004B

/* Another miniport may be loading the graphics kernel: its device is there a little later. */
#define ATTEMPTS        10
#define PAUSE_IN_100_NS (20 * 10000)

typedef NTSTATUS INITIALIZER(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath, PVOID EntryPoints);
typedef NTSTATUS UNINITIALIZER(PDRIVER_OBJECT DriverObject);

/* The file keeps the graphics kernel loaded until it is dereferenced. */
static NTSTATUS open_graphics_kernel(PFILE_OBJECT *file, PDEVICE_OBJECT *device)
{
    UNICODE_STRING service, name;
    LARGE_INTEGER pause;
    RtlInitUnicodeString(&service, L"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\DXGKrnl");
    RtlInitUnicodeString(&name, L"\\Device\\DxgKrnl");
    NTSTATUS status = ZwLoadDriver(&service);
    if (!NT_SUCCESS(status) && status != STATUS_IMAGE_ALREADY_LOADED)
        return status;
    pause.QuadPart = -PAUSE_IN_100_NS;
    for (int attempt = 1;; attempt++) {
        status = IoGetDeviceObjectPointer(&name, FILE_ALL_ACCESS, file, device);
        if (NT_SUCCESS(status) || attempt == ATTEMPTS)
            return status;
        KeDelayExecutionThread(KernelMode, FALSE, &pause);
    }
}

static NTSTATUS ask(PDEVICE_OBJECT device, ULONG code, PVOID *function)
{
    KEVENT done;
    IO_STATUS_BLOCK result;
    *function = NULL;
    KeInitializeEvent(&done, NotificationEvent, FALSE);
    PIRP irp = IoBuildDeviceIoControlRequest(code, device, NULL, 0, function, sizeof *function, TRUE, &done, &result);
    if (!irp)
        return STATUS_INSUFFICIENT_RESOURCES;
    NTSTATUS status = IoCallDriver(device, irp);
    if (status == STATUS_PENDING) {
        KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
        status = result.Status;
    }
    return NT_SUCCESS(status) && !*function ? STATUS_NOT_SUPPORTED : status;
}

static NTSTATUS initialize(ULONG code, PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath, PVOID entry_points)
{
    PFILE_OBJECT file;
    PDEVICE_OBJECT device;
    PVOID function;
    if (!DriverObject || !RegistryPath || !entry_points)
        return STATUS_INVALID_PARAMETER;
    NTSTATUS status = open_graphics_kernel(&file, &device);
    if (!NT_SUCCESS(status))
        return status;
    status = ask(device, code, &function);
    if (NT_SUCCESS(status))
        status = ((INITIALIZER *)function)(DriverObject, RegistryPath, entry_points);
    ObDereferenceObject(file);
    return status;
}

NTSTATUS DxgkInitialize(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                        PDRIVER_INITIALIZATION_DATA DriverInitializationData)
{
    return initialize(INITIALIZE, DriverObject, RegistryPath, DriverInitializationData);
}

NTSTATUS DxgkInitializeDisplayOnlyDriver(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                                         PKMDDOD_INITIALIZATION_DATA KmdDodInitializationData)
{
    return initialize(INITIALIZE_DISPLAY_ONLY, DriverObject, RegistryPath, KmdDodInitializationData);
}

NTSTATUS DxgkUnInitialize(PDRIVER_OBJECT DriverObject)
{
    PFILE_OBJECT file;
    PDEVICE_OBJECT device;
    PVOID function;
    if (!DriverObject)
        return STATUS_INVALID_PARAMETER;
    NTSTATUS status = open_graphics_kernel(&file, &device);
    if (!NT_SUCCESS(status))
        return status;
    status = ask(device, UNINITIALIZE, &function);
    if (NT_SUCCESS(status))
        status = ((UNINITIALIZER *)function)(DriverObject);
    ObDereferenceObject(file);
    return status;
}
