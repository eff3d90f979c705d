/*
 * Pool. Every block stands behind a header and before a red zone, and lives on one list, in the order of allocation.
 *
 * Blocks of less than a page come from pages that are cut into equal pieces, so they never cross a page; larger ones
 * begin on a page, with their header at the end of the page before, and the address space after their last page is
 * empty. Memory carries a pattern: other while allocated and never written, after the end of a block, and while free,
 * so that reading, overrunning and writing what is not the driver's shows in a debugger or ends in a bug check when
 * the block is freed or its memory is used again.
 */
#include "ntsim/ex/pool.h"

#include "ntsim/ex/exp.h"
#include "ntsim/ke/ki.h"
#include "ntsim/verifier/irps.h"
#include "ntsim/verifier/paged.h"
#include "ntsim/verifier/shadow.h"
#include "ntsim/verifier/vf.h"
#include "sdk/lib/sanitize/instrumentation.h"

#undef ExFreePool

enum {
    CACHE_LINE = 64,
    KEPT_PAGES = 16,      /* freed blocks of up to as many pages are kept */
    PAGES_A_MAP = 16,     /* small blocks' pages come from the machine in this number */
    QUARANTINE = 256,     /* freed blocks that are not used again yet */
    UNINITIALIZED = 0xCD, /* the other patterns are in pool.h */
};

/* Of each kind of pool, like a computer with a few GiB of memory. */
#define POOL_LIMIT (2ULL << 30)

/* The bug checks' first parameters. */
enum {
    BAD_CALLER_ALLOCATE_IRQL = 0x08,
    BAD_CALLER_FREE_IRQL = 0x09,
    BAD_CALLER_USER_ADDRESS = 0x40,
    BAD_CALLER_MUST_SUCCEED = 0x9A,
    BAD_CALLER_NO_TAG = 0x9B,
    BAD_CALLER_BIG_TAG = 0x9C,
};

#define BIG_TAG 0x00474942u

struct request {
    SIZE_T Size;
    ULONG Tag;
    ULONG Type; /* POOL_TYPE */
    BOOLEAN Zero, Executable, CacheAligned;
    PVOID Caller;
    vf_stack Stack;
};

/* Sizes of the pieces that pages are cut into. */
static const USHORT classes[] = {64,  96,  128, 160, 192, 224,  256,  320,  368, 400,
                                 448, 512, 576, 672, 816, 1024, 1360, 2048, 4096};
enum { CLASSES = sizeof(classes) / sizeof(*classes) };

static UCHAR class_of[PAGE_SIZE / POOL_GRAIN + 1]; /* by number of grains */
static struct pool_header *free_pieces[2][CLASSES], *free_pages[2][KEPT_PAGES + 1];
static PUCHAR fresh[2];
static ULONG fresh_pages[2];
static LIST_ENTRY live = {&live, &live};
static ULONG64 live_blocks, live_bytes[2], mapped_bytes;
static LONG64 failures_after = -1;
static struct pool_header *waiting[QUARANTINE];
static ULONG waiting_next;

/* --- blocks --- */

static PUCHAR body_of(struct pool_header *header)
{
    if (header->Class == POOL_GUARDED)
        return pool_guard_body(header);
    return (PUCHAR)(header + 1);
}

static PUCHAR piece_of(struct pool_header *header)
{
    return (PUCHAR)header - header->Shift;
}

static SIZE_T round_up(SIZE_T size, SIZE_T to)
{
    return (size + to - 1) & ~(to - 1);
}

/* A red zone is what is left of the last grain, and one more; of the last page for blocks of pages. */
static PUCHAR red_zone_end(struct pool_header *header)
{
    if (header->Class == POOL_PAGES)
        return body_of(header) + round_up(header->Size, PAGE_SIZE);
    return body_of(header) + round_up(header->Size, POOL_GRAIN) + POOL_GRAIN;
}

static PVOID map(SIZE_T size, BOOLEAN executable)
{
    PVOID pages = ki_services->map(size, false);
    if (pages && executable && !ki_services->protect(pages, size, MACHINE_EXECUTE_ALL)) {
        ki_services->unmap(pages, size);
        return NULL;
    }
    if (pages)
        mapped_bytes += size;
    return pages;
}

static void init_classes(void)
{
    UCHAR class = 0;
    for (ULONG grains = 0; grains <= PAGE_SIZE / POOL_GRAIN; grains++) {
        if (grains * POOL_GRAIN > classes[class])
            class ++;
        class_of[grains] = class;
    }
}

/* Cuts a page of its own for the class; FALSE: no memory. */
static BOOLEAN refill(BOOLEAN executable, UCHAR class)
{
    if (fresh_pages[executable] == 0) {
        fresh[executable] = map(PAGES_A_MAP * PAGE_SIZE, executable);
        if (!fresh[executable])
            return FALSE;
        fresh_pages[executable] = PAGES_A_MAP;
    }
    PUCHAR page = fresh[executable];
    fresh[executable] += PAGE_SIZE;
    fresh_pages[executable]--;
    pool_fill(page, page + PAGE_SIZE, POOL_FREE_MEMORY);
    for (ULONG left = PAGE_SIZE / classes[class]; left > 0; left--) {
        struct pool_header *header = (struct pool_header *)(page + (left - 1) * classes[class]);
        header->Magic = POOL_FREED;
        header->Live.Flink = (PVOID)free_pieces[executable][class];
        header->Class = class;
        header->Executable = executable;
        header->Shift = 0;
        free_pieces[executable][class] = header;
    }
    return TRUE;
}

/* Memory that was free is to be used again, or looked at: nobody may have written to it. `end` is that of the pattern.
 */
static void check_free(struct pool_header *header, PUCHAR end)
{
    PUCHAR other =
        header->Magic != POOL_FREED ? (PUCHAR)&header->Magic : pool_find_other(body_of(header), end, POOL_FREE_MEMORY);
    if (other)
        pool_stop_written_after_free(header, body_of(header), other);
}

/* What a small block takes of a piece, at most. */
static SIZE_T room_for(const struct request *request)
{
    return (request->CacheAligned ? CACHE_LINE - POOL_GRAIN : 0) + sizeof(struct pool_header) +
           round_up(request->Size, POOL_GRAIN) + POOL_GRAIN;
}

static struct pool_header *take_piece(const struct request *request)
{
    if (!class_of[PAGE_SIZE / POOL_GRAIN])
        init_classes();
    UCHAR class = class_of[room_for(request) / POOL_GRAIN];
    struct pool_header **list = &free_pieces[request->Executable][class];
    if (!*list && !refill(request->Executable, class))
        return NULL;
    struct pool_header *header = *list;
    PUCHAR end = (PUCHAR)header + classes[class];
    check_free(header, end);
    *list = (PVOID)header->Live.Flink;
    ULONG shift = request->CacheAligned ? (ULONG)(-(ULONG_PTR)body_of(header) % CACHE_LINE) : 0;
    if (shift) {
        struct pool_header *shifted = (struct pool_header *)((PUCHAR)header + shift);
        pool_fill((PUCHAR)header, (PUCHAR)shifted, POOL_FREE_MEMORY);
        shifted->Class = class;
        shifted->Executable = request->Executable;
        shifted->Shift = shift;
        header = shifted;
    }
    return header;
}

static struct pool_header *take_pages(const struct request *request, BOOLEAN *zeroed)
{
    SIZE_T pages = round_up(request->Size, PAGE_SIZE) / PAGE_SIZE;
    struct pool_header **list = pages <= KEPT_PAGES ? &free_pages[request->Executable][pages] : NULL;
    if (list && *list) {
        struct pool_header *kept = *list;
        check_free(kept, body_of(kept) + pages * PAGE_SIZE);
        *list = (PVOID)kept->Live.Flink;
        return kept;
    }
    PUCHAR first = map((pages + 1) * PAGE_SIZE, request->Executable);
    if (!first)
        return NULL;
    struct pool_header *header = (struct pool_header *)(first + PAGE_SIZE) - 1;
    header->Class = POOL_PAGES;
    header->Executable = request->Executable;
    header->Shift = (ULONG)((PUCHAR)header - first);
    *zeroed = TRUE;
    return header;
}

static void check_allocation(const struct request *request)
{
    KIRQL irql = ki_current_processor()->Irql;
    if (irql > ((request->Type & PagedPool) ? APC_LEVEL : DISPATCH_LEVEL))
        ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_ALLOCATE_IRQL, irql, request->Type, request->Size, NULL,
                     "pool is allocated at an IRQL which is too high for its type");
}

static BOOLEAN is_failing(void)
{
    return failures_after >= 0 && failures_after-- == 0;
}

/* Blocks of the drivers', not of the system's own; the framework looks at what it has freed to know stale handles. */
static struct pool_header *guard(const struct request *request, PUCHAR *body)
{
    const BOOLEAN wanted =
        !vf_shadow || request->Type & PagedPool; /* who touches what is pageable the shadow does not tell */
    if (!wanted || !request->Stack || request->Executable || !vf_is_driver_itself(request->Caller))
        return NULL;
    struct pool_header *header = pool_guard(request->Size, request->CacheAligned, request->Stack, body);
    if (header)
        mapped_bytes += PAGE_SIZE;
    return header;
}

/* Only blocks whose pages have nothing else in them. */
static void note_paged(const struct request *request, const struct pool_header *header, PUCHAR body)
{
    const SIZE_T size = header->Class == POOL_GUARDED ? PAGE_SIZE : round_up(request->Size, PAGE_SIZE);
    if (request->Type & PagedPool && (header->Class == POOL_GUARDED || header->Class == POOL_PAGES) &&
        vf_is_driver_itself(request->Caller))
        vf_paged_pool(PAGE_ALIGN(body), size, body, request->Size, request->Stack);
}

static UCHAR uninitialized(void)
{
    return (UCHAR)(UNINITIALIZED ^ vf_pattern_flip);
}

static PVOID allocate(const struct request *request)
{
    BOOLEAN zeroed = FALSE;
    check_allocation(request);
    if (is_failing() || request->Size > POOL_LIMIT - live_bytes[request->Type & PagedPool])
        return NULL;
    PUCHAR body;
    struct pool_header *header = guard(request, &body);
    if (!header) {
        header = room_for(request) <= PAGE_SIZE ? take_piece(request) : take_pages(request, &zeroed);
        if (!header)
            return NULL;
        body = body_of(header);
    }
    header->Magic = POOL_LIVE;
    header->Tag = request->Tag;
    header->Size = request->Size;
    header->Caller = request->Caller;
    header->Type = (USHORT)request->Type;
    header->Allocated = request->Stack;
    RtlFillMemory(header->Before, sizeof(header->Before), POOL_RED_ZONE);
    InsertTailList(&live, &header->Live);
    live_blocks++;
    live_bytes[request->Type & PagedPool] += request->Size;
    PUCHAR end = body + request->Size, zone = body + (request->Size & ~(SIZE_T)(POOL_GRAIN - 1));
    if (!(request->Zero && zeroed))
        pool_fill(body, zone, request->Zero ? 0 : uninitialized());
    if (header->Class != POOL_GUARDED)
        pool_fill(zone, red_zone_end(header), POOL_RED_ZONE);
    for (PUCHAR at = zone; at < end; at++)
        *at = request->Zero ? 0 : uninitialized();
    if (vf_shadow) {
        if (header->Class == POOL_GUARDED)
            vf_poison(PAGE_ALIGN(body), PAGE_SIZE, SHADOW_POOL);
        else
            vf_poison(header, (SIZE_T)(red_zone_end(header) - (PUCHAR)header), SHADOW_POOL);
        vf_unpoison(body, header->Size);
    }
    note_paged(request, header, body);
    return body;
}

/* --- freeing --- */

static struct pool_header *header_of(PVOID block)
{
    if ((ULONG64)block < MACHINE_USER_END) {
        vf_find("VRF0008", vf_here(), NULL, 0, "what is freed as pool is %s",
                block ? "an address of user mode" : "a NULL pointer");
        ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_USER_ADDRESS, (ULONG64)block, MACHINE_KERNEL_BEGIN, 0, NULL,
                     "an address of user mode is freed as pool");
    }
    if ((ULONG64)block % POOL_GRAIN || (ULONG64)block < MACHINE_KERNEL_BEGIN || (ULONG64)block >= MACHINE_KERNEL_END)
        pool_stop_no_block(block);
    struct pool_header *header = pool_guarded_at(block);
    return header ? header : (struct pool_header *)block - 1;
}

static void check_zones(struct pool_header *header, PUCHAR body)
{
    const BOOLEAN guarded = header->Class == POOL_GUARDED;
    PUCHAR other =
        guarded ? pool_guard_damage(header) : pool_find_other(body + header->Size, red_zone_end(header), POOL_RED_ZONE);
    if (other && other >= body)
        pool_stop_overrun(header, body, other);
    if (other)
        pool_stop_underrun(header, body, other);
    for (ULONG i = sizeof(header->Before); i-- > 0 && !guarded;)
        if (header->Before[i] != POOL_RED_ZONE)
            pool_stop_underrun(header, body, &header->Before[i]);
}

static struct pool_header *check_block(PVOID block, ULONG tag, PVOID caller)
{
    struct pool_header *header = header_of(block);
    if (header->Magic == POOL_FREED)
        pool_stop_freed_twice(header, block);
    if (header->Magic != POOL_LIVE)
        pool_stop_no_block(block);
    KIRQL irql = ki_current_processor()->Irql;
    if (irql > ((header->Type & PagedPool) ? APC_LEVEL : DISPATCH_LEVEL))
        ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_FREE_IRQL, irql, header->Type, (ULONG64)block, NULL,
                     "pool is freed at an IRQL which is too high for its type");
    if ((header->Tag & PROTECTED_TAG) && tag != header->Tag)
        pool_stop_tag(header, block, tag);
    if (vf_on && vf_is_driver(caller)) {
        if (tag && tag != header->Tag)
            pool_find_tag(header, tag);
        pool_find_routine(header);
    }
    check_zones(header, block);
    return header;
}

/* Pages that are gone, so that touching them faults: those of large blocks, and of the first that each place frees. */
static BOOLEAN is_to_go(const struct pool_header *header, SIZE_T pages)
{
    return pages > KEPT_PAGES ||
           (!vf_shadow && vf_is_driver_itself(header->Caller) && pool_guard_spend(header->Allocated));
}

static void put_back(struct pool_header *header)
{
    struct pool_header **list = header->Class == POOL_PAGES
                                    ? &free_pages[header->Executable][round_up(header->Size, PAGE_SIZE) / PAGE_SIZE]
                                    : &free_pieces[header->Executable][header->Class];
    header->Live.Flink = (PVOID)*list;
    *list = header;
}

static PUCHAR free_end(struct pool_header *header)
{
    return header->Class == POOL_PAGES ? red_zone_end(header) : (PUCHAR)header + classes[header->Class];
}

/* Freed blocks wait here before they are used again, the oldest leaves first. */
static void quarantine(struct pool_header *header)
{
    struct pool_header **slot = &waiting[waiting_next++ % QUARANTINE];
    struct pool_header *oldest = *slot;
    *slot = header;
    if (oldest) {
        check_free(oldest, free_end(oldest));
        put_back(oldest);
    }
}

void pool_check_quarantine(void)
{
    for (ULONG i = 0; i < QUARANTINE; i++)
        if (waiting[i])
            check_free(waiting[i], free_end(waiting[i]));
}

void exp_free(PVOID block, ULONG tag, PVOID caller)
{
    struct pool_header *header = check_block(block, tag, caller);
    exp_check_memory((ULONG64)block, header->Size, header->Allocated);
    if (header->Type & PagedPool)
        vf_paged_pool_goes(block);
    RemoveEntryList(&header->Live);
    live_blocks--;
    live_bytes[header->Type & PagedPool] -= header->Size;
    header->Freed = header->Allocated ? vf_here() : 0;
    if (header->Class == POOL_GUARDED) {
        mapped_bytes -= PAGE_SIZE;
        pool_guard_free(header);
        return;
    }
    SIZE_T pages = round_up(header->Size, PAGE_SIZE) / PAGE_SIZE;
    if (header->Class == POOL_PAGES && is_to_go(header, pages)) {
        if (header->Allocated)
            pool_guard_remember(header, block, pages * PAGE_SIZE);
        mapped_bytes -= (pages + 1) * PAGE_SIZE;
        ki_services->unmap(piece_of(header), (pages + 1) * PAGE_SIZE);
        return;
    }
    header->Magic = POOL_FREED;
    if (vf_shadow)
        vf_poison(block, header->Size, SHADOW_POOL_FREED);
    pool_fill(block, red_zone_end(header), POOL_FREE_MEMORY);
    if (header->Class != POOL_PAGES && header->Shift) {
        /* The piece has its header at the begin again. */
        struct pool_header *whole = (struct pool_header *)piece_of(header);
        struct pool_header copy = *header;
        pool_fill((PUCHAR)whole, (PUCHAR)block, POOL_FREE_MEMORY);
        *whole = copy;
        whole->Shift = 0;
        header = whole;
    }
    if (header->Allocated)
        quarantine(header);
    else
        put_back(header);
}

/* --- what drivers call --- */

enum { MUST_SUCCEED = 2, CACHE_ALIGNED = 4 };

PVOID exp_allocate(POOL_TYPE type, SIZE_T size, ULONG tag, BOOLEAN raise, PVOID caller)
{
    struct request request = {.Size = size,
                              .Tag = tag,
                              .Type = (ULONG)type & ~(ULONG)(POOL_QUOTA_FAIL_INSTEAD_OF_RAISE |
                                                             POOL_RAISE_IF_ALLOCATION_FAILURE | POOL_ZERO_ALLOCATION),
                              .Zero = ((ULONG)type & POOL_ZERO_ALLOCATION) != 0,
                              .Executable = !((ULONG)type & (PagedPool | POOL_NX_ALLOCATION)),
                              .CacheAligned = ((ULONG)type & CACHE_ALIGNED) != 0,
                              .Caller = caller,
                              .Stack = vf_is_driver(caller) ? vf_here() : 0};
    if ((ULONG)type & MUST_SUCCEED)
        ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_MUST_SUCCEED, (ULONG)type, size, tag, NULL,
                     "pool that must succeed is no longer supported");
    if (vf_is_driver(caller) && (tag == 0 || tag == BIG_TAG))
        vf_find("VRF0010", vf_here(), NULL, 0, "pool is allocated with the tag %s", tag ? "'BIG'" : "0");
    if (vf_is_driver(caller) && size == 0)
        vf_find("VRF0009", vf_here(), NULL, 0, "zero bytes of pool are allocated");
    if (tag == 0 || tag == BIG_TAG)
        ki_bug_check(BAD_POOL_CALLER, tag ? BAD_CALLER_BIG_TAG : BAD_CALLER_NO_TAG, (ULONG)type, size, (ULONG64)caller,
                     NULL, "pool is allocated with the tag 0 or \"BIG\"");
    PVOID block = allocate(&request);
    if (!block && raise)
        ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
    return block;
}

PVOID ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    return exp_allocate(PoolType, NumberOfBytes, Tag, ((ULONG)PoolType & POOL_RAISE_IF_ALLOCATION_FAILURE) != 0,
                        _ReturnAddress());
}

/* There is memory for all or for none: priorities change nothing. */
PVOID ExAllocatePoolWithTagPriority(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag, EX_POOL_PRIORITY Priority)
{
    return exp_allocate(PoolType, NumberOfBytes, Tag, ((ULONG)PoolType & POOL_RAISE_IF_ALLOCATION_FAILURE) != 0,
                        _ReturnAddress());
}

/* Processes have no quotas here; what differs is how failure is told. */
PVOID ExAllocatePoolWithQuotaTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    return exp_allocate(PoolType, NumberOfBytes, Tag, !((ULONG)PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE),
                        _ReturnAddress());
}

/* Old binaries import these two, which the headers have made macros of. */
#undef ExAllocatePool
__declspec(dllexport) PVOID ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
    return exp_allocate(PoolType, NumberOfBytes, 'enoN', FALSE, _ReturnAddress());
}

#undef ExAllocatePoolWithQuota
__declspec(dllexport) PVOID ExAllocatePoolWithQuota(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
    return exp_allocate(PoolType, NumberOfBytes, 'enoN', !((ULONG)PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE),
                        _ReturnAddress());
}

static const POOL_FLAGS kinds = POOL_FLAG_NON_PAGED | POOL_FLAG_NON_PAGED_EXECUTE | POOL_FLAG_PAGED;
static const POOL_FLAGS known_flags = POOL_FLAG_USE_QUOTA | POOL_FLAG_UNINITIALIZED | POOL_FLAG_SESSION |
                                      POOL_FLAG_CACHE_ALIGNED | POOL_FLAG_RAISE_ON_FAILURE | POOL_FLAG_NON_PAGED |
                                      POOL_FLAG_NON_PAGED_EXECUTE | POOL_FLAG_PAGED;

static PVOID allocate_by_flags(POOL_FLAGS flags, SIZE_T size, ULONG tag, BOOLEAN parameters_valid, PVOID caller)
{
    POOL_FLAGS kind = flags & kinds, required = flags & 0xFFFFFFFF;
    BOOLEAN valid = parameters_valid && tag != 0 && size != 0 && kind != 0 && (kind & (kind - 1)) == 0 &&
                    (required & ~known_flags) == 0;
    struct request request = {.Size = size,
                              .Tag = tag,
                              .Type = kind == POOL_FLAG_PAGED               ? (ULONG)PagedPool
                                      : kind == POOL_FLAG_NON_PAGED_EXECUTE ? (ULONG)NonPagedPool
                                                                            : (ULONG)NonPagedPoolNx,
                              .Zero = !(flags & POOL_FLAG_UNINITIALIZED),
                              .Executable = kind == POOL_FLAG_NON_PAGED_EXECUTE,
                              .CacheAligned = (flags & POOL_FLAG_CACHE_ALIGNED) != 0,
                              .Caller = caller,
                              .Stack = vf_is_driver(caller) ? vf_here() : 0};
    PVOID block = valid ? allocate(&request) : NULL;
    if (!block && (flags & POOL_FLAG_RAISE_ON_FAILURE))
        ExRaiseStatus(valid ? STATUS_INSUFFICIENT_RESOURCES : STATUS_INVALID_PARAMETER);
    return block;
}

PVOID ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag)
{
    return allocate_by_flags(Flags, NumberOfBytes, Tag, TRUE, _ReturnAddress());
}

/* Priorities and nodes are hints. There is no secure pool, nor ExCreatePool to get a handle of one from. */
PVOID ExAllocatePool3(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag, PCPOOL_EXTENDED_PARAMETER ExtendedParameters,
                      ULONG ExtendedParametersCount)
{
    BOOLEAN valid = TRUE;
    for (ULONG i = 0; i < ExtendedParametersCount; i++) {
        ULONG64 type = ExtendedParameters[i].Type;
        if (type != PoolExtendedParameterPriority && type != PoolExtendedParameterNumaNode &&
            !ExtendedParameters[i].Optional)
            valid = FALSE;
    }
    return allocate_by_flags(Flags, NumberOfBytes, Tag, valid, _ReturnAddress());
}

VOID ExFreePool(PVOID P)
{
    exp_free(P, 0, _ReturnAddress());
}

VOID ExFreePoolWithTag(PVOID P, ULONG Tag)
{
    exp_free(P, Tag, _ReturnAddress());
}

VOID ExFreePool2(PVOID P, ULONG Tag, PCPOOL_EXTENDED_PARAMETER ExtendedParameters, ULONG ExtendedParametersCount)
{
    exp_free(P, Tag, _ReturnAddress());
}

const struct pool_header *pool_live_near(ULONG64 address, ULONG64 around)
{
    for (LIST_ENTRY *entry = live.Flink; entry != &live; entry = entry->Flink) {
        struct pool_header *header = CONTAINING_RECORD(entry, struct pool_header, Live);
        if (header->Class == POOL_PAGES && address - (ULONG64)red_zone_end(header) < around)
            return header;
    }
    return NULL;
}

static void nearer(struct pool_header *header, ULONG64 address, struct pool_header **best, ULONG64 *least)
{
    const ULONG64 begin = (ULONG64)body_of(header), end = begin + header->Size;
    const ULONG64 distance = address < begin ? begin - address : address < end ? 0 : address - end + 1;
    if (distance < *least) {
        *least = distance;
        *best = header;
    }
}

/* Freed blocks are known as long as they are in quarantine. */
const struct pool_header *pool_nearest(ULONG64 address, PUCHAR *body)
{
    struct pool_header *best = NULL;
    ULONG64 least = PAGE_SIZE;
    for (ULONG i = 0; i < QUARANTINE; i++)
        if (waiting[i])
            nearer(waiting[i], address, &best, &least);
    for (LIST_ENTRY *entry = live.Flink; entry != &live; entry = entry->Flink)
        nearer(CONTAINING_RECORD(entry, struct pool_header, Live), address, &best, &least);
    *body = best ? body_of(best) : NULL;
    return best;
}

void exp_find_leaks(const char *name, ULONG64 base, SIZE_T size)
{
    pool_find_leaks(name, &live, base, size);
}

/* --- what the host asks --- */

#pragma comment(linker, "/EXPORT:SimPoolLeaks")
uint64_t SimPoolLeaks(uint64_t base, uint64_t size, sim_pool_callback *callback, void *context)
{
    ULONG64 found = 0;
    for (LIST_ENTRY *entry = live.Flink; entry != &live; entry = entry->Flink) {
        struct pool_header *header = CONTAINING_RECORD(entry, struct pool_header, Live);
        if ((ULONG64)header->Caller - base >= size)
            continue;
        const struct sim_pool_block block = {.address = (ULONG64)body_of(header),
                                             .size = header->Size,
                                             .caller = (ULONG64)header->Caller,
                                             .tag = header->Tag & ~PROTECTED_TAG,
                                             .type = header->Type};
        found++;
        if (callback)
            callback(context, &block);
    }
    return found;
}

__declspec(dllexport) void SimPoolUsage(struct sim_pool_usage *usage)
{
    usage->blocks = live_blocks;
    usage->bytes = live_bytes[0] + live_bytes[1];
    usage->mapped = mapped_bytes;
}

__declspec(dllexport) void SimPoolFail(int64_t after)
{
    failures_after = after;
}
