/* File objects: opening, cleaning up, closing. */
#include "ntsim/io/iop.h"

#include "ntsim/pnp/pip.h"
#include "ntsim/rtl/rtlp.h"

/* Cleanup: the last handle is gone. Sent once for a file that was opened. */
static void close_file(PVOID body)
{
    PFILE_OBJECT file = body;
    PDEVICE_OBJECT device = IoGetRelatedDeviceObject(file);
    PIRP irp = iop_build_irp(device, IRP_MJ_CLEANUP, 0);
    if (!irp)
        ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, 0, 0, 0, 0, NULL, "no memory for the IRP of a cleanup");
    IoGetNextIrpStackLocation(irp)->FileObject = file;
    iop_call_and_wait(device, irp, NULL);
    file->Flags |= FO_CLEANUP_COMPLETE;
    iop_file_left(file);
}

static void delete_file(PVOID body)
{
    PFILE_OBJECT file = body;
    if (!file->DeviceObject)
        return;
    if (file->Flags & FO_FILE_OPEN) {
        PDEVICE_OBJECT device = IoGetRelatedDeviceObject(file);
        PIRP irp;
        if (!(file->Flags & FO_HANDLE_CREATED))
            close_file(file);
        irp = iop_build_irp(device, IRP_MJ_CLOSE, 0);
        if (!irp)
            ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, 0, 0, 0, 0, NULL, "no memory for the IRP of a close");
        IoGetNextIrpStackLocation(irp)->FileObject = file;
        iop_call_and_wait(device, irp, NULL);
    }
    iop_file_gone(file);
    if (file->FileName.Buffer)
        ExFreePoolWithTag(file->FileName.Buffer, IOP_TAG);
    file->DeviceObject->ReferenceCount--;
    iop_release_device(file->DeviceObject);
    pip_file_closed(file->DeviceObject);
    ObDereferenceObject(file->DeviceObject);
}

OBJECT_TYPE iop_file_type = {
    .Name = L"File",
    .BodySize = sizeof(FILE_OBJECT),
    .Delete = delete_file,
    .Close = close_file,
    .Mapping = {FILE_GENERIC_READ, FILE_GENERIC_WRITE, FILE_GENERIC_EXECUTE, FILE_ALL_ACCESS},
};
POBJECT_TYPE file_object_type = &iop_file_type;
POBJECT_TYPE *IoFileObjectType = &file_object_type;
#pragma comment(linker, "/EXPORT:IoFileObjectType=file_object_type,DATA")

/* In a stack it is enough that one of the devices wants it. */
static BOOLEAN is_secure_open(PDEVICE_OBJECT device)
{
    for (; device; device = device->AttachedDevice)
        if (device->Characteristics & FILE_DEVICE_SECURE_OPEN)
            return TRUE;
    return FALSE;
}

/* The device's descriptor is for the device; for names below it only where FILE_DEVICE_SECURE_OPEN says so. */
static NTSTATUS check_access(PDEVICE_OBJECT device, PCUNICODE_STRING remaining, const struct ob_open *open,
                             SECURITY_SUBJECT_CONTEXT *subject, ACCESS_MASK *granted)
{
    NTSTATUS status;
    *granted = ob_map_access(&iop_file_type, open->DesiredAccess);
    if (open->Mode == KernelMode && !(open->Attributes & OBJ_FORCE_ACCESS_CHECK))
        return STATUS_SUCCESS;
    if (remaining->Length && !is_secure_open(device))
        return STATUS_SUCCESS;
    SeAccessCheck(iop_device_security(device), subject, FALSE, open->DesiredAccess, 0, NULL, &iop_file_type.Mapping,
                  UserMode, granted, &status);
    return status;
}

static NTSTATUS make_file(PDEVICE_OBJECT device, PCUNICODE_STRING remaining, const struct ob_open *open,
                          PFILE_OBJECT *result)
{
    const struct iop_open *parameters = open->Context;
    PFILE_OBJECT file = ob_create(&iop_file_type, 0);
    if (!file)
        return STATUS_INSUFFICIENT_RESOURCES;
    file->Type = IO_TYPE_FILE;
    file->Size = sizeof(*file);
    KeInitializeEvent(&file->Event, NotificationEvent, FALSE);
    KeInitializeEvent(&file->Lock, SynchronizationEvent, TRUE);
    InitializeListHead(&file->IrpList);
    if (parameters->Options & (FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT))
        file->Flags |= FO_SYNCHRONOUS_IO | (parameters->Options & FILE_SYNCHRONOUS_IO_ALERT ? FO_ALERTABLE_IO : 0);
    if (parameters->Options & FILE_NO_INTERMEDIATE_BUFFERING)
        file->Flags |= FO_NO_INTERMEDIATE_BUFFERING;
    if (parameters->Options & FILE_WRITE_THROUGH)
        file->Flags |= FO_WRITE_THROUGH;
    if (parameters->Options & FILE_SEQUENTIAL_ONLY)
        file->Flags |= FO_SEQUENTIAL_ONLY;
    ACCESS_MASK access = parameters->Granted;
    file->ReadAccess = (access & (FILE_READ_DATA | FILE_EXECUTE)) != 0;
    file->WriteAccess = (access & (FILE_WRITE_DATA | FILE_APPEND_DATA)) != 0;
    file->DeleteAccess = (access & DELETE) != 0;
    file->RelatedFileObject = parameters->RelatedFile;
    if (remaining->Length) {
        NTSTATUS status = rtlp_copy_string(&file->FileName, remaining, IOP_TAG);
        if (!NT_SUCCESS(status)) {
            ObDereferenceObject(file);
            return status;
        }
    }
    file->DeviceObject = device;
    device->ReferenceCount++;
    ObReferenceObject(device);
    *result = file;
    return STATUS_SUCCESS;
}

NTSTATUS iop_parse_device(PVOID body, PCUNICODE_STRING remaining, const struct ob_open *open, PVOID *result)
{
    PDEVICE_OBJECT device = body;
    struct iop_open *parameters = open->Context;
    if (!parameters) { /* an open of the object, not of a file on it */
        if (remaining->Length || (open->Type && open->Type != &iop_device_type))
            return STATUS_OBJECT_TYPE_MISMATCH;
        ObReferenceObject(device);
        *result = device;
        return STATUS_SUCCESS;
    }
    if (iop_device(device)->DeletePending || device->Flags & DO_DEVICE_INITIALIZING)
        return STATUS_NO_SUCH_DEVICE;
    if (device->Flags & DO_EXCLUSIVE && device->ReferenceCount > 0)
        return STATUS_ACCESS_DENIED;
    PFILE_OBJECT file;
    ACCESS_STATE access_state = {.OriginalDesiredAccess = open->DesiredAccess};
    SeCaptureSubjectContext(&access_state.SubjectSecurityContext);
    NTSTATUS status = check_access(device, remaining, open, &access_state.SubjectSecurityContext, &parameters->Granted);
    if (NT_SUCCESS(status))
        status = make_file(device, remaining, open, &file);
    if (!NT_SUCCESS(status)) {
        SeReleaseSubjectContext(&access_state.SubjectSecurityContext);
        return status;
    }
    access_state.PreviouslyGrantedAccess = parameters->Granted;
    IO_SECURITY_CONTEXT security = {.AccessState = &access_state,
                                    .DesiredAccess = access_state.PreviouslyGrantedAccess,
                                    .FullCreateOptions = parameters->Options};
    PDEVICE_OBJECT top = iop_top_of(device);
    PIRP irp = iop_build_irp(top, IRP_MJ_CREATE, 0);
    if (!irp) {
        SeReleaseSubjectContext(&access_state.SubjectSecurityContext);
        ObDereferenceObject(file);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    irp->RequestorMode = open->Mode;
    irp->Flags = IRP_CREATE_OPERATION | IRP_SYNCHRONOUS_API;
    irp->AssociatedIrp.SystemBuffer = parameters->EaBuffer;
    irp->Tail.Overlay.OriginalFileObject = file;
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    location->FileObject = file;
    location->Parameters.Create.SecurityContext = &security;
    location->Parameters.Create.Options = parameters->Disposition << 24 | (parameters->Options & 0xFFFFFF);
    location->Parameters.Create.FileAttributes = (USHORT)parameters->FileAttributes;
    location->Parameters.Create.ShareAccess = (USHORT)parameters->ShareAccess;
    location->Parameters.Create.EaLength = parameters->EaLength;
    status = iop_call_and_wait(top, irp, &parameters->IoStatus);
    SeReleaseSubjectContext(&access_state.SubjectSecurityContext);
    if (!NT_SUCCESS(status)) {
        ObDereferenceObject(file);
        return status;
    }
    file->Flags |= FO_FILE_OPEN;
    *result = file;
    return status;
}

static NTSTATUS open_file(PHANDLE handle, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes, PIO_STATUS_BLOCK io_status,
                          struct iop_open *parameters)
{
    KPROCESSOR_MODE mode = ExGetPreviousMode();
    PVOID file;
    struct ob_open open = {.Type = NULL, .DesiredAccess = access, .Mode = mode, .Context = parameters};
    NTSTATUS status = ob_open_by_attributes(attributes, &open, &file);
    if (NT_SUCCESS(status) && ob_header_of(file)->Type != &iop_file_type) {
        ObDereferenceObject(file);
        return STATUS_OBJECT_TYPE_MISMATCH;
    }
    if (NT_SUCCESS(status)) {
        ((PFILE_OBJECT)file)->Flags |= FO_HANDLE_CREATED;
        NTSTATUS made = ob_create_handle(file, parameters->Granted, attributes->Attributes, handle);
        ObDereferenceObject(file);
        if (!NT_SUCCESS(made))
            return made;
        io_status->Information = parameters->IoStatus.Information;
        io_status->Status = status;
    }
    return status;
}

NTSTATUS NtCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                      PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes,
                      ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength)
{
    struct iop_open parameters = {.Disposition = CreateDisposition,
                                  .Options = CreateOptions,
                                  .FileAttributes = FileAttributes,
                                  .ShareAccess = ShareAccess,
                                  .EaBuffer = EaBuffer,
                                  .EaLength = EaLength};
    if (CreateOptions & (FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT) && !(DesiredAccess & SYNCHRONIZE))
        return STATUS_INVALID_PARAMETER;
    return open_file(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, &parameters);
}

NTSTATUS NtOpenFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                    PIO_STATUS_BLOCK IoStatusBlock, ULONG ShareAccess, ULONG OpenOptions)
{
    return NtCreateFile(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, NULL, 0, ShareAccess, FILE_OPEN,
                        OpenOptions, NULL, 0);
}

PGENERIC_MAPPING IoGetFileObjectGenericMapping(VOID)
{
    return &iop_file_type.Mapping;
}
