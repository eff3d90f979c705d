/* Driver objects, and loading drivers. */
#include "ntsim/io/iop.h"

#include "ntsim/ex/ex.h"
#include "ntsim/io/sim.h"
#include "ntsim/ps/psp.h"
#include "ntsim/rtl/rtlp.h"
#include "ntsim/verifier/leftovers.h"
#include "ntsim/verifier/paged.h"
#include "ntsim/verifier/races.h"
#include "ntsim/verifier/unloaded.h"
#include "ntsim/verifier/shadow.h"
#include "ntsim/verifier/sim.h"

struct client_extension {
    LIST_ENTRY Entry;
    PVOID Id;
    DECLSPEC_ALIGN(16) UCHAR Body[];
};

static void delete_driver(PVOID body)
{
    struct iop_driver *driver = body;
    while (!IsListEmpty(&driver->ClientExtensions))
        ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&driver->ClientExtensions), struct client_extension, Entry),
                          IOP_TAG);
    if (driver->Driver.DriverName.Buffer)
        ExFreePoolWithTag(driver->Driver.DriverName.Buffer, IOP_TAG);
    if (driver->Extension.ServiceKeyName.Buffer)
        ExFreePoolWithTag(driver->Extension.ServiceKeyName.Buffer, IOP_TAG);
    if (driver->Image) {
        vf_paged_image_goes(driver->Image);
        ki_services->unload(driver->Image);
    }
}

OBJECT_TYPE iop_driver_type = {.Name = L"Driver", .BodySize = sizeof(struct iop_driver), .Delete = delete_driver};
POBJECT_TYPE driver_object_type = &iop_driver_type;
POBJECT_TYPE *IoDriverObjectType = &driver_object_type;
#pragma comment(linker, "/EXPORT:IoDriverObjectType=driver_object_type,DATA")

static NTSTATUS refuse(PDEVICE_OBJECT device, PIRP irp)
{
    irp->IoStatus.Status = STATUS_INVALID_DEVICE_REQUEST;
    irp->IoStatus.Information = 0;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return STATUS_INVALID_DEVICE_REQUEST;
}

static NTSTATUS join(UNICODE_STRING *to, PCWSTR prefix, PCWSTR name)
{
    UNICODE_STRING first, second;
    RtlInitUnicodeString(&first, prefix);
    RtlInitUnicodeString(&second, name);
    return rtlp_join_strings(to, &first, &second, IOP_TAG);
}

NTSTATUS iop_create_driver(PCWSTR name, PDRIVER_OBJECT *result)
{
    struct iop_driver *driver = ob_create(&iop_driver_type, 0);
    if (!driver)
        return STATUS_INSUFFICIENT_RESOURCES;
    ob_header_of(driver)->Permanent = TRUE;
    InitializeListHead(&driver->ClientExtensions);
    driver->Driver.Type = IO_TYPE_DRIVER;
    driver->Driver.Size = sizeof(driver->Driver);
    driver->Driver.DriverExtension = &driver->Extension;
    driver->Extension.DriverObject = &driver->Driver;
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
        driver->Driver.MajorFunction[i] = refuse;
    NTSTATUS status = join(&driver->Driver.DriverName, L"\\Driver\\", name);
    if (NT_SUCCESS(status))
        status = join(&driver->Extension.ServiceKeyName, L"", name);
    if (NT_SUCCESS(status))
        status = ob_insert(driver, NULL, &driver->Driver.DriverName);
    if (!NT_SUCCESS(status)) {
        ObDereferenceObject(driver);
        return status;
    }
    *result = &driver->Driver;
    return STATUS_SUCCESS;
}

/* A driver of the framework that has not asked it for a driver object. */
static void find_framework_driver(const DRIVER_OBJECT *driver)
{
    sim_framework_lacks_driver *lacks_driver =
        vf_on ? (sim_framework_lacks_driver *)iop_framework_function("SimFrameworkLacksDriver") : NULL;
    if (lacks_driver && lacks_driver(driver))
        vf_find("VRF0511", vf_stack_of_routine((ULONG64)driver->DriverInit), NULL, 0,
                "DriverEntry has succeeded without a driver object from WdfDriverCreate");
}

struct entry_call {
    PDRIVER_OBJECT Driver;
    UNICODE_STRING RegistryPath;
    NTSTATUS Status;
};

static void call_entry(PVOID context)
{
    struct entry_call *call = context;
    /* A driver is loaded as a service, whose key is there. */
    RtlCreateRegistryKey(RTL_REGISTRY_ABSOLUTE, call->RegistryPath.Buffer);
    call->Status = call->Driver->DriverInit(call->Driver, &call->RegistryPath);
    if (NT_SUCCESS(call->Status))
        iop_reinitialize(call->Driver);
}

static void call_unload(PVOID context)
{
    if (vf_racing)
        vf_race_join_threads();
    ((PDRIVER_OBJECT)context)->DriverUnload(context);
}

/* Without a name the driver can be loaded again; what still refers to it keeps it. */
static void forget(PDRIVER_OBJECT driver)
{
    ob_remove_name(driver);
    ObDereferenceObject(driver);
}

/* After DriverEntry devices take requests. */
static void finish_devices(PDRIVER_OBJECT driver)
{
    for (PDEVICE_OBJECT device = driver->DeviceObject; device; device = device->NextDevice)
        device->Flags &= ~DO_DEVICE_INITIALIZING;
}

__declspec(dllexport) PVOID SimFindExport(const char *module, const char *name)
{
    return ki_services->find(module, name);
}

/* A user-mode driver is started by its host, which is an image of the system. */
static PDRIVER_INITIALIZE entry_of(const struct machine_image *image)
{
    if (ki_services->find(image->name, "FxDriverEntryUm"))
        return (PDRIVER_INITIALIZE)ki_services->find("wudfx02000.dll", "SimUserDriverEntry");
    return (PDRIVER_INITIALIZE)image->entry;
}

__declspec(dllexport) int32_t SimLoadDriver(const char *path, const sim_char16 *service, void **result,
                                            const char **error)
{
    PDRIVER_OBJECT driver;
    NTSTATUS status = iop_create_driver(service, &driver);
    *error = NULL;
    if (!NT_SUCCESS(status))
        return status;
    struct machine_image *image = ki_services->load(path, error);
    const PDRIVER_INITIALIZE entry = image && image->entry ? entry_of(image) : NULL;
    if (!entry) {
        if (image)
            *error = "the image has no entry point";
        forget(driver);
        return STATUS_INVALID_IMAGE_FORMAT;
    }
    iop_driver(driver)->Image = image;
    driver->DriverStart = image->base;
    driver->DriverSize = (ULONG)image->size;
    driver->DriverSection = image;
    driver->DriverInit = entry;
    vf_instrument(image);
    if (!ki_services->find(image->name, "FxDriverEntryUm"))
        vf_paged_image(image);
    psp_notify_image(image->name, image->base, image->size);
    struct entry_call call = {.Driver = driver};
    status = join(&call.RegistryPath, L"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\", service);
    if (NT_SUCCESS(status)) {
        iop_call_on_system_thread(call_entry, &call);
        status = call.Status;
        ExFreePoolWithTag(call.RegistryPath.Buffer, IOP_TAG);
    }
    if (!NT_SUCCESS(status)) {
        iop_find_devices_left(driver, NULL, "DriverEntry fails");
        vf_links_left(image->name, (ULONG64)image->base, image->size);
        ex_check_unloaded(image->name, (ULONG64)image->base, image->size);
        forget(driver);
        return status;
    }
    find_framework_driver(driver);
    finish_devices(driver);
    *result = driver;
    return status;
}

enum { UNLOAD_STEP = 100000 /* 10 ms */, UNLOAD_STEPS = 6000 };

/* Part of a stack, or open: a request that is still under way keeps its file open. */
static BOOLEAN is_busy(PDRIVER_OBJECT driver)
{
    for (PDEVICE_OBJECT device = driver->DeviceObject; device; device = device->NextDevice)
        if (device->AttachedDevice || iop_device(device)->AttachedTo || device->ReferenceCount > 0)
            return TRUE;
    return FALSE;
}

/* What Windows does not look for. The host of a user-mode driver takes all with it. */
static void check_unloaded(const struct machine_image *image)
{
    const struct vf_unloaded unloaded = {image->name, (ULONG64)image->base, image->size};
    if (ki_services->find(image->name, "FxDriverEntryUm"))
        return;
    psp_find_threads(&unloaded);
    vf_find_registrations(&unloaded);
    ob_find_handles(&unloaded);
}

__declspec(dllexport) int32_t SimUnloadDriver(void *body)
{
    PDRIVER_OBJECT driver = body;
    if (!driver->DriverUnload)
        return STATUS_INVALID_DEVICE_REQUEST;
    /* As Windows does, wait for the last of its devices to be closed; a minute of virtual time is for ever. */
    for (ULONG waited = 0; is_busy(driver); waited++) {
        LARGE_INTEGER step = {.QuadPart = -UNLOAD_STEP};
        if (waited == UNLOAD_STEPS) {
            iop_find_lost(driver);
            return STATUS_DEVICE_BUSY;
        }
        KeDelayExecutionThread(KernelMode, FALSE, &step);
    }
    iop_call_on_system_thread(call_unload, driver);
    const struct machine_image *image = iop_driver(driver)->Image;
    if (image) {
        iop_find_devices_left(driver, NULL, "the driver is unloaded");
        vf_links_left(image->name, (ULONG64)image->base, image->size);
        if (vf_on)
            check_unloaded(image);
        ex_check_unloaded(image->name, (ULONG64)image->base, image->size);
    }
    forget(driver);
    return STATUS_SUCCESS;
}

NTSTATUS IoAllocateDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress,
                                         ULONG DriverObjectExtensionSize, PVOID *DriverObjectExtension)
{
    *DriverObjectExtension = NULL;
    if (IoGetDriverObjectExtension(DriverObject, ClientIdentificationAddress))
        return STATUS_OBJECT_NAME_COLLISION;
    struct client_extension *extension =
        ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*extension) + DriverObjectExtensionSize, IOP_TAG);
    if (!extension)
        return STATUS_INSUFFICIENT_RESOURCES;
    extension->Id = ClientIdentificationAddress;
    InsertTailList(&iop_driver(DriverObject)->ClientExtensions, &extension->Entry);
    *DriverObjectExtension = extension->Body;
    return STATUS_SUCCESS;
}

PVOID IoGetDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress)
{
    LIST_ENTRY *head = &iop_driver(DriverObject)->ClientExtensions;
    for (LIST_ENTRY *entry = head->Flink; entry != head; entry = entry->Flink) {
        struct client_extension *extension = CONTAINING_RECORD(entry, struct client_extension, Entry);
        if (extension->Id == ClientIdentificationAddress)
            return extension->Body;
    }
    return NULL;
}
