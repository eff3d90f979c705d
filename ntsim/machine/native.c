/*
 * The instruction is encoded anew with its memory operand relative to rip, put into a page of its own, and run with the
 * driver's registers; so flags and results are the processor's. The stack pointer stays the host's.
 */
#include "ntsim/machine/native.h"

#include <string.h>
#include <sys/mman.h>

enum { PAGE = 4096, REGISTERS = 16, LOWER = 16, VECTOR = 32 };
enum { STATUS_FLAGS = 0x8D5, DIRECTION = 0x400, RSP = 4 };
/* XSAVE's area: the software's words in its legacy part, the header behind it, the upper halves behind that. */
enum { SOFTWARE = 464, FEATURES = 472, HEADER = 512, UPPER = 576, FEATURE_AVX = 4 };
#define SOFTWARE_MAGIC 0x46505853U

/* The offsets stand in the assembly below, too. */
struct frame {
    uint64_t registers[REGISTERS]; /* in the order of struct machine_context */
    uint64_t flags;                /* 128 */
    uint64_t code;                 /* 136 */
    uint64_t wide;                 /* 144: there are upper halves */
    uint64_t reserved;
    uint8_t vectors[REGISTERS][VECTOR]; /* 160 */
};
_Static_assert(offsetof(struct frame, code) == 136 && offsetof(struct frame, vectors) == 160, "the assembly says so");

void native_enter(struct frame *frame);
extern const char native_leave[];

/* The stack has the frame's address, and a place for rdi. */
__asm__(".text\n"
        "native_enter:\n"
        "    push %rbx; push %rbp; push %r12; push %r13; push %r14; push %r15\n"
        "    push %rdi; push %rdi\n"
        "    cmpq $0, 144(%rdi)\n"
        "    je 1f\n"
        "    .irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15\n"
        "    vmovups 160+32*\\n(%rdi), %ymm\\n\n"
        "    .endr\n"
        "    jmp 2f\n"
        "1:  .irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15\n"
        "    movups 160+32*\\n(%rdi), %xmm\\n\n"
        "    .endr\n"
        "2:  pushq 136(%rdi)\n"
        "    pushq 128(%rdi)\n"
        "    popfq\n"
        "    mov 0(%rdi), %rax; mov 8(%rdi), %rcx; mov 16(%rdi), %rdx; mov 24(%rdi), %rbx\n"
        "    mov 40(%rdi), %rbp; mov 48(%rdi), %rsi; mov 64(%rdi), %r8; mov 72(%rdi), %r9\n"
        "    mov 80(%rdi), %r10; mov 88(%rdi), %r11; mov 96(%rdi), %r12; mov 104(%rdi), %r13\n"
        "    mov 112(%rdi), %r14; mov 120(%rdi), %r15; mov 56(%rdi), %rdi\n"
        "    ret\n"
        "native_leave:\n"
        "    mov %rdi, (%rsp)\n"
        "    mov 8(%rsp), %rdi\n"
        "    mov %rax, 0(%rdi); mov %rcx, 8(%rdi); mov %rdx, 16(%rdi); mov %rbx, 24(%rdi)\n"
        "    mov %rbp, 40(%rdi); mov %rsi, 48(%rdi); mov %r8, 64(%rdi); mov %r9, 72(%rdi)\n"
        "    mov %r10, 80(%rdi); mov %r11, 88(%rdi); mov %r12, 96(%rdi); mov %r13, 104(%rdi)\n"
        "    mov %r14, 112(%rdi); mov %r15, 120(%rdi)\n"
        "    pushfq\n"
        "    popq 128(%rdi)\n"
        "    cld\n"
        "    mov (%rsp), %rax\n"
        "    mov %rax, 56(%rdi)\n"
        "    cmpq $0, 144(%rdi)\n"
        "    je 3f\n"
        "    .irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15\n"
        "    vmovups %ymm\\n, 160+32*\\n(%rdi)\n"
        "    .endr\n"
        "    vzeroupper\n"
        "    jmp 4f\n"
        "3:  .irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15\n"
        "    movups %xmm\\n, 160+32*\\n(%rdi)\n"
        "    .endr\n"
        "4:  pop %rdi; pop %rdi\n"
        "    pop %r15; pop %r14; pop %r13; pop %r12; pop %rbp; pop %rbx\n"
        "    ret\n");

static uint8_t *upper_halves, *features;

void native_bind(void *state)
{
    uint8_t *const area = state;
    uint32_t magic;
    memcpy(&magic, area + SOFTWARE, sizeof(magic));
    const bool has = magic == SOFTWARE_MAGIC && area[FEATURES] & FEATURE_AVX;
    upper_halves = has ? area + UPPER : NULL;
    features = has ? area + HEADER : NULL;
}

static void take(struct frame *frame, const struct machine_context *context)
{
    memcpy(frame->registers, &context->rax, sizeof(frame->registers));
    frame->flags = context->flags & (STATUS_FLAGS | DIRECTION);
    frame->wide = upper_halves != NULL;
    for (unsigned i = 0; i < REGISTERS; i++) {
        memcpy(frame->vectors[i], &context->xmm[i], LOWER);
        if (upper_halves && *features & FEATURE_AVX)
            memcpy(frame->vectors[i] + LOWER, upper_halves + (size_t)LOWER * i, LOWER);
    }
}

static void give(const struct frame *frame, struct machine_context *context)
{
    const uint64_t stack = context->rsp;
    memcpy(&context->rax, frame->registers, sizeof(frame->registers));
    context->rsp = stack;
    context->flags = (context->flags & ~(uint64_t)STATUS_FLAGS) | (frame->flags & STATUS_FLAGS);
    for (unsigned i = 0; i < REGISTERS; i++) {
        memcpy(&context->xmm[i], frame->vectors[i], LOWER);
        if (upper_halves)
            memcpy(upper_halves + (size_t)LOWER * i, frame->vectors[i] + LOWER, LOWER);
    }
    if (upper_halves)
        *features |= FEATURE_AVX;
}

static bool is_stack(ZydisRegister name)
{
    return ZydisRegisterGetLargestEnclosing(ZYDIS_MACHINE_MODE_LONG_64, name) == ZYDIS_REGISTER_RSP;
}

/* What is in struct frame, and cannot fault. */
static bool has_register(ZydisRegister name)
{
    switch (ZydisRegisterGetClass(name)) {
    case ZYDIS_REGCLASS_GPR8:
    case ZYDIS_REGCLASS_GPR16:
    case ZYDIS_REGCLASS_GPR32:
    case ZYDIS_REGCLASS_GPR64:
        return !is_stack(name);
    case ZYDIS_REGCLASS_XMM:
    case ZYDIS_REGCLASS_YMM:
        return ZydisRegisterGetId(name) < REGISTERS &&
               (upper_halves || ZydisRegisterGetClass(name) == ZYDIS_REGCLASS_XMM);
    case ZYDIS_REGCLASS_FLAGS:
        return true;
    default:
        return name == ZYDIS_REGISTER_MXCSR;
    }
}

/* Only one memory operand, and no use of the stack but to find it. */
static bool can_move(const ZydisDecodedInstruction *instruction, const ZydisDecodedOperand *operands, unsigned which)
{
    for (unsigned i = 0; i < instruction->operand_count; i++)
        if (i != which && (operands[i].type == ZYDIS_OPERAND_TYPE_MEMORY ||
                           (operands[i].type == ZYDIS_OPERAND_TYPE_REGISTER && !has_register(operands[i].reg.value))))
            return false;
    return which < instruction->operand_count_visible && operands[which].size <= 8 * VECTOR &&
           instruction->mnemonic != ZYDIS_MNEMONIC_DIV && instruction->mnemonic != ZYDIS_MNEMONIC_IDIV;
}

/* The instruction at `code`, then a jump to native_leave. */
static bool encode(const ZydisDecodedInstruction *instruction, const ZydisDecodedOperand *operands, unsigned which,
                   uint8_t *code, const uint8_t *data)
{
    static const uint8_t jump[6] = {0xFF, 0x25}; /* to the address that follows */
    const uint64_t back = (uint64_t)(uintptr_t)native_leave;
    ZydisEncoderRequest request;
    ZyanUSize length = ZYDIS_MAX_INSTRUCTION_LENGTH;
    if (!ZYAN_SUCCESS(ZydisEncoderDecodedInstructionToEncoderRequest(instruction, operands,
                                                                     instruction->operand_count_visible, &request)))
        return false;
    request.prefixes &= ~(ZydisInstructionAttributes)(ZYDIS_ATTRIB_HAS_LOCK | ZYDIS_ATTRIB_HAS_SEGMENT);
    request.operands[which].mem.base = ZYDIS_REGISTER_RIP;
    request.operands[which].mem.index = ZYDIS_REGISTER_NONE;
    request.operands[which].mem.scale = 0;
    request.operands[which].mem.displacement = (ZyanI64)(uintptr_t)data;
    if (!ZYAN_SUCCESS(ZydisEncoderEncodeInstructionAbsolute(&request, code, &length, (ZyanU64)(uintptr_t)code)))
        return false;
    memcpy(code + length, jump, sizeof(jump));
    memcpy(code + length + sizeof(jump), &back, sizeof(back));
    return true;
}

bool native_run(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                const ZydisDecodedOperand *operands, unsigned which, uint8_t bytes[NATIVE_OPERAND])
{
    static uint8_t *page;
    if (!page) {
        void *got = mmap(NULL, PAGE, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (got == MAP_FAILED)
            return false;
        page = got;
    }
    uint8_t *const data = page + PAGE / 2;
    struct frame frame = {.code = (uint64_t)(uintptr_t)page};
    if (!can_move(instruction, operands, which) || !encode(instruction, operands, which, page, data))
        return false;
    memcpy(data, bytes, NATIVE_OPERAND);
    take(&frame, context);
    native_enter(&frame);
    give(&frame, context);
    memcpy(bytes, data, NATIVE_OPERAND);
    return true;
}
