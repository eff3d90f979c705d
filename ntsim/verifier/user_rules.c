/*
 * What a driver must have done before it touches user memory: it is in the context of the process, below
 * DISPATCH_LEVEL, it has probed the address, and stands within a __try, since the memory may go at any time.
 */
#include "ntsim/verifier/fetches.h"

#include "ntsim/ke/ki.h"
#include "ntsim/rtl/unwind.h"
#include "ntsim/verifier/sections.h"

enum { PROBES = 256, STACKS = 1 << 16 };

static struct {
    ULONG64 Begin, End;
} probes[PROBES];
static ULONG next_probe;

static UCHAR guarded[STACKS]; /* by stack: whether it is within a __try */
enum { UNKNOWN, GUARDED, NOT_GUARDED };

void vf_user_probed(const volatile VOID *address, SIZE_T size)
{
    if (!vf_user_pieces)
        return;
    probes[next_probe].Begin = (ULONG64)address;
    probes[next_probe].End = (ULONG64)address + size;
    next_probe = (next_probe + 1) % PROBES;
}

void vf_user_forget_probes(ULONG64 begin, SIZE_T size)
{
    for (ULONG i = 0; i < PROBES; i++)
        if (probes[i].Begin < begin + size && begin < probes[i].End)
            probes[i].Begin = probes[i].End = 0;
}

/* Ranges that were probed one after the other count as one. */
static BOOLEAN is_probed(ULONG64 begin, ULONG64 end)
{
    for (ULONG i = 0; i < PROBES && begin < end; i++)
        if (probes[i].Begin <= begin && begin < probes[i].End) {
            begin = probes[i].End;
            i = MAXULONG; /* from the first */
        }
    return begin >= end;
}

/* --- drivers that compare addresses themselves --- */

enum { HEADER_OFFSET = 0x3C, IMPORTS = 0x90 /* their address, from the PE signature on */ };

struct import_descriptor {
    ULONG Names, Time, Forwarder, Module, Addresses;
};

static BOOLEAN imports(const struct machine_image *image, const char *name)
{
    const UCHAR *base = image->base;
    const ULONG at = *(const ULONG *)(base + *(const ULONG *)(base + HEADER_OFFSET) + IMPORTS);
    for (const struct import_descriptor *module = (const struct import_descriptor *)(base + at); at && module->Module;
         module++)
        for (const ULONG64 *entry = (const ULONG64 *)(base + module->Names); module->Names && *entry; entry++)
            if (*entry < image->size && strcmp((const char *)(base + *entry + sizeof(USHORT)), name) == 0)
                return TRUE;
    return FALSE;
}

/* Of the innermost driver: how it knows what is user mode's may not be seen. */
static BOOLEAN compares_addresses(vf_stack stack)
{
    const ULONG64 *frames;
    const ULONG count = vf_frames(stack, &frames);
    for (ULONG i = 0; i < count; i++) {
        const struct machine_image *image = vf_image_at(frames[i]);
        if (image && !image->of_system)
            return imports(image, "MmUserProbeAddress") || imports(image, "MmHighestUserAddress") ||
                   imports(image, "MmSystemRangeStart");
    }
    return FALSE;
}

/* --- rules --- */

static BOOLEAN is_guarded(const struct vf_user_access *access)
{
    UCHAR *known = &guarded[access->Stack % STACKS];
    if (*known == UNKNOWN)
        *known = rtlp_is_guarded(access->Context) ? GUARDED : NOT_GUARDED;
    return *known == GUARDED;
}

void vf_user_judge(const struct vf_user_access *access)
{
    const KIRQL irql = ki_current_processor()->Irql;
    const ULONG64 offset = access->Address - access->Piece->Begin;
    const char *const what = access->Piece->What;
    const char *const touched = access->Access & MACHINE_TOUCH_WRITE ? "written" : "read";
    if (irql >= DISPATCH_LEVEL || access->Piece->Process != (PEPROCESS)ki_current_thread()->Process) {
        vf_find("VRF1004", access->Stack, NULL, 0, "%llu bytes at byte %llu of the %s are %s %s", access->Size, offset,
                what, touched,
                irql >= DISPATCH_LEVEL ? "at an IRQL that lets no page in" : "in another process's context");
        return;
    }
    if (!is_probed(access->Address, access->Address + access->Size) && !compares_addresses(access->Stack))
        vf_find("VRF1001", access->Stack, NULL, 0, "%llu bytes at byte %llu of the %s are %s, and were not probed",
                access->Size, offset, what, touched);
    if (!is_guarded(access))
        vf_find("VRF1002", access->Stack, NULL, 0, "%llu bytes at byte %llu of the %s are %s outside of any __try",
                access->Size, offset, what, touched);
    vf_fetch(access);
}
