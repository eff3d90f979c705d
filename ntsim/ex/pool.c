/*
 * Pool. Every block stands behind a header and before a red zone, and lives on one list, in the order of allocation.
 *
 * Blocks of less than a page come from pages that are cut into equal pieces, so they never cross a page; larger ones
 * begin on a page, with their header at the end of the page before, and the address space after their last page is
 * empty. Memory carries a pattern: other while allocated and never written, after the end of a block, and while free,
 * so that reading, overrunning and writing what is not the driver's shows in a debugger or ends in a bug check when
 * the block is freed or its memory is used again.
 */
#include "ntsim/ex/exp.h"

#include "ntsim/ke/ki.h"

#undef ExFreePool

enum {
    GRAIN = 16,
    CACHE_LINE = 64,
    LIVE = 0x4556494C,    /* "LIVE" */
    FREED = 0x45455246,   /* "FREE" */
    PAGES_CLASS = 0xFF,   /* of blocks of whole pages */
    KEPT_PAGES = 16,      /* freed blocks of up to as many pages are kept */
    PAGES_A_MAP = 16,     /* small blocks' pages come from the machine in this number */
    UNINITIALIZED = 0xCD, /* the three patterns */
    RED_ZONE = 0xFD,
    FREE_MEMORY = 0xDD,
};

/* Of each kind of pool, like a computer with a few GiB of memory. */
#define POOL_LIMIT (2ULL << 30)

/* Names of the bug checks' first parameters. */
enum {
    BAD_HEADER_OVERRUN = 0x21,
    BAD_HEADER_MODIFIED_AFTER_FREE = 0x0D,
    BAD_CALLER_DOUBLE_FREE = 0x07,
    BAD_CALLER_ALLOCATE_IRQL = 0x08,
    BAD_CALLER_FREE_IRQL = 0x09,
    BAD_CALLER_TAG = 0x0A,
    BAD_CALLER_USER_ADDRESS = 0x40,
    BAD_CALLER_NOT_POOL = 0x99,
    BAD_CALLER_MUST_SUCCEED = 0x9A,
    BAD_CALLER_NO_TAG = 0x9B,
    BAD_CALLER_BIG_TAG = 0x9C,
};

/* An owner who sets this bit of the tag wants it checked on freeing. */
#define PROTECTED_TAG 0x80000000u
#define BIG_TAG       0x00474942u

struct header {
    ULONG Magic;
    ULONG Tag;
    SIZE_T Size;
    PVOID Caller;
    LIST_ENTRY Live; /* Flink is the next free one's while it is free */
    USHORT Type;
    UCHAR Class;
    BOOLEAN Executable;
    ULONG Shift; /* of the header from the piece's begin */
};
_Static_assert(sizeof(struct header) == 48, "a header keeps the alignment of what follows");

struct request {
    SIZE_T Size;
    ULONG Tag;
    ULONG Type; /* POOL_TYPE */
    BOOLEAN Zero, Executable, CacheAligned;
    PVOID Caller;
};

/* Sizes of the pieces that pages are cut into. */
static const USHORT classes[] = {64,  96,  128, 160, 192, 224,  256,  320,  368, 400,
                                 448, 512, 576, 672, 816, 1024, 1360, 2048, 4096};
enum { CLASSES = sizeof(classes) / sizeof(*classes) };

static UCHAR class_of[PAGE_SIZE / GRAIN + 1]; /* by number of grains */
static struct header *free_pieces[2][CLASSES], *free_pages[2][KEPT_PAGES + 1];
static PUCHAR fresh[2];
static ULONG fresh_pages[2];
static LIST_ENTRY live = {&live, &live};
static ULONG64 live_blocks, live_bytes[2], mapped_bytes;
static LONG64 failures_after = -1;

/* --- patterns --- */

typedef ULONG64 vector __attribute__((vector_size(GRAIN)));

static vector pattern(UCHAR byte)
{
    ULONG64 eight = byte * 0x0101010101010101ULL;
    return (vector){eight, eight};
}

/* `from` is aligned, and all up to the next multiple of the grain after `to` is filled. */
static void fill(PUCHAR from, PUCHAR to, UCHAR byte)
{
    vector value = pattern(byte), *at = (vector *)from;
    for (; (PUCHAR)(at + 4) <= to; at += 4) {
        at[0] = value;
        at[1] = value;
        at[2] = value;
        at[3] = value;
    }
    for (; (PUCHAR)at < to; at++)
        *at = value;
}

/* The first byte of [from, to) that is another, or NULL. */
static PUCHAR find_other(PUCHAR from, PUCHAR to, UCHAR byte)
{
    vector value = pattern(byte), difference = {0, 0};
    PUCHAR at = from;
    for (; (ULONG_PTR)at % GRAIN && at < to; at++)
        if (*at != byte)
            return at;
    for (const vector *four; at + 4 * GRAIN <= to; at += 4 * GRAIN) {
        four = (const vector *)at;
        difference |= ((four[0] ^ value) | (four[1] ^ value)) | ((four[2] ^ value) | (four[3] ^ value));
    }
    for (; at + GRAIN <= to; at += GRAIN)
        difference |= *(const vector *)at ^ value;
    for (PUCHAR rest = at; rest < to; rest++)
        difference[0] |= *rest ^ byte;
    if (!(difference[0] | difference[1]))
        return NULL;
    for (at = from; *at == byte;)
        at++;
    return at;
}

/* --- blocks --- */

static PUCHAR body_of(struct header *header)
{
    return (PUCHAR)(header + 1);
}

static PUCHAR piece_of(struct header *header)
{
    return (PUCHAR)header - header->Shift;
}

static SIZE_T round_up(SIZE_T size, SIZE_T to)
{
    return (size + to - 1) & ~(to - 1);
}

/* A red zone is what is left of the last grain, and one more; of the last page for blocks of pages. */
static PUCHAR red_zone_end(struct header *header)
{
    if (header->Class == PAGES_CLASS)
        return body_of(header) + round_up(header->Size, PAGE_SIZE);
    return body_of(header) + round_up(header->Size, GRAIN) + GRAIN;
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
    for (ULONG grains = 0; grains <= PAGE_SIZE / GRAIN; grains++) {
        if (grains * GRAIN > classes[class])
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
    fill(page, page + PAGE_SIZE, FREE_MEMORY);
    for (ULONG left = PAGE_SIZE / classes[class]; left > 0; left--) {
        struct header *header = (struct header *)(page + (left - 1) * classes[class]);
        header->Magic = FREED;
        header->Live.Flink = (PVOID)free_pieces[executable][class];
        header->Class = class;
        header->Executable = executable;
        header->Shift = 0;
        free_pieces[executable][class] = header;
    }
    return TRUE;
}

static DECLSPEC_NORETURN void modified_after_free(struct header *header, PUCHAR where)
{
    ki_bug_check(BAD_POOL_HEADER, BAD_HEADER_MODIFIED_AFTER_FREE, (ULONG64)body_of(header), (ULONG64)where,
                 (ULONG64)header->Caller, NULL,
                 "pool was written after it was freed (the parameters: the block, the address, who had allocated it)");
}

/* What a small block takes of a piece, at most. */
static SIZE_T room_for(const struct request *request)
{
    return (request->CacheAligned ? CACHE_LINE - GRAIN : 0) + sizeof(struct header) + round_up(request->Size, GRAIN) +
           GRAIN;
}

static struct header *take_piece(const struct request *request)
{
    if (!class_of[PAGE_SIZE / GRAIN])
        init_classes();
    UCHAR class = class_of[room_for(request) / GRAIN];
    struct header **list = &free_pieces[request->Executable][class];
    if (!*list && !refill(request->Executable, class))
        return NULL;
    struct header *header = *list;
    PUCHAR end = (PUCHAR)header + classes[class];
    if (header->Magic != FREED)
        modified_after_free(header, (PUCHAR)&header->Magic);
    *list = (PVOID)header->Live.Flink;
    PUCHAR other = find_other(body_of(header), end, FREE_MEMORY);
    if (other)
        modified_after_free(header, other);
    ULONG shift = request->CacheAligned ? (ULONG)(-(ULONG_PTR)body_of(header) % CACHE_LINE) : 0;
    if (shift) {
        struct header *shifted = (struct header *)((PUCHAR)header + shift);
        fill((PUCHAR)header, (PUCHAR)shifted, FREE_MEMORY);
        shifted->Class = class;
        shifted->Executable = request->Executable;
        shifted->Shift = shift;
        header = shifted;
    }
    return header;
}

static struct header *take_pages(const struct request *request, BOOLEAN *zeroed)
{
    SIZE_T pages = round_up(request->Size, PAGE_SIZE) / PAGE_SIZE;
    struct header **list = pages <= KEPT_PAGES ? &free_pages[request->Executable][pages] : NULL;
    if (list && *list) {
        struct header *kept = *list;
        PUCHAR other = find_other(body_of(kept), body_of(kept) + pages * PAGE_SIZE, FREE_MEMORY);
        if (kept->Magic != FREED || other)
            modified_after_free(kept, other);
        *list = (PVOID)kept->Live.Flink;
        return kept;
    }
    PUCHAR first = map((pages + 1) * PAGE_SIZE, request->Executable);
    if (!first)
        return NULL;
    struct header *header = (struct header *)(first + PAGE_SIZE) - 1;
    header->Class = PAGES_CLASS;
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

static PVOID allocate(const struct request *request)
{
    BOOLEAN zeroed = FALSE;
    check_allocation(request);
    if (is_failing() || request->Size > POOL_LIMIT - live_bytes[request->Type & PagedPool])
        return NULL;
    struct header *header = room_for(request) <= PAGE_SIZE ? take_piece(request) : take_pages(request, &zeroed);
    if (!header)
        return NULL;
    header->Magic = LIVE;
    header->Tag = request->Tag;
    header->Size = request->Size;
    header->Caller = request->Caller;
    header->Type = (USHORT)request->Type;
    InsertTailList(&live, &header->Live);
    live_blocks++;
    live_bytes[request->Type & PagedPool] += request->Size;
    PUCHAR body = body_of(header), end = body + request->Size, zone = body + (request->Size & ~(SIZE_T)(GRAIN - 1));
    if (!(request->Zero && zeroed))
        fill(body, zone, request->Zero ? 0 : UNINITIALIZED);
    fill(zone, red_zone_end(header), RED_ZONE);
    for (PUCHAR at = zone; at < end; at++)
        *at = request->Zero ? 0 : UNINITIALIZED;
    return body;
}

/* --- freeing --- */

static struct header *check_block(PVOID block, ULONG tag)
{
    struct header *header = (struct header *)block - 1;
    if ((ULONG64)block < MACHINE_USER_END)
        ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_USER_ADDRESS, (ULONG64)block, MACHINE_KERNEL_BEGIN, 0, NULL,
                     "an address of user mode is freed as pool");
    if ((ULONG64)block % GRAIN || (ULONG64)block < MACHINE_KERNEL_BEGIN || (ULONG64)block >= MACHINE_KERNEL_END)
        ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_NOT_POOL, (ULONG64)block, 0, 0, NULL,
                     "what is freed is no address of pool");
    if (header->Magic == FREED)
        ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_DOUBLE_FREE, header->Tag, (ULONG64)header->Caller, (ULONG64)block,
                     NULL, "pool is freed twice (the third parameter: who had allocated it)");
    if (header->Magic != LIVE)
        ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_NOT_POOL, (ULONG64)block, 0, 0, NULL,
                     "what is freed is no block of pool, or the bytes before it were overwritten");
    KIRQL irql = ki_current_processor()->Irql;
    if (irql > ((header->Type & PagedPool) ? APC_LEVEL : DISPATCH_LEVEL))
        ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_FREE_IRQL, irql, header->Type, (ULONG64)block, NULL,
                     "pool is freed at an IRQL which is too high for its type");
    if ((header->Tag & PROTECTED_TAG) && tag != header->Tag)
        ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_TAG, (ULONG64)block, header->Tag, tag, NULL,
                     "pool with a protected tag is freed with another");
    PUCHAR other = find_other((PUCHAR)block + header->Size, red_zone_end(header), RED_ZONE);
    if (other)
        ki_bug_check(BAD_POOL_HEADER, BAD_HEADER_OVERRUN, (ULONG64)block, header->Size, *other, NULL,
                     "a block of pool was written beyond its end");
    return header;
}

static void release(PVOID block, ULONG tag)
{
    struct header *header = check_block(block, tag);
    exp_check_memory((ULONG64)block, header->Size);
    RemoveEntryList(&header->Live);
    live_blocks--;
    live_bytes[header->Type & PagedPool] -= header->Size;
    SIZE_T pages = round_up(header->Size, PAGE_SIZE) / PAGE_SIZE;
    if (header->Class == PAGES_CLASS && pages > KEPT_PAGES) {
        mapped_bytes -= (pages + 1) * PAGE_SIZE;
        ki_services->unmap(piece_of(header), (pages + 1) * PAGE_SIZE);
        return;
    }
    header->Magic = FREED;
    fill(block, red_zone_end(header), FREE_MEMORY);
    struct header **list = header->Class == PAGES_CLASS ? &free_pages[header->Executable][pages]
                                                        : &free_pieces[header->Executable][header->Class];
    if (header->Class != PAGES_CLASS && header->Shift) {
        /* The piece has its header at the begin again. */
        struct header *whole = (struct header *)piece_of(header);
        struct header copy = *header;
        fill((PUCHAR)whole, (PUCHAR)block, FREE_MEMORY);
        *whole = copy;
        whole->Shift = 0;
        header = whole;
    }
    header->Live.Flink = (PVOID)*list;
    *list = header;
}

/* --- what drivers call --- */

enum { MUST_SUCCEED = 2, CACHE_ALIGNED = 4 };

static PVOID allocate_by_type(POOL_TYPE type, SIZE_T size, ULONG tag, BOOLEAN raise, PVOID caller)
{
    struct request request = {.Size = size,
                              .Tag = tag,
                              .Type = (ULONG)type & ~(ULONG)(POOL_QUOTA_FAIL_INSTEAD_OF_RAISE |
                                                             POOL_RAISE_IF_ALLOCATION_FAILURE | POOL_ZERO_ALLOCATION),
                              .Zero = ((ULONG)type & POOL_ZERO_ALLOCATION) != 0,
                              .Executable = !((ULONG)type & (PagedPool | POOL_NX_ALLOCATION)),
                              .CacheAligned = ((ULONG)type & CACHE_ALIGNED) != 0,
                              .Caller = caller};
    if ((ULONG)type & MUST_SUCCEED)
        ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_MUST_SUCCEED, (ULONG)type, size, tag, NULL,
                     "pool that must succeed is no longer supported");
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
    return allocate_by_type(PoolType, NumberOfBytes, Tag, ((ULONG)PoolType & POOL_RAISE_IF_ALLOCATION_FAILURE) != 0,
                            _ReturnAddress());
}

/* There is memory for all or for none: priorities change nothing. */
PVOID ExAllocatePoolWithTagPriority(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag, EX_POOL_PRIORITY Priority)
{
    return allocate_by_type(PoolType, NumberOfBytes, Tag, ((ULONG)PoolType & POOL_RAISE_IF_ALLOCATION_FAILURE) != 0,
                            _ReturnAddress());
}

/* Processes have no quotas here; what differs is how failure is told. */
PVOID ExAllocatePoolWithQuotaTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    return allocate_by_type(PoolType, NumberOfBytes, Tag, !((ULONG)PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE),
                            _ReturnAddress());
}

/* Old binaries import these two, which the headers have made macros of. */
#undef ExAllocatePool
__declspec(dllexport) PVOID ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
    return allocate_by_type(PoolType, NumberOfBytes, 'enoN', FALSE, _ReturnAddress());
}

#undef ExAllocatePoolWithQuota
__declspec(dllexport) PVOID ExAllocatePoolWithQuota(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
    return allocate_by_type(PoolType, NumberOfBytes, 'enoN', !((ULONG)PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE),
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
                              .Caller = caller};
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
    release(P, 0);
}

VOID ExFreePoolWithTag(PVOID P, ULONG Tag)
{
    release(P, Tag);
}

VOID ExFreePool2(PVOID P, ULONG Tag, PCPOOL_EXTENDED_PARAMETER ExtendedParameters, ULONG ExtendedParametersCount)
{
    release(P, Tag);
}

/* --- what the host asks --- */

#pragma comment(linker, "/EXPORT:SimPoolLeaks")
uint64_t SimPoolLeaks(uint64_t base, uint64_t size, sim_pool_callback *callback, void *context)
{
    ULONG64 found = 0;
    for (LIST_ENTRY *entry = live.Flink; entry != &live; entry = entry->Flink) {
        struct header *header = CONTAINING_RECORD(entry, struct header, Live);
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
