/*
 * Instructions that touch what is no memory: device registers in memory and port space, and KUSER_SHARED_DATA. Each is
 * carried out as the processor would, with the model's or the system's answer in the place of the memory's.
 */
#include "ntsim/machine/access.h"

#include "ntsim/machine/device.h"

#include <string.h>

#define SHARED_DATA      0xFFFFF78000000000ULL
#define SHARED_DATA_SIZE 0x1000

enum {
    FLAG_CARRY = 0x1,
    FLAG_PARITY = 0x4,
    FLAG_ADJUST = 0x10,
    FLAG_ZERO = 0x40,
    FLAG_SIGN = 0x80,
    FLAG_DIRECTION = 0x400,
    FLAG_OVERFLOW = 0x800
};

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

static bool is_special(uint64_t address)
{
    return is_shared(address) || device_is_mapped(address);
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

static bool operand_address(const struct machine_context *context, const ZydisDecodedInstruction *instruction,
                            const ZydisDecodedOperand *operand, uint64_t *address)
{
    ZydisRegisterContext registers = {0};
    for (int i = 0; i < 16; i++)
        registers.values[ZYDIS_REGISTER_RAX + i] = (&context->rax)[i];
    return operand->type == ZYDIS_OPERAND_TYPE_MEMORY &&
           ZYAN_SUCCESS(ZydisCalcAbsoluteAddressEx(instruction, operand, context->rip, &registers, address));
}

/* --- arithmetic --- */

static void set_flags(struct machine_context *context, uint64_t which, uint64_t value)
{
    context->flags = (context->flags & ~which) | (value & which);
}

/* `bits`: 8, 16, 32 or 64. */
static bool sign_of(uint64_t value, unsigned bits)
{
    return value & (1ULL << ((bits - 1) & 63));
}

static uint64_t flags_of(uint64_t result, unsigned bits)
{
    uint64_t flags = 0;
    if ((result & mask(bits)) == 0)
        flags |= FLAG_ZERO;
    if (sign_of(result, bits))
        flags |= FLAG_SIGN;
    if (!(__builtin_popcountll(result & 0xFF) & 1))
        flags |= FLAG_PARITY;
    return flags;
}

static uint64_t add(uint64_t a, uint64_t b, unsigned bits, uint64_t *flags)
{
    const uint64_t sum = (a + b) & mask(bits);
    *flags = flags_of(sum, bits) | ((a ^ b ^ sum) & FLAG_ADJUST);
    if (sum < (a & mask(bits)))
        *flags |= FLAG_CARRY;
    if (sign_of((a ^ sum) & (b ^ sum), bits))
        *flags |= FLAG_OVERFLOW;
    return sum;
}

static uint64_t subtract(uint64_t a, uint64_t b, unsigned bits, uint64_t *flags)
{
    const uint64_t difference = (a - b) & mask(bits);
    *flags = flags_of(difference, bits) | ((a ^ b ^ difference) & FLAG_ADJUST);
    if ((a & mask(bits)) < (b & mask(bits)))
        *flags |= FLAG_CARRY;
    if (sign_of((a ^ b) & (a ^ difference), bits))
        *flags |= FLAG_OVERFLOW;
    return difference;
}

/* result = a op b, with its flags; false: another operation. `store` says whether the result is kept. */
static bool operate(struct machine_context *context, ZydisMnemonic operation, uint64_t a, uint64_t b, unsigned bits,
                    uint64_t *result, bool *store)
{
    const uint64_t all = FLAG_CARRY | FLAG_PARITY | FLAG_ADJUST | FLAG_ZERO | FLAG_SIGN | FLAG_OVERFLOW;
    uint64_t flags = 0, kept = 0;
    *store = true;
    switch (operation) {
    case ZYDIS_MNEMONIC_TEST:
    case ZYDIS_MNEMONIC_AND:
        *result = a & b;
        *store = operation == ZYDIS_MNEMONIC_AND;
        flags = flags_of(*result, bits);
        break;
    case ZYDIS_MNEMONIC_OR:
        *result = a | b;
        flags = flags_of(*result, bits);
        break;
    case ZYDIS_MNEMONIC_XOR:
        *result = a ^ b;
        flags = flags_of(*result, bits);
        break;
    case ZYDIS_MNEMONIC_ADD:
        *result = add(a, b, bits, &flags);
        break;
    case ZYDIS_MNEMONIC_CMP:
    case ZYDIS_MNEMONIC_SUB:
        *result = subtract(a, b, bits, &flags);
        *store = operation == ZYDIS_MNEMONIC_SUB;
        break;
    case ZYDIS_MNEMONIC_INC:
        *result = add(a, 1, bits, &flags);
        kept = FLAG_CARRY;
        break;
    case ZYDIS_MNEMONIC_DEC:
        *result = subtract(a, 1, bits, &flags);
        kept = FLAG_CARRY;
        break;
    case ZYDIS_MNEMONIC_NEG:
        *result = subtract(0, a, bits, &flags);
        break;
    case ZYDIS_MNEMONIC_NOT:
        *result = ~a & mask(bits);
        return true;
    default:
        return false;
    }
    set_flags(context, all & ~kept, flags);
    return true;
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
    if (is_signed && from->size < 64 && sign_of(value, from->size))
        value |= ~mask(from->size);
    return write_register(context, to->reg.value, to->size, value);
}

/* Sixteen bytes are two accesses of eight to the device. */
static bool move_vector(struct machine_context *context, const ZydisDecodedOperand *to, const ZydisDecodedOperand *from,
                        uint64_t address)
{
    const ZydisDecodedOperand *vector = to->type == ZYDIS_OPERAND_TYPE_REGISTER ? to : from;
    if (vector->type != ZYDIS_OPERAND_TYPE_REGISTER || vector->reg.value < ZYDIS_REGISTER_XMM0 ||
        vector->reg.value > ZYDIS_REGISTER_XMM15)
        return false;
    const int number = vector->reg.value - ZYDIS_REGISTER_XMM0;
    if (to == vector) {
        context->xmm[number].low = read_at(address, 8);
        context->xmm[number].high = read_at(address + 8, 8);
        return true;
    }
    return write_at(address, 8, context->xmm[number].low) && write_at(address + 8, 8, context->xmm[number].high);
}

static bool exchange(struct machine_context *context, const ZydisDecodedOperand *one, const ZydisDecodedOperand *other,
                     uint64_t address)
{
    const ZydisDecodedOperand *kept = one->type == ZYDIS_OPERAND_TYPE_REGISTER ? one : other;
    uint64_t value;
    if (!read_operand(context, kept, &value))
        return false;
    const uint64_t old = read_at(address, kept->size / 8);
    return write_at(address, kept->size / 8, value) && write_register(context, kept->reg.value, kept->size, old);
}

static bool arithmetic(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                       const ZydisDecodedOperand *operands, uint64_t address)
{
    const bool to_memory = operands[0].type == ZYDIS_OPERAND_TYPE_MEMORY;
    const unsigned bits = operands[0].size;
    uint64_t a = 0, b = 0, result;
    bool store;
    if (to_memory) {
        if (instruction->operand_count_visible > 1 && !read_operand(context, &operands[1], &b))
            return false;
        a = read_at(address, bits / 8);
    } else {
        if (!read_operand(context, &operands[0], &a))
            return false;
        b = read_at(address, bits / 8);
    }
    if (!operate(context, instruction->mnemonic, a, b, bits, &result, &store))
        return false;
    if (!store)
        return true;
    return to_memory ? write_at(address, bits / 8, result)
                     : write_register(context, operands[0].reg.value, bits, result);
}

/* Compilers multiply KUSER_SHARED_DATA's times where they lie. */
static bool multiply(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                     const ZydisDecodedOperand *operands, uint64_t address)
{
    const unsigned bits = operands[0].size;
    const uint64_t all = FLAG_CARRY | FLAG_OVERFLOW;
    if (bits < 32)
        return false;
    const uint64_t memory = read_at(address, bits / 8);
    if (instruction->operand_count_visible == 1) {
        if (instruction->mnemonic != ZYDIS_MNEMONIC_MUL)
            return false;
        const unsigned __int128 product = (unsigned __int128)(context->rax & mask(bits)) * memory;
        const uint64_t high = (uint64_t)(product >> bits) & mask(bits);
        context->rax = (uint64_t)product & mask(bits);
        context->rdx = high;
        set_flags(context, all, high ? all : 0);
        return true;
    }
    uint64_t factor;
    if (!read_operand(context, &operands[instruction->operand_count_visible == 3 ? 2 : 0], &factor))
        return false;
    const int64_t a = bits == 64 ? (int64_t)memory : (int32_t)memory;
    const int64_t b = bits == 64 ? (int64_t)factor : (int32_t)factor;
    const __int128 product = (__int128)a * b;
    const bool fits = product == (bits == 64 ? (int64_t)product : (int32_t)product);
    set_flags(context, all, fits ? 0 : all);
    return write_register(context, operands[0].reg.value, bits, (uint64_t)product & mask(bits));
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
                            const ZydisDecodedOperand *operands, uint64_t *address)
{
    for (unsigned i = 0; i < instruction->operand_count; i++)
        if (operand_address(context, instruction, &operands[i], address) && is_special(*address))
            return true;
    return false;
}

bool access_memory(struct machine_context *context, const ZydisDecodedInstruction *instruction,
                   const ZydisDecodedOperand *operands)
{
    uint64_t address;
    if (!touches_special(context, instruction, operands, &address))
        return false;
    switch (instruction->mnemonic) {
    case ZYDIS_MNEMONIC_MOV:
    case ZYDIS_MNEMONIC_MOVZX:
    case ZYDIS_MNEMONIC_MOVSX:
    case ZYDIS_MNEMONIC_MOVSXD:
        return move(context, instruction, &operands[0], &operands[1], address);
    case ZYDIS_MNEMONIC_MOVUPS:
    case ZYDIS_MNEMONIC_MOVAPS:
    case ZYDIS_MNEMONIC_MOVUPD:
    case ZYDIS_MNEMONIC_MOVAPD:
    case ZYDIS_MNEMONIC_MOVDQU:
    case ZYDIS_MNEMONIC_MOVDQA:
        return move_vector(context, &operands[0], &operands[1], address);
    case ZYDIS_MNEMONIC_XCHG:
        return exchange(context, &operands[0], &operands[1], address);
    case ZYDIS_MNEMONIC_MUL:
    case ZYDIS_MNEMONIC_IMUL:
        return multiply(context, instruction, operands, address);
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
        return instruction->meta.category == ZYDIS_CATEGORY_STRINGOP && string(context, instruction, 4);
    case ZYDIS_MNEMONIC_MOVSQ:
    case ZYDIS_MNEMONIC_STOSQ:
    case ZYDIS_MNEMONIC_LODSQ:
        return string(context, instruction, 8);
    default:
        return arithmetic(context, instruction, operands, address);
    }
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
