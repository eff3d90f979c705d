/* The same paths in the safe layer. */
#include "paths.h"

#include <wdk/arena.h>
#include <wdk/list.h>
#include <wdk/lock.h>
#include <wdk/lookaside.h>
#include <wdk/mmio.h>
#include <wdk/pool.h>
#include <wdk/ring.h>
#include <wdk/rundown.h>
#include <wdk/seqlock.h>
#include <wdk/slab.h>
#include <wdk/table.h>
#include <wdk/wdf/queue.h>
#include <wdk/wdf/registry.h>

WDK_POOL_TAG("Cost");

struct safe_packet {
    wdk_link link;
    struct packet_body body;
};

struct safe_statistics {
    ULONG reads, writes;
};

WDK_SPIN_LOCK(counter_lock);
WDK_QUEUED_SPIN_LOCK(queued_lock);
WDK_LOOKASIDE(struct safe_packet, packet_cache, "Cost");
WDK_RING(ULONG, number_ring, RING_LENGTH);
WDK_LIST(struct safe_packet, link, packet_list);
WDK_SEQLOCK(struct safe_statistics, statistics_cell);
WDK_DECLARE_SPAN(ULONG, number);

struct safe_session {
    wdk_table_link link;
    ULONG id;
};

WDK_FAST_MUTEX(fast_lock);
WDK_PUSH_LOCK(push_lock);
WDK_SLAB(struct packet_body, body_slab, SLAB_LENGTH);
WDK_TABLE(struct safe_session, link, id, session_table, 16);
WDK_REGISTER_BLOCK(cost_device, 32);
WDK_REGISTER(cost_device, control, 32, 8);
WDK_REGISTER(cost_device, mode, 16, 4);

struct safe {
    counter_lock lock;
    queued_lock queued;
    ULONG counter WDK_GUARDED_BY(counter_lock);
    ULONG queued_counter WDK_GUARDED_BY(queued_lock);
    packet_cache packets;
    number_ring ring;
    packet_list list;
    struct safe_packet packet;
    ULONG table[TABLE_LENGTH];
    wdk_key key;
    wdk_rundown rundown;
    statistics_cell statistics;
    uint8_t stored[64];
    fast_lock fast;
    push_lock push;
    ULONG fast_counter WDK_GUARDED_BY(fast_lock);
    ULONG push_counter WDK_GUARDED_BY(push_lock);
    body_slab bodies;
    session_table sessions;
    struct safe_session session;
    wdk_arena scratch;
    cost_device registers;
    DECLSPEC_ALIGN(8) UCHAR device[32];
};
WDK_DEVICE_CONTEXT(struct safe, safe_of);

WDK_UNCHECKED_LOCKING NTSTATUS safe_create(WDFDRIVER driver, WDFDEVICE device)
{
    WDF_OBJECT_ATTRIBUTES attributes = wdk_attributes(safe_of);
    struct safe *safe;

    WDK_TRY_NT(WdfObjectAllocateContext(device, &attributes, (PVOID *)&safe));
    wdk_lock_init(counter_lock, &safe->lock);
    wdk_lock_init(queued_lock, &safe->queued);
    packet_list_init(&safe->list);
    wdk_rundown_init(&safe->rundown);
    for (ULONG i = 0; i < TABLE_LENGTH; i++)
        safe->table[i] = i;
    wdk_lock_init(fast_lock, &safe->fast);
    wdk_lock_init(push_lock, &safe->push);
    body_slab_init(&safe->bodies);
    safe->scratch = wdk_arena_of(512);
    WDK_TRY_NT(cost_device_in(wdk_mmio_from_raw(safe->device, sizeof safe->device), &safe->registers));
    safe->session.id = 40;
    WDK_TRY_NT(wdk_key_open_parameters(&safe->key, driver, KEY_READ | KEY_WRITE));
    WDK_TRY_NT(packet_cache_init(&safe->packets));
    return STATUS_SUCCESS;
}

void safe_delete(WDFDEVICE device)
{
    struct safe *safe = safe_of(device);
    packet_cache_delete(&safe->packets);
    wdk_arena_release(&safe->scratch);
    wdk_key_release(&safe->key);
}

ULONG safe_locked_counter(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    WDK_LOCKED(counter_lock, &safe->lock)
    {
        safe->counter += input;
        return safe->counter;
    }
    WDK_UNREACHABLE();
}

ULONG safe_queued_lock(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    WDK_LOCK_SCOPE(queued_lock, &safe->queued);
    safe->queued_counter += input;
    return safe->queued_counter;
}

ULONG safe_lookaside(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    WDK_SCOPED(packet_cache_item) packet = {};
    if (!wdk_ok(packet_cache_allocate(&safe->packets, &packet)))
        return 0;
    wdk_item(packet_cache, &packet)->body.length = input;
    return *(volatile ULONG *)&wdk_item(packet_cache, &packet)->body.length;
}

ULONG safe_ring(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    ULONG value;
    if (!number_ring_push(&safe->ring, &input) || !number_ring_pop(&safe->ring, &value))
        return 0;
    return value;
}

ULONG safe_list(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    safe->packet.body.length = input;
    packet_list_push_back(&safe->list, &safe->packet);
    struct safe_packet *packet = packet_list_pop_front(&safe->list);
    return packet ? packet->body.length : 0;
}

static wdk_status parse(wdk_view bytes, struct record_fields *fields)
{
    WDK_TRY(wdk_read_le8(bytes, 0, &fields->kind));
    WDK_TRY(wdk_read_le16(bytes, 1, &fields->length));
    WDK_TRY(wdk_read_le32(bytes, 3, (uint32_t *)&fields->sequence));
    WDK_TRY(wdk_read_le64(bytes, 7, (uint64_t *)&fields->address));
    return WDK_OK;
}

ULONG safe_wire_record(WDFDEVICE device, ULONG input)
{
    struct record_fields fields;
    UNREFERENCED_PARAMETER(device);
    if (!wdk_ok(parse(wdk_view_from_raw(cost_record, input < RECORD_BYTES ? input : RECORD_BYTES), &fields)))
        return 0;
    return fields.kind + fields.length + fields.sequence + (ULONG)fields.address;
}

ULONG safe_table_sum(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    number_span table = wdk_span_of(number, safe->table);
    ULONG sum = 0;
    for (ULONG i = 0; i < input; i++)
        sum += *wdk_at(table, i);
    return sum;
}

ULONG safe_array_size(WDFDEVICE device, ULONG input)
{
    size_t bytes;
    ULONG length;
    UNREFERENCED_PARAMETER(device);
    if (!wdk_ok(wdk_size_with(&bytes, 16u, input, sizeof(struct packet_body))) || !wdk_ok(wdk_narrow(&length, bytes)))
        return 0;
    return length;
}

ULONG safe_pool(WDFDEVICE device, ULONG input)
{
    WDK_SCOPED_POOL(struct packet_body) body = wdk_new(struct packet_body);
    UNREFERENCED_PARAMETER(device);
    if (body == NULL)
        return 0;
    body->length = input;
    return *(volatile ULONG *)&body->length;
}

WDK_UNCHECKED_LOCKING ULONG safe_registry(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    return wdk_key_ulong_or(&safe->key, L"Limit", input);
}

ULONG safe_rundown(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    WDK_SCOPED(wdk_use) use = {};
    if (!wdk_ok(wdk_rundown_use(&safe->rundown, &use)))
        return 0;
    return *wdk_at(wdk_span_of(number, safe->table), input & (TABLE_LENGTH - 1));
}

ULONG safe_statistics(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    const struct safe_statistics now = {input, input};
    statistics_cell_write(&safe->statistics, &now);
    const struct safe_statistics seen = statistics_cell_read(&safe->statistics);
    return seen.reads + seen.writes;
}

WDK_UNCHECKED_LOCKING ULONG safe_fast_mutex(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    WDK_LOCK_SCOPE(fast_lock, &safe->fast);
    safe->fast_counter += input;
    return safe->fast_counter;
}

WDK_UNCHECKED_LOCKING ULONG safe_push_lock(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    WDK_LOCK_SCOPE(push_lock, &safe->push);
    safe->push_counter += input;
    return safe->push_counter;
}

ULONG safe_slab(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    struct packet_body *body = body_slab_take(&safe->bodies);
    if (body == NULL)
        return 0;
    body->length = input;
    const ULONG length = *(volatile ULONG *)&body->length;
    wdk_slab_give(body_slab, &safe->bodies, &body);
    return length;
}

ULONG safe_table(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    if (!wdk_ok(session_table_insert(&safe->sessions, &safe->session)))
        return 0;
    const struct safe_session *found = session_table_find(&safe->sessions, input);
    if (session_table_remove(&safe->sessions, safe->session.id) == NULL)
        return 0;
    return found ? found->id : 0;
}

ULONG safe_arena(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    struct packet_body *first = wdk_arena_new(&safe->scratch, struct packet_body);
    struct packet_body *second = wdk_arena_new(&safe->scratch, struct packet_body);
    if (first == NULL || second == NULL)
        return 0;
    *(volatile ULONG *)&first->length = input;
    *(volatile ULONG *)&second->length = input;
    const ULONG length = *(volatile ULONG *)&first->length + *(volatile ULONG *)&second->length;
    wdk_arena_reset(&safe->scratch);
    return length;
}

ULONG safe_registers(WDFDEVICE device, ULONG input)
{
    struct safe *safe = safe_of(device);
    cost_device_control_write(safe->registers, input);
    cost_device_mode_write(safe->registers, (uint16_t)input);
    return cost_device_control_read(safe->registers) + cost_device_mode_read(safe->registers);
}

static wdk_handled on_echo(WDFQUEUE queue, wdk_request *request, ULONG code)
{
    wdk_view input;
    wdk_span output;
    UNREFERENCED_PARAMETER(queue);
    UNREFERENCED_PARAMETER(code);
    WDK_TRY_REQUEST(request, wdk_request_input(request, 1, &input));
    WDK_TRY_REQUEST(request, wdk_request_output(request, 1, &output));
    WDK_TRY_REQUEST(request, wdk_copy(output, input));
    return wdk_complete_with(request, WDK_OK, wdk_count(input));
}

static wdk_handled on_store(struct safe *safe, wdk_request *request, ULONG code)
{
    wdk_view input;
    UNREFERENCED_PARAMETER(code);
    WDK_TRY_REQUEST(request, wdk_request_input(request, 4, &input));
    WDK_TRY_REQUEST(request, wdk_copy(wdk_bytes_of(safe->stored), input));
    return wdk_complete_with(request, WDK_OK, wdk_count(input));
}

WDK_ON_DEVICE_CONTROL(echo_evt, wdk_queue, on_echo);
WDK_ON_DEVICE_CONTROL(store_evt, safe_of, on_store);

VOID safe_echo(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
               ULONG IoControlCode)
{
    echo_evt(Queue, Request, OutputBufferLength, InputBufferLength, IoControlCode);
}

VOID safe_store(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
                ULONG IoControlCode)
{
    store_evt(Queue, Request, OutputBufferLength, InputBufferLength, IoControlCode);
}
