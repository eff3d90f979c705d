/* Memory as it was at a mark. */
#include "ntsim/machine/rewind.h"
#include "ntsim/machine/machine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
    PAGE = 4096,
    MOST_EXCEPTIONS = 8,
    MOST_LEFT = 128,     /* ranges of pages that are the caller's affair */
    MOST_CHANGES = 4096, /* of the layout, in one run */
    MOST_RESTS = 512,    /* runs in which a page is not written to before it is protected again */
};

/* What was mapped at the mark. */
struct area {
    uint64_t begin, end;
    int protection;
    bool tracked, shared;
};

struct page {
    uint8_t *at, *copy;
    uint16_t rests;
    bool has_exception;
};

enum change_kind { CHANGE_MAPPED, CHANGE_UNMAPPED, CHANGE_PROTECTED, CHANGE_SHARED };

struct change {
    enum change_kind kind;
    uint64_t begin, end;
};

static bool marked;
static struct area *areas;
static size_t area_count, area_room;
static struct page *hot;
static size_t hot_count, hot_room;
static struct change changes[MOST_CHANGES];
static size_t change_count;
static const char *failure;
static struct exception {
    uint64_t begin, end;
} exceptions[MOST_EXCEPTIONS]; /* in order, from the mark on */
static size_t exception_count;
static struct exception left_pages[MOST_LEFT];
static size_t left_count;
static struct {
    uint8_t *begin, copy[PAGE];
    size_t size;
} also;

/* --- copies, by page --- */

static struct {
    uint64_t page;
    uint8_t *copy;
} *copies; /* open addressing; page 0: free */
static size_t copy_count, copy_room;

static size_t slot_of(uint64_t page)
{
    size_t at = (page * 0x9E3779B97F4A7C15ULL >> 20) & (copy_room - 1);
    while (copies[at].page && copies[at].page != page)
        at = (at + 1) & (copy_room - 1);
    return at;
}

static void *more(void *old, size_t *room, size_t least, size_t size)
{
    const size_t before = *room;
    *room = before ? 2 * before : least;
    /* Not from the heap: a fault may have interrupted it. */
    uint8_t *got = mmap(NULL, *room * size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (got == MAP_FAILED)
        abort();
    if (before) {
        memcpy(got, old, before * size);
        munmap(old, before * size);
    }
    return got;
}

static void grow_copies(void)
{
    const size_t room = copy_room;
    enum { FIRST = 4096 };
    void *before = copies;
    struct {
        uint64_t page;
        uint8_t *copy;
    } *old = before;
    copy_room = room ? 2 * room : FIRST;
    copies = mmap(NULL, copy_room * sizeof(*copies), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (copies == MAP_FAILED)
        abort();
    for (size_t i = 0; i < room; i++)
        if (old[i].page) {
            const size_t at = slot_of(old[i].page);
            copies[at].page = old[i].page;
            copies[at].copy = old[i].copy;
        }
    if (room)
        munmap(before, room * sizeof(*copies));
}

static uint8_t *new_copy(void)
{
    enum { CHUNK = 256 };
    static uint8_t *next;
    static size_t left;
    if (left == 0) {
        next = mmap(NULL, (size_t)CHUNK * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (next == MAP_FAILED)
            abort();
        left = CHUNK;
    }
    uint8_t *copy = next;
    next += PAGE;
    left--;
    return copy;
}

static bool has_copy(uint64_t page)
{
    return copy_room && copies[slot_of(page)].page;
}

/* The page's copy, made now where there is none: it must be as at the mark, and readable, then. */
static uint8_t *copy_of(uint64_t page)
{
    if (2 * copy_count >= copy_room)
        grow_copies();
    const size_t at = slot_of(page);
    if (!copies[at].page) {
        copies[at].page = page;
        copies[at].copy = memcpy(new_copy(), (const void *)page, PAGE);
        copy_count++;
    }
    return copies[at].copy;
}

/* --- what there is --- */

static const struct area *area_at(uint64_t address)
{
    size_t low = 0, high = area_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (areas[middle].end <= address)
            low = middle + 1;
        else
            high = middle;
    }
    return low < area_count && areas[low].begin <= address ? &areas[low] : NULL;
}

static bool meets_exception(uint64_t page)
{
    for (size_t i = 0; i < exception_count; i++)
        if (page < exceptions[i].end && exceptions[i].begin < page + PAGE)
            return true;
    return false;
}

/* Whether what is in the page is the caller's affair. */
static bool is_left(uint64_t page)
{
    for (size_t i = 0; i < left_count; i++)
        if (page >= left_pages[i].begin && page < left_pages[i].end)
            return true;
    return false;
}

/* Whether the run has changed what may be done there. */
static bool has_changed(uint64_t address)
{
    for (size_t i = 0; i < change_count; i++)
        if (address >= changes[i].begin && address < changes[i].end)
            return true;
    return false;
}

static void heat(uint64_t page)
{
    if (hot_count == hot_room)
        hot = more(hot, &hot_room, 256, sizeof(*hot));
    hot[hot_count++] =
        (struct page){.at = (uint8_t *)page, .copy = copy_of(page), .has_exception = meets_exception(page)};
}

bool rewind_except(const void *begin, size_t size)
{
    if (exception_count == MOST_EXCEPTIONS)
        return false;
    exceptions[exception_count].begin = (uint64_t)begin;
    exceptions[exception_count++].end = (uint64_t)begin + size;
    return true;
}

void rewind_also(void *begin, size_t size)
{
    also.begin = begin;
    also.size = size < PAGE ? size : PAGE;
}

void rewind_count(size_t *compared, size_t *written)
{
    *compared = hot_count;
    *written = copy_count;
}

/* --- the mark --- */

static int by_address(const void *left, const void *right)
{
    const struct exception *a = left, *b = right;
    return a->begin < b->begin ? -1 : a->begin > b->begin;
}

static bool is_ours(uint64_t begin, uint64_t end)
{
    const uint64_t shadow = 0x0000110000000000ULL; /* memory_shadow */
    return (begin >= MACHINE_USER_BEGIN && end <= MACHINE_USER_END) ||
           (begin >= MACHINE_KERNEL_BEGIN && end <= MACHINE_KERNEL_END) ||
           (begin >= shadow && end <= shadow + (MACHINE_KERNEL_END >> 3));
}

static bool read_areas(void)
{
    FILE *maps = fopen("/proc/self/maps", "re");
    char line[512];
    while (maps && fgets(line, sizeof(line), maps)) {
        unsigned long long begin, end;
        char flags[8];
        if (sscanf(line, "%llx-%llx %7s", &begin, &end, flags) != 3 || !is_ours(begin, end))
            continue;
        if (area_count == area_room)
            areas = more(areas, &area_room, 1024, sizeof(*areas));
        areas[area_count++] = (struct area){
            .begin = begin,
            .end = end,
            .protection = (flags[0] == 'r' ? PROT_READ : 0) | (flags[1] == 'w' ? PROT_WRITE : 0) |
                          (flags[2] == 'x' ? PROT_EXEC : 0),
            .tracked = flags[1] == 'w',
            .shared = flags[3] == 's',
        };
    }
    return maps && fclose(maps) == 0 && area_count;
}

bool rewind_mark(const char **error)
{
    const uint64_t here = (uint64_t)__builtin_frame_address(0);
    if (!read_areas()) {
        *error = "/proc/self/maps cannot be read";
        return false;
    }
    for (size_t i = 0; i < area_count; i++) {
        struct area *area = &areas[i];
        if (!area->tracked)
            continue;
        if (here >= area->begin && here < area->end) {
            area->tracked = false;
            continue;
        }
        /* Seen at two addresses, either may be written to first. */
        for (uint64_t page = area->begin; area->shared && page < area->end; page += PAGE)
            copy_of(page);
        if (mprotect((void *)area->begin, area->end - area->begin, area->protection & ~PROT_WRITE) != 0) {
            *error = "this system does not let memory be protected";
            return false;
        }
    }
    qsort(exceptions, exception_count, sizeof(*exceptions), by_address);
    memcpy(also.copy, also.begin, also.size);
    memory_mark();
    alias_mark();
    marked = true;
    return true;
}

bool rewind_leave(void *begin, size_t size)
{
    if (left_count == MOST_LEFT)
        return false;
    left_pages[left_count++] = (struct exception){(uint64_t)begin, (uint64_t)begin + size};
    return mprotect(begin, size, PROT_READ | PROT_WRITE) == 0;
}

bool rewind_fault(uint64_t address)
{
    const uint64_t page = address & ~(uint64_t)(PAGE - 1);
    const struct area *area = marked ? area_at(address) : NULL;
    if (!area || !area->tracked || has_changed(address))
        return false;
    heat(page);
    return mprotect((void *)page, PAGE, area->protection) == 0;
}

void rewind_touch(uint64_t address, uint64_t size)
{
    if (!marked)
        return;
    for (uint64_t page = address & ~(uint64_t)(PAGE - 1); page < address + size; page += PAGE) {
        size_t i = 0;
        while (i < hot_count && hot[i].at != (uint8_t *)page)
            i++;
        if (i == hot_count)
            rewind_fault(page);
    }
}

/* --- changes of the layout --- */

static void remember(enum change_kind kind, uint64_t begin, uint64_t end)
{
    if (change_count == MOST_CHANGES)
        failure = "more than 4096 changes of the address space in one run";
    else
        changes[change_count++] = (struct change){kind, begin, end};
}

/* Copies all pages, which are as at the mark or have a copy. */
static void keep(uint64_t begin, uint64_t end)
{
    for (uint64_t page = begin; page < end; page += PAGE) {
        if (has_copy(page) || is_left(page))
            continue;
        const struct area *area = area_at(page);
        if (area && !(area->protection & PROT_READ) && !has_changed(page))
            mprotect((void *)page, PAGE, PROT_READ);
        if (area)
            copy_of(page);
    }
}

void rewind_mapped(void *address, uint64_t size)
{
    if (marked)
        remember(CHANGE_MAPPED, (uint64_t)address, (uint64_t)address + size);
}

bool rewind_unmapped(void *address, uint64_t size)
{
    const uint64_t begin = (uint64_t)address;
    if (!marked)
        return false;
    for (size_t i = change_count; i-- > 0;)
        if (changes[i].kind == CHANGE_MAPPED && changes[i].begin == begin) {
            changes[i] = changes[--change_count];
            return false;
        }
    if (!area_at(begin))
        return false;
    remember(CHANGE_UNMAPPED, begin, begin + size);
    mprotect(address, size, PROT_NONE);
    return true;
}

void rewind_protected(void *address, uint64_t size)
{
    if (!marked || !area_at((uint64_t)address))
        return;
    keep((uint64_t)address, (uint64_t)address + size);
    remember(CHANGE_PROTECTED, (uint64_t)address, (uint64_t)address + size);
}

void rewind_shared(void *address, uint64_t size)
{
    if (!marked || !area_at((uint64_t)address))
        return;
    keep((uint64_t)address, (uint64_t)address + size);
    remember(CHANGE_SHARED, (uint64_t)address, (uint64_t)address + size);
}

/* --- back --- */

static void copy_back(const struct page *page)
{
    const uint64_t end = (uint64_t)page->at + PAGE;
    uint64_t at = (uint64_t)page->at;
    for (size_t i = 0; page->has_exception && i < exception_count; i++) {
        if (exceptions[i].end <= at || exceptions[i].begin >= end)
            continue;
        if (exceptions[i].begin > at)
            memcpy((void *)at, page->copy + (at - (uint64_t)page->at), exceptions[i].begin - at);
        at = exceptions[i].end < end ? exceptions[i].end : end;
    }
    memcpy((void *)at, page->copy + (at - (uint64_t)page->at), end - at);
}

/* Pages whose protection is that of their area again are no longer hot. */
static void cool(uint64_t begin, uint64_t end)
{
    for (size_t i = 0; i < hot_count;)
        if ((uint64_t)hot[i].at >= begin && (uint64_t)hot[i].at < end)
            hot[i] = hot[--hot_count];
        else
            i++;
}

static void undo(const struct change *change)
{
    const uint64_t size = change->end - change->begin;
    if (change->kind == CHANGE_MAPPED) {
        munmap((void *)change->begin, size);
        return;
    }
    if (change->kind != CHANGE_SHARED)
        mprotect((void *)change->begin, size, PROT_READ | PROT_WRITE);
    else if (mmap((void *)change->begin, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
                  0) == MAP_FAILED)
        failure = "memory that was mapped twice cannot be mapped as before";
    for (uint64_t page = change->begin; page < change->end; page += PAGE) {
        const struct area *area = area_at(page);
        if (has_copy(page))
            copy_back(
                &(struct page){.at = (uint8_t *)page, .copy = copy_of(page), .has_exception = meets_exception(page)});
        if (area)
            mprotect((void *)page, PAGE,
                     area->tracked && !is_left(page) ? area->protection & ~PROT_WRITE : area->protection);
    }
    cool(change->begin, change->end);
}

/* Whether anything was written there that differs; what does is as before again. In blocks, since a run changes little
 * of a page. */
static bool restore(const struct page *page)
{
    enum { BLOCK = 1024 };
    bool was_written = false;
    if (page->has_exception) {
        was_written = memcmp(page->at, page->copy, PAGE) != 0;
        if (was_written)
            copy_back(page);
        return was_written;
    }
    for (size_t at = 0; at < PAGE; at += BLOCK)
        if (memcmp(page->at + at, page->copy + at, BLOCK) != 0) {
            memcpy(page->at + at, page->copy + at, BLOCK);
            was_written = true;
        }
    return was_written;
}

bool rewind_back(const char **error)
{
    while (change_count)
        undo(&changes[--change_count]);
    for (size_t i = 0; i < hot_count;) {
        struct page *page = &hot[i];
        if (restore(page)) {
            page->rests = 0;
        } else if (++page->rests == MOST_RESTS) {
            const struct area *area = area_at((uint64_t)page->at);
            mprotect(page->at, PAGE, area->protection & ~PROT_WRITE);
            hot[i] = hot[--hot_count];
            continue;
        }
        i++;
    }
    if (memcmp(also.begin, also.copy, also.size) != 0)
        memcpy(also.begin, also.copy, also.size);
    memory_rewind();
    alias_rewind();
    *error = failure;
    return !failure;
}
