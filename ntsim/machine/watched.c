/*
 * Memory that the system watches is closed: each access faults. The system is told which bytes the instruction is about
 * to touch and opens them; the instruction is carried out here, and the memory closed again. What cannot be carried out
 * here runs by itself, in memory that stays open.
 */
#include "ntsim/machine/watched.h"

#include "ntsim/machine/access.h"

enum { MOST_TOUCHES = 4, FLAG_DIRECTION = 0x400 };
#define MOST_BYTES (1ULL << 24) /* of one instruction */

static struct watched_system ask;

void watched_bind(const struct watched_system *system)
{
    ask = *system;
}

static uint32_t access_of(const ZydisDecodedOperand *operand)
{
    const bool reads = operand->actions & ZYDIS_OPERAND_ACTION_MASK_READ,
               writes = operand->actions & ZYDIS_OPERAND_ACTION_MASK_WRITE;
    return (reads ? MACHINE_TOUCH_READ : 0) | (writes ? MACHINE_TOUCH_WRITE : 0);
}

/* The bytes that the operand names; a string instruction with a count: all of them. */
static bool find_touch(const struct machine_context *context, const ZydisDecodedInstruction *instruction,
                       const ZydisDecodedOperand *operand, struct machine_touch *touch)
{
    const bool repeated =
        (instruction->attributes & (ZYDIS_ATTRIB_HAS_REP | ZYDIS_ATTRIB_HAS_REPE | ZYDIS_ATTRIB_HAS_REPNE)) != 0;
    const uint64_t size = operand->size / 8, count = repeated ? context->rcx : 1;
    if (!access_operand_address(context, instruction, operand, &touch->address) || size == 0 ||
        count > MOST_BYTES / size)
        return false;
    touch->size = size * count;
    touch->access = access_of(operand);
    if (context->flags & FLAG_DIRECTION && instruction->meta.category == ZYDIS_CATEGORY_STRINGOP)
        touch->address -= touch->size - size;
    return true;
}

/* All memory that the instruction touches: what the system watches comes to `touches`; the rest must be there. */
static bool find_touches(const struct machine_context *context, const ZydisDecodedInstruction *instruction,
                         const ZydisDecodedOperand *operands, struct machine_touch touches[MOST_TOUCHES],
                         uint32_t *count)
{
    *count = 0;
    for (unsigned i = 0; i < instruction->operand_count; i++) {
        struct machine_touch touch;
        if (operands[i].type != ZYDIS_OPERAND_TYPE_MEMORY || !access_of(&operands[i]))
            continue;
        if (*count == MOST_TOUCHES || !find_touch(context, instruction, &operands[i], &touch))
            return false;
        if (touch.address < MACHINE_USER_END)
            touches[(*count)++] = touch;
        else if (!memory_accessible((void *)touch.address, touch.size, touch.access & MACHINE_TOUCH_WRITE))
            return false;
    }
    return *count > 0;
}

static bool carry_out(struct machine_trap *trap)
{
    ZydisDecoder decoder;
    ZydisDecodedInstruction instruction;
    ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
    struct machine_touch touches[MOST_TOUCHES];
    uint32_t count;
    const void *code = (const void *)trap->context.rip;
    ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
    if (!ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, code, ZYDIS_MAX_INSTRUCTION_LENGTH, &instruction, operands)) ||
        !find_touches(&trap->context, &instruction, operands, touches, &count) || !ask.touched(trap, touches, count))
        return false;
    const bool done = access_user_memory(&trap->context, &instruction, operands);
    if (done) {
        trap->context.rip += instruction.length;
        ask.touch_done();
    }
    return done; /* where it is not done the memory is open */
}

bool watched_fault(struct machine_trap *trap)
{
    if (!ask.page_fault)
        return false;
    switch (ask.page_fault(trap)) {
    case MACHINE_PAGE_OPEN:
        return true;
    case MACHINE_PAGE_WATCHED:
        if (!carry_out(trap))
            ask.touched(trap, NULL, 0);
        return true;
    default:
        return false;
    }
}
