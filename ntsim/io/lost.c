/* Requests that nobody will complete any more. */
#include "ntsim/io/iop.h"

#include "ntsim/io/sim.h"
#include "ntsim/verifier/rules.h"
#include "ntsim/verifier/sim.h"

__declspec(dllexport) void *SimReferenceFile(uint64_t handle)
{
    PVOID file;
    if (!NT_SUCCESS(ObReferenceObjectByHandle((HANDLE)handle, 0, &iop_file_type, UserMode, &file, NULL)))
        return NULL;
    return file;
}

__declspec(dllexport) void SimDereferenceFile(void *file)
{
    ObDereferenceObject(file);
}

PVOID iop_framework_function(const char *name)
{
    static const char framework[] = "wdf01000.sys";
    for (const struct machine_image *image = ki_services->images(); image; image = image->next)
        if (strcmp(image->name, framework) == 0)
            return ki_services->find(framework, name);
    return NULL;
}

/* Of the driver that was last given it. */
static void tell(IRP *irp, const char *code)
{
    static const char *const names[] = {
        [IRP_MJ_READ] = "read", [IRP_MJ_WRITE] = "write", [IRP_MJ_DEVICE_CONTROL] = "control request"};
    const IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(irp);
    const ULONG major = location->MajorFunction;
    const PDEVICE_OBJECT device = location->DeviceObject;
    if (irp->CurrentLocation > irp->StackCount || !device || major > IRP_MJ_MAXIMUM_FUNCTION)
        return;
    sim_framework_lost *of_framework = (sim_framework_lost *)iop_framework_function("SimFrameworkLost");
    if (of_framework && of_framework(irp, device, code))
        return;
    const vf_stack routine = vf_stack_of_routine((ULONG64)device->DriverObject->MajorFunction[major]);
    if (vf_is_told(routine))
        return; /* it has returned without */
    vf_find(code, routine, NULL, 0,
            "a %s was cancelled, and long after that the driver that was given it here has not completed it",
            major < RTL_NUMBER_OF(names) && names[major] ? names[major] : "request");
}

__declspec(dllexport) void SimTellLost(void *body, const char *code)
{
    const FILE_OBJECT *file = body;
    for (const LIST_ENTRY *entry = file->IrpList.Flink; entry != &file->IrpList; entry = entry->Flink)
        tell(CONTAINING_RECORD(entry, IRP, ThreadListEntry), code);
}

/* --- files that are closed while the driver has requests of theirs --- */

enum { LEFT = 64 };
static const FILE_OBJECT *left[LEFT];

void iop_file_left(const FILE_OBJECT *file)
{
    for (ULONG i = 0; i < LEFT && !IsListEmpty(&file->IrpList); i++)
        if (!left[i] || left[i] == file) {
            left[i] = file;
            return;
        }
}

void iop_file_gone(const FILE_OBJECT *file)
{
    for (ULONG i = 0; i < LEFT; i++)
        if (left[i] == file)
            left[i] = NULL;
}

void iop_find_lost(const DRIVER_OBJECT *driver)
{
    for (ULONG i = 0; i < LEFT; i++)
        for (const LIST_ENTRY *entry = left[i] ? left[i]->IrpList.Flink : NULL; entry && entry != &left[i]->IrpList;
             entry = entry->Flink) {
            IRP *irp = CONTAINING_RECORD(entry, IRP, ThreadListEntry);
            const IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(irp);
            if (irp->CurrentLocation <= irp->StackCount && location->DeviceObject &&
                location->DeviceObject->DriverObject == driver)
                tell(irp, "VRF0313");
        }
}
