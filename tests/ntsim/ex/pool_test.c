/* Pool, as the documentation of ExAllocatePool2, ExFreePoolWithTag and of bug checks 0x19 and 0xC2 has it. */
#include "ntsim/ex/sim.h"
#include "tests/ntsim/child/child.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

enum {
    UNINITIALIZED = 2,
    CACHE_ALIGNED = 8,
    NON_PAGED = 0x40,
    NON_PAGED_EXECUTE = 0x80,
    PAGED = 0x100,
    BAD_POOL_HEADER = 0x19,
    BAD_POOL_CALLER = 0xC2,
    TAG = 0x74736554, /* "Test" */
    ANY_PAGE = 4096,
};
static const uint64_t ANY = ~0ULL;

static void *allocate(uint64_t flags, uint64_t size)
{
    return SYSTEM(void *, ExAllocatePool2, uint64_t, uint64_t, uint32_t)(flags, size, TAG);
}

static void *allocate_old(uint32_t type, uint64_t size, uint32_t tag)
{
    return SYSTEM(void *, ExAllocatePoolWithTag, uint32_t, uint64_t, uint32_t)(type, size, tag);
}

static void release(void *block)
{
    SYSTEM(void, ExFreePoolWithTag, void *, uint32_t)(block, TAG);
}

static void sizes_body(void)
{
    static const uint64_t sizes[] = {1,    8,    15,   16,   17,   63,   64,   100,  500,   1000,
                                     2000, 3000, 4000, 4032, 4033, 4095, 4096, 4097, 12288, 100000};
    uint8_t *blocks[20][2];
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 20; i++) {
            for (int zero = 0; zero < 2; zero++) {
                uint8_t *block = allocate(NON_PAGED | (zero ? 0 : UNINITIALIZED), sizes[i]);
                CHECK(block);
                CHECK((uintptr_t)block % 16 == 0);
                if (sizes[i] >= ANY_PAGE)
                    CHECK((uintptr_t)block % ANY_PAGE == 0);
                else
                    CHECK((uintptr_t)block / ANY_PAGE == ((uintptr_t)block + sizes[i] - 1) / ANY_PAGE);
                for (uint64_t at = 0; at < sizes[i]; at++)
                    CHECK_EQUAL(block[at], zero ? 0 : 0xCD);
                memset(block, 0x55, sizes[i]);
                blocks[i][zero] = block;
            }
        }
        for (int i = 0; i < 20; i++) {
            for (uint64_t at = 0; at < sizes[i]; at++)
                CHECK(blocks[i][0][at] == 0x55 && blocks[i][1][at] == 0x55);
            release(blocks[i][1]);
            release(blocks[i][0]);
        }
    }
}

static void test_sizes(void **state)
{
    (void)state;
    child_passes(NULL, sizes_body);
}

static void forms_body(void)
{
    CHECK(!allocate(NON_PAGED | PAGED, 16));
    CHECK(!allocate(0, 16));
    CHECK(!allocate(NON_PAGED | 0x10, 16));
    CHECK(!allocate(NON_PAGED | 0x800, 16));
    CHECK(allocate(NON_PAGED | 1ULL << 40, 16)); /* optional flags may be unknown */
    CHECK(!SYSTEM(void *, ExAllocatePool2, uint64_t, uint64_t, uint32_t)(NON_PAGED, 16, 0));
    CHECK(!allocate(NON_PAGED, 1ULL << 40));
    CHECK(!allocate_old(0, 1ULL << 60, TAG));
    for (int i = 0; i < 40; i++)
        CHECK((uintptr_t)allocate(NON_PAGED | CACHE_ALIGNED, 24 + 8 * (uint64_t)i) % 64 == 0);
    uint8_t *zeroed = allocate_old(0x400 | 1, 40, TAG); /* POOL_ZERO_ALLOCATION, PagedPool */
    for (int i = 0; i < 40; i++)
        CHECK_EQUAL(zeroed[i], 0);
    CHECK(SYSTEM(void *, ExAllocatePoolWithQuotaTag, uint32_t, uint64_t, uint32_t)(8, 1ULL << 60, TAG) == NULL);
    CHECK(SYSTEM(void *, ExAllocatePoolWithTagPriority, uint32_t, uint64_t, uint32_t, uint32_t)(512, 10, TAG, 16));
    CHECK(SYSTEM(void *, ExAllocatePool, uint32_t, uint64_t)(0, 10));
    SYSTEM(void, ExFreePool, void *)(allocate(PAGED, 10));
    SYSTEM(void, ExFreePool2, void *, uint32_t, void *, uint32_t)(allocate(PAGED, 10), TAG, NULL, 0);
    struct {
        uint64_t type, value;
    } parameters[] = {{1, 16}, {2, 0}};
    CHECK(SYSTEM(void *, ExAllocatePool3, uint64_t, uint64_t, uint32_t, void *, uint32_t)(NON_PAGED, 9, TAG, parameters,
                                                                                          1));
    CHECK(!SYSTEM(void *, ExAllocatePool3, uint64_t, uint64_t, uint32_t, void *, uint32_t)(NON_PAGED, 9, TAG,
                                                                                           parameters, 2));
    SYSTEM(void, SimPoolFail, int64_t)(1);
    CHECK(allocate(NON_PAGED, 1));
    CHECK(!allocate(NON_PAGED, 1));
    CHECK(allocate(NON_PAGED, 1));
    uint8_t *code = allocate(NON_PAGED_EXECUTE, 16);
    static const uint8_t return_42[] = {0xB8, 42, 0, 0, 0, 0xC3}; /* mov eax, 42; ret */
    memcpy(code, return_42, sizeof(return_42));
    CHECK_EQUAL(((int (*)(void))code)(), 42);
}

static void test_forms(void **state)
{
    (void)state;
    child_passes(NULL, forms_body);
}

static uint64_t told, told_bytes;

static void MACHINE_ABI tell(void *context, const struct sim_pool_block *block)
{
    CHECK(context == &told);
    CHECK_EQUAL(block->tag, TAG);
    told++;
    told_bytes += block->size;
}

static void leaks_body(void)
{
    const struct machine_image *system = machine_image_at((uint64_t)(uintptr_t)child_function("ExFreePool"));
    const uint64_t by_system = SYSTEM(uint64_t, SimPoolLeaks, uint64_t, uint64_t, void *,
                                      void *)((uint64_t)system->base, system->size, NULL, NULL);
    struct sim_pool_usage before, after;
    SYSTEM(void, SimPoolUsage, void *)(&before);
    CHECK_EQUAL(before.blocks, by_system);
    allocate(NON_PAGED, 100);
    allocate(PAGED, 10000);
    release(allocate(PAGED, 10));
    const uint64_t here = (uint64_t)(uintptr_t)allocate;
    CHECK_EQUAL(SYSTEM(uint64_t, SimPoolLeaks, uint64_t, uint64_t, void *, void *)(here, 4096, (void *)tell, &told), 2);
    CHECK_EQUAL(told, 2);
    CHECK_EQUAL(told_bytes, 10100);
    SYSTEM(void, SimPoolUsage, void *)(&after);
    CHECK_EQUAL(after.bytes - before.bytes, 10100);
}

static void test_leaks(void **state)
{
    (void)state;
    child_passes(NULL, leaks_body);
}

static void flat_body(void)
{
    struct sim_pool_usage early, late;
    for (int i = 0; i < 100000; i++) {
        void *small = allocate(NON_PAGED, 24), *medium = allocate(PAGED | UNINITIALIZED, 600),
             *page = allocate(NON_PAGED, 4096);
        release(page);
        release(small);
        release(medium);
        if (i % 1000 == 0)
            release(allocate(NON_PAGED, 1 << 20));
        if (i == 0)
            SYSTEM(void, SimPoolUsage, void *)(&early);
    }
    SYSTEM(void, SimPoolUsage, void *)(&late);
    CHECK_EQUAL(late.mapped, early.mapped);
    CHECK_EQUAL(late.blocks, early.blocks);
}

static void test_flat(void **state)
{
    (void)state;
    child_passes(NULL, flat_body);
}

/* --- misuse --- */

static void free_twice(void)
{
    void *block = allocate(NON_PAGED, 40);
    release(block);
    release(block);
}

static void free_pages_twice(void)
{
    void *block = allocate(NON_PAGED, 8192);
    release(block);
    release(block);
}

static void overrun_by_one(void)
{
    char *block = allocate(NON_PAGED, 41);
    block[41] = 0x7B;
    release(block);
}

static void overrun_within_last_page(void)
{
    char *block = allocate(NON_PAGED, 5000);
    block[8191] = 1;
    release(block);
}

static void overrun_last_page(void)
{
    volatile char *block = allocate(NON_PAGED, 4096);
    /* As a driver would: from an image, so that the fault is the driver's. */
    SYSTEM(void *, memset, volatile void *, int, uint64_t)(block, 0, 4097);
}

static void write_after_free(void)
{
    char *block = allocate(NON_PAGED, 200);
    release(block);
    block[100] = 1;
    allocate(NON_PAGED, 200);
}

static void free_inside(void)
{
    char *block = allocate(NON_PAGED, 200);
    release(block + 64);
}

static void free_user_address(void)
{
    release(memory_map(4096, true));
}

static void free_with_other_tag(void)
{
    void *block = allocate_old(512, 10, TAG | 0x80000000);
    SYSTEM(void, ExFreePoolWithTag, void *, uint32_t)(block, 0x80313131);
}

static void no_tag(void)
{
    allocate_old(0, 10, 0);
}

static void paged_at_dispatch(void)
{
    SYSTEM(uint8_t, KfRaiseIrql, uint8_t)(2);
    allocate(PAGED, 10);
}

static void paged_freed_at_dispatch(void)
{
    void *block = allocate(PAGED, 10);
    SYSTEM(uint8_t, KfRaiseIrql, uint8_t)(2);
    release(block);
}

static void nonpaged_above_dispatch(void)
{
    SYSTEM(uint8_t, KfRaiseIrql, uint8_t)(2);
    release(allocate(NON_PAGED, 10));
    SYSTEM(uint8_t, KfRaiseIrql, uint8_t)(3);
    allocate(NON_PAGED, 10);
}

static void must_succeed(void)
{
    allocate_old(2, 10, TAG);
}

/* --- what must be over before memory is freed --- */

static void free_set_timer(void)
{
    char *block = allocate(NON_PAGED, 200);
    SYSTEM(void, KeInitializeTimer, void *)(block + 48);
    SYSTEM(uint8_t, KeSetTimer, void *, int64_t, void *)(block + 48, -100000, NULL);
    release(block);
}

static void free_queued_dpc(void)
{
    char *block = allocate(NON_PAGED, 200);
    SYSTEM(void, KeInitializeDpc, void *, void *, void *)(block, block, NULL);
    SYSTEM(uint8_t, KfRaiseIrql, uint8_t)(2);
    SYSTEM(uint8_t, KeInsertQueueDpc, void *, void *, void *)(block, NULL, NULL);
    release(block);
}

static void free_resource(void)
{
    char *block = allocate(NON_PAGED, 200);
    SYSTEM(int, ExInitializeResourceLite, void *)(block);
    release(block);
}

static void free_lookaside(void)
{
    char *block = allocate(NON_PAGED, 256);
    SYSTEM(void, ExInitializeNPagedLookasideList, void *, void *, void *, uint32_t, uint64_t, uint32_t,
           uint16_t)(block, NULL, NULL, 0, 32, TAG, 0);
    release(block);
}

static void free_after_use_body(void)
{
    char *block = allocate(NON_PAGED, 1000);
    SYSTEM(void, KeInitializeTimer, void *)(block);
    SYSTEM(uint8_t, KeSetTimer, void *, int64_t, void *)(block, -100000, NULL);
    CHECK(SYSTEM(uint8_t, KeCancelTimer, void *)(block));
    SYSTEM(int, ExInitializeResourceLite, void *)(block + 128);
    SYSTEM(int, ExDeleteResourceLite, void *)(block + 128);
    release(block);
}

static void test_contents(void **state)
{
    (void)state;
    child_stops(free_set_timer, 0xC7, 0, ANY, ANY, ANY);
    child_stops(free_queued_dpc, 0xC7, 1, ANY, ANY, ANY);
    child_stops(free_resource, 0xC4, 0xD2, ANY, ANY, 200);
    child_stops(free_lookaside, 0xC4, 0xCC, ANY, ANY, 256);
    child_passes(NULL, free_after_use_body);
}

static void test_misuse(void **state)
{
    (void)state;
    child_stops(free_twice, BAD_POOL_CALLER, 7, ANY, ANY, ANY);
    child_stops(free_pages_twice, BAD_POOL_CALLER, 7, ANY, ANY, ANY);
    child_stops(free_inside, BAD_POOL_CALLER, 0x99, ANY, 0, 0);
    child_stops(free_user_address, BAD_POOL_CALLER, 0x40, ANY, ANY, 0);
    child_stops(free_with_other_tag, BAD_POOL_CALLER, 10, ANY, TAG | 0x80000000, 0x80313131);
    child_stops(overrun_by_one, BAD_POOL_HEADER, 0x21, ANY, 41, 0x7B);
    child_stops(overrun_within_last_page, BAD_POOL_HEADER, 0x21, ANY, 5000, 1);
    child_stops(overrun_last_page, 0x50, ANY, 2, ANY, ANY);
    child_stops(write_after_free, BAD_POOL_HEADER, 0xD, ANY, ANY, ANY);
}

static void test_callers(void **state)
{
    (void)state;
    child_stops(no_tag, BAD_POOL_CALLER, 0x9B, 0, 10, ANY);
    child_stops(paged_at_dispatch, BAD_POOL_CALLER, 8, 2, 1, 10);
    child_stops(paged_freed_at_dispatch, BAD_POOL_CALLER, 9, 2, 1, ANY);
    child_stops(nonpaged_above_dispatch, BAD_POOL_CALLER, 8, 3, 512, 10);
    child_stops(must_succeed, BAD_POOL_CALLER, 0x9A, 2, 10, TAG);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes),    cmocka_unit_test(test_forms),  cmocka_unit_test(test_leaks),
        cmocka_unit_test(test_flat),     cmocka_unit_test(test_misuse), cmocka_unit_test(test_callers),
        cmocka_unit_test(test_contents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
