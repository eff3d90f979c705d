/*
 * A volume in memory, for drivers that open files: C:, whose Windows folder is \SystemRoot. It begins with the folders
 * that every system has, forgets all at the run's end, and knows no directory listings, locks, streams or links.
 */
#include "ntsim/fs/ram.h"

#include "ntsim/ke/ki.h"

enum { TAG = 'FmaR', GROWTH = 4096 };

struct node {
    LIST_ENTRY Entry; /* among its folder's */
    LIST_ENTRY Children;
    UNICODE_STRING Name; /* in the node's own block */
    BOOLEAN Folder, DeletePending;
    ULONG Opens;
    PUCHAR Data;
    ULONG64 Size, Room;
    LONG64 Created, Written;
};

static struct node root = {
    .Entry = {&root.Entry, &root.Entry}, .Children = {&root.Children, &root.Children}, .Folder = TRUE};

static LONG64 now(void)
{
    return (LONG64)(ki_boot_time + ki_interrupt_time);
}

static struct node *find(struct node *folder, PCUNICODE_STRING name)
{
    for (LIST_ENTRY *entry = folder->Children.Flink; entry != &folder->Children; entry = entry->Flink) {
        struct node *node = CONTAINING_RECORD(entry, struct node, Entry);
        if (RtlEqualUnicodeString(&node->Name, name, TRUE))
            return node;
    }
    return NULL;
}

static struct node *add(struct node *folder, PCUNICODE_STRING name, BOOLEAN is_folder)
{
    struct node *node = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*node) + name->Length, TAG);
    if (!node)
        return NULL;
    InitializeListHead(&node->Children);
    node->Name = (UNICODE_STRING){name->Length, name->Length, (PWSTR)(node + 1)};
    RtlCopyMemory(node->Name.Buffer, name->Buffer, name->Length);
    node->Folder = is_folder;
    node->Created = node->Written = now();
    InsertTailList(&folder->Children, &node->Entry);
    return node;
}

static void delete_node(struct node *node)
{
    RemoveEntryList(&node->Entry);
    if (node->Data)
        ExFreePoolWithTag(node->Data, TAG);
    ExFreePoolWithTag(node, TAG);
}

static NTSTATUS resize(struct node *node, ULONG64 size)
{
    if (size > node->Room) {
        ULONG64 room = (size + GROWTH - 1) & ~(ULONG64)(GROWTH - 1);
        PUCHAR data = ExAllocatePool2(POOL_FLAG_NON_PAGED, room, TAG);
        if (!data)
            return STATUS_DISK_FULL;
        if (node->Data) {
            RtlCopyMemory(data, node->Data, node->Size);
            ExFreePoolWithTag(node->Data, TAG);
        }
        node->Data = data;
        node->Room = room;
    } else if (size < node->Size) {
        RtlZeroMemory(node->Data + size, node->Size - size);
    }
    node->Size = size;
    node->Written = now();
    return STATUS_SUCCESS;
}

/* Walks all but the last part, which is returned; *folder is where it lies. */
static NTSTATUS walk(PCUNICODE_STRING path, struct node **folder, UNICODE_STRING *last)
{
    USHORT units = path->Length / sizeof(WCHAR), at = 0;
    *last = (UNICODE_STRING){0};
    for (;;) {
        while (at < units && path->Buffer[at] == L'\\')
            at++;
        USHORT begin = at;
        while (at < units && path->Buffer[at] != L'\\')
            at++;
        if (at == begin)
            return STATUS_SUCCESS;
        if (last->Length) {
            *folder = find(*folder, last);
            if (!*folder || !(*folder)->Folder)
                return STATUS_OBJECT_PATH_NOT_FOUND;
        }
        *last = (UNICODE_STRING){(at - begin) * sizeof(WCHAR), (at - begin) * sizeof(WCHAR), path->Buffer + begin};
    }
}

static NTSTATUS complete(PIRP irp, NTSTATUS status, ULONG_PTR information)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

/* An existing node, opened as the disposition says. */
static NTSTATUS open_existing(struct node *node, ULONG disposition, ULONG options, ULONG_PTR *information)
{
    if (node->DeletePending)
        return STATUS_DELETE_PENDING;
    if (disposition == FILE_CREATE)
        return STATUS_OBJECT_NAME_COLLISION;
    if (node->Folder && options & FILE_NON_DIRECTORY_FILE)
        return STATUS_FILE_IS_A_DIRECTORY;
    if (!node->Folder && options & FILE_DIRECTORY_FILE)
        return STATUS_NOT_A_DIRECTORY;
    *information = FILE_OPENED;
    if (disposition == FILE_OPEN || disposition == FILE_OPEN_IF)
        return STATUS_SUCCESS;
    *information = disposition == FILE_SUPERSEDE ? FILE_SUPERSEDED : FILE_OVERWRITTEN;
    return node->Folder ? STATUS_OBJECT_NAME_COLLISION : resize(node, 0);
}

static NTSTATUS create(PDEVICE_OBJECT device, PIRP irp)
{
    PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    PFILE_OBJECT file = location->FileObject;
    ULONG disposition = location->Parameters.Create.Options >> 24, options = location->Parameters.Create.Options;
    struct node *folder = file->RelatedFileObject ? file->RelatedFileObject->FsContext : &root, *node;
    UNICODE_STRING last;
    ULONG_PTR information = 0;
    NTSTATUS status = walk(&file->FileName, &folder, &last);
    if (!NT_SUCCESS(status))
        return complete(irp, status, 0);
    node = last.Length ? find(folder, &last) : folder;
    if (node) {
        status = open_existing(node, disposition, options, &information);
    } else if (disposition == FILE_OPEN || disposition == FILE_OVERWRITE) {
        status = STATUS_OBJECT_NAME_NOT_FOUND;
    } else {
        node = add(folder, &last, (options & FILE_DIRECTORY_FILE) != 0);
        information = FILE_CREATED;
        status = node ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
    }
    if (NT_SUCCESS(status)) {
        node->Opens++;
        node->DeletePending |= (options & FILE_DELETE_ON_CLOSE) != 0;
        file->FsContext = node;
    }
    return complete(irp, status, information);
}

static NTSTATUS close(PDEVICE_OBJECT device, PIRP irp)
{
    struct node *node = IoGetCurrentIrpStackLocation(irp)->FileObject->FsContext;
    if (node && --node->Opens == 0 && node->DeletePending && IsListEmpty(&node->Children))
        delete_node(node);
    return complete(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS succeed(PDEVICE_OBJECT device, PIRP irp)
{
    return complete(irp, STATUS_SUCCESS, 0);
}

/* A negative offset is a special one: -1 the end of the file (writes), -2 the file's own position. */
static BOOLEAN offset_of(const struct node *node, PFILE_OBJECT file, LARGE_INTEGER given, ULONG64 *offset)
{
    if (given.HighPart == -1 && given.LowPart == FILE_WRITE_TO_END_OF_FILE)
        *offset = node->Size;
    else if (given.HighPart == -1 && given.LowPart == FILE_USE_FILE_POINTER_POSITION)
        *offset = (ULONG64)file->CurrentByteOffset.QuadPart;
    else if (given.QuadPart < 0)
        return FALSE;
    else
        *offset = (ULONG64)given.QuadPart;
    return TRUE;
}

static void advance(PFILE_OBJECT file, ULONG64 to)
{
    if (file->Flags & FO_SYNCHRONOUS_IO)
        file->CurrentByteOffset.QuadPart = (LONG64)to;
}

static NTSTATUS read(PDEVICE_OBJECT device, PIRP irp)
{
    PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    const struct node *node = location->FileObject->FsContext;
    ULONG64 offset;
    if (node->Folder || !offset_of(node, location->FileObject, location->Parameters.Read.ByteOffset, &offset))
        return complete(irp, STATUS_INVALID_PARAMETER, 0);
    if (location->Parameters.Read.Length == 0)
        return complete(irp, STATUS_SUCCESS, 0);
    if (offset >= node->Size)
        return complete(irp, STATUS_END_OF_FILE, 0);
    ULONG64 count = min(location->Parameters.Read.Length, node->Size - offset);
    RtlCopyMemory(irp->AssociatedIrp.SystemBuffer, node->Data + offset, count);
    advance(location->FileObject, offset + count);
    return complete(irp, STATUS_SUCCESS, count);
}

static NTSTATUS write(PDEVICE_OBJECT device, PIRP irp)
{
    PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    struct node *node = location->FileObject->FsContext;
    ULONG length = location->Parameters.Write.Length;
    ULONG64 offset;
    if (node->Folder || !offset_of(node, location->FileObject, location->Parameters.Write.ByteOffset, &offset) ||
        offset > MAXULONG)
        return complete(irp, STATUS_INVALID_PARAMETER, 0);
    if (length == 0)
        return complete(irp, STATUS_SUCCESS, 0);
    NTSTATUS status = offset + length > node->Size ? resize(node, offset + length) : STATUS_SUCCESS;
    if (!NT_SUCCESS(status))
        return complete(irp, status, 0);
    RtlCopyMemory(node->Data + offset, irp->AssociatedIrp.SystemBuffer, length);
    node->Written = now();
    advance(location->FileObject, offset + length);
    return complete(irp, STATUS_SUCCESS, length);
}

static void fill_basic(const struct node *node, PFILE_BASIC_INFORMATION information)
{
    information->CreationTime.QuadPart = node->Created;
    information->LastAccessTime.QuadPart = information->LastWriteTime.QuadPart = information->ChangeTime.QuadPart =
        node->Written;
    information->FileAttributes = node->Folder ? FILE_ATTRIBUTE_DIRECTORY : FILE_ATTRIBUTE_NORMAL;
}

static void fill_standard(const struct node *node, PFILE_STANDARD_INFORMATION information)
{
    information->AllocationSize.QuadPart = (LONG64)node->Room;
    information->EndOfFile.QuadPart = (LONG64)node->Size;
    information->NumberOfLinks = 1;
    information->DeletePending = node->DeletePending;
    information->Directory = node->Folder;
}

static NTSTATUS query(PDEVICE_OBJECT device, PIRP irp)
{
    PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    const struct node *node = location->FileObject->FsContext;
    ULONG length = location->Parameters.QueryFile.Length;
    PVOID buffer = irp->AssociatedIrp.SystemBuffer;
    switch (location->Parameters.QueryFile.FileInformationClass) {
    case FileBasicInformation:
        if (length < sizeof(FILE_BASIC_INFORMATION))
            return complete(irp, STATUS_INFO_LENGTH_MISMATCH, 0);
        fill_basic(node, buffer);
        return complete(irp, STATUS_SUCCESS, sizeof(FILE_BASIC_INFORMATION));
    case FileStandardInformation:
        if (length < sizeof(FILE_STANDARD_INFORMATION))
            return complete(irp, STATUS_INFO_LENGTH_MISMATCH, 0);
        fill_standard(node, buffer);
        return complete(irp, STATUS_SUCCESS, sizeof(FILE_STANDARD_INFORMATION));
    default:
        return complete(irp, STATUS_INVALID_INFO_CLASS, 0);
    }
}

static NTSTATUS set(PDEVICE_OBJECT device, PIRP irp)
{
    PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    struct node *node = location->FileObject->FsContext;
    PVOID buffer = irp->AssociatedIrp.SystemBuffer;
    ULONG length = location->Parameters.SetFile.Length;
    switch (location->Parameters.SetFile.FileInformationClass) {
    case FileBasicInformation:
        return complete(irp, STATUS_SUCCESS, 0);
    case FileDispositionInformation:
        if (length < sizeof(FILE_DISPOSITION_INFORMATION))
            return complete(irp, STATUS_INFO_LENGTH_MISMATCH, 0);
        if (!IsListEmpty(&node->Children))
            return complete(irp, STATUS_DIRECTORY_NOT_EMPTY, 0);
        node->DeletePending = ((PFILE_DISPOSITION_INFORMATION)buffer)->DeleteFile;
        return complete(irp, STATUS_SUCCESS, 0);
    case FileEndOfFileInformation:
        if (length < sizeof(FILE_END_OF_FILE_INFORMATION))
            return complete(irp, STATUS_INFO_LENGTH_MISMATCH, 0);
        return complete(irp, resize(node, (ULONG64)((PFILE_END_OF_FILE_INFORMATION)buffer)->EndOfFile.QuadPart), 0);
    case FileAllocationInformation:
        return complete(irp, STATUS_SUCCESS, 0);
    default:
        return complete(irp, STATUS_INVALID_INFO_CLASS, 0);
    }
}

static NTSTATUS make_folders(void)
{
    static const PCWSTR paths[][3] = {
        {L"Windows", L"System32", L"drivers"}, {L"Windows", L"Temp", NULL}, {L"Temp", NULL, NULL}};
    for (ULONG i = 0; i < ARRAYSIZE(paths); i++) {
        struct node *at = &root;
        for (ULONG part = 0; part < ARRAYSIZE(paths[i]) && paths[i][part]; part++) {
            UNICODE_STRING name;
            RtlInitUnicodeString(&name, paths[i][part]);
            struct node *next = find(at, &name);
            at = next ? next : add(at, &name, TRUE);
            if (!at)
                return STATUS_INSUFFICIENT_RESOURCES;
        }
    }
    return STATUS_SUCCESS;
}

NTSTATUS fs_init(void)
{
    static const PCWSTR links[][2] = {{L"\\??\\C:", L"\\Device\\HarddiskVolume1"},
                                      {L"\\SystemRoot", L"\\Device\\HarddiskVolume1\\Windows"}};
    PDRIVER_OBJECT driver;
    PDEVICE_OBJECT device;
    UNICODE_STRING name, target;
    NTSTATUS status = iop_create_driver(L"RamFs", &driver);
    if (!NT_SUCCESS(status))
        return status;
    driver->MajorFunction[IRP_MJ_CREATE] = create;
    driver->MajorFunction[IRP_MJ_CLEANUP] = succeed;
    driver->MajorFunction[IRP_MJ_CLOSE] = close;
    driver->MajorFunction[IRP_MJ_READ] = read;
    driver->MajorFunction[IRP_MJ_WRITE] = write;
    driver->MajorFunction[IRP_MJ_QUERY_INFORMATION] = query;
    driver->MajorFunction[IRP_MJ_SET_INFORMATION] = set;
    driver->MajorFunction[IRP_MJ_FLUSH_BUFFERS] = succeed;
    RtlInitUnicodeString(&name, links[0][1]);
    status = IoCreateDevice(driver, 0, &name, FILE_DEVICE_DISK_FILE_SYSTEM, 0, FALSE, &device);
    if (!NT_SUCCESS(status))
        return status;
    device->Flags |= DO_BUFFERED_IO;
    device->Flags &= ~DO_DEVICE_INITIALIZING;
    for (ULONG i = 0; NT_SUCCESS(status) && i < ARRAYSIZE(links); i++) {
        RtlInitUnicodeString(&name, links[i][0]);
        RtlInitUnicodeString(&target, links[i][1]);
        status = IoCreateSymbolicLink(&name, &target);
    }
    return NT_SUCCESS(status) ? make_folders() : status;
}
