/*
 * Capturing stacks, often and fast, and keeping each of them once.
 *
 * How the frame of a place is left depends on nothing but the place: how far its return address is from the stack
 * pointer, or from rbp, and where it has saved rbp. That is worked out once from the unwind data and remembered, so
 * that a walk is one look-up a frame. Code that keeps its frame by another register ends such a walk; addresses are
 * never given to another image, so what is remembered stays true.
 */
#include "ntsim/verifier/vf.h"

#include "ntsim/ke/ki.h"
#include "ntsim/rtl/unwind.h"
#include "ntsim/verifier/irp_pages.h"
#include "ntsim/verifier/sections.h"
#include "ntsim/verifier/sim.h"

enum {
    PLACES = 8192, /* remembered; a power of 2 */
    STACKS = 1 << 16,
    SLOTS = STACKS * 2,
    CHUNK = 1 << 16,
    RAW_FRAMES = 48,
    BEYOND = 4, /* frames of the system behind the driver's: how it came to be called, and no more */
    RBP = 5,
    LONGEST_CHAIN = 32,
};

/* --- one frame --- */

enum kind { OUTSIDE, BY_RSP, BY_RBP, LOST };

struct place {
    ULONG64 Pc;
    LONG Return; /* of the return address, from rsp or rbp */
    LONG Saved;  /* of the caller's rbp; NOT_SAVED: it is in rbp still */
    UCHAR Kind;  /* enum kind */
    BOOLEAN OfSystem;
};

enum { NOT_SAVED = MINLONG };

struct kept {
    ULONG64 Hash;
    ULONG Count;
    ULONG Next; /* of the same slot */
    ULONG64 *Frames;
};

/* All that is remembered, on pages of its own: it says nothing of the run, so a fuzzer need not take it back. */
static __declspec(align(PAGE_SIZE)) struct {
    struct place Places[PLACES];
    struct kept Stacks[STACKS];
    ULONG Slots[SLOTS], StackCount;
    ULONG64 *Chunk;
    ULONG ChunkLeft;
    BOOLEAN Kept; /* no more room is made */
} memory;

struct code {
    UCHAR Offset;
    UCHAR Op : 4, Info : 4;
};

struct info {
    UCHAR Version : 3, Flags : 5;
    UCHAR PrologSize, CodeCount;
    UCHAR FrameRegister : 4, FrameOffset : 4;
    struct code Codes[];
};

enum { PUSH, ALLOC_LARGE, ALLOC_SMALL, SET_FRAME, SAVE, SAVE_FAR, SAVE_XMM = 8, SAVE_XMM_FAR };

static ULONG operand(const struct code *code, ULONG slots)
{
    ULONG value = 0;
    RtlCopyMemory(&value, code + 1, slots * sizeof(*code));
    return value;
}

/* Undoes the prologue as far as `offset`. `at` is where rsp stands relative to the base. */
static BOOLEAN undo(struct place *place, const struct info *info, ULONG64 offset, LONG *at, LONG base)
{
    for (ULONG i = 0; i < info->CodeCount;) {
        const struct code *code = &info->Codes[i];
        const BOOLEAN done = offset >= code->Offset;
        ULONG slots = 1;
        switch (code->Op) {
        case PUSH:
            if (done && code->Info == RBP)
                place->Saved = *at;
            *at += done ? 8 : 0;
            break;
        case ALLOC_LARGE:
            slots = code->Info ? 3 : 2;
            if (done)
                *at += (LONG)(code->Info ? operand(code, 2) : operand(code, 1) * 8);
            break;
        case ALLOC_SMALL:
            *at += done ? code->Info * 8 + 8 : 0;
            break;
        case SET_FRAME:
            if (done && info->FrameRegister != RBP)
                return FALSE;
            if (done) {
                place->Kind = BY_RBP;
                *at = -(LONG)info->FrameOffset * 16;
            }
            break;
        case SAVE:
        case SAVE_FAR:
            slots = code->Op == SAVE ? 2 : 3;
            if (done && code->Info == RBP) {
                if (info->FrameRegister)
                    return FALSE;
                place->Saved = base + (LONG)(code->Op == SAVE ? operand(code, 1) * 8 : operand(code, 2));
            }
            break;
        case SAVE_XMM:
            slots = 2;
            break;
        case SAVE_XMM_FAR:
            slots = 3;
            break;
        default:
            return FALSE;
        }
        i += slots;
    }
    return TRUE;
}

static BOOLEAN work_out(struct place *place, ULONG64 base, PRUNTIME_FUNCTION function)
{
    LONG at = 0;
    place->Kind = BY_RSP;
    place->Saved = NOT_SAVED;
    for (ULONG links = 0; links < LONGEST_CHAIN; links++) {
        const struct info *info = (const struct info *)(base + function->UnwindData);
        if (info->Version != 1 && info->Version != 2)
            return FALSE;
        if (!undo(place, info, links ? ~0ULL : place->Pc - base - function->BeginAddress, &at, at))
            return FALSE;
        if (!(info->Flags & UNW_FLAG_CHAININFO)) {
            place->Return = at;
            return TRUE;
        }
        function = (PRUNTIME_FUNCTION)(info->Codes + ((info->CodeCount + 1u) & ~1u));
    }
    return FALSE;
}

static const struct place *place_of(ULONG64 pc)
{
    struct place *place = &memory.Places[(pc ^ pc >> 13) % PLACES];
    if (place->Pc == pc)
        return place;
    const struct machine_image *image = vf_image_at(pc);
    *place = (struct place){.Pc = pc, .Kind = LOST, .Saved = NOT_SAVED};
    if (!image) {
        place->Kind = OUTSIDE;
        return place;
    }
    place->OfSystem = image->of_system;
    ULONG64 base;
    PRUNTIME_FUNCTION function = RtlLookupFunctionEntry(pc, &base, NULL);
    if (!function)
        place->Kind = BY_RSP; /* a leaf: nothing below its return address */
    else if (!work_out(place, base, function))
        place->Kind = LOST;
    return place;
}

/* The framework's calls are made for a driver. */
BOOLEAN vf_is_driver(const VOID *address)
{
    const struct machine_image *kernel = ki_services->images(); /* the first that was loaded */
    return vf_on && (ULONG64)address - (ULONG64)kernel->base >= kernel->size;
}

BOOLEAN vf_is_driver_itself(const VOID *address)
{
    return vf_on && !place_of((ULONG64)address)->OfSystem;
}

/* --- keeping stacks --- */

static ULONG64 *room_for(ULONG count)
{
    if (memory.ChunkLeft < count && !memory.Kept) {
        memory.Chunk = ki_services->map(CHUNK, false);
        memory.ChunkLeft = memory.Chunk ? CHUNK / sizeof(*memory.Chunk) : 0;
    }
    if (memory.ChunkLeft < count)
        return NULL;
    ULONG64 *room = memory.Chunk;
    memory.Chunk += count;
    memory.ChunkLeft -= count;
    return room;
}

static vf_stack keep(const ULONG64 *frames, ULONG count)
{
    ULONG64 hash = count;
    for (ULONG i = 0; i < count; i++)
        hash = (hash ^ frames[i]) * 0x9E3779B97F4A7C15ull;
    hash ^= hash >> 29;
    ULONG *const slot = &memory.Slots[hash % SLOTS];
    for (ULONG i = *slot; i; i = memory.Stacks[i].Next)
        if (memory.Stacks[i].Hash == hash && memory.Stacks[i].Count == count &&
            RtlEqualMemory(memory.Stacks[i].Frames, frames, count * sizeof(*frames)))
            return i;
    ULONG64 *const room = count && memory.StackCount + 1 < STACKS ? room_for(count) : NULL;
    if (!room)
        return 0;
    RtlCopyMemory(room, frames, count * sizeof(*frames));
    memory.Stacks[++memory.StackCount] = (struct kept){.Hash = hash, .Count = count, .Next = *slot, .Frames = room};
    *slot = memory.StackCount;
    return memory.StackCount;
}

ULONG vf_frames(vf_stack stack, const ULONG64 **frames)
{
    *frames = memory.Stacks[stack].Frames;
    return memory.Stacks[stack].Count;
}

__declspec(dllexport) void SimKeepStacks(struct sim_range ranges[2])
{
    enum { ALL = 16 << 20 };
    PVOID more = ki_services->map(ALL, false);
    if (more) {
        memory.Chunk = more;
        memory.ChunkLeft = ALL / sizeof(*memory.Chunk);
    }
    memory.Kept = more != NULL;
    vf_leave_irps_open(); /* each run would close them anew */
    ranges[0] = (struct sim_range){&memory, ROUND_TO_PAGES(sizeof(memory))};
    ranges[1] = (struct sim_range){more, more ? ALL : 0};
}

/* --- walks --- */

/* The steps that the system takes inside are left out: the one that the driver called begins the stack. */
static vf_stack keep_from_driver(const ULONG64 *frames, const BOOLEAN *of_system, ULONG count)
{
    ULONG first = 0;
    while (first < count && of_system[first])
        first++;
    first = first == count || first == 0 ? 0 : first - 1;
    return keep(frames + first, min(count - first, VF_FRAMES));
}

static ULONG64 stack_end(ULONG64 here)
{
    struct ki_processor *processor = ki_current_processor();
    PKTHREAD thread = processor->CurrentThread;
    if (processor->DpcActive && here - (ULONG64)(processor->DpcStack - KI_DPC_STACK) < KI_DPC_STACK)
        return (ULONG64)processor->DpcStack;
    if (here >= (ULONG64)thread->StackLimit && here < (ULONG64)thread->StackBase && thread->StackLimit)
        return (ULONG64)thread->StackBase;
    return 0;
}

vf_stack vf_capture(const struct vf_place *from)
{
    ULONG64 frames[RAW_FRAMES], pc = from->Pc, sp = from->Sp, fp = from->Fp;
    BOOLEAN of_system[RAW_FRAMES];
    ULONG count = 0, beyond = 0;
    BOOLEAN driver = FALSE;
    if (!vf_on)
        return 0;
    const ULONG64 end = stack_end(sp);
    while (count < RAW_FRAMES && beyond < BEYOND) {
        const struct place *place = place_of(pc);
        if (place->Kind == OUTSIDE)
            break;
        frames[count] = pc - 1; /* within the call */
        of_system[count++] = place->OfSystem;
        driver |= !place->OfSystem;
        beyond = driver && place->OfSystem ? beyond + 1 : 0;
        const ULONG64 base = place->Kind == BY_RBP ? fp : sp;
        const ULONG64 at = base + (ULONG64)(LONG64)place->Return;
        if (place->Kind == LOST || at < sp || at + sizeof(ULONG64) > end)
            break;
        pc = *(const ULONG64 *)at;
        if (place->Saved != NOT_SAVED)
            fp = *(const ULONG64 *)(base + (ULONG64)(LONG64)place->Saved);
        sp = at + sizeof(ULONG64);
    }
    return keep_from_driver(frames, of_system, count);
}

vf_stack vf_capture_context(const struct machine_context *context)
{
    ULONG64 frames[RAW_FRAMES];
    BOOLEAN of_system[RAW_FRAMES];
    if (!vf_on)
        return 0;
    const ULONG count = SimWalkStack(context, frames, RAW_FRAMES);
    for (ULONG i = 0; i < count; i++) {
        const struct machine_image *image = vf_image_at(frames[i]);
        of_system[i] = image && image->of_system;
        frames[i] -= i > 0;
    }
    return keep_from_driver(frames, of_system, count);
}

vf_stack vf_stack_of_routine(ULONG64 address)
{
    return vf_on && address ? keep(&address, 1) : 0;
}

vf_stack vf_without_system(vf_stack stack)
{
    const ULONG64 *frames;
    const ULONG count = vf_frames(stack, &frames);
    ULONG first = 0;
    while (first < count && place_of(frames[first] + 1)->OfSystem)
        first++;
    return first < count ? keep(frames + first, count - first) : stack;
}
