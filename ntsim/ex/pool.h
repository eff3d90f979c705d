/*
 * Inside the pool: blocks, and what is found wrong with them. A block has its header before it, but where it is
 * guarded.
 */
#ifndef NTSIM_EX_POOL_H
#define NTSIM_EX_POOL_H

#include "ntsim/verifier/vf.h"

#include <ntifs.h>

enum {
    POOL_GRAIN = 16,
    POOL_LIVE = 0x4556494C,  /* "LIVE" */
    POOL_FREED = 0x45455246, /* "FREE" */
    POOL_PAGES = 0xFF,       /* class of blocks of whole pages */
    POOL_GUARDED = 0xFE,     /* of those with pages of their own and nothing around; the header is elsewhere */
    POOL_RED_ZONE = 0xFD,    /* patterns */
    POOL_FREE_MEMORY = 0xDD,
};

/* An owner who sets this bit of the tag wants it checked on freeing. */
#define PROTECTED_TAG 0x80000000u

struct pool_header {
    ULONG Magic;
    ULONG Tag;
    SIZE_T Size;
    PVOID Caller;
    LIST_ENTRY Live; /* Flink is the next free one's while it is free */
    USHORT Type;
    UCHAR Class;
    BOOLEAN Executable;
    ULONG Shift; /* of the header from the piece's begin */
    vf_stack Allocated, Freed;
    UCHAR Before[24]; /* a red zone */
};
_Static_assert(sizeof(struct pool_header) == 80, "a header keeps the alignment of what follows");

/* --- pool_pattern.c --- */

/* `from` is aligned, and all up to the next multiple of the grain after `to` is filled. */
void pool_fill(PUCHAR from, PUCHAR to, UCHAR byte);
/* The first byte of [from, to) that is another, or NULL. */
PUCHAR pool_find_other(PUCHAR from, PUCHAR to, UCHAR byte);

/* --- pool.c --- */

/* The live block of pages, not guarded, behind whose pages, at most that far, the address lies; or NULL. */
const struct pool_header *pool_live_near(ULONG64 address, ULONG64 around);

/* The block that an address lies in or is nearest to, live or freed not long ago, and where its memory begins; NULL:
 * none is within a page. */
const struct pool_header *pool_nearest(ULONG64 address, PUCHAR *body);

/* --- pool_guard.c --- */

/* A block whose pages are its own, so that what is done beside it faults; NULL: it is to be an ordinary one. All of the
 * pages but the block is red zone. `stack` is where it is allocated: the first few of each place are guarded. */
struct pool_header *pool_guard(SIZE_T size, BOOLEAN cache_aligned, vf_stack stack, PUCHAR *body);
/* The header of a guarded block that begins there, live or freed; NULL: there is none. */
struct pool_header *pool_guarded_at(PVOID block);
/* The first wrong byte of the pages before and behind the block, or NULL. */
PUCHAR pool_guard_damage(const struct pool_header *header);
/* The block's pages go, and the header stays. */
void pool_guard_free(struct pool_header *header);
/* The pages of a block that is not guarded are gone for good; the header is a copy. */
void pool_guard_remember(const struct pool_header *header, PUCHAR body, SIZE_T size);
/* Whether one more block from there may still be remembered. */
BOOLEAN pool_guard_spend(vf_stack stack);

PUCHAR pool_guard_body(const struct pool_header *header);
/* A page fault that is to end the run: tells of the block that the address is in or beside. */
void pool_explain_fault(const struct machine_trap *trap);

/* --- pool_report.c: each tells of a finding; the ones that end so stop the system. --- */

DECLSPEC_NORETURN void pool_stop_overrun(const struct pool_header *header, PUCHAR body, PUCHAR where);
DECLSPEC_NORETURN void pool_stop_underrun(const struct pool_header *header, PUCHAR body, PUCHAR where);
DECLSPEC_NORETURN void pool_stop_written_after_free(const struct pool_header *header, PUCHAR body, PUCHAR where);
DECLSPEC_NORETURN void pool_stop_freed_twice(const struct pool_header *header, PUCHAR body);
DECLSPEC_NORETURN void pool_stop_no_block(PVOID block);
DECLSPEC_NORETURN void pool_stop_tag(const struct pool_header *header, PUCHAR body, ULONG tag);
void pool_find_tag(const struct pool_header *header, ULONG tag);
void pool_find_routine(const struct pool_header *header);
/* Of all live blocks that an image has allocated: one finding for each place. */
void pool_find_leaks(const char *name, LIST_ENTRY *live, ULONG64 base, SIZE_T size);

#endif
