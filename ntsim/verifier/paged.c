/*
 * Pageable memory. A piece is closed when the IRQL is raised to DISPATCH_LEVEL, and opened by the next access: below
 * DISPATCH_LEVEL that is all, above it is a finding. So a piece that nobody touches costs nothing, and one that is
 * touched between all raises two system calls and a fault each time; after the first few hundred times that happens at
 * every 64th raise only.
 */
#include "ntsim/verifier/paged.h"

#include "ntsim/ke/ki.h"
#include "ntsim/rtl/unwind.h"
#include "ntsim/verifier/rules.h"
#include "ntsim/verifier/sections.h"
#include "ntsim/verifier/user_rules.h"

enum {
    PIECES = 512,
    ALWAYS = 512,        /* times that a piece is closed */
    SELDOM_MASK = 64 - 1 /* of the raises after that */
};

struct piece {
    ULONG64 Begin, Size; /* pages */
    ULONG64 Block, BlockSize;
    vf_stack Allocated;
    const struct machine_image *Image; /* NULL: pool */
    char Name[VF_SECTION_NAME + 1];    /* of the section */
    UCHAR Protection;                  /* while it is open */
    BOOLEAN Closed;
    ULONG Locks, Closings;
    ULONG OpenIndex; /* in the list of those that are open; only while they are */
};

ULONG vf_paged_open;

static struct piece pieces[PIECES];
static ULONG used, raises; /* used: none behind it is */
static struct piece *open[PIECES];

static void leave_list(const struct piece *piece)
{
    struct piece *last = open[--vf_paged_open];
    open[piece->OpenIndex] = last;
    last->OpenIndex = piece->OpenIndex;
}

static void join_list(struct piece *piece)
{
    piece->OpenIndex = vf_paged_open;
    open[vf_paged_open++] = piece;
}

static void open_piece(struct piece *piece)
{
    if (!piece->Closed)
        return;
    ki_services->protect((PVOID)piece->Begin, piece->Size, piece->Protection);
    piece->Closed = FALSE;
    if (!piece->Locks)
        join_list(piece);
}

void vf_close_paged(void)
{
    raises++;
    for (ULONG i = vf_paged_open; i-- > 0;) {
        struct piece *piece = open[i];
        if (piece->Closings >= ALWAYS && raises & SELDOM_MASK)
            continue;
        piece->Closings++;
        leave_list(piece);
        piece->Closed = TRUE;
        ki_services->protect((PVOID)piece->Begin, piece->Size, MACHINE_NO_ACCESS);
    }
}

static void add(const struct piece *from)
{
    ULONG i = 0;
    while (i < used && pieces[i].Size)
        i++;
    if (i == PIECES)
        return;
    used = max(used, i + 1);
    pieces[i] = *from;
    join_list(&pieces[i]);
}

static void remove(struct piece *piece)
{
    open_piece(piece);
    if (!piece->Locks)
        leave_list(piece);
    piece->Size = 0;
    while (used > 0 && !pieces[used - 1].Size)
        used--;
}

/* --- what is pageable --- */

void vf_paged_pool(PVOID pages, SIZE_T size, PVOID block, SIZE_T block_size, vf_stack allocated)
{
    add(&(struct piece){.Begin = (ULONG64)pages,
                        .Size = size,
                        .Block = (ULONG64)block,
                        .BlockSize = block_size,
                        .Allocated = allocated,
                        .Protection = MACHINE_READ_WRITE});
}

void vf_paged_pool_goes(PVOID block)
{
    for (ULONG i = 0; i < used; i++)
        if (pieces[i].Size && pieces[i].Block == (ULONG64)block)
            remove(&pieces[i]);
}

void vf_paged_image(const struct machine_image *image)
{
    struct vf_section section;
    for (ULONG i = 0; vf_on && vf_section(image, i, &section); i++) {
        const BOOLEAN executable = (section.Flags & VF_SECTION_EXECUTABLE) != 0,
                      writable = (section.Flags & VF_SECTION_WRITABLE) != 0;
        struct piece piece = {.Begin = section.Begin,
                              .Size = ROUND_TO_PAGES(section.Size),
                              .Block = section.Begin,
                              .Image = image,
                              .Protection = executable ? MACHINE_EXECUTE_READ
                                            : writable ? MACHINE_READ_WRITE
                                                       : MACHINE_READ_ONLY};
        RtlCopyMemory(piece.Name, section.Name, VF_SECTION_NAME);
        if (vf_is_pageable_section(&section) && !(executable && writable))
            add(&piece);
    }
}

void vf_paged_image_goes(const struct machine_image *image)
{
    for (ULONG i = 0; i < used; i++)
        if (pieces[i].Size && pieces[i].Image == image)
            remove(&pieces[i]);
}

void vf_paged_lock(PVOID address, SIZE_T size, BOOLEAN lock)
{
    for (ULONG i = 0; i < used; i++) {
        struct piece *piece = &pieces[i];
        if (!piece->Size || (ULONG64)address >= piece->Begin + piece->Size || piece->Begin >= (ULONG64)address + size)
            continue;
        if (lock) {
            open_piece(piece);
            if (piece->Locks++ == 0)
                leave_list(piece);
        } else if (piece->Locks > 0 && --piece->Locks == 0) {
            join_list(piece);
        }
    }
}

/* --- faults --- */

/* Where code runs on at DISPATCH_LEVEL in a function that has been told of for raising it, that is the same mistake. */
static BOOLEAN is_told_function(ULONG64 pc)
{
    ULONG64 base;
    const RUNTIME_FUNCTION *function = RtlLookupFunctionEntry(pc, &base, NULL);
    return function && vf_is_told_between("VRF0105", base + function->BeginAddress, base + function->EndAddress);
}

static void tell(const struct piece *piece, const struct machine_trap *trap, vf_stack stack)
{
    const struct vf_related related = {"the block was allocated at", piece->Allocated};
    const char *what = trap->access == MACHINE_WRITE ? "written" : "read";
    if (!piece->Image)
        vf_find("VRF0109", stack, &related, 1, "byte %llu of a block of %llu bytes of paged pool is %s",
                trap->address - piece->Block, piece->BlockSize, what);
    else if (trap->access != MACHINE_EXECUTE)
        vf_find("VRF0109", stack, NULL, 0, "data of the driver in its pageable section %s are %s", piece->Name, what);
    else if (!is_told_function(trap->address))
        vf_find("VRF0105", stack, NULL, 0, "code in the pageable section %s is run at an IRQL above APC_LEVEL",
                piece->Name);
}

BOOLEAN vf_paged_fault(const struct machine_trap *trap)
{
    vf_stack stack;
    BOOLEAN copies;
    for (ULONG i = 0; i < used; i++) {
        struct piece *piece = &pieces[i];
        if (!piece->Size || !piece->Closed || trap->address - piece->Begin >= piece->Size)
            continue;
        if (ki_current_processor()->Irql >= DISPATCH_LEVEL && vf_is_by_driver(&trap->context, &stack, &copies))
            tell(piece, trap, vf_capture_context(&trap->context));
        open_piece(piece);
        return TRUE;
    }
    return FALSE;
}
