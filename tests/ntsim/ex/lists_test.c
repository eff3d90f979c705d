/* Lists, lookaside lists, callbacks and identifiers of Ex. */
#include "tests/ntsim/child/child.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

enum { TAG = 0x74736554, NOT_FOUND = (int)0xC0000034, UNSUCCESSFUL = (int)0xC0000001 };
static const uint64_t ANY = ~0ULL;

struct entry {
    _Alignas(16) struct entry *next;
    int number;
};

static void slist_body(void)
{
    _Alignas(16) uint64_t head[2];
    struct entry entries[3] = {0};
    struct entry *(MACHINE_ABI *const push)(void *, void *) =
        (struct entry * (MACHINE_ABI *)(void *, void *)) child_function("ExpInterlockedPushEntrySList");
    struct entry *(MACHINE_ABI *const pop)(void *) =
        (struct entry * (MACHINE_ABI *)(void *)) child_function("ExpInterlockedPopEntrySList");
    uint16_t(MACHINE_ABI *const depth)(void *) = (uint16_t(MACHINE_ABI *)(void *))child_function("ExQueryDepthSList");
    SYSTEM(void, InitializeSListHead, void *)(head);
    CHECK(!pop(head));
    CHECK(!push(head, &entries[0]));
    CHECK(push(head, &entries[1]) == &entries[0]);
    CHECK(push(head, &entries[2]) == &entries[1]);
    CHECK_EQUAL(depth(head), 3);
    CHECK(pop(head) == &entries[2]);
    struct entry *rest = SYSTEM(struct entry *, ExpInterlockedFlushSList, void *)(head);
    CHECK(rest == &entries[1] && rest->next == &entries[0] && !rest->next->next);
    CHECK_EQUAL(depth(head), 0);
}

struct link {
    struct link *forward, *back;
};

static void interlocked_body(void)
{
    struct link head = {&head, &head}, one, two;
    uint64_t lock = 0;
    uint32_t sum = 5;
    struct link *(MACHINE_ABI *const at_tail)(void *, void *, void *) =
        (struct link * (MACHINE_ABI *)(void *, void *, void *)) child_function("ExInterlockedInsertTailList");
    struct link *(MACHINE_ABI *const take)(void *, void *) =
        (struct link * (MACHINE_ABI *)(void *, void *)) child_function("ExInterlockedRemoveHeadList");
    CHECK(!at_tail(&head, &one, &lock));
    CHECK(at_tail(&head, &two, &lock) == &one);
    CHECK(take(&head, &lock) == &one);
    CHECK(take(&head, &lock) == &two);
    CHECK(!take(&head, &lock));
    CHECK_EQUAL(SYSTEM(uint32_t, ExInterlockedAddUlong, void *, uint32_t, void *)(&sum, 7, &lock), 5);
    CHECK_EQUAL(sum, 12);
    CHECK_EQUAL(lock, 0);
    CHECK_EQUAL(SYSTEM(uint8_t, KeGetCurrentIrql, void)(), 0);
}

static void test_lists(void **state)
{
    (void)state;
    child_passes(NULL, slist_body);
    child_passes(NULL, interlocked_body);
}

/* The head of a LOOKASIDE_LIST_EX, as drivers' inline code reads it. */
struct lookaside {
    _Alignas(64) uint64_t head[2];
    uint16_t depth, maximum;
    uint32_t allocates, misses, frees, free_misses, type, tag, size;
    void *(MACHINE_ABI *allocate)(uint32_t, uint64_t, uint32_t, void *);
    void(MACHINE_ABI *release)(void *, void *);
    uint8_t rest[64];
};

static int made, gone;

static void *MACHINE_ABI make(uint32_t type, uint64_t size, uint32_t tag, void *list)
{
    (void)list;
    made++;
    return SYSTEM(void *, ExAllocatePoolWithTag, uint32_t, uint64_t, uint32_t)(type, size, tag);
}

static void MACHINE_ABI drop(void *entry, void *list)
{
    (void)list;
    gone++;
    SYSTEM(void, ExFreePool, void *)(entry);
}

static int init(struct lookaside *list, void *allocate, void *release, uint32_t flags)
{
    return SYSTEM(int, ExInitializeLookasideListEx, void *, void *, void *, uint32_t, uint32_t, uint64_t, uint32_t,
                  uint16_t)(list, allocate, release, 512, flags, 100, TAG, 0);
}

static void lookaside_body(void)
{
    static struct lookaside list, own;
    CHECK(init(&list, NULL, NULL, 3) < 0); /* flags that exclude each other */
    CHECK_EQUAL(init(&list, NULL, NULL, 0), 0);
    CHECK(list.size == 100 && list.tag == TAG && list.depth > 0);
    void *entry = list.allocate(list.type, list.size, list.tag, &list);
    CHECK(entry);
    SYSTEM(void *, ExpInterlockedPushEntrySList, void *, void *)(&list, entry);
    CHECK_EQUAL(init(&own, (void *)make, (void *)drop, 0), 0);
    for (int i = 0; i < 2; i++)
        SYSTEM(void *, ExpInterlockedPushEntrySList, void *, void *)(&own,
                                                                     own.allocate(own.type, own.size, own.tag, &own));
    CHECK_EQUAL(made, 2);
    SYSTEM(void, ExFlushLookasideListEx, void *)(&own);
    CHECK_EQUAL(gone, 2);
    SYSTEM(void, ExDeleteLookasideListEx, void *)(&own);
    SYSTEM(void, ExDeleteLookasideListEx, void *)(&list); /* frees what it holds */
}

static void deleted_twice(void)
{
    static struct lookaside list;
    init(&list, NULL, NULL, 0);
    SYSTEM(void, ExDeleteLookasideListEx, void *)(&list);
    SYSTEM(void, ExDeleteLookasideListEx, void *)(&list);
}

static void test_lookaside_lists(void **state)
{
    (void)state;
    child_passes(NULL, lookaside_body);
    child_stops(deleted_twice, 0xC4, 0xCB, ANY, ANY, ANY);
}

/* --- callbacks --- */

struct string {
    uint16_t length, room;
    const uint16_t *text;
};

struct attributes {
    uint32_t length;
    void *root;
    const struct string *name;
    uint32_t flags;
    void *descriptor, *quality;
};

static char told[16];
static void *registrations[2];

static void MACHINE_ABI hear(void *context, void *one, void *two)
{
    CHECK(one == told && two == registrations);
    told[strlen(told)] = *(char *)context;
    if (*(char *)context == 'a') /* leaves from within */
        SYSTEM(void, ExUnregisterCallback, void *)(registrations[0]);
}

static void callback_body(void)
{
    static const uint16_t letters[] = {'\\', 'C', 'a', 'l', 'l', 'b', 'a', 'c', 'k', '\\', 'M', 'i', 'n', 'e'},
                          lower[] = {'\\', 'c', 'a', 'l', 'l', 'b', 'a', 'c', 'k', '\\', 'm', 'i', 'n', 'e'},
                          power[] = {'\\', 'C', 'a', 'l', 'l', 'b', 'a', 'c', 'k', '\\',
                                     'P',  'o', 'w', 'e', 'r', 'S', 't', 'a', 't', 'e'};
    const struct string name = {sizeof(letters), sizeof(letters), letters},
                        other = {sizeof(lower), sizeof(lower), lower}, system = {sizeof(power), sizeof(power), power},
                        none = {0};
    struct attributes attributes = {.length = 48, .name = &name, .flags = 0x10};
    void *object = NULL, *again = NULL;
    int(MACHINE_ABI *const create)(void *, void *, uint8_t, uint8_t) =
        (int(MACHINE_ABI *)(void *, void *, uint8_t, uint8_t))child_function("ExCreateCallback");
    void *(MACHINE_ABI *const enlist)(void *, void *, void *) =
        (void *(MACHINE_ABI *)(void *, void *, void *))child_function("ExRegisterCallback");
    void(MACHINE_ABI *const notify)(void *, void *, void *) =
        (void(MACHINE_ABI *)(void *, void *, void *))child_function("ExNotifyCallback");
    CHECK_EQUAL(create(&object, &attributes, 0, 1), NOT_FOUND);
    CHECK_EQUAL(create(&object, &attributes, 1, 1), 0);
    attributes = (struct attributes){.length = 48, .name = &other, .flags = 0x40};
    CHECK_EQUAL(create(&again, &attributes, 0, 0), 0);
    CHECK(again == object);
    registrations[0] = enlist(object, (void *)hear, "a");
    registrations[1] = enlist(object, (void *)hear, "b");
    CHECK(registrations[0] && registrations[1]);
    notify(object, told, registrations);
    notify(object, told, registrations);
    CHECK(strcmp(told, "abb") == 0);
    SYSTEM(void, ExUnregisterCallback, void *)(registrations[1]);
    notify(object, told, registrations);
    CHECK(strcmp(told, "abb") == 0);
    attributes.name = &none;
    CHECK_EQUAL(create(&again, &attributes, 1, 1), UNSUCCESSFUL);
    attributes.name = &system;
    CHECK_EQUAL(create(&again, &attributes, 0, 1), 0);
}

static void test_callbacks(void **state)
{
    (void)state;
    child_passes(NULL, callback_body);
}

static void uuid_body(void)
{
    uint8_t one[16], other[16];
    CHECK_EQUAL(SYSTEM(int, ExUuidCreate, void *)(one), 0);
    CHECK_EQUAL(SYSTEM(int, ExUuidCreate, void *)(other), 0);
    CHECK(memcmp(one, other, 16) != 0);
    CHECK_EQUAL(one[7] >> 4, 4);
    CHECK_EQUAL(one[8] >> 6, 2);
    memcpy(&child_report->number, one, 8);
}

static void test_uuids(void **state)
{
    (void)state;
    uint64_t first[3];
    for (int i = 0; i < 3; i++) {
        const struct child_setup setup = {.seed = i < 2 ? 5 : 6};
        struct child_outcome outcome;
        child_run(&setup, uuid_body, &outcome);
        assert_int_equal(outcome.end, CHILD_RETURNED);
        first[i] = outcome.number;
    }
    assert_true(first[0] == first[1]);
    assert_true(first[0] != first[2]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_lookaside_lists),
        cmocka_unit_test(test_callbacks),
        cmocka_unit_test(test_uuids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
