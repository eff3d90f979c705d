/* Words out of a driver's image. */
#include "ntsim/fuzz/dictionary.h"
#include "ntsim/fuzz/learn.h"

#include <Zydis/Zydis.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

static struct word words[MOST_WORDS];
static size_t word_count;

static void add(const void *bytes, size_t size)
{
    if (size > WORD_ROOM || word_count == MOST_WORDS)
        return;
    for (size_t i = 0; i < word_count; i++)
        if (words[i].size == size && memcmp(words[i].bytes, bytes, size) == 0)
            return;
    words[word_count].size = (uint8_t)size;
    memcpy(words[word_count++].bytes, bytes, size);
}

/* --- code --- */

/* Small numbers libFuzzer draws by itself. */
static bool is_worth_it(uint64_t value, unsigned bits)
{
    const uint64_t mask = bits == 64 ? ~0ULL : (1ULL << bits) - 1, size = value & mask;
    return size > 0xFF && (~value & mask) > 0xFF;
}

static bool compares(const ZydisDecodedInstruction *instruction)
{
    switch (instruction->mnemonic) {
    case ZYDIS_MNEMONIC_CMP:
    case ZYDIS_MNEMONIC_SUB:
    case ZYDIS_MNEMONIC_XOR:
    case ZYDIS_MNEMONIC_MOV:
        return true;
    default:
        return false;
    }
}

static void add_immediate(const ZydisDecodedInstruction *instruction, const ZydisDecodedOperand *operand)
{
    const unsigned bits = operand->size < 64 && operand->size ? operand->size : 64;
    uint64_t value = operand->imm.value.u;
    if (!compares(instruction) || !is_worth_it(value, bits < 16 ? 16 : bits))
        return;
    const unsigned size = bits > 32 && value >> 32 == 0 ? 4 : bits / 8;
    add(&value, size < 2 ? 2 : size);
    /* A device type, a function, and all of them less than that: what CTL_CODE makes of the vendors' numbers. */
    const uint32_t type = (uint32_t)value >> 16, function = (uint32_t)value >> 2 & 0xFFF;
    if (size == 4 && instruction->mnemonic == ZYDIS_MNEMONIC_CMP && function >= 0x800 && type)
        learn_add_code((uint32_t)value);
}

static void read_function(const uint8_t *code, size_t size)
{
    ZydisDecoder decoder;
    ZydisDecodedInstruction instruction;
    ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
    ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
    while (size && ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, code, size, &instruction, operands))) {
        for (unsigned i = 0; i < instruction.operand_count_visible; i++)
            if (operands[i].type == ZYDIS_OPERAND_TYPE_IMMEDIATE && !operands[i].imm.is_relative)
                add_immediate(&instruction, &operands[i]);
        code += instruction.length;
        size -= instruction.length;
    }
}

/* --- data --- */

static void read_strings(const uint8_t *data, size_t size)
{
    enum { LEAST = 4 };
    for (size_t at = 0; at < size;) {
        size_t end = at;
        while (end < size && isprint(data[end]))
            end++;
        if (end - at >= LEAST && end < size && data[end] == 0)
            add(data + at, end - at);
        at = end + 1;
    }
    for (size_t at = 0; at + 1 < size;) {
        size_t end = at;
        while (end + 1 < size && isprint(data[end]) && data[end + 1] == 0)
            end += 2;
        if (end - at >= (size_t)2 * LEAST)
            add(data + at, end - at);
        at = end + 2;
    }
}

/* --- the image --- */

struct section {
    char name[8];
    uint32_t size, rva, raw_size, raw, relocations, lines;
    uint16_t relocation_count, line_count;
    uint32_t flags;
};

void dictionary_read(const struct machine_image *image)
{
    static const char data[] = ".rdata";
    uint32_t header, begin, end;
    uint16_t sections, optional;
    for (uint32_t i = 0; machine_function(image, i, &begin, &end); i++)
        if (begin < end && end <= image->size)
            read_function(image->base + begin, end - begin);
    memcpy(&header, image->base + 0x3C, sizeof(header)); /* the machine has loaded it, so it is sound */
    memcpy(&sections, image->base + header + 6, sizeof(sections));
    memcpy(&optional, image->base + header + 20, sizeof(optional));
    for (uint16_t i = 0; i < sections; i++) {
        struct section section;
        memcpy(&section, image->base + header + 24 + optional + (size_t)i * sizeof(section), sizeof(section));
        if (memcmp(section.name, data, sizeof(data)) == 0)
            read_strings(image->base + section.rva, section.size);
    }
}

const struct word *dictionary_draw(uint32_t number)
{
    return word_count ? &words[number % word_count] : NULL;
}

bool dictionary_write(const char *path)
{
    FILE *file = fopen(path, "we");
    if (!file)
        return false;
    fputs("# Constants and strings of the driver, for -dict=; written by cwdk fuzz.\n", file);
    for (size_t i = 0; i < word_count; i++) {
        putc('"', file);
        for (size_t j = 0; j < words[i].size; j++) {
            const uint8_t byte = words[i].bytes[j];
            fprintf(file, isalnum(byte) ? "%c" : "\\x%02x", byte);
        }
        fputs("\"\n", file);
    }
    return fclose(file) == 0;
}
