/* Instructions of kernel mode: control registers, ports, the interrupt flag; and accesses to what is no memory. */
#include "ntsim/machine/access.h"
#include "ntsim/machine/device.h"

enum { CR0_VALUE = 0x80050033, CR4_VALUE = 0x370678 };

static bool control_register(struct machine_context *context, const ZydisDecodedOperand *operands)
{
    typedef uint8_t(MACHINE_ABI get_irql)(void);
    if (operands[0].type != ZYDIS_OPERAND_TYPE_REGISTER || operands[1].type != ZYDIS_OPERAND_TYPE_REGISTER)
        return false;
    uint64_t *target = access_register(context, operands[0].reg.value);
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

#define NO_IRQL (~0ULL)

/* mov cr8, register: the system changes the IRQL, as that may let others run. */
static bool write_irql(struct machine_trap *trap, const ZydisDecodedOperand *operands)
{
    if (operands[0].type != ZYDIS_OPERAND_TYPE_REGISTER || operands[0].reg.value != ZYDIS_REGISTER_CR8 ||
        operands[1].type != ZYDIS_OPERAND_TYPE_REGISTER)
        return false;
    trap->address = *access_register(&trap->context, operands[1].reg.value) & 0xF;
    return true;
}

static bool clock_is_due(void)
{
    typedef bool(MACHINE_ABI clock_due)(void);
    static clock_due *due;
    if (!due)
        due = (clock_due *)(uintptr_t)machine_system_function("SimClockDue");
    return due();
}

bool emulate(struct machine_trap *trap, bool *system_follows)
{
    ZydisDecoder decoder;
    ZydisDecodedInstruction instruction;
    ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
    const void *code = (const void *)trap->context.rip;
    ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
    if (!ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, code, ZYDIS_MAX_INSTRUCTION_LENGTH, &instruction, operands)))
        return false;
    const uint64_t fault_address = trap->address;
    const uint32_t fault_access = trap->access;
    bool done = false;
    trap->address = NO_IRQL;
    trap->access = MACHINE_READ;
    switch (instruction.mnemonic) {
    case ZYDIS_MNEMONIC_CLI:
    case ZYDIS_MNEMONIC_STI:
    case ZYDIS_MNEMONIC_WBINVD:
    case ZYDIS_MNEMONIC_INVD:
        done = true;
        break;
    default:
        device_keep_interrupts(true);
        device_accessed_by(&trap->context);
        done = access_memory(&trap->context, &instruction, operands) ||
               access_port(&trap->context, &instruction, operands);
        device_keep_interrupts(false);
        trap->access = done ? MACHINE_WRITE : MACHINE_READ;
        if (!done && instruction.mnemonic == ZYDIS_MNEMONIC_MOV)
            done = control_register(&trap->context, operands) || write_irql(trap, operands);
        break;
    }
    if (!done) {
        trap->address = fault_address;
        trap->access = fault_access;
        return false;
    }
    trap->context.rip += instruction.length;
    *system_follows = trap->address != NO_IRQL || device_has_interrupts() || clock_is_due();
    if (*system_follows)
        trap->fault = MACHINE_FAULT_CONTINUE;
    return true;
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
