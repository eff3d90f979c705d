/* Lists, rings, seqlocks, rundown protection and lookaside lists, as they behave. */
#include "run.h"

#include <wdk/list.h>
#include <wdk/lookaside.h>
#include <wdk/ring.h>
#include <wdk/rundown.h>
#include <wdk/seqlock.h>

struct packet {
    wdk_link link;
    ULONG number;
};
struct pair {
    ULONG first;
    ULONGLONG second;
};
WDK_LIST(struct packet, link, packet_list);
WDK_RING(ULONG, number_ring, 4);
WDK_SEQLOCK(struct pair, pair_cell);
WDK_LOOKASIDE(struct packet, packet_cache, "Run1");

void case_list_keeps_order(struct run *run)
{
    struct packet packets[3] = {{.number = 1}, {.number = 2}, {.number = 3}};
    packet_list list;

    packet_list_init(&list);
    EXPECT(packet_list_is_empty(&list));
    EXPECT(packet_list_pop_front(&list) == NULL);
    packet_list_push_back(&list, &packets[1]);
    packet_list_push_back(&list, &packets[2]);
    packet_list_push_front(&list, &packets[0]);
    EXPECT(!packet_list_is_empty(&list));
    EXPECT(packet_list_pop_back(&list) == &packets[2]);
    EXPECT(packet_list_pop_front(&list) == &packets[0]);
    packet_list_push_back(&list, &packets[0]); /* what was taken out may come in again */
    packet_list_remove(&list, &packets[1]);
    EXPECT(packet_list_pop_front(&list) == &packets[0]);
    EXPECT(packet_list_is_empty(&list));
}

void case_list_walk_may_remove(struct run *run)
{
    struct packet packets[4] = {{.number = 1}, {.number = 2}, {.number = 3}, {.number = 4}};
    ULONG sum = 0, left = 0;
    packet_list list;

    packet_list_init(&list);
    for (ULONG i = 0; i < ARRAYSIZE(packets); i++)
        packet_list_push_back(&list, &packets[i]);
    wdk_list_each(packet_list, packet, &list)
    {
        sum = sum * 10 + packet->number;
        if (packet->number % 2 == 0)
            packet_list_remove(&list, packet);
    }
    wdk_list_each(packet_list, packet, &list) left = left * 10 + packet->number;
    EXPECT(sum == 1234);
    EXPECT(left == 13);
}

void case_stop_list_in_two(struct run *run)
{
    struct packet packet = {.number = run->number};
    packet_list first, second;

    packet_list_init(&first);
    packet_list_init(&second);
    packet_list_push_back(&first, &packet);
    packet_list_push_back(&second, &packet);
}

void case_stop_list_damaged(struct run *run)
{
    struct packet packet = {.number = run->number};
    packet_list list;

    packet_list_init(&list);
    packet_list_push_back(&list, &packet);
    RtlZeroMemory(&list, sizeof list); /* the mistake: the head goes while an element is linked to it */
    packet_list_remove(&list, &packet);
}

void case_ring_keeps_order_and_wraps(struct run *run)
{
    static number_ring ring;
    ULONG taken;

    for (ULONG i = 0; i < 11; i++) {
        EXPECT(number_ring_push(&ring, &i));
        EXPECT(number_ring_count(&ring) == 1);
        EXPECT(number_ring_pop(&ring, &taken));
        EXPECT(taken == i);
    }
    EXPECT(!number_ring_pop(&ring, &taken));
}

void case_ring_is_full(struct run *run)
{
    static number_ring ring;
    ULONG taken = 0;

    for (ULONG i = 0; i < 4; i++)
        EXPECT(number_ring_push(&ring, &i));
    EXPECT(!number_ring_push(&ring, &taken));
    EXPECT(number_ring_count(&ring) == 4);
    for (ULONG i = 0; i < 4; i++)
        EXPECT(number_ring_pop(&ring, &taken) && taken == i);
    EXPECT(!number_ring_pop(&ring, &taken));
}

void case_seqlock_reads_what_was_written(struct run *run)
{
    static pair_cell cell;
    const struct pair value = {run->number, 0x123456789ABCDEF0};

    EXPECT(pair_cell_read(&cell).second == 0);
    pair_cell_write(&cell, &value);
    EXPECT(pair_cell_read(&cell).first == run->number);
    EXPECT(pair_cell_read(&cell).second == value.second);
}

void case_rundown_refuses_once_it_ran_down(struct run *run)
{
    wdk_rundown rundown;
    wdk_use late = {};

    wdk_rundown_init(&rundown);
    for (ULONG i = 0; i < 2; i++) {
        WDK_SCOPED(wdk_use) use = {};
        EXPECT_STATUS(wdk_rundown_use(&rundown, &use), STATUS_SUCCESS);
    }
    wdk_rundown_wait(&rundown);
    EXPECT_STATUS(wdk_rundown_use(&rundown, &late), STATUS_DELETE_PENDING);
    wdk_use_end(&late); /* an empty one is nothing */
}

/* In a thread of its own. */
WDK_UNCHECKED_LOCKING static void run_down(void *context)
{
    wdk_rundown_wait(context);
}

void case_rundown_waits_for_uses(struct run *run)
{
    static wdk_rundown rundown;
    static struct other_run other;
    wdk_use use = {};

    wdk_rundown_init(&rundown);
    EXPECT_STATUS(wdk_rundown_use(&rundown, &use), STATUS_SUCCESS);
    other_run_start(&other, run, run_down, &rundown);
    const bool early = other_run_ended(&other, 50);
    wdk_use_end(&use);
    EXPECT(early || other_run_ended(&other, 1000));
    EXPECT(!early);
}

void case_stop_rundown_use_twice(struct run *run)
{
    wdk_rundown rundown;
    WDK_SCOPED(wdk_use) use = {};

    wdk_rundown_init(&rundown);
    for (ULONG i = 0; i < 2; i++)
        EXPECT_STATUS(wdk_rundown_use(&rundown, &use), STATUS_SUCCESS);
}

void case_lookaside_gives_zeroes_and_takes_back(struct run *run)
{
    static packet_cache cache;

    EXPECT_STATUS(packet_cache_init(&cache), STATUS_SUCCESS);
    for (ULONG i = 0; i < 3; i++) {
        WDK_SCOPED(packet_cache_item) packet = {};
        EXPECT_STATUS(packet_cache_allocate(&cache, &packet), STATUS_SUCCESS);
        EXPECT(wdk_item(packet_cache, &packet)->number == 0);
        wdk_item(packet_cache, &packet)->number = run->number;
    }
    packet_cache_delete(&cache);
}

void case_lookaside_moves(struct run *run)
{
    static packet_cache cache;
    packet_cache_item kept = {};

    EXPECT_STATUS(packet_cache_init(&cache), STATUS_SUCCESS);
    {
        WDK_SCOPED(packet_cache_item) packet = {};
        EXPECT_STATUS(packet_cache_allocate(&cache, &packet), STATUS_SUCCESS);
        wdk_item(packet_cache, &packet)->number = run->number;
        kept = wdk_move(&packet);
        EXPECT(packet_cache_item_is_empty(&packet));
    }
    EXPECT(wdk_item(packet_cache, &kept)->number == run->number);
    packet_cache_free(&kept);
    EXPECT(packet_cache_item_is_empty(&kept));
    packet_cache_free(&kept); /* nothing twice */
    packet_cache_delete(&cache);
}

void case_stop_lookaside_empty(struct run *run)
{
    packet_cache_item none = {};
    wdk_item(packet_cache, &none)->number = run->number;
}

void case_stop_lookaside_outstanding(struct run *run)
{
    static packet_cache cache;
    static packet_cache_item kept;

    EXPECT_STATUS(packet_cache_init(&cache), STATUS_SUCCESS);
    EXPECT_STATUS(packet_cache_allocate(&cache, &kept), STATUS_SUCCESS);
    packet_cache_delete(&cache);
}
