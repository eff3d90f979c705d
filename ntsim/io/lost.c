/* Requests that nobody will complete any more. */
#include "ntsim/io/iop.h"

#include "ntsim/io/sim.h"
#include "ntsim/verifier/vf.h"

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
    vf_find(code, vf_stack_of_routine((ULONG64)device->DriverObject->MajorFunction[major]), NULL, 0,
            "a %s was cancelled, and ten seconds later the driver that was given it here has not completed it",
            major < RTL_NUMBER_OF(names) && names[major] ? names[major] : "request");
}

__declspec(dllexport) void SimTellLost(void *body, const char *code)
{
    const FILE_OBJECT *file = body;
    for (const LIST_ENTRY *entry = file->IrpList.Flink; entry != &file->IrpList; entry = entry->Flink)
        tell(CONTAINING_RECORD(entry, IRP, ThreadListEntry), code);
}
