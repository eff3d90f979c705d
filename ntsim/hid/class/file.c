/* Open files of a collection. Each has its own queue of input reports: a report that nobody waits for stays there, and
 * when the queue is full the oldest goes. */
#include "ntsim/hid/class/hidc.h"

enum { DEFAULT_ROOM = 32, LEAST_ROOM = 2, MOST_ROOM = 512 };

struct report {
    LIST_ENTRY Entry;
    ULONG Size;
    UCHAR Bytes[];
};

static struct hidc_file *file_of(PIRP irp)
{
    const PFILE_OBJECT file = IoGetCurrentIrpStackLocation(irp)->FileObject;
    return file ? file->FsContext : NULL;
}

NTSTATUS hidc_create(struct hidc_collection *collection, PIRP irp)
{
    const PFILE_OBJECT object = IoGetCurrentIrpStackLocation(irp)->FileObject;
    KIRQL irql;
    if (collection->Fdo->Gone || !collection->Started)
        return hidc_complete(irp, STATUS_DEVICE_NOT_CONNECTED, 0);
    if (object->FileName.Length)
        return hidc_complete(irp, STATUS_OBJECT_NAME_NOT_FOUND, 0);
    struct hidc_file *file = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*file), HIDC_TAG);
    if (!file)
        return hidc_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    file->Collection = collection;
    file->Room = DEFAULT_ROOM;
    InitializeListHead(&file->Reports);
    InitializeListHead(&file->Reads);
    object->FsContext = file;
    hidc_idle_opened(collection->Fdo);
    KeAcquireSpinLock(&collection->Lock, &irql);
    InsertTailList(&collection->Files, &file->Entry);
    KeReleaseSpinLock(&collection->Lock, irql);
    return hidc_complete(irp, STATUS_SUCCESS, 0);
}

/* --- reads --- */

static VOID cancel_read(PDEVICE_OBJECT device, PIRP irp)
{
    struct hidc_collection *collection = hidc_collection(device);
    KIRQL irql;
    IoReleaseCancelSpinLock(irp->CancelIrql);
    KeAcquireSpinLock(&collection->Lock, &irql);
    RemoveEntryList(&irp->Tail.Overlay.ListEntry);
    KeReleaseSpinLock(&collection->Lock, irql);
    hidc_complete(irp, STATUS_CANCELLED, 0);
}

/* The next read, which is no longer to be cancelled; NULL. Under the lock. */
static PIRP take_read(LIST_ENTRY *reads)
{
    while (!IsListEmpty(reads)) {
        PIRP irp = CONTAINING_RECORD(RemoveHeadList(reads), IRP, Tail.Overlay.ListEntry);
        if (IoSetCancelRoutine(irp, NULL))
            return irp;
        InitializeListHead(&irp->Tail.Overlay.ListEntry); /* its cancel routine takes it from here */
    }
    return NULL;
}

static void fill_read(PIRP irp, const UCHAR *bytes, ULONG size)
{
    PVOID buffer = MmGetSystemAddressForMdlSafe(irp->MdlAddress, NormalPagePriority);
    if (buffer)
        RtlCopyMemory(buffer, bytes, size);
    hidc_complete(irp, buffer ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES, buffer ? size : 0);
}

static NTSTATUS wait_for_report(struct hidc_file *file, PIRP irp)
{
    IoSetCancelRoutine(irp, cancel_read);
    if (irp->Cancel && IoSetCancelRoutine(irp, NULL))
        return STATUS_CANCELLED;
    IoMarkIrpPending(irp);
    InsertTailList(&file->Reads, &irp->Tail.Overlay.ListEntry);
    return STATUS_PENDING;
}

NTSTATUS hidc_read(struct hidc_collection *collection, PIRP irp)
{
    struct hidc_file *file = file_of(irp);
    const ULONG length = IoGetCurrentIrpStackLocation(irp)->Parameters.Read.Length;
    const ULONG needed = hidc_description(collection)->InputLength;
    struct report *report = NULL;
    NTSTATUS status = STATUS_SUCCESS;
    KIRQL irql;
    if (!file || !needed)
        return hidc_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    if (length < needed || !irp->MdlAddress)
        return hidc_complete(irp, STATUS_INVALID_BUFFER_SIZE, 0);
    KeAcquireSpinLock(&collection->Lock, &irql);
    if (collection->Fdo->Gone) {
        status = STATUS_DEVICE_NOT_CONNECTED;
    } else if (!IsListEmpty(&file->Reports)) {
        report = CONTAINING_RECORD(RemoveHeadList(&file->Reports), struct report, Entry);
        file->Count--;
    } else {
        status = wait_for_report(file, irp);
    }
    KeReleaseSpinLock(&collection->Lock, irql);
    if (status == STATUS_PENDING)
        return status;
    if (!report)
        return hidc_complete(irp, status, 0);
    fill_read(irp, report->Bytes, report->Size);
    ExFreePoolWithTag(report, HIDC_TAG);
    return STATUS_SUCCESS;
}

static void keep_report(struct hidc_file *file, const UCHAR *bytes, ULONG size)
{
    struct report *report = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*report) + size, HIDC_TAG);
    if (!report)
        return; /* lost, as one that finds the queue full */
    report->Size = size;
    RtlCopyMemory(report->Bytes, bytes, size);
    InsertTailList(&file->Reports, &report->Entry);
    if (++file->Count <= file->Room)
        return;
    ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&file->Reports), struct report, Entry), HIDC_TAG);
    file->Count--;
}

/* Every file gets it: the reads that are to end are gathered first, for they end without the lock. */
void hidc_deliver(struct hidc_collection *collection, UCHAR id, const UCHAR *data, ULONG size)
{
    LIST_ENTRY ready;
    KIRQL irql;
    PUCHAR bytes = ExAllocatePool2(POOL_FLAG_NON_PAGED, size + 1, HIDC_TAG);
    if (!bytes)
        return;
    bytes[0] = id;
    RtlCopyMemory(bytes + 1, data, size);
    InitializeListHead(&ready);
    KeAcquireSpinLock(&collection->Lock, &irql);
    for (LIST_ENTRY *entry = collection->Files.Flink; entry != &collection->Files; entry = entry->Flink) {
        struct hidc_file *file = CONTAINING_RECORD(entry, struct hidc_file, Entry);
        PIRP irp = take_read(&file->Reads);
        if (irp)
            InsertTailList(&ready, &irp->Tail.Overlay.ListEntry);
        else
            keep_report(file, bytes, size + 1);
    }
    KeReleaseSpinLock(&collection->Lock, irql);
    while (!IsListEmpty(&ready))
        fill_read(CONTAINING_RECORD(RemoveHeadList(&ready), IRP, Tail.Overlay.ListEntry), bytes, size + 1);
    ExFreePoolWithTag(bytes, HIDC_TAG);
}

static void end_reads(struct hidc_collection *collection, struct hidc_file *file, NTSTATUS status)
{
    KIRQL irql;
    PIRP irp;
    do {
        KeAcquireSpinLock(&collection->Lock, &irql);
        irp = take_read(&file->Reads);
        KeReleaseSpinLock(&collection->Lock, irql);
        if (irp)
            hidc_complete(irp, status, 0);
    } while (irp);
}

/* No file comes or goes: the PnP manager has its lock, and its removal waits for the last to be closed. */
void hidc_fail_reads(struct hidc_collection *collection, NTSTATUS status)
{
    for (LIST_ENTRY *entry = collection->Files.Flink; entry != &collection->Files; entry = entry->Flink)
        end_reads(collection, CONTAINING_RECORD(entry, struct hidc_file, Entry), status);
}

void hidc_flush(struct hidc_file *file)
{
    KIRQL irql;
    KeAcquireSpinLock(&file->Collection->Lock, &irql);
    while (!IsListEmpty(&file->Reports))
        ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&file->Reports), struct report, Entry), HIDC_TAG);
    file->Count = 0;
    KeReleaseSpinLock(&file->Collection->Lock, irql);
}

NTSTATUS hidc_set_room(struct hidc_file *file, ULONG reports)
{
    KIRQL irql;
    if (reports < LEAST_ROOM || reports > MOST_ROOM)
        return STATUS_INVALID_PARAMETER;
    KeAcquireSpinLock(&file->Collection->Lock, &irql);
    file->Room = reports;
    for (; file->Count > reports; file->Count--)
        ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&file->Reports), struct report, Entry), HIDC_TAG);
    KeReleaseSpinLock(&file->Collection->Lock, irql);
    return STATUS_SUCCESS;
}

/* --- the end --- */

NTSTATUS hidc_cleanup(struct hidc_collection *collection, PIRP irp)
{
    struct hidc_file *file = file_of(irp);
    KIRQL irql;
    if (file) {
        end_reads(collection, file, STATUS_CANCELLED);
        KeAcquireSpinLock(&collection->Lock, &irql);
        RemoveEntryList(&file->Entry); /* no more reports come */
        InitializeListHead(&file->Entry);
        KeReleaseSpinLock(&collection->Lock, irql);
    }
    return hidc_complete(irp, STATUS_SUCCESS, 0);
}

NTSTATUS hidc_close(struct hidc_collection *collection, PIRP irp)
{
    struct hidc_file *file = file_of(irp);
    if (file) {
        hidc_flush(file);
        IoGetCurrentIrpStackLocation(irp)->FileObject->FsContext = NULL;
        ExFreePoolWithTag(file, HIDC_TAG);
        hidc_idle_closed(collection->Fdo);
    }
    return hidc_complete(irp, STATUS_SUCCESS, 0);
}
