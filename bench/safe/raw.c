/* The paths as a careful driver has them without the safe layer. */
#include "paths.h"

#include <ntintsafe.h>

#define TAG 'tsoC'

struct raw_packet {
    LIST_ENTRY link;
    struct packet_body body;
};

struct raw_statistics {
    ULONG reads, writes;
};

struct raw_session {
    struct raw_session *next;
    ULONG id;
};

/* Scratch memory: a block that is filled from the front. */
struct raw_scratch {
    UCHAR *at;
    SIZE_T left;
    UCHAR *block;
};

typedef struct raw {
    KSPIN_LOCK lock, queued;
    ULONG counter, queued_counter;
    LOOKASIDE_LIST_EX packets;
    struct {
        DECLSPEC_CACHEALIGN ULONG written;
        DECLSPEC_CACHEALIGN ULONG taken;
        DECLSPEC_CACHEALIGN ULONG slots[RING_LENGTH];
    } ring;
    LIST_ENTRY list;
    struct raw_packet packet;
    ULONG table[TABLE_LENGTH];
    WDFKEY key;
    EX_RUNDOWN_REF rundown;
    ULONG sequence;
    struct raw_statistics statistics;
    UCHAR stored[64];
    FAST_MUTEX fast;
    EX_PUSH_LOCK push;
    ULONG fast_counter, push_counter;
    struct packet_body bodies[SLAB_LENGTH];
    ULONG next[SLAB_LENGTH], first, used;
    struct raw_session *sessions[16];
    struct raw_session session;
    struct raw_scratch scratch;
    UCHAR *registers;
    DECLSPEC_ALIGN(8) UCHAR device[32];
} RAW;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(RAW, raw_of)

NTSTATUS raw_create(WDFDRIVER driver, WDFDEVICE device)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    RAW *raw;
    NTSTATUS status;

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, RAW);
    status = WdfObjectAllocateContext(device, &attributes, (PVOID *)&raw);
    if (!NT_SUCCESS(status))
        return status;
    KeInitializeSpinLock(&raw->lock);
    KeInitializeSpinLock(&raw->queued);
    InitializeListHead(&raw->list);
    ExInitializeRundownProtection(&raw->rundown);
    for (ULONG i = 0; i < TABLE_LENGTH; i++)
        raw->table[i] = i;
    ExInitializeFastMutex(&raw->fast);
    ExInitializePushLock(&raw->push);
    for (ULONG i = 0; i < SLAB_LENGTH; i++)
        raw->next[i] = i + 1 < SLAB_LENGTH ? i + 2 : 0;
    raw->first = 1;
    raw->registers = raw->device;
    raw->session.id = 40;
    status = WdfDriverOpenParametersRegistryKey(driver, KEY_READ | KEY_WRITE, WDF_NO_OBJECT_ATTRIBUTES, &raw->key);
    if (!NT_SUCCESS(status))
        return status;
    return ExInitializeLookasideListEx(&raw->packets, NULL, NULL, NonPagedPoolNx, 0, sizeof(struct raw_packet), TAG, 0);
}

void raw_delete(WDFDEVICE device)
{
    RAW *raw = raw_of(device);
    ExDeleteLookasideListEx(&raw->packets);
    if (raw->scratch.block)
        ExFreePoolWithTag(raw->scratch.block, TAG);
    WdfRegistryClose(raw->key);
}

ULONG raw_locked_counter(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    KIRQL irql;
    ULONG seen;

    KeAcquireSpinLock(&raw->lock, &irql);
    raw->counter += input;
    seen = raw->counter;
    KeReleaseSpinLock(&raw->lock, irql);
    return seen;
}

ULONG raw_queued_lock(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    KLOCK_QUEUE_HANDLE handle;
    ULONG seen;

    KeAcquireInStackQueuedSpinLock(&raw->queued, &handle);
    raw->queued_counter += input;
    seen = raw->queued_counter;
    KeReleaseInStackQueuedSpinLock(&handle);
    return seen;
}

ULONG raw_lookaside(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    struct raw_packet *packet = ExAllocateFromLookasideListEx(&raw->packets);
    ULONG length;

    if (packet == NULL)
        return 0;
    RtlZeroMemory(packet, sizeof *packet);
    packet->body.length = input;
    length = *(volatile ULONG *)&packet->body.length;
    ExFreeToLookasideListEx(&raw->packets, packet);
    return length;
}

ULONG raw_ring(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    ULONG written, taken, value;

    written = raw->ring.written;
    if (written - ReadULongAcquire(&raw->ring.taken) == RING_LENGTH)
        return 0;
    raw->ring.slots[written & (RING_LENGTH - 1)] = input;
    WriteULongRelease(&raw->ring.written, written + 1);

    taken = raw->ring.taken;
    if (taken == ReadULongAcquire(&raw->ring.written))
        return 0;
    value = raw->ring.slots[taken & (RING_LENGTH - 1)];
    WriteULongRelease(&raw->ring.taken, taken + 1);
    return value;
}

ULONG raw_list(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    LIST_ENTRY *entry;

    raw->packet.body.length = input;
    InsertTailList(&raw->list, &raw->packet.link);
    if (IsListEmpty(&raw->list))
        return 0;
    entry = RemoveHeadList(&raw->list);
    return CONTAINING_RECORD(entry, struct raw_packet, link)->body.length;
}

static NTSTATUS parse(const UCHAR *bytes, SIZE_T length, struct record_fields *fields)
{
    if (length < RECORD_BYTES)
        return STATUS_BUFFER_TOO_SMALL;
    fields->kind = bytes[0];
    RtlCopyMemory(&fields->length, bytes + 1, sizeof fields->length);
    RtlCopyMemory(&fields->sequence, bytes + 3, sizeof fields->sequence);
    RtlCopyMemory(&fields->address, bytes + 7, sizeof fields->address);
    return STATUS_SUCCESS;
}

ULONG raw_wire_record(WDFDEVICE device, ULONG input)
{
    struct record_fields fields;
    UNREFERENCED_PARAMETER(device);
    if (!NT_SUCCESS(parse(cost_record, input < RECORD_BYTES ? input : RECORD_BYTES, &fields)))
        return 0;
    return fields.kind + fields.length + fields.sequence + (ULONG)fields.address;
}

ULONG raw_table_sum(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    ULONG sum = 0;
    for (ULONG i = 0; i < input; i++) {
        if (i >= TABLE_LENGTH)
            return 0;
        sum += raw->table[i];
    }
    return sum;
}

ULONG raw_array_size(WDFDEVICE device, ULONG input)
{
    SIZE_T bytes;
    ULONG length;
    UNREFERENCED_PARAMETER(device);
    if (!NT_SUCCESS(RtlSizeTMult(input, sizeof(struct packet_body), &bytes)) ||
        !NT_SUCCESS(RtlSizeTAdd(bytes, 16, &bytes)) || !NT_SUCCESS(RtlSizeTToULong(bytes, &length)))
        return 0;
    return length;
}

ULONG raw_pool(WDFDEVICE device, ULONG input)
{
    struct packet_body *body = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof *body, TAG);
    ULONG length;
    UNREFERENCED_PARAMETER(device);
    if (body == NULL)
        return 0;
    body->length = input;
    length = *(volatile ULONG *)&body->length;
    ExFreePoolWithTag(body, TAG);
    return length;
}

ULONG raw_registry(WDFDEVICE device, ULONG input)
{
    static const UNICODE_STRING name = RTL_CONSTANT_STRING(L"Limit");
    RAW *raw = raw_of(device);
    ULONG value;
    return NT_SUCCESS(WdfRegistryQueryULong(raw->key, &name, &value)) ? value : input;
}

ULONG raw_rundown(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    ULONG seen;
    if (!ExAcquireRundownProtection(&raw->rundown))
        return 0;
    seen = raw->table[input & (TABLE_LENGTH - 1)];
    ExReleaseRundownProtection(&raw->rundown);
    return seen;
}

ULONG raw_statistics(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    struct raw_statistics seen;
    ULONG before;

    raw->sequence++;
    __atomic_thread_fence(__ATOMIC_RELEASE);
    *(volatile ULONG *)&raw->statistics.reads = input;
    *(volatile ULONG *)&raw->statistics.writes = input;
    WriteULongRelease(&raw->sequence, raw->sequence + 1);
    do {
        while ((before = ReadULongAcquire(&raw->sequence)) & 1)
            YieldProcessor();
        seen.reads = *(volatile ULONG *)&raw->statistics.reads;
        seen.writes = *(volatile ULONG *)&raw->statistics.writes;
        __atomic_thread_fence(__ATOMIC_ACQUIRE);
    } while (*(volatile ULONG *)&raw->sequence != before);
    return seen.reads + seen.writes;
}

ULONG raw_fast_mutex(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    ULONG seen;

    ExAcquireFastMutex(&raw->fast);
    raw->fast_counter += input;
    seen = raw->fast_counter;
    ExReleaseFastMutex(&raw->fast);
    return seen;
}

ULONG raw_push_lock(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    ULONG seen;

    KeEnterCriticalRegion();
    ExAcquirePushLockExclusive(&raw->push);
    raw->push_counter += input;
    seen = raw->push_counter;
    ExReleasePushLockExclusive(&raw->push);
    KeLeaveCriticalRegion();
    return seen;
}

ULONG raw_slab(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    const ULONG first = raw->first;
    struct packet_body *body;
    SIZE_T offset;
    ULONG length, index;

    if (first == 0)
        return 0;
    raw->first = raw->next[first - 1];
    raw->next[first - 1] = MAXULONG; /* in use */
    raw->used++;
    body = &raw->bodies[first - 1];
    RtlZeroMemory(body, sizeof *body);
    body->length = input;
    length = *(volatile ULONG *)&body->length;

    offset = (SIZE_T)((UCHAR *)body - (UCHAR *)raw->bodies);
    if (offset >= sizeof raw->bodies || offset % sizeof *body != 0)
        return 0;
    index = (ULONG)(offset / sizeof *body);
    if (raw->next[index] != MAXULONG)
        return 0;
    raw->next[index] = raw->first;
    raw->first = index + 1;
    raw->used--;
    return length;
}

static struct raw_session **session_place(RAW *raw, ULONG id)
{
    struct raw_session **place = &raw->sessions[(ULONGLONG)id * 0x9E3779B97F4A7C15 >> 60];
    while (*place != NULL && (*place)->id != id)
        place = &(*place)->next;
    return place;
}

ULONG raw_table(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    struct raw_session **place = session_place(raw, raw->session.id), *found;

    if (*place != NULL)
        return 0;
    raw->session.next = NULL;
    *place = &raw->session;
    found = *session_place(raw, input);
    place = session_place(raw, raw->session.id);
    if (*place == NULL)
        return 0;
    *place = (*place)->next;
    return found != NULL ? found->id : 0;
}

static PVOID scratch_take(struct raw_scratch *scratch, SIZE_T bytes)
{
    PVOID piece;
    bytes = (bytes + 15) & ~(SIZE_T)15;
    if (scratch->block == NULL) {
        scratch->block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 512, TAG);
        if (scratch->block == NULL)
            return NULL;
        scratch->at = scratch->block;
        scratch->left = 512;
    }
    if (bytes > scratch->left)
        return NULL;
    piece = scratch->at;
    scratch->at += bytes;
    scratch->left -= bytes;
    return piece;
}

static void scratch_reset(struct raw_scratch *scratch)
{
    RtlZeroMemory(scratch->block, 512 - scratch->left);
    scratch->at = scratch->block;
    scratch->left = 512;
}

ULONG raw_arena(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);
    struct packet_body *first = scratch_take(&raw->scratch, sizeof *first);
    struct packet_body *second = scratch_take(&raw->scratch, sizeof *second);
    ULONG length;

    if (first == NULL || second == NULL)
        return 0;
    *(volatile ULONG *)&first->length = input;
    *(volatile ULONG *)&second->length = input;
    length = *(volatile ULONG *)&first->length + *(volatile ULONG *)&second->length;
    scratch_reset(&raw->scratch);
    return length;
}

ULONG raw_registers(WDFDEVICE device, ULONG input)
{
    RAW *raw = raw_of(device);

    WRITE_REGISTER_ULONG((volatile ULONG *)(raw->registers + 8), input);
    WRITE_REGISTER_USHORT((volatile USHORT *)(raw->registers + 4), (USHORT)input);
    return READ_REGISTER_ULONG((volatile ULONG *)(raw->registers + 8)) +
           READ_REGISTER_USHORT((volatile USHORT *)(raw->registers + 4));
}

VOID raw_echo(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
              ULONG IoControlCode)
{
    PVOID input, output;
    size_t inputLength, outputLength;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Queue);
    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);
    UNREFERENCED_PARAMETER(IoControlCode);
    status = WdfRequestRetrieveInputBuffer(Request, 1, &input, &inputLength);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    status = WdfRequestRetrieveOutputBuffer(Request, 1, &output, &outputLength);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    if (inputLength > outputLength) {
        WdfRequestComplete(Request, STATUS_BUFFER_TOO_SMALL);
        return;
    }
    RtlMoveMemory(output, input, inputLength);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, inputLength);
}

VOID raw_store(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
               ULONG IoControlCode)
{
    RAW *raw = raw_of(WdfIoQueueGetDevice(Queue));
    PVOID input;
    size_t length;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);
    UNREFERENCED_PARAMETER(IoControlCode);
    status = WdfRequestRetrieveInputBuffer(Request, 4, &input, &length);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    if (length > sizeof raw->stored) {
        WdfRequestComplete(Request, STATUS_BUFFER_TOO_SMALL);
        return;
    }
    RtlMoveMemory(raw->stored, input, length);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, length);
}
