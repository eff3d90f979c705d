/* The export directory. */
#include "ntsim/pe/image.h"
#include "ntsim/pe/bytes.h"

/* True where a table of `count` entries lies in the file; an empty one lies anywhere. */
static bool table_fits(const struct pe_image *image, uint32_t rva, uint32_t count, uint32_t entry)
{
    return !count || pe_at(image, rva, count * entry);
}

enum pe_step pe_exports(const struct pe_image *image, struct pe_exports *exports, struct pe_error *error)
{
    if (!directory_present(image, PE_DIR_EXPORT))
        return PE_END;
    const uint32_t rva = image->directories[PE_DIR_EXPORT].rva;
    const uint8_t *directory = pe_at(image, rva, PE_EXPORT_SIZE);
    if (!directory)
        return broken(image, error, PE_FAULT_EXPORT, rva);
    const uint32_t name = read32(directory + PE_EXPORT_NAME);
    *exports = (struct pe_exports){
        .module = name ? pe_string(image, name) : NULL,
        .base = read32(directory + PE_EXPORT_BASE),
        .function_count = read32(directory + PE_EXPORT_FUNCTIONS),
        .name_count = read32(directory + PE_EXPORT_NAMES),
        .function_table = read32(directory + PE_EXPORT_FUNCTION_TABLE),
        .name_table = read32(directory + PE_EXPORT_NAME_TABLE),
        .ordinal_table = read32(directory + PE_EXPORT_ORDINAL_TABLE),
    };
    if (name && !exports->module)
        return broken(image, error, PE_FAULT_EXPORT, (uint64_t)rva + PE_EXPORT_NAME);
    if (exports->function_count > PE_LIMIT_EXPORTS || exports->name_count > PE_LIMIT_EXPORTS)
        return broken(image, error, PE_FAULT_LIMIT, (uint64_t)rva + PE_EXPORT_FUNCTIONS);
    if (!table_fits(image, exports->function_table, exports->function_count, 4) ||
        !table_fits(image, exports->name_table, exports->name_count, 4) ||
        !table_fits(image, exports->ordinal_table, exports->name_count, 2))
        return broken(image, error, PE_FAULT_EXPORT, (uint64_t)rva + PE_EXPORT_FUNCTION_TABLE);
    return PE_ITEM;
}

bool pe_export_at(const struct pe_image *image, const struct pe_exports *exports, uint32_t index, struct pe_export *out,
                  struct pe_error *error)
{
    if (index >= exports->function_count) {
        broken(image, error, PE_FAULT_EXPORT, exports->function_table);
        return false;
    }
    const uint32_t at = exports->function_table + index * 4;
    const struct pe_range *range = &image->directories[PE_DIR_EXPORT];
    *out = (struct pe_export){.ordinal = exports->base + index, .rva = read32(pe_at(image, at, 4))};
    if (out->rva < range->rva || out->rva - range->rva >= range->size)
        return true;
    out->forwarder = pe_string(image, out->rva); /* an address inside of the directory is a forwarder's text */
    if (!out->forwarder)
        broken(image, error, PE_FAULT_EXPORT, at);
    return out->forwarder != NULL;
}

bool pe_export_name(const struct pe_image *image, const struct pe_exports *exports, uint32_t index, const char **name,
                    uint32_t *function, struct pe_error *error)
{
    if (index >= exports->name_count) {
        broken(image, error, PE_FAULT_EXPORT, exports->name_table);
        return false;
    }
    *name = pe_string(image, read32(pe_at(image, exports->name_table + index * 4, 4)));
    *function = read16(pe_at(image, exports->ordinal_table + index * 2, 2));
    if (!*name || *function >= exports->function_count) {
        broken(image, error, PE_FAULT_EXPORT, (uint64_t)exports->name_table + (uint64_t)index * 4);
        return false;
    }
    return true;
}
