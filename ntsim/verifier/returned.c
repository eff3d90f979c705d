/*
 * What reaches the user's buffer: memory that nobody has written carries a pattern (the pool's, and here that of the
 * I/O manager's buffers and of the stack below a dispatch routine), which must not be among it.
 */
#include "ntsim/verifier/irps.h"

#include "ntsim/ke/ki.h"

enum { BUFFERS, MEMORY }; /* numbers of kinds */
enum { FILLED = 3968 /* less than a page: no probe of the stack is needed */, ROOM = 2 * PAGE_SIZE };

static const struct {
    ULONG Pattern;
    const char *What;
} kinds[] = {
    {VF_PATTERN_BUFFER, "the buffer of the request"},
    {VF_PATTERN_STACK, "the stack"},
    {VF_PATTERN_POOL, "pool"},
};

void vf_fill(PVOID buffer, SIZE_T size)
{
    UNALIGNED ULONG *at = buffer;
    if (!vf_on)
        return;
    for (; size >= sizeof(*at); size -= sizeof(*at))
        *at++ = VF_PATTERN_BUFFER ^ vf_pattern_flip;
    for (SIZE_T i = 0; i < size; i++)
        ((UNALIGNED UCHAR *)at)[i] = (UCHAR)((VF_PATTERN_BUFFER ^ vf_pattern_flip) >> 8 * i);
}

/* The routine that is called next gets the same bytes for its own. */
static __attribute__((noinline)) void fill_stack(void)
{
    ULONG frame[FILLED / sizeof(ULONG)];
    for (ULONG i = 0; i < RTL_NUMBER_OF(frame); i++)
        frame[i] = VF_PATTERN_STACK ^ vf_pattern_flip;
    __asm__ volatile("" : : "r"(frame) : "memory");
}

void vf_fill_stack(void)
{
    const ULONG64 here = (ULONG64)_AddressOfReturnAddress();
    const KTHREAD *thread = ki_current_thread();
    if (here - (ULONG64)thread->StackLimit < (ULONG64)(thread->StackBase - thread->StackLimit) &&
        here - (ULONG64)thread->StackLimit > ROOM)
        fill_stack();
}

/* `from`: BUFFERS for a buffer that the I/O manager has filled, MEMORY for another. */
static const char *find_pattern(const UCHAR *buffer, SIZE_T size, ULONG from, SIZE_T *where)
{
    for (*where = 0; *where + sizeof(ULONG) <= size; *where += sizeof(ULONG)) {
        const ULONG value = *(const UNALIGNED ULONG *)(buffer + *where);
        for (ULONG i = from; i < RTL_NUMBER_OF(kinds); i++)
            if (value == kinds[i].Pattern)
                return kinds[i].What;
    }
    return NULL;
}

SIZE_T vf_check_returned(PIRP irp, SIZE_T room)
{
    const SIZE_T size = irp->IoStatus.Information;
    const vf_stack stack = vf_completed_at(irp);
    SIZE_T where;
    if (!vf_on || !stack)
        return size;
    if (size > room)
        vf_find("VRF0312", stack, NULL, 0, "a request is completed with %llu bytes, and its buffer has %llu", size,
                room);
    const char *what = find_pattern(irp->AssociatedIrp.SystemBuffer, min(size, room), BUFFERS, &where);
    if (what)
        vf_find("VRF0311", stack, NULL, 0,
                "the byte %llu of the %llu that go to the user's buffer was never written: it is what was left of %s",
                where, size, what);
    return min(size, room);
}

enum { MOST_LOOKED_AT = 1 << 16 /* bytes */ };

void vf_check_written(const IRP *irp, const VOID *buffer, SIZE_T size)
{
    const vf_stack stack = vf_completed_at(irp);
    SIZE_T where;
    const char *what = vf_on && stack && size ? find_pattern(buffer, min(size, MOST_LOOKED_AT), MEMORY, &where) : NULL;
    if (what)
        vf_find("VRF0311", stack, NULL, 0,
                "the byte %llu of the user's buffer of %llu, which the driver writes to itself, is what was left of %s",
                where, size, what);
}

/* Its own memory list, or one that the driver has given it. */
void vf_check_direct(PIRP irp)
{
    const MDL *mdl = irp->MdlAddress;
    const CSHORT wanted = MDL_PAGES_LOCKED | MDL_WRITE_OPERATION;
    if (mdl && irp->RequestorMode == UserMode && (mdl->MdlFlags & wanted) == wanted && !NT_ERROR(irp->IoStatus.Status))
        vf_check_written(irp, MmGetMdlVirtualAddress(mdl), min(mdl->ByteCount, irp->IoStatus.Information));
}
