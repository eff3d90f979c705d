/* MDLs, physical addresses and contiguous memory, as their documentation has them. */
#include "tests/ntsim/child/child.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

enum {
    NON_PAGED = 0x40,
    TAG = 0x74736554,
    KERNEL_MODE = 0,
    USER_MODE = 1,
    READ_ACCESS = 0,
    WRITE_ACCESS = 1,
    MAPPED = 1,
    LOCKED = 2,
    FROM_POOL = 4,
    PARTIAL = 0x10,
    WRITES = 0x80,
    VIOLATION = 0xC4,
};
static const uint64_t PAGE = 4096;
static const uint64_t ANY = ~0ULL;

struct mdl {
    struct mdl *next;
    int16_t size, flags;
    uint16_t processor, reserved;
    void *process, *mapped, *start;
    uint32_t count, offset;
    uint64_t pages[];
};

static void *pool(uint64_t size)
{
    return SYSTEM(void *, ExAllocatePool2, uint64_t, uint64_t, uint32_t)(NON_PAGED, size, TAG);
}

static struct mdl *make(void *address, uint32_t size)
{
    return SYSTEM(struct mdl *, IoAllocateMdl, void *, uint32_t, uint8_t, uint8_t, void *)(address, size, 0, 0, NULL);
}

static uint64_t physical(void *address)
{
    return SYSTEM(uint64_t, MmGetPhysicalAddress, void *)(address);
}

static void lock(struct mdl *mdl, uint8_t mode, int operation)
{
    SYSTEM(void, MmProbeAndLockPages, void *, uint8_t, int)(mdl, mode, operation);
}

static void *map(struct mdl *mdl, uint8_t mode)
{
    return SYSTEM(void *, MmMapLockedPagesSpecifyCache, void *, uint8_t, int, void *, uint32_t, uint32_t)(mdl, mode, 1,
                                                                                                          NULL, 0, 16);
}

static void unmap(void *address, struct mdl *mdl)
{
    SYSTEM(void, MmUnmapLockedPages, void *, void *)(address, mdl);
}

static void unlock(struct mdl *mdl)
{
    SYSTEM(void, MmUnlockPages, void *)(mdl);
}

static void nonpaged_body(void)
{
    char *buffer = pool(3 * PAGE);
    struct mdl *mdl = make(buffer + 100, PAGE + 1);
    CHECK(mdl->start == buffer && mdl->offset == 100 && mdl->count == PAGE + 1);
    SYSTEM(void, MmBuildMdlForNonPagedPool, void *)(mdl);
    CHECK(mdl->flags & FROM_POOL);
    CHECK(mdl->mapped == buffer + 100);
    CHECK_EQUAL(mdl->pages[0], physical(buffer) >> 12);
    CHECK_EQUAL(mdl->pages[1], physical(buffer + PAGE) >> 12);
    CHECK(physical(buffer + PAGE) != physical(buffer) + PAGE); /* pool is not contiguous */
    CHECK_EQUAL(physical(buffer + 100), physical(buffer) + 100);
    CHECK_EQUAL(SYSTEM(uint64_t, MmSizeOfMdl, void *, uint64_t)(buffer + 100, PAGE), 48 + 2 * 8);

    struct mdl *part = make(buffer, 3 * PAGE);
    SYSTEM(void, IoBuildPartialMdl, void *, void *, void *, uint32_t)(mdl, part, buffer + PAGE, 0);
    CHECK(part->flags & PARTIAL);
    CHECK_EQUAL(part->count, 101);
    CHECK(part->mapped == buffer + PAGE);
    CHECK_EQUAL(part->pages[0], mdl->pages[1]);
    SYSTEM(void, IoFreeMdl, void *)(part);
    SYSTEM(void, IoFreeMdl, void *)(mdl);
}

static void user_body(void)
{
    char *user = memory_map(2 * PAGE, true);
    strcpy(user + 10, "abc");
    struct mdl *mdl = make(user + 10, PAGE);
    lock(mdl, USER_MODE, READ_ACCESS);
    CHECK((mdl->flags & (LOCKED | WRITES)) == LOCKED);
    CHECK_EQUAL(SYSTEM(uint64_t, SimLockedMdls, void)(), 1);
    char *mapped = map(mdl, KERNEL_MODE);
    CHECK(mdl->flags & MAPPED);
    CHECK(strcmp(mapped, "abc") == 0);
    unlock(mdl); /* which unmaps, too */
    CHECK(!(mdl->flags & (LOCKED | MAPPED)));
    lock(mdl, USER_MODE, WRITE_ACCESS);
    CHECK(mdl->flags & WRITES);
    unlock(mdl);
    SYSTEM(void, IoFreeMdl, void *)(mdl);
}

static void alias_body(void)
{
    char *buffer = pool(2 * PAGE);
    strcpy(buffer + 5, "before");
    struct mdl *mdl = make(buffer + 5, PAGE);
    SYSTEM(void, MmBuildMdlForNonPagedPool, void *)(mdl);
    char *user = map(mdl, USER_MODE);
    CHECK((uint64_t)user < MACHINE_USER_END && (uint64_t)user % PAGE == 5);
    CHECK(strcmp(user, "before") == 0);
    strcpy(user, "by user");
    CHECK(strcmp(buffer + 5, "by user") == 0);
    strcpy(buffer + 5, "by driver");
    CHECK(strcmp(user, "by driver") == 0);
    char *other = map(mdl, USER_MODE);
    CHECK(other != user && strcmp(other, "by driver") == 0);
    unmap(user, mdl);
    CHECK(!SYSTEM(uint8_t, MmIsAddressValid, void *)(user));
    unmap(other, mdl);
    strcpy(buffer + 5, "still here");
}

static void contiguous_body(void)
{
    char *dma = SYSTEM(void *, MmAllocateContiguousMemory, uint64_t, uint64_t)(5 * PAGE, 0xFFFFFF);
    CHECK(dma);
    for (int i = 0; i < 5; i++)
        CHECK_EQUAL(physical(dma + i * PAGE), physical(dma) + (uint64_t)i * PAGE);
    CHECK(physical(dma) + 5 * PAGE <= 0x1000000);
    char *bounded = SYSTEM(void *, MmAllocateContiguousMemorySpecifyCache, uint64_t, uint64_t, uint64_t, uint64_t,
                           int)(0x10000, 0, 0xFFFFFFFF, 0x10000, 1);
    CHECK_EQUAL(physical(bounded) / 0x10000, (physical(bounded) + 0xFFFF) / 0x10000);
    char *high = SYSTEM(void *, MmAllocateContiguousMemorySpecifyCache, uint64_t, uint64_t, uint64_t, uint64_t,
                        int)(PAGE, 0x2000000, 0xFFFFFFFF, 0, 0);
    CHECK(physical(high) >= 0x2000000);
    CHECK(!SYSTEM(void *, MmAllocateContiguousMemory, uint64_t, uint64_t)(PAGE, 0x1000));
    memset(dma, 7, 5 * PAGE);
    char back[16];
    CHECK(SYSTEM(bool, SimPhysicalMemory, uint64_t, void *, uint64_t, bool)(physical(dma) + PAGE - 8, back, 16, false));
    CHECK(back[0] == 7 && back[15] == 7);
    SYSTEM(void, MmFreeContiguousMemory, void *)(dma);
    char *again = SYSTEM(void *, MmAllocateContiguousMemory, uint64_t, uint64_t)(PAGE, 0xFFFFFF);
    CHECK(again == dma && again[0] == 0);
    struct mdl *mdl = SYSTEM(struct mdl *, MmAllocatePagesForMdlEx, uint64_t, uint64_t, uint64_t, uint64_t, int,
                             uint32_t)(0, ANY, 0, 3 * PAGE, 1, 0);
    CHECK(mdl->count == 3 * PAGE && (mdl->flags & LOCKED));
    char *mapped = map(mdl, KERNEL_MODE);
    memset(mapped, 1, 3 * PAGE);
    unmap(mapped, mdl);
    SYSTEM(void, MmFreePagesFromMdl, void *)(mdl);
    SYSTEM(void, ExFreePool, void *)(mdl);
}

static void addresses_body(void)
{
    char *kernel = pool(100), *user = memory_map(PAGE, true);
    CHECK(SYSTEM(uint8_t, MmIsAddressValid, void *)(kernel));
    CHECK(SYSTEM(uint8_t, MmIsAddressValid, void *)(user));
    CHECK(!SYSTEM(uint8_t, MmIsAddressValid, void *)(NULL));
    CHECK(!SYSTEM(uint8_t, MmIsAddressValid, void *)((void *)0xFFFF800000000000));
    uint64_t copied = 99;
    char target[8];
    strcpy(kernel, "source");
    CHECK_EQUAL(
        SYSTEM(int, MmCopyMemory, void *, void *, uint64_t, uint32_t, uint64_t *)(target, kernel, 7, 2, &copied), 0);
    CHECK(copied == 7 && strcmp(target, "source") == 0);
    CHECK_EQUAL(SYSTEM(int, MmCopyMemory, void *, uint64_t, uint64_t, uint32_t, uint64_t *)(target, physical(kernel), 7,
                                                                                            1, &copied),
                0);
    CHECK(SYSTEM(int, MmCopyMemory, void *, void *, uint64_t, uint32_t, uint64_t *)(target, NULL, 7, 2, &copied) < 0);
    CHECK(SYSTEM(void *, MmSecureVirtualMemory, void *, uint64_t, uint32_t)(user, PAGE, 4));
    CHECK(!SYSTEM(void *, MmSecureVirtualMemory, void *, uint64_t, uint32_t)(kernel, 10, 4));
    uint16_t name[] = {'K', 'e', 'S', 'e', 't', 'E', 'v', 'e', 'n', 't', 0};
    struct {
        uint16_t length, room;
        uint16_t *text;
    } string = {20, 22, name};
    CHECK(SYSTEM(void *, MmGetSystemRoutineAddress, void *)(&string) == child_function("KeSetEvent"));
    name[0] = 'X';
    CHECK(!SYSTEM(void *, MmGetSystemRoutineAddress, void *)(&string));
}

static void test_mdls(void **state)
{
    (void)state;
    child_passes(NULL, nonpaged_body);
    child_passes(NULL, user_body);
    child_passes(NULL, alias_body);
}

static void test_memory(void **state)
{
    (void)state;
    child_passes(NULL, contiguous_body);
    child_passes(NULL, addresses_body);
}

/* --- misuse --- */

static void lock_twice(void)
{
    struct mdl *mdl = make(memory_map(PAGE, true), 10);
    lock(mdl, USER_MODE, READ_ACCESS);
    lock(mdl, USER_MODE, READ_ACCESS);
}

static void unlock_unlocked(void)
{
    unlock(make(pool(10), 10));
}

static void unlock_pool(void)
{
    struct mdl *mdl = make(pool(10), 10);
    SYSTEM(void, MmBuildMdlForNonPagedPool, void *)(mdl);
    unlock(mdl);
}

static void map_unlocked(void)
{
    map(make(pool(10), 10), KERNEL_MODE);
}

static void free_locked(void)
{
    struct mdl *mdl = make(memory_map(PAGE, true), 10);
    lock(mdl, USER_MODE, READ_ACCESS);
    SYSTEM(void, IoFreeMdl, void *)(mdl);
}

static void free_no_contiguous(void)
{
    SYSTEM(void, MmFreeContiguousMemory, void *)(pool(10));
}

static void lock_kernel_address_for_user(void)
{
    lock(make(pool(10), 10), USER_MODE, READ_ACCESS);
}

static void lock_nowhere(void)
{
    lock(make((void *)0x5000000, 10), USER_MODE, READ_ACCESS);
}

static void test_misuse(void **state)
{
    (void)state;
    child_stops(lock_twice, VIOLATION, 0xB0, ANY, LOCKED, LOCKED);
    child_stops(unlock_unlocked, VIOLATION, 0x7C, ANY, 0, 0);
    child_stops(unlock_pool, VIOLATION, 0x7D, ANY, FROM_POOL, 0);
    child_stops(map_unlocked, VIOLATION, 0xB3, ANY, 0, ANY);
    child_stops(free_locked, VIOLATION, 0xB8, ANY, LOCKED, ANY);
    child_stops(free_no_contiguous, 0xC2, 0x60, ANY, 0, 0);
    /* Exceptions, which nobody handles. */
    child_stops(lock_kernel_address_for_user, 0x1E, 0xC0000005, ANY, ANY, ANY);
    child_stops(lock_nowhere, 0x1E, 0xC0000005, ANY, ANY, ANY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mdls),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_misuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
