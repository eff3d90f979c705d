/* Load configuration, debug, relocations, exception data, thread-local storage, certificates. */
#include "ntsim/pe/image.h"
#include "ntsim/pe/bytes.h"

#include <string.h>

/* --- load configuration --- */

/* A field of the load configuration, 0 where the directory's own size ends before it. */
static uint64_t load_field(const uint8_t *config, uint32_t size, uint32_t offset, uint32_t width)
{
    if (size < offset + width)
        return 0;
    return width == 4 ? read32(config + offset) : read64(config + offset);
}

static uint32_t load_address(const struct pe_image *image, const uint8_t *config, uint32_t size, uint32_t offset)
{
    uint32_t rva;
    return pe_from_address(image, load_field(config, size, offset, 8), &rva) ? rva : 0;
}

enum pe_step pe_load_config(const struct pe_image *image, struct pe_load_config *out, struct pe_error *error)
{
    if (!directory_present(image, PE_DIR_LOAD_CONFIG))
        return PE_END;
    const uint32_t rva = image->directories[PE_DIR_LOAD_CONFIG].rva;
    const uint8_t *config = pe_at(image, rva, 4);
    const uint32_t size = config ? read32(config + PE_LOAD_SIZE) : 0;
    if (size < 4 || !pe_at(image, rva, size))
        return broken(image, error, PE_FAULT_LOAD_CONFIG, rva);
    *out = (struct pe_load_config){
        .size = size,
        .cookie = load_address(image, config, size, PE_LOAD_COOKIE),
        .guard_check = load_address(image, config, size, PE_LOAD_GUARD_CHECK),
        .guard_dispatch = load_address(image, config, size, PE_LOAD_GUARD_DISPATCH),
        .guard_flags = (uint32_t)load_field(config, size, PE_LOAD_GUARD_FLAGS, 4),
        .guard_table = load_address(image, config, size, PE_LOAD_GUARD_TABLE),
        .guard_count = load_field(config, size, PE_LOAD_GUARD_COUNT, 8),
        .guard_iat_count = load_field(config, size, PE_LOAD_GUARD_IAT_COUNT, 8),
        .guard_jump_count = load_field(config, size, PE_LOAD_GUARD_JUMP_COUNT, 8),
        .guard_eh_count = load_field(config, size, PE_LOAD_GUARD_EH_COUNT, 8),
    };
    if (out->guard_count) {
        const uint32_t entry = 4 + (out->guard_flags >> PE_GUARD_TABLE_STRIDE_SHIFT);
        if (out->guard_count > UINT32_MAX / entry ||
            !pe_at(image, out->guard_table, (uint32_t)out->guard_count * entry))
            return broken(image, error, PE_FAULT_LOAD_CONFIG, (uint64_t)rva + PE_LOAD_GUARD_TABLE);
    }
    return PE_ITEM;
}

/* --- debug directory --- */

enum pe_step pe_debug_at(const struct pe_image *image, uint32_t index, struct pe_debug *out, struct pe_error *error)
{
    if (!directory_present(image, PE_DIR_DEBUG))
        return PE_END;
    const struct pe_range *range = &image->directories[PE_DIR_DEBUG];
    if (range->size % PE_DEBUG_SIZE)
        return broken(image, error, PE_FAULT_DEBUG, range->rva);
    if (range->size / PE_DEBUG_SIZE > PE_LIMIT_DEBUG_ENTRIES)
        return broken(image, error, PE_FAULT_LIMIT, range->rva);
    if (index >= range->size / PE_DEBUG_SIZE)
        return PE_END;
    const uint8_t *table = pe_at(image, range->rva, range->size);
    if (!table)
        return broken(image, error, PE_FAULT_DEBUG, range->rva);

    const uint8_t *entry = table + (size_t)index * PE_DEBUG_SIZE;
    const uint32_t offset = read32(entry + PE_DEBUG_DATA_OFFSET);
    *out = (struct pe_debug){
        .type = read32(entry + PE_DEBUG_TYPE),
        .time = read32(entry + PE_DEBUG_TIME),
        .size = read32(entry + PE_DEBUG_DATA_SIZE),
    };
    if (!offset || !out->size)
        return PE_ITEM;
    if (offset > image->size || out->size > image->size - offset)
        return broken(image, error, PE_FAULT_DEBUG, (uint64_t)range->rva + (uint64_t)index * PE_DEBUG_SIZE);
    out->data = image->data + offset;
    return PE_ITEM;
}

enum pe_step pe_codeview(const struct pe_image *image, struct pe_codeview *out, struct pe_error *error)
{
    struct pe_debug debug;
    for (uint32_t i = 0;; i++) {
        const enum pe_step step = pe_debug_at(image, i, &debug, error);
        if (step != PE_ITEM)
            return step;
        if (debug.type != PE_DEBUG_CODEVIEW || !debug.data)
            continue;
        if (debug.size < PE_CODEVIEW_PATH || read32(debug.data) != PE_CODEVIEW_RSDS)
            continue; /* an older form without a GUID */
        if (!memchr(debug.data + PE_CODEVIEW_PATH, 0, debug.size - PE_CODEVIEW_PATH)) {
            fail_at(error, PE_FAULT_DEBUG, (uint64_t)(debug.data - image->data));
            return PE_BROKEN;
        }
        memcpy(out->guid, debug.data + PE_CODEVIEW_GUID, sizeof out->guid);
        out->age = read32(debug.data + PE_CODEVIEW_AGE);
        out->path = (const char *)debug.data + PE_CODEVIEW_PATH;
        return PE_ITEM;
    }
}

/* --- relocations --- */

enum pe_step pe_relocation(const struct pe_image *image, struct pe_relocation_walk *walk, struct pe_relocation *out,
                           struct pe_error *error)
{
    if (!directory_present(image, PE_DIR_RELOCATION))
        return PE_END;
    const struct pe_range *range = &image->directories[PE_DIR_RELOCATION];
    const uint8_t *table = pe_at(image, range->rva, range->size);
    if (!table)
        return broken(image, error, PE_FAULT_RELOCATION, range->rva);
    while (walk->block < range->size) {
        const uint64_t at = (uint64_t)range->rva + walk->block;
        if (range->size - walk->block < PE_RELOC_HEADER)
            return broken(image, error, PE_FAULT_RELOCATION, at);
        const uint8_t *block = table + walk->block;
        const uint32_t page = read32(block + PE_RELOC_PAGE), size = read32(block + PE_RELOC_BLOCK_SIZE);
        if (size < PE_RELOC_HEADER || size > range->size - walk->block || size % 2)
            return broken(image, error, PE_FAULT_RELOCATION, at);
        if (walk->entry < PE_RELOC_HEADER)
            walk->entry = PE_RELOC_HEADER;
        while (walk->entry < size) {
            const uint16_t entry = read16(block + walk->entry);
            const uint8_t type = (uint8_t)(entry >> 12);
            const uint32_t width = type == PE_RELOC_DIR64 ? 8 : 4;
            const uint64_t rva = (uint64_t)page + (entry & 0xFFF);
            if (type != PE_RELOC_ABSOLUTE && rva + width > image->image_size)
                return broken(image, error, PE_FAULT_RELOCATION, at + walk->entry);
            walk->entry += 2;
            if (type == PE_RELOC_ABSOLUTE)
                continue;
            *out = (struct pe_relocation){(uint32_t)rva, type};
            return PE_ITEM;
        }
        walk->block += size;
        walk->entry = 0;
    }
    return PE_END;
}

/* --- exception data --- */

enum pe_step pe_exception_table(const struct pe_image *image, uint32_t *count, const uint8_t **table,
                                struct pe_error *error)
{
    if (!directory_present(image, PE_DIR_EXCEPTION))
        return PE_END;
    const struct pe_range *range = &image->directories[PE_DIR_EXCEPTION];
    const uint32_t entry = image->machine == PE_MACHINE_ARM64 ? 8 : 12;
    const uint8_t *bytes = pe_at(image, range->rva, range->size);
    if (!bytes || range->size % entry)
        return broken(image, error, PE_FAULT_EXCEPTION, range->rva);
    *count = range->size / entry;
    if (table)
        *table = bytes;
    return PE_ITEM;
}

/* --- thread-local storage --- */

enum pe_step pe_tls(const struct pe_image *image, struct pe_tls *out, struct pe_error *error)
{
    if (!directory_present(image, PE_DIR_TLS))
        return PE_END;
    const uint32_t rva = image->directories[PE_DIR_TLS].rva;
    const uint8_t *directory = pe_at(image, rva, PE_TLS_SIZE);
    if (!directory)
        return broken(image, error, PE_FAULT_TLS, rva);
    *out = (struct pe_tls){.zero_fill = read32(directory + PE_TLS_ZERO_FILL)};
    const uint64_t start = read64(directory + PE_TLS_START), end = read64(directory + PE_TLS_END);
    if (start || end) {
        /* The end may be the first byte behind the image, so the last byte is what must lie inside. */
        if (!pe_from_address(image, start, &out->start) || end < start ||
            (end > start && !pe_from_address(image, end - 1, &out->end)))
            return broken(image, error, PE_FAULT_TLS, rva);
        out->end = out->start + (uint32_t)(end - start);
    }
    if (!pe_from_address(image, read64(directory + PE_TLS_INDEX), &out->index))
        return broken(image, error, PE_FAULT_TLS, (uint64_t)rva + PE_TLS_INDEX);

    const uint64_t callbacks = read64(directory + PE_TLS_CALLBACKS);
    uint32_t at;
    if (!callbacks)
        return PE_ITEM;
    if (!pe_from_address(image, callbacks, &at))
        return broken(image, error, PE_FAULT_TLS, (uint64_t)rva + PE_TLS_CALLBACKS);
    for (;; at += 8, out->callback_count++) {
        const uint8_t *slot = pe_at(image, at, 8);
        if (!slot)
            return broken(image, error, PE_FAULT_TLS, at);
        if (!read64(slot))
            return PE_ITEM;
        if (out->callback_count == PE_LIMIT_TLS_CALLBACKS)
            return broken(image, error, PE_FAULT_LIMIT, at);
    }
}

/* --- certificates --- */

enum pe_step pe_certificate(const struct pe_image *image, uint32_t *offset, struct pe_certificate *out,
                            struct pe_error *error)
{
    if (!directory_present(image, PE_DIR_CERTIFICATE))
        return PE_END;
    const struct pe_range *table = &image->directories[PE_DIR_CERTIFICATE]; /* its "rva" is a file offset */
    if (table->rva > image->size || table->size > image->size - table->rva) {
        fail_at(error, PE_FAULT_CERTIFICATE, image->certificate_entry_offset);
        return PE_BROKEN;
    }
    if (*offset >= table->size)
        return PE_END;
    const uint8_t *entry = image->data + table->rva + *offset;
    const uint32_t left = table->size - *offset;
    const uint32_t length = left < PE_CERT_HEADER ? 0 : read32(entry + PE_CERT_LENGTH);
    if (length < PE_CERT_HEADER || length > left) {
        fail_at(error, PE_FAULT_CERTIFICATE, (uint64_t)table->rva + *offset);
        return PE_BROKEN;
    }
    *out = (struct pe_certificate){
        .revision = read16(entry + PE_CERT_REVISION),
        .type = read16(entry + PE_CERT_TYPE),
        .data = entry + PE_CERT_HEADER,
        .size = length - PE_CERT_HEADER,
    };
    const uint32_t padded = (length + 7) & ~7u; /* entries start at multiples of 8 */
    *offset += padded < left ? padded : left;
    return PE_ITEM;
}
