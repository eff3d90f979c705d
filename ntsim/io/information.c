/* What is asked and set about files: information, volumes, flushing. */
#include "ntsim/io/iop.h"

struct query {
    UCHAR Major;
    PVOID Buffer;
    ULONG Length, Class;
    BOOLEAN Set; /* the buffer goes to the driver, not from it */
};

static NTSTATUS send(PFILE_OBJECT file, const struct query *query, PIO_STATUS_BLOCK io_status)
{
    PDEVICE_OBJECT top = IoGetRelatedDeviceObject(file);
    PVOID buffer = NULL;
    if (query->Length) {
        buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED, query->Length, IOP_TAG);
        if (!buffer)
            return STATUS_INSUFFICIENT_RESOURCES;
    }
    PIRP irp = iop_build_irp(top, query->Major, 0);
    if (!irp) {
        if (buffer)
            ExFreePoolWithTag(buffer, IOP_TAG);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    if (query->Set)
        RtlCopyMemory(buffer, query->Buffer, query->Length);
    irp->RequestorMode = ExGetPreviousMode();
    irp->Tail.Overlay.OriginalFileObject = file;
    irp->AssociatedIrp.SystemBuffer = buffer;
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    location->FileObject = file;
    location->Parameters.QueryFile.Length = query->Length;
    location->Parameters.QueryFile.FileInformationClass = (FILE_INFORMATION_CLASS)query->Class;
    NTSTATUS status = iop_call_and_wait(top, irp, io_status);
    if (!query->Set && !NT_ERROR(status))
        RtlCopyMemory(query->Buffer, buffer, min(io_status->Information, query->Length));
    if (buffer)
        ExFreePoolWithTag(buffer, IOP_TAG);
    return status;
}

static NTSTATUS with_file(HANDLE handle, ACCESS_MASK access, const struct query *query, PIO_STATUS_BLOCK io_status)
{
    PVOID file;
    NTSTATUS status = ObReferenceObjectByHandle(handle, access, &iop_file_type, ExGetPreviousMode(), &file, NULL);
    if (!NT_SUCCESS(status))
        return status;
    io_status->Information = 0;
    status = send(file, query, io_status);
    ObDereferenceObject(file);
    return status;
}

/* The position belongs to the I/O manager: files opened for synchronous I/O only have one. */
static NTSTATUS position(HANDLE handle, PVOID buffer, ULONG length, BOOLEAN set, PIO_STATUS_BLOCK io_status)
{
    PVOID object;
    if (length < sizeof(FILE_POSITION_INFORMATION))
        return STATUS_INFO_LENGTH_MISMATCH;
    NTSTATUS status = ObReferenceObjectByHandle(handle, 0, &iop_file_type, ExGetPreviousMode(), &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    PFILE_OBJECT file = object;
    if (set)
        file->CurrentByteOffset = ((PFILE_POSITION_INFORMATION)buffer)->CurrentByteOffset;
    else
        ((PFILE_POSITION_INFORMATION)buffer)->CurrentByteOffset = file->CurrentByteOffset;
    io_status->Status = STATUS_SUCCESS;
    io_status->Information = set ? 0 : sizeof(FILE_POSITION_INFORMATION);
    ObDereferenceObject(file);
    return STATUS_SUCCESS;
}

NTSTATUS NtQueryInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
                                FILE_INFORMATION_CLASS FileInformationClass)
{
    const struct query query = {IRP_MJ_QUERY_INFORMATION, FileInformation, Length, (ULONG)FileInformationClass, FALSE};
    if (FileInformationClass == FilePositionInformation)
        return position(FileHandle, FileInformation, Length, FALSE, IoStatusBlock);
    return with_file(FileHandle, 0, &query, IoStatusBlock);
}

NTSTATUS NtSetInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
                              FILE_INFORMATION_CLASS FileInformationClass)
{
    const struct query query = {IRP_MJ_SET_INFORMATION, FileInformation, Length, (ULONG)FileInformationClass, TRUE};
    if (FileInformationClass == FilePositionInformation)
        return position(FileHandle, FileInformation, Length, TRUE, IoStatusBlock);
    return with_file(FileHandle, 0, &query, IoStatusBlock);
}

NTSTATUS NtQueryVolumeInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FsInformation,
                                      ULONG Length, FS_INFORMATION_CLASS FsInformationClass)
{
    const struct query query = {IRP_MJ_QUERY_VOLUME_INFORMATION, FsInformation, Length, (ULONG)FsInformationClass,
                                FALSE};
    return with_file(FileHandle, 0, &query, IoStatusBlock);
}

NTSTATUS ZwFlushBuffersFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock)
{
    const struct query query = {.Major = IRP_MJ_FLUSH_BUFFERS};
    return with_file(FileHandle, 0, &query, IoStatusBlock);
}
