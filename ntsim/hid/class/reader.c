/*
 * Reading input reports: two requests are at the device in turn, or one at an interval where devices are polled. What
 * they bring goes to the open files of the collection that the report belongs to.
 */
#include "ntsim/hid/class/hidc.h"

enum { RETRY_INTERVAL = 1000 /* ms, after a request that failed */ };

static ULONG reader_count(const struct hidc_fdo *fdo)
{
    return fdo->Driver->Polled ? 1 : HIDC_READERS;
}

static void one_has_ended(struct hidc_fdo *fdo)
{
    if (--fdo->ReadersOut == 0)
        KeSetEvent(&fdo->ReadersEnded, IO_NO_INCREMENT, FALSE);
}

static void take_report(struct hidc_fdo *fdo, const UCHAR *data, ULONG size)
{
    const BOOLEAN uses_ids = hidc_uses_report_ids(fdo);
    const HIDP_REPORT_IDS *report = size ? hidc_find_report(fdo, uses_ids ? data[0] : 0) : NULL;
    if (!report || !report->InputLength || !fdo->Collections)
        return;
    const struct hidc_collection *const *all = (const struct hidc_collection *const *)fdo->Collections;
    struct hidc_collection *collection = (struct hidc_collection *)all[report->CollectionNumber - 1];
    if (uses_ids) {
        data++;
        size--;
    }
    if (collection)
        hidc_deliver(collection, report->ReportID, data,
                     size < report->InputLength - 1UL ? size : report->InputLength - 1UL);
}

/* Whether to send it again at once. It is no longer at the device. */
static BOOLEAN finish(struct hidc_reader *reader)
{
    struct hidc_fdo *fdo = reader->Fdo;
    const NTSTATUS status = reader->Irp->IoStatus.Status;
    KIRQL irql;
    if (NT_SUCCESS(status))
        take_report(fdo, reader->Buffer,
                    reader->Irp->IoStatus.Information < fdo->ReadSize ? (ULONG)reader->Irp->IoStatus.Information
                                                                      : fdo->ReadSize);
    const ULONG wait = !NT_SUCCESS(status) ? RETRY_INTERVAL : fdo->Driver->Polled ? fdo->PollInterval : 0;
    KeAcquireSpinLock(&fdo->Lock, &irql);
    const BOOLEAN again = fdo->Reading && wait == 0;
    if (!fdo->Reading)
        one_has_ended(fdo);
    else if (wait)
        KeSetTimer(&reader->Timer, (LARGE_INTEGER){.QuadPart = -(LONGLONG)wait * 10000}, &reader->Dpc);
    KeReleaseSpinLock(&fdo->Lock, irql);
    return again;
}

static void send(struct hidc_reader *reader);

static NTSTATUS read_ended(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    struct hidc_reader *reader = context;
    if (InterlockedDecrement(&reader->Parties) == 0 && finish(reader))
        send(reader);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

/* Sends it until it stays at the device. A device that always has a report keeps the processor busy. */
static void send(struct hidc_reader *reader)
{
    struct hidc_fdo *fdo = reader->Fdo;
    do {
        const PIRP irp = reader->Irp;
        reader->Parties = 2;
        IoReuseIrp(irp, STATUS_NOT_SUPPORTED);
        irp->UserBuffer = reader->Buffer;
        PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
        location->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;
        location->Parameters.DeviceIoControl.IoControlCode = IOCTL_HID_READ_REPORT;
        location->Parameters.DeviceIoControl.OutputBufferLength = fdo->ReadSize;
        IoSetCompletionRoutine(irp, read_ended, reader, TRUE, TRUE, TRUE);
        IoCallDriver(fdo->Common.Device, irp);
        if (!fdo->Reading) /* which ended after the IRP was last looked at */
            IoCancelIrp(irp);
    } while (InterlockedDecrement(&reader->Parties) == 0 && finish(reader));
}

static VOID try_again(PKDPC dpc, PVOID context, PVOID first, PVOID second)
{
    struct hidc_reader *reader = context;
    struct hidc_fdo *fdo = reader->Fdo;
    KeAcquireSpinLockAtDpcLevel(&fdo->Lock);
    const BOOLEAN go_on = fdo->Reading;
    if (!go_on)
        one_has_ended(fdo);
    KeReleaseSpinLockFromDpcLevel(&fdo->Lock);
    if (go_on)
        send(reader);
}

NTSTATUS hidc_make_readers(struct hidc_fdo *fdo)
{
    ULONG longest = 0;
    for (ULONG i = 0; i < fdo->Description.CollectionDescLength; i++)
        if (fdo->Description.CollectionDesc[i].InputLength > longest)
            longest = fdo->Description.CollectionDesc[i].InputLength;
    if (longest == 0)
        return STATUS_SUCCESS;
    fdo->ReadSize = longest - (hidc_uses_report_ids(fdo) ? 0 : 1);
    for (ULONG i = 0; i < reader_count(fdo); i++) {
        struct hidc_reader *reader = &fdo->Readers[i];
        reader->Fdo = fdo;
        reader->Irp = IoAllocateIrp(fdo->Common.Device->StackSize, FALSE);
        reader->Buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED, fdo->ReadSize, HIDC_TAG);
        if (!reader->Irp || !reader->Buffer)
            return STATUS_INSUFFICIENT_RESOURCES;
        KeInitializeTimer(&reader->Timer);
        KeInitializeDpc(&reader->Dpc, try_again, reader);
    }
    return STATUS_SUCCESS;
}

void hidc_free_readers(struct hidc_fdo *fdo)
{
    for (ULONG i = 0; i < HIDC_READERS; i++) {
        struct hidc_reader *reader = &fdo->Readers[i];
        if (reader->Irp)
            IoFreeIrp(reader->Irp);
        if (reader->Buffer)
            ExFreePoolWithTag(reader->Buffer, HIDC_TAG);
        reader->Irp = NULL;
        reader->Buffer = NULL;
    }
    fdo->ReadSize = 0;
}

void hidc_start_reading(struct hidc_fdo *fdo)
{
    KIRQL irql;
    KeAcquireSpinLock(&fdo->Lock, &irql);
    const BOOLEAN start = fdo->ReadSize && !fdo->Reading && fdo->ReadersOut == 0;
    if (start) {
        fdo->Reading = TRUE;
        fdo->ReadersOut = reader_count(fdo);
        KeClearEvent(&fdo->ReadersEnded);
    }
    KeReleaseSpinLock(&fdo->Lock, irql);
    for (ULONG i = 0; start && i < reader_count(fdo); i++)
        send(&fdo->Readers[i]);
}

void hidc_stop_reading(struct hidc_fdo *fdo)
{
    KIRQL irql;
    KeAcquireSpinLock(&fdo->Lock, &irql);
    const BOOLEAN stop = fdo->Reading;
    fdo->Reading = FALSE;
    for (ULONG i = 0; stop && i < reader_count(fdo); i++)
        if (KeCancelTimer(&fdo->Readers[i].Timer))
            one_has_ended(fdo);
    KeReleaseSpinLock(&fdo->Lock, irql);
    for (ULONG i = 0; stop && i < reader_count(fdo); i++)
        IoCancelIrp(fdo->Readers[i].Irp);
    KeWaitForSingleObject(&fdo->ReadersEnded, Executive, KernelMode, FALSE, NULL);
}
