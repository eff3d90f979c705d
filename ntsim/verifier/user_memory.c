/*
 * Pieces of user memory that are watched: the buffers that a request of user mode hands to its driver by their address,
 * until it ends; and memory that a test has for itself, while a request is under way. They are closed, so each access
 * faults; the machine asks here what to make of it.
 *
 * What the system does with them for itself, and what the test does, is nobody's mistake. After many accesses of one
 * request a piece stays open: what there is to be found of a loop was found by then.
 */
#include "ntsim/verifier/fetches.h"
#include "ntsim/verifier/irp_pages.h"
#include "ntsim/verifier/irps.h"
#include "ntsim/verifier/paged.h"
#include "ntsim/verifier/sections.h"

#include "ntsim/ke/ki.h"

enum { MOST_FAULTS = 4096 };

ULONG vf_user_pieces;

static struct vf_user_piece pieces[VF_USER_PIECES];

/* What lies between files that include ntsim/rtl/copies.h. */
__asm__(".section .text$mb,\"xr\"\n"
        "rtlp_copies_begin:\n\t"
        "int3\n\t"
        ".section .text$md,\"xr\"\n"
        "rtlp_copies_end:\n\t"
        "int3\n\t"
        ".text");
extern const UCHAR rtlp_copies_begin[], rtlp_copies_end[];

struct vf_user_piece *vf_user_piece(ULONG number)
{
    return pieces[number].Size ? &pieces[number] : NULL;
}

static struct vf_user_piece *find(ULONG64 address)
{
    for (ULONG i = 0; i < VF_USER_PIECES && vf_user_pieces; i++)
        if (address - pieces[i].Begin < pieces[i].Size)
            return &pieces[i];
    return NULL;
}

/* A closed one that has a part of the address's page. */
static struct vf_user_piece *find_closed(ULONG64 address)
{
    for (ULONG i = 0; i < VF_USER_PIECES && vf_user_pieces; i++) {
        const struct vf_user_piece *piece = &pieces[i];
        if (piece->Closed && address >= (ULONG64)PAGE_ALIGN(piece->Begin) &&
            address < ROUND_TO_PAGES(piece->Begin + piece->Size))
            return &pieces[i];
    }
    return NULL;
}

static void protect(struct vf_user_piece *piece, BOOLEAN closed)
{
    const ULONG64 begin = (ULONG64)PAGE_ALIGN(piece->Begin), end = ROUND_TO_PAGES(piece->Begin + piece->Size);
    if (piece->Closed == closed)
        return;
    ki_services->protect((PVOID)begin, end - begin, closed ? MACHINE_NO_ACCESS : MACHINE_READ_WRITE);
    piece->Closed = closed;
}

void vf_user_open(struct vf_user_piece *piece)
{
    protect(piece, FALSE);
}

void vf_user_change(ULONG64 address, UCHAR bits)
{
    struct vf_user_piece *piece = find(address);
    const BOOLEAN closed = piece && piece->Closed;
    if (!piece)
        return;
    protect(piece, FALSE);
    *(PUCHAR)address ^= bits;
    protect(piece, closed);
}

static struct vf_user_piece *add(PVOID address, SIZE_T size, const char *what, const IRP *irp)
{
    for (ULONG i = 0; i < VF_USER_PIECES; i++)
        if (!pieces[i].Size) {
            pieces[i] = (struct vf_user_piece){.Begin = (ULONG64)address,
                                               .Size = size,
                                               .What = what,
                                               .Irp = irp,
                                               .Process = (PEPROCESS)ki_current_thread()->Process};
            vf_user_pieces++;
            return &pieces[i];
        }
    return NULL;
}

void vf_user_buffer(const IRP *irp, PVOID buffer, SIZE_T size, const char *what)
{
    if (!vf_on || irp->RequestorMode != UserMode || size == 0 || (ULONG64)buffer >= MACHINE_USER_END ||
        size > MACHINE_USER_END - (ULONG64)buffer || !ki_services->accessible(buffer, size, true))
        return;
    vf_user_forget_probes((ULONG64)buffer, size);
    struct vf_user_piece *piece = find((ULONG64)buffer) ? NULL : add(buffer, size, what, irp);
    if (piece)
        protect(piece, TRUE);
}

void vf_user_request(const IRP *irp)
{
    vf_fetch_request(irp);
    for (ULONG i = 0; i < VF_USER_PIECES; i++)
        if (pieces[i].Size && !pieces[i].Irp) {
            vf_user_forget_probes(pieces[i].Begin, pieces[i].Size);
            pieces[i].Process = (PEPROCESS)ki_current_thread()->Process;
            pieces[i].Faults = 0;
            protect(&pieces[i], TRUE);
        }
}

void vf_user_done(const IRP *irp, SIZE_T room)
{
    vf_fetch_done(irp, room);
    for (ULONG i = 0; i < VF_USER_PIECES; i++)
        if (pieces[i].Size && pieces[i].Irp == irp) {
            protect(&pieces[i], FALSE);
            if (pieces[i].Written)
                vf_check_written(irp, (const VOID *)pieces[i].Begin, pieces[i].Size);
            pieces[i].Opened = FALSE;
            pieces[i].Size = 0;
            vf_user_pieces--;
        }
}

void vf_user_locked(const VOID *address, SIZE_T size)
{
    for (ULONG i = 0; i < VF_USER_PIECES; i++)
        if (pieces[i].Size && (ULONG64)address < pieces[i].Begin + pieces[i].Size &&
            pieces[i].Begin < (ULONG64)address + size)
            protect(&pieces[i], FALSE);
}

/* A test has got memory of user mode for itself. */
__declspec(dllexport) void SimUserMemory(void *address, uint64_t size)
{
    if (vf_on && size)
        add(address, size, "memory of user mode", NULL);
}

/* --- faults --- */

__declspec(dllexport) uint32_t SimPageFault(const struct machine_trap *trap)
{
    if (vf_paged_fault(trap) || vf_irp_fault(trap))
        return MACHINE_PAGE_OPEN;
    struct vf_user_piece *piece = find_closed(trap->address);
    if (!piece || trap->access == MACHINE_EXECUTE)
        return MACHINE_PAGE_OTHER;
    if (vf_image_at(trap->context.rip))
        return MACHINE_PAGE_WATCHED;
    protect(piece, FALSE); /* the test's own access */
    return MACHINE_PAGE_OPEN;
}

static BOOLEAN copies(ULONG64 pc)
{
    return pc >= (ULONG64)rtlp_copies_begin && pc < (ULONG64)rtlp_copies_end;
}

BOOLEAN vf_is_by_driver(const struct machine_context *context, vf_stack *stack, BOOLEAN *by_copy)
{
    const struct vf_place place = {context->rip + 1, context->rsp, context->rbp};
    const ULONG64 *frames;
    *by_copy = copies(context->rip);
    if (!*by_copy && !vf_is_driver_itself((const VOID *)context->rip))
        return FALSE;
    *stack = vf_capture(&place);
    const ULONG count = vf_frames(*stack, &frames);
    return !*by_copy || (count > 1 && copies(frames[0]) && vf_is_driver_itself((const VOID *)(frames[1] + 1)));
}

static void open_for_good(const struct machine_trap *trap)
{
    struct vf_user_piece *piece = find_closed(trap->address);
    if (piece)
        protect(piece, FALSE);
}

static BOOLEAN are_all_in(const struct machine_touch *touches, ULONG count)
{
    for (ULONG i = 0; i < count; i++) {
        const struct vf_user_piece *piece = find(touches[i].address);
        if (!piece || touches[i].size > piece->Begin + piece->Size - touches[i].address)
            return FALSE;
    }
    return count > 0;
}

__declspec(dllexport) bool SimTouched(const struct machine_trap *trap, const struct machine_touch *touches,
                                      uint32_t count)
{
    struct vf_user_access access = {.Context = &trap->context};
    BOOLEAN again = are_all_in(touches, count);
    const BOOLEAN by_driver = again && vf_is_by_driver(&trap->context, &access.Stack, &access.Copies);
    for (ULONG i = 0; i < count && again; i++) {
        struct vf_user_piece *piece = find(touches[i].address);
        access.Piece = piece;
        access.Address = touches[i].address;
        access.Size = touches[i].size;
        access.Access = touches[i].access;
        piece->Opened |= piece->Closed;
        protect(piece, FALSE);
        piece->Written |= by_driver && touches[i].access & MACHINE_TOUCH_WRITE;
        if (by_driver)
            vf_user_judge(&access);
        if (++piece->Faults > MOST_FAULTS)
            again = FALSE;
    }
    if (!again)
        open_for_good(trap);
    return again;
}

__declspec(dllexport) void SimTouchDone(void)
{
    for (ULONG i = 0; i < VF_USER_PIECES; i++)
        if (pieces[i].Opened) {
            pieces[i].Opened = FALSE;
            protect(&pieces[i], TRUE);
        }
}
