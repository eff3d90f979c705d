/* What is found wrong with blocks of pool: findings, and the bug checks that Windows has for them. */
#include "ntsim/ex/pool.h"

#include "ntsim/ke/ki.h"

enum {
    BAD_HEADER_OVERRUN = 0x21,
    BAD_HEADER_UNDERRUN = 0x20,
    BAD_HEADER_MODIFIED_AFTER_FREE = 0x0D,
    BAD_CALLER_DOUBLE_FREE = 0x07,
    BAD_CALLER_TAG = 0x0A,
    BAD_CALLER_NOT_POOL = 0x99,
};

static struct vf_related allocated_at(const struct pool_header *header)
{
    return (struct vf_related){"the block was allocated at", header->Allocated};
}

void pool_stop_overrun(const struct pool_header *header, PUCHAR body, PUCHAR where)
{
    const struct vf_related related = allocated_at(header);
    vf_find("VRF0001", vf_here(), &related, 1,
            "a block of %llu bytes of pool is freed, and the byte %llu behind its end was written (with 0x%02X)",
            header->Size, (ULONG64)(where - body) - header->Size, *where);
    ki_bug_check(BAD_POOL_HEADER, BAD_HEADER_OVERRUN, (ULONG64)body, header->Size, *where, NULL,
                 "a block of pool was written beyond its end");
}

void pool_stop_underrun(const struct pool_header *header, PUCHAR body, PUCHAR where)
{
    const struct vf_related related = allocated_at(header);
    vf_find("VRF0002", vf_here(), &related, 1,
            "a block of %llu bytes of pool is freed, and the byte %llu before its begin was written (with 0x%02X)",
            header->Size, (ULONG64)(body - where), *where);
    ki_bug_check(BAD_POOL_HEADER, BAD_HEADER_UNDERRUN, (ULONG64)body, header->Size, *where, NULL,
                 "a block of pool was written before its begin");
}

void pool_stop_written_after_free(const struct pool_header *header, PUCHAR body, PUCHAR where)
{
    const struct vf_related related = allocated_at(header);
    if (where >= body && where < body + header->Size)
        vf_find("VRF0003", header->Freed, &related, 1,
                "byte %llu of a block of %llu bytes of pool was written (with 0x%02X) after the block was freed here",
                (ULONG64)(where - body), header->Size, *where);
    else
        vf_find("VRF0003", header->Freed, &related, 1,
                "pool beside a block of %llu bytes was written (with 0x%02X) after the block was freed here",
                header->Size, *where);
    ki_bug_check(BAD_POOL_HEADER, BAD_HEADER_MODIFIED_AFTER_FREE, (ULONG64)body, (ULONG64)where,
                 (ULONG64)header->Caller, NULL,
                 "pool was written after it was freed (the parameters: the block, the address, who had allocated it)");
}

void pool_stop_freed_twice(const struct pool_header *header, PUCHAR body)
{
    const struct vf_related related[] = {allocated_at(header), {"it was freed before at", header->Freed}};
    vf_find("VRF0004", vf_here(), related, 2, "a block of %llu bytes of pool is freed twice", header->Size);
    ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_DOUBLE_FREE, header->Tag, (ULONG64)header->Caller, (ULONG64)body, NULL,
                 "pool is freed twice (the third parameter: who had allocated it)");
}

void pool_stop_no_block(PVOID block)
{
    const PKTHREAD thread = ki_current_thread();
    const BOOLEAN on_stack = (PUCHAR)block >= thread->StackLimit && (PUCHAR)block < thread->StackBase;
    vf_find("VRF0008", vf_here(), NULL, 0, "what is freed as pool is %s",
            on_stack                            ? "on the stack"
            : (ULONG64)block < MACHINE_USER_END ? "an address of user mode"
                                                : "no block of pool, or the bytes before it were overwritten");
    ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_NOT_POOL, (ULONG64)block, 0, 0, NULL,
                 "what is freed is no block of pool, or the bytes before it were overwritten");
}

/* Tags are told as they are written in a source: 'kcaB' reads "Back" in memory. */
static const char *spell(ULONG tag, char text[5])
{
    for (ULONG i = 0; i < 4; i++) {
        const char letter = (char)((tag >> 8 * i) & 0x7F);
        text[i] = letter < ' ' ? '?' : letter;
    }
    text[4] = 0;
    return text;
}

void pool_find_tag(const struct pool_header *header, ULONG tag)
{
    char own[5], other[5];
    const struct vf_related related = allocated_at(header);
    vf_find("VRF0005", vf_here(), &related, 1, "a block of pool with the tag '%s' is freed with the tag '%s'",
            spell(header->Tag, own), spell(tag, other));
}

void pool_stop_tag(const struct pool_header *header, PUCHAR body, ULONG tag)
{
    pool_find_tag(header, tag);
    ki_bug_check(BAD_POOL_CALLER, BAD_CALLER_TAG, (ULONG64)body, header->Tag, tag, NULL,
                 "pool with a protected tag is freed with another");
}

void pool_find_routine(const struct pool_header *header)
{
    static const struct {
        ULONG Tag;
        const char *What, *Free;
    } owned[] = {
        {' prI', "an IRP", "IoFreeIrp"}, {' ldM', "an MDL", "IoFreeMdl"}, {'IWoI', "a work item", "IoFreeWorkItem"}};
    const struct vf_related related = allocated_at(header);
    for (ULONG i = 0; i < RTL_NUMBER_OF(owned); i++)
        if (header->Tag == owned[i].Tag && !vf_is_driver(header->Caller))
            vf_find("VRF0006", vf_here(), &related, 1, "%s is freed as pool; %s frees it", owned[i].What,
                    owned[i].Free);
}

/* --- leaks --- */

static BOOLEAN is_of(const struct pool_header *header, ULONG64 base, SIZE_T size)
{
    return (ULONG64)header->Caller - base < size;
}

static void find_leak(const char *name, const struct pool_header *first, LIST_ENTRY *live, ULONG64 base, SIZE_T size)
{
    ULONG64 blocks = 0, bytes = 0;
    char tag[5];
    for (LIST_ENTRY *entry = live->Flink; entry != live; entry = entry->Flink) {
        const struct pool_header *header = CONTAINING_RECORD(entry, struct pool_header, Live);
        if (is_of(header, base, size) && header->Allocated == first->Allocated) {
            blocks++;
            bytes += header->Size;
        }
    }
    vf_find("VRF0007", first->Allocated, NULL, 0,
            "%s is unloaded, and %llu block%s of pool (%llu bytes, tag '%s') that %s allocated here %s left", name,
            blocks, blocks == 1 ? "" : "s", bytes, spell(first->Tag, tag), blocks == 1 ? "was" : "were",
            blocks == 1 ? "is" : "are");
}

void pool_find_leaks(const char *name, LIST_ENTRY *live, ULONG64 base, SIZE_T size)
{
    for (LIST_ENTRY *entry = live->Flink; entry != live; entry = entry->Flink) {
        const struct pool_header *header = CONTAINING_RECORD(entry, struct pool_header, Live);
        if (is_of(header, base, size))
            find_leak(name, header, live, base, size); /* those of a place are told once */
    }
}
