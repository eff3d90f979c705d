/*
 * Instructions that touch what is no memory: device registers in memory and port space, and KUSER_SHARED_DATA. Each is
 * carried out as the processor would, with the model's or the system's answer in the place of the memory's.
 */
#include "ntsim/machine/access.h"

#include "ntsim/machine/device.h"
#include "ntsim/machine/native.h"

#include <string.h>

#define SHARED_DATA      0xFFFFF78000000000ULL
#define SHARED_DATA_SIZE 0x1000

enum { FLAG_DIRECTION = 0x400 };

typedef uint64_t(MACHINE_ABI shared_data)(uint32_t offset);

/* --- registers --- */

uint64_t *access_register(struct machine_context *context, ZydisRegister name)
{
    const ZydisRegister whole = ZydisRegisterGetLargestEnclosing(ZYDIS_MACHINE_MODE_LONG_64, name);
    if (whole < ZYDIS_REGISTER_RAX || whole > ZYDIS_REGISTER_R15)
        return NULL;
    return &context->rax + (whole - ZYDIS_REGISTER_RAX);
}

static bool is_high_byte(ZydisRegister name)
{
    return name >= ZYDIS_REGISTER_AH && name <= ZYDIS_REGISTER_BH;
}

static uint64_t mask(unsigned bits)
{
    return bits >= 64 ? ~0ULL : (1ULL << bits) - 1;
}

/* As the processor does: 32 bits clear the upper half, 16 and 8 leave the rest. */
static bool write_register(struct machine_context *context, ZydisRegister name, unsigned bits, uint64_t value)
{
    uint64_t *whole = access_register(context, name);
    if (!whole)
        return false;
    if (bits >= 32)
        *whole = value & mask(bits);
    else if (is_high_byte(name))
        *whole = (*whole & ~0xFF00ULL) | ((value & 0xFF) << 8);
    else
        *whole = (*whole & ~mask(bits)) | (value & mask(bits));
    return true;
}

static bool read_operand(struct machine_context *context, const ZydisDecodedOperand *operand, uint64_t *value)
{
    if (operand->type == ZYDIS_OPERAND_TYPE_IMMEDIATE) {
        *value = operand->imm.value.u;
        return true;
    }
    const uint64_t *whole =
        operand->type == ZYDIS_OPERAND_TYPE_REGISTER ? access_register(context, operand->reg.value) : NULL;
    if (!whole)
        return false;
    *value = (is_high_byte(operand->reg.value) ? *whole >> 8 : *whole) & mask(operand->size);
    return true;
}

/* --- what lies at an address --- */

static bool is_shared(uint64_t address)
{
    return address - SHARED_DATA < SHARED_DATA_SIZE;
}

static bool user_is_special; /* while an instruction of access_user_memory is carried out */

static bool is_special(uint64_t address)
{
    return is_shared(address) || device_is_mapped(address) || (user_is_special && address < MACHINE_USER_END);
}

static uint64_t read_at(uint64_t address, unsigned size)
{
    static shared_data *system_data;
    uint64_t value = 0;
    if (is_shared(address)) {
        if (!system_data)
            system_data = (shared_data *)(uintptr_t)machine_system_function("SimSharedData");
        return system_data((uint32_t)(address - SHARED_DATA)) & mask(8 * size);
    }
    if (device_is_mapped(address))
        return device_read(address, size);
    memcpy(&value, (const void *)address, size);
    return value;
}

/* False: the system's page is not for writing. */
static bool write_at(uint64_t address, unsigned size, uint64_t value)
{
    if (is_shared(address))
        return false;
    if (device_is_mapped(address))
        device_write(address, size, value);
    else
        memcpy((void *)address, &value, size);
    return true;
}

bool access_operand_address(const struct machine_context *context, const ZydisDecodedInstruction *instruction,
                            const ZydisDecodedOperand *operand, uint64_t *address)
{
    ZydisRegisterContext registers = {0};
    for (int i = 0; i < 16; i++)
        registers.values[ZYDIS_REGISTER_RAX + i] = (&context->rax)[i];
    return operand->type == ZYDIS_OPERAND_TYPE_MEMORY &&
           ZYAN_SUCCESS(ZydisCalcAbsoluteAddressEx(instruction, operand, context->rip, &registers, address));
}

/* --- instructions --- */

static bool move(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                 const ZydisDecodedOperand *to, const ZydisDecodedOperand *from, uint64_t address)
{
    uint64_t value;
    if (to->type == ZYDIS_OPERAND_TYPE_MEMORY)
        return read_operand(context, from, &value) && write_at(address, to->size / 8, value);
    if (to->type != ZYDIS_OPERAND_TYPE_REGISTER || !access_register(context, to->reg.value))
        return false;
    value = read_at(address, from->size / 8);
    const bool is_signed =
        instruction->mnemonic == ZYDIS_MNEMONIC_MOVSX || instruction->mnemonic == ZYDIS_MNEMONIC_MOVSXD;
    if (is_signed && from->size < 64 && value >> (from->size - 1) & 1)
        value |= ~mask(from->size);
    return write_register(context, to->reg.value, to->size, value);
}

/* Instructions that name a bit by a register may mean one far from the operand's begin. What is left is the bit's
 * number in the operand that it does lie in; the register is put back by the caller. */
static bool find_bit(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                     const ZydisDecodedOperand *operands, uint64_t *address)
{
    switch (instruction->mnemonic) {
    case ZYDIS_MNEMONIC_BT:
    case ZYDIS_MNEMONIC_BTC:
    case ZYDIS_MNEMONIC_BTR:
    case ZYDIS_MNEMONIC_BTS:
        break;
    default:
        return false;
    }
    uint64_t *const whole =
        operands[0].type == ZYDIS_OPERAND_TYPE_MEMORY && operands[1].type == ZYDIS_OPERAND_TYPE_REGISTER
            ? access_register(context, operands[1].reg.value)
            : NULL;
    if (!whole)
        return false;
    const unsigned bits = operands[0].size;
    const int64_t number = bits == 64 ? (int64_t)*whole : bits == 32 ? (int32_t)*whole : (int16_t)*whole;
    *address += (uint64_t)((number - (int64_t)((uint64_t)number & (bits - 1))) / 8);
    *whole = (uint64_t)number & (bits - 1);
    return true;
}

/* Everything else: the processor does it with a copy of the operand, which devices see in accesses of up to eight
 * bytes. */
static bool compute(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                    const ZydisDecodedOperand *operands, unsigned which, uint64_t address)
{
    enum { MOST = 8 };
    const unsigned size = operands[which].size / 8, step = size < MOST ? size : MOST;
    const ZydisOperandActions actions = operands[which].actions;
    struct machine_context before = *context;
    uint8_t bytes[NATIVE_OPERAND] = {0};
    if (size == 0 || size > NATIVE_OPERAND || size % step != 0)
        return false;
    const bool has_bit = find_bit(context, instruction, operands, &address);
    for (unsigned i = 0; actions & ZYDIS_OPERAND_ACTION_MASK_READ && i < size; i += step) {
        const uint64_t value = read_at(address + i, step);
        memcpy(bytes + i, &value, step);
    }
    if (!native_run(context, instruction, operands, which, bytes)) {
        *context = before;
        return false;
    }
    if (has_bit)
        *access_register(context, operands[1].reg.value) = *access_register(&before, operands[1].reg.value);
    for (unsigned i = 0; actions & ZYDIS_OPERAND_ACTION_MASK_WRITE && i < size; i += step) {
        uint64_t value = 0;
        memcpy(&value, bytes + i, step);
        if (!write_at(address + i, step, value)) {
            *context = before;
            return false;
        }
    }
    return true;
}

/* movs, stos and lods, with or without a count. */
static bool string(struct machine_context *context, const ZydisDecodedInstruction *instruction, unsigned size)
{
    const bool repeated = (instruction->attributes & ZYDIS_ATTRIB_HAS_REP) != 0;
    const uint64_t step = context->flags & FLAG_DIRECTION ? -(uint64_t)size : size;
    const bool loads =
        instruction->meta.category == ZYDIS_CATEGORY_STRINGOP &&
        (instruction->mnemonic == ZYDIS_MNEMONIC_LODSB || instruction->mnemonic == ZYDIS_MNEMONIC_LODSW ||
         instruction->mnemonic == ZYDIS_MNEMONIC_LODSD || instruction->mnemonic == ZYDIS_MNEMONIC_LODSQ);
    const bool stores = instruction->mnemonic == ZYDIS_MNEMONIC_STOSB ||
                        instruction->mnemonic == ZYDIS_MNEMONIC_STOSW ||
                        instruction->mnemonic == ZYDIS_MNEMONIC_STOSD || instruction->mnemonic == ZYDIS_MNEMONIC_STOSQ;
    for (uint64_t left = repeated ? context->rcx : 1; left > 0; left--) {
        const uint64_t value = stores ? context->rax : read_at(context->rsi, size);
        if (loads)
            write_register(context, ZYDIS_REGISTER_RAX, 8 * size, value);
        else if (!write_at(context->rdi, size, value))
            return false;
        if (!stores)
            context->rsi += step;
        if (!loads)
            context->rdi += step;
        if (repeated)
            context->rcx--;
    }
    return true;
}

static bool touches_special(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                            const ZydisDecodedOperand *operands, unsigned *which, uint64_t *address)
{
    for (*which = 0; *which < instruction->operand_count; ++*which)
        if (access_operand_address(context, instruction, &operands[*which], address) && is_special(*address))
            return true;
    return false;
}

bool access_memory(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                   const ZydisDecodedOperand *operands)
{
    uint64_t address;
    unsigned which;
    if (!touches_special(context, instruction, operands, &which, &address))
        return false;
    switch (instruction->mnemonic) {
    case ZYDIS_MNEMONIC_MOV:
    case ZYDIS_MNEMONIC_MOVZX:
    case ZYDIS_MNEMONIC_MOVSX:
    case ZYDIS_MNEMONIC_MOVSXD:
        return move(context, instruction, &operands[0], &operands[1], address);
    case ZYDIS_MNEMONIC_MOVSB:
    case ZYDIS_MNEMONIC_STOSB:
    case ZYDIS_MNEMONIC_LODSB:
        return string(context, instruction, 1);
    case ZYDIS_MNEMONIC_MOVSW:
    case ZYDIS_MNEMONIC_STOSW:
    case ZYDIS_MNEMONIC_LODSW:
        return string(context, instruction, 2);
    case ZYDIS_MNEMONIC_MOVSD:
    case ZYDIS_MNEMONIC_STOSD:
    case ZYDIS_MNEMONIC_LODSD:
        return instruction->meta.category == ZYDIS_CATEGORY_STRINGOP
                   ? string(context, instruction, 4)
                   : compute(context, instruction, operands, which, address);
    case ZYDIS_MNEMONIC_MOVSQ:
    case ZYDIS_MNEMONIC_STOSQ:
    case ZYDIS_MNEMONIC_LODSQ:
        return string(context, instruction, 8);
    default:
        return instruction->meta.category != ZYDIS_CATEGORY_STRINGOP &&
               compute(context, instruction, operands, which, address);
    }
}

bool access_user_memory(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                        const ZydisDecodedOperand *operands)
{
    user_is_special = true;
    const bool done = access_memory(context, instruction, operands);
    user_is_special = false;
    return done;
}

/* in and out, from and to al, ax and eax; the string forms with rdi and rsi. */
bool access_port(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                 const ZydisDecodedOperand *operands)
{
    const bool repeated = (instruction->attributes & ZYDIS_ATTRIB_HAS_REP) != 0;
    uint64_t port;
    switch (instruction->mnemonic) {
    case ZYDIS_MNEMONIC_IN:
        return read_operand(context, &operands[1], &port) &&
               write_register(context, operands[0].reg.value, operands[0].size,
                              port_read((uint16_t)port, operands[0].size / 8));
    case ZYDIS_MNEMONIC_OUT:
        if (!read_operand(context, &operands[0], &port))
            return false;
        port_write((uint16_t)port, operands[1].size / 8, context->rax);
        return true;
    case ZYDIS_MNEMONIC_INSB:
    case ZYDIS_MNEMONIC_INSW:
    case ZYDIS_MNEMONIC_INSD:
    case ZYDIS_MNEMONIC_OUTSB:
    case ZYDIS_MNEMONIC_OUTSW:
    case ZYDIS_MNEMONIC_OUTSD:
        break;
    default:
        return false;
    }
    const bool in = instruction->mnemonic == ZYDIS_MNEMONIC_INSB || instruction->mnemonic == ZYDIS_MNEMONIC_INSW ||
                    instruction->mnemonic == ZYDIS_MNEMONIC_INSD;
    const unsigned size = operands[in ? 0 : 1].size / 8;
    const uint64_t step = context->flags & FLAG_DIRECTION ? -(uint64_t)size : size;
    for (uint64_t left = repeated ? context->rcx : 1; left > 0; left--) {
        if (in) {
            write_at(context->rdi, size, port_read((uint16_t)context->rdx, size));
            context->rdi += step;
        } else {
            port_write((uint16_t)context->rdx, size, read_at(context->rsi, size));
            context->rsi += step;
        }
        if (repeated)
            context->rcx--;
    }
    return true;
}
