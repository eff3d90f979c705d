/* Arenas, slabs, hash tables and windows of registers, as they behave; trace output. */
#include "run.h"

#include <wdk/arena.h>
#include <wdk/mmio.h>
#include <wdk/slab.h>
#include <wdk/table.h>
#include <wdk/trace.h>
#include <wdk/user.h>

WDK_POOL_TAG("Run2");
WDK_DECLARE_SPAN(ULONGLONG, wide);

struct session {
    wdk_table_link link;
    ULONG id;
    ULONG seen;
};
WDK_TABLE(struct session, link, id, session_table, 4);
WDK_SLAB(struct session, session_slab, 3);
WDK_REGISTER_BLOCK(uart, 0x20);
WDK_REGISTER(uart, control, 32, 0x08);
WDK_REGISTER(uart, data, 8, 0x10);
WDK_REGISTER(uart, mode, 16, 0x12);
WDK_REGISTER(uart, address, 64, 0x18);

void case_arena_gives_zeroes(struct run *run)
{
    WDK_SCOPED(wdk_arena) scratch = wdk_arena_of(64);

    for (ULONG round = 0; round < 2; round++) {
        for (ULONG i = 0; i < 10; i++) {
            struct session *session = wdk_arena_new(&scratch, struct session);
            EXPECT(session != NULL && session->id == 0 && ((uintptr_t)session & 15) == 0);
            RtlFillMemory(session, sizeof *session, 0xAA);
        }
        const wide_span large = wdk_arena_new_span(&scratch, wide, 100);
        EXPECT(wdk_count(large) == 100);
        EXPECT(*wdk_at(large, 99) == 0);
        *wdk_at(large, 0) = ~0ull;
        wdk_arena_reset(&scratch);
    }
    EXPECT(wdk_count(wdk_arena_new_span(&scratch, wide, SIZE_MAX / 4)) == 0);
    EXPECT(wdk_count(wdk_arena_new_span(&scratch, wide, 0)) == 0);
    wdk_arena_release(&scratch);
    EXPECT(wdk_arena_new(&scratch, struct session) != NULL);
}

void case_stop_arena_span_end(struct run *run)
{
    WDK_SCOPED(wdk_arena) scratch = wdk_arena_of(256);
    const wide_span span = wdk_arena_new_span(&scratch, wide, run->number);
    *wdk_at(span, run->number) = 1;
}

static session_slab slab;

void case_slab_gives_each_once(struct run *run)
{
    struct session *taken[3], *fourth;

    session_slab_init(&slab);
    for (ULONG i = 0; i < ARRAYSIZE(taken); i++) {
        taken[i] = session_slab_take(&slab);
        EXPECT(taken[i] != NULL && taken[i]->id == 0);
        taken[i]->id = i + 1;
    }
    fourth = session_slab_take(&slab);
    EXPECT(fourth == NULL);
    EXPECT(taken[0]->id == 1 && taken[1]->id == 2 && taken[2]->id == 3);
    struct session *const middle = taken[1];
    wdk_slab_give(session_slab, &slab, &taken[1]);
    EXPECT(taken[1] == NULL && session_slab_used(&slab) == 2);
    wdk_slab_give(session_slab, &slab, &taken[1]); /* none is nothing */
    fourth = session_slab_take(&slab);
    EXPECT(fourth == middle && fourth->id == 0);
}

void case_stop_slab_twice(struct run *run)
{
    session_slab_init(&slab);
    struct session *first = session_slab_take(&slab), *same = first;
    UNREFERENCED_PARAMETER(run);
    wdk_slab_give(session_slab, &slab, &first);
    wdk_slab_give(session_slab, &slab, &same);
}

void case_stop_slab_foreign(struct run *run)
{
    struct session other = {.id = run->number}, *foreign = &other;
    session_slab_init(&slab);
    wdk_slab_give(session_slab, &slab, &foreign);
}

void case_table_finds_by_key(struct run *run)
{
    static session_table table;
    static struct session sessions[20];
    struct session same = {.id = 7};

    EXPECT(session_table_find(&table, 7) == NULL);
    for (ULONG i = 0; i < ARRAYSIZE(sessions); i++) {
        sessions[i].id = i * run->number;
        EXPECT_STATUS(session_table_insert(&table, &sessions[i]), STATUS_SUCCESS);
    }
    EXPECT(session_table_count(&table) == ARRAYSIZE(sessions));
    for (ULONG i = 0; i < ARRAYSIZE(sessions); i++)
        EXPECT(session_table_find(&table, i * run->number) == &sessions[i]);
    EXPECT(session_table_find(&table, 7) == NULL);
    same.id = 2 * run->number;
    EXPECT_STATUS(session_table_insert(&table, &same), STATUS_OBJECT_NAME_COLLISION);
    EXPECT(session_table_remove(&table, 2 * run->number) == &sessions[2]);
    EXPECT(session_table_remove(&table, 2 * run->number) == NULL);
    EXPECT_STATUS(session_table_insert(&table, &same), STATUS_SUCCESS);
    ULONG left = 0;
    while (session_table_remove_any(&table) != NULL)
        left++;
    EXPECT(left == ARRAYSIZE(sessions) && session_table_count(&table) == 0);
}

void case_stop_table_in_two(struct run *run)
{
    static session_table first, second;
    static struct session session;
    session.id = run->number;
    EXPECT_STATUS(session_table_insert(&first, &session), STATUS_SUCCESS);
    EXPECT_STATUS(session_table_insert(&second, &session), STATUS_SUCCESS);
}

/* Memory stands for a device's here. */
static DECLSPEC_ALIGN(8) UCHAR registers[0x20];

void case_mmio_block_reads_and_writes(struct run *run)
{
    const wdk_mmio window = wdk_mmio_from_raw(registers, sizeof registers);
    uart block;

    EXPECT_STATUS(uart_in(window, &block), STATUS_SUCCESS);
    uart_control_write(block, 0x12345678);
    uart_data_write(block, 0x9A);
    uart_mode_write(block, 0xBCDE);
    uart_address_write(block, 0x1122334455667788);
    EXPECT(uart_control_read(block) == 0x12345678 && registers[8] == 0x78);
    EXPECT(uart_data_read(block) == 0x9A && registers[0x10] == 0x9A && registers[0x11] == 0);
    EXPECT(uart_mode_read(block) == 0xBCDE && wdk_mmio_read16(window, 0x12) == 0xBCDE);
    EXPECT(uart_address_read(block) == 0x1122334455667788 && wdk_mmio_read8(window, 0x1F) == 0x11);
    wdk_mmio_write32(window, 4ull * (run->number - 8), 5);
    EXPECT(wdk_mmio_read64(window, 0) == 5);
}

void case_mmio_block_wants_room(struct run *run)
{
    wdk_mmio window = wdk_mmio_from_raw(registers, sizeof registers), part;
    uart block;

    EXPECT_STATUS(wdk_mmio_slice(&part, window, 8, sizeof registers - 8), STATUS_SUCCESS);
    EXPECT_STATUS(uart_in(part, &block), STATUS_DEVICE_CONFIGURATION_ERROR);
    EXPECT_STATUS(wdk_mmio_slice(&part, window, 8, sizeof registers), STATUS_BUFFER_TOO_SMALL);
    EXPECT(wdk_mmio_bytes(part) == 0);
}

void case_mmio_computed_places(struct run *run)
{
    const wdk_mmio window = wdk_mmio_from_raw(registers, sizeof registers);

    wdk_mmio_write64(window, run->number, 0x1122334455667788);
    EXPECT(wdk_mmio_read64(window, run->number) == 0x1122334455667788);
    EXPECT(wdk_mmio_read32(window, run->number + 4) == 0x11223344);
    wdk_mmio_write32(window, run->number, 1);
    wdk_mmio_write16(window, run->number + 4, 2);
    wdk_mmio_write8(window, run->number + 7, 3);
    EXPECT(wdk_mmio_read16(window, run->number + 4) == 2 && wdk_mmio_read8(window, run->number + 7) == 3);
    EXPECT(wdk_mmio_read64(window, run->number) == 0x0322000200000001);
}

void case_stop_mmio_end(struct run *run)
{
    wdk_mmio_write32(wdk_mmio_from_raw(registers, sizeof registers), 4ull * run->number, 0);
}

void case_stop_mmio_unaligned(struct run *run)
{
    run->line = wdk_mmio_read16(wdk_mmio_from_raw(registers, sizeof registers), run->number + 1);
}

void case_stop_mmio_not_mapped(struct run *run)
{
    const wdk_mmio_mapping none = {};
    run->line = wdk_mmio_read8(wdk_mmio_window(&none), run->number);
}

void case_user_memory_faults_into_a_status(struct run *run)
{
    ULONG value = run->number;

    EXPECT_STATUS(wdk_user_read(wdk_bytes_of(value), wdk_user_at((void *)0x10000)), STATUS_ACCESS_VIOLATION);
    EXPECT(value == 0); /* what was there before, nobody takes for the program's */
    EXPECT_STATUS(wdk_user_write(wdk_user_at(&value), wdk_readonly(wdk_bytes_of(value))), STATUS_ACCESS_VIOLATION);
}

void case_trace_says_what_it_is_told(struct run *run)
{
    static const UCHAR bytes[] = {'a', 'b', 'c', 'd'};
    wdk_trace(WDK_TRACE_ERROR, "number %lu, text %.*ls, view %.*s, status 0x%08lX", run->number,
              wdk_text_argument(WDK_TEXT(L"wide")), wdk_view_argument(wdk_view_from_raw(bytes, 3)),
              wdk_status_argument(wdk_from_nt(STATUS_DELETE_PENDING)));
}
