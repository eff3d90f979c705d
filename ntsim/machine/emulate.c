/* Instructions of kernel mode, and reads of KUSER_SHARED_DATA. */
#include "ntsim/machine/machine.h"

#include <Zydis/Zydis.h>
#include <string.h>

#define SHARED_DATA      0xFFFFF78000000000ULL
#define SHARED_DATA_SIZE 0x1000

typedef uint64_t(MACHINE_ABI shared_data)(uint32_t offset);

static uint64_t *integer_register(struct machine_context *context, ZydisRegister name)
{
    const ZydisRegister whole = ZydisRegisterGetLargestEnclosing(ZYDIS_MACHINE_MODE_LONG_64, name);
    if (whole < ZYDIS_REGISTER_RAX || whole > ZYDIS_REGISTER_R15)
        return NULL;
    return &context->rax + (whole - ZYDIS_REGISTER_RAX);
}

/* As the processor does: 32 bits clear the upper half, 16 and 8 leave the rest. */
static void write_register(struct machine_context *context, const ZydisDecodedOperand *operand, uint64_t value)
{
    uint64_t *whole = integer_register(context, operand->reg.value);
    if (!whole)
        return;
    switch (operand->size) {
    case 64:
        *whole = value;
        break;
    case 32:
        *whole = (uint32_t)value;
        break;
    case 16:
        *whole = (*whole & ~0xFFFFULL) | (uint16_t)value;
        break;
    default:
        *whole = (*whole & ~0xFFULL) | (uint8_t)value;
        break;
    }
}

/* The address that a memory operand means. rsi-style implicit operands are explicit to Zydis. */
static bool operand_address(const struct machine_context *context, const ZydisDecodedInstruction *instruction,
                            const ZydisDecodedOperand *operand, uint64_t *address)
{
    ZydisRegisterContext registers = {0};
    for (int i = 0; i < 16; i++)
        registers.values[ZYDIS_REGISTER_RAX + i] = (&context->rax)[i];
    return ZYAN_SUCCESS(ZydisCalcAbsoluteAddressEx(instruction, operand, context->rip, &registers, address));
}

static bool read_shared(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                        const ZydisDecodedOperand *operands)
{
    static shared_data *read;
    uint64_t address;
    if (!read)
        read = (shared_data *)(uintptr_t)machine_system_function("SimSharedData");
    if (operands[1].type != ZYDIS_OPERAND_TYPE_MEMORY || operands[0].type != ZYDIS_OPERAND_TYPE_REGISTER ||
        !operand_address(context, instruction, &operands[1], &address) || address - SHARED_DATA >= SHARED_DATA_SIZE)
        return false;
    const uint32_t offset = (uint32_t)(address - SHARED_DATA);
    switch (instruction->mnemonic) {
    case ZYDIS_MNEMONIC_MOV:
    case ZYDIS_MNEMONIC_MOVZX:
        write_register(context, &operands[0], read(offset));
        return true;
    default:
        return false;
    }
}

enum { CR0_VALUE = 0x80050033, CR4_VALUE = 0x370678 };

static bool control_register(struct machine_context *context, const ZydisDecodedOperand *operands)
{
    typedef uint8_t(MACHINE_ABI get_irql)(void);
    if (operands[0].type != ZYDIS_OPERAND_TYPE_REGISTER || operands[1].type != ZYDIS_OPERAND_TYPE_REGISTER)
        return false;
    uint64_t *target = integer_register(context, operands[0].reg.value);
    if (!target)
        return false; /* writes go through the system, which runs what the lower IRQL lets run */
    switch (operands[1].reg.value) {
    case ZYDIS_REGISTER_CR0:
        *target = CR0_VALUE;
        return true;
    case ZYDIS_REGISTER_CR3:
        *target = 0x1AD000;
        return true;
    case ZYDIS_REGISTER_CR4:
        *target = CR4_VALUE;
        return true;
    case ZYDIS_REGISTER_CR8:
        *target = ((get_irql *)(uintptr_t)machine_system_function("KeGetCurrentIrql"))();
        return true;
    default:
        return false;
    }
}

bool emulate(struct machine_context *context, uint64_t address)
{
    ZydisDecoder decoder;
    ZydisDecodedInstruction instruction;
    ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
    const void *code = (const void *)context->rip;
    ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
    if (!ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, code, ZYDIS_MAX_INSTRUCTION_LENGTH, &instruction, operands)))
        return false;
    bool done = false;
    switch (instruction.mnemonic) {
    case ZYDIS_MNEMONIC_MOV:
    case ZYDIS_MNEMONIC_MOVZX:
        done = instruction.meta.category == ZYDIS_CATEGORY_DATAXFER && operands[1].type == ZYDIS_OPERAND_TYPE_MEMORY
                   ? read_shared(context, &instruction, operands)
                   : control_register(context, operands);
        break;
    case ZYDIS_MNEMONIC_CLI:
    case ZYDIS_MNEMONIC_STI:
    case ZYDIS_MNEMONIC_WBINVD:
    case ZYDIS_MNEMONIC_INVD:
        done = true;
        break;
    default:
        break;
    }
    (void)address;
    if (done)
        context->rip += instruction.length;
    return done;
}

bool is_privileged(const void *code)
{
    ZydisDecoder decoder;
    ZydisDecodedInstruction instruction;
    ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
    if (!ZYAN_SUCCESS(ZydisDecoderDecodeInstruction(&decoder, NULL, code, ZYDIS_MAX_INSTRUCTION_LENGTH, &instruction)))
        return false;
    switch (instruction.meta.category) {
    case ZYDIS_CATEGORY_IO:
    case ZYDIS_CATEGORY_IOSTRINGOP:
    case ZYDIS_CATEGORY_INTERRUPT:
        return true;
    default:
        return instruction.mnemonic == ZYDIS_MNEMONIC_CLI || instruction.mnemonic == ZYDIS_MNEMONIC_STI ||
               (instruction.attributes & ZYDIS_ATTRIB_IS_PRIVILEGED) != 0;
    }
}
