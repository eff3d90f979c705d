/* Function tables, and unwinding a frame. */
#include "ntsim/rtl/unwind.h"

#include "ntsim/ke/ki.h"
#include "ntsim/rtl/context.h"

enum {
    OP_PUSH,
    OP_ALLOC_LARGE,
    OP_ALLOC_SMALL,
    OP_SET_FRAME,
    OP_SAVE,
    OP_SAVE_FAR,
    OP_EPILOG,
    OP_SPARE,
    OP_SAVE_XMM,
    OP_SAVE_XMM_FAR,
    OP_MACHINE_FRAME
};
enum { RSP = 4, LONGEST_CHAIN = 32, LONGEST_EPILOGUE = 48, LONGEST_JUMP = 8, HOST_FRAMES = 32 * 1024 };

struct unwind_code {
    UCHAR Offset; /* in the prologue, of the end of the instruction */
    UCHAR Op : 4, Info : 4;
};

struct unwind_info {
    UCHAR Version : 3, Flags : 5;
    UCHAR PrologSize, CodeCount;
    UCHAR FrameRegister : 4, FrameOffset : 4; /* in units of 16 bytes */
    struct unwind_code Codes[]; /* an even number of slots; then the handler's address or a chained function */
};

/* What is read, and from where. */
struct walk {
    const struct machine_image *image; /* NULL where ImageBase is of none: nothing is checked */
    ULONG64 base;
    PCONTEXT context;
    PKTHREAD thread; /* nothing is read but its stacks; NULL: all is taken to be readable */
    BOOLEAN failed;
    PKNONVOLATILE_CONTEXT_POINTERS pointers;
};

static const struct machine_image *image_at(ULONG64 address)
{
    for (const struct machine_image *image = ki_services->images(); image; image = image->next)
        if (address - (ULONG64)image->base < image->size)
            return image;
    return NULL;
}

BOOLEAN rtlp_on_stack(ULONG64 address, ULONG64 size)
{
    struct ki_processor *processor = ki_current_processor();
    PKTHREAD thread = processor->CurrentThread;
    if (processor->DpcActive && address - (ULONG64)(processor->DpcStack - KI_DPC_STACK) <= KI_DPC_STACK - size)
        return TRUE;
    if (!thread->StackLimit) { /* an idle thread runs on a stack of the host's, of which this much is near */
        const ULONG64 here = (ULONG64)_AddressOfReturnAddress();
        return address >= here && address - here <= HOST_FRAMES - size;
    }
    return address >= (ULONG64)thread->StackLimit && address <= (ULONG64)thread->StackBase - size;
}

/* --- function tables --- */

static PRUNTIME_FUNCTION find_function(const struct machine_image *image, ULONG64 pc)
{
    const ULONG rva = (ULONG)(pc - (ULONG64)image->base);
    PRUNTIME_FUNCTION table = (PRUNTIME_FUNCTION)image->function_table;
    ULONG low = 0, high = table ? image->function_count : 0;
    while (low < high) {
        const ULONG middle = low + (high - low) / 2;
        PRUNTIME_FUNCTION entry = &table[middle];
        if (rva < entry->BeginAddress)
            high = middle;
        else if (rva >= entry->EndAddress)
            low = middle + 1;
        else if (!(entry->UnwindData & 1))
            return entry;
        else /* this entry only points at another */
            return entry->UnwindData - 1 <= image->size - sizeof(*entry)
                       ? (PRUNTIME_FUNCTION)(image->base + entry->UnwindData - 1)
                       : NULL;
    }
    return NULL;
}

PRUNTIME_FUNCTION RtlLookupFunctionEntry(ULONG64 ControlPc, PULONG64 ImageBase, PUNWIND_HISTORY_TABLE HistoryTable)
{
    const struct machine_image *image = image_at(ControlPc);
    *ImageBase = image ? (ULONG64)image->base : 0;
    return image ? find_function(image, ControlPc) : NULL;
}

PVOID RtlPcToFileHeader(PVOID PcValue, PVOID *BaseOfImage)
{
    const struct machine_image *image = image_at((ULONG64)PcValue);
    return *BaseOfImage = image ? image->base : NULL;
}

/* --- reading --- */

static BOOLEAN may_read(PKTHREAD thread, ULONG64 address, ULONG64 size)
{
    if (thread == ki_current_thread())
        return rtlp_on_stack(address, size);
    return address >= (ULONG64)thread->StackLimit && address <= (ULONG64)thread->StackBase - size;
}

static ULONG64 *slot(struct walk *walk, ULONG64 address, ULONG64 size)
{
    static ULONG64 nothing[2];
    if (walk->thread && !may_read(walk->thread, address, size)) {
        walk->failed = TRUE;
        return nothing;
    }
    return (ULONG64 *)address;
}

static ULONG64 *integer(PCONTEXT context, unsigned number)
{
    return &context->Rax + number;
}

static void load_integer(struct walk *walk, unsigned number, ULONG64 address)
{
    ULONG64 *from = slot(walk, address, sizeof(*from));
    *integer(walk->context, number) = *from;
    if (walk->pointers)
        walk->pointers->Integer[number] = from;
}

static void load_xmm(struct walk *walk, unsigned number, ULONG64 address)
{
    PM128A from = (PM128A)slot(walk, address, sizeof(*from));
    RtlCopyMemory(&walk->context->Xmm0 + number, from, sizeof(*from));
    if (walk->pointers)
        walk->pointers->Xmm[number] = from;
}

static void pop(struct walk *walk, unsigned number)
{
    load_integer(walk, number, walk->context->Rsp);
    walk->context->Rsp += 8;
}

static void pop_return(struct walk *walk)
{
    walk->context->Rip = *slot(walk, walk->context->Rsp, sizeof(ULONG64));
    walk->context->Rsp += 8;
}

static const struct unwind_info *unwind_info(struct walk *walk, ULONG rva)
{
    if (walk->image) {
        if (rva > walk->image->size - sizeof(struct unwind_info))
            return NULL;
        const struct unwind_info *info = (const struct unwind_info *)(walk->base + rva);
        const ULONG64 end = rva + sizeof(*info) + ((info->CodeCount + 1u) & ~1u) * 2 + sizeof(RUNTIME_FUNCTION);
        if (end > walk->image->size)
            return NULL;
    }
    const struct unwind_info *info = (const struct unwind_info *)(walk->base + rva);
    return info->Version == 1 || info->Version == 2 ? info : NULL;
}

static const void *after_codes(const struct unwind_info *info)
{
    return info->Codes + ((info->CodeCount + 1u) & ~1u);
}

/* --- the epilogue --- */

/* The bytes of an epilogue are few: a stack adjustment, pops, and a return or a jump out of the function. */
struct epilogue {
    const UCHAR *at;
    BOOLEAN adjusts, by_register;
    unsigned reg;
    LONG displacement;
};

static LONG read_long(const UCHAR *at)
{
    LONG value;
    RtlCopyMemory(&value, at, sizeof(value));
    return value;
}

/* `add rsp, n` or `lea rsp, n[frame register]`. */
static void read_adjustment(struct epilogue *epilogue, const struct unwind_info *info)
{
    const UCHAR *at = epilogue->at;
    if (at[0] == 0x48 && at[1] == 0x83 && at[2] == 0xC4) {
        epilogue->displacement = (signed char)at[3];
        epilogue->at += 4;
    } else if (at[0] == 0x48 && at[1] == 0x81 && at[2] == 0xC4) {
        epilogue->displacement = read_long(at + 3);
        epilogue->at += 7;
    } else if ((at[0] & 0xFE) == 0x48 && at[1] == 0x8D && (at[2] & 0x38) == RSP << 3 && info->FrameRegister) {
        const unsigned base = (at[2] & 7u) | (at[0] & 1u) << 3, mode = at[2] >> 6;
        if (base != info->FrameRegister || (mode != 1 && mode != 2) || (at[2] & 7) == 4)
            return;
        epilogue->by_register = TRUE;
        epilogue->reg = base;
        epilogue->displacement = mode == 1 ? (signed char)at[3] : read_long(at + 3);
        epilogue->at += mode == 1 ? 4 : 7;
    } else {
        return;
    }
    epilogue->adjusts = TRUE;
}

/* The number of the register that a pop at `at` loads, and how long it is; 0 for no pop. */
static unsigned read_pop(const UCHAR *at, unsigned *number)
{
    if ((at[0] & 0xF8) == 0x58) {
        *number = at[0] & 7;
        return 1;
    }
    if ((at[0] & 0xF0) == 0x40 && (at[1] & 0xF8) == 0x58) {
        *number = (at[1] & 7u) | (at[0] & 1u) << 3;
        return 2;
    }
    return 0;
}

/* The function that a part of it, placed elsewhere, is chained to. */
static PRUNTIME_FUNCTION primary(struct walk *walk, PRUNTIME_FUNCTION function)
{
    for (unsigned links = 0; links < LONGEST_CHAIN; links++) {
        const struct unwind_info *info = unwind_info(walk, function->UnwindData);
        if (!info || !(info->Flags & UNW_FLAG_CHAININFO))
            break;
        function = (PRUNTIME_FUNCTION)after_codes(info);
    }
    return function;
}

static BOOLEAN is_outside(struct walk *walk, PRUNTIME_FUNCTION function, ULONG64 target)
{
    const ULONG64 rva = target - walk->base;
    if (rva == function->BeginAddress) /* calls itself */
        return TRUE;
    if (rva > function->BeginAddress && rva < function->EndAddress)
        return FALSE;
    const struct machine_image *image = image_at(target);
    PRUNTIME_FUNCTION other = image && image == walk->image ? find_function(image, target) : NULL;
    return !other || primary(walk, other)->BeginAddress != primary(walk, function)->BeginAddress;
}

/* Whether the instruction leaves the function: a return, or a jump to another. It is at `address`, its bytes at `at`.
 */
static BOOLEAN leaves(struct walk *walk, const UCHAR *at, ULONG64 address, PRUNTIME_FUNCTION function)
{
    if (at[0] == 0xC3 || at[0] == 0xC2 || (at[0] == 0xF3 && at[1] == 0xC3))
        return TRUE;
    if (at[0] == 0xFF && at[1] == 0x25) /* through an import */
        return TRUE;
    if ((at[0] & 0xF8) == 0x48 && at[1] == 0xFF && (at[2] & 0x38) == 0x20) /* compilers mark tail calls so */
        return TRUE;
    if (at[0] == 0xEB)
        return is_outside(walk, function, address + 2 + (ULONG64)(LONG64)(signed char)at[1]);
    return at[0] == 0xE9 && is_outside(walk, function, address + 5 + (ULONG64)(LONG64)read_long(at + 1));
}

/* Carries the rest of the epilogue out on the context, if the code there is one. */
static BOOLEAN unwind_epilogue(struct walk *walk, ULONG64 pc, PRUNTIME_FUNCTION function,
                               const struct unwind_info *info)
{
    UCHAR code[LONGEST_EPILOGUE] = {0}; /* zeros after the function's end are no epilogue */
    const ULONG64 left = walk->base + function->EndAddress - pc;
    struct epilogue epilogue = {.at = code};
    unsigned number, length;
    RtlCopyMemory(code, (const UCHAR *)pc, min(left, sizeof(code) - 1));
    read_adjustment(&epilogue, info);
    const UCHAR *const pops = epilogue.at;
    const UCHAR *at = pops;
    while ((length = read_pop(at, &number)) != 0)
        at += length;
    if (code + sizeof(code) - at < LONGEST_JUMP || !leaves(walk, at, pc + (ULONG64)(at - code), function))
        return FALSE;
    if (epilogue.adjusts)
        walk->context->Rsp = (epilogue.by_register ? *integer(walk->context, epilogue.reg) : walk->context->Rsp) +
                             (ULONG64)(LONG64)epilogue.displacement;
    for (at = pops; (length = read_pop(at, &number)) != 0; at += length)
        pop(walk, number);
    pop_return(walk);
    return TRUE;
}

/* --- the prologue's codes --- */

static unsigned slots(const struct unwind_code *code)
{
    switch (code->Op) {
    case OP_ALLOC_LARGE:
        return code->Info ? 3 : 2;
    case OP_SAVE:
    case OP_SAVE_XMM:
        return 2;
    case OP_SPARE:
    case OP_SAVE_FAR:
    case OP_SAVE_XMM_FAR:
        return 3;
    default:
        return 1;
    }
}

static ULONG operand(const struct unwind_code *code, unsigned slot_count)
{
    ULONG value = 0;
    RtlCopyMemory(&value, code + 1, (slot_count - 1) * sizeof(*code));
    return value;
}

static ULONG64 frame_address(const struct walk *walk, const struct unwind_info *info)
{
    return *integer(walk->context, info->FrameRegister) - info->FrameOffset * 16ull;
}

/* What the registers are saved relative to: the stack pointer as the prologue left it. */
static ULONG64 establisher(const struct walk *walk, const struct unwind_info *info, ULONG64 offset)
{
    if (!info->FrameRegister)
        return walk->context->Rsp;
    if (offset >= info->PrologSize)
        return frame_address(walk, info);
    for (unsigned i = 0; i < info->CodeCount; i += slots(&info->Codes[i]))
        if (info->Codes[i].Op == OP_SET_FRAME)
            return offset >= info->Codes[i].Offset ? frame_address(walk, info) : walk->context->Rsp;
    return walk->context->Rsp;
}

/* Undoes one instruction of the prologue. TRUE: it was a machine frame, the return address is known. */
static BOOLEAN undo(struct walk *walk, const struct unwind_info *info, const struct unwind_code *code, ULONG64 frame)
{
    PCONTEXT context = walk->context;
    const unsigned count = slots(code);
    switch (code->Op) {
    case OP_PUSH:
        pop(walk, code->Info);
        break;
    case OP_ALLOC_LARGE:
        context->Rsp += code->Info ? operand(code, count) : operand(code, count) * 8ull;
        break;
    case OP_ALLOC_SMALL:
        context->Rsp += code->Info * 8ull + 8;
        break;
    case OP_SET_FRAME:
        context->Rsp = frame_address(walk, info);
        break;
    case OP_SAVE:
        load_integer(walk, code->Info, frame + operand(code, count) * 8ull);
        break;
    case OP_SAVE_FAR:
        load_integer(walk, code->Info, frame + operand(code, count));
        break;
    case OP_SAVE_XMM:
        load_xmm(walk, code->Info, frame + operand(code, count) * 16ull);
        break;
    case OP_SAVE_XMM_FAR:
        load_xmm(walk, code->Info, frame + operand(code, count));
        break;
    case OP_MACHINE_FRAME: {
        const ULONG64 at = context->Rsp + (code->Info ? 8 : 0);
        context->Rip = *slot(walk, at, sizeof(ULONG64));
        context->Rsp = *slot(walk, at + 24, sizeof(ULONG64));
        return TRUE;
    }
    case OP_EPILOG: /* version 2 tells of the epilogues, which are recognised by their code here */
        break;
    default:
        walk->failed = TRUE;
    }
    return FALSE;
}

/* The codes of a function and of those it is chained to; the last one says what handles its exceptions. */
static const struct unwind_info *unwind_prologue(struct walk *walk, ULONG64 pc, PRUNTIME_FUNCTION function,
                                                 const struct unwind_info *info, ULONG64 frame)
{
    BOOLEAN interrupted = FALSE;
    for (unsigned links = 0;; links++) {
        const ULONG64 offset = links ? ~0ull : pc - walk->base - function->BeginAddress;
        for (unsigned i = 0; i < info->CodeCount && !walk->failed; i += slots(&info->Codes[i])) {
            if (i + slots(&info->Codes[i]) > info->CodeCount)
                walk->failed = TRUE;
            else if (offset >= info->Codes[i].Offset || info->Codes[i].Op == OP_EPILOG)
                interrupted |= undo(walk, info, &info->Codes[i], frame);
        }
        if (!(info->Flags & UNW_FLAG_CHAININFO) || walk->failed)
            break;
        function = (PRUNTIME_FUNCTION)after_codes(info);
        info = unwind_info(walk, function->UnwindData);
        if (!info || links == LONGEST_CHAIN) {
            walk->failed = TRUE;
            break;
        }
    }
    if (!interrupted)
        pop_return(walk);
    return info;
}

static PEXCEPTION_ROUTINE unwind_function(struct walk *walk, ULONG handler_type, ULONG64 pc, PRUNTIME_FUNCTION function,
                                          PVOID *handler_data, ULONG64 *frame)
{
    const struct unwind_info *info = unwind_info(walk, function->UnwindData);
    if (!info) {
        walk->failed = TRUE;
        return NULL;
    }
    const ULONG64 offset = pc - walk->base - function->BeginAddress;
    *frame = establisher(walk, info, offset);
    const ULONG64 stack = walk->context->Rsp;
    if (offset >= info->PrologSize && unwind_epilogue(walk, pc, function, info)) {
        *frame = stack; /* a frame pointer may be the caller's by now */
        return NULL;
    }
    const struct unwind_info *last = unwind_prologue(walk, pc, function, info, *frame);
    if (walk->failed || offset < info->PrologSize || !(last->Flags & handler_type))
        return NULL;
    const ULONG *const handler = after_codes(last);
    *handler_data = (PVOID)(handler + 1);
    return (PEXCEPTION_ROUTINE)(walk->base + *handler);
}

PEXCEPTION_ROUTINE RtlVirtualUnwind(ULONG HandlerType, ULONG64 ImageBase, ULONG64 ControlPc,
                                    PRUNTIME_FUNCTION FunctionEntry, PCONTEXT ContextRecord, PVOID *HandlerData,
                                    PULONG64 EstablisherFrame, PKNONVOLATILE_CONTEXT_POINTERS ContextPointers)
{
    struct walk walk = {
        .image = image_at(ImageBase), .base = ImageBase, .context = ContextRecord, .pointers = ContextPointers};
    return unwind_function(&walk, HandlerType, ControlPc, FunctionEntry, HandlerData, EstablisherFrame);
}

static BOOLEAN unwind_frame(PKTHREAD thread, PCONTEXT context, ULONG handler_type, struct rtlp_frame *frame)
{
    struct walk walk = {.image = image_at(context->Rip), .context = context, .thread = thread};
    RtlZeroMemory(frame, sizeof(*frame));
    frame->ControlPc = context->Rip;
    frame->Establisher = context->Rsp;
    if (walk.image) {
        walk.base = frame->ImageBase = (ULONG64)walk.image->base;
        frame->Function = find_function(walk.image, context->Rip);
    }
    if (frame->Function)
        frame->Handler = unwind_function(&walk, handler_type, context->Rip, frame->Function, &frame->HandlerData,
                                         &frame->Establisher);
    else
        pop_return(&walk);
    return !walk.failed;
}

BOOLEAN rtlp_unwind_frame(PCONTEXT context, ULONG handler_type, struct rtlp_frame *frame)
{
    return unwind_frame(ki_current_thread(), context, handler_type, frame);
}

/* --- walks --- */

/* Return addresses from `context` outwards, the first being its own Rip. Never faults. */
static ULONG walk_stack(PKTHREAD thread, const CONTEXT *context, ULONG64 *frames, ULONG max)
{
    CONTEXT at = *context;
    struct rtlp_frame frame;
    ULONG count = 0;
    while (count < max) {
        /* Where a call of a wild address led is the first frame; further out, what is no image is the host. */
        if (count > 0 && !image_at(at.Rip))
            break;
        frames[count++] = at.Rip;
        const ULONG64 stack = at.Rsp;
        if (!unwind_frame(thread, &at, UNW_FLAG_NHANDLER, &frame) || at.Rsp == stack)
            break;
    }
    return count;
}

__declspec(dllexport) uint32_t SimWalkStack(const struct machine_context *context, uint64_t *frames, uint32_t max)
{
    CONTEXT from;
    PKTHREAD thread = ki_thread_of_stack(context->rsp);
    rtl_context_from_machine(&from, context);
    return walk_stack(thread ? thread : ki_current_thread(), &from, frames, max);
}

/* The high bits of Flags are a number of frames to leave out; the low one asks for the frames of user mode. */
ULONG RtlWalkFrameChain(PVOID *Callers, ULONG Count, ULONG Flags)
{
    enum { MOST = 128 };
    ULONG64 frames[MOST];
    CONTEXT here;
    const ULONG skipped = (Flags >> 8) + 1; /* this function is none of them */
    RtlCaptureContext(&here);
    if (Flags & 1)
        return 0;
    const ULONG found = walk_stack(ki_current_thread(), &here, frames, Count + skipped < MOST ? Count + skipped : MOST);
    if (found <= skipped)
        return 0;
    RtlCopyMemory(Callers, frames + skipped, (found - skipped) * sizeof(*Callers));
    return found - skipped;
}

USHORT RtlCaptureStackBackTrace(ULONG FramesToSkip, ULONG FramesToCapture, PVOID *BackTrace, PULONG BackTraceHash)
{
    enum { MOST = 64 };
    ULONG64 frames[MOST];
    CONTEXT here;
    RtlCaptureContext(&here);
    if (FramesToSkip >= MOST || FramesToCapture >= MOST || FramesToSkip + FramesToCapture + 1 > MOST)
        return 0;
    const ULONG found = walk_stack(ki_current_thread(), &here, frames, FramesToSkip + FramesToCapture + 1);
    ULONG hash = 0, count = 0;
    for (ULONG i = FramesToSkip + 1; i < found; i++) {
        BackTrace[count++] = (PVOID)frames[i];
        hash += (ULONG)frames[i];
    }
    if (BackTraceHash)
        *BackTraceHash = hash;
    return (USHORT)count;
}
