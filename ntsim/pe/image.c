/* Headers and sections of a PE32+ image, and the way from an RVA to its bytes. */
#include "ntsim/pe/image.h"
#include "ntsim/pe/bytes.h"

#include <string.h>

static const struct {
    unsigned number;
    const char *text;
} faults[] = {
    {0, "no fault"},
#define FAULT(name, number, text) {number, text},
#include "ntsim/pe/faults.def"
#undef FAULT
};

unsigned pe_fault_number(enum pe_fault fault)
{
    return faults[fault].number;
}

const char *pe_fault_text(enum pe_fault fault)
{
    return faults[fault].text;
}

static bool power_of_two(uint32_t value)
{
    return value && !(value & (value - 1));
}

bool pe_recognise(const void *data, size_t size)
{
    const uint8_t *bytes = data;
    if (size < PE_DOS_SIZE || read16(bytes) != PE_DOS_MAGIC)
        return false;
    const uint32_t nt = read32(bytes + PE_DOS_NT_OFFSET);
    return nt <= size && size - nt >= 4 && read32(bytes + nt) == PE_NT_SIGNATURE;
}

/* Reads the fixed part of the optional header at `at`; `available` bytes belong to it. */
static bool read_optional(struct pe_image *image, uint32_t at, uint32_t available, struct pe_error *error)
{
    const uint8_t *header = image->data + at;
    if (available < 2)
        return fail_at(error, PE_FAULT_TRUNCATED, at);
    const uint16_t magic = read16(header);
    if (magic == PE_MAGIC_PE32)
        return fail_at(error, PE_FAULT_PE32, at);
    if (magic != PE_MAGIC_PE32_PLUS)
        return fail_at(error, PE_FAULT_HEADER, at);
    if (available < PE_OPT_DIRECTORIES)
        return fail_at(error, PE_FAULT_TRUNCATED, at);

    image->linker_major = header[PE_OPT_LINKER_MAJOR];
    image->linker_minor = header[PE_OPT_LINKER_MINOR];
    image->entry = read32(header + PE_OPT_ENTRY);
    image->image_base = read64(header + PE_OPT_IMAGE_BASE);
    image->section_alignment = read32(header + PE_OPT_SECTION_ALIGNMENT);
    image->file_alignment = read32(header + PE_OPT_FILE_ALIGNMENT);
    image->os_major = read16(header + PE_OPT_OS_MAJOR);
    image->os_minor = read16(header + PE_OPT_OS_MINOR);
    image->image_major = read16(header + PE_OPT_IMAGE_MAJOR);
    image->image_minor = read16(header + PE_OPT_IMAGE_MINOR);
    image->subsystem_major = read16(header + PE_OPT_SUBSYSTEM_MAJOR);
    image->subsystem_minor = read16(header + PE_OPT_SUBSYSTEM_MINOR);
    image->image_size = read32(header + PE_OPT_IMAGE_SIZE);
    image->headers_size = read32(header + PE_OPT_HEADERS_SIZE);
    image->checksum_offset = at + PE_OPT_CHECKSUM;
    image->checksum = read32(header + PE_OPT_CHECKSUM);
    image->subsystem = read16(header + PE_OPT_SUBSYSTEM);
    image->dll_characteristics = read16(header + PE_OPT_DLL_CHARACTERISTICS);
    image->stack_reserve = read64(header + PE_OPT_STACK_RESERVE);
    image->stack_commit = read64(header + PE_OPT_STACK_COMMIT);
    image->heap_reserve = read64(header + PE_OPT_HEAP_RESERVE);
    image->heap_commit = read64(header + PE_OPT_HEAP_COMMIT);

    const uint32_t directories = read32(header + PE_OPT_DIRECTORY_COUNT);
    image->directory_count = directories < PE_DIR_COUNT ? directories : PE_DIR_COUNT;
    if ((available - PE_OPT_DIRECTORIES) / 8 < image->directory_count)
        return fail_at(error, PE_FAULT_HEADER, at + PE_OPT_DIRECTORY_COUNT);
    image->certificate_entry_offset = at + PE_OPT_DIRECTORIES + PE_DIR_CERTIFICATE * 8;
    for (unsigned i = 0; i < image->directory_count; i++) {
        const uint8_t *entry = header + PE_OPT_DIRECTORIES + (size_t)i * 8;
        image->directories[i] = (struct pe_range){read32(entry), read32(entry + 4)};
    }

    if (!power_of_two(image->file_alignment) || image->file_alignment > 65536)
        return fail_at(error, PE_FAULT_HEADER, at + PE_OPT_FILE_ALIGNMENT);
    if (!power_of_two(image->section_alignment) || image->section_alignment < image->file_alignment)
        return fail_at(error, PE_FAULT_HEADER, at + PE_OPT_SECTION_ALIGNMENT);
    if (image->image_base % 65536 || image->image_base > UINT64_MAX - image->image_size)
        return fail_at(error, PE_FAULT_HEADER, at + PE_OPT_IMAGE_BASE);
    if (image->headers_size > image->size || image->headers_size > image->image_size)
        return fail_at(error, PE_FAULT_HEADER, at + PE_OPT_HEADERS_SIZE);
    if (image->entry >= image->image_size)
        return fail_at(error, PE_FAULT_HEADER, at + PE_OPT_ENTRY);
    return true;
}

/* The bytes that a section takes in memory before rounding: an image may leave the virtual size at 0. */
static uint64_t section_extent(const struct pe_section *section)
{
    return section->virtual_size ? section->virtual_size : section->raw_size;
}

/* The bytes of a section that the file holds and the loader maps. */
static uint32_t section_mapped(const struct pe_image *image, const struct pe_section *section)
{
    const uint64_t mask = image->section_alignment - 1;
    const uint64_t extent = (section_extent(section) + mask) & ~mask;
    return section->raw_size < extent ? section->raw_size : (uint32_t)extent;
}

static bool read_sections(struct pe_image *image, uint32_t at, struct pe_error *error)
{
    uint64_t free_rva = image->headers_size; /* sections come in ascending order, each behind the one before */
    for (unsigned i = 0; i < image->section_count; i++) {
        const uint32_t offset = at + i * PE_SECTION_SIZE;
        const uint8_t *header = image->data + offset;
        struct pe_section *section = &image->sections[i];
        memcpy(section->name, header + PE_SECTION_NAME, PE_SECTION_NAME_SIZE);
        section->virtual_size = read32(header + PE_SECTION_VIRTUAL_SIZE);
        section->rva = read32(header + PE_SECTION_RVA);
        section->raw_size = read32(header + PE_SECTION_RAW_SIZE);
        section->offset = read32(header + PE_SECTION_RAW_OFFSET);
        section->flags = read32(header + PE_SECTION_FLAGS);

        const uint64_t extent = section_extent(section);
        if (!extent || section->rva % image->section_alignment || section->rva < free_rva ||
            section->rva + extent > image->image_size)
            return fail_at(error, PE_FAULT_SECTION, offset + PE_SECTION_RVA);
        free_rva = section->rva + extent;
        if (!section->raw_size)
            continue;
        if (section->offset % image->file_alignment || section->offset > image->size ||
            section->raw_size > image->size - section->offset)
            return fail_at(error, PE_FAULT_SECTION, offset + PE_SECTION_RAW_OFFSET);
    }
    return true;
}

bool pe_open(const void *data, size_t size, struct pe_image *image, struct pe_error *error)
{
    *image = (struct pe_image){.data = data, .size = size};
    *error = (struct pe_error){0};
    if (size > INT32_MAX)
        return fail_at(error, PE_FAULT_LIMIT, INT32_MAX);
    if (size < 2 || read16(image->data) != PE_DOS_MAGIC)
        return fail_at(error, PE_FAULT_NOT_PE, 0);
    if (size < PE_DOS_SIZE)
        return fail_at(error, PE_FAULT_TRUNCATED, size);

    const uint32_t nt = read32(image->data + PE_DOS_NT_OFFSET);
    if (nt % 4)
        return fail_at(error, PE_FAULT_HEADER, PE_DOS_NT_OFFSET);
    if (nt > size || size - nt < 4 + PE_FILE_SIZE)
        return fail_at(error, PE_FAULT_TRUNCATED, PE_DOS_NT_OFFSET);
    if (read32(image->data + nt) != PE_NT_SIGNATURE)
        return fail_at(error, PE_FAULT_NOT_PE, nt);

    const uint32_t file_at = nt + 4;
    const uint8_t *file = image->data + file_at;
    image->machine = read16(file + PE_FILE_MACHINE);
    image->section_count = read16(file + PE_FILE_SECTIONS);
    image->time = read32(file + PE_FILE_TIME);
    image->characteristics = read16(file + PE_FILE_CHARACTERISTICS);
    const uint32_t optional_at = file_at + PE_FILE_SIZE, optional_size = read16(file + PE_FILE_OPTIONAL_SIZE);
    if (optional_size > size - optional_at)
        return fail_at(error, PE_FAULT_TRUNCATED, file_at + PE_FILE_OPTIONAL_SIZE);
    if (!read_optional(image, optional_at, optional_size, error))
        return false;

    if (image->section_count > PE_LIMIT_SECTIONS)
        return fail_at(error, PE_FAULT_LIMIT, file_at + PE_FILE_SECTIONS);
    const uint32_t table = optional_at + optional_size;
    if ((size_t)image->section_count * PE_SECTION_SIZE > size - table)
        return fail_at(error, PE_FAULT_TRUNCATED, table);
    if (table + image->section_count * PE_SECTION_SIZE > image->headers_size)
        return fail_at(error, PE_FAULT_HEADER, optional_at + PE_OPT_HEADERS_SIZE);
    return read_sections(image, table, error);
}

uint32_t pe_checksum(const struct pe_image *image)
{
    uint64_t sum = 0;
    const size_t skip = image->checksum_offset;
    for (size_t i = 0; i < image->size; i += 2) {
        uint16_t word = image->data[i];
        if (i + 1 < image->size)
            word |= (uint16_t)(image->data[i + 1] << 8);
        if (i != skip && i != skip + 2) /* the field is 4-aligned, since the NT header is */
            sum += word;
    }
    while (sum >> 16)
        sum = (sum & 0xFFFF) + (sum >> 16);
    return (uint32_t)sum + (uint32_t)image->size;
}

/* The bytes of the file from `rva` to the end of the section or of the headers that it lies in. */
static const uint8_t *span_at(const struct pe_image *image, uint32_t rva, uint32_t *left)
{
    if (rva < image->headers_size) {
        *left = image->headers_size - rva;
        return image->data + rva;
    }
    for (unsigned i = 0; i < image->section_count; i++) {
        const struct pe_section *section = &image->sections[i];
        if (rva < section->rva)
            break;
        const uint32_t inside = rva - section->rva, mapped = section_mapped(image, section);
        if (inside < mapped) {
            *left = mapped - inside;
            return image->data + section->offset + inside;
        }
    }
    return NULL;
}

const uint8_t *pe_at(const struct pe_image *image, uint32_t rva, uint32_t size)
{
    uint32_t left;
    const uint8_t *bytes = span_at(image, rva, &left);
    return bytes && size <= left ? bytes : NULL;
}

const char *pe_string(const struct pe_image *image, uint32_t rva)
{
    uint32_t left;
    const uint8_t *bytes = span_at(image, rva, &left);
    if (!bytes || !memchr(bytes, 0, left < PE_LIMIT_NAME ? left : PE_LIMIT_NAME))
        return NULL;
    return (const char *)bytes;
}

bool pe_offset(const struct pe_image *image, uint32_t rva, uint32_t *offset)
{
    uint32_t left;
    const uint8_t *bytes = span_at(image, rva, &left);
    if (!bytes)
        return false;
    *offset = (uint32_t)(bytes - image->data);
    return true;
}

bool pe_from_address(const struct pe_image *image, uint64_t address, uint32_t *rva)
{
    if (address < image->image_base || address - image->image_base >= image->image_size)
        return false;
    *rva = (uint32_t)(address - image->image_base);
    return true;
}

const struct pe_section *pe_section_of(const struct pe_image *image, uint32_t rva)
{
    for (unsigned i = 0; i < image->section_count; i++)
        if (rva >= image->sections[i].rva && rva - image->sections[i].rva < section_extent(&image->sections[i]))
            return &image->sections[i];
    return NULL;
}
